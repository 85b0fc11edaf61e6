/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/figures-card.h"

#include "form/figure-button.h"
#include "form/figures-grid.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <string.h>

#define LONGEST_UNBROKEN 12
#define SMALL_WIDTH 16

/* The few figures that a page begins with, side by side, and under them one sentence. */
struct _AccordFiguresCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *figures;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (AccordFiguresCard, accord_figures_card, GTK_TYPE_WIDGET)

/* Wrapped labels ask for all their text in one line unless told otherwise, and would take the room of their
 * neighbours. */
static GtkWidget *
make_small (const char *text, const char *style_class)
{
  GtkWidget *label = accord_page_label (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), SMALL_WIDTH);
  return label;
}

static GtkWidget *
make_words (const AccordFormFigure *figure)
{
  GtkWidget *cell = accord_words_new (2);
  GtkWidget *text = accord_page_label (figure->text, "key-figure");

  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  /* A sum is not broken in two: the figures then stand in fewer columns. */
  gtk_label_set_wrap (GTK_LABEL (text), !figure->known || strlen (figure->text) > LONGEST_UNBROKEN);
  gtk_label_set_max_width_chars (GTK_LABEL (text), LONGEST_UNBROKEN);
  if (!figure->known)
    gtk_widget_add_css_class (text, "not-known");
  if (figure->urgent)
    gtk_widget_add_css_class (text, "urgent");
  accord_words_append (cell, make_small (figure->label, "caption-line"));
  accord_words_append (cell, text);
  if (figure->note != NULL)
    accord_words_append (cell, make_small (figure->note, "second-line"));
  return cell;
}

/* What explains itself can be pressed; the rest is there to be read. */
static GtkWidget *
make_cell (const AccordFormFigure *figure)
{
  GtkWidget *cell = make_words (figure);
  g_autofree char *name =
      g_strdup_printf ("%s: %s%s%s", figure->label, figure->exact, figure->note != NULL ? ", " : "",
                       figure->note != NULL ? figure->note : "");

  if (figure->rule != NULL || figure->rows != NULL)
    return accord_figure_button_new (cell, figure, name);
  if (g_strcmp0 (figure->exact, figure->text) != 0)
    gtk_widget_set_tooltip_text (cell, figure->exact);
  return accord_figure_cell_new (cell, name);
}

static void
accord_figures_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_FIGURES_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_figures_card_parent_class)->dispose (object);
}

static void
accord_figures_card_class_init (AccordFiguresCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_figures_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_figures_card_init (AccordFiguresCard *self)
{
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));

  /* Four in a row where there is room, two or one where the text is big or the window narrow. */
  self->figures = accord_figures_grid_new ();
  gtk_widget_add_css_class (self->figures, "key-figures");
  gtk_box_append (GTK_BOX (self->card), self->figures);

  self->sentence = accord_page_label (NULL, "figures-sentence");
  gtk_box_append (GTK_BOX (self->card), self->sentence);
}

/**
 * accord_figures_card_new:
 *
 * Returns: (transfer floating): a card for key figures, hidden while there are none
 */
GtkWidget *
accord_figures_card_new (void)
{
  return g_object_new (ACCORD_TYPE_FIGURES_CARD, "visible", FALSE, NULL);
}

/**
 * accord_figures_card_show:
 * @self: a card
 * @figures: (element-type AccordFormFigure): what to show
 * @sentence: (nullable): what to say under them
 *
 * Shows other figures.
 */
void
accord_figures_card_show (AccordFiguresCard *self, GPtrArray *figures, const char *sentence)
{
  g_return_if_fail (ACCORD_IS_FIGURES_CARD (self));

  accord_figures_grid_clear (ACCORD_FIGURES_GRID (self->figures));
  for (guint i = 0; i < figures->len; i++)
    accord_figures_grid_append (ACCORD_FIGURES_GRID (self->figures), make_cell (figures->pdata[i]));
  gtk_widget_set_visible (self->figures, figures->len > 0);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->sentence, sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), figures->len > 0 || sentence != NULL);
}
