/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-finder.h"

#include "csv-reader.h"
#include "date.h"
#include "exchange-error.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far down the headings may stand, and by how many rows the contents of a column are judged. */
#define HEADER_RECORDS 40
#define SAMPLE_RECORDS 200

/* Columns beyond these are not looked at. */
#define MOST_COLUMNS 1000

/* A cell counts as a heading from this score on; a row of headings has at least this many. */
#define HEADING_SCORE 50
#define HEADINGS 2

/* What the cells of one column look like. */
typedef struct
{
  guint n_filled;
  guint n_dates;
  guint n_serials;
  guint n_money;
  guint n_pence;
  guint n_words;
  guint n_addresses;
} Contents;

/* One record of the beginning of the file, kept. */
typedef struct
{
  guint64 line;
  char **cells;
  gsize n_cells;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
}

static GArray *
read_sample (GFile *file, const AccordCsvProbe *probe, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (AccordCsvReader) reader = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  AccordCsvRecord record;

  g_array_set_clear_func (rows, row_clear);
  if (stream == NULL)
    return NULL;
  reader = accord_csv_reader_new (G_INPUT_STREAM (stream), probe->charset, probe->separator);
  while (rows->len < HEADER_RECORDS + SAMPLE_RECORDS)
    {
      AccordCsvResult result = accord_csv_reader_next (reader, &record, cancellable, error);
      Row row = { 0 };

      if (result == ACCORD_CSV_ERROR)
        return NULL;
      if (result == ACCORD_CSV_END)
        break;
      if (result == ACCORD_CSV_BROKEN)
        continue;
      row.line = record.line;
      row.n_cells = MIN (record.n_fields, MOST_COLUMNS);
      row.cells = g_new0 (char *, row.n_cells + 1);
      for (gsize i = 0; i < row.n_cells; i++)
        row.cells[i] = g_strndup (record.fields[i].text, record.fields[i].len);
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static gboolean
is_date (const char *text)
{
  return accord_date_form_of (text, strlen (text)) != ACCORD_DATE_FORM_NONE;
}

static gboolean
is_money (const char *text)
{
  gint64 pence;

  return accord_money_scan (text, strlen (text), &pence) == ACCORD_MONEY_SCAN_OK;
}

/* How many known headings a row has; none at all if it holds a date or a sum, as headings do not. */
static guint
count_headings (const Row *row)
{
  guint n = 0;

  for (char **cell = row->cells; *cell != NULL; cell++)
    {
      g_autofree char *heading = NULL;

      if (is_date (*cell) || is_money (*cell))
        return 0;
      heading = accord_spend_heading_normalise (*cell, strlen (*cell));
      for (guint column = 0; column < ACCORD_SPEND_N_COLUMNS; column++)
        if (accord_spend_heading_score (heading, column) >= HEADING_SCORE)
          {
            n++;
            break;
          }
    }
  return n;
}

static int
find_header (GArray *rows)
{
  int best = -1;
  guint best_n = HEADINGS - 1;

  for (guint i = 0; i < rows->len && i < HEADER_RECORDS; i++)
    {
      guint n = count_headings (&g_array_index (rows, Row, i));

      if (n > best_n)
        {
          best = i;
          best_n = n;
        }
    }
  return best;
}

/* A whole number that a spreadsheet would show as a day between 1954 and 2119. */
static gboolean
is_serial (const char *text)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, 20000, 80000, &number, NULL);
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text) || (guchar) *text >= 0x80)
      return TRUE;
  return FALSE;
}

static Contents
look_at_column (GArray *rows, guint first, guint index)
{
  Contents contents = { 0 };

  for (guint i = first; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *text = index < row->n_cells ? g_strstrip (g_strdup (row->cells[index])) : NULL;
      gsize len = text != NULL ? strlen (text) : 0;

      if (len == 0)
        continue;
      contents.n_filled++;
      contents.n_dates += is_date (text);
      contents.n_serials += is_serial (text);
      contents.n_money += is_money (text);
      contents.n_pence += is_money (text) && len > 3 && text[len - 3] == '.';
      contents.n_words += has_letters (text) && !is_date (text) && !is_money (text);
      contents.n_addresses += strstr (text, "://") != NULL;
    }
  return contents;
}

/* Whether what a column holds can be what its heading promises. A column with nothing in the sample is
 * believed. */
