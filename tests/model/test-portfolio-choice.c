/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-fixture.h"

#include "portfolio-choice-words.h"

#include <string.h>

/* A case of one year: it costs @cost pounds in @year and brings @worth pounds then. */
static gint64
add_case (Fixture *fixture, const char *name, const char *year, int cost, int worth)
{
  Appraised made;
  g_autofree char *amounts = g_strdup_printf ("%s %d.00", year, cost);
  g_autofree char *value = g_strdup_printf ("%d.00", worth);

  appraised_begin (fixture, &made);
  appraised_set (fixture, "case", made.business_case, "name", name);
  appraised_set (fixture, "appraisal", made.appraisal, "base-year", year);
  appraised_set (fixture, "appraisal", made.appraisal, "horizon", "1");
  appraised_set (fixture, "cost", made.cost, "amounts", amounts);
  appraised_set (fixture, "cost", made.cost, "grade", "");
  appraised_set (fixture, "outcome", made.outcome, "need", "1");
  appraised_set (fixture, "outcome", made.outcome, "engagement", "1");
  appraised_set (fixture, "outcome", made.outcome, "impact", "1");
  appraised_set (fixture, "outcome", made.outcome, "deadweight", "0");
  appraised_set (fixture, "outcome", made.outcome, "drop-off", "0");
  appraised_set (fixture, "outcome", made.outcome, "lag-years", "0");
  appraised_set (fixture, "outcome", made.outcome, "grade", "");
  appraised_set (fixture, "outcome", made.outcome, "unit-value", value);
  return made.business_case;
}

static gpointer
read_choice (AccordReader *reader, gpointer data, GError **error)
{
  return accord_portfolio_choice_read (reader, data, error);
}

static AccordPortfolioChoice *
choose (Fixture *fixture, AccordPortfolioQuestion *question)
{
  g_autoptr (GError) error = NULL;
  AccordPortfolioChoice *choice =
      accord_workspace_read (fixture->workspace, read_choice, question, NULL, &error);

  g_assert_no_error (error);
  accord_portfolio_choice_work_out (choice, NULL, NULL);
  return choice;
}

static gboolean
is_chosen (const AccordPortfolioChoice *choice, gint64 id)
{
  for (guint i = 0; i < choice->cases->len; i++)
    if (accord_record_get_id (((AccordPortfolioCase *) choice->cases->pdata[i])->record) == id)
      return choice->chosen != NULL && choice->chosen[i];
  g_assert_not_reached ();
}

static const AccordPortfolioCase *
case_of (const AccordPortfolioChoice *choice, gint64 id)
{
  for (guint i = 0; i < choice->cases->len; i++)
    if (accord_record_get_id (((AccordPortfolioCase *) choice->cases->pdata[i])->record) == id)
      return choice->cases->pdata[i];
  g_assert_not_reached ();
}

