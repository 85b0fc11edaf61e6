/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/row-cell.h"

#define GAP 6

/**
 * AccordRowCell:
 *
 * What stands in one cell of a list: a line of text, with a shape before it where it says how things stand;
 * or the two lines of a summary. Its width is given to it, never asked of the text: text that asks for room
 * would lay out the list anew for each row that comes into view.
 */
struct _AccordRowCell
{
  GtkWidget parent_instance;

  GtkListItem *item; /* which owns this */
  GtkWidget *text;
  GtkWidget *image; /* made when first needed, as are the next two */
  GtkWidget *figure;
  GtkWidget *words;

  const AccordStatus *status;
  guint figure_width;
  gboolean two_lines;
  gboolean missing;
};

G_DEFINE_FINAL_TYPE (AccordRowCell, accord_row_cell, GTK_TYPE_WIDGET)

static GtkWidget *
add_inscription (AccordRowCell *self, const char *style_class)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 1);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (inscription), 1);
  if (style_class != NULL)
    gtk_widget_add_css_class (inscription, style_class);
  gtk_widget_set_parent (inscription, GTK_WIDGET (self));
  return inscription;
}

static void
set_status (AccordRowCell *self, const AccordStatus *status)
{
  const char *style_classes[] = { status != NULL ? status->style_class : NULL, NULL };

  if (status == self->status)
    return;
  if (self->image == NULL)
    {
      self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->image, GTK_WIDGET (self));
    }
  if (status != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->image), status->icon_name);
      gtk_widget_set_css_classes (self->image, style_classes);
    }
  gtk_widget_set_child_visible (self->image, status != NULL);
  if ((status == NULL) != (self->status == NULL))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->status = status;
}

static void
set_missing (AccordRowCell *self, GtkWidget *text, gboolean missing)
{
  if (self->missing == missing)
    return;
  self->missing = missing;
  if (missing)
    gtk_widget_add_css_class (text, "missing");
  else
    gtk_widget_remove_css_class (text, "missing");
}

static void
set_two_lines (AccordRowCell *self, gboolean two_lines)
{
  if (self->two_lines == two_lines)
    return;
  self->two_lines = two_lines;
  if (two_lines && self->words == NULL)
    {
      self->figure = add_inscription (self, "row-figure");
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->figure), 1);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->figure), self->figure_width);
      self->words = add_inscription (self, "second-line");
    }
  gtk_widget_set_visible (self->figure, two_lines);
  gtk_widget_set_visible (self->words, two_lines);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
minimum_of (GtkWidget *widget, GtkOrientation orientation)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
accord_row_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordRowCell *self = ACCORD_ROW_CELL (widget);
  int size = minimum_of (self->text, orientation);

  if (orientation == GTK_ORIENTATION_VERTICAL && self->two_lines)
    size += minimum_of (self->words, orientation);
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    size = MAX (size, minimum_of (self->image, orientation));
  *minimum = *natural = size;
}

static void
allocate (GtkWidget *widget, int x, int y, int width, int height, int full_width)
{
  /* Right to left, everything is mirrored. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = full_width - x - width;
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, MAX (width, 1), height }, -1);
}

/* Text gets the height of its one line: with room for two it would stand too high once it is cut short. */
static void
allocate_with_image (AccordRowCell *self, GtkWidget *text, int y, int width, int height)
{
  int line = minimum_of (text, GTK_ORIENTATION_VERTICAL);
  int x = 0;

  if (self->status != NULL)
    {
      int size = minimum_of (self->image, GTK_ORIENTATION_HORIZONTAL);

      allocate (self->image, 0, y, size, height, width);
      x = size + GAP;
    }
  allocate (text, x, y + (height - line) / 2, width - x, line, width);
}

static void
accord_row_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordRowCell *self = ACCORD_ROW_CELL (widget);
  int first, second, figure = 0;

  if (!self->two_lines)
    {
      allocate_with_image (self, self->text, 0, width, height);
      return;
    }

  first = minimum_of (self->text, GTK_ORIENTATION_VERTICAL);
  second = minimum_of (self->words, GTK_ORIENTATION_VERTICAL);
  if (gtk_inscription_get_text (GTK_INSCRIPTION (self->figure)) != NULL)
    figure = MIN (minimum_of (self->figure, GTK_ORIENTATION_HORIZONTAL) + GAP, width / 2);
  allocate (self->text, 0, 0, width - figure, first, width);
  allocate (self->figure, width - figure, 0, figure, first, width);
  allocate_with_image (self, self->words, first, width, second);
}

