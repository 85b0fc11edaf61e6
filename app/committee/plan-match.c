/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Wordings are compared each with each only where that stays little work. */
#define MOST_PAIRS 10000

/**
 * Shape:
 * @kind: a kind
 * @code: the field of its number on the council's site, or %NULL
 * @number: the field of its printed number, or %NULL
 * @words: the field of its title or words
 *
 * By what a record of an earlier reading is known again.
 */
typedef struct
{
  const char *kind;
  const char *code;
  const char *number;
  const char *words;
} Shape;

static const Shape shapes[] = {
  { "item", "item-code", "number", "title" }, { "resolution", NULL, "number", "text" },
  { "declaration", NULL, NULL, "text" },      { "question", NULL, NULL, "text" },
  { "action", NULL, NULL, "text" },           { "option", NULL, "letter", "name" },
  { "paper", "paper-code", NULL, "title" },   { "decision", "decision-code", "reference", "title" },
  { "endorsement", NULL, NULL, "who" },       { "caveat", NULL, NULL, "text" },
  { "finding", NULL, NULL, "text" },
};

/* One that is looked for, or one that is there. */
typedef struct
{
  AccordRecord *record;
  char *code;
  char *number;
  char *words;
  const char *type;
  gint64 position;
  gboolean used;
} Mark;

typedef gboolean (*AgreeFunc) (const Mark *a, const Mark *b);

static void
mark_clear (gpointer data)
{
  Mark *mark = data;

  g_free (mark->code);
  g_free (mark->number);
  g_free (mark->words);
}

static const Shape *
find_shape (const AccordKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].kind, kind->name) == 0)
      return &shapes[i];
  g_assert_not_reached ();
}

static Mark
make_mark (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const Shape *shape = find_shape (kind);
  gboolean has_type = accord_kind_find_field (kind, "type") >= 0;
  gboolean has_position = accord_kind_find_field (kind, "position") >= 0;

  return (Mark){
    .record = record,
    .code = shape->code != NULL ? g_strdup (accord_record_get_text (record, shape->code)) : NULL,
    .number = accord_plan_key (shape->number != NULL ? accord_record_get_text (record, shape->number) : NULL),
    .words = accord_plan_key (accord_record_get_text (record, shape->words)),
    .type = has_type ? accord_record_get_text (record, "type") : NULL,
    .position = has_position ? accord_record_get_int (record, "position") : ACCORD_UNKNOWN,
  };
}

static gboolean
same_code (const Mark *a, const Mark *b)
{
  return a->code != NULL && g_strcmp0 (a->code, b->code) == 0;
}

static gboolean
codes_differ (const Mark *a, const Mark *b)
{
  return a->code != NULL && b->code != NULL && strcmp (a->code, b->code) != 0;
}

static gboolean
same_number (const Mark *a, const Mark *b)
{
  return *a->number != '\0' && strcmp (a->number, b->number) == 0;
}

static gboolean
number_missing (const Mark *a, const Mark *b)
{
  return *a->number == '\0' || *b->number == '\0';
}

static gboolean
same_words (const Mark *a, const Mark *b)
{
  return *a->words != '\0' && strcmp (a->words, b->words) == 0;
}

static gboolean
same_both (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && same_words (a, b) && strcmp (a->number, b->number) == 0;
}

static gboolean
same_words_alone (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && same_words (a, b) && (number_missing (a, b) || same_number (a, b));
}

static gboolean
same_number_alike (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && same_number (a, b)
         && (*a->words == '\0' || *b->words == '\0' || accord_plan_alike (a->words, b->words));
}

/* A renumbered agenda: the words stay. */
static gboolean
same_words_moved (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && same_words (a, b);
}

static gboolean
alike (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && number_missing (a, b) && accord_plan_alike (a->words, b->words);
}

static gboolean
same_place (const Mark *a, const Mark *b)
{
  return !codes_differ (a, b) && a->position != ACCORD_UNKNOWN && a->position == b->position
         && number_missing (a, b) && (*a->words == '\0' || *b->words == '\0');
}

static void
match_by (GArray *wanted, GArray *there, GPtrArray *drafts, AgreeFunc agree)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      Mark *one = &g_array_index (wanted, Mark, i);

      for (guint k = 0; !one->used && k < there->len; k++)
        {
          Mark *other = &g_array_index (there, Mark, k);

          if (other->used || g_strcmp0 (one->type, other->type) != 0 || !agree (one, other))
            continue;
          one->used = other->used = TRUE;
          ((AccordDraft *) drafts->pdata[i])->existing = accord_record_get_id (other->record);
        }
    }
}

static GArray *
new_marks (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  g_array_set_clear_func (marks, mark_clear);
  return marks;
}

/* Finds, for each draft, the record that it is of: the surest signs first. What is found is added to @used.
 */
void
accord_drafts_match (GPtrArray *drafts, GPtrArray *existing, GHashTable *used)
{
  static const AgreeFunc ways[] = { same_code,        same_both, same_words_alone, same_number_alike,
                                    same_words_moved, alike,     same_place };
  g_autoptr (GArray) wanted = new_marks ();
  g_autoptr (GArray) there = new_marks ();

  if (existing == NULL || existing->len == 0 || drafts->len == 0)
    return;
  for (guint i = 0; i < drafts->len; i++)
    g_array_append_val (wanted, ((Mark[]){ make_mark (((AccordDraft *) drafts->pdata[i])->record) })[0]);
  for (guint i = 0; i < existing->len; i++)
    {
      Mark mark = make_mark (existing->pdata[i]);

      mark.used = g_hash_table_contains (used, mark.record);
      g_array_append_val (there, mark);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i] != alike || wanted->len * there->len <= MOST_PAIRS)
      match_by (wanted, there, drafts, ways[i]);
  for (guint i = 0; i < there->len; i++)
    if (g_array_index (there, Mark, i).used)
      g_hash_table_add (used, g_array_index (there, Mark, i).record);
}

