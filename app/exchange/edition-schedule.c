/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edition-cell.h"
#include "fold.h"

/* Above this a rate that has no sign is a percentage: nobody discounts by half a year's worth. */
#define HIGHEST_PART (ACCORD_DECIMAL_ONE / 2)
#define HIGHEST_RATE ACCORD_DECIMAL_ONE

typedef struct
{
  guint head;
  int first;
  int last;
  GArray *rates;
} Columns;

typedef struct
{
  const AccordEditionRow *row;
  guint first;
  guint last;
} Span;

static AccordEditionRow *
get_row (const AccordEditionTable *table, guint row)
{
  return g_ptr_array_index (table->rows, row);
}

static gboolean
is_first (const char *words)
{
  static const char *const phrases[] = { "year from",  "years from", "from year", "from",
                                         "start year", "first year", "start",     NULL };

  return accord_edition_heading_has_any (words, phrases);
}

static gboolean
is_last (const char *words)
{
  static const char *const phrases[] = { "year to",  "years to",  "to year", "to",
                                         "end year", "last year", "end",     NULL };

  return accord_edition_heading_has_any (words, phrases);
}

static gboolean
is_rate (const char *words)
{
  static const char *const names[] = { "rate",  "rates",   "standard", "stpr", "health",      "catastroph*",
                                       "lower", "reduced", "discount", "srtp", "sensitivity", NULL };
  static const char *const not [] = { "factor*", NULL };

  return accord_edition_heading_has_any (words, names) && !accord_edition_heading_has_any (words, not );
}

/* A line of headings with the years and at least one rate. */
static gboolean
find_columns (const AccordEditionTable *table, Columns *columns)
{
  for (columns->head = 0; columns->head < table->rows->len && columns->head < 40; columns->head++)
    {
      const AccordEditionRow *row = get_row (table, columns->head);

      columns->first = columns->last = -1;
      g_array_set_size (columns->rates, 0);
      for (int i = 0; i < (int) row->cells->len; i++)
        {
          g_autofree char *words = accord_edition_heading_dup_words (accord_edition_row_get (row, i));
          static const char *const years[] = { "year", "years", "period", "band", NULL };

          if (is_rate (words))
            g_array_append_val (columns->rates, i);
          else if (columns->last < 0 && is_last (words))
            columns->last = i;
          else if (columns->first < 0 && (is_first (words) || accord_edition_heading_has_any (words, years)))
            columns->first = i;
        }
      if (columns->first >= 0 && columns->rates->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_span (const AccordEditionRow *row, const Columns *columns, Span *span, GError **error)
{
  const char *from = accord_edition_row_get (row, columns->first),
             *to = accord_edition_row_get (row, columns->last);
  guint ignored;

  span->row = row;
  if (!accord_edition_cell_read_span (from, &span->first, &span->last))
    return accord_edition_file_fail (row, error, _ ("“%.60s” is no span of years such as 1-30."),
                                     from != NULL ? from : "");
  if (columns->last < 0)
    return TRUE;
  span->last = G_MAXUINT;
  if (to != NULL && !accord_edition_cell_is_blank (to)
      && (!accord_edition_cell_read_span (to, &span->last, &ignored) || span->last < span->first))
    return accord_edition_file_fail (row, error, _ ("“%.60s” is no last year of a span."), to);
  return TRUE;
}

/* Spans begin at year 0 or 1 and follow each other without a gap. */
static gboolean
check_spans (const GArray *spans, GError **error)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      const Span *before = i > 0 ? &g_array_index (spans, Span, i - 1) : NULL;

      if (before == NULL && span->first > 1)
        return accord_edition_file_fail (span->row, error,
                                         _ ("The rates begin with year %u instead of year 1."), span->first);
      if (before != NULL && (before->last == G_MAXUINT || span->first != before->last + 1))
        return accord_edition_file_fail (span->row, error, _ ("Year %u does not follow on the span before."),
                                         span->first);
    }
  return TRUE;
}

static gboolean
read_spans (const AccordEditionTable *table, const Columns *columns, GArray *spans, GError **error)
{
  const int rate = g_array_index (columns->rates, int, 0);

  for (guint i = columns->head + 1; i < table->rows->len; i++)
    {
      const AccordEditionRow *row = get_row (table, i);
      Span span;

      /* Notes come after the table. */
      if (accord_edition_row_is_blank (row) || accord_edition_row_get (row, rate) == NULL)
        continue;
      if (!read_span (row, columns, &span, error))
        return FALSE;
      g_array_append_val (spans, span);
    }
  if (spans->len == 0)
    return accord_edition_file_fail (get_row (table, columns->head), error,
                                     _ ("No rates follow these headings."));
  return check_spans (spans, error);
}

/* Whether the plain numbers of a column are percentages. */
static gboolean
is_in_percent (const GArray *spans, int column, const char *heading)
{
  for (guint i = 0; i < spans->len; i++)
    {
      AccordDecimal rate;
      gboolean percent;

      if (accord_edition_cell_read_number (
              accord_edition_row_get (g_array_index (spans, Span, i).row, column), &rate, &percent)
          && !percent && rate >= HIGHEST_PART)
        return TRUE;
    }
  return strchr (heading, '%') != NULL || accord_edition_heading_has (heading, "per cent")
         || accord_edition_heading_has (heading, "percent");
}

static char *
dup_content (const GArray *spans, int column, gboolean in_percent, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  AccordDecimal before = ACCORD_DECIMAL_UNKNOWN;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      const char *cell = accord_edition_row_get (span->row, column);
      g_autofree char *plain = NULL;
      AccordDecimal rate;
      gboolean percent;

      if (!accord_edition_cell_read_number (cell, &rate, &percent))
        return accord_edition_file_fail (span->row, error, _ ("“%.60s” is no rate."),
                                         cell != NULL ? cell : ""),
               NULL;
      if (!percent && in_percent)
        rate /= 100;
      if (rate < 0 || rate > HIGHEST_RATE)
        return accord_edition_file_fail (span->row, error,
                                         _ ("A rate of %.60s is none that anybody discounts by."), cell),
               NULL;
      /* Year 0 is not discounted, and a table by single years says the same rate again and again. */
      if (span->last == 0 || rate == before)
        continue;
      plain = accord_decimal_format (rate);
      g_string_append_printf (json, "%s{\"from\":%u,\"rate\":%s}", json->len > 0 ? "," : "",
                              json->len > 0 ? span->first : 1, plain);
      before = rate;
    }
  if (json->len == 0)
    return accord_edition_file_fail (g_array_index (spans, Span, 0).row, error,
                                     _ ("There is no rate for year 1.")),
           NULL;
  return g_strdup_printf ("{\"bands\":[%s]}", json->str);
}

