/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/readings.h"

#include "thread.h"

#include <string.h>

/* So many reading files are looked at for a key: those of years. */
#define MOST_LOOKED_AT 100

typedef struct
{
  char *path;
  gint64 modified;
} Found;

typedef struct
{
  AccordSchema *schema;
  guint most;
} Wanted;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->path);
  g_free (found);
}

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->schema);
  g_free (wanted);
}

void
accord_reading_file_free (AccordReadingFile *self)
{
  g_clear_pointer (&self->reading, accord_reading_free);
  g_free (self->path);
  g_free (self);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = *(const Found *const *) a, *second = *(const Found *const *) b;

  if (first->modified != second->modified)
    return first->modified > second->modified ? -1 : 1;
  return strcmp (first->path, second->path);
}

/* The files in the folder, the one that was worked on last first. */
static GPtrArray *
find_files (const char *folder, GCancellable *cancellable)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) walk =
      g_file_enumerate_children (place, "standard::name,standard::type,time::modified",
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  GFileInfo *info;
  GFile *child;

  while (walk != NULL && g_file_enumerator_iterate (walk, &info, &child, cancellable, NULL) && info != NULL)
    {
      Found *found;

      if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
          || !g_str_has_suffix (g_file_info_get_name (info), ".accord"))
        continue;
      found = g_new0 (Found, 1);
      found->path = g_file_get_path (child);
      found->modified = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
      g_ptr_array_add (files, found);
    }
  g_ptr_array_sort (files, compare_found);
  return files;
}

static gpointer
read_reading (AccordReader *reader, gpointer data, GError **error)
{
  return accord_reading_read (reader, error);
}

/**
 * accord_readings_read:
 * @folder: where reading files are
 * @schema: the kinds there are
 * @most: how many are wanted at most
 * @cancellable: (nullable): a #GCancellable
 *
 * For a thread other than the main one. A file that cannot be read is left out; opening it says why.
 *
 * Returns: (transfer full) (element-type AccordReadingFile): the readings that are there, the one that was
 *   worked on last first
 */
GPtrArray *
accord_readings_read (const char *folder, AccordSchema *schema, guint most, GCancellable *cancellable)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_reading_file_free);
  g_autoptr (GPtrArray) files = find_files (folder, cancellable);

  for (guint i = 0; i < files->len && readings->len < most; i++)
    {
      const Found *found = files->pdata[i];
      g_autoptr (AccordWorkspace) workspace =
          accord_workspace_open (found->path, schema, ACCORD_OPEN_READ_ONLY, cancellable, NULL);
      AccordReading *reading =
          workspace != NULL ? accord_workspace_read (workspace, read_reading, NULL, cancellable, NULL) : NULL;

      if (reading != NULL)
        {
          AccordReadingFile *file = g_new0 (AccordReadingFile, 1);

          file->path = g_strdup (found->path);
          file->reading = reading;
          g_ptr_array_add (readings, file);
        }
      if (workspace != NULL)
        accord_workspace_close (workspace);
    }
  return readings;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wanted *wanted = data;
  g_autofree char *folder = accord_reading_dup_folder ();

  g_task_return_pointer (task, accord_readings_read (folder, wanted->schema, wanted->most, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * accord_readings_read_async:
 * @schema: the kinds there are
 * @most: how many are wanted at most
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads which readings there are on this computer.
 */
void
accord_readings_read_async (AccordSchema *schema, guint most, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->schema = g_object_ref (schema);
  wanted->most = most;
  g_task_set_task_data (task, wanted, wanted_free);
  accord_thread_run (task, run);
}

/**
 * accord_readings_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordReadingFile): the readings; %NULL when they were not read
 */
GPtrArray *
accord_readings_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A key, and what a reading file knows of it. */
typedef struct
{
  const AccordPackParty *party;
  AccordPublicKey *key;
  AccordTrust trust;
  char *sentence;
  AccordPublicKey *known;
} Judged;

static gpointer
judge (AccordReader *reader, gpointer data, GError **error)
{
  Judged *judged = data;
  gint64 organisation = accord_trust_find_organisation (reader, judged->party, error);

  if (organisation == 0 || !accord_trust_judge (reader, organisation, judged->key, &judged->trust, error))
    return NULL;
  if (judged->trust != ACCORD_TRUST_TRUSTED && judged->trust != ACCORD_TRUST_CHANGED)
    return NULL;
  judged->sentence = accord_trust_dup_sentence (reader, organisation, judged->key, judged->trust);
  judged->known = accord_trust_get_key (reader, organisation, NULL);
  return judged;
}

/**
 * accord_readings_judge:
 * @folder: where reading files are
 * @schema: the kinds there are
 * @party: who is said to have signed
 * @key: who did
 * @trust: (out): what a reading file knows of the key
 * @sentence: (out): the same in words
 * @known: (out): the key that is trusted there
 * @cancellable: (nullable): a #GCancellable
 *
 * A reviewer needs no workspace: the keys that they trusted are in the files of what they read before. For a
 * thread other than the main one.
 *
 * Returns: whether any of them knows a key of @party
 */
gboolean
accord_readings_judge (const char *folder, AccordSchema *schema, const AccordPackParty *party,
                       AccordPublicKey *key, AccordTrust *trust, char **sentence, AccordPublicKey **known,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) files = find_files (folder, cancellable);
  Judged judged = { party, key, ACCORD_TRUST_NEW, NULL, NULL };
  gboolean found = FALSE;

  for (guint i = 0; i < MIN (files->len, MOST_LOOKED_AT) && !found; i++)
    {
      const Found *file = files->pdata[i];
      g_autoptr (AccordWorkspace) workspace =
          accord_workspace_open (file->path, schema, ACCORD_OPEN_READ_ONLY, cancellable, NULL);

      if (workspace == NULL)
        continue;
      found = accord_workspace_read (workspace, judge, &judged, cancellable, NULL) != NULL;
      accord_workspace_close (workspace);
    }
  *trust = judged.trust;
  *sentence = judged.sentence;
  *known = judged.known;
  return found;
}
