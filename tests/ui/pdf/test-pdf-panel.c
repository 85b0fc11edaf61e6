/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../fixture.h"

#include "pdf-fixture.h"

#include "pdf/pdf-panel.h"
#include "pdf/pdf-search.h"
#include "pdf/pdf-view-private.h"

#include <string.h>

#define PAGES 24

typedef struct
{
  GtkWidget *window;
  AccordPdfPanel *panel;
  AccordPdfView *view;
  gboolean opened;
  char *mark;
  AccordPdfPlace *chosen;
  AccordPdfPlace *requested;
  guint n_chosen;
} Fixture;

static void
on_opened (GtkWidget *panel, Fixture *self)
{
  self->opened = TRUE;
}

static void
on_mark (GtkWidget *view, const char *id, Fixture *self)
{
  g_free (self->mark);
  self->mark = g_strdup (id);
}

static void
on_chosen (GtkWidget *view, AccordPdfPlace *place, Fixture *self)
{
  g_clear_pointer (&self->chosen, accord_pdf_place_free);
  self->chosen = place != NULL ? accord_pdf_place_copy (place) : NULL;
  self->n_chosen++;
}

static void
on_requested (GtkWidget *view, AccordPdfPlace *place, Fixture *self)
{
  g_clear_pointer (&self->requested, accord_pdf_place_free);
  self->requested = accord_pdf_place_copy (place);
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened;
}

static gboolean
is_drawn (gpointer data)
{
  AccordPdfView *view = ((Fixture *) data)->view;

  return accord_pdf_view_is_drawn (view)
         && accord_pdf_render_get_content (view->render, accord_pdf_view_get_page (view)) != NULL;
}

static void
await_drawn (Fixture *self)
{
  ui_wait_frame (self->window);
  g_assert_true (ui_wait_until (is_drawn, self));
  ui_wait_frame (self->window);
}

static void
open_bytes (Fixture *self, GBytes *bytes)
{
  self->opened = FALSE;
  accord_pdf_panel_open_bytes (self->panel, bytes);
  g_assert_true (ui_wait_until (is_opened, self));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PAGES);

  self->window = gtk_window_new ();
  self->panel = ACCORD_PDF_PANEL (accord_pdf_panel_new ());
  self->view = accord_pdf_panel_get_view (self->panel);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 760, 620);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->panel));
  g_signal_connect (self->panel, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect (self->view, "mark-activated", G_CALLBACK (on_mark), self);
  g_signal_connect (self->view, "place-chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->view, "comment-requested", G_CALLBACK (on_requested), self);
  gtk_window_present (GTK_WINDOW (self->window));
  open_bytes (self, bytes);
  await_drawn (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  g_clear_pointer (&self->chosen, accord_pdf_place_free);
  g_clear_pointer (&self->requested, accord_pdf_place_free);
  g_free (self->mark);
}

static GtkWidget *
find_named (GtkWidget *within, GType type, const char *tooltip)
{
  g_autofree char *said =
      gtk_widget_get_tooltip_text (within) != NULL ? g_strdup (gtk_widget_get_tooltip_text (within)) : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type)
      && (tooltip == NULL || (said != NULL && g_str_has_prefix (said, tooltip))))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses a key, as its class has it bound. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  GListModel *shortcuts = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (shortcuts, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (one))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (one)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (one), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            {
              gboolean done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                            gtk_shortcut_get_arguments (shortcut));

              g_object_unref (shortcuts);
              return done;
            }
        }
    }
  g_object_unref (shortcuts);
  g_error ("No such key");
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_WIDTH);
  press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 1);
  press (view, GDK_KEY_End, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, PAGES - 1);
  await_drawn (self);
  /* No more sheets than are in sight. */
  g_assert_cmpuint (self->view->sheets->len, <=, 2);
  press (view, GDK_KEY_Home, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  for (guint i = 0; i < 4; i++)
    press (view, GDK_KEY_space, 0);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), >, 0);
  for (guint i = 0; i < 4; i++)
    press (view, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 0);
  await_drawn (self);
}

