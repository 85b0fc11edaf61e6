/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "five-case-review.h"

#include <string.h>

static const AccordFiveSection *
section_of (AccordFiveCase five, const char *code)
{
  guint n_sections;
  const AccordFiveSection *sections = accord_five_sections (five, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if (strcmp (sections[i].code, code) == 0)
      return &sections[i];
  g_error ("No section “%s”", code);
}

static AccordSectionState
state_in (const char *text, AccordFiveCase five, const char *code, guint *n_words)
{
  g_autoptr (GPtrArray) headings = accord_headings_parse (text);

  return accord_section_find (headings, section_of (five, code), NULL, n_words);
}

/* Every question belongs to a section of its case, and no word is used twice. */
static void
test_table (void)
{
  guint n_questions, n_sections = 0;
  const AccordReviewQuestion *questions = accord_review_questions (&n_questions);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    {
      guint n;
      const AccordFiveSection *sections = accord_five_sections ((AccordFiveCase) i, &n);

      n_sections += n;
      g_assert_cmpuint (n, >, 4);
      for (guint j = 0; j < n; j++)
        {
          g_assert_true (g_hash_table_add (codes, (gpointer) sections[j].code));
          g_assert_true (accord_five_section_is_meant (&sections[j], sections[j].label));
        }
    }
  g_assert_cmpuint (n_sections, ==, accord_five_n_sections ());
  for (guint i = 0; i < n_questions; i++)
    {
      const char *five = accord_five_case_get_field (questions[i].five);

      g_assert_true (g_hash_table_contains (codes, questions[i].section));
      g_assert_true (g_str_has_prefix (questions[i].choice->value, five));
      g_assert_true (g_hash_table_add (asked, (gpointer) questions[i].choice->value));
      g_assert_true (accord_review_question_find (questions[i].choice->value) == &questions[i]);
    }
  g_assert_null (accord_review_question_find ("strategic"));
  g_assert_null (accord_review_question_find (NULL));
}

static void
test_meaning (void)
{
  static const struct
  {
    AccordFiveCase five;
    const char *code;
    const char *heading;
    gboolean meant;
  } headings[] = {
    { ACCORD_FIVE_STRATEGIC, "objectives", "2.3 Spending objectives", TRUE },
    { ACCORD_FIVE_STRATEGIC, "objectives", "OBJECTIVES", TRUE },
    { ACCORD_FIVE_STRATEGIC, "objectives", "Objections", FALSE },
    { ACCORD_FIVE_STRATEGIC, "existing-arrangements", "Where we are now", TRUE },
    { ACCORD_FIVE_STRATEGIC, "existing-arrangements", "Existing", FALSE },
    { ACCORD_FIVE_STRATEGIC, "needs", "The case for change", TRUE },
    { ACCORD_FIVE_STRATEGIC, "needs", "Change", FALSE },
    { ACCORD_FIVE_STRATEGIC, "risks", "Benefits, risks, dependencies and constraints", TRUE },
    { ACCORD_FIVE_STRATEGIC, "constraints", "Benefits, risks, dependencies and constraints", TRUE },
    { ACCORD_FIVE_ECONOMIC, "longlist", "The long-list", TRUE },
    { ACCORD_FIVE_ECONOMIC, "appraisal", "Cost–benefit analysis", TRUE },
    { ACCORD_FIVE_ECONOMIC, "success-factors", "CSFs", TRUE },
    { ACCORD_FIVE_COMMERCIAL, "staff-transfer", "TUPE", TRUE },
    { ACCORD_FIVE_COMMERCIAL, "risk-allocation", "Risks", FALSE },
    { ACCORD_FIVE_FINANCIAL, "budget", "Effect on the balance sheet", TRUE },
    { ACCORD_FIVE_MANAGEMENT, "plan", "Planning permission", FALSE },
    { ACCORD_FIVE_MANAGEMENT, "evaluation", "Post-project review", TRUE },
    { ACCORD_FIVE_MANAGEMENT, "plan", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (accord_five_section_is_meant (section_of (headings[i].five, headings[i].code), headings[i].heading)
        != headings[i].meant)
      g_error ("“%s” against %s", headings[i].heading, headings[i].code);
}

static void
test_sections (void)
{
  guint n_words;

  g_assert_cmpint (state_in (NULL, ACCORD_FIVE_STRATEGIC, "scope", NULL), ==, ACCORD_SECTION_MISSING);
  g_assert_cmpint (state_in ("All of the scope is told.", ACCORD_FIVE_STRATEGIC, "scope", NULL), ==,
                   ACCORD_SECTION_MISSING);
  g_assert_cmpint (state_in ("# Scope", ACCORD_FIVE_STRATEGIC, "scope", NULL), ==, ACCORD_SECTION_EMPTY);
  g_assert_cmpint (state_in ("# Scope\n\n---\n\n# Needs\nMany.", ACCORD_FIVE_STRATEGIC, "scope", NULL), ==,
                   ACCORD_SECTION_EMPTY);
  g_assert_cmpint (state_in ("## Scope\n*[To be confirmed]*\n", ACCORD_FIVE_STRATEGIC, "scope", NULL), ==,
                   ACCORD_SECTION_PROMISED);
  g_assert_cmpint (state_in ("Scope\n=====\nFive wards.", ACCORD_FIVE_STRATEGIC, "scope", &n_words), ==,
                   ACCORD_SECTION_WRITTEN);
  g_assert_cmpuint (n_words, ==, 2);
  g_assert_cmpint (state_in ("**Scope:**\r\nFive wards.\r\n", ACCORD_FIVE_STRATEGIC, "scope", &n_words), ==,
                   ACCORD_SECTION_WRITTEN);
  g_assert_cmpuint (n_words, ==, 2);
  /* What is headed below it is under it; what is headed beside it is not. */
  g_assert_cmpint (state_in ("# Scope\n## In\nOne two.\n## Out\nThree.\n# Needs\nFour.",
                             ACCORD_FIVE_STRATEGIC, "scope", &n_words),
                   ==, ACCORD_SECTION_WRITTEN);
  g_assert_cmpuint (n_words, ==, 3);
  /* A fence holds no headings. */
  g_assert_cmpint (state_in ("```\n# Scope\nwords\n```\n", ACCORD_FIVE_STRATEGIC, "scope", NULL), ==,
                   ACCORD_SECTION_MISSING);
  /* Of two that mean it, the one with words. */
  g_assert_cmpint (
      state_in ("# Scope\nThere are words.\n# Scope\nTBC", ACCORD_FIVE_STRATEGIC, "scope", &n_words), ==,
      ACCORD_SECTION_WRITTEN);
  g_assert_cmpuint (n_words, ==, 3);
}

static AccordObjectives
objectives_in (const char *text)
{
  g_autoptr (GPtrArray) headings = accord_headings_parse (text);

  return accord_objectives_count (headings);
}

static void
test_objectives (void)
{
  AccordObjectives found = objectives_in ("# Objectives\n"
                                          "1. Fewer admissions, by 12% in 2019/20\n"
                                          "2) Care at home by 31 March 2020\n"
                                          "3. A happier place,\n   with 40 volunteers\n");

  g_assert_cmpuint (found.n_listed, ==, 3);
  g_assert_cmpuint (found.n_dated, ==, 2);
  g_assert_cmpuint (found.n_measured, ==, 2);
  found = objectives_in ("## Our aims\n### One\nBy 2020.\n### Two\nMore.\n");
  g_assert_cmpuint (found.n_listed, ==, 2);
  g_assert_cmpuint (found.n_dated, ==, 1);
  g_assert_cmpuint (found.n_measured, ==, 0);
  found = objectives_in ("# Scope\n- One\n- Two\n");
  g_assert_cmpuint (found.n_listed, ==, 0);
  found = objectives_in ("# Objectives\nTo do well.\n");
  g_assert_cmpuint (found.n_listed, ==, 0);
}

/* Whatever somebody pastes, there are as many words as there are and the parts are in order. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "# ",  "## Scope", "\n",   "**", "**Objectives**", "- ", "1. ", "===",    "---", "```",     "~~~~",
    "TBC", "words",    "\r\n", "|",  "2019/20",        "\t", "é",   "______", ":",   "#######", " "
  };

  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) headings = NULL;
      AccordObjectives objectives;
      guint n = (guint) g_test_rand_int_range (0, 40);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      headings = accord_headings_parse (text->str);
      g_assert_cmpuint (headings->len, >, 0);
      for (guint five = 0; five < ACCORD_FIVE_N; five++)
        {
          guint n_sections;
          const AccordFiveSection *sections = accord_five_sections ((AccordFiveCase) five, &n_sections);

          for (guint i = 0; i < n_sections; i++)
            {
              g_autofree char *heading = NULL;
              guint n_words;
              AccordSectionState state = accord_section_find (headings, &sections[i], &heading, &n_words);

              g_assert_cmpint (heading == NULL, ==, state == ACCORD_SECTION_MISSING);
              g_assert_cmpint (n_words > 0, ==, state >= ACCORD_SECTION_PROMISED);
            }
        }
      objectives = accord_objectives_count (headings);
      g_assert_cmpuint (objectives.n_dated, <=, objectives.n_listed);
      g_assert_cmpuint (objectives.n_measured, <=, objectives.n_listed);
    }
}

/* --- With a workspace. */

static gpointer
read_review (AccordReader *reader, gpointer data, GError **error)
{
  return accord_case_review_read (reader, *(gint64 *) data, 0, error);
}

typedef struct
{
  gint64 business_case;
  gint64 review;
} Whose;

static gpointer
read_review_of (AccordReader *reader, gpointer data, GError **error)
{
  const Whose *whose = data;

  return accord_case_review_read (reader, whose->business_case, whose->review, error);
}

static AccordCaseReview *
review_of (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AccordCaseReview *review = accord_workspace_read (fixture->workspace, read_review, &id, NULL, &error);

  g_assert_no_error (error);
  return review;
}

static gint64
add_case (Fixture *fixture)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", "Neighbourhood Model");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  accord_record_set_text (record, "strategic", "# Scope\nFive wards.\n# Objectives\n- 5% by 2020\n");
  return fixture_save (fixture, record);
}

static AccordFactState
fact_of (const AccordCaseReview *review, const char *code, const char **words)
{
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    for (guint j = 0; j < review->parts[i].sections->len; j++)
      {
        const AccordReviewSection *section = review->parts[i].sections->pdata[j];

        for (guint k = 0; k < section->facts->len; k++)
          {
            const AccordCaseFact *fact = section->facts->pdata[k];

            if (strcmp (fact->code, code) == 0)
              {
                if (words != NULL)
                  *words = fact->words;
                return fact->state;
              }
          }
      }
  g_error ("No fact “%s”", code);
}

static gint64
add_option (Fixture *fixture, gint64 case_id, const char *name, const char *comparator, gboolean preferred)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "option");

  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "case", case_id);
  accord_record_set_text (record, "comparator", comparator);
  accord_record_set_boolean (record, "preferred", preferred);
  return fixture_save (fixture, record);
}

