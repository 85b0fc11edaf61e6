/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-reader.h"

#include "exchange-error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads begin small, for small files, and grow to this. */
#define FIRST_CHUNK ((gsize) 16 * 1024)
#define CHUNK ((gsize) 256 * 1024)

/* A field longer than this has lost its closing quotation mark. It also bounds the buffer. */
#define LONGEST_RECORD ((gsize) 1024 * 1024)

struct _AccordCsvReader
{
  GInputStream *stream;
  AccordCharsetDecoder decoder;
  char separator;
  guint8 special[256];

  /* What is read and not yet used lies between start and end; one byte of sentinel follows. */
  char *buffer;
  gsize capacity;
  gsize chunk;
  gsize start;
  gsize end;
  gboolean eof;
  guint64 line;

  GArray *fields;
  GArray *quoted;
};

/* What parsing the record at the front of the buffer came to. */
typedef enum
{
  PARSE_DONE,
  PARSE_MORE,
  PARSE_BROKEN,
} Parse;

typedef struct
{
  char *at;
  char *end;
  guint64 lines;
  char *broken_at;
} Cursor;

static gboolean
fill (AccordCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize room = accord_charset_decoder_room (&self->decoder, self->chunk);
  gssize n;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;
  if (self->capacity - self->end < room)
    {
      self->capacity = 2 * (self->end + room);
      self->buffer = g_realloc (self->buffer, self->capacity + 1);
    }
  n = accord_charset_decoder_read (&self->decoder, self->stream, self->buffer + self->end, self->chunk,
                                   cancellable, error);
  if (n < 0)
    return FALSE;
  self->chunk = MIN (2 * self->chunk, CHUNK);
  self->eof = n == 0;
  self->end += n;
  self->buffer[self->end] = '\n';
  return TRUE;
}

static void
push_field (AccordCsvReader *self, const char *from, const char *to, gboolean quoted)
{
  AccordSlice slice = { from, to - from };

  if (quoted)
    g_array_append_val (self->quoted, self->fields->len);
  g_array_append_val (self->fields, slice);
}

static guint64
count_lines (const char *at, const char *end)
{
  guint64 n = 0;

  for (; at < end; at++)
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
      n++;
  return n;
}

/* From the opening quotation mark at the cursor to the separator or line end that ends the field. */
static Parse
parse_quoted (AccordCsvReader *self, Cursor *cursor)
{
  char *open = cursor->at;
  char *at = open + 1;
  char *after;
  guint64 lines;

  for (;; at += 2)
    {
      at = memchr (at, '"', cursor->end - at);
      if (at == NULL || at + 1 >= cursor->end)
        break;
      if (at[1] != '"')
        break;
    }
  if (at == NULL || (at + 1 >= cursor->end && !self->eof))
    {
      cursor->broken_at = open;
      return self->eof || (gsize) (cursor->end - open) > LONGEST_RECORD ? PARSE_BROKEN : PARSE_MORE;
    }
  lines = count_lines (open, at);
  after = at + 1;
  while (after < cursor->end && *after == ' ')
    after++;
  if (after >= cursor->end && !self->eof)
    return PARSE_MORE;
  /* A mark that closes in a later line and with more text behind it was the opening mark of another field. */
  if (lines > 0 && after < cursor->end && !self->special[(guchar) *after])
    {
      cursor->broken_at = open;
      return PARSE_BROKEN;
    }
  while (!self->special[(guchar) *after])
    after++;
  if (after >= cursor->end && !self->eof)
    return PARSE_MORE;
  push_field (self, open + 1, after, TRUE);
  cursor->lines += lines;
  cursor->at = after;
  return PARSE_DONE;
}

static Parse
parse_field (AccordCsvReader *self, Cursor *cursor)
{
  char *from = cursor->at;
  char *at = from;

  while (*at == ' ' && at < cursor->end)
    at++;
  if (at < cursor->end && *at == '"')
    {
      cursor->at = at;
      return parse_quoted (self, cursor);
    }
  while (!self->special[(guchar) *at])
    at++;
  if (at >= cursor->end && !self->eof)
    return PARSE_MORE;
  push_field (self, from, at, FALSE);
  cursor->at = at;
  return PARSE_DONE;
}

static Parse
parse_record (AccordCsvReader *self, Cursor *cursor)
{
  g_array_set_size (self->fields, 0);
  g_array_set_size (self->quoted, 0);
  for (;;)
    {
      Parse parse = parse_field (self, cursor);

      if (parse != PARSE_DONE)
        return parse;
      if (cursor->at >= cursor->end)
        return PARSE_DONE;
      if (*cursor->at == self->separator)
        {
          cursor->at++;
          continue;
        }
      if (*cursor->at == '\r')
        {
          if (cursor->at + 1 >= cursor->end && !self->eof)
            return PARSE_MORE;
          if (cursor->at + 1 < cursor->end && cursor->at[1] == '\n')
            cursor->at++;
        }
      cursor->at++;
      cursor->lines++;
      return PARSE_DONE;
    }
}

