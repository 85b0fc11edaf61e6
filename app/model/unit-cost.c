/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-cost.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordUnitCost, accord_unit_cost)

static const AccordField fields[] = {
  { "description", TEXT, N_ ("Description"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "code", CODE, N_ ("Code"), SEARCHED | LISTED },
  { "category", TEXT, N_ ("Category"), SEARCHED | LISTED },
  { "detail", TEXT, N_ ("Detail"), SEARCHED },
  { "unit", TEXT, N_ ("Unit"), LISTED },
  { "amount", MONEY, N_ ("Cost"), LISTED | SIGNED },
  { "price-year", TEXT, N_ ("Price year"), LISTED,
    .hint = N_ ("As it is written: 2009/10, or 2009 for a calendar year") },
  { "agency", TEXT, N_ ("Agency"), SEARCHED | LISTED },
  { "agency-detail", TEXT, N_ ("Agency detail"), SEARCHED },
  { "edition", REFERENCE, N_ ("Edition"), LISTED | LOOKED_UP, .target = "edition" },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_unit_cost_class_init (AccordUnitCostClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "unit-cost", N_ ("Unit cost"), N_ ("Unit costs"),
                                N_ ("Add a unit cost"), fields, G_N_ELEMENTS (fields));
}
