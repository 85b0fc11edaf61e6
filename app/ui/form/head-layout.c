/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/head-layout.h"

/**
 * AccordHeadLayout:
 *
 * The head of a card: what it is called, and at its end what can be done. Where both do not fit beside each
 * other, as in large letters, what can be done goes onto lines of its own, rather than the page growing wider
 * than its window.
 */
struct _AccordHeadLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (AccordHeadLayout, accord_head_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_of (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
after (GtkWidget *child)
{
  return next_shown (gtk_widget_get_next_sibling (child));
}

static int
least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
best_width (GtkWidget *child)
{
  int best;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &best, NULL, NULL);
  return best;
}

static int
height_at (GtkWidget *child, int width)
{
  int best;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &best, NULL, NULL);
  return best;
}

/* What stands beside the title, with the gaps before each. */
static int
rest_width (AccordHeadLayout *self, GtkWidget *title)
{
  int width = 0;

  for (GtkWidget *child = after (title); child != NULL; child = after (child))
    width += self->spacing + best_width (child);
  return width;
}

static gboolean
is_one_line (AccordHeadLayout *self, GtkWidget *title, int width)
{
  return least_width (title) + rest_width (self, title) <= width;
}

static void
place (GtkWidget *child, int x, int y, int width, int height, int line)
{
  int least = least_width (child);

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y + (line - height) / 2, MAX (width, least), height },
                            -1);
}

/* Lays everything out beside the title, or only says how high that is. */
static int
lay_one_line (AccordHeadLayout *self, GtkWidget *title, int width, gboolean set)
{
  int own = width - rest_width (self, title), line = height_at (title, own), x = own;

  for (GtkWidget *child = after (title); child != NULL; child = after (child))
    line = MAX (line, height_at (child, best_width (child)));
  if (!set)
    return line;
  place (title, 0, 0, own, line, line);
  for (GtkWidget *child = after (title); child != NULL; child = after (child))
    {
      x += self->spacing;
      place (child, x, 0, best_width (child), line, line);
      x += best_width (child);
    }
  return line;
}

/* The same with the title on a line of its own, and the rest from the left below it. */
static int
lay_below (AccordHeadLayout *self, GtkWidget *title, int width, gboolean set)
{
  int y = height_at (title, MAX (width, least_width (title))), x = 0, line = 0;

  if (set)
    place (title, 0, 0, width, y, y);
  for (GtkWidget *child = after (title); child != NULL; child = after (child))
    {
      int own = MAX (MIN (best_width (child), width), least_width (child)), height = height_at (child, own);

      if (x == 0 || x + self->spacing + own > width)
        {
          y += line + self->spacing;
          x = line = 0;
        }
      else
        x += self->spacing;
      if (set)
        place (child, x, y, own, height, height);
      x += own;
      line = MAX (line, height);
    }
  return y + line;
}

static int
lay (AccordHeadLayout *self, GtkWidget *title, int width, gboolean set)
{
  return is_one_line (self, title, width) ? lay_one_line (self, title, width, set)
                                          : lay_below (self, title, width, set);
}

static void
accord_head_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                            int for_size, int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  AccordHeadLayout *self = ACCORD_HEAD_LAYOUT (manager);
  GtkWidget *title = first_of (widget);
  int best = title != NULL ? best_width (title) + rest_width (self, title) : 0;

  *minimum = *natural = 0;
  if (title == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay (self, title, for_size >= 0 ? for_size : best, FALSE);
      return;
    }
  for (GtkWidget *child = title; child != NULL; child = after (child))
    *minimum = MAX (*minimum, least_width (child));
  *natural = best;
}

static void
accord_head_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                             int baseline)
{
  GtkWidget *title = first_of (widget);

  if (title != NULL)
    lay (ACCORD_HEAD_LAYOUT (manager), title, width, TRUE);
}

static GtkSizeRequestMode
accord_head_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_head_layout_class_init (AccordHeadLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = accord_head_layout_measure;
  layout_class->allocate = accord_head_layout_allocate;
  layout_class->get_request_mode = accord_head_layout_get_request_mode;
}

static void
accord_head_layout_init (AccordHeadLayout *self)
{
}

/**
 * accord_head_layout_new:
 * @spacing: pixels between what stands beside or below each other
 *
 * Returns: (transfer full): a layout whose widget's first child is the title
 */
GtkLayoutManager *
accord_head_layout_new (int spacing)
{
  AccordHeadLayout *self = g_object_new (ACCORD_TYPE_HEAD_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
