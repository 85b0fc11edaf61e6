/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "history.h"
#include "json-record.h"
#include "lookup.h"
#include "record-json.h"
#include "record-lines.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
} Past;

/* A record that holds nothing but the values of one side of a journal line. */
static AccordRecord *
make_side (const AccordKind *kind, const char *values, guint64 *fields, GError **error)
{
  g_autoptr (AccordRecord) side = accord_record_new (kind);

  *fields = 0;
  if (values != NULL && !accord_record_apply_json (side, values, fields, error))
    return NULL;
  return g_steal_pointer (&side);
}

static const char *
operation_label (const char *operation)
{
  if (g_str_equal (operation, "insert"))
    return _ ("added");
  if (g_str_equal (operation, "update"))
    return _ ("changed");
  if (g_str_equal (operation, "delete"))
    return _ ("deleted");
  if (g_str_equal (operation, "restore"))
    return _ ("restored");
  return operation;
}

static gboolean
write_values (AccordOutput *output, AccordRecord *before, AccordRecord *after, guint index,
              AccordNames *names, GError **error)
{
  const AccordField *field = &accord_record_get_kind (after)->fields[index];
  g_autofree char *old_value = accord_cli_dup_value (before, index, names, error);
  g_autofree char *new_value = NULL;
  g_autofree char *old_line = NULL;
  g_autofree char *new_line = NULL;

  if (old_value == NULL)
    return FALSE;
  new_value = accord_cli_dup_value (after, index, names, error);
  if (new_value == NULL)
    return FALSE;
  old_line = accord_terminal_line (*old_value != '\0' ? old_value : _ ("not known"));
  new_line = accord_terminal_line (*new_value != '\0' ? new_value : _ ("not known"));
  if (accord_record_is_empty (before, index))
    accord_output_printf (output, "  %s: %s\n", _ (field->label), new_line);
  else
    accord_output_printf (output, "  %s: %s → %s\n", _ (field->label), old_line, new_line);
  return TRUE;
}

static gboolean
write_entry (AccordOutput *output, const AccordHistoryEntry *entry, AccordNames *names, GError **error)
{
  guint64 in_before, in_after;
  g_autoptr (AccordRecord) before = make_side (entry->kind, entry->before, &in_before, error);
  g_autoptr (AccordRecord) after = NULL;
  g_autofree char *line = NULL;

  if (before == NULL)
    return FALSE;
  after = make_side (entry->kind, entry->after, &in_after, error);
  if (after == NULL)
    return FALSE;
  line = g_strdup_printf ("%s  %s  %s (%s)", entry->at, entry->who, operation_label (entry->operation),
                          entry->label);
  accord_output_heading (output, line);
  accord_output_write (output, "\n", 1);
  for (guint i = 0; i < entry->kind->n_fields; i++)
    if (((in_before | in_after) >> i & 1) && !accord_record_field_equal (before, after, i)
        && !write_values (output, before, after, i, names, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_side_json (AccordJson *json, const AccordKind *kind, const char *key, const char *values,
                 AccordNames *names, GError **error)
{
  guint64 fields;
  g_autoptr (AccordRecord) side = make_side (kind, values, &fields, error);

  if (side == NULL)
    return FALSE;
  accord_json_key (json, key);
  if (values == NULL)
    {
      accord_json_null (json);
      return TRUE;
    }
  accord_json_begin_object (json);
  if (!accord_json_fields (json, side, fields, names, error))
    return FALSE;
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
write_entry_json (AccordJson *json, const AccordHistoryEntry *entry, AccordNames *names, GError **error)
{
  accord_json_begin_object (json);
  accord_json_member_int (json, "change", entry->change);
  accord_json_member_string (json, "at", entry->at);
  accord_json_member_string (json, "who", entry->who);
  accord_json_member_string (json, "label", entry->label);
  accord_json_member_string (json, "operation", entry->operation);
  accord_json_member_string (json, "kind", entry->kind->name);
  accord_json_member_int (json, "id", entry->record);
  if (!write_side_json (json, entry->kind, "before", entry->before, names, error)
      || !write_side_json (json, entry->kind, "after", entry->after, names, error))
    return FALSE;
  accord_json_end_object (json);
  return TRUE;
}

static gint64
find_living_or_dead (AccordReader *reader, const AccordKind *kind, const char *word, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 id = accord_cli_record (reader, kind, word, &problem);

  if (id != 0)
    return id;
  id = accord_cli_deleted_record (reader, kind, word, NULL);
  if (id == 0)
    g_propagate_error (error, g_steal_pointer (&problem));
  return id;
}

static gpointer
read_history (AccordReader *reader, gpointer data, GError **error)
{
  Past *past = data;
  AccordRun *run = past->run;
  g_autoptr (AccordNames) names = accord_names_new (reader);
  g_autoptr (GPtrArray) entries = NULL;
  gint64 id = find_living_or_dead (reader, past->kind, run->arguments[1], error);
  AccordJson json;

  if (id == 0)
    return NULL;
  entries = accord_reader_history (reader, past->kind, id, error);
  if (entries == NULL)
    return NULL;
  accord_json_init (&json, run->output);
  if (run->options->json)
    accord_json_begin_array (&json);
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (run->options->json ? !write_entry_json (&json, entry, names, error)
                             : !write_entry (run->output, entry, names, error))
        return NULL;
    }
  if (run->options->json)
    accord_json_end_array (&json);
  return past;
}

/**
 * accord_command_history:
 * @run: the run
 * @error: return location for an error
 *
 * Tells who changed a record, when, and from what to what. Deleted records have a history too.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_history (AccordRun *run, GError **error)
{
  Past past = { run };

  past.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (past.kind == NULL)
    return ACCORD_EXIT_USAGE;
  accord_workspace_read (run->workspace, read_history, &past, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
