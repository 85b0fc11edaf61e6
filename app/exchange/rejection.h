/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordRejection:
 * @line: the physical line of the file, from 1
 * @reason: one sentence
 *
 * A row of a file that could not be taken in.
 */
typedef struct
{
  guint64 line;
  char *reason;
} AccordRejection;

#define ACCORD_TYPE_REJECTION (accord_rejection_get_type ())

GType accord_rejection_get_type (void);
AccordRejection *accord_rejection_new (guint64 line, const char *reason);
AccordRejection *accord_rejection_copy (const AccordRejection *self);
void accord_rejection_free (AccordRejection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRejection, accord_rejection_free)

G_END_DECLS
