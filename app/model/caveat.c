/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caveat.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordCaveat, accord_caveat)

static const AccordChoice states[] = {
  { "open", N_ ("Open") },
  { "answered", N_ ("Answered") },
  { "accepted", N_ ("Accepted") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Caveat"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "group", TEXT, N_ ("Group"), SEARCHED | LISTED,
    .hint = N_ ("The words that several caveats stand under") },
  { "number", COUNT, N_ ("Number"), LISTED },
  { "cases", REFERENCES, N_ ("Business cases"), REQUIRED | LISTED, .target = "case" },
  { "raised-by", REFERENCE, N_ ("Raised by"), LISTED, .target = "body" },
  { "endorsement", REFERENCE, N_ ("Endorsement"), LOOKED_UP, .target = "endorsement" },
  { "review", REFERENCE, N_ ("Review"), LOOKED_UP, .target = "review" },
  { "raised-on", DATE, N_ ("Raised on") },
  { "resolution", REFERENCE, N_ ("Resolution"), .target = "resolution" },
  { "owner", TEXT, N_ ("Owner"), SEARCHED | LISTED, .hint = N_ ("Who is to answer it") },
  { "due", DATE, N_ ("Due on"), LISTED },
  { "due-words", TEXT, N_ ("Due date as stated"), .hint = N_ ("Such as “before the final case”") },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED, .choices = states, .initial = "open" },
  { "response", LONG_TEXT, N_ ("Response"), SEARCHED },
  { "answered-on", DATE, N_ ("Answered on") },
  { "answered-by", TEXT, N_ ("Answered by"), .hint = N_ ("A post or a board") },
  { "accepted-on", DATE, N_ ("Accepted on") },
  { "accepted-by", TEXT, N_ ("Accepted by"), .hint = N_ ("Who raised it says when it is met") },
};

static gboolean
accord_caveat_validate (AccordRecord *self, GError **error)
{
  gboolean open = g_strcmp0 (accord_record_get_text (self, "state"), "open") == 0;

  if (!open && accord_record_get_text (self, "response") == NULL)
    return accord_validation_fail (self, "response", error,
                                   _ ("A caveat counts as answered only with a response."));
  if (open && accord_record_get_text (self, "answered-on") != NULL)
    return accord_validation_fail (self, "answered-on", error,
                                   _ ("The state says that the caveat is still open."));
  if (g_strcmp0 (accord_record_get_text (self, "state"), "accepted") != 0
      && accord_record_get_text (self, "accepted-on") != NULL)
    return accord_validation_fail (self, "accepted-on", error,
                                   _ ("The state says that the answer is not accepted yet."));
  return accord_validate_order (self, "answered-on", "accepted-on", error);
}

static void
accord_caveat_class_init (AccordCaveatClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_caveat_validate;
  accord_record_class_describe (record_class, "caveat", N_ ("Caveat"), N_ ("Caveats"), N_ ("Add a caveat"),
                                fields, G_N_ELEMENTS (fields));
}
