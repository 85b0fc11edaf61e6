/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "membership.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordMembership, accord_membership)

static const AccordChoice roles[] = {
  { "member", N_ ("Member") },
  { "partner", N_ ("Partner") },
  { "commissioner", N_ ("Commissioner") },
  { "provider", N_ ("Provider") },
  { "host", N_ ("Host") },
  { "observer", N_ ("Observer") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "organisation", REFERENCE, N_ ("Organisation"), REQUIRED | TITLE | LISTED, .target = "organisation" },
  { "alliance", REFERENCE, N_ ("Alliance"), REQUIRED | LISTED, .target = "organisation",
    .hint = N_ ("What it is a partner in, such as an OCO or LCO") },
  { "role", CHOICE, N_ ("Role"), REQUIRED | LISTED, .choices = roles, .initial = "member" },
  { "from", DATE, N_ ("From"), LISTED },
  { "from-words", TEXT, N_ ("From, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "until", DATE, N_ ("Until"), LISTED },
  { "what-it-brings", LONG_TEXT, N_ ("What it brings"), SEARCHED },
};

static gboolean
accord_membership_validate (AccordRecord *self, GError **error)
{
  return accord_validate_different (self, "organisation", "alliance", error)
         && accord_validate_order (self, "from", "until", error);
}

static void
accord_membership_class_init (AccordMembershipClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_membership_validate;
  accord_record_class_describe (record_class, "membership", N_ ("Partner"), N_ ("Partners"),
                                N_ ("Add a partner"), fields, G_N_ELEMENTS (fields));
}
