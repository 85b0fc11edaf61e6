/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-words.h"

#include "cba-numbers.h"
#include "random-cba.h"

#include <string.h>

static AccordCba *
make (void)
{
  AccordCba *cba = accord_cba_new ("Neighbourhood teams");
  AccordCbaOption *option = accord_cba_add_option (cba, "teams", "Teams");

  cba->base_year = 2017;
  cba->horizon = 5;
  accord_cba_option_add_cost (option, "cost", "Team costs");
  accord_cba_option_add_outcome (option, "outcome", "Fewer admissions");
  g_ptr_array_add (cba->schedules, accord_schedule_new ("standard", NULL, NULL));
  g_ptr_array_add (cba->series,
                   accord_price_series_new ("GDP deflator", NULL, NULL, ACCORD_PRICES_FINANCIAL));
  return cba;
}

/* Every fault is a whole sentence; one of a line names the line. */
static void
test_every_fault (void)
{
  g_autoptr (AccordCba) cba = make ();

  for (guint code = 0; code <= ACCORD_FAULT_SPREAD; code++)
    {
      AccordCbaFault fault = { code, 0, TRUE, 0, ACCORD_CBA_FIELD_ENGAGEMENT, 1, 1.1 };
      g_autofree char *words = accord_cba_fault_dup_words (cba, &fault);
      g_autofree char *whole = NULL;
      const gboolean of_all = code <= ACCORD_FAULT_SERIES || code == ACCORD_FAULT_TWO_COMPARATORS
                              || code == ACCORD_FAULT_TOO_MANY;

      g_assert_true (g_str_has_suffix (words, "."));
      if (!of_all)
        g_assert_true (g_str_has_prefix (words, "“Fewer admissions”: "));
      fault.option = fault.line = ACCORD_CBA_NONE;
      fault.year = ACCORD_NO_YEAR;
      whole = accord_cba_fault_dup_words (cba, &fault);
      g_assert_true (g_str_has_suffix (whole, "."));
    }
}

static void
test_faults (void)
{
  static const struct
  {
    AccordCbaFault fault;
    const char *words;
  } cases[] = {
    { { ACCORD_FAULT_OVER_ONE, 0, TRUE, 0, ACCORD_CBA_FIELD_ENGAGEMENT, ACCORD_NO_YEAR, 1.1 },
      "“Fewer admissions”: Engagement is over 100%: 110%." },
    { { ACCORD_FAULT_NEGATIVE, 0, TRUE, 0, ACCORD_CBA_FIELD_NEED, ACCORD_NO_YEAR, -1200.5 },
      "“Fewer admissions”: Population in need is below nought: −1,200.5." },
    { { ACCORD_FAULT_SHARES, 0, TRUE, 0, ACCORD_CBA_FIELD_SHARE, ACCORD_NO_YEAR, 0.9 },
      "“Fewer admissions”: The shares of who gains add up to 90%, not to 100%." },
    { { ACCORD_FAULT_BEYOND_HORIZON, 0, FALSE, 0, ACCORD_CBA_FIELD_AMOUNT, 6, 5 },
      "“Team costs”: There is an amount in 2023/24, which is beyond the 5 years counted." },
    { { ACCORD_FAULT_TOO_LARGE, 0, FALSE, 0, ACCORD_CBA_FIELD_AMOUNT, 1, 0 },
      "“Team costs”: Amounts in 2018/19: more than can be counted in pennies." },
    { { ACCORD_FAULT_NO_INDEX, 0, TRUE, 0, ACCORD_CBA_FIELD_PRICE_YEAR, 2013, 0 },
      "“Fewer admissions”: The price series has no index of 2013/14." },
    { { ACCORD_FAULT_HORIZON, ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, ACCORD_CBA_FIELD_HORIZON,
        ACCORD_NO_YEAR, 0 },
      "The years counted must be from 1 to 500." },
    { { ACCORD_FAULT_GRADE, 0, FALSE, 0, ACCORD_CBA_FIELD_GRADE, ACCORD_NO_YEAR, 9 },
      "“Team costs”: There is no confidence grade 9." },
  };
  g_autoptr (AccordCba) cba = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = accord_cba_fault_dup_words (cba, &cases[i].fault);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_values (void)
{
  static const struct
  {
    double value;
    AccordTraceUnit unit;
    const char *shown;
  } cases[] = {
    { 16588260, ACCORD_UNIT_PENCE, "£165,882.60" },
    { -0.4, ACCORD_UNIT_PENCE, "£0.00" },
    { -123456.5, ACCORD_UNIT_PENCE, "−£1,234.57" },
    { 1.09983, ACCORD_UNIT_RATIO, "1.10" },
    { -0.001, ACCORD_UNIT_RATIO, "0.00" },
    { -2.345, ACCORD_UNIT_RATIO, "−2.35" },
    { 0.035, ACCORD_UNIT_RATE, "3.5%" },
    { 0.0129, ACCORD_UNIT_RATE, "1.29%" },
    { 4, ACCORD_UNIT_YEAR, "2021/22" },
    { 1200, ACCORD_UNIT_COUNT, "1,200" },
    { 0.9661835749, ACCORD_UNIT_FACTOR, "0.966184" },
    { 88.48, ACCORD_UNIT_INDEX, "88.48" },
  };
  g_autoptr (AccordCba) cba = make ();
  g_autofree char *never = NULL, *numbered = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = accord_cba_value_dup_display (
          cba, (AccordCbaValue){ ACCORD_DEFINED, cases[i].value }, cases[i].unit);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  never = accord_cba_value_dup_display (cba, (AccordCbaValue){ ACCORD_UNDEFINED_NEVER, 0 }, ACCORD_UNIT_YEAR);
  g_assert_cmpstr (never, ==, "never within the years counted");
  cba->base_year = ACCORD_NO_YEAR;
  numbered = accord_cba_year_dup_label (cba, 3);
  g_assert_cmpstr (numbered, ==, "year 3");
}

static void
assert_words (AccordTrace *trace, const AccordCba *cba, guint *left)
{
  g_autofree char *label = accord_trace_dup_label (trace, cba);
  g_autofree char *value = accord_trace_dup_value (trace, cba);
  g_autofree char *sentence = accord_trace_dup_sentence (trace, cba);
  GPtrArray *children = accord_trace_get_children (trace);

  if (*label == '\0' || *value == '\0' || !g_str_has_suffix (sentence, ".")
      || strstr (sentence, " nan") != NULL || strstr (sentence, "null") != NULL
      || strstr (sentence, " inf") != NULL)
    g_error ("“%s”, “%s”, “%s”", label, value, sentence);
  for (guint i = 0; children != NULL && i<children->len && * left> 0; i++, --*left)
    assert_words (children->pdata[i], cba, left);
}

/* Whatever an analysis is, each value of a trace can be told. */
static void
test_traces (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (12);

      for (guint i = 0; i < ACCORD_N_FIGURES; i++)
        {
          const AccordFigureRef at = { .figure = (AccordFigure) i, .is_outcome = round % 2 == 1 };
          g_autoptr (AccordTrace) trace = accord_trace_new (cba, &at);
          guint left = 2000;

          if (trace != NULL)
            assert_words (trace, cba, &left);
        }
    }
}

