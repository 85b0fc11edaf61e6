/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a decision is named, and, where the page has lost its title, the whole of it. */
static AccordSpan
find_heading (AccordPlanning *self, const AccordPageDecision *decision)
{
  AccordSpan heading = accord_planning_find_words (self, decision->place, decision->title);

  return accord_span_is_empty (heading) ? decision->place : heading;
}

static char *
dup_title (AccordPlanning *self, const AccordPageDecision *decision)
{
  g_autofree char *words = NULL;
  char *end;

  if (decision->title != NULL)
    return g_strdup (decision->title);
  words = accord_committee_page_dup_span (self->page, accord_span_is_empty (decision->text) ? decision->place
                                                                                            : decision->text);
  if (words == NULL)
    return g_strdup (_ ("Decision"));
  end = strchr (words, '\n');
  return end != NULL ? g_strndup (words, end - words) : g_steal_pointer (&words);
}

/* The one body of the workspace, and its meeting, that the page says made the decision; neither is made anew
 * for it, because a decision may be an officer's. */
static void
say_maker (AccordDraft *draft, AccordPlanning *self, const AccordPageDecision *decision)
{
  const char *name = decision->made_at != NULL ? decision->made_at : decision->maker;
  const char *day = decision->made_on != NULL ? decision->made_on : decision->date;
  gint64 body = self->chosen_body != ACCORD_UNKNOWN && name == NULL ? self->chosen_body
                : name != NULL                                      ? accord_planning_find_body (self, name)
                                                                    : ACCORD_UNKNOWN;
  GPtrArray *meetings;

  if (name == NULL && self->page->body != NULL && body == ACCORD_UNKNOWN)
    body = accord_planning_find_body (self, self->page->body);
  accord_draft_say (draft, "maker",
                    decision->maker != NULL ? decision->maker
                    : name != NULL          ? NULL
                                            : self->page->body);
  if (body == ACCORD_UNKNOWN)
    return;
  accord_draft_say_int (draft, "body", body);
  meetings = day != NULL ? accord_committee_known_meetings_of_body (self->known, body, day) : NULL;
  if (meetings != NULL && meetings->len == 1)
    accord_draft_say_int (draft, "meeting", ((AccordKnownMeeting *) meetings->pdata[0])->id);
}

static AccordDraft *
draft_decision (AccordPlanning *self, AccordPageDecision *decision)
{
  AccordDraft *draft = accord_draft_new (self, "decision", find_heading (self, decision), -1);
  g_autofree char *title = dup_title (self, decision);

  accord_draft_say (draft, "title", title);
  accord_draft_say (draft, "reference", decision->reference);
  say_maker (draft, self, decision);
  accord_draft_say (draft, "status", decision->status);
  accord_draft_say_span (draft, self, "purpose", decision->purpose);
  accord_draft_say_span (draft, self, "text", decision->text);
  accord_draft_say_span (draft, self, "alternatives", decision->alternatives);
  accord_draft_say (draft, "due", decision->due);
  accord_draft_say (draft, "due-words", decision->due_words);
  accord_draft_say (draft, "notice", decision->notice);
  accord_draft_say (draft, "date", decision->date);
  accord_draft_say (draft, "made-on", decision->made_on);
  accord_draft_say (draft, "published", decision->published);
  accord_draft_say (draft, "effective", decision->effective);
  accord_draft_say_stated (draft, "key", decision->key);
  accord_draft_say_stated (draft, "call-in", decision->call_in);
  accord_draft_say_stated (draft, "urgent", decision->urgent);
  accord_draft_say_stated (draft, "exempt", decision->exempt);
  accord_draft_say (draft, "officer", decision->officer);
  accord_draft_say_boolean (draft, "incomplete", !decision->complete);
  accord_draft_say (draft, "decision-code", decision->code);
  accord_draft_say (draft, "issue-code", decision->issue_code);
  draft->place = decision->place;
  draft->about = decision;
  return draft;
}

static GPtrArray *
load_decisions (AccordPlanning *self, const char *field, gint64 number, const char *text, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "decision");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  guint index = accord_kind_find_field (kind, field);

  if (text != NULL)
    accord_query_add_text (query, index, ACCORD_OPERATOR_EQUAL, text);
  else
    accord_query_add_number (query, index, ACCORD_OPERATOR_EQUAL, number);
  return accord_reader_list (self->reader, query, error);
}

