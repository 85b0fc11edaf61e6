/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include <string.h>

AccordDraft *
accord_draft_new (AccordPlanning *planning, const char *kind, AccordSpan span, int parent)
{
  AccordDraft *self = g_new0 (AccordDraft, 1);

  self->kind = accord_schema_find_kind (planning->schema, kind);
  self->record = accord_record_new (self->kind);
  self->span = self->place = span;
  self->parent = parent;
  self->depth = parent >= 0 ? accord_planning_row (planning, parent)->depth + 1 : 0;
  self->existing = ACCORD_UNKNOWN;
  self->sure = TRUE;
  return self;
}

void
accord_draft_free (AccordDraft *self)
{
  g_object_unref (self->record);
  g_free (self->group);
  g_free (self);
}

GPtrArray *
accord_drafts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_draft_free);
}

static guint
say (AccordDraft *self, const char *field)
{
  int index = accord_kind_find_field (self->kind, field);

  g_assert (index >= 0);
  self->said |= G_GUINT64_CONSTANT (1) << index;
  return index;
}

/* Of what the page is silent about, nothing is said. */
void
accord_draft_say (AccordDraft *self, const char *field, const char *text)
{
  if (text != NULL && *text != '\0')
    accord_record_put_text (self->record, say (self, field), text, -1);
}

void
accord_draft_say_span (AccordDraft *self, AccordPlanning *planning, const char *field, AccordSpan span)
{
  g_autofree char *words = accord_committee_page_dup_span (planning->page, span);

  accord_draft_say (self, field, words);
}

void
accord_draft_say_int (AccordDraft *self, const char *field, gint64 value)
{
  if (value != ACCORD_UNKNOWN)
    accord_record_put_int (self->record, say (self, field), value);
}

void
accord_draft_say_boolean (AccordDraft *self, const char *field, gboolean value)
{
  accord_record_put_int (self->record, say (self, field), value ? 1 : 0);
}

/* For a field of yes, no, or nothing, and for one of yes or no. */
void
accord_draft_say_stated (AccordDraft *self, const char *field, AccordStated stated)
{
  if (stated == ACCORD_NOT_STATED)
    return;
  if (accord_kind_get_field (self->kind, field)->type == ACCORD_FIELD_BOOLEAN)
    accord_draft_say_boolean (self, field, stated == ACCORD_STATED_YES);
  else
    accord_draft_say (self, field, stated == ACCORD_STATED_YES ? "yes" : "no");
}

/* Says that a field names the record of a row; nothing for no row. */
void
accord_draft_refer (AccordDraft *self, AccordPlanning *planning, const char *field, int row)
{
  gint64 id = row >= 0 ? accord_record_get_id (accord_planning_row (planning, row)->record) : 0;
  AccordPlanReference *reference;

  if (row < 0)
    return;
  if (id != 0)
    {
      accord_draft_say_int (self, field, id);
      return;
    }
  g_assert (self->n_references < G_N_ELEMENTS (self->references));
  reference = &self->references[self->n_references++];
  reference->field = accord_kind_find_field (self->kind, field);
  reference->target = row;
}

AccordPlanRow *
accord_planning_row (AccordPlanning *self, int row)
{
  return g_ptr_array_index (self->plan->rows, row);
}

const char *
accord_planning_row_text (AccordPlanning *self, int row, const char *field)
{
  return accord_record_get_text (accord_planning_row (self, row)->record, field);
}

/* A passage begins and ends with whole words, or it would not be found again. */
static gboolean
is_within_word (const char *text, const char *at)
{
  return at > text && *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at))
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* The words that stand at a place, as they stand there. */
char *
accord_planning_dup_passage (AccordPlanning *self, AccordSpan span)
{
  const char *text = self->page->text;

  if (text == NULL || accord_span_is_empty (span))
    return NULL;
  while (is_within_word (text, text + span.start))
    span.start = g_utf8_prev_char (text + span.start) - text;
  while (is_within_word (text, text + span.end))
    span.end = g_utf8_next_char (text + span.end) - text;
  return accord_committee_page_dup_span (self->page, span);
}

