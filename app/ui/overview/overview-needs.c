/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "date.h"
#include "form/form-figures.h"
#include "list/list-words.h"
#include "overview-passed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many of a sort are named one by one; more are one row that opens the list of them. */
#define NAMED 2
#define MOST_GROUPS 3

static char *
dup_quoted (const char *text)
{
  return g_strdup_printf (_ ("“%s”"), text);
}

static void
add_caveats (GPtrArray *rows, const AccordOverviewCaveats *group, AccordSchema *schema, const char *today)
{
  const AccordKind *kind = accord_schema_find_kind (schema, "caveat");
  g_autofree char *said = accord_overview_dup_when (group->said_on, NULL);
  g_autofree char *due = accord_overview_dup_when (group->due, group->due_words);
  g_autofree char *number =
      accord_list_dup_number ((guint64) (group->n_overdue > 0 ? group->n_overdue : group->n_open));
  g_autofree char *title = NULL;
  GString *detail = g_string_new (group->raised_by);
  AccordOverviewRow *row;

  if (group->programme != NULL)
    title = g_strdup_printf (
        ngettext ("Caveats on a case of %s", "Caveats on the cases of %s", (gulong) group->n_cases),
        group->programme);
  if (said != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? ", " : "", said);
  if (due != NULL)
    {
      g_string_append (detail, detail->len > 0 ? ". " : "");
      /* Translators: %s is a date, such as “late 2017”. */
      g_string_append_printf (detail, _ ("Answer due: %s."), due);
    }
  row = accord_overview_row_add (rows, NULL, title != NULL ? title : _ ("Caveats"),
                                 detail->len > 0 ? detail->str : NULL);
  g_string_free (detail, TRUE);
  if (group->n_overdue > 0)
    accord_overview_row_set_pill (row, "overdue", g_strdup_printf (_ ("%s overdue"), number));
  else
    accord_overview_row_set_pill (row, "open", g_strdup_printf (_ ("%s open"), number));
  row->rows = accord_overview_new_query (schema, "caveat", "state", "open");
  if (group->n_overdue > 0)
    accord_overview_add_due (row->rows, "due", today);
  if (group->endorsement != 0)
    accord_query_add_number (row->rows, (guint) accord_kind_find_field (kind, "endorsement"),
                             ACCORD_OPERATOR_EQUAL, group->endorsement);
}

static void
add_all_caveats (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  guint n = 0;
  gint64 rest = 0;

  for (guint i = 0; i < overview->caveats->len; i++)
    {
      const AccordOverviewCaveats *group = overview->caveats->pdata[i];

      if (group->n_open == 0)
        continue;
      if (n++ < MOST_GROUPS)
        add_caveats (rows, group, schema, today);
      else
        rest += group->n_open;
    }
  if (rest > 0)
    {
      AccordOverviewRow *row = accord_overview_row_add (rows, NULL, _ ("All open caveats"), NULL);
      g_autofree char *number = accord_list_dup_number ((guint64) overview->n_caveats_open);

      accord_overview_row_set_pill (row, "open", g_strdup_printf (_ ("%s open"), number));
      row->rows = accord_overview_new_query (schema, "caveat", "state", "open");
    }
}

static void
add_action (GPtrArray *rows, const AccordOverviewThing *action, const char *today)
{
  g_autofree char *due = accord_overview_dup_when (action->date, action->words);
  g_autofree char *ago = accord_form_dup_relative (action->date, today);
  g_autofree char *detail = action->who != NULL
                                /* Translators: who, a date and how long that is ago. */
                                ? g_strdup_printf (_ ("%s. Due %s, %s."), action->who, due, ago)
                                : g_strdup_printf (_ ("Due %s, %s."), due, ago);
  AccordOverviewRow *row = accord_overview_row_add (rows, NULL, action->title, detail);

  accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Overdue")));
  row->kind = action->kind;
  row->id = action->id;
}

static void
add_actions (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  const AccordOverviewThing *first;
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_actions_overdue);
  g_autofree char *title = NULL, *detail = NULL, *due = NULL;
  AccordOverviewRow *row;

  if (overview->n_actions_overdue <= NAMED)
    {
      for (guint i = 0; i < overview->actions->len; i++)
        add_action (rows, overview->actions->pdata[i], today);
      return;
    }
  first = overview->actions->pdata[0];
  due = accord_overview_dup_when (first->date, NULL);
  title = g_strdup_printf (
      ngettext ("%s action is overdue", "%s actions are overdue", (gulong) overview->n_actions_overdue),
      number);
  detail = g_strdup_printf (_ ("The first was due %s: %s"), due, first->title);
  row = accord_overview_row_add (rows, NULL, title, detail);
  accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Overdue")));
  row->rows = accord_overview_new_query (schema, "action", "state", "open");
  accord_overview_add_due (row->rows, "due", today);
}

