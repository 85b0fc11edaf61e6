/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engagement.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordEngagement, accord_engagement)

static const AccordChoice types[] = {
  { "listening-event", N_ ("Listening event") },
  { "consultation", N_ ("Consultation") },
  { "survey", N_ ("Survey") },
  { "workshop", N_ ("Workshop") },
  { "publicity", N_ ("Publicity") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "listening-event" },
  { "programme", REFERENCE, N_ ("Programme"), LISTED, .target = "programme" },
  { "case", REFERENCE, N_ ("Business case"), .target = "case" },
  { "organisation", REFERENCE, N_ ("Held by"), .target = "organisation" },
  { "from", DATE, N_ ("From"), LISTED },
  { "from-words", TEXT, N_ ("From, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "until", DATE, N_ ("Until"), LISTED },
  { "until-words", TEXT, N_ ("Until, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "responses", COUNT, N_ ("Responses"), LISTED },
  { "attendance", COUNT, N_ ("People who came"), LISTED },
  { "outcome", LONG_TEXT, N_ ("What was heard"), SEARCHED },
};

static gboolean
accord_engagement_validate (AccordRecord *self, GError **error)
{
  return accord_validate_order (self, "from", "until", error);
}

static void
accord_engagement_class_init (AccordEngagementClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_engagement_validate;
  accord_record_class_describe (record_class, "engagement", N_ ("Engagement event"), N_ ("Engagement events"),
                                N_ ("Add an engagement event"), fields, G_N_ELEMENTS (fields));
}
