/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-lines.h"

#include "appraisal-sheet.h"
#include "financial-year.h"
#include "model-error.h"

#include <glib/gi18n-lib.h>

/* A group that no appraisal has, so that the check says that it is not there. */
#define NO_SUCH_GROUP (ACCORD_CBA_NONE - 1)

static gboolean
fail (AccordRecord *record, const char *field, const char *what, GError **error)
{
  g_autofree char *title = accord_record_dup_title (record);
  const char *label = accord_kind_get_field (accord_record_get_kind (record), field)->label;

  /* Translators: the name of a line of an appraisal, the label of a field of it, and what is wrong there. */
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM, _ ("“%s”, %s: %s"), title, _ (label),
               what);
  return FALSE;
}

static gboolean
read_decimal (AccordRecord *record, const char *field, AccordDecimal otherwise, AccordDecimal *value,
              GError **error)
{
  const char *text = accord_record_get_text (record, field);

  *value = otherwise;
  if (text == NULL || *text == '\0' || accord_decimal_parse (text, value))
    return TRUE;
  return fail (record, field, _ ("This number is larger than can be counted with."), error);
}

static guint
read_count (AccordRecord *record, const char *field)
{
  gint64 value = accord_record_get_int (record, field);

  return value == ACCORD_UNKNOWN ? 0 : (guint) CLAMP (value, 0, G_MAXINT);
}

static guint
read_word (AccordRecord *record, const char *field, const char *const *words)
{
  const char *word = accord_record_get_text (record, field);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return i;
  return 0;
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

/* Years of prices are compared only with years of their own kind: 2013/14 is neither 2013 nor 2014. */
static gboolean
check_years (AccordRecord *record, const AccordCba *cba, const char *written, AccordPriceYears years,
             GError **error)
{
  const AccordPriceSeries *series = cba->series->len > 0 ? g_ptr_array_index (cba->series, 0) : NULL;
  g_autofree char *what = NULL;

  if (series != NULL && series->years == ACCORD_PRICES_CALENDAR && cba->price_year == ACCORD_NO_YEAR)
    what = g_strdup_printf (
        _ ("“%s” goes by calendar years: the appraisal has to say of which calendar year its "
           "prices are."),
        series->name);
  else if (series != NULL && written != NULL && series->years != years)
    what = g_strdup_printf (years == ACCORD_PRICES_CALENDAR
                                ? _ ("%s is a calendar year, but “%s” goes by financial years.")
                                : _ ("%s is a financial year, but “%s” goes by calendar years."),
                            written, series->name);
  else if (series == NULL && written != NULL && years == ACCORD_PRICES_CALENDAR)
    what = g_strdup_printf (
        _ ("%s is a calendar year: the appraisal needs a price series by calendar years."), written);
  return what == NULL || fail (record, "price-year", what, error);
}

static gboolean
fill_prices (AccordRecord *record, const AccordCba *cba, gboolean nominal, int *price_year, guint *series,
             GError **error)
{
  const char *written = accord_record_get_text (record, "price-year");
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  g_autoptr (GError) problem = NULL;

  *series = ACCORD_CBA_NONE;
  *price_year = ACCORD_NO_YEAR;
  if (nominal || written == NULL || *written == '\0')
    written = NULL;
  if (!accord_price_year_parse (written, &years, price_year, &problem))
    return fail (record, "price-year", problem->message, error);
  if (!nominal && written == NULL)
    return TRUE;
  if (cba->series->len > 0)
    *series = 0;
  return check_years (record, cba, written, years, error);
}

static guint
find_group (const AccordCba *cba, const char *name)
{
  if (name == NULL || *name == '\0')
    return ACCORD_CBA_NONE;
  for (guint i = 0; i < cba->groups->len; i++)
    if (g_str_equal (((const AccordCbaGroup *) g_ptr_array_index (cba->groups, i))->name, name))
      return i;
  return NO_SUCH_GROUP;
}

static gboolean
fill_spread (AccordRecord *record, const AccordCba *cba, AccordSpread *spread, GError **error)
{
  /* Without a word, none. */
  static const char *const shapes[] = { "", "triangular", "pert", "normal", "uniform", NULL };

  *spread = (AccordSpread){ .shape = (AccordSpreadShape) read_word (record, "spread", shapes) };
  spread->group = find_group (cba, accord_record_get_text (record, "moves-with"));
  spread->against = accord_record_get_boolean (record, "moves-against");
  return read_decimal (record, "low", ACCORD_DECIMAL_ONE, &spread->low, error)
         && read_decimal (record, "likely", ACCORD_DECIMAL_ONE, &spread->likely, error)
         && read_decimal (record, "high", spread->shape == ACCORD_SPREAD_NORMAL ? 0 : ACCORD_DECIMAL_ONE,
                          &spread->high, error);
}

static gboolean
fail_before (AccordRecord *record, const char *field, const AccordCba *cba, int year, GError **error)
{
  g_autofree char *named = accord_financial_year_format (year);
  g_autofree char *first = accord_financial_year_format (cba->base_year);
  /* Translators: two financial years. */
  g_autofree char *what = g_strdup_printf (_ ("%s is before year 0, %s."), named, first);

  return fail (record, field, what, error);
}

static gboolean
fill_amounts (AccordRecord *cost, const AccordCba *cba, AccordCbaCost *line, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) amounts = accord_year_amounts_parse (accord_record_get_text (cost, "amounts"), &problem);

  g_array_set_size (line->amounts, 0);
  if (amounts == NULL)
    return fail (cost, "amounts", problem->message, error);
  for (guint i = 0; i < amounts->len; i++)
    {
      const AccordYearAmount *amount = &g_array_index (amounts, AccordYearAmount, i);

      if (amount->amount == 0)
        continue;
      if (amount->year < cba->base_year)
        return fail_before (cost, "amounts", cba, amount->year, error);
      accord_cba_cost_set_amount (line, (guint) (amount->year - cba->base_year), amount->amount);
    }
  return TRUE;
}