static void
accord_row_cell_dispose (GObject *object)
{
  AccordRowCell *self = ACCORD_ROW_CELL (object);

  g_clear_weak_pointer (&self->item);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->figure, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_row_cell_parent_class)->dispose (object);
}

static void
accord_row_cell_class_init (AccordRowCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_row_cell_dispose;
  widget_class->measure = accord_row_cell_measure;
  widget_class->size_allocate = accord_row_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "rowcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
accord_row_cell_init (AccordRowCell *self)
{
  self->text = add_inscription (self, NULL);
  self->figure_width = 9;
}

/**
 * accord_row_cell_new:
 * @item: the list item that the cell is made for
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
accord_row_cell_new (GtkListItem *item)
{
  AccordRowCell *self = g_object_new (ACCORD_TYPE_ROW_CELL, NULL);

  g_set_weak_pointer (&self->item, item);
  return GTK_WIDGET (self);
}

/**
 * accord_row_cell_get_position:
 * @self: a cell
 *
 * Returns: which row it is in, or %GTK_INVALID_LIST_POSITION
 */
guint
accord_row_cell_get_position (AccordRowCell *self)
{
  g_return_val_if_fail (ACCORD_IS_ROW_CELL (self), GTK_INVALID_LIST_POSITION);

  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

/**
 * accord_row_cell_show_text:
 * @self: a cell
 * @text: (nullable): one line
 * @status: (nullable) (transfer none): the shape before it
 * @missing: whether @text stands for something that is not there
 */
void
accord_row_cell_show_text (AccordRowCell *self, const char *text, const AccordStatus *status,
                           gboolean missing)
{
  g_return_if_fail (ACCORD_IS_ROW_CELL (self));

  set_two_lines (self, FALSE);
  set_missing (self, self->text, missing);
  set_status (self, status);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
}

/**
 * accord_row_cell_show_summary:
 * @self: a cell
 * @summary: (nullable): two lines, or %NULL for two empty ones
 */
void
accord_row_cell_show_summary (AccordRowCell *self, const AccordRowSummary *summary)
{
  const AccordRowSummary nothing = { NULL };
  gboolean had_figure;

  g_return_if_fail (ACCORD_IS_ROW_CELL (self));

  if (summary == NULL)
    summary = &nothing;
  set_two_lines (self, TRUE);
  set_status (self, summary->status);
  had_figure = gtk_inscription_get_text (GTK_INSCRIPTION (self->figure)) != NULL;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), summary->title);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->figure), summary->figure);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->words), summary->words);
  if (had_figure != (summary->figure != NULL))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_row_cell_set_figure:
 * @self: a cell
 * @figure: whether its text is a figure, which stands at the end in tabular figures
 */
void
accord_row_cell_set_figure (AccordRowCell *self, gboolean figure)
{
  g_return_if_fail (ACCORD_IS_ROW_CELL (self));

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), figure ? 1 : 0);
  if (figure)
    gtk_widget_add_css_class (self->text, "tabular");
  else
    gtk_widget_remove_css_class (self->text, "tabular");
}

/**
 * accord_row_cell_set_figure_width:
 * @self: a cell
 * @n_chars: how much room the figure of a summary gets, in characters
 */
void
accord_row_cell_set_figure_width (AccordRowCell *self, guint n_chars)
{
  g_return_if_fail (ACCORD_IS_ROW_CELL (self));

  self->figure_width = n_chars;
  if (self->figure != NULL)
    gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->figure), n_chars);
}
