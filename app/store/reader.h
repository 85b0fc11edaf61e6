/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include "query.h"
#include "schema.h"

G_BEGIN_DECLS

/**
 * AccordReader:
 *
 * A connection that only reads, lent to a function for the time of one call and on one thread. Everything
 * read through it in that call is of one moment.
 */
typedef struct _AccordReader AccordReader;

/**
 * AccordRows:
 *
 * The answer to a question in SQL, walked row by row.
 */
typedef struct _AccordRows AccordRows;

/**
 * AccordRecordFunc:
 * @record: the record at hand; the next step of the walk fills the same object again, so copy it to keep it
 * @data: the data given to accord_reader_walk()
 * @error: return location for an error
 *
 * Takes one record of a walk.
 *
 * Returns: %FALSE to end the walk, with @error set when that is a failure
 */
typedef gboolean (*AccordRecordFunc) (AccordRecord *record, gpointer data, GError **error);

AccordSchema *accord_reader_get_schema (AccordReader *self);
GCancellable *accord_reader_get_cancellable (AccordReader *self);

AccordRows *accord_reader_query (AccordReader *self, const char *sql, GError **error);
void accord_rows_free (AccordRows *self);
void accord_rows_bind_int (AccordRows *self, int parameter, gint64 value);
void accord_rows_bind_text (AccordRows *self, int parameter, const char *value);
gboolean accord_rows_next (AccordRows *self, GError **error);
gint64 accord_rows_int (AccordRows *self, int column);
const char *accord_rows_text (AccordRows *self, int column);
gboolean accord_rows_is_null (AccordRows *self, int column);

AccordRecord *accord_reader_get (AccordReader *self, const AccordKind *kind, gint64 id, GError **error);
gint64 accord_reader_find (AccordReader *self, const AccordKind *kind, const char *id_or_uid, GError **error);
gint64 accord_reader_resolve (AccordReader *self, const AccordKind *kind, const char *words, GError **error);
GPtrArray *accord_reader_list (AccordReader *self, AccordQuery *query, GError **error);
gboolean accord_reader_walk (AccordReader *self, AccordQuery *query, AccordRecordFunc func, gpointer data,
                             GError **error);
gint64 accord_reader_count (AccordReader *self, AccordQuery *query, GError **error);
char *accord_reader_dup_title (AccordReader *self, const AccordKind *kind, gint64 id, GError **error);
char *accord_reader_dup_setting (AccordReader *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRows, accord_rows_free)

G_END_DECLS
