/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include "query.h"
#include "schema.h"

G_BEGIN_DECLS

/*
 * Queries as SQL. A kind's table has its name, a field's column accord_field_column(); every name stands in
 * double quotes and every value is bound. A list of references is kept as a JSON array of identifiers, or
 * NULL when empty.
 */

/**
 * AccordSql:
 *
 * A statement and the values of its parameters, in order.
 */
typedef struct _AccordSql AccordSql;

AccordSql *accord_sql_ordered_ids (AccordSchema *schema, AccordQuery *query);
AccordSql *accord_sql_ids (AccordSchema *schema, AccordQuery *query);
AccordSql *accord_sql_count (AccordSchema *schema, AccordQuery *query);
AccordSql *accord_sql_total (AccordSchema *schema, AccordQuery *query, int field);
AccordSql *accord_sql_total_ids (const AccordKind *kind, int field, const gint64 *ids, gsize n_ids);
AccordSql *accord_sql_rows (AccordSchema *schema, AccordQuery *query, gint64 limit);
AccordSql *accord_sql_page (AccordSchema *schema, const AccordKind *kind, const gint64 *ids, gsize n_ids);
AccordSql *accord_sql_sort_ids (AccordSchema *schema, AccordQuery *query, const gint64 *ids, gsize n_ids);
AccordSql *accord_sql_groups (AccordSchema *schema, AccordQuery *query);
AccordSql *accord_sql_group_ids (AccordSchema *schema, AccordQuery *query);
void accord_sql_free (AccordSql *self);

const char *accord_sql_get_text (AccordSql *self);
int accord_sql_bind (AccordSql *self, sqlite3_stmt *statement);

gboolean accord_sql_is_bare (AccordQuery *query);
gboolean accord_sql_is_grouped (AccordQuery *query);
gboolean accord_sql_has_index (AccordQuery *query);
gboolean accord_sql_is_indexed (const AccordField *field);
gboolean accord_sql_is_looked_up (const AccordField *field);
gboolean accord_sql_is_searched (const AccordField *field);
gboolean accord_sql_is_reference (const AccordField *field);
const char *accord_sql_collation (const AccordField *field);
char *accord_sql_dup_column (const char *alias, const AccordField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSql, accord_sql_free)

G_END_DECLS
