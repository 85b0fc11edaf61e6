/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-keep-private.h"

#include "appraisal-lines.h"
#include "appraisal-sheet.h"

/* A new record of a kind, with what it begins with. */
AccordRecord *
accord_keeping_new_record (AccordKeeping *self, const char *kind)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (self->schema, kind));

  accord_record_fill_in (record);
  return record;
}

static void
set_decimal (AccordRecord *record, const char *field, AccordDecimal value)
{
  g_autofree char *text = accord_decimal_format (value);

  accord_record_set_text (record, field, text);
}

/* A number that is as it is unless somebody says otherwise is left open. */
static void
set_unusual (AccordRecord *record, const char *field, AccordDecimal value, AccordDecimal usual)
{
  if (value != usual)
    set_decimal (record, field, value);
}

static void
set_count (AccordRecord *record, const char *field, guint value)
{
  if (value > 0)
    accord_record_set_int (record, field, value);
}

static void
set_price_year (AccordKeeping *self, AccordRecord *record, int year, guint series)
{
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  g_autofree char *text = NULL;

  if (year == ACCORD_NO_YEAR)
    return;
  if (series < self->cba->series->len)
    years = ((const AccordPriceSeries *) g_ptr_array_index (self->cba->series, series))->years;
  text = accord_price_year_format (years, year);
  accord_record_set_text (record, "price-year", text);
}

static void
set_spread (AccordKeeping *self, AccordRecord *record, const AccordSpread *spread)
{
  static const char *const shapes[] = { NULL, "triangular", "pert", "normal", "uniform" };

  if (spread->shape == ACCORD_SPREAD_NONE)
    return;
  accord_record_set_text (record, "spread", shapes[spread->shape]);
  set_decimal (record, "low", spread->low);
  set_decimal (record, "likely", spread->likely);
  set_decimal (record, "high", spread->high);
  if (spread->group < self->cba->groups->len)
    accord_record_set_text (
        record, "moves-with",
        ((const AccordCbaGroup *) g_ptr_array_index (self->cba->groups, spread->group))->name);
  accord_record_set_boolean (record, "moves-against", spread->against);
}

static void
set_reference (AccordRecord *record, const char *field, GArray *ids, guint index)
{
  if (index < ids->len)
    accord_record_set_int (record, field, g_array_index (ids, gint64, index));
}

static void
set_amounts (AccordKeeping *self, AccordRecord *record, const AccordCbaCost *line)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  g_autofree char *text = NULL;

  for (guint i = 0; i < line->amounts->len; i++)
    {
      AccordYearAmount amount = { self->cba->base_year + (int) i, g_array_index (line->amounts, gint64, i) };

      if (amount.amount != 0)
        g_array_append_val (amounts, amount);
    }
  text = accord_year_amounts_format ((const AccordYearAmount *) (gpointer) amounts->data, amounts->len);
  accord_record_set_text (record, "amounts", text);
}

static void
set_bias (AccordRecord *record, const AccordCbaCost *line)
{
  g_autofree char *works = NULL, *mitigations = NULL;

  set_unusual (record, "bias-rate", line->bias, 0);
  set_unusual (record, "mitigated", line->mitigated, 0);
  if (line->sheet == NULL)
    return;
  works = accord_works_format (line->sheet);
  mitigations = accord_mitigations_format (line->sheet);
  accord_record_set_text (record, "works", works);
  accord_record_set_text (record, "mitigations", mitigations);
  accord_record_set_boolean (record, "evidenced", line->sheet->evidenced);
}

