/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/figure-strip.h"

#include "form/figures-grid.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *text;
  GtkWidget *note;
} Cell;

/* The figures that stand for an appraisal. They change with every letter that is typed, so their widgets
 * stay; each says why it is what it is when it is pressed. */
struct _AccordFigureStrip
{
  GtkWidget parent_instance;

  GtkWidget *card;
  Cell cells[ACCORD_KEY_FIGURES];
};

G_DEFINE_FINAL_TYPE (AccordFigureStrip, accord_figure_strip, GTK_TYPE_WIDGET)

enum
{
  EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_clicked (GtkWidget *button, AccordFigureStrip *self)
{
  for (guint i = 0; i < ACCORD_KEY_FIGURES; i++)
    if (self->cells[i].button == button)
      g_signal_emit (self, signals[EXPLAIN], 0, (guint) accord_key_figure_get_figure (i));
}

static void
accord_figure_strip_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_FIGURE_STRIP (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_figure_strip_parent_class)->dispose (object);
}

static void
accord_figure_strip_class_init (AccordFigureStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_figure_strip_dispose;

  /**
   * AccordFigureStrip::explain:
   * @figure: an #AccordFigure
   *
   * A person wants to know why a figure is what it is.
   */
  signals[EXPLAIN] = g_signal_new ("explain", ACCORD_TYPE_FIGURE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_cell (AccordFigureStrip *self, Cell *cell)
{
  GtkWidget *words = accord_words_new (2);

  cell->label = accord_page_label (NULL, "caption-line");
  cell->text = accord_page_label (NULL, "key-figure");
  gtk_widget_add_css_class (cell->text, "tabular");
  cell->note = accord_page_label (NULL, "second-line");
  accord_words_append (words, cell->label);
  accord_words_append (words, cell->text);
  accord_words_append (words, cell->note);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  cell->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (cell->button), words);
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "figure");
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (on_clicked), self, 0);
}

static void
accord_figure_strip_init (AccordFigureStrip *self)
{
  GtkWidget *figures = accord_figures_grid_new ();

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (figures, "key-figures");
  gtk_box_append (GTK_BOX (self->card), figures);
  for (guint i = 0; i < ACCORD_KEY_FIGURES; i++)
    {
      make_cell (self, &self->cells[i]);
      accord_figures_grid_append (ACCORD_FIGURES_GRID (figures), self->cells[i].button);
    }
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * accord_figure_strip_new:
 *
 * Returns: (transfer floating): figures of nothing
 */
GtkWidget *
accord_figure_strip_new (void)
{
  return g_object_new (ACCORD_TYPE_FIGURE_STRIP, NULL);
}

static void
set_words (GtkWidget *label, const char *words)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), words != NULL ? words : "") != 0)
    gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
}

static void
show_cell (Cell *cell, const AccordFormFigure *figure, gboolean explained)
{
  g_autofree char *name =
      g_strdup_printf ("%s: %s%s%s", figure->label, figure->exact, figure->note != NULL ? ", " : "",
                       figure->note != NULL ? figure->note : "");

  set_words (cell->label, figure->label);
  set_words (cell->text, figure->text);
  set_words (cell->note, figure->note);
  gtk_label_set_wrap (GTK_LABEL (cell->text), !figure->known);
  if (figure->known)
    gtk_widget_remove_css_class (cell->text, "not-known");
  else
    gtk_widget_add_css_class (cell->text, "not-known");
  gtk_widget_set_sensitive (cell->button, explained);
  gtk_widget_set_tooltip_text (cell->button, figure->exact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * accord_figure_strip_show:
 * @self: figures
 * @cba: (nullable): the analysis
 * @result: (nullable): what it comes to
 *
 * Shows other figures.
 */
void
accord_figure_strip_show (AccordFigureStrip *self, const AccordCba *cba, const AccordCbaResult *result)
{
  g_return_if_fail (ACCORD_IS_FIGURE_STRIP (self));

  for (guint i = 0; i < ACCORD_KEY_FIGURES; i++)
    {
      g_autoptr (AccordFormFigure) figure = accord_key_figure_new (i, cba, result);

      show_cell (&self->cells[i], figure, cba != NULL && result != NULL);
    }
}
