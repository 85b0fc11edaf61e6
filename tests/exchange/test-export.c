/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-reader.h"
#include "csv-writer.h"
#include "exchange-error.h"
#include "export-table.h"
#include "rejection.h"
#include "sample-fixture.h"
#include "support.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  const char *payee;
  const char *date;
  gint64 pence;
  const char *description;
} Payment;

/* Words that a careless table would spoil. */
static const Payment payments[] = {
  { "Alder, Birch & Co", "2019-04-01", 123456, "says \"yes\"" },
  { "=HYPERLINK(\"x\")", "2019-04-02", -5, "+SUM(A1)" },
  { "@mention", "2019-04-03", 100, "-5" },
  { "-dash words", "2019-04-04", 99999999999999, "two\nlines" },
  { "Ünïcode £ €", "1899-12-31", 0, " spaced " },
};

static void
add_payments (AccordWriter *writer, guint n)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), "payment");

  for (guint i = 0; i < n; i++)
    {
      const Payment *payment = &payments[i % G_N_ELEMENTS (payments)];
      g_autoptr (AccordRecord) record = accord_record_new (kind);
      g_autoptr (GError) error = NULL;

      accord_record_set_text (record, "payee", payment->payee);
      accord_record_set_text (record, "date", payment->date);
      accord_record_set_int (record, "amount", payment->pence);
      accord_record_set_text (record, "description", payment->description);
      accord_record_set_boolean (record, "redacted", i == 2);
      accord_writer_insert (writer, record, &error);
      g_assert_no_error (error);
    }
}

static gboolean
write_payments (AccordWriter *writer, gpointer data, GError **error)
{
  add_payments (writer, GPOINTER_TO_UINT (data));
  return TRUE;
}

static void
fill (Sample *self, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (self->workspace, "Add", write_payments, GUINT_TO_POINTER (n), NULL, &error);

  g_assert_no_error (error);
}

static GFile *
place (Sample *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

static gint64
export_columns (Sample *self, const char *const *columns, GFile *file, AccordExportFormat format,
                GCancellable *cancellable, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "payment");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  guint fields[10];
  guint n_fields = 0;

  for (; columns[n_fields] != NULL; n_fields++)
    fields[n_fields] = accord_kind_find_field (kind, columns[n_fields]);
  accord_query_set_sort (query, accord_kind_find_field (kind, "amount"), FALSE);
  return accord_export_list (self->workspace, query, fields, n_fields, file, format, NULL, NULL, NULL,
                             cancellable, error);
}

static const char *const columns[] = { "payee", "date", "amount", "description", "redacted", "fund", NULL };

static void
test_csv (Sample *self, gconstpointer data)
{
  static const char expected[] = "Paid to,Date,Amount,Description,Payee redacted,Fund\r\n"
                                 "\"'=HYPERLINK(\"\"x\"\")\",2019-04-02,-0.05,\"'+SUM(A1)\",No,\r\n"
                                 "Ünïcode £ €,1899-12-31,0.00,\" spaced \",No,\r\n"
                                 "\"'@mention\",2019-04-03,1.00,-5,Yes,\r\n"
                                 "\"Alder, Birch & Co\",2019-04-01,1234.56,\"says \"\"yes\"\"\",No,\r\n"
                                 "\"'-dash words\",2019-04-04,999999999999.99,\"two\nlines\",No,\r\n";
  g_autoptr (GFile) file = place (self, "payments.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fill (self, G_N_ELEMENTS (payments));
  g_assert_cmpint (export_columns (self, columns, file, ACCORD_EXPORT_CSV, NULL, &error), ==,
                   G_N_ELEMENTS (payments));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, &error));
  g_assert_cmpstr (text, ==, expected);
}

static char *
describe_workbook (GFile *file)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "xlsx.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, g_file_peek_path (file), NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
  return said;
}

