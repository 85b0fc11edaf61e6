/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-fixture.h"

#include "exchange-error.h"
#include "search.h"
#include "support.h"

#include <string.h>

#define ADD(path, func) g_test_add (path, Sample, NULL, sample_set_up_empty, func, sample_tear_down)

/* Every field of a payment, its source document and what that says. */
static void
test_fields (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("two-dates.csv");
  g_autoptr (AccordRecord) payment = NULL;
  g_autoptr (AccordRecord) redacted = NULL;
  g_autoptr (AccordRecord) source = NULL;

  payments_assert_import (self, file, FALSE, 3, 0, 0, 0);
  payment = sample_one (self, "payment", "reference=2006-1");
  assert_text (payment, "payee", "FIELD VIEW HOMES");
  assert_text (payment, "date", "2020-06-24");
  assert_int (payment, "amount", 540000);
  assert_text (payment, "description", "Sheltered Accommodation");
  assert_text (payment, "service", "Adults and Health");
  assert_text (payment, "expense-type", "Third Party Payments");
  assert_text (payment, "paying-body", "Alderbrook City Council");
  assert_int (payment, "line", 2);
  assert_int (payment, "fund", ACCORD_UNKNOWN);
  g_assert_false (accord_record_get_boolean (payment, "redacted"));
  redacted = sample_one (self, "payment", "reference=2006-3");
  g_assert_true (accord_record_get_boolean (redacted, "redacted"));
  source = sample_follow (self, payment, "source");
  assert_text (source, "title", "Alderbrook City Council: payments, 5 Jun 2020 to 24 Jun 2020");
  assert_text (source, "type", "spend-file");
  assert_text (source, "file-name", "two-dates.csv");
  assert_text (source, "digest", "4b3ef6fe064ecb028169a5c339421ea329634dbb482711cbae441034cfbf002a");
  assert_contains (source, "note", "3 payments of £5,729.46, from 5 Jun 2020 to 24 Jun 2020.");
  assert_contains (source, "note", "Dates are read from “Payment Date” and not from “Effective Date”.");
  assert_contains (source, "note", "letters are in UTF-8");
}

/* Bad rows are told with line and reason, in the result and with the source; the others are kept. */
static void
test_rejected (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("title-rows.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsResult) result = payments_import (self, file, FALSE, &error);
  g_autoptr (AccordRecord) source = NULL;
  const AccordRejection *first;

  g_assert_no_error (error);
  g_assert_cmpuint (result->added, ==, 3);
  g_assert_cmpuint (result->skipped, ==, 4);
  g_assert_cmpuint (result->n_rejected, ==, 5);
  g_assert_cmpint (result->change, >, 0);
  first = g_ptr_array_index (result->rejected, 0);
  g_assert_cmpuint (first->line, ==, 12);
  source = sample_one (self, "source", "");
  g_assert_cmpint (accord_record_get_id (source), ==, result->source);
  assert_contains (source, "note", "Line 12: The date and the amount are run together in “25/06/2012900”.");
  assert_contains (source, "note", "4 rows of blanks, totals or headings are skipped.");
  assert_contains (source, "note", "5 rows are rejected.");
  g_assert_cmpint (payments_sum (self), ==, 1139138);
}

/* One step, whatever its size; taken back, the file may come in again. */
static void
test_undo (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("real-duplicates.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  payments_assert_import (self, file, FALSE, 4, 0, 0, 0);
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==,
                   "Import payments from real-duplicates.csv");
  before = sample_dump (self);
  payments_assert_undo (self, TRUE);
  g_assert_cmpuint (sample_count_all (self), ==, 0);
  payments_assert_undo (self, FALSE);
  after = sample_dump (self);
  g_assert_cmpstr (after, ==, before);
  payments_assert_undo (self, TRUE);
  payments_assert_import (self, file, FALSE, 4, 0, 0, 0);
  g_assert_cmpuint (sample_count (self, "payment", ""), ==, 4);
}

static void
test_problem (Sample *self, gconstpointer data)
{
  static const char *const names[] = { "supplier-totals.csv", "month-first.csv", "headings-only.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = test_fixture (names[i]);
      g_autoptr (AccordPaymentsFile) payments = payments_open (self, file);
      g_autoptr (AccordPaymentsResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *summary = accord_payments_dup_summary (payments);

      g_assert_null (accord_payments_file_get_preview (payments));
      g_assert_cmpstr (accord_payments_file_get_problem (payments)->message, ==, summary);
      result = accord_payments_import (self->workspace, payments, NULL, NULL, NULL, NULL, &error);
      g_assert_null (result);
      g_assert_cmpstr (error->message, ==, summary);
    }
  g_assert_cmpuint (sample_count_all (self), ==, 0);
}

static void
test_changed (Sample *self, gconstpointer data)
{
  GFile *file = test_file_new (PAYMENTS_HEAD "Alder,01/04/2019,10.00,T1,Dale\n", strlen (PAYMENTS_HEAD) + 31);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (AccordPaymentsFile) payments = payments_open (self, file);
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, PAYMENTS_HEAD "Birch,01/04/2019,99.00,T1,Dale\n", -1, NULL));
  result = accord_payments_import (self->workspace, payments, NULL, NULL, NULL, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_CHANGED);
  g_assert_cmpuint (sample_count_all (self), ==, 0);
  test_file_free (file);
}

