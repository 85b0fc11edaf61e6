/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-items.h"

#include "order-diff.h"

#include <string.h>

/* A view makes the widgets of about two hundred rows at once, whatever it shows of them, and needs a tenth of
 * a second for that. So it is given a screenful, then a few rows between frames until it has its fill, then
 * the rest; and they are taken away likewise. */
#define FIRST_ROWS 32
#define MORE_ROWS 16
#define VIEW_ROWS 208

/* After the frames, which GTK draws at G_PRIORITY_HIGH_IDLE + 20. */
#define STEP_PRIORITY (G_PRIORITY_HIGH_IDLE + 30)

struct _AccordListItems
{
  GListModel *model;
  AccordReorderedFunc reordered;
  AccordListRows *rows;
  GSource *step;

  AccordOrder *order;
  const gint64 *ids;
  guint n_ids;
  gboolean whole;
  guint n_items;

  /* While splices are told one by one: rows before @turned stand in the new order, the others still in this
   * one, from
   * @left on. */
  AccordOrder *passing;
  guint turned;
  guint left;
};

static void
tell (AccordListItems *self, guint position, guint removed, guint added)
{
  self->n_items += added - removed;
  accord_list_rows_shift (self->rows, position, removed, added);
  g_list_model_items_changed (self->model, position, removed, added);
}

static guint
get_target (AccordListItems *self)
{
  return self->whole ? self->n_ids : MAX (self->n_items, self->n_ids);
}

/* How many items there should be after the next step; where a view has its fill, all the rest comes or goes
 * at once. */
static guint
get_next (AccordListItems *self, guint target)
{
  if (self->n_items > target)
    return MAX (target,
                self->n_items > VIEW_ROWS ? VIEW_ROWS : self->n_items - MIN (self->n_items, MORE_ROWS));
  if (self->n_items >= VIEW_ROWS)
    return target;
  return MIN (target, self->n_items < FIRST_ROWS ? FIRST_ROWS : self->n_items + MORE_ROWS);
}

static void
take_step (AccordListItems *self)
{
  const guint next = get_next (self, get_target (self));

  if (next > self->n_items)
    tell (self, self->n_items, 0, next - self->n_items);
  else if (next < self->n_items)
    tell (self, next, self->n_items - next, 0);
}

