/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordProgramme, accord_programme)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "organisation", REFERENCE, N_ ("Led by"), LISTED, .target = "organisation",
    .hint = N_ ("The organisation or alliance that leads it") },
  { "from", DATE, N_ ("From"), LISTED },
  { "from-words", TEXT, N_ ("From, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "until", DATE, N_ ("Until"), LISTED },
  { "until-words", TEXT, N_ ("Until, as stated"), .hint = N_ ("Such as “up to 2020”") },
  { "timeline", LONG_TEXT, N_ ("Timeline"), .hint = N_ ("The steps, in the order in which they come") },
  { "buildings", COUNT, N_ ("Buildings in scope"), .hint = N_ ("For a review of assets") },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
  { "standards", LONG_TEXT, N_ ("Standards"), SEARCHED, .hint = N_ ("Quality and prevention standards") },
};

static gboolean
accord_programme_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "from", "until", error);
}

static void
accord_programme_class_init (AccordProgrammeClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_programme_validate;
  accord_record_class_describe (record_class, "programme", N_ ("Programme"), N_ ("Programmes"),
                                N_ ("Add a programme"), fields, G_N_ELEMENTS (fields));
}
