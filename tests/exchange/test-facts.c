/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-fixture.h"

#include "exchange-error.h"
#include "facts.h"

#include <string.h>

static AccordFacts *
read_facts (Sample *sample, const char *text, GError **error)
{
  g_autoptr (AccordFacts) facts = accord_facts_new (sample->schema);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return accord_facts_add (facts, "test.json", bytes, error) ? g_steal_pointer (&facts) : NULL;
}

static gboolean
write_facts (AccordWriter *writer, gpointer data, GError **error)
{
  return accord_facts_write (data, writer, error);
}

static gboolean
load (Sample *sample, const char *text, GError **error)
{
  g_autoptr (AccordFacts) facts = read_facts (sample, text, error);
  g_autoptr (AccordChange) change = NULL;

  if (facts != NULL)
    change = accord_workspace_write (sample->workspace, "Load facts", write_facts, facts, NULL, error);
  return change != NULL;
}

static void
assert_loads (Sample *sample, const char *text)
{
  g_autoptr (GError) error = NULL;

  load (sample, text, &error);
  g_assert_no_error (error);
}

/* Nothing is kept, and the sentence has all of the parts. */
static void
assert_refused (Sample *sample, const char *text, const char *const *parts)
{
  guint before = sample_count_all (sample);
  g_autoptr (GError) error = NULL;

  g_assert_false (load (sample, text, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (sample_count_all (sample), ==, before);
  for (; *parts != NULL; parts++)
    if (strstr (error->message, *parts) == NULL)
      g_error ("“%s” is not in “%s”", *parts, error->message);
}

#define REFUSED(sample, text, ...) assert_refused (sample, text, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_values (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) fund = NULL, alliance = NULL, item = NULL, benefit = NULL;

  assert_loads (
      sample, "[{\"kind\": \"fund\", \"key\": \"f\", \"name\": \"Fund\", \"type\": \"Transformation fund\","
              "  \"amount\": \"£19.2 million\", \"first-year\": \"2019/20\", \"last_year\": 2020,"
              "  \"announced\": \"2 April 2019\", \"conditions\": [\"One\", \"Two\"], \"holder\": null},"
              " {\"kind\": \"organisation\", \"key\": \"o\", \"name\": \"Alliance\", \"type\": \"alliance\","
              "  \"coverage\": \"97 %\", \"staff\": 600, \"operating_budget_pence\": 2700000001,"
              "  \"description\": \"One line\"},"
              " {\"kind\": \"item\", \"key\": \"i\", \"title\": \"Item\", \"key-decision\": true,"
              "  \"incomplete\": \"yes\", \"exempt\": false},"
              " {\"kind\": \"benefit\", \"key\": \"b\", \"measure\": \"Days\", \"target\": 12.5}]");
  fund = sample_one (sample, "fund", "");
  assert_text (fund, "type", "transformation-fund");
  assert_int (fund, "amount", 1920000000);
  assert_int (fund, "first-year", 2019);
  assert_int (fund, "last-year", 2020);
  assert_text (fund, "announced", "2019-04-02");
  assert_text (fund, "conditions", "One\nTwo");
  assert_int (fund, "holder", ACCORD_UNKNOWN);
  alliance = sample_one (sample, "organisation", "");
  assert_int (alliance, "coverage", 9700);
  assert_int (alliance, "staff", 600);
  assert_int (alliance, "operating-budget", 2700000001);
  item = sample_one (sample, "item", "");
  g_assert_true (accord_record_get_boolean (item, "key-decision"));
  g_assert_true (accord_record_get_boolean (item, "incomplete"));
  g_assert_false (accord_record_get_boolean (item, "exempt"));
  benefit = sample_one (sample, "benefit", "");
  assert_text (benefit, "target", "12.5");
}

#define ORGANISATION(key)                                                                                    \
  "{\"kind\": \"organisation\", \"key\": \"" key "\", \"name\": \"" key "\", \"type\": \"other\"}"

/* What is named comes last in one file, and in another file. */
static void
test_order (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordFacts) facts = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordRecord) membership = NULL, organisation = NULL, alliance = NULL;
  const char *more = "[" ORGANISATION ("B") "]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (more, strlen (more));
  g_autoptr (GError) error = NULL;

  facts =
      read_facts (sample,
                  "[{\"kind\": \"membership\", \"key\": \"m\", \"organisation\": \"A\", \"alliance\": \"B\","
                  "  \"role\": \"member\"}," ORGANISATION ("A") "]",
                  &error);
  g_assert_no_error (error);
  g_assert_true (accord_facts_add (facts, "more.json", bytes, &error));
  g_assert_cmpuint (accord_facts_get_n_facts (facts), ==, 3);
  change = accord_workspace_write (sample->workspace, "Load facts", write_facts, facts, NULL, &error);
  g_assert_no_error (error);

  membership = sample_one (sample, "membership", "");
  organisation = sample_follow (sample, membership, "organisation");
  alliance = sample_follow (sample, membership, "alliance");
  assert_text (organisation, "name", "A");
  assert_text (alliance, "name", "B");
}

