/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/selected-rows.h"

#include "list/id-set.h"

struct _AccordSelectedRows
{
  AccordIdSet *ids;

  guint count; /* of those in the order; right unless stale */
  gint64 only; /* the selected one, while count is 1 */
  guint hint;  /* where it was seen last */
  gboolean stale;
};

static void
span_add (AccordSpan *span, guint position)
{
  span->first = MIN (span->first, position);
  span->last = MAX (span->last, position);
}

static gboolean
span_is_empty (AccordSpan span)
{
  return span.first > span.last;
}

static gboolean
find_only (AccordSelectedRows *self, const gint64 *order, guint n_ids, guint *position)
{
  if (self->hint >= n_ids || order[self->hint] != self->only)
    {
      guint i = 0;

      while (i < n_ids && order[i] != self->only)
        i++;
      self->hint = i;
    }
  *position = self->hint;
  return self->hint < n_ids;
}

/* Where the selected rows outside of [position, position + n_rows) lie. */
static AccordSpan
find_outside (AccordSelectedRows *self, const gint64 *order, guint n_ids, guint position, guint n_rows)
{
  AccordSpan span = ACCORD_SPAN_NONE;
  guint count = accord_selected_rows_count (self, order, n_ids), found;

  if (count > 1)
    accord_id_set_find_span (self->ids, order, n_ids, TRUE, position, n_rows, &span.first, &span.last);
  else if (count == 1 && find_only (self, order, n_ids, &found)
           && (found < position || found - position >= n_rows))
    span_add (&span, found);
  return span;
}

/* Forgets all but those in the range, and what was selected out of sight with them. */
static void
keep_only (AccordSelectedRows *self, const gint64 *order, guint position, guint n_rows)
{
  g_autoptr (AccordIdSet) kept = accord_id_set_new ();

  for (guint i = position; i < position + n_rows; i++)
    if (accord_id_set_contains (self->ids, order[i]))
      accord_id_set_add (kept, order[i]);
  accord_id_set_free (self->ids);
  self->ids = g_steal_pointer (&kept);
  self->count = accord_id_set_get_size (self->ids);
}

static gboolean
set_one (AccordSelectedRows *self, gint64 id, gboolean select)
{
  if (select ? !accord_id_set_add (self->ids, id) : !accord_id_set_remove (self->ids, id))
    return FALSE;
  self->count += select ? 1 : -1;
  return TRUE;
}

/**
 * accord_selected_rows_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
AccordSelectedRows *
accord_selected_rows_new (void)
{
  AccordSelectedRows *self = g_new0 (AccordSelectedRows, 1);

  self->ids = accord_id_set_new ();
  return self;
}

/**
 * accord_selected_rows_free:
 * @self: (transfer full): a selection
 */
void
accord_selected_rows_free (AccordSelectedRows *self)
{
  accord_id_set_free (self->ids);
  g_free (self);
}

/**
 * accord_selected_rows_order_changed:
 * @self: a selection
 *
 * To be called when the order is no longer the one last given: what is counted is counted anew.
 */
void
accord_selected_rows_order_changed (AccordSelectedRows *self)
{
  self->stale = TRUE;
}

/**
 * accord_selected_rows_is_empty:
 * @self: a selection
 *
 * Returns: whether nothing is selected, in the order or out of it
 */
gboolean
accord_selected_rows_is_empty (AccordSelectedRows *self)
{
  return accord_id_set_get_size (self->ids) == 0;
}

/**
 * accord_selected_rows_contains:
 * @self: a selection
 * @id: identifier of a record
 *
 * Returns: whether it is selected
 */
gboolean
accord_selected_rows_contains (AccordSelectedRows *self, gint64 id)
{
  return accord_id_set_contains (self->ids, id);
}

/**
 * accord_selected_rows_count:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 *
 * Returns: how many of the rows are selected
 */
guint
accord_selected_rows_count (AccordSelectedRows *self, const gint64 *order, guint n_ids)
{
  if (self->stale)
    self->count = accord_id_set_count_in (self->ids, order, n_ids, &self->only);
  self->stale = FALSE;
  return self->count;
}

/**
 * accord_selected_rows_get_only:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 *
 * Returns: the identifier of the selected row when there is just one, else 0
 */
gint64
accord_selected_rows_get_only (AccordSelectedRows *self, const gint64 *order, guint n_ids)
{
  return accord_selected_rows_count (self, order, n_ids) == 1 ? self->only : 0;
}

