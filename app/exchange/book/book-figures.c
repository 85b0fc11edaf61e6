/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* What an option comes to by year and in all: alone, and less what it is measured against. */

#define YEARS ACCORD_CALCULATION_YEARS

static const char *const by_year_labels[ACCORD_N_BY_YEAR] = {
  [ACCORD_BY_YEAR_COST] = N_ ("Costs"),
  [ACCORD_BY_YEAR_BENEFIT] = N_ ("Benefits"),
  [ACCORD_BY_YEAR_CASHABLE] = N_ ("Of which cashable"),
  [ACCORD_BY_YEAR_NET] = N_ ("Net"),
  [ACCORD_BY_YEAR_CUMULATIVE] = N_ ("Cumulative net"),
  [ACCORD_BY_YEAR_PRESENT_COST] = N_ ("Costs, discounted"),
  [ACCORD_BY_YEAR_PRESENT_BENEFIT] = N_ ("Benefits, discounted"),
  [ACCORD_BY_YEAR_PRESENT_CASHABLE] = N_ ("Of which cashable, discounted"),
  [ACCORD_BY_YEAR_PRESENT_NET] = N_ ("Net, discounted"),
  [ACCORD_BY_YEAR_PRESENT_CUMULATIVE] = N_ ("Cumulative net, discounted"),
};

static double
by_year_value (const AccordCbaYears *years, AccordBookByYear which, guint year)
{
  const double *const values[ACCORD_N_BY_YEAR] = {
    [ACCORD_BY_YEAR_COST] = years->cost,
    [ACCORD_BY_YEAR_BENEFIT] = years->benefit,
    [ACCORD_BY_YEAR_CASHABLE] = years->cashable,
    [ACCORD_BY_YEAR_CUMULATIVE] = years->cumulative,
    [ACCORD_BY_YEAR_PRESENT_COST] = years->present_cost,
    [ACCORD_BY_YEAR_PRESENT_BENEFIT] = years->present_benefit,
    [ACCORD_BY_YEAR_PRESENT_CASHABLE] = years->present_cashable,
    [ACCORD_BY_YEAR_PRESENT_CUMULATIVE] = years->present_cumulative,
  };

  if (which == ACCORD_BY_YEAR_NET)
    return (years->benefit[year] - years->cost[year]) / 100;
  if (which == ACCORD_BY_YEAR_PRESENT_NET)
    return (years->present_benefit[year] - years->present_cost[year]) / 100;
  return values[which][year] / 100;
}

/* The rows of lines that a row of years adds up. */
static AccordRef
lines_of (const AccordBookOption *place, AccordBookByYear which, guint column)
{
  const gboolean present = which >= ACCORD_BY_YEAR_PRESENT_COST;
  const gboolean cost = which == ACCORD_BY_YEAR_COST || which == ACCORD_BY_YEAR_PRESENT_COST;
  const guint first = cost ? (present ? place->present_costs : place->real_costs)
                           : (present ? place->present_outcomes : place->real_outcomes);

  return accord_range (NULL, first, column, first + (cost ? place->n_costs : place->n_outcomes) - 1, column,
                       ACCORD_REF_FIXED_ROW);
}

/* Net and cumulative follow from the rows above them; in @block, which begins at @first. */
static char *
dup_follows (guint first, AccordBookByYear which, guint column)
{
  const AccordRef above = accord_ref (NULL, first + which - 1, column, ACCORD_REF_MOVES);

  if (which == ACCORD_BY_YEAR_NET || which == ACCORD_BY_YEAR_PRESENT_NET)
    return g_strdup_printf ("%s-%s", accord_ref (NULL, first + which - 2, column, ACCORD_REF_MOVES).text,
                            accord_ref (NULL, first + which - 3, column, ACCORD_REF_MOVES).text);
  if (which != ACCORD_BY_YEAR_CUMULATIVE && which != ACCORD_BY_YEAR_PRESENT_CUMULATIVE)
    return NULL;
  if (column == YEARS)
    return g_strdup (above.text);
  return g_strdup_printf ("%s+%s", accord_ref (NULL, first + which, column - 1, ACCORD_REF_MOVES).text,
                          above.text);
}

