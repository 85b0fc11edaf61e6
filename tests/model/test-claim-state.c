/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "claim-lines.h"
#include "store/error.h"

#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

static AccordRecord *
new_claim (Fixture *fixture, gint64 fund, const char *category, gint64 threshold)
{
  AccordRecord *claim = fixture_new (fixture, "claim");

  accord_record_set_text (claim, "text", "Very little was spent");
  accord_record_set_text (claim, "state", "cannot-check");
  accord_record_set_text (claim, "measure", "share-to-category");
  accord_record_set_int (claim, "fund", fund);
  accord_record_set_text (claim, "category", category);
  accord_record_set_text (claim, "comparison", "at-most");
  accord_record_set_int (claim, "threshold", threshold);
  return claim;
}

static void
assert_state (Fixture *fixture, gint64 claim, const char *state)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, "claim", claim);

  g_assert_cmpstr (accord_record_get_text (record, "state"), ==, state);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_undo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_redo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

/* The state follows payments, their allocations and their deletion, and goes back with them. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (100));
  g_autoptr (AccordRecord) record = new_claim (fixture, fund, "organisational-structure", 1000);
  gint64 claim = fixture_save (fixture, record);
  gint64 office, payment;
  g_autoptr (AccordRecord) allocation = NULL;

  assert_state (fixture, claim, "cannot-check");
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01", POUNDS (90));
  assert_state (fixture, claim, "confirmed");
  office = fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, POUNDS (60));
  payment = fixture_add_payment (fixture, fund, office, NULL, ACCORD_UNKNOWN, "2019-05-01", POUNDS (60));
  assert_state (fixture, claim, "confirmed");

  allocation = fixture_get (fixture, "allocation", office);
  accord_record_set_text (allocation, "category", "organisational-structure");
  fixture_save (fixture, allocation);
  assert_state (fixture, claim, "contradicted");
  undo (fixture);
  assert_state (fixture, claim, "confirmed");
  redo (fixture);
  assert_state (fixture, claim, "contradicted");

  fixture_delete (fixture, "payment", payment);
  assert_state (fixture, claim, "confirmed");
  undo (fixture);
  assert_state (fixture, claim, "contradicted");
}

/* What a person or another program writes there gives way to the figures, in the same change. */
static void
test_is_not_asked_for (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (100));
  g_autoptr (AccordRecord) record = new_claim (fixture, fund, "service", 1000);
  gint64 claim;

  accord_record_set_text (record, "state", "confirmed");
  claim = fixture_save (fixture, record);
  assert_state (fixture, claim, "cannot-check");
  g_assert_true (accord_kind_get_field (fixture_kind (fixture, "claim"), "state")->flags
                 & ACCORD_FIELD_DERIVED);
}

/* Sums beyond what can be added up are no reason to refuse the payment that makes them so. */
static void
test_never_refuses (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (100));
  g_autoptr (AccordRecord) record = new_claim (fixture, fund, "service", 10000);
  gint64 claim = fixture_save (fixture, record);

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01", 1);
  assert_state (fixture, claim, "confirmed");
  for (int i = 0; i < 3; i++)
    fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01",
                         G_MAXINT64 / 2);
  assert_state (fixture, claim, "cannot-check");
}

typedef struct
{
  const char *kind;
  gint64 id;
} Subject;

static gpointer
read_lines (AccordReader *reader, gpointer data, GError **error)
{
  const Subject *subject = data;

  return accord_claims_read (reader, subject->kind, subject->id, error);
}

static GPtrArray *
lines_of (Fixture *fixture, const char *kind, gint64 id)
{
  Subject subject = { kind, id };
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = accord_workspace_read (fixture->workspace, read_lines, &subject, NULL, &error);

  g_assert_no_error (error);
  return lines;
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (100));
  gint64 programme = fixture_add_named (fixture, "programme", "Our Health");
  g_autoptr (AccordRecord) tied = new_claim (fixture, fund, "service", 10000);
  g_autoptr (AccordRecord) loose = fixture_new (fixture, "claim");
  g_autoptr (GPtrArray) lines = NULL, none = NULL, others = NULL;
  const AccordClaimLine *line;
  g_autofree char *who = NULL, *nobody = NULL;

  accord_record_set_text (tied, "said-by", "the Chief Executive");
  accord_record_set_text (tied, "said-on", "2019-01-24");
  fixture_save (fixture, tied);
  accord_record_set_text (loose, "text", "It will be better");
  accord_record_set_text (loose, "state", "cannot-check");
  accord_record_set_int (loose, "fund", fund);
  accord_record_set_int (loose, "programme", programme);
  fixture_save (fixture, loose);
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01", POUNDS (9));

  lines = lines_of (fixture, "fund", fund);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpint (line->check->verdict, ==, ACCORD_CLAIM_CONFIRMED);
  g_assert_true (accord_claim_line_is_tied (line));
  g_assert_nonnull (strstr (line->rule, "category"));
  g_assert_nonnull (line->rows);
  who = accord_claim_line_dup_source (line);
  g_assert_cmpstr (who, ==, "The Chief Executive, 24 Jan 2019");

  line = lines->pdata[1];
  g_assert_false (accord_claim_line_is_tied (line));
  g_assert_null (line->rule);
  g_assert_null (line->rows);
  nobody = accord_claim_line_dup_source (line);
  g_assert_cmpstr (nobody, ==, "");

  others = lines_of (fixture, "programme", programme);
  g_assert_cmpuint (others->len, ==, 1);
  none = lines_of (fixture, "case", 4711);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/model/claim-state/follows", test_follows);
  fixture_add_test ("/model/claim-state/is-not-asked-for", test_is_not_asked_for);
  fixture_add_test ("/model/claim-state/never-refuses", test_never_refuses);
  fixture_add_test ("/model/claim-state/lines", test_lines);
  return g_test_run ();
}