/* Takes the quotation marks out of a field, in place. What follows the closing mark belongs to the field too,
 * unless it is blank. */
static void
unquote (AccordSlice *slice)
{
  char *to = (char *) slice->text;
  const char *end = slice->text + slice->len;
  gboolean inside = TRUE;
  char *closed = NULL;

  for (const char *at = slice->text; at < end; at++)
    {
      if (*at != '"' || !inside)
        *to++ = *at;
      else if (at + 1 < end && at[1] == '"')
        *to++ = *at++;
      else
        {
          inside = FALSE;
          closed = to;
        }
    }
  if (closed != NULL)
    {
      const char *tail = closed;

      while (tail < to && *tail == ' ')
        tail++;
      if (tail == to)
        to = closed;
    }
  slice->len = to - slice->text;
}

/* Leaves the broken record behind: reading goes on in the line after the mark that nothing closes. */
static void
skip_broken (AccordCsvReader *self, Cursor *cursor)
{
  char *at = cursor->broken_at;

  while (at < cursor->end && *at != '\n' && *at != '\r')
    at++;
  if (at < cursor->end && *at == '\r' && at + 1 < cursor->end && at[1] == '\n')
    at++;
  if (at < cursor->end)
    {
      at++;
      cursor->lines++;
    }
  self->line += cursor->lines;
  self->start = at - self->buffer;
}

static gboolean
record_too_long (AccordCsvReader *self, GError **error)
{
  if (self->end - self->start <= 2 * LONGEST_RECORD)
    return FALSE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
               _ ("Line %" PRIu64 " is longer than a megabyte: this is not a file of rows and columns."),
               self->line);
  return TRUE;
}

/**
 * accord_csv_reader_new:
 * @stream: the bytes, read from where it stands
 * @charset: how the letters are coded
 * @separator: the byte between two fields
 *
 * Returns: (transfer full): a reader for use on one thread at a time
 */
AccordCsvReader *
accord_csv_reader_new (GInputStream *stream, AccordCharset charset, char separator)
{
  AccordCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (separator != '"' && separator != '\n' && separator != '\r', NULL);

  self = g_new0 (AccordCsvReader, 1);
  self->stream = g_object_ref (stream);
  accord_charset_decoder_init (&self->decoder, charset);
  self->separator = separator;
  self->special[(guchar) separator] = 1;
  self->special['\n'] = 1;
  self->special['\r'] = 1;
  self->chunk = FIRST_CHUNK;
  self->buffer = g_malloc (1);
  self->line = 1;
  self->fields = g_array_new (FALSE, FALSE, sizeof (AccordSlice));
  self->quoted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->buffer[0] = '\n';
  return self;
}

/**
 * accord_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
accord_csv_reader_free (AccordCsvReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  accord_charset_decoder_clear (&self->decoder);
  g_array_unref (self->fields);
  g_array_unref (self->quoted);
  g_free (self->buffer);
  g_free (self);
}

/**
 * accord_csv_reader_next:
 * @self: a reader
 * @record: (out caller-allocates): the record; for %ACCORD_CSV_BROKEN only its line
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads the next record. The fields of the one before are gone then.
 *
 * Returns: what came of it; %ACCORD_CSV_ERROR with @error set from the stream, or with
 *   %ACCORD_EXCHANGE_ERROR_NOT_TEXT
 */
AccordCsvResult
accord_csv_reader_next (AccordCsvReader *self, AccordCsvRecord *record, GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, ACCORD_CSV_ERROR);
  g_return_val_if_fail (record != NULL, ACCORD_CSV_ERROR);

  record->n_fields = 0;
  for (;;)
    {
      Cursor cursor = { self->buffer + self->start, self->buffer + self->end, 0, NULL };
      Parse parse = PARSE_MORE;

      if (self->start < self->end)
        parse = parse_record (self, &cursor);
      else if (self->eof)
        return ACCORD_CSV_END;
      if (parse == PARSE_MORE)
        {
          if (record_too_long (self, error) || !fill (self, cancellable, error))
            return ACCORD_CSV_ERROR;
          continue;
        }
      record->line = self->line;
      if (parse == PARSE_BROKEN)
        {
          skip_broken (self, &cursor);
          return ACCORD_CSV_BROKEN;
        }
      self->start = cursor.at - self->buffer;
      self->line += cursor.lines;
      for (guint i = 0; i < self->quoted->len; i++)
        unquote (&g_array_index (self->fields, AccordSlice, g_array_index (self->quoted, guint, i)));
      record->fields = (const AccordSlice *) (gpointer) self->fields->data;
      record->n_fields = self->fields->len;
      return ACCORD_CSV_RECORD;
    }
}

/**
 * accord_csv_reader_get_bytes:
 * @self: a reader
 *
 * Returns: how many bytes of the file have been taken in
 */
guint64
accord_csv_reader_get_bytes (AccordCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->decoder.bytes;
}
