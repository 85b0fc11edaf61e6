/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/fund-data.h"

#include "category.h"
#include "claim-lines.h"
#include "model-error.h"

static gboolean
read_structures (AccordReader *reader, gint64 fund, AccordFundData *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  self->structures = self->structures_share = ACCORD_UNKNOWN;
  if (accord_fund_spent_on_category (reader, fund, ACCORD_CATEGORY_STRUCTURE, &self->structures,
                                     &self->structures_share, &reason))
    return TRUE;
  if (!g_error_matches (reason, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  self->structures_reason = g_strdup (reason->message);
  return TRUE;
}

/**
 * accord_fund_data_read:
 * @reader: a reader
 * @fund: identifier of a fund
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): what the page of the fund shows, or %NULL
 */
AccordFundData *
accord_fund_data_read (AccordReader *reader, gint64 fund, const char *today, GError **error)
{
  g_autoptr (AccordFundData) self = g_new0 (AccordFundData, 1);

  self->summary = accord_fund_summary (reader, fund, error);
  if (self->summary == NULL)
    return NULL;
  self->leaves = accord_fund_leaves (reader, fund, error);
  if (self->leaves == NULL)
    return NULL;
  self->forecast = accord_fund_forecast (reader, fund, today, error);
  if (self->forecast == NULL)
    return NULL;
  self->months = accord_fund_months (reader, fund, error);
  if (self->months == NULL)
    return NULL;
  self->family = accord_fund_family (reader, fund, error);
  if (self->family == NULL)
    return NULL;
  self->claims = accord_claims_read (reader, "fund", fund, error);
  if (self->claims == NULL || !read_structures (reader, fund, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
accord_fund_data_free (AccordFundData *self)
{
  g_clear_pointer (&self->summary, accord_fund_summary_free);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
  g_clear_pointer (&self->forecast, accord_fund_forecast_free);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->family, accord_fund_family_free);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self->structures_reason);
  g_free (self);
}
