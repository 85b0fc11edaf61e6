/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* The lines of an option by year: in the prices of the price year and corrected, then discounted. */

/* A line in the making: where it was typed, and where its calculation stands. */
typedef struct
{
  AccordBook *book;
  AccordBookSheet *sheet;
  const AccordBookSheet *typed;
  guint typed_row;
  guint row;
  guint schedule_column;
  guint schedule;
  const AccordCbaLineSum *sum;
  const char *name;
} Line;

static AccordRef
typed (const Line *line, guint column)
{
  return accord_ref (line->typed, line->typed_row, column, ACCORD_REF_FIXED_COLUMN);
}

static AccordRef
own (const Line *line, guint column)
{
  return accord_ref (NULL, line->row, column, ACCORD_REF_FIXED_COLUMN);
}

static AccordRef
year_number (guint year)
{
  return accord_ref (NULL, ACCORD_BOOK_YEAR_ROW, ACCORD_CALCULATION_YEARS + year, ACCORD_REF_FIXED_ROW);
}

static AccordRef
counted (const Line *line, guint year)
{
  return accord_ref (line->book->sheets[ACCORD_BOOK_YEARS], ACCORD_YEARS_COUNTED_ROW,
                     ACCORD_YEARS_COLUMN + year, ACCORD_REF_FIXED_ROW);
}

/* An amount in the prices of a year times this is one in those of the results. */
static char *
dup_ratio (const Line *line, guint year_column, guint series_column)
{
  const AccordBook *book = line->book;
  const AccordBookSheet *assumptions = book->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const AccordBookRows rows = book->indices;
  const AccordRef from = typed (line, year_column);
  AccordRef table, years;

  if (rows.n == 0)
    return g_strdup_printf ("IF(OR(%s=\"\",%s=%s),1,NA())", from.text, from.text, book->price_year.text);
  table = accord_range (assumptions, rows.row, 1, rows.row + rows.n - 1, book->cba->series->len,
                        ACCORD_REF_FIXED);
  years = accord_range (assumptions, rows.row, 0, rows.row + rows.n - 1, 0, ACCORD_REF_FIXED);
  return g_strdup_printf ("IF(OR(%s=\"\",%s=%s),1,INDEX(%s,MATCH(%s,%s,0),%s)/INDEX(%s,MATCH(%s,%s,0),%s))",
                          from.text, from.text, book->price_year.text, table.text, book->price_year.text,
                          years.text, typed (line, series_column).text, table.text, from.text, years.text,
                          typed (line, series_column).text);
}

/* What the grade in a cell corrects by. */
static char *
dup_correction (const Line *line, guint grade_column)
{
  const AccordBookRows rows = line->book->grades;
  const AccordRef grade = typed (line, grade_column);

  return g_strdup_printf ("IF(%s=0,0,INDEX(%s,%s))", grade.text,
                          accord_range (line->book->sheets[ACCORD_BOOK_ASSUMPTIONS], rows.row, 1,
                                        rows.row + rows.n - 1, 1, ACCORD_REF_FIXED)
                              .text,
                          grade.text);
}

static double
ratio_of (const AccordCba *cba, guint series, int from)
{
  const int to = cba->price_year != ACCORD_NO_YEAR ? cba->price_year : cba->base_year;
  double ratio = 1;

  if (from != ACCORD_NO_YEAR && from != to && series < cba->series->len)
    accord_price_series_ratio (cba->series->pdata[series], from, to, &ratio);
  return ratio;
}

static double
correction_of (const AccordCba *cba, guint grade)
{
  if (grade == 0 || cba->grades == NULL || grade > cba->grades->corrections->len)
    return 0;
  return accord_decimal_to_double (g_array_index (cba->grades->corrections, AccordDecimal, grade - 1));
}

static void
write_same (const Line *line, guint column, guint typed_column, const char *words)
{
  accord_book_words (line->sheet, line->row, column, ACCORD_BOOK_PLAIN, words, "%s",
                     typed (line, typed_column).text);
}

