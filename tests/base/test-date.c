/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"
#include "today.h"
#include "error.h"

#include <string.h>

static const char *const names[] = { "January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December" };
static const char *const weekdays[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday" };

static void
assert_reads (const char *iso, AccordDateForm form, char *text)
{
  g_autofree char *own = text;
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  char out[ACCORD_DATE_ISO_SIZE];

  g_assert_true (accord_date_parse (own, &read, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, iso);
  g_assert_cmpint (accord_date_form_of (own, strlen (own)), ==, form);
  g_assert_true (accord_date_scan (own, strlen (own), form, out));
  g_assert_cmpstr (out, ==, iso);
  for (AccordDateForm other = ACCORD_DATE_FORM_NONE; other < ACCORD_DATE_FORM_ANY; other++)
    if (other != form)
      g_assert_false (accord_date_scan (own, strlen (own), other, out));
}

static const char *
ordinal (int day)
{
  if (day >= 11 && day <= 13)
    return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

/* Every day of fifty years, in every form: GLib's calendar is the judge. */
static void
test_every_day (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1990);
  gint number = 20 * 365 + 5;

  for (; g_date_get_year (date) <= 2040; g_date_add_days (date, 1), number++)
    {
      int d = g_date_get_day (date), m = g_date_get_month (date), y = g_date_get_year (date);
      const char *name = names[m - 1];
      const char *weekday = weekdays[g_date_get_weekday (date) - 1];
      g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", y, m, d);
      g_autofree char *shown = accord_date_format (iso);
      char out[ACCORD_DATE_ISO_SIZE];
      gint back;

      g_assert_true (accord_date_is_iso (iso));
      assert_reads (iso, ACCORD_DATE_FORM_ISO, g_strdup (iso));
      assert_reads (iso, ACCORD_DATE_FORM_ISO, g_strdup_printf ("%sT23:59:59Z", iso));
      assert_reads (iso, ACCORD_DATE_FORM_ISO, g_strdup_printf ("%04d/%02d/%02d", y, m, d));
      assert_reads (iso, ACCORD_DATE_FORM_COMPACT, g_strdup_printf ("%04d%02d%02d", y, m, d));
      assert_reads (iso, ACCORD_DATE_FORM_DAY_FIRST, g_strdup_printf ("%02d/%02d/%04d", d, m, y));
      assert_reads (iso, ACCORD_DATE_FORM_DAY_FIRST, g_strdup_printf ("%d/%d/%02d", d, m, y % 100));
      assert_reads (iso, ACCORD_DATE_FORM_DAY_FIRST, g_strdup_printf ("%02d.%02d.%04d", d, m, y));
      assert_reads (iso, ACCORD_DATE_FORM_DAY_FIRST, g_strdup_printf (" %02d-%02d-%04d 00:00", d, m, y));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup (shown));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup_printf ("%02d-%.3s-%04d", d, name, y));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup_printf ("%02d-%.3s-%02d", d, name, y % 100));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup_printf ("%d %s %d", d, name, y));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup_printf ("%d%s %s %d", d, ordinal (d), name, y));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS, g_strdup_printf ("%s, %s %d, %d", weekday, name, d, y));
      assert_reads (iso, ACCORD_DATE_FORM_WORDS,
                    g_strdup_printf ("%s, %d%s %s, %d", weekday, d, ordinal (d), name, y));

      g_assert_true (accord_date_to_day_number (iso, &back));
      g_assert_cmpint (back, ==, number);
      g_assert_true (accord_date_from_day_number (number, out));
      g_assert_cmpstr (out, ==, iso);
    }
}