/* A file with enough rows that the indexes are built late. */
static GFile *
make_large (guint n_rows, gint64 *pence)
{
  g_autoptr (GString) text = g_string_new ("Supplier Name,Payment Date,Net Amount,Transaction Number\n");

  *pence = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 amount = (gint64) (i % 977) * 101 - 5000;

      *pence += amount;
      g_string_append_printf (text, "Supplier %u Limited,%02u/%02u/2019,%s%" G_GINT64_FORMAT ".%02u,T%u\n",
                              i % 300, i % 28 + 1, i % 12 + 1, amount < 0 ? "-" : "", ABS (amount) / 100,
                              (guint) (ABS (amount) % 100), i / 3);
    }
  return test_file_new (text->str, text->len);
}

static gpointer
search_supplier (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_search (reader, "supplier 299 limi", 5, error);
}

static void
test_large (Sample *self, gconstpointer data)
{
  gint64 pence;
  GFile *file = make_large (5000, &pence);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;

  payments_assert_import (self, file, FALSE, 5000, 0, 0, 0);
  g_assert_cmpint (payments_sum (self), ==, pence);
  groups = accord_workspace_read (self->workspace, search_supplier, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpint (((AccordSearchGroup *) g_ptr_array_index (groups, 0))->total, ==, 16);
  payments_assert_import (self, file, TRUE, 0, 0, 5000, 0);
  payments_assert_undo (self, TRUE);
  g_assert_cmpuint (sample_count_all (self), ==, 0);
  payments_assert_undo (self, FALSE);
  g_assert_cmpint (payments_sum (self), ==, pence);
  test_file_free (file);
}

static void
cancel_it (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Sample *self, gconstpointer data)
{
  gint64 pence;
  GFile *file = make_large (200000, &pence);
  g_autoptr (AccordPaymentsFile) payments = payments_open (self, file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (GError) error = NULL;

  result =
      accord_payments_import (self->workspace, payments, NULL, cancel_it, cancellable, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (sample_count_all (self), ==, 0);
  g_assert_null (accord_workspace_get_undo_label (self->workspace));
  test_file_free (file);
}

typedef struct
{
  Sample *sample;
  GMainLoop *loop;
  AccordPaymentsResult *result;
} Waiting;

static void
on_imported (GObject *object, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->result = accord_payments_import_finish (ACCORD_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
on_remapped (GObject *object, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsFile) payments =
      accord_payments_file_remap_finish (ACCORD_PAYMENTS_FILE (object), result, &error);

  g_assert_no_error (error);
  accord_payments_import_async (waiting->sample->workspace, payments, NULL, NULL, NULL, NULL, on_imported,
                                waiting);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPaymentsFile) payments = accord_payments_file_open_finish (result, &error);

  g_assert_no_error (error);
  accord_payments_file_remap_async (payments, accord_payments_file_get_layout (payments), NULL, NULL, NULL,
                                    on_remapped, waiting);
}

static gboolean
on_too_long (gpointer data)
{
  g_error ("The import never came back");
  return G_SOURCE_REMOVE;
}

static void
test_async (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("title-rows.csv");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { self, loop, NULL };
  guint timeout = g_timeout_add_seconds (60, on_too_long, NULL);

  accord_payments_file_open_async (file, self->workspace, NULL, NULL, NULL, NULL, on_opened, &waiting);
  g_main_loop_run (loop);
  g_source_remove (timeout);
  g_assert_cmpuint (waiting.result->added, ==, 3);
  g_assert_cmpuint (waiting.result->n_rejected, ==, 5);
  g_assert_cmpuint (sample_count (self, "payment", ""), ==, 3);
  accord_payments_result_free (waiting.result);
}

static void
test_fund (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) file = test_fixture ("no-reference.csv");
  g_autoptr (AccordPaymentsFile) payments = payments_open (self, file);
  g_autoptr (AccordRecord) fund = accord_record_new (accord_schema_find_kind (self->schema, "fund"));
  g_autoptr (AccordRecord) payment = NULL;
  g_autoptr (AccordChange) saved = NULL;
  g_autoptr (AccordPaymentsResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AccordPaymentsOptions options = { "Pier Council", 0, FALSE };

  accord_record_set_text (fund, "name", "Pier fund");
  accord_record_set_text (fund, "type", "grant");
  saved = accord_workspace_save (self->workspace, fund, NULL, &error);
  g_assert_no_error (error);
  options.fund = accord_record_get_id (fund);
  result = accord_payments_import (self->workspace, payments, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  payment = sample_one (self, "payment", "date=2024-04-13");
  assert_int (payment, "fund", options.fund);
  assert_text (payment, "paying-body", "Pier Council");
}

/* The real files come in whole: as many payments and the sum that another program found in them. */
static void
test_real (Sample *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint n_rows;
    guint n_rejected;
    gint64 pence;
  } cases[] = { { "lambeth-2012-06.csv", 2516, 639, 3977594053 },
                { "trafford-2024-25.head2500.csv", 2499, 0, 1061357289 },
                { "harrogate-2018-09.clean.csv", 1882, 0, 238800520 } };
  gint64 sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename ("data", "payments", cases[i].name, NULL);
      g_autoptr (GFile) file = test_shared (path);
      g_autoptr (AccordPaymentsResult) result = NULL;
      g_autoptr (AccordPaymentsResult) again = NULL;
      g_autoptr (GError) error = NULL;

      if (file == NULL)
        {
          g_test_skip ("the real spend files are not here");
          return;
        }
      result = payments_import (self, file, FALSE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->added, ==, cases[i].n_rows);
      g_assert_cmpuint (result->n_rejected, ==, cases[i].n_rejected);
      sum += cases[i].pence;
      g_assert_cmpint (payments_sum (self), ==, sum);
      again = payments_import (self, file, TRUE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->added + again->updated + again->left, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/payments-import/fields", test_fields);
  ADD ("/payments-import/rejected", test_rejected);
  ADD ("/payments-import/undo", test_undo);
  ADD ("/payments-import/problem", test_problem);
  ADD ("/payments-import/changed", test_changed);
  ADD ("/payments-import/large", test_large);
  ADD ("/payments-import/cancel", test_cancel);
  ADD ("/payments-import/async", test_async);
  ADD ("/payments-import/fund", test_fund);
  ADD ("/payments-import/real", test_real);
  return g_test_run ();
}
