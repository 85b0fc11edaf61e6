/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-fixture.h"

#include "pdf-fixture.h"

#include "pdf/pdf-view-private.h"

static void
on_opened (GtkWidget *panel, PanelFixture *self)
{
  self->opened = TRUE;
}

static void
on_mark (GtkWidget *view, const char *id, PanelFixture *self)
{
  g_free (self->mark);
  self->mark = g_strdup (id);
}

static void
on_chosen (GtkWidget *view, AccordPdfPlace *place, PanelFixture *self)
{
  g_clear_pointer (&self->chosen, accord_pdf_place_free);
  self->chosen = place != NULL ? accord_pdf_place_copy (place) : NULL;
  self->n_chosen++;
}

static void
on_requested (GtkWidget *view, AccordPdfPlace *place, PanelFixture *self)
{
  g_clear_pointer (&self->requested, accord_pdf_place_free);
  self->requested = accord_pdf_place_copy (place);
}

gboolean
panel_fixture_is_opened (gpointer data)
{
  return ((PanelFixture *) data)->opened;
}

static gboolean
is_drawn (gpointer data)
{
  AccordPdfView *view = ((PanelFixture *) data)->view;

  return accord_pdf_view_is_drawn (view)
         && accord_pdf_render_get_content (view->render, accord_pdf_view_get_page (view)) != NULL;
}

void
panel_fixture_await_drawn (PanelFixture *self)
{
  ui_wait_frame (self->window);
  g_assert_true (ui_wait_until (is_drawn, self));
  ui_wait_frame (self->window);
}

void
panel_fixture_open_bytes (PanelFixture *self, GBytes *bytes)
{
  self->opened = FALSE;
  accord_pdf_panel_open_bytes (self->panel, bytes);
  g_assert_true (ui_wait_until (panel_fixture_is_opened, self));
}

void
panel_fixture_set_up (PanelFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_fixture_new (PANEL_PAGES);

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
  panel_fixture_open_bytes (self, bytes);
  panel_fixture_await_drawn (self);
}

void
panel_fixture_tear_down (PanelFixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_drain ();
  g_clear_pointer (&self->chosen, accord_pdf_place_free);
  g_clear_pointer (&self->requested, accord_pdf_place_free);
  g_free (self->mark);
}

GtkWidget *
panel_fixture_find (GtkWidget *within, GType type, const char *tooltip)
{
  g_autofree char *said =
      gtk_widget_get_tooltip_text (within) != NULL ? g_strdup (gtk_widget_get_tooltip_text (within)) : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type)
      && (tooltip == NULL || (said != NULL && g_str_has_prefix (said, tooltip))))
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = panel_fixture_find (child, type, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses a key, as its class has it bound. */
gboolean
panel_fixture_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
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
