/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-find-bar.h"

#include "pdf/pdf-search.h"

#include <glib/gi18n-lib.h>

struct _AccordPdfFindBar
{
  GtkWidget parent_instance;

  AccordPdfView *view;
  AccordPdfSearch *search;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *back;
  GtkWidget *on;
  gboolean went;
};

G_DEFINE_FINAL_TYPE (AccordPdfFindBar, accord_pdf_find_bar, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (AccordPdfSearch *search, AccordPdfFindBar *self)
{
  GPtrArray *hits = accord_pdf_search_get_hits (search);
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *words = typed ? accord_pdf_search_dup_words (search) : g_strdup ("");
  gboolean missed = typed && hits->len == 0 && accord_pdf_search_is_done (search);

  gtk_label_set_label (GTK_LABEL (self->count), words);
  /* What changes is heard as what the focused entry is described by. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_set_sensitive (self->back, hits->len > 0);
  gtk_widget_set_sensitive (self->on, hits->len > 0);
  if (missed)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  accord_pdf_view_set_hits (self->view, hits, accord_pdf_search_get_current (search));
  /* The first is gone to once it is known. */
  if (!self->went && hits->len > 0)
    {
      self->went = TRUE;
      accord_pdf_view_go_to (self->view, accord_pdf_search_step (search, 0));
    }
}

static void
on_typed (AccordPdfFindBar *self)
{
  AccordPdfFile *file = accord_pdf_view_get_file (self->view);

  self->went = FALSE;
  if (file != NULL)
    accord_pdf_search_start (self->search, file, gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                             accord_pdf_view_get_page (self->view));
}

/**
 * accord_pdf_find_bar_step:
 * @self: a search line
 * @by: 1 for the next, -1 for the one before
 *
 * Goes to another of what was found.
 */
void
accord_pdf_find_bar_step (AccordPdfFindBar *self, int by)
{
  const AccordPdfPlace *hit = accord_pdf_search_step (self->search, by);

  if (hit != NULL)
    accord_pdf_view_go_to (self->view, hit);
}

static void
on_next (AccordPdfFindBar *self)
{
  accord_pdf_find_bar_step (self, 1);
}

static void
on_previous (AccordPdfFindBar *self)
{
  accord_pdf_find_bar_step (self, -1);
}

static gboolean
on_back_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  accord_pdf_find_bar_step (data, -1);
  return TRUE;
}

static void
tell_closed (AccordPdfFindBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
accord_pdf_find_bar_dispose (GObject *object)
{
  AccordPdfFindBar *self = ACCORD_PDF_FIND_BAR (object);

  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      accord_pdf_search_stop (self->search);
    }
  g_clear_object (&self->search);
  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_pdf_find_bar_parent_class)->dispose (object);
}

static void
accord_pdf_find_bar_class_init (AccordPdfFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_pdf_find_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SEARCH);

  signals[CLOSED] = g_signal_new ("closed", ACCORD_TYPE_PDF_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (AccordPdfFindBar *self, const char *icon, const char *label, const char *tooltip,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
accord_pdf_find_bar_init (AccordPdfFindBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->search = accord_pdf_search_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "pdf-tools");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_object_set (self->entry, "placeholder-text", _ ("Search in the PDF"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in the PDF"), -1);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "tabular");
  gtk_widget_add_css_class (self->count, "page-count");
  gtk_box_append (GTK_BOX (self->box), self->count);
  self->back = add_button (self, "go-up-symbolic", _ ("Previous hit"), _ ("Previous hit (Shift+Enter)"),
                           G_CALLBACK (on_previous));
  self->on =
      add_button (self, "go-down-symbolic", _ ("Next hit"), _ ("Next hit (Enter)"), G_CALLBACK (on_next));
  add_button (self, "window-close-symbolic", _ ("Close the search"), _ ("Close the search (Esc)"),
              G_CALLBACK (tell_closed));
  gtk_widget_set_sensitive (self->back, FALSE);
  gtk_widget_set_sensitive (self->on, FALSE);
  g_signal_connect (self->search, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (tell_closed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Shift>Return|<Shift>KP_Enter"),
                        gtk_callback_action_new (on_back_key, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * accord_pdf_find_bar_new:
 * @view: the pages
 *
 * Returns: (transfer floating): a line to search them with
 */
GtkWidget *
accord_pdf_find_bar_new (AccordPdfView *view)
{
  AccordPdfFindBar *self = g_object_new (ACCORD_TYPE_PDF_FIND_BAR, NULL);

  self->view = g_object_ref (view);
  return GTK_WIDGET (self);
}

/**
 * accord_pdf_find_bar_open:
 * @self: a search line
 *
 * Puts the keyboard into it. Words that are selected on a page are what is looked for.
 */
void
accord_pdf_find_bar_open (AccordPdfFindBar *self)
{
  g_autoptr (AccordPdfPlace) chosen = accord_pdf_view_dup_selection (self->view);

  if (chosen != NULL && chosen->quote != NULL && g_utf8_strlen (chosen->quote, -1) <= 80)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), chosen->quote);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  on_typed (self);
}

/**
 * accord_pdf_find_bar_close:
 * @self: a search line
 *
 * Looks no further, and shows no hits.
 */
void
accord_pdf_find_bar_close (AccordPdfFindBar *self)
{
  accord_pdf_search_stop (self->search);
  accord_pdf_view_set_hits (self->view, NULL, -1);
}
