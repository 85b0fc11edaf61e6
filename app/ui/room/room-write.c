/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-write.h"

#include "caveat-verdict.h"
#include "what-if.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the reading room writes beside what is typed. */

/**
 * accord_room_comment_new:
 * @workspace: a reading file
 * @data: the reading
 * @fields: the place that it is on, a{sv}
 * @today: today as an ISO date
 *
 * Returns: (transfer full): a comment without words
 */
AccordRecord *
accord_room_comment_new (AccordWorkspace *workspace, const AccordRoomData *data, GVariant *fields,
                         const char *today)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (workspace), "comment");
  AccordRecord *comment = accord_record_new (kind);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  accord_record_fill_in (comment);
  accord_record_set_int (comment, "case", data->reading->business_case);
  accord_record_set_int (comment, "review", data->reading->review);
  accord_record_set_text (comment, "author", accord_record_get_text (data->review, "reviewer"));
  accord_record_set_text (comment, "written", today);
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      if (accord_kind_find_field (kind, name) < 0)
        continue;
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
        accord_record_set_int (comment, name, g_variant_get_int64 (value));
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        accord_record_set_text (comment, name, g_variant_get_string (value, NULL));
    }
  return comment;
}

static char *
dup_title (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (accord_record_get_id (records->pdata[i]) == id)
      return accord_record_dup_title (records->pdata[i]);
  return NULL;
}

static char *
dup_figure_words (const AccordRoomData *data, AccordRecord *comment)
{
  const char *figure = accord_record_get_text (comment, "figure");
  const char *uid = accord_comment_figure_get_organisation (figure);
  const AccordCba *cba = data->appraisal->cba;
  guint index = uid != NULL && cba != NULL ? accord_cba_find_organisation (cba, uid) : ACCORD_CBA_NONE;
  g_autofree char *option = dup_title (data->appraisal->options, accord_record_get_int (comment, "option"));

  return accord_comment_dup_figure_words (
      figure, option,
      index != ACCORD_CBA_NONE ? ((const AccordCbaOrganisation *) cba->organisations->pdata[index])->name
                               : NULL);
}

/**
 * accord_room_comment_dup_place:
 * @data: a reading
 * @comment: a comment that is not kept yet
 *
 * Returns: (transfer full): what it is on, in words
 */
char *
accord_room_comment_dup_place (const AccordRoomData *data, AccordRecord *comment)
{
  g_autofree char *document = NULL;
  gint64 page = accord_record_get_int (comment, "page");

  switch (accord_comment_get_on (comment))
    {
    case ACCORD_COMMENT_ON_SECTION:
      return accord_comment_dup_section_words (accord_record_get_text (comment, "section"));
    case ACCORD_COMMENT_ON_FIGURE:
      return dup_figure_words (data, comment);
    case ACCORD_COMMENT_ON_DOCUMENT:
      document = dup_title (data->documents, accord_record_get_int (comment, "document"));
      if (document == NULL || page <= 0)
        return g_strdup (document != NULL ? document : _ ("A document that is not here"));
      return g_strdup_printf (_ ("%s, page %d"), document, (int) page);
    case ACCORD_COMMENT_ON_CASE:
    default:
      return g_strdup (_ ("The whole case"));
    }
}

/**
 * accord_room_dup_changes:
 * @comment: a comment
 *
 * Returns: (transfer full) (nullable): what was assumed otherwise with it
 */
char *
accord_room_dup_changes (AccordRecord *comment)
{
  const char *json = accord_record_get_text (comment, "what-if");
  g_autoptr (AccordWhatIf) what_if = json != NULL ? accord_what_if_parse (json, NULL) : NULL;

  return what_if != NULL ? g_strdup (what_if->changes) : NULL;
}

/**
 * accord_room_list_deleted:
 * @thread: (nullable): the thread that the comment is in
 * @comment: a comment or a reply
 *
 * Returns: (transfer full) (element-type gint64): what goes with it: replies before what they answer, for a
 * record that others speak of is not deleted
 */
GArray *
accord_room_list_deleted (const AccordCommentThread *thread, gint64 comment)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (thread != NULL && accord_record_get_id (thread->record) == comment)
    for (guint i = thread->replies->len; i > 0; i--)
      {
        gint64 id = accord_record_get_id (thread->replies->pdata[i - 1]);

        g_array_append_val (ids, id);
      }
  g_array_append_val (ids, comment);
  return ids;
}

