/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordOption, accord_option)

static const AccordChoice comparators[] = {
  { "do-nothing", N_ ("Do nothing") },
  { "do-minimum", N_ ("Do the minimum") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Option"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "letter", TEXT, N_ ("Letter or number"), LISTED, .hint = N_ ("As in the report: a, b, c") },
  { "case", REFERENCE, N_ ("Business case"), LISTED, .target = "case" },
  { "item", REFERENCE, N_ ("Agenda item"), LISTED | LOOKED_UP, .target = "item" },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
  { "preferred", BOOLEAN, N_ ("Preferred"), LISTED },
  { "comparator", CHOICE, N_ ("Comparator"), .choices = comparators,
    .hint = N_ ("What the other options are measured against") },
};

static void
accord_option_class_init (AccordOptionClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "option", N_ ("Option"), N_ ("Options"),
                                N_ ("Add an option"), fields, G_N_ELEMENTS (fields));
}
