/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-panel.h"

#include "pdf/pdf-find-bar.h"
#include "pdf/pdf-outline.h"
#include "pdf/pdf-tools.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SKELETON_AFTER 150

struct _AccordPdfPanel
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *tools;
  GtkWidget *find_revealer;
  GtkWidget *find;
  GtkWidget *stack;
  GtkWidget *flap;
  GtkWidget *outline;
  GtkWidget *view;
  GtkWidget *fault;
  GtkWidget *locked;
  GtkWidget *password;

  GFile *file;
  GBytes *bytes;
  GCancellable *cancellable;
  guint skeleton;
};

G_DEFINE_FINAL_TYPE (AccordPdfPanel, accord_pdf_panel, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Opening. */

static void
show_file (AccordPdfPanel *self, AccordPdfFile *file)
{
  accord_pdf_view_set_file (ACCORD_PDF_VIEW (self->view), file);
  accord_pdf_tools_set_file (ACCORD_PDF_TOOLS (self->tools), file);
  accord_pdf_outline_set_file (ACCORD_PDF_OUTLINE (self->outline), file);
  accord_pdf_outline_set_page (ACCORD_PDF_OUTLINE (self->outline),
                               accord_pdf_view_get_page (ACCORD_PDF_VIEW (self->view)));
  if (file == NULL || accord_pdf_file_get_outline (file)->len == 0)
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
}

static void
show_fault (AccordPdfPanel *self, const GError *error)
{
  gboolean locked = g_error_matches (error, ACCORD_PDF_ERROR, ACCORD_PDF_ERROR_PASSWORD);

  adw_status_page_set_description (ADW_STATUS_PAGE (locked ? self->locked : self->fault), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), locked ? "locked" : "fault");
  if (locked)
    gtk_widget_grab_focus (self->password);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordPdfPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPdfFile) file = accord_pdf_file_open_finish (result, &error);

  /* What was given up was given up for another, or for good. */
  if (self->box == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->skeleton, g_source_remove);
  g_clear_object (&self->cancellable);
  if (file != NULL)
    {
      show_file (self, file);
      gtk_editable_set_text (GTK_EDITABLE (self->password), "");
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
    }
  else
    show_fault (self, error);
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
on_skeleton (gpointer data)
{
  AccordPdfPanel *self = data;

  self->skeleton = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  return G_SOURCE_REMOVE;
}

static void
open_it (AccordPdfPanel *self, const char *password)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->skeleton, g_source_remove);
  self->skeleton = g_timeout_add (SKELETON_AFTER, on_skeleton, self);
  if (self->file != NULL)
    accord_pdf_file_open_async (self->file, password, self->cancellable, on_opened, g_object_ref (self));
  else
    accord_pdf_file_open_bytes_async (self->bytes, password, self->cancellable, on_opened,
                                      g_object_ref (self));
}

static void
on_password (AccordPdfPanel *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password)));

  if (*typed != '\0' && (self->file != NULL || self->bytes != NULL))
    open_it (self, typed);
}

/* --- The keyboard. */

static void
set_search (AccordPdfPanel *self, gboolean shown)
{
  GtkToggleButton *button =
      GTK_TOGGLE_BUTTON (accord_pdf_tools_get_search_button (ACCORD_PDF_TOOLS (self->tools)));
  gboolean was = gtk_revealer_get_reveal_child (GTK_REVEALER (self->find_revealer));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->find_revealer), shown);
  if (gtk_toggle_button_get_active (button) != shown)
    gtk_toggle_button_set_active (button, shown);
  if (shown)
    accord_pdf_find_bar_open (ACCORD_PDF_FIND_BAR (self->find));
  else if (was)
    {
      accord_pdf_find_bar_close (ACCORD_PDF_FIND_BAR (self->find));
      gtk_widget_grab_focus (self->view);
    }
}

static void
on_search_toggled (GtkToggleButton *button, AccordPdfPanel *self)
{
  if (gtk_toggle_button_get_active (button)
      != gtk_revealer_get_reveal_child (GTK_REVEALER (self->find_revealer)))
    set_search (self, gtk_toggle_button_get_active (button));
}

static void
on_search_closed (AccordPdfPanel *self)
{
  set_search (self, FALSE);
}

static gboolean
has_pages (AccordPdfPanel *self)
{
  return accord_pdf_view_get_file (ACCORD_PDF_VIEW (self->view)) != NULL;
}

static gboolean
open_search (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (has_pages (ACCORD_PDF_PANEL (widget)))
    set_search (ACCORD_PDF_PANEL (widget), TRUE);
  return TRUE;
}

static gboolean
step_search (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfPanel *self = ACCORD_PDF_PANEL (widget);
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->find_revealer)))
    accord_pdf_find_bar_step (ACCORD_PDF_FIND_BAR (self->find), by);
  else
    open_search (widget, NULL, NULL);
  return TRUE;
}

static gboolean
toggle_outline (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfPanel *self = ACCORD_PDF_PANEL (widget);
  GtkWidget *button = accord_pdf_tools_get_outline_button (ACCORD_PDF_TOOLS (self->tools));

  if (!gtk_widget_is_sensitive (button))
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    gtk_widget_child_focus (self->outline, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->view);
  return TRUE;
}

static gboolean
go_to_entry (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return has_pages (ACCORD_PDF_PANEL (widget))
         && gtk_widget_child_focus (ACCORD_PDF_PANEL (widget)->tools, GTK_DIR_TAB_FORWARD);
}

static void
on_target (AccordPdfOutline *outline, gpointer target, AccordPdfPanel *self)
{
  accord_pdf_view_go_to_target (ACCORD_PDF_VIEW (self->view), target);
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
}

