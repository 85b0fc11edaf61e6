/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read.h"
#include "shared.h"
#include "text-property.h"

#include <string.h>

#define FULL ACCORD_STYLE_FULL
#define LOST ACCORD_STYLE_LABELS_LOST
#define TABLE ACCORD_STYLE_BROKEN_TABLE
#define SINGLE ACCORD_STYLE_SINGLE_NEWLINE
#define PRINTED ACCORD_STYLE_PRINTED

/* What a page is, by a person who read it. */
typedef struct
{
  const char *file;
  AccordPageType type;
  AccordPageStyle style;
  const char *body;
  const char *date;
  const char *time;
  gboolean complete;
  const char *items; /* number and the first word of the title of each, “-” for one that the page has lost */
  const char *minutes; /* the first word of each one's minutes, “-” for none */
  guint n_documents;
  guint n_decisions;
} Expected;

static const Expected pages[] = {
  { "seeds/000_334e6eec640259a2.txt", ACCORD_PAGE_ITEM, LOST, NULL, NULL, NULL, TRUE, "- -", "One", 0, 0 },
  { "seeds/001_285813d553167674.txt", ACCORD_PAGE_OTHER, ACCORD_STYLE_NONE, NULL, NULL, NULL, TRUE, "", "", 0,
    0 },
  { "seeds/002_6d2fcf850709bed3.txt", ACCORD_PAGE_MEETING, FULL, "Chorley Public Services Reform Executive",
    "2016-09-27", "16:00", FALSE, "43. Welcome|43a Minutes|43b Overview|44. Partnership|45. Any|46. Date",
    "Members|Minutes|Vicky|Our|None|To", 1, 0 },
  { "seeds/003_74ba1261f19ee186.txt", ACCORD_PAGE_ITEM, FULL, NULL, NULL, NULL, TRUE, "- Geographical", "The",
    0, 0 },
  { "seeds/004_1d2f26a105973ef4.txt", ACCORD_PAGE_MEETING, FULL, "Cabinet", "2017-07-12", "18:00", FALSE,
    "1. Minutes|2. Declarations|3. Urgent|4. Public|- Key|5. Stockport|6. To",
    "The|Councillors|No|Members|-|A|There", 2, 0 },
  { "data/pages/brent-list-7114-cabinet-decisions.txt", ACCORD_PAGE_MEETING, TABLE, NULL, NULL, NULL, FALSE,
    "- Apologies|- Declarations|- Minutes|- Matters|- Pet", "An|No|RESOLVED|None.|-", 1, 0 },
  { "data/pages/bury-list-2592-agenda-only.txt", ACCORD_PAGE_MEETING, FULL, "Health Scrutiny Committee",
    "2020-05-14", "18:30", TRUE, "1. APOLOGIES|2. DECLARATIONS|3. PUBLIC|4. MINUTES|5. Bury|6. URGENT",
    "-|-|-|-|-|-", 2, 0 },
  { "data/pages/bury-list-3936-pipe-table.txt", ACCORD_PAGE_MEETING, TABLE, NULL, NULL, NULL, FALSE,
    "- APOLOGIES|- DECLARATIONS|- MINUTES|- PUBLIC|- MEMBER|- -", "Apologies|There|The|A|There|The", 0, 0 },
  { "data/pages/bury-mgDelegatedDecisions-2024-untitled.txt", ACCORD_PAGE_DECISIONS, SINGLE, NULL, NULL, NULL,
    TRUE, "", "", 0, 3 },
  { "data/pages/cheshireeast-list-5672-public-health-transformation-fund.txt", ACCORD_PAGE_MEETING, TABLE,
    NULL, NULL, NULL, FALSE, "- Apologies|- Declarations|- Public|- Public", "There|There|No|Consideration",
    0, 0 },
  { "data/pages/chorley-list-6222-psr-executive-actions.txt", ACCORD_PAGE_MEETING, LOST,
    "Chorley Public Services Reform Executive", "2017-10-18", "16:00", FALSE,
    "- Welcome|- Minutes,|- Evaluation", "Covering|Minutes|Councillor", 1, 0 },
  { "data/pages/coventry-list-11774-cabinet-moved.txt", ACCORD_PAGE_MEETING, FULL, "Cabinet", "2018-10-02",
    "14:00", FALSE, "39. Declarations|40. Minutes|41. Exclusion|42. Private", "There|The|RESOLVED|The", 1,
    0 },
  { "data/pages/darlington-mgAi-4978.txt", ACCORD_PAGE_ITEM, SINGLE, NULL, NULL, NULL, TRUE, "- -", "The", 0,
    0 },
  { "data/pages/derbyshire-mgIssueHistoryHome-10894.txt", ACCORD_PAGE_PLAN, SINGLE, NULL, NULL, NULL, TRUE,
    "", "", 0, 1 },
  { "data/pages/dorset-mgAi-10522-hwb-arrangements.txt", ACCORD_PAGE_ITEM, FULL, NULL, NULL, NULL, FALSE,
    "- Meeting", "Councillors", 0, 0 },
  { "data/pages/gmca-decision-3233-investment-zone.txt", ACCORD_PAGE_DECISION, FULL, NULL, NULL, NULL, FALSE,
    "", "", 0, 1 },
  { "data/pages/gmca-mgDelegatedDecisions-2023-loans.txt", ACCORD_PAGE_DECISIONS, FULL, NULL, NULL, NULL,
    FALSE, "", "", 0, 3 },
  { "data/pages/haringey-ieIssueDetails-50261-no-headings.txt", ACCORD_PAGE_ITEM, SINGLE, NULL, NULL, NULL,
    TRUE, "- Future", "It", 0, 0 },
  { "data/pages/leicester-list-11048-joint-health-scrutiny.txt", ACCORD_PAGE_MEETING, FULL,
    "Leicester, Leicestershire and Rutland Joint Health Scrutiny Committee", "2022-03-28", "17:30", FALSE,
    "53. APOLOGIES|54. DECLARATIONS|55. MINUTES", "Apologies|Members|It", 1, 0 },
  { "data/pages/manchester-list-3375-agenda-only.txt", ACCORD_PAGE_MEETING, FULL, "Health Scrutiny Committee",
    "2020-06-23", "14:00", FALSE, "1. Urgent|2. Appeals|3. Interests|4. Minutes|5. COVID-19", "-|-|-|-|-", 2,
    0 },
  { "data/pages/manchester-list-4751-health-scrutiny.txt", ACCORD_PAGE_MEETING, FULL,
    "Health Scrutiny Committee", "2025-02-12", "14:00", FALSE, "6. Urgent", "The", 0, 0 },
  { "data/pages/manchester-minutes-2019-11-05-decision-refs.txt", ACCORD_PAGE_MINUTES, PRINTED,
    "Resources and Governance Scrutiny Committee", "2019-11-05", NULL, FALSE,
    "RGSC/19/60 Minutes|RGSC/19/61 Minutes|RGSC/19/62 Annual", "Decision|Decision|The", 0, 0 },
  { "data/pages/nottingham-mgIssueHistoryHome-43913.txt", ACCORD_PAGE_PLAN, FULL, NULL, NULL, NULL, TRUE, "",
    "", 0, 1 },
  { "data/pages/oldham-ieIssueDetails-54332-icp-board.txt", ACCORD_PAGE_ISSUE, SINGLE, NULL, NULL, NULL, TRUE,
    "10 Establishment", "The", 1, 0 },
  { "data/pages/oldham-list-7990-health-scrutiny-2020.txt", ACCORD_PAGE_MEETING, LOST, "Health Scrutiny",
    "2020-09-01", "18:00", FALSE, "- Apologies|- Declarations|- Urgent|- Public|- Minutes|- Urgent",
    "Apologies|There|There|There|RESOLVED|The", 2, 0 },
  { "data/pages/oldham-list-9553-asc-health-scrutiny.txt", ACCORD_PAGE_MEETING, FULL,
    "Adults Social Care and Health Scrutiny Board", "2025-07-29", "18:00", FALSE,
    "1. Apologies|2. Urgent|3. Declarations|4. Public|5. Minutes|6. Greater|7. CQC",
    "There|There|There|There|RESOLVED|The|Jayne", 3, 0 },
  { "data/pages/oldham-mgDelegatedDecisions-2025-pooled-fund.txt", ACCORD_PAGE_DECISIONS, FULL, NULL, NULL,
    NULL, FALSE, "", "", 0, 2 },
  { "data/pages/stockport-ieIssueDetails-101869-icp-board.txt", ACCORD_PAGE_ISSUE, LOST, "Cabinet",
    "2022-11-01", NULL, TRUE, "6 Establishment", "The", 1, 0 },
  { "data/pages/stockport-ieIssueDetails-51904-hwb-framework.txt", ACCORD_PAGE_ISSUE, LOST,
    "Health & Wellbeing Board", "2016-05-18", NULL, TRUE, "6 Joint", "The", 1, 0 },
  { "data/pages/stockport-list-25832-cabinet-questions.txt", ACCORD_PAGE_MEETING, FULL, NULL, NULL, NULL,
    FALSE, "1. Minutes|2. Declarations|3. Urgent|4. Public", "The|Councillors|No|Members", 1, 0 },
  { "data/pages/stockport-list-5788-executive-pipe-table.txt", ACCORD_PAGE_MEETING, TABLE, NULL, NULL, NULL,
    FALSE, "- -|- Urgent|- Public", "The|No|Members", 0, 0 },
  { "data/pages/tameside-scb-2020-01-22-present-list.txt", ACCORD_PAGE_MINUTES, PRINTED, NULL, NULL, NULL,
    FALSE, "", "", 0, 0 },
  { "data/pages/wiltshire-mgAi-82449-questions.txt", ACCORD_PAGE_ITEM, SINGLE, NULL, NULL, NULL, FALSE, "- -",
    "The", 0, 0 },
};

