/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query-sql.h"

G_BEGIN_DECLS

struct _AccordSql
{
  GString *text;
  GArray *values;
};

AccordSql *accord_sql_new (void);
void accord_sql_add_number (AccordSql *self, gint64 number);
void accord_sql_add_text (AccordSql *self, const char *text);
gboolean accord_sql_has_search (AccordQuery *query);
gboolean accord_sql_append_from (AccordSql *self, AccordQuery *query, int order);

G_END_DECLS
