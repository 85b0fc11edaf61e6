/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "shared.h"
#include "wording-support.h"

#include <string.h>

/* What a person found in a real page: for each item, by its place on the page, how many resolutions, reComm-
   endations, declarations, questions, actions and options; decisions have a D before their place. */
typedef struct
{
  const char *file;
  const char *counts;
  const char *sums;
  const char *next; /* the next meeting, as stated */
} Expected;

static const Expected pages[] = {
  { "seeds/000_334e6eec640259a2.txt", "1:r2q2", "£25 million|£19 million pounds|19 million pounds", NULL },
  { "seeds/001_285813d553167674.txt", "", "£27m|£6 billion|£19.2 million", NULL },
  { "seeds/002_6d2fcf850709bed3.txt", "2:a4", "", "22nd November 2016 at 16.00, Chorley Town Hall" },
  { "seeds/003_74ba1261f19ee186.txt", "1:r1o3", "", NULL },
  { "seeds/004_1d2f26a105973ef4.txt", "4:q1 6:r2c3", "", NULL },
  { "data/pages/brent-list-7114-cabinet-decisions.txt", "3:r1", "", NULL },
  { "data/pages/bury-list-2592-agenda-only.txt", "", "", NULL },
  { "data/pages/bury-list-3936-pipe-table.txt", "4:q1", "", NULL },
  { "data/pages/bury-mgDelegatedDecisions-2024-untitled.txt", "D1:r1 D2:r1 D3:d1", "", NULL },
  { "data/pages/cheshireeast-list-5672-public-health-transformation-fund.txt", "4:r2", "", NULL },
  { "data/pages/chorley-list-6222-psr-executive-actions.txt", "2:a3", "", NULL },
  { "data/pages/coventry-list-11774-cabinet-moved.txt", "3:r1", "", NULL },
  { "data/pages/darlington-mgAi-4978.txt", "1:r2", "", NULL },
  { "data/pages/derbyshire-mgIssueHistoryHome-10894.txt", "", "£500,000", NULL },
  { "data/pages/dorset-mgAi-10522-hwb-arrangements.txt", "1:r4", "", NULL },
  { "data/pages/gmca-decision-3233-investment-zone.txt", "",
    "£80 million|£17.76 million|£10.8 million|£6.96 million", NULL },
  { "data/pages/gmca-mgDelegatedDecisions-2023-loans.txt", "D1:r1 D3:r4", "£350k|£1m|£12.95m", NULL },
  { "data/pages/haringey-ieIssueDetails-50261-no-headings.txt", "1:a1", "", "24th November at 18:00" },
  { "data/pages/leicester-list-11048-joint-health-scrutiny.txt", "2:d2", "", NULL },
  { "data/pages/manchester-list-3375-agenda-only.txt", "", "", NULL },
  { "data/pages/manchester-list-4751-health-scrutiny.txt", "", "", NULL },
  { "data/pages/manchester-minutes-2019-11-05-decision-refs.txt", "1:r1 2:r1", "", NULL },
  { "data/pages/nottingham-mgIssueHistoryHome-43913.txt", "", "£750k", NULL },
  { "data/pages/oldham-ieIssueDetails-54332-icp-board.txt", "1:r3o2", "", NULL },
  { "data/pages/oldham-list-7990-health-scrutiny-2020.txt", "5:r1", "", NULL },
  { "data/pages/oldham-list-9553-asc-health-scrutiny.txt", "5:r1 6:r1", "", NULL },
  { "data/pages/oldham-mgDelegatedDecisions-2025-pooled-fund.txt", "D1:r1 D2:r1", "£95,000", NULL },
  { "data/pages/stockport-ieIssueDetails-101869-icp-board.txt", "1:r3c3", "", NULL },
  { "data/pages/stockport-ieIssueDetails-51904-hwb-framework.txt", "1:r1c1", "", NULL },
  { "data/pages/stockport-list-25832-cabinet-questions.txt", "4:q1", "", NULL },
  { "data/pages/stockport-list-5788-executive-pipe-table.txt", "3:q1", "", NULL },
  { "data/pages/tameside-scb-2020-01-22-present-list.txt", "", "", NULL },
  { "data/pages/wiltshire-mgAi-82449-questions.txt", "1:q5", "", NULL },
};

static AccordCommitteePage *
read_shared (const char *file)
{
  g_autoptr (GBytes) raw = shared_load (file);
  g_autoptr (GError) error = NULL;
  AccordCommitteePage *page;

  if (raw == NULL)
    return NULL;
  page = accord_committee_read (raw, NULL, NULL, &error);
  g_assert_no_error (error);
  return page;
}

static void
append_count (GString *out, char letter, GPtrArray *array)
{
  if (array->len > 0)
    g_string_append_printf (out, "%c%u", letter, array->len);
}

