/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-report.h"
#include "matrix-report.h"
#include "sample-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define WIDTH 595.0
#define HEIGHT 842.0
#define MARGIN 47.0
#define TODAY "2018-01-01"

static void
assert_inside (GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      double x, y, width, height;

      cairo_recording_surface_ink_extents (pages->pdata[i], &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, MARGIN);
      g_assert_cmpfloat (y, >=, MARGIN);
      g_assert_cmpfloat (x + width, <=, WIDTH - MARGIN + 1);
      g_assert_cmpfloat (y + height, <=, HEIGHT - 20);
    }
}

static char *
random_words (gint most)
{
  static const char *const words[] = {
    "integrated", "care", "of",     "the", "neighbourhood", "Llanfairpwllgwyngyll", "and",
    "caveat",     "–",    "£19.2m", "a"
  };
  GString *text = g_string_new ("First");
  gint n = g_test_rand_int_range (0, most);

  for (gint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", g_test_rand_int_range (0, 30) == 0 ? "\n" : " ",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
add_anything (AccordReport *report)
{
  g_autofree char *words = random_words (g_test_rand_int_range (0, 20) == 0 ? 3000 : 60);
  g_autofree char *other = random_words (12);
  const char *const cells[] = { other, other, "3", NULL };

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      accord_report_add_heading (report, (guint) g_test_rand_int_range (1, 3), other);
      return;
    case 1:
      accord_report_add_text (report, words);
      return;
    case 2:
      accord_report_add_point (report, words, g_test_rand_int_range (0, 2) == 0 ? other : NULL);
      return;
    default:
      accord_report_begin_table (report, cells);
      for (gint i = g_test_rand_int_range (0, 40); i > 0; i--)
        accord_report_add_row (report, cells);
      return;
    }
}

/* Whatever is in a report, all of it is on the paper, and more never takes fewer pages. */
static void
test_anything (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = random_words (20);
      g_autoptr (AccordReport) report = accord_report_new (title, i % 2 == 0 ? "Today" : NULL);
      guint before = 1;

      for (guint j = 0; j < 12; j++)
        {
          g_autoptr (GPtrArray) pages = NULL;

          add_anything (report);
          pages = accord_report_lay_out (report, WIDTH, HEIGHT);
          g_assert_cmpuint (pages->len, >=, before);
          assert_inside (pages);
          before = pages->len;
        }
    }
}

static void
test_file (void)
{
  g_autoptr (AccordReport) report = accord_report_new ("A report", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("accord-report-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) none = g_file_new_for_path (nowhere);
  g_autofree char *bytes = NULL;

  g_assert_true (accord_report_write_pdf (report, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_false (accord_report_write_pdf (report, none, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- The sample's own. */

static gpointer
read_evaluation (AccordReader *reader, gpointer data, GError **error)
{
  return accord_evaluation_read (reader, *(gint64 *) data, TODAY, error);
}

static gpointer
read_matrix (AccordReader *reader, gpointer data, GError **error)
{
  return accord_matrix_read (reader, TODAY, error);
}

/* Each finding is in a group once, and each has its sentence in the text that is kept. */
static void
test_evaluation (Sample *sample, gconstpointer data)
{
  g_autoptr (AccordRecord) programme =
      sample_one (sample, "programme", "name=Chorley Public Service Reform Strategy");
  gint64 id = accord_record_get_id (programme);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordEvaluation) evaluation =
      accord_workspace_read (sample->workspace, read_evaluation, &id, NULL, &error);
  g_autoptr (AccordReport) report = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (evaluation->workstreams->len, ==, 3);
  g_assert_cmpuint (evaluation->findings->len, ==, 28);
  for (guint i = 0; i < evaluation->groups->len; i++)
    {
      const AccordFindingGroup *group = evaluation->groups->pdata[i];

      n += group->findings->len;
      for (guint j = 0; j < group->findings->len; j++)
        {
          const AccordEvaluationFinding *finding =
              accord_evaluation_find (evaluation, group->findings->pdata[j]);

          g_assert_nonnull (finding->context->words);
          g_assert_cmpint (finding->context->match, !=, ACCORD_PASSAGE_NOT_FOUND);
        }
    }
  g_assert_cmpuint (n, ==, evaluation->findings->len);
  report = accord_evaluation_report_new (evaluation);
  pages = accord_report_lay_out (report, WIDTH, HEIGHT);
  g_assert_cmpuint (pages->len, >=, 2);
  assert_inside (pages);
}

static void
test_matrix (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordMatrix) matrix =
      accord_workspace_read (sample->workspace, read_matrix, NULL, NULL, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (AccordReport) report = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  g_assert_true (accord_matrix_write_csv (matrix, stream, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  lines = g_strsplit (text, "\r\n", -1);
  /* The heads, four cases, and what is after the last end of line. */
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_nonnull (strstr (text, "8 open caveats"));
  report = accord_matrix_report_new (matrix);
  g_assert_true (accord_report_get_landscape (report));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/anything", test_anything);
  g_test_add_func ("/report/file", test_file);
  g_test_add ("/report/evaluation", Sample, NULL, sample_set_up, test_evaluation, sample_tear_down);
  g_test_add ("/report/matrix", Sample, NULL, sample_set_up, test_matrix, sample_tear_down);
  return g_test_run ();
}
