/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/skeleton.h"

#include <glib/gi18n-lib.h>

#define MARGIN 18
#define ROW_HEIGHT 32
#define TWO_LINE_HEIGHT 56
#define BAR_HEIGHT 10

/**
 * AccordSkeleton:
 *
 * The shape of a list whose rows are still on their way. It does not move, so it does not distract.
 */
struct _AccordSkeleton
{
  GtkWidget parent_instance;

  gboolean two_lines;
};

G_DEFINE_FINAL_TYPE (AccordSkeleton, accord_skeleton, GTK_TYPE_WIDGET)

static void
append_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width)
{
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, BAR_HEIGHT), BAR_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
accord_skeleton_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  /* Uneven, as names are. */
  const float lengths[] = { 0.62, 0.48, 0.74, 0.55, 0.40, 0.68 };
  AccordSkeleton *self = ACCORD_SKELETON (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float room = (self->two_lines ? width : width * 0.4f) - 2 * MARGIN;
  int step = self->two_lines ? TWO_LINE_HEIGHT : ROW_HEIGHT;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (room < 1)
    return;

  for (int row = 0; (row + 1) * step <= height; row++)
    {
      float length = room * lengths[row % G_N_ELEMENTS (lengths)];
      float y = row * step + (ROW_HEIGHT - BAR_HEIGHT) / 2;

      append_bar (snapshot, &color, MARGIN, y, length);
      if (self->two_lines)
        append_bar (snapshot, &color, MARGIN, y + 20, room * lengths[(row + 2) % G_N_ELEMENTS (lengths)]);
      else
        append_bar (snapshot, &color, width * 0.45f, y, width * 0.12f);
      if (!self->two_lines)
        append_bar (snapshot, &color, width * 0.68f, y, width * 0.2f);
    }
}

static void
accord_skeleton_class_init (AccordSkeletonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = accord_skeleton_snapshot;
  gtk_widget_class_set_css_name (widget_class, "skeleton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
accord_skeleton_init (AccordSkeleton *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
}

/**
 * accord_skeleton_set_two_lines:
 * @self: a skeleton
 * @two_lines: whether the rows on their way have two lines
 */
void
accord_skeleton_set_two_lines (AccordSkeleton *self, gboolean two_lines)
{
  g_return_if_fail (ACCORD_IS_SKELETON (self));

  self->two_lines = two_lines;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
