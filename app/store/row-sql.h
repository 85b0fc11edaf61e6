/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include "schema.h"

G_BEGIN_DECLS

char *accord_row_columns (AccordSchema *schema, const AccordKind *kind, const char *alias);
char *accord_row_reference_title (AccordSchema *schema, const AccordField *field, const char *alias);
void accord_row_read (sqlite3_stmt *statement, AccordRecord *record);
int accord_row_bind (sqlite3_stmt *statement, int parameter, AccordRecord *record, guint index);

G_END_DECLS
