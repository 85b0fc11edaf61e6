/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/figures-grid.h"

#define HAIRLINE 1
/* About 120 px where the text is of the usual size, and as much more where it is bigger. */
#define CELL_CHARS 15

/* Cells of one width in rows that are all full, with a hairline from edge to edge wherever two of them meet.
 */
struct _AccordFiguresGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AccordFiguresGrid, accord_figures_grid, GTK_TYPE_WIDGET)

static int
count_cells (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    n++;
  return n;
}

/* The least width that a cell is given beside others. */
static int
find_cell_width (GtkWidget *widget, int *minimum)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int chars = PANGO_PIXELS_CEIL (CELL_CHARS * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  *minimum = 0;
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int needed;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      *minimum = MAX (*minimum, needed);
    }
  return MAX (*minimum, chars);
}

static int
columns_in (GtkWidget *widget, int width)
{
  int minimum;

  return accord_figures_grid_columns (count_cells (widget), width, find_cell_width (widget, &minimum));
}

/* Where a column begins, so that all the width is given out to the pixel. */
static int
column_start (int width, int columns, int column)
{
  return width * column / columns;
}

/* How high the row is that begins with @cell; *@next is the first cell of the next row. */
static int
measure_row (GtkWidget *cell, int width, int columns, GtkWidget **next)
{
  int height = 0;

  for (int i = 0; i < columns && cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_width = column_start (width, columns, i + 1) - column_start (width, columns, i);
      int cell_height;

      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, cell_width, &cell_height, NULL, NULL, NULL);
      height = MAX (height, cell_height);
    }
  *next = cell;
  return height;
}

static GtkSizeRequestMode
accord_figures_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_figures_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  int least;
  int full = count_cells (widget) * find_cell_width (widget, &least);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = full;
      return;
    }
  if (for_size < 0)
    for_size = full;
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;)
    height += measure_row (cell, for_size, columns_in (widget, for_size), &cell);
  *minimum = *natural = height;
}

static void
accord_figures_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = columns_in (widget, width);
  int y = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget), *next; cell != NULL; cell = next)
    {
      int row = measure_row (cell, width, columns, &next);

      for (int i = 0; cell != next; i++, cell = gtk_widget_get_next_sibling (cell))
        {
          int start = column_start (width, columns, i);
          int end = column_start (width, columns, i + 1);

          gtk_widget_size_allocate (cell, &(GtkAllocation){ rtl ? width - end : start, y, end - start, row },
                                    -1);
        }
      y += row;
    }
}

static void
accord_figures_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int columns = columns_in (widget, width);
  GdkRGBA line;
  int i = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  for (int column = 1; column < columns; column++)
    gtk_snapshot_append_color (
        snapshot, &line, &GRAPHENE_RECT_INIT (column_start (width, columns, column), 0, HAIRLINE, height));
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      graphene_rect_t place;

      if (i > 0 && i % columns == 0 && gtk_widget_compute_bounds (cell, widget, &place))
        gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, place.origin.y, width, HAIRLINE));
    }

  GTK_WIDGET_CLASS (accord_figures_grid_parent_class)->snapshot (widget, snapshot);
}

static void
accord_figures_grid_dispose (GObject *object)
{
  accord_figures_grid_clear (ACCORD_FIGURES_GRID (object));

  G_OBJECT_CLASS (accord_figures_grid_parent_class)->dispose (object);
}

static void
accord_figures_grid_class_init (AccordFiguresGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_figures_grid_dispose;
  widget_class->get_request_mode = accord_figures_grid_get_request_mode;
  widget_class->measure = accord_figures_grid_measure;
  widget_class->size_allocate = accord_figures_grid_size_allocate;
  widget_class->snapshot = accord_figures_grid_snapshot;
  gtk_widget_class_set_css_name (widget_class, "figuresgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_figures_grid_init (AccordFiguresGrid *self)
{
}

/**
 * accord_figures_grid_new:
 *
 * Returns: (transfer floating): a grid with no cells
 */
GtkWidget *
accord_figures_grid_new (void)
{
  return g_object_new (ACCORD_TYPE_FIGURES_GRID, NULL);
}

/**
 * accord_figures_grid_append:
 * @self: a grid
 * @cell: (transfer floating): a widget
 *
 * Adds a cell after the others.
 */
void
accord_figures_grid_append (AccordFiguresGrid *self, GtkWidget *cell)
{
  g_return_if_fail (ACCORD_IS_FIGURES_GRID (self));

  gtk_widget_insert_before (cell, GTK_WIDGET (self), NULL);
}

/**
 * accord_figures_grid_clear:
 * @self: a grid
 *
 * Takes all cells away.
 */
void
accord_figures_grid_clear (AccordFiguresGrid *self)
{
  GtkWidget *cell;

  g_return_if_fail (ACCORD_IS_FIGURES_GRID (self));

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (cell);
}

/**
 * accord_figures_grid_columns:
 * @n_cells: how many cells there are
 * @width: how wide the grid is, in pixels
 * @cell_width: the least width of a cell, in pixels
 *
 * Returns: in how many columns they stand: as many as fit, but so that no row has an empty place
 */
int
accord_figures_grid_columns (int n_cells, int width, int cell_width)
{
  for (int columns = n_cells; columns > 1; columns--)
    if (n_cells % columns == 0 && columns * cell_width <= width)
      return columns;
  return 1;
}
