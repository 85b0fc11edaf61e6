/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/pack-open.h"

#include "keys/key-words.h"
#include "thread.h"

/* A pack that is being read, on a thread of its own. */
typedef struct
{
  GFile *file;
  AccordWorkspace *workspace;
  AccordSchema *schema;
  AccordKeyPair *own;
  char *passphrase;
  AccordTask *work;
} Job;

void
accord_pack_opened_free (AccordPackOpened *self)
{
  g_clear_pointer (&self->pack, accord_pack_unref);
  g_clear_pointer (&self->facts, accord_pack_facts_free);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_object (&job->workspace);
  g_clear_object (&job->schema);
  g_clear_pointer (&job->own, accord_key_pair_unref);
  accord_passphrase_free (job->passphrase);
  g_object_unref (job->work);
  g_free (job);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  AccordAgeLock lock = ACCORD_AGE_OPEN;
  GError *error = NULL;

  if (accord_pack_look (job->file, &lock, cancellable, &error))
    g_task_return_int (task, (gssize) lock);
  else
    g_task_return_error (task, error);
}

static void
open_pack (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  char *identity = job->own != NULL ? accord_key_pair_dup_identity (job->own) : NULL;
  const char *const identities[] = { identity, NULL };
  const AccordPackKeys keys = { identity != NULL ? identities : NULL, job->passphrase };
  g_autoptr (AccordPackOpened) opened = g_new0 (AccordPackOpened, 1);
  GError *error = NULL;

  opened->pack = accord_pack_read (job->file, &keys, accord_task_report, job->work, cancellable, &error);
  if (identity != NULL)
    accord_secret_free (identity);
  if (opened->pack != NULL)
    {
      opened->lock = accord_pack_get_lock (opened->pack);
      opened->facts = accord_pack_facts_read (opened->pack, job->workspace, job->schema,
                                              job->own != NULL ? accord_key_pair_get_public (job->own) : NULL,
                                              cancellable, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) accord_pack_opened_free);
}

/**
 * accord_pack_look_async:
 * @file: a file
 * @work: the work that this is part of
 * @callback: called when it was looked at
 * @user_data: for @callback
 *
 * Looks how a file is sealed, by its first bytes.
 */
void
accord_pack_look_async (GFile *file, AccordTask *work, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, accord_task_get_cancellable (work), callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->work = g_object_ref (work);
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, look);
}

/**
 * accord_pack_look_finish:
 * @result: what the callback was given
 * @lock: (out): how it is sealed
 * @error: return location for an error
 *
 * Returns: whether it is a pack at all
 */
gboolean
accord_pack_look_finish (GAsyncResult *result, AccordAgeLock *lock, GError **error)
{
  GError *local = NULL;
  gssize found = g_task_propagate_int (G_TASK (result), &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  *lock = (AccordAgeLock) found;
  return TRUE;
}

/**
 * accord_pack_open_async:
 * @opening: what it is opened with
 * @work: the work that this is part of, whose progress is told
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads a pack whole, and what there is to know of it where it is opened.
 */
void
accord_pack_open_async (const AccordPackOpening *opening, AccordTask *work, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, accord_task_get_cancellable (work), callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (opening->file);
  job->workspace = opening->workspace != NULL ? g_object_ref (opening->workspace) : NULL;
  job->schema = g_object_ref (opening->schema);
  job->own = opening->own != NULL ? accord_key_pair_ref (opening->own) : NULL;
  job->passphrase = g_strdup (opening->passphrase);
  job->work = g_object_ref (work);
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, open_pack);
}

/**
 * accord_pack_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the pack and what there is to know of it; %NULL on failure
 */
AccordPackOpened *
accord_pack_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
