/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-text.h"

#include "meeting-join.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document has hundreds of records, a spend file a million: of each kind, as many as a person reads. */
#define MOST_OF_A_KIND 500

/* What stands around a decision and what follows from it. */
#define SENTENCES_AROUND 2

/* What comes of a meeting. The records of other kinds quote the same minutes without being decided there. */
static const char *const outcomes[] = {
  "resolution", "endorsement", "caveat", "option",    "action",
  "question",   "finding",     "claim",  "milestone", NULL,
};

static const AccordKind *
find_kind (AccordReader *reader, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (reader), name);
}

static gint64
get_reference (AccordRecord *record, const char *field)
{
  return accord_kind_find_field (accord_record_get_kind (record), field) >= 0
             ? accord_record_get_int (record, field)
             : ACCORD_UNKNOWN;
}

static gboolean
contains (GPtrArray *records, AccordRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (accord_record_get_kind (records->pdata[i]) == accord_record_get_kind (record)
        && accord_record_get_id (records->pdata[i]) == accord_record_get_id (record))
      return TRUE;
  return FALSE;
}

/* Adds the records of @kind that refer to @id by @field, if it has such a field. */
static gboolean
add_referring (AccordReader *reader, const AccordKind *kind, const char *field, gint64 id, GPtrArray *records,
               GError **error)
{
  int index = accord_kind_find_field (kind, field);
  g_autoptr (AccordQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (index < 0 || kind->fields[index].type != ACCORD_FIELD_REFERENCE || id == ACCORD_UNKNOWN)
    return TRUE;
  query = accord_query_new (kind);
  accord_query_add_number (query, index, ACCORD_OPERATOR_EQUAL, id);
  accord_query_set_limit (query, MOST_OF_A_KIND);
  found = accord_reader_list (reader, query, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!contains (records, found->pdata[i]))
      g_ptr_array_add (records, g_object_ref (found->pdata[i]));
  return TRUE;
}

static gboolean
add_all_referring (AccordReader *reader, const char *field, gint64 id, GPtrArray *records, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    if (!add_referring (reader, accord_schema_get_kind (schema, i), field, id, records, error))
      return FALSE;
  return TRUE;
}

/**
 * accord_text_read_of_source:
 * @reader: a reader
 * @source: a document, or %ACCORD_UNKNOWN
 * @all: whether records of all kinds are wanted, not only what meetings decide
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): what was made from the document; %NULL on failure
 */
GPtrArray *
accord_text_read_of_source (AccordReader *reader, gint64 source, gboolean all, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);

      if (g_str_equal (kind->name, "payment") || (!all && !g_strv_contains (outcomes, kind->name)))
        continue;
      if (!add_referring (reader, kind, "source", source, records, error))
        return NULL;
    }
  return g_steal_pointer (&records);
}

static gboolean
read_source (AccordReader *reader, AccordText *text, gint64 id, AccordRecord **record, GError **error)
{
  g_autoptr (AccordRecord) source = NULL;

  text->source = id;
  if (id == ACCORD_UNKNOWN)
    return TRUE;
  source = accord_reader_get (reader, find_kind (reader, "source"), id, error);
  if (source == NULL)
    return FALSE;
  text->source_title = accord_record_dup_title (source);
  text->source_note = g_strdup (accord_record_get_text (source, "note"));
  if (record != NULL)
    *record = g_steal_pointer (&source);
  return TRUE;
}

static void
add_item_sections (AccordText *text, AccordRecord *item)
{
  const char *proposed = accord_record_get_text (item, "proposed");
  const char *minutes = accord_record_get_text (item, "minutes");
  gboolean cut = accord_record_get_boolean (item, "incomplete");

  accord_text_add_section (text, _ ("What was proposed"), proposed, cut && minutes == NULL);
  accord_text_add_section (text, _ ("Minutes"), minutes, cut);
}

