/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review-records.h"

#include <string.h>

/**
 * accord_review_kind:
 * @reader: a reader
 * @name: the name of a kind
 *
 * Returns: (transfer none): the kind, which there must be
 */
const AccordKind *
accord_review_kind (AccordReader *reader, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (reader), name);
}

/**
 * accord_review_get:
 * @reader: a reader
 * @kind: the name of a kind
 * @id: a record
 * @error: return location for an #AccordStoreError
 *
 * Returns: (transfer full) (nullable): the record; %NULL with @error set where there is none
 */
AccordRecord *
accord_review_get (AccordReader *reader, const char *kind, gint64 id, GError **error)
{
  return accord_reader_get (reader, accord_review_kind (reader, kind), id, error);
}

/**
 * accord_review_list:
 * @reader: a reader
 * @kind_name: the name of a kind
 * @field: one of its references
 * @id: a record
 * @error: return location for an #AccordStoreError
 *
 * Returns: (transfer full) (element-type AccordRecord) (nullable): the living records whose @field holds @id;
 * %NULL with @error set
 */
GPtrArray *
accord_review_list (AccordReader *reader, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_review_kind (reader, kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  int index = accord_kind_find_field (kind, field);

  accord_query_add_number (query, index,
                           kind->fields[index].type == ACCORD_FIELD_REFERENCE ? ACCORD_OPERATOR_EQUAL
                                                                              : ACCORD_OPERATOR_CONTAINS,
                           id);
  return accord_reader_list (reader, query, error);
}

/**
 * accord_review_get_organisation_of_body:
 * @reader: a reader
 * @body: a board or committee, or %ACCORD_UNKNOWN
 *
 * Returns: the organisation whose board it is; 0 where it is nobody’s
 */
gint64
accord_review_get_organisation_of_body (AccordReader *reader, gint64 body)
{
  g_autoptr (AccordRecord) record =
      body != ACCORD_UNKNOWN ? accord_review_get (reader, "body", body, NULL) : NULL;
  gint64 organisation = record != NULL ? accord_record_get_int (record, "organisation") : ACCORD_UNKNOWN;

  return organisation != ACCORD_UNKNOWN ? organisation : 0;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *folded_b = b != NULL ? g_utf8_casefold (b, -1) : NULL;

  return folded_a != NULL && folded_b != NULL && strcmp (folded_a, folded_b) == 0;
}

/**
 * accord_review_is_awaited:
 * @reader: a reader
 * @endorsement: an endorsement
 * @organisation: a partner, or 0
 * @who: (nullable): what the partner, or its board, is called
 *
 * Returns: whether the endorsement is still to come, and awaited of that partner
 */
gboolean
accord_review_is_awaited (AccordReader *reader, AccordRecord *endorsement, gint64 organisation,
                          const char *who)
{
  g_autoptr (AccordRecord) record =
      organisation != 0 ? accord_review_get (reader, "organisation", organisation, NULL) : NULL;
  const char *named = accord_record_get_text (endorsement, "who");
  gint64 body = accord_record_get_int (endorsement, "body");

  if (g_strcmp0 (accord_record_get_text (endorsement, "outcome"), "to-come") != 0
      || accord_record_get_int (endorsement, "review") != ACCORD_UNKNOWN)
    return FALSE;
  if (body != ACCORD_UNKNOWN)
    return organisation != 0 && accord_review_get_organisation_of_body (reader, body) == organisation;
  return is_same_name (named, who)
         || (record != NULL
             && (is_same_name (named, accord_record_get_text (record, "name"))
                 || is_same_name (named, accord_record_get_text (record, "short-name"))));
}

static char *
dup_one_line (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static gboolean
raise_caveat (AccordWriter *writer, AccordRecord *review, AccordRecord *comment, const char *today,
              GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) caveat = accord_record_new (accord_review_kind (reader, "caveat"));
  g_autofree char *line = dup_one_line (accord_record_get_text (comment, "text"));
  const char *decided = accord_record_get_text (review, "decided");
  const gint64 cases[] = { accord_record_get_int (review, "case") };

  accord_record_set_text (caveat, "text", line);
  accord_record_set_ids (caveat, "cases", cases, 1);
  accord_record_set_int (caveat, "raised-by", accord_record_get_int (review, "body"));
  accord_record_set_int (caveat, "endorsement", accord_record_get_int (review, "endorsement"));
  accord_record_set_int (caveat, "review", accord_record_get_id (review));
  accord_record_set_text (caveat, "raised-on", decided != NULL ? decided : today);
  accord_record_set_text (caveat, "state", "open");
  if (!accord_writer_insert (writer, caveat, error))
    return FALSE;
  accord_record_set_int (comment, "caveat", accord_record_get_id (caveat));
  return accord_writer_update (writer, comment, error);
}

/* A caveat that came of a comment says what the comment says, for as long as nobody has answered it. */
static gboolean
follow_comment (AccordWriter *writer, AccordRecord *review, AccordRecord *comment, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) caveat =
      accord_review_get (reader, "caveat", accord_record_get_int (comment, "caveat"), error);
  g_autofree char *line = dup_one_line (accord_record_get_text (comment, "text"));

  if (caveat == NULL)
    return FALSE;
  if (accord_record_get_deleted (caveat) != NULL
      || g_strcmp0 (accord_record_get_text (caveat, "state"), "open") != 0
      || accord_record_get_text (caveat, "response") != NULL)
    return TRUE;
  accord_record_set_text (caveat, "text", line);
  accord_record_set_int (caveat, "raised-by", accord_record_get_int (review, "body"));
  accord_record_set_int (caveat, "endorsement", accord_record_get_int (review, "endorsement"));
  return accord_writer_update (writer, caveat, error);
}

