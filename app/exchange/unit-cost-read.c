/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edition-cell.h"
#include "financial-year.h"
#include "fold.h"
#include "money.h"
#include "unit-cost-heading.h"
#include "unit-cost.h"

/* So many headings tell that a table holds unit costs where nobody said so. */
#define ENOUGH_HEADINGS 4
#define MOST_BEFORE_HEADINGS 40

typedef struct
{
  guint head;
  int columns[ACCORD_UNIT_COST_N_COLUMNS];
  const char *price_year;
  GPtrArray *lines;
  guint n_formulas;
  guint n_rounded;
  guint n_no_amount;
  guint n_odd_years;
  char *odd_year;
} Reading;

static AccordEditionRow *
get_row (const AccordEditionTable *table, guint row)
{
  return g_ptr_array_index (table->rows, row);
}

/* What a spreadsheet would work out. It was left behind by the program that made the file, and says nothing.
 */
static gboolean
is_formula (const char *text)
{
  return text[0] == '=' || text[0] == '@'
         || ((text[0] == '+' || text[0] == '-') && strpbrk (text, "(!") != NULL);
}

/* Whole pence, of a number that may have more places: halves go away from nought. */
static gboolean
read_pence (Reading *reading, const char *text, gint64 *pence)
{
  g_autofree char *plain = g_strdup (text);
  AccordDecimal pounds;
  gboolean percent;
  char *sign;

  if (accord_money_scan (text, strlen (text), pence) == ACCORD_MONEY_SCAN_OK)
    return TRUE;
  sign = strstr (plain, "£");
  if (sign != NULL)
    memset (sign, ' ', strlen ("£"));
  if (!accord_edition_cell_read_number (g_strstrip (plain), &pounds, &percent) || percent)
    return FALSE;
  *pence = (pounds + (pounds < 0 ? -1 : 1) * (ACCORD_DECIMAL_ONE / 200)) / (ACCORD_DECIMAL_ONE / 100);
  reading->n_rounded++;
  return TRUE;
}

static gboolean
take_amount (Reading *reading, const AccordEditionRow *row, AccordRecord *line, GError **error)
{
  const char *cell = accord_edition_row_get (row, reading->columns[ACCORD_UNIT_COST_AMOUNT]);
  gint64 pence;

  if (accord_edition_cell_is_blank (cell))
    {
      reading->n_no_amount++;
      return TRUE;
    }
  if (!read_pence (reading, cell, &pence))
    return accord_edition_file_fail (row, error, _ ("“%.60s” is not an amount of money."), cell);
  accord_record_set_int (line, "amount", pence);
  return TRUE;
}

/* The year stays as it is written; what is no year cannot be re-based. */
static void
take_price_year (Reading *reading, const AccordEditionRow *row, AccordRecord *line)
{
  const char *cell = accord_edition_row_get (row, reading->columns[ACCORD_UNIT_COST_PRICE_YEAR]);
  int year;

  if (accord_edition_cell_is_blank (cell))
    cell = reading->price_year;
  if (cell == NULL)
    return;
  accord_record_set_text (line, "price-year", cell);
  if (accord_financial_year_parse (cell, &year, NULL))
    return;
  if (reading->n_odd_years++ == 0)
    /* Translators: where in a file, then what stands there. */
    reading->odd_year = g_strdup_printf (_ ("%s: “%.60s”"), row->place, cell);
}

static void
take_words (Reading *reading, const AccordEditionRow *row, AccordRecord *line)
{
  for (int i = 0; i < ACCORD_UNIT_COST_N_COLUMNS; i++)
    {
      const char *cell = accord_edition_row_get (row, reading->columns[i]);
      g_autofree char *words = NULL;

      if (i == ACCORD_UNIT_COST_AMOUNT || i == ACCORD_UNIT_COST_PRICE_YEAR
          || accord_edition_cell_is_blank (cell))
        continue;
      if (i == ACCORD_UNIT_COST_NOTE && is_formula (cell))
        {
          reading->n_formulas++;
          continue;
        }
      words = i == ACCORD_UNIT_COST_NOTE ? g_strdup (cell) : accord_text_collapse (cell);
      accord_record_set_text (line, accord_unit_cost_column_get_field ((AccordUnitCostColumn) i), words);
    }
}

