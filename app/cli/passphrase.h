/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first line of a file, or of standard input where @path is "-". Secret: give it to accord_secret_free().
 */
char *accord_cli_read_passphrase (const char *path, GError **error);

G_END_DECLS
