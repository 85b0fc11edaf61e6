/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/assumption-number.h"

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    double value;
  } good[] = {
    { "0.35", 0.35 }, { "35%", 0.35 },         { "1,200", 1200 }, { "£42.50", 42.5 },
    { " 7 ", 7 },     { "\u22120.01", -0.01 }, { "-3", -3 },
  };
  static const char *const bad[] = { "", " ", "%", "six", "1.2.3", "1 in 10", "nan", "inf", "1e999", "--1" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (accord_assumption_parse_number (good[i].text, &value));
      g_assert_cmpfloat_with_epsilon (value, good[i].value, 1e-12);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (accord_assumption_parse_number (bad[i], &value));
}

static void
test_shown (void)
{
  static const struct
  {
    double value;
    const char *text;
  } numbers[] = { { 0, "0" }, { 100, "100" }, { 0.35, "0.35" }, { 1200.5, "1200.5" }, { -0.01, "-0.01" } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = accord_assumption_dup_number (numbers[i].value);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assumption-number/typed", test_typed);
  g_test_add_func ("/assumption-number/shown", test_shown);

  return g_test_run ();
}
