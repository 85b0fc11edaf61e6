/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The secret keys in a file as age-keygen writes it, %NULL-terminated; %NULL without @error where the file is
 * sealed, as that of a person's own key is. */
GPtrArray *accord_cli_read_identities (const char *path, GError **error);

G_END_DECLS
