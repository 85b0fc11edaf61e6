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

static guint64
apply_changes (AccordForm *self, AccordRecord *copy)
{
  const AccordKind *kind = accord_record_get_kind (copy);
  guint64 changed = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (self->record, copy, i))
      {
        g_auto (GValue) value = G_VALUE_INIT;

        g_object_get_property (G_OBJECT (copy), kind->fields[i].name, &value);
        g_object_set_property (G_OBJECT (self->record), kind->fields[i].name, &value);
        changed |= G_GUINT64_CONSTANT (1) << i;
      }
  return changed;
}

/**
 * accord_form_apply:
 * @self: a form for a record that is to be kept later
 * @changed: (out): a bit for each field that is now another
 *
 * Makes the record what the editors show; nothing is written. What cannot be is said beside its field. What
 * the record lacks that is not asked for here may still come.
 *
 * Returns: %FALSE when something in the form is not right, and the record stays as it was
 */
gboolean
accord_form_apply (AccordForm *self, guint64 *changed)
{
  g_autoptr (AccordRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ACCORD_IS_FORM (self), FALSE);

  copy = accord_record_copy (self->record);
  if (!accord_form_store_touched (self, copy))
    return FALSE;
  if (!accord_record_validate (copy, &error) && accord_form_can_show (self, error))
    {
      accord_form_show_refusal (self, error);
      return FALSE;
    }
  self->saving = TRUE;
  *changed = apply_changes (self, copy);
  self->saving = FALSE;
  return TRUE;
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
