/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-table.h"

#include "csv-reader.h"
#include "exchange-error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ROWS 200000
#define MOST_COLUMNS 400

/* What a published page puts in a cell that has nothing. */
#define NOT_SET "Not set"

static gboolean
is_year (const char *at)
{
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (at[i]))
      return FALSE;
  return at[4] == '-' || at[4] == '/' || at[4] == ' ';
}

/* A table that lost its bars: most lines that say anything begin with a year and hold blanks only. */
static gboolean
is_bare (char **lines)
{
  guint n_bare = 0;

  for (char **line = lines; *line != NULL; line++)
    if (strpbrk (*line, "\t;|\"") != NULL)
      return FALSE;
    else
      n_bare += is_year (*line) && strchr (*line, ' ') != NULL;
  return n_bare >= 3;
}

/* Blanks part the cells of a line that begins with a year; other lines are words of one cell. */
static void
add_bare_line (AccordEditionTable *table, const char *line, guint64 number)
{
  AccordEditionRow *row = accord_edition_table_add_row (table, g_strdup_printf (_ ("Line %" PRIu64), number));
  const char *at = line;

  if (!is_year (line))
    {
      accord_edition_row_add (row, line, -1);
      return;
    }
  while (*at != '\0')
    {
      const gsize length = g_str_has_prefix (at, NOT_SET) ? strlen (NOT_SET) : strcspn (at, " ");

      if (length > 0)
        accord_edition_row_add (row, at, (gssize) length);
      at += length;
      at += strspn (at, " ");
    }
}

/* A published page that was kept as text: bars or nothing between the cells. */
static AccordEditionTable *
read_page (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (g_strdelimit (text, "\r", '\n'), "\n", -1);
  AccordEditionTable *table;

  if (!is_bare (lines))
    return NULL;
  table = accord_edition_table_new ();
  for (guint i = 0; lines[i] != NULL && i < MOST_ROWS; i++)
    add_bare_line (table, lines[i], i + 1);
  return table;
}

/* How many lines a character parts more than once. */
static guint
count_parted (GBytes *bytes, char separator)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size), *end = at + size;
  guint n_lines = 0, n_here = 0;

  for (; at < end; at++)
    if (*at == '\n')
      {
        n_lines += n_here > 1;
        n_here = 0;
      }
    else
      n_here += *at == separator;
  return n_lines + (n_here > 1);
}

/**
 * accord_edition_table_read_csv:
 * @bytes: a file
 * @probe: what is known of it
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): its rows; %NULL where it has no rows and columns
 */
AccordEditionTable *
accord_edition_table_read_csv (GBytes *bytes, const AccordCsvProbe *probe, GError **error)
{
  g_autoptr (AccordEditionTable) table = read_page (bytes);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (AccordCsvReader) reader = NULL;
  const char separator = count_parted (bytes, '|') >= 3 ? '|' : probe->separator;
  AccordCsvRecord record;
  AccordCsvResult result;

  if (table != NULL)
    return g_steal_pointer (&table);
  table = accord_edition_table_new ();
  reader = accord_csv_reader_new (stream, probe->charset, separator);
  while ((result = accord_csv_reader_next (reader, &record, NULL, error)) == ACCORD_CSV_RECORD)
    {
      AccordEditionRow *row =
          accord_edition_table_add_row (table, g_strdup_printf (_ ("Line %" PRIu64), record.line));

      if (table->rows->len > MOST_ROWS || record.n_fields > MOST_COLUMNS)
        {
          g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                       _ ("%s: “%s” has more rows or columns than a published table has."), row->place,
                       probe->name);
          return NULL;
        }
      for (gsize i = 0; i < record.n_fields; i++)
        accord_edition_row_add (row, record.fields[i].text, (gssize) record.fields[i].len);
    }
  if (result == ACCORD_CSV_BROKEN)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("Line %" PRIu64 ": a quotation mark opens a field and nothing closes it."),
                   record.line);
      return NULL;
    }
  return result == ACCORD_CSV_END ? g_steal_pointer (&table) : NULL;
}
