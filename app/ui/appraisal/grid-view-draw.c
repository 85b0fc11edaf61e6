/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-view-private.h"

#include <glib/gi18n-lib.h>

/* Drawing the cells that are in sight. */

/* Of so many rows the widths of columns are measured at once; further ones widen them when they come in
 * sight. */
#define MEASURED_ROWS 100
/* The first column names the rows. */
#define N_FROZEN 1
/* What does not scroll leaves most of the room to what does. */
#define FROZEN_PART 0.45
#define MARK 7
#define LEAD 9
/* About what is in sight, several times over. */
#define MOST_LAID 4096
/* Words that are longer are cut short. */
#define MOST_CHARS 36

typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA line;
  GdkRGBA card;
  GdkRGBA ground;
  GdkRGBA selection;
  GdkRGBA accent;
  GdkRGBA fault;
  GdkRGBA fault_ground;
} Colours;

static void
look_up (AccordGridView *self, const char *name, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}

static void
look_up_all (AccordGridView *self, Colours *colours)
{
  look_up (self, "accord_text", &colours->text);
  look_up (self, "accord_dim", &colours->dim);
  look_up (self, "accord_line", &colours->line);
  look_up (self, "accord_card", &colours->card);
  look_up (self, "accord_list", &colours->ground);
  look_up (self, "accord_selection", &colours->selection);
  look_up (self, "accord_link", &colours->accent);
  look_up (self, "accord_overdue_fg", &colours->fault);
  look_up (self, "accord_overdue_bg", &colours->fault_ground);
}

/* --- Sizes. */

