/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-export.h"

#include "appraisal-file.h"
#include "date.h"
#include "exchange-error.h"
#include "today.h"
#include "what-if.h"

#include <glib/gi18n-lib.h>

/* --- What is read. */

void
accord_comments_export_free (AccordCommentsExport *self)
{
  g_clear_pointer (&self->file, accord_case_file_free);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->what_ifs, g_hash_table_unref);
  g_clear_pointer (&self->what_if_npsv, g_hash_table_unref);
  g_clear_object (&self->review);
  g_free (self->today);
  g_free (self);
}

static int
compare_reviews (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord *const *) one, *b = *(AccordRecord *const *) other;
  int order = g_utf8_collate (accord_record_get_text (a, "who"), accord_record_get_text (b, "who"));

  if (order == 0)
    order = g_strcmp0 (accord_record_get_text (a, "asked"), accord_record_get_text (b, "asked"));
  return order != 0 ? order : accord_record_get_id (a) < accord_record_get_id (b) ? -1 : 1;
}

static GPtrArray *
list_reviews (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "review");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  GPtrArray *reviews;

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  reviews = accord_reader_list (reader, query, error);
  if (reviews != NULL)
    g_ptr_array_sort (reviews, compare_reviews);
  return reviews;
}

/* What was assumed otherwise, and what came of it. */
static char *
dup_what_if (const AccordCba *cba, const AccordWhatIf *tried)
{
  g_autoptr (GPtrArray) changes = accord_what_if_list_words (cba, tried->changes);
  g_autofree char *before = accord_what_if_dup_npsv (tried, FALSE);
  g_autofree char *after = accord_what_if_dup_npsv (tried, TRUE);
  g_autofree char *bcr = accord_what_if_dup_bcr (tried, FALSE);
  g_autofree char *bcr_after = accord_what_if_dup_bcr (tried, TRUE);
  g_autofree char *all = NULL;

  if (changes->len == 0)
    g_ptr_array_add (changes, g_strdup (_ ("Nothing changed")));
  g_ptr_array_add (changes, NULL);
  all = g_strjoinv ("; ", (char **) changes->pdata);
  /* Translators: what is assumed otherwise; the NPSV before and after; the benefit–cost ratio likewise. */
  return g_strdup_printf (_ ("%s: NPSV %s instead of %s, BCR %s instead of %s"), all, after, before,
                          bcr_after, bcr);
}

static void
keep_what_if (AccordCommentsExport *self, const AccordCba *cba, AccordRecord *comment)
{
  const char *json = accord_record_get_text (comment, "what-if");
  g_autoptr (AccordWhatIf) tried = json != NULL ? accord_what_if_parse (json, NULL) : NULL;
  gint64 id = accord_record_get_id (comment);

  if (json == NULL)
    return;
  g_hash_table_insert (self->what_ifs, g_memdup2 (&id, sizeof id),
                       tried != NULL ? dup_what_if (cba, tried) : g_strdup (_ ("cannot be read")));
  if (tried != NULL)
    g_hash_table_insert (self->what_if_npsv, g_memdup2 (&id, sizeof id),
                         g_memdup2 (tried->npsv, sizeof tried->npsv));
}

static gboolean
read_what_ifs (AccordCommentsExport *self, AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (AccordAppraisalFile) appraisal = accord_appraisal_file_read (reader, business_case, error);

  if (appraisal == NULL)
    return FALSE;
  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->comments->threads->pdata[i];

      keep_what_if (self, appraisal->cba, thread->record);
      for (guint j = 0; j < thread->replies->len; j++)
        keep_what_if (self, appraisal->cba, thread->replies->pdata[j]);
    }
  return TRUE;
}

