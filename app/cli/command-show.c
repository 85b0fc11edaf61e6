/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "json-record.h"
#include "lookup.h"
#include "record-lines.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
} Showing;

static gpointer
read_record (AccordReader *reader, gpointer data, GError **error)
{
  Showing *showing = data;
  AccordRun *run = showing->run;
  g_autoptr (AccordNames) names = accord_names_new (reader);
  g_autoptr (AccordRecord) record = NULL;
  gint64 id = accord_cli_record (reader, showing->kind, run->arguments[1], error);
  AccordJson json;

  if (id == 0)
    return NULL;
  record = accord_reader_get (reader, showing->kind, id, error);
  if (record == NULL)
    return NULL;
  if (!run->options->json)
    return accord_cli_write_record (run->output, record, names, error) ? showing : NULL;
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  if (!accord_json_record (&json, record, names, error))
    return NULL;
  accord_json_end_array (&json);
  return showing;
}

/**
 * accord_command_show:
 * @run: the run
 * @error: return location for an error
 *
 * Shows one record in full.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_show (AccordRun *run, GError **error)
{
  Showing showing = { run };

  showing.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (showing.kind == NULL)
    return ACCORD_EXIT_USAGE;
  accord_workspace_read (run->workspace, read_record, &showing, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
