/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-panes.h"

#include <glib/gi18n-lib.h>

#define WIDE 1120
#define MIDDLE 700
#define LEAST 300

/*
 * What was found, the page, and all about one line: three columns where there is room; else the page above
 * the line, beside what was found; else one of the three at a time.
 */
struct _AccordReviewPanes
{
  AccordFoldPanes parent_instance;

  GtkWidget *targets[ACCORD_FOLD_N_PANES];
  guint shown;
};

G_DEFINE_FINAL_TYPE (AccordReviewPanes, accord_review_panes, ACCORD_TYPE_FOLD_PANES)

static void
accord_review_panes_fold (AccordFoldPanes *panes)
{
  const guint shown = ACCORD_REVIEW_PANES (panes)->shown;
  const AccordFoldPanesParts *parts = accord_fold_panes_get_parts (panes);
  const gboolean one = parts->columns == 1;

  gtk_widget_set_visible (parts->tabs, one);
  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    gtk_widget_set_visible (parts->panes[i], !one || i == shown);
  gtk_widget_set_visible (parts->inner, !one || shown != ACCORD_REVIEW_PANE_LIST);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (parts->inner), parts->columns == 3
                                                                     ? GTK_ORIENTATION_HORIZONTAL
                                                                     : GTK_ORIENTATION_VERTICAL);
}

static void
accord_review_panes_columns_changed (AccordFoldPanes *panes, int width, int height)
{
  const AccordFoldPanesParts *parts = accord_fold_panes_get_parts (panes);

  if (parts->columns == 3)
    {
      gtk_paned_set_position (GTK_PANED (parts->outer), width * 36 / 100);
      gtk_paned_set_position (GTK_PANED (parts->inner), width * 34 / 100);
    }
  else if (parts->columns == 2)
    {
      gtk_paned_set_position (GTK_PANED (parts->outer), width * 45 / 100);
      gtk_paned_set_position (GTK_PANED (parts->inner), height * 42 / 100);
    }
}

static void
accord_review_panes_pick (AccordFoldPanes *panes, guint pane)
{
  ACCORD_REVIEW_PANES (panes)->shown = pane;
  accord_fold_panes_fold (panes);
}

static void
accord_review_panes_class_init (AccordReviewPanesClass *klass)
{
  AccordFoldPanesClass *panes_class = ACCORD_FOLD_PANES_CLASS (klass);

  panes_class->wide = WIDE;
  panes_class->middle = MIDDLE;
  panes_class->least = LEAST;
  panes_class->tabs_class = "review-tabs";
  panes_class->fold = accord_review_panes_fold;
  panes_class->columns_changed = accord_review_panes_columns_changed;
  panes_class->pick = accord_review_panes_pick;
}

static void
accord_review_panes_init (AccordReviewPanes *self)
{
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
  const char *const names[] = { _ ("Found"), _ ("Page"), _ ("Details") };
  AccordReviewPanes *self = g_object_new (ACCORD_TYPE_REVIEW_PANES, NULL);
  AccordFoldPanes *base = ACCORD_FOLD_PANES (self);

  for (guint i = 0; i < ACCORD_FOLD_N_PANES; i++)
    self->targets[i] = targets[i];
  accord_fold_panes_set_up (base, names, panes);
  gtk_paned_set_resize_start_child (GTK_PANED (accord_fold_panes_get_parts (base)->outer), FALSE);
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
  const AccordFoldPanesParts *parts;

  g_return_if_fail (ACCORD_IS_REVIEW_PANES (self));

  parts = accord_fold_panes_get_parts (ACCORD_FOLD_PANES (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->buttons[pane]), TRUE);
  if (!gtk_widget_grab_focus (self->targets[pane]))
    gtk_widget_child_focus (self->targets[pane], GTK_DIR_TAB_FORWARD);
}

static int
find_focus (AccordReviewPanes *self)
{
  const AccordFoldPanesParts *parts = accord_fold_panes_get_parts (ACCORD_FOLD_PANES (self));

  for (int i = 0; i < ACCORD_FOLD_N_PANES; i++)
    if (gtk_widget_get_state_flags (parts->panes[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
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
                             (AccordReviewPane) ((at + by + ACCORD_FOLD_N_PANES) % ACCORD_FOLD_N_PANES));
}
