/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments-source.h"

#include "date.h"
#include "payments-summary.h"
#include "rejection.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

/* So many rejected rows are written down with the source document. */
#define MOST_NOTED 500

static const AccordKind *
get_kind (AccordReader *reader, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (reader), name);
}

/* The last source document whose @field is @value; 0 if there is none. */
static gint64
find_source (AccordReader *reader, const char *field, const char *value, GError **error)
{
  const AccordKind *kind = get_kind (reader, "source");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  gint64 last = 0;

  accord_query_add_text (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, value);
  accord_query_add_text (query, accord_kind_find_field (kind, "type"), ACCORD_OPERATOR_EQUAL, "spend-file");
  found = accord_reader_list (reader, query, error);
  if (found == NULL)
    return -1;
  for (guint i = 0; i < found->len; i++)
    last = MAX (last, accord_record_get_id (g_ptr_array_index (found, i)));
  return last;
}

/* Whether a source document stands for payments of this body. */
static gboolean
is_of_body (AccordReader *reader, gint64 source, const char *body, gboolean *is, GError **error)
{
  const AccordKind *kind = get_kind (reader, "payment");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  guint field = accord_kind_find_field (kind, "paying-body");
  gint64 count;

  accord_query_add_number (query, accord_kind_find_field (kind, "source"), ACCORD_OPERATOR_EQUAL, source);
  accord_query_add_text (query, field, body != NULL ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_UNKNOWN, body);
  count = accord_reader_count (reader, query, error);
  *is = count > 0;
  return count >= 0;
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static char *
dup_note (AccordPaymentsFile *file, const GPtrArray *rejected)
{
  g_autofree char *summary = accord_payments_dup_summary (file);
  GString *note = g_string_new (summary);

  for (guint i = 0; i < rejected->len && i < MOST_NOTED; i++)
    {
      const AccordRejection *rejection = g_ptr_array_index (rejected, i);

      g_string_append_c (note, '\n');
      g_string_append_printf (note, _ ("Line %" PRIu64 ": %s"), rejection->line, rejection->reason);
    }
  if (rejected->len > MOST_NOTED)
    g_string_append (note, "\n…");
  return g_string_free (note, FALSE);
}

static void
set_text_if_other (AccordRecord *record, const char *field, const char *text)
{
  if (g_strcmp0 (accord_record_get_text (record, field), text) != 0)
    accord_record_set_text (record, field, text);
}

/**
 * accord_payments_find_source:
 * @reader: a reader
 * @file: a spend file
 * @same: (out): whether it is the very same file, byte for byte
 * @error: return location for a #GError
 *
 * Looks for the source document of an earlier import: of the same bytes, else of a file of the same name from
 * the same body.
 *
 * Returns: its identifier; 0 if there is none; -1 with @error set if it cannot be told
 */
gint64
accord_payments_find_source (AccordReader *reader, AccordPaymentsFile *file, gboolean *same, GError **error)
{
  const AccordCsvProbe *probe = accord_payments_file_get_probe (file);
  gint64 source = find_source (reader, "digest", probe->digest, error);
  gboolean of_body;

  *same = source > 0;
  if (source != 0)
    return source;
  source = find_source (reader, "file-name", probe->name, error);
  if (source <= 0)
    return source;
  if (!is_of_body (reader, source, accord_payments_file_get_paying_body (file), &of_body, error))
    return -1;
  return of_body ? source : 0;
}

/**
 * accord_payments_write_source:
 * @writer: the open change
 * @file: a spend file
 * @source: its source document of an earlier import, or 0
 * @rejected: (element-type AccordRejection): the rows that were rejected
 * @error: return location for a #GError
 *
 * Writes down where the payments come from: the file's name and digest, how it was read, and what was
 * rejected.
 *
 * Returns: the source document's identifier; 0 with @error set on failure
 */
gint64
accord_payments_write_source (AccordWriter *writer, AccordPaymentsFile *file, gint64 source,
                              const GPtrArray *rejected, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordCsvProbe *probe = accord_payments_file_get_probe (file);
  g_autofree char *title = accord_payments_dup_title (file);
  g_autofree char *note = dup_note (file, rejected);
  g_autofree char *date = today ();
  g_autoptr (AccordRecord) record = NULL;

  if (source != 0)
    record = accord_reader_get (reader, get_kind (reader, "source"), source, error);
  else
    record = accord_record_new (get_kind (reader, "source"));
  if (record == NULL)
    return 0;
  set_text_if_other (record, "title", title);
  set_text_if_other (record, "type", "spend-file");
  set_text_if_other (record, "file-name", probe->name);
  set_text_if_other (record, "digest", probe->digest);
  set_text_if_other (record, "note", note);
  if (source == 0 || accord_record_get_text (record, "fetched") == NULL)
    accord_record_set_text (record, "fetched", date);
  if (source != 0 ? !accord_writer_update (writer, record, error)
                  : !accord_writer_insert (writer, record, error))
    return 0;
  return accord_record_get_id (record);
}
