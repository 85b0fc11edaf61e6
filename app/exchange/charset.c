/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charset.h"

#include "exchange-error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define REPLACEMENT 0xfffd

/* The most bytes that one byte of Windows-1252 becomes. */
#define WIDEST 3

/* Where Windows-1252 is not Latin-1: the bytes 0x80 to 0x9f. Five of them mean nothing. */
static const guint16 windows_letters[32] = {
  0x20ac,      REPLACEMENT, 0x201a, 0x0192, 0x201e, 0x2026,      0x2020, 0x2021,
  0x02c6,      0x2030,      0x0160, 0x2039, 0x0152, REPLACEMENT, 0x017d, REPLACEMENT,
  REPLACEMENT, 0x2018,      0x2019, 0x201c, 0x201d, 0x2022,      0x2013, 0x2014,
  0x02dc,      0x2122,      0x0161, 0x203a, 0x0153, REPLACEMENT, 0x017e, 0x0178,
};

static gsize
decode_windows (const guint8 *from, gsize len, char *to)
{
  char *start = to;

  for (gsize i = 0; i < len; i++)
    {
      if (from[i] < 0x80)
        *to++ = (char) from[i];
      else
        to += g_unichar_to_utf8 (from[i] < 0xa0 ? windows_letters[from[i] - 0x80] : from[i], to);
    }
  return to - start;
}

static gssize
read_raw (AccordCharsetDecoder *self, GInputStream *stream, void *to, gsize len, GCancellable *cancellable,
          GError **error)
{
  gssize n = g_input_stream_read (stream, to, len, cancellable, error);

  if (n > 0)
    self->bytes += n;
  return n;
}

static gssize
read_windows (AccordCharsetDecoder *self, GInputStream *stream, char *out, gsize chunk,
              GCancellable *cancellable, GError **error)
{
  gssize n;

  if (self->raw_size < chunk)
    {
      self->raw = g_realloc (self->raw, chunk);
      self->raw_size = chunk;
    }
  n = read_raw (self, stream, self->raw, chunk, cancellable, error);
  return n <= 0 ? n : (gssize) decode_windows (self->raw, n, out);
}

static gssize
not_utf8 (AccordCharsetDecoder *self, GError **error)
{
  g_set_error (
      error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_CHANGED,
      _ ("The file was changed while it was being read: it is no longer in UTF-8 near byte %" PRIu64 "."),
      self->bytes);
  return -1;
}

/* Passes on whole letters only; the bytes of one that a chunk cuts in two are carried to the next. */
static gssize
read_utf8 (AccordCharsetDecoder *self, GInputStream *stream, char *out, gsize chunk,
           GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      gsize len = self->n_carry, whole, skip = 0;
      gboolean broken;
      gssize n;

      memcpy (out, self->carry, len);
      n = read_raw (self, stream, out + len, chunk, cancellable, error);
      if (n < 0)
        return -1;
      if (n == 0)
        return len == 0 ? 0 : not_utf8 (self, error);
      len += n;
      if (!self->begun && len >= strlen (BYTE_ORDER_MARK)
          && memcmp (out, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
        skip = strlen (BYTE_ORDER_MARK);
      whole = accord_charset_utf8_prefix (out, len, &broken);
      if (broken)
        return not_utf8 (self, error);
      self->n_carry = len - whole;
      memcpy (self->carry, out + whole, self->n_carry);
      self->begun = self->begun || whole > 0;
      if (whole > skip)
        {
          if (skip > 0)
            memmove (out, out + skip, whole - skip);
          return whole - skip;
        }
    }
}

/**
 * accord_charset_get_name:
 * @charset: a charset
 *
 * Returns: what people call it
 */
const char *
accord_charset_get_name (AccordCharset charset)
{
  return charset == ACCORD_CHARSET_WINDOWS_1252 ? "Windows-1252" : "UTF-8";
}

/**
 * accord_charset_utf8_prefix:
 * @data: (array length=len): bytes
 * @len: how many
 * @broken: (out): whether what follows the prefix cannot be UTF-8, rather than being cut short
 *
 * Returns: how many bytes from the beginning of @data are whole letters of UTF-8
 */
gsize
accord_charset_utf8_prefix (const char *data, gsize len, gboolean *broken)
{
  const char *end;
  gsize rest;

  *broken = FALSE;
  if (g_utf8_validate_len (data, len, &end))
    return len;
  rest = data + len - end;
  *broken = rest > 3 || g_utf8_get_char_validated (end, rest) != (gunichar) -2;
  return end - data;
}

/**
 * accord_charset_decoder_init:
 * @self: a decoder
 * @charset: what it decodes
 *
 * Makes a decoder ready for the beginning of a stream.
 */
void
accord_charset_decoder_init (AccordCharsetDecoder *self, AccordCharset charset)
{
  *self = (AccordCharsetDecoder){ .charset = charset };
}

/**
 * accord_charset_decoder_clear:
 * @self: a decoder
 *
 * Frees what the decoder holds.
 */
void
accord_charset_decoder_clear (AccordCharsetDecoder *self)
{
  g_clear_pointer (&self->raw, g_free);
  self->raw_size = 0;
}

/**
 * accord_charset_decoder_room:
 * @self: a decoder
 * @chunk: how many bytes are to be read at a time
 *
 * Returns: how many bytes of UTF-8 may come of them
 */
gsize
accord_charset_decoder_room (AccordCharsetDecoder *self, gsize chunk)
{
  return self->charset == ACCORD_CHARSET_WINDOWS_1252 ? chunk * WIDEST : chunk + sizeof self->carry;
}

/**
 * accord_charset_decoder_read:
 * @self: a decoder
 * @stream: the bytes
 * @out: where the UTF-8 goes; accord_charset_decoder_room() bytes
 * @chunk: how many bytes to read at most
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads and decodes. A byte order mark at the beginning of UTF-8 is dropped.
 *
 * Returns: the length of what was written; 0 at the end; -1 with @error set by the stream, or with
 *   %ACCORD_EXCHANGE_ERROR_CHANGED for what is not UTF-8: accord_csv_probe() has seen that it was.
 */
gssize
accord_charset_decoder_read (AccordCharsetDecoder *self, GInputStream *stream, char *out, gsize chunk,
                             GCancellable *cancellable, GError **error)
{
  if (self->charset == ACCORD_CHARSET_WINDOWS_1252)
    return read_windows (self, stream, out, chunk, cancellable, error);
  return read_utf8 (self, stream, out, chunk, cancellable, error);
}