static AccordCommentsExport *
read_all (AccordReader *reader, gint64 business_case, AccordRecord *review, const char *today, GError **error)
{
  g_autoptr (AccordCommentsExport) self = g_new0 (AccordCommentsExport, 1);

  self->today = g_strdup (today);
  self->what_ifs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->what_if_npsv = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->file = accord_case_file_read (reader, business_case, error);
  if (self->file != NULL)
    self->comments = review != NULL ? accord_comments_read_of_review (reader, review, error)
                                    : accord_comments_read (reader, business_case, 0, error);
  self->reviews = self->comments != NULL ? list_reviews (reader, business_case, error) : NULL;
  if (self->reviews == NULL || !read_what_ifs (self, reader, business_case, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_comments_export_read:
 * @reader: a reader
 * @business_case: a business case
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): what all partners said of the case
 */
AccordCommentsExport *
accord_comments_export_read (AccordReader *reader, gint64 business_case, const char *today, GError **error)
{
  return read_all (reader, business_case, NULL, today, error);
}

/* Of the caveats on the case those that the partner raised. */
static void
keep_own_caveats (AccordCommentsExport *self)
{
  gint64 id = accord_record_get_id (self->review), body = accord_record_get_int (self->review, "body");
  gint64 endorsement = accord_record_get_int (self->review, "endorsement");

  for (guint i = 0; i < self->file->caveats->len;)
    {
      AccordRecord *caveat = self->file->caveats->pdata[i];

      if (accord_record_get_int (caveat, "review") == id
          || (endorsement != ACCORD_UNKNOWN && accord_record_get_int (caveat, "endorsement") == endorsement)
          || (body != ACCORD_UNKNOWN && accord_record_get_int (caveat, "raised-by") == body))
        i++;
      else
        g_ptr_array_remove_index (self->file->caveats, i);
    }
}

/**
 * accord_comments_export_read_review:
 * @reader: a reader
 * @review: a review of a business case
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): what that partner said, for a letter
 */
AccordCommentsExport *
accord_comments_export_read_review (AccordReader *reader, gint64 review, const char *today, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "review");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, review, error);
  g_autoptr (AccordCommentsExport) self = NULL;

  if (record == NULL)
    return NULL;
  self = read_all (reader, accord_record_get_int (record, "case"), record, today, error);
  if (self == NULL)
    return NULL;
  self->review = g_steal_pointer (&record);
  keep_own_caveats (self);
  return g_steal_pointer (&self);
}

/* --- In words. */

/**
 * accord_comments_export_dup_label:
 * @record: a record
 * @field: a field that is a choice
 *
 * Returns: (transfer full): the choice as people call it, "not known" where there is none
 */
char *
accord_comments_export_dup_label (AccordRecord *record, const char *field)
{
  const AccordField *described = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *label = accord_field_choice_label (described, accord_record_get_text (record, field));

  return g_strdup (label != NULL ? _ (label) : _ ("not known"));
}

/**
 * accord_comments_export_get_who:
 * @thread: a comment
 *
 * Returns: whose it is: the partner's, else of who wrote it, else that nobody is named
 */
const char *
accord_comments_export_get_who (const AccordCommentThread *thread)
{
  const char *author = accord_record_get_text (thread->record, "author");

  return thread->who != NULL ? thread->who : author != NULL ? author : _ ("nobody named");
}

/**
 * accord_comments_export_dup_state:
 * @thread: a comment
 *
 * Returns: (transfer full): how it stands; what was answered is not told as open, whoever forgot to say so
 */
char *
accord_comments_export_dup_state (const AccordCommentThread *thread)
{
  const gboolean open = g_strcmp0 (accord_record_get_text (thread->record, "state"), "open") == 0;

  return open && thread->answered ? g_strdup (_ ("Answered"))
                                  : accord_comments_export_dup_label (thread->record, "state");
}

/**
 * accord_comments_export_dup_replies:
 * @thread: a comment
 *
 * Returns: (transfer full) (nullable): what was replied, one paragraph a reply; %NULL for nothing
 */
char *
accord_comments_export_dup_replies (const AccordCommentThread *thread)
{
  GString *words;

  if (thread->replies->len == 0)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < thread->replies->len; i++)
    {
      AccordRecord *reply = thread->replies->pdata[i];
      const char *text = accord_record_get_text (reply, "text");
      g_autofree char *said = accord_comment_dup_said (reply);

      g_string_append (words, i > 0 ? "\n" : "");
      if (said != NULL)
        /* Translators: who replied and when, and what. */
        g_string_append_printf (words, _ ("Reply (%s): %s"), said, text);
      else
        g_string_append_printf (words, _ ("Reply: %s"), text);
    }
  return g_string_free (words, FALSE);
}

