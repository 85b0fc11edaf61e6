/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "financial-year.h"
#include "funds.h"
#include "model-error.h"
#include "store/error.h"

#include <sqlite3.h>
#include <string.h>

#define POUNDS(n) (G_GINT64_CONSTANT (n) * 100)

/* Runs @function on a reading thread with @data. */
static void
in_reader (Fixture *fixture, AccordReadFunc function, gpointer data)
{
  g_autoptr (GError) error = NULL;

  accord_workspace_read (fixture->workspace, function, data, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
read_summary (AccordReader *reader, gpointer data, GError **error)
{
  return accord_fund_summary (reader, *(gint64 *) data, error);
}

static AccordFundSummary *
summary_of (Fixture *fixture, gint64 fund)
{
  g_autoptr (GError) error = NULL;
  AccordFundSummary *summary = accord_workspace_read (fixture->workspace, read_summary, &fund, NULL, &error);

  g_assert_no_error (error);
  return summary;
}

typedef struct
{
  gint64 fund;
  const char *category;
  gint64 pence;
  gint64 share;
  gboolean known;
} Spent;

static gpointer
read_spent (AccordReader *reader, gpointer data, GError **error)
{
  Spent *spent = data;

  spent->known = accord_fund_spent_on_category (reader, spent->fund, spent->category, &spent->pence,
                                                &spent->share, error);
  return spent->known ? spent : NULL;
}

static Spent
spent_on (Fixture *fixture, gint64 fund, const char *category, GError **error)
{
  Spent spent = { fund, category, -1, -1, FALSE };

  accord_workspace_read (fixture->workspace, read_spent, &spent, NULL, error);
  return spent;
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));
  gint64 tier = fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2018, POUNDS (6000000));
  g_autoptr (AccordFundSummary) summary = NULL;

  fixture_add_allocation (fixture, fund, "enabling", ACCORD_UNKNOWN, 2019, POUNDS (1000000));
  fixture_add_payment (fixture, fund, tier, NULL, ACCORD_UNKNOWN, "2019-03-31", POUNDS (2500000));
  fixture_add_payment (fixture, ACCORD_UNKNOWN, tier, NULL, ACCORD_UNKNOWN, "2019-04-01", POUNDS (500000));
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", -POUNDS (1000));
  fixture_add_payment (fixture, ACCORD_UNKNOWN, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02",
                       POUNDS (7));

  summary = summary_of (fixture, fund);
  g_assert_cmpstr (summary->name, ==, "Transformation fund");
  g_assert_cmpstr (summary->type, ==, "transformation-fund");
  g_assert_cmpint (summary->award, ==, POUNDS (19200000));
  g_assert_cmpint (summary->allocated, ==, POUNDS (7000000));
  g_assert_cmpint (summary->paid, ==, POUNDS (2999000));
  g_assert_cmpint (summary->uncommitted, ==, POUNDS (12200000));
  g_assert_cmpint (summary->unspent, ==, POUNDS (4001000));
  g_assert_cmpint (summary->left, ==, POUNDS (16201000));
  g_assert_cmpint (summary->n_allocations, ==, 2);
  g_assert_cmpint (summary->n_payments, ==, 3);
}