/* A decision with the same number at the same site, read from another page. */
static gboolean
find_by_code (AccordPlanning *self, AccordDraft *draft, GError **error)
{
  const char *code = accord_record_get_text (draft->record, "decision-code");
  g_autoptr (GPtrArray) found = NULL;

  if (code == NULL || self->site == NULL || draft->existing != ACCORD_UNKNOWN)
    return TRUE;
  found = load_decisions (self, "decision-code", 0, code, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      gint64 source = accord_record_get_int (found->pdata[i], "source");

      if (g_strcmp0 (accord_committee_known_get_site (self->known, source), self->site) == 0)
        draft->existing = accord_record_get_id (found->pdata[i]);
    }
  return TRUE;
}

static gboolean
match_decisions (AccordPlanning *self, GPtrArray *drafts, GHashTable *used, GPtrArray **earlier,
                 GError **error)
{
  *earlier = NULL;
  if (self->source != ACCORD_UNKNOWN)
    {
      *earlier = load_decisions (self, "source", self->source, NULL, error);
      if (*earlier == NULL)
        return FALSE;
      accord_drafts_match (drafts, *earlier, used);
    }
  for (guint i = 0; i < drafts->len; i++)
    if (!find_by_code (self, drafts->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_of_kind (AccordPlanning *self, AccordPlanChildren *children, GPtrArray *drafts, const char *kind,
             GError **error)
{
  accord_plan_children_match (children, drafts, kind, ACCORD_UNKNOWN);
  for (guint i = 0; i < drafts->len; i++)
    if (accord_planning_add (self, drafts->pdata[i], error) < 0)
      return FALSE;
  return TRUE;
}

/* What belongs to a decision. */
static gboolean
add_parts (AccordPlanning *self, AccordPageDecision *decision, int row, GError **error)
{
  gint64 id = accord_record_get_id (accord_planning_row (self, row)->record);
  g_autoptr (AccordPlanChildren) children =
      accord_plan_children_load (self, "decision", id != 0 ? id : ACCORD_UNKNOWN, error);
  g_autoptr (GPtrArray) statements = accord_drafts_new ();
  g_autoptr (GPtrArray) papers = accord_drafts_new ();

  if (children == NULL)
    return FALSE;
  accord_planning_add_statements (self, decision->recommendations, "decision", row, -1, statements);
  accord_planning_add_statements (self, decision->resolutions, "decision", row, -1, statements);
  accord_planning_add_documents (self, decision->documents, "decision", row, papers);
  if (!add_of_kind (self, children, statements, "resolution", error)
      || !add_of_kind (self, children, papers, "paper", error))
    return FALSE;
  accord_plan_children_add_gone (children, self, row);
  return TRUE;
}

static gboolean
has_maker (const AccordPageDecision *decision)
{
  return decision->maker != NULL || decision->made_at != NULL;
}

static gboolean
has_date (const AccordPageDecision *decision)
{
  return decision->date != NULL || decision->made_on != NULL || decision->due != NULL
         || decision->due_words != NULL || decision->published != NULL || decision->effective != NULL;
}

/* A decision without anybody who makes it, or without any day, is asked about; in a list only where none of
 * them says it, because then the page has lost it. */
static void
find_needs (AccordPlanning *self)
{
  AccordCommitteePage *page = self->page;
  gboolean maker = page->body != NULL || self->chosen_body != ACCORD_UNKNOWN;
  gboolean date = page->date != NULL;

  for (guint i = 0; i < page->decisions->len; i++)
    {
      maker = maker || has_maker (page->decisions->pdata[i]);
      date = date || has_date (page->decisions->pdata[i]);
    }
  if (!maker)
    self->plan->needs |= ACCORD_PLAN_NEEDS_BODY;
  if (!date)
    self->plan->needs |= ACCORD_PLAN_NEEDS_DATE;
}

static gboolean
add_one (AccordPlanning *self, AccordDraft *draft, GError **error)
{
  AccordPageDecision *decision = draft->about;
  int row;

  if (!has_date (decision))
    accord_draft_say (draft, "date", self->page->date);
  row = accord_planning_add (self, draft, error);
  if (row >= 0 && self->plan->main_row < 0)
    self->plan->main_row = row;
  return row >= 0 && add_parts (self, decision, row, error);
}

/* The decisions of a page of decisions, taken or to be taken. */
gboolean
accord_planning_add_decisions (AccordPlanning *self, GError **error)
{
  GPtrArray *decisions = self->page->decisions;
  g_autoptr (GPtrArray) drafts = accord_drafts_new ();
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  find_needs (self);
  for (guint i = 0; i < decisions->len; i++)
    g_ptr_array_add (drafts, draft_decision (self, decisions->pdata[i]));
  if (!match_decisions (self, drafts, used, &earlier, error))
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    if (!add_one (self, drafts->pdata[i], error))
      return FALSE;
  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    if (!g_hash_table_contains (used, earlier->pdata[i]))
      accord_planning_add_gone (self, earlier->pdata[i], -1);
  return TRUE;
}