/**
 * accord_comments_export_dup_outcome:
 * @review: a review
 *
 * Returns: (transfer full): what the partner decided, or how far the review has come
 */
char *
accord_comments_export_dup_outcome (AccordRecord *review)
{
  if (accord_record_get_text (review, "outcome") != NULL)
    return accord_comments_export_dup_label (review, "outcome");
  return accord_comments_export_dup_label (review, "state");
}

/**
 * accord_comments_export_get_decider:
 * @review: a review
 *
 * Returns: (transfer none) (nullable): the board or committee that decided, where that is known and is not
 * called as the partner is
 */
const char *
accord_comments_export_get_decider (AccordRecord *review)
{
  const char *body = accord_record_get_reference_title (review, "body");
  const char *who = body != NULL ? body : accord_record_get_reference_title (review, "endorsement");

  if (g_strcmp0 (who, accord_record_get_text (review, "who")) == 0
      || g_strcmp0 (who, accord_record_get_reference_title (review, "organisation")) == 0)
    return NULL;
  return who;
}

/* --- Into a file. */

static gboolean
ends_in (const char *name, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ending);
}

/**
 * accord_comments_export_check_name:
 * @name: the name of a file, or its path
 * @letter: whether it is a letter, which is a PDF only
 * @error: return location for an error
 *
 * Returns: whether its ending says in which form to write it
 */
gboolean
accord_comments_export_check_name (const char *name, gboolean letter, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  if (ends_in (name, ".pdf") || (!letter && ends_in (name, ".xlsx")))
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               letter ? _ ("“%s” does not end in .pdf.") : _ ("“%s” ends neither in .pdf nor in .xlsx."),
               shown);
  return FALSE;
}

/**
 * accord_comments_export_write:
 * @self: what was said
 * @file: where to: .pdf, or .xlsx where it is no letter
 * @error: return location for an error
 *
 * Writes the report on all comments or, where @self is of one review, the letter to that partner. The file is
 * there whole or, if anything goes wrong, as it was before.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_comments_export_write (const AccordCommentsExport *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (AccordReport) report = NULL;

  if (!accord_comments_export_check_name (name, self->review != NULL, error))
    return FALSE;
  if (ends_in (name, ".xlsx"))
    return accord_comments_book_write (self, file, error);
  report = self->review != NULL ? accord_review_letter_new (self) : accord_comments_report_new (self);
  return accord_report_write_pdf (report, file, error);
}

/* --- Without waiting. */

typedef struct
{
  gboolean letter;
  gint64 record;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job);
}

/* Read and written on the reading thread, so that the window does not wait. */
static gpointer
write_job (AccordReader *reader, gpointer data, GError **error)
{
  const Job *job = data;
  g_autofree char *today = accord_today_dup ();
  g_autoptr (AccordCommentsExport) self =
      job->letter ? accord_comments_export_read_review (reader, job->record, today, error)
                  : accord_comments_export_read (reader, job->record, today, error);

  return self != NULL && accord_comments_export_write (self, job->file, error) ? g_strdup ("") : NULL;
}

/**
 * accord_comments_export_write_async:
 * @workspace: a workspace
 * @kind: "case" for the report on a case, "review" for the letter on a review
 * @record: which
 * @file: where to
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads and writes it without waiting.
 */
void
accord_comments_export_write_async (AccordWorkspace *workspace, const char *kind, gint64 record, GFile *file,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->letter = g_str_equal (kind, "review");
  job->record = record;
  job->file = g_object_ref (file);
  accord_workspace_read_async (workspace, write_job, job, job_free, g_free, cancellable, callback, user_data);
}

/**
 * accord_comments_export_write_finish:
 * @workspace: a workspace
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
accord_comments_export_write_finish (AccordWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_autofree char *done = accord_workspace_read_finish (workspace, result, error);

  return done != NULL;
}
