/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-data.h"

#include "case/documents-card.h"
#include "caveat-verdict.h"
#include "date.h"
#include "respond.h"
#include "room/room-write.h"
#include "today.h"

#include <glib/gi18n-lib.h>

#define CAVEAT 3

/* So many answers are named by the caveat, and the rest told by their number. */
#define MOST_NAMED 3
/* The words of a caveat by which it is known again, in characters. */
#define FEW_WORDS 80

static void
free_result (gpointer data)
{
  g_clear_pointer (&data, accord_cba_result_free);
}

static void
clear_data (gpointer data)
{
  AccordRoomData *self = data;

  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->appraisal, accord_appraisal_file_free);
  g_clear_pointer (&self->own_caveats, g_ptr_array_unref);
  g_clear_pointer (&self->other_caveats, g_ptr_array_unref);
  g_clear_pointer (&self->file, accord_case_file_free);
  g_clear_object (&self->review);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->checklist, accord_case_review_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->reading, accord_reading_free);
  g_clear_pointer (&self->tried, g_free);
}

AccordRoomData *
accord_room_data_ref (AccordRoomData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_room_data_unref (AccordRoomData *self)
{
  g_atomic_rc_box_release_full (self, clear_data);
}

static void
work_out (AccordRoomData *self)
{
  const AccordCba *cba = self->appraisal->cba;

  self->results = g_ptr_array_new_with_free_func (free_result);
  for (guint i = 0; cba != NULL && i < cba->options->len; i++)
    g_ptr_array_add (self->results, accord_cba_evaluate (cba, i, NULL));
}

static void
part_caveats (AccordRoomData *self, AccordReader *reader)
{
  self->own_caveats = g_ptr_array_new_with_free_func (g_object_unref);
  self->other_caveats = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->file->caveats->len; i++)
    {
      AccordRecord *caveat = self->file->caveats->pdata[i];
      gboolean own = accord_caveat_is_of_reviewer (reader, self->review, caveat);

      g_ptr_array_add (own ? self->own_caveats : self->other_caveats, g_object_ref (caveat));
    }
}

static gboolean
read_case (AccordRoomData *self, AccordReader *reader, GError **error)
{
  gint64 id = self->reading->business_case, review = self->reading->review;
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "review");

  self->review = accord_reader_get (reader, kind, review, error);
  self->file = self->review != NULL ? accord_case_file_read (reader, id, error) : NULL;
  self->appraisal = self->file != NULL ? accord_appraisal_file_read (reader, id, error) : NULL;
  self->comments = self->appraisal != NULL ? accord_comments_read (reader, id, review, error) : NULL;
  self->earlier = self->comments != NULL ? accord_earlier_rounds_read (reader, self->review, error) : NULL;
  self->checklist = self->earlier != NULL ? accord_case_review_read (reader, id, review, error) : NULL;
  self->documents = self->checklist != NULL ? accord_documents_read (reader, "case", id, error) : NULL;
  if (self->documents == NULL)
    return FALSE;
  part_caveats (self, reader);
  return TRUE;
}

/**
 * accord_room_data_read:
 * @reader: a reader of a reading file
 * @error: return location for an error
 *
 * Returns: (transfer full): the reading; %NULL on failure, and without @error in a workspace that is none
 */
AccordRoomData *
accord_room_data_read (AccordReader *reader, GError **error)
{
  g_autoptr (AccordRoomData) self = g_atomic_rc_box_new0 (AccordRoomData);

  self->reading = accord_reading_read (reader, error);
  if (self->reading == NULL || !read_case (self, reader, error))
    return NULL;
  self->tried = accord_room_tried_read (reader);
  work_out (self);
  return g_steal_pointer (&self);
}

/**
 * accord_room_data_get_option:
 * @self: a reading
 *
 * Returns: the option whose figures are shown first, or %ACCORD_CBA_NONE
 */
guint
accord_room_data_get_option (const AccordRoomData *self)
{
  return self->appraisal->cba != NULL ? accord_appraisal_file_get_shown_option (self->appraisal)
                                      : ACCORD_CBA_NONE;
}

/**
 * accord_room_data_dup_due:
 * @self: a reading
 * @today: today as an ISO date
 * @past: (out): whether the day is past and no answer was returned
 *
 * Returns: (transfer full): until when an answer is wanted: "Due 4 Dec 2026, 12 days left"
 */
