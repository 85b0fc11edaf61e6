/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edition-cell.h"
#include "date.h"

/* A series has to have so many years to be one. */
#define FEWEST_YEARS 2

/* No price is of a year outside these. */
#define FIRST_YEAR 1700
#define LAST_YEAR 2200

/* Numbers that jump further are no years. */
#define LONGEST_GAP 50

/* A column of years with the column of indices beside it. */
typedef struct
{
  int year_column;
  int index_column;
  AccordPriceYears years;
  guint first_row;
  guint last_row;
} Columns;

static AccordEditionRow *
get_row (const AccordEditionTable *table, guint row)
{
  return g_ptr_array_index (table->rows, row);
}

/* The headings of a column, one after the other. */
static char *
dup_headings (const AccordEditionTable *table, int column, guint first_row)
{
  GString *words = g_string_new (" ");

  for (guint i = 0; i < first_row; i++)
    {
      g_autofree char *heading =
          accord_edition_heading_dup_words (accord_edition_row_get (get_row (table, i), column));

      g_string_append (words, heading + 1);
    }
  return g_string_free (words, FALSE);
}

/* A column of years, from the first one to the last: they follow each other in one direction, or it is headed
 * so. */
static gboolean
find_years (const AccordEditionTable *table, int column, Columns *found)
{
  g_autofree char *headings = NULL;
  AccordPriceYears years;
  gboolean steady = TRUE;
  guint n = 0;
  int year, last = 0, step = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = accord_edition_row_get (get_row (table, i), column);

      if (!accord_edition_cell_read_year (cell, &years, &year) || year < FIRST_YEAR || year > LAST_YEAR)
        {
          /* A single year before other words was none of the table. */
          if (cell != NULL && n < FEWEST_YEARS)
            n = 0;
          continue;
        }
      if (n > 0 && years != found->years)
        return FALSE;
      if (n == 0)
        *found = (Columns){ column, -1, years, i, i };
      else if (n == 1)
        step = year < last ? -1 : 1;
      steady &= n == 0 || ((year - last) * step > 0 && ABS (year - last) <= LONGEST_GAP);
      last = year;
      found->last_row = i;
      n++;
    }
  if (n < FEWEST_YEARS)
    return FALSE;
  headings = dup_headings (table, column, found->first_row);
  return steady || accord_edition_heading_has (headings, "year*");
}

static gboolean
has_number (const AccordEditionTable *table, int column, const Columns *columns)
{
  AccordDecimal number;

  for (guint i = columns->first_row; i <= columns->last_row; i++)
    if (accord_edition_cell_read_number (accord_edition_row_get (get_row (table, i), column), &number, NULL))
      return TRUE;
  return FALSE;
}

/* Beside the index there may be changes from year to year and the money that was deflated. */
static gboolean
find_index (const AccordEditionTable *table, int next, Columns *columns)
{
  static const char *const index[] = { "deflator*", "index*", "indices", "value", "100", NULL };
  static const char *const other[] = { "change", "growth", "%",          "per cent", "percent*",
                                       "cash",   "money",  "seasonally", "million",  NULL };
  int fallback = -1;

  columns->index_column = -1;
  for (int column = columns->year_column + 1; column < next && columns->index_column < 0; column++)
    {
      g_autofree char *headings = dup_headings (table, column, columns->first_row);

      if (!has_number (table, column, columns) || accord_edition_heading_has_any (headings, other))
        continue;
      if (accord_edition_heading_has_any (headings, index))
        columns->index_column = column;
      else if (fallback < 0)
        fallback = column;
    }
  if (columns->index_column < 0)
    columns->index_column = fallback;
  return columns->index_column >= 0;
}

/* Only a column that is headed so, or has no heading, holds years: sums and numbers of vouchers may look like
 * them. */
static gboolean
is_column_of_years (const AccordEditionTable *table, int column, Columns *columns)
{
  static const char *const names[] = { "year*", "fy", "period", "date", NULL };
  g_autofree char *headings = NULL;

  if (!find_years (table, column, columns))
    return FALSE;
  headings = dup_headings (table, column, columns->first_row);
  return strlen (headings) <= 1 || accord_edition_heading_has_any (headings, names);
}

static GArray *
find_columns (const AccordEditionTable *table)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Columns));
  const int n = (int) accord_edition_table_count_columns (table);
  Columns columns;

  for (int i = 0; i < n; i++)
    if (is_column_of_years (table, i, &columns))
      g_array_append_val (found, columns);
  for (guint i = found->len; i-- > 0;)
    {
      Columns *at = &g_array_index (found, Columns, i);
      const int next = i + 1 < found->len ? g_array_index (found, Columns, i + 1).year_column : n;

      if (!find_index (table, next, at))
        g_array_remove_index (found, i);
    }
  return found;
}

