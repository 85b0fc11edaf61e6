/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "chart/chart-card.h"
#include "chart/chart-view.h"
#include "chart/drawing-copy.h"
#include "chart/drawing-file.h"
#include "charts/positions.h"
#include "charts/tornado.h"

#include "../../exchange/charts/charts-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const AccordTornadoBar bars[] = {
  { "Engagement & <reach>", "48%", "72%", "41%", 10000000, 90000000 },
  { "Discount rate", "2.5%", "4.5%", NULL, 60000000, 40000000 },
};

typedef struct
{
  GtkWidget *window;
  GtkWidget *card;
} Fixture;

static void
show (GtkWidget *card, AccordChart *chart)
{
  accord_chart_card_show (ACCORD_CHART_CARD (card), chart);
  accord_chart_unref (chart);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->card = accord_chart_card_new ("What it hangs on");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->card);
  show (fixture->card, accord_tornado_chart_new (50000000, bars, G_N_ELEMENTS (bars)));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_frame (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkWidget *
find (GtkWidget *within, GType type, const char *style_class)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type)
      && (style_class == NULL || gtk_widget_has_css_class (within, style_class)))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, style_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *within, const char *label)
{
  if (GTK_IS_BUTTON (within) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (within)), label) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AccordDrawing *
find_view (Fixture *fixture)
{
  return ACCORD_DRAWING (find (fixture->card, ACCORD_TYPE_CHART_VIEW, NULL));
}

/* The keyboard has one stop in the drawing, and that says its value. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  AccordDrawing *view = find_view (fixture);

  g_assert_cmpuint (accord_drawing_get_n_marks (view), ==, 1);
  g_assert_cmpstr (
      accord_drawing_get_mark (view, 0)->label, ==,
      "Engagement & <reach>: at 48% NPSV is £100,000, at 72% it is £900,000; it is nought at 41%");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (GTK_WIDGET (view)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       accord_drawing_get_mark (view, 0)->label);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "What it hangs on");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       accord_drawing_get_summary (view));
}

static gboolean
starts_with (GBytes *bytes, const char *start, gsize length)
{
  return g_bytes_get_size (bytes) > length && memcmp (g_bytes_get_data (bytes, NULL), start, length) == 0;
}

/* What goes into files is dark on white whatever the window looks like, and says what it shows. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AccordDrawing *view = find_view (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = accord_drawing_dup_title (view);
  g_autoptr (GBytes) light = accord_drawing_to_png (view, title, &error);
  g_autoptr (GBytes) dark = NULL, svg = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, "What it hangs on");
  g_assert_true (starts_with (light, "\x89PNG\r\n\x1a\n", 8));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_wait_frame (fixture->window);
  dark = accord_drawing_to_png (view, title, &error);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_true (g_bytes_equal (light, dark));
  svg = accord_drawing_to_svg (view, title, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "role=\"img\""));
  g_assert_nonnull (strstr (text, "<title>What it hangs on</title>"));
  g_assert_nonnull (strstr (text, "Engagement &amp; &lt;reach&gt;"));
  g_assert_true (g_str_has_suffix (g_strchomp (text), "</svg>"));
}

static void
test_copied (Fixture *fixture, gconstpointer data)
{
  AccordDrawing *view = find_view (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  accord_drawing_copy (view, ACCORD_DRAWING_BOTH);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
  accord_drawing_copy (view, ACCORD_DRAWING_PNG);
  g_assert_false (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "chart.svg", "chart.PNG" };
  AccordDrawing *view = find_view (fixture);
  g_autofree char *folder = g_dir_make_tmp ("accord-chart-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (accord_drawing_write (view, "Chart", file, &error));
      bytes = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (i == 0 ? starts_with (bytes, "<?xml", 5) : starts_with (bytes, "\x89PNG", 4));
      g_file_delete (file, NULL, NULL);
    }
  {
    g_autoptr (GFile) nowhere = g_file_new_build_filename (folder, "no", "folder.png", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (accord_drawing_write (view, "Chart", nowhere, &error));
    g_assert_nonnull (error);
  }
  g_rmdir (folder);
}

/* A page of paper holds it, under its title. */
static void
test_printed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordPrintout) printout = accord_drawing_to_printout (find_view (fixture), "What it hangs on");

  g_assert_cmpuint (accord_printout_lay_out (printout, 595, 842), ==, 1);
}

/* The table is there when it is asked for, and follows the chart; from it, too, the picture can be copied. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid;
  g_autoptr (GBytes) png = NULL;

  g_assert_null (find (fixture->card, GTK_TYPE_GRID, "plain-table"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->card, "Table")), TRUE);
  ui_wait_frame (fixture->window);
  grid = find (fixture->card, GTK_TYPE_GRID, "plain-table");
  g_assert_nonnull (grid);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 0, 2))), ==,
                   "Engagement & <reach>");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_view (fixture))));
  show (fixture->card, accord_tornado_chart_new (50000000, bars + 1, 1));
  ui_wait_frame (fixture->window);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 0, 2))), ==,
                   "Discount rate");
  png = accord_drawing_to_png (find_view (fixture), NULL, NULL);
  g_assert_nonnull (png);
}

/* Nothing to draw: a sentence, and nothing to press. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture->card, accord_tornado_chart_new (5, NULL, 0));
  ui_wait_frame (fixture->window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_view (fixture))));
  g_assert_false (gtk_widget_get_mapped (find (fixture->card, GTK_TYPE_MENU_BUTTON, NULL)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (fixture->card, GTK_TYPE_LABEL, "chart-words"))), ==,
                   "No input changes the net present social value.");
}

/* Five hundred years of forty organisations, with a name of three hundred letters: no page need be wider. */
static void
test_much (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordCba) cba = accord_cba_new ("Case");
  AccordCbaResult *result = charts_random_result (500, 40, 1e9);
  g_autofree char *name = g_strnfill (300, 'N');
  int least;
  g_autoptr (GBytes) png = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *uid = g_strdup_printf ("o%u", i);

      accord_cba_add_organisation (cba, uid, name);
    }
  show (fixture->card, accord_positions_chart_new (result, cba));
  ui_wait_frame (fixture->window);
  g_assert_cmpuint (accord_drawing_get_n_marks (find_view (fixture)), ==, 1);
  gtk_widget_measure (fixture->card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 420);
  png = accord_drawing_to_png (find_view (fixture), NULL, NULL);
  g_assert_nonnull (png);
  charts_result_free (result);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart-card/marks", test_marks },     { "/chart-card/files", test_files },
    { "/chart-card/copied", test_copied },   { "/chart-card/saved", test_saved },
    { "/chart-card/printed", test_printed }, { "/chart-card/table", test_table },
    { "/chart-card/empty", test_empty },     { "/chart-card/much", test_much },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
