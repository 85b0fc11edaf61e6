/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordReview, accord_review)

static const AccordChoice states[] = {
  { "asked", N_ ("Asked") },
  { "under-way", N_ ("Under way") },
  { "returned", N_ ("Returned") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const AccordChoice outcomes[] = {
  { "endorsed", N_ ("Endorse") },
  { "endorsed-with-caveats", N_ ("Endorse subject to caveats") },
  { "deferred", N_ ("Defer") },
  { "not-endorsed", N_ ("Do not endorse") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "who", TEXT, N_ ("Who"), REQUIRED | TITLE | SEARCHED | LISTED, .hint = N_ ("The partner, or its board") },
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | LISTED | LOOKED_UP, .target = "case" },
  { "version", REFERENCE, N_ ("Version"), LISTED, .target = "version" },
  { "organisation", REFERENCE, N_ ("Organisation"), LISTED, .target = "organisation" },
  { "body", REFERENCE, N_ ("Board or committee"), .target = "body" },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED, .choices = states, .initial = "asked" },
  { "asked", DATE, N_ ("Asked on"), LISTED },
  { "due", DATE, N_ ("Due on"), LISTED },
  { "returned", DATE, N_ ("Returned on") },
  { "outcome", CHOICE, N_ ("Outcome"), LISTED, .choices = outcomes },
  { "decided", DATE, N_ ("Decided on") },
  { "words", LONG_TEXT, N_ ("Their words"), SEARCHED },
  { "reviewer", TEXT, N_ ("Reviewer"), SEARCHED, .hint = N_ ("A post, such as Chief Finance Officer") },
  { "endorsement", REFERENCE, N_ ("Endorsement"), .target = "endorsement" },
  { "signed-by", TEXT, N_ ("Signed by"), FACT },
  { "signing-key", CODE, N_ ("Signing key"), FACT },
};

static gboolean
accord_review_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "asked", "due", error)
         && accord_validate_order (self, "asked", "returned", error);
}

static void
accord_review_class_init (AccordReviewClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_review_validate;
  accord_record_class_describe (record_class, "review", N_ ("Review"), N_ ("Reviews"),
                                N_ ("Ask for a review"), fields, G_N_ELEMENTS (fields));
}
