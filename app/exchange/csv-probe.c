/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-probe.h"

#include "csv-reader.h"
#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK ((gsize) 128 * 1024)

/* How much of the beginning the separator is judged by. */
#define HEAD ((gsize) 64 * 1024)
#define HEAD_RECORDS 50

#define ATTRIBUTES                                                                                           \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                                          \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                                  \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC  \
                                 "," G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_ID_FILE

/* The state of one reading of the whole file. */
typedef struct
{
  AccordCsvProbe *probe;
  GChecksum *checksum;
  GByteArray *head;
  char carry[4];
  gsize n_carry;
  gboolean utf8;
  gboolean blank;
  guint64 bytes;
  guint64 controls;
} Reading;

typedef enum
{
  STRANGER_WORKBOOK,
  STRANGER_PDF,
  STRANGER_COMPRESSED,
  STRANGER_DATABASE,
  STRANGER_UTF16,
  STRANGER_WEB_PAGE,
} Stranger;

/* Files that are something else, by how they begin. */
static const struct
{
  const char *magic;
  gsize len;
  Stranger stranger;
} strangers[] = {
  { "PK\x03\x04", 4, STRANGER_WORKBOOK },
  { "\xd0\xcf\x11\xe0", 4, STRANGER_WORKBOOK },
  { "%PDF", 4, STRANGER_PDF },
  { "\x1f\x8b", 2, STRANGER_COMPRESSED },
  { "SQLite format 3", 15, STRANGER_DATABASE },
  { "\xff\xfe", 2, STRANGER_UTF16 },
  { "\xfe\xff", 2, STRANGER_UTF16 },
};

static gboolean refuse (GError **error, int code, const char *sentence, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, int code, const char *sentence, ...)
{
  va_list args;

  va_start (args, sentence);
  if (error != NULL)
    *error = g_error_new_valist (ACCORD_EXCHANGE_ERROR, code, sentence, args);
  va_end (args);
  return FALSE;
}

static gboolean
refuse_stranger (GError **error, Stranger stranger, const char *name)
{
  const int code = ACCORD_EXCHANGE_ERROR_NOT_TEXT;

  switch (stranger)
    {
    case STRANGER_WORKBOOK:
      return refuse (error, code,
                     _ ("“%s” is a workbook or an archive, not CSV: save its sheet as CSV and open that."),
                     name);
    case STRANGER_PDF:
      return refuse (error, code, _ ("“%s” is a PDF document, not CSV."), name);
    case STRANGER_COMPRESSED:
      return refuse (error, code, _ ("“%s” is compressed: unpack it and open what is inside."), name);
    case STRANGER_DATABASE:
      return refuse (error, code, _ ("“%s” is a database, not CSV."), name);
    case STRANGER_UTF16:
      return refuse (error, code, _ ("“%s” is in UTF-16: save it as “CSV UTF-8” and open that."), name);
    case STRANGER_WEB_PAGE:
    default:
      return refuse (error, code, _ ("“%s” is a web page, not CSV."), name);
    }
}

static gboolean
is_web_page (const guint8 *head, gsize len)
{
  const char *at = (const char *) head, *end = at + len;

  while (at < end && g_ascii_isspace (*at))
    at++;
  return (end - at >= 9 && g_ascii_strncasecmp (at, "<!doctype", 9) == 0)
         || (end - at >= 5 && g_ascii_strncasecmp (at, "<html", 5) == 0);
}

static gboolean
check_head (Reading *reading, GError **error)
{
  const GByteArray *head = reading->head;

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (head->len >= strangers[i].len && memcmp (head->data, strangers[i].magic, strangers[i].len) == 0)
      return refuse_stranger (error, strangers[i].stranger, reading->probe->name);
  return is_web_page (head->data, head->len)
             ? refuse_stranger (error, STRANGER_WEB_PAGE, reading->probe->name)
             : TRUE;
}

