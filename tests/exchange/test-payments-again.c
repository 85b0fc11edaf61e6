/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-fixture.h"

#include "exchange-error.h"
#include "export-table.h"
#include "search.h"
#include "spend-mapping.h"
#include "support.h"

#include <string.h>

#define ADD(path, func) g_test_add (path, Sample, NULL, sample_set_up_empty, func, sample_tear_down)

static void
test_again (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("real-duplicates.csv");
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  payments_assert_import (self, file, FALSE, 4, 0, 0, 0);
  before = sample_dump (self);
  result = payments_import (self, file, FALSE, &error);
  g_assert_null (result);
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN);
  g_assert_nonnull (strstr (error->message, "real-duplicates.csv"));
  payments_assert_import (self, file, TRUE, 0, 0, 4, 0);
  after = sample_dump (self);
  g_assert_cmpstr (after, ==, before);
}

/* A corrected edition: repeated rows stay repeated, the corrected one is corrected, the new one is added, the
 * one that is gone stays, and what a person added is kept. */
static void
test_update (Sample *self, gconstpointer data)
{
  static const char first[] = PAYMENTS_HEAD "Alder,01/04/2019,10.00,T1,Dale\n"
                                            "Alder,01/04/2019,10.00,T1,Dale\n"
                                            "Birch,02/04/2019,20.00,T2,Dale\n"
                                            "Cedar,03/04/2019,30.00,T3,Dale\n"
                                            "Elder,04/04/2019,40.00,,Dale\n";
  static const char second[] = PAYMENTS_HEAD "New,31/03/2019,5.00,T0,Dale\n"
                                             "Alder,01/04/2019,10.00,T1,Dale\n"
                                             "Alder,01/04/2019,10.00,T1,Dale\n"
                                             "Birch,02/04/2019,22.00,T2,Dale\n"
                                             "Elder,04/04/2019,44.00,,Dale\n";
  GFile *file = test_file_new (first, strlen (first));
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AccordRecord) birch = NULL;
  g_autoptr (AccordRecord) again = NULL;
  g_autoptr (AccordRecord) elder = NULL;
  g_autoptr (AccordChange) saved = NULL;
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  payments_assert_import (self, file, FALSE, 5, 0, 0, 0);
  birch = sample_one (self, "payment", "payee=Birch");
  accord_record_set_text (birch, "category", "enabling");
  saved = accord_workspace_save (self->workspace, birch, NULL, &error);
  g_assert_no_error (error);
  before = sample_dump (self);

  g_assert_true (g_file_set_contents (path, second, -1, NULL));
  result = payments_import (self, file, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, 1);
  g_assert_cmpuint (result->updated, ==, 2);
  g_assert_cmpuint (result->skipped, ==, 2);
  g_assert_cmpuint (result->left, ==, 1);
  g_assert_cmpuint (sample_count (self, "payment", ""), ==, 6);
  g_assert_cmpuint (sample_count (self, "payment", "payee=Alder"), ==, 2);
  g_assert_cmpuint (sample_count (self, "source", ""), ==, 1);
  again = sample_one (self, "payment", "payee=Birch");
  g_assert_cmpint (accord_record_get_id (again), ==, accord_record_get_id (birch));
  assert_int (again, "amount", 2200);
  assert_int (again, "line", 5);
  assert_text (again, "category", "enabling");
  elder = sample_one (self, "payment", "payee=Elder");
  assert_int (elder, "amount", 4400);

  payments_assert_undo (self, TRUE);
  after = sample_dump (self);
  g_assert_cmpstr (after, ==, before);
  test_file_free (file);
}