/* Two bodies that look into each other, one of them into a third; a post with two organisations, in order. */
static void
test_ring (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) first = NULL, second = NULL, third = NULL, post = NULL, named = NULL;
  const gint64 *ids;
  gsize n_ids;

  assert_loads (
      sample,
      "[{\"kind\": \"body\", \"key\": \"1\", \"name\": \"First\", \"scrutinised_by\": [\"3\", \"2\"]},"
      " {\"kind\": \"body\", \"key\": \"2\", \"name\": \"Second\", \"scrutinised_by\": \"1\"},"
      " {\"kind\": \"body\", \"key\": \"3\", \"name\": \"Third\"},"
      " {\"kind\": \"post\", \"key\": \"p\", \"name\": \"Post\", \"status\": \"vacant\","
      "  \"organisations\": [\"B\", \"A\"]}," ORGANISATION ("A") "," ORGANISATION ("B") "]");
  first = sample_one (sample, "body", "name=First");
  second = sample_one (sample, "body", "name=Second");
  third = sample_one (sample, "body", "name=Third");
  ids = accord_record_get_ids (first, "scrutinised-by", &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpint (ids[0], ==, accord_record_get_id (third));
  g_assert_cmpint (ids[1], ==, accord_record_get_id (second));
  ids = accord_record_get_ids (second, "scrutinised-by", &n_ids);
  g_assert_cmpuint (n_ids, ==, 1);
  g_assert_cmpint (ids[0], ==, accord_record_get_id (first));

  post = sample_one (sample, "post", "");
  named = sample_one (sample, "organisation", "name=B");
  ids = accord_record_get_ids (post, "organisations", &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  g_assert_cmpint (ids[0], ==, accord_record_get_id (named));
}

/* A long chain, each naming the next. */
static void
test_chain (Sample *sample, gconstpointer data)
{
  const guint length = 3000;
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < length; i++)
    {
      g_string_append_printf (
          text, "{\"kind\": \"organisation\", \"key\": \"k%u\", \"name\": \"%u\", \"type\": \"other\"", i, i);
      if (i + 1 < length)
        g_string_append_printf (text, ", \"part_of\": \"k%u\"},", i + 1);
    }
  g_string_append (text, "}]");
  assert_loads (sample, text->str);
  g_assert_cmpuint (sample_count (sample, "organisation", ""), ==, length);
  g_assert_cmpuint (sample_count (sample, "organisation", "part-of="), ==, 1);
}

static void
test_workspace_reference (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) programme = NULL, organisation = NULL;

  assert_loads (sample, "[" ORGANISATION ("Here already") "]");
  assert_loads (sample, "[{\"kind\": \"programme\", \"key\": \"p\", \"name\": \"P\","
                        "  \"organisation\": \"Here already\"}]");
  programme = sample_one (sample, "programme", "");
  organisation = sample_follow (sample, programme, "organisation");
  assert_text (organisation, "name", "Here already");
}

