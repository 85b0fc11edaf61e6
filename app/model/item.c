/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "item.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordItem, accord_item)

static const AccordField fields[] = {
  { "title", TEXT, N_ ("Title"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "number", TEXT, N_ ("Number"), LISTED, .hint = N_ ("As on the agenda, such as 43a") },
  { "position", COUNT, N_ ("Position"), .hint = N_ ("Its place on the agenda") },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "proposed", LONG_TEXT, N_ ("What was proposed"), SEARCHED },
  { "decision", LONG_TEXT, N_ ("Decision as published"), SEARCHED,
    .hint = N_ ("Where a page gives it apart from the minutes") },
  { "minutes", LONG_TEXT, N_ ("Minutes"), SEARCHED },
  { "key-decision", BOOLEAN, N_ ("Key decision"), LISTED },
  { "exempt", BOOLEAN, N_ ("Exempt (Part 2)") },
  { "incomplete", BOOLEAN, N_ ("Text cut short"), LISTED,
    .hint = N_ ("The page says “view the full minutes text”") },
  { "contact", TEXT, N_ ("Officer contact"), FACT },
  { "item-code", CODE, N_ ("Item number on the council’s site"), FACT },
};

static void
accord_item_class_init (AccordItemClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "item", N_ ("Agenda item"), N_ ("Agenda items"),
                                N_ ("Add an agenda item"), fields, G_N_ELEMENTS (fields));
}
