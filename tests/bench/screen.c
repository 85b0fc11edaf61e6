/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screen.h"

#include "clock.h"
#include "query.h"

/* The rows of which a column view makes widgets. */
#define HELD 205

struct _BenchScreen
{
  AccordRecordList *list;
  GPtrArray *held;
  double asked;
  gboolean answered;
  guint n_rows;
};

static void
hold_rows (BenchScreen *self)
{
  GListModel *model = G_LIST_MODEL (self->list);
  const guint n = MIN (HELD, g_list_model_get_n_items (model));

  g_ptr_array_set_size (self->held, MIN (n, self->held->len));
  for (guint i = self->held->len; i < n; i++)
    g_ptr_array_add (self->held, g_list_model_get_item (model, i));
}

/* What a view does is done as rows come and go, not when somebody looks. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, BenchScreen *self)
{
  if (removed > 0 && position < self->held->len)
    g_ptr_array_set_size (self->held, position);
  hold_rows (self);
}

static void
on_total (BenchScreen *self)
{
  self->answered = TRUE;
}

/**
 * bench_screen_new:
 * @workspace: a workspace
 * @query: what to list
 *
 * Returns: (transfer full): a list that begins to load
 */
BenchScreen *
bench_screen_new (AccordWorkspace *workspace, AccordQuery *query)
{
  BenchScreen *self = g_new0 (BenchScreen, 1);

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = bench_now ();
  self->list = accord_record_list_new (workspace, query);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (on_items_changed), self);
  g_signal_connect_swapped (self->list, "notify::total", G_CALLBACK (on_total), self);
  return self;
}

void
bench_screen_free (BenchScreen *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_ptr_array_unref (self->held);
  g_object_unref (self->list);
  g_free (self);
}

AccordRecordList *
bench_screen_get_list (BenchScreen *self)
{
  return self->list;
}

/* Asks something else; the clock of the next waiting begins here. */
void
bench_screen_ask (BenchScreen *self, AccordQuery *query)
{
  self->answered = accord_query_equal (query, accord_record_list_get_query (self->list));
  self->asked = bench_now ();
  accord_record_list_set_query (self->list, query);
}

static gboolean
has_rows (gpointer data)
{
  BenchScreen *self = data;
  const guint n = MIN (self->n_rows, accord_record_list_get_total (self->list));

  if (accord_record_list_get_error (self->list) != NULL)
    g_error ("The list failed: %s", accord_record_list_get_error (self->list)->message);
  if (!self->answered || self->held->len < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      AccordRecordSlot *slot = g_ptr_array_index (self->held, i);
      AccordRecord *record = accord_record_slot_get_record (slot);

      if (record == NULL || accord_record_get_id (record) != accord_record_slot_get_id (slot))
        return FALSE;
    }
  return TRUE;
}

/**
 * bench_screen_await_rows:
 * @self: a screen
 * @n_rows: how many rows must be there, with their records
 *
 * Returns: how long after it was asked for they were there, in milliseconds
 */
double
bench_screen_await_rows (BenchScreen *self, guint n_rows)
{
  self->n_rows = n_rows;
  bench_loop_wait (has_rows, self, "rows");
  return bench_now () - self->asked;
}

static gboolean
has_order (gpointer data)
{
  BenchScreen *self = data;

  return self->answered && accord_record_list_get_complete (self->list);
}

/**
 * bench_screen_await_order:
 * @self: a screen
 *
 * Returns: how long after it was asked for the place of every row was known, in milliseconds
 */
double
bench_screen_await_order (BenchScreen *self)
{
  bench_loop_wait (has_order, self, "an order");
  return bench_now () - self->asked;
}
