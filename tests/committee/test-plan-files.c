/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"
#include "read.h"
#include "sample.h"
#include "shared.h"

#include <string.h>

/* A document of the folder beside the project; the test is skipped without it. */
static AccordCommitteePage *
read_file (const char *path, const char *body, const char *date)
{
  const AccordReadOptions options = { ACCORD_FORM_AUTO, NULL, NULL, NULL, body, date };
  g_autoptr (GBytes) raw = shared_load (path);
  g_autoptr (GError) error = NULL;
  AccordCommitteePage *page;

  if (raw == NULL)
    {
      g_test_skip ("The documents are not beside the project");
      return NULL;
    }
  page = accord_committee_read (raw, &options, NULL, &error);
  g_assert_no_error (error);
  return page;
}

/* What is there in all, living and of every kind. */
static gint64
count_all (Fixture *fixture)
{
  gint64 n = 0;

  for (guint i = 0; i < accord_schema_get_n_kinds (fixture->schema); i++)
    n += plan_count (fixture, accord_schema_get_kind (fixture->schema, i)->name);
  return n;
}

/* Kept, found letter for letter, the same again, and gone with one undo. */
static void
check_page (Fixture *fixture, AccordCommitteePage *page)
{
  g_autoptr (AccordCommitteePlan) plan = plan_make (fixture, page), again = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 before = count_all (fixture);

  plan->needs &= ~ACCORD_PLAN_NEEDS_KIND;
  g_assert_cmpuint (plan->needs, ==, ACCORD_PLAN_NEEDS_NOTHING);
  plan_keep (fixture, plan);
  g_assert_cmpint (count_all (fixture), >, before);
  plan_assert_passages (fixture);
  again = plan_make (fixture, page);
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_ADD), ==,
                   plan_count_doing (plan, NULL, ACCORD_PLAN_ADD) - (count_all (fixture) - before));
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_UPDATE), ==, 0);
  g_assert_cmpint (plan_count_doing (again, NULL, ACCORD_PLAN_GONE), ==, 0);
  change = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_all (fixture), ==, before);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const folders[] = { "seeds", "data/pages", "data/pages-html", "data/pages-xml" };
  guint n_pages = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = shared_path (folders[i]);
      g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);
          g_autoptr (GBytes) raw = shared_load (path);
          const AccordReadOptions options = { .body = "A board of its own", .date = "2019-06-04" };
          g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, &options, NULL, NULL);

          if (page == NULL)
            continue;
          g_test_message ("%s", name);
          check_page (fixture, page);
          n_pages++;
        }
    }
  if (n_pages == 0)
    g_test_skip ("The documents are not beside the project");
}

/* Cabinet in July 2017: eight caveats in two groups of four cases. */
static void
test_caveats (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = { "Summary Economic", "Neighbourhood Model", "Intermediate Care",
                                       "Enablers" };
  g_autoptr (AccordCommitteePage) page = read_file ("seeds/004_1d2f26a105973ef4.txt", NULL, NULL);
  g_autoptr (AccordCommitteePlan) plan = NULL;
  g_autoptr (AccordRecord) endorsement = NULL;
  gsize n_cases;

  if (page == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_add_named (fixture, "case", cases[i]);
  plan = plan_make (fixture, page);
  plan_keep (fixture, plan);
  endorsement = plan_only (fixture, "endorsement");
  g_assert_cmpstr (accord_record_get_text (endorsement, "outcome"), ==, "endorsed-with-caveats");
  g_assert_cmpstr (accord_record_get_text (endorsement, "date"), ==, "2017-07-12");
  accord_record_get_ids (endorsement, "cases", &n_cases);
  g_assert_cmpuint (n_cases, ==, 4);
  g_assert_cmpint (plan_count (fixture, "caveat"), ==, 8);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpstr (accord_record_get_text (plan_row (plan, "caveat", i)->record, "group"), ==,
                     i < 5 ? "the need to focus on" : "further consideration of");
  g_assert_cmpstr (accord_record_get_text (plan_row (plan, "caveat", 4)->record, "text"), ==,
                   "quality of care");
}

/* The sample was made from the documents: reading them doubles nothing in it. */
static void
test_sample (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "seeds/002_6d2fcf850709bed3.txt", "seeds/004_1d2f26a105973ef4.txt" };
  static const char *const kinds[] = { "source",  "body",        "meeting", "caveat",
                                       "finding", "endorsement", "action" };
  gint64 before[G_N_ELEMENTS (kinds)];
  g_autoptr (GError) error = NULL;

  accord_sample_load (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    before[i] = plan_count (fixture, kinds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (AccordCommitteePage) page = read_file (files[i], NULL, NULL);

      if (page == NULL)
        return;
      plan_import (fixture, page);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (plan_count (fixture, kinds[i]), ==, before[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/plan-files/pages", test_pages);
  fixture_add_test ("/committee/plan-files/caveats", test_caveats);
  fixture_add_test ("/committee/plan-files/sample", test_sample);
  return g_test_run ();
}
