/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordAction, accord_action)

static const AccordChoice states[] = {
  { "open", N_ ("Open") },
  { "done", N_ ("Done") },
  { "cancelled", N_ ("Cancelled") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Action"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "owner", TEXT, N_ ("Owner"), SEARCHED | LISTED },
  { "due", DATE, N_ ("Due on"), LISTED },
  { "due-words", TEXT, N_ ("Due date as stated"), .hint = N_ ("Such as “in September”") },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED, .choices = states, .initial = "open" },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), .target = "item" },
  { "programme", REFERENCE, N_ ("Programme"), .target = "programme" },
  { "updates", LONG_TEXT, N_ ("Updates"), SEARCHED | LISTED,
    .hint = N_ ("One a line: a date such as 2016-09-27, or ? where it is not known, then the words") },
};

static gboolean
accord_action_validate (AccordRecord *self, GError **error)
{
  return accord_validate_lines (self, "updates", ACCORD_LINE_UPDATE, error);
}

static void
accord_action_class_init (AccordActionClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_action_validate;
  accord_record_class_describe (record_class, "action", N_ ("Action"), N_ ("Actions"), N_ ("Add an action"),
                                fields, G_N_ELEMENTS (fields));
}
