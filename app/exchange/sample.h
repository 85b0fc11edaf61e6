/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

gboolean accord_sample_load (AccordWorkspace *workspace, GCancellable *cancellable, GError **error);
void accord_sample_load_async (AccordWorkspace *workspace, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean accord_sample_load_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