static void
append_counts (GString *all, const char *prefix, guint place, const char *counts)
{
  if (*counts != '\0')
    g_string_append_printf (all, "%s%s%u:%s", all->len > 0 ? " " : "", prefix, place, counts);
}

static char *
count_all (AccordCommitteePage *page)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < page->items->len; i++)
    {
      AccordPageItem *item = page->items->pdata[i];
      g_autoptr (GString) counts = g_string_new (NULL);

      append_count (counts, 'r', item->resolutions);
      append_count (counts, 'c', item->recommendations);
      append_count (counts, 'd', item->declarations);
      append_count (counts, 'q', item->questions);
      append_count (counts, 'a', item->actions);
      append_count (counts, 'o', item->options);
      append_counts (all, "", i + 1, counts->str);
      wording_check_item (page, item);
    }
  for (guint i = 0; i < page->decisions->len; i++)
    {
      AccordPageDecision *decision = page->decisions->pdata[i];
      g_autoptr (GString) counts = g_string_new (NULL);

      append_count (counts, 'r', decision->resolutions);
      append_count (counts, 'c', decision->recommendations);
      append_count (counts, 'd', decision->declarations);
      append_count (counts, 'o', decision->options);
      append_counts (all, "D", i + 1, counts->str);
    }
  return g_string_free (all, FALSE);
}

static void
test_page (gconstpointer data)
{
  const Expected *expected = data;
  g_autoptr (AccordCommitteePage) page = read_shared (expected->file);
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autofree char *counts = NULL;

  if (page == NULL)
    return;
  counts = count_all (page);
  for (guint i = 0; i < page->amounts->len; i++)
    g_string_append_printf (sums, "%s%s", i > 0 ? "|" : "",
                            ((AccordPageAmount *) page->amounts->pdata[i])->text);
  g_assert_cmpstr (counts, ==, expected->counts);
  g_assert_cmpstr (sums->str, ==, expected->sums);
  g_assert_cmpstr (page->next_meeting_words, ==, expected->next);
}

/* The caveats of the business cases stand two lists deep, and the second resolution is cut. */
static void
test_caveats (void)
{
  g_autoptr (AccordCommitteePage) page = read_shared ("seeds/004_1d2f26a105973ef4.txt");
  const AccordPageItem *item;
  const AccordStatement *first, *second;

  if (page == NULL)
    return;
  item = page->items->pdata[5];
  first = item->resolutions->pdata[0];
  second = item->resolutions->pdata[1];
  g_assert_cmpstr (first->number, ==, "(1)");
  g_assert_cmpstr (first->lead, ==, "in relation to the Stockport Together Outline Business Case:-");
  g_assert_cmpuint (first->parts->len, ==, 2);
  g_assert_cmpuint (((AccordStatement *) first->parts->pdata[0])->parts->len, ==, 5);
  g_assert_cmpuint (((AccordStatement *) first->parts->pdata[1])->parts->len, ==, 3);
  g_assert_false (first->incomplete);
  g_assert_cmpstr (second->number, ==, "(2)");
  g_assert_true (second->incomplete);
  g_assert_true (g_str_has_suffix (second->text, "as a result of learning"));
}

static void
test_actions (void)
{
  static const struct
  {
    const char *owner;
    const char *due;
    guint n_updates;
  } expected[] = { { "Cllr Bradley", NULL, 1 },
                   { "Executive", NULL, 1 },
                   { "PMO", "ahead of evaluation in September", 1 },
                   { "Dr Khandavalli", "in September", 1 } };
  g_autoptr (AccordCommitteePage) page = read_shared ("seeds/002_6d2fcf850709bed3.txt");
  const AccordPageItem *item;

  if (page == NULL)
    return;
  item = page->items->pdata[1];
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AccordPageAction *action = item->actions->pdata[i];

      g_assert_cmpstr (action->owner, ==, expected[i].owner);
      g_assert_cmpstr (action->due_words, ==, expected[i].due);
      g_assert_null (action->due);
      g_assert_cmpstr (action->state, ==, "done");
      g_assert_cmpuint (action->updates->len, ==, expected[i].n_updates);
    }
  g_assert_cmpstr (page->next_meeting, ==, "2016-11-22");
}

static void
test_preferred (void)
{
  g_autoptr (AccordCommitteePage) page = read_shared ("seeds/003_74ba1261f19ee186.txt");
  const AccordPageItem *item;

  if (page == NULL)
    return;
  item = page->items->pdata[0];
  for (guint i = 0; i < item->options->len; i++)
    g_assert_true (((AccordPageOption *) item->options->pdata[i])->preferred == (i == 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_path_get_basename (pages[i].file);
      g_autofree char *path = g_strdup_printf ("/committee/wording/pages/%s", name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/committee/wording/pages/caveats", test_caveats);
  g_test_add_func ("/committee/wording/pages/actions", test_actions);
  g_test_add_func ("/committee/wording/pages/preferred", test_preferred);
  return g_test_run ();
}
