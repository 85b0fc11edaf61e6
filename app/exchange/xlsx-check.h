/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean accord_xlsx_check_sheet (const char *path, guint sheet, guint64 n_rows, GError **error);

G_END_DECLS
