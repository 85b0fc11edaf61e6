/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "endorsement.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordEndorsement, accord_endorsement)

static const AccordChoice outcomes[] = {
  { "endorsed", N_ ("Endorsed") },
  { "endorsed-with-caveats", N_ ("Endorsed subject to caveats") },
  { "deferred", N_ ("Deferred") },
  { "not-endorsed", N_ ("Not endorsed") },
  { "comment", N_ ("Commented") },
  { "to-come", N_ ("Still to come") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "who", TEXT, N_ ("Who"), REQUIRED | TITLE | SEARCHED | LISTED, .hint = N_ ("As the source names them") },
  { "body", REFERENCE, N_ ("Board or committee"), LISTED, .target = "body" },
  { "cases", REFERENCES, N_ ("Business cases"), LISTED, .target = "case" },
  { "option", REFERENCE, N_ ("Option"), .target = "option",
    .hint = N_ ("Where an option was endorsed rather than a case") },
  { "outcome", CHOICE, N_ ("Outcome"), REQUIRED | LISTED, .choices = outcomes, .initial = "to-come" },
  { "date", DATE, N_ ("Date"), LISTED },
  { "date-words", TEXT, N_ ("Date as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "words", LONG_TEXT, N_ ("Their words"), SEARCHED },
  { "meeting", REFERENCE, N_ ("Meeting"), LOOKED_UP, .target = "meeting" },
  { "resolution", REFERENCE, N_ ("Resolution"), .target = "resolution" },
  { "review", REFERENCE, N_ ("Review"), LOOKED_UP, .target = "review" },
};

static gboolean
accord_endorsement_validate (AccordRecord *self, GError **error)
{
  gsize n_cases;

  accord_record_get_ids (self, "cases", &n_cases);
  if (n_cases == 0 && accord_record_get_int (self, "option") == ACCORD_UNKNOWN)
    return accord_validation_fail (self, "cases", error, _ ("Name a case, or the option that was endorsed."));
  return TRUE;
}

static void
accord_endorsement_class_init (AccordEndorsementClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_endorsement_validate;
  accord_record_class_describe (record_class, "endorsement", N_ ("Endorsement"), N_ ("Endorsements"),
                                N_ ("Record an endorsement"), fields, G_N_ELEMENTS (fields));
}
