/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"
#include "exchange-error.h"
#include "spend-finder.h"
#include "spend-preview.h"
#include "support.h"

#include <string.h>

/* Reads bytes as a spend file. Whatever they are: no crash, and either an error or counts that hold together.
 */
static void
assert_holds (const char *data, gsize len)
{
  GFile *file = test_file_new (data, len);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsvProbe) probe = accord_csv_probe (file, NULL, NULL, NULL, &error);
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autoptr (AccordSpendPreview) preview = NULL;

  if (probe != NULL)
    layout = accord_spend_find_layout (file, probe, NULL, &error);
  if (layout != NULL)
    preview = accord_spend_preview (file, probe, layout, G_MAXUINT, NULL, NULL, NULL, &error);
  g_assert_true ((preview == NULL) == (error != NULL));
  if (preview != NULL)
    {
      g_assert_cmpuint (preview->samples->len, ==, preview->tally.n_rows);
      g_assert_cmpuint (preview->rejections->len, ==, preview->tally.n_rejected);
      for (guint i = 0; i < preview->samples->len; i++)
        {
          const AccordSpendSample *sample = g_ptr_array_index (preview->samples, i);

          g_assert_true (accord_date_is_iso (sample->date));
          for (guint j = 0; j < ACCORD_SPEND_N_COLUMNS; j++)
            g_assert_true (sample->texts[j] == NULL || g_utf8_validate (sample->texts[j], -1, NULL));
        }
      for (guint i = 0; i < preview->rejections->len; i++)
        {
          const AccordRejection *rejection = g_ptr_array_index (preview->rejections, i);

          g_assert_true (g_utf8_validate (rejection->reason, -1, NULL));
          g_assert_cmpuint (rejection->line, >, accord_spend_layout_get_header_line (layout));
        }
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL) && *error->message != '\0');
  test_file_free (file);
}

static const char *const names[] = { "title-rows.csv", "windows-1252.csv",    "broken-quotes.csv",
                                     "two-dates.csv",  "written-amounts.csv", "tabs.csv",
                                     "long-dates.csv" };

static char *
load (const char *name, gsize *len)
{
  g_autoptr (GFile) file = test_fixture (name);
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_load_contents (file, NULL, &data, len, NULL, &error);
  g_assert_no_error (error);
  return data;
}

/* Real shapes cut off anywhere. */
static void
test_truncated (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize len;
      g_autofree char *data = load (names[i], &len);

      for (gsize cut = 0; cut < len; cut += 1 + cut / 40)
        assert_holds (data, cut);
    }
}

/* Real shapes with bytes changed, dropped and doubled. */
static void
test_damaged (void)
{
  static const char strange[] = ",;\t\"\r\n\xff\x80\xc3 0/";

  for (guint round = 0; round < 300; round++)
    {
      gsize len;
      g_autofree char *data = load (names[round % G_N_ELEMENTS (names)], &len);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      for (gsize i = 0; i < len; i++)
        {
          guint8 byte = data[i];
          int chance = g_test_rand_int_range (0, 100);

          if (chance == 0)
            byte = strange[g_test_rand_int_range (0, sizeof strange - 1)];
          if (chance != 1)
            g_byte_array_append (bytes, &byte, 1);
          if (chance == 2)
            g_byte_array_append (bytes, &byte, 1);
        }
      assert_holds ((const char *) bytes->data, bytes->len);
    }
}

/* Rows made of bits that mean something, in any order. */
static void
test_shuffled (void)
{
  static const char *const bits[] = {
    "Supplier", "Payment Date", "Net Amount", "Total", "01/04/2019", "12/31/2019",
    "1,234.56", "12.50",        "43556",      "\"",    ",",          ",",
    ",",        "\n",           "\n",         "£",     "\xa3",       "é",
    ""
  };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new ("Supplier,Payment Date,Net Amount\n");

      for (guint n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      assert_holds (text->str, text->len);
    }
}

/* More columns than any file has, and nothing but separators. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new ("Supplier,Payment Date,Net Amount");

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (text, ',');
  g_string_append (text, "\nA,01/04/2019,1.00\n");
  assert_holds (text->str, text->len);
  memset (text->str, ',', text->len);
  assert_holds (text->str, text->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spend-noise/truncated", test_truncated);
  g_test_add_func ("/spend-noise/damaged", test_damaged);
  g_test_add_func ("/spend-noise/shuffled", test_shuffled);
  g_test_add_func ("/spend-noise/wide", test_wide);
  return g_test_run ();
}
