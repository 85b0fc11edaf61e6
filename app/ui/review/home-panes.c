/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-panes.h"

/* A list and what is chosen in it: beside each other where there is room for both, else one at a time. */
struct _AccordHomePanes
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *detail;
  gboolean detail_shown;
  gboolean folded;
  guint telling;
};

G_DEFINE_FINAL_TYPE (AccordHomePanes, accord_home_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Whoever is told may change what is shown, which must not happen while room is given out. */
static gboolean
tell_cb (gpointer data)
{
  AccordHomePanes *self = data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
accord_home_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordHomePanes *self = ACCORD_HOME_PANES (widget);
  int list_least, list_usual, detail_least, detail_usual;
  const gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (self->list, orientation, -1, &list_least, &list_usual, NULL, NULL);
  gtk_widget_measure (self->detail, orientation, -1, &detail_least, &detail_usual, NULL, NULL);
  *minimum = MAX (list_least, detail_least);
  *natural = across ? list_usual + detail_usual : MAX (list_usual, detail_usual);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GskTransform *transform =
      x > 0 ? gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)) : NULL;

  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
accord_home_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordHomePanes *self = ACCORD_HOME_PANES (widget);
  const int list_least = least_width (self->list), detail_least = least_width (self->detail);
  const gboolean folded = width < list_least + detail_least;
  const gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (self->list, !folded || !self->detail_shown);
  gtk_widget_set_child_visible (self->detail, !folded || self->detail_shown);
  if (folded)
    allocate_at (self->detail_shown ? self->detail : self->list, 0, width, height);
  else
    {
      const int own = CLAMP (width * 2 / 5, list_least, width - detail_least);

      allocate_at (self->list, turned ? width - own : 0, own, height);
      allocate_at (self->detail, turned ? 0 : own, width - own, height);
    }
  if (folded == self->folded)
    return;
  self->folded = folded;
  if (self->telling == 0)
    self->telling = g_idle_add (tell_cb, self);
}

static void
accord_home_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, ACCORD_HOME_PANES (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_home_panes_dispose (GObject *object)
{
  AccordHomePanes *self = ACCORD_HOME_PANES (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_home_panes_parent_class)->dispose (object);
}

static void
accord_home_panes_class_init (AccordHomePanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = accord_home_panes_get_property;
  object_class->dispose = accord_home_panes_dispose;
  widget_class->measure = accord_home_panes_measure;
  widget_class->size_allocate = accord_home_panes_size_allocate;

  /**
   * AccordHomePanes:folded:
   *
   * Whether there is room for one of the two only.
   */
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_home_panes_init (AccordHomePanes *self)
{
}

/**
 * accord_home_panes_new:
 * @list: a list
 * @detail: what is chosen in it
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
accord_home_panes_new (GtkWidget *list, GtkWidget *detail)
{
  AccordHomePanes *self = g_object_new (ACCORD_TYPE_HOME_PANES, NULL);

  self->list = list;
  self->detail = detail;
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  gtk_widget_set_parent (detail, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * accord_home_panes_show_detail:
 * @self: the panes
 * @detail: whether what is chosen is wanted, where there is room for one only
 */
void
accord_home_panes_show_detail (AccordHomePanes *self, gboolean detail)
{
  g_return_if_fail (ACCORD_IS_HOME_PANES (self));

  self->detail_shown = detail;
  /* At once, for the focus goes there next. */
  gtk_widget_set_child_visible (self->list, !self->folded || !detail);
  gtk_widget_set_child_visible (self->detail, !self->folded || detail);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * accord_home_panes_get_folded:
 * @self: the panes
 *
 * Returns: whether there is room for one of the two only
 */
gboolean
accord_home_panes_get_folded (AccordHomePanes *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_PANES (self), FALSE);

  return self->folded;
}
