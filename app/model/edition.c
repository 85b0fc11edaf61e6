/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordEdition, accord_edition)

static const AccordChoice sorts[] = {
  { "schedule", N_ ("Discount schedule") }, { "deflator", N_ ("Price series") },
  { "bias", N_ ("Optimism-bias table") },   { "grades", N_ ("Confidence grades") },
  { "unit-costs", N_ ("Unit costs") },      { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "sort", CHOICE, N_ ("What it is"), REQUIRED | LISTED, .choices = sorts, .initial = "schedule" },
  { "edition", TEXT, N_ ("Edition"), LISTED | SEARCHED },
  { "code", CODE, N_ ("Code"), LISTED, .hint = N_ ("Such as standard or health, by which files name it") },
  { "published", DATE, N_ ("Published on"), LISTED },
  { "publisher", TEXT, N_ ("Publisher"), SEARCHED | LISTED },
  { "address", CODE, N_ ("Address"), FACT },
  { "licence", TEXT, N_ ("Licence"), FACT },
  { "content", LONG_TEXT, N_ ("Content"), FACT },
  { "shipped", BOOLEAN, N_ ("Shipped with Accord"), FACT },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static void
accord_edition_class_init (AccordEditionClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "edition", N_ ("Edition"), N_ ("Editions"),
                                N_ ("Add an edition"), fields, G_N_ELEMENTS (fields));
}
