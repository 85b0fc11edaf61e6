/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper.h"
#include "random-cba.h"

#include <glib/gstdio.h>
#include <string.h>

#define WIDTH 595.28
#define HEIGHT 841.89
#define MARGIN 47.0

static void
assert_inside (GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      double x, y, width, height;

      cairo_recording_surface_ink_extents (pages->pdata[i], &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, MARGIN - 1);
      g_assert_cmpfloat (y, >=, MARGIN - 1);
      g_assert_cmpfloat (x + width, <=, WIDTH - MARGIN + 2);
      g_assert_cmpfloat (y + height, <=, HEIGHT - 20);
    }
}

static void
set_spreads (AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j += 2)
        ((AccordCbaCost *) option->costs->pdata[j])->spread =
            (AccordSpread){ ACCORD_SPREAD_TRIANGULAR, 80 * PERCENT, ACCORD_DECIMAL_ONE, 130 * PERCENT,
                            ACCORD_CBA_NONE };
    }
}

static AccordAppraisalExport *
work_out (const AccordCba *cba)
{
  AccordAppraisalExport *appraisal = accord_appraisal_export_new_for_cba (cba, "2019-04-01");
  g_autoptr (GError) error = NULL;

  appraisal->n_draws = 64;
  accord_appraisal_export_work_out (appraisal, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return appraisal;
}

/* Whatever an appraisal holds, the paper can be laid out and all of it is on the paper. */
static void
test_anything (void)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (AccordCba) cba = test_random_cba (i == 0 ? 500 : 60);
      g_autoptr (AccordAppraisalExport) appraisal = NULL;
      g_autoptr (AccordReport) report = NULL;
      g_autoptr (GPtrArray) pages = NULL;

      set_spreads (cba);
      appraisal = work_out (cba);
      report = accord_board_paper_new (appraisal);
      pages = accord_report_lay_out (report, WIDTH, HEIGHT);
      g_assert_cmpuint (pages->len, >=, 2);
      assert_inside (pages);
    }
}

/* Names of any length are wrapped, and never run over the edge. */
static void
test_long_names (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autofree char *name = g_strnfill (300, 'W');
  g_autoptr (AccordAppraisalExport) appraisal = NULL;
  g_autoptr (AccordReport) report = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  AccordCbaOption *option = cba->options->pdata[0];

  g_free (cba->title);
  cba->title = g_strdup (name);
  g_free (option->name);
  option->name = g_strdup (name);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *uid = g_strdup_printf ("long-%u", i);
      AccordCbaCost *cost = accord_cba_option_add_cost (option, uid, name);

      cost->organisation = accord_cba_add_organisation (cba, uid, name);
      cost->source = g_strdup (name);
      accord_cba_cost_set_amount (cost, 0, G_GINT64_CONSTANT (9999999999));
    }
  appraisal = work_out (cba);
  report = accord_board_paper_new (appraisal);
  pages = accord_report_lay_out (report, WIDTH, HEIGHT);
  assert_inside (pages);
}

static guint
count_in (const char *bytes, gsize length, const char *words)
{
  const gsize n = strlen (words);
  guint found = 0;

  for (gsize i = 0; i + n <= length; i++)
    found += memcmp (bytes + i, words, n) == 0;
  return found;
}

/* The PDF says what things are: headings, tables, the language, and of every picture what it shows. */
static void
test_file (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordAppraisalExport) appraisal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("accord-paper-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "paper.PDF", NULL);
  g_autofree char *other = g_build_filename (folder, "paper.odt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) wrong = g_file_new_for_path (other);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *bytes = NULL;
  gsize length;

  set_spreads (cba);
  appraisal = work_out (cba);
  g_cancellable_cancel (cancelled);
  g_assert_false (accord_appraisal_export_write (appraisal, file, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (accord_appraisal_export_write (appraisal, wrong, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  accord_appraisal_export_write (appraisal, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (count_in (bytes, length, "/Lang (en-GB)"), ==, 1);
  g_assert_cmpuint (count_in (bytes, length, "/S /H1"), ==, 1);
  g_assert_cmpuint (count_in (bytes, length, "/S /H2"), >=, 6);
  g_assert_cmpuint (count_in (bytes, length, "/S /Table"), >=, 8);
  /* Cumulative, who pays, what it hangs on, chance; each is there again with its words. */
  g_assert_cmpuint (count_in (bytes, length, "/Alt <FEFF"), ==, 4);
  g_assert_cmpuint (count_in (bytes, length, "/S /Figure"), ==, 8);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The option and the scenario that were asked for, or a sentence. */
static void
test_choose (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordAppraisalExport) appraisal = NULL;
  g_autoptr (GError) error = NULL;

  accord_cba_add_option (cba, "second", "Second");
  appraisal = accord_appraisal_export_new_for_cba (cba, "2019-04-01");
  g_assert_cmpuint (appraisal->option, ==, 0);
  g_assert_true (accord_appraisal_export_choose (appraisal, "SECOND", NULL, &error));
  g_assert_cmpuint (appraisal->option, ==, 1);
  g_assert_false (accord_appraisal_export_choose (appraisal, "third", NULL, &error));
  g_assert_nonnull (strstr (error->message, "third"));
  g_clear_error (&error);
  g_assert_false (accord_appraisal_export_choose (appraisal, NULL, "worst", &error));
  g_assert_nonnull (strstr (error->message, "worst"));
}

/* An appraisal with a fault goes out in no form; the sentence names the line. */
static void
test_fault (void)
{
  g_autoptr (AccordCba) cba = test_partnership ();
  g_autoptr (AccordAppraisalExport) appraisal = NULL;
  g_autoptr (GError) error = NULL;
  AccordCbaOption *option = cba->options->pdata[0];

  ((AccordCbaCost *) option->costs->pdata[0])->grade = 9;
  appraisal = accord_appraisal_export_new_for_cba (cba, "2019-04-01");
  g_assert_false (accord_appraisal_export_work_out (appraisal, NULL, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Staff"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-paper/anything", test_anything);
  g_test_add_func ("/board-paper/long-names", test_long_names);
  g_test_add_func ("/board-paper/file", test_file);
  g_test_add_func ("/board-paper/choose", test_choose);
  g_test_add_func ("/board-paper/fault", test_fault);
  return g_test_run ();
}
