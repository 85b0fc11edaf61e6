/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No text of a pack goes deeper, or holds more. */
#define ACCORD_JSON_GUARD_DEPTH 64
#define ACCORD_JSON_GUARD_VALUES 2000000
#define ACCORD_JSON_GUARD_CONTAINERS 300000

/* Whether a text that somebody else wrote may be given to a parser: JSON by the letter (RFC 8259), in UTF-8,
 * within bounds, and no name twice in an object. %FALSE with %ACCORD_PACK_ERROR_FORMAT or
 * %ACCORD_PACK_ERROR_TOO_LARGE; @what says which text it is. */
gboolean accord_json_guard (const char *text, gsize length, const char *what, GError **error);

G_END_DECLS