/* The sums of a line, and its years discounted. */
static void
write_present (const Line *line, guint row)
{
  const AccordBook *book = line->book;
  const AccordBookSheet *years = book->sheets[ACCORD_BOOK_YEARS];
  const guint first = ACCORD_CALCULATION_YEARS, last = first + book->n_years - 1;
  const guint last_factor = book->factors + book->cba->schedules->len - 1;
  const double *factors = book->factor_values[line->schedule];

  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_TOTAL, ACCORD_BOOK_MONEY,
                       line->sum->total / 100, "SUM(%s)",
                       accord_range (NULL, line->row, first, line->row, last, ACCORD_REF_MOVES).text);
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_PRESENT, ACCORD_BOOK_MONEY,
                       line->sum->present / 100, "SUM(%s)",
                       accord_range (NULL, row, first, row, last, ACCORD_REF_MOVES).text);
  accord_book_words (line->sheet, row, ACCORD_CALCULATION_NAME, ACCORD_BOOK_PLAIN, line->name, "%s",
                     accord_ref (NULL, line->row, ACCORD_CALCULATION_NAME, ACCORD_REF_FIXED_COLUMN).text);
  for (guint year = 0; year < book->n_years; year++)
    accord_book_formula (line->sheet, row, first + year, ACCORD_BOOK_MONEY,
                         line->sum->years[year] * factors[year] / 100, "%s*INDEX(%s,%s)",
                         accord_ref (NULL, line->row, first + year, ACCORD_REF_MOVES).text,
                         accord_range (years, book->factors, ACCORD_YEARS_COLUMN + year, last_factor,
                                       ACCORD_YEARS_COLUMN + year, ACCORD_REF_FIXED_ROW)
                             .text,
                         typed (line, line->schedule_column).text);
}

/* --- Costs. */

static void
write_cost_year (const Line *line, guint year, gboolean mitigated)
{
  const AccordBook *book = line->book;
  const AccordBookSheet *years = book->sheets[ACCORD_BOOK_YEARS];
  const AccordRef amount =
      accord_ref (line->typed, line->typed_row, ACCORD_COSTS_YEARS + year, ACCORD_REF_MOVES);
  const guint column = ACCORD_YEARS_COLUMN + year;
  g_autofree char *nominal = accord_book_quote (accord_book_prices_word (TRUE));
  g_autofree char *mitigation =
      mitigated ? g_strdup_printf ("+IF(%s=%s,%s,0)*%s", year_number (year).text,
                                   own (line, ACCORD_CALCULATION_FIRST).text,
                                   typed (line, ACCORD_COSTS_MITIGATION_COST).text, counted (line, year).text)
                : g_strdup ("");

  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_YEARS + year, ACCORD_BOOK_MONEY,
                       line->sum->years[year] / 100, "IF(%s=0,0,%s*%s*IF(%s=%s,INDEX(%s,%s+1),1)*%s)*%s%s",
                       amount.text, amount.text, own (line, ACCORD_CALCULATION_REBASED).text,
                       typed (line, ACCORD_COSTS_PRICES).text, nominal,
                       accord_range (years, book->ratios, column, book->ratios + book->cba->series->len,
                                     column, ACCORD_REF_FIXED_ROW)
                           .text,
                       typed (line, ACCORD_COSTS_SERIES).text, own (line, ACCORD_CALCULATION_MULTIPLE).text,
                       counted (line, year).text, mitigation);
}

