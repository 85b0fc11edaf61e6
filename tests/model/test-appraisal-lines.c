/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-lines.h"

#include "appraisal-sheet.h"
#include "model-error.h"

#include <string.h>

/* What is written, is read back, in the order of the years. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 200; round++)
    {
      gboolean parts = round % 2 == 1;
      guint n = (guint) g_test_rand_int_range (0, 40);
      g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
      g_autoptr (GArray) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n; i++)
        {
          AccordYearAmount one = { 1990 + 3 * (int) i, g_test_rand_int () };

          g_array_append_val (made, one);
        }
      text = parts ? accord_year_parts_format ((AccordYearAmount *) made->data, n)
                   : accord_year_amounts_format ((AccordYearAmount *) made->data, n);
      read = parts ? accord_year_parts_parse (text, &error) : accord_year_amounts_parse (text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (read->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (g_array_index (read, AccordYearAmount, i).year, ==, 1990 + 3 * (int) i);
          g_assert_cmpint (g_array_index (read, AccordYearAmount, i).amount, ==,
                           g_array_index (made, AccordYearAmount, i).amount);
        }
    }
}

/* Lines come as people and other systems leave them. */
static void
test_as_people_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) read = accord_year_amounts_parse (
      "\r\n  2018-19\t£1,234.50\r\n\n2017/18   (250.00)  \n2019/2020 19.2m", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 3);
  g_assert_cmpint (g_array_index (read, AccordYearAmount, 0).year, ==, 2017);
  g_assert_cmpint (g_array_index (read, AccordYearAmount, 0).amount, ==, -25000);
  g_assert_cmpint (g_array_index (read, AccordYearAmount, 1).amount, ==, 123450);
  g_assert_cmpint (g_array_index (read, AccordYearAmount, 2).amount, ==, 1920000000);
}

/* The line that is wrong is counted as a person counts it, empty ones too. */
static void
test_line_number (void)
{
  static const char *const texts[] = { "2017/18 1\n\n2018/19 x", "2017/18 1\n\nx", "\n\n2018/19", "a\0b",
                                       "2017/18 1\n2018/19 2\n2017/18 3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_year_amounts_parse (texts[i], &error));
      g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM);
      g_assert_true (g_str_has_prefix (error->message, i == 3 ? "Line 1 " : "Line 3 "));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_price_years (void)
{
  static const struct
  {
    const char *text;
    AccordPriceYears years;
    int year;
    const char *written;
  } cases[] = {
    { "2013/14", ACCORD_PRICES_FINANCIAL, 2013, "2013/14" },
    { " 2013-14 ", ACCORD_PRICES_FINANCIAL, 2013, "2013/14" },
    { "1999/2000", ACCORD_PRICES_FINANCIAL, 1999, "1999/00" },
    { "2013", ACCORD_PRICES_CALENDAR, 2013, "2013" },
  };
  AccordPriceYears years;
  int year;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;

      g_assert_true (accord_price_year_parse (cases[i].text, &years, &year, &error));
      g_assert_no_error (error);
      g_assert_cmpint (years, ==, cases[i].years);
      g_assert_cmpint (year, ==, cases[i].year);
      written = accord_price_year_format (years, year);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
  g_assert_true (accord_price_year_parse ("  ", &years, &year, NULL));
  g_assert_cmpint (year, ==, ACCORD_NO_YEAR);
  g_assert_true (accord_price_year_parse (NULL, &years, &year, NULL));
  g_assert_false (accord_price_year_parse ("13/14", &years, &year, NULL));
  g_assert_false (accord_price_year_parse ("2013/15", &years, &year, NULL));
}

static void
test_sheet (void)
{
  static const char works[] = "non-standard-buildings 0.3\nstandard-buildings 0.7";
  static const char mitigations[] = "0.4 0.92 7000000.00 Site not surveyed | Survey of May 2017\n"
                                    "0.25 0 0.00 Poor intelligence";
  g_autoptr (AccordBiasSheet) sheet = accord_bias_sheet_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL, *again = NULL;
  const AccordMitigation *first;

  g_assert_true (accord_works_parse (works, sheet, &error));
  g_assert_true (accord_mitigations_parse (mitigations, sheet, &error));
  g_assert_no_error (error);
  first = sheet->mitigations->pdata[0];
  g_assert_cmpint (first->share, ==, 400000000);
  g_assert_cmpint (first->mitigated, ==, 920000000);
  g_assert_cmpint (first->cost, ==, 700000000);
  g_assert_cmpstr (first->name, ==, "Site not surveyed");
  g_assert_cmpstr (first->evidence, ==, "Survey of May 2017");
  written = accord_works_format (sheet);
  again = accord_mitigations_format (sheet);
  g_assert_cmpstr (written, ==, works);
  g_assert_cmpstr (again, ==, mitigations);
  g_assert_false (accord_mitigations_parse ("0.4 0.92 7000000.00", sheet, &error));
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appraisal-lines/round-trip", test_round_trip);
  g_test_add_func ("/appraisal-lines/as-people-write", test_as_people_write);
  g_test_add_func ("/appraisal-lines/line-number", test_line_number);
  g_test_add_func ("/appraisal-lines/price-years", test_price_years);
  g_test_add_func ("/appraisal-lines/sheet", test_sheet);
  return g_test_run ();
}
