/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing.h"

#include "go.h"

#include <adwaita.h>

/* Eleven points at 96 dots an inch, the usual text, is scale 1. */
#define USUAL_FONT_PIXELS 14.667
#define HATCH_PITCH 5.0

/*
 * A picture drawn with cairo. Its marks are real buttons that lie over it, see-through: so the keyboard, the
 * tooltip and a screen reader reach what a pointer does, which a bare drawing cannot offer in GTK 4.8.
 */
typedef struct
{
  GPtrArray *marks;
  GPtrArray *buttons;
  guint n_used;
  int minimum_width;
  int arranged_width;
  int arranged_height;
  gboolean changed;
} AccordDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordDrawing, accord_drawing, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((AccordDrawingPrivate *) accord_drawing_get_instance_private (self))

static const char *const colour_names[] = {
  "accord_text",     "accord_dim",        "accord_line",        "accord_card",     "accord_page",
  "accord_open_fg",  "accord_overdue_fg", "accord_accepted_fg", "accord_series_1", "accord_series_2",
  "accord_series_3", "accord_series_4",   "accord_series_5",    "accord_series_6",
};

static void
mark_free (gpointer data)
{
  AccordMark *mark = data;

  g_free (mark->label);
  g_clear_pointer (&mark->rows, accord_query_unref);
  g_free (mark);
}

static void
accord_drawing_open (AccordDrawing *self, guint index)
{
  const AccordMark *mark = accord_drawing_get_mark (self, index);

  if (mark->kind != NULL)
    accord_go_to_record (GTK_WIDGET (self), mark->kind, mark->id);
  else if (mark->rows != NULL)
    accord_go_to_list (GTK_WIDGET (self), mark->rows);
}

static void
on_mark_clicked (GtkWidget *button, AccordDrawing *self)
{
  AccordDrawingPrivate *priv = PRIVATE (self);
  guint index;

  if (g_ptr_array_find (priv->buttons, button, &index) && index < priv->marks->len)
    ACCORD_DRAWING_GET_CLASS (self)->open (self, index);
}

static GtkWidget *
make_button (AccordDrawing *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "mark");
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_mark_clicked), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
update_button (GtkWidget *button, const AccordMark *mark)
{
  gtk_widget_set_tooltip_text (button, mark->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->label, -1);
}

/* Buttons are kept from one arrangement to the next: the one that has the focus stays what it is. */
static void
settle_buttons (AccordDrawing *self)
{
  AccordDrawingPrivate *priv = PRIVATE (self);

  while (priv->buttons->len < priv->marks->len)
    g_ptr_array_add (priv->buttons, make_button (self));
  for (guint i = 0; i < priv->marks->len; i++)
    update_button (priv->buttons->pdata[i], priv->marks->pdata[i]);
  while (priv->buttons->len > priv->marks->len)
    {
      gtk_widget_unparent (priv->buttons->pdata[priv->buttons->len - 1]);
      g_ptr_array_remove_index (priv->buttons, priv->buttons->len - 1);
    }
}

static void
arrange (AccordDrawing *self, int width, int height)
{
  AccordDrawingPrivate *priv = PRIVATE (self);

  if (!priv->changed && width == priv->arranged_width && height == priv->arranged_height)
    return;
  priv->changed = FALSE;
  priv->arranged_width = width;
  priv->arranged_height = height;
  g_ptr_array_set_size (priv->marks, 0);
  ACCORD_DRAWING_GET_CLASS (self)->arrange (self, width, height);
  settle_buttons (self);
}

static void
accord_drawing_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordDrawing *self = ACCORD_DRAWING (widget);
  AccordDrawingPrivate *priv = PRIVATE (self);

  arrange (self, width, height);
  for (guint i = 0; i < priv->marks->len; i++)
    {
      const AccordMark *mark = priv->marks->pdata[i];
      GtkWidget *button = priv->buttons->pdata[i];
      int least_width, least_height;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (button,
                                &(GtkAllocation){ (int) mark->x, (int) mark->y,
                                                  MAX (least_width, (int) mark->width),
                                                  MAX (least_height, (int) mark->height) },
                                -1);
    }
}

