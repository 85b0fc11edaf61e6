/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-panes.h"

#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/* Room for three columns, and for two, at the usual size of text. */
#define WIDE 1120
#define MIDDLE 700
#define USUAL_FONT_PIXELS 14.67

/*
 * What was found, the page, and all about one line: three columns where there is room; else the page above
 * the line, beside what was found; else one of the three at a time, under buttons that name them.
 */
struct _AccordReviewPanes
{
  GtkWidget parent_instance;

  GtkWidget *tabs;
  GtkWidget *buttons[ACCORD_REVIEW_N_PANES];
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *panes[ACCORD_REVIEW_N_PANES];
  GtkWidget *targets[ACCORD_REVIEW_N_PANES];
  AccordReviewPane shown;
  int columns;
  guint fold;
};

G_DEFINE_FINAL_TYPE (AccordReviewPanes, accord_review_panes, GTK_TYPE_WIDGET)

static double
scale_of (AccordReviewPanes *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_FONT_PIXELS, 1);
}

static gboolean
fold_cb (gpointer data)
{
  AccordReviewPanes *self = data;
  gboolean one = self->columns == 1;

  self->fold = 0;
  gtk_widget_set_visible (self->tabs, one);
  for (guint i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    gtk_widget_set_visible (self->panes[i], !one || i == self->shown);
  gtk_widget_set_visible (self->inner, !one || self->shown != ACCORD_REVIEW_PANE_LIST);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->inner),
                                  self->columns == 3 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  return G_SOURCE_REMOVE;
}

static void
place_dividers (AccordReviewPanes *self, int width, int height)
{
  if (self->columns == 3)
    {
      gtk_paned_set_position (GTK_PANED (self->outer), width * 36 / 100);
      gtk_paned_set_position (GTK_PANED (self->inner), width * 34 / 100);
    }
  else if (self->columns == 2)
    {
      gtk_paned_set_position (GTK_PANED (self->outer), width * 45 / 100);
      gtk_paned_set_position (GTK_PANED (self->inner), height * 42 / 100);
    }
}

static void
accord_review_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AccordReviewPanes *self = ACCORD_REVIEW_PANES (widget);
  double scale = scale_of (self);
  int columns = width >= WIDE * scale ? 3 : width >= MIDDLE * scale ? 2 : 1;
  int tabs = 0;

  if (gtk_widget_should_layout (self->tabs))
    {
      gtk_widget_measure (self->tabs, GTK_ORIENTATION_VERTICAL, width, &tabs, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->tabs, &(GtkAllocation){ 0, 0, width, tabs }, -1);
    }
  if (columns != self->columns)
    {
      self->columns = columns;
      place_dividers (self, width, height);
      /* What is to be seen cannot change while it is being laid out. */
      if (self->fold == 0)
        self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
    }
  gtk_widget_size_allocate (self->outer, &(GtkAllocation){ 0, tabs, width, MAX (height - tabs, 0) }, -1);
}

static void
accord_review_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  AccordReviewPanes *self = ACCORD_REVIEW_PANES (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least, best, tabs = 0;

  gtk_widget_measure (self->outer, orientation, -1, &least, &best, NULL, NULL);
  if (gtk_widget_should_layout (self->tabs))
    gtk_widget_measure (self->tabs, orientation, -1, &tabs, NULL, NULL, NULL);
  /* Narrower than its columns it folds. */
  *minimum = across ? MAX (tabs, 300) : MIN (least, 120) + tabs;
  *natural = MAX (*minimum, best);
}

static void
on_tab (GtkToggleButton *button, AccordReviewPanes *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->shown = i;
  fold_cb (self);
}

static void
accord_review_panes_dispose (GObject *object)
{
  AccordReviewPanes *self = ACCORD_REVIEW_PANES (object);

  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_pointer (&self->tabs, gtk_widget_unparent);
  g_clear_pointer (&self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_review_panes_parent_class)->dispose (object);
}

static void
accord_review_panes_class_init (AccordReviewPanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_panes_dispose;
  widget_class->size_allocate = accord_review_panes_size_allocate;
  widget_class->measure = accord_review_panes_measure;
}

static GtkWidget *
make_tabs (AccordReviewPanes *self)
{
  const char *const names[] = { _ ("Found"), _ ("Page"), _ ("Details") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "review-tabs");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (names[i]);
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      names[i], -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
  for (guint i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_tab), self, 0);
  return box;
}

static void
accord_review_panes_init (AccordReviewPanes *self)
{
  self->tabs = make_tabs (self);
  gtk_widget_set_visible (self->tabs, FALSE);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

/**
 * accord_review_panes_new:
 * @panes: (array fixed-size=3) (transfer floating): what was found, the page, and all about one line
 * @targets: (array fixed-size=3): what in each has the keyboard first
 *
 * Returns: (transfer floating): the three, as there is room
 */
GtkWidget *
accord_review_panes_new (GtkWidget *const *panes, GtkWidget *const *targets)
{
  AccordReviewPanes *self = g_object_new (ACCORD_TYPE_REVIEW_PANES, NULL);
  GtkPaned *inner = GTK_PANED (self->inner), *outer = GTK_PANED (self->outer);

  for (guint i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    {
      self->panes[i] = panes[i];
      self->targets[i] = targets[i];
    }
  gtk_paned_set_start_child (inner, panes[ACCORD_REVIEW_PANE_TEXT]);
  gtk_paned_set_end_child (inner, panes[ACCORD_REVIEW_PANE_DETAIL]);
  gtk_paned_set_start_child (outer, panes[ACCORD_REVIEW_PANE_LIST]);
  gtk_paned_set_end_child (outer, self->inner);
  gtk_paned_set_resize_start_child (outer, FALSE);
  gtk_paned_set_shrink_start_child (inner, FALSE);
  gtk_paned_set_shrink_end_child (inner, FALSE);
  gtk_paned_set_shrink_start_child (outer, FALSE);
  gtk_paned_set_shrink_end_child (outer, FALSE);
  return GTK_WIDGET (self);
}

/**
 * accord_review_panes_focus:
 * @self: panes
 * @pane: one of them
 *
 * Puts the keyboard there, and shows the pane where there is room for one only.
 */
void
accord_review_panes_focus (AccordReviewPanes *self, AccordReviewPane pane)
{
  g_return_if_fail (ACCORD_IS_REVIEW_PANES (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[pane]), TRUE);
  if (!gtk_widget_grab_focus (self->targets[pane]))
    gtk_widget_child_focus (self->targets[pane], GTK_DIR_TAB_FORWARD);
}

static int
find_focus (AccordReviewPanes *self)
{
  for (int i = 0; i < ACCORD_REVIEW_N_PANES; i++)
    if (gtk_widget_get_state_flags (self->panes[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return i;
  return -1;
}

/**
 * accord_review_panes_step:
 * @self: panes
 * @by: 1 for the next, -1 for the one before
 *
 * Puts the keyboard into another pane, going round.
 */
void
accord_review_panes_step (AccordReviewPanes *self, int by)
{
  int at;

  g_return_if_fail (ACCORD_IS_REVIEW_PANES (self));

  at = find_focus (self);
  /* From elsewhere, what was found is the first. */
  if (at < 0)
    at = by > 0 ? -1 : 0;
  accord_review_panes_focus (self,
                             (AccordReviewPane) ((at + by + ACCORD_REVIEW_N_PANES) % ACCORD_REVIEW_N_PANES));
}
