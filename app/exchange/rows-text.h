/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* Rows as a spreadsheet takes them from the clipboard and gives them back: cells parted by tabs. */

void accord_rows_text_add_heading (GString *text, const AccordKind *kind, const guint *fields,
                                   guint n_fields);
void accord_rows_text_add_record (GString *text, AccordRecord *record, const guint *fields, guint n_fields);
int accord_rows_text_find_field (const AccordKind *kind, const char *heading);

G_END_DECLS
