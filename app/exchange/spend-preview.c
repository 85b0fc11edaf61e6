/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-preview.h"

#include "exchange-error.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* So many different paying bodies are told apart. */
#define MOST_BODIES 100

static void
sample_free (gpointer data)
{
  AccordSpendSample *sample = data;

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    g_free (sample->texts[i]);
  g_free (sample);
}

static AccordSpendSample *
sample_new (const AccordSpendRow *row)
{
  AccordSpendSample *sample = g_new0 (AccordSpendSample, 1);

  sample->line = row->line;
  memcpy (sample->date, row->date, sizeof sample->date);
  sample->pence = row->pence;
  sample->redacted = row->redacted;
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (i != ACCORD_SPEND_DATE && i != ACCORD_SPEND_AMOUNT)
      sample->texts[i] = g_strndup (row->texts[i].text, row->texts[i].len);
  return sample;
}

static void
count_body (GHashTable *bodies, AccordSlice body)
{
  g_autofree char *name = NULL;
  guint n;

  if (body.len == 0)
    return;
  name = g_strndup (body.text, body.len);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (bodies, name));
  if (n > 0 || g_hash_table_size (bodies) < MOST_BODIES)
    g_hash_table_insert (bodies, g_steal_pointer (&name), GUINT_TO_POINTER (n + 1));
}

static char *
commonest_body (GHashTable *bodies)
{
  const char *best = NULL;
  guint best_n = 0;
  GHashTableIter iter;
  gpointer name, n;

  g_hash_table_iter_init (&iter, bodies);
  while (g_hash_table_iter_next (&iter, &name, &n))
    if (GPOINTER_TO_UINT (n) > best_n || (GPOINTER_TO_UINT (n) == best_n && g_strcmp0 (name, best) < 0))
      {
        best = name;
        best_n = GPOINTER_TO_UINT (n);
      }
  return g_strdup (best);
}

static gboolean
read_rows (AccordSpendPreview *self, AccordSpendReader *reader, guint n_samples, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AccordSpendRow row;

  for (;;)
    switch (accord_spend_reader_next (reader, &row, cancellable, error))
      {
      case ACCORD_SPEND_ROW:
        count_body (bodies, row.texts[ACCORD_SPEND_PAYING_BODY]);
        if (self->samples->len < n_samples)
          g_ptr_array_add (self->samples, sample_new (&row));
        break;
      case ACCORD_SPEND_REJECTED:
        if (self->rejections->len < ACCORD_SPEND_MOST_REJECTIONS)
          g_ptr_array_add (self->rejections, accord_rejection_new (row.line, row.reason));
        break;
      case ACCORD_SPEND_SKIPPED:
        break;
      case ACCORD_SPEND_END:
        self->tally = *accord_spend_reader_get_tally (reader);
        self->paying_body = commonest_body (bodies);
        return TRUE;
      case ACCORD_SPEND_ERROR:
      default:
        return FALSE;
      }
}

static guint64
count_dates (const AccordSpendTally *tally)
{
  guint64 n = 0;

  for (guint form = ACCORD_DATE_FORM_NONE + 1; form < ACCORD_DATE_FORM_ANY; form++)
    n += tally->n_forms[form];
  return n;
}

/* The day numbers of a spreadsheet are believed only if the column holds nothing else. */
static gboolean
dates_are_serial (const AccordSpendTally *tally)
{
  return tally->n_serials > 0 && count_dates (tally) == 0
         && tally->n_serials + tally->n_totals + tally->n_headings >= tally->n_forms[ACCORD_DATE_FORM_NONE];
}

static gboolean
check_dates (AccordSpendPreview *self, const AccordCsvProbe *probe, GError **error)
{
  const AccordSpendTally *tally = &self->tally;
  int column = accord_spend_layout_get_column (self->layout, ACCORD_SPEND_DATE);

  if (tally->month_first_line > 0 && tally->n_day_sure == 0)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_DATES,
                   _ ("The dates in “%s” have the month before the day, as “%s” on line %" PRIu64
                      ": have it saved with the day first, or as 2019-04-01."),
                   probe->name, tally->month_first, tally->month_first_line);
      return FALSE;
    }
  if (tally->n_rows == 0 && tally->n_rejected == 0)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY,
                   _ ("“%s” has headings but no payments."), probe->name);
      return FALSE;
    }
  if (self->dates == ACCORD_SPEND_DATES_WRITTEN && count_dates (tally) == 0)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_DATES,
                   _ ("There are no dates in the column “%s” of “%s”."),
                   accord_spend_layout_get_heading (self->layout, column), probe->name);
      return FALSE;
    }
  return TRUE;
}

