/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-fixture.h"

#include "pdf-fixture.h"

#include "pdf/pdf-search.h"
#include "pdf/pdf-view-private.h"

static void
test_pages (PanelFixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_WIDTH);
  panel_fixture_press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 1);
  panel_fixture_press (view, GDK_KEY_End, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, PANEL_PAGES - 1);
  panel_fixture_await_drawn (self);
  /* No more sheets than are in sight. */
  g_assert_cmpuint (self->view->sheets->len, <=, 2);
  panel_fixture_press (view, GDK_KEY_Home, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  for (guint i = 0; i < 4; i++)
    panel_fixture_press (view, GDK_KEY_space, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), >, 0);
  for (guint i = 0; i < 4; i++)
    panel_fixture_press (view, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  panel_fixture_await_drawn (self);
}

static void
test_zoom (PanelFixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  double zoom = accord_pdf_view_get_zoom (self->view);
  guint page;

  accord_pdf_view_go_to_page (self->view, 11);
  panel_fixture_await_drawn (self);
  panel_fixture_press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), >, zoom);
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_NONE);
  panel_fixture_await_drawn (self);
  for (guint i = 0; i < 30; i++)
    panel_fixture_press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  panel_fixture_await_drawn (self);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), <=, 6.41);
  page = accord_pdf_view_get_page (self->view);
  g_assert_cmpuint (page, >=, 10);
  g_assert_cmpuint (page, <=, 12);
  for (guint i = 0; i < 40; i++)
    panel_fixture_press (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  panel_fixture_await_drawn (self);
  panel_fixture_press (view, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), ==, 1);
  gtk_widget_activate_action (panel_fixture_find (GTK_WIDGET (self->panel), GTK_TYPE_ENTRY, NULL),
                              "pdf-tools.zoom", "s", "page");
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_PAGE);
  panel_fixture_await_drawn (self);
}

static void
test_entry (PanelFixture *self, gconstpointer data)
{
  GtkWidget *entry = panel_fixture_find (GTK_WIDGET (self->panel), GTK_TYPE_ENTRY, NULL);
  const struct
  {
    const char *typed;
    guint page;
    const char *shown;
  } tries[] = { { "7", 6, "7" },   { "24", 23, "24" }, { "25", 23, "24" },
                { "0", 23, "24" }, { "x", 23, "24" },  { "1", 0, "1" } };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), tries[i].typed);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, tries[i].page);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, tries[i].shown);
    }
}

static gboolean
is_found (gpointer data)
{
  AccordPdfView *view = ((PanelFixture *) data)->view;

  return view->hits != NULL && view->hits->len == PANEL_PAGES * 30;
}

static void
test_search (PanelFixture *self, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (self->panel);
  GtkWidget *entry;

  accord_pdf_view_go_to_page (self->view, 3);
  panel_fixture_await_drawn (self);
  panel_fixture_press (panel, GDK_KEY_f, GDK_CONTROL_MASK);
  entry = panel_fixture_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "care costs");
  g_assert_true (ui_wait_until (is_found, self));
  ui_wait_frame (self->window);
  /* The first is the first of the page that is read. */
  g_assert_cmpint (self->view->hit, ==, 3 * 30);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (self->view->hit, ==, 3 * 30 + 1);
  panel_fixture_press (panel, GDK_KEY_F3, GDK_SHIFT_MASK);
  panel_fixture_press (panel, GDK_KEY_F3, GDK_SHIFT_MASK);
  g_assert_cmpint (self->view->hit, ==, 3 * 30 - 1);
  panel_fixture_await_drawn (self);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (self->view->hits);
}

static void
test_links (PanelFixture *self, gconstpointer data)
{
  GtkWidget *spot =
      panel_fixture_find (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "https://www.example.org");

  g_assert_nonnull (spot);
  gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_LINK);
  /* The address is shown, and nothing is opened. */
  gtk_widget_activate (spot);
  g_assert_nonnull (self->view->address);
  ui_wait_frame (self->window);
  g_assert_nonnull (panel_fixture_find (self->view->address, GTK_TYPE_LABEL, NULL));
}

static void
test_faults (PanelFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF", 6), locked = pdf_fixture_new_locked ("sesame");
  GtkWidget *password;

  accord_pdf_panel_close (self->panel);
  panel_fixture_open_bytes (self, words);
  g_assert_null (accord_pdf_view_get_file (self->view));
  ui_wait_frame (self->window);
  panel_fixture_open_bytes (self, locked);
  ui_wait_frame (self->window);
  password = panel_fixture_find (GTK_WIDGET (self->panel), GTK_TYPE_PASSWORD_ENTRY, NULL);
  g_assert_true (gtk_widget_get_mapped (password));
  self->opened = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (password), "wrong");
  g_signal_emit_by_name (password, "activate");
  g_assert_true (ui_wait_until (panel_fixture_is_opened, self));
  g_assert_null (accord_pdf_view_get_file (self->view));
  self->opened = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (password), "sesame");
  g_signal_emit_by_name (password, "activate");
  g_assert_true (ui_wait_until (panel_fixture_is_opened, self));
  g_assert_nonnull (accord_pdf_view_get_file (self->view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
}

/* Closed while it opens, again and again. */
static void
test_hurry (PanelFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (30);

  for (guint i = 0; i < 12; i++)
    {
      accord_pdf_panel_open_bytes (self->panel, bytes);
      for (guint k = 0; k < i * 3; k++)
        g_main_context_iteration (NULL, FALSE);
      if (i % 3 == 0)
        accord_pdf_panel_close (self->panel);
    }
  panel_fixture_open_bytes (self, bytes);
  panel_fixture_await_drawn (self);
  g_assert_cmpuint (accord_pdf_file_get_n_pages (accord_pdf_view_get_file (self->view)), ==, 30);
}

static void
test_heard (PanelFixture *self, gconstpointer data)
{
  AccordPdfSheet *sheet = accord_pdf_view_find_sheet (self->view, 0);

  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 24");
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  panel_fixture_add_test ("/pdf-panel/pages", test_pages);
  panel_fixture_add_test ("/pdf-panel/zoom", test_zoom);
  panel_fixture_add_test ("/pdf-panel/entry", test_entry);
  panel_fixture_add_test ("/pdf-panel/search", test_search);
  panel_fixture_add_test ("/pdf-panel/links", test_links);
  panel_fixture_add_test ("/pdf-panel/faults", test_faults);
  panel_fixture_add_test ("/pdf-panel/hurry", test_hurry);
  panel_fixture_add_test ("/pdf-panel/heard", test_heard);
  return g_test_run ();
}
