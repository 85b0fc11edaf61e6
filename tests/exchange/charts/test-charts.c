/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts-fixture.h"
#include "charts/bcr-layout.h"
#include "charts/bcr.h"
#include "charts/burn-down.h"
#include "charts/chance-layout.h"
#include "charts/chance.h"
#include "charts/cumulative.h"
#include "charts/positions.h"
#include "charts/swings.h"
#include "charts/tornado.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 40

static const double sizes[] = { 0.4, 30, 1e6, 3.3e9, 9e14 };

static double
any_size (void)
{
  return sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))];
}

static guint
any_years (void)
{
  static const guint years[] = { 1, 2, 5, 10, 60, 125, 500 };

  return years[g_test_rand_int_range (0, G_N_ELEMENTS (years))];
}

static int
any_base (void)
{
  return g_test_rand_bit () ? ACCORD_NO_YEAR : 2017;
}

static void
test_cumulative (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      AccordCbaResult *result = charts_random_result (any_years (), 0, any_size ());
      g_autoptr (AccordChart) chart = accord_cumulative_chart_new (result, any_base ());

      charts_result_free (result);
      charts_assert_sound (chart);
    }
}

static char *
any_name (void)
{
  GString *name = g_string_new ("Name");

  for (int n = g_test_rand_int_range (0, 4) == 0 ? 300 : g_test_rand_int_range (0, 30); n > 0; n--)
    g_string_append_unichar (name,
                             g_test_rand_int_range (0, 6) == 0 ? ' ' : g_test_rand_int_range ('o', 'z'));
  return g_string_free (name, FALSE);
}

static AccordCba *
make_cba (guint n_organisations, int base_year)
{
  AccordCba *cba = accord_cba_new ("Case");

  cba->base_year = base_year;
  for (guint i = 0; i < n_organisations; i++)
    {
      g_autofree char *uid = g_strdup_printf ("o%u", i), *name = any_name ();

      accord_cba_add_organisation (cba, uid, name);
    }
  return cba;
}

/* However many pay or gain, a few panels show them all, and the table has each. */
static void
test_positions (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint n = g_test_rand_int_range (0, 41);
      g_autoptr (AccordCba) cba = make_cba (n, any_base ());
      AccordCbaResult *result = charts_random_result (any_years (), n, any_size ());
      g_autoptr (AccordChart) chart = accord_positions_chart_new (result, cba);
      g_autoptr (GPtrArray) rows = accord_chart_dup_rows (chart);

      charts_result_free (result);
      g_assert_cmpuint (rows->len, ==, n);
      charts_assert_sound (chart);
    }
}

static void
test_tornado (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint n = g_test_rand_int_range (0, 40);
      double size = any_size (), base = size * g_test_rand_double_range (-1, 1);
      g_autofree AccordTornadoBar *bars = g_new0 (AccordTornadoBar, n + 1);
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (AccordChart) chart = NULL;

      for (guint j = 0; j < n; j++)
        {
          bars[j] = (AccordTornadoBar){ any_name (),
                                        any_name (),
                                        any_name (),
                                        g_test_rand_bit () ? "7%" : NULL,
                                        base + size * g_test_rand_double_range (-1, 1),
                                        base + size * g_test_rand_double_range (-1, 1) };
          g_ptr_array_add (words, (char *) bars[j].name);
          g_ptr_array_add (words, (char *) bars[j].low);
          g_ptr_array_add (words, (char *) bars[j].high);
        }
      chart = accord_tornado_chart_new (base, bars, n);
      charts_assert_sound (chart);
    }
}

