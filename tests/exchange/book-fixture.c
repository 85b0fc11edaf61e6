/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <glib/gstdio.h>

void
book_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("accord-book-XXXXXX", NULL);
  fixture->soffice = g_find_program_in_path ("soffice");
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
book_tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->soffice);
}

static void
result_free (gpointer data)
{
  accord_cba_result_free (data);
}

AccordAppraisalExport *
book_work_out (AccordCba *cba)
{
  AccordAppraisalExport *appraisal = g_new0 (AccordAppraisalExport, 1);
  g_autoptr (GArray) faults = NULL;
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, &faults);

  g_assert_nonnull (run);
  appraisal->cba = cba;
  appraisal->today = (char *) "2019-04-01";
  appraisal->results = g_ptr_array_new_with_free_func (result_free);
  for (guint i = 0; i < cba->options->len; i++)
    g_ptr_array_add (appraisal->results, accord_cba_run_evaluate (run, i));
  return appraisal;
}

void
book_done_with (AccordAppraisalExport *appraisal)
{
  g_ptr_array_unref (appraisal->results);
  accord_cba_free (appraisal->cba);
  g_free (appraisal);
}
