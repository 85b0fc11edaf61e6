/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "organisation.h"

#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordOrganisation, accord_organisation)

static const AccordChoice types[] = {
  { "council", N_ ("Council") },
  { "commissioning-group", N_ ("Clinical commissioning group") },
  { "nhs-trust", N_ ("NHS trust") },
  { "nhs-group", N_ ("NHS group") },
  { "gp-federation", N_ ("GP federation") },
  { "gp-practice", N_ ("GP practice") },
  { "voluntary", N_ ("Voluntary, community or faith organisation") },
  { "company", N_ ("Company") },
  { "police", N_ ("Police") },
  { "housing", N_ ("Housing provider") },
  { "university", N_ ("University") },
  { "college", N_ ("School or college") },
  { "government", N_ ("Government") },
  { "alliance", N_ ("Alliance") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const AccordChoice alliance_types[] = {
  { "one-commissioning-organisation", N_ ("One Commissioning Organisation") },
  { "local-care-organisation", N_ ("Local Care Organisation") },
  { "reform-partnership", N_ ("Public service reform partnership") },
  { "leadership-board", N_ ("Leadership board") },
  { "programme-partnership", N_ ("Programme partnership") },
  { "combined-authority", N_ ("Combined authority") },
  { "other", N_ ("Other alliance") },
  { NULL, NULL },
};

static const AccordChoice countings[] = {
  { "clear-working-days", N_ ("Clear working days") },
  { "working-days", N_ ("Working days") },
  { "calendar-days", N_ ("Calendar days") },
  { NULL, NULL },
};

static const AccordChoice roles[] = {
  { "commissioner", N_ ("Commissioner") },
  { "provider", N_ ("Provider") },
  { "both", N_ ("Commissioner and provider") },
  { "oversight", N_ ("Oversight") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "name", TEXT, N_ ("Name"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "short-name", TEXT, N_ ("Short name"), SEARCHED | LISTED, .hint = N_ ("Such as OCO, LCO or CCG") },
  { "type", CHOICE, N_ ("Type"), REQUIRED | LISTED, .choices = types, .initial = "other" },
  { "alliance-type", CHOICE, N_ ("Type of alliance"), .choices = alliance_types,
    .hint = N_ ("Only for an alliance") },
  { "role", CHOICE, N_ ("Role"), LISTED, .choices = roles,
    .hint = N_ ("A commissioner plans and buys services, a provider delivers them") },
  { "part-of", REFERENCE, N_ ("Part of"), .target = "organisation" },
  { "what-it-does", TEXT, N_ ("What it does"), SEARCHED },
  { "description", LONG_TEXT, N_ ("Description"), SEARCHED },
  { "population", COUNT, N_ ("Population served"), LISTED, .hint = N_ ("People") },
  { "population-words", TEXT, N_ ("Population as stated"), .hint = N_ ("Such as “over 1.1m people”") },
  { "coverage", PERCENT, N_ ("Share of the population covered") },
  { "staff", COUNT, N_ ("Staff"), LISTED },
  { "staff-words", TEXT, N_ ("Staff as stated"), .hint = N_ ("Such as “over 17,500 staff”") },
  { "practices", COUNT, N_ ("Member practices") },
  { "practices-of", COUNT, N_ ("Practices there are"), .hint = N_ ("As in 25 of 26 practices") },
  { "neighbourhoods", COUNT, N_ ("Neighbourhoods") },
  { "operating-budget", MONEY, N_ ("Operating budget") },
  { "opened", DATE, N_ ("Started on") },
  { "opened-words", TEXT, N_ ("Start as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "closed", DATE, N_ ("Ended on") },
  { "succeeded-by", REFERENCES, N_ ("Succeeded by"), .target = "organisation" },
  { "ods-code", CODE, N_ ("ODS code"), SEARCHED | FACT, .hint = N_ ("The code of an NHS organisation") },
  { "gss-code", CODE, N_ ("GSS code"), SEARCHED | FACT,
    .hint = N_ ("The code of a local authority, such as E08000002") },
  { "address", LONG_TEXT, N_ ("Address"), FACT },
  { "website", CODE, N_ ("Website"), FACT },
  { "ods-role", TEXT, N_ ("Role in the ODS register"), FACT, .hint = N_ ("Such as “NHS Trust”") },
  { "ods-changed", DATE, N_ ("Changed in the ODS register on"), FACT },
  { "committee-site", CODE, N_ ("Committee website"), FACT,
    .hint = N_ ("The address that a council’s committee pages begin with") },
  { "committees-read", TEXT, N_ ("Committee website read at"), FACT | DERIVED,
    .hint = N_ ("In UTC, to the second") },
  { "signing-key", CODE, N_ ("Signing key"), FACT | DERIVED },
  { "sealing-key", CODE, N_ ("Sealing key"), FACT | DERIVED },
  { "key-trusted", DATE, N_ ("Key trusted on"), FACT | DERIVED },
  { "key-trusted-by", TEXT, N_ ("Key trusted by"), FACT | DERIVED },
  { "call-in-days", COUNT, N_ ("Days for a call-in"), FACT,
    .hint = N_ ("By the council’s own constitution") },
  { "call-in-counting", CHOICE, N_ ("Call-in days are"), FACT, .choices = countings },
  { "call-in-signatories", COUNT, N_ ("Signatories for a call-in"), FACT },
};

static gboolean
accord_organisation_validate (AccordRecord *self, GError **error)
{
  const char *type = accord_record_get_text (self, "type");

  if (accord_record_get_text (self, "alliance-type") != NULL && g_strcmp0 (type, "alliance") != 0)
    return accord_validation_fail (self, "alliance-type", error,
                                   _ ("Only an alliance has one; the type says it is something else."));

  return accord_validate_order (self, "opened", "closed", error)
         && accord_validate_at_most (self, "practices", "practices-of", error)
         && accord_validate_range (self, "coverage", 0, 10000, error)
         && accord_validate_not_itself (self, "part-of", error)
         && accord_validate_not_itself (self, "succeeded-by", error);
}

static gboolean
accord_organisation_check (AccordRecord *self, AccordReader *reader, GError **error)
{
  return accord_check_no_ring (self, reader, "part-of", error);
}

static void
accord_organisation_class_init (AccordOrganisationClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_organisation_validate;
  record_class->check = accord_organisation_check;
  accord_record_class_describe (record_class, "organisation", N_ ("Organisation"), N_ ("Organisations"),
                                N_ ("Add an organisation"), fields, G_N_ELEMENTS (fields));
}