/* Where words stand, letter for letter; nothing where they do not. */
AccordSpan
accord_planning_find_words (AccordPlanning *self, AccordSpan within, const char *words)
{
  const char *text = self->page->text;
  const char *at = NULL;

  if (words != NULL && *words != '\0' && text != NULL && !accord_span_is_empty (within))
    at = g_strstr_len (text + within.start, within.end - within.start, words);
  return at != NULL ? (AccordSpan){ at - text, at - text + strlen (words) } : (AccordSpan){ 0, 0 };
}

static int
append (AccordPlanning *self, AccordDraft *draft, AccordPlanRow *row)
{
  GPtrArray *rows = self->plan->rows;

  row->parent = draft->parent;
  row->depth = draft->depth;
  row->span = draft->span;
  row->place = draft->place;
  g_ptr_array_add (rows, row);
  return rows->len - 1;
}

static void
add_references (AccordPlanning *self, AccordDraft *draft, int row)
{
  for (guint i = 0; i < draft->n_references; i++)
    {
      AccordPlanReference reference = draft->references[i];

      reference.row = row;
      g_array_append_val (self->plan->references, reference);
    }
}

static int
add_new (AccordPlanning *self, AccordDraft *draft)
{
  AccordPlanRow *row = accord_plan_row_new (g_object_ref (draft->record), ACCORD_PLAN_ADD);
  g_autofree char *passage = accord_planning_dup_passage (self, draft->span);
  g_autoptr (GError) problem = NULL;
  int index;

  accord_draft_say (draft, "passage", passage);
  if (strcmp (draft->kind->name, "source") != 0)
    accord_draft_refer (draft, self, "source", self->plan->source_row);
  row->sure = draft->sure;
  row->why = g_strdup (draft->why);
  if (row->sure && !draft->unfinished && !accord_record_validate (draft->record, &problem))
    {
      row->sure = FALSE;
      row->why = g_strdup (problem->message);
    }
  row->taken = row->sure;
  row->group = g_steal_pointer (&draft->group);
  index = append (self, draft, row);
  add_references (self, draft, index);
  return index;
}

static int
add_known (AccordPlanning *self, AccordDraft *draft, GError **error)
{
  g_autoptr (AccordRecord) ours = accord_reader_get (self->reader, draft->kind, draft->existing, error);
  g_autoptr (AccordRecord) merged = NULL, doubtful = NULL;
  AccordPlanRow *row;
  const char *why = NULL;
  guint n_changed = 0, n_references = draft->n_references;
  int index;

  if (ours == NULL || !accord_planning_merge (self, draft, ours, &merged, &doubtful, &why, &n_changed, error))
    return -1;
  n_changed += n_references;
  row =
      accord_plan_row_new (g_steal_pointer (&merged), n_changed > 0 ? ACCORD_PLAN_UPDATE : ACCORD_PLAN_SAME);
  row->quiet = TRUE;
  row->group = g_strdup (draft->group);
  index = append (self, draft, row);
  add_references (self, draft, index);
  if (doubtful == NULL)
    return index;
  row = accord_plan_row_new (g_steal_pointer (&doubtful), ACCORD_PLAN_UPDATE);
  row->taken = row->sure = FALSE;
  row->why = g_strdup (why);
  append (self, draft, row);
  row->place = (AccordSpan){ 0, 0 };
  return index;
}

/* Makes a row of a draft: a new record, or what the page changes in one that the workspace has. Returns the
 * row, or -1 on failure. */
int
accord_planning_add (AccordPlanning *self, AccordDraft *draft, GError **error)
{
  return draft->existing == ACCORD_UNKNOWN ? add_new (self, draft) : add_known (self, draft, error);
}