static void
test_refused_values (Sample *sample, gconstpointer data)
{
#define FUND(rest) "[{\"kind\": \"fund\", \"key\": \"f\", \"name\": \"F\", \"type\": \"budget\", " rest "}]"
  REFUSED (sample, FUND ("\"amount\": \"lots\""), "test.json", "“f”", "Amount");
  REFUSED (sample, FUND ("\"amount\": 19.2"), "test.json", "“f”", "Amount", "pence");
  REFUSED (sample, FUND ("\"amount_pence\": \"19\""), "test.json", "“f”", "Amount");
  REFUSED (sample, FUND ("\"amount_pence\": 1.5"), "Amount");
  REFUSED (sample, FUND ("\"amount_pence\": -1"), "test.json", "“f”", "Amount");
  REFUSED (sample, FUND ("\"amount\": \"£1\", \"amount_pence\": 100"), "“f”", "Amount", "twice");
  REFUSED (sample, FUND ("\"part-of\": \"g\", \"part_of\": \"g\""), "“f”", "Part of", "twice");
  REFUSED (sample, FUND ("\"colour\": \"red\""), "test.json", "“f”", "colour");
  REFUSED (sample, FUND ("\"name_pence\": 3"), "“f”", "name_pence");
  REFUSED (sample, FUND ("\"announced\": \"2019-02-30\""), "“f”", "Announced");
  REFUSED (sample, FUND ("\"holder\": {\"name\": \"x\"}"), "“f”", "Held by");
  REFUSED (sample, FUND ("\"holder\": [\"a\", \"b\"]"), "“f”", "Held by");
  REFUSED (sample, FUND ("\"holder\": \"nobody\""), "test.json", "“f”", "Held by", "nobody");
  REFUSED (sample, FUND ("\"holder\": \"f\""), "test.json", "“f”", "Held by", "fund");
  REFUSED (sample, FUND ("\"part_of\": \"f\""), "test.json", "“f”", "Part of");
  REFUSED (sample, FUND ("\"conditions\": [\"a\", 1]"), "“f”", "Conditions");
  REFUSED (sample, FUND ("\"amount_words\": 19"), "“f”", "Amount as stated");
#undef FUND
  REFUSED (sample, "[{\"kind\": \"fund\", \"key\": \"f\", \"type\": \"budget\"}]", "test.json", "“f”",
           "Name");
  REFUSED (sample, "[{\"kind\": \"fund\", \"key\": \"f\", \"name\": \"F\", \"type\": \"bag\"}]", "“f”",
           "Type", "bag");
}

static void
test_refused_files (Sample *sample, gconstpointer data)
{
  g_autofree char *deep = g_strnfill (1000000, '[');

  REFUSED (sample, "", "test.json");
  REFUSED (sample, "{}", "test.json", "array");
  REFUSED (sample, "[1]", "test.json", "entry 1");
  REFUSED (sample, "[" ORGANISATION ("A") ", {\"kind\": \"fund\"}]", "test.json", "entry 2", "key");
  REFUSED (sample, "[{\"kind\": \"dragon\", \"key\": \"d\"}]", "test.json", "entry 1", "dragon");
  REFUSED (sample, "[" ORGANISATION ("A") "," ORGANISATION ("A") "]", "test.json", "“A”", "taken");
  REFUSED (sample, "[" ORGANISATION ("A") ",", "test.json");
  REFUSED (sample, "[\"\xff\"]", "test.json", "UTF-8");
  REFUSED (sample, deep, "test.json", "deeper");
  REFUSED (sample, "[[[[[[[[[]]]]]]]]]", "test.json", "deeper");
  REFUSED (sample, "[[[[[[[[]]]]]]]]", "test.json", "entry 1");
  REFUSED (sample, "[\"[[[[[[[[[\\\"[[[\"]", "test.json", "entry 1");
}

/* Whoever reads a document twice would have all of it twice. */
static void
test_same_document (Sample *sample, gconstpointer data)
{
  const char *text = "[{\"kind\": \"source\", \"key\": \"s\", \"title\": \"T\", \"type\": \"report\","
                     "  \"digest\": \"abc\"}]";
  g_autoptr (GError) error = NULL;

  assert_loads (sample, text);
  g_assert_false (load (sample, text, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_AGAIN);
  g_assert_cmpuint (sample_count_all (sample), ==, 1);
}

static void
test_file (Sample *sample, gconstpointer data)
{
  g_autofree char *path = g_build_filename (sample->folder, "mine.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), folder = g_file_new_for_path (sample->folder);
  g_autoptr (AccordFacts) facts = accord_facts_new (sample->schema);
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_facts_add_file (facts, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (accord_facts_add_file (facts, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[" ORGANISATION ("A") ", 7]", -1, NULL));
  g_assert_false (accord_facts_add_file (facts, file, NULL, &error));
  g_assert_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_FACTS);
  g_assert_true (g_str_has_prefix (error->message, "mine.json"));
}

#define FACTS(path, test)                                                                                    \
  g_test_add ("/facts/" path, Sample, NULL, sample_set_up_empty, test, sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FACTS ("values", test_values);
  FACTS ("order", test_order);
  FACTS ("ring", test_ring);
  FACTS ("chain", test_chain);
  FACTS ("workspace-reference", test_workspace_reference);
  FACTS ("refused-values", test_refused_values);
  FACTS ("refused-files", test_refused_files);
  FACTS ("same-document", test_same_document);
  FACTS ("file", test_file);
  return g_test_run ();
}
