/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lookup.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "date.h"
#include "exit.h"
#include "text-table.h"
#include "today.h"

/* "Case_Studies " and "case studies" are one word here. */
static char *
plain_word (const char *word)
{
  char *plain = g_utf8_strdown (word, -1);

  g_strstrip (plain);
  for (char *at = plain; *at != '\0'; at++)
    if (*at == '_' || *at == ' ')
      *at = '-';
  return plain;
}

static gboolean
is_plural (const AccordKind *kind, const char *plain)
{
  g_autofree char *label = plain_word (kind->plural);
  g_autofree char *regular = NULL;

  if (g_str_has_suffix (kind->name, "y"))
    regular = g_strdup_printf ("%.*sies", (int) strlen (kind->name) - 1, kind->name);
  else
    regular = g_strconcat (kind->name, "s", NULL);
  return g_str_equal (plain, label) || g_str_equal (plain, regular);
}

/**
 * accord_cli_kind:
 * @schema: the kinds there are
 * @word: what was written
 * @error: return location for a usage error
 *
 * Finds a kind by its name; its plural is understood as well.
 *
 * Returns: (nullable): the kind
 */
const AccordKind *
accord_cli_kind (AccordSchema *schema, const char *word, GError **error)
{
  g_autofree char *plain = plain_word (word);
  g_autofree char *shown = NULL;
  const AccordKind *kind = accord_schema_find_kind (schema, plain);

  if (kind != NULL)
    return kind;
  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    if (is_plural (accord_schema_get_kind (schema, i), plain))
      return accord_schema_get_kind (schema, i);
  shown = accord_terminal_line (word);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("There is no kind of record called “%s”; “accordctl kinds” lists them"), shown);
  return NULL;
}

/**
 * accord_cli_field:
 * @kind: a kind
 * @word: a field's name as written, with dashes or underscores; money may end with `_pence`
 * @pence: (out) (optional): whether the value is in whole pence
 * @error: return location for a usage error
 *
 * Finds a field by its name.
 *
 * Returns: the field's index, or -1
 */
int
accord_cli_field (const AccordKind *kind, const char *word, gboolean *pence, GError **error)
{
  g_autofree char *plain = plain_word (word);
  g_autofree char *shown = NULL;
  int index = accord_kind_find_field (kind, plain);

  if (pence != NULL)
    *pence = FALSE;
  if (index >= 0)
    return index;
  if (g_str_has_suffix (plain, "-pence"))
    {
      plain[strlen (plain) - strlen ("-pence")] = '\0';
      index = accord_kind_find_field (kind, plain);
      if (index >= 0 && kind->fields[index].type == ACCORD_FIELD_MONEY)
        {
          if (pence != NULL)
            *pence = TRUE;
          return index;
        }
    }
  shown = accord_terminal_line (word);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("“%s” has no field called “%s”; “accordctl kinds %s” lists them"), kind->name, shown,
               kind->name);
  return -1;
}

static void
not_found (const AccordKind *kind, const char *word, gboolean deleted, GError **error)
{
  g_autofree char *shown = accord_terminal_line (word);

  /* Translators: the first %s is a kind of record, the second what was asked for. */
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
               deleted ? _ ("There is no deleted %s “%s”.") : _ ("There is no %s “%s”."), kind->name, shown);
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

static gint64
look_up (AccordReader *reader, const AccordKind *kind, const char *word, gboolean deleted, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE %s = ?1 AND (deleted IS NOT NULL) = ?2", kind->name,
                       is_number (word) ? "id" : "uid");
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return 0;
  accord_rows_bind_text (rows, 1, word);
  accord_rows_bind_int (rows, 2, deleted);
  if (accord_rows_next (rows, &problem))
    return accord_rows_int (rows, 0);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    not_found (kind, word, deleted, error);
  return 0;
}

/**
 * accord_cli_record:
 * @reader: a reader
 * @kind: a kind
 * @word: a number or a uid
 * @error: return location for an error
 *
 * Returns: the number of the record that @word means, or 0
 */
gint64
accord_cli_record (AccordReader *reader, const AccordKind *kind, const char *word, GError **error)
{
  return look_up (reader, kind, word, FALSE, error);
}

/**
 * accord_cli_deleted_record:
 * @reader: a reader
 * @kind: a kind
 * @word: a number or a uid
 * @error: return location for an error
 *
 * Returns: the number of the deleted record that @word means, or 0
 */
gint64
accord_cli_deleted_record (AccordReader *reader, const AccordKind *kind, const char *word, GError **error)
{
  return look_up (reader, kind, word, TRUE, error);
}

/**
 * accord_cli_dup_today:
 * @text: (nullable): a day as written on the command line
 * @error: return location for an error
 *
 * A day that nobody can read is a mistake in the command line, not in the workspace.
 *
 * Returns: (transfer full) (nullable): that day, or today where none is given, as an ISO date
 */
char *
accord_cli_dup_today (const char *text, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *today = NULL;

  if (text == NULL)
    return accord_today_dup ();
  if (!accord_date_parse (text, &today, &problem))
    g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, problem->message);
  return today;
}