static void
write_cost_factors (const Line *line, const AccordCbaCost *cost)
{
  const AccordCba *cba = line->book->cba;
  g_autofree char *ratio = dup_ratio (line, ACCORD_COSTS_PRICE_YEAR, ACCORD_COSTS_SERIES);
  g_autofree char *correction = dup_correction (line, ACCORD_COSTS_GRADE);
  g_autofree char *nominal = accord_book_quote (accord_book_prices_word (TRUE));
  const double bias = cost->sheet != NULL
                          ? accord_book_sheet_bias (line->book, cost)
                          : accord_decimal_to_double (cost->bias)
                                * accord_decimal_to_double (ACCORD_DECIMAL_ONE - cost->mitigated);

  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_REBASED, ACCORD_BOOK_FACTOR,
                       cost->nominal ? 1 : ratio_of (cba, cost->series, cost->price_year), "IF(%s=%s,1,%s)",
                       typed (line, ACCORD_COSTS_PRICES).text, nominal, ratio);
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_MULTIPLE, ACCORD_BOOK_FACTOR,
                       (1 + correction_of (cba, cost->grade)) * (1 + bias), "(1+%s)*(1+%s*(1-%s))",
                       correction, typed (line, ACCORD_COSTS_BIAS).text,
                       typed (line, ACCORD_COSTS_MITIGATED).text);
}

/* The year that what a mitigation costs is added to: the first with an amount. */
static void
write_first (const Line *line, const AccordCbaCost *cost)
{
  const guint last = ACCORD_COSTS_YEARS + line->book->n_years - 1;
  const AccordRef amounts = accord_range (line->typed, line->typed_row, ACCORD_COSTS_YEARS, line->typed_row,
                                          last, ACCORD_REF_FIXED_COLUMN);
  const AccordRef years =
      accord_range (NULL, ACCORD_BOOK_YEAR_ROW, ACCORD_CALCULATION_YEARS, ACCORD_BOOK_YEAR_ROW,
                    ACCORD_CALCULATION_YEARS + line->book->n_years - 1, ACCORD_REF_FIXED);
  guint first = 0;

  while (first < cost->amounts->len && g_array_index (cost->amounts, gint64, first) == 0)
    first++;
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_FIRST, ACCORD_BOOK_NUMBER,
                       first < cost->amounts->len ? first : ACCORD_CBA_MOST_YEARS,
                       "SUMPRODUCT(MIN(%s+%d*(%s=0)))", years.text, ACCORD_CBA_MOST_YEARS, amounts.text);
}

static void
write_cost (const Line *line, const AccordCbaCost *cost, guint present_row)
{
  write_same (line, ACCORD_CALCULATION_NAME, ACCORD_COSTS_NAME, cost->name);
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_PAYER, ACCORD_BOOK_NUMBER,
                       cost->organisation != ACCORD_CBA_NONE ? cost->organisation + 1 : 0, "%s",
                       typed (line, ACCORD_COSTS_PAYER).text);
  write_same (line, ACCORD_CALCULATION_PART, ACCORD_COSTS_KIND, accord_book_kind_word (cost->kind));
  write_same (line, ACCORD_CALCULATION_TIMING, ACCORD_COSTS_TIMING, accord_book_timing_word (cost->timing));
  write_cost_factors (line, cost);
  if (cost->sheet != NULL)
    write_first (line, cost);
  for (guint year = 0; year < line->book->n_years; year++)
    write_cost_year (line, year, cost->sheet != NULL);
  write_present (line, present_row);
}

/* --- Outcomes. */

static void
write_outcome_year (const Line *line, guint year)
{
  const AccordBook *book = line->book;
  const guint phasing = ACCORD_OUTCOMES_SHARES + book->n_organisations + 1 + year;
  const AccordRef reached = accord_ref (line->typed, line->typed_row, phasing, ACCORD_REF_MOVES);
  const AccordRef number = year_number (year), first = own (line, ACCORD_CALCULATION_FIRST);
  const AccordRef lasts = typed (line, ACCORD_OUTCOMES_LASTS);
  g_autofree char *once = accord_book_quote (accord_book_timing_word (ACCORD_TIMING_ONE_OFF));

  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_YEARS + year, ACCORD_BOOK_MONEY,
                       line->sum->years[year] / 100,
                       "IF(AND(%s>=%s,IF(%s=%s,%s=%s,OR(%s=0,%s<%s+%s))),%s*IF(%s=\"\",1,%s)*IF(%s=%s,1,"
                       "(1-%s)^(%s-%s)),0)*%s",
                       number.text, first.text, own (line, ACCORD_CALCULATION_TIMING).text, once, number.text,
                       first.text, lasts.text, number.text, first.text, lasts.text,
                       own (line, ACCORD_CALCULATION_MULTIPLE).text, reached.text, reached.text, number.text,
                       first.text, typed (line, ACCORD_OUTCOMES_DROP_OFF).text, number.text, first.text,
                       counted (line, year).text);
}

