/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-result.h"

#include "appraisal-lines.h"
#include "cba-words.h"

#include <glib/gi18n-lib.h>

static const char *const classes[] = { "fiscal", "economic", "social" };
static const char *const kinds[] = { "capital", "revenue", "in-kind" };
static const char *const timings[] = { "recurrent", "one-off" };
static const char *const bands[] = { "very-poor", "poor", "low", "medium", "high", "very-high" };

/**
 * accord_json_member_number:
 * @json: a writer inside an object
 * @key: the member's name
 * @value: its number, whose every digit is written
 */
void
accord_json_member_number (AccordJson *json, const char *key, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  accord_json_key (json, key);
  accord_json_raw (json, g_ascii_dtostr (digits, sizeof digits, value));
}

static void
member_pence (AccordJson *json, const char *key, double pence)
{
  accord_json_member_int (json, key, accord_cba_pence (pence));
}

static void
member_value (AccordJson *json, const char *key, AccordCbaValue value, gboolean whole)
{
  accord_json_key (json, key);
  if (value.defined != ACCORD_DEFINED)
    accord_json_null (json);
  else if (whole)
    accord_json_int (json, (gint64) value.value);
  else
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      accord_json_raw (json, g_ascii_dtostr (digits, sizeof digits, value.value));
    }
}

static gboolean
is_bare (const AccordAppraisalAnswer *self)
{
  return self->source->cba == NULL;
}

/* The figures that are no number say why. */
static void
write_undefined (AccordJson *json, const AccordCbaSums *sums, gboolean bare)
{
  const struct
  {
    const char *key;
    AccordDefined defined;
  } values[] = {
    { "bcr", sums->bcr.defined },
    { "payback_year", sums->payback.defined },
    { "discounted_payback_year", sums->discounted_payback.defined },
    { "roi", bare ? ACCORD_DEFINED : sums->roi.defined },
  };

  accord_json_key (json, "undefined");
  accord_json_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].defined != ACCORD_DEFINED)
      accord_json_member_string (json, values[i].key, accord_undefined_get_words (values[i].defined));
  if (bare)
    {
      accord_json_member_string (json, "roi", _ ("not known: a bare series does not say what is cash"));
      accord_json_member_string (json, "net_budget_impact_pence",
                                 _ ("not known: a bare series does not say what is cash"));
    }
  accord_json_end_object (json);
}

static void
write_cash (AccordJson *json, const AccordCbaSums *sums, gboolean bare)
{
  if (bare)
    {
      accord_json_key (json, "roi");
      accord_json_null (json);
      accord_json_key (json, "net_budget_impact_pence");
      accord_json_null (json);
      return;
    }
  member_value (json, "roi", sums->roi, FALSE);
  member_pence (json, "net_budget_impact_pence", sums->budget_impact);
  member_pence (json, "cashable_pence", sums->present_cashable);
}

static void
write_sums (AccordJson *json, const AccordCbaSums *sums, gboolean bare)
{
  member_pence (json, "pvc_pence", sums->pvc);
  member_pence (json, "pvb_pence", sums->pvb);
  member_pence (json, "npsv_pence", sums->npsv);
  member_pence (json, "npv_pence", sums->npsv);
  member_value (json, "bcr", sums->bcr, FALSE);
  member_pence (json, "npc_pence", sums->npc);
  member_pence (json, "eac_pence", sums->eac);
  member_value (json, "payback_year", sums->payback, TRUE);
  member_value (json, "discounted_payback_year", sums->discounted_payback, TRUE);
  write_cash (json, sums, bare);
  accord_json_member_string (json, "band", sums->band < G_N_ELEMENTS (bands) ? bands[sums->band] : NULL);
  write_undefined (json, sums, bare);
}

static void
write_year_name (const AccordAppraisalAnswer *self, AccordJson *json, guint year)
{
  g_autofree char *label = NULL;

  accord_json_member_int (json, "year", year);
  if (is_bare (self) || self->source->cba->base_year == ACCORD_NO_YEAR)
    return;
  label = accord_cba_year_dup_label (self->source->cba, year);
  accord_json_member_string (json, "financial_year", label);
}

