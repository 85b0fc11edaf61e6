/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "five-case-text.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordFactState:
 * @ACCORD_FACT_UNKNOWN: nothing on record tells
 * @ACCORD_FACT_NOT_MET: it is not as it should be
 * @ACCORD_FACT_PARTLY: some of it is
 * @ACCORD_FACT_MET: it is
 *
 * How something stands that the records themselves tell.
 */
typedef enum
{
  ACCORD_FACT_UNKNOWN,
  ACCORD_FACT_NOT_MET,
  ACCORD_FACT_PARTLY,
  ACCORD_FACT_MET,
} AccordFactState;

/**
 * AccordCaseFact:
 * @section: code of the section it is told beside
 * @code: the word that programs know it by
 * @state: how it stands
 * @words: a sentence that says so
 *
 * What Accord itself can tell of a case.
 */
typedef struct
{
  const char *section;
  const char *code;
  AccordFactState state;
  char *words;
} AccordCaseFact;

/**
 * AccordReviewAnswer:
 * @question: what is asked
 * @record: (nullable): what was answered
 *
 * A question with its answer.
 */
typedef struct
{
  const AccordReviewQuestion *question;
  AccordRecord *record;
} AccordReviewAnswer;

/**
 * AccordReviewSection:
 * @section: a section that a case should have
 * @state: whether it is there
 * @heading: (nullable): the heading that means it
 * @n_words: how many words stand under it
 * @facts: (element-type AccordCaseFact): what the records tell
 * @answers: (element-type AccordReviewAnswer): what a reviewer asks beside it
 *
 * A section of one of the five cases, and what is known of it.
 */
typedef struct
{
  const AccordFiveSection *section;
  AccordSectionState state;
  char *heading;
  guint n_words;
  GPtrArray *facts;
  GPtrArray *answers;
} AccordReviewSection;

/**
 * AccordReviewPart:
 * @five: one of the five cases
 * @n_words: how many words it has, under headings or not
 * @n_written: how many of its sections have words
 * @n_answered: how many of its questions are answered
 * @n_questions: how many are asked
 * @sections: (element-type AccordReviewSection): its sections
 *
 * One of the five cases of a business case.
 */
typedef struct
{
  AccordFiveCase five;
  guint n_words;
  guint n_written;
  guint n_answered;
  guint n_questions;
  GPtrArray *sections;
} AccordReviewPart;

/**
 * AccordCaseReview:
 * @record: the business case
 * @review: whose checklist it is: number of a review, or 0 for the case's own
 * @parts: its five cases
 * @n_written: how many sections have words
 * @n_sections: how many there should be
 * @n_answered: how many questions are answered
 * @n_questions: how many are asked
 * @reviewer: (nullable): who answered last
 *
 * How complete a business case is, and what its reviewers found. Reference-counted; never changed once it is
 * read.
 */
typedef struct
{
  AccordRecord *record;
  gint64 review;
  AccordReviewPart parts[ACCORD_FIVE_N];
  guint n_written;
  guint n_sections;
  guint n_answered;
  guint n_questions;
  char *reviewer;
} AccordCaseReview;

/**
 * AccordReviewChange:
 * @business_case: a business case
 * @review: the review that it is an answer of, or 0 for the case's own checklist
 * @question: code of a question
 * @state: (nullable): code of the finding, or %NULL for none
 * @note: (nullable): what else there is to say, or %NULL for nothing
 * @reviewer: (nullable): who found it, a post or a board
 * @reviewed: (nullable): when, as an ISO date
 *
 * An answer as it is to be.
 */
typedef struct
{
  gint64 business_case;
  gint64 review;
  char *question;
  char *state;
  char *note;
  char *reviewer;
  char *reviewed;
} AccordReviewChange;

AccordCaseReview *accord_case_review_read (AccordReader *reader, gint64 business_case, gint64 review,
                                           GError **error);
AccordCaseReview *accord_case_review_ref (AccordCaseReview *self);
void accord_case_review_unref (AccordCaseReview *self);
const AccordReviewAnswer *accord_case_review_find (const AccordCaseReview *self, const char *question);
char *accord_case_review_dup_progress (const AccordCaseReview *self);
char *accord_review_part_dup_progress (const AccordReviewPart *self);
char *accord_review_section_dup_words (const AccordReviewSection *self, const AccordReviewPart *part);
const char *accord_section_state_get_code (AccordSectionState state);
const char *accord_fact_state_get_code (AccordFactState state);
const char *accord_fact_state_get_label (AccordFactState state);

void accord_review_change_free (AccordReviewChange *self);
gboolean accord_review_change_write (AccordWriter *writer, gpointer change, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCaseReview, accord_case_review_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReviewChange, accord_review_change_free)

G_END_DECLS
