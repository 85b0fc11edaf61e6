/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

#define LABEL 0
#define VALUE 1
#define NOTE 2

/* What an edition is called, of when it is, and where it was published. */
static char *
dup_edition (const char *name, const char *edition, const char *source)
{
  g_autoptr (GString) words = g_string_new (name);

  if (edition != NULL)
    g_string_append_printf (words, " (%s)", edition);
  if (source != NULL)
    g_string_append_printf (words, " · %s", source);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static AccordRef
place (AccordBook *self, guint row)
{
  return accord_ref (self->sheets[ACCORD_BOOK_ASSUMPTIONS], row, VALUE, ACCORD_REF_FIXED);
}

static void
write_year (AccordBookSheet *sheet, guint row, const char *label, int year, const char *note)
{
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_PLAIN, label);
  if (year != ACCORD_NO_YEAR)
    accord_book_number (sheet, row, VALUE, ACCORD_BOOK_TYPED_NUMBER, year);
  else
    accord_book_blank (sheet, row, VALUE, ACCORD_BOOK_TYPED_NUMBER);
  accord_book_text (sheet, row, NOTE, ACCORD_BOOK_NOTE, note);
}

static guint
write_years (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const int price_year =
      self->cba->price_year != ACCORD_NO_YEAR ? self->cba->price_year : self->cba->base_year;

  write_year (sheet, row, _ ("Year 0"), self->cba->base_year,
              _ ("The financial year that is not discounted, by the year it begins in"));
  self->base_year = place (self, row++);
  write_year (sheet, row, _ ("Prices of"), price_year, _ ("The year whose prices all results are in"));
  self->price_year = place (self, row++);
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_PLAIN, _ ("Years counted"));
  accord_book_number (sheet, row, VALUE, ACCORD_BOOK_TYPED_NUMBER, self->n_years);
  accord_book_text (sheet, row, NOTE, ACCORD_BOOK_NOTE,
                    _ ("Can be fewer than there are columns of years, not more"));
  self->horizon = place (self, row++);
  return row + 1;
}

static guint
write_schedules (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];

  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_SECTION, _ ("Discount rates"));
  for (guint i = 0; i < self->cba->schedules->len; i++)
    {
      const AccordSchedule *schedule = self->cba->schedules->pdata[i];
      g_autofree char *edition = dup_edition (schedule->name, schedule->edition, schedule->source);
      g_autofree char *name = g_strdup_printf ("%u. %s", i + 1, edition);

      accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_STRONG, name);
      accord_book_text (sheet, row, LABEL, ACCORD_BOOK_HEADING, _ ("From year"));
      accord_book_text (sheet, row++, VALUE, ACCORD_BOOK_HEADING_RIGHT, _ ("Rate a year"));
      self->bands[i] = (AccordBookRows){ row, schedule->bands->len };
      for (guint j = 0; j < schedule->bands->len; j++, row++)
        {
          const AccordBand *band = &g_array_index (schedule->bands, AccordBand, j);

          accord_book_number (sheet, row, LABEL, ACCORD_BOOK_TYPED_NUMBER, band->first);
          accord_book_number (sheet, row, VALUE, ACCORD_BOOK_TYPED_PERCENT,
                              accord_decimal_to_double (band->rate));
        }
      row++;
    }
  return row;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Every year that one of the series has, each once. */
static GArray *
list_years (const AccordCba *cba)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = 0;

  for (guint i = 0; i < cba->series->len; i++)
    {
      const AccordPriceSeries *series = cba->series->pdata[i];

      for (guint j = 0; j < series->indices->len; j++)
        g_array_append_val (years, g_array_index (series->indices, AccordPriceIndex, j).year);
    }
  g_array_sort (years, compare_years);
  for (guint i = 0; i < years->len; i++)
    if (i == 0 || g_array_index (years, int, i) != g_array_index (years, int, n - 1))
      g_array_index (years, int, n++) = g_array_index (years, int, i);
  g_array_set_size (years, n);
  return years;
}

static void
write_indices (AccordBook *self, guint row, int year)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];

  accord_book_number (sheet, row, LABEL, ACCORD_BOOK_TYPED_NUMBER, year);
  for (guint i = 0; i < self->cba->series->len; i++)
    {
      AccordDecimal index;

      if (accord_price_series_lookup (self->cba->series->pdata[i], year, &index))
        accord_book_number (sheet, row, VALUE + i, ACCORD_BOOK_TYPED_NUMBER,
                            accord_decimal_to_double (index));
      else
        accord_book_blank (sheet, row, VALUE + i, ACCORD_BOOK_TYPED_NUMBER);
    }
}

static void
write_series (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  g_autoptr (GArray) years = list_years (self->cba);

  if (self->cba->series->len == 0)
    return;
  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_SECTION, _ ("Price indices"));
  for (guint i = 0; i < self->cba->series->len; i++)
    {
      const AccordPriceSeries *series = self->cba->series->pdata[i];
      g_autofree char *edition = dup_edition (series->name, series->edition, series->source);
      g_autofree char *name = g_strdup_printf (
          /* Translators: a number, a price series, and whether its years are financial or calendar ones. */
          _ ("%u. %s (%s)"), i + 1, edition,
          series->years == ACCORD_PRICES_FINANCIAL ? _ ("financial years, by the year they begin in")
                                                   : _ ("calendar years"));

      accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_STRONG, name);
    }
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_HEADING, _ ("Year"));
  for (guint i = 0; i < self->cba->series->len; i++)
    {
      /* Translators: the index of a price series; %u is its number. */
      g_autofree char *heading = g_strdup_printf (_ ("Index %u"), i + 1);

      accord_book_text (sheet, row, VALUE + i, ACCORD_BOOK_HEADING_RIGHT, heading);
    }
  self->indices = (AccordBookRows){ row + 1, years->len };
  for (guint i = 0; i < years->len; i++)
    write_indices (self, row + 1 + i, g_array_index (years, int, i));
}