static void
test_award_unknown (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Pooled budget", ACCORD_UNKNOWN);
  g_autoptr (AccordFundSummary) summary = NULL;

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", 100);
  summary = summary_of (fixture, fund);
  g_assert_cmpint (summary->award, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (summary->uncommitted, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (summary->left, ==, ACCORD_UNKNOWN);
  g_assert_cmpint (summary->unspent, ==, -100);
  g_assert_cmpint (summary->paid, ==, 100);
}

static gpointer
read_missing (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_assert_null (accord_fund_summary (reader, *(gint64 *) data, &failure));
  g_assert_error (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND);
  return data;
}

static void
test_no_such_fund (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Gone", 1), never = 4711;

  fixture_delete (fixture, "fund", fund);
  in_reader (fixture, read_missing, &fund);
  in_reader (fixture, read_missing, &never);
}

static gpointer
read_all (AccordReader *reader, gpointer data, GError **error)
{
  static const char *const names[] = { "a grant", "A fund", "Budget" };
  g_autoptr (GPtrArray) all = accord_funds_summary (reader, error);

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (((AccordFundSummary *) g_ptr_array_index (all, 0))->name, ==, names[1]);
  g_assert_cmpstr (((AccordFundSummary *) g_ptr_array_index (all, 1))->name, ==, names[0]);
  g_assert_cmpstr (((AccordFundSummary *) g_ptr_array_index (all, 2))->name, ==, names[2]);
  for (guint i = 0; i < all->len; i++)
    {
      const AccordFundSummary *summary = g_ptr_array_index (all, i);
      g_autoptr (AccordFundSummary) alone = accord_fund_summary (reader, summary->fund, error);

      g_assert_cmpint (summary->paid, ==, alone->paid);
      g_assert_cmpint (summary->allocated, ==, alone->allocated);
    }
  return reader;
}

static void
test_all_funds (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Budget", POUNDS (5));

  fixture_add_fund (fixture, "a grant", POUNDS (6));
  fixture_add_fund (fixture, "A fund", POUNDS (7));
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", 100);
  in_reader (fixture, read_all, NULL);
}

/* A million million pounds a hundred thousand times over is no sum to guess at. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Too much", 1);
  g_autoptr (AccordFundSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", G_MAXINT64 / 2);
  g_assert_null (accord_workspace_read (fixture->workspace, read_summary, &fund, NULL, &error));
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_RANGE);

  /* What brings it back counts, although the sum passes through what cannot be kept. */
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-04-02", -G_MAXINT64 / 2);
  summary = summary_of (fixture, fund);
  g_assert_cmpint (summary->paid, ==, G_MAXINT64 / 2 * 2);
}

static void
test_spent_on_structures (Fixture *fixture, gconstpointer data)
{
  static const char *const structure = "organisational-structure";
  gint64 fund = fixture_add_fund (fixture, "Transformation fund", POUNDS (19200000));
  gint64 office = fixture_add_allocation (fixture, fund, structure, ACCORD_UNKNOWN, 2018, POUNDS (400000));
  g_autoptr (GError) error = NULL;
  Spent spent = spent_on (fixture, fund, structure, &error);

  /* Promised is not paid. */
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN);
  g_assert_false (spent.known);
  g_clear_error (&error);

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-01-01", POUNDS (100000));
  spent_on (fixture, fund, structure, &error);
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN);
  g_clear_error (&error);

  /* The allocation's category goes before the payment's own. */
  fixture_add_payment (fixture, fund, office, "service", ACCORD_UNKNOWN, "2019-01-01", POUNDS (50000));
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, structure, ACCORD_UNKNOWN, "2019-01-01",
                       POUNDS (50000));
  spent = spent_on (fixture, fund, structure, &error);
  g_assert_no_error (error);
  g_assert_true (spent.known);
  g_assert_cmpint (spent.pence, ==, POUNDS (100000));
  g_assert_cmpint (spent.share, ==, 5000);

  spent = spent_on (fixture, fund, "service", &error);
  g_assert_no_error (error);
  g_assert_cmpint (spent.pence, ==, 0);
  g_assert_cmpint (spent.share, ==, 0);

  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, NULL, ACCORD_UNKNOWN, "2019-01-01", -POUNDS (200000));
  spent_on (fixture, fund, structure, &error);
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN);
}

/* Amounts that another program left empty: counted, said, and never taken for nought pounds paid. */
static void
test_amount_unknown (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "Fund", POUNDS (10));
  g_autoptr (AccordFundSummary) summary = NULL;
  g_autofree char *none = NULL, *notice = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, POUNDS (4));
  fixture_add_allocation (fixture, fund, "service", ACCORD_UNKNOWN, 2019, POUNDS (5));
  fixture_add_payment (fixture, fund, ACCORD_UNKNOWN, "service", ACCORD_UNKNOWN, "2019-05-01", POUNDS (3));
  summary = summary_of (fixture, fund);
  none = accord_fund_summary_dup_notice (summary);
  g_assert_null (none);
  g_clear_pointer (&summary, accord_fund_summary_free);

  accord_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "UPDATE payment SET amount = NULL; UPDATE allocation SET amount = NULL "
                                 "WHERE amount = 500",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  fixture->workspace =
      accord_workspace_open (fixture->path, fixture->schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);

  summary = summary_of (fixture, fund);
  g_assert_cmpint (summary->allocated, ==, POUNDS (4));
  g_assert_cmpint (summary->n_allocations, ==, 2);
  g_assert_cmpint (summary->n_allocations_unknown, ==, 1);
  g_assert_cmpint (summary->n_payments, ==, 1);
  g_assert_cmpint (summary->n_payments_unknown, ==, 1);
  notice = accord_fund_summary_dup_notice (summary);
  g_assert_cmpstr (notice, ==,
                   "1 allocation has no amount and is left out. 1 payment has no amount and is left out.");
  spent_on (fixture, fund, "service", &error);
  g_assert_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/model/funds/summary", test_summary);
  fixture_add_test ("/model/funds/award-unknown", test_award_unknown);
  fixture_add_test ("/model/funds/no-such-fund", test_no_such_fund);
  fixture_add_test ("/model/funds/all", test_all_funds);
  fixture_add_test ("/model/funds/too-large", test_too_large);
  fixture_add_test ("/model/funds/spent-on-structures", test_spent_on_structures);
  fixture_add_test ("/model/funds/amount-unknown", test_amount_unknown);
  return g_test_run ();
}
