/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-sizes.h"

/* In letters, so that all grows with the size of text. */
#define COLUMN_CHARS 22
#define MOST_COLUMN_CHARS 30
#define SIDE_CHARS 27
#define LEAST_SIDE_CHARS 15
/* So many bodies are to be seen beside the names of cases, also in a narrow window. */
#define LEAST_COLUMNS 2

static int
char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static int
measure (AccordMatrixField *prototype, const AccordMatrixRow *row, const AccordMatrixColumn *column,
         int width)
{
  int height;

  accord_matrix_field_show (prototype, row, column);
  gtk_widget_measure (GTK_WIDGET (prototype), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* Most fields are as high as one that was measured before: of thousands a few dozen are measured. */
static int
measure_field (AccordMatrixField *prototype, GHashTable *known, const AccordMatrixRow *row,
               const AccordMatrixColumn *column, int width)
{
  g_autofree char *shape = accord_matrix_field_dup_shape (row, column);
  gpointer height;

  if (shape == NULL)
    return 0;
  if (!g_hash_table_lookup_extended (known, shape, NULL, &height))
    {
      height = GINT_TO_POINTER (measure (prototype, row, column, width));
      g_hash_table_insert (known, g_steal_pointer (&shape), height);
    }
  return GPOINTER_TO_INT (height);
}

/**
 * accord_matrix_sizes_measure:
 * @self: sizes
 * @matrix: a matrix
 * @prototype: a field that is in the window, to be tried
 * @width: how much room there is, in pixels, or 0 where nobody knows yet
 *
 * Finds sizes in which no word of @matrix is cut.
 */
void
accord_matrix_sizes_measure (AccordMatrixSizes *self, const AccordMatrix *matrix,
                             AccordMatrixField *prototype, int width)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int letter = char_width (GTK_WIDGET (prototype)), n_columns = (int) matrix->columns->len, top = 0;

  self->column_width = COLUMN_CHARS * letter;
  self->side_width = SIDE_CHARS * letter;
  if (width > 0)
    self->side_width = CLAMP (width - MIN (n_columns, LEAST_COLUMNS) * self->column_width,
                              LEAST_SIDE_CHARS * letter, self->side_width);
  self->natural_width = SIDE_CHARS * letter + n_columns * MOST_COLUMN_CHARS * letter;
  /* Room that is left over goes to the columns. */
  if (width > 0 && n_columns > 0)
    self->column_width =
        CLAMP ((width - self->side_width) / n_columns, self->column_width, MOST_COLUMN_CHARS * letter);
  self->top_height = 0;
  for (guint i = 0; i < matrix->columns->len; i++)
    self->top_height =
        MAX (self->top_height, measure (prototype, NULL, matrix->columns->pdata[i], self->column_width));
  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const AccordMatrixRow *row = matrix->rows->pdata[i];
      int height = measure (prototype, row, NULL, self->side_width);

      for (guint j = 0; j < matrix->columns->len; j++)
        height = MAX (height,
                      measure_field (prototype, known, row, matrix->columns->pdata[j], self->column_width));
      g_array_append_val (self->tops, top);
      top += height;
    }
  g_array_append_val (self->tops, top);
}

/**
 * accord_matrix_sizes_find_row:
 * @self: sizes
 * @y: a place, in pixels below the first row's top
 *
 * Returns: the row there, or the nearest
 */
guint
accord_matrix_sizes_find_row (const AccordMatrixSizes *self, double y)
{
  guint first = 0, last = self->tops->len > 1 ? self->tops->len - 2 : 0;

  while (first < last)
    {
      guint middle = (first + last + 1) / 2;

      if (g_array_index (self->tops, int, middle) <= y)
        first = middle;
      else
        last = middle - 1;
    }
  return first;
}

/**
 * accord_matrix_sizes_get_height:
 * @self: sizes
 *
 * Returns: how high all rows are together
 */
int
accord_matrix_sizes_get_height (const AccordMatrixSizes *self)
{
  return self->tops->len > 0 ? g_array_index (self->tops, int, self->tops->len - 1) : 0;
}
