/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* Typed lines: costs and outcomes, each option's together. */

static const char *const cost_headings[ACCORD_COSTS_YEARS] = {
  [ACCORD_COSTS_OPTION] = N_ ("Option"),
  [ACCORD_COSTS_NAME] = N_ ("Cost"),
  [ACCORD_COSTS_PAYER] = N_ ("Paid by no."),
  [ACCORD_COSTS_PAYER_NAME] = N_ ("Paid by"),
  [ACCORD_COSTS_KIND] = N_ ("Kind"),
  [ACCORD_COSTS_TIMING] = N_ ("Recurrent or one-off"),
  [ACCORD_COSTS_PRICES] = N_ ("Prices"),
  [ACCORD_COSTS_PRICE_YEAR] = N_ ("Price year"),
  [ACCORD_COSTS_SERIES] = N_ ("Price index no."),
  [ACCORD_COSTS_GRADE] = N_ ("Grade"),
  [ACCORD_COSTS_BIAS] = N_ ("Optimism bias"),
  [ACCORD_COSTS_MITIGATED] = N_ ("Mitigated"),
  [ACCORD_COSTS_MITIGATION_COST] = N_ ("Cost of mitigation"),
  [ACCORD_COSTS_SCHEDULE] = N_ ("Discount rates no."),
  [ACCORD_COSTS_SOURCE] = N_ ("Source"),
};

static const char *const outcome_headings[ACCORD_OUTCOMES_SHARES] = {
  [ACCORD_OUTCOMES_OPTION] = N_ ("Option"),
  [ACCORD_OUTCOMES_NAME] = N_ ("Outcome"),
  [ACCORD_OUTCOMES_NEED] = N_ ("In need"),
  [ACCORD_OUTCOMES_ENGAGEMENT] = N_ ("Engagement"),
  [ACCORD_OUTCOMES_IMPACT] = N_ ("Impact"),
  [ACCORD_OUTCOMES_DEADWEIGHT] = N_ ("Deadweight"),
  [ACCORD_OUTCOMES_UNIT_VALUE] = N_ ("Unit value"),
  [ACCORD_OUTCOMES_PRICE_YEAR] = N_ ("Price year"),
  [ACCORD_OUTCOMES_SERIES] = N_ ("Price index no."),
  [ACCORD_OUTCOMES_ATTRIBUTION] = N_ ("Attribution"),
  [ACCORD_OUTCOMES_DISPLACEMENT] = N_ ("Displacement"),
  [ACCORD_OUTCOMES_LEAKAGE] = N_ ("Leakage"),
  [ACCORD_OUTCOMES_LAG] = N_ ("Lag in years"),
  [ACCORD_OUTCOMES_DROP_OFF] = N_ ("Drop-off a year"),
  [ACCORD_OUTCOMES_LASTS] = N_ ("Lasts, in years (0: to the end)"),
  [ACCORD_OUTCOMES_GRADE] = N_ ("Grade"),
  [ACCORD_OUTCOMES_CLASS] = N_ ("Class"),
  [ACCORD_OUTCOMES_TIMING] = N_ ("Recurrent or one-off"),
  [ACCORD_OUTCOMES_CASHABLE] = N_ ("Cashable"),
  [ACCORD_OUTCOMES_SCHEDULE] = N_ ("Discount rates no."),
  [ACCORD_OUTCOMES_SOURCE] = N_ ("Source"),
};

static void
write_headings (AccordBookSheet *sheet, const char *const *headings, guint n)
{
  for (guint i = 0; i < n; i++)
    accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, i, ACCORD_BOOK_HEADING, _ (headings[i]));
}

/* The name of the option, which is typed among the assumptions. */
static void
write_option_name (AccordBook *self, AccordBookSheet *sheet, guint row, guint option)
{
  accord_book_words (
      sheet, row, 0, ACCORD_BOOK_PLAIN, accord_book_option (self, option)->name, "%s",
      accord_ref (self->sheets[ACCORD_BOOK_ASSUMPTIONS], self->option_names.row + option, 1, ACCORD_REF_FIXED)
          .text);
}

