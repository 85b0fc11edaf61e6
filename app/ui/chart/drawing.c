/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing.h"

#include "chart/drawing-copy.h"
#include "go.h"

#define NATURAL_WIDTH 600
/* So wide is a picture of what was never on the screen. */
#define PAPER_WIDTH 720

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
  gboolean on_paper;
  char *summary;
} AccordDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordDrawing, accord_drawing, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((AccordDrawingPrivate *) accord_drawing_get_instance_private (self))

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
update_button (AccordDrawing *self, GtkWidget *button, const AccordMark *mark)
{
  if (!ACCORD_DRAWING_GET_CLASS (self)->says_marks)
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
    update_button (self, priv->buttons->pdata[i], priv->marks->pdata[i]);
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
      *natural = MAX (priv->minimum_width, NATURAL_WIDTH);
    }
  else
    *minimum = *natural = ACCORD_DRAWING_GET_CLASS (self)->measure_height (
        self, for_size > 0 ? MAX (for_size, priv->minimum_width) : MAX (priv->minimum_width, NATURAL_WIDTH));
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

static gboolean
on_copy (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  accord_drawing_copy (ACCORD_DRAWING (widget), ACCORD_DRAWING_BOTH);
  return TRUE;
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
  g_free (priv->summary);

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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, on_copy, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, on_copy, NULL);
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
 * Arranges and draws anew what has changed.
 */
void
accord_drawing_changed (AccordDrawing *self)
{
  g_return_if_fail (ACCORD_IS_DRAWING (self));

  PRIVATE (self)->changed = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * accord_drawing_set_summary:
 * @self: a drawing
 * @summary: a sentence or two that say what it shows
 *
 * Names the drawing as a whole for who cannot see it: on the screen, and in the files that are made of it.
 */
void
accord_drawing_set_summary (AccordDrawing *self, const char *summary)
{
  AccordDrawingPrivate *priv = PRIVATE (self);

  g_return_if_fail (ACCORD_IS_DRAWING (self));

  g_free (priv->summary);
  priv->summary = g_strdup (summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
}

/**
 * accord_drawing_get_summary:
 * @self: a drawing
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const char *
accord_drawing_get_summary (AccordDrawing *self)
{
  return PRIVATE (self)->summary;
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
 * accord_drawing_get_paper_size:
 * @self: a drawing
 * @width: (out): how wide it is on paper, in pixels: as on the screen, if it is there
 * @height: (out): how high
 *
 * Arranges it for accord_drawing_draw_on_paper().
 */
void
accord_drawing_get_paper_size (AccordDrawing *self, int *width, int *height)
{
  int wide = gtk_widget_get_width (GTK_WIDGET (self));

  g_return_if_fail (ACCORD_IS_DRAWING (self));

  *width = wide > 0 ? wide : MAX (PRIVATE (self)->minimum_width, PAPER_WIDTH);
  *height = ACCORD_DRAWING_GET_CLASS (self)->measure_height (self, *width);
  arrange (self, *width, *height);
}

/**
 * accord_drawing_draw_on_paper:
 * @self: a drawing whose size was asked for
 * @cairo: what to draw with
 *
 * Draws it dark on white, whatever the look of the window, and without what only shows where a person is.
 */
void
accord_drawing_draw_on_paper (AccordDrawing *self, cairo_t *cairo)
{
  AccordDrawingPrivate *priv = PRIVATE (self);

  g_return_if_fail (ACCORD_IS_DRAWING (self));

  priv->on_paper = TRUE;
  cairo_save (cairo);
  ACCORD_DRAWING_GET_CLASS (self)->draw (self, cairo, priv->arranged_width, priv->arranged_height);
  cairo_restore (cairo);
  priv->on_paper = FALSE;
  /* On the screen it may have another height. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
accord_drawing_is_on_paper (AccordDrawing *self)
{
  return PRIVATE (self)->on_paper;
}
