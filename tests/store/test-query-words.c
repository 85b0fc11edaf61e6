/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "query-form.h"
#include "query-words.h"

#include <string.h>

static gpointer
read_sentence (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_dup_sentence (reader, data, error);
}

static void
assert_sentence (Fixture *self, AccordQuery *query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = accord_workspace_read (self->workspace, read_sentence, query, NULL, &error);
  g_autofree char *json = accord_query_dup_json (query);
  g_autoptr (AccordQuery) again = accord_query_new_from_json (self->schema, json, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sentence, ==, expected);
  g_assert_true (accord_query_equal (query, again));
}

static AccordQuery *
new_query (Fixture *self, const char *search)
{
  AccordQuery *query = accord_query_new (self->spending);

  accord_query_set_search (query, search);
  return query;
}

static void
test_sentence (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = new_query (self, NULL);
  gint64 bury = fixture_add_place (self, "Bury"), oldham = fixture_add_place (self, "Oldham");

  assert_sentence (self, query, "Spendings");
  accord_query_add_number (query, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, bury);
  accord_query_add_number (query, SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, 500001);
  accord_query_add_text (query, SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2019-04-01");
  accord_query_add_text (query, SPENDING_DATE, ACCORD_OPERATOR_AT_MOST, "2020-03-31");
  /* Two fields name places, so each says which it is. */
  assert_sentence (self, query, "Spendings · 2019/20 · over £5,000 · place: Bury");
  accord_query_add_number (query, SPENDING_PLACES, ACCORD_OPERATOR_CONTAINS, bury);
  accord_query_add_number (query, SPENDING_PLACES, ACCORD_OPERATOR_CONTAINS, oldham);
  accord_query_join_last (query);
  accord_query_add_text (query, SPENDING_STAGE, ACCORD_OPERATOR_EQUAL, "outline");
  accord_query_add_text (query, SPENDING_STAGE, ACCORD_OPERATOR_EQUAL, "full");
  accord_query_join_last (query);
  accord_query_add_text (query, SPENDING_STAGE, ACCORD_OPERATOR_EQUAL, "agreed");
  accord_query_join_last (query);
  accord_query_set_search (query, "stroke care");
  assert_sentence (
      self, query,
      "Spendings · outline, full or agreed · 2019/20 · over £5,000 · place: Bury · near: Bury or "
      "Oldham · “stroke care”");
  accord_query_set_deleted (query, TRUE);
  accord_query_clear_filters (query);
  assert_sentence (self, query, "Spendings · deleted · “stroke care”");
}

static void
test_values (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint field;
    int op;
    const char *text;
    gint64 number;
    int second_op;
    const char *second_text;
    gint64 second;
    const char *words;
  } asked[] = {
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, NULL, 500000, -1, NULL, 0, "£5,000 or more" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_MOST, NULL, 499999, -1, NULL, 0, "under £5,000" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_MOST, NULL, 123456, -1, NULL, 0, "£1,234.56 or less" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_MOST, NULL, -100, -1, NULL, 0, "−£1 or less" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, NULL, 100000, ACCORD_OPERATOR_AT_MOST, NULL, 500000,
      "between £1,000 and £5,000" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, NULL, 100001, ACCORD_OPERATOR_AT_MOST, NULL, 499999,
      "over £1,000 and under £5,000" },
    { SPENDING_AMOUNT, ACCORD_OPERATOR_AT_LEAST, NULL, 777, ACCORD_OPERATOR_AT_MOST, NULL, 777, "£7.77" },
    { SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2017-04-01", 0, ACCORD_OPERATOR_AT_MOST, "2020-03-31", 0,
      "2017/18 to 2019/20" },
    { SPENDING_DATE, ACCORD_OPERATOR_AT_LEAST, "2019-04-02", 0, ACCORD_OPERATOR_AT_MOST, "2020-03-31", 0,
      "2 Apr 2019 to 31 Mar 2020" },
    { SPENDING_DATE, ACCORD_OPERATOR_AT_MOST, "2020-03-31", 0, -1, NULL, 0, "until 31 Mar 2020" },
    { SPENDING_DATE, ACCORD_OPERATOR_UNKNOWN, NULL, 0, -1, NULL, 0, "date not known" },
    { SPENDING_STAGE, ACCORD_OPERATOR_NOT_EQUAL, "full", 0, -1, NULL, 0, "not full" },
    { SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, NULL, 99, -1, NULL, 0, "place: …" },
    { SPENDING_PAYEE, ACCORD_OPERATOR_CONTAINS, "care", 0, -1, NULL, 0, "payee with “care”" },
    { SPENDING_CHECKED, ACCORD_OPERATOR_EQUAL, NULL, 1, -1, NULL, 0, "checked: yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (AccordQuery) query = new_query (self, NULL);
      const AccordFilter first = { asked[i].field, asked[i].op, (char *) asked[i].text, asked[i].number };
      const AccordFilter second = { asked[i].field, asked[i].second_op, (char *) asked[i].second_text,
                                    asked[i].second };
      g_autofree char *expected = g_strconcat ("Spendings · ", asked[i].words, NULL);

      accord_query_add_filter (query, &first);
      if (asked[i].second_op >= 0)
        accord_query_add_filter (query, &second);
      assert_sentence (self, query, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/query-words/sentence", Fixture, NULL, fixture_set_up, test_sentence, fixture_tear_down);
  g_test_add ("/query-words/values", Fixture, NULL, fixture_set_up, test_values, fixture_tear_down);

  return g_test_run ();
}
