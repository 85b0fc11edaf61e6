/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include <glib/gi18n-lib.h>

/* Mitigation worksheets: the table of works, then for each cost with a worksheet its results, its works and
 * what was done against the bias. */

#define CODE 0
#define SHARE 1
#define UPPER 2
#define LOWER 3
#define OPERATING 4

#define MITIGATED 2
#define COST 3
#define EVIDENCE 4

static AccordRef
down (guint row, guint n, guint column)
{
  return accord_range (NULL, row, column, row + n - 1, column, ACCORD_REF_FIXED);
}

static guint
write_table (AccordBook *self, AccordBookSheet *sheet, guint row)
{
  const AccordBiasTable *table = self->cba->bias;
  const char *const headings[] = { _ ("Works"), _ ("Upper bound"), _ ("Lower bound"), _ ("Operating costs"),
                                   _ ("Name") };

  accord_book_text (sheet, row++, 0, ACCORD_BOOK_SECTION, table->name);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    accord_book_text (sheet, row, i, ACCORD_BOOK_HEADING, headings[i]);
  row++;
  self->bias_types = (AccordBookRows){ row, table->types->len };
  for (guint i = 0; i < table->types->len; i++, row++)
    {
      const AccordBiasType *type = table->types->pdata[i];

      accord_book_text (sheet, row, 0, ACCORD_BOOK_TYPED, type->code);
      accord_book_number (sheet, row, 1, ACCORD_BOOK_TYPED_PERCENT,
                          accord_decimal_to_double (type->capital_upper));
      accord_book_number (sheet, row, 2, ACCORD_BOOK_TYPED_PERCENT,
                          accord_decimal_to_double (type->capital_lower));
      accord_book_text (sheet, row, 3, ACCORD_BOOK_TYPED, accord_book_yes_word (type->operating));
      accord_book_text (sheet, row, 4, ACCORD_BOOK_TYPED, type->name);
    }
  return row + 1;
}

/* What the table says of one of the works. */
static char *
look_up (AccordBook *self, guint row, guint column)
{
  const AccordBookRows types = self->bias_types;

  return g_strdup_printf ("INDEX(%s,MATCH(%s,%s,0))", down (types.row, types.n, column).text,
                          accord_ref (NULL, row, CODE, ACCORD_REF_FIXED_COLUMN).text,
                          down (types.row, types.n, 0).text);
}

static void
write_work (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordBiasWork *work)
{
  const AccordBiasType *type = accord_bias_table_find (self->cba->bias, work->code);
  g_autofree char *upper = look_up (self, row, 1);
  g_autofree char *lower = look_up (self, row, 2);
  g_autofree char *operating = look_up (self, row, 3);

  accord_book_text (sheet, row, CODE, ACCORD_BOOK_TYPED, work->code);
  accord_book_number (sheet, row, SHARE, ACCORD_BOOK_TYPED_PERCENT, accord_decimal_to_double (work->share));
  accord_book_formula (sheet, row, UPPER, ACCORD_BOOK_PERCENT, accord_decimal_to_double (type->capital_upper),
                       "%s", upper);
  accord_book_formula (sheet, row, LOWER, ACCORD_BOOK_PERCENT, accord_decimal_to_double (type->capital_lower),
                       "%s", lower);
  accord_book_words (sheet, row, OPERATING, ACCORD_BOOK_PLAIN, accord_book_yes_word (type->operating), "%s",
                     operating);
}

static void
write_mitigation (AccordBookSheet *sheet, guint row, const AccordMitigation *mitigation)
{
  accord_book_text (sheet, row, 0, ACCORD_BOOK_TYPED, mitigation->name);
  accord_book_number (sheet, row, SHARE, ACCORD_BOOK_TYPED_PERCENT,
                      accord_decimal_to_double (mitigation->share));
  accord_book_number (sheet, row, MITIGATED, ACCORD_BOOK_TYPED_PERCENT,
                      accord_decimal_to_double (mitigation->mitigated));
  accord_book_number (sheet, row, COST, ACCORD_BOOK_TYPED_MONEY, (double) mitigation->cost / 100);
  accord_book_text (sheet, row, EVIDENCE, ACCORD_BOOK_TYPED, mitigation->evidence);
}