/* White space, or a byte of the byte order mark. */
static gboolean
is_blank (guint8 byte)
{
  return g_ascii_isspace (byte) || byte == 0xef || byte == 0xbb || byte == 0xbf;
}

/* Text has next to no control characters and no nul at all. */
static gboolean
check_noise (Reading *reading, const guint8 *data, gsize len, GError **error)
{
  for (gsize i = 0; i < len; i++)
    {
      reading->controls += data[i] < 0x20 && (data[i] < '\t' || data[i] > '\r');
      reading->blank = reading->blank && is_blank (data[i]);
    }
  if (memchr (data, 0, len) != NULL || reading->controls > 8 + (reading->bytes + len) / 256)
    return refuse (error, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
                   _ ("“%s” is not a text file: it holds bytes that no text has."), reading->probe->name);
  return TRUE;
}

/* @data has room for the carried bytes before it. */
static void
check_utf8 (Reading *reading, char *data, gsize len)
{
  char *from = data - reading->n_carry;
  gboolean broken;
  gsize whole;

  if (!reading->utf8)
    return;
  memcpy (from, reading->carry, reading->n_carry);
  len += reading->n_carry;
  whole = accord_charset_utf8_prefix (from, len, &broken);
  reading->utf8 = !broken;
  if (broken)
    return;
  reading->n_carry = len - whole;
  memcpy (reading->carry, from + whole, reading->n_carry);
}

static gboolean
take_chunk (Reading *reading, char *data, gsize len, GError **error)
{
  gboolean first = reading->bytes == 0;

  g_checksum_update (reading->checksum, (const guchar *) data, len);
  if (reading->head->len < HEAD)
    g_byte_array_append (reading->head, (const guint8 *) data, MIN (len, HEAD - reading->head->len));
  if (first && !check_head (reading, error))
    return FALSE;
  if (!check_noise (reading, (const guint8 *) data, len, error))
    return FALSE;
  check_utf8 (reading, data, len);
  reading->bytes += len;
  return TRUE;
}

/* How well a separator cuts the beginning of the file: how many records have the commonest width, and that
 * width. */
static void
judge_separator (const Reading *reading, char separator, guint *n_records, gsize *width)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (reading->head->data, reading->head->len, NULL);
  g_autoptr (AccordCsvReader) reader = accord_csv_reader_new (stream, ACCORD_CHARSET_WINDOWS_1252, separator);
  gsize widths[HEAD_RECORDS];
  guint n_widths = 0;
  AccordCsvRecord record;
  AccordCsvResult result;

  *n_records = 0;
  *width = 0;
  while (n_widths < HEAD_RECORDS)
    {
      result = accord_csv_reader_next (reader, &record, NULL, NULL);
      if (result == ACCORD_CSV_END || result == ACCORD_CSV_ERROR)
        break;
      if (result == ACCORD_CSV_RECORD && record.n_fields > 1)
        widths[n_widths++] = record.n_fields;
    }
  for (guint i = 0; i < n_widths; i++)
    {
      guint n = 0;

      for (guint j = 0; j < n_widths; j++)
        n += widths[j] == widths[i];
      if (n > *n_records || (n == *n_records && widths[i] > *width))
        {
          *n_records = n;
          *width = widths[i];
        }
    }
}

static char
find_separator (const Reading *reading)
{
  static const char separators[] = { ',', ';', '\t' };
  guint best_records = 0;
  gsize best_width = 0;
  char best = ',';

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n_records;
      gsize width;

      judge_separator (reading, separators[i], &n_records, &width);
      if (n_records > best_records || (n_records == best_records && width > best_width))
        {
          best_records = n_records;
          best_width = width;
          best = separators[i];
        }
    }
  return best;
}