/* A caveat whose comment is gone, or is none any more. */
static gboolean
drop_caveat (AccordWriter *writer, gint64 id, AccordRecord *comment, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_review_kind (reader, "caveat");
  g_autoptr (AccordRecord) caveat = accord_reader_get (reader, kind, id, error);

  if (caveat == NULL)
    return FALSE;
  if (comment != NULL)
    {
      accord_record_set_int (comment, "caveat", ACCORD_UNKNOWN);
      if (!accord_writer_update (writer, comment, error))
        return FALSE;
    }
  return accord_record_get_deleted (caveat) != NULL || accord_record_get_text (caveat, "response") != NULL
         || accord_writer_delete (writer, kind, id, error);
}

/**
 * accord_review_drop_caveats:
 * @writer: the open change
 * @review: a review
 * @error: return location for an error
 *
 * Deletes the review's open caveats that came of comments which are deleted. For who writes the review: what
 * comes home has them deleted already, and comments may be deleted there by being undone.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_review_drop_caveats (AccordWriter *writer, gint64 review, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT c.id FROM caveat c JOIN comment m ON m.caveat = c.id WHERE m.review = ?1 AND m.deleted IS NOT"
      " NULL AND c.deleted IS NULL AND c.review = ?1 AND c.state = 'open' AND NOT EXISTS (SELECT 1 FROM"
      " comment o WHERE o.caveat = c.id AND o.deleted IS NULL)",
      error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *reason = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, review);
  while (accord_rows_next (rows, &reason))
    {
      gint64 id = accord_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!drop_caveat (writer, g_array_index (ids, gint64, i), NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_of_review (AccordReader *reader, gint64 caveat, gint64 review)
{
  g_autoptr (AccordRecord) record = accord_review_get (reader, "caveat", caveat, NULL);

  return record != NULL && accord_record_get_int (record, "review") == review;
}

/**
 * accord_review_settle_caveats:
 * @writer: the open change
 * @review: a review
 * @today: the day, for what says no other
 * @error: return location for an error
 *
 * A comment of the review that is a caveat has a caveat record, raised by the partner and open; a reply has
 * none. Where the comment was changed since, an open caveat that nobody has answered follows it.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_review_settle_caveats (AccordWriter *writer, gint64 review, const char *today, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) record = accord_review_get (reader, "review", review, error);
  g_autoptr (GPtrArray) comments =
      record != NULL ? accord_review_list (reader, "comment", "review", review, error) : NULL;

  if (comments == NULL)
    return FALSE;
  for (guint i = 0; i < comments->len; i++)
    {
      AccordRecord *comment = comments->pdata[i];
      gint64 caveat = accord_record_get_int (comment, "caveat");
      gboolean is_caveat = g_strcmp0 (accord_record_get_text (comment, "sort"), "caveat") == 0
                           && accord_record_get_int (comment, "reply-to") == ACCORD_UNKNOWN;
      gboolean done = TRUE;

      /* Another's caveat is none of this review's, whatever a comment that came from elsewhere says of it. */
      if (caveat != ACCORD_UNKNOWN && !is_of_review (reader, caveat, review))
        continue;
      if (is_caveat)
        done = caveat != ACCORD_UNKNOWN ? follow_comment (writer, record, comment, error)
                                        : raise_caveat (writer, record, comment, today, error);
      else if (caveat != ACCORD_UNKNOWN)
        done = drop_caveat (writer, caveat, comment, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}
