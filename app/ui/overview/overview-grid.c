/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-grid.h"

#define SPACING 18
/* Of two side by side the first has four parts in seven, as it says more. */
#define FIRST 4
#define WHOLE 7
/* Two stand side by side where each has about so many letters. */
#define PAIR_CHARS 104

/* Cards under each other, and in two columns where there is room, by turns to the left and to the right.
 * Columns end together. */
struct _AccordOverviewGrid
{
  GtkWidget parent_instance;

  GHashTable *whole;
};

G_DEFINE_FINAL_TYPE (AccordOverviewGrid, accord_overview_grid, GTK_TYPE_WIDGET)

static gboolean
is_wide (GtkWidget *widget, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width >= PAIR_CHARS * letter;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
first_width (int width)
{
  return (width - SPACING) * FIRST / WHOLE;
}

/* From @child on, the cards that stand in the two columns, by turns, until one that has a row to itself. */
typedef struct
{
  GtkWidget *last[2];
  int height[2];
  GtkWidget *next;
} Block;

static void
measure_block (AccordOverviewGrid *self, GtkWidget *child, int width, Block *block)
{
  int widths[2] = { first_width (width), width - SPACING - first_width (width) };
  int column = 0;

  *block = (Block){ 0 };
  for (; child != NULL && !g_hash_table_contains (self->whole, child);
       child = gtk_widget_get_next_sibling (child), column = 1 - column)
    {
      if (!gtk_widget_should_layout (child))
        continue;
      block->height[column] +=
          measure_height (child, widths[column]) + (block->height[column] > 0 ? SPACING : 0);
      block->last[column] = child;
    }
  block->next = next_shown (child);
}

static gboolean
is_block (AccordOverviewGrid *self, GtkWidget *child, int width)
{
  return is_wide (GTK_WIDGET (self), width) && !g_hash_table_contains (self->whole, child);
}

static GtkSizeRequestMode
accord_overview_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_width (GtkWidget *widget, int *minimum)
{
  int width = 0;

  *minimum = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      width = MAX (width, wanted);
    }
  return width;
}

static void
accord_overview_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordOverviewGrid *self = ACCORD_OVERVIEW_GRID (widget);
  int width = measure_width (widget, minimum), total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width;
      return;
    }
  if (for_size >= 0)
    width = for_size;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)), *next; child != NULL;
       child = next)
    {
      int height = 0;

      next = next_shown (gtk_widget_get_next_sibling (child));
      if (is_block (self, child, width))
        {
          Block block;

          measure_block (self, child, width, &block);
          height = MAX (block.height[0], block.height[1]);
          next = block.next;
        }
      else
        height = measure_height (child, width);
      total += height + (total > 0 ? SPACING : 0);
    }
  *minimum = *natural = total;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkWidget *within = gtk_widget_get_parent (child);
  gboolean rtl = gtk_widget_get_direction (within) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (
      child, &(GtkAllocation){ rtl ? gtk_widget_get_width (within) - x - width : x, y, width, height }, -1);
}

/* The last card of each column goes down to where the longer column ends. */
static int
place_block (AccordOverviewGrid *self, GtkWidget *child, int width, int y, GtkWidget **next)
{
  int widths[2] = { first_width (width), width - SPACING - first_width (width) };
  int starts[2] = { 0, widths[0] + SPACING };
  int tops[2] = { y, y };
  int column = 0, end;
  Block block;

  measure_block (self, child, width, &block);
  *next = block.next;
  end = y + MAX (block.height[0], block.height[1]);
  for (; child != NULL && !g_hash_table_contains (self->whole, child);
       child = gtk_widget_get_next_sibling (child), column = 1 - column)
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      height = child == block.last[column] ? end - tops[column] : measure_height (child, widths[column]);
      place (child, starts[column], tops[column], widths[column], height);
      tops[column] += height + SPACING;
    }
  return end;
}

static void
accord_overview_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordOverviewGrid *self = ACCORD_OVERVIEW_GRID (widget);
  int y = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)), *next; child != NULL;
       child = next)
    {
      int end;

      next = next_shown (gtk_widget_get_next_sibling (child));
      if (is_block (self, child, width))
        end = place_block (self, child, width, y, &next);
      else
        {
          end = y + measure_height (child, width);
          place (child, 0, y, width, end - y);
        }
      y = end + SPACING;
    }
}

static void
accord_overview_grid_dispose (GObject *object)
{
  AccordOverviewGrid *self = ACCORD_OVERVIEW_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->whole, g_hash_table_unref);

  G_OBJECT_CLASS (accord_overview_grid_parent_class)->dispose (object);
}

static void
accord_overview_grid_class_init (AccordOverviewGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_overview_grid_dispose;
  widget_class->get_request_mode = accord_overview_grid_get_request_mode;
  widget_class->measure = accord_overview_grid_measure;
  widget_class->size_allocate = accord_overview_grid_size_allocate;
}

static void
accord_overview_grid_init (AccordOverviewGrid *self)
{
  self->whole = g_hash_table_new (NULL, NULL);
}

/**
 * accord_overview_grid_new:
 *
 * Returns: (transfer floating): a grid without cards
 */
GtkWidget *
accord_overview_grid_new (void)
{
  return g_object_new (ACCORD_TYPE_OVERVIEW_GRID, NULL);
}

/**
 * accord_overview_grid_append:
 * @self: a grid
 * @child: a card
 * @whole: whether it always has a row to itself; else it stands in one of the columns
 *
 * Adds a card after the others.
 */
void
accord_overview_grid_append (AccordOverviewGrid *self, GtkWidget *child, gboolean whole)
{
  g_return_if_fail (ACCORD_IS_OVERVIEW_GRID (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  if (whole)
    g_hash_table_add (self->whole, child);
}
