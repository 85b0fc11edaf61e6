/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-cba.h"
#include "trace.h"

#include <math.h>
#include <string.h>

/* Sums of other orders may differ in the last bits of what is added up, and of what it came to: there may be
 * a comparator in it that is larger than all lines of the option. */
static void
assert_close (double a, double b, double size)
{
  if (!(fabs (a - b) <= 1e-6 + 1e-12 * (size + fabs (b))))
    g_error ("%.17g is not %.17g (of sums up to %g)", a, b, size);
}

static double
largest (const AccordCbaResult *result)
{
  double size = 0;

  for (guint i = 0; i < result->lines->len; i++)
    {
      const AccordCbaLineSum *line = &g_array_index (result->lines, AccordCbaLineSum, i);

      for (guint year = 0; year < result->horizon; year++)
        size += fabs (line->years[year]);
    }
  return size;
}

/* Every end of it is a typed number, and everything else is made of something. */
static guint
count_leaves (AccordTrace *self)
{
  GPtrArray *children = accord_trace_get_children (self);
  guint n = 0;

  if (self->rule == ACCORD_RULE_TYPED)
    return 1;
  g_assert_true (isfinite (self->value));
  for (guint i = 0; children != NULL && i < children->len; i++)
    n += count_leaves (children->pdata[i]);
  return n;
}

static void
check (const AccordCba *cba, const AccordFigureRef *figure, AccordCbaValue value, double size)
{
  g_autoptr (AccordTrace) trace = accord_trace_new (cba, figure);

  g_assert_nonnull (trace);
  g_assert_cmpint (trace->defined, ==, value.defined);
  assert_close (trace->value, value.value, size);
  if (trace->defined != ACCORD_DEFINED)
    return;
  if (trace->unit == ACCORD_UNIT_RATIO)
    assert_close (accord_trace_work_out (trace), value.value, fabs (value.value) * 1e6);
  else
    assert_close (accord_trace_work_out (trace), value.value, size);
}

static AccordCbaValue
number (double value)
{
  return (AccordCbaValue){ ACCORD_DEFINED, value };
}

static void
check_whole (const AccordCba *cba, AccordFigureRef at, const AccordCbaSums *sums, double size)
{
  const struct
  {
    AccordFigure figure;
    AccordCbaValue value;
  } figures[] = {
    { ACCORD_FIGURE_PVC, number (sums->pvc) },
    { ACCORD_FIGURE_PVB, number (sums->pvb) },
    { ACCORD_FIGURE_NPSV, number (sums->npsv) },
    { ACCORD_FIGURE_BCR, sums->bcr },
    { ACCORD_FIGURE_NPC, number (sums->npc) },
    { ACCORD_FIGURE_EAC, number (sums->eac) },
    { ACCORD_FIGURE_PAYBACK, sums->payback },
    { ACCORD_FIGURE_DISCOUNTED_PAYBACK, sums->discounted_payback },
    { ACCORD_FIGURE_CASHABLE, number (sums->present_cashable) },
    { ACCORD_FIGURE_ROI, sums->roi },
    { ACCORD_FIGURE_BUDGET_IMPACT, number (sums->budget_impact) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      at.figure = figures[i].figure;
      check (cba, &at, figures[i].value, size);
    }
  for (at.part = 0; at.part < 3; at.part++)
    {
      at.figure = ACCORD_FIGURE_CLASS;
      check (cba, &at, number (sums->by_class[at.part]), size);
      at.figure = ACCORD_FIGURE_KIND;
      check (cba, &at, number (sums->by_kind[at.part]), size);
    }
}

static void
check_years (const AccordCba *cba, AccordFigureRef at, const AccordCbaSums *sums, double size)
{
  at.year = test_below (cba->horizon);
  at.figure = ACCORD_FIGURE_YEAR_COST;
  check (cba, &at, number (sums->years.cost[at.year]), size);
  at.figure = ACCORD_FIGURE_YEAR_BENEFIT;
  check (cba, &at, number (sums->years.benefit[at.year]), size);
  at.figure = ACCORD_FIGURE_YEAR_CUMULATIVE;
  check (cba, &at, number (sums->years.cumulative[at.year]), size);
}

static void
check_positions (const AccordCba *cba, AccordFigureRef at, const AccordCbaSums *sums, double size)
{
  for (guint i = 0; i < sums->positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);

      at.organisation = position->organisation;
      at.figure = ACCORD_FIGURE_POSITION_COST;
      check (cba, &at, number (position->present_cost), size);
      at.figure = ACCORD_FIGURE_POSITION_BENEFIT;
      check (cba, &at, number (position->present_benefit), size);
      at.figure = ACCORD_FIGURE_POSITION_NET;
      check (cba, &at, number (position->present_net), size);
      at.figure = ACCORD_FIGURE_POSITION_DEEPEST;
      check (cba, &at, number (position->deepest_net), size);
    }
}

