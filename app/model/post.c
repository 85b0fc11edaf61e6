/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "post.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordPost, accord_post)

static const AccordChoice statuses[] = {
  { "filled", N_ ("Filled") },     { "vacant", N_ ("Vacant") },       { "recruiting", N_ ("Recruiting") },
  { "proposed", N_ ("Proposed") }, { "not-known", N_ ("Not known") }, { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Post"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "holder", TEXT, N_ ("Holder"), SEARCHED | LISTED },
  { "organisations", REFERENCES, N_ ("Organisations"), LISTED, .target = "organisation",
    .hint = N_ ("More than one makes it a joint post; none where the source does not say whose it is") },
  { "body", REFERENCE, N_ ("Board or committee"), .target = "body",
    .hint = N_ ("For a chair or a seat on a board") },
  { "status", CHOICE, N_ ("Status"), REQUIRED | LISTED, .choices = statuses, .initial = "not-known" },
  { "from", DATE, N_ ("From") },
  { "from-words", TEXT, N_ ("From, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "until", DATE, N_ ("Until") },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
accord_post_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "from", "until", error);
}

static void
accord_post_class_init (AccordPostClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_post_validate;
  accord_record_class_describe (record_class, "post", N_ ("Post"), N_ ("Posts"), N_ ("Add a post"), fields,
                                G_N_ELEMENTS (fields));
}
