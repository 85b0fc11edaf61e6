/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-writing.h"

/* A name where it says which one is meant, else what it is known by. */
static const char *
find_organisation (const AccordCba *cba, guint index)
{
  const AccordCbaOrganisation *organisation;

  if (index >= cba->organisations->len)
    return NULL;
  organisation = cba->organisations->pdata[index];
  for (guint i = 0; i < cba->organisations->len; i++)
    {
      const AccordCbaOrganisation *other = cba->organisations->pdata[i];

      if (i != index
          && (g_strcmp0 (other->name, organisation->name) == 0
              || g_strcmp0 (other->uid, organisation->name) == 0))
        return organisation->uid;
    }
  return organisation->name;
}

static void
write_spread (AccordJsonWriting *self, const AccordSpread *spread)
{
  AccordJsonText *json = &self->json;

  if (spread->shape == ACCORD_SPREAD_NONE)
    return;
  accord_json_text_open (json, "spread", '{');
  accord_json_text_string (json, "shape", accord_json_spreads[spread->shape]);
  accord_json_text_decimal (json, "low", spread->low);
  accord_json_text_decimal (json, "likely", spread->likely);
  accord_json_text_decimal (json, "high", spread->high);
  if (spread->group < self->cba->groups->len)
    accord_json_text_string (json, "group",
                             ((const AccordCbaGroup *) self->cba->groups->pdata[spread->group])->name);
  accord_json_text_boolean (json, "against", spread->against);
  accord_json_text_close (json, '}');
}

static void
write_prices (AccordJsonWriting *self, int price_year, guint series)
{
  AccordJsonText *json = &self->json;

  if (price_year != ACCORD_NO_YEAR)
    accord_json_text_whole (json, "price_year", price_year);
  if (series < self->series->len)
    accord_json_text_string (json, "series", self->series->pdata[series]);
}

static void
write_schedule (AccordJsonWriting *self, guint schedule)
{
  if (schedule < self->schedules->len)
    accord_json_text_string (&self->json, "schedule", self->schedules->pdata[schedule]);
}

static void
write_sheet (AccordJsonText *json, const AccordBiasSheet *sheet)
{
  if (sheet == NULL)
    return;
  accord_json_text_open (json, "worksheet", '{');
  accord_json_text_open (json, "works", '[');
  for (guint i = 0; i < sheet->works->len; i++)
    {
      const AccordBiasWork *work = sheet->works->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "code", work->code);
      accord_json_text_decimal (json, "share", work->share);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
  accord_json_text_open (json, "mitigations", '[');
  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      const AccordMitigation *mitigation = sheet->mitigations->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "name", mitigation->name);
      accord_json_text_decimal (json, "share", mitigation->share);
      accord_json_text_decimal (json, "mitigated", mitigation->mitigated);
      accord_json_text_whole (json, "cost_pence", mitigation->cost);
      accord_json_text_string (json, "evidence", mitigation->evidence);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
  accord_json_text_boolean (json, "evidenced", sheet->evidenced);
  accord_json_text_close (json, '}');
}

static void
write_cost (AccordJsonWriting *self, const AccordCbaCost *cost)
{
  AccordJsonText *json = &self->json;

  accord_json_text_open (json, NULL, '{');
  accord_json_text_string (json, "name", cost->name);
  accord_json_text_string (json, "uid", cost->uid);
  accord_json_text_string (json, "organisation", find_organisation (self->cba, cost->organisation));
  accord_json_text_string (json, "kind", accord_json_cost_kinds[cost->kind]);
  accord_json_text_string (json, "timing", accord_json_timings[cost->timing]);
  accord_json_text_open (json, "amounts_pence", '{');
  for (guint year = 0; year < cost->amounts->len; year++)
    {
      g_autofree char *key = g_strdup_printf ("%u", year);

      if (accord_cba_cost_get_amount (cost, year) != 0)
        accord_json_text_whole (json, key, accord_cba_cost_get_amount (cost, year));
    }
  accord_json_text_close (json, '}');
  if (cost->nominal)
    accord_json_text_string (json, "prices", "nominal");
  write_prices (self, cost->price_year, cost->series);
  if (cost->grade > 0)
    accord_json_text_whole (json, "grade", cost->grade);
  write_sheet (json, cost->sheet);
  if (cost->bias != 0 || cost->mitigated != 0)
    {
      accord_json_text_decimal (json, "optimism_bias", cost->bias);
      accord_json_text_decimal (json, "mitigation", cost->mitigated);
    }
  write_schedule (self, cost->schedule);
  write_spread (self, &cost->spread);
  accord_json_text_string (json, "source", cost->source);
  accord_json_text_close (json, '}');
}

