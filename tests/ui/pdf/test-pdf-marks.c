/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-fixture.h"

#include "pdf-fixture.h"

#include "pdf/pdf-view-private.h"

static void
test_select (PanelFixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *comment = self->view->comment;

  g_assert_null (accord_pdf_view_dup_selection (self->view));
  /* The caret begins at the first words in sight. */
  panel_fixture_press (view, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhood teams");
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 1);
  g_assert_false (gtk_widget_get_visible (comment));
  panel_fixture_press (view, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhood");
  /* The space before the word is no part of what is quoted. */
  panel_fixture_press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  panel_fixture_press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhoo");
  panel_fixture_press (view, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 2);
  accord_pdf_view_set_commentable (self->view, TRUE);
  g_assert_true (gtk_widget_get_visible (comment));
  panel_fixture_press (view, GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_cmpstr (self->requested->quote, ==, self->chosen->quote);
  ui_wait_frame (self->window);
  panel_fixture_press (view, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 31);
  panel_fixture_press (view, GDK_KEY_Escape, 0);
  g_assert_null (self->chosen);
  g_assert_false (gtk_widget_get_visible (comment));
  ui_wait_frame (self->window);
}

static gboolean
is_next_read (gpointer data)
{
  AccordPdfView *view = ((PanelFixture *) data)->view;

  return accord_pdf_render_get_content (view->render, view->selection.caret.page + 1) != NULL;
}

static char *
dup_copied (PanelFixture *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->view));
  g_auto (GValue) value = G_VALUE_INIT;

  accord_pdf_view_copy (self->view);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  return g_value_dup_string (&value);
}

/* From one page on to the next and back, by keyboard. The place is on the page where the words begin. */
static void
test_across_pages (PanelFixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  g_autofree char *copied = NULL, *first = NULL, *wanted = NULL;

  panel_fixture_press (view, GDK_KEY_End, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  first = accord_pdf_selection_dup_text (&self->view->selection);
  g_assert_true (ui_wait_until (is_next_read, self));
  panel_fixture_press (view, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 1);
  panel_fixture_press (view, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  copied = dup_copied (self);
  wanted = g_strconcat (first, g_str_has_suffix (first, "\n") ? "" : "\n", "Page 2", NULL);
  g_assert_cmpstr (copied, ==, wanted);
  g_strdelimit (wanted, "\n", ' ');
  g_assert_cmpstr (self->chosen->quote, ==, wanted);
  g_assert_cmpuint (self->chosen->page, ==, 0);
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 31);
  ui_wait_frame (self->window);
  /* What is marked on the second page, and where the button to comment is, is there. */
  {
    g_autoptr (AccordPdfPlace) part = accord_pdf_selection_dup_part (&self->view->selection, 1);
    g_autoptr (AccordPdfPlace) end = accord_pdf_selection_dup_end (&self->view->selection);

    g_assert_cmpstr (part->quote, ==, "Page 2");
    g_assert_cmpuint (end->page, ==, 1);
    g_assert_cmpuint (end->rectangles->len, ==, 1);
  }
  panel_fixture_press (view, GDK_KEY_Home, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 1);
  panel_fixture_press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 0);
  panel_fixture_press (view, GDK_KEY_Escape, 0);
  g_assert_null (self->chosen);
}

/* Nothing is selected whose words were not read: they could not be copied. */
static void
test_unread_pages (PanelFixture *self, gconstpointer data)
{
  const AccordPdfPoint begin = { 0, 3 }, far = { 20, 5 }, back = { 1, 4 };
  AccordPdfSelection *selection = &self->view->selection;
  g_autofree char *text = NULL;

  accord_pdf_view_select (self->view, begin, begin, FALSE);
  g_assert_true (ui_wait_until (is_next_read, self));
  accord_pdf_view_select (self->view, begin, far, FALSE);
  g_assert_cmpuint (selection->caret.page, >, 0);
  g_assert_cmpuint (selection->caret.page, <, 20);
  g_assert_cmpuint (selection->caret.at, ==,
                    accord_pdf_selection_get_content (selection, selection->caret.page)->n_glyphs);
  accord_pdf_view_select (self->view, back, begin, FALSE);
  text = accord_pdf_selection_dup_text (selection);
  g_assert_true (g_str_has_suffix (text, "\nPage"));
  g_assert_true (g_str_has_prefix (text, "e 1: neighbourhood teams"));
}

static AccordPdfPlace *
new_place (guint page, double y)
{
  AccordPdfPlace *place = accord_pdf_place_new (page);

  g_array_append_val (place->rectangles, ((AccordPdfRectangle){ 60, y, 220, y + 12 }));
  return place;
}

static void
add_mark (GPtrArray *marks, const char *id, guint page, double y, AccordPdfMarkStyle style)
{
  g_autoptr (AccordPdfPlace) place = new_place (page, y);

  g_ptr_array_add (marks, accord_pdf_mark_new (id, place, style, id, FALSE));
}

static void
test_marks (PanelFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_mark_free);
  GtkWidget *spot;

  add_mark (marks, "a question", 0, 72, ACCORD_PDF_MARK_QUESTION);
  add_mark (marks, "a correction", 0, 74, ACCORD_PDF_MARK_CORRECTION);
  add_mark (marks, "a risk", 0, 76, ACCORD_PDF_MARK_RISK);
  add_mark (marks, "a caveat", 5, 72, ACCORD_PDF_MARK_CAVEAT);
  accord_pdf_view_set_marks (self->view, marks);
  panel_fixture_await_drawn (self);
  spot = panel_fixture_find (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a risk");
  g_assert_nonnull (spot);
  gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_LABEL, "a risk");
  g_assert_true (gtk_widget_grab_focus (spot));
  gtk_widget_activate (spot);
  g_assert_cmpstr (self->mark, ==, "a risk");
  /* Its page is not in sight, so that it is not there. */
  g_assert_null (panel_fixture_find (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
  accord_pdf_view_go_to (self->view, ((AccordPdfMark *) marks->pdata[3])->place);
  panel_fixture_await_drawn (self);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 5);
  g_assert_nonnull (panel_fixture_find (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
  accord_pdf_view_set_marks (self->view, NULL);
  g_assert_null (panel_fixture_find (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
}

/* What is set before a file is there holds once it is. */
static void
test_before (PanelFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (9);
  g_autoptr (AccordPdfPlace) place = new_place (6, 300);

  accord_pdf_panel_close (self->panel);
  accord_pdf_view_go_to (self->view, place);
  panel_fixture_open_bytes (self, bytes);
  panel_fixture_await_drawn (self);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 6);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  panel_fixture_add_test ("/pdf-panel/select", test_select);
  panel_fixture_add_test ("/pdf-panel/across-pages", test_across_pages);
  panel_fixture_add_test ("/pdf-panel/unread-pages", test_unread_pages);
  panel_fixture_add_test ("/pdf-panel/marks", test_marks);
  panel_fixture_add_test ("/pdf-panel/before", test_before);
  return g_test_run ();
}
