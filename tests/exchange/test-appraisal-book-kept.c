/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static void
stop (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Given up, or with no room for it, nothing of a workbook stays and what was there is untouched. */
static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  AccordAppraisalExport *appraisal = book_work_out (test_random_cba (60));
  g_autofree char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full/book.xlsx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  g_autofree char *text = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (accord_appraisal_book_write (appraisal, file, stop, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "book.xlsx");
  g_assert_null (g_dir_read_name (folder));
  g_assert_false (accord_appraisal_book_write (appraisal, full, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  book_done_with (appraisal);
}

/* A disk that takes no more than so many bytes of any file: a sentence, and what was there stays. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "book.xlsx", "paper.pdf" };
  AccordCba *cba = test_random_cba (60);
  g_autoptr (AccordAppraisalExport) appraisal = accord_appraisal_export_new_for_cba (cba, "2019-04-01");
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;

  accord_cba_free (cba);
  g_assert_true (accord_appraisal_export_work_out (appraisal, NULL, NULL, NULL, &error));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i % 2], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GDir) folder = NULL;
      g_autofree char *text = NULL;
      gboolean written;

      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      small.rlim_cur = i < 2 ? 0 : 100u << i;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      written = accord_appraisal_export_write (appraisal, file, NULL, NULL, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (written);
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "before");
      g_assert_cmpint (g_unlink (path), ==, 0);
      folder = g_dir_open (fixture->folder, 0, NULL);
      g_assert_null (g_dir_read_name (folder));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/appraisal-book/nothing-left", Fixture, NULL, book_set_up, test_nothing_left, book_tear_down);
  g_test_add ("/appraisal-book/full-disk", Fixture, NULL, book_set_up, test_full_disk, book_tear_down);
  return g_test_run ();
}
