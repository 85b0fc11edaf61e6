/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"
#include "exchange-error.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

static AccordCsvProbe *
probe_text (const char *text, gsize len, GError **error)
{
  GFile *file = test_file_new (text, len);
  AccordCsvProbe *probe = accord_csv_probe (file, NULL, NULL, NULL, error);

  test_file_free (file);
  return probe;
}

static void
test_charset (void)
{
  static const struct
  {
    const char *text;
    AccordCharset charset;
  } cases[] = { { "a,b\n", ACCORD_CHARSET_UTF8 },
                { "caf\xc3\xa9,b\n", ACCORD_CHARSET_UTF8 },
                { "\xef\xbb\xbf"
                  "a,b\n",
                  ACCORD_CHARSET_UTF8 },
                { "caf\xe9,b\n", ACCORD_CHARSET_WINDOWS_1252 },
                { "\x93quoted\x94,b\n", ACCORD_CHARSET_WINDOWS_1252 },
                { "caf\xc3\xa9,caf\xe9\n", ACCORD_CHARSET_WINDOWS_1252 },
                { "a,b\xe2\x82", ACCORD_CHARSET_WINDOWS_1252 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCsvProbe) probe = probe_text (cases[i].text, strlen (cases[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpint (probe->charset, ==, cases[i].charset);
      g_assert_cmpuint (probe->size, ==, strlen (cases[i].text));
    }
}

/* A letter of three bytes laid across every place where two chunks may meet. */
static void
test_charset_across_chunks (void)
{
  for (gsize before = 128 * 1024 - 4; before < 128 * 1024 + 2; before++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AccordCsvProbe) probe = NULL;
      g_autoptr (AccordCsvProbe) broken = NULL;

      while (text->len < before)
        g_string_append_c (text, text->len % 10 == 9 ? ',' : 'a');
      g_string_append (text, "€,b\n");
      probe = probe_text (text->str, text->len, NULL);
      g_assert_cmpint (probe->charset, ==, ACCORD_CHARSET_UTF8);
      text->str[before + 2] = 'x';
      broken = probe_text (text->str, text->len, NULL);
      g_assert_cmpint (broken->charset, ==, ACCORD_CHARSET_WINDOWS_1252);
    }
}

static void
test_separator (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } cases[] = { { "a,b\n1,2\n", ',' },
                { "a;b\n1;2\n", ';' },
                { "a\tb\n1\t2\n", '\t' },
                { "a;b;c\nx, y;1;2\nz;3;4\n", ';' },
                { "a,b,c\n\"x; y\",1,2\n\"z; z; z\",3,4\n", ',' },
                { "Report\n\na;b;c\n1,5;2;3\n2,5;2;3\n", ';' },
                { "alone\n", ',' } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AccordCsvProbe) probe = probe_text (cases[i].text, strlen (cases[i].text), NULL);

      g_assert_cmpint (probe->separator, ==, cases[i].separator);
    }
}

static void
test_digest (void)
{
  g_autoptr (AccordCsvProbe) probe = probe_text ("abc", 3, NULL);

  g_assert_cmpstr (probe->digest, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *data;
    gsize len;
    int code;
    const char *says;
  } cases[] = {
    { "", 0, ACCORD_EXCHANGE_ERROR_EMPTY, "is empty" },
    { " \r\n\t", 4, ACCORD_EXCHANGE_ERROR_EMPTY, "is empty" },
    { "\xef\xbb\xbf\n", 4, ACCORD_EXCHANGE_ERROR_EMPTY, "is empty" },
    { "a,b\0c\n", 6, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "not a text file" },
    { "PK\x03\x04\x14\0\x06", 7, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "workbook" },
    { "\xd0\xcf\x11\xe0\xa1", 5, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "workbook" },
    { "%PDF-1.4\n", 9, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "PDF" },
    { "\x1f\x8b\x08", 3, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "compressed" },
    { "SQLite format 3\0", 16, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "database" },
    { "\xff\xfe"
      "a\0",
      4, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "UTF-16" },
    { "\n <!DOCTYPE html>\n", 17, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "web page" },
    { "<html>", 6, ACCORD_EXCHANGE_ERROR_NOT_TEXT, "web page" },
    { "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10,a\n", 14, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
      "not a text file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCsvProbe) probe = probe_text (cases[i].data, cases[i].len, &error);

      g_assert_null (probe);
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_nonnull (strstr (error->message, "payments.csv"));
    }
}

static void
test_refuses_folder (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) nothing = g_file_get_child (folder, "accord-there-is-no-such-file");
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_csv_probe (folder, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT);
  g_clear_error (&error);
  g_assert_null (accord_csv_probe (nothing, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (accord_csv_probe (endless, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT);
}

/* Random bytes of any length are refused with a sentence or taken for what they are; nothing crashes. */
static void
test_noise (void)
{
  for (guint round = 0; round < 200; round++)
    {
      gsize len = g_test_rand_int_range (1, 4000);
      g_autofree char *data = g_malloc (len);
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordCsvProbe) probe = NULL;

      for (gsize i = 0; i < len; i++)
        data[i] = (char) g_test_rand_int_range (0, 256);
      probe = probe_text (data, len, &error);
      g_assert_true ((probe == NULL) == (error != NULL));
      if (len > 2000)
        g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT);
    }
}

static void
test_changed (void)
{
  GFile *file = test_file_new ("a,b\n", 4);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (accord_csv_probe_check (probe, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "a,b\nc,d\n", 8, NULL));
  g_assert_false (accord_csv_probe_check (probe, file, NULL, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_CHANGED);
  g_clear_error (&error);
  g_remove (path);
  g_assert_false (accord_csv_probe_check (probe, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  test_file_free (file);
}

static void
test_cancel (void)
{
  GFile *file = test_file_new ("a,b\n", 4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (accord_csv_probe (file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_file_free (file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-probe/charset", test_charset);
  g_test_add_func ("/csv-probe/charset/across-chunks", test_charset_across_chunks);
  g_test_add_func ("/csv-probe/separator", test_separator);
  g_test_add_func ("/csv-probe/digest", test_digest);
  g_test_add_func ("/csv-probe/refuses", test_refuses);
  g_test_add_func ("/csv-probe/refuses/folder", test_refuses_folder);
  g_test_add_func ("/csv-probe/noise", test_noise);
  g_test_add_func ("/csv-probe/changed", test_changed);
  g_test_add_func ("/csv-probe/cancel", test_cancel);
  return g_test_run ();
}