static char *
dup_own (const AccordBookOption *place, AccordBookByYear which, guint column)
{
  char *follows = dup_follows (place->own, which, column);
  const AccordRef lines = lines_of (place, which, column);
  const guint cashable = ACCORD_CALCULATION_CASHABLE, last = place->real_outcomes + place->n_outcomes - 1;

  if (follows != NULL)
    return follows;
  if (which == ACCORD_BY_YEAR_CASHABLE || which == ACCORD_BY_YEAR_PRESENT_CASHABLE)
    return g_strdup_printf (
        "SUMPRODUCT(%s,%s)",
        accord_range (NULL, place->real_outcomes, cashable, last, cashable, ACCORD_REF_FIXED).text,
        lines.text);
  return g_strdup_printf ("SUM(%s)", lines.text);
}

static char *
dup_net (AccordBook *self, guint option, AccordBookByYear which, guint column)
{
  const AccordBookOption *place = &self->options[option];
  const guint comparator = accord_book_comparator (self, option);
  const AccordRef own = accord_ref (NULL, place->own + which, column, ACCORD_REF_MOVES);
  char *follows = dup_follows (place->net, which, column);

  if (follows != NULL)
    return follows;
  if (comparator == ACCORD_CBA_NONE)
    return g_strdup (own.text);
  return g_strdup_printf ("%s-%s", own.text,
                          accord_ref (self->options[comparator].sheet, self->options[comparator].own + which,
                                      column, ACCORD_REF_MOVES)
                              .text);
}

/**
 * accord_book_write_by_year:
 * @self: a workbook in the making
 * @option: index of an option
 *
 * Writes what an option comes to by year.
 */
void
accord_book_write_by_year (AccordBook *self, guint option)
{
  const AccordBookOption *place = &self->options[option];
  const AccordCbaResult *result = accord_book_result (self, option);
  const guint comparator = accord_book_comparator (self, option);
  g_autofree char *heading =
      comparator == ACCORD_CBA_NONE
          ? g_strdup (_ ("By year, as reported"))
          : g_strdup_printf (_ ("By year, less “%s”"), accord_book_option (self, comparator)->name);

  accord_book_text (place->sheet, place->own - 1, 0, ACCORD_BOOK_SECTION, _ ("By year, the option alone"));
  accord_book_text (place->sheet, place->net - 1, 0, ACCORD_BOOK_SECTION, heading);
  for (guint which = 0; which < ACCORD_N_BY_YEAR; which++)
    {
      accord_book_text (place->sheet, place->own + which, 0, ACCORD_BOOK_PLAIN, _ (by_year_labels[which]));
      accord_book_text (place->sheet, place->net + which, 0, ACCORD_BOOK_PLAIN, _ (by_year_labels[which]));
      for (guint year = 0; year < self->n_years; year++)
        {
          g_autofree char *own = dup_own (place, which, YEARS + year);
          g_autofree char *net = dup_net (self, option, which, YEARS + year);

          accord_book_formula (place->sheet, place->own + which, YEARS + year, ACCORD_BOOK_MONEY,
                               by_year_value (&result->own.years, which, year), "%s", own);
          accord_book_formula (place->sheet, place->net + which, YEARS + year, ACCORD_BOOK_MONEY,
                               by_year_value (&result->net.years, which, year), "%s", net);
        }
    }
}

/* --- Figures. */

/* A column of the lines of an option. */
static AccordRef
column_of (const AccordBookOption *place, gboolean outcomes, guint column)
{
  const guint first = outcomes ? place->real_outcomes : place->real_costs;

  return accord_range (NULL, first, column, first + (outcomes ? place->n_outcomes : place->n_costs) - 1,
                       column, ACCORD_REF_FIXED);
}

/* The present values of those lines that have @word in @column; of outcomes perhaps what is cashable of them.
 */
static char *
dup_part (const AccordBookOption *place, gboolean outcomes, guint column, const char *word, gboolean cashable)
{
  g_autofree char *quoted = accord_book_quote (word);
  const AccordRef words = column_of (place, outcomes, column);
  const AccordRef present = column_of (place, outcomes, ACCORD_CALCULATION_PRESENT);

  if (!cashable)
    return g_strdup_printf ("SUMPRODUCT((%s=%s)*1,%s)", words.text, quoted, present.text);
  return g_strdup_printf ("SUMPRODUCT((%s=%s)*1,%s,%s)", words.text, quoted, present.text,
                          column_of (place, TRUE, ACCORD_CALCULATION_CASHABLE).text);
}

