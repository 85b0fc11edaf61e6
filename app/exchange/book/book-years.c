/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

#define LABEL 0
#define NUMBER 1

/* One year more than is counted: an annuity goes by the end of each year. */
static guint
n_columns (const AccordBook *self)
{
  return self->n_years + 1;
}

static void
write_numbers (AccordBook *self, AccordBookSheet *sheet)
{
  accord_book_text (sheet, ACCORD_BOOK_YEAR_ROW, LABEL, ACCORD_BOOK_PLAIN, _ ("Year"));
  accord_book_text (sheet, ACCORD_YEARS_COUNTED_ROW, LABEL, ACCORD_BOOK_PLAIN, _ ("Counted"));
  accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, LABEL, ACCORD_BOOK_HEADING, _ ("Financial year"));
  accord_book_blank (sheet, ACCORD_BOOK_LABEL_ROW, NUMBER, ACCORD_BOOK_HEADING);
  for (guint year = 0; year < n_columns (self); year++)
    {
      const guint column = ACCORD_YEARS_COLUMN + year;
      const AccordRef number = accord_ref (NULL, ACCORD_BOOK_YEAR_ROW, column, ACCORD_REF_FIXED_ROW);
      g_autofree char *label = accord_book_dup_year (self, year);
      /* Translators: comes before the number of a year. */
      g_autofree char *numbered = accord_book_quote (_ ("Year "));

      accord_book_number (sheet, ACCORD_BOOK_YEAR_ROW, column, ACCORD_BOOK_NUMBER, year);
      accord_book_words (sheet, ACCORD_BOOK_LABEL_ROW, column, ACCORD_BOOK_HEADING_RIGHT, label,
                         "IF(%s=\"\",%s&%s,TEXT(%s+%s,\"0000\")&\"/\"&TEXT(MOD(%s+%s+1,100),\"00\"))",
                         self->base_year.text, numbered, number.text, self->base_year.text, number.text,
                         self->base_year.text, number.text);
      accord_book_formula (sheet, ACCORD_YEARS_COUNTED_ROW, column, ACCORD_BOOK_NUMBER, year < self->n_years,
                           "IF(%s<%s,1,0)", number.text, self->horizon.text);
    }
}

static void
write_names (AccordBook *self, AccordBookSheet *sheet, guint row, guint index, const char *name)
{
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_PLAIN, name);
  accord_book_number (sheet, row, NUMBER, ACCORD_BOOK_NUMBER, index);
}

static void
write_schedule (AccordBook *self, AccordBookSheet *sheet, guint index)
{
  const AccordBookSheet *typed = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const AccordSchedule *schedule = self->cba->schedules->pdata[index];
  const AccordBookRows bands = self->bands[index];
  const guint last = bands.row + bands.n - 1, rates = self->rates + index, factors = self->factors + index;
  const AccordRef first = accord_range (typed, bands.row, 0, last, 0, ACCORD_REF_FIXED);
  const AccordRef rate = accord_range (typed, bands.row, 1, last, 1, ACCORD_REF_FIXED);

  write_names (self, sheet, rates, index + 1, schedule->name);
  write_names (self, sheet, factors, index + 1, schedule->name);
  for (guint year = 0; year < n_columns (self); year++)
    {
      const guint column = ACCORD_YEARS_COLUMN + year;

      if (year == 0)
        {
          accord_book_number (sheet, rates, column, ACCORD_BOOK_PERCENT, 0);
          accord_book_number (sheet, factors, column, ACCORD_BOOK_FACTOR, 1);
          continue;
        }
      accord_book_formula (
          sheet, rates, column, ACCORD_BOOK_PERCENT,
          accord_decimal_to_double (accord_schedule_get_rate (schedule, year)), "LOOKUP(%s,%s,%s)",
          accord_ref (NULL, ACCORD_BOOK_YEAR_ROW, column, ACCORD_REF_FIXED_ROW).text, first.text, rate.text);
      accord_book_formula (sheet, factors, column, ACCORD_BOOK_FACTOR, self->factor_values[index][year],
                           "%s/(1+%s)", accord_ref (NULL, factors, column - 1, ACCORD_REF_MOVES).text,
                           accord_ref (NULL, rates, column, ACCORD_REF_MOVES).text);
    }
}

