/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "body.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordBody, accord_body)

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "organisation", REFERENCE, N_ ("Organisation"), LISTED, .target = "organisation",
    .hint = N_ ("The organisation or alliance whose board it is") },
  { "accountable-to", REFERENCE, N_ ("Accountable to"), LISTED, .target = "body" },
  { "scrutinised-by", REFERENCES, N_ ("Scrutinised by"), LISTED, .target = "body" },
  { "remit", LONG_TEXT, N_ ("Remit"), SEARCHED },
  { "from", DATE, N_ ("From"), LISTED },
  { "from-words", TEXT, N_ ("From, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "until", DATE, N_ ("Until") },
  { "committee-code", CODE, N_ ("Committee number on the council’s site"), FACT },
};

static gboolean
accord_body_validate (AccordRecord *self, GError **error)
{
  return accord_validate_not_itself (self, "accountable-to", error)
         && accord_validate_not_itself (self, "scrutinised-by", error)
         && accord_validate_order (self, "from", "until", error);
}

static gboolean
accord_body_check (AccordRecord *self, AccordReader *reader, GError **error)
{
  return accord_check_no_ring (self, reader, "accountable-to", error);
}

static void
accord_body_class_init (AccordBodyClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_body_validate;
  record_class->check = accord_body_check;
  accord_record_class_describe (record_class, "body", N_ ("Board or committee"), N_ ("Boards and committees"),
                                N_ ("Add a board or committee"), fields, G_N_ELEMENTS (fields));
}