/* A figure that adds up lines: NULL for one that follows from others. */
static char *
dup_added (const AccordBookOption *place, guint figure)
{
  if (figure == ACCORD_BOOK_PVC || figure == ACCORD_BOOK_PVB)
    return g_strdup_printf ("SUM(%s)",
                            column_of (place, figure == ACCORD_BOOK_PVB, ACCORD_CALCULATION_PRESENT).text);
  if (figure == ACCORD_BOOK_CASHABLE)
    return g_strdup_printf ("SUMPRODUCT(%s,%s)", column_of (place, TRUE, ACCORD_CALCULATION_CASHABLE).text,
                            column_of (place, TRUE, ACCORD_CALCULATION_PRESENT).text);
  if (figure < ACCORD_BOOK_CLASS)
    return NULL;
  if (figure < ACCORD_BOOK_KIND)
    return dup_part (place, TRUE, ACCORD_CALCULATION_PART,
                     accord_book_class_word ((figure - ACCORD_BOOK_CLASS) % 3),
                     figure >= ACCORD_BOOK_CASHABLE_CLASS);
  if (figure < ACCORD_BOOK_COST_TIMING)
    return dup_part (place, FALSE, ACCORD_CALCULATION_PART, accord_book_kind_word (figure - ACCORD_BOOK_KIND),
                     FALSE);
  return dup_part (place, figure >= ACCORD_BOOK_BENEFIT_TIMING, ACCORD_CALCULATION_TIMING,
                   accord_book_timing_word ((figure - ACCORD_BOOK_COST_TIMING) % 2),
                   figure >= ACCORD_BOOK_CASHABLE_TIMING);
}

static char *
dup_ratio (AccordRef above, AccordRef costs)
{
  g_autofree char *none = accord_book_quote (accord_undefined_get_words (ACCORD_UNDEFINED_NO_COSTS));
  g_autofree char *saver = accord_book_quote (accord_undefined_get_words (ACCORD_UNDEFINED_NET_SAVER));

  return g_strdup_printf ("IF(ROUND(%s,2)=0,%s,IF(%s<0,%s,%s/%s))", costs.text, none, costs.text, saver,
                          above.text, costs.text);
}

static char *
dup_band (AccordRef bcr)
{
  static const char *const bounds[] = { "0", "1", "1.5", "2", "4" };
  g_autofree char *none = accord_book_quote (accord_money_band_get_label (ACCORD_VFM_NOT_DEFINED));
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autofree char *best = accord_book_quote (accord_money_band_get_label (ACCORD_VFM_VERY_HIGH));

  g_string_printf (formula, "IF(ISNUMBER(%s),", bcr.text);
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autofree char *label = accord_book_quote (accord_money_band_get_label (ACCORD_VFM_VERY_POOR + i));

      g_string_append_printf (formula, "IF(%s<%s,%s,", bcr.text, bounds[i], label);
    }
  g_string_append_printf (formula, "%s))))),%s)", best, none);
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* The annuity factor of the years counted, by the appraisal's own rates. */
static char *
dup_annuity (const AccordBook *self)
{
  const AccordBookSheet *years = self->sheets[ACCORD_BOOK_YEARS];
  const guint first = ACCORD_YEARS_COLUMN + 1, last = ACCORD_YEARS_COLUMN + self->n_years;

  return g_strdup_printf (
      "SUMPRODUCT((%s<=%s)*1,%s)",
      accord_range (years, ACCORD_BOOK_YEAR_ROW, first, ACCORD_BOOK_YEAR_ROW, last, ACCORD_REF_FIXED).text,
      self->horizon.text,
      accord_range (years, self->factors, first, self->factors, last, ACCORD_REF_FIXED).text);
}