static void
write_years (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const AccordCbaYears *years = &self->shown->net.years;

  accord_json_key (json, "by_year");
  accord_json_begin_array (json);
  for (guint year = 0; year < self->shown->horizon; year++)
    {
      accord_json_begin_object (json);
      write_year_name (self, json, year);
      accord_json_member_number (json, "factor", self->shown->factors[year]);
      member_pence (json, "cost_pence", years->cost[year]);
      member_pence (json, "benefit_pence", years->benefit[year]);
      member_pence (json, "net_pence", years->benefit[year] - years->cost[year]);
      member_pence (json, "cashable_pence", years->cashable[year]);
      member_pence (json, "present_cost_pence", years->present_cost[year]);
      member_pence (json, "present_benefit_pence", years->present_benefit[year]);
      member_pence (json, "present_net_pence", years->present_benefit[year] - years->present_cost[year]);
      member_pence (json, "cumulative_pence", years->cumulative[year]);
      member_pence (json, "present_cumulative_pence", years->present_cumulative[year]);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

/* Parts in whole pence that add up to their sum in whole pence. */
static gint64 *
apportion (const GArray *positions, gsize offset)
{
  g_autofree double *parts = g_new (double, positions->len + 1);
  gint64 *pence = g_new (gint64, positions->len + 1);

  for (guint i = 0; i < positions->len; i++)
    parts[i] = G_STRUCT_MEMBER (double, &g_array_index (positions, AccordCbaPosition, i), offset);
  accord_cba_apportion (parts, positions->len, pence);
  return pence;
}

/**
 * accord_appraisal_answer_get_position_name:
 * @self: an answer
 * @position: a position of a result of it
 *
 * Returns: (nullable): whose it is; %NULL where nobody was named
 */
const char *
accord_appraisal_answer_get_position_name (const AccordAppraisalAnswer *self,
                                           const AccordCbaPosition *position)
{
  const AccordCba *cba = self->source->cba;

  if (cba == NULL || position->organisation >= cba->organisations->len)
    return NULL;
  return ((const AccordCbaOrganisation *) cba->organisations->pdata[position->organisation])->name;
}

static void
write_position_years (const AccordAppraisalAnswer *self, AccordJson *json, const AccordCbaPosition *position)
{
  accord_json_key (json, "by_year");
  accord_json_begin_array (json);
  for (guint year = 0; year < self->shown->horizon; year++)
    {
      accord_json_begin_object (json);
      write_year_name (self, json, year);
      member_pence (json, "cost_pence", position->years.cost[year]);
      member_pence (json, "benefit_pence", position->years.benefit[year]);
      member_pence (json, "net_pence", position->years.benefit[year] - position->years.cost[year]);
      member_pence (json, "cumulative_pence", position->years.cumulative[year]);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_deepest (AccordJson *json, const char *year_key, const char *pence_key, guint year, double pence)
{
  accord_json_key (json, year_key);
  /* Who is never under water is deepest in no year. */
  if (accord_cba_pence (pence) == 0)
    accord_json_null (json);
  else
    accord_json_int (json, year);
  member_pence (json, pence_key, pence);
}

static void
write_positions (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const GArray *positions = self->shown->net.positions;
  g_autofree gint64 *costs = apportion (positions, G_STRUCT_OFFSET (AccordCbaPosition, present_cost));
  g_autofree gint64 *benefits = apportion (positions, G_STRUCT_OFFSET (AccordCbaPosition, present_benefit));
  g_autofree gint64 *nets = apportion (positions, G_STRUCT_OFFSET (AccordCbaPosition, present_net));

  accord_json_key (json, "by_organisation");
  accord_json_begin_array (json);
  for (guint i = 0; i < positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (positions, AccordCbaPosition, i);

      accord_json_begin_object (json);
      accord_json_member_string (json, "organisation",
                                 accord_appraisal_answer_get_position_name (self, position));
      accord_json_member_int (json, "cost_pence", costs[i]);
      accord_json_member_int (json, "benefit_pence", benefits[i]);
      accord_json_member_int (json, "net_pence", nets[i]);
      member_pence (json, "cashable_pence", position->present_cashable);
      member_pence (json, "cash_net_pence", position->present_cash_net);
      write_deepest (json, "deepest_year", "deepest_pence", position->deepest, position->deepest_net);
      write_deepest (json, "cash_deepest_year", "cash_deepest_pence", position->cash_deepest,
                     position->cash_deepest_net);
      member_value (json, "payback_year", position->payback, TRUE);
      write_position_years (self, json, position);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_parts (AccordJson *json, const AccordCbaSums *sums)
{
  accord_json_key (json, "by_class");
  accord_json_begin_array (json);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      accord_json_begin_object (json);
      accord_json_member_string (json, "class", classes[i]);
      member_pence (json, "benefit_pence", sums->by_class[i]);
      member_pence (json, "cashable_pence", sums->cashable_by_class[i]);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_key (json, "by_kind");
  accord_json_begin_array (json);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      accord_json_begin_object (json);
      accord_json_member_string (json, "kind", kinds[i]);
      member_pence (json, "cost_pence", sums->by_kind[i]);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_key (json, "by_timing");
  accord_json_begin_array (json);
  for (guint i = 0; i < G_N_ELEMENTS (timings); i++)
    {
      accord_json_begin_object (json);
      accord_json_member_string (json, "timing", timings[i]);
      member_pence (json, "cost_pence", sums->costs_by_timing[i]);
      member_pence (json, "benefit_pence", sums->benefits_by_timing[i]);
      member_pence (json, "cashable_pence", sums->cashable_by_timing[i]);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

/**
 * accord_appraisal_answer_get_line_name:
 * @self: an answer
 * @option: index of an option
 * @is_outcome: whether the line is one of its outcomes
 * @line: index of the line
 *
 * Returns: what the line is called
 */
const char *
accord_appraisal_answer_get_line_name (const AccordAppraisalAnswer *self, guint option, gboolean is_outcome,
                                       guint line)
{
  const AccordCbaOption *of = self->source->cba->options->pdata[option];

  return is_outcome ? ((const AccordCbaOutcome *) of->outcomes->pdata[line])->name
                    : ((const AccordCbaCost *) of->costs->pdata[line])->name;
}

static void
write_lines (const AccordAppraisalAnswer *self, AccordJson *json)
{
  accord_json_key (json, "lines");
  accord_json_begin_array (json);
  for (guint i = 0; i < self->shown->lines->len; i++)
    {
      const AccordCbaLineSum *line = &g_array_index (self->shown->lines, AccordCbaLineSum, i);

      accord_json_begin_object (json);
      accord_json_member_string (
          json, "line",
          accord_appraisal_answer_get_line_name (self, self->shown->option, line->is_outcome, line->index));
      accord_json_member_string (json, "uid", line->uid);
      accord_json_member_string (json, "sort", line->is_outcome ? "outcome" : "cost");
      member_pence (json, "total_pence", line->total);
      member_pence (json, "present_pence", line->present);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_options (const AccordAppraisalAnswer *self, AccordJson *json)
{
  accord_json_key (json, "options");
  accord_json_begin_array (json);
  for (guint i = 0; i < self->results->len && !is_bare (self); i++)
    {
      const AccordCbaOption *option = self->source->cba->options->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "option", option->name);
      accord_json_member_string (json, "uid", option->uid);
      accord_json_member_boolean (json, "comparator", option->comparator != ACCORD_COMPARATOR_NONE);
      accord_json_member_boolean (json, "preferred", option->preferred);
      write_sums (json, &((const AccordCbaResult *) self->results->pdata[i])->net, FALSE);
      member_pence (json, "own_pvc_pence", ((const AccordCbaResult *) self->results->pdata[i])->own.pvc);
      member_pence (json, "own_pvb_pence", ((const AccordCbaResult *) self->results->pdata[i])->own.pvb);
      member_pence (json, "own_npsv_pence", ((const AccordCbaResult *) self->results->pdata[i])->own.npsv);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_table (AccordJson *json, const char *key, const char *name, const char *edition)
{
  accord_json_key (json, key);
  accord_json_begin_object (json);
  accord_json_member_string (json, "name", name);
  accord_json_member_string (json, "edition", edition);
  accord_json_end_object (json);
}

/* What the figures stand on. */
static void
write_basis (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const AccordCba *cba = self->source->cba;
  const AccordSchedule *schedule = is_bare (self) ? self->source->json->schedule : cba->schedules->pdata[0];

  write_table (json, "schedule", schedule->name, schedule->edition);
  if (is_bare (self))
    return;
  for (guint i = 0; i < MIN (cba->series->len, 1); i++)
    write_table (json, "series", ((const AccordPriceSeries *) cba->series->pdata[i])->name,
                 ((const AccordPriceSeries *) cba->series->pdata[i])->edition);
  if (cba->grades != NULL)
    write_table (json, "grades", cba->grades->name, cba->grades->edition);
  if (cba->bias != NULL)
    write_table (json, "bias", cba->bias->name, cba->bias->edition);
}

static void
write_head (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const AccordCba *cba = self->source->cba;
  const AccordCbaOption *option = is_bare (self) ? NULL : cba->options->pdata[self->shown->option];
  const guint comparator = self->shown->comparator;

  if (!is_bare (self))
    {
      accord_json_member_string (json, "title", cba->title);
      accord_json_member_string (json, "option", option->name);
      accord_json_member_string (json, "comparator",
                                 comparator == ACCORD_CBA_NONE
                                     ? NULL
                                     : ((const AccordCbaOption *) cba->options->pdata[comparator])->name);
      accord_json_member_string (json, "scenario", self->source->scenario);
      if (cba->base_year != ACCORD_NO_YEAR)
        accord_json_member_int (json, "base_year", cba->base_year);
    }
  accord_json_member_int (json, "horizon", self->shown->horizon);
  write_basis (self, json);
}

/**
 * accord_appraisal_answer_write_json:
 * @self: an answer
 * @output: where it goes
 */
void
accord_appraisal_answer_write_json (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  write_head (self, &json);
  write_sums (&json, &self->shown->net, is_bare (self));
  write_years (self, &json);
  write_positions (self, &json);
  if (!is_bare (self))
    {
      write_parts (&json, &self->shown->net);
      write_lines (self, &json);
      write_options (self, &json);
    }
  if (self->chance != NULL)
    accord_appraisal_json_chance (self, &json);
  if (self->source->file != NULL)
    {
      accord_json_key (&json, "remarks");
      accord_json_begin_array (&json);
      for (guint i = 0; i < self->source->file->remarks->len; i++)
        accord_json_string (&json, self->source->file->remarks->pdata[i]);
      accord_json_end_array (&json);
    }
  accord_json_end_object (&json);
}
