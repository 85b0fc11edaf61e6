/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include <glib/gi18n-lib.h>

/* What is said of a page, on its way to the reading thread. */
typedef struct
{
  AccordCommitteePage *page;
  AccordPlanOptions options;
} Making;

typedef struct
{
  AccordCommitteePlan *plan;
  AccordPlanResult result;
} Keeping;

static void
making_free (gpointer data)
{
  Making *self = data;

  accord_committee_page_unref (self->page);
  g_free ((char *) self->options.file_name);
  g_free (self);
}

static gpointer
make_plan (AccordReader *reader, gpointer data, GError **error)
{
  Making *self = data;

  return accord_committee_plan_new_with (reader, self->page, &self->options, error);
}

static void
on_made (GObject *object, GAsyncResult *made, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AccordCommitteePlan *plan = accord_workspace_read_finish (ACCORD_WORKSPACE (object), made, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) accord_committee_plan_free);
}

/**
 * accord_committee_plan_make_with_async:
 * @workspace: a workspace
 * @page: what was read of a page
 * @options: (nullable): what a person said besides
 * @cancellable: (nullable): to stop
 * @callback: called when the plan is made
 * @user_data: data for @callback
 *
 * As accord_committee_plan_new_with(), on a reading thread. To be finished with
 * accord_committee_plan_make_finish().
 */
void
accord_committee_plan_make_with_async (AccordWorkspace *workspace, AccordCommitteePage *page,
                                       const AccordPlanOptions *options, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  g_task_set_source_tag (task, accord_committee_plan_make_async);
  making->page = accord_committee_page_ref (page);
  making->options.body = options != NULL ? options->body : ACCORD_UNKNOWN;
  making->options.file_name = options != NULL ? g_strdup (options->file_name) : NULL;
  accord_workspace_read_async (workspace, make_plan, making, making_free,
                               (GDestroyNotify) accord_committee_plan_free, cancellable, on_made, task);
}

/**
 * accord_committee_plan_make_async:
 * @workspace: a workspace
 * @page: what was read of a page
 * @cancellable: (nullable): to stop
 * @callback: called when the plan is made
 * @user_data: data for @callback
 *
 * As accord_committee_plan_new(), on a reading thread.
 */
void
accord_committee_plan_make_async (AccordWorkspace *workspace, AccordCommitteePage *page,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  accord_committee_plan_make_with_async (workspace, page, NULL, cancellable, callback, user_data);
}

/**
 * accord_committee_plan_make_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan
 */
AccordCommitteePlan *
accord_committee_plan_make_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_plan (AccordWriter *writer, gpointer data, GError **error)
{
  Keeping *self = data;

  return accord_committee_plan_write (self->plan, writer, &self->result, error);
}

static char *
dup_label (AccordCommitteePlan *plan)
{
  const AccordPlanRow *source = plan->rows->pdata[plan->source_row];
  g_autofree char *title = accord_record_dup_title (source->record);

  /* Translators: %s is the title of a committee page. */
  return g_strdup_printf (_ ("Read “%s”"), title);
}

/**
 * accord_committee_plan_keep:
 * @workspace: a workspace
 * @plan: a plan that was made in it
 * @result: (out): what was done
 * @cancellable: (nullable): to stop; nothing is kept then
 * @error: return location for an error
 *
 * Keeps what is taken of a plan as one change, which one undo takes back. Blocks.
 *
 * Returns: %FALSE with nothing kept, as accord_committee_plan_write()
 */
gboolean
accord_committee_plan_keep (AccordWorkspace *workspace, AccordCommitteePlan *plan, AccordPlanResult *result,
                            GCancellable *cancellable, GError **error)
{
  Keeping keeping = { plan };
  g_autofree char *label = dup_label (plan);
  g_autoptr (AccordChange) change =
      accord_workspace_write (workspace, label, write_plan, &keeping, cancellable, error);

  if (change == NULL)
    return FALSE;
  *result = keeping.result;
  result->change = accord_change_get_id (change);
  return TRUE;
}

static void
on_kept (GObject *object, GAsyncResult *written, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write_finish (ACCORD_WORKSPACE (object), written, &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  keeping->result.change = accord_change_get_id (change);
  g_task_return_boolean (task, TRUE);
}

/**
 * accord_committee_plan_keep_async:
 * @workspace: a workspace
 * @plan: a plan that was made in it; it must live, and not be touched, until the callback
 * @cancellable: (nullable): to stop; nothing is kept then
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * As accord_committee_plan_keep(), without blocking.
 */
void
accord_committee_plan_keep_async (AccordWorkspace *workspace, AccordCommitteePlan *plan,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);
  g_autofree char *label = dup_label (plan);

  g_task_set_source_tag (task, accord_committee_plan_keep_async);
  keeping->plan = plan;
  g_task_set_task_data (task, keeping, g_free);
  accord_workspace_write_async (workspace, label, write_plan, keeping, NULL, cancellable, on_kept, task);
}

/**
 * accord_committee_plan_keep_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @kept: (out): what was done
 * @error: return location for an error
 *
 * Returns: %FALSE with nothing kept, as accord_committee_plan_write()
 */
gboolean
accord_committee_plan_keep_finish (AccordWorkspace *workspace, GAsyncResult *result, AccordPlanResult *kept,
                                   GError **error)
{
  const Keeping *keeping;

  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  keeping = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *kept = keeping->result;
  return TRUE;
}