static gboolean
fill_sheet (AccordRecord *cost, AccordCbaCost *line, GError **error)
{
  g_autoptr (AccordBiasSheet) sheet = accord_bias_sheet_new ();
  g_autoptr (GError) problem = NULL;

  g_clear_pointer (&line->sheet, accord_bias_sheet_free);
  if (!accord_works_parse (accord_record_get_text (cost, "works"), sheet, &problem))
    return fail (cost, "works", problem->message, error);
  if (!accord_mitigations_parse (accord_record_get_text (cost, "mitigations"), sheet, &problem))
    return fail (cost, "mitigations", problem->message, error);
  sheet->evidenced = accord_record_get_boolean (cost, "evidenced");
  if (sheet->works->len > 0 || sheet->mitigations->len > 0)
    line->sheet = g_steal_pointer (&sheet);
  return read_decimal (cost, "bias-rate", 0, &line->bias, error)
         && read_decimal (cost, "mitigated", 0, &line->mitigated, error);
}

/**
 * accord_cost_fill_line:
 * @cost: a cost record
 * @cba: the analysis that the line is of, with its years, series and groups
 * @line: the line to be filled
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which names line and field
 *
 * Puts what the record says into the line. Who pays and the schedule are left as they are: they are other
 * records, which accord_appraisal_file_find_organisation() and accord_appraisal_file_find_schedule() know.
 * A group that the analysis does not have becomes one that accord_cba_check() complains of.
 *
 * Returns: whether all of it could be read
 */
gboolean
accord_cost_fill_line (AccordRecord *cost, const AccordCba *cba, AccordCbaCost *line, GError **error)
{
  static const char *const kinds[] = { "capital", "revenue", "in-kind", NULL };
  static const char *const timings[] = { "recurrent", "one-off", NULL };

  set_text (&line->uid, accord_record_get_uid (cost));
  set_text (&line->name, accord_record_get_text (cost, "name"));
  set_text (&line->source, accord_record_get_text (cost, "basis"));
  line->kind = (AccordCostKind) read_word (cost, "sort", kinds);
  line->timing = (AccordTiming) read_word (cost, "timing", timings);
  line->grade = read_count (cost, "grade");
  line->nominal = g_strcmp0 (accord_record_get_text (cost, "prices"), "nominal") == 0;
  return fill_amounts (cost, cba, line, error) && fill_sheet (cost, line, error)
         && fill_prices (cost, cba, line->nominal, &line->price_year, &line->series, error)
         && fill_spread (cost, cba, &line->spread, error);
}

