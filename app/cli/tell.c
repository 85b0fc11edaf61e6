/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tell.h"

#include <glib/gi18n-lib.h>

#include "json-record.h"
#include "record-lines.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  GArray *ids;
  const char *verb;
} Telling;

static gboolean
tell_one (Telling *telling, AccordRecord *record, AccordNames *names, GError **error)
{
  g_autofree char *heading = accord_cli_dup_heading (record);
  g_autofree char *title = accord_cli_dup_value (record, telling->kind->title_field, names, error);
  g_autofree char *line = NULL;

  if (title == NULL)
    return FALSE;
  line = accord_terminal_line (title);
  accord_output_printf (telling->run->output, "%s %s: %s\n", telling->verb, heading, line);
  return TRUE;
}

static gpointer
read_records (AccordReader *reader, gpointer data, GError **error)
{
  Telling *telling = data;
  g_autoptr (AccordNames) names = accord_names_new (reader);
  gboolean as_json = telling->run->options->json;
  AccordJson json;

  accord_json_init (&json, telling->run->output);
  if (as_json)
    accord_json_begin_array (&json);
  for (guint i = 0; i < telling->ids->len; i++)
    {
      gint64 id = g_array_index (telling->ids, gint64, i);
      g_autoptr (AccordRecord) record = accord_reader_get (reader, telling->kind, id, error);

      if (record == NULL)
        return NULL;
      if (as_json ? !accord_json_record (&json, record, names, error)
                  : !tell_one (telling, record, names, error))
        return NULL;
    }
  if (as_json)
    accord_json_end_array (&json);
  return telling;
}

/**
 * accord_cli_tell_records:
 * @run: a run that has just changed records
 * @kind: their kind
 * @ids: (element-type gint64): their numbers
 * @verb: what was done to them ("Added"), for people
 * @error: return location for an error
 *
 * Says what has become of records: in full as JSON, else one line each.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_cli_tell_records (AccordRun *run, const AccordKind *kind, GArray *ids, const char *verb,
                         GError **error)
{
  Telling telling = { run, kind, ids, verb };

  return accord_workspace_read (run->workspace, read_records, &telling, NULL, error) != NULL;
}

/**
 * accord_cli_tell_change:
 * @run: a run that has just made a change
 * @change: the change
 *
 * Says which change was made.
 */
void
accord_cli_tell_change (AccordRun *run, AccordChange *change)
{
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, "%s\n", accord_change_get_label (change));
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "change", accord_change_get_id (change));
  accord_json_member_string (&json, "label", accord_change_get_label (change));
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}
