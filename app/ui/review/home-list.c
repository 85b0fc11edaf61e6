/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-list.h"

#include "review/home-cell.h"
#include "review/home-words.h"

#include <glib/gi18n-lib.h>

/* What would come in, line by line. */
struct _AccordHomeList
{
  AccordTakeList parent_instance;

  AccordHomeModel *model;
};

G_DEFINE_FINAL_TYPE (AccordHomeList, accord_home_list, ACCORD_TYPE_TAKE_LIST)

static gboolean
is_heading (gpointer line)
{
  return accord_home_entry_get_item (ACCORD_HOME_ENTRY (line)) == NULL;
}

static void
accord_home_list_show_line (AccordTakeList *list, AccordTakeCell *cell, gpointer line)
{
  AccordHomeList *self = ACCORD_HOME_LIST (list);

  accord_take_cell_show (cell, self->model, line, self->model);
}

static void
accord_home_list_take (AccordTakeList *list, gpointer line)
{
  const AccordHomeItem *item = accord_home_entry_get_item (line);

  /* What both changed is decided on where both can be seen. */
  if (item != NULL && accord_home_item_is_undecided (item))
    g_signal_emit_by_name (list, "edit");
  else if (item != NULL)
    accord_home_model_set_taken (ACCORD_HOME_LIST (list)->model, item, !accord_home_item_is_taken (item));
}

static void
accord_home_list_dispose (GObject *object)
{
  G_OBJECT_CLASS (accord_home_list_parent_class)->dispose (object);

  g_clear_object (&ACCORD_HOME_LIST (object)->model);
}

static void
accord_home_list_class_init (AccordHomeListClass *klass)
{
  AccordTakeListClass *list_class = ACCORD_TAKE_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_home_list_dispose;
  list_class->cell_type = ACCORD_TYPE_HOME_CELL;
  list_class->is_heading = is_heading;
  list_class->show = accord_home_list_show_line;
  list_class->take = accord_home_list_take;
}

static void
accord_home_list_init (AccordHomeList *self)
{
  accord_take_list_set_label (ACCORD_TAKE_LIST (self), _ ("What would come in"));
}

/**
 * accord_home_list_new:
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *
accord_home_list_new (void)
{
  return g_object_new (ACCORD_TYPE_HOME_LIST, NULL);
}

/**
 * accord_home_list_show:
 * @self: a list
 * @model: what is gone through
 *
 * Shows what would come in; the first record is chosen.
 */
void
accord_home_list_show (AccordHomeList *self, AccordHomeModel *model)
{
  GListModel *entries = accord_home_model_get_entries (model);

  g_return_if_fail (ACCORD_IS_HOME_LIST (self));

  g_set_object (&self->model, model);
  /* A heading stands before the first record. */
  accord_take_list_set_lines (ACCORD_TAKE_LIST (self), entries,
                              g_list_model_get_n_items (entries) > 1 ? 1 : GTK_INVALID_LIST_POSITION);
}

/**
 * accord_home_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the record that is chosen
 */
const AccordHomeItem *
accord_home_list_get_chosen (AccordHomeList *self)
{
  AccordHomeEntry *entry;

  g_return_val_if_fail (ACCORD_IS_HOME_LIST (self), NULL);

  entry = accord_take_list_get_chosen (ACCORD_TAKE_LIST (self));
  return entry != NULL ? accord_home_entry_get_item (entry) : NULL;
}
