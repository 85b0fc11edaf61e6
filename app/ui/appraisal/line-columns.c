/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-columns.h"

#include "appraisal-lines.h"
#include "appraisal/cell-text.h"
#include "appraisal/gain-text.h"
#include "fold.h"

#include <glib/gi18n-lib.h>

#define MOST_YEARS 500

static const AccordLineColumn cost_columns[] = {
  { "name", N_ ("Cost"), ACCORD_LINE_NAME, 28 },
  { "organisation", N_ ("Who pays"), ACCORD_LINE_ORGANISATION, 20 },
  { "sort", N_ ("Kind"), ACCORD_LINE_CHOICE, 8 },
  { "timing", N_ ("Timing"), ACCORD_LINE_CHOICE, 9 },
  { "grade", N_ ("Grade"), ACCORD_LINE_GRADE, 5 },
  { "bias-rate", N_ ("Optimism bias"), ACCORD_LINE_BIAS, 12 },
};

static const AccordLineColumn outcome_columns[] = {
  { "name", N_ ("Outcome"), ACCORD_LINE_NAME, 28 },
  { "need", N_ ("In need"), ACCORD_LINE_NUMBER, 7 },
  { "engagement", N_ ("Engagement"), ACCORD_LINE_RATE, 5 },
  { "impact", N_ ("Impact"), ACCORD_LINE_RATE, 5 },
  { "deadweight", N_ ("Deadweight"), ACCORD_LINE_RATE, 5 },
  { "unit-value", N_ ("Unit value £"), ACCORD_LINE_MONEY, 9 },
  { "price-year", N_ ("Prices of"), ACCORD_LINE_PRICE_YEAR, 7 },
  { "lag-years", N_ ("Lag, years"), ACCORD_LINE_COUNT, 4 },
  { "drop-off", N_ ("Drop-off"), ACCORD_LINE_RATE, 5 },
  { "lasts", N_ ("Lasts, years"), ACCORD_LINE_COUNT, 4 },
  { "grade", N_ ("Grade"), ACCORD_LINE_GRADE, 5 },
  { "outcome-class", N_ ("Class"), ACCORD_LINE_CHOICE, 9 },
  { "timing", N_ ("Timing"), ACCORD_LINE_CHOICE, 9 },
  { "cashable", N_ ("Cashable"), ACCORD_LINE_RATE, 5 },
  { NULL, N_ ("Who gains"), ACCORD_LINE_GAINS, 24 },
  { "attribution", N_ ("Attribution"), ACCORD_LINE_RATE, 5 },
  { "displacement", N_ ("Displacement"), ACCORD_LINE_RATE, 5 },
  { "leakage", N_ ("Leakage"), ACCORD_LINE_RATE, 5 },
};

/**
 * accord_line_columns:
 * @outcomes: whether of outcomes; else of costs
 * @n_columns: (out): how many
 *
 * Returns: (transfer none): the columns that do not depend on the years
 */
const AccordLineColumn *
accord_line_columns (gboolean outcomes, guint *n_columns)
{
  *n_columns = outcomes ? G_N_ELEMENTS (outcome_columns) : G_N_ELEMENTS (cost_columns);
  return outcomes ? outcome_columns : cost_columns;
}

AccordGridKind
accord_line_column_get_kind (const AccordLineColumn *self)
{
  switch (self->cell)
    {
    case ACCORD_LINE_NAME:
      return ACCORD_GRID_WORDS;
    case ACCORD_LINE_CHOICE:
    case ACCORD_LINE_ORGANISATION:
      return ACCORD_GRID_CHOICE;
    case ACCORD_LINE_BIAS:
    case ACCORD_LINE_GAINS:
      return ACCORD_GRID_OPENS;
    case ACCORD_LINE_PRESENT:
      return ACCORD_GRID_WORKED_OUT;
    default:
      return ACCORD_GRID_FIGURE;
    }
}

/* --- What is shown. */

static const AccordField *
field_of (const AccordLineColumn *column, AccordRecord *line)
{
  return accord_kind_get_field (accord_record_get_kind (line), column->field);
}

static char *
dup_decimal (const char *text, gboolean rate, gboolean entry)
{
  AccordDecimal value;

  if (text == NULL || !accord_decimal_parse (text, &value))
    return g_strdup (text);
  if (rate)
    return accord_cell_dup_rate (value);
  return entry ? accord_decimal_format (value) : accord_cell_dup_number (value);
}

