/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/history-card.h"

#include "form/history-text.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* The newest changes are what people look for; the rest is one click away. */
#define FIRST_FEW 5

static GtkWidget *
make_line (const AccordHistoryLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), accord_page_label (line->heading, "first-line"));
  for (guint i = 0; i < line->changes->len; i++)
    gtk_box_append (GTK_BOX (box), accord_page_label (line->changes->pdata[i], "second-line"));
  return box;
}

static void
on_all (GtkButton *button, GtkWidget *lines)
{
  for (GtkWidget *line = gtk_widget_get_first_child (lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    gtk_widget_set_visible (line, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  g_object_set_data (G_OBJECT (lines), "accord-open", GINT_TO_POINTER (TRUE));
}

/**
 * accord_history_card_new:
 * @lines: (out) (transfer none): what to give accord_history_card_show()
 *
 * Returns: (transfer floating): a card that tells what became of a record
 */
GtkWidget *
accord_history_card_new (GtkWidget **lines)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, _ ("History"));
  GtkWidget *all = gtk_button_new_with_label (_ ("Show all changes"));

  *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (*lines, "card-body");
  gtk_box_append (GTK_BOX (card), *lines);
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_add_css_class (all, "show-all");
  gtk_widget_set_halign (all, GTK_ALIGN_START);
  g_signal_connect_object (all, "clicked", G_CALLBACK (on_all), *lines, 0);
  g_object_set_data (G_OBJECT (*lines), "accord-all", all);
  gtk_box_append (GTK_BOX (card), all);
  return card;
}

/**
 * accord_history_card_show:
 * @lines: what accord_history_card_new() gave
 * @history: (element-type AccordHistoryLine): what to tell, newest first
 *
 * Tells another history.
 */
void
accord_history_card_show (GtkWidget *lines, GPtrArray *history)
{
  gboolean open = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (lines), "accord-open"));

  accord_page_empty_box (lines);
  for (guint i = 0; i < history->len; i++)
    {
      GtkWidget *line = make_line (history->pdata[i]);

      gtk_widget_set_visible (line, open || i < FIRST_FEW);
      gtk_box_append (GTK_BOX (lines), line);
    }
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (lines), "accord-all"),
                          !open && history->len > FIRST_FEW);
}