static void
test_zoom (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  double zoom = accord_pdf_view_get_zoom (self->view);
  guint page;

  accord_pdf_view_go_to_page (self->view, 11);
  await_drawn (self);
  press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), >, zoom);
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_NONE);
  await_drawn (self);
  for (guint i = 0; i < 30; i++)
    press (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  await_drawn (self);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), <=, 6.41);
  page = accord_pdf_view_get_page (self->view);
  g_assert_cmpuint (page, >=, 10);
  g_assert_cmpuint (page, <=, 12);
  for (guint i = 0; i < 40; i++)
    press (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  await_drawn (self);
  press (view, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat (accord_pdf_view_get_zoom (self->view), ==, 1);
  gtk_widget_activate_action (find_named (GTK_WIDGET (self->panel), GTK_TYPE_ENTRY, NULL), "pdf-tools.zoom",
                              "s", "page");
  g_assert_cmpint (accord_pdf_view_get_fit (self->view), ==, ACCORD_PDF_FIT_PAGE);
  await_drawn (self);
}

static void
test_entry (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = find_named (GTK_WIDGET (self->panel), GTK_TYPE_ENTRY, NULL);
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

static void
test_select (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkWidget *comment = self->view->comment;

  g_assert_null (accord_pdf_view_dup_selection (self->view));
  /* The caret begins at the first words in sight. */
  press (view, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhood teams");
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 1);
  g_assert_false (gtk_widget_get_visible (comment));
  press (view, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhood");
  /* The space before the word is no part of what is quoted. */
  press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpstr (self->chosen->quote, ==, "Page 1: neighbourhoo");
  press (view, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 2);
  accord_pdf_view_set_commentable (self->view, TRUE);
  g_assert_true (gtk_widget_get_visible (comment));
  press (view, GDK_KEY_m, GDK_CONTROL_MASK);
  g_assert_cmpstr (self->requested->quote, ==, self->chosen->quote);
  ui_wait_frame (self->window);
  press (view, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (self->chosen->rectangles->len, ==, 31);
  press (view, GDK_KEY_Escape, 0);
  g_assert_null (self->chosen);
  g_assert_false (gtk_widget_get_visible (comment));
  ui_wait_frame (self->window);
}

static gboolean
is_next_read (gpointer data)
{
  AccordPdfView *view = ((Fixture *) data)->view;

  return accord_pdf_render_get_content (view->render, view->selection.caret.page + 1) != NULL;
}

static char *
dup_copied (Fixture *self)
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
test_across_pages (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  g_autofree char *copied = NULL, *first = NULL, *wanted = NULL;

  press (view, GDK_KEY_End, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  first = accord_pdf_selection_dup_text (&self->view->selection);
  g_assert_true (ui_wait_until (is_next_read, self));
  press (view, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 1);
  press (view, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
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
  press (view, GDK_KEY_Home, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 1);
  press (view, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpuint (self->view->selection.caret.page, ==, 0);
  press (view, GDK_KEY_Escape, 0);
  g_assert_null (self->chosen);
}

/* Nothing is selected whose words were not read: they could not be copied. */
static void
test_unread_pages (Fixture *self, gconstpointer data)
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
test_marks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_pdf_mark_free);
  GtkWidget *spot;

  add_mark (marks, "a question", 0, 72, ACCORD_PDF_MARK_QUESTION);
  add_mark (marks, "a correction", 0, 74, ACCORD_PDF_MARK_CORRECTION);
  add_mark (marks, "a risk", 0, 76, ACCORD_PDF_MARK_RISK);
  add_mark (marks, "a caveat", 5, 72, ACCORD_PDF_MARK_CAVEAT);
  accord_pdf_view_set_marks (self->view, marks);
  await_drawn (self);
  spot = find_named (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a risk");
  g_assert_nonnull (spot);
  gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_LABEL, "a risk");
  g_assert_true (gtk_widget_grab_focus (spot));
  gtk_widget_activate (spot);
  g_assert_cmpstr (self->mark, ==, "a risk");
  /* Its page is not in sight, so that it is not there. */
  g_assert_null (find_named (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
  accord_pdf_view_go_to (self->view, ((AccordPdfMark *) marks->pdata[3])->place);
  await_drawn (self);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 5);
  g_assert_nonnull (find_named (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
  accord_pdf_view_set_marks (self->view, NULL);
  g_assert_null (find_named (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "a caveat"));
}

/* What is set before a file is there holds once it is. */
static void
test_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (9);
  g_autoptr (AccordPdfPlace) place = new_place (6, 300);

  accord_pdf_panel_close (self->panel);
  accord_pdf_view_go_to (self->view, place);
  open_bytes (self, bytes);
  await_drawn (self);
  g_assert_cmpuint (accord_pdf_view_get_page (self->view), ==, 6);
}

static gboolean
is_found (gpointer data)
{
  AccordPdfView *view = ((Fixture *) data)->view;

  return view->hits != NULL && view->hits->len == PAGES * 30;
}

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (self->panel);
  GtkWidget *entry;

  accord_pdf_view_go_to_page (self->view, 3);
  await_drawn (self);
  press (panel, GDK_KEY_f, GDK_CONTROL_MASK);
  entry = find_named (panel, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "care costs");
  g_assert_true (ui_wait_until (is_found, self));
  ui_wait_frame (self->window);
  /* The first is the first of the page that is read. */
  g_assert_cmpint (self->view->hit, ==, 3 * 30);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (self->view->hit, ==, 3 * 30 + 1);
  press (panel, GDK_KEY_F3, GDK_SHIFT_MASK);
  press (panel, GDK_KEY_F3, GDK_SHIFT_MASK);
  g_assert_cmpint (self->view->hit, ==, 3 * 30 - 1);
  await_drawn (self);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (self->view->hits);
}

static void
test_links (Fixture *self, gconstpointer data)
{
  GtkWidget *spot = find_named (GTK_WIDGET (self->view), ACCORD_TYPE_PDF_SPOT, "https://www.example.org");

  g_assert_nonnull (spot);
  gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_LINK);
  /* The address is shown, and nothing is opened. */
  gtk_widget_activate (spot);
  g_assert_nonnull (self->view->address);
  ui_wait_frame (self->window);
  g_assert_nonnull (find_named (self->view->address, GTK_TYPE_LABEL, NULL));
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF", 6), locked = pdf_fixture_new_locked ("sesame");
  GtkWidget *password;

  accord_pdf_panel_close (self->panel);
  open_bytes (self, words);
  g_assert_null (accord_pdf_view_get_file (self->view));
  ui_wait_frame (self->window);
  open_bytes (self, locked);
  ui_wait_frame (self->window);
  password = find_named (GTK_WIDGET (self->panel), GTK_TYPE_PASSWORD_ENTRY, NULL);
  g_assert_true (gtk_widget_get_mapped (password));
  self->opened = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (password), "wrong");
  g_signal_emit_by_name (password, "activate");
  g_assert_true (ui_wait_until (is_opened, self));
  g_assert_null (accord_pdf_view_get_file (self->view));
  self->opened = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (password), "sesame");
  g_signal_emit_by_name (password, "activate");
  g_assert_true (ui_wait_until (is_opened, self));
  g_assert_nonnull (accord_pdf_view_get_file (self->view));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
}

/* Closed while it opens, again and again. */
static void
test_hurry (Fixture *self, gconstpointer data)
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
  open_bytes (self, bytes);
  await_drawn (self);
  g_assert_cmpuint (accord_pdf_file_get_n_pages (accord_pdf_view_get_file (self->view)), ==, 30);
}

static void
test_heard (Fixture *self, gconstpointer data)
{
  AccordPdfSheet *sheet = accord_pdf_view_find_sheet (self->view, 0);

  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 24");
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  add ("/pdf-panel/pages", test_pages);
  add ("/pdf-panel/zoom", test_zoom);
  add ("/pdf-panel/entry", test_entry);
  add ("/pdf-panel/select", test_select);
  add ("/pdf-panel/across-pages", test_across_pages);
  add ("/pdf-panel/unread-pages", test_unread_pages);
  add ("/pdf-panel/marks", test_marks);
  add ("/pdf-panel/before", test_before);
  add ("/pdf-panel/search", test_search);
  add ("/pdf-panel/links", test_links);
  add ("/pdf-panel/faults", test_faults);
  add ("/pdf-panel/hurry", test_hurry);
  add ("/pdf-panel/heard", test_heard);
  return g_test_run ();
}