static gboolean
contents_suit (const Contents *contents, AccordSpendColumn column)
{
  guint half = (contents->n_filled + 1) / 2;

  if (contents->n_filled == 0)
    return TRUE;
  switch (column)
    {
    case ACCORD_SPEND_DATE:
      return contents->n_dates >= half || contents->n_serials == contents->n_filled;
    case ACCORD_SPEND_AMOUNT:
      return contents->n_money >= half;
    case ACCORD_SPEND_PAYEE:
    case ACCORD_SPEND_PAYING_BODY:
      return contents->n_words >= half && contents->n_addresses < half;
    case ACCORD_SPEND_REFERENCE:
    case ACCORD_SPEND_DESCRIPTION:
    case ACCORD_SPEND_SERVICE:
    case ACCORD_SPEND_EXPENSE_TYPE:
    default:
      return contents->n_addresses < half;
    }
}

/* Gives each column its best heading, the surest pair first, no heading twice. A column with nothing in the
 * sample stands back behind one with something. */
static void
map_by_heading (AccordSpendLayout *layout, const Contents *contents)
{
  for (;;)
    {
      guint best_score = 0, best_index = 0;
      AccordSpendColumn best_column = 0;

      for (guint column = 0; column < ACCORD_SPEND_N_COLUMNS; column++)
        for (guint i = 0; i < accord_spend_layout_get_n_headings (layout); i++)
          {
            guint score = accord_spend_heading_score (accord_spend_layout_get_normalised (layout, i), column);

            if (contents[i].n_filled == 0)
              score /= 4;
            if (score > best_score && accord_spend_layout_get_column (layout, column) < 0
                && !accord_spend_layout_is_mapped (layout, i) && contents_suit (&contents[i], column))
              {
                best_score = score;
                best_index = i;
                best_column = column;
              }
          }
      if (best_score == 0)
        return;
      accord_spend_layout_set_column (layout, best_column, best_index);
    }
}

/* Where no heading tells: the first column of dates, and the one column of pounds and pence if there is only
 * one. */
static void
map_by_contents (AccordSpendLayout *layout, const Contents *contents)
{
  int money = -1;
  guint n_money = 0;

  for (guint i = 0; i < accord_spend_layout_get_n_headings (layout); i++)
    {
      if (contents[i].n_filled == 0 || accord_spend_layout_is_mapped (layout, i))
        continue;
      if (contents[i].n_dates * 5 >= contents[i].n_filled * 4
          && accord_spend_layout_get_column (layout, ACCORD_SPEND_DATE) < 0)
        accord_spend_layout_set_column (layout, ACCORD_SPEND_DATE, i);
      else if (contents[i].n_pence * 5 >= contents[i].n_filled * 4)
        {
          money = i;
          n_money++;
        }
    }
  if (n_money == 1 && accord_spend_layout_get_column (layout, ACCORD_SPEND_AMOUNT) < 0)
    accord_spend_layout_set_column (layout, ACCORD_SPEND_AMOUNT, money);
}

/**
 * accord_spend_find_layout:
 * @file: a spend file
 * @probe: what accord_csv_probe() found in it
 * @cancellable: (nullable): to stop with
 * @error: return location for a #GError
 *
 * Finds the row of headings, which need not be the first, and proposes how the columns are read, by the
 * headings' words and by what the columns really hold: amounts without VAT rather than with it, the day of
 * payment rather than that of the invoice. The proposal may want a column; accord_spend_layout_check() tells.
 *
 * Returns: (transfer full): the proposal; %NULL with %ACCORD_EXCHANGE_ERROR_LAYOUT if there is no row of
 * headings, or an error of reading
 */
AccordSpendLayout *
accord_spend_find_layout (GFile *file, const AccordCsvProbe *probe, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (AccordSpendLayout) layout = NULL;
  g_autofree Contents *contents = NULL;
  const Row *header;
  int index;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (probe != NULL, NULL);

  rows = read_sample (file, probe, cancellable, error);
  if (rows == NULL)
    return NULL;
  index = find_header (rows);
  if (index < 0)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("None of the first %d rows of “%s” names columns like supplier, date and amount."),
                   HEADER_RECORDS, probe->name);
      return NULL;
    }
  header = &g_array_index (rows, Row, index);
  layout = accord_spend_layout_new (header->line, (const char *const *) header->cells);
  contents = g_new0 (Contents, accord_spend_layout_get_n_headings (layout) + 1);
  for (guint i = 0; i < accord_spend_layout_get_n_headings (layout); i++)
    contents[i] = look_at_column (rows, index + 1, i);
  map_by_heading (layout, contents);
  map_by_contents (layout, contents);
  return g_steal_pointer (&layout);
}
