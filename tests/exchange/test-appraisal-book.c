/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "cba-words.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define N_RANDOM 10

/* Rows of the summary, as a spreadsheet counts them, and of the organisations. */
#define SUMMARY_FIRST 5
#define ORGANISATIONS_FIRST 6

static char *
path_of (Fixture *fixture, const char *folder, const char *name)
{
  return g_build_filename (fixture->folder, folder, name, NULL);
}

static void
write_book (const AccordAppraisalExport *appraisal, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  accord_appraisal_book_write (appraisal, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What is in each cell, by the name of its sheet and its place. */
static GHashTable *
read_book (const char *path, const char *what)
{
  const char *const argv[] = { "python3", TEST_BOOK_PY, what, path, NULL };
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab != NULL)
        g_hash_table_insert (cells, g_strndup (lines[i], (gsize) (tab - lines[i])), g_strdup (tab + 1));
    }
  return cells;
}

static const char *
cell_at (GHashTable *cells, const char *sheet, guint column, guint row)
{
  g_autofree char *place =
      column < 26 ? g_strdup_printf ("%s!%c%u", sheet, 'A' + column, row)
                  : g_strdup_printf ("%s!%c%c%u", sheet, 'A' + column / 26 - 1, 'A' + column % 26, row);

  return g_hash_table_lookup (cells, place);
}

/* To the penny: what a double can say of sums of this size. */
static void
assert_money (GHashTable *cells, const char *sheet, guint column, guint row, double pence)
{
  const char *text = cell_at (cells, sheet, column, row);
  const double found = text != NULL ? g_ascii_strtod (text, NULL) * 100 : 0;

  if (fabs (found - pence) > 0.02 + fabs (pence) * 1e-12)
    g_error ("%s column %u row %u: %s where %.6f pence were expected", sheet, column, row, text, pence);
}

static void
assert_value (GHashTable *cells, guint column, guint row, AccordCbaValue value)
{
  const char *text = cell_at (cells, "Summary", column, row);
  double found;

  g_assert_nonnull (text);
  if (value.defined != ACCORD_DEFINED)
    {
      g_assert_cmpstr (text, ==, accord_undefined_get_words (value.defined));
      return;
    }
  found = g_ascii_strtod (text, NULL);
  if (fabs (found - value.value) > 1e-9 * MAX (1, fabs (value.value)))
    g_error ("Summary column %u row %u: %s where %.9g was expected", column, row, text, value.value);
}

static void
assert_summary (GHashTable *cells, guint column, const AccordCbaSums *sums)
{
  const double money[] = { sums->by_class[0],
                           sums->by_class[1],
                           sums->by_class[2],
                           sums->cashable_by_class[0],
                           sums->cashable_by_class[1],
                           sums->cashable_by_class[2],
                           sums->by_kind[0],
                           sums->by_kind[1],
                           sums->by_kind[2],
                           sums->costs_by_timing[0],
                           sums->costs_by_timing[1],
                           sums->benefits_by_timing[0],
                           sums->benefits_by_timing[1],
                           sums->cashable_by_timing[0],
                           sums->cashable_by_timing[1] };

  assert_money (cells, "Summary", column, SUMMARY_FIRST, sums->pvc);
  assert_money (cells, "Summary", column, SUMMARY_FIRST + 1, sums->pvb);
  assert_money (cells, "Summary", column, SUMMARY_FIRST + 2, sums->npsv);
  assert_value (cells, column, SUMMARY_FIRST + 3, sums->bcr);
  g_assert_cmpstr (cell_at (cells, "Summary", column, SUMMARY_FIRST + 4), ==,
                   accord_money_band_get_label (sums->band));
  assert_money (cells, "Summary", column, SUMMARY_FIRST + 5, sums->eac);
  assert_value (cells, column, SUMMARY_FIRST + 6, sums->payback);
  assert_value (cells, column, SUMMARY_FIRST + 7, sums->discounted_payback);
  assert_money (cells, "Summary", column, SUMMARY_FIRST + 8, sums->present_cashable);
  assert_value (cells, column, SUMMARY_FIRST + 9, sums->roi);
  assert_money (cells, "Summary", column, SUMMARY_FIRST + 10, sums->budget_impact);
  for (guint i = 0; i < G_N_ELEMENTS (money); i++)
    assert_money (cells, "Summary", column, SUMMARY_FIRST + 11 + i, money[i]);
}

