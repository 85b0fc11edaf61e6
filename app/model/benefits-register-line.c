/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefits-register-private.h"

#include "benefit.h"

#include "cba-numbers.h"
#include "financial-year.h"

#include <glib/gi18n-lib.h>

const char *const accord_benefit_told_fields[] = { "measure",     "organisation", "category",  "cash",
                                                   "description", "full-year",    "timescale", NULL };

static gboolean
pays (const AccordCbaOption *option, guint organisation)
{
  for (guint i = 0; i < option->costs->len; i++)
    if (((AccordCbaCost *) option->costs->pdata[i])->organisation == organisation)
      return TRUE;
  return FALSE;
}

/* The one who gains most; of equals the first. */
static const AccordCbaGain *
main_gain (const AccordCbaOutcome *outcome)
{
  const AccordCbaGain *most = NULL;

  for (guint i = 0; i < outcome->gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);

      if (most == NULL || accord_decimal_to_double (gain->share) > accord_decimal_to_double (most->share))
        most = gain;
    }
  return most;
}

/* Fiscal benefits are the public sector's: direct for who pays for the change, else indirect. */
static const char *
category_of (const AccordCbaOption *option, const AccordCbaOutcome *outcome)
{
  const AccordCbaGain *gain = main_gain (outcome);

  if (outcome->outcome_class != ACCORD_OUTCOME_FISCAL)
    return "wider";
  return gain != NULL && !pays (option, gain->organisation) ? "indirect" : "direct";
}

static const char *
cash_of (const AccordCbaOutcome *outcome)
{
  if (outcome->unit_value == 0)
    return "qualitative";
  if (accord_decimal_to_double (outcome->cashable) > 0)
    return "cash-releasing";
  return outcome->outcome_class == ACCORD_OUTCOME_FISCAL ? "non-cash" : "quantifiable";
}

/* "An Acute Trust 70 %, the Council 30 %" */
static char *
dup_gains (const AccordCba *cba, const AccordCbaOutcome *outcome)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < outcome->gains->len && outcome->gains->len > 1; i++)
    {
      const AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);
      const AccordCbaOrganisation *organisation = cba->organisations->pdata[gain->organisation];
      g_autofree char *share = accord_rate_format (accord_decimal_to_double (gain->share));

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", organisation->name, share);
    }
  return words->len > 0 ? g_strdup_printf (_ ("Who gains: %s."), words->str) : NULL;
}

static gint64
full_year_of (const AccordCbaLineSum *line, guint horizon)
{
  double most = 0;

  for (guint i = 0; i < horizon; i++)
    if (ABS (line->years[i]) > ABS (most))
      most = line->years[i];
  return accord_cba_pence (most);
}

static char *
dup_timescale (const AccordCba *cba, const AccordCbaLineSum *line, AccordTiming timing, guint horizon)
{
  guint first = 0, last = horizon;
  g_autofree char *from = NULL, *until = NULL;

  while (first < horizon && line->years[first] == 0)
    first++;
  while (last > first && line->years[last - 1] == 0)
    last--;
  if (first == last)
    return NULL;
  from = accord_financial_year_format (cba->base_year + (int) first);
  if (timing == ACCORD_TIMING_ONE_OFF || last == first + 1)
    return g_strdup_printf (_ ("Once, in %s"), from);
  until = accord_financial_year_format (cba->base_year + (int) last - 1);
  return g_strdup_printf (_ ("Every year, %s to %s"), from, until);
}

/**
 * accord_benefit_propose:
 * @file: an appraisal
 * @result: what an option of it comes to
 * @line: index of one of its outcomes
 * @programme: the programme of the case, or %ACCORD_UNKNOWN
 *
 * Returns: (transfer full): the benefit as that line has it, without a number
 */
AccordRecord *
accord_benefit_propose (const AccordAppraisalFile *file, const AccordCbaResult *result, guint line,
                        gint64 programme)
{
  const AccordCbaOption *option = file->cba->options->pdata[result->option];
  const AccordCbaOutcome *outcome = option->outcomes->pdata[line];
  const AccordCbaLineSum *sum = &g_array_index (result->lines, AccordCbaLineSum, option->costs->len + line);
  AccordRecord *record = ((GPtrArray *) file->outcomes->pdata[result->option])->pdata[line];
  const AccordCbaGain *gain = main_gain (outcome);
  AccordRecord *benefit = g_object_new (ACCORD_TYPE_BENEFIT, NULL);
  g_autofree char *gains = dup_gains (file->cba, outcome);
  g_autofree char *timescale = dup_timescale (file->cba, sum, outcome->timing, result->horizon);

  accord_record_set_text (benefit, "measure", outcome->name);
  accord_record_set_int (benefit, "programme", programme);
  accord_record_set_int (benefit, "case", accord_record_get_id (file->business_case));
  accord_record_set_int (benefit, "outcome", accord_record_get_id (record));
  accord_record_set_int (benefit, "organisation",
                         gain != NULL ? g_array_index (file->organisations, gint64, gain->organisation)
                                      : ACCORD_UNKNOWN);
  accord_record_set_text (benefit, "category", category_of (option, outcome));
  accord_record_set_text (benefit, "cash", cash_of (outcome));
  accord_record_set_text (benefit, "description", gains);
  accord_record_set_int (benefit, "full-year", full_year_of (sum, result->horizon));
  accord_record_set_text (benefit, "timescale", timescale);
  return benefit;
}