typedef struct
{
  const char *code;
  const char *name;
  const char *const *words;
} Known;

static const char *const health[] = { "health", NULL };
static const char *const lower[] = { "catastroph*", "lower", "reduced", "sensitivity", NULL };
static const char *const standard[] = { "standard", "stpr", "srtp", "social time preference", NULL };

static const Known known[] = {
  { "health", N_ ("Discount rates: health effects"), health },
  { "lower-rate", N_ ("Discount rates: lower-rate sensitivity"), lower },
  { "standard", N_ ("Discount rates: standard"), standard },
};

static const Known *
find_known (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (accord_edition_heading_has_any (words, known[i].words))
      return &known[i];
  return NULL;
}

static void
add_schedule (AccordEditionFile *file, const AccordEditionTable *table, const char *heading,
              const char *content)
{
  g_autofree char *words = accord_edition_heading_dup_words (heading);
  g_autofree char *all = accord_edition_heading_dup_words (table->name);
  g_autofree char *stem = accord_edition_file_dup_stem (file);
  g_autofree char *stem_words = accord_edition_heading_dup_words (stem);
  g_autofree char *slug = NULL, *name = NULL;
  const Known *as = find_known (words);
  AccordEditionDraft *draft;

  if (as == NULL)
    as = find_known (all);
  if (as == NULL)
    as = find_known (stem_words);
  slug = accord_text_slug (table->name != NULL ? table->name : stem);
  name = g_strdup_printf (_ ("Discount rates: %s"), table->name != NULL ? table->name : stem);
  draft = accord_edition_file_add (file, table, "schedule", as != NULL ? as->code : slug,
                                   as != NULL ? _ (as->name) : name);
  accord_record_set_text (draft->edition, "content", content);
}

static AccordEditionForm
read_rates (AccordEditionFile *file, const AccordEditionTable *table, const Columns *columns, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  gboolean any_percent = FALSE;

  if (!read_spans (table, columns, spans, error))
    return ACCORD_EDITION_FORM_WRONG;
  for (guint i = 0; i < columns->rates->len; i++)
    {
      const int column = g_array_index (columns->rates, int, i);
      const char *heading = accord_edition_row_get (get_row (table, columns->head), column);
      g_autofree char *words = accord_edition_heading_dup_words (heading);
      const gboolean in_percent = is_in_percent (spans, column, words);
      g_autofree char *content = dup_content (spans, column, in_percent, error);

      if (content == NULL)
        return ACCORD_EDITION_FORM_WRONG;
      add_schedule (file, table, heading, content);
      any_percent |= in_percent;
    }
  if (any_percent)
    accord_edition_file_remark (file, _ ("Rates without a sign are read as percentages."));
  file->form = g_strdup_printf (ngettext ("This is a schedule of discount rates.",
                                          "These are %u schedules of discount rates.", columns->rates->len),
                                columns->rates->len);
  return ACCORD_EDITION_FORM_READ;
}

/**
 * accord_edition_schedule_read:
 * @file: the file
 * @table: its rows
 * @error: return location for a #GError
 *
 * Reads discount rates by spans of years or by single years, one schedule a column of rates.
 *
 * Returns: what became of it
 */
AccordEditionForm
accord_edition_schedule_read (AccordEditionFile *file, const AccordEditionTable *table, GError **error)
{
  g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (int));
  Columns columns = { .rates = rates };

  if (!find_columns (table, &columns))
    return ACCORD_EDITION_FORM_OTHER;
  return read_rates (file, table, &columns, error);
}