/* What it is worth in a year when all of it is reached and none of it lost yet. */
static void
write_worth (const Line *line, const AccordCbaOutcome *outcome)
{
  static const guint parts[] = { ACCORD_OUTCOMES_NEED, ACCORD_OUTCOMES_ENGAGEMENT, ACCORD_OUTCOMES_IMPACT,
                                 ACCORD_OUTCOMES_UNIT_VALUE, ACCORD_OUTCOMES_ATTRIBUTION };
  static const guint losses[] = { ACCORD_OUTCOMES_DEADWEIGHT, ACCORD_OUTCOMES_DISPLACEMENT,
                                  ACCORD_OUTCOMES_LEAKAGE };
  const AccordCba *cba = line->book->cba;
  const double value[] = { accord_decimal_to_double (outcome->need),
                           accord_decimal_to_double (outcome->engagement),
                           accord_decimal_to_double (outcome->impact), (double) outcome->unit_value / 100,
                           accord_decimal_to_double (outcome->attribution) };
  const AccordDecimal lost[] = { outcome->deadweight, outcome->displacement, outcome->leakage };
  g_autofree char *correction = dup_correction (line, ACCORD_OUTCOMES_GRADE);
  g_autoptr (GString) formula = g_string_new (own (line, ACCORD_CALCULATION_REBASED).text);
  double worth =
      ratio_of (cba, outcome->series, outcome->price_year) * (1 - correction_of (cba, outcome->grade));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_printf (formula, "*%s", typed (line, parts[i]).text);
      worth *= value[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_string_append_printf (formula, "*(1-%s)", typed (line, losses[i]).text);
      worth *= accord_decimal_to_double (ACCORD_DECIMAL_ONE - lost[i]);
    }
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_MULTIPLE, ACCORD_BOOK_MONEY, worth,
                       "%s*(1-%s)", formula->str, correction);
}

static void
write_outcome (const Line *line, const AccordCbaOutcome *outcome, guint present_row)
{
  g_autofree char *ratio = dup_ratio (line, ACCORD_OUTCOMES_PRICE_YEAR, ACCORD_OUTCOMES_SERIES);

  write_same (line, ACCORD_CALCULATION_NAME, ACCORD_OUTCOMES_NAME, outcome->name);
  write_same (line, ACCORD_CALCULATION_PART, ACCORD_OUTCOMES_CLASS,
              accord_book_class_word (outcome->outcome_class));
  write_same (line, ACCORD_CALCULATION_TIMING, ACCORD_OUTCOMES_TIMING,
              accord_book_timing_word (outcome->timing));
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_CASHABLE, ACCORD_BOOK_PERCENT,
                       accord_decimal_to_double (outcome->cashable), "%s",
                       typed (line, ACCORD_OUTCOMES_CASHABLE).text);
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_REBASED, ACCORD_BOOK_FACTOR,
                       ratio_of (line->book->cba, outcome->series, outcome->price_year), "%s", ratio);
  accord_book_formula (line->sheet, line->row, ACCORD_CALCULATION_FIRST, ACCORD_BOOK_NUMBER,
                       outcome->lag_years, "%s", typed (line, ACCORD_OUTCOMES_LAG).text);
  write_worth (line, outcome);
  for (guint year = 0; year < line->book->n_years; year++)
    write_outcome_year (line, year);
  write_present (line, present_row);
}

/* --- All of it. */

