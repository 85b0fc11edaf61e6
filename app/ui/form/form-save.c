/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-private.h"

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AccordForm *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save_finish (ACCORD_WORKSPACE (source), result, &error);

  self->saving = FALSE;
  if (change == NULL)
    {
      if (self->record != NULL)
        {
          accord_form_show_refusal (self, error);
          accord_form_focus_fault (self);
        }
      g_task_return_error (task, error);
      return;
    }
  g_task_return_int (task, accord_record_get_id (g_task_get_task_data (task)));
}

/**
 * accord_form_save_async:
 * @self: a form
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Writes the fields that a person touched and no others. What is refused is said in the form.
 */
void
accord_form_save_async (AccordForm *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (AccordRecord) copy = NULL;
  GError *error = NULL;

  g_return_if_fail (ACCORD_IS_FORM (self));
  g_return_if_fail (!self->saving);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, accord_form_save_async);
  copy = accord_form_make_copy (self, &error);
  if (copy == NULL)
    {
      accord_form_focus_fault (self);
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_object_ref (copy), g_object_unref);
  self->saving = TRUE;
  accord_workspace_save_async (self->workspace, copy, cancellable, on_saved, g_steal_pointer (&task));
}

/**
 * accord_form_save_finish:
 * @self: a form
 * @result: the result given to the callback
 * @id: (out) (optional): the record's identifier
 * @error: return location for an error
 *
 * Returns: whether the record was saved
 */
gboolean
accord_form_save_finish (AccordForm *self, GAsyncResult *result, gint64 *id, GError **error)
{
  gssize saved;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saved = g_task_propagate_int (G_TASK (result), error);
  if (saved < 0)
    return FALSE;
  if (id != NULL)
    *id = saved;
  return TRUE;
}