static void
test_xlsx (Sample *self, gconstpointer data)
{
  static const char expected[] = "sheet Payments\n"
                                 "frozen 1\n"
                                 "filter A1:F6\n"
                                 "A1 text General 'Paid to'\n"
                                 "B1 text General 'Date'\n"
                                 "C1 text General 'Amount'\n"
                                 "D1 text General 'Description'\n"
                                 "E1 text General 'Payee redacted'\n"
                                 "F1 text General 'Fund'\n"
                                 "A2 text General '=HYPERLINK(\"x\")'\n"
                                 "B2 number d mmm yyyy '43557'\n"
                                 "C2 number #,##0.00 '-0.05'\n"
                                 "D2 text General '+SUM(A1)'\n"
                                 "E2 text General 'No'\n"
                                 "A3 text General 'Ünïcode £ €'\n"
                                 "B3 text General '1899-12-31'\n"
                                 "C3 number #,##0.00 '0'\n"
                                 "D3 text General ' spaced '\n"
                                 "E3 text General 'No'\n"
                                 "A4 text General '@mention'\n"
                                 "B4 number d mmm yyyy '43558'\n"
                                 "C4 number #,##0.00 '1'\n"
                                 "D4 text General '-5'\n"
                                 "E4 text General 'Yes'\n"
                                 "A5 text General 'Alder, Birch & Co'\n"
                                 "B5 number d mmm yyyy '43556'\n"
                                 "C5 number #,##0.00 '1234.56'\n"
                                 "D5 text General 'says \"yes\"'\n"
                                 "E5 text General 'No'\n"
                                 "A6 text General '-dash words'\n"
                                 "B6 number d mmm yyyy '43559'\n"
                                 "C6 number #,##0.00 '999999999999.99'\n"
                                 "D6 text General 'two\\nlines'\n"
                                 "E6 text General 'No'\n";
  g_autoptr (GFile) file = place (self, "payments.xlsx");
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  fill (self, G_N_ELEMENTS (payments));
  g_assert_cmpint (export_columns (self, columns, file, ACCORD_EXPORT_XLSX, NULL, &error), ==,
                   G_N_ELEMENTS (payments));
  g_assert_no_error (error);
  said = describe_workbook (file);
  g_assert_cmpstr (said, ==, expected);
}

