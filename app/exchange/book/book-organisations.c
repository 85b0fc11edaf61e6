/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* Who pays, who gains: every organisation's position, less the option that the others are measured against.
 */

enum
{
  NAME,
  COSTS,
  BENEFITS,
  CASHABLE,
  NET,
  CASH_NET,
  LOWEST,
  LOWEST_YEAR,
  PAYBACK,
};

#define YEARS ACCORD_ORGANISATIONS_YEARS

/* The position of an organisation, or of nobody in particular behind them; NULL where there is none. */
static const AccordCbaPosition *
find_position (const AccordBook *self, guint option, guint organisation)
{
  const GArray *positions = accord_book_result (self, option)->net.positions;
  const guint wanted = organisation < self->n_organisations ? organisation : ACCORD_CBA_NONE;

  for (guint i = 0; i < positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (positions, AccordCbaPosition, i);

      if (position->organisation == wanted)
        return position;
    }
  return NULL;
}

/* What an organisation pays, of the costs of an option: @column of their lines. */
static char *
dup_paid (const AccordBook *self, guint option, guint organisation, guint column)
{
  const AccordBookOption *place = &self->options[option];
  const guint first = place->real_costs, last = first + place->n_costs - 1;
  const guint payer = organisation < self->n_organisations ? organisation + 1 : 0;

  /* A block without lines has an empty payer, which must not count as nobody's; its amounts are empty too. */
  return g_strdup_printf (
      "SUMPRODUCT((%s=%u)*1,%s)",
      accord_range (place->sheet, first, ACCORD_CALCULATION_PAYER, last, ACCORD_CALCULATION_PAYER,
                    ACCORD_REF_FIXED)
          .text,
      payer, accord_range (place->sheet, first, column, last, column, ACCORD_REF_FIXED_ROW).text);
}

/* What it gains, of the outcomes: @column of their lines times its share, and perhaps times what is cashable.
 */
static char *
dup_gained (const AccordBook *self, guint option, guint organisation, guint column, gboolean cashable)
{
  const AccordBookOption *place = &self->options[option];
  const guint first = place->real_outcomes, last = first + place->n_outcomes - 1;
  const guint share = ACCORD_OUTCOMES_SHARES + organisation;
  const AccordRef shares = accord_range (self->sheets[ACCORD_BOOK_OUTCOMES], place->outcomes, share,
                                         place->outcomes + place->n_outcomes - 1, share, ACCORD_REF_FIXED);
  const AccordRef amounts = accord_range (place->sheet, first, column, last, column, ACCORD_REF_FIXED_ROW);

  if (!cashable)
    return g_strdup_printf ("SUMPRODUCT(%s,%s)", shares.text, amounts.text);
  return g_strdup_printf ("SUMPRODUCT(%s,%s,%s)", shares.text, amounts.text,
                          accord_range (place->sheet, first, ACCORD_CALCULATION_CASHABLE, last,
                                        ACCORD_CALCULATION_CASHABLE, ACCORD_REF_FIXED)
                              .text);
}

static char *
dup_part (const AccordBook *self, guint option, guint organisation, guint what, guint column)
{
  g_autofree char *gained = NULL, *paid = NULL;

  if (what == COSTS)
    return dup_paid (self, option, organisation, column);
  gained = dup_gained (self, option, organisation, column, what == CASHABLE);
  if (what != NET)
    return g_steal_pointer (&gained);
  paid = dup_paid (self, option, organisation, column);
  return g_strdup_printf ("%s-%s", gained, paid);
}

/* A part of a position, less the same of what the option is measured against. */
static char *
dup_less (const AccordBook *self, guint option, guint organisation, guint what, guint column)
{
  const guint comparator = accord_book_comparator (self, option);
  g_autofree char *own = dup_part (self, option, organisation, what, column);
  g_autofree char *other = NULL;

  if (comparator == ACCORD_CBA_NONE)
    return g_steal_pointer (&own);
  other = dup_part (self, comparator, organisation, what, column);
  return g_strdup_printf ("%s-(%s)", own, other);
}

