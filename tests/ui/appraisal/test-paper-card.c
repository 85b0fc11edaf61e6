/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "appraisal/option-change.h"
#include "appraisal/paper-card.h"

#include <glib/gstdio.h>

/* The card of the appraisal that lets it out. */

static gboolean
is_settled (gpointer data)
{
  return accord_appraisal_work_is_settled (data) && accord_appraisal_work_get_cba (data) != NULL;
}

static gboolean
is_told (gpointer data)
{
  return form_fixture_has_text (data, "Saved as “paper.pdf”")
         || form_fixture_has_text (data, "Saved as “book.xlsx”");
}

static gboolean
is_refused (gpointer data)
{
  return !form_fixture_has_text (data, "Saving…");
}

static void
test_save (FormFixture *self, gconstpointer data)
{
  static const char *const names[] = { "paper.pdf", "book.xlsx" };
  gint64 business_case = form_fixture_add (self, "case", "Neighbourhood Model");
  g_autoptr (AccordAppraisalWork) work = accord_appraisal_work_new (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("accord-card-XXXXXX", &error);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "paper.pdf", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  GtkWidget *card = accord_paper_card_new (work);
  AccordChange *change;

  change = accord_workspace_write (self->workspace, "Begin", accord_appraisal_begin_write, &business_case,
                                   NULL, &error);
  g_assert_no_error (error);
  accord_change_unref (change);
  form_fixture_present (self, card);
  g_assert_false (gtk_widget_get_sensitive (form_fixture_find_button (card, "Board paper…")));
  accord_appraisal_work_show (work, business_case);
  g_assert_true (ui_wait_until (is_settled, work));
  g_assert_true (gtk_widget_get_sensitive (form_fixture_find_button (card, "Board paper…")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      accord_paper_card_write (ACCORD_PAPER_CARD (card), file);
      g_assert_nonnull (form_fixture_find_button (card, "Stop"));
      g_assert_true (ui_wait_until (is_told, card));
      g_assert_null (form_fixture_find_button (card, "Stop"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  accord_paper_card_write (ACCORD_PAPER_CARD (card), missing);
  g_assert_true (ui_wait_until (is_refused, card));
  g_assert_true (gtk_widget_get_sensitive (form_fixture_find_button (card, "Workbook…")));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/paper-card/save", test_save);
  return g_test_run ();
}