/* The records that rest on the decisions among @records. */
static gboolean
add_following (AccordReader *reader, GPtrArray *records, GError **error)
{
  guint n_direct = records->len;

  for (guint i = 0; i < n_direct; i++)
    {
      AccordRecord *record = records->pdata[i];

      if (g_str_equal (accord_record_get_kind (record)->name, "resolution")
          && !add_all_referring (reader, "resolution", accord_record_get_id (record), records, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
without (GPtrArray *records, GPtrArray *those)
{
  GPtrArray *rest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!contains (those, records->pdata[i]))
      g_ptr_array_add (rest, g_object_ref (records->pdata[i]));
  return rest;
}

/**
 * accord_text_read_item:
 * @reader: a reader
 * @item: an agenda item
 * @of_source: (nullable) (element-type AccordRecord): what was made from its document, by
 *   accord_text_read_of_source(), of which the item has what stands in its text
 * @error: return location for an error
 *
 * Returns: (transfer full): the text of the item and what came of it; %NULL on failure
 */
AccordText *
accord_text_read_item (AccordReader *reader, AccordRecord *item, GPtrArray *of_source, GError **error)
{
  g_autoptr (AccordText) text = accord_text_new ("item", accord_record_get_id (item));
  g_autoptr (GPtrArray) tied = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (AccordRecord) source = NULL;

  if (!read_source (reader, text, get_reference (item, "source"), &source, error)
      || !add_all_referring (reader, "item", accord_record_get_id (item), tied, error)
      || !add_following (reader, tied, error))
    return NULL;
  add_item_sections (text, item);
  if (text->sections->len == 0 && source != NULL)
    accord_text_add_section (text, _ ("Text of the document"), accord_record_get_text (source, "text"),
                             FALSE);
  others = without (of_source, tied);
  accord_text_join (text, tied, others);
  return g_steal_pointer (&text);
}

static char *
dup_item_label (AccordRecord *item)
{
  const char *number = accord_record_get_text (item, "number");
  g_autofree char *title = accord_record_dup_title (item);

  return number != NULL ? g_strdup_printf ("%s. %s", number, title) : g_steal_pointer (&title);
}

/* The agenda items of a document are text of it too, where the document itself is kept without them. */
static gboolean
add_items_of_source (AccordReader *reader, AccordText *text, AccordRecord *source, GError **error)
{
  const AccordKind *kind = find_kind (reader, "item");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (AccordPassageText) own = accord_passage_text_new (text->text);

  accord_query_add_number (query, accord_kind_find_field (kind, "source"), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_id (source));
  accord_query_set_sort (query, accord_kind_find_field (kind, "position"), FALSE);
  accord_query_set_limit (query, MOST_OF_A_KIND);
  items = accord_reader_list (reader, query, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *proposed = accord_record_get_text (items->pdata[i], "proposed");
      const char *minutes = accord_record_get_text (items->pdata[i], "minutes");
      g_autofree char *label = dup_item_label (items->pdata[i]);
      g_autofree char *words = g_strjoin ("\n", proposed != NULL ? proposed : "", minutes, NULL);

      if (accord_passage_text_find (own, words, 0, ACCORD_PASSAGE_LIKE).match == ACCORD_PASSAGE_NOT_FOUND)
        accord_text_add_section (text, label, words,
                                 accord_record_get_boolean (items->pdata[i], "incomplete"));
    }
  return items != NULL;
}

static gboolean
add_source_sections (AccordReader *reader, AccordText *text, AccordRecord *source, GError **error)
{
  accord_text_add_section (text, _ ("Text of the document"), accord_record_get_text (source, "text"), FALSE);
  return add_items_of_source (reader, text, source, error);
}

static gboolean
is_new (GPtrArray *quotes, const char *folded)
{
  for (guint i = 0; i < quotes->len; i++)
    if (strstr (quotes->pdata[i], folded) != NULL)
      return FALSE;
  return TRUE;
}

/* Lengths are compared so that a sentence comes before a part of it. */
static int
compare_length (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(char *const *) a), other = strlen (*(char *const *) b);

  return one < other ? 1 : one > other ? -1 : 0;
}

/* The lines that records quote, in the order in which the records come, up to as many as a person reads. */
static GPtrArray *
dup_quoted_lines (GPtrArray *records)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const char *passage = accord_record_get_text (records->pdata[i], "passage");
      g_auto (GStrv) quoted = g_strsplit (passage != NULL ? passage : "", "\n", -1);

      for (char **line = quoted; *line != NULL && lines->len < MOST_OF_A_KIND; line++)
        if (*g_strstrip (*line) != '\0')
          g_ptr_array_add (lines, g_strdup (*line));
    }
  return lines;
}

/* Which of @lines are neither said before nor a part of another, folded. */
static GHashTable *
find_whole_lines (GPtrArray *lines)
{
  g_autoptr (GPtrArray) longest = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GHashTable *whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (longest, accord_passage_fold (lines->pdata[i]));
  g_ptr_array_sort (longest, compare_length);
  for (guint i = 0; i < longest->len; i++)
    if (is_new (kept, longest->pdata[i]))
      {
        g_ptr_array_add (kept, longest->pdata[i]);
        g_hash_table_add (whole, g_strdup (longest->pdata[i]));
      }
  return whole;
}

/* Of a document that is not kept, what the records quote is all there is to read. What stands between the
 * quotations, and in which order they stood, nobody knows. */
static void
add_quotations (AccordText *text, GPtrArray *records)
{
  g_autoptr (GPtrArray) lines = dup_quoted_lines (records);
  g_autoptr (GHashTable) whole = find_whole_lines (lines);
  g_autoptr (GString) quotations = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *folded = accord_passage_fold (lines->pdata[i]);

      if (!g_hash_table_remove (whole, folded))
        continue;
      if (quotations->len > 0)
        g_string_append (quotations, "\n…\n");
      /* Translators: quotation marks around a sentence of a document. */
      g_string_append_printf (quotations, _ ("“%s”"), (char *) lines->pdata[i]);
    }
  accord_text_add_section (text, _ ("What the records quote"), quotations->str, FALSE);
}

static AccordText *
read_document (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (AccordText) text = accord_text_new ("source", id);
  g_autoptr (AccordRecord) source = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!read_source (reader, text, id, &source, error) || !add_source_sections (reader, text, source, error))
    return NULL;
  records = accord_text_read_of_source (reader, id, TRUE, error);
  if (records == NULL)
    return NULL;
  if (text->sections->len == 0)
    add_quotations (text, records);
  accord_text_join (text, records, NULL);
  return g_steal_pointer (&text);
}