static gboolean
on_step (gpointer data)
{
  AccordListItems *self = data;
  g_autoptr (GListModel) model = g_object_ref (self->model);

  g_source_set_ready_time (self->step, -1);
  take_step (self);
  if (self->n_items != get_target (self))
    g_source_set_ready_time (self->step, 0);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_step (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static GSourceFuncs step_funcs = { .dispatch = dispatch_step };

/* Takes the first step towards the order at once and leaves the others to quiet moments. */
static void
publish (AccordListItems *self)
{
  if (self->n_items == 0 || self->n_items >= VIEW_ROWS)
    take_step (self);
  if (self->n_items != get_target (self))
    g_source_set_ready_time (self->step, 0);
}

static void
set_order (AccordListItems *self, AccordOrder *order, gboolean whole)
{
  accord_order_ref (order);
  g_clear_pointer (&self->order, accord_order_unref);
  self->order = order;
  self->ids = accord_order_peek (order, &self->n_ids);
  self->whole = whole;
}

/* Without steps: before a difference is told, all of the order that it starts from must be there. */
static void
finish_steps (AccordListItems *self)
{
  g_source_set_ready_time (self->step, -1);
  if (self->n_items < self->n_ids)
    tell (self, self->n_items, 0, self->n_ids - self->n_items);
  else if (self->n_items > self->n_ids)
    tell (self, self->n_ids, self->n_items - self->n_ids, 0);
}

/**
 * accord_list_items_new:
 * @model: the list model, which owns what is made here
 * @reordered: tells what items-changed does not
 *
 * Returns: (transfer full): no items
 */
AccordListItems *
accord_list_items_new (GListModel *model, AccordReorderedFunc reordered)
{
  AccordListItems *self = g_new0 (AccordListItems, 1);

  self->model = model;
  self->reordered = reordered;
  self->order = accord_order_new (0);
  self->step = g_source_new (&step_funcs, sizeof (GSource));
  g_source_set_priority (self->step, STEP_PRIORITY);
  g_source_set_callback (self->step, on_step, self, NULL);
  g_source_attach (self->step, g_main_context_get_thread_default ());
  return self;
}

void
accord_list_items_free (AccordListItems *self)
{
  g_source_destroy (self->step);
  g_source_unref (self->step);
  accord_order_unref (self->order);
  g_free (self);
}

/* The slots that move with the items. */
void
accord_list_items_set_rows (AccordListItems *self, AccordListRows *rows)
{
  self->rows = rows;
}

guint
accord_list_items_get_n (AccordListItems *self)
{
  return self->n_items;
}

/**
 * accord_list_items_get_id:
 * @self: the items
 * @position: a position
 *
 * Returns: which identifier stands there, or 0 when nobody knows yet
 */
gint64
accord_list_items_get_id (AccordListItems *self, guint position)
{
  const gint64 *ids = self->ids;
  guint n_ids = self->n_ids;

  if (self->passing != NULL && position >= self->turned)
    {
      ids = accord_order_peek (self->passing, &n_ids);
      position += self->left - self->turned;
    }
  return position < n_ids ? ids[position] : 0;
}

/**
 * accord_list_items_peek:
 * @self: the items
 * @n_ids: (out): how many
 *
 * Returns: (array length=n_ids): the order as far as it is known
 */
const gint64 *
accord_list_items_peek (AccordListItems *self, guint *n_ids)
{
  *n_ids = self->n_ids;
  return self->ids;
}

AccordOrder *
accord_list_items_get_order (AccordListItems *self)
{
  return self->order;
}

/**
 * accord_list_items_show_anew:
 * @self: the items
 * @order: another order
 * @whole: whether it is known to its end
 *
 * Shows an order that has nothing to do with the one before: the slots that somebody holds are pointed to
 * what now stands at their positions, and only the end of the list is told to have changed.
 */
void
accord_list_items_show_anew (AccordListItems *self, AccordOrder *order, gboolean whole)
{
  set_order (self, order, whole);
  accord_list_rows_repoint (self->rows);
  if (self->n_items > 0)
    self->reordered (self->model);
  publish (self);
}

/**
 * accord_list_items_show_more:
 * @self: the items
 * @order: an order
 * @whole: whether it is known to its end
 *
 * Shows more of an order of which the beginning is shown.
 *
 * Returns: %FALSE when what is shown is not the beginning of @order; then nothing was done
 */
gboolean
accord_list_items_show_more (AccordListItems *self, AccordOrder *order, gboolean whole)
{
  const guint shown = self->n_ids;
  const gint64 *ids;
  guint n_ids;

  ids = accord_order_peek (order, &n_ids);
  if (n_ids < shown
      || (self->order != order && shown > 0 && memcmp (ids, self->ids, shown * sizeof (gint64)) != 0))
    return FALSE;
  set_order (self, order, whole);
  if (self->n_items > shown)
    {
      accord_list_rows_repoint (self->rows);
      self->reordered (self->model);
    }
  publish (self);
  return TRUE;
}

/**
 * accord_list_items_show_difference:
 * @self: the items, of a whole order
 * @order: the order that comes after it, whole
 * @runs: (element-type AccordOrderRun): accord_order_diff() of the two
 *
 * Tells what is different, with few splices that spare the rows somebody holds.
 */
void
accord_list_items_show_difference (AccordListItems *self, AccordOrder *order, GArray *runs)
{
  g_autoptr (GListModel) model = g_object_ref (self->model);
  g_autoptr (GArray) live = NULL;
  g_autoptr (GArray) splices = NULL;
  guint n_before, n_after;

  /* Nothing is held that could be spared, and many rows are to come in steps. */
  if (self->n_items == 0 && self->n_ids == 0)
    {
      accord_list_items_show_anew (self, order, TRUE);
      return;
    }
  finish_steps (self);
  accord_order_peek (order, &n_after);
  n_before = self->n_ids;
  live = accord_list_rows_get_live (self->rows);
  splices = accord_order_splices (runs, n_before, n_after, (const guint *) (gpointer) live->data, live->len);

  self->passing = g_steal_pointer (&self->order);
  self->turned = 0;
  self->left = 0;
  set_order (self, order, TRUE);
  for (guint i = 0; i < splices->len; i++)
    {
      const AccordOrderSplice *splice = &g_array_index (splices, AccordOrderSplice, i);

      self->left += splice->position - self->turned + splice->removed;
      self->turned = splice->position + splice->added;
      tell (self, splice->position, splice->removed, splice->added);
    }
  g_clear_pointer (&self->passing, accord_order_unref);
  g_warn_if_fail (self->n_items == n_after);
}
