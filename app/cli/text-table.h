/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "output.h"

G_BEGIN_DECLS

/**
 * AccordTable:
 *
 * Rows of text in columns, for people to read. The widths come from the first few hundred rows; the rest is
 * written as it comes, so that a table of any length takes the same memory.
 */
typedef struct _AccordTable AccordTable;

AccordTable *accord_table_new (AccordOutput *output);
void accord_table_free (AccordTable *self);
void accord_table_add_column (AccordTable *self, const char *heading, gboolean number);
void accord_table_add_cell (AccordTable *self, const char *text);
void accord_table_finish (AccordTable *self);

guint accord_terminal_width (const char *text);
char *accord_terminal_clip (const char *text, guint width);
char *accord_terminal_line (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTable, accord_table_free)

G_END_DECLS