static PangoLayout *
make_layout (AccordGridView *self, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
measure_fonts (AccordGridView *self)
{
  int width, height;

  self->words = make_layout (self, FALSE);
  self->heads = make_layout (self, TRUE);
  pango_layout_set_text (self->words, "0", -1);
  pango_layout_get_pixel_size (self->words, &width, &height);
  self->digit = MAX (1, width);
  self->padding = self->digit;
  self->layout.row_height = height + MAX (8, height * 2 / 3);
  self->layout.head_height = self->layout.row_height;
}

void
accord_grid_view_drop_fonts (AccordGridView *self)
{
  g_clear_object (&self->words);
  g_clear_object (&self->heads);
  g_clear_pointer (&self->laid, g_hash_table_unref);
}

static int
text_width (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
column_width (AccordGridView *self, guint index)
{
  AccordGridColumn column;
  g_autofree char *foot = accord_grid_model_dup_foot (self->model, index);
  guint n_rows = MIN (accord_grid_model_get_n_rows (self->model), MEASURED_ROWS);
  int width;

  accord_grid_model_get_column (self->model, index, &column);
  width = MAX ((int) column.chars * self->digit, text_width (self->heads, column.title));
  if (foot != NULL)
    width = MAX (width, text_width (self->heads, foot));
  /* Words that somebody types are of any length; those that are only read are not. */
  if (column.kind != ACCORD_GRID_FIGURE && column.kind != ACCORD_GRID_WORKED_OUT
      && accord_grid_model_get_may_change (self->model))
    return width + 2 * self->padding + (index == 0 ? LEAD : 0);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = accord_grid_model_dup_text (self->model, i, index);

      /* Digits are all as wide as each other, and nothing in a figure is wider. */
      if (text != NULL && (int) g_utf8_strlen (text, -1) * self->digit > width)
        width = MAX (width, MIN (text_width (self->words, text), MOST_CHARS * self->digit));
    }
  return width + 2 * self->padding + (index == 0 ? LEAD : 0);
}

/* Where there is room to spare, the names of rows have it. */
static void
share_room (AccordGridView *self, int *widths, guint n_columns, guint n_frozen)
{
  int total = 0, frozen = 0, most = (int) (self->layout.width * FROZEN_PART);

  for (guint i = 0; i < n_columns; i++)
    {
      total += widths[i];
      frozen += i < n_frozen ? widths[i] : 0;
    }
  if (self->layout.width <= 0 || n_columns == 0)
    return;
  if (total < self->layout.width)
    widths[0] += self->layout.width - total;
  else if (frozen > most && n_frozen > 0)
    widths[0] = MAX (6 * self->digit, widths[0] - (frozen - most));
}

void
accord_grid_view_measure_columns (AccordGridView *self)
{
  AccordGridExtent extent = accord_grid_view_get_extent (self);
  g_autofree int *widths = g_new0 (int, extent.n_columns + 1);
  gboolean foot = FALSE;

  if (self->words == NULL)
    measure_fonts (self);
  if (self->model == NULL)
    return;
  for (guint i = 0; i < extent.n_columns; i++)
    {
      g_autofree char *text = accord_grid_model_dup_foot (self->model, i);

      foot |= text != NULL;
      widths[i] = column_width (self, i);
    }
  share_room (self, widths, extent.n_columns, N_FROZEN);
  accord_grid_layout_set_widths (&self->layout, widths, extent.n_columns, N_FROZEN);
  self->layout.n_rows = extent.n_rows;
  self->layout.foot_height = foot ? self->layout.row_height : 0;
  if (accord_grid_layout_get_total_height (&self->layout) == self->content_height)
    return;
  self->content_height = accord_grid_layout_get_total_height (&self->layout);
  g_object_notify (G_OBJECT (self), "content-height");
}

/* --- Cells. */

static gboolean
is_right (AccordGridKind kind)
{
  return kind == ACCORD_GRID_FIGURE || kind == ACCORD_GRID_WORKED_OUT;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double y, double width, double height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* A text that was laid out: most of what is drawn was drawn a moment ago. */
typedef struct
{
  PangoLayout *layout;
  int width;
  int height;
} Laid;

static void
laid_free (gpointer data)
{
  Laid *laid = data;

  g_object_unref (laid->layout);
  g_free (laid);
}

static const Laid *
lay_out (AccordGridView *self, PangoLayout *like, const char *text, int room)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", like == self->heads, room, text);
  Laid *laid;

  if (self->laid == NULL)
    self->laid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, laid_free);
  laid = g_hash_table_lookup (self->laid, key);
  if (laid != NULL)
    return laid;
  if (g_hash_table_size (self->laid) >= MOST_LAID)
    g_hash_table_remove_all (self->laid);
  laid = g_new0 (Laid, 1);
  laid->layout = pango_layout_copy (like);
  pango_layout_set_text (laid->layout, text, -1);
  pango_layout_set_ellipsize (laid->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (laid->layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (laid->layout, &laid->width, &laid->height);
  g_hash_table_insert (self->laid, g_steal_pointer (&key), laid);
  return laid;
}

static void
draw_text (AccordGridView *self, GtkSnapshot *snapshot, PangoLayout *like, const char *text,
           const AccordGridBox *box, gboolean right, const GdkRGBA *colour)
{
  /* The first column begins where the heads of cards do. */
  int lead = box->x == 0 && !right ? LEAD : 0;
  int room = MAX (0, box->width - 2 * self->padding - lead);
  const Laid *laid = lay_out (self, like, text, room);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (box->x + lead + self->padding
                                                              + (right ? MAX (0, room - laid->width) : 0),
                                                          box->y + (box->height - laid->height) / 2));
  gtk_snapshot_append_layout (snapshot, laid->layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* A figure that is cut short would be another figure: the column widens instead, from the next frame on. */
static void
make_room (AccordGridView *self, guint column, const char *text, const AccordGridBox *box)
{
  int width;

  if ((int) g_utf8_strlen (text, -1) * self->digit <= box->width - 2 * self->padding)
    return;
  width = text_width (self->words, text) + 2 * self->padding;
  if (width > box->width)
    accord_grid_view_widen (self, column, width);
}

static void
draw_fault (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, const AccordGridBox *box)
{
  cairo_t *cairo;

  fill (snapshot, &colours->fault_ground, box->x, box->y, box->width - 1, box->height - 1);
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (box->x + box->width - 1 - MARK, box->y, MARK, MARK));
  gdk_cairo_set_source_rgba (cairo, &colours->fault);
  cairo_move_to (cairo, box->x + box->width - 1 - MARK, box->y);
  cairo_line_to (cairo, box->x + box->width - 1, box->y);
  cairo_line_to (cairo, box->x + box->width - 1, box->y + MARK);
  cairo_fill (cairo);
  cairo_destroy (cairo);
}

static void
draw_new_row (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, guint column,
              const AccordGridBox *box)
{
  if (column == 0)
    draw_text (self, snapshot, self->words, self->new_row, box, FALSE, &colours->dim);
}

static void
draw_cell (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, guint row, guint column)
{
  AccordGridBox box = accord_grid_layout_get_cell (&self->layout, row, column);
  AccordGridRange range = accord_grid_selection_get_range (&self->selection);
  const AccordGridFault *fault =
      accord_grid_faults_find (self->faults, accord_grid_view_get_key (self, row), column);
  AccordGridColumn described;
  g_autofree char *text = NULL;
  gboolean right;

  accord_grid_model_get_column (self->model, column, &described);
  right = is_right (described.kind);
  if (range.n_rows * range.n_columns > 1 && accord_grid_range_has (&range, row, column))
    fill (snapshot, &colours->selection, box.x, box.y, box.width, box.height);
  if (fault != NULL)
    {
      draw_fault (self, snapshot, colours, &box);
      draw_text (self, snapshot, self->words, fault->typed, &box, right, &colours->fault);
      return;
    }
  if (row >= accord_grid_model_get_n_rows (self->model))
    {
      draw_new_row (self, snapshot, colours, column, &box);
      return;
    }
  text = accord_grid_model_dup_text (self->model, row, column);
  if (right && text != NULL)
    make_room (self, column, text, &box);
  draw_text (self, snapshot, column == 0 ? self->heads : self->words, text != NULL ? text : "–", &box, right,
             text == NULL || (described.kind == ACCORD_GRID_WORKED_OUT && self->typed) ? &colours->dim
                                                                                       : &colours->text);
}

static void
draw_columns (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, guint first, guint end)
{
  guint first_row, end_row;

  accord_grid_layout_get_rows (&self->layout, &first_row, &end_row);
  for (guint i = first_row; i < end_row; i++)
    for (guint j = first; j < end; j++)
      draw_cell (self, snapshot, colours, i, j);
}

static void
draw_band (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, guint first, guint end,
           gboolean foot)
{
  int y = foot ? accord_grid_layout_get_foot (&self->layout) : 0;
  int height = foot ? self->layout.foot_height : self->layout.head_height;

  for (guint i = first; i < end; i++)
    {
      AccordGridBox box = accord_grid_layout_get_cell (&self->layout, 0, i);
      g_autofree char *text = foot ? accord_grid_model_dup_foot (self->model, i) : NULL;
      AccordGridColumn column;

      accord_grid_model_get_column (self->model, i, &column);
      box.y = y;
      box.height = height;
      if (!foot)
        draw_text (self, snapshot, self->heads, column.title, &box, is_right (column.kind), &colours->dim);
      else if (text != NULL)
        {
          make_room (self, i, text, &box);
          draw_text (self, snapshot, self->heads, text, &box, is_right (column.kind), &colours->text);
        }
    }
}

/* --- The whole. */

static void
draw_lines (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours)
{
  const AccordGridLayout *layout = &self->layout;
  int width = MIN (layout->width, accord_grid_layout_get_total_width (layout));
  guint first, end;

  accord_grid_layout_get_rows (layout, &first, &end);
  for (guint i = first; i < end; i++)
    {
      AccordGridBox box = accord_grid_layout_get_cell (layout, i, 0);

      fill (snapshot, &colours->line, 0, box.y + box.height - 1, width, 1);
    }
}

static void
draw_bands (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, guint first, guint end)
{
  const AccordGridLayout *layout = &self->layout;
  int foot = accord_grid_layout_get_foot (layout);

  fill (snapshot, &colours->ground, 0, 0, layout->width, layout->head_height);
  fill (snapshot, &colours->line, 0, layout->head_height - 1, layout->width, 1);
  draw_band (self, snapshot, colours, first, end, FALSE);
  if (layout->foot_height == 0)
    return;
  fill (snapshot, &colours->ground, 0, foot, layout->width, layout->foot_height);
  fill (snapshot, &colours->line, 0, foot, layout->width, 1);
  draw_band (self, snapshot, colours, first, end, TRUE);
}

static void
draw_ring (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  const GdkRGBA *colour = focused ? &colours->accent : &colours->line;
  AccordGridBox box;
  float width = 2;

  if (self->selection.row >= self->layout.n_rows || self->selection.column >= self->layout.widths->len
      || !focused)
    return;
  box = accord_grid_layout_get_cell (&self->layout, self->selection.row, self->selection.column);
  gtk_snapshot_append_border (snapshot, &GSK_ROUNDED_RECT_INIT (box.x, box.y - 1, box.width, box.height + 1),
                              (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

static void
draw_part (AccordGridView *self, GtkSnapshot *snapshot, const Colours *colours, gboolean frozen)
{
  const AccordGridLayout *layout = &self->layout;
  int left = accord_grid_layout_get_frozen_width (layout);
  int end_y = accord_grid_layout_get_foot (layout);
  gboolean ring = (self->selection.column < layout->n_frozen) == frozen;
  int x = frozen ? 0 : left, width = frozen ? left : layout->width - left;
  guint first = 0, end = layout->n_frozen;

  if (!frozen)
    accord_grid_layout_get_columns (layout, &first, &end);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, 0, MAX (0, width), layout->height));
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (x, layout->head_height, MAX (0, width), end_y - layout->head_height));
  draw_lines (self, snapshot, colours);
  draw_columns (self, snapshot, colours, first, end);
  gtk_snapshot_pop (snapshot);
  draw_bands (self, snapshot, colours, first, end);
  if (ring)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, layout->head_height - 1, MAX (0, width),
                                                             end_y - layout->head_height + 2));
      draw_ring (self, snapshot, colours);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

void
accord_grid_view_draw (AccordGridView *self, GtkSnapshot *snapshot)
{
  int frozen = accord_grid_layout_get_frozen_width (&self->layout);
  Colours colours;

  if (self->words == NULL)
    accord_grid_view_measure_columns (self);
  look_up_all (self, &colours);
  self->typed = accord_grid_model_get_may_change (self->model);
  fill (snapshot, &colours.card, 0, 0, self->layout.width, self->layout.height);
  draw_part (self, snapshot, &colours, FALSE);
  draw_part (self, snapshot, &colours, TRUE);
  if (self->layout.x > 0)
    fill (snapshot, &colours.line, frozen - 1, 0, 1,
          MIN (self->layout.height, accord_grid_layout_get_foot (&self->layout) + self->layout.foot_height));
}
