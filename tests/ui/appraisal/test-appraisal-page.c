/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "appraisal/appraisal-cards.h"
#include "appraisal/line-dialogs.h"
#include "appraisal/option-change.h"
#include "appraisal/sheet-dialog.h"
#include "appraisal/trace-item.h"
#include "form/detail-page.h"
#include "query.h"

#include <string.h>

/* The appraisal of a case on a page, with a workspace: figures that are typed, invented for these tests
 * alone. */

typedef struct
{
  FormFixture *fixture;
  GtkWidget *page;
  AccordAppraisalCards *cards;
  AccordAppraisalWork *work;
  AccordGridView *costs;
  AccordGridView *outcomes;
  gint64 business_case;
  gint64 appraisal;
} Scene;

static GtkWidget *
find_cards (GtkWidget *within)
{
  if (ACCORD_IS_APPRAISAL_CARDS (within))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cards (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  GtkWidget *cards = find_cards (((Scene *) data)->page);

  return cards != NULL
         && accord_appraisal_work_is_settled (
             accord_appraisal_cards_get_work (ACCORD_APPRAISAL_CARDS (cards)));
}

static gboolean
is_settled (gpointer data)
{
  return accord_appraisal_work_is_settled (((Scene *) data)->work);
}

static void
settle (Scene *scene)
{
  g_assert_true (ui_wait_until (is_settled, scene));
}

static gint64
only (FormFixture *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  for (gint64 i = 1; i < 50 && id == 0; i++)
    {
      g_autoptr (AccordRecord) record =
          accord_workspace_get_record (self->workspace, form_fixture_kind (self, kind), i, NULL, NULL);

      if (record != NULL && accord_record_get_deleted (record) == NULL)
        id = i;
    }
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
open_scene (Scene *scene, FormFixture *self)
{
  g_autoptr (GError) error = NULL;
  AccordChange *change;

  scene->fixture = self;
  scene->business_case = form_fixture_add (self, "case", "Neighbourhood Model");
  form_fixture_add (self, "organisation", "Bury Council");
  form_fixture_add (self, "organisation", "NHS Bury CCG");
  change = accord_workspace_write (self->workspace, "Begin", accord_appraisal_begin_write,
                                   &scene->business_case, NULL, &error);
  g_assert_no_error (error);
  accord_change_unref (change);
  scene->appraisal = only (self, "appraisal");
  form_fixture_set (self, "appraisal", scene->appraisal, "base-year", "2017/18");
  form_fixture_set (self, "appraisal", scene->appraisal, "horizon", "5");
  scene->page = accord_detail_page_new (self->workspace);
  form_fixture_present (self, scene->page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (scene->page), form_fixture_kind (self, "appraisal"),
                           scene->appraisal);
  g_assert_true (ui_wait_until (is_there, scene));
  scene->cards = ACCORD_APPRAISAL_CARDS (find_cards (scene->page));
  scene->work = accord_appraisal_cards_get_work (scene->cards);
  scene->costs = accord_lines_card_get_view (accord_appraisal_cards_get_lines (scene->cards, FALSE));
  scene->outcomes = accord_lines_card_get_view (accord_appraisal_cards_get_lines (scene->cards, TRUE));
}

static gint64
npsv (Scene *scene)
{
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (scene->work, accord_appraisal_work_get_option (scene->work));

  g_assert_nonnull (result);
  return accord_cba_pence (result->net.npsv);
}

static void
enter (AccordGridView *view, guint row, guint column, const char *text)
{
  accord_grid_view_go_to (view, row, column);
  accord_grid_view_edit (view, text);
  g_assert_true (accord_grid_view_enter (view));
}

static void
assert_cell (AccordGridView *view, guint row, guint column, const char *expected)
{
  g_autofree char *text = accord_grid_model_dup_text (accord_grid_view_get_model (view), row, column);

  g_assert_cmpstr (text, ==, expected);
}

/* The first of the years comes after name, organisation, kind, timing, grade and bias. */
#define YEAR_0 6

static void
test_typing (FormFixture *self, gconstpointer data)
{
  Scene scene;

  open_scene (&scene, self);
  g_assert_cmpint (npsv (&scene), ==, 0);
  enter (scene.costs, 0, 0, "Teams");
  accord_grid_view_go_to (scene.costs, 0, YEAR_0);
  accord_grid_view_edit (scene.costs, "1");
  g_assert_cmpint (npsv (&scene), ==, -100);
  accord_grid_view_edit (scene.costs, "150");
  g_assert_cmpint (npsv (&scene), ==, -15000);
  accord_grid_view_edit (scene.costs, "150,000");
  g_assert_cmpint (npsv (&scene), ==, -15000000);
  g_assert_true (accord_grid_view_enter (scene.costs));
  assert_cell (scene.costs, 0, YEAR_0, "150,000");
  /* A line that the workspace does not have yet is written on at once. */
  settle (&scene);
  assert_cell (scene.costs, 0, 0, "Teams");
  assert_cell (scene.costs, 0, YEAR_0, "150,000");
  g_assert_cmpint (npsv (&scene), ==, -15000000);
  {
    g_autoptr (AccordRecord) cost = form_fixture_get (self, "cost", only (self, "cost"));

    g_assert_cmpstr (accord_record_get_text (cost, "amounts"), ==, "2017/18 150000.00");
  }
}

static void
test_undo (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Teams");
  enter (scene.costs, 0, YEAR_0, "100");
  enter (scene.costs, 0, YEAR_0 + 1, "£1.5k");
  settle (&scene);
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Change “Teams”, 2018/19");
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  g_assert_nonnull (change);
  ui_drain ();
  settle (&scene);
  assert_cell (scene.costs, 0, YEAR_0 + 1, NULL);
  assert_cell (scene.costs, 0, YEAR_0, "100");
  g_assert_cmpint (npsv (&scene), ==, -10000);
}

static void
test_paste (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  open_scene (&scene, self);
  accord_grid_view_go_to (scene.costs, 0, 0);
  accord_grid_view_paste_text (scene.costs,
                               "Teams\tBury Council\tRevenue\tRecurrent\t\t\t£1,000\t2,000\t(500)\n"
                               "Works\tNHS Bury CCG\tCapital\tOne-off\t3\t24%\t10000\n");
  g_assert_null (accord_grid_view_get_message (scene.costs));
  settle (&scene);
  assert_cell (scene.costs, 0, 1, "Bury Council");
  assert_cell (scene.costs, 0, YEAR_0 + 2, "−500");
  assert_cell (scene.costs, 1, 4, "3");
  assert_cell (scene.costs, 1, 5, "24%");
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Paste 16 cells");

  /* A block with one that cannot stand changes nothing. */
  accord_grid_view_go_to (scene.costs, 0, YEAR_0);
  accord_grid_view_paste_text (scene.costs, "5\t6\tseven\n");
  g_assert_cmpstr (accord_grid_view_get_message (scene.costs), ==,
                   "Teams, 2019/20: “seven” is not a number.");
  assert_cell (scene.costs, 0, YEAR_0, "1,000");
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  ui_drain ();
  settle (&scene);
  g_assert_cmpuint (accord_grid_model_get_n_rows (accord_grid_view_get_model (scene.costs)), ==, 0);
}

/* The method's own example. */
static void
test_partnership_line (FormFixture *self, gconstpointer data)
{
  const AccordCbaResult *result;
  Scene scene;

  open_scene (&scene, self);
  accord_grid_view_go_to (scene.costs, 0, 0);
  accord_grid_view_paste_text (scene.costs,
                               "Teams\tBury Council\tRevenue\tRecurrent\t3\t\t150000\t150000\t150000");
  accord_grid_view_go_to (scene.outcomes, 0, 0);
  accord_grid_view_paste_text (
      scene.outcomes,
      "Fewer admissions\t1,200\t60%\t20%\t25%\t£1,807\t\t1\t10%\t\t4\tFiscal\tRecurrent\t50%\tNHS Bury CCG");
  g_assert_null (accord_grid_view_get_message (scene.outcomes));
  settle (&scene);
  result = accord_appraisal_work_get_result (scene.work, 0);
  g_assert_nonnull (result);
  g_assert_cmpint (accord_cba_pence (result->net.pvb), ==, 52621248);
  g_assert_cmpint (accord_cba_pence (result->net.pvc), ==, 47844956);
  g_assert_cmpint (accord_cba_pence (result->net.npsv), ==, 4776293);
  g_assert_cmpint (accord_cba_pence (result->net.budget_impact), ==, -21534331);
  g_assert_cmpint ((int) result->net.discounted_payback.value, ==, 4);
  assert_cell (scene.outcomes, 0, 14, "NHS Bury CCG 100%");
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

  open_scene (&scene, self);
  enter (scene.outcomes, 0, 0, "Falls");
  settle (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      accord_grid_view_go_to (scene.outcomes, 0, entries[i].column);
      accord_grid_view_edit (scene.outcomes, entries[i].text);
      g_assert_false (accord_grid_view_enter (scene.outcomes));
      g_assert_cmpstr (accord_grid_view_get_message (scene.outcomes), ==, entries[i].why);
      g_assert_cmpint (npsv (&scene), ==, 0);
    }
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Add “Falls”");
}

/* Somebody else changes one number while this page shows another; both stay. */
static void
test_others (FormFixture *self, gconstpointer data)
{
  gint64 cost;
  Scene scene;

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Teams");
  enter (scene.costs, 0, YEAR_0, "100");
  settle (&scene);
  cost = only (self, "cost");
  form_fixture_set (self, "cost", cost, "grade", "2");
  ui_drain ();
  settle (&scene);
  assert_cell (scene.costs, 0, 4, "2");
  assert_cell (scene.costs, 0, YEAR_0, "100");
  g_assert_cmpint (npsv (&scene), ==, -10500);
}

static void
test_options (FormFixture *self, gconstpointer data)
{
  Scene scene;

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Teams");
  enter (scene.costs, 0, YEAR_0, "100");
  enter (scene.outcomes, 0, 0, "Falls");
  enter (scene.outcomes, 0, 14, "Bury Council");
  settle (&scene);
  {
    AccordOptionChange *change =
        accord_option_change_new (ACCORD_OPTION_DUPLICATE, scene.business_case, only (self, "option"));

    change->name = g_strdup ("Another");
    accord_appraisal_work_do (scene.work, "Duplicate", accord_option_change_write, change,
                              (GDestroyNotify) accord_option_change_free);
  }
  settle (&scene);
  g_assert_cmpuint (accord_appraisal_work_get_file (scene.work)->options->len, ==, 2);
  accord_appraisal_work_set_option (scene.work, 1);
  assert_cell (scene.costs, 0, YEAR_0, "100");
  assert_cell (scene.outcomes, 0, 14, "Bury Council 100%");
  enter (scene.costs, 0, YEAR_0, "300");
  settle (&scene);
  g_assert_cmpint (npsv (&scene), ==, -30000);
  accord_appraisal_work_set_option (scene.work, 0);
  assert_cell (scene.costs, 0, YEAR_0, "100");
}

static void
test_delete_lines (FormFixture *self, gconstpointer data)
{
  g_autoptr (AccordChange) change = NULL;
  Scene scene;

  open_scene (&scene, self);
  enter (scene.outcomes, 0, 0, "Falls");
  enter (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
  settle (&scene);
  accord_grid_view_go_to (scene.outcomes, 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (scene.outcomes), "sheet.remove-rows", NULL);
  settle (&scene);
  g_assert_cmpuint (accord_grid_model_get_n_rows (accord_grid_view_get_model (scene.outcomes)), ==, 0);
  change = accord_workspace_undo (self->workspace, NULL, NULL);
  ui_drain ();
  settle (&scene);
  assert_cell (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
}

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

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Teams");
  for (guint i = 1; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u00", i);
      gint64 until = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

      enter (scene.costs, 0, YEAR_0, text);
      while (g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
      g_assert_true (ui_wait_until (has_pictures, &scene));
    }
  settle (&scene);
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

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Teams");
  enter (scene.costs, 0, YEAR_0, "100");
  item = accord_trace_item_new (accord_appraisal_work_get_cba (scene.work), &figure);
  enter (scene.costs, 0, YEAR_0, "200");
  settle (&scene);
  g_assert_cmpuint (count_typed (item, 0), >, 0);
  sentences = accord_trace_item_list_sentences (item, 100);
  g_assert_cmpuint (sentences->len, >, 1);
  g_assert_nonnull (strstr (sentences->pdata[0], "£100.00"));
}

static GtkWidget *
find_type (GtkWidget *within, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (within), type))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
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

  open_scene (&scene, self);
  enter (scene.outcomes, 0, 0, "Falls");
  enter (scene.outcomes, 0, 14, "Bury Council");
  settle (&scene);
  accord_gains_dialog_open (scene.page, scene.work, 0);
  dialog = find_dialog ();
  view = ACCORD_GRID_VIEW (find_type (dialog, ACCORD_TYPE_GRID_VIEW));
  enter (view, 0, 1, "40%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (find_dialog () == dialog);
  enter (view, 1, 0, "NHS Bury CCG");
  enter (view, 1, 1, "60%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  settle (&scene);
  g_assert_null (find_dialog ());
  assert_cell (scene.outcomes, 0, 14, "Bury Council 40%; NHS Bury CCG 60%");
  g_assert_cmpstr (accord_workspace_get_undo_label (self->workspace), ==, "Change who gains of “Falls”");
}

/* The guidance's own example: a building that is not standard, 92 % mitigated, is 4.08 % over. */
static void
test_worksheet (FormFixture *self, gconstpointer data)
{
  AccordGridView *view;
  GtkWidget *dialog;
  Scene scene;

  open_scene (&scene, self);
  enter (scene.costs, 0, 0, "Building");
  enter (scene.costs, 0, 2, "Capital");
  enter (scene.costs, 0, YEAR_0, "£100m");
  settle (&scene);
  g_assert_true (accord_bias_dialog_open (scene.page, scene.work, 0));
  dialog = find_dialog ();
  view = ACCORD_GRID_VIEW (find_type (dialog, ACCORD_TYPE_GRID_VIEW));
  {
    const AccordBiasType *type =
        accord_bias_table_find (accord_appraisal_work_get_cba (scene.work)->bias, "non-standard-buildings");

    g_assert_nonnull (type);
    enter (view, 0, 0, type->name);
  }
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  g_assert_true (find_dialog () == dialog);
  enter (view, 0, 1, "100%");
  view = ACCORD_GRID_VIEW (
      find_type (gtk_widget_get_next_sibling (gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_BOX)),
                 ACCORD_TYPE_GRID_VIEW));
  enter (view, 0, 0, "All causes");
  enter (view, 0, 1, "100%");
  enter (view, 0, 2, "92%");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  settle (&scene);
  g_assert_null (find_dialog ());
  g_assert_cmpint (npsv (&scene), ==, -10408000000);
  assert_cell (scene.costs, 0, 5, "Worksheet");
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
  form_fixture_add_test ("/appraisal-page/pictures", test_pictures);
  form_fixture_add_test ("/appraisal-page/explained", test_explained);
  form_fixture_add_test ("/appraisal-page/gains", test_gains);
  form_fixture_add_test ("/appraisal-page/worksheet", test_worksheet);
  return g_test_run ();
}