static AccordSpendPreview *
read_file (GFile *file, const AccordCsvProbe *probe, AccordSpendLayout *layout, AccordSpendDates dates,
           guint n_samples, AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (AccordSpendReader) reader = NULL;
  g_autoptr (AccordSpendPreview) self = NULL;

  reader = accord_spend_reader_new (file, probe, layout, dates, cancellable, error);
  if (reader == NULL)
    return NULL;
  accord_spend_reader_set_progress (reader, progress, progress_data);
  self = g_new0 (AccordSpendPreview, 1);
  self->layout = accord_spend_layout_ref (layout);
  self->dates = dates;
  self->samples = g_ptr_array_new_with_free_func (sample_free);
  self->rejections = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_rejection_free);
  if (!read_rows (self, reader, n_samples, cancellable, error))
    return NULL;
  for (guint form = ACCORD_DATE_FORM_NONE + 1; form < ACCORD_DATE_FORM_ANY; form++)
    if (self->date_form == ACCORD_DATE_FORM_NONE
        || self->tally.n_forms[form] > self->tally.n_forms[self->date_form])
      self->date_form = form;
  return g_steal_pointer (&self);
}

/**
 * accord_spend_preview:
 * @file: a spend file
 * @probe: what accord_csv_probe() found in it
 * @layout: how its columns are read
 * @n_samples: how many payments to keep
 * @progress: (nullable): told of bytes of the file
 * @progress_data: data for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads the whole file as an import would and settles how its dates are written. A file whose dates can only
 * have the month first, or which has none, is refused rather than guessed at.
 *
 * Returns: (transfer full): what was found; %NULL with an #AccordExchangeError or an error of reading
 */
AccordSpendPreview *
accord_spend_preview (GFile *file, const AccordCsvProbe *probe, AccordSpendLayout *layout, guint n_samples,
                      AccordProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (AccordSpendPreview) preview = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && probe != NULL && layout != NULL, NULL);

  preview = read_file (file, probe, layout, ACCORD_SPEND_DATES_WRITTEN, n_samples, progress, progress_data,
                       cancellable, error);
  if (preview != NULL && dates_are_serial (&preview->tally))
    {
      accord_spend_preview_free (preview);
      preview = read_file (file, probe, layout, ACCORD_SPEND_DATES_SERIAL, n_samples, progress, progress_data,
                           cancellable, error);
    }
  if (preview == NULL || !check_dates (preview, probe, error))
    return NULL;
  return g_steal_pointer (&preview);
}

/**
 * accord_spend_preview_free:
 * @self: (nullable) (transfer full): a preview
 */
void
accord_spend_preview_free (AccordSpendPreview *self)
{
  if (self == NULL)
    return;
  accord_spend_layout_unref (self->layout);
  g_free (self->paying_body);
  g_ptr_array_unref (self->samples);
  g_ptr_array_unref (self->rejections);
  g_free (self);
}

/**
 * accord_spend_preview_dup_date_form:
 * @self: a preview
 *
 * Returns: (transfer full): how the dates are written, in words
 */
char *
accord_spend_preview_dup_date_form (const AccordSpendPreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->dates == ACCORD_SPEND_DATES_SERIAL)
    return g_strdup (_ ("day numbers of a spreadsheet"));
  switch (self->date_form)
    {
    case ACCORD_DATE_FORM_ISO:
      return g_strdup (_ ("year, month, day (2019-04-01)"));
    case ACCORD_DATE_FORM_COMPACT:
      return g_strdup (_ ("year, month, day (20190401)"));
    case ACCORD_DATE_FORM_WORDS:
      return g_strdup (_ ("month as a word (1 Apr 2019)"));
    default:
      return g_strdup (_ ("day, month, year (01/04/2019)"));
    }
}
