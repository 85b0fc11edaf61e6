/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-grid.h"

#define SPACING 18
/* Of two side by side the first has four parts in seven, as it says more. */
#define FIRST 4
#define WHOLE 7
/* Two stand side by side where each has about so many letters. */
#define PAIR_CHARS 104

/* So many cards are tried in every way; no page has more of them side by side. */
#define MOST_CARDS 8
/* A card may be so much higher than what it says, so that columns end together; more would be a hole. */
#define MOST_STRETCH 96

/* Cards under each other, and where there is room in two columns, which end as nearly together as they can.
 */
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

/* From @cards on, those that stand in two columns until one that has a row to itself: which column each of
 * them is in, as a bit, and how high the columns are. */
typedef struct
{
  GtkWidget *cards[MOST_CARDS];
  int heights[MOST_CARDS][2];
  guint n_cards;
  guint right;
  int height[2];
  GtkWidget *next;
} Block;

static gboolean
is_right (const Block *block, guint card)
{
  return (block->right >> card) & 1;
}

static void
add_up (Block *block)
{
  block->height[0] = block->height[1] = 0;
  for (guint i = 0; i < block->n_cards; i++)
    {
      guint column = is_right (block, i);

      block->height[column] += block->heights[i][column] + (block->height[column] > 0 ? SPACING : 0);
    }
}

/* The first card stays on the left, and the second beside it, as they matter most; of all ways to place the
 * others, one that ends soon and with the columns together. */
static void
place_cards (Block *block)
{
  guint best = 0;
  int least = G_MAXINT, cost;

  for (guint right = 2; right < 1u << block->n_cards; right++)
    {
      if ((right & 3) != 2)
        continue;
      block->right = right;
      add_up (block);
      cost = MAX (block->height[0], block->height[1]) + ABS (block->height[0] - block->height[1]);
      if (cost >= least)
        continue;
      least = cost;
      best = right;
    }
  block->right = best;
  add_up (block);
}

static void
measure_block (AccordOverviewGrid *self, GtkWidget *child, int width, Block *block)
{
  int widths[2] = { first_width (width), width - SPACING - first_width (width) };

  *block = (Block){ 0 };
  for (; child != NULL && !g_hash_table_contains (self->whole, child) && block->n_cards < MOST_CARDS;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      block->cards[block->n_cards] = child;
      for (guint column = 0; column < 2; column++)
        block->heights[block->n_cards][column] = measure_height (child, widths[column]);
      block->n_cards++;
    }
  place_cards (block);
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

/* The last card of the shorter column goes down to where the longer one ends, if that is not far. */
static int
place_block (AccordOverviewGrid *self, GtkWidget *child, int width, int y, GtkWidget **next)
{
  int widths[2] = { first_width (width), width - SPACING - first_width (width) };
  int starts[2] = { 0, widths[0] + SPACING };
  int tops[2] = { y, y };
  guint last[2] = { 0 };
  int end;
  Block block;

  measure_block (self, child, width, &block);
  *next = block.next;
  end = MAX (block.height[0], block.height[1]);
  for (guint i = 0; i < block.n_cards; i++)
    last[is_right (&block, i)] = i;
  for (guint i = 0; i < block.n_cards; i++)
    {
      guint column = is_right (&block, i);
      int height = block.heights[i][column];
      int missing = end - block.height[column];

      if (i == last[column] && missing <= MOST_STRETCH)
        height += missing;
      place (block.cards[i], starts[column], tops[column], widths[column], height);
      tops[column] += height + SPACING;
    }
  return y + end;
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
