/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *accord_document_cache_place (const char *file_name, GError **error);
void accord_document_cache_clear (void);

G_END_DECLS
