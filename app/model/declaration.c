/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "declaration.h"

#include "table.h"

ACCORD_DEFINE_RECORD (AccordDeclaration, accord_declaration)

static const AccordField fields[] = {
  { "text", TEXT, N_ ("Declaration of interest"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "who", TEXT, N_ ("Declared by"), SEARCHED | LISTED, .hint = N_ ("As the source names them") },
  { "nature", TEXT, N_ ("Nature of the interest"), SEARCHED | LISTED,
    .hint = N_ ("Such as “personal” or “pecuniary”") },
  { "about", TEXT, N_ ("About"), SEARCHED, .hint = N_ ("The item or matter that it concerns") },
  { "meeting", REFERENCE, N_ ("Meeting"), LISTED | LOOKED_UP, .target = "meeting" },
  { "item", REFERENCE, N_ ("Agenda item"), .target = "item" },
};

static void
accord_declaration_class_init (AccordDeclarationClass *klass)
{
  accord_record_class_describe (ACCORD_RECORD_CLASS (klass), "declaration", N_ ("Declaration of interest"),
                                N_ ("Declarations of interest"), N_ ("Record a declaration of interest"),
                                fields, G_N_ELEMENTS (fields));
}
