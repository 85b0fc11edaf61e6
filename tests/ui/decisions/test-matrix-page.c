/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "decisions/matrix-grid.h"
#include "decisions/matrix-page.h"
#include "print/print-page.h"
#include "print/printable.h"

#include <string.h>

/* Whether a word is to be seen, not only there. */
static gboolean
shows (GtkWidget *within, const char *text)
{
  if (!gtk_widget_get_child_visible (within) || !gtk_widget_get_visible (within))
    return FALSE;
  if (GTK_IS_LABEL (within) && strcmp (gtk_label_get_label (GTK_LABEL (within)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget *page;
  const char *text;
  gboolean shown;
} Wish;

static gboolean
is_granted (gpointer data)
{
  Wish *wish = data;

  return shows (wish->page, wish->text) == wish->shown;
}

static void
wait_for (GtkWidget *page, const char *text, gboolean shown)
{
  Wish wish = { page, text, shown };

  g_test_message ("waiting for “%s”", text);
  if (ui_wait_until (is_granted, &wish))
    return;
  form_fixture_tell (page);
  g_error ("“%s” is %s", text, shown ? "not shown" : "still shown");
}

static gint64
add_case (FormFixture *fixture, const char *name, const char *stage)
{
  g_autoptr (AccordRecord) record = form_fixture_new (fixture, "case", name);

  accord_record_set_text (record, "stage", stage);
  accord_record_set_text (record, "status", "draft");
  return form_fixture_save (fixture, record);
}

static gint64
add_view (FormFixture *fixture, const char *who, const char *outcome, const char *date, gint64 id)
{
  g_autoptr (AccordRecord) record = form_fixture_new (fixture, "endorsement", who);

  accord_record_set_text (record, "outcome", outcome);
  accord_record_set_text (record, "date", date);
  accord_record_set_ids (record, "cases", &id, 1);
  return form_fixture_save (fixture, record);
}

static void
assert_focus (FormFixture *fixture, const char *name)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* What was opened last, as the window would be asked for it. */
typedef struct
{
  char *kind;
  gint64 id;
} Opened;

static void
on_open_record (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Opened *opened = data;

  g_free (opened->kind);
  g_variant_get (parameter, "(sx)", &opened->kind, &opened->id);
}

static void
listen (FormFixture *fixture, Opened *opened)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-record", G_VARIANT_TYPE ("(sx)"));

  g_signal_connect (action, "activate", G_CALLBACK (on_open_record), opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

/* An empty matrix invites; what is recorded then shows, and goes away with what is deleted. */
static void
test_follows (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_matrix_page_new (fixture->workspace);
  gint64 id, view;

  form_fixture_present (fixture, page);
  wait_for (page, "Nobody’s view is on record yet", TRUE);
  id = add_case (fixture, "Neighbourhood Model", "outline");
  view = add_view (fixture, "Cabinet", "endorsed", "2017-07-12", id);
  wait_for (page, "Endorsed by 1 of 1", TRUE);
  wait_for (page, "12 Jul 2017", TRUE);
  form_fixture_set (fixture, "endorsement", view, "outcome", "deferred");
  wait_for (page, "Deferred", TRUE);
  wait_for (page, "Endorsed by 0 of 1", TRUE);
}

static gboolean
is_bound (gpointer data)
{
  return accord_matrix_grid_count_fields (data) > 1;
}

static gboolean
has_opened (gpointer data)
{
  return ((Opened *) data)->kind != NULL;
}

/* Arrows go from field to field, each of which says all that it is about; Return opens what it rests on. */
static void
test_keyboard (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_matrix_page_new (fixture->workspace);
  gint64 one = add_case (fixture, "Enablers", "outline");
  gint64 two = add_case (fixture, "Neighbourhood Model", "outline");
  gint64 view = add_view (fixture, "Cabinet", "endorsed", "2017-07-12", two);
  Opened opened = { NULL };
  AccordMatrixGrid *grid;

  add_view (fixture, "The Trust", "comment", "2017-05-01", one);
  listen (fixture, &opened);
  form_fixture_present (fixture, page);
  wait_for (page, "12 Jul 2017", TRUE);
  grid = ACCORD_MATRIX_GRID (ui_find_type (page, ACCORD_TYPE_MATRIX_GRID));
  accord_matrix_grid_go_to (grid, 1, 0);
  assert_focus (fixture, "Neighbourhood Model, Cabinet: endorsed, 12 Jul 2017");
  ui_wait_frame (page);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (ui_wait_until (has_opened, &opened));
  g_assert_cmpstr (opened.kind, ==, "endorsement");
  g_assert_cmpint (opened.id, ==, view);

  accord_matrix_grid_go_to (grid, 1, 1);
  assert_focus (fixture, "Neighbourhood Model, The Trust: no view on record");
  accord_matrix_grid_go_to (grid, 1, -1);
  assert_focus (fixture, "Neighbourhood Model: Endorsed by 1 of 1");
  accord_matrix_grid_go_to (grid, -1, 1);
  assert_focus (fixture, "The Trust");
  /* In the corner there is nothing, and beyond the ends neither. */
  accord_matrix_grid_go_to (grid, -1, -1);
  assert_focus (fixture, "The Trust");
  accord_matrix_grid_go_to (grid, 99, 99);
  assert_focus (fixture, "Neighbourhood Model, The Trust: no view on record");
  g_free (opened.kind);
}

/* What changes elsewhere leaves the keyboard on the same case and the same body. */
static void
test_stays (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_matrix_page_new (fixture->workspace);
  gint64 one = add_case (fixture, "Neighbourhood Model", "outline");
  AccordMatrixGrid *grid;

  add_view (fixture, "The Trust", "endorsed", "2017-05-01", one);
  form_fixture_present (fixture, page);
  wait_for (page, "1 May 2017", TRUE);
  grid = ACCORD_MATRIX_GRID (ui_find_type (page, ACCORD_TYPE_MATRIX_GRID));
  accord_matrix_grid_go_to (grid, 0, 0);
  add_view (fixture, "A board", "endorsed", "2017-06-01", add_case (fixture, "Enablers", "outline"));
  wait_for (page, "1 Jun 2017", TRUE);
  assert_focus (fixture, "Neighbourhood Model, The Trust: endorsed, 1 May 2017");
}

#define N_CASES 40
#define N_BOARDS 60

/* In one change: a hundred of them would be a hundred waits for the disk. */
static gboolean
write_many (AccordWriter *writer, gpointer data, GError **error)
{
  FormFixture *fixture = data;
  gint64 ids[N_CASES];

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Case %02u", i);
      g_autoptr (AccordRecord) record = form_fixture_new (fixture, "case", name);

      accord_record_set_text (record, "stage", "outline");
      accord_record_set_text (record, "status", "draft");
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
      ids[i] = accord_record_get_id (record);
    }
  for (guint i = 0; i < N_BOARDS; i++)
    {
      g_autofree char *who = g_strdup_printf ("Board %02u", i);
      g_autoptr (AccordRecord) record = form_fixture_new (fixture, "endorsement", who);

      accord_record_set_text (record, "outcome", "endorsed");
      accord_record_set_ids (record, "cases", ids, N_CASES);
      if (!accord_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Only what is in sight has widgets, however large the matrix. */
static void
test_large (FormFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change =
      accord_workspace_write (fixture->workspace, "Fill", write_many, fixture, NULL, &error);
  GtkWidget *page, *grid;

  g_assert_no_error (error);
  page = accord_matrix_page_new (fixture->workspace);
  form_fixture_present (fixture, page);
  wait_for (page, "40 business cases · 60 bodies asked", TRUE);
  grid = ui_find_type (page, ACCORD_TYPE_MATRIX_GRID);
  g_assert_true (ui_wait_until (is_bound, grid));
  for (int i = 0; i < N_CASES; i += 5)
    {
      accord_matrix_grid_go_to (ACCORD_MATRIX_GRID (grid), i, i);
      ui_wait_frame (grid);
    }
  accord_matrix_grid_go_to (ACCORD_MATRIX_GRID (grid), 39, 59);
  ui_wait_frame (grid);
  assert_focus (fixture, "Case 39, Board 59: endorsed, date not known");
  g_assert_cmpuint (accord_matrix_grid_count_fields (ACCORD_MATRIX_GRID (grid)), <, 200);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  *(AccordPrintout **) data = accord_printable_take_finish (result, NULL);
}

/* On paper and in a file is all of it, in sight or not. */
static void
test_paper (FormFixture *fixture, gconstpointer data)
{
  GtkWidget *page = accord_matrix_page_new (fixture->workspace);
  gint64 id = add_case (fixture, "Enablers", "outline");
  g_autofree char *path = g_build_filename (fixture->folder, "matrix.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordPrintout) printout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *who = g_strdup_printf ("Board %02u", i);

      add_view (fixture, who, "endorsed", "2017-07-12", id);
    }
  form_fixture_present (fixture, page);
  wait_for (page, "Endorsed by 30 of 30", TRUE);
  g_assert_true (accord_printable_find (page) == page);
  accord_printable_take_async (page, "Endorsement matrix", on_taken, &printout);
  while (printout == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (accord_printout_lay_out (printout, 842, 595), >=, 1);
  g_assert_true (accord_print_page_has_csv (ACCORD_PRINT_PAGE (page)));
  g_assert_true (accord_print_page_write_csv (ACCORD_PRINT_PAGE (page), file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Board 29"));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  form_fixture_add_test ("/matrix-page/follows", test_follows);
  form_fixture_add_test ("/matrix-page/keyboard", test_keyboard);
  form_fixture_add_test ("/matrix-page/stays", test_stays);
  form_fixture_add_test ("/matrix-page/large", test_large);
  form_fixture_add_test ("/matrix-page/paper", test_paper);
  return g_test_run ();
}
