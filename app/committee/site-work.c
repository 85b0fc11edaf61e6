/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-work.h"

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (AccordSiteWork *self, GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (self->context, TRUE);
  return *result;
}

/**
 * accord_site_work_read:
 * @self: a workspace at work
 * @func: what asks, on a reading thread
 * @data: for @func
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * As accord_workspace_read(), on any thread.
 *
 * Returns: (transfer full): what @func answered
 */
gpointer
accord_site_work_read (AccordSiteWork *self, AccordReadFunc func, gpointer data, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (self->context == NULL)
    return accord_workspace_read (self->workspace, func, data, cancellable, error);
  accord_workspace_read_async (self->workspace, func, data, NULL, NULL, cancellable, on_done, &result);
  return accord_workspace_read_finish (self->workspace, wait_for_result (self, &result), error);
}

/**
 * accord_site_work_write:
 * @self: a workspace at work
 * @label: what the change is called
 * @func: what makes the change, on the writing thread
 * @data: for @func
 * @cancellable: (nullable): to give up; nothing is kept then
 * @error: return location for an error
 *
 * As accord_workspace_write(), on any thread: whoever listens to the workspace hears of the change where it
 * always does.
 *
 * Returns: (transfer full): what was changed
 */
AccordChange *
accord_site_work_write (AccordSiteWork *self, const char *label, AccordWriteFunc func, gpointer data,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (self->context == NULL)
    return accord_workspace_write (self->workspace, label, func, data, cancellable, error);
  accord_workspace_write_async (self->workspace, label, func, data, NULL, cancellable, on_done, &result);
  return accord_workspace_write_finish (self->workspace, wait_for_result (self, &result), error);
}
