/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void accord_page_sniff_async (GPtrArray *files, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *accord_page_sniff_finish (GAsyncResult *result, GPtrArray **others, GError **error);

G_END_DECLS
