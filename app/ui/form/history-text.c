/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/history-text.h"

#include "form/form-model.h"
#include "form/record-titles.h"
#include "date.h"
#include "record-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A long text is quoted so far; the page shows the whole of what it is now. */
#define LONGEST_QUOTE 160

void
accord_history_line_free (AccordHistoryLine *self)
{
  g_free (self->heading);
  g_free (self->label);
  g_free (self->moment);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * accord_history_dup_moment:
 * @at: a moment, ISO 8601
 *
 * Returns: (transfer full): the same as people here write it, in local time
 */
char *
accord_history_dup_moment (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *day = iso != NULL ? accord_date_format (iso) : NULL;
  g_autofree char *hour = local != NULL ? g_date_time_format (local, "%H:%M") : NULL;

  return day != NULL ? g_strdup_printf ("%s, %s", day, hour) : g_strdup (at);
}

static char *
dup_heading (const AccordHistoryEntry *entry)
{
  g_autofree char *moment = accord_history_dup_moment (entry->at);
  const char *what = _ ("Changed");

  if (strcmp (entry->operation, "insert") == 0)
    what = _ ("Added");
  else if (strcmp (entry->operation, "delete") == 0)
    what = _ ("Deleted");
  else if (strcmp (entry->operation, "restore") == 0)
    what = _ ("Restored");
  if (entry->who == NULL || *entry->who == '\0')
    return g_strdup_printf ("%s, %s", what, moment);
  /* Translators: what happened (“Changed”), who did it, and when. */
  return g_strdup_printf (_ ("%s by %s, %s"), what, entry->who, moment);
}

static char *
shorten (char *text)
{
  char *end;

  g_strdelimit (text, "\r\n\t", ' ');
  if (g_utf8_strlen (text, -1) <= LONGEST_QUOTE)
    return text;
  end = g_utf8_offset_to_pointer (text, LONGEST_QUOTE);
  *end = '\0';
  end = g_strconcat (text, "…", NULL);
  g_free (text);
  return end;
}

/* The journal keeps identifiers; people want names. What is no longer there has lost its name. */
static char *
dup_names (AccordReader *reader, AccordRecord *record, guint index)
{
  const AccordField *field = &accord_record_get_kind (record)->fields[index];
  const AccordKind *target = accord_schema_find_kind (accord_reader_get_schema (reader), field->target);
  gint64 one = field->type == ACCORD_FIELD_REFERENCE ? accord_record_peek_int (record, index) : 0;
  gsize n_ids = 1;
  const gint64 *ids = one != 0 ? &one : accord_record_peek_ids (record, index, &n_ids);
  g_autoptr (GPtrArray) titles = accord_record_titles (reader, target, ids, n_ids, NULL);

  if (titles == NULL)
    return g_strdup (_ ("a record that is gone"));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("; ", (char **) titles->pdata);
}

static char *
dup_value (AccordReader *reader, AccordRecord *record, guint index)
{
  if (accord_record_is_empty (record, index))
    return NULL;
  if (accord_record_get_kind (record)->fields[index].target != NULL)
    return dup_names (reader, record, index);
  return shorten (accord_form_dup_own_value (record, index));
}

static char *
dup_change (AccordReader *reader, AccordRecord *before, AccordRecord *after, guint index)
{
  const char *label = _ (accord_record_get_kind (before)->fields[index].label);
  g_autofree char *old = dup_value (reader, before, index);
  g_autofree char *new = dup_value (reader, after, index);

  /* Translators: the label of a field, what it was, what it became. */
  return g_strdup_printf (_ ("%s: %s → %s"), label, old != NULL ? old : _ ("not known"),
                          new != NULL ? new : _ ("not known"));
}

/**
 * accord_history_line_new:
 * @reader: a reader, for the names of what references point to
 * @entry: a line of the journal
 *
 * Returns: (transfer full): the same in words
 */
AccordHistoryLine *
accord_history_line_new (AccordReader *reader, const AccordHistoryEntry *entry)
{
  AccordHistoryLine *line = g_new0 (AccordHistoryLine, 1);
  g_autoptr (AccordRecord) before = accord_record_new (entry->kind);
  g_autoptr (AccordRecord) after = accord_record_new (entry->kind);
  guint64 old_fields = 0, new_fields = 0;

  line->heading = dup_heading (entry);
  line->label = g_strdup (entry->label);
  line->moment = accord_history_dup_moment (entry->at);
  line->change = entry->change;
  line->kind = entry->kind;
  line->record = entry->record;
  line->there = strcmp (entry->operation, "delete") != 0;
  line->changes = g_ptr_array_new_with_free_func (g_free);
  if (strcmp (entry->operation, "update") != 0
      || (entry->before != NULL && !accord_record_apply_json (before, entry->before, &old_fields, NULL))
      || (entry->after != NULL && !accord_record_apply_json (after, entry->after, &new_fields, NULL)))
    return line;
  for (guint i = 0; i < entry->kind->n_fields; i++)
    if (((old_fields | new_fields) >> i) & 1)
      g_ptr_array_add (line->changes, dup_change (reader, before, after, i));
  return line;
}

/**
 * accord_history_lines:
 * @reader: a reader
 * @kind: a kind
 * @id: a record of it, living or deleted
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordHistoryLine): what became of the record, newest first; %NULL
 * on failure
 */
GPtrArray *
accord_history_lines (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = accord_reader_history (reader, kind, id, error);
  GPtrArray *lines;

  if (entries == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_history_line_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (lines, accord_history_line_new (reader, entries->pdata[i]));
  return lines;
}
