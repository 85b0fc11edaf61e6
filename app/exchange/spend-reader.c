/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-reader.h"

#include "money.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The day number of a spreadsheet for 1 January 1970. */
#define SERIAL_EPOCH 25569
#define FIRST_SERIAL 20000
#define LAST_SERIAL 80000

/* A payment outside these years is a slip of the pen. */
#define FIRST_DAY "1970-01-01"
#define LAST_DAY "2100-12-31"

/* Look at the clock after so many rows. */
#define ROWS_PER_LOOK 256

struct _AccordSpendReader
{
  GInputStream *stream;
  AccordCsvReader *csv;
  AccordSpendLayout *layout;
  AccordSpendDates dates;
  int columns[ACCORD_SPEND_N_COLUMNS];
  guint64 header_line;
  gsize n_headings;
  gsize n_named;

  GString *scratch[ACCORD_SPEND_N_COLUMNS];
  char *reason;
  AccordSpendTally tally;

  /* The date of the row before: files are in order of date, so that it mostly is this row's too. */
  char last_text[24];
  gsize last_len;
  AccordDateForm last_form;
  char last_date[ACCORD_DATE_ISO_SIZE];

  AccordProgressFunc progress;
  gpointer progress_data;
  gint64 total;
  gint64 told;
  guint looks;
};

static AccordSlice
get_cell (AccordSpendReader *self, const AccordCsvRecord *record, AccordSpendColumn column)
{
  int index = self->columns[column];

  if (index < 0 || (gsize) index >= record->n_fields)
    return (AccordSlice){ "", 0 };
  return record->fields[index];
}

static AccordSpendResult reject (AccordSpendReader *self, AccordSpendRow *row, const char *sentence, ...)
    G_GNUC_PRINTF (3, 4);

static AccordSpendResult
reject (AccordSpendReader *self, AccordSpendRow *row, const char *sentence, ...)
{
  va_list args;

  g_free (self->reason);
  va_start (args, sentence);
  self->reason = g_strdup_vprintf (sentence, args);
  va_end (args);
  row->reason = self->reason;
  self->tally.n_rejected++;
  return ACCORD_SPEND_REJECTED;
}

static gboolean
same_text (AccordSlice slice, const char *text)
{
  g_autofree char *normalised = accord_spend_heading_normalise (slice.text, slice.len);

  return g_strcmp0 (normalised, text) == 0;
}

static gboolean
is_heading_again (AccordSpendReader *self, const AccordCsvRecord *record)
{
  AccordSlice date = get_cell (self, record, ACCORD_SPEND_DATE);
  AccordSlice amount = get_cell (self, record, ACCORD_SPEND_AMOUNT);

  return same_text (date, accord_spend_layout_get_normalised (self->layout, self->columns[ACCORD_SPEND_DATE]))
         && same_text (amount,
                       accord_spend_layout_get_normalised (self->layout, self->columns[ACCORD_SPEND_AMOUNT]));
}