/* "2016-17 = 100": the year that the indices are measured by, 0 where no heading says. */
static int
find_base (const AccordEditionTable *table, AccordPriceYears years, guint first_row)
{
  g_autoptr (GRegex) form = g_regex_new ("(\\d{4}(?:[-/]\\d{2,4})?)\\s*=\\s*100", 0, 0, NULL);

  for (guint i = 0; i < first_row; i++)
    for (guint column = 0; column < get_row (table, i)->cells->len; column++)
      {
        const char *cell = accord_edition_row_get (get_row (table, i), (int) column);
        g_autoptr (GMatchInfo) match = NULL;

        if (cell == NULL)
          continue;
        for (g_regex_match (form, cell, 0, &match); g_match_info_matches (match);
             g_match_info_next (match, NULL))
          {
            g_autofree char *words = g_match_info_fetch (match, 1);
            AccordPriceYears kind;
            int year;

            if (accord_edition_cell_read_year (words, &kind, &year) && kind == years)
              return year;
          }
      }
  return 0;
}

typedef struct
{
  GString *json;
  GHashTable *seen;
  guint n_left_out;
  int base;
} Writing;

static gboolean
add_year (Writing *writing, const AccordEditionRow *row, const Columns *columns, GError **error)
{
  const char *written = accord_edition_row_get (row, columns->year_column);
  const char *cell = accord_edition_row_get (row, columns->index_column);
  g_autofree char *plain = NULL;
  AccordPriceYears years;
  AccordDecimal index;
  gboolean percent;
  int year;

  if (!accord_edition_cell_read_year (written, &years, &year))
    return written == NULL
           || accord_edition_file_fail (row, error, _ ("“%.60s” stands among the years and is no year."),
                                        written);
  if (!g_hash_table_add (writing->seen, GINT_TO_POINTER (year)))
    return accord_edition_file_fail (row, error, _ ("The year %.60s is there twice."), written);
  if (accord_edition_cell_is_blank (cell))
    {
      writing->n_left_out++;
      return TRUE;
    }
  if (!accord_edition_cell_read_number (cell, &index, &percent) || percent || index <= 0)
    return accord_edition_file_fail (
        row, error, _ ("“%.60s” is no price index: it has to be a number above nought."), cell);
  if (index == 100 * ACCORD_DECIMAL_ONE && writing->base == 0)
    writing->base = year;
  plain = accord_decimal_format (index);
  g_string_append_printf (writing->json, "%s{\"year\":%d,\"index\":%s}", writing->json->len > 0 ? "," : "",
                          year, plain);
  return TRUE;
}

/* A financial year that is written as one number could be either of two. */
static gboolean
check_kind (const AccordEditionTable *table, const Columns *columns, GError **error)
{
  g_autofree char *headings = dup_headings (table, columns->year_column, columns->first_row);
  static const char *const financial[] = { "financial", "fiscal", "fy", NULL };
  const AccordEditionRow *row = get_row (table, columns->first_row);

  if (columns->years == ACCORD_PRICES_FINANCIAL || !accord_edition_heading_has_any (headings, financial)
      || accord_edition_heading_has (headings, "calendar"))
    return TRUE;
  return accord_edition_file_fail (
      row, error, _ ("“%.60s” does not say which financial year it is: write it like 2013/14."),
      accord_edition_row_get (row, columns->year_column));
}

static char *
dup_content (AccordEditionFile *file, const AccordEditionTable *table, const Columns *columns, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Writing writing = { json, seen, 0, find_base (table, columns->years, columns->first_row) };
  const char *kind = columns->years == ACCORD_PRICES_FINANCIAL ? "financial" : "calendar";

  if (!check_kind (table, columns, error))
    return NULL;
  for (guint i = columns->first_row; i <= columns->last_row; i++)
    if (!add_year (&writing, get_row (table, i), columns, error))
      return NULL;
  if (json->len == 0)
    {
      accord_edition_file_fail (get_row (table, columns->first_row), error, _ ("No year has an index."));
      return NULL;
    }
  if (writing.n_left_out > 0)
    accord_edition_file_remark (file,
                                ngettext ("%u year has no index and is left out.",
                                          "%u years have no index and are left out.", writing.n_left_out),
                                writing.n_left_out);
  if (writing.base == 0)
    return g_strdup_printf ("{\"years\":\"%s\",\"indices\":[%s]}", kind, json->str);
  return g_strdup_printf ("{\"years\":\"%s\",\"base\":%d,\"indices\":[%s]}", kind, writing.base, json->str);
}

