/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/table-row.h"

#include <math.h>

#define SPACING 12
#define STACKED_SPACING 1
/* In widths of a letter: narrower than this, the cells of a row stand under each other. */
#define NARROW_CHARS 62

/* One row of a small table: its cells beside each other in shares of the width or, where that is narrow,
 * under each other; then the row of headings takes no room. */
struct _AccordTableRow
{
  GtkWidget parent_instance;

  const AccordTableColumn *columns;
  guint n_columns;
  guint shown;
  gboolean heading;
  GPtrArray *cells;
};

G_DEFINE_FINAL_TYPE (AccordTableRow, accord_table_row, GTK_TYPE_WIDGET)

static GtkWidget *
get_cell (AccordTableRow *self, guint column)
{
  return self->shown & (1u << column) ? self->cells->pdata[column] : NULL;
}

static gboolean
is_narrow (AccordTableRow *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double letter = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width < NARROW_CHARS * letter;
}

static double
sum_weights (AccordTableRow *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (get_cell (self, i) != NULL)
      sum += self->columns[i].weight;
  return sum;
}

/* Where the column that begins at @at ends. */
static int
column_width (AccordTableRow *self, guint column, int width)
{
  int n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n += get_cell (self, i) != NULL;
  return (int) floor ((width - (n - 1) * SPACING) * self->columns[column].weight / sum_weights (self));
}

static int
cell_height (GtkWidget *cell, int width)
{
  int height;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static int
measure_height (AccordTableRow *self, int width)
{
  gboolean narrow = is_narrow (self, width);
  int height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = get_cell (self, i);

      if (cell == NULL || (narrow && (self->heading || !gtk_widget_get_visible (cell))))
        continue;
      if (narrow)
        height += cell_height (cell, width) + (height > 0 ? STACKED_SPACING : 0);
      else
        height = MAX (height, cell_height (cell, column_width (self, i, width)));
    }
  return height;
}

static void
accord_table_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordTableRow *self = ACCORD_TABLE_ROW (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size > 0 ? for_size : 600);
      return;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = get_cell (self, i);
      int least, most;

      if (cell == NULL)
        continue;
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, self->heading ? 0 : least);
      *natural += most + SPACING;
    }
  *natural = MAX (*minimum, *natural);
}

static GtkSizeRequestMode
accord_table_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
allocate_stacked (AccordTableRow *self, int width)
{
  int y = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = get_cell (self, i);
      int height;

      if (cell == NULL || !gtk_widget_get_visible (cell))
        continue;
      gtk_widget_set_child_visible (cell, !self->heading);
      height = cell_height (cell, width);
      gtk_widget_size_allocate (cell, &(GtkAllocation){ 0, y, width, height }, -1);
      y += height + STACKED_SPACING;
    }
}

static void
allocate_beside (AccordTableRow *self, int width)
{
  int x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = get_cell (self, i);
      int own = cell != NULL ? column_width (self, i, width) : 0;
      int least, most, taken;

      if (cell == NULL)
        continue;
      if (gtk_widget_get_visible (cell))
        {
          gtk_widget_set_child_visible (cell, TRUE);
          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
          taken = self->columns[i].end ? CLAMP (most, least, MAX (own, least)) : MAX (own, least);
          gtk_widget_size_allocate (cell,
                                    &(GtkAllocation){ self->columns[i].end ? x + own - taken : x, 0, taken,
                                                      cell_height (cell, taken) },
                                    -1);
        }
      x += own + SPACING;
    }
}

static void
accord_table_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordTableRow *self = ACCORD_TABLE_ROW (widget);

  if (is_narrow (self, width))
    allocate_stacked (self, width);
  else
    allocate_beside (self, width);
}

static void
accord_table_row_dispose (GObject *object)
{
  AccordTableRow *self = ACCORD_TABLE_ROW (object);

  for (guint i = 0; i < self->cells->len; i++)
    g_clear_pointer ((GtkWidget **) &self->cells->pdata[i], gtk_widget_unparent);

  G_OBJECT_CLASS (accord_table_row_parent_class)->dispose (object);
}

static void
accord_table_row_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_TABLE_ROW (object)->cells);

  G_OBJECT_CLASS (accord_table_row_parent_class)->finalize (object);
}

static void
accord_table_row_class_init (AccordTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_table_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_table_row_finalize;
  widget_class->measure = accord_table_row_measure;
  widget_class->get_request_mode = accord_table_row_get_request_mode;
  widget_class->size_allocate = accord_table_row_size_allocate;
}

static void
accord_table_row_init (AccordTableRow *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * accord_table_row_new:
 * @columns: (array length=n_columns): the columns, which outlive the row
 * @n_columns: how many, at most 32
 * @heading: whether it is the row of headings
 *
 * Returns: (transfer floating): a row without cells
 */
GtkWidget *
accord_table_row_new (const AccordTableColumn *columns, guint n_columns, gboolean heading)
{
  AccordTableRow *self = g_object_new (ACCORD_TYPE_TABLE_ROW, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->heading = heading;
  g_ptr_array_set_size (self->cells, (int) n_columns);
  return GTK_WIDGET (self);
}

/**
 * accord_table_row_set_cell:
 * @self: a row
 * @column: which column
 * @cell: (transfer floating): what stands there
 *
 * Fills a column.
 */
void
accord_table_row_set_cell (AccordTableRow *self, guint column, GtkWidget *cell)
{
  g_return_if_fail (ACCORD_IS_TABLE_ROW (self));
  g_return_if_fail (column < self->n_columns && self->cells->pdata[column] == NULL);

  self->cells->pdata[column] = cell;
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  self->shown |= 1u << column;
}

/**
 * accord_table_row_set_shown:
 * @self: a row
 * @shown: a bit for each column that is shown
 *
 * Leaves columns out.
 */
void
accord_table_row_set_shown (AccordTableRow *self, guint shown)
{
  g_return_if_fail (ACCORD_IS_TABLE_ROW (self));

  self->shown = 0;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->cells->pdata[i] != NULL)
      {
        gtk_widget_set_child_visible (self->cells->pdata[i], (shown & (1u << i)) != 0);
        self->shown |= shown & (1u << i);
      }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