static void
assert_positions (GHashTable *cells, guint row, const AccordCba *cba, const AccordCbaSums *sums)
{
  const guint n = cba->organisations->len;

  for (guint i = 0; i < sums->positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (sums->positions, AccordCbaPosition, i);
      const guint at = row + (position->organisation != ACCORD_CBA_NONE ? position->organisation : n);

      assert_money (cells, "Organisations", 1, at, position->present_cost);
      assert_money (cells, "Organisations", 2, at, position->present_benefit);
      assert_money (cells, "Organisations", 3, at, position->present_cashable);
      assert_money (cells, "Organisations", 4, at, position->present_net);
      assert_money (cells, "Organisations", 5, at, position->present_cash_net);
      assert_money (cells, "Organisations", 6, at, position->deepest_net);
      for (guint year = 0; year < cba->horizon; year++)
        {
          assert_money (cells, "Organisations", 9 + year, at,
                        position->years.benefit[year] - position->years.cost[year]);
          assert_money (cells, "Organisations", 9 + year, at + n + 3, position->years.cumulative[year]);
        }
    }
}

static void
assert_book (const char *path, const AccordAppraisalExport *appraisal)
{
  g_autoptr (GHashTable) cells = read_book (path, "values");
  const AccordCba *cba = appraisal->cba;
  GHashTableIter iter;
  gpointer place, text;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &place, &text))
    if (*(char *) text == '#')
      g_error ("%s in %s", (char *) text, (char *) place);
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaResult *result = appraisal->results->pdata[i];

      assert_summary (cells, i + 1, &result->net);
      assert_positions (cells, ORGANISATIONS_FIRST + i * 2 * (cba->organisations->len + 3), cba,
                        &result->net);
    }
  g_assert_cmpstr (g_hash_table_lookup (cells, "Checks!B3"), ==, "all agree");
}

/* Has LibreOffice work out anew what it did not yet, whatever the files say it comes to. */
static void
run_soffice (Fixture *fixture, const char *out, const GPtrArray *paths)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", fixture->folder);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *const first[] = {
    fixture->soffice, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (argv, (gpointer) first[i]);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);
      g_autofree char *path = g_build_filename (out, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (argv, paths->pdata[i]);
    }
  if (argv->len == G_N_ELEMENTS (first))
    return;
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* LibreOffice is asked to recalculate whatever it opens. On a busy machine its first start with a new profile
 * may end before it has done anything; what counts is that the workbooks are there in the end. */
static void
recalculate (Fixture *fixture, GPtrArray *paths)
{
  static const char settings[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                 "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
                                 "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
                                 "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop>"
                                 "</item></oor:items>";
  g_autofree char *out = path_of (fixture, "out", NULL);
  g_autofree char *user = path_of (fixture, "profile", "user");
  g_autofree char *registry = g_build_filename (user, "registrymodifications.xcu", NULL);

  g_assert_cmpint (g_mkdir_with_parents (user, 0700), ==, 0);
  g_assert_true (g_file_set_contents (registry, settings, -1, NULL));
  for (guint i = 0; i < 3; i++)
    run_soffice (fixture, out, paths);
}

/* Types a number into a workbook. */
static void
edit (const char *from, const char *to, const char *sheet, const char *label, const char *columns,
      const char *value)
{
  const char *const argv[] = {
    "python3", TEST_BOOK_PY, "edit", from, to, sheet, label, columns, value, NULL
  };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* The figures of a workbook as it is written are the engine's, before anybody recalculates it. */
static void
test_as_written (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      AccordAppraisalExport *appraisal = book_work_out (i == 0 ? test_partnership () : test_random_cba (12));
      g_autofree char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);

      write_book (appraisal, path);
      assert_book (path, appraisal);
      book_done_with (appraisal);
    }
}

/* A workbook in a folder of those that are to be recalculated, and what it must come to then. */
static void
add_book (Fixture *fixture, GPtrArray *paths, GPtrArray *all, const char *name, AccordCba *cba)
{
  AccordAppraisalExport *appraisal = book_work_out (cba);
  char *path = path_of (fixture, "in", name);

  write_book (appraisal, path);
  g_ptr_array_add (paths, path);
  g_ptr_array_add (all, appraisal);
}

