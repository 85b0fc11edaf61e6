/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-leaves.h"

#include "fund-entries.h"

#define SIDE(condition) ACCORD_FUND_SUM (condition) ", COUNT (*) FILTER (WHERE " condition ")"

/* The names are looked up for the few groups, not for every payment. */
#define LEAVES_SQL                                                                                           \
  "WITH " ACCORD_FUND_ENTRIES ", leaf AS (SELECT category, organisation, workstream, "                       \
  "CASE WHEN workstream IS NULL THEN purpose END AS purpose, year, " SIDE ("paid = 0") ", " SIDE (           \
      "paid = 1") " FROM entry GROUP BY 1, 2, 3, 4, 5) "                                                     \
                  "SELECT l.*, (SELECT \"name\" FROM \"organisation\" WHERE id = l.organisation), "          \
                  "(SELECT \"name\" FROM \"workstream\" WHERE id = l.workstream) FROM leaf l"

static gint64
read_number (AccordRows *rows, int column)
{
  return accord_rows_is_null (rows, column) ? ACCORD_UNKNOWN : accord_rows_int (rows, column);
}

static AccordFundLeaf *
read_leaf (AccordRows *rows, GError **error)
{
  g_autoptr (AccordFundLeaf) self = g_new0 (AccordFundLeaf, 1);

  self->category = g_strdup (accord_rows_text (rows, 0));
  self->organisation = read_number (rows, 1);
  self->workstream = read_number (rows, 2);
  self->purpose = g_strdup (accord_rows_text (rows, 3));
  self->year = read_number (rows, 4);
  self->n_allocations = accord_rows_int (rows, 7);
  self->n_payments = accord_rows_int (rows, 10);
  self->organisation_name = g_strdup (accord_rows_text (rows, 11));
  self->workstream_name = g_strdup (accord_rows_text (rows, 12));
  if (!accord_fund_read_sum (rows, 5, &self->allocated, error)
      || !accord_fund_read_sum (rows, 8, &self->paid, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
accord_fund_leaf_free (AccordFundLeaf *self)
{
  g_free (self->category);
  g_free (self->organisation_name);
  g_free (self->workstream_name);
  g_free (self->purpose);
  g_free (self);
}

/**
 * accord_fund_leaves:
 * @reader: a reader
 * @fund: identifier of a fund
 * @error: return location for %ACCORD_MODEL_ERROR_RANGE or the store's own errors
 *
 * Divides a fund by all that can be asked of it at once, in one walk over its payments.
 *
 * Returns: (transfer full) (element-type AccordFundLeaf): the parts, in no order that means anything; %NULL
 * on failure
 */
GPtrArray *
accord_fund_leaves (AccordReader *reader, gint64 fund, GError **error)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_leaf_free);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, LEAVES_SQL, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, fund);
  while (accord_rows_next (rows, &failure))
    {
      AccordFundLeaf *leaf = read_leaf (rows, error);

      if (leaf == NULL)
        return NULL;
      g_ptr_array_add (leaves, leaf);
    }
  if (failure == NULL)
    return g_steal_pointer (&leaves);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