static void
check_lines (const AccordCba *cba, AccordFigureRef at, const AccordCbaResult *result, double size)
{
  for (guint i = 0; i < result->lines->len; i++)
    {
      const AccordCbaLineSum *line = &g_array_index (result->lines, AccordCbaLineSum, i);

      at.is_outcome = line->is_outcome;
      at.line = line->index;
      at.figure = ACCORD_FIGURE_LINE;
      check (cba, &at, number (line->present), size);
      at.figure = ACCORD_FIGURE_LINE_YEAR;
      at.year = test_below (cba->horizon);
      check (cba, &at, number (line->years[at.year]), size);
    }
}

static void
check_all (const AccordCba *cba)
{
  for (guint option = 0; option < cba->options->len; option++)
    for (guint own = 0; own < 2; own++)
      {
        g_autoptr (AccordCbaResult) result = accord_cba_evaluate (cba, option, NULL);
        AccordFigureRef at = { .option = option, .own = own == 1 };
        const AccordCbaSums *sums;
        double size;

        if (result == NULL)
          return;
        sums = own == 1 ? &result->own : &result->net;
        size = largest (result) * 2 + 1;
        check_whole (cba, at, sums, size);
        check_years (cba, at, sums, size);
        check_positions (cba, at, sums, size);
        check_lines (cba, at, result, size);
      }
}

/* Every figure is what its trace comes to again, from the typed numbers alone. */
static void
test_again (void)
{
  g_autoptr (AccordCba) partnership = test_partnership ();

  check_all (partnership);
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (i % 25 == 0 ? 120 : 12);

      check_all (cba);
    }
}

static void
test_leaves (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  AccordFigureRef at = { .figure = ACCORD_FIGURE_LINE_YEAR, .is_outcome = TRUE, .year = 2 };
  g_autoptr (AccordTrace) trace = accord_trace_new (cba, &at);
  AccordTrace *need = accord_trace_get_children (trace)->pdata[0];

  g_assert_cmpint (trace->rule, ==, ACCORD_RULE_PRODUCT);
  g_assert_cmpint (need->what, ==, ACCORD_WHAT_FIELD);
  g_assert_cmpint (need->field, ==, ACCORD_CBA_FIELD_NEED);
  g_assert_cmpfloat (need->value, ==, 1200);
  /* Need, engagement, impact, deadweight, unit value, drop-off, year, lag and grade. */
  g_assert_cmpuint (count_leaves (trace), ==, 9);
  at.figure = ACCORD_FIGURE_NPSV;
  {
    g_autoptr (AccordTrace) whole = accord_trace_new (cba, &at);

    g_assert_cmpuint (count_leaves (whole), >, 20);
  }
}

/* A figure that is not there has no trace. */
static void
test_none (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  const AccordFigureRef wrong[] = {
    { .figure = ACCORD_FIGURE_NPSV, .option = 9 },
    { .figure = ACCORD_N_FIGURES },
    { .figure = ACCORD_FIGURE_LINE, .line = 7 },
    { .figure = ACCORD_FIGURE_LINE, .line = ACCORD_CBA_NONE },
    { .figure = ACCORD_FIGURE_YEAR_COST, .year = 500 },
    { .figure = ACCORD_FIGURE_CLASS, .part = 3 },
    { .figure = ACCORD_FIGURE_POSITION_NET, .organisation = 99 },
  };
  const AccordFigureRef right = { .figure = ACCORD_FIGURE_NPSV };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (accord_trace_new (cba, &wrong[i]));
  cba->horizon = 0;
  g_assert_null (accord_trace_new (cba, &right));
}

/* Of a very large appraisal only what is asked for is made. */
static void
test_large (void)
{
  g_autoptr (AccordCba) cba = test_cba (500);
  AccordCbaOption *option = accord_cba_add_option (cba, "o", "O");
  const AccordFigureRef at = { .figure = ACCORD_FIGURE_PVB, .option = cba->options->len - 1 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AccordTrace) trace = NULL;
  double again;

  for (guint i = 0; i < 1000; i++)
    {
      AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, NULL, "A");

      outcome->need = ACCORD_DECIMAL_ONE * (i + 1);
      outcome->unit_value = 12345;
      outcome->drop_off = ACCORD_DECIMAL_ONE / 100;
    }
  trace = accord_trace_new (cba, &at);
  g_assert_cmpuint (accord_trace_get_children (trace)->len, ==, 1000);
  g_test_message ("made and opened in %.0f ms", (double) (g_get_monotonic_time () - start) / 1e3);
  if (!g_test_perf ())
    return;
  start = g_get_monotonic_time ();
  again = accord_trace_work_out (trace);
  g_test_message ("worked out again in %.0f ms", (double) (g_get_monotonic_time () - start) / 1e3);
  assert_close (again, trace->value, trace->value * 10);
}

static void
test_codes (void)
{
  for (guint i = 0; i < ACCORD_N_FIGURES; i++)
    {
      AccordFigure figure;

      g_assert_true (accord_figure_from_code (accord_figure_get_code (i), &figure));
      g_assert_cmpint (figure, ==, i);
    }
  g_assert_false (accord_figure_from_code ("wish", &(AccordFigure){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/again", test_again);
  g_test_add_func ("/trace/leaves", test_leaves);
  g_test_add_func ("/trace/none", test_none);
  g_test_add_func ("/trace/large", test_large);
  g_test_add_func ("/trace/codes", test_codes);
  return g_test_run ();
}
