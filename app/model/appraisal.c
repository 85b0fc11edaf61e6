/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal.h"

#include "appraisal-validation.h"
#include "cba.h"
#include "table.h"
#include "validation.h"

/* More draws tell no more, and hold a computer for minutes. */
#define MOST_DRAWS 1000000

ACCORD_DEFINE_RECORD (AccordAppraisal, accord_appraisal)

static const AccordChoice methods[] = {
  { "sobol", N_ ("Sobol sequence") },
  { "latin-hypercube", N_ ("Latin hypercube") },
  { "random", N_ ("Independent draws") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "case", REFERENCE, N_ ("Business case"), REQUIRED | TITLE | LISTED, .target = "case" },
  { "base-year", YEAR, N_ ("Year 0"), REQUIRED | LISTED },
  { "horizon", COUNT, N_ ("Years counted"), REQUIRED | LISTED, .hint = N_ ("From year 0, 1 to 500") },
  { "price-year", TEXT, N_ ("Prices of"),
    .hint = N_ ("The year whose prices results are in, such as 2017/18; year 0 unless stated") },
  { "schedule", REFERENCE, N_ ("Discount schedule"), LISTED, .target = "edition" },
  { "health", REFERENCE, N_ ("Schedule for health effects"), .target = "edition" },
  { "lower", REFERENCE, N_ ("Schedule for the long-term test"), .target = "edition" },
  { "deflator", REFERENCE, N_ ("Price series"), LISTED, .target = "edition" },
  { "bias", REFERENCE, N_ ("Optimism-bias table"), .target = "edition" },
  { "grades", REFERENCE, N_ ("Confidence grades"), .target = "edition" },
  { "groups", LONG_TEXT, N_ ("Lines that move together"),
    .hint = N_ ("One a line: the correlation, then a name, such as 0.5 Staff costs") },
  { "method", CHOICE, N_ ("How draws are made"), .choices = methods },
  { "draws", COUNT, N_ ("Draws") },
  { "seed", COUNT, N_ ("Seed") },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
accord_appraisal_validate (AccordRecord *self, GError **error)
{
  return accord_validate_range (self, "horizon", 1, ACCORD_CBA_MOST_YEARS, error)
         && accord_validate_range (self, "draws", 1, MOST_DRAWS, error)
         && accord_validate_price_year (self, error) && accord_validate_groups (self, error);
}

static void
accord_appraisal_class_init (AccordAppraisalClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_appraisal_validate;
  accord_record_class_describe (record_class, "appraisal", N_ ("Appraisal"), N_ ("Appraisals"),
                                N_ ("Begin an appraisal"), fields, G_N_ELEMENTS (fields));
}
