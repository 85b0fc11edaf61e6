/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "total.h"

#define N_PLACES 5
#define N_SPENDINGS 700

typedef struct
{
  AccordQuery *query;
  const gint64 *ids;
  gsize n_ids;
  int field;
  AccordTotal total;
} Question;

static gpointer
ask (AccordReader *reader, gpointer data, GError **error)
{
  Question *question = data;
  gboolean read =
      question->ids != NULL
          ? accord_reader_total_ids (reader, accord_query_get_kind (question->query), question->field,
                                     question->ids, question->n_ids, &question->total, error)
          : accord_reader_total (reader, question->query, question->field, &question->total, error);

  return read ? question : NULL;
}

static gpointer
list (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reader_list (reader, data, error);
}

static AccordTotal
total_of (Fixture *self, AccordQuery *query, const gint64 *ids, gsize n_ids)
{
  Question question = { query, ids, n_ids, SPENDING_AMOUNT };
  g_autoptr (GError) error = NULL;

  accord_workspace_read (self->workspace, ask, &question, NULL, &error);
  g_assert_no_error (error);
  return question.total;
}

/* Every sum is the one that adding up row by row comes to, and what has none is counted apart. */
static void
check (Fixture *self, AccordQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = accord_workspace_read (self->workspace, list, query, NULL, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AccordTotal expected = { 0 }, by_query, by_ids;

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 amount = accord_record_peek_int (records->pdata[i], SPENDING_AMOUNT);
      gint64 id = accord_record_get_id (records->pdata[i]);

      expected.count++;
      expected.unknown += amount == ACCORD_UNKNOWN;
      expected.sum += amount == ACCORD_UNKNOWN ? 0 : amount;
      g_array_append_val (ids, id);
    }
  by_query = total_of (self, query, NULL, 0);
  g_assert_cmpmem (&by_query, sizeof by_query, &expected, sizeof expected);
  by_ids = total_of (self, query, (const gint64 *) (gconstpointer) ids->data, ids->len);
  g_assert_true (ids->len == 0 || memcmp (&by_ids, &expected, sizeof expected) == 0);
}

static void
test_totals (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < N_PLACES; i++)
    fixture_add_place (self, "Bury");
  for (int i = 0; i < N_SPENDINGS; i++)
    fixture_add_spending (self, i % 3 == 0 ? "Persona" : "BARDOC",
                          i % 7 == 0 ? ACCORD_UNKNOWN : g_test_rand_int_range (-100000, 1000000),
                          1 + i % N_PLACES);
  for (int limit = -1; limit < 800; limit += 200)
    for (int place = 0; place <= N_PLACES; place++)
      {
        g_autoptr (AccordQuery) query = accord_query_new (self->spending);

        if (place > 0)
          accord_query_add_number (query, SPENDING_PLACE, ACCORD_OPERATOR_EQUAL, place);
        accord_query_set_limit (query, limit);
        accord_query_set_sort (query, SPENDING_AMOUNT, TRUE);
        check (self, query);
        accord_query_set_search (query, "pers");
        check (self, query);
      }
}

/* A sum that cannot be kept is no sum. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordQuery) query = accord_query_new (self->spending);
  Question question = { query, NULL, 0, SPENDING_AMOUNT };
  g_autoptr (GError) error = NULL;

  fixture_add_spending (self, "One", G_MAXINT64, ACCORD_UNKNOWN);
  fixture_add_spending (self, "Two", G_MAXINT64, ACCORD_UNKNOWN);
  g_assert_null (accord_workspace_read (self->workspace, ask, &question, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_words (void)
{
  const struct
  {
    AccordTotal total;
    int field;
    const char *counted;
    const char *words;
  } totals[] = {
    { { 1243, 523190417, 0 }, 2, "1,243 payments", "1,243 payments · £5,231,904.17" },
    { { 3, 1200000, 0 }, 2, "3 selected", "3 selected · £12,000.00" },
    { { 3, -5, 0 }, 2, "3 payments", "3 payments · −£0.05" },
    { { 3, 100, 1 }, 2, "3 funds", "3 funds · £1.00 · amount of 1 not known" },
    { { 4, 100, 3 }, 2, "4 funds", "4 funds · £1.00 · amounts of 3 not known" },
    { { 4, 0, 4 }, 2, "4 funds", "4 funds · amount not known" },
    { { 4, 0, 4 }, -1, "4 posts", "4 posts" },
    { { 0, 0, 0 }, 2, "0 funds", "0 funds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *words = accord_total_dup_words (&totals[i].total, totals[i].field, totals[i].counted);

      g_assert_cmpstr (words, ==, totals[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/total/of-queries-and-ids", Fixture, NULL, fixture_set_up, test_totals, fixture_tear_down);
  g_test_add ("/total/too-large", Fixture, NULL, fixture_set_up, test_too_large, fixture_tear_down);
  g_test_add_func ("/total/words", test_words);

  return g_test_run ();
}
