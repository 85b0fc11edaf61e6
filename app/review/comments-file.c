/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-file.h"

#include "appraisal-file.h"
#include "caveats-file.h"
#include "file-place.h"
#include "five-case.h"
#include "json-read.h"
#include "json-exact.h"
#include "pack-error.h"
#include "review-records.h"
#include "what-if.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most values of all kinds in a file. */
#define MOST_VALUES 1000000

/* A file of comments on its way into a review. */
typedef struct
{
  AccordWriter *writer;
  AccordReader *reader;
  AccordFilePlace place;
  gint64 business_case;
  GArray *made;
  GPtrArray *there;
  guint n_added;
} Reading;

/* A member that is text; %FALSE where it is something else. */
static gboolean
get_text (const Reading *self, JsonObject *row, const char *member, const char **text, GError **error)
{
  JsonNode *node = json_object_get_member (row, member);

  *text = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return accord_file_place_fail (&self->place, error, _ ("“%s” must be text."), member);
  *text = json_node_get_string (node);
  return TRUE;
}

static gboolean
is_section (const char *section)
{
  static const char *const fields[] = { "summary",   "strategic",  "economic", "commercial",
                                        "financial", "management", NULL };
  const char *slash = strchr (section, '/');
  g_autofree char *field = slash != NULL ? g_strndup (section, slash - section) : NULL;

  if (slash == NULL)
    return g_strv_contains (fields, section);
  for (guint five = 0; five < ACCORD_FIVE_N; five++)
    {
      guint n;
      const AccordFiveSection *sections = accord_five_sections (five, &n);

      for (guint i = 0; strcmp (accord_five_case_get_field (five), field) == 0 && i < n; i++)
        if (strcmp (sections[i].code, slash + 1) == 0)
          return TRUE;
    }
  return FALSE;
}

/* A record of the case by uid, or by one of two fields. */
static gboolean
find_of_case (const Reading *self, const char *kind, const char *words, const char *other, gint64 *id,
              GError **error)
{
  const AccordKind *described = accord_review_kind (self->reader, kind);
  g_autofree char *column = accord_field_column (accord_kind_get_field (described, other));
  g_autofree char *sql = g_strdup_printf (
      "SELECT id FROM \"%s\" WHERE deleted IS NULL AND \"case\" = ?1 AND (uid = ?2 OR name = "
      "?2 COLLATE NOCASE OR \"%s\" = ?2 COLLATE NOCASE)",
      kind, column);
  g_autoptr (AccordRows) rows = accord_reader_query (self->reader, sql, error);

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, self->business_case);
  accord_rows_bind_text (rows, 2, words);
  if (!accord_rows_next (rows, NULL))
    return accord_file_place_fail (&self->place, error, _ ("the case has no %s “%s”."), kind, words);
  *id = accord_rows_int (rows, 0);
  return !accord_rows_next (rows, NULL)
         || accord_file_place_fail (&self->place, error,
                                    _ ("the case has more than one %s “%s”; give its uid."), kind, words);
}

/* "net:" and an organisation, by uid or name, as "net:" and its uid. */
static gboolean
put_figure (const Reading *self, AccordRecord *comment, const char *figure, GError **error)
{
  static const char *const figures[] = { "npsv", "bcr", "pvb", "pvc", "payback", NULL };
  const AccordKind *kind = accord_review_kind (self->reader, "organisation");
  g_autoptr (AccordRecord) organisation = NULL;
  g_autofree char *code = NULL;
  gint64 id;

  if (g_strv_contains (figures, figure))
    {
      accord_record_set_text (comment, "figure", figure);
      return TRUE;
    }
  if (!g_str_has_prefix (figure, "net:"))
    return accord_file_place_fail (
        &self->place, error,
        _ ("there is no figure “%s”; there are npsv, bcr, pvb, pvc, payback and net:ORGANISATION."), figure);
  id = accord_reader_resolve (self->reader, kind, figure + strlen ("net:"), NULL);
  organisation = id > 0 ? accord_reader_get (self->reader, kind, id, NULL) : NULL;
  if (organisation == NULL)
    return accord_file_place_fail (&self->place, error, _ ("there is no organisation “%s”."),
                                   figure + strlen ("net:"));
  code = g_strconcat ("net:", accord_record_get_uid (organisation), NULL);
  accord_record_set_text (comment, "figure", code);
  return TRUE;
}

static gboolean
put_page (const Reading *self, JsonObject *row, AccordRecord *comment, GError **error)
{
  gint64 page;

  if (!json_object_has_member (row, "page"))
    return TRUE;
  if (!accord_json_get_whole (row, "page", &page) || page < 1)
    return accord_file_place_fail (&self->place, error, _ ("“page” must be a whole number from 1."));
  accord_record_set_int (comment, "page", page);
  return TRUE;
}

