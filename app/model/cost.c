/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost.h"

#include "appraisal-validation.h"
#include "decimal.h"
#include "table.h"
#include "validation.h"

/* The highest bound that the Treasury publishes is 200 %; a rate beyond 1,000 % is a slip of the hand. */
#define MOST_BIAS (10 * ACCORD_DECIMAL_ONE)

ACCORD_DEFINE_RECORD (AccordCost, accord_cost)

static const AccordChoice sorts[] = {
  { "capital", N_ ("Capital") },
  { "revenue", N_ ("Revenue") },
  { "in-kind", N_ ("In kind") },
  { NULL, NULL },
};

static const AccordChoice timings[] = {
  { "recurrent", N_ ("Recurrent") },
  { "one-off", N_ ("One-off") },
  { NULL, NULL },
};

static const AccordChoice prices[] = {
  { "real", N_ ("Prices of one year") },
  { "nominal", N_ ("Prices of the year they fall in") },
  { NULL, NULL },
};

static const AccordChoice spreads[] = {
  { "triangular", N_ ("Triangular") }, { "pert", N_ ("PERT") }, { "normal", N_ ("Normal") },
  { "uniform", N_ ("Uniform") },       { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Cost"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "option", REFERENCE, N_ ("Option"), REQUIRED | LISTED | LOOKED_UP, .target = "option" },
  { "position", COUNT, N_ ("Position"), FACT },
  { "organisation", REFERENCE, N_ ("Who pays"), LISTED, .target = "organisation" },
  { "sort", CHOICE, N_ ("Kind"), REQUIRED | LISTED, .choices = sorts, .initial = "revenue" },
  { "timing", CHOICE, N_ ("Timing"), REQUIRED | LISTED, .choices = timings, .initial = "recurrent" },
  { "amounts", LONG_TEXT, N_ ("Amounts"), .hint = N_ ("One a line, such as 2017/18 150000.00") },
  { "prices", CHOICE, N_ ("Prices"), REQUIRED, .choices = prices, .initial = "real" },
  { "price-year", TEXT, N_ ("Prices of"),
    .hint = N_ ("The year, such as 2013/14, whose prices the amounts are in, where it is not that of the "
                "appraisal") },
  { "grade", COUNT, N_ ("Confidence grade"), LISTED, .hint = N_ ("1, the surest, to 6") },
  { "works", LONG_TEXT, N_ ("Works"),
    .hint = N_ ("For optimism bias: one a line, such as standard-buildings 0.7") },
  { "mitigations", LONG_TEXT, N_ ("Mitigations"),
    .hint = N_ ("One a line: part of the bias, part mitigated, cost, cause, such as 0.4 0.92 7000000.00 Site "
                "not surveyed") },
  { "evidenced", BOOLEAN, N_ ("Evidence below the lower bound") },
  { "bias-rate", DECIMAL, N_ ("Optimism bias"), .hint = N_ ("Where there is no worksheet: 0.2 for 20 %") },
  { "mitigated", DECIMAL, N_ ("Bias mitigated"), .hint = N_ ("0.5 for half") },
  { "schedule", REFERENCE, N_ ("Discounted by"), .target = "edition" },
  { "spread", CHOICE, N_ ("Uncertainty"), .choices = spreads },
  { "low", DECIMAL, N_ ("Low"), .hint = N_ ("As a multiple of the line, such as 0.8") },
  { "likely", DECIMAL, N_ ("Most likely") },
  { "high", DECIMAL, N_ ("High"), .hint = N_ ("Of a normal distribution: its standard deviation") },
  { "moves-with", TEXT, N_ ("Moves with"),
    .hint = N_ ("A name of the appraisal’s lines that move together") },
  { "moves-against", BOOLEAN, N_ ("Moves against them") },
  { "spent", LONG_TEXT, N_ ("Spent"),
    .hint = N_ ("What was really paid, one a line, such as 2017/18 161200.50") },
  { "basis", LONG_TEXT, N_ ("Source of the figures"), SEARCHED },
};

static gboolean
accord_cost_validate (AccordRecord *self, GError **error)
{
  return accord_validate_year_amounts (self, "amounts", error)
         && accord_validate_year_amounts (self, "spent", error) && accord_validate_price_year (self, error)
         && accord_validate_range (self, "grade", 1, 6, error) && accord_validate_sheet (self, error)
         && accord_validate_decimal (self, "bias-rate", 0, MOST_BIAS, error)
         && accord_validate_decimal (self, "mitigated", 0, ACCORD_DECIMAL_ONE, error)
         && accord_validate_spread (self, error);
}

static void
accord_cost_class_init (AccordCostClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_cost_validate;
  accord_record_class_describe (record_class, "cost", N_ ("Cost line"), N_ ("Cost lines"),
                                N_ ("Add a cost line"), fields, G_N_ELEMENTS (fields));
}