static void
accord_drawing_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordDrawing *self = ACCORD_DRAWING (widget);
  AccordDrawingPrivate *priv = PRIVATE (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = priv->minimum_width;
      *natural = MAX (priv->minimum_width, 600);
    }
  else
    *minimum = *natural = ACCORD_DRAWING_GET_CLASS (self)->measure_height (
        self, for_size > 0 ? MAX (for_size, priv->minimum_width) : MAX (priv->minimum_width, 600));
}

static GtkSizeRequestMode
accord_drawing_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AccordDrawing *self = ACCORD_DRAWING (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cairo;

  if (width <= 0 || height <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ACCORD_DRAWING_GET_CLASS (self)->draw (self, cairo, width, height);
  cairo_destroy (cairo);
  GTK_WIDGET_CLASS (accord_drawing_parent_class)->snapshot (widget, snapshot);
}

static void
accord_drawing_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (accord_drawing_parent_class)->css_changed (widget, change);
  accord_drawing_changed (ACCORD_DRAWING (widget));
}

static void
accord_drawing_dispose (GObject *object)
{
  AccordDrawingPrivate *priv = PRIVATE (ACCORD_DRAWING (object));

  for (guint i = 0; i < priv->buttons->len; i++)
    gtk_widget_unparent (priv->buttons->pdata[i]);
  g_ptr_array_set_size (priv->buttons, 0);

  G_OBJECT_CLASS (accord_drawing_parent_class)->dispose (object);
}

static void
accord_drawing_finalize (GObject *object)
{
  AccordDrawingPrivate *priv = PRIVATE (ACCORD_DRAWING (object));

  g_ptr_array_unref (priv->buttons);
  g_ptr_array_unref (priv->marks);

  G_OBJECT_CLASS (accord_drawing_parent_class)->finalize (object);
}

static void
accord_drawing_class_init (AccordDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_drawing_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_drawing_finalize;
  klass->open = accord_drawing_open;
  widget_class->measure = accord_drawing_measure;
  widget_class->get_request_mode = accord_drawing_get_request_mode;
  widget_class->size_allocate = accord_drawing_size_allocate;
  widget_class->snapshot = accord_drawing_snapshot;
  widget_class->css_changed = accord_drawing_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "drawing");
}

static void
accord_drawing_init (AccordDrawing *self)
{
  AccordDrawingPrivate *priv = PRIVATE (self);

  priv->marks = g_ptr_array_new_with_free_func (mark_free);
  priv->buttons = g_ptr_array_new ();
  priv->changed = TRUE;
}

/**
 * accord_drawing_changed:
 * @self: a drawing
 *
 * Arranges and draws anew what has changed. Give the drawing as a whole a name with
 * %GTK_ACCESSIBLE_PROPERTY_LABEL: one sentence that says what it shows.
 */
void
accord_drawing_changed (AccordDrawing *self)
{
  g_return_if_fail (ACCORD_IS_DRAWING (self));

  PRIVATE (self)->changed = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_drawing_set_minimum_width:
 * @self: a drawing
 * @width: in pixels
 *
 * Sets the width under which the drawing cannot be read.
 */
void
accord_drawing_set_minimum_width (AccordDrawing *self, int width)
{
  g_return_if_fail (ACCORD_IS_DRAWING (self));

  PRIVATE (self)->minimum_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_drawing_add_mark:
 * @self: a drawing that is being arranged
 * @mark: a part of it; copied
 *
 * Makes a part of the drawing one that can be pointed at, focused and opened.
 */
void
accord_drawing_add_mark (AccordDrawing *self, const AccordMark *mark)
{
  AccordMark *copy;

  g_return_if_fail (ACCORD_IS_DRAWING (self));
  g_return_if_fail (mark != NULL && mark->label != NULL);

  copy = g_memdup2 (mark, sizeof *mark);
  copy->label = g_strdup (mark->label);
  if (mark->rows != NULL)
    copy->rows = accord_query_ref (mark->rows);
  g_ptr_array_add (PRIVATE (self)->marks, copy);
}

guint
accord_drawing_get_n_marks (AccordDrawing *self)
{
  return PRIVATE (self)->marks->len;
}

/**
 * accord_drawing_get_mark:
 * @self: a drawing that has been arranged
 * @index: which
 *
 * Returns: (transfer none): a mark, until the drawing is arranged anew
 */
const AccordMark *
accord_drawing_get_mark (AccordDrawing *self, guint index)
{
  return PRIVATE (self)->marks->pdata[index];
}

/**
 * accord_drawing_get_colour:
 * @self: a drawing
 * @colour: which
 * @rgba: (out): the colour now
 */
void
accord_drawing_get_colour (AccordDrawing *self, AccordColour colour, GdkRGBA *rgba)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, colour_names[colour], rgba))
    gtk_style_context_get_color (context, rgba);
}