/* The same bytes with another mapping: each row finds its own payment by the line. */
static void
test_update_mapping (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("three-amounts.csv");
  AccordPaymentsOptions options = { NULL, ACCORD_UNKNOWN, TRUE };
  g_autoptr (AccordPaymentsFile) payments = NULL;
  g_autoptr (AccordPaymentsFile) remapped = NULL;
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (AccordPaymentsFile) reopened = NULL;
  g_autoptr (GError) error = NULL;

  payments_assert_import (self, file, FALSE, 3, 0, 0, 0);
  g_assert_cmpint (payments_sum (self), ==, 170786);
  payments = payments_open (self, file);
  layout = accord_spend_layout_copy (accord_payments_file_get_layout (payments));
  g_assert_true (accord_spend_mapping_apply_words (layout, "amount=Gross", NULL));
  g_assert_true (accord_spend_mapping_apply_words (layout, "payee=Directorate", NULL));
  g_assert_true (accord_spend_mapping_apply_words (layout, "service=", NULL));
  remapped = accord_payments_file_remap (payments, layout, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  result = accord_payments_import (self->workspace, remapped, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, 0);
  g_assert_cmpuint (result->updated, ==, 3);
  g_assert_cmpuint (result->left, ==, 0);
  g_assert_cmpuint (sample_count (self, "payment", ""), ==, 3);
  g_assert_cmpint (payments_sum (self), ==, 103003 + 113940 - 12000);

  reopened = payments_open (self, file);
  g_assert_true (accord_payments_file_get_remembered (reopened));
  g_assert_cmpint (
      accord_spend_layout_get_column (accord_payments_file_get_layout (reopened), ACCORD_SPEND_AMOUNT), ==,
      accord_spend_layout_get_column (layout, ACCORD_SPEND_AMOUNT));
}

/* A mapping is remembered for the layout and the body together; a body that the file does not name, for the
 * layout. */
static void
test_remember (Sample *self, gconstpointer data)
{
  static const char april[] = "Supplier,Date,Net,Gross\nAlder,01/04/2019,10.00,12.00\n";
  static const char may[] = "Supplier,Date,Net,Gross\nBirch,01/05/2019,20.00,24.00\n";
  GFile *first = test_file_new (april, strlen (april));
  GFile *second = test_file_new (may, strlen (may));
  AccordPaymentsOptions options = { NULL, ACCORD_UNKNOWN, FALSE };
  g_autoptr (AccordPaymentsFile) opened = NULL;
  g_autoptr (AccordPaymentsFile) remapped = NULL;
  g_autoptr (AccordPaymentsFile) next = NULL;
  g_autoptr (AccordPaymentsFile) other = NULL;
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (AccordRecord) payment = NULL;
  g_autoptr (GError) error = NULL;

  opened = accord_payments_file_open (first, self->workspace, "Dale Council", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (accord_payments_file_get_remembered (opened));
  layout = accord_spend_layout_copy (accord_payments_file_get_layout (opened));
  accord_spend_layout_set_column (layout, ACCORD_SPEND_AMOUNT, 3);
  remapped = accord_payments_file_remap (opened, layout, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_payments_file_get_paying_body (remapped), ==, "Dale Council");
  result = accord_payments_import (self->workspace, remapped, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  payment = sample_one (self, "payment", "payee=Alder");
  assert_text (payment, "paying-body", "Dale Council");
  assert_int (payment, "amount", 1200);

  next = payments_open (self, second);
  g_assert_true (accord_payments_file_get_remembered (next));
  g_assert_cmpstr (accord_payments_file_get_paying_body (next), ==, "Dale Council");
  g_assert_cmpint (accord_payments_file_get_preview (next)->tally.pence, ==, 2400);
  other = accord_payments_file_open (second, self->workspace, "Vale Council", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (accord_payments_file_get_remembered (other));
  g_assert_cmpint (accord_payments_file_get_preview (other)->tally.pence, ==, 2000);
  test_file_free (first);
  test_file_free (second);
}

/* What leaves the program as a list of payments comes in again as the same payments. */
static void
test_own_export (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("title-rows.csv");
  g_autoptr (GFile) list = g_file_new_build_filename (self->folder, "list.csv", NULL);
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (self->schema, "payment"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRecord) payment = NULL;

  payments_assert_import (self, file, FALSE, 3, 0, 4, 5);
  g_assert_cmpint (accord_export_list (self->workspace, query, NULL, 0, list, ACCORD_EXPORT_CSV, NULL, NULL,
                                       NULL, NULL, &error),
                   ==, 3);
  g_assert_no_error (error);
  payments_assert_undo (self, TRUE);
  payments_assert_import (self, list, FALSE, 3, 0, 0, 0);
  g_assert_cmpint (payments_sum (self), ==, 1139138);
  payment = sample_one (self, "payment", "payee=Wharf Community Project");
  assert_text (payment, "date", "2012-06-08");
  assert_text (payment, "service", "Adults' Services");
  assert_text (payment, "expense-type", "FLOATING SUPPORT");
  assert_text (payment, "paying-body", "Millbank");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/payments-import/again", test_again);
  ADD ("/payments-import/update", test_update);
  ADD ("/payments-import/update/mapping", test_update_mapping);
  ADD ("/payments-import/remember", test_remember);
  ADD ("/payments-import/own-export", test_own_export);
  return g_test_run ();
}