/* What the method's own example asks for and brings: corrected by its grade, not discounted, without what is
 * given in kind. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  Appraised made;
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new ();
  g_autoptr (AccordPortfolioChoice) choice = NULL;
  const AccordPortfolioCase *one;

  appraised_begin (fixture, &made);
  appraised_add (fixture, "cost", "name=Volunteers|sort=in-kind|amounts=2017/18 99.00", "option",
                 made.option);
  choice = choose (fixture, question);
  one = case_of (choice, made.business_case);
  g_assert_cmpint (one->standing, ==, ACCORD_PORTFOLIO_READY);
  g_assert_cmpint (one->cost, ==, 3 * 16500000);
  g_assert_cmpint (one->npsv, ==, 4776293 - 9900);
  g_assert_cmpuint (one->years->len, ==, 3);
  g_assert_cmpint (accord_portfolio_case_get_year (one, 2018), ==, 16500000);
  g_assert_cmpint (accord_portfolio_case_get_year (one, 2020), ==, 0);
  g_assert_cmpfloat_with_epsilon (one->per_pound.value, 4766393.0 / 49500000.0, 1e-12);
  /* Without a limit nothing is chosen, and it is said why. */
  g_assert_null (choice->best);
  g_assert_cmpint (choice->limit, ==, ACCORD_UNKNOWN);
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  gint64 bare = fixture_add_named (fixture, "case", "Enablers");
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new ();
  g_autoptr (AccordPortfolioChoice) choice = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *words = NULL, *more = NULL;
  Appraised faulty, alone;

  appraised_begin (fixture, &faulty);
  appraised_set (fixture, "appraisal", faulty.appraisal, "base-year", "2018/19");
  appraised_begin (fixture, &alone);
  appraised_set (fixture, "option", alone.option, "comparator", "do-nothing");
  question->limit = 100000000;
  accord_portfolio_question_set (question, bare, TRUE, FALSE);
  choice = choose (fixture, question);
  g_assert_cmpint (case_of (choice, bare)->standing, ==, ACCORD_PORTFOLIO_NO_APPRAISAL);
  g_assert_cmpint (case_of (choice, faulty.business_case)->standing, ==, ACCORD_PORTFOLIO_FAULTY);
  g_assert_nonnull (case_of (choice, faulty.business_case)->problem);
  g_assert_cmpint (case_of (choice, alone.business_case)->standing, ==, ACCORD_PORTFOLIO_NO_OPTION);
  g_assert_cmpuint (choice->n_ready, ==, 0);
  words = accord_portfolio_choice_dup_result (choice);
  g_assert_cmpstr (words, ==, "No business case has an appraisal that can be worked out.");
  more = accord_portfolio_choice_dup_more (choice);
  g_assert_null (more);
  remarks = accord_portfolio_choice_list_remarks (choice);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (remarks->pdata[0], ==,
                   "“Enablers” must be in, and is not counted: It has no appraisal yet.");
}

/* The best set is not the one that a ranking gives. */
static void
test_best (Fixture *fixture, gconstpointer data)
{
  gint64 ratio = add_case (fixture, "Small", "2019/20", 60, 180);
  gint64 one = add_case (fixture, "One", "2019/20", 50, 140);
  gint64 other = add_case (fixture, "Other", "2019/20", 50, 140);
  gint64 worthless = add_case (fixture, "Worthless", "2019/20", 10, 5);
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new ();
  g_autoptr (AccordPortfolioChoice) best = NULL, must = NULL, without = NULL, tight = NULL, impossible = NULL;
  g_autofree char *words = NULL, *more = NULL, *no = NULL;

  question->limit = 10000;
  best = choose (fixture, question);
  g_assert_true (best->cases->pdata[0] == case_of (best, ratio));
  g_assert_false (is_chosen (best, ratio));
  g_assert_true (is_chosen (best, one) && is_chosen (best, other));
  g_assert_false (is_chosen (best, worthless));
  words = accord_portfolio_choice_dup_result (best);
  g_assert_cmpstr (words, ==, "The best set has 2 cases: they cost £100 and are worth £180; £0 is left.");
  more = accord_portfolio_choice_dup_more (best);
  g_assert_true (g_str_has_prefix (more, "£10 more would let “Small” in instead of “O"));
  g_assert_true (g_str_has_suffix (more, ": worth £30 more."));

  accord_portfolio_question_set (question, worthless, TRUE, FALSE);
  must = choose (fixture, question);
  g_assert_true (is_chosen (must, worthless));
  g_assert_cmpint (must->best->cost, <=, 10000);

  accord_portfolio_question_set (question, worthless, FALSE, FALSE);
  accord_portfolio_question_set (question, one, FALSE, TRUE);
  without = choose (fixture, question);
  g_assert_false (is_chosen (without, one));

  accord_portfolio_question_set (question, one, FALSE, FALSE);
  accord_portfolio_question_set_year (question, 2019, 6000);
  tight = choose (fixture, question);
  g_assert_true (is_chosen (tight, ratio));
  g_assert_cmpuint (tight->n_chosen, ==, 1);

  accord_portfolio_question_set (question, one, TRUE, FALSE);
  accord_portfolio_question_set (question, other, TRUE, FALSE);
  impossible = choose (fixture, question);
  no = accord_portfolio_choice_dup_result (impossible);
  g_assert_cmpstr (no, ==, "What must be in asks for more money in 2019/20 than there is that year.");
}