static guint
write_grades (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  const AccordGradeTable *grades = self->cba->grades;
  g_autofree char *edition = NULL;

  self->grades = (AccordBookRows){ row, 1 };
  if (grades == NULL || grades->corrections->len == 0)
    return row + 1;
  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_SECTION, _ ("Confidence grades"));
  edition = dup_edition (grades->name, grades->edition, grades->source);
  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_STRONG, edition);
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_HEADING, _ ("Grade"));
  accord_book_text (sheet, row, VALUE, ACCORD_BOOK_HEADING_RIGHT, _ ("Correction"));
  accord_book_text (sheet, row++, NOTE, ACCORD_BOOK_NOTE, _ ("Costs are corrected up, outcomes down"));
  self->grades = (AccordBookRows){ row, grades->corrections->len };
  for (guint i = 0; i < grades->corrections->len; i++, row++)
    {
      accord_book_number (sheet, row, LABEL, ACCORD_BOOK_COUNT, i + 1);
      accord_book_number (sheet, row, VALUE, ACCORD_BOOK_TYPED_PERCENT,
                          accord_decimal_to_double (g_array_index (grades->corrections, AccordDecimal, i)));
    }
  return row + 1;
}

static guint
write_organisations (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];

  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_SECTION, _ ("Organisations"));
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_HEADING, _ ("No."));
  accord_book_text (sheet, row++, VALUE, ACCORD_BOOK_HEADING, _ ("Name"));
  self->organisations = (AccordBookRows){ row, self->n_organisations + 1 };
  for (guint i = 0; i < self->n_organisations; i++, row++)
    {
      const AccordCbaOrganisation *organisation = self->cba->organisations->pdata[i];

      accord_book_number (sheet, row, LABEL, ACCORD_BOOK_COUNT, i + 1);
      accord_book_text (sheet, row, VALUE, ACCORD_BOOK_TYPED, organisation->name);
    }
  accord_book_number (sheet, row, LABEL, ACCORD_BOOK_COUNT, 0);
  accord_book_text (sheet, row, VALUE, ACCORD_BOOK_PLAIN, _ ("No organisation named"));
  return row + 2;
}

static const char *
role_of (const AccordCbaOption *option)
{
  switch (option->comparator)
    {
    case ACCORD_COMPARATOR_DO_NOTHING:
      return _ ("Do nothing: the others are measured against it");
    case ACCORD_COMPARATOR_DO_MINIMUM:
      return _ ("Do minimum: the others are measured against it");
    case ACCORD_COMPARATOR_NONE:
    default:
      return option->preferred ? _ ("Preferred") : "";
    }
}

static guint
write_options (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];

  accord_book_text (sheet, row++, LABEL, ACCORD_BOOK_SECTION, _ ("Options"));
  accord_book_text (sheet, row, LABEL, ACCORD_BOOK_HEADING, _ ("No."));
  accord_book_text (sheet, row++, VALUE, ACCORD_BOOK_HEADING, _ ("Name"));
  self->option_names = (AccordBookRows){ row, self->cba->options->len };
  for (guint i = 0; i < self->cba->options->len; i++, row++)
    {
      const AccordCbaOption *option = accord_book_option (self, i);

      accord_book_number (sheet, row, LABEL, ACCORD_BOOK_COUNT, i + 1);
      accord_book_text (sheet, row, VALUE, ACCORD_BOOK_TYPED, option->name);
      accord_book_text (sheet, row, NOTE, ACCORD_BOOK_NOTE, role_of (option));
    }
  return row + 1;
}

/**
 * accord_book_write_assumptions:
 * @self: a workbook in the making
 *
 * Writes the typed numbers that belong to no line, and remembers where they stand.
 */
void
accord_book_write_assumptions (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_ASSUMPTIONS];
  guint row = ACCORD_BOOK_FIRST_ROW - 1;

  accord_book_head (self, sheet, 0, _ ("Assumptions"),
                    _ ("Cells with a tinted ground were typed: change one, and every figure follows."));
  row = write_years (self, row);
  row = write_options (self, row);
  row = write_organisations (self, row);
  row = write_schedules (self, row);
  row = write_grades (self, row);
  write_series (self, row);
  accord_book_sheet_set_widths (sheet, LABEL, LABEL, 22);
  accord_book_sheet_set_widths (sheet, VALUE, VALUE, 36);
  accord_book_sheet_set_widths (sheet, NOTE, NOTE + 10, 16);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_NOTE_ROW + 1, 0, 0);
  accord_book_file_name (self->file, "Horizon", self->horizon);
  accord_book_file_name (self->file, "Year_0", self->base_year);
  accord_book_file_name (self->file, "Prices_of", self->price_year);
}