/* Makes the record of a cost line. */
gboolean
accord_keeping_add_cost (AccordKeeping *self, const AccordCbaCost *line, gint64 option, guint position,
                         GError **error)
{
  static const char *const kinds[] = { "capital", "revenue", "in-kind" };
  static const char *const timings[] = { "recurrent", "one-off" };
  g_autoptr (AccordRecord) record = accord_keeping_new_record (self, "cost");

  accord_record_set_text (record, "name", line->name);
  accord_record_set_int (record, "option", option);
  accord_record_set_int (record, "position", position);
  set_reference (record, "organisation", self->organisations, line->organisation);
  accord_record_set_text (record, "sort", kinds[line->kind]);
  accord_record_set_text (record, "timing", timings[line->timing]);
  accord_record_set_text (record, "prices", line->nominal ? "nominal" : "real");
  accord_record_set_text (record, "basis", line->source);
  set_amounts (self, record, line);
  if (!line->nominal)
    set_price_year (self, record, line->price_year, line->series);
  set_count (record, "grade", line->grade);
  set_bias (record, line);
  set_reference (record, "schedule", self->schedules, line->schedule);
  set_spread (self, record, &line->spread);
  self->kept->n_lines++;
  return accord_writer_insert (self->writer, record, error);
}

/* Each year from year 0 on, for the last holds of all that follow. */
static void
set_phasing (AccordKeeping *self, AccordRecord *record, const AccordCbaOutcome *line)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  g_autofree char *text = NULL;

  if (line->phasing == NULL)
    return;
  for (guint i = 0; i < line->phasing->len; i++)
    {
      AccordYearAmount part = { self->cba->base_year + (int) i,
                                g_array_index (line->phasing, AccordDecimal, i) };

      g_array_append_val (parts, part);
    }
  text = accord_year_parts_format ((const AccordYearAmount *) (gpointer) parts->data, parts->len);
  accord_record_set_text (record, "phasing", text);
}

static void
set_shares (AccordRecord *record, const AccordCbaOutcome *line)
{
  set_decimal (record, "need", line->need);
  set_decimal (record, "engagement", line->engagement);
  set_decimal (record, "impact", line->impact);
  set_decimal (record, "deadweight", line->deadweight);
  set_unusual (record, "attribution", line->attribution, ACCORD_DECIMAL_ONE);
  set_unusual (record, "displacement", line->displacement, 0);
  set_unusual (record, "leakage", line->leakage, 0);
  set_unusual (record, "drop-off", line->drop_off, 0);
  set_decimal (record, "cashable", line->cashable);
}

static gboolean
add_gains (AccordKeeping *self, const AccordCbaOutcome *line, gint64 outcome, GError **error)
{
  for (guint i = 0; i < line->gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (line->gains, AccordCbaGain, i);
      g_autoptr (AccordRecord) record = accord_keeping_new_record (self, "gain");

      accord_record_set_int (record, "outcome", outcome);
      set_reference (record, "organisation", self->organisations, gain->organisation);
      set_decimal (record, "share", gain->share);
      if (!accord_writer_insert (self->writer, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Makes the record of an outcome line and those of who gains. */
gboolean
accord_keeping_add_outcome (AccordKeeping *self, const AccordCbaOutcome *line, gint64 option, guint position,
                            GError **error)
{
  static const char *const classes[] = { "fiscal", "economic", "social" };
  static const char *const timings[] = { "recurrent", "one-off" };
  g_autoptr (AccordRecord) record = accord_keeping_new_record (self, "outcome");

  accord_record_set_text (record, "name", line->name);
  accord_record_set_int (record, "option", option);
  accord_record_set_int (record, "position", position);
  set_shares (record, line);
  accord_record_set_int (record, "unit-value", line->unit_value);
  set_price_year (self, record, line->price_year, line->series);
  set_count (record, "lag-years", line->lag_years);
  set_count (record, "lasts", line->lasts);
  set_phasing (self, record, line);
  set_count (record, "grade", line->grade);
  accord_record_set_text (record, "outcome-class", classes[line->outcome_class]);
  accord_record_set_text (record, "timing", timings[line->timing]);
  accord_record_set_text (record, "basis", line->source);
  set_reference (record, "schedule", self->schedules, line->schedule);
  set_spread (self, record, &line->spread);
  self->kept->n_lines++;
  return accord_writer_insert (self->writer, record, error)
         && add_gains (self, line, accord_record_get_id (record), error);
}
