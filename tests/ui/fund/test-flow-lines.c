/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-lines.h"
#include "fund/claim-tie.h"

#include "category.h"

#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

static void
add_leaf (GPtrArray *leaves, const char *category, const char *purpose, gint64 allocated, gint64 paid)
{
  AccordFundLeaf *leaf = g_new0 (AccordFundLeaf, 1);

  leaf->category = g_strdup (category);
  leaf->purpose = g_strdup (purpose);
  leaf->organisation = leaf->workstream = ACCORD_UNKNOWN;
  leaf->year = 2019;
  leaf->allocated = allocated;
  leaf->paid = paid;
  leaf->n_allocations = allocated != 0;
  leaf->n_payments = paid != 0;
  g_ptr_array_add (leaves, leaf);
}

static AccordFundFlow *
make_flow (gint64 award, GPtrArray *leaves)
{
  AccordFundSummary summary = { .fund = 1, .award = award };
  g_autoptr (GError) error = NULL;
  AccordFundFlow *flow;

  for (guint i = 0; i < leaves->len; i++)
    {
      const AccordFundLeaf *leaf = leaves->pdata[i];

      summary.allocated += leaf->allocated;
      summary.paid += leaf->paid;
      summary.n_allocations += leaf->n_allocations;
      summary.n_payments += leaf->n_payments;
    }
  flow = accord_fund_flow_new (&summary, leaves, ACCORD_FUND_BY_CATEGORY, 0, &error);
  g_assert_no_error (error);
  return flow;
}

static GPtrArray *
new_leaves (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_leaf_free);
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) leaves = new_leaves (), lines = NULL;
  g_autoptr (AccordFundFlow) flow = NULL;
  const AccordFlowLine *line;
  gint64 weights = 0;

  add_leaf (leaves, ACCORD_CATEGORY_SERVICE, "Teams", POUNDS (400), POUNDS (500));
  add_leaf (leaves, ACCORD_CATEGORY_SERVICE, "Tier", POUNDS (300), 0);
  add_leaf (leaves, ACCORD_CATEGORY_STRUCTURE, "Office", POUNDS (1), POUNDS (1));
  flow = make_flow (POUNDS (1000), leaves);
  lines = accord_flow_lines (flow);
  g_assert_cmpuint (lines->len, ==, 5);

  line = lines->pdata[0];
  g_assert_cmpint (line->type, ==, ACCORD_FLOW_HEAD);
  g_assert_cmpint (line->share, ==, 7000);
  line = lines->pdata[1];
  g_assert_cmpint (line->type, ==, ACCORD_FLOW_END);
  g_assert_cmpstr (line->sentence, ==,
                   "Teams: £400 allocated; £500 paid, £100 more than allocated; 40% of the whole");
  line = lines->pdata[2];
  g_assert_cmpint (line->paid, ==, ACCORD_UNKNOWN);
  g_assert_nonnull (strstr (line->sentence, "nothing paid"));
  line = lines->pdata[3];
  g_assert_cmpint (line->type, ==, ACCORD_FLOW_WHOLE);
  g_assert_cmpstr (line->label, ==, "Organisational structure");
  g_assert_cmpstr (line->detail, ==, "Office");
  g_assert_nonnull (strstr (line->sentence, "under 1%"));
  line = lines->pdata[4];
  g_assert_cmpint (line->type, ==, ACCORD_FLOW_REST);
  g_assert_cmpstr (line->sentence, ==, "Not yet allocated: £299; 30% of the whole");
  for (guint i = 0; i < lines->len; i++)
    weights += ((const AccordFlowLine *) lines->pdata[i])->weight;
  g_assert_cmpint (weights, ==, POUNDS (1000));
}

/* Whatever is there, a column says only what its heading says: together its rows are what was allocated, or
 * what was paid; and the rest is of no column. */
static void
test_columns (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) leaves = new_leaves (), lines = NULL;
      g_autoptr (AccordFundFlow) flow = NULL;
      gint64 allocated = 0, paid = 0;
      gboolean nothing_allocated = i % 3 == 0;

      for (guint leaf = 0; leaf < (guint) g_test_rand_int_range (1, 5); leaf++)
        add_leaf (leaves, leaf % 2 == 0 ? ACCORD_CATEGORY_SERVICE : ACCORD_CATEGORY_STRUCTURE, "Teams",
                  nothing_allocated ? 0 : 100 * g_test_rand_int_range (0, 90),
                  100 * g_test_rand_int_range (0, 90));
      flow = make_flow (POUNDS (1000), leaves);
      lines = accord_flow_lines (flow);
      for (guint l = 0; l < lines->len; l++)
        {
          const AccordFlowLine *line = lines->pdata[l];

          if (line->type == ACCORD_FLOW_REST)
            {
              g_assert_cmpint (line->allocated, ==, ACCORD_UNKNOWN);
              g_assert_cmpint (line->paid, ==, ACCORD_UNKNOWN);
              g_assert_cmpint (line->weight, ==, flow->rest);
              g_assert_nonnull (strstr (line->sentence, line->detail));
            }
          if (line->type == ACCORD_FLOW_END)
            continue;
          allocated += line->allocated != ACCORD_UNKNOWN ? line->allocated : 0;
          paid += line->paid != ACCORD_UNKNOWN ? line->paid : 0;
        }
      g_assert_cmpint (allocated, ==, flow->allocated);
      g_assert_cmpint (paid, ==, flow->paid);
    }
}

