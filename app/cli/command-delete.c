/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "lookup.h"
#include "tell.h"

typedef struct
{
  AccordRun *run;
  const AccordKind *kind;
  GArray *ids;
  gboolean restore;
} Removal;

static void
set_label (Removal *removal, AccordWriter *writer, const char *title)
{
  guint n = removal->ids->len;
  g_autofree char *label = NULL;

  if (n == 1)
    label = g_strdup_printf (removal->restore ? _ ("Restore “%s”") : _ ("Delete “%s”"), title);
  else if (removal->restore)
    label = g_strdup_printf (ngettext ("Restore %u record", "Restore %u records", n), n);
  else
    label = g_strdup_printf (ngettext ("Delete %u record", "Delete %u records", n), n);
  accord_writer_set_label (writer, label);
}

static gboolean
already_named (Removal *removal, gint64 id)
{
  for (guint i = 0; i < removal->ids->len; i++)
    if (g_array_index (removal->ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
change_one (Removal *removal, AccordWriter *writer, gint64 id, GError **error)
{
  if (removal->restore)
    return accord_writer_restore (writer, removal->kind, id, error);
  return accord_writer_delete (writer, removal->kind, id, error);
}

static gboolean
change_all (AccordWriter *writer, gpointer data, GError **error)
{
  Removal *removal = data;
  AccordRun *run = removal->run;
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autofree char *title = NULL;

  for (guint i = 1; i < run->n_arguments; i++)
    {
      gint64 id = removal->restore
                      ? accord_cli_deleted_record (reader, removal->kind, run->arguments[i], error)
                      : accord_cli_record (reader, removal->kind, run->arguments[i], error);

      if (id == 0)
        return FALSE;
      if (!already_named (removal, id))
        g_array_append_val (removal->ids, id);
    }
  title = accord_reader_dup_title (reader, removal->kind, g_array_index (removal->ids, gint64, 0), error);
  if (title == NULL)
    return FALSE;
  for (guint i = 0; i < removal->ids->len; i++)
    if (!change_one (removal, writer, g_array_index (removal->ids, gint64, i), error))
      return FALSE;
  set_label (removal, writer, title);
  return TRUE;
}

static AccordExit
run_removal (AccordRun *run, gboolean restore, GError **error)
{
  Removal removal = { run };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AccordChange) change = NULL;

  removal.kind = accord_cli_kind (run->schema, run->arguments[0], error);
  if (removal.kind == NULL)
    return ACCORD_EXIT_USAGE;
  removal.ids = ids;
  removal.restore = restore;
  change = accord_workspace_write (run->workspace, restore ? _ ("Restore") : _ ("Delete"), change_all,
                                   &removal, run->cancellable, error);
  if (change != NULL)
    accord_cli_tell_records (run, removal.kind, ids, restore ? _ ("Restored") : _ ("Deleted"), error);
  return ACCORD_EXIT_DONE;
}

/**
 * accord_command_delete:
 * @run: the run
 * @error: return location for an error
 *
 * Deletes records, all of those named or none.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_delete (AccordRun *run, GError **error)
{
  return run_removal (run, FALSE, error);
}

/**
 * accord_command_restore:
 * @run: the run
 * @error: return location for an error
 *
 * Brings deleted records back, all of those named or none.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_restore (AccordRun *run, GError **error)
{
  return run_removal (run, TRUE, error);
}