/* The item in whose minutes a record should be: its own, or that of the decision it rests on. */
static gboolean
find_item (AccordReader *reader, AccordRecord *record, AccordRecord **item, GError **error)
{
  gint64 resolution = get_reference (record, "resolution");
  gint64 id = get_reference (record, "item");

  if (id == ACCORD_UNKNOWN && resolution != ACCORD_UNKNOWN)
    {
      g_autoptr (AccordRecord) decision =
          accord_reader_get (reader, find_kind (reader, "resolution"), resolution, error);

      if (decision == NULL)
        return FALSE;
      id = get_reference (decision, "item");
    }
  if (id == ACCORD_UNKNOWN)
    return TRUE;
  *item = accord_reader_get (reader, find_kind (reader, "item"), id, error);
  return *item != NULL;
}

static AccordText *
read_in_item (AccordReader *reader, AccordRecord *item, GPtrArray *records, GError **error)
{
  g_autoptr (AccordText) text = accord_text_new ("item", accord_record_get_id (item));

  if (!read_source (reader, text, get_reference (item, "source"), NULL, error))
    return NULL;
  add_item_sections (text, item);
  accord_text_join (text, records, NULL);
  return g_steal_pointer (&text);
}

static AccordText *
read_in_source (AccordReader *reader, AccordRecord *record, GPtrArray *records, GError **error)
{
  gint64 id = get_reference (record, "source");
  g_autoptr (AccordText) text = accord_text_new ("source", id);
  g_autoptr (AccordRecord) source = NULL;

  if (!read_source (reader, text, id, &source, error)
      || (source != NULL && !add_source_sections (reader, text, source, error)))
    return NULL;
  accord_text_join (text, records, NULL);
  return g_steal_pointer (&text);
}

/**
 * accord_text_read_meeting:
 * @reader: a reader
 * @meeting: a meeting
 * @records: (element-type AccordRecord): what came of it under no item of its agenda
 * @error: return location for an error
 *
 * Returns: (transfer full): the text of the meeting's document, joined to @records; %NULL on failure
 */
AccordText *
accord_text_read_meeting (AccordReader *reader, AccordRecord *meeting, GPtrArray *records, GError **error)
{
  return read_in_source (reader, meeting, records, error);
}

/* A record in the text where most of it, and of what rests on it, is found. */
static AccordText *
read_record (AccordReader *reader, AccordRecord *record, gboolean following, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AccordRecord) item = NULL;
  g_autoptr (AccordText) text = NULL;

  g_ptr_array_add (records, g_object_ref (record));
  if ((following && !add_following (reader, records, error)) || !find_item (reader, record, &item, error))
    return NULL;
  if (item != NULL)
    {
      text = read_in_item (reader, item, records, error);
      if (text == NULL || text->n_lost == 0)
        return g_steal_pointer (&text);
    }
  if (get_reference (record, "source") != ACCORD_UNKNOWN || text == NULL)
    {
      AccordText *whole = read_in_source (reader, record, records, error);

      if (whole == NULL || text == NULL || whole->n_lost < text->n_lost)
        return whole;
      accord_text_unref (whole);
    }
  return g_steal_pointer (&text);
}

/**
 * accord_text_read:
 * @reader: a reader
 * @kind: a kind
 * @id: a record of it
 * @error: return location for an error
 *
 * Reads the text of an agenda item or a document with all that was made of it; of any other record the part
 * of a text that it stands in, joined to it and to what rests on it.
 *
 * Returns: (transfer full): the text; %NULL on failure
 */
AccordText *
accord_text_read (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (AccordRecord) record = NULL;
  AccordText *text;

  g_return_val_if_fail (reader != NULL && kind != NULL, NULL);

  if (g_str_equal (kind->name, "source"))
    return read_document (reader, id, error);
  record = accord_reader_get (reader, kind, id, error);
  if (record == NULL)
    return NULL;
  if (g_str_equal (kind->name, "item"))
    {
      g_autoptr (GPtrArray) of_source =
          accord_text_read_of_source (reader, get_reference (record, "source"), FALSE, error);

      return of_source != NULL ? accord_text_read_item (reader, record, of_source, error) : NULL;
    }
  text = read_record (reader, record, TRUE, error);
  if (text != NULL)
    accord_text_crop (text, SENTENCES_AROUND);
  return text;
}

/**
 * accord_text_read_around:
 * @reader: a reader
 * @kind: a kind
 * @id: a record of it
 * @error: return location for an error
 *
 * Returns: (transfer full): the text that the record stands in, joined to it alone; %NULL on failure
 */
AccordText *
accord_text_read_around (AccordReader *reader, const AccordKind *kind, gint64 id, GError **error)
{
  g_autoptr (AccordRecord) record = NULL;

  g_return_val_if_fail (reader != NULL && kind != NULL, NULL);

  record = accord_reader_get (reader, kind, id, error);
  return record != NULL ? read_record (reader, record, FALSE, error) : NULL;
}