static void
add_review (GPtrArray *rows, const AccordOverviewThing *review, const char *today)
{
  g_autofree char *due = accord_overview_dup_when (review->date, NULL);
  g_autofree char *ago = accord_form_dup_relative (review->date, today);
  /* Translators: a partner, and a business case. */
  g_autofree char *title = g_strdup_printf (_ ("%s has not answered on %s"), review->title, review->where);
  g_autofree char *detail = g_strdup_printf (_ ("Due %s, %s."), due, ago);
  AccordOverviewRow *row = accord_overview_row_add (rows, NULL, title, detail);

  accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Overdue")));
  row->kind = review->kind;
  row->id = review->id;
}

/* Partners who were asked for their view of a case and are late. */
static void
add_reviews (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_reviews_overdue);
  g_autofree char *title = NULL, *due = NULL, *detail = NULL;
  const AccordOverviewThing *first;
  AccordOverviewRow *row;

  if (overview->n_reviews_overdue <= NAMED)
    {
      for (guint i = 0; i < overview->reviews->len; i++)
        add_review (rows, overview->reviews->pdata[i], today);
      return;
    }
  first = overview->reviews->pdata[0];
  due = accord_overview_dup_when (first->date, NULL);
  title = g_strdup_printf (ngettext ("%s partner’s answer is overdue", "%s partners’ answers are overdue",
                                     (gulong) overview->n_reviews_overdue),
                           number);
  /* Translators: a date, a partner and a business case. */
  detail = g_strdup_printf (_ ("The first was due %s: %s on %s"), due, first->title, first->where);
  row = accord_overview_row_add (rows, NULL, title, detail);
  accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Overdue")));
  row->rows = accord_overview_new_query (schema, "review", "state", "asked");
  accord_query_add_text (row->rows,
                         (guint) accord_kind_find_field (accord_query_get_kind (row->rows), "state"),
                         ACCORD_OPERATOR_EQUAL, "under-way");
  accord_query_join_last (row->rows);
  accord_overview_add_due (row->rows, "due", today);
}

/* What partners said that waits for a reply: one row, which opens the list where there are several. */
static void
add_comments (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema)
{
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_comments);
  const AccordOverviewThing *first;
  g_autofree char *title = NULL, *detail = NULL;
  AccordOverviewRow *row;

  if (overview->n_comments == 0)
    return;
  first = overview->comments->pdata[0];
  title = g_strdup_printf (ngettext ("%s comment waits for a reply", "%s comments wait for a reply",
                                     (gulong) overview->n_comments),
                           number);
  /* Translators: a partner, a business case, and what the partner said of it. */
  detail = g_strdup_printf (_ ("%s on %s: %s"), first->who, first->where, first->title);
  row = accord_overview_row_add (rows, NULL, title, detail);
  accord_overview_row_set_pill (row, "open", g_strdup (_ ("No reply")));
  if (overview->n_comments == 1)
    {
      row->kind = first->kind;
      row->id = first->id;
      return;
    }
  row->rows = accord_overview_new_query (schema, "comment", "state", "open");
}

static void
add_question (GPtrArray *rows, const AccordOverviewThing *question)
{
  g_autofree char *asked = accord_overview_dup_when (question->date, NULL);
  g_autofree char *detail =
      g_strjoin (", ", question->who != NULL ? question->who : (asked != NULL ? asked : question->where),
                 question->who != NULL ? (asked != NULL ? asked : question->where) : NULL, NULL);
  AccordOverviewRow *row = accord_overview_row_add (rows, NULL, question->title, detail);

  accord_overview_row_set_pill (row, "open", g_strdup (_ ("No answer")));
  row->kind = question->kind;
  row->id = question->id;
}

static void
add_questions (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema)
{
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_questions);
  g_autofree char *title = NULL;
  const AccordOverviewThing *first;
  AccordOverviewRow *row;

  if (overview->n_questions <= NAMED)
    {
      for (guint i = 0; i < overview->questions->len; i++)
        add_question (rows, overview->questions->pdata[i]);
      return;
    }
  first = overview->questions->pdata[0];
  title = g_strdup_printf (
      ngettext ("%s question has no answer", "%s questions have no answer", (gulong) overview->n_questions),
      number);
  row = accord_overview_row_add (rows, NULL, title, first->title);
  accord_overview_row_set_pill (row, "open", g_strdup (_ ("No answer")));
  row->rows = accord_overview_new_query (schema, "question", "answer", NULL);
}

/* Why a claim about a fund cannot be checked, as far as the fund tells. */
static char *
dup_reason (const AccordOverview *overview, const AccordOverviewThing *claim)
{
  for (guint i = 0; overview->funds != NULL && i < overview->funds->len; i++)
    {
      const AccordFundSummary *fund = overview->funds->pdata[i];

      if (fund->fund == claim->other && fund->n_payments == 0)
        return g_strdup (_ ("No payments are recorded."));
    }
  return g_strdup (_ ("The figures do not settle it."));
}

static void
add_claim (GPtrArray *rows, const AccordOverview *overview, const AccordOverviewThing *claim)
{
  g_autofree char *title = dup_quoted (claim->title);
  g_autofree char *reason = dup_reason (overview, claim);
  g_autofree char *detail =
      claim->who != NULL ? g_strdup_printf (_ ("Said by %s. %s"), claim->who, reason) : g_strdup (reason);
  AccordOverviewRow *row = accord_overview_row_add (rows, NULL, title, detail);

  accord_overview_row_set_pill (row, "unknown", g_strdup (_ ("Cannot check")));
  row->kind = claim->kind;
  row->id = claim->id;
}

