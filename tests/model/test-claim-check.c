/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "claim-check.h"

#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

static gpointer
read_check (AccordReader *reader, gpointer data, GError **error)
{
  return accord_claim_check (reader, *(gint64 *) data, error);
}

static AccordClaimCheck *
check (Fixture *fixture, gint64 claim)
{
  g_autoptr (GError) error = NULL;
  AccordClaimCheck *outcome = accord_workspace_read (fixture->workspace, read_check, &claim, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (outcome->sentence, "."));
  return outcome;
}

static AccordRecord *
new_claim (Fixture *fixture, const char *measure, gint64 fund, const char *comparison, gint64 threshold)
{
  AccordRecord *claim = fixture_new (fixture, "claim");

  accord_record_set_text (claim, "text", "What was said");
  accord_record_set_text (claim, "state", "cannot-check");
  accord_record_set_text (claim, "measure", measure);
  accord_record_set_int (claim, "fund", fund);
  accord_record_set_text (claim, "comparison", comparison);
  accord_record_set_int (claim, "threshold", threshold);
  return claim;
}

static void
assert_verdict (Fixture *fixture, AccordRecord *claim, AccordClaimVerdict verdict, const char *words)
{
  gint64 id = fixture_save (fixture, claim);
  g_autoptr (AccordClaimCheck) outcome = check (fixture, id);

  if (outcome->verdict != verdict || strstr (outcome->sentence, words) == NULL)
    g_error ("%s, not %s with “%s”: %s", accord_claim_verdict_get_state (outcome->verdict),
             accord_claim_verdict_get_state (verdict), words, outcome->sentence);
}

static void
test_cannot (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", ACCORD_UNKNOWN);
  gint64 organisation = fixture_add_named (fixture, "organisation", "Bury LCO");
  g_autoptr (AccordRecord) claim = new_claim (fixture, NULL, fund, "at-least", 5000);

  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "no figure");
  accord_record_set_text (claim, "measure", "none");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "no figure");
  accord_record_set_text (claim, "measure", "fund-amount");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "“Transformation fund” is not known");
  accord_record_set_text (claim, "measure", "share-to-category");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "which category");
  accord_record_set_text (claim, "measure", "share-to-organisation");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "which organisation");
  accord_record_set_int (claim, "organisation", organisation);
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "No payment");
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, organisation, "2019-04-01", -100);
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "not known well enough");
  accord_record_set_int (claim, "fund", ACCORD_UNKNOWN);
  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "which fund");
}

static void
test_amount (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));
  g_autoptr (AccordRecord) claim = new_claim (fixture, "fund-amount", fund, "at-least", ACCORD_UNKNOWN);

  assert_verdict (fixture, claim, ACCORD_CLAIM_CANNOT_CHECK, "no amount");
  accord_record_set_int (claim, "amount", POUNDS (19000000));
  assert_verdict (fixture, claim, ACCORD_CLAIM_CONFIRMED, "£19,200,000; the claim says at least £19,000,000");
  accord_record_set_text (claim, "comparison", "at-most");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CONTRADICTED, "at most");
  accord_record_set_text (claim, "comparison", NULL);
  assert_verdict (fixture, claim, ACCORD_CLAIM_CONFIRMED, "rounds to £19,000,000");
  accord_record_set_int (claim, "amount", POUNDS (19200000));
  assert_verdict (fixture, claim, ACCORD_CLAIM_CONFIRMED, "£19,200,000");
  accord_record_set_text (claim, "comparison", "at-most");
  assert_verdict (fixture, claim, ACCORD_CLAIM_CONFIRMED, "£19,200,000");
}

static void
test_rounded (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 said;
    gboolean holds;
  } figures[] = {
    { POUNDS (19200000), TRUE },  { POUNDS (19000000), TRUE },
    { POUNDS (18000000), FALSE }, { POUNDS (19100000), FALSE },
    { POUNDS (20000000), FALSE }, { POUNDS (19200001), FALSE },
    { POUNDS (19000001), FALSE }, { 0, FALSE },
    { G_MAXINT64, FALSE },
  };
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (AccordRecord) claim = new_claim (fixture, "fund-amount", fund, NULL, ACCORD_UNKNOWN);

      accord_record_set_int (claim, "amount", figures[i].said);
      assert_verdict (fixture, claim, figures[i].holds ? ACCORD_CLAIM_CONFIRMED : ACCORD_CLAIM_CONTRADICTED,
                      "the claim");
    }
}

