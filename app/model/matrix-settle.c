/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix-private.h"

#include "date.h"
#include "vague-date.h"

#include <string.h>

/* --- When something was said. */

/* The first and the last day that a view may be of. */
static gboolean
find_days (AccordRecord *endorsement, char from[ACCORD_DATE_ISO_SIZE], char until[ACCORD_DATE_ISO_SIZE])
{
  const char *date = accord_record_get_text (endorsement, "date");

  if (date == NULL)
    return accord_vague_date_parse (accord_record_get_text (endorsement, "date-words"), from, until);
  g_strlcpy (from, date, ACCORD_DATE_ISO_SIZE);
  g_strlcpy (until, date, ACCORD_DATE_ISO_SIZE);
  return TRUE;
}

static gboolean
is_outcome (AccordRecord *endorsement, const char *outcome)
{
  return g_strcmp0 (accord_record_get_text (endorsement, "outcome"), outcome) == 0;
}

/* The latest first. Of a vague date the first day counts, so that it comes after an exact one only where it
 * cannot be otherwise; what has no date cannot be known to be the latest. */
static int
compare_given (AccordRecord *a, AccordRecord *b)
{
  char from_a[ACCORD_DATE_ISO_SIZE] = "", until_a[ACCORD_DATE_ISO_SIZE] = "";
  char from_b[ACCORD_DATE_ISO_SIZE] = "", until_b[ACCORD_DATE_ISO_SIZE] = "";
  int order;

  find_days (a, from_a, until_a);
  find_days (b, from_b, until_b);
  order = strcmp (from_b, from_a);
  if (order == 0)
    order = strcmp (until_a, until_b);
  if (order == 0)
    order = accord_record_get_id (a) < accord_record_get_id (b) ? 1 : -1;
  return order;
}

static int
compare_outcomes (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  gboolean to_come = is_outcome (a, "to-come");

  if (to_come != is_outcome (b, "to-come"))
    return to_come ? 1 : -1;
  return to_come ? -compare_given (a, b) : compare_given (a, b);
}

static gboolean
is_late (AccordRecord *endorsement, const char *today)
{
  const char *date = accord_record_get_text (endorsement, "date");
  const char *words = accord_record_get_text (endorsement, "date-words");
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

  if (date == NULL && !accord_vague_date_has_end (words))
    return FALSE;
  return find_days (endorsement, from, until) && accord_date_is_past (until, today);
}

/* A view that was to come by a day has come once one was given on it or since. */
static gboolean
has_come (AccordRecord *awaited, AccordRecord *standing)
{
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];
  char given[ACCORD_DATE_ISO_SIZE];

  return standing != NULL && !is_outcome (standing, "comment") && find_days (awaited, from, until)
         && find_days (standing, given, until) && strcmp (given, from) >= 0;
}

/* --- What holds. */

/* In the order of the resolution; what has no number comes last. */
static int
compare_caveats (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  gint64 number_a = accord_record_get_int (a, "number"), number_b = accord_record_get_int (b, "number");

  if (number_a != number_b && (number_a == ACCORD_UNKNOWN || number_b == ACCORD_UNKNOWN))
    return number_a == ACCORD_UNKNOWN ? 1 : -1;
  if (number_a != number_b)
    return number_a < number_b ? -1 : 1;
  return accord_record_get_id (a) < accord_record_get_id (b) ? -1 : 1;
}

static void
settle_cell (AccordMatrixCell *cell, const char *today)
{
  g_ptr_array_sort (cell->outcomes, compare_outcomes);
  g_ptr_array_sort (cell->caveats, compare_caveats);
  for (guint i = 0; i < cell->outcomes->len; i++)
    {
      AccordRecord *outcome = cell->outcomes->pdata[i];

      if (is_outcome (outcome, "to-come"))
        continue;
      if (cell->standing == NULL
          || (is_outcome (cell->standing, "comment") && !is_outcome (outcome, "comment")))
        cell->standing = outcome;
    }
  for (guint i = 0; i < cell->outcomes->len && cell->awaited == NULL; i++)
    if (is_outcome (cell->outcomes->pdata[i], "to-come")
        && !has_come (cell->outcomes->pdata[i], cell->standing))
      cell->awaited = cell->outcomes->pdata[i];
  cell->late = cell->awaited != NULL && is_late (cell->awaited, today);
  cell->tally = accord_caveat_tally (cell->caveats, today);
}

static void
count_cell (AccordMatrixRow *row, const AccordMatrixCell *cell)
{
  gboolean endorsed =
      cell->standing != NULL
      && (is_outcome (cell->standing, "endorsed") || is_outcome (cell->standing, "endorsed-with-caveats"));
  gboolean commented = cell->standing == NULL || is_outcome (cell->standing, "comment");

  row->n_endorsed += endorsed;
  row->n_asked += !commented || cell->awaited != NULL;
}

/*
 * accord_matrix_row_settle:
 * @row: a case whose cells have all that is on record
 * @today: today as an ISO date
 *
 * Finds what holds in each cell, and counts.
 */
void
accord_matrix_row_settle (AccordMatrixRow *row, const char *today)
{
  GHashTableIter iter;
  gpointer cell;

  row->n_asked = row->n_endorsed = 0;
  g_hash_table_iter_init (&iter, row->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    {
      settle_cell (cell, today);
      count_cell (row, cell);
    }
}
