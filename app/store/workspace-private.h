/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/*
 * Two threads read: one answers for pages of rows, latest wish first, and one walks whole orders, one after
 * the other, so that a page never waits behind a sort of a million rows. @func runs on that thread inside a
 * read transaction; @callback runs on the main loop. Finish with accord_workspace_read_finish().
 */
void accord_workspace_run_page_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                      GDestroyNotify destroy, GDestroyNotify free_answer,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
void accord_workspace_run_order_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                       GDestroyNotify destroy, GDestroyNotify free_answer,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);

G_END_DECLS
