/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include <glib/gi18n-lib.h>

/* The choices of a cell, under the editor: the keyboard stays in what is typed, the arrows go through them.
 */

#define MOST_SHOWN 8

static void
say_choice (AccordGridView *self, guint position, guint n_choices, const char *choice)
{
  /* Translators: a choice, which of how many it is, and how many there are. */
  g_autofree char *told = g_strdup_printf (_ ("%s, %u of %u"), choice, position + 1, n_choices);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told,
                                  -1);
}

static GtkWidget *
make_choice (const char *choice)
{
  GtkWidget *label = gtk_label_new (choice);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, AccordGridView *self)
{
  gtk_list_box_select_row (list, row);
  if (accord_grid_view_enter (self))
    gtk_widget_grab_focus (self->cells[self->current]);
}

static void
make_popover (AccordGridView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->choice_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->choice_list), GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices"), -1);
  g_signal_connect_object (self->choice_list, "row-activated", G_CALLBACK (on_activated), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->choice_list);
  self->choices = gtk_popover_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->choices), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->choices, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->choices, FALSE);
  gtk_widget_add_css_class (self->choices, "sheet-choices");
  gtk_popover_set_child (GTK_POPOVER (self->choices), scrolled);
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
}

static void
fill_choices (AccordGridView *self, char **choices, const char *current)
{
  GtkWidget *child, *scrolled = gtk_popover_get_child (GTK_POPOVER (self->choices));
  int height = self->layout.row_height * MOST_SHOWN;

  while ((child = gtk_widget_get_first_child (self->choice_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->choice_list), child);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->choice_list), make_choice (choices[i]));
      if (g_strcmp0 (choices[i], current) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->choice_list),
                                 gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->choice_list), (int) i));
    }
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), height);
}

void
accord_grid_view_show_choices (AccordGridView *self, const char *typed)
{
  g_auto (GStrv) choices =
      accord_grid_model_list_choices (self->model, self->edited.row, self->edited.column, typed);

  if (choices[0] == NULL)
    {
      accord_grid_view_hide_choices (self);
      return;
    }
  if (self->choices == NULL)
    make_popover (self);
  /* What was typed picks the first that fits; an untouched cell picks what it has. */
  fill_choices (self, choices,
                *typed != '\0' ? choices[0] : gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  accord_grid_view_place_editor (self);
  gtk_popover_popup (GTK_POPOVER (self->choices));
  if (*typed != '\0')
    say_choice (self, 0, g_strv_length (choices), choices[0]);
}

void
accord_grid_view_hide_choices (AccordGridView *self)
{
  if (self->choices != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->choices));
}

static gboolean
is_open (AccordGridView *self)
{
  return self->choices != NULL && gtk_widget_get_visible (self->choices);
}

static const char *
row_words (GtkListBoxRow *row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

/* The list scrolls with what is picked although the keyboard is elsewhere. */
static void
show_row (AccordGridView *self, GtkListBoxRow *row)
{
  GtkWidget *scrolled = gtk_popover_get_child (GTK_POPOVER (self->choices));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->choice_list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
}

gboolean
accord_grid_view_step_choices (AccordGridView *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->choice_list);
  GtkListBoxRow *row;
  guint n_choices = 0;
  int index;

  if (!is_open (self))
    return FALSE;
  while (gtk_list_box_get_row_at_index (list, (int) n_choices) != NULL)
    n_choices++;
  row = gtk_list_box_get_selected_row (list);
  index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : (int) n_choices - 1;
  row = gtk_list_box_get_row_at_index (list, CLAMP (index, 0, (int) n_choices - 1));
  gtk_list_box_select_row (list, row);
  show_row (self, row);
  say_choice (self, (guint) gtk_list_box_row_get_index (row), n_choices, row_words (row));
  return TRUE;
}

/* What is picked, or NULL where what was typed counts: an empty cell is typed by leaving nothing. */
char *
accord_grid_view_dup_choice (AccordGridView *self)
{
  GtkListBoxRow *row =
      is_open (self) ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->choice_list)) : NULL;

  return row != NULL ? g_strdup (row_words (row)) : NULL;
}
