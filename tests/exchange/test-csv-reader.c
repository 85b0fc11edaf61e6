/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-reader.h"
#include "exchange-error.h"
#include "support.h"

#include <string.h>

/* Reads a text and writes down what was read: fields between bars, each record with its line. */
static char *
read_text (const char *text, gsize len, char separator, gsize most)
{
  g_autoptr (GInputStream) stream = test_drip_new (text, len, most);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, separator);
  GString *written = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      AccordCsvRecord record;

      switch (accord_csv_reader_next (reader, &record, NULL, &error))
        {
        case ACCORD_CSV_RECORD:
          g_string_append_printf (written, "%" G_GUINT64_FORMAT ":", record.line);
          for (gsize i = 0; i < record.n_fields; i++)
            {
              g_string_append_len (written, record.fields[i].text, record.fields[i].len);
              g_string_append_c (written, '|');
            }
          g_string_append_c (written, '\n');
          break;
        case ACCORD_CSV_BROKEN:
          g_string_append_printf (written, "%" G_GUINT64_FORMAT ":broken\n", record.line);
          break;
        case ACCORD_CSV_END:
          g_assert_no_error (error);
          return g_string_free (written, FALSE);
        case ACCORD_CSV_ERROR:
        default:
          g_assert_nonnull (error);
          g_string_append (written, "error\n");
          return g_string_free (written, FALSE);
        }
    }
}

static void
assert_reads (const char *text, const char *expected)
{
  for (gsize most = 1; most < 200; most = most * 3 + 1)
    {
      g_autofree char *written = read_text (text, strlen (text), ',', most);

      g_assert_cmpstr (written, ==, expected);
    }
}

static void
test_shapes (void)
{
  assert_reads ("", "");
  assert_reads ("a", "1:a|\n");
  assert_reads ("a,b\n", "1:a|b|\n");
  assert_reads ("a,b\r\nc,d\re,f\n", "1:a|b|\n2:c|d|\n3:e|f|\n");
  assert_reads (",", "1:||\n");
  assert_reads ("\n\n", "1:|\n2:|\n");
  assert_reads ("a,\n,b", "1:a||\n2:|b|\n");
  assert_reads ("\xef\xbb\xbf"
                "a,b",
                "1:a|b|\n");
  assert_reads ("\xef\xbb\xbf", "");
  assert_reads (" a , b ", "1: a | b |\n");
}

static void
test_quotes (void)
{
  assert_reads ("\"a,b\",c\n", "1:a,b|c|\n");
  assert_reads ("\"\",\"\"\"\",\"a\"\"b\"\n", "1:|\"|a\"b|\n");
  assert_reads ("\"a\r\nb\",c\nd\n", "1:a\r\nb|c|\n3:d|\n");
  assert_reads ("\"a\n\n\rb\",c\nd\n", "1:a\n\n\rb|c|\n5:d|\n");
  assert_reads ("x, \"a,b\" ,c\n", "1:x|a,b|c|\n");
  assert_reads ("12\" pipe,c\n", "1:12\" pipe|c|\n");
  assert_reads ("\"a\" and b,c\n", "1:a and b|c|\n");
  assert_reads ("\"a\"", "1:a|\n");
  assert_reads ("\"a\"\"\"", "1:a\"|\n");
}

/* What nothing closes costs its own line and no other. */
static void
test_broken (void)
{
  assert_reads ("\"a,b\nc,d\n", "1:broken\n2:c|d|\n");
  assert_reads ("\"", "1:broken\n");
  assert_reads ("x,\"a\r\nc,d", "1:broken\n2:c|d|\n");
  assert_reads ("\"a,b\n\"c,x\",d\ne\n", "1:broken\n2:c,x|d|\n3:e|\n");
  assert_reads ("\"p\nq\",\"a\nb,c\n", "1:broken\n3:b|c|\n");
}

/* A mark that opens at the front of a huge file is given up after a megabyte; the rest is read. */
static void
test_broken_late (void)
{
  g_autoptr (GString) text = g_string_new ("\"open\n");
  g_autofree char *written = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "one,two,three\n");
  written = read_text (text->str, text->len, ',', 1000000);
  for (const char *at = written; *at != '\0'; at++)
    n_lines += *at == '\n';
  g_assert_true (g_str_has_prefix (written, "1:broken\n2:one|two|three|\n3:one|two|three|\n"));
  g_assert_true (g_str_has_suffix (written, "\n200001:one|two|three|\n"));
  g_assert_cmpuint (n_lines, ==, 200001);
}

static void
test_endless_line (void)
{
  g_autofree char *text = g_malloc (5000000);
  g_autofree char *written = NULL;

  memset (text, 'a', 5000000);
  written = read_text (text, 5000000, ',', 1000000);
  g_assert_cmpstr (written, ==, "error\n");
}

static void
append_field (GString *text, const char *field, char separator)
{
  gboolean must = strpbrk (field, "\"\r\n") != NULL || strchr (field, separator) != NULL || *field == ' ';

  if (!must && g_test_rand_bit ())
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *field);
    }
  g_string_append_c (text, '"');
}