/* With a worksheet it is what that comes to, which the line's own rate does not change. */
static char *
dup_bias (AccordRecord *line)
{
  const char *works = accord_record_get_text (line, "works");
  const char *rate = accord_record_get_text (line, "bias-rate");
  const char *mitigated = accord_record_get_text (line, "mitigated");
  g_autofree char *shown = NULL, *less = NULL;

  if (works != NULL && *works != '\0')
    return g_strdup (_ ("Worksheet"));
  shown = dup_decimal (rate, TRUE, FALSE);
  less = dup_decimal (mitigated, TRUE, FALSE);
  if (shown == NULL || less == NULL || *less == '\0' || g_str_equal (less, "0%"))
    return g_steal_pointer (&shown);
  /* Translators: a rate of optimism bias, and how much of it is mitigated. */
  return g_strdup_printf (_ ("%s, %s mitigated"), shown, less);
}

static char *
dup_integer (AccordRecord *line, const AccordLineColumn *column, gboolean entry)
{
  gint64 value = accord_record_get_int (line, column->field);

  if (value == ACCORD_UNKNOWN)
    return NULL;
  if (column->cell == ACCORD_LINE_MONEY)
    return entry ? accord_cell_dup_money_entry (value) : accord_cell_dup_money (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
dup_organisation (AccordAppraisalWork *work, AccordRecord *line)
{
  const AccordWorkOrganisation *organisation =
      accord_appraisal_work_find_organisation (work, accord_record_get_int (line, "organisation"));

  return organisation != NULL ? g_strdup (organisation->name)
                              : g_strdup (accord_record_get_reference_title (line, "organisation"));
}

/**
 * accord_line_dup_cell:
 * @work: where organisations are known
 * @column: a column
 * @line: a line
 * @gains: (nullable): who gains of it
 * @entry: whether as a person types it; else as it is shown
 *
 * Returns: (transfer full) (nullable): what stands in the cell
 */
char *
accord_line_dup_cell (AccordAppraisalWork *work, const AccordLineColumn *column, AccordRecord *line,
                      GPtrArray *gains, gboolean entry)
{
  const char *label;

  switch (column->cell)
    {
    case ACCORD_LINE_NAME:
    case ACCORD_LINE_PRICE_YEAR:
      return g_strdup (accord_record_get_text (line, column->field));
    case ACCORD_LINE_CHOICE:
      label =
          accord_field_choice_label (field_of (column, line), accord_record_get_text (line, column->field));
      return g_strdup (label != NULL ? _ (label) : NULL);
    case ACCORD_LINE_ORGANISATION:
      return dup_organisation (work, line);
    case ACCORD_LINE_NUMBER:
    case ACCORD_LINE_RATE:
      return dup_decimal (accord_record_get_text (line, column->field), column->cell == ACCORD_LINE_RATE,
                          entry);
    case ACCORD_LINE_MONEY:
    case ACCORD_LINE_COUNT:
    case ACCORD_LINE_GRADE:
      return dup_integer (line, column, entry);
    case ACCORD_LINE_BIAS:
      return entry ? dup_decimal (accord_record_get_text (line, "bias-rate"), TRUE, TRUE) : dup_bias (line);
    case ACCORD_LINE_GAINS:
      return accord_gain_text_format (work, gains);
    case ACCORD_LINE_YEAR:
    case ACCORD_LINE_PRESENT:
    default:
      return NULL;
    }
}

/* --- What is typed. */

static gboolean
take_scan (AccordCellScan scan, const char *text, char **why)
{
  if (scan == ACCORD_CELL_OK)
    return TRUE;
  *why = accord_cell_dup_why (scan, text);
  return FALSE;
}

static gboolean
store_decimal (const AccordLineColumn *column, AccordRecord *line, const char *text, char **why)
{
  AccordDecimal value;
  g_autofree char *plain = NULL;

  if (!take_scan (column->cell == ACCORD_LINE_NUMBER ? accord_cell_scan_number (text, &value)
                                                     : accord_cell_scan_rate (text, &value),
                  text, why))
    return FALSE;
  /* The rate of a bias may be over all: equipment is known to cost three times what was thought. */
  plain = accord_decimal_format (value);
  if (column->cell != ACCORD_LINE_NUMBER && column->cell != ACCORD_LINE_BIAS && value > ACCORD_DECIMAL_ONE)
    return take_scan (ACCORD_CELL_OVER_ALL, text, why);
  accord_record_set_text (line, column->field, plain);
  return TRUE;
}

static gboolean
store_integer (AccordAppraisalWork *work, const AccordLineColumn *column, AccordRecord *line,
               const char *text, char **why)
{
  const AccordCba *cba = accord_appraisal_work_get_cba (work);
  gint64 value, most = MOST_YEARS;
  AccordCellScan scan;

  if (column->cell == ACCORD_LINE_GRADE && cba != NULL && cba->grades != NULL)
    most = cba->grades->corrections->len;
  scan = column->cell == ACCORD_LINE_MONEY ? accord_cell_scan_money (text, &value)
                                           : accord_cell_scan_count (text, most, &value);
  if (column->cell == ACCORD_LINE_GRADE
      && (scan == ACCORD_CELL_TOO_LARGE || (scan == ACCORD_CELL_OK && value < 1)))
    {
      *why = g_strdup_printf (_ ("“%s” is no grade: grades go from 1 to %d."), text, (int) most);
      return FALSE;
    }
  if (!take_scan (scan, text, why))
    return FALSE;
  accord_record_set_int (line, column->field, value);
  return TRUE;
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *one = accord_text_fold (a), *other = accord_text_fold (b);

  return g_str_equal (one, other);
}

static gboolean
store_choice (const AccordLineColumn *column, AccordRecord *line, const char *text, char **why)
{
  const AccordField *field = field_of (column, line);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      if (same_words (_ (choice->label), text) || same_words (choice->value, text))
        {
          accord_record_set_text (line, column->field, choice->value);
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (choice->label));
    }
  /* Translators: what was typed, and what can be chosen. */
  *why = g_strdup_printf (_ ("“%s” is none of: %s."), text, words->str);
  return FALSE;
}

static gboolean
store_organisation (AccordAppraisalWork *work, AccordRecord *line, const char *text, char **why)
{
  gint64 id = accord_gain_text_find (work, text, why);

  if (id == 0)
    return FALSE;
  accord_record_set_int (line, "organisation", id);
  return TRUE;
}

static gboolean
store_price_year (AccordRecord *line, const char *text, char **why)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  AccordPriceYears years;
  int year;

  if (!accord_price_year_parse (text, &years, &year, &error))
    {
      *why = g_strdup (error->message);
      return FALSE;
    }
  written = accord_price_year_format (years, year);
  accord_record_set_text (line, "price-year", written);
  return TRUE;
}

