/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-writer.h"

#include "money.h"

#include <string.h>

#define BUFFER ((gsize) 128 * 1024)

struct _AccordCsvWriter
{
  GOutputStream *stream;
  GString *buffer;
  guint n_fields;
};

/* A plain number, which a spreadsheet may take for one. */
static gboolean
is_number (const char *text)
{
  text += *text == '-' || *text == '+';
  if (!g_ascii_isdigit (*text))
    return FALSE;
  while (g_ascii_isdigit (*text))
    text++;
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text);)
      text++;
  return *text == '\0';
}

/* A spreadsheet would take such words for a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL && !is_number (text);
}

static void
next_field (AccordCsvWriter *self)
{
  if (self->n_fields++ > 0)
    g_string_append_c (self->buffer, ',');
}

static void
append_quoted (GString *buffer, const char *text, gboolean guarded)
{
  g_string_append_c (buffer, '"');
  if (guarded)
    g_string_append_c (buffer, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (buffer, '"');
      g_string_append_c (buffer, *at);
    }
  g_string_append_c (buffer, '"');
}

static gboolean
flush (AccordCsvWriter *self, GCancellable *cancellable, GError **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                                cancellable, error);

  g_string_truncate (self->buffer, 0);
  return written;
}

/**
 * accord_csv_writer_new:
 * @stream: where it goes
 *
 * Returns: (transfer full): a writer
 */
AccordCsvWriter *
accord_csv_writer_new (GOutputStream *stream)
{
  AccordCsvWriter *self = g_new0 (AccordCsvWriter, 1);

  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER + 4096);
  return self;
}

/**
 * accord_csv_writer_free:
 * @self: (nullable) (transfer full): a writer; what it did not write yet is lost
 */
void
accord_csv_writer_free (AccordCsvWriter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/**
 * accord_csv_writer_add_text:
 * @self: a writer
 * @text: words
 *
 * Adds a field. Words that a spreadsheet would run as a formula get an apostrophe before them.
 */
void
accord_csv_writer_add_text (AccordCsvWriter *self, const char *text)
{
  gboolean guarded = looks_like_formula (text);

  next_field (self);
  if (guarded || strpbrk (text, ",\"\r\n") != NULL || *text == ' ' || g_str_has_suffix (text, " "))
    append_quoted (self->buffer, text, guarded);
  else
    g_string_append (self->buffer, text);
}

/**
 * accord_csv_writer_add_cell:
 * @self: a writer
 * @cell: a cell
 *
 * Adds a field: money as `-1234.56`, a date as `2019-04-01`, nothing for what is not known.
 */
void
accord_csv_writer_add_cell (AccordCsvWriter *self, const AccordCell *cell)
{
  g_autofree char *money = NULL;

  switch (cell->type)
    {
    case ACCORD_CELL_TEXT:
      accord_csv_writer_add_text (self, cell->text);
      return;
    case ACCORD_CELL_MONEY:
      money = accord_money_format (cell->number, ACCORD_MONEY_PLAIN);
      next_field (self);
      g_string_append (self->buffer, money);
      return;
    case ACCORD_CELL_COUNT:
      next_field (self);
      g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, cell->number);
      return;
    case ACCORD_CELL_DATE:
    case ACCORD_CELL_PERCENT:
    case ACCORD_CELL_DECIMAL:
      next_field (self);
      g_string_append (self->buffer, cell->text);
      return;
    case ACCORD_CELL_EMPTY:
    default:
      next_field (self);
      return;
    }
}

/**
 * accord_csv_writer_end_row:
 * @self: a writer
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Ends a row.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_csv_writer_end_row (AccordCsvWriter *self, GCancellable *cancellable, GError **error)
{
  g_string_append (self->buffer, "\r\n");
  self->n_fields = 0;
  return self->buffer->len < BUFFER || flush (self, cancellable, error);
}

/**
 * accord_csv_writer_finish:
 * @self: a writer
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Writes what is left.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_csv_writer_finish (AccordCsvWriter *self, GCancellable *cancellable, GError **error)
{
  return flush (self, cancellable, error) && g_output_stream_flush (self->stream, cancellable, error);
}