/* Over the whole range: a number, the date it names and the number again. */
static void
test_day_numbers (void)
{
  char out[ACCORD_DATE_ISO_SIZE];
  gint first, last, back;

  g_assert_true (accord_date_to_day_number ("1000-01-01", &first));
  g_assert_true (accord_date_to_day_number ("9999-12-31", &last));
  for (gint i = first; i <= last; i += 7)
    {
      g_assert_true (accord_date_from_day_number (i, out));
      g_assert_true (accord_date_to_day_number (out, &back));
      g_assert_cmpint (back, ==, i);
    }
  g_assert_false (accord_date_from_day_number (first - 1, out));
  g_assert_false (accord_date_from_day_number (last + 1, out));
  g_assert_false (accord_date_from_day_number (G_MININT, out));
  g_assert_false (accord_date_from_day_number (G_MAXINT, out));
  g_assert_false (accord_date_to_day_number ("2019-02-29", &back));
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } cases[] = {
    { "24/12/2010", "2010-12-24" },
    { "20-Jun-13", "2013-06-20" },
    { "15-Jun-2012", "2012-06-15" },
    { "Friday, April 29, 2022", "2022-04-29" },
    { "Tuesday, 27th September 2016", "2016-09-27" },
    { "Tuesday, 29th July, 2025", "2025-07-29" },
    { "28 March 2022", "2022-03-28" },
    { "1 April 2019", "2019-04-01" },
    { "1st April 2019", "2019-04-01" },
    { "3 Sept 2019", "2019-09-03" },
    { "3 SEP 19", "2019-09-03" },
    { "01/02/03", "2003-02-01" },
    { "01/02/68", "2068-02-01" },
    { "01/02/69", "1969-02-01" },
    { "29/02/2000", "2000-02-29" },
    { "29/02/2024", "2024-02-29" },
    { "\xc2\xa0"
      "24/12/2010\xc2\xa0",
      "2010-12-24" },
    { "24/12/2010 00:00:00", "2010-12-24" },
    { "24/12/2010 4.00 pm", "2010-12-24" },
    { "2019-04-01T09:30:00.000+01:00", "2019-04-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_date_parse (cases[i].text, &iso, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_refuses (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "tomorrow",
    "12/31/2019",
    "31/04/2019",
    "29/02/2019",
    "29/02/1900",
    "00/01/2019",
    "01/00/2019",
    "2019-13-01",
    "2019-02-30",
    "2019-4-1",
    "1/2/3",
    "1/2/203",
    "1/2/20190",
    "25/06/2012900",
    "1-2/2019",
    "1/2",
    "2019",
    "April 2019",
    "Apr2019",
    "2019/20",
    "32 March 2019",
    "1 Foo 2019",
    "1 Ma 2019",
    "1 Marchy 19",
    "Someday 1 May",
    "20190230",
    "2019040",
    "201904011",
    "1234.56",
    "-1/2/2019",
    "24/12/2010x",
    "24/12/2010 25:00",
    "24/12/2010 page",
    "24/12/2010 10:99",
    "1 April",
    "1st of May 2019 or so",
    "\xff\xff/\xff",
    "1 2 2019",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *iso = (char *) "untouched";
      g_autoptr (GError) error = NULL;

      g_test_message ("refusing text %" G_GSIZE_FORMAT, i);
      g_assert_false (accord_date_parse (texts[i], &iso, &error));
      g_assert_error (error, ACCORD_BASE_ERROR, ACCORD_BASE_ERROR_DATE);
      g_assert_cmpstr (iso, ==, "untouched");
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* A nul inside the slice is a byte like any other, and what lies behind the slice is not read. */
static void
test_slices (void)
{
  char out[ACCORD_DATE_ISO_SIZE];

  g_assert_true (accord_date_scan ("24/12/2010900", 10, ACCORD_DATE_FORM_DAY_FIRST, out));
  g_assert_cmpstr (out, ==, "2010-12-24");
  g_assert_true (accord_date_scan ("24/12/2010900", 8, ACCORD_DATE_FORM_DAY_FIRST, out));
  g_assert_cmpstr (out, ==, "2020-12-24");
  g_assert_false (accord_date_scan ("24/12/2010900", 11, ACCORD_DATE_FORM_DAY_FIRST, out));
  g_assert_false (accord_date_scan ("24/12\0/2010", 11, ACCORD_DATE_FORM_ANY, out));
  g_assert_false (accord_date_scan ("24/12/2010\0", 11, ACCORD_DATE_FORM_ANY, out));
  g_assert_false (accord_date_scan ("24/12/2010 10:00\0", 17, ACCORD_DATE_FORM_ANY, out));
  g_assert_false (accord_date_scan (NULL, 0, ACCORD_DATE_FORM_ANY, out));
}

static void
test_noise (void)
{
  static const char alphabet[] = "0123456789/-. ,TZ:AprMayJunthndst\xc2\xa0\xff";

  for (guint i = 0; i < 100000; i++)
    {
      char text[24];
      gsize len = g_test_rand_int_range (0, sizeof text - 1);
      g_autofree char *iso = NULL;

      for (gsize j = 0; j < len; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[len] = '\0';
      if (accord_date_parse (text, &iso, NULL))
        g_assert_true (accord_date_is_iso (iso));
    }
}

static void
test_detect (void)
{
  static const char *const british[] = { "01/02/2019", "", "13/02/2019", "02/13/2019" };
  static const char *const american[] = { "01/02/2019", "02/13/2019", "03/04/2019" };
  static const char *const either[] = { "01/02/2019", "02/03/2019" };
  static const char *const mixed[] = { "Total", "2019-01-01", "2019-01-02" };
  static const char *const words[] = { "Total", "Net", "20-Jun-13" };

  g_assert_cmpint (accord_date_form_detect (british, 4), ==, ACCORD_DATE_FORM_DAY_FIRST);
  g_assert_cmpint (accord_date_form_detect (american, 3), ==, ACCORD_DATE_FORM_MONTH_FIRST);
  g_assert_cmpint (accord_date_form_detect (either, 2), ==, ACCORD_DATE_FORM_DAY_FIRST);
  g_assert_cmpint (accord_date_form_detect (mixed, 3), ==, ACCORD_DATE_FORM_ISO);
  g_assert_cmpint (accord_date_form_detect (words, 3), ==, ACCORD_DATE_FORM_NONE);
  g_assert_cmpint (accord_date_form_detect (words, 0), ==, ACCORD_DATE_FORM_NONE);
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso;
    const char *shown;
  } cases[] = { { "2016-09-27", "27 Sep 2016" },
                { "2019-04-01", "1 Apr 2019" },
                { "soon", "soon" },
                { "2019/04/01", "2019/04/01" },
                { "", "" },
                { NULL, "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = accord_date_format (cases[i].iso);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_today (void)
{
  g_assert_cmpint (accord_date_days_until ("2019-04-01", "2019-03-31"), ==, 1);
  g_assert_cmpint (accord_date_days_until ("2019-03-31", "2020-03-31"), ==, -366);
  g_assert_cmpint (accord_date_days_until (NULL, "2020-03-31"), ==, 0);
  g_assert_true (accord_date_is_past ("2019-03-31", "2019-04-01"));
  g_assert_false (accord_date_is_past ("2019-04-01", "2019-04-01"));
  g_assert_false (accord_date_is_past (NULL, "2019-04-01"));
}

static void
test_today_in_words (void)
{
  static const char *const words[] = { "today", "Today", " TODAY\t" };
  g_autofree char *today = accord_today_dup ();
  g_autofree char *iso = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *read = NULL;

      g_assert_true (accord_date_parse (words[i], &read, NULL));
      g_assert_cmpstr (read, ==, today);
    }
  g_assert_false (accord_date_parse ("todays", &iso, NULL));
  g_assert_false (accord_date_parse ("to day", &iso, NULL));
}

/* Steps there and back are where one was, and what is half written is left alone. */
static void
test_steps (void)
{
  static const char *const halves[] = { "1", "01-04", "2019-", "2019-04", "1 Oc", "Augus", "tod", "-" };
  g_autofree char *today = accord_today_dup ();
  g_autofree char *leap = accord_date_step ("29 Feb 2020", 1);
  g_autofree char *new_year = accord_date_step ("1/1/2019", -1);
  g_autofree char *now = accord_date_step ("", 0);

  g_assert_cmpstr (leap, ==, "2020-03-01");
  g_assert_cmpstr (new_year, ==, "2018-12-31");
  g_assert_cmpstr (now, ==, today);
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    g_assert_null (accord_date_step (halves[i], 1));
  g_assert_null (accord_date_step ("9999-12-31", 1));
  for (guint i = 0; i < 500; i++)
    {
      char iso[ACCORD_DATE_ISO_SIZE];
      int days = g_test_rand_int_range (-4000, 4000);
      g_autofree char *there = NULL, *back = NULL;

      g_assert_true (accord_date_from_day_number (g_test_rand_int_range (-100000, 100000), iso));
      there = accord_date_step (iso, days);
      back = accord_date_step (there, -days);
      g_assert_cmpstr (back, ==, iso);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/day-numbers", test_day_numbers);
  g_test_add_func ("/date/shapes", test_shapes);
  g_test_add_func ("/date/refuses", test_refuses);
  g_test_add_func ("/date/slices", test_slices);
  g_test_add_func ("/date/noise", test_noise);
  g_test_add_func ("/date/detect", test_detect);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/date/today-in-words", test_today_in_words);
  g_test_add_func ("/date/steps", test_steps);
  return g_test_run ();
}