/* A row without a date is a total if one of its cells says so. */
static gboolean
is_total (const AccordCsvRecord *record)
{
  for (gsize i = 0; i < record->n_fields; i++)
    if (accord_spend_text_is_total (record->fields[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (AccordSpendReader *self, const AccordCsvRecord *record)
{
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (!accord_spend_text_is_blank (get_cell (self, record, i)))
      return FALSE;
  return TRUE;
}

static gsize
count_filled (const AccordCsvRecord *record)
{
  gsize n = record->n_fields;

  while (n > 0 && accord_spend_text_is_blank (record->fields[n - 1]))
    n--;
  return n;
}

static gboolean
is_serial (AccordSlice cell, gint *serial)
{
  gint value = 0;

  while (cell.len > 0 && g_ascii_isspace (cell.text[cell.len - 1]))
    cell.len--;
  if (cell.len != 5)
    return FALSE;
  for (gsize i = 0; i < cell.len; i++)
    {
      if (!g_ascii_isdigit (cell.text[i]))
        return FALSE;
      value = value * 10 + (cell.text[i] - '0');
    }
  *serial = value;
  return value >= FIRST_SERIAL && value <= LAST_SERIAL;
}

/* Reads a written date and notes what it tells of the column. */
static AccordDateForm
read_written (AccordSpendReader *self, AccordSlice cell, guint64 line)
{
  AccordSpendTally *tally = &self->tally;
  AccordDateForm form;
  gint serial;

  if (cell.len == self->last_len && memcmp (cell.text, self->last_text, cell.len) == 0)
    form = self->last_form;
  else
    {
      form = accord_date_form_of (cell.text, cell.len);
      if (form != ACCORD_DATE_FORM_NONE && form != ACCORD_DATE_FORM_MONTH_FIRST)
        accord_date_scan (cell.text, cell.len, form, self->last_date);
      self->last_form = cell.len <= sizeof self->last_text ? form : ACCORD_DATE_FORM_NONE;
      self->last_len = cell.len <= sizeof self->last_text ? cell.len : 0;
      memcpy (self->last_text, cell.text, self->last_len);
    }
  tally->n_forms[form] += form != ACCORD_DATE_FORM_NONE || !accord_spend_text_is_blank (cell);
  tally->n_day_sure += form == ACCORD_DATE_FORM_DAY_FIRST && strcmp (self->last_date + 8, "12") > 0;
  tally->n_serials += form == ACCORD_DATE_FORM_NONE && is_serial (cell, &serial);
  if (form == ACCORD_DATE_FORM_MONTH_FIRST && tally->month_first_line == 0)
    {
      tally->month_first_line = line;
      g_strlcpy (tally->month_first, cell.text, MIN (sizeof tally->month_first, cell.len + 1));
    }
  return form;
}

static gboolean
read_date (AccordSpendReader *self, AccordSlice cell, AccordSpendRow *row)
{
  gint serial;

  if (self->dates == ACCORD_SPEND_DATES_SERIAL)
    {
      if (!is_serial (cell, &serial) || !accord_date_from_day_number (serial - SERIAL_EPOCH, row->date))
        return FALSE;
      self->tally.n_serials++;
      return TRUE;
    }
  switch (read_written (self, cell, row->line))
    {
    case ACCORD_DATE_FORM_NONE:
    case ACCORD_DATE_FORM_MONTH_FIRST:
      return FALSE;
    default:
      memcpy (row->date, self->last_date, sizeof row->date);
      return TRUE;
    }
}

/* What is wrong with a row of the wrong width: mostly one field has run into the next. */
static AccordSpendResult
reject_short (AccordSpendReader *self, const AccordCsvRecord *record, AccordSpendRow *row)
{
  for (gsize i = 0; i < record->n_fields; i++)
    {
      g_autofree char *shown = NULL;
      gsize at;

      if (!accord_spend_find_glued (record->fields[i], &at))
        continue;
      shown = accord_spend_text_show (record->fields[i]);
      if (at == 0)
        return reject (self, row, _ ("The date and the amount are run together in “%s”."), shown);
      return reject (self, row, _ ("The date is run together with other fields in “%s”."), shown);
    }
  return reject (self, row, _ ("The row is cut short: it has %zu fields of %zu."), record->n_fields,
                 self->n_named);
}

static AccordSpendResult
reject_date (AccordSpendReader *self, AccordSlice cell, AccordSpendRow *row)
{
  g_autofree char *shown = accord_spend_text_show (cell);
  gsize at;

  if (accord_spend_text_is_blank (cell))
    return reject (self, row, _ ("The row has no date."));
  if (accord_spend_find_glued (cell, &at) && at == 0)
    return reject (self, row, _ ("The date and the amount are run together in “%s”."), shown);
  if (accord_date_form_of (cell.text, cell.len) == ACCORD_DATE_FORM_MONTH_FIRST)
    return reject (self, row, _ ("“%s” is not a date with the day first: there is no such month."), shown);
  return reject (self, row, _ ("“%s” is not a date."), shown);
}

static AccordSpendResult
reject_amount (AccordSpendReader *self, AccordSlice cell, AccordMoneyScan scan, AccordSpendRow *row)
{
  g_autofree char *shown = accord_spend_text_show (cell);

  switch (scan)
    {
    case ACCORD_MONEY_SCAN_EMPTY:
      return reject (self, row, _ ("The row has no amount."));
    case ACCORD_MONEY_SCAN_GROUPS:
      return reject (self, row, _ ("“%s” is not an amount: its commas do not part groups of three figures."),
                     shown);
    case ACCORD_MONEY_SCAN_FRACTION:
      return reject (self, row, _ ("“%s” is not a whole number of pence."), shown);
    case ACCORD_MONEY_SCAN_RANGE:
      return reject (self, row, _ ("“%s” is a larger amount than can be kept."), shown);
    case ACCORD_MONEY_SCAN_OK:
    case ACCORD_MONEY_SCAN_NOT_MONEY:
    default:
      return reject (self, row, _ ("“%s” is not an amount."), shown);
    }
}

static void
count_row (AccordSpendReader *self, const AccordSpendRow *row)
{
  AccordSpendTally *tally = &self->tally;

  tally->n_rows++;
  if (!accord_money_add (tally->pence, row->pence, &tally->pence))
    tally->pence = ACCORD_MONEY_UNKNOWN;
  if (*tally->first_date == '\0' || strcmp (row->date, tally->first_date) < 0)
    memcpy (tally->first_date, row->date, sizeof tally->first_date);
  if (strcmp (row->date, tally->last_date) > 0)
    memcpy (tally->last_date, row->date, sizeof tally->last_date);
}

static void
read_texts (AccordSpendReader *self, const AccordCsvRecord *record, AccordSpendRow *row)
{
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      if (i == ACCORD_SPEND_DATE || i == ACCORD_SPEND_AMOUNT)
        row->texts[i] = (AccordSlice){ "", 0 };
      else
        row->texts[i] = accord_spend_text_tidy (get_cell (self, record, i), self->scratch[i]);
    }
  row->redacted = accord_spend_text_is_redacted (row->texts[ACCORD_SPEND_PAYEE]);
}

/* A row that has no date may mean to have none. */
static AccordSpendResult
skip_or_reject (AccordSpendReader *self, const AccordCsvRecord *record, AccordSpendRow *row)
{
  AccordSlice cell = get_cell (self, record, ACCORD_SPEND_DATE);

  if (is_blank (self, record))
    {
      self->tally.n_blank++;
      return ACCORD_SPEND_SKIPPED;
    }
  if (is_total (record) && (accord_spend_text_is_blank (cell) || accord_spend_text_is_total (cell)))
    {
      self->tally.n_totals++;
      return ACCORD_SPEND_SKIPPED;
    }
  if (is_heading_again (self, record))
    {
      self->tally.n_headings++;
      return ACCORD_SPEND_SKIPPED;
    }
  if (record->n_fields < self->n_named)
    return reject_short (self, record, row);
  return reject_date (self, cell, row);
}

static AccordSpendResult
read_row (AccordSpendReader *self, const AccordCsvRecord *record, AccordSpendRow *row)
{
  AccordSlice amount = get_cell (self, record, ACCORD_SPEND_AMOUNT);
  AccordMoneyScan scan;

  row->line = record->line;
  row->reason = NULL;
  if (!read_date (self, get_cell (self, record, ACCORD_SPEND_DATE), row))
    return skip_or_reject (self, record, row);
  if (record->n_fields < self->n_named)
    return reject_short (self, record, row);
  if (record->n_fields > self->n_headings && count_filled (record) > self->n_headings)
    return reject (self, row,
                   _ ("The row has %zu fields where the headings are %zu"
                      ": a comma within a field is not quoted."),
                   count_filled (record), self->n_headings);
  if (strcmp (row->date, FIRST_DAY) < 0 || strcmp (row->date, LAST_DAY) > 0)
    return reject (self, row, _ ("The year of %s cannot be right."), row->date);
  scan = accord_money_scan (amount.text, amount.len, &row->pence);
  if (scan != ACCORD_MONEY_SCAN_OK)
    return reject_amount (self, amount, scan, row);
  read_texts (self, record, row);
  if (row->texts[ACCORD_SPEND_PAYEE].len == 0)
    return reject (self, row, _ ("The row has no payee."));
  count_row (self, row);
  return ACCORD_SPEND_ROW;
}

static void
tell_progress (AccordSpendReader *self)
{
  gint64 now;

  if (self->progress == NULL || ++self->looks % ROWS_PER_LOOK != 0)
    return;
  now = g_get_monotonic_time ();
  if (now - self->told < G_USEC_PER_SEC / 20)
    return;
  self->told = now;
  self->progress (accord_csv_reader_get_bytes (self->csv), self->total, self->progress_data);
}

/**
 * accord_spend_reader_new:
 * @file: a spend file
 * @probe: what accord_csv_probe() found in it
 * @layout: how its columns are read
 * @dates: how its dates are read
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a reader before the first row under the headings, or %NULL if the layout wants a
 * column
 *   (%ACCORD_EXCHANGE_ERROR_LAYOUT) or the file cannot be opened
 */
AccordSpendReader *
accord_spend_reader_new (GFile *file, const AccordCsvProbe *probe, AccordSpendLayout *layout,
                         AccordSpendDates dates, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  AccordSpendReader *self;

  g_return_val_if_fail (G_IS_FILE (file) && probe != NULL && layout != NULL, NULL);

  if (!accord_spend_layout_check (layout, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  self = g_new0 (AccordSpendReader, 1);
  self->csv = accord_csv_reader_new (G_INPUT_STREAM (stream), probe->charset, probe->separator);
  self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));
  self->layout = accord_spend_layout_ref (layout);
  self->dates = dates;
  self->header_line = accord_spend_layout_get_header_line (layout);
  self->n_headings = accord_spend_layout_get_n_headings (layout);
  self->n_named = accord_spend_layout_get_n_named (layout);
  self->total = probe->size;
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    {
      self->columns[i] = accord_spend_layout_get_column (layout, i);
      self->scratch[i] = g_string_new (NULL);
    }
  return self;
}

/**
 * accord_spend_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
accord_spend_reader_free (AccordSpendReader *self)
{
  if (self == NULL)
    return;
  accord_csv_reader_free (self->csv);
  g_object_unref (self->stream);
  accord_spend_layout_unref (self->layout);
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    g_string_free (self->scratch[i], TRUE);
  g_free (self->reason);
  g_free (self);
}

/**
 * accord_spend_reader_set_progress:
 * @self: a reader
 * @progress: (nullable): told of bytes of the file
 * @data: data for @progress
 */
void
accord_spend_reader_set_progress (AccordSpendReader *self, AccordProgressFunc progress, gpointer data)
{
  g_return_if_fail (self != NULL);

  self->progress = progress;
  self->progress_data = data;
}

/**
 * accord_spend_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row; only line and reason are set for a rejected one
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Reads the next row and counts it.
 *
 * Returns: what it is
 */
AccordSpendResult
accord_spend_reader_next (AccordSpendReader *self, AccordSpendRow *row, GCancellable *cancellable,
                          GError **error)
{
  AccordCsvRecord record;

  g_return_val_if_fail (self != NULL && row != NULL, ACCORD_SPEND_ERROR);

  for (;;)
    {
      AccordCsvResult result = accord_csv_reader_next (self->csv, &record, cancellable, error);

      tell_progress (self);
      if (result == ACCORD_CSV_ERROR)
        return ACCORD_SPEND_ERROR;
      if (result == ACCORD_CSV_END)
        return ACCORD_SPEND_END;
      if (record.line <= self->header_line)
        continue;
      if (result == ACCORD_CSV_RECORD)
        return read_row (self, &record, row);
      row->line = record.line;
      return reject (self, row, _ ("A quotation mark opens a field and nothing closes it."));
    }
}

/**
 * accord_spend_reader_get_tally:
 * @self: a reader
 *
 * Returns: what has been read so far
 */
const AccordSpendTally *
accord_spend_reader_get_tally (AccordSpendReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->tally;
}
