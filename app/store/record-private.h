/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/*
 * AccordValue: the value of one field; which member is used follows from the field's type.
 */
typedef union
{
  char *text;
  gint64 number;
  GArray *ids;
} AccordValue;

typedef struct
{
  const AccordKind *kind;
  gint64 id;
  char *uid;
  char *created;
  char *modified;
  char *deleted;
  AccordValue *values;
  char **titles;
  guint64 touched;
} AccordRecordPrivate;

AccordRecordPrivate *accord_record_private (AccordRecord *self);
void accord_value_clear (const AccordField *field, AccordValue *value);
void accord_value_copy (const AccordField *field, const AccordValue *from, AccordValue *to);
gboolean accord_value_equal (const AccordField *field, const AccordValue *a, const AccordValue *b);

void accord_record_set_identity (AccordRecord *self, gint64 id, const char *uid, const char *created,
                                 const char *modified, const char *deleted);
void accord_record_set_reference_title (AccordRecord *self, guint index, const char *title);
gboolean accord_record_is_touched (AccordRecord *self, guint index);
void accord_record_clear_touched (AccordRecord *self);
void accord_record_take_state (AccordRecord *self, AccordRecord *newer);

G_END_DECLS