/* The latest day that the lines above the table name: "…as at 22 November 2017". */
static char *
dup_stated_day (const AccordEditionTable *table, guint first_row)
{
  g_autoptr (GRegex) form = g_regex_new ("\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \\d{4}", 0, 0, NULL);
  g_autofree char *latest = NULL, *words = NULL;

  for (guint i = 0; i < first_row; i++)
    {
      const char *cell = accord_edition_row_get (get_row (table, i), 0);
      g_autoptr (GMatchInfo) match = NULL;

      if (cell == NULL)
        continue;
      for (g_regex_match (form, cell, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *day = g_match_info_fetch (match, 0), *iso = NULL;

          if (accord_date_parse (day, &iso, NULL) && g_strcmp0 (iso, latest) > 0)
            {
              g_free (latest);
              latest = g_steal_pointer (&iso);
              g_free (words);
              words = g_steal_pointer (&day);
            }
        }
    }
  return words != NULL ? g_strdup_printf (_ ("as of %s"), words) : NULL;
}

/* What the series is of, from the lines above it and the name of the file. */
static gboolean
is_gdp (AccordEditionFile *file, const AccordEditionTable *table, guint first_row, gboolean *treasury)
{
  g_autofree char *all = accord_edition_heading_dup_words (file->probe->name);
  g_autofree char *name = accord_edition_heading_dup_words (table->name);
  gboolean gdp = accord_edition_heading_has (all, "gdp*") || accord_edition_heading_has (name, "gdp*");

  *treasury = FALSE;
  for (guint i = 0; i < first_row; i++)
    for (guint column = 0; column < get_row (table, i)->cells->len; column++)
      {
        g_autofree char *words =
            accord_edition_heading_dup_words (accord_edition_row_get (get_row (table, i), (int) column));

        gdp |= accord_edition_heading_has (words, "gdp deflator*");
        *treasury |= accord_edition_heading_has (words, "gdp deflators at market prices and money gdp");
      }
  return gdp;
}

static AccordEditionDraft *
add_series (AccordEditionFile *file, const AccordEditionTable *table, const Columns *columns)
{
  const gboolean financial = columns->years == ACCORD_PRICES_FINANCIAL;
  g_autofree char *day = dup_stated_day (table, columns->first_row);
  AccordEditionDraft *draft;
  gboolean treasury;

  if (is_gdp (file, table, columns->first_row, &treasury))
    draft = accord_edition_file_add (file, table, "deflator", financial ? "gdp-financial" : "gdp-calendar",
                                     financial ? _ ("GDP deflator, financial years")
                                               : _ ("GDP deflator, calendar years"));
  else
    draft = accord_edition_file_add (
        file, table, "deflator", financial ? "prices-financial" : "prices-calendar",
        financial ? _ ("Price series, financial years") : _ ("Price series, calendar years"));
  if (treasury)
    accord_record_set_text (draft->edition, "publisher", "HM Treasury");
  if (day != NULL && table->edition == NULL)
    accord_record_set_text (draft->edition, "edition", day);
  return draft;
}

/**
 * accord_edition_series_read:
 * @file: the file
 * @table: its rows
 * @error: return location for a #GError
 *
 * Reads price indices by year: one column of years and one of indices, or two such tables side by side, one
 * of financial and one of calendar years.
 *
 * Returns: what became of it
 */
AccordEditionForm
accord_edition_series_read (AccordEditionFile *file, const AccordEditionTable *table, GError **error)
{
  g_autoptr (GArray) found = find_columns (table);

  for (guint i = 0; i < found->len; i++)
    {
      const Columns *columns = &g_array_index (found, Columns, i);
      g_autofree char *content = dup_content (file, table, columns, error);

      if (content == NULL)
        return ACCORD_EDITION_FORM_WRONG;
      accord_record_set_text (add_series (file, table, columns)->edition, "content", content);
    }
  if (found->len == 1)
    file->form = g_strdup (g_array_index (found, Columns, 0).years == ACCORD_PRICES_FINANCIAL
                               ? _ ("This is a price series of financial years.")
                               : _ ("This is a price series of calendar years."));
  else
    file->form = g_strdup_printf (
        _ ("These are %u price series side by side; each is taken by itself, for financial and "
           "calendar years must not be mixed."),
        found->len);
  return found->len > 0 ? ACCORD_EDITION_FORM_READ : ACCORD_EDITION_FORM_OTHER;
}