/* Whether the bounds are of the costs' kind: those of works are of capital costs, those of outsourcing of
 * operating costs, and costs in kind have none. */
static gboolean
takes_sheet (const AccordBook *self, const AccordCbaCost *cost)
{
  for (guint i = 0; cost->kind != ACCORD_COST_IN_KIND && i < cost->sheet->works->len; i++)
    {
      const AccordBiasWork *work = cost->sheet->works->pdata[i];

      if (!accord_bias_table_find (self->cba->bias, work->code)->operating
          == (cost->kind == ACCORD_COST_CAPITAL))
        return TRUE;
    }
  return FALSE;
}

/**
 * accord_book_sheet_bias:
 * @self: a workbook in the making
 * @cost: a cost with a worksheet
 *
 * Returns: the optimism bias that its worksheet comes to for it
 */
double
accord_book_sheet_bias (const AccordBook *self, const AccordCbaCost *cost)
{
  AccordBiasOutcome outcome = { 0 };

  accord_bias_sheet_work_out (cost->sheet, self->cba->bias, &outcome);
  return takes_sheet (self, cost) ? outcome.rate : 0;
}

/* The results stand over what they are made of, so that it is known where. */
static void
write_results (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaCost *cost, AccordRef kind)
{
  const guint n_works = MAX (cost->sheet->works->len, 1), n_done = MAX (cost->sheet->mitigations->len, 1);
  const guint works = row + ACCORD_BIAS_N_RESULTS + 1, done = works + n_works + 1;
  AccordBiasOutcome outcome = { 0 };
  g_autofree char *capital = accord_book_quote (accord_book_kind_word (ACCORD_COST_CAPITAL));
  g_autofree char *in_kind = accord_book_quote (accord_book_kind_word (ACCORD_COST_IN_KIND));
  g_autofree char *yes = accord_book_quote (accord_book_yes_word (TRUE));
  AccordRef results[ACCORD_BIAS_N_RESULTS];

  accord_bias_sheet_work_out (cost->sheet, self->cba->bias, &outcome);
  for (guint i = 0; i < ACCORD_BIAS_N_RESULTS; i++)
    results[i] = accord_ref (NULL, row + i, ACCORD_BIAS_RESULT, ACCORD_REF_FIXED);
  accord_book_text (sheet, row + ACCORD_BIAS_EVIDENCED, ACCORD_BIAS_RESULT, ACCORD_BOOK_TYPED,
                    accord_book_yes_word (cost->sheet->evidenced));
  accord_book_formula (sheet, row + ACCORD_BIAS_UPPER, ACCORD_BIAS_RESULT, ACCORD_BOOK_PERCENT, outcome.upper,
                       "SUMPRODUCT(%s,%s)", down (works, n_works, SHARE).text,
                       down (works, n_works, UPPER).text);
  accord_book_formula (sheet, row + ACCORD_BIAS_LOWER, ACCORD_BIAS_RESULT, ACCORD_BOOK_PERCENT, outcome.lower,
                       "SUMPRODUCT(%s,%s)", down (works, n_works, SHARE).text,
                       down (works, n_works, LOWER).text);
  accord_book_formula (sheet, row + ACCORD_BIAS_MITIGATED, ACCORD_BIAS_RESULT, ACCORD_BOOK_PERCENT,
                       outcome.mitigated, "SUMPRODUCT(%s,%s)", down (done, n_done, SHARE).text,
                       down (done, n_done, MITIGATED).text);
  accord_book_formula (
      sheet, row + ACCORD_BIAS_RATE, ACCORD_BIAS_RESULT, ACCORD_BOOK_PERCENT,
      accord_book_sheet_bias (self, cost),
      "IF(%s=%s,0,IF(SUMPRODUCT((%s<>\"\")*((%s=%s)=(%s<>%s)))=0,0,IF(%s=%s,%s*(1-%s),MAX(%s*(1-%s),%s))))",
      kind.text, in_kind, down (works, n_works, CODE).text, down (works, n_works, OPERATING).text, yes,
      kind.text, capital, results[ACCORD_BIAS_EVIDENCED].text, yes, results[ACCORD_BIAS_UPPER].text,
      results[ACCORD_BIAS_MITIGATED].text, results[ACCORD_BIAS_UPPER].text,
      results[ACCORD_BIAS_MITIGATED].text, results[ACCORD_BIAS_LOWER].text);
  accord_book_formula (sheet, row + ACCORD_BIAS_COST, ACCORD_BIAS_RESULT, ACCORD_BOOK_MONEY,
                       (double) outcome.cost / 100, "SUM(%s)", down (done, n_done, COST).text);
}