/* A workbook with one number changed in it, and the same number changed for the engine. */
static void
add_changed (Fixture *fixture, GPtrArray *paths, GPtrArray *all)
{
  g_autofree char *from = path_of (fixture, "in", "partnership.xlsx");
  char *rate = path_of (fixture, "in", "rate.xlsx"), *need = path_of (fixture, "in", "need.xlsx");
  char *horizon = path_of (fixture, "in", "horizon.xlsx");
  AccordCba *cba = test_partnership ();

  edit (from, rate, "Assumptions", "From year", "-1", "0.05");
  g_array_index (((AccordSchedule *) cba->schedules->pdata[0])->bands, AccordBand, 0).rate = 5 * PERCENT;
  g_ptr_array_add (paths, rate);
  g_ptr_array_add (all, book_work_out (cba));
  edit (from, need, "Outcomes", "Fewer admissions", "1", "900");
  cba = test_partnership ();
  ((AccordCbaOutcome *) ((AccordCbaOption *) cba->options->pdata[0])->outcomes->pdata[0])->need =
      900 * ACCORD_DECIMAL_ONE;
  g_ptr_array_add (paths, need);
  g_ptr_array_add (all, book_work_out (cba));
  edit (from, horizon, "Assumptions", "Years counted", "1", "4");
  cba = test_partnership ();
  cba->horizon = 4;
  g_ptr_array_add (paths, horizon);
  g_ptr_array_add (all, book_work_out (cba));
}

/* Recalculated by LibreOffice a workbook gives the engine's figures, also after a number was changed. */
static void
test_recalculated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) book_done_with);
  g_autofree char *in = path_of (fixture, "in", NULL);

  if (fixture->soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed: nothing recalculates the workbooks");
      return;
    }
  g_assert_cmpint (g_mkdir (in, 0700), ==, 0);
  add_book (fixture, paths, all, "partnership.xlsx", test_partnership ());
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *name = g_strdup_printf ("random-%u.xlsx", i);

      add_book (fixture, paths, all, name, test_random_cba (i == 0 ? 60 : 12));
    }
  add_changed (fixture, paths, all);
  recalculate (fixture, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (paths->pdata[i]);
      g_autofree char *path = path_of (fixture, "out", name);

      g_test_message ("%s", name);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        g_error ("LibreOffice did not write %s", name);
      assert_book (path, all->pdata[i]);
    }
}

/* What people type is never a formula, whatever it begins with. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)",
                                       "a \"b\" & <c> 'd'" };
  AccordCba *cba = test_partnership ();
  g_autofree char *path = g_build_filename (fixture->folder, "names.xlsx", NULL);
  g_autoptr (GHashTable) cells = NULL;
  g_autoptr (GHashTable) formulas = NULL;
  AccordAppraisalExport *appraisal;

  g_free (cba->title);
  cba->title = g_strdup (names[0]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AccordCbaOption *option = accord_cba_add_option (cba, names[i], names[i]);
      AccordCbaCost *cost = accord_cba_option_add_cost (option, names[i], names[i]);

      cost->source = g_strdup (names[i]);
      cost->organisation = accord_cba_add_organisation (cba, names[i], names[i]);
    }
  appraisal = book_work_out (cba);
  write_book (appraisal, path);
  cells = read_book (path, "values");
  formulas = read_book (path, "formulas");
  g_assert_cmpstr (g_hash_table_lookup (formulas, "Summary!A1"), ==, names[0]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (cell_at (formulas, "Costs", 1, 6 + i), ==, names[i]);
      g_assert_cmpstr (cell_at (formulas, "Costs", 14, 6 + i), ==, names[i]);
      g_assert_cmpstr (cell_at (cells, "Summary", 2 + i, 4), ==, names[i]);
    }
  book_done_with (appraisal);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/appraisal-book/as-written", Fixture, NULL, book_set_up, test_as_written, book_tear_down);
  g_test_add ("/appraisal-book/recalculated", Fixture, NULL, book_set_up, test_recalculated, book_tear_down);
  g_test_add ("/appraisal-book/names", Fixture, NULL, book_set_up, test_names, book_tear_down);
  return g_test_run ();
}