static void
add_claims (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema)
{
  AccordOverviewRow *row;
  g_autofree char *title = NULL, *quoted = NULL, *number = NULL;

  if (overview->claims->len <= NAMED)
    {
      for (guint i = 0; i < overview->claims->len; i++)
        add_claim (rows, overview, overview->claims->pdata[i]);
      return;
    }
  number = accord_list_dup_number ((guint64) overview->n_claims_unchecked);
  title = g_strdup_printf (ngettext ("%s claim cannot be checked yet", "%s claims cannot be checked yet",
                                     (gulong) overview->n_claims_unchecked),
                           number);
  quoted = dup_quoted (((AccordOverviewThing *) overview->claims->pdata[0])->title);
  row = accord_overview_row_add (rows, NULL, title, quoted);
  accord_overview_row_set_pill (row, "unknown", g_strdup (_ ("Cannot check")));
  row->rows = accord_overview_new_query (schema, "claim", "state", "cannot-check");
}

static void
add_minutes (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema)
{
  const AccordKind *kind = accord_schema_find_kind (schema, "item");
  g_autofree char *number = accord_list_dup_number ((guint64) overview->n_minutes);
  g_autofree char *title = NULL;
  GString *detail;
  AccordOverviewRow *row;

  if (overview->n_minutes == 0)
    return;
  title =
      g_strdup_printf (ngettext ("%s agenda item ends before its text does",
                                 "%s agenda items end before their text does", (gulong) overview->n_minutes),
                       number);
  detail = g_string_new (NULL);
  for (guint i = 0; i < MIN (overview->minutes->len, NAMED); i++)
    {
      const AccordOverviewThing *item = overview->minutes->pdata[i];

      g_string_append (detail, i > 0 ? "; " : "");
      if (item->number != NULL && item->where != NULL)
        /* Translators: a meeting and the number of an agenda item. */
        g_string_append_printf (detail, _ ("%s, item %s"), item->where, item->number);
      else
        g_string_append (detail, item->title);
    }
  row = accord_overview_row_add (rows, NULL, title, detail->str);
  g_string_free (detail, TRUE);
  accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Cut short")));
  if (overview->n_minutes == 1)
    {
      row->kind = "item";
      row->id = ((AccordOverviewThing *) overview->minutes->pdata[0])->id;
      return;
    }
  row->rows = accord_query_new (kind);
  accord_query_add_number (row->rows, (guint) accord_kind_find_field (kind, "incomplete"),
                           ACCORD_OPERATOR_EQUAL, 1);
}

static char *
dup_passed (const char *kind, gint64 n, const char *number)
{
  if (strcmp (kind, "milestone") == 0)
    return g_strdup_printf (
        ngettext ("The day of %s milestone has passed", "The days of %s milestones have passed", (gulong) n),
        number);
  if (strcmp (kind, "case") == 0)
    return g_strdup_printf (ngettext ("%s business case was to be decided by now",
                                      "%s business cases were to be decided by now", (gulong) n),
                            number);
  if (strcmp (kind, "transfer") == 0)
    return g_strdup_printf (ngettext ("%s service was to be transferred by now",
                                      "%s services were to be transferred by now", (gulong) n),
                            number);
  return g_strdup_printf (
      ngettext ("%s endorsement was to come by now", "%s endorsements were to come by now", (gulong) n),
      number);
}

static void
add_passed (GPtrArray *rows, const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  static const char *const kinds[] = { "milestone", "case", "transfer", "endorsement" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 n = accord_overview_count_passed (overview, kinds[i]);
      g_autofree char *number = accord_list_dup_number ((guint64) n);
      g_autofree char *title = dup_passed (kinds[i], n, number);
      AccordOverviewRow *row;

      if (n == 0)
        continue;
      row = accord_overview_row_add (rows, NULL, title,
                                     n == 1 ? _ ("Nobody has recorded whether it happened.")
                                            : _ ("Nobody has recorded whether they happened."));
      accord_overview_row_set_pill (row, "overdue", g_strdup (_ ("Passed")));
      row->rows = accord_overview_passed_rows (overview, schema, kinds[i], today);
    }
}

/*
 * accord_overview_needs:
 * @overview: what was found
 * @schema: the kinds
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordOverviewRow): what needs an answer, what is late first
 */
GPtrArray *
accord_overview_needs (const AccordOverview *overview, AccordSchema *schema, const char *today)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_actions (rows, overview, schema, today);
  add_reviews (rows, overview, schema, today);
  add_all_caveats (rows, overview, schema, today);
  add_comments (rows, overview, schema);
  add_questions (rows, overview, schema);
  add_claims (rows, overview, schema);
  add_minutes (rows, overview, schema);
  add_passed (rows, overview, schema, today);
  return rows;
}