static void
test_warning (void)
{
  static const struct
  {
    gint64 award;
    gint64 allocated;
    gint64 paid;
    const char *words;
  } cases[] = {
    { POUNDS (10), POUNDS (12), 0, "£2 more is allocated than the fund holds." },
    { POUNDS (10), POUNDS (5), POUNDS (6), "£1 more is paid than allocated." },
    { POUNDS (10), 0, POUNDS (11), "£1 more is paid than the fund holds." },
    { ACCORD_UNKNOWN, 0, POUNDS (11), NULL },
    { POUNDS (10), POUNDS (10), POUNDS (10), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) leaves = new_leaves ();
      g_autoptr (AccordFundFlow) flow = NULL;
      g_autofree char *warning = NULL;

      add_leaf (leaves, ACCORD_CATEGORY_SERVICE, "Teams", cases[i].allocated, cases[i].paid);
      flow = make_flow (cases[i].award, leaves);
      warning = accord_flow_dup_warning (flow);
      g_assert_cmpstr (warning, ==, cases[i].words);
    }
}

static void
assert_figure (gint64 pence, AccordFlowUnit unit, const char *expected)
{
  g_autofree char *text = accord_flow_dup_figure (pence, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_figures (void)
{
  assert_figure (POUNDS (5600000), ACCORD_FLOW_MILLIONS, "5.6");
  assert_figure (POUNDS (5650000), ACCORD_FLOW_MILLIONS, "5.7");
  assert_figure (-POUNDS (100000), ACCORD_FLOW_MILLIONS, "−0.1");
  assert_figure (POUNDS (1234567), ACCORD_FLOW_THOUSANDS, "1,235");
  assert_figure (POUNDS (340), ACCORD_FLOW_THOUSANDS, "0.3");
  assert_figure (POUNDS (1234), ACCORD_FLOW_POUNDS, "1,234");
  assert_figure (0, ACCORD_FLOW_POUNDS, "0");
  assert_figure (ACCORD_UNKNOWN, ACCORD_FLOW_MILLIONS, "–");
}

static AccordFlowUnit
unit_of (gint64 one, gint64 other)
{
  AccordFlowLine lines[2] = { { .allocated = one, .paid = ACCORD_UNKNOWN },
                              { .allocated = 0, .paid = other } };
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  g_ptr_array_add (array, &lines[0]);
  g_ptr_array_add (array, &lines[1]);
  return accord_flow_choose_unit (array);
}

/* No sum but nought ever looks like nought. */
static void
test_unit (void)
{
  g_assert_cmpint (unit_of (POUNDS (5600000), POUNDS (100000)), ==, ACCORD_FLOW_MILLIONS);
  g_assert_cmpint (unit_of (POUNDS (5600000), POUNDS (1000)), ==, ACCORD_FLOW_THOUSANDS);
  g_assert_cmpint (unit_of (POUNDS (900), POUNDS (1)), ==, ACCORD_FLOW_POUNDS);
  for (int i = 0; i < 2000; i++)
    {
      gint64 one = (gint64) g_test_rand_int_range (5000, 1 << 30) * g_test_rand_int_range (1, 1000);
      gint64 other = (gint64) g_test_rand_int_range (5000, 1 << 30);
      AccordFlowUnit unit = unit_of (one, other);
      g_autofree char *first = accord_flow_dup_figure (one, unit),
                      *second = accord_flow_dup_figure (other, unit);

      g_assert_cmpstr (first, !=, "0.0");
      g_assert_cmpstr (second, !=, "0.0");
      g_assert_cmpstr (second, !=, "0");
    }
}

static void
test_percent (void)
{
  static const struct
  {
    gint64 share;
    const char *words;
  } cases[] = { { 0, "0%" },          { 1, "under 1%" }, { 49, "under 1%" }, { 50, "1%" },
                { 9950, "over 99%" }, { 10000, "100%" }, { 12345, "123%" },  { -2600, "−26%" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = accord_flow_dup_percent (cases[i].share);

      g_assert_cmpstr (text, ==, cases[i].words);
    }
}

static void
test_tie (void)
{
  g_assert_true (accord_claim_tie_asks_for (NULL, "measure"));
  g_assert_false (accord_claim_tie_asks_for (NULL, "fund"));
  g_assert_false (accord_claim_tie_asks_for ("none", "amount"));
  g_assert_true (accord_claim_tie_asks_for ("fund-amount", "amount"));
  g_assert_false (accord_claim_tie_asks_for ("fund-amount", "threshold"));
  g_assert_true (accord_claim_tie_asks_for ("share-to-category", "category"));
  g_assert_true (accord_claim_tie_asks_for ("share-to-organisation", "organisation"));
  g_assert_false (accord_claim_tie_asks_for ("share-to-organisation", "category"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/flow-lines/lines", test_lines);
  g_test_add_func ("/ui/flow-lines/columns", test_columns);
  g_test_add_func ("/ui/flow-lines/warning", test_warning);
  g_test_add_func ("/ui/flow-lines/figures", test_figures);
  g_test_add_func ("/ui/flow-lines/unit", test_unit);
  g_test_add_func ("/ui/flow-lines/percent", test_percent);
  g_test_add_func ("/ui/flow-lines/tie", test_tie);
  return g_test_run ();
}
