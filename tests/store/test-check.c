/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "history.h"

#include <string.h>

#define TEST(path, func, data) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

/* What somebody might do to the file with another program. */
static const char *const tampering[] = {
  "UPDATE spending SET amount = amount + 1 WHERE id = 2500",
  "UPDATE spending SET amount = amount + 1 WHERE id = 3002",
  "UPDATE spending SET note = 'not by Accord' WHERE id = 3001",
  "UPDATE spending SET deleted = '2020-01-01T00:00:00Z' WHERE id = 77",
  "UPDATE spending SET deleted = NULL WHERE id = 3003",
  "DELETE FROM spending WHERE id = 1234",
  "DELETE FROM spending WHERE id = 3002",
  "INSERT INTO spending (uid, created, modified, payee) VALUES ('x', 'x', 'x', 'Slipped in')",
  "UPDATE journal SET after = replace (after, '2', '3') WHERE after IS NOT NULL",
  "UPDATE journal SET digest = 'x' WHERE digest IS NOT NULL",
  "DELETE FROM journal WHERE id = 3",
  "DELETE FROM change WHERE id = 2",
  "UPDATE change SET who = 'Somebody else' WHERE id = 1",
  "UPDATE change SET at = '2001-01-01T00:00:00Z' WHERE id = 3",
  "INSERT INTO journal (change, kind, record, operation) VALUES (99, 'place', 1, 'restore')",
  "UPDATE spending SET place = 4242 WHERE id = 3001",
};

static void
fill (Fixture *self)
{
  gint64 place = fixture_add_place (self, "Bury");
  g_autoptr (AccordRecord) record = NULL, copy = NULL;
  g_autoptr (AccordChange) change = NULL, undone = NULL;

  fixture_import (self, 3000, place);
  g_assert_cmpint (fixture_add_spending (self, "Persona", 100, place), ==, 3001);
  g_assert_cmpint (fixture_add_spending (self, "BARDOC", 200, place), ==, 3002);
  g_assert_cmpint (fixture_add_spending (self, "Taken back", 300, place), ==, 3003);
  undone = accord_workspace_undo (self->workspace, NULL, NULL);
  record = fixture_get (self, self->spending, 2500);
  copy = accord_record_copy (record);
  accord_record_set_int (copy, "amount", 999);
  change = accord_workspace_save (self->workspace, copy, NULL, NULL);
}

static void
test_tampering (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  fixture_assert_sound (self);
  fixture_sql (self, data);
  report = accord_workspace_check (self->workspace, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, >, 0);
  g_test_message ("%s", (char *) g_ptr_array_index (report->problems, 0));
}

/* The search index is no fact: when it is wrong, it is made anew. */
static void
test_rebuild (Fixture *self, gconstpointer data)
{
  g_autoptr (AccordCheckReport) wrong = NULL, rebuilt = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  fixture_sql (self, "INSERT INTO \"spending.search\" (\"spending.search\") VALUES ('delete-all')");
  wrong = accord_workspace_check (self->workspace, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wrong->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (wrong->problems, 0), "--rebuild"));
  rebuilt = accord_workspace_check (self->workspace, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rebuilt->rebuilt);
  fixture_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/check/tampering/%u", i + 1);

      TEST (path, test_tampering, tampering[i]);
    }
  TEST ("/store/check/rebuild", test_rebuild, NULL);
  return g_test_run ();
}
