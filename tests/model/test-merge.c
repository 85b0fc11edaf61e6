/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "duplicates.h"
#include "fixture.h"
#include "merge.h"

static gint64
add_organisation (Fixture *fixture, const char *name, const char *code)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "organisation");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "ods-code", code);
  accord_record_fill_in (record);
  return fixture_save (fixture, record);
}

static gint64
add_body (Fixture *fixture, const char *name, gint64 organisation)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "body");

  accord_record_set_text (record, "name", name);
  accord_record_set_int (record, "organisation", organisation);
  accord_record_fill_in (record);
  return fixture_save (fixture, record);
}

static gpointer
find (AccordReader *reader, gpointer data, GError **error)
{
  return accord_duplicates_find (reader, data, error);
}

static GPtrArray *
find_duplicates (Fixture *fixture, const char *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found =
      accord_workspace_read (fixture->workspace, find, (gpointer) fixture_kind (fixture, kind), NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  gint64 council = add_organisation (fixture, "Bury Council", NULL);
  gint64 other = add_organisation (fixture, "Another Council", NULL);
  gint64 federation = add_organisation (fixture, "The Bury GP Federation Ltd", NULL);
  gint64 coded = add_organisation (fixture, "BURY G.P. FEDERATION", "8A123");
  g_autoptr (GPtrArray) organisations = NULL, bodies = NULL;
  AccordDuplicate *pair;

  add_organisation (fixture, "North Surgery", "P1001");
  add_organisation (fixture, "North Surgery", "P1002");
  add_body (fixture, "Cabinet", council);
  add_body (fixture, "Cabinet", other);
  add_body (fixture, "Health & Wellbeing Board", council);
  add_body (fixture, "Health and Wellbeing Board", ACCORD_UNKNOWN);
  organisations = find_duplicates (fixture, "organisation");
  g_assert_cmpuint (organisations->len, ==, 1);
  pair = organisations->pdata[0];
  g_assert_cmpint (pair->one, ==, coded);
  g_assert_cmpint (pair->other, ==, federation);
  bodies = find_duplicates (fixture, "body");
  g_assert_cmpuint (bodies->len, ==, 1);
}

/* All that named the one names the other, nothing known is lost, and one undo brings everything back. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  gint64 keep = add_organisation (fixture, "Bury Council", NULL);
  gint64 drop = add_organisation (fixture, "BURY COUNCIL", "E08000002");
  gint64 part = add_organisation (fixture, "Bury Libraries", NULL);
  gint64 body = add_body (fixture, "Cabinet", drop);
  const gint64 both[] = { keep, drop, part };
  AccordMerge merge = { fixture_kind (fixture, "organisation"), keep, drop, 0 };
  g_autoptr (AccordRecord) child = fixture_get (fixture, "organisation", part);
  g_autoptr (AccordRecord) lost = fixture_get (fixture, "organisation", drop);
  g_autoptr (AccordRecord) post = fixture_new (fixture, "post");
  g_autoptr (AccordRecord) kept = NULL, moved = NULL, again = NULL;
  g_autoptr (AccordChange) change = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 post_id;
  gsize n_ids;

  accord_record_set_int (child, "part-of", drop);
  fixture_save (fixture, child);
  accord_record_set_ids (lost, "succeeded-by", (gint64[]){ keep, part }, 2);
  fixture_save (fixture, lost);
  accord_record_set_text (post, "name", "Chief Finance Officer");
  accord_record_set_ids (post, "organisations", both, 3);
  accord_record_fill_in (post);
  post_id = fixture_save (fixture, post);

  change = accord_workspace_write (fixture->workspace, "Merge", accord_merge_write, &merge, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (merge.n_moved, ==, 3);
  kept = fixture_get (fixture, "organisation", keep);
  g_assert_cmpstr (accord_record_get_text (kept, "name"), ==, "Bury Council");
  g_assert_cmpstr (accord_record_get_text (kept, "ods-code"), ==, "E08000002");
  g_assert_cmpint (accord_record_get_ids (kept, "succeeded-by", &n_ids)[0], ==, part);
  g_assert_cmpuint (n_ids, ==, 1);
  moved = fixture_get (fixture, "body", body);
  g_assert_cmpint (accord_record_get_int (moved, "organisation"), ==, keep);
  again = fixture_get (fixture, "post", post_id);
  accord_record_get_ids (again, "organisations", &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);

  undone = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&moved);
  moved = fixture_get (fixture, "body", body);
  g_assert_cmpint (accord_record_get_int (moved, "organisation"), ==, drop);
  g_clear_object (&kept);
  kept = fixture_get (fixture, "organisation", drop);
  g_assert_null (accord_record_get_deleted (kept));
}

/* A merge that would break a rule is refused whole. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  gint64 one = add_organisation (fixture, "One", NULL);
  AccordMerge same = { fixture_kind (fixture, "organisation"), one, one, 0 };
  AccordMerge none = { fixture_kind (fixture, "organisation"), one, one + 1000, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (
      accord_workspace_write (fixture->workspace, "Merge", accord_merge_write, &same, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (
      accord_workspace_write (fixture->workspace, "Merge", accord_merge_write, &none, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/merge/found", test_found);
  fixture_add_test ("/merge/merged", test_merged);
  fixture_add_test ("/merge/refused", test_refused);
  return g_test_run ();
}
