/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordFieldValue:
 * @field: a text field, or %NULL at the end of an array
 * @value: (nullable): what it is to say
 *
 * One field to write.
 */
typedef struct
{
  const char *field;
  const char *value;
} AccordFieldValue;

/**
 * AccordWrittenFunc:
 * @failure: (nullable): why it was refused, in a sentence, or %NULL when it is written
 * @data: the data given with the function
 */
typedef void (*AccordWrittenFunc) (const char *failure, gpointer data);

void accord_record_write (AccordWorkspace *workspace, AccordRecord *record, const char *label,
                          const AccordFieldValue *values, AccordWrittenFunc func, gpointer data,
                          GDestroyNotify destroy);

G_END_DECLS
