/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vague-date.h"

#include "date.h"

static const struct
{
  const char *words;
  const char *from;
  const char *until;
} known[] = {
  { "late 2017", "2017-09-02", "2017-12-31" },
  { "Early 2018", "2018-01-01", "2018-05-01" },
  { "in Spring 2017", "2017-03-01", "2017-05-31" },
  { "Winter 2017", "2017-12-01", "2018-02-28" },
  { "by end of March 2017", "2017-03-22", "2017-03-31" },
  { "up to 2020", "2020-01-01", "2020-12-31" },
  { "for April 2020 onwards", "2020-04-01", "2020-04-30" },
  { "by the 1st April 2020", "2020-04-01", "2020-04-01" },
  { "1 April, 2019", "2019-04-01", "2019-04-01" },
  { "week commencing 24th June 2019", "2019-06-24", "2019-06-30" },
  { "2019/20", "2019-04-01", "2020-03-31" },
  { "Q3 2019/20", "2019-10-01", "2019-12-31" },
  { "mid Sept 2016", "2016-09-11", "2016-09-20" },
  { "31 February 2019", "2019-02-01", "2019-02-28" },
};

static const char *const unknown[] = {
  "in October", "at relevant stages", "Following this", "at the turn of the year", "",
  "99999",      "in 3 weeks",         "\xff\xfe",
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

      g_test_message ("%s", known[i].words);
      g_assert_true (accord_vague_date_parse (known[i].words, from, until));
      g_assert_cmpstr (from, ==, known[i].from);
      g_assert_cmpstr (until, ==, known[i].until);
    }
}

static void
test_unknown (void)
{
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

  g_assert_false (accord_vague_date_parse (NULL, from, until));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (accord_vague_date_parse (unknown[i], from, until));
}

/* Whatever is said of a year lies in it or, for winter and the financial year, begins there. */
static void
test_every_way (void)
{
  static const char *const parts[] = { "", "early", "mid", "late", "end of" };
  static const char *const spans[] = { "", "spring", "summer", "autumn", "winter", "February", "oct", "may" };

  for (int year = 1990; year <= 2040; year++)
    for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
      for (guint span = 0; span < G_N_ELEMENTS (spans); span++)
        {
          g_autofree char *words = g_strdup_printf ("%s %s %d", parts[part], spans[span], year);
          g_autofree char *start = g_strdup_printf ("%d-01-01", year);
          g_autofree char *end = g_strdup_printf ("%d-03-01", year + 1);
          char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

          g_assert_true (accord_vague_date_parse (words, from, until));
          g_assert_cmpstr (from, <=, until);
          g_assert_cmpstr (start, <=, from);
          g_assert_cmpstr (until, <, end);
        }
}

/* What is to be from some day on is never late. */
static void
test_end (void)
{
  static const char *const open[] = { "for April 2020 onwards", "from June 2019", "April 2020 onward",
                                      "Since 2016", "after April 2019" };
  static const char *const closed[] = { "late 2017",  "by the 1st April 2020",
                                        "up to 2020", "from 2016 to 2018",
                                        "2019/20",    "fromage 2020" };

  g_assert_false (accord_vague_date_has_end (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_false (accord_vague_date_has_end (open[i]));
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    g_assert_true (accord_vague_date_has_end (closed[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vague-date/known", test_known);
  g_test_add_func ("/vague-date/unknown", test_unknown);
  g_test_add_func ("/vague-date/every-way", test_every_way);
  g_test_add_func ("/vague-date/end", test_end);
  return g_test_run ();
}
