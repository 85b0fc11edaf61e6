/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund-family.h"

#include "fund-entries.h"
#include "fund.h"
#include "money.h"

static gboolean
add_share (AccordFundFamily *self, AccordFundSummary *share, GError **error)
{
  g_ptr_array_add (self->shares, share);
  self->n_unknown += share->award == ACCORD_UNKNOWN;
  return ((share->award == ACCORD_UNKNOWN || accord_money_add (self->award, share->award, &self->award))
          && accord_money_add (self->allocated, share->allocated, &self->allocated)
          && accord_money_add (self->paid, share->paid, &self->paid))
         || accord_fund_fail_range (error);
}

static gboolean
read_shares (AccordReader *reader, gint64 fund, AccordFundFamily *self, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader,
                                                     "SELECT id FROM \"fund\" WHERE \"part_of\" = ?1 AND "
                                                     "deleted IS NULL ORDER BY \"name\" COLLATE NOCASE, id",
                                                     error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, fund);
  while (accord_rows_next (rows, &failure))
    {
      AccordFundSummary *share = accord_fund_summary (reader, accord_rows_int (rows, 0), error);

      if (share == NULL || !add_share (self, share, error))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

/**
 * accord_fund_family:
 * @reader: a reader
 * @fund: identifier of a fund
 * @error: return location for %ACCORD_STORE_ERROR_NOT_FOUND, %ACCORD_MODEL_ERROR_RANGE or the store's own
 *   errors
 *
 * Returns: (transfer full): the fund's larger fund and its shares, or %NULL
 */
AccordFundFamily *
accord_fund_family (AccordReader *reader, gint64 fund, GError **error)
{
  g_autoptr (AccordFundFamily) self = g_new0 (AccordFundFamily, 1);
  g_autoptr (AccordRecord) record =
      accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_FUND), fund, error);
  gint64 larger;

  self->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_summary_free);
  if (record == NULL)
    return NULL;
  larger = accord_record_get_int (record, "part-of");
  if (larger != ACCORD_UNKNOWN)
    {
      self->larger = accord_fund_summary (reader, larger, error);
      if (self->larger == NULL)
        return NULL;
    }
  return read_shares (reader, fund, self, error) ? g_steal_pointer (&self) : NULL;
}

void
accord_fund_family_free (AccordFundFamily *self)
{
  g_clear_pointer (&self->larger, accord_fund_summary_free);
  g_ptr_array_unref (self->shares);
  g_free (self);
}
