/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

void accord_workspace_add_up_async (AccordWorkspace *self, AccordReadFunc func, gpointer data,
                                    GDestroyNotify destroy, GDestroyNotify free_answer,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

G_END_DECLS