static gint64
add_risk (Fixture *fixture, gint64 case_id, const char *owner, const char *response, const char *status)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "risk");

  accord_record_set_text (record, "name", "Staff cannot be found");
  accord_record_set_int (record, "case", case_id);
  accord_record_set_text (record, "owner", owner);
  accord_record_set_text (record, "response", response);
  accord_record_set_text (record, "status", status);
  return fixture_save (fixture, record);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), other = add_case (fixture);
  g_autoptr (AccordCaseReview) bare = review_of (fixture, id), full = NULL;
  const char *words;

  g_assert_cmpuint (bare->n_written, ==, 2);
  g_assert_cmpint (fact_of (bare, "objectives-listed", &words), ==, ACCORD_FACT_NOT_MET);
  g_assert_cmpstr (words, ==, "1 objective is listed; three to six are expected.");
  g_assert_cmpint (fact_of (bare, "objectives-dated", NULL), ==, ACCORD_FACT_MET);
  g_assert_cmpint (fact_of (bare, "endorsed", NULL), ==, ACCORD_FACT_UNKNOWN);
  g_assert_cmpint (fact_of (bare, "options", NULL), ==, ACCORD_FACT_NOT_MET);
  g_assert_cmpint (fact_of (bare, "risks", NULL), ==, ACCORD_FACT_NOT_MET);
  g_assert_cmpint (fact_of (bare, "owner", NULL), ==, ACCORD_FACT_NOT_MET);

  add_option (fixture, id, "As today", "do-nothing", FALSE);
  add_option (fixture, id, "A team in each ward", NULL, TRUE);
  add_option (fixture, other, "Elsewhere", NULL, TRUE);
  add_risk (fixture, id, "the Director of Finance", "An agency", "open");
  add_risk (fixture, id, NULL, NULL, "open");
  add_risk (fixture, id, NULL, NULL, "closed");
  full = review_of (fixture, id);
  g_assert_cmpint (fact_of (full, "options", &words), ==, ACCORD_FACT_MET);
  g_assert_cmpstr (words, ==, "2 options are recorded, measured against “As today”.");
  g_assert_cmpint (fact_of (full, "preferred", &words), ==, ACCORD_FACT_MET);
  g_assert_cmpstr (words, ==, "“A team in each ward” is preferred.");
  g_assert_cmpint (fact_of (full, "risks", &words), ==, ACCORD_FACT_PARTLY);
  g_assert_cmpstr (words, ==, "2 open risks: 1 with an owner, 1 with a response.");
}

