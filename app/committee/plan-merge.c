/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "history.h"
#include "meeting-passage.h"
#include "plan-words.h"
#include "record-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose a value is. */
typedef enum
{
  OF_PAGE,
  OF_PERSON,
  OF_BOTH,
} Owner;

typedef struct
{
  AccordPlanning *planning;
  AccordDraft *draft;
  AccordRecord *ours;
  GPtrArray *entries;
  GHashTable *readings;
  gboolean own;
  gboolean cut;
  gboolean completes;
  AccordRecord *merged;
  AccordRecord *doubtful;
  const char *why;
  guint n_changed;
} Merge;

static gboolean
has_bit (guint64 mask, guint index)
{
  return (mask >> index) & 1;
}

static gboolean
same_words (const AccordField *field, const char *a, const char *b)
{
  g_autofree char *one = NULL, *other = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  if (strcmp (a, b) == 0)
    return TRUE;
  if (strcmp (field->name, "time") == 0)
    {
      one = accord_plan_time_key (a);
      other = accord_plan_time_key (b);
      return g_strcmp0 (one, other) == 0;
    }
  if (field->type == ACCORD_FIELD_TEXT && accord_plan_same_key (a, b))
    return TRUE;
  if (field->type != ACCORD_FIELD_TEXT && field->type != ACCORD_FIELD_LONG_TEXT)
    return FALSE;
  one = accord_passage_fold (a);
  other = accord_passage_fold (b);
  return strcmp (one, other) == 0;
}

/* Whether a field says the same in both: two captures of one page differ in white space, bullets, marks. */
gboolean
accord_plan_same_value (AccordRecord *a, AccordRecord *b, guint field)
{
  const AccordField *described = &accord_record_get_kind (a)->fields[field];

  return accord_record_field_equal (a, b, field)
         || (accord_field_is_text (described)
             && same_words (described, accord_record_peek_text (a, field),
                            accord_record_peek_text (b, field)));
}

static gboolean
is_blank (AccordRecord *record, guint field)
{
  if (accord_record_get_kind (record)->fields[field].type == ACCORD_FIELD_BOOLEAN)
    return accord_record_peek_int (record, field) != 1;
  return accord_record_is_empty (record, field);
}

static void
copy_field (AccordRecord *from, AccordRecord *to, guint field)
{
  const AccordField *described = &accord_record_get_kind (from)->fields[field];
  gsize n_ids;

  if (accord_field_is_text (described))
    accord_record_put_text (to, field, accord_record_peek_text (from, field), -1);
  else if (described->type == ACCORD_FIELD_REFERENCES)
    {
      const gint64 *ids = accord_record_peek_ids (from, field, &n_ids);

      accord_record_put_ids (to, field, ids, n_ids);
    }
  else
    accord_record_put_int (to, field, accord_record_peek_int (from, field));
}

static gboolean
is_reading (const AccordHistoryEntry *entry)
{
  return strcmp (entry->operation, "insert") == 0
         || (strcmp (entry->operation, "update") == 0 && entry->after != NULL
             && (strstr (entry->after, "\"fetched_at\"") != NULL
                 || strstr (entry->after, "\"digest\"") != NULL));
}

/* The changes in which a document was read: those that wrote down when that was, or which bytes. */
static GHashTable *
find_readings (AccordPlanning *self, gint64 source, GError **error)
{
  GHashTable *readings = g_hash_table_lookup (self->readings, &source);
  g_autoptr (GPtrArray) entries = NULL;

  if (readings != NULL)
    return readings;
  entries =
      accord_reader_history (self->reader, accord_schema_find_kind (self->schema, "source"), source, error);
  if (entries == NULL)
    return NULL;
  readings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordHistoryEntry *entry = entries->pdata[i];

      if (is_reading (entry))
        g_hash_table_add (readings, g_memdup2 (&entry->change, sizeof entry->change));
    }
  g_hash_table_insert (self->readings, g_memdup2 (&source, sizeof source), readings);
  return readings;
}

static gboolean
load_past (Merge *self, GError **error)
{
  if (self->entries != NULL)
    return TRUE;
  self->readings = find_readings (self->planning, self->planning->source, error);
  if (self->readings == NULL)
    return FALSE;
  self->entries = accord_reader_history (self->planning->reader, self->draft->kind,
                                         accord_record_get_id (self->ours), error);
  return self->entries != NULL;
}

/* Who gave a field its value, and, where that was a person, whether the page has said something else since it
 * was read: then both have spoken. */