static AccordCommitteePage *
read_shared (const char *path)
{
  AccordReadOptions options = { ACCORD_FORM_TEXT, NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GBytes) raw = shared_load (path);
  g_autoptr (GError) error = NULL;
  AccordCommitteePage *page;

  if (raw == NULL)
    return NULL;
  page = accord_committee_read (raw, &options, NULL, &error);
  g_assert_no_error (error);
  return page;
}

/* The first word after bullets, or a dash. */
static char *
first_word (const char *words)
{
  while (words != NULL && *words != '\0' && !g_unichar_isalnum (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  return words != NULL ? g_strndup (words, strcspn (words, " \n")) : g_strdup ("-");
}

static void
test_page (gconstpointer data)
{
  const Expected *expected = data;
  g_autoptr (AccordCommitteePage) page = read_shared (expected->file);
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) minutes = g_string_new (NULL);
  guint n_documents = 0;

  if (page == NULL)
    return;
  text_check (page);
  g_assert_cmpint (page->type, ==, expected->type);
  g_assert_cmpint (page->style, ==, expected->style);
  g_assert_cmpstr (page->body, ==, expected->body);
  g_assert_cmpstr (page->date, ==, expected->date);
  g_assert_cmpstr (page->time, ==, expected->time);
  g_assert_cmpint (page->complete, ==, expected->complete);
  for (guint i = 0; i < page->items->len; i++)
    {
      const AccordPageItem *item = page->items->pdata[i];
      g_autofree char *words = accord_committee_page_dup_span (page, item->minutes);
      g_autofree char *title = first_word (item->title);
      g_autofree char *minute = first_word (words);

      g_string_append_printf (items, "%s%s %s", i > 0 ? "|" : "", item->number != NULL ? item->number : "-",
                              title);
      g_string_append_printf (minutes, "%s%s", i > 0 ? "|" : "", minute);
      n_documents += item->documents->len;
    }
  g_assert_cmpstr (items->str, ==, expected->items);
  g_assert_cmpstr (minutes->str, ==, expected->minutes);
  g_assert_cmpuint (n_documents, ==, expected->n_documents);
  g_assert_cmpuint (page->decisions->len, ==, expected->n_decisions);
}

/* What the decisions of the pages say, which are few. */
static const struct
{
  const char *file;
  guint index;
  const char *title, *reference, *maker, *status, *published, *date, *made_on, *effective, *due, *notice,
      *officer;
  AccordStated key, call_in, urgent;
  const char *text; /* the first word of the decision, “-” for none */
  const char *purpose;
} decisions[] = {
  { "data/pages/bury-mgDelegatedDecisions-2024-untitled.txt", 0, NULL, NULL,
    "Executive Director of Health and Adult Care", NULL, "2024-09-05", NULL, NULL, "2024-08-01", NULL, NULL,
    "Will Blandamer", 0, 0, 0, "Addition", "-" },
  { "data/pages/bury-mgDelegatedDecisions-2024-untitled.txt", 2, NULL, NULL, "Council", NULL, "2024-09-04",
    NULL, "2024-07-17", "2024-07-17", NULL, NULL, NULL, 0, 0, 0, "Councillor", "-" },
  { "data/pages/derbyshire-mgIssueHistoryHome-10894.txt", 0, NULL, NULL, "Cabinet",
    "Recommendations Approved", NULL, NULL, NULL, NULL, "2022-05-05", "2022-03-09", NULL, ACCORD_STATED_YES,
    0, 0, "-", "To" },
  { "data/pages/gmca-decision-3233-investment-zone.txt", 0,
    "Greater Manchester Investment Zone 2024/25 project allocations", NULL, "Group Chief Executive",
    "Recommendations Approved", NULL, NULL, NULL, NULL, NULL, NULL, NULL, ACCORD_STATED_YES,
    ACCORD_STATED_YES, 0, "-", "The" },
  { "data/pages/gmca-mgDelegatedDecisions-2023-loans.txt", 0,
    "GMCA Resources Committee Minutes - 27 October 2023", "2362", "Greater Manchester Combined Authority",
    "Recommendations Approved", "2023-11-27", "2023-11-24", "2023-11-24", "2023-11-24", NULL, NULL, NULL, 0,
    0, 0, "That", "-" },
  { "data/pages/gmca-mgDelegatedDecisions-2023-loans.txt", 1, "Greater Manchester Investment Recommendations",
    "2377", "Greater Manchester Combined Authority", "Recommendations Approved", "2023-11-27", "2023-11-24",
    "2023-11-24", "2023-11-24", NULL, NULL, NULL, 0, 0, 0, "-", "-" },
  { "data/pages/gmca-mgDelegatedDecisions-2023-loans.txt", 2, "Greater Manchester Investment Recommendations",
    "2375", "Greater Manchester Combined Authority", "For Determination", "2023-11-27", "2023-11-24",
    "2023-11-24", "2023-11-24", NULL, NULL, NULL, 0, 0, 0, "1.", "-" },
  { "data/pages/nottingham-mgIssueHistoryHome-43913.txt", 0, "Winter Pressures Funding - Key Decision", NULL,
    "Executive Member or Leader's Key Decision", "For Determination", NULL, NULL, NULL, NULL, "2018-11-30",
    "2018-11-28", "Clare Gilbert", ACCORD_STATED_YES, 0, ACCORD_STATED_YES, "-", "-" },
  { "data/pages/oldham-mgDelegatedDecisions-2025-pooled-fund.txt", 0,
    "Contract variation for additional Locata functionality", "5423", "Director of Communities",
    "Recommendations Approved", "2025-05-12", "2025-05-01", NULL, "2025-05-01", NULL, NULL,
    "Simon Shuttleworth", 0, 0, 0, "RESOLVED", "In" },
  { "data/pages/oldham-mgDelegatedDecisions-2025-pooled-fund.txt", 1, "Northern Roots - Nature for Health",
    "5421", "Director of Public Health", "Recommendations Approved", "2025-05-07", "2025-05-07", NULL,
    "2025-05-07", NULL, NULL, NULL, 0, 0, 0, "RESOLVED", "To" },
};

static void
test_decisions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (AccordCommitteePage) page = read_shared (decisions[i].file);
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;
      g_autofree char *why = NULL;
      g_autofree char *purpose = NULL;
      const AccordPageDecision *decision;

      if (page == NULL)
        return;
      decision = page->decisions->pdata[decisions[i].index];
      words = accord_committee_page_dup_span (page, decision->text);
      text = first_word (words);
      why = accord_committee_page_dup_span (page, decision->purpose);
      purpose = first_word (why);
      g_assert_cmpstr (decision->title, ==, decisions[i].title);
      g_assert_cmpstr (decision->reference, ==, decisions[i].reference);
      g_assert_cmpstr (decision->maker, ==, decisions[i].maker);
      g_assert_cmpstr (decision->status, ==, decisions[i].status);
      g_assert_cmpstr (decision->published, ==, decisions[i].published);
      g_assert_cmpstr (decision->date, ==, decisions[i].date);
      g_assert_cmpstr (decision->made_on, ==, decisions[i].made_on);
      g_assert_cmpstr (decision->effective, ==, decisions[i].effective);
      g_assert_cmpstr (decision->due, ==, decisions[i].due);
      g_assert_cmpstr (decision->notice, ==, decisions[i].notice);
      if (decisions[i].officer != NULL)
        g_assert_cmpstr (decision->officer, ==, decisions[i].officer);
      g_assert_cmpint (decision->key, ==, decisions[i].key);
      g_assert_cmpint (decision->call_in, ==, decisions[i].call_in);
      g_assert_cmpint (decision->urgent, ==, decisions[i].urgent);
      g_assert_cmpstr (text, ==, decisions[i].text);
      g_assert_cmpstr (purpose, ==, decisions[i].purpose);
    }
}

/* Wherever a real page is cut, nothing is lost. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) raw = shared_load (pages[i].file);
      gsize size;
      const char *data;

      if (raw == NULL)
        return;
      data = g_bytes_get_data (raw, &size);
      for (gsize n = 0; n < size; n += 97)
        {
          g_autofree char *part = g_strndup (data, n);
          g_autoptr (AccordCommitteePage) page = text_read (part, NULL);

          text_check (page);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_path_get_basename (pages[i].file);
      g_autofree char *path = g_strdup_printf ("/committee/pages/%.*s", (int) strlen (name) - 4, name);

      g_test_add_data_func (path, &pages[i], test_page);
    }
  g_test_add_func ("/committee/pages/decisions", test_decisions);
  g_test_add_func ("/committee/pages/cut", test_cut);
  return g_test_run ();
}