static void
write_decimal (AccordBookSheet *sheet, guint row, guint column, AccordBookStyle style, AccordDecimal value)
{
  accord_book_number (sheet, row, column, style, accord_decimal_to_double (value));
}

static void
write_year (AccordBookSheet *sheet, guint row, guint column, int year)
{
  if (year != ACCORD_NO_YEAR)
    accord_book_number (sheet, row, column, ACCORD_BOOK_TYPED_NUMBER, year);
  else
    accord_book_blank (sheet, row, column, ACCORD_BOOK_TYPED_NUMBER);
}

/* Numbers of things begin at 1; 0 is none. */
static void
write_index (AccordBookSheet *sheet, guint row, guint column, guint index, guint otherwise)
{
  accord_book_number (sheet, row, column, ACCORD_BOOK_TYPED_NUMBER,
                      index != ACCORD_CBA_NONE ? index + 1 : otherwise);
}

static void
write_timing (AccordBookSheet *sheet, guint row, guint column, AccordTiming timing)
{
  const char *const timings[] = { accord_book_timing_word (ACCORD_TIMING_RECURRENT),
                                  accord_book_timing_word (ACCORD_TIMING_ONE_OFF), NULL };

  accord_book_text (sheet, row, column, ACCORD_BOOK_TYPED, accord_book_timing_word (timing));
  accord_book_sheet_offer (sheet, row, column, timings);
}

static void
write_payer (AccordBook *self, AccordBookSheet *sheet, guint row, guint organisation)
{
  const AccordBookSheet *typed = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const AccordBookRows rows = self->organisations;
  const guint last = rows.row + rows.n - 1;
  const char *name = organisation < self->n_organisations
                         ? ((AccordCbaOrganisation *) self->cba->organisations->pdata[organisation])->name
                         : _ ("No organisation named");

  write_index (sheet, row, ACCORD_COSTS_PAYER, organisation, 0);
  accord_book_words (sheet, row, ACCORD_COSTS_PAYER_NAME, ACCORD_BOOK_PLAIN, name, "INDEX(%s,MATCH(%s,%s,0))",
                     accord_range (typed, rows.row, 1, last, 1, ACCORD_REF_FIXED).text,
                     accord_ref (NULL, row, ACCORD_COSTS_PAYER, ACCORD_REF_MOVES).text,
                     accord_range (typed, rows.row, 0, last, 0, ACCORD_REF_FIXED).text);
}

/* A line with a worksheet has its bias from there. */
static void
write_bias (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaCost *cost)
{
  const guint worksheet = self->bias_rows[row - ACCORD_BOOK_FIRST_ROW];
  AccordBiasOutcome outcome = { 0 };

  if (cost->sheet == NULL)
    {
      write_decimal (sheet, row, ACCORD_COSTS_BIAS, ACCORD_BOOK_TYPED_PERCENT, cost->bias);
      write_decimal (sheet, row, ACCORD_COSTS_MITIGATED, ACCORD_BOOK_TYPED_PERCENT, cost->mitigated);
      return;
    }
  accord_bias_sheet_work_out (cost->sheet, self->cba->bias, &outcome);
  accord_book_formula (sheet, row, ACCORD_COSTS_BIAS, ACCORD_BOOK_PERCENT,
                       accord_book_sheet_bias (self, cost), "%s",
                       accord_ref (self->sheets[ACCORD_BOOK_BIAS], worksheet + ACCORD_BIAS_RATE,
                                   ACCORD_BIAS_RESULT, ACCORD_REF_FIXED)
                           .text);
  accord_book_number (sheet, row, ACCORD_COSTS_MITIGATED, ACCORD_BOOK_PERCENT, 0);
  accord_book_formula (sheet, row, ACCORD_COSTS_MITIGATION_COST, ACCORD_BOOK_MONEY,
                       (double) outcome.cost / 100, "%s",
                       accord_ref (self->sheets[ACCORD_BOOK_BIAS], worksheet + ACCORD_BIAS_COST,
                                   ACCORD_BIAS_RESULT, ACCORD_REF_FIXED)
                           .text);
}