static void
remove_folder (const char *folder)
{
  const char *remove[] = { "rm", "-r", folder, NULL };

  g_assert_true (
      g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

/* Where people write 0,05, the file still says 0.05. */
static void
test_xlsx_comma (Sample *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-locale-XXXXXX", NULL);
  g_autofree char *locale = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *compile[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", locale, NULL };

  if (!g_spawn_sync (NULL, (char **) compile, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, NULL, NULL, NULL, NULL)
      || g_setenv ("LOCPATH", folder, TRUE) == FALSE || setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("No locale with a decimal comma can be made here");
      remove_folder (folder);
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  test_xlsx (self, data);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");
  remove_folder (folder);
}

/* Whole: it begins and ends as a PDF does. */
static void
assert_pdf (GFile *file)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL));
  g_assert_cmpuint (length, >, 500);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_nonnull (g_strstr_len (bytes + length - 16, 16, "%%EOF"));
}

/* Every kind with every field, as the sample fills them, in both formats: as many rows as there are records.
 */
static void
test_every_kind (Sample *self, gconstpointer data)
{
  for (guint i = 0; i < accord_schema_get_n_kinds (self->schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (self->schema, i);
      g_autoptr (AccordQuery) query = accord_query_new (kind);
      g_autoptr (GFile) csv = place (self, "list.csv");
      g_autoptr (GFile) xlsx = place (self, "list.xlsx");
      g_autoptr (GFile) pdf = place (self, "list.pdf");
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (AccordCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *said = NULL;
      gint64 count = sample_count (self, kind->name, "");
      AccordCsvRecord record;

      g_assert_cmpint (accord_export_list (self->workspace, query, NULL, 0, csv, ACCORD_EXPORT_CSV, NULL,
                                           NULL, NULL, NULL, &error),
                       ==, count);
      g_assert_no_error (error);
      stream = G_INPUT_STREAM (g_file_read (csv, NULL, &error));
      reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, ',');
      for (gint64 row = 0; row <= count; row++)
        {
          g_assert_cmpint (accord_csv_reader_next (reader, &record, NULL, &error), ==, ACCORD_CSV_RECORD);
          g_assert_cmpuint (record.n_fields, ==, kind->n_fields);
        }
      g_assert_cmpint (accord_csv_reader_next (reader, &record, NULL, &error), ==, ACCORD_CSV_END);
      g_assert_cmpint (accord_export_list (self->workspace, query, NULL, 0, xlsx, ACCORD_EXPORT_XLSX, NULL,
                                           NULL, NULL, NULL, &error),
                       ==, count);
      g_assert_no_error (error);
      said = describe_workbook (xlsx);
      g_assert_nonnull (strstr (said, kind->plural));
      g_assert_cmpint (accord_export_list (self->workspace, query, NULL, 0, pdf, ACCORD_EXPORT_PDF, NULL,
                                           NULL, NULL, NULL, &error),
                       ==, count);
      g_assert_no_error (error);
      assert_pdf (pdf);
    }
}

static guint
count_files (Sample *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What was there stays, and nothing half-written is left beside it. */
static void
assert_untouched (Sample *self, GFile *file, guint n_files)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "precious");
  g_assert_cmpuint (count_files (self), ==, n_files);
}

static void
test_cancelled (Sample *self, gconstpointer data)
{
  static const AccordExportFormat formats[] = { ACCORD_EXPORT_CSV, ACCORD_EXPORT_XLSX };

  fill (self, 20);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GFile) file = place (self, "list");
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      guint n_files;

      g_assert_true (g_file_set_contents (g_file_peek_path (file), "precious", -1, NULL));
      n_files = count_files (self);
      g_cancellable_cancel (cancellable);
      g_assert_cmpint (export_columns (self, columns, file, formats[i], cancellable, &error), ==, -1);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_untouched (self, file, n_files);
    }
}

/* A disk that takes no more than 40 kB of any file. */
static void
test_full_disk (Sample *self, gconstpointer data)
{
  static const AccordExportFormat formats[] = { ACCORD_EXPORT_CSV, ACCORD_EXPORT_XLSX };
  struct rlimit before;
  struct rlimit small = { 40000, RLIM_INFINITY };

  fill (self, 20000);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GFile) file = place (self, "list");
      g_autoptr (GError) error = NULL;
      guint n_files;
      gint64 done;

      g_assert_true (g_file_set_contents (g_file_peek_path (file), "precious", -1, NULL));
      n_files = count_files (self);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      done = export_columns (self, columns, file, formats[i], NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_cmpint (done, ==, -1);
      g_assert_nonnull (error);
      assert_untouched (self, file, n_files);
    }
}

static void
test_bad_places (Sample *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) nowhere = place (self, "no/such/folder.csv");
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://localhost/list.csv");
  GFile *places[] = { folder, nowhere, remote };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (export_columns (self, columns, places[i], ACCORD_EXPORT_CSV, NULL, &error), ==, -1);
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE);
      g_clear_error (&error);
      g_assert_cmpint (export_columns (self, columns, places[i], ACCORD_EXPORT_XLSX, NULL, &error), ==, -1);
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE);
    }
}

