/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view.h"
#include "fixture.h"
#include "plain-grid.h"

/* The table on a display, with a plain model. */

typedef struct
{
  GtkWidget *window;
  AccordGridView *view;
  PlainGrid *grid;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->grid = plain_grid_new (3, 60);
  fixture->view = ACCORD_GRID_VIEW (accord_grid_view_new ("Costs", "Add a line"));
  accord_grid_view_set_model (fixture->view, ACCORD_GRID_MODEL (fixture->grid));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_frame (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_drain ();
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_object_unref (fixture->window);
  g_assert_null (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (fixture->grid), (gpointer *) &fixture->grid);
  g_object_unref (fixture->grid);
  g_assert_null (fixture->grid);
}

static void
assert_all (Fixture *fixture, guint row, const char *expected)
{
  g_autofree char *all = plain_grid_dup_all (fixture->grid);
  g_auto (GStrv) rows = g_strsplit (all, "\n", -1);

  g_assert_true (g_str_has_prefix (rows[row], expected));
}

static GtkWidget *
focused (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 0, 2);
  accord_grid_view_edit (fixture->view, "12");
  g_assert_true (accord_grid_view_is_editing (fixture->view));
  g_assert_cmpstr (plain_grid_get_preview (fixture->grid), ==, "12");
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 0);
  accord_grid_view_edit (fixture->view, "123");
  g_assert_cmpstr (plain_grid_get_preview (fixture->grid), ==, "123");
  g_assert_true (accord_grid_view_enter (fixture->view));
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 1);
  assert_all (fixture, 0, "Line 1||123|");
  g_assert_false (accord_grid_view_is_editing (fixture->view));

  /* The same again is no change. */
  accord_grid_view_edit (fixture->view, NULL);
  g_assert_true (accord_grid_view_enter (fixture->view));
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 1);
}