struct _AccordPlanChildren
{
  GPtrArray *records;
  GHashTable *used;
};

/* What belongs to a meeting or a decision, or, of kinds that name neither, to its items. And what an earlier
 * reading of the page made of no meeting, because it did not know of which it was. */
static char *
dup_sql (const AccordKind *kind, const char *parent)
{
  gboolean has_parent = accord_kind_find_field (kind, parent) >= 0;
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE deleted IS NULL AND (", kind->name);
  if (has_parent)
    g_string_append_printf (sql, "\"%s\" = ?1 OR (+\"%s\" IS NULL AND source = ?2)", parent, parent);
  else
    g_string_append (sql, "item IN (SELECT id FROM item WHERE meeting = ?1"
                          " OR (+meeting IS NULL AND source = ?2))");
  g_string_append (sql, ") ORDER BY id");
  return g_string_free (sql, FALSE);
}

static gboolean
load_kind (AccordPlanChildren *self, AccordPlanning *planning, const AccordKind *kind, const char *parent,
           gint64 id, GError **error)
{
  g_autofree char *sql = dup_sql (kind, parent);
  g_autoptr (AccordRows) rows = accord_reader_query (planning->reader, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, id);
  accord_rows_bind_int (rows, 2, planning->source);
  while (accord_rows_next (rows, &reason))
    g_array_append_val (ids, ((gint64[]){ accord_rows_int (rows, 0) })[0]);
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    {
      AccordRecord *record =
          accord_reader_get (planning->reader, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (self->records, record);
    }
  return TRUE;
}

/* Reads what the workspace has of a meeting or of a decision; ACCORD_UNKNOWN for one that is new. */
AccordPlanChildren *
accord_plan_children_load (AccordPlanning *self, const char *parent, gint64 id, GError **error)
{
  g_autoptr (AccordPlanChildren) children = g_new0 (AccordPlanChildren, 1);

  children->records = g_ptr_array_new_with_free_func (g_object_unref);
  children->used = g_hash_table_new (NULL, NULL);
  if (id == ACCORD_UNKNOWN && self->source == ACCORD_UNKNOWN)
    return g_steal_pointer (&children);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const AccordKind *kind = accord_schema_find_kind (self->schema, shapes[i].kind);
      gboolean belongs = accord_kind_find_field (kind, parent) >= 0
                         || (strcmp (parent, "meeting") == 0 && accord_kind_find_field (kind, "item") >= 0);

      if (belongs && strcmp (kind->name, "decision") != 0
          && !load_kind (children, self, kind, parent, id, error))
        return NULL;
    }
  return g_steal_pointer (&children);
}

void
accord_plan_children_free (AccordPlanChildren *self)
{
  g_hash_table_unref (self->used);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* Finds the records of drafts of one kind: among those of an item, or, for ACCORD_UNKNOWN, among those that
 * are of none. */
void
accord_plan_children_match (AccordPlanChildren *self, GPtrArray *drafts, const char *kind, gint64 item)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    {
      AccordRecord *record = self->records->pdata[i];
      const AccordKind *described = accord_record_get_kind (record);

      if (strcmp (described->name, kind) == 0
          && (accord_kind_find_field (described, "item") < 0
              || accord_record_get_int (record, "item") == item))
        g_ptr_array_add (some, record);
    }
  accord_drafts_match (drafts, some, self->used);
}

GPtrArray *
accord_plan_children_get (AccordPlanChildren *self)
{
  return self->records;
}

GHashTable *
accord_plan_children_used (AccordPlanChildren *self)
{
  return self->used;
}

/* Whether the words that a record was made from are still on the page: then it is not gone, whatever a reader
 * makes of them. */
static gboolean
is_on_page (AccordPlanning *planning, AccordRecord *record)
{
  const char *passage = accord_record_get_text (record, "passage");
  g_auto (GStrv) lines = g_strsplit (passage != NULL ? passage : "", "\n", -1);

  if (passage == NULL)
    return TRUE;
  if (planning->words == NULL)
    planning->words = accord_passage_text_new (planning->page->text != NULL ? planning->page->text : "");
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0'
        && accord_passage_text_find (planning->words, *line, 0, ACCORD_PASSAGE_LIKE).match
               != ACCORD_PASSAGE_NOT_FOUND)
      return TRUE;
  return FALSE;
}

/* Adds a row for a record of an earlier reading that the page no longer has, if it does not. */
void
accord_planning_add_gone (AccordPlanning *self, AccordRecord *record, int parent)
{
  AccordPlanRow *row;

  if (self->source == ACCORD_UNKNOWN || accord_record_get_int (record, "source") != self->source
      || is_on_page (self, record))
    return;
  row = accord_plan_row_new (g_object_ref (record), ACCORD_PLAN_GONE);
  row->why = g_strdup (_ ("The page no longer has this. It stays in the workspace."));
  row->parent = parent;
  row->depth = parent >= 0 ? accord_planning_row (self, parent)->depth + 1 : 0;
  g_ptr_array_add (self->plan->rows, row);
}

/* Adds a row for each record of the earlier reading that the page no longer has. */
void
accord_plan_children_add_gone (AccordPlanChildren *self, AccordPlanning *planning, int parent)
{
  for (guint i = 0; i < self->records->len; i++)
    if (!g_hash_table_contains (self->used, self->records->pdata[i]))
      accord_planning_add_gone (planning, self->records->pdata[i], parent);
}
