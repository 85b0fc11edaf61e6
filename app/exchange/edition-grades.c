/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>

#include "edition-cell.h"

typedef struct
{
  guint head;
  int grade;
  int correction;
  int other;
} Columns;

static AccordEditionRow *
get_row (const AccordEditionTable *table, guint row)
{
  return g_ptr_array_index (table->rows, row);
}

/* A line of headings with the grade and what it corrects by; some files have one column for costs and one for
 * benefits. */
static gboolean
find_columns (const AccordEditionTable *table, Columns *columns)
{
  static const char *const grades[] = { "grade", "grades", "confidence grade", "confidence", NULL };
  static const char *const corrections[] = { "correction*", "optimism bias", "adjustment*", "uplift", "cost",
                                             "costs",       "benefit",       "benefits",    NULL };

  for (columns->head = 0; columns->head < table->rows->len && columns->head < 40; columns->head++)
    {
      const AccordEditionRow *row = get_row (table, columns->head);

      columns->grade = columns->correction = columns->other = -1;
      for (int i = 0; i < (int) row->cells->len; i++)
        {
          g_autofree char *words = accord_edition_heading_dup_words (accord_edition_row_get (row, i));

          if (columns->grade < 0 && accord_edition_heading_has_any (words, grades)
              && !accord_edition_heading_has_any (words, corrections))
            columns->grade = i;
          else if (columns->correction < 0 && accord_edition_heading_has_any (words, corrections))
            columns->correction = i;
          else if (columns->other < 0 && accord_edition_heading_has_any (words, corrections))
            columns->other = i;
        }
      if (columns->grade >= 0 && columns->correction >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_part (const AccordEditionRow *row, int column, gboolean in_percent, AccordDecimal *part, GError **error)
{
  const char *cell = accord_edition_row_get (row, column);
  gboolean percent;

  if (!accord_edition_cell_read_number (cell, part, &percent))
    return accord_edition_file_fail (row, error, _ ("“%.60s” is no correction."), cell != NULL ? cell : "");
  /* Costs go up and benefits go down: some write that as a sign. */
  *part = ABS (*part);
  if (in_percent && !percent)
    *part /= 100;
  return *part <= ACCORD_DECIMAL_ONE
         || accord_edition_file_fail (row, error, _ ("A correction of %.60s is more than all of it."), cell);
}

static gboolean
add_grade (GString *json, guint number, const AccordEditionRow *row, const Columns *columns,
           gboolean in_percent, GError **error)
{
  const char *written = accord_edition_row_get (row, columns->grade);
  AccordDecimal grade, correction, other;
  g_autofree char *plain = NULL;

  if (!accord_edition_cell_read_number (written, &grade, NULL)
      || grade != (AccordDecimal) number * ACCORD_DECIMAL_ONE)
    return accord_edition_file_fail (row, error, _ ("Grade %u is expected here, not “%.60s”."), number,
                                     written != NULL ? written : "");
  if (!read_part (row, columns->correction, in_percent, &correction, error))
    return FALSE;
  if (columns->other >= 0)
    {
      if (!read_part (row, columns->other, in_percent, &other, error))
        return FALSE;
      if (other != correction)
        return accord_edition_file_fail (
            row, error,
            _ ("Grade %u corrects costs and benefits by different parts; an edition has one "
               "correction for both."),
            number);
    }
  plain = accord_decimal_format (correction);
  g_string_append_printf (json, "%s{\"grade\":%u,\"correction\":%s}", json->len > 0 ? "," : "", number,
                          plain);
  return TRUE;
}

static gboolean
is_in_percent (const AccordEditionTable *table, const Columns *columns)
{
  for (guint i = columns->head + 1; i < table->rows->len; i++)
    {
      AccordDecimal part;
      gboolean percent;

      if (accord_edition_cell_read_number (accord_edition_row_get (get_row (table, i), columns->correction),
                                           &part, &percent)
          && !percent && ABS (part) > ACCORD_DECIMAL_ONE)
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_edition_grades_read:
 * @file: the file
 * @table: its rows
 * @error: return location for a #GError
 *
 * Reads what each confidence grade corrects by.
 *
 * Returns: what became of it
 */
AccordEditionForm
accord_edition_grades_read (AccordEditionFile *file, const AccordEditionTable *table, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *content = NULL;
  AccordEditionDraft *draft;
  Columns columns;
  guint number = 0;
  gboolean in_percent;

  if (!find_columns (table, &columns))
    return ACCORD_EDITION_FORM_OTHER;
  in_percent = is_in_percent (table, &columns);
  for (guint i = columns.head + 1; i < table->rows->len; i++)
    if (accord_edition_row_get (get_row (table, i), columns.correction) != NULL
        && !add_grade (json, ++number, get_row (table, i), &columns, in_percent, error))
      return ACCORD_EDITION_FORM_WRONG;
  if (number == 0)
    {
      accord_edition_file_fail (get_row (table, columns.head), error, _ ("No grades follow these headings."));
      return ACCORD_EDITION_FORM_WRONG;
    }
  if (in_percent)
    accord_edition_file_remark (file, _ ("Corrections without a sign are read as percentages."));
  content = g_strdup_printf ("{\"grades\":[%s]}", json->str);
  draft = accord_edition_file_add (file, table, "grades", "confidence",
                                   table->name != NULL ? table->name : _ ("Confidence grades"));
  accord_record_set_text (draft->edition, "content", content);
  file->form = g_strdup (_ ("This is a table of corrections by confidence grade."));
  return ACCORD_EDITION_FORM_READ;
}