/* What makes an amount in the prices of each year one in those of the price year; empty where there is no
 * index for it. */
static void
write_ratio (AccordBook *self, AccordBookSheet *sheet, guint index, guint year)
{
  const AccordBookSheet *typed = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const guint row = self->ratios + index, column = ACCORD_YEARS_COLUMN + year;
  const int price_year =
      self->cba->price_year != ACCORD_NO_YEAR ? self->cba->price_year : self->cba->base_year;
  const int from = self->cba->base_year != ACCORD_NO_YEAR ? self->cba->base_year + (int) year : price_year;
  const gboolean same = self->cba->base_year == ACCORD_NO_YEAR || from == price_year;
  const AccordRef number = accord_ref (NULL, ACCORD_BOOK_YEAR_ROW, column, ACCORD_REF_FIXED_ROW);
  g_autofree char *found = g_strdup ("\"\"");
  double ratio = 1;
  gboolean known = same;

  if (index > 0)
    {
      const guint last = self->indices.row + self->indices.n - 1;
      const AccordRef years = accord_range (typed, self->indices.row, 0, last, 0, ACCORD_REF_FIXED);
      const AccordRef indices = accord_range (typed, self->indices.row, index, last, index, ACCORD_REF_FIXED);

      g_free (found);
      found = g_strdup_printf ("IFERROR(INDEX(%s,MATCH(%s,%s,0))/INDEX(%s,MATCH(%s+%s,%s,0)),\"\")",
                               indices.text, self->price_year.text, years.text, indices.text,
                               self->base_year.text, number.text, years.text);
      known =
          same || accord_price_series_ratio (self->cba->series->pdata[index - 1], from, price_year, &ratio);
    }
  if (known)
    accord_book_formula (sheet, row, column, ACCORD_BOOK_FACTOR, ratio, "IF(OR(%s=\"\",%s+%s=%s),1,%s)",
                         self->base_year.text, self->base_year.text, number.text, self->price_year.text,
                         found);
  else
    accord_book_words (sheet, row, column, ACCORD_BOOK_FACTOR, "", "IF(OR(%s=\"\",%s+%s=%s),1,%s)",
                       self->base_year.text, self->base_year.text, number.text, self->price_year.text, found);
}

/**
 * accord_book_write_years:
 * @self: a workbook in the making whose assumptions are written
 *
 * Writes what belongs to each year: whether it is counted, its rates and discount factors, and what re-bases
 * amounts in its prices.
 */
void
accord_book_write_years (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_YEARS];

  accord_book_head (self, sheet, 0, _ ("Years"),
                    _ ("Each year’s rates, discount factors and price ratios, from the assumptions."));
  write_numbers (self, sheet);
  accord_book_text (sheet, self->rates - 1, LABEL, ACCORD_BOOK_SECTION, _ ("Discount rates"));
  accord_book_text (sheet, self->factors - 1, LABEL, ACCORD_BOOK_SECTION, _ ("Discount factors"));
  accord_book_text (sheet, self->ratios - 1, LABEL, ACCORD_BOOK_SECTION,
                    _ ("From the prices of the year to those of the results"));
  for (guint i = 0; i < self->cba->schedules->len; i++)
    write_schedule (self, sheet, i);
  for (guint i = 0; i <= self->cba->series->len; i++)
    {
      const AccordPriceSeries *series = i > 0 ? self->cba->series->pdata[i - 1] : NULL;

      write_names (self, sheet, self->ratios + i, i, series != NULL ? series->name : _ ("No series"));
      for (guint year = 0; year < n_columns (self); year++)
        write_ratio (self, sheet, i, year);
    }
  accord_book_sheet_set_widths (sheet, LABEL, LABEL, 34);
  accord_book_sheet_set_widths (sheet, NUMBER, NUMBER, 6);
  accord_book_sheet_set_widths (sheet, ACCORD_YEARS_COLUMN, ACCORD_YEARS_COLUMN + n_columns (self) - 1, 11);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_LABEL_ROW + 1, ACCORD_YEARS_COLUMN,
                            ACCORD_YEARS_COLUMN + self->n_years);
}
