/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-check.h"

#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHEET "xl/worksheets/sheet%u.xml"
#define LONGEST_NAME 64
#define ROW_END "</row>"
#define SHEET_END "</worksheet>"

/* The records of a zip container: how they begin, how long they are, and where in them things stand. */
#define END_MAGIC "PK\x05\x06"
#define END_LENGTH 22
#define END_ENTRIES 10
#define END_DIRECTORY 16
#define ENTRY_MAGIC "PK\x01\x02"
#define ENTRY_LENGTH 46
#define ENTRY_NAME_LENGTH 28
#define ENTRY_EXTRA_LENGTH 30
#define ENTRY_COMMENT_LENGTH 32
#define ENTRY_PLACE 42
#define LOCAL_LENGTH 30
#define LOCAL_NAME_LENGTH 26
#define LOCAL_EXTRA_LENGTH 28

static guint
get_16 (const guint8 *at)
{
  return at[0] | at[1] << 8;
}

static goffset
get_32 (const guint8 *at)
{
  return (goffset) get_16 (at) | (goffset) get_16 (at + 2) << 16;
}

static gboolean
read_at (GInputStream *stream, goffset place, GSeekType from, void *to, gsize len)
{
  gsize n;

  return g_seekable_seek (G_SEEKABLE (stream), place, from, NULL, NULL)
         && g_input_stream_read_all (stream, to, len, &n, NULL, NULL) && n == len;
}

/* Where the packed bytes of the sheet begin; -1 if the container is not whole. */
static goffset
find_sheet (GInputStream *stream, const char *sheet)
{
  guint8 end[END_LENGTH], entry[ENTRY_LENGTH], local[LOCAL_LENGTH];
  char name[LONGEST_NAME];
  goffset place, packed;

  /* The library writes no comment, so that the last record is the end of the file. */
  if (!read_at (stream, -END_LENGTH, G_SEEK_END, end, sizeof end) || memcmp (end, END_MAGIC, 4) != 0)
    return -1;
  place = get_32 (end + END_DIRECTORY);
  for (guint i = 0; i < get_16 (end + END_ENTRIES); i++)
    {
      if (!read_at (stream, place, G_SEEK_SET, entry, sizeof entry) || memcmp (entry, ENTRY_MAGIC, 4) != 0)
        return -1;
      if (get_16 (entry + ENTRY_NAME_LENGTH) == strlen (sheet)
          && read_at (stream, place + ENTRY_LENGTH, G_SEEK_SET, name, strlen (sheet))
          && memcmp (name, sheet, strlen (sheet)) == 0)
        {
          packed = get_32 (entry + ENTRY_PLACE);
          if (!read_at (stream, packed, G_SEEK_SET, local, sizeof local))
            return -1;
          return packed + LOCAL_LENGTH + get_16 (local + LOCAL_NAME_LENGTH)
                 + get_16 (local + LOCAL_EXTRA_LENGTH);
        }
      place += ENTRY_LENGTH + get_16 (entry + ENTRY_NAME_LENGTH) + get_16 (entry + ENTRY_EXTRA_LENGTH)
               + get_16 (entry + ENTRY_COMMENT_LENGTH);
    }
  return -1;
}

/* Counts the rows of the sheet, and whether it comes to its end. */
static gboolean
count_rows (GInputStream *xml, guint64 *n_rows)
{
  char buffer[64 * 1024 + sizeof SHEET_END];
  gsize kept = 0;
  gboolean ended = FALSE;

  *n_rows = 0;
  for (;;)
    {
      gssize n = g_input_stream_read (xml, buffer + kept, sizeof buffer - 1 - kept, NULL, NULL);
      char *at = buffer, *found;

      if (n < 0)
        return FALSE;
      if (n == 0)
        return ended;
      buffer[kept + n] = '\0';
      while ((found = strstr (at, ROW_END)) != NULL)
        {
          (*n_rows)++;
          at = found + strlen (ROW_END);
        }
      ended = g_str_has_suffix (buffer, SHEET_END);
      /* What may be the beginning of a mark that the next bytes end; marks that were counted are left behind.
       */
      kept = MIN (kept + n - (gsize) (at - buffer), strlen (SHEET_END) - 1);
      memmove (buffer, buffer + strlen (buffer) - kept, kept);
    }
}

/**
 * accord_xlsx_check_sheet:
 * @path: a workbook that was just written
 * @sheet: the place of a sheet in it, from 1
 * @n_rows: how many rows the sheet must have
 * @error: return location for an error
 *
 * Reads a sheet over. The library that writes it does not notice when its own working files are cut short
 * by a full disk, so that what it wrote must be counted.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE if it is not whole
 */
gboolean
accord_xlsx_check_sheet (const char *path, guint sheet, guint64 n_rows, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GZlibDecompressor) unpack = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GInputStream) xml = NULL;
  char name[LONGEST_NAME];
  goffset place;
  guint64 found;

  g_snprintf (name, sizeof name, SHEET, sheet);
  place = stream != NULL ? find_sheet (G_INPUT_STREAM (stream), name) : -1;
  if (place >= 0 && g_seekable_seek (G_SEEKABLE (stream), place, G_SEEK_SET, NULL, NULL))
    {
      xml = g_converter_input_stream_new (G_INPUT_STREAM (stream), G_CONVERTER (unpack));
      if (count_rows (xml, &found) && found == n_rows)
        return TRUE;
    }
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
                       _ ("The workbook was not written whole: the disk may be full."));
  return FALSE;
}