/**
 * accord_room_delete_write:
 * @writer: an open change
 * @ids: (type GArray): comments
 * @error: return location for an error
 *
 * Deletes them.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_room_delete_write (AccordWriter *writer, gpointer ids, GError **error)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_reader_get_schema (accord_writer_get_reader (writer)), "comment");
  GArray *all = ids;

  for (guint i = 0; i < all->len; i++)
    if (!accord_writer_delete (writer, kind, g_array_index (all, gint64, i), error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  gint64 comment;
  char *json;
} Attach;

gpointer
accord_room_attach_new (gint64 comment, const char *json)
{
  Attach *self = g_new0 (Attach, 1);

  self->comment = comment;
  self->json = g_strdup (json);
  return self;
}

void
accord_room_attach_free (gpointer data)
{
  Attach *self = data;

  g_free (self->json);
  g_free (self);
}

/**
 * accord_room_attach_write:
 * @writer: an open change
 * @data: from accord_room_attach_new()
 * @error: return location for an error
 *
 * Keeps other assumptions with a comment.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_room_attach_write (AccordWriter *writer, gpointer data, GError **error)
{
  const Attach *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "comment");
  g_autoptr (AccordRecord) comment = accord_reader_get (reader, kind, self->comment, error);

  if (comment == NULL)
    return FALSE;
  accord_record_set_text (comment, "what-if", self->json);
  return accord_writer_update (writer, comment, error);
}

/* --- What is said of the answer to a caveat. */

typedef struct
{
  gint64 review;
  gint64 caveat;
  char *state;
  char *today;
} Settle;

/**
 * accord_room_settle_new:
 * @data: a reading
 * @caveat: a caveat
 * @state: "accepted" or "open"
 * @today: today as an ISO date
 *
 * Returns: (transfer full): what accord_room_settle_write() writes
 */
gpointer
accord_room_settle_new (const AccordRoomData *data, gint64 caveat, const char *state, const char *today)
{
  Settle *self = g_new0 (Settle, 1);

  self->review = data->reading->review;
  self->caveat = caveat;
  self->state = g_strdup (state);
  self->today = g_strdup (today);
  return self;
}

void
accord_room_settle_free (gpointer data)
{
  Settle *self = data;

  g_free (self->state);
  g_free (self->today);
  g_free (self);
}

/**
 * accord_room_settle_write:
 * @writer: an open change
 * @data: from accord_room_settle_new()
 * @error: return location for an error
 *
 * Keeps what who reads says of the answer to a caveat that they raised.
 *
 * Returns: %FALSE where it is not theirs to say, or cannot be kept
 */
gboolean
accord_room_settle_write (AccordWriter *writer, gpointer data, GError **error)
{
  const Settle *self = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  AccordSchema *schema = accord_reader_get_schema (reader);
  g_autoptr (AccordRecord) review =
      accord_reader_get (reader, accord_schema_find_kind (schema, "review"), self->review, error);
  g_autoptr (AccordRecord) caveat =
      review != NULL
          ? accord_reader_get (reader, accord_schema_find_kind (schema, "caveat"), self->caveat, error)
          : NULL;

  return caveat != NULL
         && accord_caveat_verdict_write (writer, review, caveat, self->state, self->today, error);
}

/* --- What was tried, and is attached to no comment yet. */

#define TRIED "what-if-tried"

/**
 * accord_room_tried_read:
 * @reader: a reader of a reading file
 *
 * Returns: (transfer full): what was tried last, for accord_room_tried_dup_changes(); empty where there is
 * nothing
 */
char *
accord_room_tried_read (AccordReader *reader)
{
  char *kept = accord_reader_dup_setting (reader, TRIED);

  return kept != NULL ? kept : g_strdup ("");
}

/**
 * accord_room_tried_dup:
 * @about: the uid of the option or the comment that it is tried for
 * @changes: (nullable): what is assumed otherwise
 *
 * Returns: (transfer full): both in one
 */
char *
accord_room_tried_dup (const char *about, const char *changes)
{
  return changes != NULL && *changes != '\0' ? g_strdup_printf ("%s\n%s", about, changes) : g_strdup ("");
}

/**
 * accord_room_tried_dup_changes:
 * @kept: (nullable): what was tried last
 * @about: the uid of an option or a comment
 *
 * Returns: (transfer full) (nullable): what was tried for it; %NULL where the last was for another
 */
char *
accord_room_tried_dup_changes (const char *kept, const char *about)
{
  const char *line = kept != NULL ? strchr (kept, '\n') : NULL;

  return line != NULL && strlen (about) == (gsize) (line - kept) && strncmp (kept, about, line - kept) == 0
             ? g_strdup (line + 1)
             : NULL;
}

/**
 * accord_room_tried_write:
 * @writer: the open change
 * @kept: (type utf8): what was tried last, or empty text
 * @error: return location for an error
 *
 * Keeps it in the reading file, where it is no record and no step to undo: it is there after the program was
 * ended in the middle of it.
 *
 * Returns: %FALSE when it cannot be written
 */
gboolean
accord_room_tried_write (AccordWriter *writer, gpointer kept, GError **error)
{
  return accord_writer_set_setting (writer, TRIED, *(const char *) kept != '\0' ? kept : NULL, error);
}
