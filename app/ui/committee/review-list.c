/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-list.h"

#include "committee/review-cell.h"

#include <glib/gi18n-lib.h>

/* What was found, line by line. */
struct _AccordReviewList
{
  AccordTakeList parent_instance;

  AccordReviewModel *model;
};

G_DEFINE_FINAL_TYPE (AccordReviewList, accord_review_list, ACCORD_TYPE_TAKE_LIST)

static gboolean
is_heading (gpointer line)
{
  const AccordReviewPart part = accord_review_entry_get_part (ACCORD_REVIEW_ENTRY (line));

  return part == ACCORD_REVIEW_HEADING || part == ACCORD_REVIEW_GROUP;
}

static void
accord_review_list_show_line (AccordTakeList *list, AccordTakeCell *cell, gpointer line)
{
  accord_take_cell_show (cell, ACCORD_REVIEW_LIST (list)->model, line, line);
}

static void
accord_review_list_take (AccordTakeList *list, gpointer line)
{
  AccordReviewModel *model = ACCORD_REVIEW_LIST (list)->model;

  if (accord_review_model_can_take (model, line))
    accord_review_model_set_taken (model, line, !accord_review_model_get_taken (model, line));
}

static void
accord_review_list_dispose (GObject *object)
{
  G_OBJECT_CLASS (accord_review_list_parent_class)->dispose (object);

  g_clear_object (&ACCORD_REVIEW_LIST (object)->model);
}

static void
accord_review_list_class_init (AccordReviewListClass *klass)
{
  AccordTakeListClass *list_class = ACCORD_TAKE_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_list_dispose;
  list_class->cell_type = ACCORD_TYPE_REVIEW_CELL;
  list_class->is_heading = is_heading;
  list_class->show = accord_review_list_show_line;
  list_class->take = accord_review_list_take;
}

static void
accord_review_list_init (AccordReviewList *self)
{
  accord_take_list_set_label (ACCORD_TAKE_LIST (self), _ ("What was found"));
}

/**
 * accord_review_list_new:
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
accord_review_list_new (void)
{
  return g_object_new (ACCORD_TYPE_REVIEW_LIST, NULL);
}

/* A person begins with what the page is about: the source document and the board come before it. */
static gboolean
is_matter (AccordReviewModel *model, AccordReviewEntry *entry)
{
  static const char *const before[] = { "source", "body", NULL };
  const AccordPlanRow *row = accord_review_model_get_row (model, entry);

  return row != NULL && !g_strv_contains (before, accord_record_get_kind (row->record)->name);
}

/**
 * accord_review_list_show:
 * @self: a list
 * @model: what is gone through
 *
 * Shows what was found; what the page is about is chosen.
 */
void
accord_review_list_show (AccordReviewList *self, AccordReviewModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  guint first = 0;

  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  g_set_object (&self->model, model);
  while (first < n)
    {
      g_autoptr (AccordReviewEntry) entry = g_list_model_get_item (G_LIST_MODEL (model), first);

      if (is_matter (model, entry))
        break;
      first++;
    }
  accord_take_list_set_lines (ACCORD_TAKE_LIST (self), G_LIST_MODEL (model), first < n ? first : 1);
}

/**
 * accord_review_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the line that is chosen
 */
AccordReviewEntry *
accord_review_list_get_chosen (AccordReviewList *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_LIST (self), NULL);

  return accord_take_list_get_chosen (ACCORD_TAKE_LIST (self));
}

/**
 * accord_review_list_choose_entry:
 * @self: a list
 * @entry: one of its lines
 *
 * Chooses a line and brings it into view.
 */
void
accord_review_list_choose_entry (AccordReviewList *self, AccordReviewEntry *entry)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AccordReviewEntry) one = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (one == entry)
        accord_take_list_choose (ACCORD_TAKE_LIST (self), i);
    }
}

/**
 * accord_review_list_next_doubt:
 * @self: a list
 *
 * Chooses the next line that a person should look at.
 */
void
accord_review_list_next_doubt (AccordReviewList *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_LIST (self));

  if (self->model != NULL)
    accord_take_list_choose (ACCORD_TAKE_LIST (self),
                             accord_review_model_find_doubt (
                                 self->model, accord_take_list_get_position (ACCORD_TAKE_LIST (self))));
}
