/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include "facts.h"
#include "accord-sample-resources.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/io/github/accord_desktop/Accord/sample/"

static gboolean
add_files (AccordFacts *facts, GError **error)
{
  GResource *resource = accord_sample_get_resource ();
  g_auto (GStrv) names =
      g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) text = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (text == NULL || !accord_facts_add (facts, names[i], text, error))
        return FALSE;
    }
  return names != NULL;
}

/* On the writing thread, so that reading the files holds up nobody either. */
static gboolean
write_sample (AccordWriter *writer, gpointer data, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordFacts) facts = accord_facts_new (accord_reader_get_schema (reader));

  return add_files (facts, error) && accord_facts_write (facts, writer, error);
}

/**
 * accord_sample_load:
 * @workspace: a workspace
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Adds the sample to @workspace as one change: what five public documents say about joining up health and
 * care in Bury, Stockport, Chorley and Oldham, and nothing else; each record with its source and the words
 * that say so. Blocks.
 *
 * Returns: %FALSE when it cannot be written, or is there already (%ACCORD_EXCHANGE_ERROR_AGAIN)
 */
gboolean
accord_sample_load (AccordWorkspace *workspace, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordChange) change = NULL;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), FALSE);

  change = accord_workspace_write (workspace, _ ("Load the sample"), write_sample, NULL, cancellable, error);
  return change != NULL;
}

/**
 * accord_sample_load_async:
 * @workspace: a workspace
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop when it is done
 * @user_data: data for @callback
 *
 * Does as accord_sample_load() without blocking.
 */
void
accord_sample_load_async (AccordWorkspace *workspace, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ACCORD_IS_WORKSPACE (workspace));

  accord_workspace_write_async (workspace, _ ("Load the sample"), write_sample, NULL, NULL, cancellable,
                                callback, user_data);
}

/**
 * accord_sample_load_finish:
 * @workspace: the workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: as accord_sample_load()
 */
gboolean
accord_sample_load_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_autoptr (AccordChange) change = accord_workspace_write_finish (workspace, result, error);

  return change != NULL;
}