static gboolean
find_owner (Merge *self, guint field, Owner *owner, GError **error)
{
  gboolean by_person = FALSE;

  if (!load_past (self, error))
    return FALSE;
  /* Of what this very change has added the journal has no line yet, and no person can have touched it. */
  *owner = is_blank (self->ours, field) || self->entries->len == 0 ? OF_PAGE : OF_PERSON;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const AccordHistoryEntry *entry = self->entries->pdata[i];
      g_autoptr (AccordRecord) then = NULL;
      gboolean first = strcmp (entry->operation, "insert") == 0;
      guint64 fields = 0;

      if ((!first && strcmp (entry->operation, "update") != 0) || entry->after == NULL)
        continue;
      then = accord_record_new (self->draft->kind);
      if (!accord_record_apply_json (then, entry->after, &fields, error))
        return FALSE;
      if (!has_bit (fields, field) && !(first && by_person))
        continue;
      if (!g_hash_table_contains (self->readings, &entry->change))
        {
          *owner = OF_PERSON;
          by_person = TRUE;
          continue;
        }
      *owner = !by_person                                                  ? OF_PAGE
               : accord_plan_same_value (then, self->draft->record, field) ? OF_PERSON
                                                                           : OF_BOTH;
      return TRUE;
    }
  return TRUE;
}

static void
doubt (Merge *self, guint field, const char *why)
{
  if (self->doubtful == NULL)
    self->doubtful = accord_record_copy (self->ours);
  copy_field (self->draft->record, self->doubtful, field);
  if (self->why == NULL)
    self->why = why;
}

static void
accept (Merge *self, guint field)
{
  copy_field (self->draft->record, self->merged, field);
  self->n_changed++;
}

static gboolean
merge_field (Merge *self, guint field, GError **error)
{
  const AccordField *described = &self->draft->kind->fields[field];
  gboolean blank = is_blank (self->ours, field);
  Owner owner;

  if (accord_plan_same_value (self->ours, self->draft->record, field))
    return TRUE;
  if (!self->own)
    {
      /* What is of another document, or of a person: only what it lacks is filled in. */
      if (self->completes || (blank && strcmp (described->name, "incomplete") != 0))
        accept (self, field);
      return TRUE;
    }
  if (!find_owner (self, field, &owner, error))
    return FALSE;
  if (owner == OF_PERSON)
    return TRUE;
  if (self->cut && !blank
      && (described->type == ACCORD_FIELD_LONG_TEXT || field == self->draft->kind->title_field))
    doubt (self, field, _ ("The page is cut short here, and what is kept was not."));
  else if (self->cut && strcmp (described->name, "incomplete") == 0)
    doubt (self, field, _ ("The page is cut short here, and what is kept was not."));
  else if (owner == OF_BOTH)
    doubt (self, field,
           _ ("This was changed by hand since the page was read, and the page has changed too."));
  else
    accept (self, field);
  return TRUE;
}

static gboolean
says_yes (AccordRecord *record, const char *field)
{
  return accord_kind_find_field (accord_record_get_kind (record), field) >= 0
         && accord_record_get_boolean (record, field);
}

static gboolean
is_in_text (AccordCommitteePage *page, const char *passage)
{
  return passage == NULL || (page->text != NULL && strstr (page->text, passage) != NULL);
}

/* The words in the document follow its text, which may be another capture of the same page. */
static void
merge_passage (Merge *self)
{
  g_autofree char *passage = accord_planning_dup_passage (self->planning, self->draft->span);
  gint64 source = accord_record_get_int (self->ours, "source");

  if (strcmp (self->draft->kind->name, "source") == 0)
    return;
  if (source == ACCORD_UNKNOWN || self->completes)
    {
      accord_draft_refer (self->draft, self->planning, "source", self->planning->plan->source_row);
      if (has_bit (self->draft->said, accord_kind_find_field (self->draft->kind, "source")))
        accept (self, accord_kind_find_field (self->draft->kind, "source"));
    }
  else if (!self->own)
    return;
  if (passage != NULL || !is_in_text (self->planning->page, accord_record_get_text (self->ours, "passage")))
    accord_record_set_text (self->merged, "passage", passage);
}

/* What a record becomes by what the page says. @merged has all that is to be taken over; @doubtful, if any,
 * has what a person should decide, and @why says why. */
gboolean
accord_planning_merge (AccordPlanning *self, AccordDraft *draft, AccordRecord *ours, AccordRecord **merged,
                       AccordRecord **doubtful, const char **why, guint *n_changed, GError **error)
{
  Merge merge = { .planning = self, .draft = draft, .ours = ours };
  const guint64 said = draft->said;
  gboolean done = TRUE;

  merge.own = strcmp (draft->kind->name, "source") == 0
              || (self->source != ACCORD_UNKNOWN && accord_record_get_int (ours, "source") == self->source);
  merge.cut = says_yes (draft->record, "incomplete") && !says_yes (ours, "incomplete");
  merge.completes = !merge.own && says_yes (ours, "incomplete")
                    && accord_kind_find_field (draft->kind, "incomplete") >= 0
                    && has_bit (said, accord_kind_find_field (draft->kind, "incomplete"))
                    && !says_yes (draft->record, "incomplete");
  merge.merged = accord_record_copy (ours);
  merge_passage (&merge);
  for (guint i = 0; done && i < draft->kind->n_fields; i++)
    if (has_bit (said, i))
      done = merge_field (&merge, i, error);
  g_clear_pointer (&merge.entries, g_ptr_array_unref);
  *merged = merge.merged;
  *doubtful = merge.doubtful;
  *why = merge.why;
  *n_changed = merge.n_changed;
  return done;
}
