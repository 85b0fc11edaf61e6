/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * The other side of every ratio: SQLite itself, used as its manual says, on the same file or on one with the
 * same tables. Nothing of ours is between.
 */

/**
 * BenchFacts:
 * @count: payments
 * @pence: what they add up to
 * @hits: what a search finds in them
 *
 * What both sides must agree on, or they did not do the same work.
 */
typedef struct
{
  gint64 count;
  gint64 pence;
  gint64 hits;
} BenchFacts;

/**
 * BenchRows:
 *
 * The rows of a table, in memory.
 */
typedef struct _BenchRows BenchRows;

sqlite3 *bench_plain_open (const char *path);
GArray *bench_plain_ids (sqlite3 *db, const char *sql, const char *text);
gint64 bench_plain_rows (sqlite3 *db, const char *sql);
void bench_plain_edit (sqlite3 *db, gint64 id, gint64 pence);
BenchFacts bench_plain_facts (const char *path, const char *words);

BenchRows *bench_rows_load (const char *path, const char *table);
void bench_rows_free (BenchRows *self);
double bench_rows_insert (BenchRows *self, const char *path, int cache_kib);
double bench_rows_insert_all (GPtrArray *tables, const char *path);
gint64 bench_rows_count (BenchRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchRows, bench_rows_free)

G_END_DECLS