static gboolean
clear_cell (const AccordLineColumn *column, AccordRecord *line, char **why)
{
  const AccordField *field = field_of (column, line);

  if (field->flags & ACCORD_FIELD_REQUIRED)
    {
      *why = g_strdup (_ ("This cannot be left empty."));
      return FALSE;
    }
  if (accord_field_is_integer (field))
    accord_record_set_int (line, column->field, ACCORD_UNKNOWN);
  else
    accord_record_set_text (line, column->field, NULL);
  return TRUE;
}

/**
 * accord_line_store_cell:
 * @work: where organisations and grades are known
 * @column: a column
 * @line: a line, which is changed
 * @gains: (inout) (nullable) (transfer full): who gains of it
 * @text: what was typed; empty for nothing
 * @why: (out): where it is refused, the end of a sentence that begins with where it is
 *
 * Returns: whether it can stand there
 */
gboolean
accord_line_store_cell (AccordAppraisalWork *work, const AccordLineColumn *column, AccordRecord *line,
                        GPtrArray **gains, const char *text, char **why)
{
  if (column->cell == ACCORD_LINE_GAINS)
    return accord_gain_text_parse (work, text, gains, why);
  if (*text == '\0')
    return clear_cell (column, line, why);
  switch (column->cell)
    {
    case ACCORD_LINE_NAME:
      accord_record_set_text (line, column->field, text);
      return TRUE;
    case ACCORD_LINE_CHOICE:
      return store_choice (column, line, text, why);
    case ACCORD_LINE_ORGANISATION:
      return store_organisation (work, line, text, why);
    case ACCORD_LINE_PRICE_YEAR:
      return store_price_year (line, text, why);
    case ACCORD_LINE_MONEY:
    case ACCORD_LINE_COUNT:
    case ACCORD_LINE_GRADE:
      return store_integer (work, column, line, text, why);
    default:
      return store_decimal (column, line, text, why);
    }
}
