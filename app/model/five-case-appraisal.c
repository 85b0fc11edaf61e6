/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case-facts.h"

#include "cba-words.h"
#include "money.h"
#include "result.h"

#include <glib/gi18n-lib.h>

static AccordCbaResult *
evaluate (const AccordAppraisalFile *file, guint option, GPtrArray *facts)
{
  g_autoptr (GArray) faults = NULL;
  AccordCbaResult *result = accord_cba_evaluate (file->cba, option, &faults);
  g_autofree char *first = NULL;

  if (result != NULL || facts == NULL)
    return result;
  first = faults != NULL && faults->len > 0
              ? accord_cba_fault_dup_words (file->cba, &g_array_index (faults, AccordCbaFault, 0))
              : g_strdup (_ ("The appraisal cannot be worked out."));
  accord_fact_add (facts, "appraisal", "appraisal", ACCORD_FACT_NOT_MET, g_steal_pointer (&first));
  return NULL;
}

static void
add_result (GPtrArray *facts, const AccordCbaResult *result)
{
  g_autofree char *npsv = accord_money_format (accord_cba_pence (result->net.npsv), ACCORD_MONEY_POUNDS);
  g_autofree char *bcr = accord_cba_value_dup_display (NULL, result->net.bcr, ACCORD_UNIT_RATIO);

  accord_fact_add (facts, "appraisal", "appraisal", ACCORD_FACT_MET,
                   g_strdup_printf (_ ("The appraisal can be worked out: NPSV %s, BCR %s."), npsv, bcr));
}

/* Whether the choice follows from the figures: no other option is worth more. */
static void
add_choice (GPtrArray *facts, const AccordAppraisalFile *file, const AccordCbaResult *result)
{
  g_autofree char *better = NULL;
  gint64 most = accord_cba_pence (result->net.npsv);

  for (guint i = 0; i < file->options->len; i++)
    {
      g_autoptr (AccordCbaResult) other = i != result->option ? evaluate (file, i, NULL) : NULL;

      if (other == NULL || accord_cba_pence (other->net.npsv) <= most)
        continue;
      most = accord_cba_pence (other->net.npsv);
      g_free (better);
      better = accord_record_dup_title (file->options->pdata[i]);
    }
  if (file->options->len < 2)
    return;
  if (better == NULL)
    accord_fact_add (facts, "preferred-option", "choice", ACCORD_FACT_MET,
                     g_strdup (_ ("No other option has a higher NPSV.")));
  else
    accord_fact_add (facts, "preferred-option", "choice", ACCORD_FACT_NOT_MET,
                     g_strdup_printf (_ ("“%s” has a higher NPSV."), better));
}

static void
add_sensitivity (GPtrArray *facts, const AccordAppraisalFile *file, const AccordCbaOption *option)
{
  guint n_lines = option->costs->len + option->outcomes->len, n_spread = 0;

  for (guint i = 0; i < option->costs->len; i++)
    n_spread += ((AccordCbaCost *) option->costs->pdata[i])->spread.shape != ACCORD_SPREAD_NONE;
  for (guint i = 0; i < option->outcomes->len; i++)
    n_spread += ((AccordCbaOutcome *) option->outcomes->pdata[i])->spread.shape != ACCORD_SPREAD_NONE;
  accord_fact_add (
      facts, "sensitivity", "uncertainty",
      n_spread > 0 || file->scenarios->len > 0 ? ACCORD_FACT_MET : ACCORD_FACT_NOT_MET,
      g_strdup_printf (ngettext ("%u scenario is recorded; %u of %u lines say how sure they are.",
                                 "%u scenarios are recorded; %u of %u lines say how sure they are.",
                                 file->scenarios->len),
                       file->scenarios->len, n_spread, n_lines));
}

static gboolean
is_corrected (const AccordCbaCost *cost)
{
  return cost->sheet != NULL || cost->grade > 0 || accord_decimal_to_double (cost->bias) > 0;
}

static void
add_bias (GPtrArray *facts, const AccordCbaOption *option)
{
  guint n_corrected = 0;

  for (guint i = 0; i < option->costs->len; i++)
    n_corrected += is_corrected (option->costs->pdata[i]);
  if (option->costs->len > 0)
    accord_fact_add (
        facts, "appraisal", "bias", accord_fact_state_of (n_corrected, option->costs->len),
        g_strdup_printf (ngettext ("%u of %u cost line is corrected for optimism or confidence.",
                                   "%u of %u cost lines are corrected for optimism or confidence.",
                                   option->costs->len),
                         n_corrected, option->costs->len));
}

