/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

/* The appraisal of a case on a page, with a workspace: figures that are typed, invented for these tests
 * alone. */

static void
test_typing (FormFixture *self, gconstpointer data)
{
  Scene scene;

  scene_open (&scene, self);
  g_assert_cmpint (scene_npsv (&scene), ==, 0);
  scene_enter (scene.costs, 0, 0, "Teams");
  accord_grid_view_go_to (scene.costs, 0, YEAR_0);
  accord_grid_view_edit (scene.costs, "1");
  g_assert_cmpint (scene_npsv (&scene), ==, -100);
  accord_grid_view_edit (scene.costs, "150");
  g_assert_cmpint (scene_npsv (&scene), ==, -15000);
  accord_grid_view_edit (scene.costs, "150,000");
  g_assert_cmpint (scene_npsv (&scene), ==, -15000000);
  g_assert_true (accord_grid_view_enter (scene.costs));
  scene_assert_cell (scene.costs, 0, YEAR_0, "150,000");
  /* A line that the workspace does not have yet is written on at once. */
  scene_settle (&scene);
  scene_assert_cell (scene.costs, 0, 0, "Teams");
  scene_assert_cell (scene.costs, 0, YEAR_0, "150,000");
  g_assert_cmpint (scene_npsv (&scene), ==, -15000000);
  {
    g_autoptr (AccordRecord) cost = form_fixture_get (self, "cost", scene_only (self, "cost"));

    g_assert_cmpstr (accord_record_get_text (cost, "amounts"), ==, "2017/18 150000.00");
  }
}

static void
test_undo (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Teams");
  scene_enter (scene.costs, 0, YEAR_0, "100");
  scene_enter (scene.costs, 0, YEAR_0 + 1, "£1.5k");
  scene_settle (&scene);
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Change “Teams”, 2018/19");
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  g_assert_nonnull (change);
  ui_drain ();
  scene_settle (&scene);
  scene_assert_cell (scene.costs, 0, YEAR_0 + 1, NULL);
  scene_assert_cell (scene.costs, 0, YEAR_0, "100");
  g_assert_cmpint (scene_npsv (&scene), ==, -10000);
}

static void
test_paste (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  scene_open (&scene, self);
  accord_grid_view_go_to (scene.costs, 0, 0);
  accord_grid_view_paste_text (scene.costs,
                               "Teams\tBury Council\tRevenue\tRecurrent\t\t\t£1,000\t2,000\t(500)\n"
                               "Works\tNHS Bury CCG\tCapital\tOne-off\t3\t24%\t10000\n");
  g_assert_null (accord_grid_view_get_message (scene.costs));
  scene_settle (&scene);
  scene_assert_cell (scene.costs, 0, 1, "Bury Council");
  scene_assert_cell (scene.costs, 0, YEAR_0 + 2, "−500");
  scene_assert_cell (scene.costs, 1, 4, "3");
  scene_assert_cell (scene.costs, 1, 5, "24%");
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Paste 16 cells");

  /* A block with one that cannot stand changes nothing. */
  accord_grid_view_go_to (scene.costs, 0, YEAR_0);
  accord_grid_view_paste_text (scene.costs, "5\t6\tseven\n");
  g_assert_cmpstr (accord_grid_view_get_message (scene.costs), ==,
                   "Teams, 2019/20: “seven” is not a number.");
  scene_assert_cell (scene.costs, 0, YEAR_0, "1,000");
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  ui_drain ();
  scene_settle (&scene);
  g_assert_cmpuint (accord_grid_model_get_n_rows (accord_grid_view_get_model (scene.costs)), ==, 0);
}

/* The method's own example. */
static void
test_partnership_line (FormFixture *self, gconstpointer data)
{
  const AccordCbaResult *result;
  Scene scene;

  scene_open (&scene, self);
  accord_grid_view_go_to (scene.costs, 0, 0);
  accord_grid_view_paste_text (scene.costs,
                               "Teams\tBury Council\tRevenue\tRecurrent\t3\t\t150000\t150000\t150000");
  accord_grid_view_go_to (scene.outcomes, 0, 0);
  accord_grid_view_paste_text (
      scene.outcomes,
      "Fewer admissions\t1,200\t60%\t20%\t25%\t£1,807\t\t1\t10%\t\t4\tFiscal\tRecurrent\t50%\tNHS Bury CCG");
  g_assert_null (accord_grid_view_get_message (scene.outcomes));
  scene_settle (&scene);
  result = accord_appraisal_work_get_result (scene.work, 0);
  g_assert_nonnull (result);
  g_assert_cmpint (accord_cba_pence (result->net.pvb), ==, 52621248);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 47844956);
  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 4776293);
  g_assert_cmpint (accord_cba_pence (result->net.budget_impact), ==, -21534331);
  g_assert_cmpint ((int) result->net.discounted_payback.value, ==, 4);
  scene_assert_cell (scene.outcomes, 0, 14, "NHS Bury CCG 100%");
}

