/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

const AccordKind *accord_cli_kind (AccordSchema *schema, const char *word, GError **error);
int accord_cli_field (const AccordKind *kind, const char *word, gboolean *pence, GError **error);
gint64 accord_cli_record (AccordReader *reader, const AccordKind *kind, const char *word, GError **error);
gint64 accord_cli_deleted_record (AccordReader *reader, const AccordKind *kind, const char *word,
                                  GError **error);
char *accord_cli_dup_today (const char *text, GError **error);

G_END_DECLS
