/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "answer.h"

#include "five-case.h"
#include "table.h"

ACCORD_DEFINE_RECORD (AccordAnswer, accord_answer)

static const AccordChoice states[] = {
  { "met", N_ ("Met") },
  { "partly", N_ ("Partly met") },
  { "not-met", N_ ("Not met") },
  { "not-applicable", N_ ("Does not apply") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "question", CHOICE, N_ ("Question"), REQUIRED | TITLE | LISTED, .choices = accord_review_choices },
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | LISTED | LOOKED_UP, .target = "case" },
  { "state", CHOICE, N_ ("Finding"), LISTED, .choices = states },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED | LISTED },
  { "reviewer", TEXT, N_ ("Reviewer"), SEARCHED | LISTED, .hint = N_ ("A post or a board") },
  { "reviewed", DATE, N_ ("Reviewed on"), LISTED },
  { "review", REFERENCE, N_ ("Review"), LOOKED_UP, .target = "review" },
};

static void
accord_answer_class_init (AccordAnswerClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "answer", N_ ("Checklist answer"),
                                N_ ("Checklist answers"), N_ ("Answer a question of the checklist"), fields,
                                G_N_ELEMENTS (fields));
}
