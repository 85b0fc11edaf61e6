/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "funds-more.h"

#include <glib/gi18n-lib.h>

#include "claim-lines.h"
#include "financial-year.h"
#include "fund-family.h"
#include "fund-forecast.h"
#include "money.h"
#include "text-table.h"

static char *
dup_money (gint64 pence)
{
  return pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_FULL)
                                 : g_strdup (_ ("not known"));
}

static void
add_money (AccordTable *table, gint64 pence)
{
  g_autofree char *text = dup_money (pence);

  accord_table_add_cell (table, text);
}

static void
write_line (AccordOutput *output, const char *text)
{
  g_autofree char *line = accord_terminal_line (text);

  accord_output_printf (output, "  %s\n", line);
}

static void
write_years (AccordOutput *output, const AccordFundForecast *forecast)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Year"), FALSE);
  accord_table_add_column (table, _ ("Allocated"), TRUE);
  accord_table_add_column (table, _ ("Paid"), TRUE);
  accord_table_add_column (table, _ ("Variance"), TRUE);
  accord_table_add_column (table, _ ("Forecast"), TRUE);
  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];
      g_autofree char *name = year->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) year->year)
                                                           : g_strdup (_ ("Not known"));

      accord_table_add_cell (table, name);
      add_money (table, year->allocated);
      add_money (table, year->paid);
      add_money (table, year->variance);
      add_money (table, year->forecast);
    }
  accord_table_finish (table);
}

static gboolean
write_forecast (AccordOutput *output, gint64 fund, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordFundForecast) forecast = accord_fund_forecast (reader, fund, today, error);
  g_autofree char *year = NULL, *end = NULL, *sum = NULL;

  if (forecast == NULL)
    return FALSE;
  if (forecast->years->len == 0)
    return TRUE;
  accord_output_write (output, "\n", 1);
  write_years (output, forecast);
  year = accord_fund_forecast_dup_year_rule (forecast);
  write_line (output, year);
  if (forecast->year_reason != ACCORD_FORECAST_KNOWN && forecast->end == ACCORD_UNKNOWN)
    return TRUE;
  end = accord_fund_forecast_dup_end_rule (forecast);
  sum = forecast->end != ACCORD_UNKNOWN ? dup_money (forecast->end) : NULL;
  if (sum != NULL)
    accord_output_printf (output, _ ("  All years: %s. "), sum);
  else
    accord_output_printf (output, "  ");
  accord_output_printf (output, "%s\n", end);
  return TRUE;
}

static gboolean
write_family (AccordOutput *output, gint64 fund, AccordReader *reader, GError **error)
{
  g_autoptr (AccordFundFamily) family = accord_fund_family (reader, fund, error);
  g_autoptr (AccordTable) table = NULL;

  if (family == NULL)
    return FALSE;
  if (family->larger != NULL)
    {
      g_autofree char *name = accord_terminal_line (family->larger->name);

      accord_output_printf (output, _ ("\nPart of: %s\n"), name);
    }
  if (family->shares->len == 0)
    return TRUE;
  accord_output_write (output, "\n", 1);
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Share"), FALSE);
  accord_table_add_column (table, _ ("Amount"), TRUE);
  accord_table_add_column (table, _ ("Allocated"), TRUE);
  accord_table_add_column (table, _ ("Paid"), TRUE);
  for (guint i = 0; i < family->shares->len; i++)
    {
      const AccordFundSummary *share = family->shares->pdata[i];

      accord_table_add_cell (table, share->name);
      add_money (table, share->award);
      add_money (table, share->allocated);
      add_money (table, share->paid);
    }
  accord_table_finish (table);
  return TRUE;
}

static const char *
get_verdict (AccordClaimVerdict verdict)
{
  switch (verdict)
    {
    case ACCORD_CLAIM_CONFIRMED:
      return _ ("Confirmed");
    case ACCORD_CLAIM_CONTRADICTED:
      return _ ("Contradicted");
    default:
      return _ ("Cannot check yet");
    }
}

static gboolean
write_claims (AccordOutput *output, gint64 fund, AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) claims = accord_claims_read (reader, "fund", fund, error);

  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    {
      const AccordClaimLine *line = claims->pdata[i];
      g_autofree char *text = accord_record_dup_title (line->claim);
      g_autofree char *quotation = g_strdup_printf (_ ("“%s”"), text);
      g_autofree char *who = accord_claim_line_dup_source (line);

      if (i == 0)
        accord_output_printf (output, "\n%s\n", _ ("What was said, and what the ledger shows"));
      accord_output_printf (output, "\n  %s: ", get_verdict (line->check->verdict));
      {
        g_autofree char *shown = accord_terminal_line (quotation);

        accord_output_printf (output, "%s\n", shown);
      }
      if (*who != '\0')
        write_line (output, who);
      write_line (output, line->check->sentence);
    }
  return TRUE;
}

