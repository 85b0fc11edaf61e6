/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "attach.h"
#include "lookup.h"
#include "progress.h"
#include "tell.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  const char *words;
  gint64 id;
} Wanted;

static gpointer
find_record (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;

  wanted->id = accord_reader_resolve (reader, wanted->kind, wanted->words, error);
  return wanted->id > 0 ? wanted : NULL;
}

/* What a document may belong to: the kinds that it has a reference to. */
static AccordRecord *
make_preset (AccordRun *run, GError **error)
{
  const AccordKind *document = accord_schema_find_kind (run->schema, "document");
  g_autofree char *word = accord_options_text (run->arguments[0], error);
  g_autofree char *words = word != NULL ? accord_options_text (run->arguments[1], error) : NULL;
  Wanted wanted = { run, NULL, words, 0 };
  AccordRecord *preset;
  int field;

  if (words == NULL)
    return NULL;
  wanted.kind = accord_cli_kind (run->schema, word, error);
  if (wanted.kind == NULL)
    return NULL;
  field = accord_kind_find_field (document, wanted.kind->name);
  if (field < 0 || document->fields[field].type != ACCORD_FIELD_REFERENCE)
    {
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                   _ ("Nothing can be attached to records of kind %s."), wanted.kind->name);
      return NULL;
    }
  if (accord_workspace_read (run->workspace, find_record, &wanted, run->cancellable, error) == NULL)
    return NULL;
  preset = accord_record_new (document);
  accord_record_put_int (preset, field, wanted.id);
  return preset;
}

/**
 * accord_command_attach:
 * @run: the run
 * @error: return location for an error
 *
 * Takes files into the workspace as documents, each as one change.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_attach (AccordRun *run, GError **error)
{
  g_autoptr (AccordRecord) preset = make_preset (run, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AccordProgress progress;

  if (preset == NULL)
    return ACCORD_EXIT_USAGE;
  accord_progress_init (&progress, _ ("Attaching"));
  for (guint i = 2; i < run->n_arguments; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (run->arguments[i]);
      gint64 id = accord_attach (run->workspace, file, preset, accord_progress_show, &progress,
                                 run->cancellable, error);

      accord_progress_end (&progress);
      if (id == 0)
        break;
      g_array_append_val (ids, id);
    }
  if (ids->len > 0)
    accord_cli_tell_records (run, accord_record_get_kind (preset), ids, _ ("Attached"),
                             *error != NULL ? NULL : error);
  return ACCORD_EXIT_DONE;
}

static gpointer
find_digest (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (AccordRecord) document = NULL;

  if (find_record (reader, data, error) == NULL)
    return NULL;
  document = accord_reader_get (reader, wanted->kind, wanted->id, error);
  return document != NULL ? g_strdup (accord_record_get_text (document, "digest")) : NULL;
}

/**
 * accord_command_extract:
 * @run: the run
 * @error: return location for an error
 *
 * Writes the file of a document, byte for byte.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_extract (AccordRun *run, GError **error)
{
  g_autofree char *words = accord_options_text (run->arguments[0], error);
  Wanted wanted = { run, accord_schema_find_kind (run->schema, "document"), words, 0 };
  g_autoptr (GFile) file = NULL;
  g_autofree char *digest = NULL;
  AccordProgress progress;

  if (words == NULL)
    return ACCORD_EXIT_USAGE;
  digest = accord_workspace_read (run->workspace, find_digest, &wanted, run->cancellable, error);
  if (digest == NULL)
    return ACCORD_EXIT_REJECTED;
  file = g_file_new_for_commandline_arg (run->arguments[1]);
  accord_progress_init (&progress, _ ("Extracting"));
  accord_extract (run->workspace, digest, file, ACCORD_EXTRACT_NEW, accord_progress_show, &progress,
                  run->cancellable, error);
  accord_progress_end (&progress);
  return ACCORD_EXIT_DONE;
}