/* What was changed is called by its name and its line, and its values are written as people write them. */
static void
test_swings (void)
{
  g_autoptr (AccordCba) cba = accord_cba_new ("Case");
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "Option");
  const AccordSwing swings[] = {
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_ENGAGEMENT }, 0.6, 0.54, 0.66, -500, 900, { ACCORD_DEFINED, 0.575 } },
    { { 0, TRUE, 0, ACCORD_CBA_FIELD_UNIT_VALUE },
      180700,
      162630,
      198770,
      100,
      300,
      { ACCORD_UNDEFINED_NO_EFFECT, 0 } },
    { { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_HORIZON },
      10,
      9,
      11,
      150,
      250,
      { ACCORD_DEFINED, 4 } },
  };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AccordSwing));
  g_autoptr (AccordChart) chart = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const char *const *cells;

  accord_cba_option_add_outcome (option, "line", "Attendances avoided");
  g_array_append_vals (all, swings, G_N_ELEMENTS (swings));
  chart = accord_swings_chart_new (cba, 200, all);
  charts_assert_sound (chart);
  rows = accord_chart_dup_rows (chart);
  g_assert_cmpuint (rows->len, ==, 3);
  cells = rows->pdata[0];
  g_assert_true (g_str_has_suffix (cells[0], ": Attendances avoided"));
  g_assert_cmpstr (cells[1], ==, "54%");
  g_assert_cmpstr (cells[5], ==, "57.5%");
  cells = rows->pdata[1];
  g_assert_cmpstr (cells[1], ==, "£1,626.30");
  g_assert_cmpstr (cells[5], ==, "none");
  cells = rows->pdata[2];
  g_assert_cmpstr (cells[3], ==, "11");
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
fill_draws (AccordChance *chance, double *draws, guint n, double size)
{
  double middle = size * g_test_rand_double_range (-2, 2);
  guint positive = 0;

  for (guint i = 0; i < n; i++)
    {
      draws[i] = middle + size * (g_test_rand_double () + g_test_rand_double () - 1);
      positive += draws[i] > 0;
    }
  qsort (draws, n, sizeof *draws, compare);
  *chance = (AccordChance){ .n_draws = n,
                            .npsv = draws,
                            .p10 = draws[n / 10],
                            .p50 = draws[n / 2],
                            .p90 = draws[n * 9 / 10],
                            .positive = (double) positive / n };
}

static void
test_chance (void)
{
  double draws[3000];

  for (int i = 0; i < ROUNDS; i++)
    {
      AccordChance chance;
      g_autoptr (AccordChart) chart = NULL;

      fill_draws (&chance, draws, g_test_rand_int_range (1, G_N_ELEMENTS (draws)), any_size ());
      chart = accord_chance_chart_new (&chance, g_test_rand_bit ());
      charts_assert_sound (chart);
    }
}

/* Every draw is in one bin, those below nought in others than those above. */
static void
test_bins (void)
{
  double draws[3000];

  for (int i = 0; i < ROUNDS; i++)
    {
      AccordChance chance;
      AccordBins bins;
      guint sum = 0, below = 0, expected = 0;

      fill_draws (&chance, draws, g_test_rand_int_range (1, G_N_ELEMENTS (draws)), 1e8);
      accord_bins_init (&bins, draws, chance.n_draws);
      g_assert_cmpuint (bins.n, <=, ACCORD_CHANCE_MOST_BINS);
      for (guint j = 0; j < bins.n; j++)
        {
          sum += bins.counts[j];
          below += bins.from + (j + 0.5) * bins.size < 0 ? bins.counts[j] : 0;
        }
      for (guint j = 0; j < chance.n_draws; j++)
        expected += draws[j] < 0;
      g_assert_cmpuint (sum, ==, chance.n_draws);
      g_assert_cmpuint (below, ==, expected);
    }
}

static AccordBcrBar
any_bar (char *name)
{
  AccordBcrBar bar = { .name = name, .chosen = g_test_rand_bit (), .kind = "case", .id = 7 };

  if (g_test_rand_int_range (0, 5) == 0)
    bar.bcr.defined = g_test_rand_bit () ? ACCORD_UNDEFINED_NO_COSTS : ACCORD_UNDEFINED_NET_SAVER;
  else
    bar.bcr.value = g_test_rand_double_range (-3, 6) * (g_test_rand_int_range (0, 9) == 0 ? 40 : 1);
  if (g_test_rand_int_range (0, 9) == 0)
    bar.words = "has no appraisal yet";
  return bar;
}

static void
test_bcr (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      guint n = g_test_rand_int_range (0, 60);
      g_autofree AccordBcrBar *bars = g_new0 (AccordBcrBar, n + 1);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (AccordChart) chart = NULL;

      for (guint j = 0; j < n; j++)
        {
          g_ptr_array_add (names, any_name ());
          bars[j] = any_bar (names->pdata[j]);
        }
      chart = accord_bcr_chart_new (bars, n);
      charts_assert_sound (chart);
    }
}