/* A line of one cell heads those that follow. */
static gboolean
is_heading (const AccordEditionRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n += accord_edition_row_get (row, (int) i) != NULL;
  return n < 2;
}

static gboolean
take_line (Reading *reading, const AccordEditionRow *row, GError **error)
{
  AccordRecord *line = accord_record_new (accord_kind_for_type (ACCORD_TYPE_UNIT_COST));

  g_ptr_array_add (reading->lines, line);
  take_words (reading, row, line);
  take_price_year (reading, row, line);
  if (accord_record_get_text (line, "description") == NULL)
    return accord_edition_file_fail (row, error, _ ("There is no description."));
  return take_amount (reading, row, line, error);
}

static void
say (AccordEditionFile *file, const Reading *reading)
{
  if (reading->n_formulas > 0)
    accord_edition_file_remark (file,
                                ngettext ("%u note is a formula of a spreadsheet and is left out.",
                                          "%u notes are formulas of a spreadsheet and are left out.",
                                          reading->n_formulas),
                                reading->n_formulas);
  if (reading->n_rounded > 0)
    accord_edition_file_remark (file,
                                ngettext ("%u cost is rounded to the penny.",
                                          "%u costs are rounded to the penny.", reading->n_rounded),
                                reading->n_rounded);
  if (reading->n_no_amount > 0)
    accord_edition_file_remark (
        file, ngettext ("%u line states no cost.", "%u lines state no cost.", reading->n_no_amount),
        reading->n_no_amount);
  if (reading->n_odd_years > 0)
    accord_edition_file_remark (
        file,
        ngettext ("%u line has prices of what is no single year, which cannot be re-based (%s).",
                  "%u lines have prices of what is no single year, which cannot be re-based (the "
                  "first is %s).",
                  reading->n_odd_years),
        reading->n_odd_years, reading->odd_year);
  if (reading->price_year != NULL)
    accord_edition_file_remark (
        file, _ ("Prices are of %s where a line does not say otherwise, as the file states."),
        reading->price_year);
  else if (reading->columns[ACCORD_UNIT_COST_PRICE_YEAR] < 0)
    accord_edition_file_remark (file, _ ("No column says of what year the prices are."));
}