/* A figure that follows from those above it, in one of the two columns. */
static char *
dup_following (AccordBook *self, guint option, guint figure, guint column)
{
  const AccordBookOption *place = &self->options[option];
  const guint block = column == ACCORD_FIGURES_OWN ? place->own : place->net;
  const guint cumulative =
      block + (figure == ACCORD_BOOK_PAYBACK ? ACCORD_BY_YEAR_CUMULATIVE : ACCORD_BY_YEAR_PRESENT_CUMULATIVE);
  const guint last = YEARS + self->n_years - 1;
  const AccordRef pvc = accord_ref (NULL, place->figures + ACCORD_BOOK_PVC, column, ACCORD_REF_MOVES);
  const AccordRef pvb = accord_ref (NULL, place->figures + ACCORD_BOOK_PVB, column, ACCORD_REF_MOVES);
  const AccordRef cash = accord_ref (NULL, place->figures + ACCORD_BOOK_CASHABLE, column, ACCORD_REF_MOVES);
  g_autofree char *annuity = dup_annuity (self);

  switch (figure)
    {
    case ACCORD_BOOK_NPSV:
      return g_strdup_printf ("%s-%s", pvb.text, pvc.text);
    case ACCORD_BOOK_BCR:
      return dup_ratio (pvb, pvc);
    case ACCORD_BOOK_BAND:
      return dup_band (accord_ref (NULL, place->figures + ACCORD_BOOK_BCR, column, ACCORD_REF_MOVES));
    case ACCORD_BOOK_EAC:
      return g_strdup_printf ("%s/%s", pvc.text, annuity);
    case ACCORD_BOOK_ROI:
      return dup_ratio (cash, pvc);
    case ACCORD_BOOK_BUDGET:
      return g_strdup_printf ("%s-%s", cash.text, pvc.text);
    default:
      return accord_book_dup_payback (
          self, accord_range (NULL, cumulative, YEARS, cumulative, last, ACCORD_REF_FIXED),
          accord_range (NULL, ACCORD_BOOK_YEAR_ROW, YEARS, ACCORD_BOOK_YEAR_ROW, last, ACCORD_REF_FIXED),
          pvc);
    }
}

static char *
dup_figure (AccordBook *self, guint option, guint figure, guint column)
{
  const AccordBookOption *place = &self->options[option];
  const guint comparator = accord_book_comparator (self, option);
  char *added = dup_added (place, figure);
  AccordRef own;

  if (added == NULL)
    return dup_following (self, option, figure, column);
  if (column == ACCORD_FIGURES_OWN)
    return added;
  g_free (added);
  own = accord_ref (NULL, place->figures + figure, ACCORD_FIGURES_OWN, ACCORD_REF_MOVES);
  if (comparator == ACCORD_CBA_NONE)
    return g_strdup (own.text);
  return g_strdup_printf ("%s-%s", own.text,
                          accord_ref (self->options[comparator].sheet,
                                      self->options[comparator].figures + figure, ACCORD_FIGURES_OWN,
                                      ACCORD_REF_MOVES)
                              .text);
}

static void
write_figure (AccordBook *self, guint option, guint figure, guint column, const AccordCbaSums *sums)
{
  const AccordBookOption *place = &self->options[option];
  const AccordBookStyle style = accord_book_figure_style (figure);
  g_autofree char *formula = dup_figure (self, option, figure, column);

  if (figure == ACCORD_BOOK_BAND)
    accord_book_words (place->sheet, place->figures + figure, column, style,
                       accord_money_band_get_label (sums->band), "%s", formula);
  else
    accord_book_value (place->sheet, place->figures + figure, column, style,
                       accord_book_figure_value (sums, figure), formula);
}

/**
 * accord_book_write_figures:
 * @self: a workbook in the making
 * @option: index of an option
 *
 * Writes what an option comes to in all.
 */
void
accord_book_write_figures (AccordBook *self, guint option)
{
  const AccordBookOption *place = &self->options[option];
  const AccordCbaResult *result = accord_book_result (self, option);

  accord_book_text (place->sheet, place->figures - 1, 0, ACCORD_BOOK_SECTION, _ ("Figures"));
  accord_book_text (place->sheet, place->figures - 1, ACCORD_FIGURES_OWN, ACCORD_BOOK_HEADING_RIGHT,
                    _ ("The option alone"));
  accord_book_text (place->sheet, place->figures - 1, ACCORD_FIGURES_NET, ACCORD_BOOK_HEADING_RIGHT,
                    _ ("As reported"));
  for (guint figure = 0; figure < ACCORD_BOOK_N_FIGURES; figure++)
    {
      g_autofree char *label = accord_book_figure_dup_label (figure);

      accord_book_text (place->sheet, place->figures + figure, 0, ACCORD_BOOK_PLAIN, label);
      write_figure (self, option, figure, ACCORD_FIGURES_OWN, &result->own);
      write_figure (self, option, figure, ACCORD_FIGURES_NET, &result->net);
    }
}
