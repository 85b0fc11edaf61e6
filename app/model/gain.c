/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gain.h"

#include "appraisal-validation.h"
#include "table.h"

ACCORD_DEFINE_RECORD (AccordGain, accord_gain)

static const AccordField fields[] = {
  { "outcome", REFERENCE, N_ ("Outcome"), REQUIRED | TITLE | LISTED | LOOKED_UP, .target = "outcome" },
  { "organisation", REFERENCE, N_ ("Who gains"), REQUIRED | LISTED, .target = "organisation" },
  { "share", DECIMAL, N_ ("Share"), REQUIRED | LISTED,
    .hint = N_ ("0.5 for half; those of an outcome add to 1") },
};

static gboolean
accord_gain_validate (AccordRecord *self, GError **error)
{
  static const char *const parts[] = { "share", NULL };

  return accord_validate_parts (self, parts, error);
}

static void
accord_gain_class_init (AccordGainClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_gain_validate;
  accord_record_class_describe (record_class, "gain", N_ ("Share of an outcome"), N_ ("Shares of outcomes"),
                                N_ ("Add a share"), fields, G_N_ELEMENTS (fields));
}