static void
write_headings (AccordBookSheet *sheet, guint row, const char *block, const char *multiple, const char *first)
{
  const char *const headings[] = { block,
                                   _ ("Paid by no."),
                                   _ ("Kind or class"),
                                   _ ("Recurrent or one-off"),
                                   _ ("Cashable"),
                                   _ ("Re-based by"),
                                   multiple,
                                   first,
                                   _ ("Total"),
                                   _ ("Present value") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    accord_book_text (sheet, row, i, i == 0 ? ACCORD_BOOK_SECTION : ACCORD_BOOK_HEADING_RIGHT, headings[i]);
}

static void
write_costs (AccordBook *self, guint index)
{
  const AccordBookOption *place = &self->options[index];
  const AccordCbaOption *option = accord_book_option (self, index);
  const AccordCbaResult *result = accord_book_result (self, index);
  Line line = { self, place->sheet, self->sheets[ACCORD_BOOK_COSTS] };

  write_headings (place->sheet, place->real_costs - 1, _ ("Costs, re-based and corrected"),
                  _ ("Multiplied by"), _ ("First year"));
  accord_book_text (place->sheet, place->present_costs - 1, 0, ACCORD_BOOK_SECTION, _ ("Costs, discounted"));
  line.schedule_column = ACCORD_COSTS_SCHEDULE;
  for (guint i = 0; i < option->costs->len && !accord_book_file_is_stopped (self->file); i++)
    {
      const AccordCbaCost *cost = option->costs->pdata[i];

      line.typed_row = place->costs + i;
      line.row = place->real_costs + i;
      line.name = cost->name;
      line.schedule = cost->schedule != ACCORD_CBA_NONE ? cost->schedule : 0;
      line.sum = &g_array_index (result->lines, AccordCbaLineSum, i);
      write_cost (&line, cost, place->present_costs + i);
    }
}

static void
write_outcomes (AccordBook *self, guint index)
{
  const AccordBookOption *place = &self->options[index];
  const AccordCbaOption *option = accord_book_option (self, index);
  const AccordCbaResult *result = accord_book_result (self, index);
  Line line = { self, place->sheet, self->sheets[ACCORD_BOOK_OUTCOMES] };

  write_headings (place->sheet, place->real_outcomes - 1, _ ("Outcomes, re-based and corrected"),
                  _ ("Worth a year"), _ ("First year"));
  accord_book_text (place->sheet, place->present_outcomes - 1, 0, ACCORD_BOOK_SECTION,
                    _ ("Outcomes, discounted"));
  line.schedule_column = ACCORD_OUTCOMES_SCHEDULE;
  for (guint i = 0; i < option->outcomes->len && !accord_book_file_is_stopped (self->file); i++)
    {
      const AccordCbaOutcome *outcome = option->outcomes->pdata[i];

      line.typed_row = place->outcomes + i;
      line.row = place->real_outcomes + i;
      line.name = outcome->name;
      line.schedule = outcome->schedule != ACCORD_CBA_NONE ? outcome->schedule : 0;
      line.sum = &g_array_index (result->lines, AccordCbaLineSum, option->costs->len + i);
      write_outcome (&line, outcome, place->present_outcomes + i);
    }
}

/**
 * accord_book_write_calculation:
 * @self: a workbook in the making whose assumptions are written
 * @option: index of an option
 *
 * Writes the lines of an option by year.
 */
void
accord_book_write_calculation (AccordBook *self, guint option)
{
  AccordBookSheet *sheet = self->options[option].sheet;

  accord_book_head (
      self, sheet, ACCORD_CALCULATION_YEARS, accord_book_option (self, option)->name,
      _ ("Every figure here follows from the assumptions, costs and outcomes; nothing is typed."));
  accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, 0, ACCORD_BOOK_HEADING, _ ("Line"));
  write_costs (self, option);
  write_outcomes (self, option);
  accord_book_sheet_set_widths (sheet, 0, 0, 42);
  accord_book_sheet_set_widths (sheet, ACCORD_CALCULATION_PAYER, ACCORD_CALCULATION_FIRST, 14);
  accord_book_sheet_set_widths (sheet, ACCORD_CALCULATION_TOTAL, ACCORD_CALCULATION_YEARS + self->n_years - 1,
                                17);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_FIRST_ROW, 1, ACCORD_CALCULATION_YEARS + self->n_years);
}