static gboolean
put_place (const Reading *self, JsonObject *row, AccordRecord *comment, GError **error)
{
  const char *section, *figure, *option, *document, *quote, *rectangles;
  gint64 id;

  if (!get_text (self, row, "section", &section, error) || !get_text (self, row, "figure", &figure, error)
      || !get_text (self, row, "option", &option, error)
      || !get_text (self, row, "document", &document, error) || !get_text (self, row, "quote", &quote, error)
      || !get_text (self, row, "rectangles", &rectangles, error) || !put_page (self, row, comment, error))
    return FALSE;
  if ((section != NULL) + (figure != NULL) + (document != NULL) > 1)
    return accord_file_place_fail (&self->place, error,
                                   _ ("it can be on a section, a figure or a document, not on several."));
  if (section != NULL && !is_section (section))
    return accord_file_place_fail (&self->place, error, _ ("the case has no section “%s”."), section);
  if (document == NULL && json_object_has_member (row, "page"))
    return accord_file_place_fail (&self->place, error, _ ("it names a page but no document."));
  accord_record_set_text (comment, "section", section);
  accord_record_set_text (comment, "quote", quote);
  accord_record_set_text (comment, "rectangles", rectangles);
  if (figure != NULL && !put_figure (self, comment, figure, error))
    return FALSE;
  if (option != NULL)
    {
      if (!find_of_case (self, "option", option, "letter", &id, error))
        return FALSE;
      accord_record_set_int (comment, "option", id);
    }
  if (document != NULL)
    {
      if (!find_of_case (self, "document", document, "file-name", &id, error))
        return FALSE;
      accord_record_set_int (comment, "document", id);
    }
  return TRUE;
}

static gboolean
put_reply (const Reading *self, JsonObject *row, AccordRecord *comment, GError **error)
{
  JsonNode *node = json_object_get_member (row, "reply_to");
  const char *uid;
  gint64 id;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (accord_json_get_whole (row, "reply_to", &id))
    {
      if (id < 1 || id > (gint64) self->made->len)
        return accord_file_place_fail (&self->place, error, _ ("it answers none of the comments before it."));
      accord_record_set_int (comment, "reply-to", g_array_index (self->made, gint64, id - 1));
      return TRUE;
    }
  if (!get_text (self, row, "reply_to", &uid, error))
    return FALSE;
  id = accord_reader_find (self->reader, accord_review_kind (self->reader, "comment"), uid, NULL);
  if (id == 0)
    return accord_file_place_fail (&self->place, error,
                                   _ ("it answers the comment “%s”, which the case does not have."), uid);
  accord_record_set_int (comment, "reply-to", id);
  return TRUE;
}

/* What is assumed otherwise, worked out here. */
static gboolean
put_what_if (const Reading *self, JsonObject *row, AccordRecord *comment, GError **error)
{
  JsonObject *object = accord_json_get_object (row, "what_if");
  const char *changes = object != NULL ? accord_json_get_text (object, "changes") : NULL;
  g_autoptr (AccordAppraisalFile) appraisal = NULL;
  g_autoptr (AccordWhatIf) what_if = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *json = NULL;
  gint64 option = accord_record_get_int (comment, "option");
  guint index;

  if (object == NULL && !get_text (self, row, "what_if", &changes, error))
    return FALSE;
  if (changes == NULL)
    return object == NULL
           || accord_file_place_fail (&self->place, error, _ ("“what_if” does not say what changes."));
  appraisal = accord_appraisal_file_read (self->reader, self->business_case, error);
  if (appraisal == NULL)
    return FALSE;
  if (appraisal->cba == NULL)
    return accord_file_place_fail (&self->place, error,
                                   _ ("the case has no appraisal in which to try that."));
  index = accord_appraisal_file_get_shown_option (appraisal);
  for (guint i = 0; i < appraisal->options->len; i++)
    if (accord_record_get_id (appraisal->options->pdata[i]) == option)
      index = i;
  what_if = accord_what_if_new (appraisal->cba, index, changes, &reason);
  if (what_if == NULL)
    return accord_file_place_fail (&self->place, error, "%s", reason->message);
  json = accord_what_if_dup_json (what_if);
  accord_record_set_text (comment, "what-if", json);
  return TRUE;
}

static gboolean
put_words (const Reading *self, JsonObject *row, AccordRecord *comment, GError **error)
{
  const char *text, *sort;

  if (!get_text (self, row, "text", &text, error) || !get_text (self, row, "sort", &sort, error))
    return FALSE;
  if (text == NULL || *text == '\0')
    return accord_file_place_fail (&self->place, error, _ ("it says nothing: “text” is missing."));
  if (sort == NULL)
    sort = "question";
  if (accord_field_choice_label (accord_kind_get_field (accord_record_get_kind (comment), "sort"), sort)
      == NULL)
    return accord_file_place_fail (
        &self->place, error, _ ("there is no sort “%s”; there are question, correction, risk and caveat."),
        sort);
  accord_record_set_text (comment, "text", text);
  accord_record_set_text (comment, "sort", sort);
  accord_record_set_text (comment, "state", "open");
  accord_record_set_text (comment, "author", self->place.file->author);
  accord_record_set_text (comment, "written", self->place.file->written);
  accord_record_set_int (comment, "case", self->business_case);
  accord_record_set_int (comment, "review", self->place.file->review);
  return TRUE;
}

