/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"
#include "money.h"

#include <string.h>

static gint64
random_pence (void)
{
  guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  gint64 value = (gint64) (bits >> g_test_rand_int_range (1, 60));

  return g_test_rand_bit () ? value : -value;
}

static void
assert_round_trip (gint64 pence)
{
  static const AccordMoneyStyle styles[] = { ACCORD_MONEY_PLAIN, ACCORD_MONEY_LEDGER, ACCORD_MONEY_FULL };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *text = accord_money_format (pence, styles[i]);
      g_autoptr (GError) error = NULL;
      gint64 back = 1;

      g_assert_true (accord_money_parse (text, &back, &error));
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, pence);
    }
}

static void
test_round_trip (void)
{
  static const gint64 edges[] = {
    0, 1, -1, 99, -99, 100, 99999, 100000, -100000, G_MAXINT64, G_MININT64 + 1
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    assert_round_trip (edges[i]);
  for (guint i = 0; i < 20000; i++)
    assert_round_trip (random_pence ());
}

/* What SHORT and POUNDS write is read back as a sum no further off than they may round. */
static void
test_round_trip_rounded (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 pence = random_pence () / 100;
      g_autofree char *pounds = accord_money_format (pence, ACCORD_MONEY_POUNDS);
      g_autofree char *brief = accord_money_format (pence, ACCORD_MONEY_SHORT);
      gint64 size = ABS (pence);
      gint64 unit = size < 100000         ? 100
                    : size < 100000000    ? 10000
                    : size < 100000000000 ? 10000000
                                          : 10000000000;
      gint64 back;

      g_assert_true (accord_money_parse (pounds, &back, NULL));
      g_assert_cmpint (ABS (back - pence), <=, 50);
      g_assert_true (accord_money_parse (brief, &back, NULL));
      g_assert_cmpint (ABS (back - pence), <=, unit / 2);
      g_assert_cmpuint (strlen (brief), <=, size < 100000000000000 ? 12 : 30);
    }
}

