/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include "financial-year.h"

#include <glib/gi18n-lib.h>

/* Sheets are named after what they hold; a calculation after the place of its option. */
static const char *const sheet_names[ACCORD_BOOK_N_SHEETS] = {
  [ACCORD_BOOK_SUMMARY] = N_ ("Summary"),
  [ACCORD_BOOK_ASSUMPTIONS] = N_ ("Assumptions"),
  [ACCORD_BOOK_COSTS] = N_ ("Costs"),
  [ACCORD_BOOK_OUTCOMES] = N_ ("Outcomes"),
  [ACCORD_BOOK_BIAS] = N_ ("Optimism bias"),
  [ACCORD_BOOK_YEARS] = N_ ("Years"),
  [ACCORD_BOOK_CALCULATIONS] = N_ ("Calculation"),
  [ACCORD_BOOK_ORGANISATIONS] = N_ ("Organisations"),
  [ACCORD_BOOK_SENSITIVITY] = N_ ("Sensitivity"),
  [ACCORD_BOOK_CHECKS] = N_ ("Checks"),
};

const char *
accord_book_kind_word (AccordCostKind kind)
{
  switch (kind)
    {
    case ACCORD_COST_CAPITAL:
      return _ ("Capital");
    case ACCORD_COST_REVENUE:
      return _ ("Revenue");
    case ACCORD_COST_IN_KIND:
    default:
      return _ ("In kind");
    }
}

const char *
accord_book_class_word (AccordOutcomeClass outcome_class)
{
  switch (outcome_class)
    {
    case ACCORD_OUTCOME_FISCAL:
      return _ ("Fiscal");
    case ACCORD_OUTCOME_ECONOMIC:
      return _ ("Economic");
    case ACCORD_OUTCOME_SOCIAL:
    default:
      return _ ("Social");
    }
}

const char *
accord_book_timing_word (AccordTiming timing)
{
  return timing == ACCORD_TIMING_ONE_OFF ? _ ("One-off") : _ ("Recurrent");
}

const char *
accord_book_prices_word (gboolean nominal)
{
  return nominal ? _ ("Nominal") : _ ("Real");
}

const char *
accord_book_yes_word (gboolean yes)
{
  return yes ? _ ("Yes") : _ ("No");
}

static gboolean
has_worksheets (const AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        if (((const AccordCbaCost *) option->costs->pdata[j])->sheet != NULL)
          return TRUE;
    }
  return FALSE;
}

static void
add_sheets (AccordBook *self)
{
  for (guint i = 0; i < ACCORD_BOOK_N_SHEETS; i++)
    {
      if (i == ACCORD_BOOK_CALCULATIONS)
        for (guint j = 0; j < self->cba->options->len; j++)
          {
            /* Translators: a sheet of a workbook; %u is the place of an option among the options. */
            g_autofree char *name = g_strdup_printf (_ ("Calculation %u"), j + 1);

            self->options[j].sheet = accord_book_file_add_sheet (self->file, name);
          }
      else if (i != ACCORD_BOOK_BIAS || has_worksheets (self->cba))
        self->sheets[i] = accord_book_file_add_sheet (self->file, _ (sheet_names[i]));
    }
}

/* Each block begins with a row for its heading; a block without lines keeps one empty row, so that ranges are
 * never empty. */
static void
place_option (AccordBookOption *place, const AccordCbaOption *option)
{
  const guint n_costs = MAX (option->costs->len, 1), n_outcomes = MAX (option->outcomes->len, 1);

  place->n_costs = n_costs;
  place->n_outcomes = n_outcomes;
  place->real_costs = ACCORD_BOOK_FIRST_ROW + 1;
  place->present_costs = place->real_costs + n_costs + 2;
  place->real_outcomes = place->present_costs + n_costs + 2;
  place->present_outcomes = place->real_outcomes + n_outcomes + 2;
  place->own = place->present_outcomes + n_outcomes + 2;
  place->net = place->own + ACCORD_N_BY_YEAR + 2;
  place->figures = place->net + ACCORD_N_BY_YEAR + 2;
}

static void
place_all (AccordBook *self)
{
  guint costs = ACCORD_BOOK_FIRST_ROW, outcomes = ACCORD_BOOK_FIRST_ROW,
        positions = ACCORD_BOOK_FIRST_ROW + 1;

  self->rates = ACCORD_YEARS_COUNTED_ROW + 2;
  self->factors = self->rates + self->cba->schedules->len + 1;
  self->ratios = self->factors + self->cba->schedules->len + 1;
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      AccordBookOption *place = &self->options[i];
      const AccordCbaOption *option = self->cba->options->pdata[i];

      place_option (place, option);
      place->costs = costs;
      place->outcomes = outcomes;
      place->positions = positions;
      costs += place->n_costs;
      outcomes += place->n_outcomes;
      positions += 2 * (self->n_organisations + 3);
    }
  self->bias_rows = g_new0 (guint, costs);
}

/* So that progress can be told. */
static guint64
count_cells (const AccordCba *cba)
{
  guint64 lines = 0;

  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      lines += 3 * ((guint64) option->costs->len + option->outcomes->len) + 2 * ACCORD_N_BY_YEAR
               + 2 * ((guint64) cba->organisations->len + 1);
    }
  return (lines + 2 * cba->schedules->len + cba->series->len) * (cba->horizon + 10);
}

/**
 * accord_book_new:
 * @file: a workbook without sheets; borrowed
 * @appraisal: what it is to say, worked out; borrowed
 *
 * Adds the sheets and decides where everything stands.
 *
 * Returns: (transfer full): the workbook in the making
 */
