/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/format-bar.h"

#include "text/formatted-text.h"
#include "text/text-format.h"

#include <glib/gi18n-lib.h>

/* What one can do to a text that is being typed, and a look at how it will read. */
struct _AccordFormatBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *helpers;
  GtkWidget *preview;
  GtkWidget *shown;

  GtkTextView *view;
  GtkWidget *editing;
};

G_DEFINE_FINAL_TYPE (AccordFormatBar, accord_format_bar, GTK_TYPE_WIDGET)

typedef enum
{
  AROUND,
  LINES,
  LINK,
} Way;

typedef struct
{
  const char *icon_name;
  const char *label;
  Way way;
  const char *mark;
} Helper;

static const Helper helpers[] = {
  { "format-text-bold-symbolic", N_ ("Bold (Ctrl+B)"), AROUND, "**" },
  { "format-text-italic-symbolic", N_ ("Italic (Ctrl+I)"), AROUND, "*" },
  { "accord-format-heading-symbolic", N_ ("Heading"), LINES, "## " },
  { "view-list-bullet-symbolic", N_ ("List"), LINES, "- " },
  { "accord-format-quote-symbolic", N_ ("Quotation"), LINES, "> " },
  { "insert-link-symbolic", N_ ("Link"), LINK, NULL },
};

static char *
dup_all (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* One step to undo, however much of the text it changes. */
static void
apply (AccordFormatBar *self, const Helper *helper)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = dup_all (buffer);
  g_autofree char *changed = NULL;
  GtkTextIter start, end;
  int from, to;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);
  if (helper->way == AROUND)
    changed = accord_format_around (text, &from, &to, helper->mark);
  else if (helper->way == LINES)
    changed = accord_format_lines (text, &from, &to, helper->mark);
  else
    changed = accord_format_link (text, &from, &to);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, changed, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_helper (GtkWidget *button, AccordFormatBar *self)
{
  apply (self, g_object_get_data (G_OBJECT (button), "accord-helper"));
}

static gboolean
on_shortcut (GtkWidget *view, GVariant *args, gpointer user_data)
{
  AccordFormatBar *self = g_object_get_data (G_OBJECT (view), "accord-format-bar");

  apply (self, &helpers[g_variant_get_uint32 (args)]);
  return TRUE;
}

static void
on_preview (AccordFormatBar *self)
{
  gboolean preview = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->preview));
  g_autofree char *text = dup_all (gtk_text_view_get_buffer (self->view));

  if (preview)
    accord_formatted_text_set_text (ACCORD_FORMATTED_TEXT (self->shown), text);
  gtk_widget_set_visible (self->shown, preview);
  gtk_widget_set_visible (self->editing, !preview);
  gtk_widget_set_sensitive (self->helpers, !preview);
}

static void
accord_format_bar_dispose (GObject *object)
{
  AccordFormatBar *self = ACCORD_FORMAT_BAR (object);

  if (self->view != NULL)
    g_object_set_data (G_OBJECT (self->view), "accord-format-bar", NULL);
  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_format_bar_parent_class)->dispose (object);
}

static void
accord_format_bar_class_init (AccordFormatBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_format_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "formatbar");
}

static GtkWidget *
make_helpers (AccordFormatBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (helpers[i].icon_name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ (helpers[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (helpers[i].label), -1);
      g_object_set_data (G_OBJECT (button), "accord-helper", (gpointer) &helpers[i]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_helper), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
accord_format_bar_init (AccordFormatBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->helpers = make_helpers (self);
  gtk_widget_set_hexpand (self->helpers, TRUE);
  gtk_box_append (GTK_BOX (bar), self->helpers);
  self->preview = gtk_toggle_button_new_with_label (_ ("Preview"));
  gtk_widget_add_css_class (self->preview, "flat");
  g_signal_connect_object (self->preview, "toggled", G_CALLBACK (on_preview), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->preview);
  gtk_box_append (GTK_BOX (self->box), bar);
  self->shown = accord_formatted_text_new ("");
  gtk_widget_add_css_class (self->shown, "text-preview");
  gtk_widget_hide (self->shown);
  gtk_box_append (GTK_BOX (self->box), self->shown);
}

static void
add_shortcut (GtkWidget *view, guint key, guint helper)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_callback_action_new (on_shortcut, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (helper));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (view, controller);
}

/**
 * accord_format_bar_new:
 * @view: where the text is typed
 * @editing: what is hidden while a person looks at how the text reads: @view, or what is around it
 * @what: what the text is called
 *
 * Returns: (transfer floating): a bar that stands above @editing
 */
GtkWidget *
accord_format_bar_new (GtkTextView *view, GtkWidget *editing, const char *what)
{
  AccordFormatBar *self = g_object_new (ACCORD_TYPE_FORMAT_BAR, NULL);
  /* Translators: %s is the name of a text, such as “Strategic case”. */
  g_autofree char *name = g_strdup_printf (_ ("Preview of %s"), what);

  self->view = g_object_ref (view);
  self->editing = editing;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (view), "accord-format-bar", self);
  add_shortcut (GTK_WIDGET (view), GDK_KEY_b, 0);
  add_shortcut (GTK_WIDGET (view), GDK_KEY_i, 1);
  return GTK_WIDGET (self);
}
