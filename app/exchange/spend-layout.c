/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-layout.h"

#include "exchange-error.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FINGERPRINT_LENGTH 16

struct _AccordSpendLayout
{
  gatomicrefcount refs;
  guint64 header_line;
  char **headings;
  char **normalised;
  guint n_headings;
  guint n_named;
  char *fingerprint;
  int columns[ACCORD_SPEND_N_COLUMNS];
};

G_DEFINE_BOXED_TYPE (AccordSpendLayout, accord_spend_layout, accord_spend_layout_ref,
                     accord_spend_layout_unref)

/* The layout's name for itself: a digest of the headings in order, without unnamed ones at the end. */
static char *
make_fingerprint (AccordSpendLayout *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->n_named; i++)
    {
      g_checksum_update (checksum, (const guchar *) self->normalised[i], -1);
      g_checksum_update (checksum, (const guchar *) "|", 1);
    }
  return g_strndup (g_checksum_get_string (checksum), FINGERPRINT_LENGTH);
}

/* What a person calls a column: its heading, or its number where it has none. */
static char *
dup_column_label (AccordSpendLayout *self, guint index)
{
  if (*self->headings[index] != '\0')
    return g_strdup (self->headings[index]);
  return g_strdup_printf (_ ("column %u"), index + 1);
}

/* The best other heading for a column, or -1. */
static int
find_rival (AccordSpendLayout *self, AccordSpendColumn column)
{
  int best = -1;
  guint best_score = 0;

  for (guint i = 0; i < self->n_headings; i++)
    {
      guint score = accord_spend_heading_score (self->normalised[i], column);

      if ((int) i != self->columns[column] && score > best_score)
        {
          best = i;
          best_score = score;
        }
    }
  return best;
}

/**
 * accord_spend_layout_new:
 * @header_line: the physical line of the headings, from 1
 * @headings: (array zero-terminated=1): the headings in order, as they stand in the file
 *
 * Makes a layout in which nothing is mapped yet.
 *
 * Returns: (transfer full): the layout
 */
AccordSpendLayout *
accord_spend_layout_new (guint64 header_line, const char *const *headings)
{
  AccordSpendLayout *self;

  g_return_val_if_fail (headings != NULL, NULL);

  self = g_new0 (AccordSpendLayout, 1);
  g_atomic_ref_count_init (&self->refs);
  self->header_line = header_line;
  self->n_headings = g_strv_length ((char **) headings);
  self->headings = g_new0 (char *, self->n_headings + 1);
  self->normalised = g_new0 (char *, self->n_headings + 1);
  for (guint i = 0; i < self->n_headings; i++)
    {
      self->headings[i] = accord_text_collapse (headings[i]);
      self->normalised[i] = accord_spend_heading_normalise (self->headings[i], strlen (self->headings[i]));
      if (*self->headings[i] != '\0')
        self->n_named = i + 1;
    }
  self->fingerprint = make_fingerprint (self);
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    self->columns[i] = -1;
  return self;
}

/**
 * accord_spend_layout_copy:
 * @self: a layout
 *
 * Returns: (transfer full): another like it, to be changed
 */
AccordSpendLayout *
accord_spend_layout_copy (AccordSpendLayout *self)
{
  AccordSpendLayout *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = accord_spend_layout_new (self->header_line, (const char *const *) self->headings);
  memcpy (copy->columns, self->columns, sizeof copy->columns);
  return copy;
}

/**
 * accord_spend_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): the same
 */
AccordSpendLayout *
accord_spend_layout_ref (AccordSpendLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * accord_spend_layout_unref:
 * @self: (transfer full): a layout
 */
void
accord_spend_layout_unref (AccordSpendLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_strfreev (self->headings);
  g_strfreev (self->normalised);
  g_free (self->fingerprint);
  g_free (self);
}

/**
 * accord_spend_layout_get_header_line:
 * @self: a layout
 *
 * Returns: the physical line of the headings, from 1
 */
guint64
accord_spend_layout_get_header_line (AccordSpendLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->header_line;
}

/**
 * accord_spend_layout_get_n_headings:
 * @self: a layout
 *
 * Returns: how many columns the row of headings has, unnamed ones included
 */
guint
accord_spend_layout_get_n_headings (AccordSpendLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_headings;
}

/**
 * accord_spend_layout_get_n_named:
 * @self: a layout
 *
 * Returns: how many columns there are up to the last named one; a shorter row is cut short
 */
guint
accord_spend_layout_get_n_named (AccordSpendLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_named;
}

/**
 * accord_spend_layout_get_heading:
 * @self: a layout
 * @index: a column of the file, from 0
 *
 * Returns: the heading as it stands in the file, empty for an unnamed column
 */
const char *
accord_spend_layout_get_heading (AccordSpendLayout *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_headings, NULL);

  return self->headings[index];
}

/**
 * accord_spend_layout_get_normalised:
 * @self: a layout
 * @index: a column of the file, from 0
 *
 * Returns: the heading as accord_spend_heading_normalise() makes it
 */
const char *
accord_spend_layout_get_normalised (AccordSpendLayout *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_headings, NULL);

  return self->normalised[index];
}