/* "The majority in the LCO, very little on organisational structures." */
static void
test_majority (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));
  gint64 lco = fixture_add_named (fixture, "organisation", "Bury LCO");
  gint64 team = fixture_add_named (fixture, "organisation", "Rapid response");
  gint64 council = fixture_add_named (fixture, "organisation", "Bury Council");
  g_autoptr (AccordRecord) part = fixture_get (fixture, "organisation", team);
  g_autoptr (AccordRecord) most = new_claim (fixture, "share-to-organisation", fund, "at-least", 5000);
  g_autoptr (AccordRecord) little = new_claim (fixture, "share-to-category", fund, NULL, ACCORD_UNKNOWN);
  g_autoptr (AccordClaimCheck) outcome = NULL;

  accord_record_set_int (part, "part-of", lco);
  fixture_save (fixture, part);
  accord_record_set_int (most, "organisation", lco);
  accord_record_set_text (little, "category", "organisational-structure");

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", lco, "2018-04-01", POUNDS (30));
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "organisational-structure", council, "2018-04-01",
                       POUNDS (50));
  assert_verdict (fixture, most, ACCORD_CLAIM_CONTRADICTED,
                  "£30 of the £80 paid from “Transformation fund” "
                  "went to “Bury LCO”: 37.5%. The claim says at least 50%.");
  /* What is part of the LCO counts as the LCO; at exactly half, "at least half" is true. */
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", team, "2018-05-01", POUNDS (20));
  assert_verdict (fixture, most, ACCORD_CLAIM_CONFIRMED, "50%");

  assert_verdict (fixture, little, ACCORD_CLAIM_CANNOT_CHECK,
                  "organisational structure: 50%. The claim gives no share");
  accord_record_set_text (little, "comparison", "at-most");
  accord_record_set_int (little, "threshold", 4999);
  assert_verdict (fixture, little, ACCORD_CLAIM_CONTRADICTED, "at most 49.99%");
  accord_record_set_int (little, "threshold", 5000);
  assert_verdict (fixture, little, ACCORD_CLAIM_CONFIRMED, "at most 50%");

  outcome = check (fixture, accord_record_get_id (little));
  g_assert_cmpint (outcome->pence, ==, POUNDS (50));
  g_assert_cmpint (outcome->whole, ==, POUNDS (100));
  g_assert_cmpint (outcome->share, ==, 5000);
}

/* Whether the claim holds if the payments without a category, those in @subset, went to the category. */
static gboolean
holds (const gint64 *amounts, const int *where, int n, guint subset, gboolean at_least, gint64 threshold)
{
  gint64 part = 0, whole = 0;

  for (int i = 0; i < n; i++)
    {
      whole += amounts[i];
      if (where[i] == 1 || (where[i] == 2 && (subset & (1u << i))))
        part += amounts[i];
    }
  return at_least ? part * 10000 >= whole * threshold : part * 10000 <= whole * threshold;
}

/* A verdict is given exactly when every way of filling in what is not known comes to the same. */
static void
test_not_recorded (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N = 6
  };
  static const char *const categories[] = { "service", "organisational-structure", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (27092016);
  int verdicts[3] = { 0, 0, 0 };

  for (int round = 0; round < 40; round++)
    {
      gint64 fund = fixture_add_fund (fixture, "Fund", 1);
      gboolean at_least = g_rand_boolean (rand);
      gint64 threshold = g_rand_int_range (rand, 0, 10001), amounts[N], claim_id;
      g_autoptr (AccordRecord) claim = NULL;
      g_autoptr (AccordClaimCheck) outcome = NULL;
      int where[N], n_holds = 0, n_ways = 0;

      for (int i = 0; i < N; i++)
        {
          amounts[i] = i == 0 ? 1000 : g_rand_int_range (rand, -99, 500);
          where[i] = g_rand_int_range (rand, 0, 9) % 4 % 3;
          fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, categories[where[i]], ACCORD_UNKNOWN,
                               "2019-04-01", amounts[i]);
        }
      for (guint subset = 0; subset < 1u << N; subset++, n_ways++)
        n_holds += holds (amounts, where, N, subset, at_least, threshold);

      claim = new_claim (fixture, "share-to-category", fund, at_least ? "at-least" : "at-most", threshold);
      accord_record_set_text (claim, "category", "organisational-structure");
      claim_id = fixture_save (fixture, claim);
      outcome = check (fixture, claim_id);
      g_assert_cmpint (outcome->verdict, ==,
                       n_holds == n_ways ? ACCORD_CLAIM_CONFIRMED
                       : n_holds == 0    ? ACCORD_CLAIM_CONTRADICTED
                                         : ACCORD_CLAIM_CANNOT_CHECK);
      verdicts[outcome->verdict]++;
    }
  /* The rounds are worth something only if each verdict came up. */
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (verdicts[i], >, 0);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  const AccordField *state = accord_kind_get_field (fixture_kind (fixture, "claim"), "state");

  for (int verdict = ACCORD_CLAIM_CANNOT_CHECK; verdict <= ACCORD_CLAIM_CONTRADICTED; verdict++)
    g_assert_nonnull (accord_field_choice_label (state, accord_claim_verdict_get_state (verdict)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/model/claim-check/cannot", test_cannot);
  fixture_add_test ("/model/claim-check/amount", test_amount);
  fixture_add_test ("/model/claim-check/rounded", test_rounded);
  fixture_add_test ("/model/claim-check/majority", test_majority);
  fixture_add_test ("/model/claim-check/not-recorded", test_not_recorded);
  fixture_add_test ("/model/claim-check/states", test_states);
  return g_test_run ();
}