static void
test_bad_entries (FormFixture *self, gconstpointer data)
{
  static const struct
  {
    guint column;
    const char *text;
    const char *why;
  } entries[] = {
    { 1, "-5", "Falls, In need: “-5” is below nought." },
    { 2, "120%", "Falls, Engagement: “120%” is over 100%." },
    { 2, "0.6", "Falls, Engagement: “0.6” could be per cent or a part of one: type it with a percent sign." },
    { 10, "9", "Falls, Grade: “9” is no grade: grades go from 1 to 6." },
    { 11, "Other", "Falls, Class: “Other” is none of: Fiscal, Economic, Social." },
    { 14, "Bury Council 40%; NHS Bury CCG 50%", "Falls, Who gains: The shares add to 90%, not to 100%." },
    { 14, "Nobody", "Falls, Who gains: No organisation is called “Nobody”." },
    { 5, "99999999999999999999",
      "Falls, Unit value £: “99999999999999999999” is larger than can be counted with." },
  };
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.outcomes, 0, 0, "Falls");
  scene_settle (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      accord_grid_view_go_to (scene.outcomes, 0, entries[i].column);
      accord_grid_view_edit (scene.outcomes, entries[i].text);
      g_assert_false (accord_grid_view_enter (scene.outcomes));
      g_assert_cmpstr (accord_grid_view_get_message (scene.outcomes), ==, entries[i].why);
      g_assert_cmpint (scene_npsv (&scene), ==, 0);
    }
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Add “Falls”");
}

/* Somebody else changes one number while this page shows another; both stay. */
static void
test_others (FormFixture *self, gconstpointer data)
{
  gint64 cost;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Teams");
  scene_enter (scene.costs, 0, YEAR_0, "100");
  scene_settle (&scene);
  cost = scene_only (self, "cost");
  form_fixture_set (self, "cost", cost, "grade", "2");
  ui_drain ();
  scene_settle (&scene);
  scene_assert_cell (scene.costs, 0, 4, "2");
  scene_assert_cell (scene.costs, 0, YEAR_0, "100");
  g_assert_cmpint (scene_npsv (&scene), ==, -10500);
}

static void
test_options (FormFixture *self, gconstpointer data)
{
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.costs, 0, 0, "Teams");
  scene_enter (scene.costs, 0, YEAR_0, "100");
  scene_enter (scene.outcomes, 0, 0, "Falls");
  scene_enter (scene.outcomes, 0, 14, "Bury Council");
  scene_settle (&scene);
  {
    AccordOptionChange *change =
        accord_option_change_new (ACCORD_OPTION_DUPLICATE, scene.business_case, scene_only (self, "option"));

    change->name = g_strdup ("Another");
    accord_appraisal_work_do (scene.work, "Duplicate", accord_option_change_write, change,
                              (GDestroyNotify) accord_option_change_free);
  }
  scene_settle (&scene);
  g_assert_cmpuint (accord_appraisal_work_get_file (scene.work)->options->len, ==, 2);
  accord_appraisal_work_set_option (scene.work, 1);
  scene_assert_cell (scene.costs, 0, YEAR_0, "100");
  scene_assert_cell (scene.outcomes, 0, 14, "Bury Council 100%");
  scene_enter (scene.costs, 0, YEAR_0, "300");
  scene_settle (&scene);
  g_assert_cmpint (scene_npsv (&scene), ==, -30000);
  accord_appraisal_work_set_option (scene.work, 0);
  scene_assert_cell (scene.costs, 0, YEAR_0, "100");
}

static void
test_delete_lines (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  scene_open (&scene, self);
  scene_enter (scene.outcomes, 0, 0, "Falls");
  scene_enter (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
  scene_settle (&scene);
  accord_grid_view_go_to (scene.outcomes, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (scene.outcomes), "sheet.remove-rows", NULL);
  scene_settle (&scene);
  g_assert_cmpuint (accord_grid_model_get_n_rows (accord_grid_view_get_model (scene.outcomes)), ==, 0);
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  ui_drain ();
  scene_settle (&scene);
  scene_assert_cell (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/appraisal-page/typing", test_typing);
  form_fixture_add_test ("/appraisal-page/undo", test_undo);
  form_fixture_add_test ("/appraisal-page/paste", test_paste);
  form_fixture_add_test ("/appraisal-page/partnership-line", test_partnership_line);
  form_fixture_add_test ("/appraisal-page/bad-entries", test_bad_entries);
  form_fixture_add_test ("/appraisal-page/others", test_others);
  form_fixture_add_test ("/appraisal-page/options", test_options);
  form_fixture_add_test ("/appraisal-page/delete-lines", test_delete_lines);
  return g_test_run ();
}
