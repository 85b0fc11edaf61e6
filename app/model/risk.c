/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordRisk, accord_risk)

static const AccordChoice statuses[] = {
  { "open", N_ ("Open") },
  { "closed", N_ ("Closed") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Risk"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "case", REFERENCE, N_ ("Business case"), .target = "case" },
  { "owner", TEXT, N_ ("Owner"), SEARCHED | LISTED },
  { "gross", COUNT, N_ ("Gross score"), LISTED,
    .hint = N_ ("From 1 to 25, before anything is done about it") },
  { "net", COUNT, N_ ("Net score"), LISTED, .hint = N_ ("From 1 to 25, with what is being done") },
  { "target", COUNT, N_ ("Target score"), LISTED, .hint = N_ ("From 1 to 25, what would be acceptable") },
  { "previous", COUNT, N_ ("Previous net score"), .hint = N_ ("From 1 to 25, when it was last looked at") },
  { "cause", LONG_TEXT, N_ ("Cause"), SEARCHED },
  { "response", LONG_TEXT, N_ ("Response"), SEARCHED },
  { "status", CHOICE, N_ ("Status"), REQUIRED | LISTED, .choices = statuses, .initial = "open" },
};

static gboolean
accord_risk_validate (AccordRecord *self, GError **error)
{
  static const char *const scores[] = { "gross", "net", "target", "previous" };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    if (!accord_validate_range (self, scores[i], 1, 25, error))
      return FALSE;
  return TRUE;
}

static void
accord_risk_class_init (AccordRiskClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_risk_validate;
  accord_record_class_describe (record_class, "risk", N_ ("Risk"), N_ ("Risks"), N_ ("Add a risk"), fields,
                                G_N_ELEMENTS (fields));
}
