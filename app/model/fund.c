/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordFund, accord_fund)

static const AccordChoice types[] = {
  { "transformation-fund", N_ ("Transformation fund") },
  { "budget", N_ ("Budget") },
  { "pooled-budget", N_ ("Pooled budget") },
  { "grant", N_ ("Grant") },
  { "financial-gap", N_ ("Financial gap to close") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "transformation-fund" },
  { "holder", REFERENCE, N_ ("Held by"), LISTED, .target = "organisation",
    .hint = N_ ("Whose share of the money it is") },
  { "part-of", REFERENCE, N_ ("Part of"), .target = "fund",
    .hint = N_ ("The larger fund that this one is a share of") },
  { "amount", MONEY, N_ ("Amount"), LISTED },
  { "amount-words", TEXT, N_ ("Amount as stated"), .hint = N_ ("Such as “£19 million”") },
  { "announced", DATE, N_ ("Announced on"), LISTED },
  { "first-year", YEAR, N_ ("First financial year") },
  { "last-year", YEAR, N_ ("Last financial year") },
  { "conditions", LONG_TEXT, N_ ("Conditions"), SEARCHED, .hint = N_ ("What the money may be used for") },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
};

static gboolean
accord_fund_validate (AccordRecord *self, GError **error)
{
  return accord_validate_not_itself (self, "part-of", error)
         && accord_validate_at_most (self, "first-year", "last-year", error);
}

static gboolean
accord_fund_check (AccordRecord *self, AccordReader *reader, GError **error)
{
  return accord_check_no_ring (self, reader, "part-of", error);
}

static void
accord_fund_class_init (AccordFundClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_fund_validate;
  record_class->check = accord_fund_check;
  accord_record_class_describe (record_class, "fund", N_ ("Fund"), N_ ("Funds"), N_ ("Add a fund"), fields,
                                G_N_ELEMENTS (fields));
}
