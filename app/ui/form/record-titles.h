/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

GPtrArray *accord_record_titles (AccordReader *reader, const AccordKind *kind, const gint64 *ids, gsize n_ids,
                                 GError **error);
void accord_record_titles_read_async (AccordWorkspace *workspace, const AccordKind *kind, const gint64 *ids,
                                      gsize n_ids, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *accord_record_titles_read_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                             GError **error);

G_END_DECLS
