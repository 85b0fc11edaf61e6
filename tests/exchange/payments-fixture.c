/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-fixture.h"

AccordPaymentsFile *
payments_open (Sample *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  AccordPaymentsFile *payments =
      accord_payments_file_open (file, self->workspace, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return payments;
}

AccordPaymentsResult *
payments_import (Sample *self, GFile *file, gboolean update, GError **error)
{
  AccordPaymentsOptions options = { NULL, ACCORD_UNKNOWN, update };
  g_autoptr (AccordPaymentsFile) payments = payments_open (self, file);

  return accord_payments_import (self->workspace, payments, &options, NULL, NULL, NULL, error);
}

void
payments_assert_import (Sample *self, GFile *file, gboolean update, guint added, guint updated, guint skipped,
                        guint rejected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsResult) result = payments_import (self, file, update, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, added);
  g_assert_cmpuint (result->updated, ==, updated);
  g_assert_cmpuint (result->skipped, ==, skipped);
  g_assert_cmpuint (result->n_rejected, ==, rejected);
  g_assert_cmpuint (result->rejected->len, ==, rejected);
}

gint64
payments_sum (Sample *self)
{
  g_autoptr (GPtrArray) payments = sample_select (self, "payment", "");
  gint64 sum = 0;

  for (guint i = 0; i < payments->len; i++)
    sum += accord_record_get_int (g_ptr_array_index (payments, i), "amount");
  return sum;
}

void
payments_assert_undo (Sample *self, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = undo ? accord_workspace_undo (self->workspace, NULL, &error)
                                         : accord_workspace_redo (self->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}
