/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "writer-private.h"

#include "record-json.h"

/* From how many records on a batch is journalled as one range, and its indexes are built at the end. */
#define BULK_FROM 1000
/* Indexes are dropped and built anew when at least this part of the table is new. */
#define LATE_SHARE 10
/* Bytes gathered before they are hashed: large enough that the call does not count. */
#define DIGEST_BUFFER (64 * 1024)
/* Room that FTS5 may use before it writes a segment, while a whole index is built. */
#define SEARCH_HASH_SIZE (64 * 1024 * 1024)
#define SEARCH_HASH_SIZE_USUAL (1024 * 1024)

void
accord_bulk_free (AccordBulk *self)
{
  g_checksum_free (self->digest);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

AccordBulk *
accord_writer_find_bulk (AccordWriter *self, const AccordKind *kind)
{
  for (guint i = 0; i < self->bulks->len; i++)
    {
      AccordBulk *bulk = g_ptr_array_index (self->bulks, i);

      if (bulk->kind == kind)
        return bulk;
    }
  return NULL;
}

static void
flush_digest (AccordBulk *self)
{
  g_checksum_update (self->digest, (const guchar *) self->buffer->str, self->buffer->len);
  g_string_truncate (self->buffer, 0);
}

/* Takes note of a record that was just added. Always %TRUE. */
gboolean
accord_bulk_note (AccordBulk *self, AccordRecord *record)
{
  gint64 id = accord_record_get_id (record);

  if (self->first == 0)
    self->first = id;
  g_assert (self->last == 0 || id == self->last + 1);
  self->last = id;
  accord_record_append_digest (record, self->buffer);
  if (self->buffer->len >= DIGEST_BUFFER)
    flush_digest (self);
  return TRUE;
}

static gboolean
run_derived (AccordWriter *self, const AccordKind *kind,
             GPtrArray *(*make) (AccordSchema *, const AccordKind *, AccordDerivedPart),
             AccordDerivedPart part, GError **error)
{
  g_autoptr (GPtrArray) statements = make (self->reader.schema, kind, part);

  return accord_connection_exec_all (self->reader.connection, statements, error);
}

static gboolean
set_hash_size (AccordWriter *self, const AccordKind *kind, gint64 size, GError **error)
{
  g_autofree char *sql = NULL;

  if (!accord_derived_has_search (kind))
    return TRUE;
  sql = g_strdup_printf (
      "INSERT INTO \"%s.search\" (\"%s.search\", rank) VALUES ('hashsize', %" G_GINT64_FORMAT ")", kind->name,
      kind->name, size);
  return accord_connection_exec (self->reader.connection, sql, error);
}

/* Drops the indexes of @kind until the change ends, if @expected is a good part of what the table will hold.
 */
gboolean
accord_writer_begin_late (AccordWriter *self, const AccordKind *kind, gint64 expected, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", kind->name);
  gint64 present = accord_connection_int (self->reader.connection, sql, 0);

  if (expected < BULK_FROM || expected * LATE_SHARE < present || g_hash_table_contains (self->late, kind))
    return TRUE;
  if (!run_derived (self, kind, accord_derived_drop_sql, ACCORD_DERIVED_INDEXES, error)
      || !run_derived (self, kind, accord_derived_drop_sql, ACCORD_DERIVED_SEARCH, error))
    return FALSE;
  g_hash_table_add (self->late, (gpointer) kind);
  return TRUE;
}

/**
 * accord_writer_begin_bulk:
 * @self: the open change
 * @kind: a kind
 * @expected: how many records of it will probably be added in this change
 * @error: return location for an error
 *
 * Says that many records of @kind are coming. From a thousand on, the journal keeps one line for all of them
 * with a digest of their values instead of a line each, and the indexes and the search index are built at the
 * end when that is cheaper. Until the change ends, records of @kind may be added but not found by search.
 *
 * Returns: %FALSE when the indexes cannot be set aside
 */
gboolean
accord_writer_begin_bulk (AccordWriter *self, const AccordKind *kind, gint64 expected, GError **error)
{
  AccordBulk *bulk;

  if (expected < BULK_FROM || accord_writer_find_bulk (self, kind) != NULL)
    return TRUE;
  if (!accord_writer_begin_late (self, kind, expected, error))
    return FALSE;
  bulk = g_new0 (AccordBulk, 1);
  bulk->kind = kind;
  bulk->digest = g_checksum_new (G_CHECKSUM_SHA256);
  bulk->buffer = g_string_sized_new (DIGEST_BUFFER + 4096);
  g_ptr_array_add (self->bulks, bulk);
  /* The line stands before any later one about the same records; what it covers is filled in at the end. */
  if (!accord_writer_journal (self, kind, 0, -1, "insert", NULL, NULL, error))
    return FALSE;
  bulk->entry = sqlite3_last_insert_rowid (accord_connection_get_db (self->reader.connection));
  return TRUE;
}

static gboolean
close_bulk (AccordWriter *self, AccordBulk *bulk, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  sqlite3_stmt *statement;

  flush_digest (bulk);
  if (bulk->first == 0)
    statement = accord_connection_prepare (connection, "DELETE FROM journal WHERE id = ?1", error);
  else
    statement = accord_connection_prepare (
        connection, "UPDATE journal SET record = ?2, last = ?3, digest = ?4 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, bulk->entry);
  if (bulk->first != 0)
    {
      sqlite3_bind_int64 (statement, 2, bulk->first);
      sqlite3_bind_int64 (statement, 3, bulk->last);
      sqlite3_bind_text (statement, 4, g_checksum_get_string (bulk->digest), -1, SQLITE_STATIC);
    }
  return accord_connection_run (connection, statement, error);
}

/* Closes the ranges and builds the indexes that were set aside. */
gboolean
accord_writer_end_bulks (AccordWriter *self, GError **error)
{
  GHashTableIter iter;
  gpointer kind;

  for (guint i = 0; i < self->bulks->len; i++)
    if (!close_bulk (self, g_ptr_array_index (self->bulks, i), error))
      return FALSE;
  /* A change in which the expected records never came is no change. */
  if (self->n_changes == 0)
    self->change = 0;

  g_hash_table_iter_init (&iter, self->late);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    if (!run_derived (self, kind, accord_derived_sql, ACCORD_DERIVED_INDEXES, error)
        || !run_derived (self, kind, accord_derived_sql, ACCORD_DERIVED_SEARCH, error)
        || !set_hash_size (self, kind, SEARCH_HASH_SIZE, error)
        || !run_derived (self, kind, accord_derived_fill_sql, ACCORD_DERIVED_SEARCH, error)
        || !set_hash_size (self, kind, SEARCH_HASH_SIZE_USUAL, error))
      return FALSE;
  g_hash_table_remove_all (self->late);
  return TRUE;
}

static gboolean
search_range (AccordWriter *self, const AccordKind *kind, gint64 first, gint64 last, gboolean deleted,
              GError **error)
{
  for (gint64 id = first; id <= last; id++)
    {
      g_autoptr (AccordRecord) record = accord_reader_get (&self->reader, kind, id, error);
      int code;

      if (record == NULL)
        return FALSE;
      code = accord_search_writer_update (self->search, deleted ? record : NULL, deleted ? NULL : record);
      if (code != SQLITE_OK)
        return accord_connection_fail (self->reader.connection, code, error);
    }
  return TRUE;
}

/* Deletes or restores all records of one import, as undoing and redoing it needs. */
gboolean
accord_writer_set_range_deleted (AccordWriter *self, const AccordKind *kind, gint64 first, gint64 last,
                                 gboolean deleted, GError **error)
{
  AccordConnection *connection = self->reader.connection;
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET deleted = ?3, modified = ?4 WHERE id BETWEEN ?1 AND ?2", kind->name);
  sqlite3_stmt *statement;

  if (!accord_writer_begin_late (self, kind, last - first + 1, error))
    return FALSE;
  if (deleted && !g_hash_table_contains (self->late, kind)
      && !search_range (self, kind, first, last, TRUE, error))
    return FALSE;
  statement = accord_connection_prepare (connection, sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  sqlite3_bind_text (statement, 3, deleted ? self->at : NULL, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, self->at, -1, SQLITE_STATIC);
  if (!accord_connection_run (connection, statement, error))
    return FALSE;
  if (!deleted && !g_hash_table_contains (self->late, kind)
      && !search_range (self, kind, first, last, FALSE, error))
    return FALSE;
  self->n_changes += last - first + 1;
  return accord_writer_journal (self, kind, first, last, deleted ? "delete" : "restore", NULL, NULL, error);
}
