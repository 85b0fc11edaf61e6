/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-whole.h"

/* The records of @kind_name that are cut short and name @id by @field. */
static GPtrArray *
list_cut (AccordReader *reader, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  accord_query_add_number (query, accord_kind_find_field (kind, "incomplete"), ACCORD_OPERATOR_EQUAL, 1);
  return accord_reader_list (reader, query, error);
}

static gboolean
write_mark (AccordWriter *writer, AccordRecord *record, GError **error)
{
  accord_record_set_boolean (record, "incomplete", FALSE);
  return accord_writer_update (writer, record, error);
}

static gboolean
write_decisions (AccordWriter *writer, gint64 item, GError **error)
{
  g_autoptr (GPtrArray) cut = list_cut (accord_writer_get_reader (writer), "resolution", "item", item, error);

  for (guint i = 0; cut != NULL && i < cut->len; i++)
    if (!write_mark (writer, cut->pdata[i], error))
      return FALSE;
  return cut != NULL;
}

/* The page of a meeting is whole once nothing on it is cut short. */
static gboolean
write_meeting (AccordWriter *writer, gint64 id, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "meeting");
  g_autoptr (GPtrArray) items = list_cut (reader, "item", "meeting", id, error);
  g_autoptr (GPtrArray) decisions =
      items != NULL ? list_cut (reader, "resolution", "meeting", id, error) : NULL;
  g_autoptr (AccordRecord) meeting = NULL;

  if (decisions == NULL)
    return FALSE;
  if (items->len + decisions->len > 0)
    return TRUE;
  meeting = accord_reader_get (reader, kind, id, error);
  if (meeting == NULL)
    return FALSE;
  return !accord_record_get_boolean (meeting, "incomplete") || write_mark (writer, meeting, error);
}

/**
 * accord_item_write_whole:
 * @writer: a writer
 * @item: an agenda item whose text is all there now
 * @error: return location for an error
 *
 * Writes the item and takes away the mark that it is cut short, from it and from the decisions under it, and
 * from its meeting where nothing else there is cut short.
 *
 * Returns: whether that went well
 */
gboolean
accord_item_write_whole (AccordWriter *writer, AccordRecord *item, GError **error)
{
  gint64 meeting;

  g_return_val_if_fail (writer != NULL, FALSE);
  g_return_val_if_fail (ACCORD_IS_RECORD (item), FALSE);

  meeting = accord_record_get_int (item, "meeting");
  return write_mark (writer, item, error) && write_decisions (writer, accord_record_get_id (item), error)
         && (meeting == ACCORD_UNKNOWN || write_meeting (writer, meeting, error));
}
