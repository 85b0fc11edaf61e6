/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/title-aside.h"

#define SPACING 6

/* The title of a card with something short beside it, which goes below where there is no room for both. */
struct _AccordTitleAside
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *aside;
};

G_DEFINE_FINAL_TYPE (AccordTitleAside, accord_title_aside, GTK_TYPE_WIDGET)

static int
find_natural (GtkWidget *child, int *minimum)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &natural, NULL, NULL);
  return natural;
}

/* Returns how wide the second is beside the first, or 0 where it stands below. */
static int
room_beside (AccordTitleAside *self, int width)
{
  int minimum, title = find_natural (self->title, &minimum), aside = find_natural (self->aside, &minimum);

  return title + SPACING + aside <= width ? aside : 0;
}

static int
find_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
accord_title_aside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
accord_title_aside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordTitleAside *self = ACCORD_TITLE_ASIDE (widget);
  gboolean shown = gtk_widget_should_layout (self->aside);
  int title_min, aside_min = 0, aside = 0;
  int title = find_natural (self->title, &title_min);

  if (shown)
    aside = SPACING + find_natural (self->aside, &aside_min);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (title_min, aside_min);
      *natural = title + aside;
      return;
    }
  if (for_size < 0)
    for_size = title + aside;
  if (!shown)
    *minimum = find_height (self->title, for_size);
  else if ((aside = room_beside (self, for_size)) > 0)
    *minimum = MAX (find_height (self->title, for_size - SPACING - aside), find_height (self->aside, aside));
  else
    *minimum = find_height (self->title, for_size) + SPACING + find_height (self->aside, for_size);
  *natural = *minimum;
}

static void
accord_title_aside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordTitleAside *self = ACCORD_TITLE_ASIDE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, aside, title = height;

  if (!gtk_widget_should_layout (self->aside))
    {
      gtk_widget_size_allocate (self->title, &(GtkAllocation){ 0, 0, width, height }, -1);
      return;
    }
  aside = room_beside (self, width);
  if (aside > 0)
    {
      int rest = width - aside - SPACING;

      gtk_widget_size_allocate (self->title, &(GtkAllocation){ rtl ? width - rest : 0, 0, rest, height }, -1);
      gtk_widget_size_allocate (self->aside, &(GtkAllocation){ rtl ? 0 : width - aside, 0, aside, height },
                                -1);
      return;
    }
  title = find_height (self->title, width);
  aside = MIN (find_natural (self->aside, &minimum), width);
  gtk_widget_size_allocate (self->title, &(GtkAllocation){ 0, 0, width, title }, -1);
  gtk_widget_size_allocate (
      self->aside,
      &(GtkAllocation){ rtl ? width - aside : 0, title + SPACING, aside, find_height (self->aside, aside) },
      -1);
}

static void
accord_title_aside_dispose (GObject *object)
{
  AccordTitleAside *self = ACCORD_TITLE_ASIDE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_title_aside_parent_class)->dispose (object);
}

static void
accord_title_aside_class_init (AccordTitleAsideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_title_aside_dispose;
  widget_class->get_request_mode = accord_title_aside_get_request_mode;
  widget_class->measure = accord_title_aside_measure;
  widget_class->size_allocate = accord_title_aside_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_title_aside_init (AccordTitleAside *self)
{
}

/**
 * accord_title_aside_attach:
 * @head: the head of a card by accord_page_card()
 * @aside: (transfer floating): something short
 *
 * Puts something beside the title of a card, or below it where there is no room.
 */
void
accord_title_aside_attach (GtkWidget *head, GtkWidget *aside)
{
  AccordTitleAside *self = g_object_new (ACCORD_TYPE_TITLE_ASIDE, "hexpand", TRUE, NULL);
  g_autoptr (GtkWidget) title = g_object_ref (gtk_widget_get_first_child (head));

  gtk_box_remove (GTK_BOX (head), title);
  self->title = title;
  self->aside = aside;
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_widget_set_parent (aside, GTK_WIDGET (self));
  gtk_box_prepend (GTK_BOX (head), GTK_WIDGET (self));
}
