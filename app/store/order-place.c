/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "order-reader.h"

#include "found-set.h"
#include "order-diff.h"
#include "query-sql.h"
#include "reader-private.h"

/* A row and the row of the old order before which it goes: the first after a row that was not touched. */
typedef struct
{
  gint64 id;
  guint before;
} Place;

typedef struct
{
  AccordReader *reader;
  AccordQuery *all;
  const gint64 *ids;
  guint n_ids;
  AccordFoundSet *touched;
} Placing;

static GArray *
sort_ids (AccordReader *reader, AccordQuery *query, const gint64 *ids, gsize n_ids, GError **error)
{
  g_autoptr (AccordSql) sql = accord_sql_sort_ids (reader->schema, query, ids, n_ids);
  sqlite3_stmt *statement = accord_connection_prepare (reader->connection, accord_sql_get_text (sql), error);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done, row;

  if (statement == NULL)
    return NULL;
  accord_sql_bind (sql, statement);
  while ((done = accord_connection_step (reader->connection, statement, &row, error)) && row)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (sorted, id);
    }
  accord_connection_release (reader->connection, statement);
  return done ? g_steal_pointer (&sorted) : NULL;
}

/* The engine says which of two comes first, so that there is one place only where an order is defined. */
static gboolean
comes_first (const Placing *placing, gint64 id, gint64 other, gboolean *first, GError **error)
{
  const gint64 two[] = { id, other };
  g_autoptr (GArray) sorted = sort_ids (placing->reader, placing->all, two, 2, error);

  if (sorted == NULL)
    return FALSE;
  *first = sorted->len > 0 && g_array_index (sorted, gint64, 0) == id;
  return TRUE;
}

/* The first row from @from on that @id comes before; rows that were touched may stand anywhere and are
 * stepped over. */
static gboolean
find_place (const Placing *placing, gint64 id, guint from, guint *place, GError **error)
{
  guint low = from, high = placing->n_ids;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      guint probe = middle;
      gboolean first = FALSE;

      while (probe < high && accord_found_set_contains (placing->touched, placing->ids[probe]))
        probe++;
      if (probe == high)
        {
          high = middle;
          continue;
        }
      if (!comes_first (placing, id, placing->ids[probe], &first, error))
        return FALSE;
      if (first)
        high = middle;
      else
        low = probe + 1;
    }
  *place = low;
  return TRUE;
}

static GArray *
find_places (const Placing *placing, GArray *sorted, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Place place = { 0, 0 };

  for (guint i = 0; i < sorted->len; i++)
    {
      place.id = g_array_index (sorted, gint64, i);
      if (!find_place (placing, place.id, place.before, &place.before, error))
        return NULL;
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

static void
keep (AccordOrder *order, const Placing *placing, guint from, guint to, GArray *runs)
{
  guint n;

  accord_order_publish (order);
  accord_order_peek (order, &n);
  accord_order_append_all (order, placing->ids + from, to - from);
  accord_order_add_run (runs, from, n, to - from);
}

/* Fills a gap left by touched rows, @from to @to; those of them that are to stand there again in turn are
 * kept. */
static guint
fill_gap (AccordOrder *order, const Placing *placing, guint from, guint to, GArray *places, guint next,
          GArray *runs)
{
  const guint gap = from;

  for (; next < places->len && g_array_index (places, Place, next).before == gap; next++)
    {
      const gint64 id = g_array_index (places, Place, next).id;
      guint same = from;

      while (same < to && placing->ids[same] != id)
        same++;
      if (same < to)
        {
          keep (order, placing, same, same + 1, runs);
          from = same + 1;
        }
      else
        accord_order_append (order, id);
    }
  return next;
}

/* Puts the order together again: what was not touched as it was, and the others at their places. */
static AccordOrder *
merge (const Placing *placing, GArray *places, GArray *runs)
{
  AccordOrder *order = accord_order_new ((gsize) placing->n_ids + places->len);
  guint next = 0, kept = 0, i = 0;

  while (i < placing->n_ids || next < places->len)
    {
      guint end = i;

      while (end < placing->n_ids && accord_found_set_contains (placing->touched, placing->ids[end]))
        end++;
      if (end > i || (next < places->len && g_array_index (places, Place, next).before == i))
        {
          keep (order, placing, kept, i, runs);
          next = fill_gap (order, placing, i, end, places, next, runs);
          kept = end;
        }
      i = MIN (end + 1, placing->n_ids);
    }
  keep (order, placing, kept, placing->n_ids, runs);
  accord_order_publish (order);
  return order;
}

/**
 * accord_order_place:
 * @reader: a reader
 * @query: what is asked, without a limit
 * @order: its order as it was
 * @touched: (array length=n_touched): all records that may have changed since
 * @n_touched: how many, a few
 * @runs: (out) (transfer full) (element-type AccordOrderRun): the rows that stay where they are
 * @error: return location for an error
 *
 * Finds the new order after a small change without reading all of it: only the touched records are looked up,
 * and each finds its place by halving.
 *
 * Returns: (transfer full): the new order; %NULL with an error
 */
AccordOrder *
accord_order_place (AccordReader *reader, AccordQuery *query, AccordOrder *order, const gint64 *touched,
                    gsize n_touched, GArray **runs, GError **error)
{
  g_autoptr (AccordQuery) all = accord_order_base_query (query);
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (AccordFoundSet) set = accord_found_set_new (touched, n_touched);
  Placing placing = { reader, all, NULL, 0, set };

  placing.ids = accord_order_peek (order, &placing.n_ids);
  sorted = sort_ids (reader, query, touched, n_touched, error);
  if (sorted == NULL)
    return NULL;
  places = find_places (&placing, sorted, error);
  if (places == NULL)
    return NULL;
  *runs = g_array_new (FALSE, FALSE, sizeof (AccordOrderRun));
  return merge (&placing, places, *runs);
}