/**
 * accord_selected_rows_get_positions:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 * @position: the first row to look at
 * @n_rows: how many to look at
 *
 * Returns: (transfer full): which of these rows are selected
 */
GtkBitset *
accord_selected_rows_get_positions (AccordSelectedRows *self, const gint64 *order, guint n_ids,
                                    guint position, guint n_rows)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  guint end = position < n_ids ? position + MIN (n_rows, n_ids - position) : position;

  for (guint i = position; i < end; i++)
    {
      guint start = i;

      while (i < end && accord_id_set_contains (self->ids, order[i]))
        i++;
      if (i > start)
        gtk_bitset_add_range (positions, start, i - start);
    }
  return positions;
}

/**
 * accord_selected_rows_expect:
 * @self: a selection
 * @id: identifier of a record that has no row now
 *
 * Selects a record that may come.
 */
void
accord_selected_rows_expect (AccordSelectedRows *self, gint64 id)
{
  accord_id_set_add (self->ids, id);
  self->stale = TRUE;
}

/**
 * accord_selected_rows_change:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 * @position: the first row, below @n_ids
 * @n_rows: how many; more than there are means all that follow
 * @select: whether they are to be selected
 * @alone: whether everything else is to be unselected
 * @changed: (out): the rows whose state changed: one span, or two with untouched rows between them
 */
void
accord_selected_rows_change (AccordSelectedRows *self, const gint64 *order, guint n_ids, guint position,
                             guint n_rows, gboolean select, gboolean alone, AccordSpan changed[2])
{
  AccordSpan gone = ACCORD_SPAN_NONE, set = ACCORD_SPAN_NONE;

  n_rows = MIN (n_rows, n_ids - position);
  accord_selected_rows_count (self, order, n_ids);
  if (alone)
    {
      gone = find_outside (self, order, n_ids, position, n_rows);
      keep_only (self, order, position, n_rows);
    }
  for (guint i = position; i < position + n_rows; i++)
    if (set_one (self, order[i], select))
      span_add (&set, i);

  self->only = order[position];
  self->hint = position;
  self->stale = self->count == 1 && !(select && n_rows == 1);

  if (!span_is_empty (gone) && !span_is_empty (set) && gone.first <= set.last + 1
      && set.first <= gone.last + 1)
    {
      span_add (&set, gone.first);
      span_add (&set, gone.last);
      gone = ACCORD_SPAN_NONE;
    }
  changed[0] = gone;
  changed[1] = set;
}

/**
 * accord_selected_rows_assign:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 * @selected: positions that are to be selected
 * @mask: positions that are to be set or cleared; the others stay as they are
 *
 * Returns: the rows whose state changed
 */
AccordSpan
accord_selected_rows_assign (AccordSelectedRows *self, const gint64 *order, guint n_ids, GtkBitset *selected,
                             GtkBitset *mask)
{
  AccordSpan changed = ACCORD_SPAN_NONE;
  GtkBitsetIter iter;
  guint position;

  accord_selected_rows_count (self, order, n_ids);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < n_ids;
       more = gtk_bitset_iter_next (&iter, &position))
    if (set_one (self, order[position], gtk_bitset_contains (selected, position)))
      span_add (&changed, position);
  self->stale = self->count == 1;
  return changed;
}

/**
 * accord_selected_rows_select_all:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 *
 * Returns: the rows whose state changed
 */
AccordSpan
accord_selected_rows_select_all (AccordSelectedRows *self, const gint64 *order, guint n_ids)
{
  AccordSpan changed = ACCORD_SPAN_NONE;

  accord_id_set_find_span (self->ids, order, n_ids, FALSE, 0, 0, &changed.first, &changed.last);
  accord_id_set_add_all (self->ids, order, n_ids);
  self->count = n_ids;
  self->stale = n_ids == 1;
  return changed;
}

/**
 * accord_selected_rows_clear:
 * @self: a selection
 * @order: (array length=n_ids): the identifiers of all rows
 * @n_ids: how many
 *
 * Unselects everything, in the order or out of it.
 *
 * Returns: the rows whose state changed
 */
AccordSpan
accord_selected_rows_clear (AccordSelectedRows *self, const gint64 *order, guint n_ids)
{
  AccordSpan changed = find_outside (self, order, n_ids, 0, 0);

  accord_id_set_clear (self->ids);
  self->count = 0;
  self->stale = FALSE;
  return changed;
}
