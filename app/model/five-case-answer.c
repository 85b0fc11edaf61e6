/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case-review.h"

void
accord_review_change_free (AccordReviewChange *self)
{
  g_free (self->question);
  g_free (self->state);
  g_free (self->note);
  g_free (self->reviewer);
  g_free (self->reviewed);
  g_free (self);
}

/* The answer that is there, copied so that it can be changed, or a new one. */
static AccordRecord *
find_or_make (AccordReader *reader, const AccordReviewChange *change, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "answer");
  g_autoptr (AccordCaseReview) review =
      accord_case_review_read (reader, change->business_case, change->review, error);
  const AccordReviewAnswer *answer;
  AccordRecord *record;

  if (review == NULL)
    return NULL;
  answer = accord_case_review_find (review, change->question);
  if (answer != NULL && answer->record != NULL)
    return accord_record_copy (answer->record);
  record = accord_record_new (kind);
  accord_record_set_text (record, "question", change->question);
  accord_record_set_int (record, "case", change->business_case);
  if (change->review > 0)
    accord_record_set_int (record, "review", change->review);
  return record;
}

/**
 * accord_review_change_write:
 * @writer: an open change
 * @change: (type AccordReviewChange): an answer as it is to be
 * @error: return location for an error
 *
 * Keeps an answer, in place of the one that was there. Without a finding and a note there is none.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_review_change_write (AccordWriter *writer, gpointer change, GError **error)
{
  const AccordReviewChange *self = change;
  g_autoptr (AccordRecord) record = find_or_make (accord_writer_get_reader (writer), self, error);

  if (record == NULL)
    return FALSE;
  if (self->state == NULL && self->note == NULL)
    return accord_record_get_id (record) == 0
           || accord_writer_delete (writer, accord_record_get_kind (record), accord_record_get_id (record),
                                    error);
  accord_record_set_text (record, "state", self->state);
  accord_record_set_text (record, "note", self->note);
  accord_record_set_text (record, "reviewer", self->reviewer);
  accord_record_set_text (record, "reviewed", self->reviewed);
  return accord_record_get_id (record) == 0 ? accord_writer_insert (writer, record, error)
                                            : accord_writer_update (writer, record, error);
}
