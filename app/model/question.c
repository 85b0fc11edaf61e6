/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "question.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordQuestion, accord_question)

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Question"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "asked-by", TEXT, N_ ("Asked by"), SEARCHED | LISTED },
  { "asked-on", DATE, N_ ("Asked on"), LISTED },
  { "answer", LONG_TEXT, N_ ("Answer"), SEARCHED | LISTED },
  { "answered-by", TEXT, N_ ("Answered by"), SEARCHED | LISTED },
  { "answered-on", DATE, N_ ("Answered on") },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), .target = "item" },
};

static gboolean
accord_question_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "asked-on", "answered-on", error);
}

static void
accord_question_class_init (AccordQuestionClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_question_validate;
  accord_record_class_describe (record_class, "question", N_ ("Question"), N_ ("Questions"),
                                N_ ("Add a question"), fields, G_N_ELEMENTS (fields));
}
