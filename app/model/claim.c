/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim.h"

#include "category.h"
#include "table.h"
#include "validation.h"

ACCORD_DEFINE_RECORD (AccordClaim, accord_claim)

static const AccordChoice measures[] = {
  { "none", N_ ("Nothing that can be worked out") },
  { "share-to-organisation", N_ ("Share of a fund paid to an organisation") },
  { "share-to-category", N_ ("Share of a fund paid for a category") },
  { "fund-amount", N_ ("Amount of a fund") },
  { NULL, NULL },
};

static const AccordChoice comparisons[] = {
  { "at-least", N_ ("At least") },
  { "at-most", N_ ("At most") },
  { NULL, NULL },
};

static const AccordChoice states[] = {
  { "cannot-check", N_ ("Cannot be checked") },
  { "confirmed", N_ ("Confirmed") },
  { "contradicted", N_ ("Contradicted") },
  { NULL, NULL },
};

static const AccordField fields[] = {
  { "text", TEXT, N_ ("What was said"), REQUIRED | TITLE | SEARCHED | LISTED },
  { "said-by", TEXT, N_ ("Said by"), SEARCHED | LISTED },
  { "said-on", DATE, N_ ("Said on"), LISTED },
  { "said-on-words", TEXT, N_ ("When, as stated"), .hint = N_ ("Where the source gives no exact date") },
  { "fund", REFERENCE, N_ ("Fund"), LISTED, .target = "fund" },
  { "programme", REFERENCE, N_ ("Programme"), .target = "programme" },
  { "case", REFERENCE, N_ ("Business case"), .target = "case" },
  { "organisation", REFERENCE, N_ ("Organisation"), .target = "organisation" },
  { "measure", CHOICE, N_ ("Figure it rests on"), .choices = measures },
  { "category", CHOICE, N_ ("Category"), .choices = accord_category_choices },
  { "comparison", CHOICE, N_ ("Comparison"), .choices = comparisons,
    .hint = N_ ("“The majority” is at least 50%, “very little” is at most what you judge it to mean") },
  { "threshold", PERCENT, N_ ("Share claimed") },
  { "amount", MONEY, N_ ("Amount claimed") },
  { "proof", LONG_TEXT, N_ ("What would prove it"), SEARCHED },
  { "state", CHOICE, N_ ("State"), REQUIRED | LISTED | DERIVED, .choices = states,
    .initial = "cannot-check" },
};

static gboolean
accord_claim_validate (AccordRecord *self, GError **error)
{
  return accord_validate_range (self, "threshold", 0, 10000, error);
}

static void
accord_claim_class_init (AccordClaimClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_claim_validate;
  accord_record_class_describe (record_class, "claim", N_ ("Claim"), N_ ("Claims"), N_ ("Record a claim"),
                                fields, G_N_ELEMENTS (fields));
}
