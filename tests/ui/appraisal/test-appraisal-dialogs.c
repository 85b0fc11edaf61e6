/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "appraisal/sheet-dialog.h"
#include "appraisal/trace-item.h"

#include <string.h>

static gboolean
has_pictures (gpointer data)
{
  return form_fixture_has_text (((Scene *) data)->page, "When it pays back");
}

/* Pictures come after a moment, again and again. */
static void
test_pictures (FormFixture *self, gconstpointer data)
{
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Teams");
  for (guint i = 1; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u00", i);
      gint64 until = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

      scene_enter (scene.costs, 0, YEAR_0, text);
      while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (ui_wait_until (has_pictures, &scene));
    }
  scene_settle (&scene);
}

static guint
count_typed (AccordTraceItem *item, guint depth)
{
  g_autoptr (GListModel) children = accord_trace_item_new_children (item);
  guint n = children == NULL;

  for (guint i = 0; children != NULL && depth < 12 && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AccordTraceItem) child = g_list_model_get_item (children, i);

      n += count_typed (child, depth + 1);
    }
  return n;
}

/* The tree goes down to what was typed, and outlives the page's own figures. */
static void
test_explained (FormFixture *self, gconstpointer data)
{
  AccordFigureRef figure = { .figure = ACCORD_FIGURE_NPSV,
                             .organisation = ACCORD_CBA_NONE,
                             .line = ACCORD_CBA_NONE };
  g_autoptr (AccordTraceItem) item = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Teams");
  scene_enter (scene.costs, 0, YEAR_0, "100");
  item = accord_trace_item_new (accord_appraisal_work_get_cba (scene.work), &figure);
  scene_enter (scene.costs, 0, YEAR_0, "200");
  scene_settle (&scene);
  g_assert_cmpuint (count_typed (item, 0), >, 0);
  sentences = accord_trace_item_list_sentences (item, 100);
  g_assert_cmpuint (sentences->len, >, 1);
  g_assert_nonnull (strstr (sentences->pdata[0], "£100.00"));
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ACCORD_IS_SHEET_DIALOG (window))
        return window;
    }
  return NULL;
}

/* Shares that do not add up are not saved. */
static void
test_gains (FormFixture *self, gconstpointer data)
{
  AccordGridView *view;
  GtkWidget *dialog;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.outcomes, 0, 0, "Falls");
  scene_enter (scene.outcomes, 0, 14, "Bury Council");
  scene_settle (&scene);
  accord_gains_dialog_open (scene.page, scene.work, 0);
  dialog = find_dialog ();
  view = ACCORD_GRID_VIEW (ui_find_type (dialog, ACCORD_TYPE_GRID_VIEW));
  scene_enter (view, 0, 1, "40%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (find_dialog () == dialog);
  scene_enter (view, 1, 0, "NHS Bury CCG");
  scene_enter (view, 1, 1, "60%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  scene_settle (&scene);
  g_assert_null (find_dialog ());
  scene_assert_cell (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Change who gains of “Falls”");
}

/* The guidance's own example: a building that is not standard, 92 % mitigated, is 4.08 % over. */
static void
test_worksheet (FormFixture *self, gconstpointer data)
{
  AccordGridView *view;
  GtkWidget *dialog;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Building");
  scene_enter (scene.costs, 0, 2, "Capital");
  scene_enter (scene.costs, 0, YEAR_0, "£100m");
  scene_settle (&scene);
  g_assert_true (accord_bias_dialog_open (scene.page, scene.work, 0));
  dialog = find_dialog ();
  view = ACCORD_GRID_VIEW (ui_find_type (dialog, ACCORD_TYPE_GRID_VIEW));
  {
    const AccordBiasType *type =
        accord_bias_table_find (accord_appraisal_work_get_cba (scene.work)->bias, "non-standard-buildings");

    g_assert_nonnull (type);
    scene_enter (view, 0, 0, type->name);
  }
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (find_dialog () == dialog);
  scene_enter (view, 0, 1, "100%");
  view = ACCORD_GRID_VIEW (
      ui_find_type (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_BOX)),
                    ACCORD_TYPE_GRID_VIEW));
  scene_enter (view, 0, 0, "All causes");
  scene_enter (view, 0, 1, "100%");
  scene_enter (view, 0, 2, "92%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  scene_settle (&scene);
  g_assert_null (find_dialog ());
  g_assert_cmpint (scene_npsv (&scene), ==, -10408000000);
  scene_assert_cell (scene.costs, 0, 5, "Worksheet");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/appraisal-page/pictures", test_pictures);
  form_fixture_add_test ("/appraisal-page/explained", test_explained);
  form_fixture_add_test ("/appraisal-page/gains", test_gains);
  form_fixture_add_test ("/appraisal-page/worksheet", test_worksheet);
  return g_test_run ();
}
