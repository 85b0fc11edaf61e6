/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-outcome.h"
#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a resolution says of cases, on its way to rows. */
typedef struct
{
  AccordPlanning *planning;
  AccordPlanChildren *children;
  const AccordStatement *statement;
  const AccordPageItem *item;
  int resolution;
  int meeting;
  int endorsement;
  GPtrArray *cases;
  GPtrArray *drafts;
  const char *doubt;
} Endorsing;

static gboolean
speaks_of_cases (const AccordStatement *statement)
{
  return accord_plan_speaks_of_cases (statement->text) || accord_plan_speaks_of_cases (statement->lead);
}

/* The cases that are meant: those that the resolution names, or those under whose title it stands; and where
 * it only says “the business cases”, those that the item speaks of. */
static GPtrArray *
find_cases (Endorsing *self)
{
  AccordSpan title = accord_planning_find_words (self->planning, self->item->place, self->item->title);
  GPtrArray *cases = accord_planning_named (self->planning, "case", self->statement->span);

  if (cases->len == 0 && !accord_span_is_empty (title))
    {
      g_ptr_array_unref (cases);
      cases = accord_planning_named (self->planning, "case", title);
    }
  if (cases->len == 0 && speaks_of_cases (self->statement))
    {
      g_ptr_array_unref (cases);
      cases = accord_planning_named (self->planning, "case", self->item->place);
    }
  return cases;
}

static void
link_cases (Endorsing *self, int row)
{
  for (guint i = 0; i < self->cases->len; i++)
    accord_planning_link (self->planning, row, "cases", self->cases->pdata[i]);
}

/* The endorsement that an earlier reading made of the same resolution. */
static gint64
find_endorsement (Endorsing *self)
{
  gint64 id = accord_record_get_id (accord_planning_row (self->planning, self->resolution)->record);
  GPtrArray *records = accord_plan_children_get (self->children);

  for (guint i = 0; id != 0 && i < records->len; i++)
    {
      AccordRecord *record = records->pdata[i];

      if (strcmp (accord_record_get_kind (record)->name, "endorsement") != 0
          || accord_record_get_int (record, "resolution") != id)
        continue;
      g_hash_table_add (accord_plan_children_used (self->children), record);
      return accord_record_get_id (record);
    }
  return ACCORD_UNKNOWN;
}

static gboolean
add_endorsement (Endorsing *self, const char *outcome, GError **error)
{
  AccordPlanning *planning = self->planning;
  int body = planning->body_row;
  g_autoptr (AccordDraft) draft =
      accord_draft_new (planning, "endorsement", self->statement->span, self->resolution);

  draft->existing = find_endorsement (self);
  draft->unfinished = TRUE;
  draft->why = self->doubt;
  draft->sure = self->doubt == NULL;
  accord_draft_say (draft, "who", accord_planning_row_text (planning, body, "name"));
  accord_draft_refer (draft, planning, "body", body);
  accord_draft_say (draft, "outcome", outcome);
  accord_draft_say (draft, "date", accord_planning_row_text (planning, self->meeting, "date"));
  accord_draft_say (draft, "words", self->statement->text);
  accord_draft_refer (draft, planning, "meeting", self->meeting);
  accord_draft_refer (draft, planning, "resolution", self->resolution);
  self->endorsement = accord_planning_add (planning, draft, error);
  if (self->endorsement >= 0)
    link_cases (self, self->endorsement);
  return self->endorsement >= 0;
}

static void
add_caveat (Endorsing *self, const char *words, const char *group, AccordSpan span)
{
  g_autofree char *text = accord_plan_trim_clause (words != NULL ? words : "");
  g_autofree char *stands_under = group != NULL ? accord_plan_trim_clause (group) : NULL;
  AccordDraft *draft;

  if (*text == '\0')
    return;
  draft = accord_draft_new (self->planning, "caveat", span, self->endorsement);
  draft->unfinished = TRUE;
  draft->why = self->doubt;
  draft->sure = self->doubt == NULL;
  draft->group = g_strdup (stands_under);
  accord_draft_say (draft, "text", text);
  accord_draft_say (draft, "group", stands_under);
  accord_draft_say_int (draft, "number", self->drafts->len + 1);
  accord_draft_refer (draft, self->planning, "raised-by", self->planning->body_row);
  accord_draft_refer (draft, self->planning, "endorsement", self->endorsement);
  accord_draft_refer (draft, self->planning, "resolution", self->resolution);
  accord_draft_say (draft, "state", "open");
  g_ptr_array_add (self->drafts, draft);
}

