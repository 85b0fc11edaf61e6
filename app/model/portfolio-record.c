/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio-record.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordPortfolioRecord, accord_portfolio_record)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "fund", REFERENCE, N_ ("Fund"), LISTED, .target = "fund" },
  { "limit", MONEY, N_ ("Limit"), LISTED },
  { "year-limits", LONG_TEXT, N_ ("Limits by year"), .hint = N_ ("One a line, such as 2017/18 4000000.00") },
  { "required", REFERENCES, N_ ("Must be in"), LISTED, .target = "case" },
  { "excluded", REFERENCES, N_ ("Left out"), LISTED, .target = "case" },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_portfolio_record_class_init (AccordPortfolioRecordClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "portfolio", N_ ("Portfolio"), N_ ("Portfolios"),
                                N_ ("Add a portfolio"), fields, G_N_ELEMENTS (fields));
}