AccordBook *
accord_book_new (AccordBookFile *file, const AccordAppraisalExport *appraisal)
{
  AccordBook *self = g_new0 (AccordBook, 1);
  const AccordCba *cba = appraisal->cba;

  self->file = file;
  self->appraisal = appraisal;
  self->cba = cba;
  self->n_years = cba->horizon;
  self->n_organisations = cba->organisations->len;
  self->options = g_new0 (AccordBookOption, MAX (cba->options->len, 1));
  self->bands = g_new0 (AccordBookRows, MAX (cba->schedules->len, 1));
  self->factor_values = g_new0 (double *, cba->schedules->len + 1);
  for (guint i = 0; i < cba->schedules->len; i++)
    {
      self->factor_values[i] = g_new0 (double, self->n_years + 1);
      accord_schedule_fill (cba->schedules->pdata[i], self->factor_values[i], self->n_years + 1);
    }
  file->n_expected = count_cells (cba);
  add_sheets (self);
  place_all (self);
  return self;
}

void
accord_book_free (AccordBook *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->factor_values[i] != NULL; i++)
    g_free (self->factor_values[i]);
  g_free (self->factor_values);
  g_free (self->options);
  g_free (self->bands);
  g_free (self->bias_rows);
  g_free (self);
}

const AccordCbaResult *
accord_book_result (const AccordBook *self, guint option)
{
  return self->appraisal->results->pdata[option];
}

const AccordCbaOption *
accord_book_option (const AccordBook *self, guint option)
{
  return self->cba->options->pdata[option];
}

/* What an option is measured against; ACCORD_CBA_NONE for nothing, as for the comparator itself. */
guint
accord_book_comparator (const AccordBook *self, guint option)
{
  return accord_book_result (self, option)->comparator;
}

/**
 * accord_book_dup_year:
 * @self: a workbook in the making
 * @year: counted from 0
 *
 * Returns: (transfer full): the year, as the formula over its column has it
 */
char *
accord_book_dup_year (const AccordBook *self, guint year)
{
  if (self->cba->base_year == ACCORD_NO_YEAR)
    /* Translators: a year that is only numbered. */
    return g_strdup_printf (_ ("Year %u"), year);
  return accord_financial_year_format (self->cba->base_year + (int) year);
}

/**
 * accord_book_head:
 * @self: a workbook in the making
 * @sheet: one of its sheets
 * @column: where its years begin, or 0 where it has none
 * @title: what it is
 * @note: (nullable): how it is to be read
 *
 * Writes what stands over a sheet.
 */
void
accord_book_head (AccordBook *self, AccordBookSheet *sheet, guint column, const char *title, const char *note)
{
  const AccordBookSheet *years = self->sheets[ACCORD_BOOK_YEARS];

  accord_book_text (sheet, ACCORD_BOOK_TITLE_ROW, 0, ACCORD_BOOK_TITLE, title);
  if (note != NULL)
    accord_book_text (sheet, ACCORD_BOOK_NOTE_ROW, 0, ACCORD_BOOK_NOTE, note);
  for (guint year = 0; column > 0 && year < self->n_years; year++)
    {
      g_autofree char *label = accord_book_dup_year (self, year);

      accord_book_formula (
          sheet, ACCORD_BOOK_YEAR_ROW, column + year, ACCORD_BOOK_NUMBER, year, "%s",
          accord_ref (years, ACCORD_BOOK_YEAR_ROW, ACCORD_YEARS_COLUMN + year, ACCORD_REF_FIXED_ROW).text);
      accord_book_words (
          sheet, ACCORD_BOOK_LABEL_ROW, column + year, ACCORD_BOOK_HEADING_RIGHT, label, "%s",
          accord_ref (years, ACCORD_BOOK_LABEL_ROW, ACCORD_YEARS_COLUMN + year, ACCORD_REF_FIXED_ROW).text);
    }
}

/**
 * accord_book_value:
 * @sheet: a sheet
 * @row: of the cell
 * @column: of the cell
 * @style: how it looks
 * @value: what it comes to now
 * @formula: the formula, without the equals sign
 *
 * Writes a formula that comes to a number or to words that say why there is none.
 */
void
accord_book_value (AccordBookSheet *sheet, guint row, guint column, AccordBookStyle style,
                   AccordCbaValue value, const char *formula)
{
  if (value.defined == ACCORD_DEFINED)
    accord_book_formula (sheet, row, column, style, value.value, "%s", formula);
  else
    accord_book_words (sheet, row, column, style, accord_undefined_get_words (value.defined), "%s", formula);
}

/**
 * accord_book_dup_payback:
 * @self: a workbook in the making
 * @cumulative: the range of a cumulative position by year
 * @years: the range of the numbers of those years
 * @costs: the cell of the present value of the costs
 *
 * Returns: (transfer full): a formula for the first year from which the position stays at or above nought
 */
char *
accord_book_dup_payback (const AccordBook *self, AccordRef cumulative, AccordRef years, AccordRef costs)
{
  g_autofree char *after =
      g_strdup_printf ("SUMPRODUCT(MAX((ROUND(%s,2)<0)*(%s+1)))", cumulative.text, years.text);
  g_autofree char *nothing = accord_book_quote (accord_undefined_get_words (ACCORD_UNDEFINED_NOTHING_PAID));
  g_autofree char *never = accord_book_quote (accord_undefined_get_words (ACCORD_UNDEFINED_NEVER));

  return g_strdup_printf ("IF(%s=0,IF(ROUND(%s,2)>0,0,%s),IF(%s>=%s,%s,%s))", after, costs.text, nothing,
                          after, self->horizon.text, never, after);
}
