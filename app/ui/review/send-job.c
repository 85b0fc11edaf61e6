/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-job.h"

#include "keys/key-words.h"
#include "thread.h"

#include "today.h"

/* A job on its thread, with what it is done with. */
typedef struct
{
  AccordSendJob *job;
  AccordWorkspace *workspace;
  AccordKeyPair *signer;
  GFile *file;
  AccordTask *work;
} Run;

void
accord_send_job_free (AccordSendJob *self)
{
  g_clear_pointer (&self->organisations, g_array_unref);
  g_clear_pointer (&self->documents, g_array_unref);
  g_free (self->due);
  g_free (self->note);
  g_free (self->person);
  accord_passphrase_free (self->passphrase);
  g_free (self);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  accord_send_job_free (run->job);
  g_object_unref (run->workspace);
  accord_key_pair_unref (run->signer);
  g_object_unref (run->file);
  g_object_unref (run->work);
  g_free (run);
}

/* Documents that are named make no difference between “none” and “all” where there is none to name. */
static const gint64 nothing[1] = { 0 };

static void
run_send (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  const AccordSendJob *job = run->job;
  const AccordPackSeal seal = { NULL,
                                job->protection == ACCORD_PROTECTION_PASSPHRASE ? job->passphrase : NULL };
  g_autofree char *today = accord_today_dup ();
  const AccordSend send = {
    .business_case = job->business_case,
    .organisations = (const gint64 *) job->organisations->data,
    .n_organisations = job->organisations->len,
    .due = job->due,
    .note = job->note,
    .from = job->from != ACCORD_UNKNOWN ? job->from : 0,
    .person = job->person,
    .documents = job->documents->len > 0 ? (const gint64 *) job->documents->data : nothing,
    .n_documents = job->documents->len,
    .with_comments = job->with_comments,
    .signer = run->signer,
    .seal = seal.passphrase != NULL ? &seal : NULL,
    .seal_to_trusted = job->protection == ACCORD_PROTECTION_KEYS,
    .file = run->file,
    /* The file dialog has asked. */
    .replace = TRUE,
    .today = today,
  };
  gint64 version;
  GError *error = NULL;
  g_autoptr (AccordChange) change = accord_review_send (run->workspace, &send, accord_task_report, run->work,
                                                        &version, cancellable, &error);

  if (change != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * accord_send_job_run_async:
 * @self: (transfer full): what is to be sent
 * @workspace: where the case is
 * @signer: whose key signs
 * @file: where the pack goes; one that is there is replaced
 * @work: the work that this is, whose progress is told
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes the pack, and keeps the version and who was asked, on a thread.
 */
void
accord_send_job_run_async (AccordSendJob *self, AccordWorkspace *workspace, AccordKeyPair *signer,
                           GFile *file, AccordTask *work, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, accord_task_get_cancellable (work), callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->job = self;
  run->workspace = g_object_ref (workspace);
  run->signer = accord_key_pair_ref (signer);
  run->file = g_object_ref (file);
  run->work = g_object_ref (work);
  g_task_set_task_data (task, run, run_free);
  accord_thread_run (task, run_send);
}

/**
 * accord_send_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether there are a pack and a version now; else there is neither
 */
gboolean
accord_send_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
