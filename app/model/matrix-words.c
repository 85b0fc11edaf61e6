/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matrix.h"

#include <glib/gi18n-lib.h>

/**
 * accord_matrix_dup_outcome:
 * @endorsement: an endorsement
 *
 * Returns: (transfer full): its outcome in words
 */
char *
accord_matrix_dup_outcome (AccordRecord *endorsement)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (endorsement), "outcome");
  const char *label = accord_field_choice_label (field, accord_record_get_text (endorsement, "outcome"));

  return g_strdup (label != NULL ? _ (label) : _ ("not known"));
}

/**
 * accord_matrix_cell_get_outcome:
 * @cell: (nullable): a cell
 *
 * Returns: (transfer none) (nullable): the outcome that holds, as kept; %NULL where there is none
 */
const char *
accord_matrix_cell_get_outcome (const AccordMatrixCell *cell)
{
  AccordRecord *record = cell == NULL              ? NULL
                         : cell->standing != NULL  ? cell->standing
                         : cell->outcomes->len > 0 ? cell->outcomes->pdata[0]
                                                   : NULL;

  return record != NULL ? accord_record_get_text (record, "outcome") : NULL;
}

/**
 * accord_matrix_cell_dup_date:
 * @cell: a cell
 *
 * Returns: (transfer full) (nullable): when it was said or is to be, as stated; %NULL where nobody knows
 */
char *
accord_matrix_cell_dup_date (const AccordMatrixCell *cell)
{
  if (cell->standing == NULL && cell->outcomes->len == 0)
    return NULL;
  return accord_endorsement_dup_date (accord_matrix_cell_get_main (cell));
}

/**
 * accord_matrix_cell_dup_caveats:
 * @cell: a cell
 *
 * Returns: (transfer full) (nullable): how many of its caveats wait for an answer; %NULL where it has none
 */
char *
accord_matrix_cell_dup_caveats (const AccordMatrixCell *cell)
{
  guint n_open = accord_matrix_cell_count_open (cell);
  g_autofree char *open = NULL;

  if (cell->caveats->len == 0)
    return NULL;
  if (n_open == 0)
    return g_strdup (_ ("no open caveat"));
  open = g_strdup_printf (ngettext ("%u open caveat", "%u open caveats", n_open), n_open);
  if (cell->tally.n_overdue == 0)
    return g_steal_pointer (&open);
  /* Translators: how many caveats are open, and how many of those are late. */
  return g_strdup_printf (_ ("%s, %u overdue"), open, cell->tally.n_overdue);
}

/**
 * accord_matrix_cell_dup_awaited:
 * @cell: a cell
 *
 * Returns: (transfer full) (nullable): what is to come besides what holds, or that it is late; %NULL where
 * there is nothing to add
 */
char *
accord_matrix_cell_dup_awaited (const AccordMatrixCell *cell)
{
  g_autofree char *date = NULL;

  if (cell->awaited == NULL)
    return NULL;
  if (cell->standing == NULL)
    {
      if (!cell->late)
        return NULL;
      return g_strdup (accord_record_get_text (cell->awaited, "date") != NULL ? _ ("that day has passed")
                                                                              : _ ("that time has passed"));
    }
  date = accord_endorsement_dup_date (cell->awaited);
  if (date == NULL)
    return g_strdup (_ ("another view to come"));
  /* Translators: %s is a date. */
  return g_strdup_printf (cell->late ? _ ("another view was to come: %s") : _ ("another view to come: %s"),
                          date);
}

/**
 * accord_matrix_column_dup_full_name:
 * @column: somebody who was asked
 *
 * Returns: (transfer full): their name with that of their organisation
 */
char *
accord_matrix_column_dup_full_name (const AccordMatrixColumn *column)
{
  if (column->organisation == NULL)
    return g_strdup (column->name);
  /* Translators: a board or committee, and the organisation it belongs to. */
  return g_strdup_printf (_ ("%s, %s"), column->name, column->organisation);
}

