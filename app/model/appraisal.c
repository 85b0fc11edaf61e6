/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal.h"

#include "table.h"

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

static void
accord_appraisal_class_init (AccordAppraisalClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "appraisal", N_ ("Appraisal"), N_ ("Appraisals"),
                                N_ ("Begin an appraisal"), fields, G_N_ELEMENTS (fields));
}
