/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/**
 * AccordFiveCase:
 *
 * The five cases that a business case is made of, in the order in which they are argued (HM Treasury, Guide
 * to developing the project business case).
 */
typedef enum
{
  ACCORD_FIVE_STRATEGIC,
  ACCORD_FIVE_ECONOMIC,
  ACCORD_FIVE_COMMERCIAL,
  ACCORD_FIVE_FINANCIAL,
  ACCORD_FIVE_MANAGEMENT,
  ACCORD_FIVE_N,
} AccordFiveCase;

/**
 * AccordFiveSection:
 * @five: the case it is of
 * @code: the word that programs know it by
 * @label: what it is called (untranslated)
 * @means: what headings call it, folded, parted by bars; a word ends in `*` where others may follow on it
 *
 * A section that one of the five cases is expected to have.
 */
typedef struct
{
  AccordFiveCase five;
  const char *code;
  const char *label;
  const char *means;
} AccordFiveSection;

/**
 * AccordReviewQuestion:
 * @five: the case it is of
 * @section: code of the section that it is asked beside
 * @choice: its code and its words (untranslated), as an answer's field has them
 *
 * What a reviewer asks.
 */
typedef struct
{
  AccordFiveCase five;
  const char *section;
  const AccordChoice *choice;
} AccordReviewQuestion;

/**
 * accord_review_choices:
 *
 * All questions as the choices of a field, in the order of the five cases.
 */
extern const AccordChoice accord_review_choices[];

const char *accord_five_case_get_label (AccordFiveCase five);
const char *accord_five_case_get_field (AccordFiveCase five);
const AccordFiveSection *accord_five_sections (AccordFiveCase five, guint *n_sections);
guint accord_five_n_sections (void);
gboolean accord_five_section_is_meant (const AccordFiveSection *self, const char *heading);
const AccordReviewQuestion *accord_review_questions (guint *n_questions);
const AccordReviewQuestion *accord_review_question_find (const char *code);

G_END_DECLS
