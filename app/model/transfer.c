/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "transfer.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordTransfer, accord_transfer)

static const AccordChoice statuses[] = {
  { "offered", N_ ("Offered") },
  { "planned", N_ ("Planned") },
  { "under-way", N_ ("Under way") },
  { "complete", N_ ("Complete") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "service", TEXT, N_ ("What moves"), REQUIRED | TITLE | SEARCHED | LISTED,
    .hint = N_ ("A service, a team or a building") },
  { "from-organisation", REFERENCE, N_ ("From organisation"), REQUIRED | LISTED, .target = "organisation" },
  { "to-organisation", REFERENCE, N_ ("To organisation"), LISTED, .target = "organisation",
    .hint = N_ ("Empty while it is only offered") },
  { "overseen-by", REFERENCE, N_ ("Overseen by"), .target = "organisation" },
  { "date", DATE, N_ ("Date"), LISTED },
  { "date-words", TEXT, N_ ("Date as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "status", CHOICE, N_ ("Status"), REQUIRED | LISTED, .choices = statuses, .initial = "planned" },
  { "note", LONG_TEXT, N_ ("Note"), SEARCHED },
};

static gboolean
accord_transfer_validate (AccordRecord *self, GError **error)
{
  if (accord_record_get_int (self, "to-organisation") == ACCORD_UNKNOWN
      && g_strcmp0 (accord_record_get_text (self, "status"), "offered") != 0)
    return accord_validation_fail (self, "to-organisation", error,
                                   _ ("This must be filled in, unless the status is Offered."));

  return accord_validate_different (self, "from-organisation", "to-organisation", error);
}

static void
accord_transfer_class_init (AccordTransferClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_transfer_validate;
  accord_record_class_describe (record_class, "transfer", N_ ("Service transfer"), N_ ("Service transfers"),
                                N_ ("Add a service transfer"), fields, G_N_ELEMENTS (fields));
}