static void
write_labels (AccordBookSheet *sheet, guint row, guint n_works)
{
  const char *const labels[] = {
    [ACCORD_BIAS_EVIDENCED] = _ ("Evidence lets it fall under the lower bound"),
    [ACCORD_BIAS_UPPER] = _ ("Upper bound"),
    [ACCORD_BIAS_LOWER] = _ ("Lower bound"),
    [ACCORD_BIAS_MITIGATED] = _ ("Mitigated"),
    [ACCORD_BIAS_RATE] = _ ("Optimism bias"),
    [ACCORD_BIAS_COST] = _ ("Cost of mitigation"),
  };
  const char *const works[] = { _ ("Works"), _ ("Share"), _ ("Upper bound"), _ ("Lower bound"),
                                _ ("Operating costs") };
  const char *const done[] = { _ ("What contributes to the bias"), _ ("Share"), _ ("Mitigated"),
                               _ ("Cost of mitigation"), _ ("Evidence") };

  for (guint i = 0; i < ACCORD_BIAS_N_RESULTS; i++)
    accord_book_text (sheet, row + i, 0, ACCORD_BOOK_PLAIN, labels[i]);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      accord_book_text (sheet, row + ACCORD_BIAS_N_RESULTS, i, ACCORD_BOOK_HEADING, works[i]);
      accord_book_text (sheet, row + ACCORD_BIAS_N_RESULTS + 1 + n_works, i, ACCORD_BOOK_HEADING, done[i]);
    }
}

static guint
write_sheet (AccordBook *self, AccordBookSheet *sheet, guint row, const AccordCbaCost *cost, guint cost_row)
{
  const guint n_works = MAX (cost->sheet->works->len, 1), n_done = MAX (cost->sheet->mitigations->len, 1);
  const AccordRef kind =
      accord_ref (self->sheets[ACCORD_BOOK_COSTS], cost_row, ACCORD_COSTS_KIND, ACCORD_REF_FIXED);

  accord_book_words (
      sheet, row++, 0, ACCORD_BOOK_SECTION, cost->name, "%s",
      accord_ref (self->sheets[ACCORD_BOOK_COSTS], cost_row, ACCORD_COSTS_NAME, ACCORD_REF_FIXED).text);
  self->bias_rows[cost_row - ACCORD_BOOK_FIRST_ROW] = row;
  write_labels (sheet, row, n_works);
  write_results (self, sheet, row, cost, kind);
  row += ACCORD_BIAS_N_RESULTS + 1;
  for (guint i = 0; i < cost->sheet->works->len; i++)
    write_work (self, sheet, row + i, cost->sheet->works->pdata[i]);
  row += n_works + 1;
  for (guint i = 0; i < cost->sheet->mitigations->len; i++)
    write_mitigation (sheet, row + i, cost->sheet->mitigations->pdata[i]);
  return row + n_done + 1;
}

/**
 * accord_book_write_bias:
 * @self: a workbook in the making
 *
 * Writes the mitigation worksheets, where there are any.
 */
void
accord_book_write_bias (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_BIAS];
  guint row = ACCORD_BOOK_FIRST_ROW - 1;

  if (sheet == NULL)
    return;
  accord_book_head (self, sheet, 0, _ ("Optimism bias"),
                    _ ("Upper bound less what is mitigated; without evidence not under the lower bound."));
  row = write_table (self, sheet, row);
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      const AccordCbaOption *option = accord_book_option (self, i);

      for (guint j = 0; j < option->costs->len; j++)
        if (((const AccordCbaCost *) option->costs->pdata[j])->sheet != NULL)
          row = write_sheet (self, sheet, row, option->costs->pdata[j], self->options[i].costs + j);
    }
  accord_book_sheet_set_widths (sheet, 0, 0, 44);
  accord_book_sheet_set_widths (sheet, 1, 3, 16);
  accord_book_sheet_set_widths (sheet, 4, 4, 40);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_NOTE_ROW + 1, 0, 0);
}
