/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/figure-button.h"

#include "form/page-parts.h"
#include "go.h"

#include <glib/gi18n-lib.h>

#define RULE_WIDTH 42

/**
 * accord_figure_cell_new:
 * @words: (transfer floating): the figure
 * @name: the same for a screen reader
 *
 * Returns: (transfer floating): a figure that is there to be read
 */
GtkWidget *
accord_figure_cell_new (GtkWidget *words, const char *name)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (cell), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return cell;
}

static void
on_rows (GtkWidget *button, AccordQuery *rows)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  GtkWidget *from = gtk_widget_get_parent (popover);

  gtk_popover_popdown (GTK_POPOVER (popover));
  accord_go_to_list (from, rows);
}

static void
on_pressed (GtkWidget *button, AccordQuery *rows)
{
  accord_go_to_list (button, rows);
}

static void
release_query (gpointer query, GClosure *closure)
{
  accord_query_unref (query);
}

static GtkWidget *
make_explanation (const AccordFormFigure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *rule = accord_page_label (figure->rule, NULL);

  gtk_widget_add_css_class (box, "explanation");
  gtk_box_append (GTK_BOX (box), accord_page_label (figure->label, "caption-line"));
  gtk_box_append (GTK_BOX (box), accord_page_label (figure->exact, "exact-figure"));
  gtk_label_set_max_width_chars (GTK_LABEL (rule), RULE_WIDTH);
  gtk_box_append (GTK_BOX (box), rule);
  if (figure->rows != NULL)
    {
      GtkWidget *rows = accord_page_button (_ ("_Show what it is made from"));

      gtk_widget_set_halign (rows, GTK_ALIGN_START);
      gtk_widget_set_margin_top (rows, 6);
      g_signal_connect_data (rows, "clicked", G_CALLBACK (on_rows), accord_query_ref (figure->rows),
                             release_query, 0);
      gtk_box_append (GTK_BOX (box), rows);
    }
  return box;
}

static GtkWidget *
make_explained (GtkWidget *words, const AccordFormFigure *figure, const char *name)
{
  GtkWidget *cell = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *toggle = gtk_widget_get_first_child (cell);

  gtk_popover_set_child (GTK_POPOVER (popover), make_explanation (figure));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How this figure is made"), -1);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (cell), words);
  /* A menu button by itself asks for one height, whatever its width, so that words in it could not wrap. */
  gtk_widget_set_layout_manager (cell, gtk_bin_layout_new ());
  /* GTK would centre what it puts around the words. */
  for (GtkWidget *around = gtk_widget_get_parent (words); around != toggle && around != NULL;
       around = gtk_widget_get_parent (around))
    gtk_widget_set_halign (around, GTK_ALIGN_FILL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (cell), popover);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return cell;
}

/**
 * accord_figure_button_new:
 * @words: (transfer floating): the figure
 * @figure: the same with its rule, its rows, or both
 * @name: the same for a screen reader
 *
 * Returns: (transfer floating): a figure that says how it is made when it is pressed, or shows what it is
 * made from where there is nothing to say
 */
GtkWidget *
accord_figure_button_new (GtkWidget *words, const AccordFormFigure *figure, const char *name)
{
  GtkWidget *cell;

  if (figure->rule != NULL)
    cell = make_explained (words, figure, name);
  else
    {
      cell = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (cell), words);
      gtk_widget_add_css_class (cell, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_data (cell, "clicked", G_CALLBACK (on_pressed), accord_query_ref (figure->rows),
                             release_query, 0);
    }
  gtk_widget_add_css_class (cell, "figure");
  gtk_widget_set_tooltip_text (cell,
                               figure->rule != NULL ? _ ("How this figure is made") : _ ("Show the list"));
  return cell;
}
