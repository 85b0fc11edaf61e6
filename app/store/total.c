/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "total.h"

#include "error.h"
#include "money.h"
#include "query-sql.h"
#include "reader-private.h"

#include <glib/gi18n-lib.h>

/* So many identifiers go into one question: a list of them is bound as one text. */
#define IDS_AT_ONCE 20000

/**
 * accord_field_is_ledger:
 * @field: a field
 *
 * Sums are of ledgers, where each record has its amount: funds are parts of one another and their sum would
 * count shares twice, budgets and claims are not payments.
 *
 * Returns: whether adding it up over records tells the truth
 */
gboolean
accord_field_is_ledger (const AccordField *field)
{
  return field->type == ACCORD_FIELD_MONEY && (field->flags & ACCORD_FIELD_REQUIRED) != 0;
}

/**
 * accord_kind_find_ledger:
 * @kind: a kind
 *
 * Returns: index of the field whose sum says what a list of such records comes to; -1 where there is none
 */
int
accord_kind_find_ledger (const AccordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_field_is_ledger (&kind->fields[i]))
      return (int) i;
  return -1;
}

static gboolean
take_row (AccordReader *self, AccordSql *sql, AccordTotal *total, GError **error)
{
  sqlite3_stmt *statement = accord_connection_prepare (self->connection, accord_sql_get_text (sql), error);
  gboolean row = FALSE, fits = TRUE;
  int code;

  if (statement == NULL)
    return FALSE;
  code = accord_sql_bind (sql, statement);
  if (code != SQLITE_OK)
    accord_connection_fail (self->connection, code, error);
  else if (accord_connection_step (self->connection, statement, &row, error) && row)
    {
      total->count += sqlite3_column_int64 (statement, 0);
      fits = accord_money_add (total->sum, sqlite3_column_int64 (statement, 1), &total->sum);
      total->unknown += sqlite3_column_int64 (statement, 2);
    }
  accord_connection_release (self->connection, statement);
  if (!fits)
    g_set_error_literal (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID,
                         _ ("The sum is larger than can be kept."));
  return row && fits;
}

/**
 * accord_reader_total:
 * @self: a reader
 * @query: which records; its limit holds
 * @field: index of a field of money, or -1 to count only
 * @total: (out): what they come to
 * @error: return location for an error
 *
 * Returns: %FALSE when it could not be read, or is no sum that can be kept
 */
gboolean
accord_reader_total (AccordReader *self, AccordQuery *query, int field, AccordTotal *total, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_total (self->schema, query, field);

  *total = (AccordTotal){ 0 };
  return take_row (self, sql, total, error);
}

/**
 * accord_reader_total_ids:
 * @self: a reader
 * @kind: a kind
 * @field: index of a field of money, or -1 to count only
 * @ids: (array length=n_ids): records of @kind
 * @n_ids: how many
 * @total: (out): what those of them that there are come to
 * @error: return location for an error
 *
 * Returns: as accord_reader_total()
 */
gboolean
accord_reader_total_ids (AccordReader *self, const AccordKind *kind, int field, const gint64 *ids,
                         gsize n_ids, AccordTotal *total, GError **error)
{
  *total = (AccordTotal){ 0 };
  for (gsize at = 0; at < n_ids; at += IDS_AT_ONCE)
    {
      g_autoptr (AccordSql) sql = accord_sql_total_ids (kind, field, ids + at, MIN (n_ids - at, IDS_AT_ONCE));

      if (!take_row (self, sql, total, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_total_dup_words:
 * @self: a total
 * @field: the field it is of, or -1 when records were only counted
 * @counted: what was counted, such as “1,243 payments” or “3 selected”
 *
 * Returns: (transfer full): @counted and what it comes to: “1,243 payments · £5,231,904.17”; what nobody
 * knows is said, not added
 */
char *
accord_total_dup_words (const AccordTotal *self, int field, const char *counted)
{
  g_autofree char *sum = accord_money_format (self->sum, ACCORD_MONEY_FULL);

  if (field < 0 || self->count == 0)
    return g_strdup (counted);
  if (self->unknown == self->count)
    /* Translators: %s is what was counted, such as “12 allocations”. */
    return g_strdup_printf (_ ("%s · amount not known"), counted);
  if (self->unknown > 0)
    return g_strdup_printf (
        /* Translators: “12 allocations · £19,200.00 · amount of 3 not known”. */
        ngettext ("%s · %s · amount of %d not known", "%s · %s · amounts of %d not known",
                  (gulong) self->unknown),
        counted, sum, (int) self->unknown);
  /* Translators: what was counted, and its sum: “1,243 payments · £5,231,904.17”. */
  return g_strdup_printf (_ ("%s · %s"), counted, sum);
}