/* From year 0 on; a year that is not named is as the one before it, and nothing is reached before the first.
 */
static gboolean
fill_phasing (AccordRecord *outcome, const AccordCba *cba, AccordCbaOutcome *line, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GArray) parts = accord_year_parts_parse (accord_record_get_text (outcome, "phasing"), &problem);
  AccordDecimal reached = 0;
  guint at = 0;

  g_clear_pointer (&line->phasing, g_array_unref);
  if (parts == NULL)
    return fail (outcome, "phasing", problem->message, error);
  if (parts->len == 0)
    return TRUE;
  line->phasing = g_array_new (FALSE, FALSE, sizeof (AccordDecimal));
  for (int year = cba->base_year; at < parts->len || line->phasing->len == 0; year++)
    {
      for (; at < parts->len && g_array_index (parts, AccordYearAmount, at).year <= year; at++)
        reached = g_array_index (parts, AccordYearAmount, at).amount;
      g_array_append_val (line->phasing, reached);
    }
  return TRUE;
}

static gboolean
fill_shares (AccordRecord *outcome, AccordCbaOutcome *line, GError **error)
{
  const AccordDecimal all = ACCORD_DECIMAL_ONE;

  return read_decimal (outcome, "need", 0, &line->need, error)
         && read_decimal (outcome, "engagement", all, &line->engagement, error)
         && read_decimal (outcome, "impact", all, &line->impact, error)
         && read_decimal (outcome, "deadweight", 0, &line->deadweight, error)
         && read_decimal (outcome, "attribution", all, &line->attribution, error)
         && read_decimal (outcome, "displacement", 0, &line->displacement, error)
         && read_decimal (outcome, "leakage", 0, &line->leakage, error)
         && read_decimal (outcome, "drop-off", 0, &line->drop_off, error)
         && read_decimal (outcome, "cashable", 0, &line->cashable, error);
}

/**
 * accord_outcome_fill_line:
 * @outcome: an outcome record
 * @cba: the analysis that the line is of, with its years, series and groups
 * @line: the line to be filled
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which names line and field
 *
 * Puts what the record says into the line, as accord_cost_fill_line() does. Who gains and the schedule are
 * left as they are. What is not stated changes nothing: all take part, it makes the difference for all of
 * them and none would have had it anyway; without a population or a unit value it is worth nothing.
 *
 * Returns: whether all of it could be read
 */
gboolean
accord_outcome_fill_line (AccordRecord *outcome, const AccordCba *cba, AccordCbaOutcome *line, GError **error)
{
  static const char *const classes[] = { "fiscal", "economic", "social", NULL };
  static const char *const timings[] = { "recurrent", "one-off", NULL };
  gint64 value = accord_record_get_int (outcome, "unit-value");

  set_text (&line->uid, accord_record_get_uid (outcome));
  set_text (&line->name, accord_record_get_text (outcome, "name"));
  set_text (&line->source, accord_record_get_text (outcome, "basis"));
  line->unit_value = value == ACCORD_UNKNOWN ? 0 : value;
  line->lag_years = read_count (outcome, "lag-years");
  line->lasts = read_count (outcome, "lasts");
  line->grade = read_count (outcome, "grade");
  line->outcome_class = (AccordOutcomeClass) read_word (outcome, "outcome-class", classes);
  line->timing = (AccordTiming) read_word (outcome, "timing", timings);
  return fill_shares (outcome, line, error) && fill_phasing (outcome, cba, line, error)
         && fill_prices (outcome, cba, FALSE, &line->price_year, &line->series, error)
         && fill_spread (outcome, cba, &line->spread, error);
}
