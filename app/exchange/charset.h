/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordCharset:
 * @ACCORD_CHARSET_UTF8: UTF-8, with or without a byte order mark
 * @ACCORD_CHARSET_WINDOWS_1252: what Windows programs of western Europe write
 *
 * How the letters of a file are coded.
 */
typedef enum
{
  ACCORD_CHARSET_UTF8,
  ACCORD_CHARSET_WINDOWS_1252,
} AccordCharset;

/**
 * AccordCharsetDecoder:
 *
 * Turns the bytes of a stream into UTF-8, a chunk at a time.
 */
typedef struct
{
  AccordCharset charset;
  gboolean begun;
  guint64 bytes;
  char carry[4];
  gsize n_carry;
  guint8 *raw;
  gsize raw_size;
} AccordCharsetDecoder;

const char *accord_charset_get_name (AccordCharset charset);
gsize accord_charset_utf8_prefix (const char *data, gsize len, gboolean *broken);

void accord_charset_decoder_init (AccordCharsetDecoder *self, AccordCharset charset);
void accord_charset_decoder_clear (AccordCharsetDecoder *self);
gsize accord_charset_decoder_room (AccordCharsetDecoder *self, gsize chunk);
gssize accord_charset_decoder_read (AccordCharsetDecoder *self, GInputStream *stream, char *out, gsize chunk,
                                    GCancellable *cancellable, GError **error);

G_END_DECLS
