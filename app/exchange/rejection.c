/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rejection.h"

G_DEFINE_BOXED_TYPE (AccordRejection, accord_rejection, accord_rejection_copy, accord_rejection_free)

/**
 * accord_rejection_new:
 * @line: the physical line, from 1
 * @reason: one sentence
 *
 * Returns: (transfer full): a rejection
 */
AccordRejection *
accord_rejection_new (guint64 line, const char *reason)
{
  AccordRejection *self = g_new0 (AccordRejection, 1);

  self->line = line;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * accord_rejection_copy:
 * @self: a rejection
 *
 * Returns: (transfer full): another like it
 */
AccordRejection *
accord_rejection_copy (const AccordRejection *self)
{
  return accord_rejection_new (self->line, self->reason);
}

/**
 * accord_rejection_free:
 * @self: (nullable) (transfer full): a rejection
 */
void
accord_rejection_free (AccordRejection *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}