/* "GMCA Unit Cost Database v1.4 (New Economy Manchester)" is a name, a version and who made it. */
static void
split_name (const char *text, char **name, char **version)
{
  g_autoptr (GRegex) form =
      g_regex_new ("[\\s_-]*\\b((?:[vV](?:ersion)?[\\s_]?)?\\d+(?:\\.\\d+)+|[vV]\\d+|(?:19|20)\\d\\d"
                   "(?:[-/]\\d\\d)?)\\b.*$",
                   0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start;

  *name = *version = NULL;
  if (text == NULL)
    return;
  if (g_regex_match (form, text, 0, &match) && g_match_info_fetch_pos (match, 0, &start, NULL) && start > 0)
    {
      *version = g_match_info_fetch (match, 1);
      *name = g_strndup (text, (gsize) start);
    }
  else
    *name = g_strdup (text);
}

static void
add_draft (AccordEditionFile *file, const AccordEditionTable *table, Reading *reading)
{
  g_autofree char *stem = accord_edition_file_dup_stem (file);
  g_autofree char *name = NULL, *version = NULL, *code = NULL;
  AccordEditionDraft *draft;

  split_name (table->name != NULL ? table->name : stem, &name, &version);
  if (table->name == NULL)
    g_strdelimit (name, "_-", ' ');
  code = accord_text_slug (name);
  draft = accord_edition_file_add (file, table, "unit-costs", code, name);
  if (table->edition == NULL && version != NULL)
    accord_record_set_text (draft->edition, "edition", version);
  draft->unit_costs = g_ptr_array_ref (reading->lines);
  file->form = g_strdup_printf (
      ngettext ("This is a table of %u unit cost.", "This is a table of %u unit costs.", reading->lines->len),
      reading->lines->len);
}

/* What was paid to whom has much the same columns, and is something else. */
static gboolean
is_of_payments (const AccordEditionRow *row)
{
  static const char *const words[] = { "supplier*",    "beneficiary*", "payee*",   "vendor*", "invoice*",
                                       "transaction*", "paid",         "payment*", NULL };

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *heading = accord_edition_heading_dup_words (accord_edition_row_get (row, (int) i));

      if (accord_edition_heading_has_any (heading, words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_headings (const AccordEditionTable *table, gboolean wanted, Reading *reading)
{
  for (reading->head = 0; reading->head < table->rows->len && reading->head < MOST_BEFORE_HEADINGS;
       reading->head++)
    {
      const guint n = accord_unit_cost_headings_find (get_row (table, reading->head), reading->columns);

      if (n >= (wanted ? 2 : ENOUGH_HEADINGS) && (wanted || !is_of_payments (get_row (table, reading->head))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_years (const AccordEditionTable *table, const Reading *reading, int column)
{
  guint n = 0;

  for (guint i = reading->head + 1; i < table->rows->len; i++)
    {
      const char *cell = accord_edition_row_get (get_row (table, i), column);
      int year;

      if (accord_edition_cell_is_blank (cell))
        continue;
      if (!accord_financial_year_parse (cell, &year, NULL))
        return FALSE;
      n++;
    }
  return n > 0;
}

/* Some files call the year of their prices otherwise: then it is the column that holds nothing but years. */
static void
find_price_years (const AccordEditionTable *table, Reading *reading)
{
  int *columns = reading->columns;
  int year;

  for (int i = 0;
       columns[ACCORD_UNIT_COST_PRICE_YEAR] < 0 && i < (int) get_row (table, reading->head)->cells->len; i++)
    {
      gboolean taken = FALSE;

      for (int j = 0; j < ACCORD_UNIT_COST_N_COLUMNS; j++)
        taken |= j != ACCORD_UNIT_COST_NOTE && j != ACCORD_UNIT_COST_DETAIL && columns[j] == i;
      if (taken || !holds_years (table, reading, i))
        continue;
      columns[ACCORD_UNIT_COST_PRICE_YEAR] = i;
      if (columns[ACCORD_UNIT_COST_NOTE] == i)
        columns[ACCORD_UNIT_COST_NOTE] = -1;
      if (columns[ACCORD_UNIT_COST_DETAIL] == i)
        columns[ACCORD_UNIT_COST_DETAIL] = -1;
    }
  if (table->price_year != NULL && accord_financial_year_parse (table->price_year, &year, NULL))
    reading->price_year = table->price_year;
}

static AccordEditionForm
read_lines (AccordEditionFile *file, const AccordEditionTable *table, Reading *reading, GError **error)
{
  find_price_years (table, reading);
  for (guint i = reading->head + 1; i < table->rows->len; i++)
    if (!is_heading (get_row (table, i)) && !take_line (reading, get_row (table, i), error))
      return ACCORD_EDITION_FORM_WRONG;
  if (reading->lines->len == 0)
    {
      accord_edition_file_fail (get_row (table, reading->head), error,
                                _ ("No unit costs follow these headings."));
      return ACCORD_EDITION_FORM_WRONG;
    }
  add_draft (file, table, reading);
  say (file, reading);
  return ACCORD_EDITION_FORM_READ;
}

/**
 * accord_unit_costs_read:
 * @file: the file
 * @table: its rows
 * @wanted: whether it is said to hold unit costs
 * @error: return location for a #GError
 *
 * Reads unit costs, in columns of any order.
 *
 * Returns: what became of it
 */
AccordEditionForm
accord_unit_costs_read (AccordEditionFile *file, const AccordEditionTable *table, gboolean wanted,
                        GError **error)
{
  Reading reading = { 0 };
  AccordEditionForm form;

  if (!find_headings (table, wanted, &reading))
    return ACCORD_EDITION_FORM_OTHER;
  reading.lines = g_ptr_array_new_with_free_func (g_object_unref);
  form = read_lines (file, table, &reading, error);
  g_ptr_array_unref (reading.lines);
  g_free (reading.odd_year);
  return form;
}