static void
add_timing (GPtrArray *facts, const AccordCbaResult *result)
{
  g_autofree char *recurrent = accord_money_format (
      accord_cba_pence (result->own.costs_by_timing[ACCORD_TIMING_RECURRENT]), ACCORD_MONEY_POUNDS);
  g_autofree char *once = accord_money_format (
      accord_cba_pence (result->own.costs_by_timing[ACCORD_TIMING_ONE_OFF]), ACCORD_MONEY_POUNDS);

  accord_fact_add (
      facts, "cash-terms", "timing", ACCORD_FACT_MET,
      g_strdup_printf (_ ("Present value of its costs: %s recurrent, %s one-off."), recurrent, once));
}

static void
add_cashable (GPtrArray *facts, const AccordCbaOption *option)
{
  guint n_cashable = 0, n_named = 0;

  for (guint i = 0; i < option->outcomes->len; i++)
    {
      const AccordCbaOutcome *outcome = option->outcomes->pdata[i];

      if (accord_decimal_to_double (outcome->cashable) <= 0)
        continue;
      n_cashable++;
      n_named += outcome->gains->len > 0;
    }
  if (n_cashable == 0)
    accord_fact_add (facts, "budget", "cashable", ACCORD_FACT_UNKNOWN,
                     g_strdup (_ ("No outcome line is cashable.")));
  else
    accord_fact_add (facts, "budget", "cashable", accord_fact_state_of (n_named, n_cashable),
                     g_strdup_printf (ngettext ("%u of %u cashable line says by whom.",
                                                "%u of %u cashable lines say by whom.", n_cashable),
                                      n_named, n_cashable));
}

/* An affordability gap is a partner that pays more than it can take out as cash. */
static void
add_partners (GPtrArray *facts, const AccordCba *cba, const AccordCbaResult *result)
{
  const AccordCbaPosition *worst = NULL;
  guint n_below = 0, n_known = 0;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < result->net.positions->len; i++)
    {
      const AccordCbaPosition *one = &g_array_index (result->net.positions, AccordCbaPosition, i);

      if (one->organisation == ACCORD_CBA_NONE)
        continue;
      n_known++;
      if (accord_cba_pence (one->present_cash_net) >= 0)
        continue;
      n_below++;
      if (worst == NULL || one->present_cash_net < worst->present_cash_net)
        worst = one;
    }
  if (n_known == 0)
    {
      accord_fact_add (facts, "affordability", "partners", ACCORD_FACT_UNKNOWN,
                       g_strdup (_ ("Who pays and who gains is not stated.")));
      return;
    }
  if (worst == NULL)
    {
      accord_fact_add (facts, "affordability", "partners", ACCORD_FACT_MET,
                       g_strdup (_ ("No organisation pays more than it can take out as cash.")));
      return;
    }
  sum = accord_money_format (accord_cba_pence (worst->present_cash_net), ACCORD_MONEY_POUNDS);
  accord_fact_add (
      facts, "affordability", "partners", accord_fact_state_of (n_known - n_below, n_known),
      g_strdup_printf (
          ngettext ("%u of %u organisation pays more than it can take out as cash; worst off is %s, "
                    "at %s.",
                    "%u of %u organisations pay more than they can take out as cash; worst off is "
                    "%s, at %s.",
                    n_known),
          n_below, n_known, ((AccordCbaOrganisation *) cba->organisations->pdata[worst->organisation])->name,
          sum));
}

/**
 * accord_case_facts_add_appraisal:
 * @facts: (element-type AccordCaseFact): what is found is added to it
 * @file: the appraisal of a case
 *
 * Tells what the appraisal says of the economic and the financial case.
 */
void
accord_case_facts_add_appraisal (GPtrArray *facts, const AccordAppraisalFile *file)
{
  guint shown = accord_appraisal_file_get_shown_option (file);
  g_autoptr (AccordCbaResult) result = NULL;
  const AccordCbaOption *option;

  if (file->appraisal == NULL || shown == ACCORD_CBA_NONE)
    {
      accord_fact_add (facts, "appraisal", "appraisal", ACCORD_FACT_NOT_MET,
                       g_strdup (file->appraisal == NULL ? _ ("There is no appraisal yet.")
                                                         : _ ("The appraisal has no options yet.")));
      return;
    }
  if (file->problems->len > 0)
    {
      accord_fact_add (facts, "appraisal", "appraisal", ACCORD_FACT_NOT_MET,
                       g_strdup (file->problems->pdata[0]));
      return;
    }
  result = evaluate (file, shown, facts);
  if (result == NULL)
    return;
  option = file->cba->options->pdata[shown];
  add_result (facts, result);
  add_bias (facts, option);
  add_choice (facts, file, result);
  add_sensitivity (facts, file, option);
  add_timing (facts, result);
  add_cashable (facts, option);
  add_partners (facts, file->cba, result);
}