static void
write_cost (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaCost *cost)
{
  const char *const kinds[] = { accord_book_kind_word (ACCORD_COST_CAPITAL),
                                accord_book_kind_word (ACCORD_COST_REVENUE),
                                accord_book_kind_word (ACCORD_COST_IN_KIND), NULL };
  const char *const prices[] = { accord_book_prices_word (FALSE), accord_book_prices_word (TRUE), NULL };

  accord_book_text (sheet, row, ACCORD_COSTS_NAME, ACCORD_BOOK_TYPED, cost->name);
  write_payer (self, sheet, row, cost->organisation);
  accord_book_text (sheet, row, ACCORD_COSTS_KIND, ACCORD_BOOK_TYPED, accord_book_kind_word (cost->kind));
  accord_book_sheet_offer (sheet, row, ACCORD_COSTS_KIND, kinds);
  write_timing (sheet, row, ACCORD_COSTS_TIMING, cost->timing);
  accord_book_text (sheet, row, ACCORD_COSTS_PRICES, ACCORD_BOOK_TYPED,
                    accord_book_prices_word (cost->nominal));
  accord_book_sheet_offer (sheet, row, ACCORD_COSTS_PRICES, prices);
  write_year (sheet, row, ACCORD_COSTS_PRICE_YEAR, cost->price_year);
  write_index (sheet, row, ACCORD_COSTS_SERIES, cost->series, 0);
  accord_book_number (sheet, row, ACCORD_COSTS_GRADE, ACCORD_BOOK_TYPED_NUMBER, cost->grade);
  write_bias (self, sheet, row, cost);
  write_index (sheet, row, ACCORD_COSTS_SCHEDULE, cost->schedule, 1);
  accord_book_text (sheet, row, ACCORD_COSTS_SOURCE, ACCORD_BOOK_TYPED, cost->source);
  for (guint year = 0; year < self->n_years; year++)
    accord_book_number (sheet, row, ACCORD_COSTS_YEARS + year, ACCORD_BOOK_TYPED_MONEY,
                        (double) accord_cba_cost_get_amount (cost, year) / 100);
}

/**
 * accord_book_write_costs:
 * @self: a workbook in the making
 *
 * Writes the costs as they were typed.
 */
void
accord_book_write_costs (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_COSTS];

  accord_book_head (self, sheet, ACCORD_COSTS_YEARS, _ ("Costs"),
                    _ ("As they were typed, in pounds: neither re-based nor corrected."));
  write_headings (sheet, cost_headings, ACCORD_COSTS_YEARS);
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      const AccordCbaOption *option = accord_book_option (self, i);

      write_option_name (self, sheet, self->options[i].costs, i);
      for (guint j = 0; j < option->costs->len && !accord_book_file_is_stopped (self->file); j++)
        {
          if (j > 0)
            write_option_name (self, sheet, self->options[i].costs + j, i);
          write_cost (self, sheet, self->options[i].costs + j, option->costs->pdata[j]);
        }
    }
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_OPTION, ACCORD_COSTS_OPTION, 28);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_NAME, ACCORD_COSTS_NAME, 42);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_PAYER, ACCORD_COSTS_PAYER, 8);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_PAYER_NAME, ACCORD_COSTS_PAYER_NAME, 36);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_KIND, ACCORD_COSTS_SCHEDULE, 12);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_SOURCE, ACCORD_COSTS_SOURCE, 28);
  accord_book_sheet_set_widths (sheet, ACCORD_COSTS_YEARS, ACCORD_COSTS_YEARS + self->n_years - 1, 15);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_FIRST_ROW, ACCORD_COSTS_NAME + 1,
                            ACCORD_COSTS_YEARS + self->n_years);
  accord_book_sheet_heighten (sheet, ACCORD_BOOK_LABEL_ROW);
}

/* --- Outcomes. */

static AccordDecimal
share_of (const AccordCbaOutcome *outcome, guint organisation)
{
  AccordDecimal share = 0;

  for (guint i = 0; i < outcome->gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);

      share += gain->organisation == organisation ? gain->share : 0;
    }
  return share;
}