static void
answer (Fixture *fixture, gint64 id, const char *question, const char *state, const char *note)
{
  AccordReviewChange change = {
    id, 0, (char *) question, (char *) state, (char *) note, (char *) "Cabinet", (char *) "2019-04-01"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) done = accord_workspace_write (fixture->workspace, "Answer",
                                                          accord_review_change_write, &change, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (done);
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), other = add_case (fixture);
  g_autoptr (AccordCaseReview) first = NULL, second = NULL, none = NULL, back = NULL, elsewhere = NULL;
  g_autoptr (AccordChange) undone = NULL;

  answer (fixture, id, "strategic-scope", "met", NULL);
  answer (fixture, id, "economic-rate", "not-applicable", "No money.");
  first = review_of (fixture, id);
  g_assert_cmpuint (first->n_answered, ==, 2);
  g_assert_cmpuint (first->parts[ACCORD_FIVE_STRATEGIC].n_answered, ==, 1);
  g_assert_cmpstr (first->reviewer, ==, "Cabinet");
  elsewhere = review_of (fixture, other);
  g_assert_cmpuint (elsewhere->n_answered, ==, 0);

  /* A second answer to the same question is kept in place of the first. */
  answer (fixture, id, "strategic-scope", "partly", "The hospital is not named.");
  second = review_of (fixture, id);
  g_assert_cmpuint (second->n_answered, ==, 2);
  g_assert_cmpint (accord_record_get_id (accord_case_review_find (second, "strategic-scope")->record), ==,
                   accord_record_get_id (accord_case_review_find (first, "strategic-scope")->record));
  g_assert_cmpstr (
      accord_record_get_text (accord_case_review_find (second, "strategic-scope")->record, "state"), ==,
      "partly");

  /* A note alone is no answer, and nothing at all leaves no record. */
  answer (fixture, id, "economic-rate", NULL, "Ask again.");
  answer (fixture, id, "strategic-scope", NULL, NULL);
  answer (fixture, id, "strategic-fit", NULL, NULL);
  none = review_of (fixture, id);
  g_assert_cmpuint (none->n_answered, ==, 0);
  g_assert_null (accord_case_review_find (none, "strategic-scope")->record);
  g_assert_nonnull (accord_case_review_find (none, "economic-rate")->record);
  g_assert_null (accord_case_review_find (none, "strategic-nothing"));

  undone = accord_workspace_undo (fixture->workspace, NULL, NULL);
  g_assert_nonnull (undone);
  back = review_of (fixture, id);
  g_assert_cmpuint (back->n_answered, ==, 1);
}

