/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/words.h"

/* Lines of words below each other, as wide as the widest. A vertical GtkBox that is asked how wide it must be
 * for a height looks for the answer by measuring its labels some twenty times, each box within another that
 * many times again; a page of long names then takes seconds to arrange. Here each line is measured once for a
 * width, and once without. */
struct _AccordWords
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (AccordWords, accord_words, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
accord_words_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_words_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *line = gtk_widget_get_first_child (widget); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      int least, best;

      if (!gtk_widget_should_layout (line))
        continue;
      gtk_widget_measure (line, orientation, across ? -1 : for_size, &least, &best, NULL, NULL);
      *minimum = across ? MAX (*minimum, least) : *minimum + least;
      *natural = across ? MAX (*natural, best) : *natural + best;
      n++;
    }
  if (!across && n > 1)
    {
      *minimum += (n - 1) * ACCORD_WORDS (widget)->spacing;
      *natural += (n - 1) * ACCORD_WORDS (widget)->spacing;
    }
}

static void
accord_words_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (widget); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      int needed;

      if (!gtk_widget_should_layout (line))
        continue;
      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
      gtk_widget_size_allocate (line, &(GtkAllocation){ 0, y, width, needed }, -1);
      y += needed + ACCORD_WORDS (widget)->spacing;
    }
}

static void
accord_words_dispose (GObject *object)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (line);

  G_OBJECT_CLASS (accord_words_parent_class)->dispose (object);
}

static void
accord_words_class_init (AccordWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_words_dispose;
  widget_class->get_request_mode = accord_words_get_request_mode;
  widget_class->measure = accord_words_measure;
  widget_class->size_allocate = accord_words_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "words");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_words_init (AccordWords *self)
{
}

/**
 * accord_words_new:
 * @spacing: pixels between two lines
 *
 * Returns: (transfer floating): lines of words, none yet
 */
GtkWidget *
accord_words_new (int spacing)
{
  AccordWords *self = g_object_new (ACCORD_TYPE_WORDS, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * accord_words_append:
 * @self: lines of words
 * @line: (transfer floating): most often a label that wraps
 *
 * Adds a line below the others.
 */
void
accord_words_append (GtkWidget *self, GtkWidget *line)
{
  g_return_if_fail (ACCORD_IS_WORDS (self));

  gtk_widget_set_parent (line, self);
}