/* One caveat for each part that has none beneath it; the nearest part above is its group. */
static void
add_listed (Endorsing *self)
{
  g_autoptr (GQueue) waiting = g_queue_new ();
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  for (guint i = self->statement->parts->len; i > 0; i--)
    g_queue_push_head (waiting, self->statement->parts->pdata[i - 1]);
  while (!g_queue_is_empty (waiting))
    {
      AccordStatement *part = g_queue_pop_head (waiting);

      if (part->parts->len == 0)
        add_caveat (self, part->text, g_hash_table_lookup (groups, part), part->span);
      for (guint i = part->parts->len; i > 0; i--)
        {
          g_hash_table_insert (groups, part->parts->pdata[i - 1], part->text);
          g_queue_push_head (waiting, part->parts->pdata[i - 1]);
        }
    }
}

static void
add_inline (Endorsing *self, const char *condition)
{
  g_autoptr (GPtrArray) clauses = accord_plan_split_condition (condition);

  for (guint i = 0; i < clauses->len; i++)
    {
      const char *words = clauses->pdata[i];
      AccordSpan span = accord_planning_find_words (self->planning, self->statement->span, words);

      add_caveat (self, words, NULL, accord_span_is_empty (span) ? self->statement->span : span);
    }
}

static GPtrArray *
load_caveats (Endorsing *self, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->planning->schema, "caveat");
  gint64 id = accord_record_get_id (accord_planning_row (self->planning, self->endorsement)->record);
  g_autoptr (AccordQuery) query = NULL;

  if (id == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  query = accord_query_new (kind);
  accord_query_add_number (query, accord_kind_find_field (kind, "endorsement"), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (self->planning->reader, query, error);
}

static gboolean
add_caveats (Endorsing *self, const char *condition, GError **error)
{
  g_autoptr (GPtrArray) earlier = load_caveats (self, error);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  if (earlier == NULL)
    return FALSE;
  if (self->statement->parts->len > 0 && accord_plan_condition_leads (condition))
    add_listed (self);
  else
    add_inline (self, condition);
  accord_drafts_match (self->drafts, earlier, used);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      int row = accord_planning_add (self->planning, self->drafts->pdata[i], error);

      if (row < 0)
        return FALSE;
      link_cases (self, row);
    }
  return TRUE;
}

/* Whether the clause of the verdict speaks of a case at all: another thing may have been approved in the same
 * breath. */
static gboolean
is_about_cases (Endorsing *self, const char *about)
{
  g_autofree char *key = accord_plan_key (about);
  g_autofree char *padded = g_strdup_printf (" %s ", key);

  if (strstr (padded, " case ") != NULL || strstr (padded, " cases ") != NULL)
    return TRUE;
  for (guint i = 0; i < self->cases->len; i++)
    {
      const AccordNameHit *hit = self->cases->pdata[i];
      g_autofree char *name = accord_plan_key (hit->name->title);
      g_autofree char *spaced = g_strdup_printf (" %s ", name);

      if (strstr (padded, spaced) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
find_doubt (Endorsing *self, const char *about, const char *condition)
{
  if (self->cases->len == 0)
    return _ ("No business case of the workspace is named here; choose one to keep this.");
  if (!is_about_cases (self, about))
    return _ ("It is not clear from the words whether this was decided of the case.");
  if (condition != NULL && self->statement->parts->len > 0 && !accord_plan_condition_leads (condition))
    return _ ("What this is subject to, and what is listed beneath it, cannot be told apart surely.");
  return NULL;
}

/* What a resolution says of business cases: that they are endorsed, put off or not endorsed, and subject to
 * what. Nothing where it does not say so clearly, or does not speak of cases at all. */
gboolean
accord_planning_add_endorsement (AccordPlanning *self, AccordPlanChildren *children, int resolution,
                                 const AccordStatement *statement, const AccordPageItem *item, int meeting,
                                 GError **error)
{
  Endorsing endorsing = { self, children, statement, item, resolution, meeting };
  const char *condition = NULL, *outcome = NULL;
  g_autofree char *about = NULL;
  gboolean done = TRUE;

  if (self->body_row < 0 || statement->text == NULL
      || (statement->type != ACCORD_STATEMENT_RESOLUTION && statement->type != ACCORD_STATEMENT_AGREEMENT))
    return TRUE;
  endorsing.cases = find_cases (&endorsing);
  endorsing.drafts = accord_drafts_new ();
  if (endorsing.cases->len > 0 || speaks_of_cases (statement))
    outcome = accord_plan_outcome (statement->text, &condition, &about);
  endorsing.doubt = outcome != NULL ? find_doubt (&endorsing, about, condition) : NULL;
  if (outcome != NULL)
    done = add_endorsement (&endorsing, outcome, error)
           && (condition == NULL || add_caveats (&endorsing, condition, error));
  g_ptr_array_unref (endorsing.cases);
  g_ptr_array_unref (endorsing.drafts);
  return done;
}
