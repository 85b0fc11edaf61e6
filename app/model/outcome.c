/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outcome.h"

#include "appraisal-validation.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordOutcome, accord_outcome)

static const AccordChoice classes[] = {
  { "fiscal", N_ ("Fiscal") },
  { "economic", N_ ("Economic") },
  { "social", N_ ("Social") },
  { NULL, NULL },
};

static const AccordChoice timings[] = {
  { "recurrent", N_ ("Recurrent") },
  { "one-off", N_ ("One-off") },
  { NULL, NULL },
};

static const AccordChoice spreads[] = {
  { "triangular", N_ ("Triangular") }, { "pert", N_ ("PERT") }, { "normal", N_ ("Normal") },
  { "uniform", N_ ("Uniform") },       { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Outcome"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "option", REFERENCE, N_ ("Option"), REQUIRED | LISTED | LOOKED_UP, .target = "option" },
  { "position", COUNT, N_ ("Position"), FACT },
  { "need", DECIMAL, N_ ("Population in need"), LISTED, .hint = N_ ("People or cases a year") },
  { "engagement", DECIMAL, N_ ("Engagement"), LISTED, .hint = N_ ("0.6 where 60 % take part") },
  { "impact", DECIMAL, N_ ("Impact"), LISTED,
    .hint = N_ ("0.2 where it makes the difference for 20 % of those") },
  { "deadweight", DECIMAL, N_ ("Deadweight"), LISTED,
    .hint = N_ ("0.25 where 25 % would have had it anyway") },
  { "unit-value", MONEY, N_ ("Unit value"), LISTED | SIGNED },
  { "unit-cost", REFERENCE, N_ ("Taken from"), .target = "unit-cost" },
  { "price-year", TEXT, N_ ("Unit value in prices of"), .hint = N_ ("Such as 2013/14") },
  { "attribution", DECIMAL, N_ ("Attribution"),
    .hint = N_ ("How much is due to this case; all of it unless stated") },
  { "displacement", DECIMAL, N_ ("Displacement"), .hint = N_ ("How much merely moves from elsewhere") },
  { "leakage", DECIMAL, N_ ("Leakage"), .hint = N_ ("How much goes to people outside the place") },
  { "lag-years", COUNT, N_ ("Years before it begins"), LISTED },
  { "drop-off", DECIMAL, N_ ("Drop-off"), LISTED,
    .hint = N_ ("0.1 where a tenth is lost each year after its first") },
  { "lasts", COUNT, N_ ("Years it lasts"), .hint = N_ ("Until the horizon unless stated") },
  { "phasing", LONG_TEXT, N_ ("Phasing"),
    .hint = N_ ("How much is reached, one a line, such as 2017/18 0.5") },
  { "grade", COUNT, N_ ("Confidence grade"), LISTED, .hint = N_ ("1, the surest, to 6") },
  { "outcome-class", CHOICE, N_ ("Class"), REQUIRED | LISTED, .choices = classes, .initial = "fiscal" },
  { "timing", CHOICE, N_ ("Timing"), REQUIRED | LISTED, .choices = timings, .initial = "recurrent" },
  { "cashable", DECIMAL, N_ ("Cashable"), LISTED, .hint = N_ ("0.5 where half can be taken out as cash") },
  { "schedule", REFERENCE, N_ ("Discounted by"), .target = "edition" },
  { "spread", CHOICE, N_ ("Uncertainty"), .choices = spreads },
  { "low", DECIMAL, N_ ("Low"), .hint = N_ ("As a multiple of the line, such as 0.8") },
  { "likely", DECIMAL, N_ ("Most likely") },
  { "high", DECIMAL, N_ ("High"), .hint = N_ ("Of a normal distribution: its standard deviation") },
  { "moves-with", TEXT, N_ ("Moves with"),
    .hint = N_ ("A name of the appraisal’s lines that move together") },
  { "moves-against", BOOLEAN, N_ ("Moves against them") },
  { "basis", LONG_TEXT, N_ ("Source of the figures"), SEARCHED },
};

static gboolean
accord_outcome_validate (AccordRecord *self, GError **error)
{
  static const char *const parts[] = { "engagement", "impact",   "deadweight", "attribution", "displacement",
                                       "leakage",    "drop-off", "cashable",   NULL };

  return accord_validate_decimal (self, "need", 0, G_MAXINT64, error)
         && accord_validate_parts (self, parts, error) && accord_validate_year_parts (self, "phasing", error)
         && accord_validate_price_year (self, error) && accord_validate_range (self, "grade", 1, 6, error)
         && accord_validate_spread (self, error);
}

static void
accord_outcome_class_init (AccordOutcomeClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_outcome_validate;
  accord_record_class_describe (record_class, "outcome", N_ ("Outcome line"), N_ ("Outcome lines"),
                                N_ ("Add an outcome line"), fields, G_N_ELEMENTS (fields));
}