static void
write_sums (AccordBook *self, guint option, guint organisation, guint row, const AccordCbaPosition *position)
{
  static const AccordCbaPosition none = { 0 };
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];
  const AccordCbaPosition *shown = position != NULL ? position : &none;
  const double values[] = { shown->present_cost, shown->present_benefit, shown->present_cashable };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *formula = dup_less (self, option, organisation, COSTS + i, ACCORD_CALCULATION_PRESENT);

      accord_book_formula (sheet, row, COSTS + i, ACCORD_BOOK_MONEY, values[i] / 100, "%s", formula);
    }
  accord_book_formula (sheet, row, NET, ACCORD_BOOK_MONEY_STRONG, shown->present_net / 100, "%s-%s",
                       accord_ref (NULL, row, BENEFITS, ACCORD_REF_MOVES).text,
                       accord_ref (NULL, row, COSTS, ACCORD_REF_MOVES).text);
  accord_book_formula (sheet, row, CASH_NET, ACCORD_BOOK_MONEY, shown->present_cash_net / 100, "%s-%s",
                       accord_ref (NULL, row, CASHABLE, ACCORD_REF_MOVES).text,
                       accord_ref (NULL, row, COSTS, ACCORD_REF_MOVES).text);
}

/* When it is deepest under water, and from when on it stays above. */
static void
write_depth (AccordBook *self, guint row, guint cumulative, const AccordCbaPosition *position)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];
  const guint last = YEARS + self->n_years - 1;
  const AccordRef range = accord_range (NULL, cumulative, YEARS, cumulative, last, ACCORD_REF_FIXED_COLUMN);
  const AccordRef lowest = accord_ref (NULL, row, LOWEST, ACCORD_REF_MOVES);
  const AccordRef years =
      accord_range (NULL, ACCORD_BOOK_YEAR_ROW, YEARS, ACCORD_BOOK_YEAR_ROW, last, ACCORD_REF_FIXED);
  const gboolean under = position != NULL && accord_cba_pence (position->deepest_net) < 0;
  const AccordCbaValue never = { ACCORD_UNDEFINED_NOTHING_PAID, 0 };
  g_autofree char *year = under ? accord_book_dup_year (self, position->deepest) : g_strdup ("–");
  g_autofree char *payback =
      accord_book_dup_payback (self, range, years, accord_ref (NULL, row, COSTS, ACCORD_REF_MOVES));

  accord_book_formula (sheet, row, LOWEST, ACCORD_BOOK_MONEY,
                       position != NULL ? position->deepest_net / 100 : 0, "MIN(0,%s)", range.text);
  accord_book_words (
      sheet, row, LOWEST_YEAR, ACCORD_BOOK_RIGHT, year,
      "IF(ROUND(%s,2)<0,INDEX(%s,MATCH(MIN(%s),%s,0)),\"–\")", lowest.text,
      accord_range (NULL, ACCORD_BOOK_LABEL_ROW, YEARS, ACCORD_BOOK_LABEL_ROW, last, ACCORD_REF_FIXED).text,
      range.text, range.text);
  accord_book_value (sheet, row, PAYBACK, ACCORD_BOOK_NUMBER, position != NULL ? position->payback : never,
                     payback);
}