static gboolean
names_twice (const GArray *gains)
{
  for (guint i = 0; i < gains->len; i++)
    for (guint j = 0; j < i; j++)
      if (g_array_index (gains, AccordCbaGain, i).organisation
          == g_array_index (gains, AccordCbaGain, j).organisation)
        return TRUE;
  return FALSE;
}

/* By name, or where one has two shares a list: in an object each name stands once. */
static void
write_gains (AccordJsonWriting *self, const AccordCbaOutcome *outcome)
{
  AccordJsonText *json = &self->json;
  const gboolean list = names_twice (outcome->gains);

  if (outcome->gains->len == 0)
    return;
  accord_json_text_open (json, "gains", list ? '[' : '{');
  for (guint i = 0; i < outcome->gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);
      const char *name = find_organisation (self->cba, gain->organisation);

      if (!list)
        {
          accord_json_text_decimal (json, name != NULL ? name : "", gain->share);
          continue;
        }
      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "organisation", name);
      accord_json_text_decimal (json, "share", gain->share);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, list ? ']' : '}');
}

static void
write_multipliers (AccordJsonText *json, const AccordCbaOutcome *outcome)
{
  accord_json_text_decimal (json, "need", outcome->need);
  accord_json_text_decimal (json, "engagement", outcome->engagement);
  accord_json_text_decimal (json, "impact", outcome->impact);
  accord_json_text_decimal (json, "deadweight", outcome->deadweight);
  accord_json_text_whole (json, "unit_value_pence", outcome->unit_value);
  accord_json_text_decimal (json, "attribution", outcome->attribution);
  accord_json_text_decimal (json, "displacement", outcome->displacement);
  accord_json_text_decimal (json, "leakage", outcome->leakage);
  accord_json_text_whole (json, "lag_years", outcome->lag_years);
  accord_json_text_decimal (json, "drop_off", outcome->drop_off);
  accord_json_text_decimal (json, "cashable", outcome->cashable);
}

static void
write_outcome (AccordJsonWriting *self, const AccordCbaOutcome *outcome)
{
  AccordJsonText *json = &self->json;

  accord_json_text_open (json, NULL, '{');
  accord_json_text_string (json, "name", outcome->name);
  accord_json_text_string (json, "uid", outcome->uid);
  write_multipliers (json, outcome);
  if (outcome->lasts > 0)
    accord_json_text_whole (json, "lasts", outcome->lasts);
  if (outcome->phasing != NULL)
    {
      accord_json_text_open (json, "phasing", '[');
      for (guint i = 0; i < outcome->phasing->len; i++)
        accord_json_text_decimal (json, NULL, g_array_index (outcome->phasing, AccordDecimal, i));
      accord_json_text_close (json, ']');
    }
  if (outcome->grade > 0)
    accord_json_text_whole (json, "grade", outcome->grade);
  accord_json_text_string (json, "class", accord_json_classes[outcome->outcome_class]);
  accord_json_text_string (json, "timing", accord_json_timings[outcome->timing]);
  write_prices (self, outcome->price_year, outcome->series);
  write_gains (self, outcome);
  write_schedule (self, outcome->schedule);
  write_spread (self, &outcome->spread);
  accord_json_text_string (json, "source", outcome->source);
  accord_json_text_close (json, '}');
}

/**
 * accord_json_write_option:
 * @self: what is being written
 * @option: an option of its analysis
 */
void
accord_json_write_option (AccordJsonWriting *self, const AccordCbaOption *option)
{
  AccordJsonText *json = &self->json;

  accord_json_text_open (json, NULL, '{');
  accord_json_text_string (json, "name", option->name);
  accord_json_text_string (json, "uid", option->uid);
  if (option->comparator != ACCORD_COMPARATOR_NONE)
    accord_json_text_string (json, "comparator", accord_json_comparators[option->comparator]);
  accord_json_text_boolean (json, "preferred", option->preferred);
  accord_json_text_open (json, "costs", '[');
  for (guint i = 0; i < option->costs->len; i++)
    write_cost (self, option->costs->pdata[i]);
  accord_json_text_close (json, ']');
  accord_json_text_open (json, "outcomes", '[');
  for (guint i = 0; i < option->outcomes->len; i++)
    write_outcome (self, option->outcomes->pdata[i]);
  accord_json_text_close (json, ']');
  accord_json_text_close (json, '}');
}
