/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordAssignment:
 * @field: index of a field
 * @pence: whether the value is a sum in whole pence
 * @value: the value as written
 *
 * A `FIELD=VALUE` of the command line, its field known and its value not yet read.
 */
typedef struct
{
  guint field;
  gboolean pence;
  char *value;
} AccordAssignment;

GArray *accord_assignments_parse (const AccordKind *kind, char **words, guint n_words, GError **error);
gboolean accord_assignments_apply (GArray *assignments, AccordRecord *record, AccordReader *reader,
                                   GError **error);
gboolean accord_cli_read_pence (const char *text, gint64 *pence);

G_END_DECLS