/**
 * accord_spend_layout_get_column:
 * @self: a layout
 * @column: what is looked for
 *
 * Returns: the column of the file that it is read from, from 0; -1 for none
 */
int
accord_spend_layout_get_column (AccordSpendLayout *self, AccordSpendColumn column)
{
  g_return_val_if_fail (self != NULL && column < ACCORD_SPEND_N_COLUMNS, -1);

  return self->columns[column];
}

/**
 * accord_spend_layout_set_column:
 * @self: a layout that no reader has yet
 * @column: what is mapped
 * @index: the column of the file that it is read from, from 0; -1 for none
 */
void
accord_spend_layout_set_column (AccordSpendLayout *self, AccordSpendColumn column, int index)
{
  g_return_if_fail (self != NULL && column < ACCORD_SPEND_N_COLUMNS);
  g_return_if_fail (index >= -1 && index < (int) self->n_headings);

  self->columns[column] = index;
}

/**
 * accord_spend_layout_is_mapped:
 * @self: a layout
 * @index: a column of the file, from 0
 *
 * Returns: whether anything is read from it
 */
gboolean
accord_spend_layout_is_mapped (AccordSpendLayout *self, guint index)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (self->columns[i] == (int) index)
      return TRUE;
  return FALSE;
}

/**
 * accord_spend_layout_get_fingerprint:
 * @self: a layout
 *
 * Returns: a short name that two files share when their headings are the same, but for case and spelling of
 * blanks
 */
const char *
accord_spend_layout_get_fingerprint (AccordSpendLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fingerprint;
}

/**
 * accord_spend_layout_check:
 * @self: a layout
 * @error: return location for a #GError
 *
 * Asks whether payments can be read by the layout: it needs a payee, a date and an amount, each its own
 * column.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_LAYOUT if not
 */
gboolean
accord_spend_layout_check (AccordSpendLayout *self, GError **error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->columns[ACCORD_SPEND_DATE] < 0)
    sentence = _ ("The file has no column of dates: it may hold totals, but not payments.");
  else if (self->columns[ACCORD_SPEND_AMOUNT] < 0)
    sentence = _ ("The file has no column that is known to hold amounts: choose one.");
  else if (self->columns[ACCORD_SPEND_PAYEE] < 0)
    sentence = _ ("The file has no column that is known to hold payees: choose one.");
  else if (self->columns[ACCORD_SPEND_DATE] == self->columns[ACCORD_SPEND_AMOUNT]
           || self->columns[ACCORD_SPEND_DATE] == self->columns[ACCORD_SPEND_PAYEE]
           || self->columns[ACCORD_SPEND_AMOUNT] == self->columns[ACCORD_SPEND_PAYEE])
    sentence = _ ("Payee, date and amount must be read from three different columns.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT, sentence);
  return FALSE;
}

/**
 * accord_spend_layout_dup_amount_note:
 * @self: a layout whose amount is mapped
 *
 * Returns: (transfer full): a sentence that says which amounts are read and which are not, and why
 */
char *
accord_spend_layout_dup_amount_note (AccordSpendLayout *self)
{
  g_autofree char *chosen = NULL;
  g_autofree char *rival = NULL;
  const char *heading;
  int other;

  g_return_val_if_fail (self != NULL && self->columns[ACCORD_SPEND_AMOUNT] >= 0, NULL);

  heading = self->normalised[self->columns[ACCORD_SPEND_AMOUNT]];
  chosen = dup_column_label (self, self->columns[ACCORD_SPEND_AMOUNT]);
  other = find_rival (self, ACCORD_SPEND_AMOUNT);
  if (other >= 0)
    rival = dup_column_label (self, other);
  if (accord_spend_heading_is_net (heading) && other >= 0)
    return g_strdup_printf (_ ("Amounts are read from “%s”, which is without VAT, and not from “%s”."),
                            chosen, rival);
  if (accord_spend_heading_is_net (heading))
    return g_strdup_printf (_ ("Amounts are read from “%s”, which is without VAT."), chosen);
  if (accord_spend_heading_is_gross (heading) && other < 0)
    return g_strdup_printf (_ ("Amounts are read from “%s”, which includes VAT: the file has none without."),
                            chosen);
  if (other >= 0)
    return g_strdup_printf (_ ("Amounts are read from “%s” and not from “%s”."), chosen, rival);
  return g_strdup_printf (_ ("Amounts are read from “%s”."), chosen);
}

/**
 * accord_spend_layout_dup_date_note:
 * @self: a layout whose date is mapped
 *
 * Returns: (transfer full): a sentence that says which dates are read and which are not
 */
char *
accord_spend_layout_dup_date_note (AccordSpendLayout *self)
{
  g_autofree char *chosen = NULL;
  g_autofree char *rival = NULL;
  int other;

  g_return_val_if_fail (self != NULL && self->columns[ACCORD_SPEND_DATE] >= 0, NULL);

  chosen = dup_column_label (self, self->columns[ACCORD_SPEND_DATE]);
  other = find_rival (self, ACCORD_SPEND_DATE);
  if (other < 0)
    return g_strdup_printf (_ ("Dates are read from “%s”."), chosen);
  rival = dup_column_label (self, other);
  return g_strdup_printf (_ ("Dates are read from “%s” and not from “%s”."), chosen, rival);
}