static gboolean
read_all (Reading *reading, GFile *file, AccordProgressFunc progress, gpointer progress_data,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *buffer = NULL;
  char *data;
  gint64 told = 0;

  if (stream == NULL)
    return FALSE;
  buffer = g_malloc (CHUNK + sizeof reading->carry);
  data = buffer + sizeof reading->carry;
  for (;;)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), data, CHUNK, cancellable, error);
      gint64 now = g_get_monotonic_time ();

      if (n < 0)
        return FALSE;
      if (n == 0)
        return TRUE;
      if (!take_chunk (reading, data, n, error))
        return FALSE;
      if (progress != NULL && now - told > G_USEC_PER_SEC / 20)
        {
          progress (reading->bytes, reading->probe->size, progress_data);
          told = now;
        }
    }
}

static char *
make_tag (GFileInfo *info)
{
  const char *etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  const char *id = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE);

  return g_strdup_printf ("%s %s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%06u", id != NULL ? id : "-",
                          etag != NULL ? etag : "-", g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

static AccordCsvProbe *
probe_new (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  AccordCsvProbe *probe;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      refuse (error, ACCORD_EXCHANGE_ERROR_NOT_TEXT, _ ("“%s” is not a file that can be read as CSV."),
              g_file_info_get_display_name (info));
      return NULL;
    }
  probe = g_new0 (AccordCsvProbe, 1);
  probe->name = g_strdup (g_file_info_get_display_name (info));
  probe->size = g_file_info_get_size (info);
  probe->tag = make_tag (info);
  return probe;
}

/**
 * accord_csv_probe:
 * @file: a file of separated values
 * @progress: (nullable): told of bytes read
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads the whole file once: is it text, in which charset, what parts its fields, and its digest. UTF-8 it is
 * if every byte fits; otherwise Windows-1252.
 *
 * Returns: (transfer full): the findings, or %NULL with an error of GIO or one of #AccordExchangeError
 */
AccordCsvProbe *
accord_csv_probe (GFile *file, AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (AccordCsvProbe) probe = probe_new (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GByteArray) head = g_byte_array_new ();
  Reading reading = { probe, checksum, head, .utf8 = TRUE, .blank = TRUE };

  if (probe == NULL || !read_all (&reading, file, progress, progress_data, cancellable, error))
    return NULL;
  if (reading.blank)
    {
      refuse (error, ACCORD_EXCHANGE_ERROR_EMPTY, _ ("“%s” is empty."), probe->name);
      return NULL;
    }
  probe->size = reading.bytes;
  probe->digest = g_strdup (g_checksum_get_string (checksum));
  probe->charset = reading.utf8 && reading.n_carry == 0 ? ACCORD_CHARSET_UTF8 : ACCORD_CHARSET_WINDOWS_1252;
  probe->separator = find_separator (&reading);
  return g_steal_pointer (&probe);
}

/**
 * accord_csv_probe_check:
 * @self: what was found
 * @file: the file it was found in
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Asks the file system whether the file is still what it was.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_CHANGED, or an error of GIO, if it is not
 */
gboolean
accord_csv_probe_check (const AccordCsvProbe *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordCsvProbe) now = probe_new (file, cancellable, error);

  if (now == NULL)
    return FALSE;
  if (g_strcmp0 (now->tag, self->tag) != 0)
    return refuse (error, ACCORD_EXCHANGE_ERROR_CHANGED,
                   _ ("“%s” was changed while it was being read: open it again."), self->name);
  return TRUE;
}

/**
 * accord_csv_probe_copy:
 * @self: findings
 *
 * Returns: (transfer full): the same once more
 */
AccordCsvProbe *
accord_csv_probe_copy (const AccordCsvProbe *self)
{
  AccordCsvProbe *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (AccordCsvProbe, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->digest = g_strdup (self->digest);
  copy->tag = g_strdup (self->tag);
  return copy;
}

/**
 * accord_csv_probe_free:
 * @self: (nullable) (transfer full): findings
 */
void
accord_csv_probe_free (AccordCsvProbe *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->digest);
  g_free (self->tag);
  g_free (self);
}