char *
accord_room_data_dup_due (const AccordRoomData *self, const char *today, gboolean *past)
{
  g_autofree char *date = NULL;
  int days;

  *past = FALSE;
  if (self->reading->due == NULL)
    return g_strdup (_ ("No date was set for an answer"));
  date = accord_date_format (self->reading->due);
  /* How many days there were left when it was returned is no news any more. */
  if (!accord_date_is_iso (self->reading->due) || self->reading->returned != NULL)
    return g_strdup_printf (_ ("Due %s"), date);
  days = accord_date_days_until (self->reading->due, today);
  *past = days < 0 && self->reading->returned == NULL;
  if (days > 0)
    return g_strdup_printf (ngettext ("Due %s, %d day left", "Due %s, %d days left", days), date, days);
  if (days == 0)
    return g_strdup_printf (_ ("Due today, %s"), date);
  return g_strdup_printf (ngettext ("Was due %s, %d day ago", "Was due %s, %d days ago", -days), date, -days);
}

/**
 * accord_room_data_may_return:
 * @self: a reading
 *
 * Returns: whether there is a decision that can be returned
 */
gboolean
accord_room_data_may_return (const AccordRoomData *self)
{
  const char *outcome = accord_record_get_text (self->review, "outcome");

  return outcome != NULL
         && (!g_str_equal (outcome, "endorsed-with-caveats") || self->comments->n_by_sort[CAVEAT] > 0);
}

static char *
dup_few_words (const char *text)
{
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (text, -1) <= FEW_WORDS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, FEW_WORDS);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

static guint
count_open_questions (const AccordRoomData *self)
{
  guint n = 0;

  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      AccordRecord *record = ((const AccordCommentThread *) self->comments->threads->pdata[i])->record;

      n += g_strcmp0 (accord_record_get_text (record, "sort"), "question") == 0
           && g_strcmp0 (accord_record_get_text (record, "state"), "open") == 0;
    }
  return n;
}

/* The answers to caveats of theirs of which nothing is said yet, by the caveats’ words. */
static void
add_unsettled (const AccordRoomData *self, GPtrArray *missing)
{
  guint n = 0;

  for (guint i = 0; i < self->own_caveats->len; i++)
    {
      AccordRecord *caveat = self->own_caveats->pdata[i];
      g_autofree char *words = NULL;

      if (g_strcmp0 (accord_record_get_text (caveat, "state"), "answered") != 0 || ++n > MOST_NAMED)
        continue;
      words = dup_few_words (accord_record_get_text (caveat, "text"));
      g_ptr_array_add (
          missing,
          /* Translators: the words of a caveat. */
          g_strdup_printf (_ ("The answer to your caveat “%s” waits for you: accept it, or open it again."),
                           words));
    }
  if (n > MOST_NAMED)
    g_ptr_array_add (missing, g_strdup_printf (ngettext ("%u more answer to a caveat of yours waits for you.",
                                                         "%u more answers to caveats of yours wait for you.",
                                                         n - MOST_NAMED),
                                               n - MOST_NAMED));
}

/**
 * accord_room_data_list_missing:
 * @self: a reading
 *
 * Returns: (transfer full) (element-type utf8): a sentence on each thing that is still wanting before an
 * answer is whole; what has to be there comes first
 */
GPtrArray *
accord_room_data_list_missing (const AccordRoomData *self)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  const char *outcome = accord_record_get_text (self->review, "outcome");
  guint questions = count_open_questions (self), unanswered;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *to_come =
      accord_review_dup_day_to_come (accord_record_get_text (self->review, "decided"), today);

  if (outcome == NULL)
    g_ptr_array_add (missing, g_strdup (_ ("There is no decision yet.")));
  else if (!accord_room_data_may_return (self))
    g_ptr_array_add (missing,
                     g_strdup (_ ("It is “subject to caveats”, but none of the comments is a caveat. "
                                  "Add one, or make a comment one.")));
  if (outcome != NULL && accord_record_get_text (self->review, "who") == NULL)
    g_ptr_array_add (missing, g_strdup (_ ("It is not said which board or committee decided.")));
  if (outcome != NULL && accord_record_get_text (self->review, "decided") == NULL)
    g_ptr_array_add (missing, g_strdup (_ ("It is not said on which day it was decided.")));
  if (to_come != NULL)
    g_ptr_array_add (missing, g_steal_pointer (&to_come));
  if (questions > 0)
    g_ptr_array_add (missing, g_strdup_printf (ngettext ("%u question is still open.",
                                                         "%u questions are still open.", questions),
                                               questions));
  add_unsettled (self, missing);
  unanswered = self->checklist->n_questions - self->checklist->n_answered;
  if (unanswered > 0)
    g_ptr_array_add (missing,
                     g_strdup_printf (ngettext ("%u question of the checklist has no answer.",
                                                "%u questions of the checklist have no answer.", unanswered),
                                      unanswered));
  return missing;
}