static void
test_bad_entry (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 1, 3);
  accord_grid_view_edit (fixture->view, "abc");
  g_assert_null (plain_grid_get_preview (fixture->grid));
  g_assert_false (accord_grid_view_enter (fixture->view));
  g_assert_false (accord_grid_view_is_editing (fixture->view));
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 0);
  g_assert_cmpuint (accord_grid_view_get_n_faults (fixture->view), ==, 1);
  g_assert_cmpstr (accord_grid_view_get_message (fixture->view), ==, "Row 2, Year 1: “abc” is no number.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focused (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Row 2, Year 1: “abc” is no number.");

  /* It is said while the keyboard is there, and stays with its line when lines come before it. */
  accord_grid_view_go_to (fixture->view, 0, 3);
  g_assert_null (accord_grid_view_get_message (fixture->view));
  plain_grid_insert (fixture->grid, 0);
  accord_grid_view_go_to (fixture->view, 2, 3);
  g_assert_nonnull (accord_grid_view_get_message (fixture->view));

  /* It is put right. */
  accord_grid_view_edit (fixture->view, "7");
  g_assert_true (accord_grid_view_enter (fixture->view));
  g_assert_cmpuint (accord_grid_view_get_n_faults (fixture->view), ==, 0);
  assert_all (fixture, 2, "Line 2|||7|");
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first;

  accord_grid_view_go_to (fixture->view, 0, 2);
  first = focused (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Line 1, Year 0: empty");
  accord_grid_view_go_to (fixture->view, 3, 0);
  g_assert_true (focused (fixture) != first);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focused (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Add a line, Line: empty");
}

/* Another process adds a line above: the keyboard, and what is being typed, stay with their line. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 1, 2);
  accord_grid_view_edit (fixture->view, "5");
  plain_grid_insert (fixture->grid, 0);
  g_assert_cmpuint (accord_grid_view_get_selection (fixture->view).row, ==, 2);
  g_assert_true (accord_grid_view_is_editing (fixture->view));
  g_assert_true (accord_grid_view_enter (fixture->view));
  assert_all (fixture, 2, "Line 2||5|");
}

/* What was being typed into a line that is gone is gone. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 2, 2);
  accord_grid_view_edit (fixture->view, "5");
  accord_grid_model_remove_rows (ACCORD_GRID_MODEL (fixture->grid), 1, 2);
  g_assert_false (accord_grid_view_is_editing (fixture->view));
  g_assert_cmpuint (accord_grid_view_get_selection (fixture->view).row, <, 2);
}

static void
test_new_line (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 99, 0);
  g_assert_cmpuint (accord_grid_view_get_selection (fixture->view).row, ==, 3);
  accord_grid_view_edit (fixture->view, "Rent");
  g_assert_true (accord_grid_view_enter (fixture->view));
  g_assert_cmpuint (accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (fixture->grid)), ==, 4);
  assert_all (fixture, 3, "Rent|");
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 3, 0);
  accord_grid_view_paste_text (fixture->view, "Rent\tRevenue\t1\t2\nWorks\tCapital\t3\n");
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 1);
  assert_all (fixture, 3, "Rent|Revenue|1|2|");
  assert_all (fixture, 4, "Works|Capital|3||");
  g_assert_cmpuint (accord_grid_view_get_selection (fixture->view).row, ==, 4);
  accord_grid_view_paste_text (fixture->view, "x\ty\tz");
  g_assert_cmpuint (plain_grid_get_n_changes (fixture->grid), ==, 1);
  g_assert_nonnull (accord_grid_view_get_message (fixture->view));
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 0, 2);
  accord_grid_view_edit (fixture->view, "8");
  accord_grid_view_enter (fixture->view);
  accord_grid_view_go_to (fixture->view, 0, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "sheet.fill-right", NULL);
  assert_all (fixture, 0, "Line 1||8|8|");
  accord_grid_view_go_to (fixture->view, 1, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "sheet.fill-down", NULL);
  assert_all (fixture, 1, "Line 2|||8|");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "sheet.clear", NULL);
  assert_all (fixture, 1, "Line 2||||");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "sheet.remove-rows", NULL);
  g_assert_cmpuint (accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (fixture->grid)), ==, 2);
}

/* The cell that the keyboard is on is in sight, however far away it was. */
static void
test_in_sight (Fixture *fixture, gconstpointer data)
{
  GdkRectangle place;

  accord_grid_view_go_to (fixture->view, 2, 61);
  ui_wait_frame (fixture->window);
  place = accord_grid_view_get_place (fixture->view, 2, 61);
  g_assert_cmpint (place.x, >=, 0);
  g_assert_cmpint (place.x + place.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture->view)));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  plain_grid_set_may_change (fixture->grid, FALSE);
  accord_grid_view_go_to (fixture->view, 99, 2);
  g_assert_cmpuint (accord_grid_view_get_selection (fixture->view).row, ==, 2);
  accord_grid_view_edit (fixture->view, "5");
  g_assert_false (accord_grid_view_is_editing (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "sheet.remove-rows", NULL);
  g_assert_cmpuint (accord_grid_model_get_n_rows (ACCORD_GRID_MODEL (fixture->grid)), ==, 3);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  accord_grid_view_go_to (fixture->view, 0, 1);
  accord_grid_view_edit (fixture->view, "re");
  ui_drain ();
  g_assert_true (accord_grid_view_enter (fixture->view));
  assert_all (fixture, 0, "Line 1|Revenue|");
  accord_grid_view_edit (fixture->view, "zebra");
  g_assert_false (accord_grid_view_enter (fixture->view));
  assert_all (fixture, 0, "Line 1|Revenue|");
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* A thousand lines of five hundred years need no more widgets than none. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlainGrid) large = plain_grid_new (3000, 500);

  accord_grid_view_set_model (fixture->view, ACCORD_GRID_MODEL (large));
  accord_grid_view_go_to (fixture->view, 2999, 501);
  ui_wait_frame (fixture->window);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture->view)), <, 30);
  accord_grid_view_set_model (fixture->view, NULL);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/grid-view/typing", test_typing);
  ADD ("/grid-view/bad-entry", test_bad_entry);
  ADD ("/grid-view/told", test_told);
  ADD ("/grid-view/stays", test_stays);
  ADD ("/grid-view/gone", test_gone);
  ADD ("/grid-view/new-line", test_new_line);
  ADD ("/grid-view/paste", test_paste);
  ADD ("/grid-view/actions", test_actions);
  ADD ("/grid-view/in-sight", test_in_sight);
  ADD ("/grid-view/read-only", test_read_only);
  ADD ("/grid-view/choices", test_choices);
  ADD ("/grid-view/large", test_large);
  return g_test_run ();
}
