/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "allocation.h"

#include "category.h"
#include "table.h"

ACCORD_DEFINE_RECORD (AccordAllocation, accord_allocation)

static const AccordField fields[] = {
  { "purpose", TEXT, N_ ("Purpose"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "fund", REFERENCE, N_ ("Fund"), REQUIRED | LISTED | INDEXED, .target = "fund" },
  { "organisation", REFERENCE, N_ ("Organisation"), LISTED | INDEXED, .target = "organisation",
    .hint = N_ ("Who receives the money") },
  { "programme", REFERENCE, N_ ("Programme"), .target = "programme" },
  { "workstream", REFERENCE, N_ ("Workstream"), LISTED, .target = "workstream" },
  { "year", YEAR, N_ ("Financial year"), LISTED | INDEXED },
  { "category", CHOICE, N_ ("Category"), REQUIRED | LISTED | INDEXED, .choices = accord_category_choices },
  { "amount", MONEY, N_ ("Amount"), REQUIRED | LISTED },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_allocation_class_init (AccordAllocationClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "allocation", N_ ("Allocation"),
                                N_ ("Allocations"), N_ ("Add an allocation"), fields, G_N_ELEMENTS (fields));
}
