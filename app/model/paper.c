/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordPaper, accord_paper)

static const AccordField fields[] = {
  { "title", TEXT, N_ ("Paper"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), LISTED, .target = "item" },
  { "decision", REFERENCE, N_ ("Decision"), LOOKED_UP, .target = "decision" },
  { "size-words", TEXT, N_ ("Size as stated"), LISTED, .hint = N_ ("Such as “PDF 301 KB”") },
  { "published", DATE, N_ ("Published on"), LISTED },
  { "exempt", BOOLEAN, N_ ("Not for the public") },
  { "address", CODE, N_ ("Web address"), FACT },
  { "document", REFERENCE, N_ ("Kept file"), .target = "document" },
  { "paper-code", CODE, N_ ("Number on the council’s site"), FACT },
};

static void
accord_paper_class_init (AccordPaperClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "paper", N_ ("Agenda paper"),
                                N_ ("Agenda papers"), N_ ("Add an agenda paper"), fields,
                                G_N_ELEMENTS (fields));
}