static void
on_page (AccordPdfPanel *self)
{
  accord_pdf_outline_set_page (ACCORD_PDF_OUTLINE (self->outline),
                               accord_pdf_view_get_page (ACCORD_PDF_VIEW (self->view)));
}

/* --- The parts. */

static GtkWidget *
make_pages (AccordPdfPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_add_css_class (scrolled, "pdf-desk");
  gtk_widget_set_hexpand (scrolled, TRUE);
  self->outline = accord_pdf_outline_new ();
  gtk_widget_add_css_class (self->outline, "pdf-outline");
  self->flap = adw_flap_new ();
  adw_flap_set_flap (ADW_FLAP (self->flap), self->outline);
  adw_flap_set_separator (ADW_FLAP (self->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_content (ADW_FLAP (self->flap), scrolled);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  g_signal_connect (self->outline, "target-chosen", G_CALLBACK (on_target), self);
  return self->flap;
}

static GtkWidget *
make_locked (AccordPdfPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *button = gtk_button_new_with_mnemonic (_ ("_Open"));

  self->password = gtk_password_entry_new ();
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (self->password), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->password), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->password), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Password"), -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open"), -1);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), self->password);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->password, "activate", G_CALLBACK (on_password), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_password), self);
  self->locked = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->locked), "dialog-password-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->locked), _ ("Locked"));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->locked), box);
  gtk_widget_add_css_class (self->locked, "pdf-state");
  return self->locked;
}

static GtkWidget *
make_fault (AccordPdfPanel *self)
{
  self->fault = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->fault), "accord-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->fault), _ ("The PDF cannot be shown"));
  gtk_widget_add_css_class (self->fault, "pdf-state");
  return self->fault;
}

static GtkWidget *
make_loading (void)
{
  GtkWidget *sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (sheet, "sheet-skeleton");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Opening the PDF"), -1);
  return sheet;
}

static void
accord_pdf_panel_dispose (GObject *object)
{
  AccordPdfPanel *self = ACCORD_PDF_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->skeleton, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (accord_pdf_panel_parent_class)->dispose (object);
}

static void
accord_pdf_panel_class_init (AccordPdfPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pdf_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pdfpanel");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, open_search, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, step_search, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, step_search,
                                "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F3, 0, step_search, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, step_search, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, toggle_outline, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, go_to_entry, NULL);

  signals[OPENED] =
      g_signal_new ("opened", ACCORD_TYPE_PDF_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
accord_pdf_panel_init (AccordPdfPanel *self)
{
  GtkWidget *search;

  self->view = g_object_ref_sink (accord_pdf_view_new ());
  self->tools = accord_pdf_tools_new (ACCORD_PDF_VIEW (self->view));
  self->find = accord_pdf_find_bar_new (ACCORD_PDF_VIEW (self->view));
  self->find_revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->find_revealer), self->find);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), make_loading (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_pages (self), "pages");
  gtk_stack_add_named (GTK_STACK (self->stack), make_locked (self), "locked");
  gtk_stack_add_named (GTK_STACK (self->stack), make_fault (self), "fault");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_box_append (GTK_BOX (self->box), self->find_revealer);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_object_bind_property (accord_pdf_tools_get_outline_button (ACCORD_PDF_TOOLS (self->tools)), "active",
                          self->flap, "reveal-flap", G_BINDING_BIDIRECTIONAL);
  search = accord_pdf_tools_get_search_button (ACCORD_PDF_TOOLS (self->tools));
  g_signal_connect (search, "toggled", G_CALLBACK (on_search_toggled), self);
  g_signal_connect_swapped (self->find, "closed", G_CALLBACK (on_search_closed), self);
  g_signal_connect_swapped (self->view, "notify::page", G_CALLBACK (on_page), self);
  accord_pdf_tools_set_file (ACCORD_PDF_TOOLS (self->tools), NULL);
}

/**
 * accord_pdf_panel_new:
 *
 * Returns: (transfer floating): a panel without a PDF yet
 */
GtkWidget *
accord_pdf_panel_new (void)
{
  return g_object_new (ACCORD_TYPE_PDF_PANEL, NULL);
}

/**
 * accord_pdf_panel_get_view:
 * @self: a panel
 *
 * Returns: (transfer none): its pages
 */
AccordPdfView *
accord_pdf_panel_get_view (AccordPdfPanel *self)
{
  g_return_val_if_fail (ACCORD_IS_PDF_PANEL (self), NULL);

  return ACCORD_PDF_VIEW (self->view);
}

/**
 * accord_pdf_panel_open:
 * @self: a panel
 * @file: a file
 *
 * Shows a PDF. The signal "opened" tells that its pages are there, or why not.
 */
void
accord_pdf_panel_open (AccordPdfPanel *self, GFile *file)
{
  g_return_if_fail (ACCORD_IS_PDF_PANEL (self));
  g_return_if_fail (G_IS_FILE (file));

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_set_object (&self->file, file);
  open_it (self, NULL);
}

/**
 * accord_pdf_panel_open_bytes:
 * @self: a panel
 * @bytes: a file's bytes
 *
 * Shows a PDF that is in memory, as accord_pdf_panel_open() does.
 */
void
accord_pdf_panel_open_bytes (AccordPdfPanel *self, GBytes *bytes)
{
  g_return_if_fail (ACCORD_IS_PDF_PANEL (self));

  g_clear_object (&self->file);
  g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  open_it (self, NULL);
}

/**
 * accord_pdf_panel_close:
 * @self: a panel
 *
 * Shows nothing, and gives up what is being opened.
 */
void
accord_pdf_panel_close (AccordPdfPanel *self)
{
  g_return_if_fail (ACCORD_IS_PDF_PANEL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->skeleton, g_source_remove);
  set_search (self, FALSE);
  show_file (self, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}