static void
write_years (AccordBook *self, guint option, guint organisation, guint row, guint cumulative,
             const AccordCbaPosition *position)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];

  for (guint year = 0; year < self->n_years && !accord_book_file_is_stopped (self->file); year++)
    {
      const guint column = YEARS + year;
      const AccordRef net = accord_ref (NULL, row, column, ACCORD_REF_MOVES);
      g_autofree char *formula = dup_less (self, option, organisation, NET, ACCORD_CALCULATION_YEARS + year);
      const double value = position != NULL ? position->years.benefit[year] - position->years.cost[year] : 0;
      const double sum = position != NULL ? position->years.cumulative[year] : 0;

      accord_book_formula (sheet, row, column, ACCORD_BOOK_MONEY, value / 100, "%s", formula);
      if (year == 0)
        accord_book_formula (sheet, cumulative, column, ACCORD_BOOK_MONEY, sum / 100, "%s", net.text);
      else
        accord_book_formula (sheet, cumulative, column, ACCORD_BOOK_MONEY, sum / 100, "%s+%s",
                             accord_ref (NULL, cumulative, column - 1, ACCORD_REF_MOVES).text, net.text);
    }
}

static void
write_headings (AccordBook *self, guint option)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];
  const guint row = self->options[option].positions - 1, comparator = accord_book_comparator (self, option);
  const char *name = accord_book_option (self, option)->name;
  g_autofree char *heading =
      comparator == ACCORD_CBA_NONE
          ? g_strdup (name)
          /* Translators: an option, and what it is measured against. */
          : g_strdup_printf (_ ("%s, less “%s”"), name, accord_book_option (self, comparator)->name);
  const char *const headings[] = { heading,
                                   _ ("Costs, present value"),
                                   _ ("Benefits, present value"),
                                   _ ("Cashable"),
                                   _ ("Net"),
                                   _ ("Net in cash"),
                                   _ ("Lowest cumulative"),
                                   _ ("Lowest in"),
                                   _ ("Pays back in year") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    accord_book_text (sheet, row, i, i == 0 ? ACCORD_BOOK_SECTION : ACCORD_BOOK_HEADING_RIGHT, headings[i]);
  accord_book_text (sheet, row, YEARS, ACCORD_BOOK_HEADING, _ ("Net by year"));
  accord_book_text (sheet, self->options[option].positions + self->n_organisations + 2, 0,
                    ACCORD_BOOK_SECTION, _ ("Cumulative net by year"));
}

static void
write_position (AccordBook *self, guint option, guint organisation)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];
  const guint row = self->options[option].positions + organisation;
  const guint cumulative = row + self->n_organisations + 3;
  const AccordCbaPosition *position = find_position (self, option, organisation);
  const char *name = organisation < self->n_organisations
                         ? ((AccordCbaOrganisation *) self->cba->organisations->pdata[organisation])->name
                         : _ ("No organisation named");
  const AccordRef typed = accord_ref (self->sheets[ACCORD_BOOK_ASSUMPTIONS],
                                      self->organisations.row + organisation, 1, ACCORD_REF_FIXED);

  accord_book_words (sheet, row, NAME, ACCORD_BOOK_PLAIN, name, "%s", typed.text);
  accord_book_words (sheet, cumulative, NAME, ACCORD_BOOK_PLAIN, name, "%s", typed.text);
  write_sums (self, option, organisation, row, position);
  write_depth (self, row, cumulative, position);
  write_years (self, option, organisation, row, cumulative, position);
}

/**
 * accord_book_write_organisations:
 * @self: a workbook in the making
 *
 * Writes who pays and who gains, by option, organisation and year.
 */
void
accord_book_write_organisations (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ORGANISATIONS];

  accord_book_head (
      self, sheet, YEARS, _ ("Who pays, who gains"),
      _ ("Sums are discounted; years are not. Below nought an organisation pays more than it gains."));
  accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, 0, ACCORD_BOOK_HEADING, _ ("Organisation"));
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      write_headings (self, i);
      for (guint j = 0; j <= self->n_organisations; j++)
        write_position (self, i, j);
    }
  accord_book_sheet_set_widths (sheet, NAME, NAME, 42);
  accord_book_sheet_set_widths (sheet, COSTS, YEARS + self->n_years - 1, 17);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_FIRST_ROW, 1, YEARS + self->n_years);
}