/* Who gains: a share for every organisation, and what is left for nobody in particular. */
static void
write_shares (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaOutcome *outcome)
{
  const guint n = self->n_organisations, nobody = ACCORD_OUTCOMES_SHARES + n;
  AccordDecimal left = ACCORD_DECIMAL_ONE;

  for (guint i = 0; i < n; i++)
    {
      const AccordDecimal share = share_of (outcome, i);

      write_decimal (sheet, row, ACCORD_OUTCOMES_SHARES + i, ACCORD_BOOK_TYPED_PERCENT, share);
      left -= share;
    }
  if (n == 0)
    accord_book_number (sheet, row, nobody, ACCORD_BOOK_PERCENT, 1);
  else
    accord_book_formula (
        sheet, row, nobody, ACCORD_BOOK_PERCENT, accord_decimal_to_double (left), "ROUND(1-SUM(%s),9)",
        accord_range (NULL, row, ACCORD_OUTCOMES_SHARES, row, nobody - 1, ACCORD_REF_MOVES).text);
}

/* How much of it is reached in each year; the years after the last that was typed are as that one. */
static void
write_phasing (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaOutcome *outcome)
{
  const guint first = ACCORD_OUTCOMES_SHARES + self->n_organisations + 1;
  const guint n = outcome->phasing != NULL ? outcome->phasing->len : 0;
  double last = 1;

  for (guint year = 0; year < self->n_years; year++)
    {
      if (n == 0)
        accord_book_blank (sheet, row, first + year, ACCORD_BOOK_TYPED_PERCENT);
      else if (year < n)
        accord_book_number (
            sheet, row, first + year, ACCORD_BOOK_TYPED_PERCENT,
            last = accord_decimal_to_double (g_array_index (outcome->phasing, AccordDecimal, year)));
      else
        accord_book_formula (sheet, row, first + year, ACCORD_BOOK_PERCENT, last, "%s",
                             accord_ref (NULL, row, first + year - 1, ACCORD_REF_MOVES).text);
    }
}

static void
write_outcome (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaOutcome *outcome)
{
  const char *const classes[] = { accord_book_class_word (ACCORD_OUTCOME_FISCAL),
                                  accord_book_class_word (ACCORD_OUTCOME_ECONOMIC),
                                  accord_book_class_word (ACCORD_OUTCOME_SOCIAL), NULL };
  const AccordBookStyle number = ACCORD_BOOK_TYPED_NUMBER, percent = ACCORD_BOOK_TYPED_PERCENT;

  accord_book_text (sheet, row, ACCORD_OUTCOMES_NAME, ACCORD_BOOK_TYPED, outcome->name);
  write_decimal (sheet, row, ACCORD_OUTCOMES_NEED, number, outcome->need);
  write_decimal (sheet, row, ACCORD_OUTCOMES_ENGAGEMENT, percent, outcome->engagement);
  write_decimal (sheet, row, ACCORD_OUTCOMES_IMPACT, percent, outcome->impact);
  write_decimal (sheet, row, ACCORD_OUTCOMES_DEADWEIGHT, percent, outcome->deadweight);
  accord_book_number (sheet, row, ACCORD_OUTCOMES_UNIT_VALUE, ACCORD_BOOK_TYPED_MONEY,
                      (double) outcome->unit_value / 100);
  write_year (sheet, row, ACCORD_OUTCOMES_PRICE_YEAR, outcome->price_year);
  write_index (sheet, row, ACCORD_OUTCOMES_SERIES, outcome->series, 0);
  write_decimal (sheet, row, ACCORD_OUTCOMES_ATTRIBUTION, percent, outcome->attribution);
  write_decimal (sheet, row, ACCORD_OUTCOMES_DISPLACEMENT, percent, outcome->displacement);
  write_decimal (sheet, row, ACCORD_OUTCOMES_LEAKAGE, percent, outcome->leakage);
  accord_book_number (sheet, row, ACCORD_OUTCOMES_LAG, number, outcome->lag_years);
  write_decimal (sheet, row, ACCORD_OUTCOMES_DROP_OFF, percent, outcome->drop_off);
  accord_book_number (sheet, row, ACCORD_OUTCOMES_LASTS, number, outcome->lasts);
  accord_book_number (sheet, row, ACCORD_OUTCOMES_GRADE, number, outcome->grade);
  accord_book_text (sheet, row, ACCORD_OUTCOMES_CLASS, ACCORD_BOOK_TYPED,
                    accord_book_class_word (outcome->outcome_class));
  accord_book_sheet_offer (sheet, row, ACCORD_OUTCOMES_CLASS, classes);
  write_timing (sheet, row, ACCORD_OUTCOMES_TIMING, outcome->timing);
  write_decimal (sheet, row, ACCORD_OUTCOMES_CASHABLE, percent, outcome->cashable);
  write_index (sheet, row, ACCORD_OUTCOMES_SCHEDULE, outcome->schedule, 1);
  accord_book_text (sheet, row, ACCORD_OUTCOMES_SOURCE, ACCORD_BOOK_TYPED, outcome->source);
  write_shares (self, sheet, row, outcome);
  write_phasing (self, sheet, row, outcome);
}

