/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "derived.h"

#include "query-sql.h"

typedef struct
{
  sqlite3_stmt *insert;
  sqlite3_stmt *remove;
} Statements;

struct _AccordSearchWriter
{
  sqlite3 *db;
  GHashTable *statements;
};

static void
statements_free (Statements *self)
{
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->remove);
  g_free (self);
}

static sqlite3_stmt *
prepare (AccordSearchWriter *self, const AccordKind *kind, gboolean removing, int *code)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  guint n_columns = 0;

  g_string_append_printf (sql, "INSERT INTO \"%s.search\" (", kind->name);
  if (removing)
    g_string_append_printf (sql, "\"%s.search\", ", kind->name);
  g_string_append (sql, "rowid");
  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      {
        g_autofree char *column = accord_sql_dup_column (NULL, &kind->fields[i]);

        g_string_append_printf (sql, ", %s", column);
        n_columns++;
      }
  g_string_append (sql, removing ? ") VALUES ('delete', ?" : ") VALUES (?");
  while (n_columns-- > 0)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  *code = sqlite3_prepare_v3 (self->db, sql->str, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  return statement;
}

static Statements *
ensure_statements (AccordSearchWriter *self, const AccordKind *kind, int *code)
{
  Statements *statements = g_hash_table_lookup (self->statements, kind);

  *code = SQLITE_OK;
  if (statements != NULL)
    return statements;

  statements = g_new0 (Statements, 1);
  statements->insert = prepare (self, kind, FALSE, code);
  if (*code == SQLITE_OK)
    statements->remove = prepare (self, kind, TRUE, code);
  if (*code != SQLITE_OK)
    {
      statements_free (statements);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) kind, statements);
  return statements;
}

static int
run (sqlite3_stmt *statement, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int parameter = 1;
  int code;

  sqlite3_bind_int64 (statement, parameter++, accord_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]))
      sqlite3_bind_text (statement, parameter++, accord_record_peek_text (record, i), -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static gboolean
same_words (AccordRecord *before, AccordRecord *after)
{
  const AccordKind *kind = accord_record_get_kind (before);

  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_sql_is_searched (&kind->fields[i]) && !accord_record_field_equal (before, after, i))
      return FALSE;
  return TRUE;
}

/**
 * accord_search_writer_new:
 * @db: a writing connection
 *
 * Returns: (transfer full): a keeper of the full-text indexes of @db
 */
AccordSearchWriter *
accord_search_writer_new (sqlite3 *db)
{
  AccordSearchWriter *self = g_new0 (AccordSearchWriter, 1);

  self->db = db;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) statements_free);
  return self;
}

/**
 * accord_search_writer_free:
 * @self: (transfer full): the keeper
 *
 * Lets go of its statements.
 */
void
accord_search_writer_free (AccordSearchWriter *self)
{
  g_hash_table_unref (self->statements);
  g_free (self);
}

/**
 * accord_search_writer_update:
 * @self: the keeper
 * @before: (nullable): the record as it was in the index, or %NULL when it was not there (new or restored)
 * @after: (nullable): the record as it is now, or %NULL when it leaves the index (deleted)
 *
 * Makes the full-text index follow one record. Both must carry their identifier. Does nothing when no
 * searched field differs.
 *
 * Returns: an SQLite result code
 */
int
accord_search_writer_update (AccordSearchWriter *self, AccordRecord *before, AccordRecord *after)
{
  const AccordKind *kind;
  Statements *statements;
  int code;

  g_return_val_if_fail (before != NULL || after != NULL, SQLITE_MISUSE);

  kind = accord_record_get_kind (before != NULL ? before : after);
  if (!accord_derived_has_search (kind) || (before != NULL && after != NULL && same_words (before, after)))
    return SQLITE_OK;

  statements = ensure_statements (self, kind, &code);
  if (statements == NULL)
    return code;
  if (before != NULL)
    code = run (statements->remove, before);
  if (code == SQLITE_OK && after != NULL)
    code = run (statements->insert, after);
  return code;
}