/**
 * accord_funds_more_text:
 * @output: where to write
 * @fund: identifier of a fund
 * @reader: where it is read
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Writes where a fund leads, the funds it belongs with and what was said of it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_funds_more_text (AccordOutput *output, gint64 fund, AccordReader *reader, const char *today,
                        GError **error)
{
  return write_forecast (output, fund, reader, today, error) && write_family (output, fund, reader, error)
         && write_claims (output, fund, reader, error);
}

static void
member_pence (AccordJson *json, const char *key, gint64 pence)
{
  accord_json_key (json, key);
  if (pence == ACCORD_UNKNOWN)
    accord_json_null (json);
  else
    accord_json_int (json, pence);
}

static gboolean
json_forecast (AccordJson *json, gint64 fund, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordFundForecast) forecast = accord_fund_forecast (reader, fund, today, error);
  g_autofree char *year_rule = NULL, *end_rule = NULL;

  if (forecast == NULL)
    return FALSE;
  year_rule = accord_fund_forecast_dup_year_rule (forecast);
  end_rule = accord_fund_forecast_dup_end_rule (forecast);
  accord_json_key (json, "forecast");
  accord_json_begin_object (json);
  accord_json_member_int (json, "year", forecast->this_year);
  accord_json_member_int (json, "months_ended", forecast->months);
  member_pence (json, "paid_in_months_pence", forecast->paid_in_months);
  member_pence (json, "year_end_pence", forecast->year_end);
  accord_json_member_string (json, "year_end_rule", year_rule);
  member_pence (json, "last_year", forecast->last_year);
  member_pence (json, "end_pence", forecast->end);
  accord_json_member_string (json, "end_rule", end_rule);
  accord_json_key (json, "years");
  accord_json_begin_array (json);
  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];

      accord_json_begin_object (json);
      member_pence (json, "year", year->year);
      member_pence (json, "allocated_pence", year->allocated);
      member_pence (json, "paid_pence", year->paid);
      member_pence (json, "variance_pence", year->variance);
      member_pence (json, "forecast_pence", year->forecast);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
json_fund (AccordJson *json, const AccordFundSummary *fund, AccordNames *names, GError **error)
{
  const AccordName *name = accord_names_get (names, "fund", fund->fund, error);

  if (name == NULL)
    return FALSE;
  accord_json_begin_object (json);
  accord_json_member_int (json, "id", fund->fund);
  accord_json_member_string (json, "uid", name->uid);
  accord_json_member_string (json, "name", fund->name);
  member_pence (json, "amount_pence", fund->award);
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
json_family (AccordJson *json, gint64 fund, AccordReader *reader, AccordNames *names, GError **error)
{
  g_autoptr (AccordFundFamily) family = accord_fund_family (reader, fund, error);

  if (family == NULL)
    return FALSE;
  accord_json_key (json, "part_of");
  if (family->larger == NULL)
    accord_json_null (json);
  else if (!json_fund (json, family->larger, names, error))
    return FALSE;
  accord_json_key (json, "shares");
  accord_json_begin_array (json);
  for (guint i = 0; i < family->shares->len; i++)
    if (!json_fund (json, family->shares->pdata[i], names, error))
      return FALSE;
  accord_json_end_array (json);
  return TRUE;
}

static gboolean
json_claims (AccordJson *json, gint64 fund, AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) claims = accord_claims_read (reader, "fund", fund, error);

  if (claims == NULL)
    return FALSE;
  accord_json_key (json, "claims");
  accord_json_begin_array (json);
  for (guint i = 0; i < claims->len; i++)
    {
      const AccordClaimLine *line = claims->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_int (json, "id", accord_record_get_id (line->claim));
      accord_json_member_string (json, "uid", accord_record_get_uid (line->claim));
      accord_json_member_string (json, "text", accord_record_get_text (line->claim, "text"));
      accord_json_member_string (json, "said_by", accord_record_get_text (line->claim, "said-by"));
      accord_json_member_string (json, "said_on", accord_record_get_text (line->claim, "said-on"));
      accord_json_member_string (json, "state", accord_claim_verdict_get_state (line->check->verdict));
      accord_json_member_string (json, "sentence", line->check->sentence);
      accord_json_member_string (json, "rule", line->rule);
      member_pence (json, "pence", line->check->pence);
      member_pence (json, "whole_pence", line->check->whole);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  return TRUE;
}

/**
 * accord_funds_more_json:
 * @json: an object that is open
 * @fund: identifier of a fund
 * @reader: where it is read
 * @names: the names of records
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Writes members for the forecast, the larger fund and the shares, and the claims.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_funds_more_json (AccordJson *json, gint64 fund, AccordReader *reader, AccordNames *names,
                        const char *today, GError **error)
{
  return json_forecast (json, fund, reader, today, error) && json_family (json, fund, reader, names, error)
         && json_claims (json, fund, reader, error);
}