/* What is left of a fund is the limit, unless another was typed. */
static void
test_fund (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation Fund", 10000000);
  gint64 allocation = fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, 4000000);
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new ();
  g_autoptr (AccordPortfolioChoice) left = NULL, typed = NULL, unknown = NULL;
  g_autofree char *words = NULL, *no = NULL;
  g_autoptr (AccordRecord) poor = NULL;

  fixture_add_payment (fixture, fund, allocation, "service", ACCORD_UNKNOWN, "2019-05-01", 1000000);
  question->fund = fund;
  left = choose (fixture, question);
  g_assert_cmpint (left->limit, ==, 9000000);
  words = accord_portfolio_choice_dup_limit (left);
  g_assert_cmpstr (
      words, ==, "£90,000 is left of “Transformation Fund”; £30,000 of that is allocated and not yet paid.");
  question->limit = 5;
  typed = choose (fixture, question);
  g_assert_cmpint (typed->limit, ==, 5);

  poor = fixture_get (fixture, "fund", fund);
  accord_record_set_int (poor, "amount", ACCORD_UNKNOWN);
  fixture_save (fixture, poor);
  question->limit = ACCORD_UNKNOWN;
  unknown = choose (fixture, question);
  g_assert_null (unknown->best);
  no = accord_portfolio_choice_dup_limit (unknown);
  g_assert_cmpstr (no, ==,
                   "How much is left of “Transformation Fund” is not known: its amount is not on record.");
}

/* A question goes into a record and comes out the same. */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  gint64 one = fixture_add_named (fixture, "case", "One"),
         other = fixture_add_named (fixture, "case", "Other");
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new (), back = NULL;
  g_autoptr (AccordRecord) record = fixture_new (fixture, "portfolio"), kept = NULL;
  g_autoptr (GError) error = NULL;

  question->fund = fixture_add_fund (fixture, "Transformation Fund", 100);
  question->limit = 123456;
  accord_portfolio_question_set_year (question, 2020, 7);
  accord_portfolio_question_set_year (question, 2019, 400);
  accord_portfolio_question_set_year (question, 2020, 8);
  accord_portfolio_question_set (question, one, TRUE, FALSE);
  accord_portfolio_question_set (question, other, FALSE, TRUE);
  accord_record_set_text (record, "name", "For the Board");
  accord_portfolio_question_fill_record (question, record);
  kept = fixture_get (fixture, "portfolio", fixture_save (fixture, record));
  back = accord_portfolio_question_from_record (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->fund, ==, question->fund);
  g_assert_cmpint (back->limit, ==, 123456);
  g_assert_cmpuint (back->year_limits->len, ==, 2);
  g_assert_cmpint (g_array_index (back->year_limits, AccordYearAmount, 0).year, ==, 2019);
  g_assert_cmpint (g_array_index (back->year_limits, AccordYearAmount, 1).amount, ==, 8);
  g_assert_true (accord_portfolio_question_requires (back, one));
  g_assert_false (accord_portfolio_question_requires (back, other));
  g_assert_true (accord_portfolio_question_excludes (back, other));

  accord_record_set_text (kept, "year-limits", "2019 lots");
  g_assert_null (accord_portfolio_question_from_record (kept, &error));
  g_assert_nonnull (error);
}

static gboolean
never (gpointer data)
{
  return TRUE;
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordPortfolioQuestion) question = accord_portfolio_question_new ();
  g_autoptr (AccordPortfolioChoice) choice = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 12; i++)
    add_case (fixture, "A case", "2019/20", 100 + 7 * i, 200 + 13 * (i % 5));
  question->limit = 50000;
  choice = accord_workspace_read (fixture->workspace, read_choice, question, NULL, &error);
  g_assert_no_error (error);
  accord_portfolio_choice_work_out (choice, never, NULL);
  /* Small ones may be solved before anybody is asked; either way nothing is claimed that is not so. */
  g_assert_cmpint (choice->best->worth, <=, choice->best->bound);
  g_assert_cmpint (choice->best->cost, <=, 50000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/portfolio-choice/figures", test_figures);
  fixture_add_test ("/portfolio-choice/standing", test_standing);
  fixture_add_test ("/portfolio-choice/best", test_best);
  fixture_add_test ("/portfolio-choice/fund", test_fund);
  fixture_add_test ("/portfolio-choice/record", test_record);
  fixture_add_test ("/portfolio-choice/stopped", test_stopped);

  return g_test_run ();
}