static void
collect_sides (AccordTrace *trace, GHashTable *labels, guint *n)
{
  GPtrArray *children = accord_trace_get_children (trace);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      AccordTrace *child = children->pdata[i];

      if (child->what == ACCORD_WHAT_OPTION || child->what == ACCORD_WHAT_COMPARATOR)
        {
          g_hash_table_add (labels, accord_trace_dup_label (child, NULL));
          (*n)++;
        }
      else if (child->what == ACCORD_WHAT_FIGURE)
        collect_sides (child, labels, n);
    }
}

/* The benefits of an option and its costs are two rows, which are not called the same. */
static void
test_sides (void)
{
  guint n_measured = 0;

  for (guint round = 0; round < 40; round++)
    {
      const AccordFigureRef at = { .figure = ACCORD_FIGURE_NPSV };
      g_autoptr (AccordCba) cba = test_random_cba (12);
      g_autoptr (AccordTrace) trace = accord_trace_new (cba, &at);
      g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n = 0;

      if (trace == NULL)
        continue;
      collect_sides (trace, labels, &n);
      g_assert_cmpuint (g_hash_table_size (labels), ==, n);
      n_measured += n > 0;
    }
  g_assert_cmpuint (n_measured, >, 0);
}

/* Nothing is without words. */
static void
test_labels (void)
{
  for (guint i = 0; i < ACCORD_N_FIGURES; i++)
    g_assert_cmpuint (strlen (accord_figure_get_label (i)), >, 0);
  for (guint i = 0; i < ACCORD_CBA_N_FIELDS; i++)
    g_assert_cmpuint (strlen (accord_cba_field_get_label (i)), >, 0);
  for (guint i = 0; i <= ACCORD_VFM_NOT_DEFINED; i++)
    g_assert_cmpuint (strlen (accord_money_band_get_label (i)), >, 0);
  for (guint i = 1; i <= ACCORD_UNDEFINED_NO_EFFECT; i++)
    g_assert_cmpuint (strlen (accord_undefined_get_words (i)), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cba-words/every-fault", test_every_fault);
  g_test_add_func ("/cba-words/faults", test_faults);
  g_test_add_func ("/cba-words/values", test_values);
  g_test_add_func ("/cba-words/traces", test_traces);
  g_test_add_func ("/cba-words/sides", test_sides);
  g_test_add_func ("/cba-words/labels", test_labels);
  return g_test_run ();
}
