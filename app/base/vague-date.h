/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean accord_vague_date_parse (const char *words, char from[ACCORD_DATE_ISO_SIZE],
                                  char until[ACCORD_DATE_ISO_SIZE]);

gboolean accord_vague_date_has_end (const char *words);

G_END_DECLS