/* The comment of the review that says the same in the same place; 0 where there is none. */
static gint64
find_same (const Reading *self, AccordRecord *comment)
{
  static const char *const places[] = { "text",     "sort", "section",    "figure",   "option",
                                        "document", "page", "rectangles", "reply-to", NULL };
  const AccordKind *kind = accord_record_get_kind (comment);

  for (guint i = 0; i < self->there->len; i++)
    {
      gboolean same = TRUE;

      for (guint j = 0; same && places[j] != NULL; j++)
        same = accord_record_field_equal (self->there->pdata[i], comment,
                                          accord_kind_find_field (kind, places[j]));
      if (same)
        return accord_record_get_id (self->there->pdata[i]);
    }
  return 0;
}

static gboolean
take_row (Reading *self, JsonObject *row, GError **error)
{
  g_autoptr (AccordRecord) comment = accord_record_new (accord_review_kind (self->reader, "comment"));
  g_autoptr (GError) reason = NULL;
  gint64 id;

  if (row == NULL)
    return accord_file_place_fail (&self->place, error, _ ("it must be an object."));
  if (!put_words (self, row, comment, error) || !put_place (self, row, comment, error)
      || !put_reply (self, row, comment, error) || !put_what_if (self, row, comment, error))
    return FALSE;
  id = find_same (self, comment);
  if (id == 0)
    {
      if (!accord_writer_insert (self->writer, comment, &reason))
        return accord_file_place_fail (&self->place, error, "%s", reason->message);
      id = accord_record_get_id (comment);
      self->n_added++;
    }
  g_array_append_val (self->made, id);
  return TRUE;
}

static JsonArray *
find_rows (JsonNode *root)
{
  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    return json_node_get_array (root);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
             ? accord_json_get_array (json_node_get_object (root), "comments")
             : NULL;
}

static gboolean
take_rows (Reading *self, JsonArray *rows, GError **error)
{
  if (json_array_get_length (rows) > ACCORD_COMMENTS_FILE_MOST)
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE, _ ("%s has more than %d comments."),
                   self->place.file->name, ACCORD_COMMENTS_FILE_MOST);
      return FALSE;
    }
  for (self->place.index = 0; self->place.index < json_array_get_length (rows); self->place.index++)
    if (!take_row (self, accord_json_get_row (rows, self->place.index), error))
      return FALSE;
  return TRUE;
}

/**
 * accord_comments_file_write:
 * @writer: the open change
 * @file: how they are kept
 * @json: the file’s text
 * @length: its length in bytes, or -1
 * @n_added: (out) (optional): how many were new
 * @error: return location for an error
 *
 * Adds the comments of a file to a review, and keeps what it says of the answers to their caveats.
 *
 * Returns: %FALSE with %ACCORD_PACK_ERROR_FORMAT and the place of what is wrong; nothing of the change is to
 * be kept then
 */
gboolean
accord_comments_file_write (AccordWriter *writer, const AccordCommentsFile *file, const char *json,
                            gssize length, guint *n_added, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root =
      accord_json_exact_read (json, length >= 0 ? (gsize) length : strlen (json), MOST_VALUES, &reason);
  JsonArray *rows = find_rows (root);
  JsonArray *caveats = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                           ? accord_json_get_array (json_node_get_object (root), "caveats")
                           : NULL;
  g_autoptr (AccordRecord) review = accord_review_get (reader, "review", file->review, error);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) there = NULL;
  Reading self = { writer, reader, { file, FALSE, 0 }, 0, made, NULL, 0 };

  if (review == NULL)
    return FALSE;
  if (rows == NULL && caveats == NULL)
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT,
                   reason != NULL ? _ ("%s cannot be read as JSON: %s") : _ ("%s is no list of comments.%s"),
                   file->name, reason != NULL ? reason->message : "");
      return FALSE;
    }
  there = accord_review_list (reader, "comment", "review", file->review, error);
  if (there == NULL)
    return FALSE;
  self.there = there;
  self.business_case = accord_record_get_int (review, "case");
  if ((rows != NULL && !take_rows (&self, rows, error))
      || (caveats != NULL && !accord_caveats_file_write (writer, file, caveats, error)))
    return FALSE;
  if (n_added != NULL)
    *n_added = self.n_added;
  return TRUE;
}
