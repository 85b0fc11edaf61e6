/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kinds.h"
#include "query-sql.h"

G_BEGIN_DECLS

/* A database in memory with the tests' kinds and their derived objects, and no workspace around it. */
typedef struct
{
  AccordSchema *schema;
  const AccordKind *kind;
  sqlite3 *db;
} SqlFixture;

void sql_set_up (SqlFixture *fixture, gconstpointer data);
void sql_tear_down (SqlFixture *fixture, gconstpointer data);
void sql_fill (SqlFixture *fixture, guint n_rows);
sqlite3_stmt *sql_prepare (SqlFixture *fixture, AccordSql *sql);
GArray *sql_read_ids (SqlFixture *fixture, AccordSql *sql);
char *sql_read_plan (SqlFixture *fixture, AccordSql *sql);
void sql_assert_same_ids (GArray *a, GArray *b);
GArray *sql_ids_of (SqlFixture *fixture, const char *sql);

G_END_DECLS
