/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-file.h"

#include "derived.h"
#include "error.h"
#include "journal.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static GBytes *
lookup_step (AccordSchema *schema, gint64 version)
{
  g_autofree char *path =
      g_strdup_printf ("%s/%04d.sql", accord_schema_get_migrations (schema), (int) version);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The newest version of the tables that this program knows: the number of its migrations. */
gint64
accord_schema_get_version (AccordSchema *schema)
{
  gint64 version = 0;

  while (TRUE)
    {
      g_autoptr (GBytes) step = lookup_step (schema, version + 1);

      if (step == NULL)
        return version;
      version++;
    }
}

static gboolean
take_step (AccordConnection *self, AccordSchema *schema, gint64 version, GError **error)
{
  g_autoptr (GBytes) step = lookup_step (schema, version);
  g_autofree char *sql = g_strndup (g_bytes_get_data (step, NULL), g_bytes_get_size (step));
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);

  if (version == 1 && !accord_connection_exec (self, accord_journal_tables, error))
    return FALSE;
  return accord_connection_exec (self, sql, error) && accord_connection_exec (self, mark, error);
}

/* Brings the tables to the version this program knows, each step and its number in one transaction. */
gboolean
accord_connection_migrate (AccordConnection *self, AccordSchema *schema, GError **error)
{
  gint64 known = accord_schema_get_version (schema);

  g_assert (known > 0);
  while (TRUE)
    {
      gint64 version;

      if (accord_connection_int (self, "PRAGMA user_version", 0) >= known)
        return TRUE;
      if (!accord_connection_exec (self, "BEGIN IMMEDIATE", error))
        return FALSE;
      /* Asked again under the lock: another process may have taken the step meanwhile. */
      version = accord_connection_int (self, "PRAGMA user_version", 0);
      if (version >= known)
        return accord_connection_exec (self, "ROLLBACK", error);
      if (!take_step (self, schema, version + 1, error) || !accord_connection_exec (self, "COMMIT", error))
        {
          sqlite3_exec (accord_connection_get_db (self), "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
}

static char *
fingerprint (AccordSchema *schema)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    for (AccordDerivedPart part = ACCORD_DERIVED_LOOKUPS; part <= ACCORD_DERIVED_SEARCH; part++)
      {
        g_autoptr (GPtrArray) statements =
            accord_derived_sql (schema, accord_schema_get_kind (schema, i), part);

        for (guint j = 0; j < statements->len; j++)
          g_checksum_update (checksum, g_ptr_array_index (statements, j), -1);
      }
  return g_strdup (g_checksum_get_string (checksum));
}

/* Makes the derived objects of one kind anew, inside a transaction. */
gboolean
accord_connection_derive_kind (AccordConnection *self, AccordSchema *schema, const AccordKind *kind,
                               GError **error)
{
  for (AccordDerivedPart part = ACCORD_DERIVED_LOOKUPS; part <= ACCORD_DERIVED_SEARCH; part++)
    {
      g_autoptr (GPtrArray) drop = accord_derived_drop_sql (schema, kind, part);
      g_autoptr (GPtrArray) make = accord_derived_sql (schema, kind, part);
      g_autoptr (GPtrArray) fill = accord_derived_fill_sql (schema, kind, part);

      if (!accord_connection_exec_all (self, drop, error) || !accord_connection_exec_all (self, make, error)
          || !accord_connection_exec_all (self, fill, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
derive_all (AccordConnection *self, AccordSchema *schema, const char *print, GError **error)
{
  sqlite3_stmt *statement;

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    if (!accord_connection_derive_kind (self, schema, accord_schema_get_kind (schema, i), error))
      return FALSE;
  statement = accord_connection_prepare (
      self,
      "INSERT INTO setting VALUES ('derived', ?1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, print, -1, SQLITE_STATIC);
  return accord_connection_run (self, statement, error);
}

/**
 * accord_connection_derive:
 * @self: a writing connection
 * @schema: the kinds
 * @error: return location for an error
 *
 * Makes the derived objects (indexes and search) from the records, when they are not those of this program.
 *
 * Returns: %FALSE on failure; nothing is changed then
 */
gboolean
accord_connection_derive (AccordConnection *self, AccordSchema *schema, GError **error)
{
  g_autofree char *print = fingerprint (schema);
  sqlite3_stmt *statement =
      accord_connection_prepare (self, "SELECT value = ?1 FROM setting WHERE key = 'derived'", error);
  gboolean same;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, print, -1, SQLITE_STATIC);
  same = sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == 1;
  accord_connection_release (self, statement);
  if (same)
    return TRUE;

  if (!accord_connection_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (derive_all (self, schema, print, error) && accord_connection_exec (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (accord_connection_get_db (self), "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