/* The highest stands first, and what has no ratio last, with its reason and without a number. */
static void
test_ranks (void)
{
  const AccordBcrBar bars[] = { { "Saver", { ACCORD_UNDEFINED_NET_SAVER, 0 }, NULL, FALSE, NULL, 0 },
                                { "Low", { ACCORD_DEFINED, 0.5 }, NULL, FALSE, NULL, 0 },
                                { "None", { ACCORD_DEFINED, 9 }, "has no appraisal yet", FALSE, NULL, 0 },
                                { "High", { ACCORD_DEFINED, 2 }, NULL, TRUE, NULL, 0 } };
  g_autoptr (AccordChart) chart = accord_bcr_chart_new (bars, G_N_ELEMENTS (bars));
  g_autoptr (GPtrArray) rows = accord_chart_dup_rows (chart);
  static const char *const expected[][2] = {
    { "High", "2.00" },
    { "Low", "0.50" },
    { "None", "has no appraisal yet" },
    { "Saver", "not defined: it costs less than what it is measured against" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (((char **) rows->pdata[i])[0], ==, expected[i][0]);
      g_assert_cmpstr (((char **) rows->pdata[i])[1], ==, expected[i][1]);
    }
  g_assert_cmpstr (
      accord_chart_get_summary (chart), ==,
      "1 of 4 cases give back at least what they cost. The highest BCR is that of High: 2.00 (High). 2 "
      "have none.");
}

static void
test_bands (void)
{
  const double values[] = { 0.5, 3, -0.2 };
  AccordBcrInput input = { G_N_ELEMENTS (values), values, 700, 1, 16, 120, 40, { 60, 60, 60, 60, 60, 60 } };
  AccordBcrLayout layout;

  accord_bcr_layout_init (&layout, &input);
  for (guint i = 1; i < ACCORD_BCR_N_EDGES; i++)
    g_assert_cmpfloat (accord_bcr_layout_x (&layout, accord_bcr_edges[i - 1]), <,
                       accord_bcr_layout_x (&layout, accord_bcr_edges[i]));
  g_assert_false (accord_bcr_layout_is_cut (&layout, 3));
  g_assert_true (accord_bcr_layout_is_cut (&layout, 30));
  for (guint i = 0; i <= ACCORD_BCR_N_EDGES; i++)
    g_assert_cmpfloat (layout.bands[i].width, >, 0);
}

/* --- What is left of a fund. */

/* Nothing typed in yet is said, not drawn. */
static void
test_nothing (void)
{
  AccordCbaResult *result = charts_random_result (10, 0, 0);
  g_autoptr (AccordChart) chart = accord_cumulative_chart_new (result, 2017);

  charts_result_free (result);
  g_assert_nonnull (accord_chart_get_empty (chart));
  charts_assert_sound (chart);
}

/* The sentence has the figures, and says what cannot be said. */
static void
test_words (void)
{
  AccordCbaResult *result = charts_random_result (3, 0, 0);
  g_autoptr (AccordChart) back = NULL, never = NULL;
  AccordCbaYears *years = &result->net.years;

  years->cost[0] = 100000;
  years->cumulative[0] = years->present_cumulative[0] = -100000;
  years->cumulative[1] = years->present_cumulative[1] = -20000;
  years->cumulative[2] = 40000;
  years->present_cumulative[2] = -1000;
  result->net.payback = (AccordCbaValue){ ACCORD_DEFINED, 2 };
  result->net.discounted_payback = (AccordCbaValue){ ACCORD_UNDEFINED_NEVER, 0 };
  back = accord_cumulative_chart_new (result, 2017);
  g_assert_cmpstr (
      accord_chart_get_summary (back), ==,
      "The position is lowest at −£1k in 2017/18 and comes to £400 by the end of 2019/20, discounted to "
      "−£10. It pays back in 2019/20. Discounted, it does not pay back within these years.");
  result->net.payback = result->net.discounted_payback;
  never = accord_cumulative_chart_new (result, ACCORD_NO_YEAR);
  g_assert_nonnull (
      strstr (accord_chart_get_summary (never), "does not pay back within these years, discounted or not"));
  charts_result_free (result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/cumulative", test_cumulative);
  g_test_add_func ("/charts/positions", test_positions);
  g_test_add_func ("/charts/tornado", test_tornado);
  g_test_add_func ("/charts/swings", test_swings);
  g_test_add_func ("/charts/chance", test_chance);
  g_test_add_func ("/charts/bins", test_bins);
  g_test_add_func ("/charts/bcr", test_bcr);
  g_test_add_func ("/charts/ranks", test_ranks);
  g_test_add_func ("/charts/bands", test_bands);
  g_test_add_func ("/charts/nothing", test_nothing);
  g_test_add_func ("/charts/words", test_words);
  return g_test_run ();
}