static void
test_format (void)
{
  AccordExportFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (accord_export_format_for_name ("a.csv", &format, NULL));
  g_assert_cmpint (format, ==, ACCORD_EXPORT_CSV);
  g_assert_true (accord_export_format_for_name ("A.B.XLSX", &format, NULL));
  g_assert_cmpint (format, ==, ACCORD_EXPORT_XLSX);
  g_assert_false (accord_export_format_for_name ("csv", &format, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE);
}

static void
test_rejections (void)
{
  g_autofree char *folder = g_dir_make_tmp ("accord-export-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "report.csv", NULL);
  g_autoptr (GPtrArray) rejections = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_rejection_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (rejections, accord_rejection_new (19, "“=1” is no date."));
  g_ptr_array_add (rejections, accord_rejection_new (20, "The row is cut short, and \"odd\"."));
  g_assert_true (accord_export_rejections (rejections, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "Line,Reason\r\n19,“=1” is no date.\r\n20,\"The row is cut short, and \"\"odd\"\".\"\r\n");
  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
}

/* Whatever the words, a reader gets them back, but for the apostrophe before what looks like a formula. */
static void
test_round_trip (void)
{
  static const char alphabet[] = "ab,\"\r\n =+-@'0.5\t;é";

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      g_autoptr (AccordCsvWriter) writer = accord_csv_writer_new (out);
      g_autoptr (GInputStream) in = NULL;
      g_autoptr (AccordCsvReader) reader = NULL;
      g_autofree char *field = NULL;
      AccordCsvRecord record;
      char text[12];
      gsize len = g_test_rand_int_range (0, sizeof text - 1);

      for (gsize i = 0; i < len; i++)
        text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 3)];
      text[len] = '\0';
      accord_csv_writer_add_text (writer, text);
      accord_csv_writer_add_text (writer, "next");
      g_assert_true (accord_csv_writer_end_row (writer, NULL, NULL));
      g_assert_true (accord_csv_writer_finish (writer, NULL, NULL));
      in = test_drip_new (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                          g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), 5);
      reader = accord_csv_reader_new (in, ACCORD_CHARSET_UTF8, ',');
      g_assert_cmpint (accord_csv_reader_next (reader, &record, NULL, NULL), ==, ACCORD_CSV_RECORD);
      g_assert_cmpuint (record.n_fields, ==, 2);
      field = g_strndup (record.fields[0].text, record.fields[0].len);
      if (*field == '\'' && *text != '\'')
        {
          g_assert_cmpstr (field + 1, ==, text);
          g_assert_nonnull (strchr ("=+-@\t\r", *text));
        }
      else
        {
          g_assert_cmpstr (field, ==, text);
          g_assert_true (*text == '\0' || strchr ("=@\t\r", *text) == NULL);
        }
    }
}

typedef struct
{
  GMainLoop *loop;
  gint64 done;
} Waiting;

static void
on_exported (GObject *object, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->done = accord_export_list_finish (ACCORD_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Sample *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (self->schema, "payment"));
  g_autoptr (GFile) file = place (self, "list.csv");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { loop, 0 };

  fill (self, 300);
  accord_export_list_async (self->workspace, query, NULL, 0, file, ACCORD_EXPORT_CSV, NULL, NULL, NULL, NULL,
                            on_exported, &waiting);
  g_main_loop_run (loop);
  g_assert_cmpint (waiting.done, ==, 300);
}

#define ADD(path, set_up, func) g_test_add (path, Sample, NULL, set_up, func, sample_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/csv", sample_set_up_empty, test_csv);
  ADD ("/export/xlsx", sample_set_up_empty, test_xlsx);
  ADD ("/export/xlsx-comma", sample_set_up_empty, test_xlsx_comma);
  ADD ("/export/every-kind", sample_set_up, test_every_kind);
  ADD ("/export/cancelled", sample_set_up_empty, test_cancelled);
  ADD ("/export/full-disk", sample_set_up_empty, test_full_disk);
  ADD ("/export/bad-places", sample_set_up_empty, test_bad_places);
  ADD ("/export/async", sample_set_up_empty, test_async);
  g_test_add_func ("/export/format", test_format);
  g_test_add_func ("/export/rejections", test_rejections);
  g_test_add_func ("/export/round-trip", test_round_trip);
  return g_test_run ();
}