/**
 * accord_matrix_row_dup_total:
 * @row: a case
 *
 * Returns: (transfer full): how many of those who were asked endorse it
 */
char *
accord_matrix_row_dup_total (const AccordMatrixRow *row)
{
  if (row->n_asked == 0)
    return g_strdup (_ ("Nobody asked yet"));
  return g_strdup_printf (_ ("Endorsed by %u of %u"), row->n_endorsed, row->n_asked);
}

/* Words in the middle of a sentence. */
static char *
dup_uncapitalised (const char *words)
{
  char first[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (words)), first);
  return g_strconcat (first, *words != '\0' ? g_utf8_next_char (words) : "", NULL);
}

static void
append_part (GString *sentence, const char *words)
{
  if (words != NULL)
    g_string_append_printf (sentence, ", %s", words);
}

/**
 * accord_matrix_cell_dup_sentence:
 * @row: a case
 * @column: somebody who was asked
 *
 * Returns: (transfer full): what they said of it, in one sentence that needs nothing around it
 */
char *
accord_matrix_cell_dup_sentence (const AccordMatrixRow *row, const AccordMatrixColumn *column)
{
  const AccordMatrixCell *cell = accord_matrix_row_get_cell (row, column);
  const char *name = accord_record_get_text (row->record, "name");
  g_autofree char *outcome = NULL, *date = NULL, *caveats = NULL, *awaited = NULL, *middle = NULL;
  GString *sentence = g_string_new (NULL);

  if (cell == NULL || cell->outcomes->len == 0)
    middle = g_strdup (_ ("no view on record"));
  else
    {
      outcome = accord_matrix_dup_outcome (accord_matrix_cell_get_main (cell));
      middle = dup_uncapitalised (outcome);
      date = accord_matrix_cell_dup_date (cell);
    }
  /* Translators: a business case, a board or committee, and what that said of it. */
  g_string_printf (sentence, _ ("%s, %s: %s"), name, column->name, middle);
  if (cell == NULL)
    return g_string_free (sentence, FALSE);
  if (cell->outcomes->len > 0)
    append_part (sentence, date != NULL ? date : _ ("date not known"));
  append_part (sentence, awaited = accord_matrix_cell_dup_awaited (cell));
  append_part (sentence, caveats = accord_matrix_cell_dup_caveats (cell));
  return g_string_free (sentence, FALSE);
}

/**
 * accord_matrix_cell_count_open:
 * @cell: a cell
 *
 * Returns: how many of its caveats are open, late or not
 */
guint
accord_matrix_cell_count_open (const AccordMatrixCell *cell)
{
  return cell->tally.n_open + cell->tally.n_overdue;
}

/**
 * accord_matrix_cell_get_main:
 * @cell: a cell
 *
 * Returns: (transfer none): what the cell is about: what holds, else what is still to come, else the first
 * caveat
 */
AccordRecord *
accord_matrix_cell_get_main (const AccordMatrixCell *cell)
{
  if (cell->standing != NULL)
    return cell->standing;
  return cell->outcomes->len > 0 ? cell->outcomes->pdata[0] : cell->caveats->pdata[0];
}

/**
 * accord_matrix_get_link:
 * @record: an endorsement or a caveat
 * @id: (out): a record
 *
 * Finds where to read what @record says: in the resolution that it rests on, where that is known, or in the
 * review that nobody made an endorsement of yet.
 *
 * Returns: (transfer none): the name of the kind of the record to open
 */
const char *
accord_matrix_get_link (AccordRecord *record, gint64 *id)
{
  *id = accord_record_get_int (record, "resolution");
  if (*id != ACCORD_UNKNOWN)
    return "resolution";
  *id = accord_record_get_int (record, "review");
  if (*id != ACCORD_UNKNOWN && accord_record_get_id (record) == 0)
    return "review";
  *id = accord_record_get_id (record);
  return accord_record_get_kind (record)->name;
}