/* Any table written by the rules comes back field by field, whatever the separator, line ending and chunk. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a", "\"", ",",   ";", "\t",   "\n", "\r\n",
                                        " ", "é",  "£12", "€", "word", "",   "\xf0\x9f\x8f\xa5" };
  static const char separators[] = { ',', ';', '\t' };
  static const char *const endings[] = { "\n", "\r\n" };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "\xef\xbb\xbf" : "");
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *written = NULL;
      char separator = separators[g_test_rand_int_range (0, G_N_ELEMENTS (separators))];
      const char *ending = endings[g_test_rand_int_range (0, G_N_ELEMENTS (endings))];
      guint n_records = g_test_rand_int_range (1, 40);
      guint line = 1;

      for (guint i = 0; i < n_records; i++)
        {
          guint n_fields = g_test_rand_int_range (1, 8);

          g_string_append_printf (expected, "%u:", line++);
          for (guint j = 0; j < n_fields; j++)
            {
              g_autoptr (GString) field = g_string_new (NULL);

              for (guint k = g_test_rand_int_range (0, 5); k > 0; k--)
                g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              for (const char *at = field->str; *at != '\0'; at++)
                line += *at == '\n';
              if (j > 0)
                g_string_append_c (text, separator);
              append_field (text, field->str, separator);
              g_string_append_printf (expected, "%s|", field->str);
            }
          g_string_append (text, ending);
          g_string_append_c (expected, '\n');
        }
      written = read_text (text->str, text->len, separator, g_test_rand_int_range (1, 500));
      g_assert_cmpstr (written, ==, expected->str);
    }
}

/* Every byte of Windows-1252 becomes the letter that GLib's own conversion makes of it. */
static void
test_windows (void)
{
  for (guint byte = 0x20; byte < 0x100; byte++)
    {
      char text[] = { 'x', (char) byte, 'y' };
      g_autoptr (GInputStream) stream = test_drip_new (text, sizeof text, 2);
      g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_WINDOWS_1252, ',');
      g_autoptr (GError) error = NULL;
      g_autofree char *converted = g_convert (text, sizeof text, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      g_autofree char *field = NULL;
      AccordCsvRecord record;

      if (byte == ',')
        continue;
      g_assert_cmpint (accord_csv_reader_next (reader, &record, NULL, &error), ==, ACCORD_CSV_RECORD);
      g_assert_no_error (error);
      field = g_strndup (record.fields[0].text, record.fields[0].len);
      g_assert_cmpstr (field, ==, converted != NULL ? converted : "x\xef\xbf\xbdy");
    }
}

static void
test_not_utf8 (void)
{
  static const char *const texts[] = { "a,\xb4,b\n", "a,b\n\xe2\x82", "\xc3" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GInputStream) stream = test_drip_new (texts[i], strlen (texts[i]), 3);
      g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, ',');
      g_autoptr (GError) error = NULL;
      AccordCsvRecord record;
      AccordCsvResult result;

      do
        result = accord_csv_reader_next (reader, &record, NULL, &error);
      while (result == ACCORD_CSV_RECORD);
      g_assert_cmpint (result, ==, ACCORD_CSV_ERROR);
      g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_CHANGED);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GInputStream) stream = test_drip_new ("a\nb\n", 4, 2);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_UTF8, ',');
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  AccordCsvRecord record;

  g_assert_cmpint (accord_csv_reader_next (reader, &record, cancellable, &error), ==, ACCORD_CSV_RECORD);
  g_cancellable_cancel (cancellable);
  while (accord_csv_reader_next (reader, &record, cancellable, &error) == ACCORD_CSV_RECORD)
    ;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Random bytes: the reader ends, and lines never go back. */
static void
test_noise (void)
{
  static const char alphabet[] = "ab\",;\t\r\n \xc3\xa9";

  for (guint round = 0; round < 3000; round++)
    {
      char text[200];
      gsize len = g_test_rand_int_range (0, sizeof text);
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (AccordCsvReader) reader = NULL;
      AccordCsvRecord record;
      AccordCsvResult result;
      guint64 line = 0;

      for (gsize i = 0; i < len; i++)
        text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      stream = test_drip_new (text, len, g_test_rand_int_range (1, 50));
      reader = accord_csv_reader_new (stream, ACCORD_CHARSET_WINDOWS_1252, ',');
      while ((result = accord_csv_reader_next (reader, &record, NULL, NULL)) != ACCORD_CSV_END)
        {
          g_assert_cmpint (result, !=, ACCORD_CSV_ERROR);
          g_assert_cmpuint (record.line, >, line);
          line = record.line;
          for (gsize i = 0; i < record.n_fields; i++)
            g_assert_true (g_utf8_validate (record.fields[i].text, record.fields[i].len, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/shapes", test_shapes);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/broken", test_broken);
  g_test_add_func ("/csv-reader/broken/late", test_broken_late);
  g_test_add_func ("/csv-reader/endless-line", test_endless_line);
  g_test_add_func ("/csv-reader/round-trip", test_round_trip);
  g_test_add_func ("/csv-reader/windows-1252", test_windows);
  g_test_add_func ("/csv-reader/not-utf8", test_not_utf8);
  g_test_add_func ("/csv-reader/cancel", test_cancel);
  g_test_add_func ("/csv-reader/noise", test_noise);
  return g_test_run ();
}