static void
test_parse_shapes (void)
{
  static const struct
  {
    const char *text;
    gint64 pence;
  } cases[] = {
    { "1234.56", 123456 },
    { "£1,234.56", 123456 },
    { " 1616.23 ", 161623 },
    { "-12.5", -1250 },
    { "(1,234.56)", -123456 },
    { "(£1,234.56)", -123456 },
    { "1,234.56 CR", -123456 },
    { "1,234.56CR", -123456 },
    { "1,234.56 dr", 123456 },
    { "1,234.56-", -123456 },
    { "\xe2\x88\x92"
      "5",
      -500 },
    { "-£5", -500 },
    { "£-5", -500 },
    { "£ 5", 500 },
    { "+5", 500 },
    { "GBP 5.00", 500 },
    { "\xc2\xa0"
      "7.00\xc2\xa0",
      700 },
    { "£19.2m", 1920000000 },
    { "£350k", 35000000 },
    { "£6bn", 600000000000 },
    { "£80 million", 8000000000 },
    { "12.95m", 1295000000 },
    { "19 million pounds", 1900000000 },
    { "£1.23456789m", 123456789 },
    { "0.00", 0 },
    { "-0.00", 0 },
    { ".50", 50 },
    { "5.", 500 },
    { "1.230000", 123 },
    { "00012.30", 1230 },
    { "1,234,567.89", 123456789 },
    { "92233720368547758.07", G_MAXINT64 },
    { "-92233720368547758.07", -G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pence = 42;

      g_assert_true (accord_money_parse (cases[i].text, &pence, &error));
      g_assert_no_error (error);
      g_assert_cmpint (pence, ==, cases[i].pence);
    }
}

static void
test_parse_refuses (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", ACCORD_BASE_ERROR_MONEY },
    { "  \t", ACCORD_BASE_ERROR_MONEY },
    { "abc", ACCORD_BASE_ERROR_MONEY },
    { "£", ACCORD_BASE_ERROR_MONEY },
    { "-", ACCORD_BASE_ERROR_MONEY },
    { "()", ACCORD_BASE_ERROR_MONEY },
    { ".", ACCORD_BASE_ERROR_MONEY },
    { "m", ACCORD_BASE_ERROR_MONEY },
    { "£m", ACCORD_BASE_ERROR_MONEY },
    { "1,23", ACCORD_BASE_ERROR_MONEY },
    { "12,34,567", ACCORD_BASE_ERROR_MONEY },
    { "1234,567", ACCORD_BASE_ERROR_MONEY },
    { ",123", ACCORD_BASE_ERROR_MONEY },
    { "1,,234", ACCORD_BASE_ERROR_MONEY },
    { "1,234,", ACCORD_BASE_ERROR_MONEY },
    { "1.234,56", ACCORD_BASE_ERROR_MONEY },
    { "1.234", ACCORD_BASE_ERROR_MONEY },
    { "1.2.3", ACCORD_BASE_ERROR_MONEY },
    { "£1.234567891m", ACCORD_BASE_ERROR_MONEY },
    { "1 234", ACCORD_BASE_ERROR_MONEY },
    { "--5", ACCORD_BASE_ERROR_MONEY },
    { "-(5)", ACCORD_BASE_ERROR_MONEY },
    { "(-5)", ACCORD_BASE_ERROR_MONEY },
    { "-5 CR", ACCORD_BASE_ERROR_MONEY },
    { "£(12.00)", ACCORD_BASE_ERROR_MONEY },
    { "-5-", ACCORD_BASE_ERROR_MONEY },
    { "1e5", ACCORD_BASE_ERROR_MONEY },
    { "0x10", ACCORD_BASE_ERROR_MONEY },
    { "12 cm", ACCORD_BASE_ERROR_MONEY },
    { "1k m", ACCORD_BASE_ERROR_MONEY },
    { "$5", ACCORD_BASE_ERROR_MONEY },
    { "25/06/2012", ACCORD_BASE_ERROR_MONEY },
    { "N/A", ACCORD_BASE_ERROR_MONEY },
    { "nan", ACCORD_BASE_ERROR_MONEY },
    { "\xff\xfe", ACCORD_BASE_ERROR_MONEY },
    { "92233720368547758.08", ACCORD_BASE_ERROR_RANGE },
    { "92233720368547758.079", ACCORD_BASE_ERROR_MONEY },
    { "99999999999999999999999999", ACCORD_BASE_ERROR_RANGE },
    { "100000000bn", ACCORD_BASE_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pence = 42;

      g_test_message ("refusing case %" G_GSIZE_FORMAT, i);
      g_assert_false (accord_money_parse (cases[i].text, &pence, &error));
      g_assert_error (error, ACCORD_BASE_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (g_utf8_validate (cases[i].text, -1, NULL) && *cases[i].text > ' ')
        g_assert_nonnull (strstr (error->message, cases[i].text));
    }
}

/* Whatever the bytes: no crash, and what is taken for money is written and read back the same. */
static void
test_parse_noise (void)
{
  static const char alphabet[] = "0123456789.,-()£ mkbnCRp+\xc2\xa0\xff\t";

  for (guint i = 0; i < 100000; i++)
    {
      char text[24];
      gsize len = g_test_rand_int_range (0, sizeof text - 1);
      gint64 pence;

      for (gsize j = 0; j < len; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[len] = '\0';
      if (accord_money_parse (text, &pence, NULL))
        assert_round_trip (pence);
    }
}

static void
test_format_styles (void)
{
  static const struct
  {
    gint64 pence;
    AccordMoneyStyle style;
    const char *text;
  } cases[] = {
    { -123456, ACCORD_MONEY_PLAIN, "-1234.56" },
    { 5, ACCORD_MONEY_PLAIN, "0.05" },
    { 123456, ACCORD_MONEY_LEDGER, "1,234.56" },
    { -123456, ACCORD_MONEY_LEDGER,
      "\xe2\x88\x92"
      "1,234.56" },
    { ACCORD_MONEY_UNKNOWN, ACCORD_MONEY_LEDGER, "–" },
    { ACCORD_MONEY_UNKNOWN, ACCORD_MONEY_PLAIN, "not known" },
    { ACCORD_MONEY_UNKNOWN, ACCORD_MONEY_FULL, "not known" },
    { ACCORD_MONEY_UNKNOWN, ACCORD_MONEY_SHORT, "not known" },
    { 123449, ACCORD_MONEY_POUNDS, "£1,234" },
    { 123450, ACCORD_MONEY_POUNDS, "£1,235" },
    { -30, ACCORD_MONEY_POUNDS, "£0" },
    { -123456, ACCORD_MONEY_FULL, "\xe2\x88\x92£1,234.56" },
    { 1920000000, ACCORD_MONEY_SHORT, "£19.2m" },
    { 1295000000, ACCORD_MONEY_SHORT, "£12.95m" },
    { 1295400000, ACCORD_MONEY_SHORT, "£13m" },
    { 600000000000, ACCORD_MONEY_SHORT, "£6bn" },
    { 2700000000, ACCORD_MONEY_SHORT, "£27m" },
    { 35000000, ACCORD_MONEY_SHORT, "£350k" },
    { 95000, ACCORD_MONEY_SHORT, "£950" },
    { 99960, ACCORD_MONEY_SHORT, "£1k" },
    { 99996000, ACCORD_MONEY_SHORT, "£999.96k" },
    { 99996001, ACCORD_MONEY_SHORT, "£1m" },
    { 99900000, ACCORD_MONEY_SHORT, "£999k" },
    { 50, ACCORD_MONEY_SHORT, "£0.50" },
    { 0, ACCORD_MONEY_SHORT, "£0" },
    { -1920000000, ACCORD_MONEY_SHORT, "\xe2\x88\x92£19.2m" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = accord_money_format (cases[i].pence, cases[i].style);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sums (void)
{
  gint64 sum = 7;

  g_assert_true (accord_money_add (1, -3, &sum));
  g_assert_cmpint (sum, ==, -2);
  g_assert_true (accord_money_subtract (1, 3, &sum));
  g_assert_cmpint (sum, ==, -2);
  g_assert_false (accord_money_add (G_MAXINT64, 1, &sum));
  g_assert_false (accord_money_add (G_MININT64 + 1, -1, &sum));
  g_assert_false (accord_money_add (G_MININT64 + 1, -5, &sum));
  g_assert_false (accord_money_add (ACCORD_MONEY_UNKNOWN, 5, &sum));
  g_assert_false (accord_money_add (5, ACCORD_MONEY_UNKNOWN, &sum));
  g_assert_false (accord_money_subtract (0, ACCORD_MONEY_UNKNOWN, &sum));
  g_assert_cmpint (sum, ==, -2);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 a = random_pence (), b = random_pence (), back;

      if (accord_money_add (a, b, &sum))
        {
          g_assert_true (accord_money_subtract (sum, b, &back));
          g_assert_cmpint (back, ==, a);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/round-trip/rounded", test_round_trip_rounded);
  g_test_add_func ("/money/parse/shapes", test_parse_shapes);
  g_test_add_func ("/money/parse/refuses", test_parse_refuses);
  g_test_add_func ("/money/parse/noise", test_parse_noise);
  g_test_add_func ("/money/format", test_format_styles);
  g_test_add_func ("/money/sums", test_sums);
  return g_test_run ();
}