static void
write_gainers (AccordBook *self, AccordBookSheet *sheet)
{
  for (guint i = 0; i <= self->n_organisations; i++)
    {
      const guint column = ACCORD_OUTCOMES_SHARES + i;
      const char *name = i < self->n_organisations
                             ? ((AccordCbaOrganisation *) self->cba->organisations->pdata[i])->name
                             : _ ("No organisation named");

      accord_book_text (sheet, ACCORD_BOOK_YEAR_ROW, column, ACCORD_BOOK_RIGHT, _ ("Gains"));
      accord_book_words (
          sheet, ACCORD_BOOK_LABEL_ROW, column, ACCORD_BOOK_HEADING_RIGHT, name, "%s",
          accord_ref (self->sheets[ACCORD_BOOK_ASSUMPTIONS], self->organisations.row + i, 1, ACCORD_REF_FIXED)
              .text);
    }
}

/**
 * accord_book_write_outcomes:
 * @self: a workbook in the making
 *
 * Writes the outcomes as they were typed, who gains, and how much is reached in each year.
 */
void
accord_book_write_outcomes (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_OUTCOMES];
  const guint years = ACCORD_OUTCOMES_SHARES + self->n_organisations + 1;

  accord_book_head (
      self, sheet, years, _ ("Outcomes"),
      _ ("As they were typed. Under each year stands how much is reached by then; empty is all of it."));
  write_headings (sheet, outcome_headings, ACCORD_OUTCOMES_SHARES);
  write_gainers (self, sheet);
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      const AccordCbaOption *option = accord_book_option (self, i);

      write_option_name (self, sheet, self->options[i].outcomes, i);
      for (guint j = 0; j < option->outcomes->len && !accord_book_file_is_stopped (self->file); j++)
        {
          if (j > 0)
            write_option_name (self, sheet, self->options[i].outcomes + j, i);
          write_outcome (self, sheet, self->options[i].outcomes + j, option->outcomes->pdata[j]);
        }
    }
  accord_book_sheet_set_widths (sheet, ACCORD_OUTCOMES_OPTION, ACCORD_OUTCOMES_OPTION, 28);
  accord_book_sheet_set_widths (sheet, ACCORD_OUTCOMES_NAME, ACCORD_OUTCOMES_NAME, 42);
  accord_book_sheet_set_widths (sheet, ACCORD_OUTCOMES_NEED, ACCORD_OUTCOMES_SCHEDULE, 12);
  accord_book_sheet_set_widths (sheet, ACCORD_OUTCOMES_SOURCE, ACCORD_OUTCOMES_SOURCE, 28);
  accord_book_sheet_set_widths (sheet, ACCORD_OUTCOMES_SHARES, years - 1, 16);
  accord_book_sheet_set_widths (sheet, years, years + self->n_years - 1, 10);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_FIRST_ROW, ACCORD_OUTCOMES_NAME + 1, years + self->n_years);
  accord_book_sheet_heighten (sheet, ACCORD_BOOK_LABEL_ROW);
}