/**
 * accord_drawing_set_source:
 * @self: a drawing
 * @cairo: what it is drawn with
 * @colour: which colour
 * @alpha: how much of it, from 0 to 1; bands take 0.2
 *
 * Draws with a colour from now on.
 */
void
accord_drawing_set_source (AccordDrawing *self, cairo_t *cairo, AccordColour colour, double alpha)
{
  GdkRGBA rgba;

  accord_drawing_get_colour (self, colour, &rgba);
  cairo_set_source_rgba (cairo, rgba.red, rgba.green, rgba.blue, rgba.alpha * alpha);
}

/**
 * accord_drawing_wants_patterns:
 * @self: a drawing
 *
 * Returns: whether series are to differ by pattern as well as by colour, as in high contrast
 */
gboolean
accord_drawing_wants_patterns (AccordDrawing *self)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/**
 * accord_drawing_hatch:
 * @self: a drawing
 * @cairo: what it is drawn with; its path is what to hatch
 * @colour: the colour of the lines
 *
 * Fills the path with slanting lines and empties it.
 */
void
accord_drawing_hatch (AccordDrawing *self, cairo_t *cairo, AccordColour colour)
{
  double left, top, right, bottom;

  cairo_save (cairo);
  cairo_path_extents (cairo, &left, &top, &right, &bottom);
  cairo_clip (cairo);
  accord_drawing_set_source (self, cairo, colour, 1);
  cairo_set_line_width (cairo, 1);
  for (double x = left - (bottom - top); x < right; x += HATCH_PITCH)
    {
      cairo_move_to (cairo, x, bottom);
      cairo_line_to (cairo, x + bottom - top, top);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

/**
 * accord_drawing_get_scale:
 * @self: a drawing
 *
 * Returns: how large the desktop's text is, 1 for the usual size: distances that hold text grow with it
 */
double
accord_drawing_get_scale (AccordDrawing *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 0.5);
}

/**
 * accord_drawing_create_layout:
 * @self: a drawing
 * @ink: how large
 * @text: the words
 * @width: where they wrap, in pixels, or -1 for nowhere
 *
 * Returns: (transfer full): a layout of the words
 */
PangoLayout *
accord_drawing_create_layout (AccordDrawing *self, AccordInk ink, const char *text, int width)
{
  static const struct
  {
    double scale;
    PangoWeight weight;
  } inks[] = {
    { 1.0, PANGO_WEIGHT_NORMAL }, { 1.0, PANGO_WEIGHT_BOLD },  { 0.91, PANGO_WEIGHT_NORMAL },
    { 0.91, PANGO_WEIGHT_BOLD },  { 1.35, PANGO_WEIGHT_BOLD },
  };
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (inks[ink].scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (inks[ink].weight));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

/**
 * accord_drawing_show_layout:
 * @self: a drawing
 * @cairo: what it is drawn with
 * @layout: words
 * @x: their left
 * @y: their top
 * @colour: their colour
 *
 * Draws words, and leaves no current point behind.
 */
void
accord_drawing_show_layout (AccordDrawing *self, cairo_t *cairo, PangoLayout *layout, double x, double y,
                            AccordColour colour)
{
  accord_drawing_set_source (self, cairo, colour, 1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
  cairo_new_path (cairo);
}
