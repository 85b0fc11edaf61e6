/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http-unpack.h"

#define PIECE (64 * 1024)

/* What is unpacked is counted as it comes, so that a small packet cannot fill the memory. */
static GBytes *
read_all (GInputStream *stream, gsize limit, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);

  for (;;)
    {
      gssize n = g_input_stream_read (stream, piece, PIECE, NULL, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
      if ((gsize) n > limit - all->len)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                               "unpacked, it is larger than the limit");
          return NULL;
        }
      g_byte_array_append (all, piece, n);
    }
}

/**
 * accord_http_unpack:
 * @packed: the body of an answer as it came
 * @packing: (nullable): how it says to be packed
 * @limit: the most that may come out, in bytes
 * @error: return location for a #GIOErrorEnum: %G_IO_ERROR_NO_SPACE beyond @limit,
 * %G_IO_ERROR_PARTIAL_INPUT if it is cut short, %G_IO_ERROR_INVALID_DATA if it is not what it says
 *
 * Returns: (transfer full) (nullable): the body unpacked
 */
GBytes *
accord_http_unpack (GBytes *packed, const char *packing, gsize limit, GError **error)
{
  g_autoptr (GInputStream) memory = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GZlibDecompressor) unpacker = NULL;

  if (packing == NULL || g_ascii_strcasecmp (packing, "identity") == 0 || g_bytes_get_size (packed) == 0)
    return g_bytes_ref (packed);
  if (g_ascii_strcasecmp (packing, "gzip") != 0 && g_ascii_strcasecmp (packing, "x-gzip") != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "packed as “%s”, which was not asked for",
                   packing);
      return NULL;
    }
  memory = g_memory_input_stream_new_from_bytes (packed);
  unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  stream = g_converter_input_stream_new (memory, G_CONVERTER (unpacker));
  return read_all (stream, limit, error);
}