static gint64
add_review (Fixture *fixture, gint64 id, const char *who)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "review");

  accord_record_fill_in (record);
  accord_record_set_text (record, "who", who);
  accord_record_set_int (record, "case", id);
  return fixture_save (fixture, record);
}

static guint
n_answered (Fixture *fixture, gint64 id, gint64 review)
{
  Whose whose = { id, review };
  g_autoptr (AccordCaseReview) read =
      accord_workspace_read (fixture->workspace, read_review_of, &whose, NULL, NULL);

  g_assert_nonnull (read);
  g_assert_cmpint (read->review, ==, review);
  return read->n_answered;
}

/* The case's own checklist and those of its reviews do not touch each other. */
static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture);
  gint64 one = add_review (fixture, id, "The trust"), other = add_review (fixture, id, "The alliance");
  AccordReviewChange change = { id, one, (char *) "strategic-scope", (char *) "not-met", NULL, NULL, NULL };
  g_autoptr (AccordChange) done = NULL, again = NULL;

  answer (fixture, id, "strategic-scope", "met", NULL);
  done =
      accord_workspace_write (fixture->workspace, "Answer", accord_review_change_write, &change, NULL, NULL);
  g_assert_nonnull (done);
  g_assert_cmpuint (n_answered (fixture, id, 0), ==, 1);
  g_assert_cmpuint (n_answered (fixture, id, one), ==, 1);
  g_assert_cmpuint (n_answered (fixture, id, other), ==, 0);

  change.state = NULL;
  again =
      accord_workspace_write (fixture->workspace, "Answer", accord_review_change_write, &change, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (n_answered (fixture, id, one), ==, 0);
  g_assert_cmpuint (n_answered (fixture, id, 0), ==, 1);
}

/* A question that the table does not have is refused. */
static void
test_strange_question (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "answer");

  accord_record_set_text (record, "question", "strategic-weather");
  accord_record_set_int (record, "case", add_case (fixture));
  fixture_assert_refused (fixture, record, "Question");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/five-case/table", test_table);
  g_test_add_func ("/five-case/meaning", test_meaning);
  g_test_add_func ("/five-case/sections", test_sections);
  g_test_add_func ("/five-case/objectives", test_objectives);
  g_test_add_func ("/five-case/noise", test_noise);
  fixture_add_test ("/five-case/facts", test_facts);
  fixture_add_test ("/five-case/answers", test_answers);
  fixture_add_test ("/five-case/reviews", test_reviews);
  fixture_add_test ("/five-case/strange-question", test_strange_question);

  return g_test_run ();
}
