/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/list-view-private.h"

/* Each time it opens: begin with what is listed now. */
static void
opened_cb (GtkMenuButton *button, gpointer data)
{
  AccordListView *self = data;
  AccordFilterEditor *editor = ACCORD_FILTER_EDITOR (self->filter_editor);

  accord_filter_editor_set_query (editor, self->query,
                                  accord_filter_bar_get_titles (ACCORD_FILTER_BAR (self->filters)));
  accord_filter_editor_show_fields (editor);
}

static void
apply_cb (AccordListView *self, AccordQuery *query, gboolean done)
{
  if (done)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->filter_button));
  accord_list_view_set_query (self, query);
}

static void
remove_cb (AccordListView *self, AccordQuery *query)
{
  accord_list_view_set_query (self, query);
}

/* What is listed is what the list is called. */
static void
sentence_cb (AccordListView *self)
{
  accord_list_view_label_parts (self);
  g_object_notify (G_OBJECT (self), "sentence");
}

static void
edit_cb (AccordListView *self, guint field)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter_button));
  accord_filter_editor_show_field (ACCORD_FILTER_EDITOR (self->filter_editor), field);
}

/**
 * accord_list_view_set_up_filters:
 * @self: a list view
 *
 * Makes the popover behind the filter button, and heeds the chips.
 */
void
accord_list_view_set_up_filters (AccordListView *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->filter_editor = accord_filter_editor_new (self->workspace, self->base);
  gtk_popover_set_child (GTK_POPOVER (popover), self->filter_editor);
  gtk_widget_add_css_class (popover, "filters");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filter_button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter_button), opened_cb, self, NULL);
  g_signal_connect_object (self->filter_editor, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "apply", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filters, "notify::sentence", G_CALLBACK (sentence_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * accord_list_view_update_filters:
 * @self: a list view
 *
 * Shows what is filtered by.
 */
void
accord_list_view_update_filters (AccordListView *self)
{
  accord_filter_bar_show (ACCORD_FILTER_BAR (self->filters), self->workspace, self->query, self->base,
                          self->plural);
}

/**
 * accord_list_view_get_sentence:
 * @self: a list view
 *
 * Returns: what is listed: “Payments · 2019/20 · over £5,000 · Persona”
 */
const char *
accord_list_view_get_sentence (AccordListView *self)
{
  const char *sentence;

  g_return_val_if_fail (ACCORD_IS_LIST_VIEW (self), NULL);

  sentence = accord_filter_bar_get_sentence (ACCORD_FILTER_BAR (self->filters));
  return sentence != NULL ? sentence : self->plural;
}
