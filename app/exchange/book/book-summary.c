/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include "date.h"

#include <glib/gi18n-lib.h>

#define HEAD_ROW ACCORD_BOOK_LABEL_ROW

/* Names that formulas may use, for the option that the workbook is about. */
static const struct
{
  guint figure;
  const char *name;
} names[] = {
  { ACCORD_BOOK_PVC, "PVC" },
  { ACCORD_BOOK_PVB, "PVB" },
  { ACCORD_BOOK_NPSV, "NPSV" },
  { ACCORD_BOOK_BCR, "Benefit_cost_ratio" },
  { ACCORD_BOOK_EAC, "Equivalent_annual_cost" },
  { ACCORD_BOOK_PAYBACK, "Payback_year" },
  { ACCORD_BOOK_DISCOUNTED_PAYBACK, "Discounted_payback_year" },
  { ACCORD_BOOK_ROI, "Financial_return" },
  { ACCORD_BOOK_BUDGET, "Net_budget_impact" },
};

static AccordRef
figure_of (AccordBook *self, guint option, guint figure)
{
  const AccordBookOption *place = &self->options[option];

  return accord_ref (place->sheet, place->figures + figure, ACCORD_FIGURES_NET, ACCORD_REF_FIXED);
}

static void
write_option (AccordBook *self, guint option)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SUMMARY];
  const AccordCbaResult *result = accord_book_result (self, option);
  const guint column = option + 1, as_exported = HEAD_ROW + 1 + ACCORD_BOOK_N_FIGURES + 1;
  const AccordRef name = accord_ref (self->sheets[ACCORD_BOOK_ASSUMPTIONS], self->option_names.row + option,
                                     1, ACCORD_REF_FIXED);

  accord_book_words (sheet, HEAD_ROW, column, ACCORD_BOOK_HEADING_RIGHT,
                     accord_book_option (self, option)->name, "%s", name.text);
  for (guint figure = 0; figure < ACCORD_BOOK_N_FIGURES; figure++)
    {
      const AccordRef from = figure_of (self, option, figure);

      if (figure == ACCORD_BOOK_BAND)
        accord_book_words (sheet, HEAD_ROW + 1 + figure, column, ACCORD_BOOK_RIGHT,
                           accord_money_band_get_label (result->net.band), "%s", from.text);
      else
        accord_book_value (sheet, HEAD_ROW + 1 + figure, column, accord_book_figure_style (figure),
                           accord_book_figure_value (&result->net, figure), from.text);
    }
  accord_book_number (sheet, as_exported, column, ACCORD_BOOK_MONEY,
                      (double) accord_cba_pence (result->net.npsv) / 100);
  accord_book_formula (sheet, as_exported + 1, column, ACCORD_BOOK_MONEY, 0, "ROUND(%s-%s,2)",
                       accord_ref (NULL, HEAD_ROW + 1 + ACCORD_BOOK_NPSV, column, ACCORD_REF_MOVES).text,
                       accord_ref (NULL, as_exported, column, ACCORD_REF_MOVES).text);
}

static void
write_labels (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SUMMARY];
  const guint as_exported = HEAD_ROW + 1 + ACCORD_BOOK_N_FIGURES + 1;

  accord_book_text (sheet, HEAD_ROW, 0, ACCORD_BOOK_HEADING, _ ("Figure"));
  for (guint figure = 0; figure < ACCORD_BOOK_N_FIGURES; figure++)
    {
      g_autofree char *label = accord_book_figure_dup_label (figure);

      accord_book_text (sheet, HEAD_ROW + 1 + figure, 0,
                        figure == ACCORD_BOOK_NPSV ? ACCORD_BOOK_STRONG : ACCORD_BOOK_PLAIN, label);
    }
  accord_book_text (sheet, as_exported, 0, ACCORD_BOOK_PLAIN, _ ("Net present social value when exported"));
  accord_book_text (sheet, as_exported + 1, 0, ACCORD_BOOK_PLAIN, _ ("Changed since by"));
  accord_book_text (sheet, as_exported + 3, 0, ACCORD_BOOK_PLAIN, _ ("Checks"));
}

/**
 * accord_book_write_summary:
 * @self: a workbook in the making
 *
 * Writes what every option comes to, and names the figures of the one that the workbook is about.
 */
void
accord_book_write_summary (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SUMMARY];
  const AccordAppraisalExport *appraisal = self->appraisal;
  const guint option = appraisal->option, checks = HEAD_ROW + 1 + ACCORD_BOOK_N_FIGURES + 4;
  g_autofree char *day = accord_date_format (appraisal->today);
  g_autofree char *note =
      appraisal->scenario != NULL
          /* Translators: a day, then the name of a scenario. */
          ? g_strdup_printf (_ ("Figures of %s · scenario “%s”"), day, appraisal->scenario)
          /* Translators: a day. */
          : g_strdup_printf (_ ("Figures of %s"), day);

  accord_book_head (self, sheet, 0, self->cba->title != NULL ? self->cba->title : _ ("Appraisal"), note);
  accord_book_text (
      sheet, ACCORD_BOOK_YEAR_ROW, 0, ACCORD_BOOK_NOTE,
      _ ("Present values in pounds; each option less the one that the others are measured against."));
  write_labels (self);
  for (guint i = 0; i < self->cba->options->len; i++)
    write_option (self, i);
  accord_book_words (
      sheet, checks, 1, ACCORD_BOOK_RIGHT, _ ("all agree"), "%s",
      accord_ref (self->sheets[ACCORD_BOOK_CHECKS], ACCORD_BOOK_LABEL_ROW - 1, 1, ACCORD_REF_FIXED).text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    accord_book_file_name (self->file, names[i].name,
                           accord_ref (sheet, HEAD_ROW + 1 + names[i].figure, option + 1, ACCORD_REF_FIXED));
  accord_book_sheet_set_widths (sheet, 0, 0, 48);
  accord_book_sheet_set_widths (sheet, 1, self->cba->options->len, 26);
  accord_book_sheet_set_up (sheet, HEAD_ROW + 1, self->cba->options->len > 4, 0);
  accord_book_sheet_heighten (sheet, HEAD_ROW);
}

/* --- Sensitivity. */

static const char *
line_name (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option =
      input->option < cba->options->len ? cba->options->pdata[input->option] : NULL;
  const GPtrArray *lines = option == NULL ? NULL : input->is_outcome ? option->outcomes : option->costs;

  if (lines == NULL || input->line >= lines->len)
    return _ ("The whole appraisal");
  return input->is_outcome ? ((const AccordCbaOutcome *) lines->pdata[input->line])->name
                           : ((const AccordCbaCost *) lines->pdata[input->line])->name;
}

static void
write_swing (AccordBook *self, guint row, const AccordSwing *swing)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SENSITIVITY];
  const double scale = swing->input.field == ACCORD_CBA_FIELD_UNIT_VALUE ? 100 : 1;

  accord_book_text (sheet, row, 0, ACCORD_BOOK_PLAIN, line_name (self->cba, &swing->input));
  accord_book_text (sheet, row, 1, ACCORD_BOOK_PLAIN, accord_cba_field_get_label (swing->input.field));
  accord_book_number (sheet, row, 2, ACCORD_BOOK_NUMBER, swing->base / scale);
  accord_book_number (sheet, row, 3, ACCORD_BOOK_NUMBER, swing->low / scale);
  accord_book_number (sheet, row, 4, ACCORD_BOOK_NUMBER, swing->high / scale);
  accord_book_number (sheet, row, 5, ACCORD_BOOK_MONEY, (double) accord_cba_pence (swing->npsv_low) / 100);
  accord_book_number (sheet, row, 6, ACCORD_BOOK_MONEY, (double) accord_cba_pence (swing->npsv_high) / 100);
  if (swing->switching.defined == ACCORD_DEFINED)
    accord_book_number (sheet, row, 7, ACCORD_BOOK_NUMBER, swing->switching.value / scale);
  else
    accord_book_text (sheet, row, 7, ACCORD_BOOK_RIGHT,
                      accord_undefined_get_words (swing->switching.defined));
}

static void
write_chance (AccordBook *self, guint row)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SENSITIVITY];
  const AccordChance *chance = self->appraisal->chance;
  const struct
  {
    const char *label;
    double value;
    AccordBookStyle style;
  } figures[] = {
    { _ ("Draws"), chance->n_draws, ACCORD_BOOK_NUMBER },
    { _ ("Seed"), (double) chance->seed, ACCORD_BOOK_NUMBER },
    { _ ("P10: net present social value"), chance->p10 / 100, ACCORD_BOOK_MONEY },
    { _ ("P50"), chance->p50 / 100, ACCORD_BOOK_MONEY },
    { _ ("P90"), chance->p90 / 100, ACCORD_BOOK_MONEY },
    { _ ("Chance that it is above nought"), chance->positive, ACCORD_BOOK_PERCENT },
  };

  accord_book_text (sheet, row++, 0, ACCORD_BOOK_SECTION, _ ("By chance"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++, row++)
    {
      accord_book_text (sheet, row, 0, ACCORD_BOOK_PLAIN, figures[i].label);
      accord_book_number (sheet, row, 2, figures[i].style, figures[i].value);
    }
}

/**
 * accord_book_write_sensitivity:
 * @self: a workbook in the making
 *
 * Writes what other values of the inputs would come to: values, which no formula follows.
 */
void
accord_book_write_sensitivity (AccordBook *self)
{
  AccordBookSheet *sheet = self->sheets[ACCORD_BOOK_SENSITIVITY];
  const GArray *swings = self->appraisal->swings;
  const guint n = swings != NULL ? swings->len : 0;
  const char *const headings[] = { _ ("Line"),           _ ("Input"),
                                   _ ("As typed"),       _ ("Lower"),
                                   _ ("Higher"),         _ ("NPSV at lower"),
                                   _ ("NPSV at higher"), _ ("NPSV is nought at") };

  accord_book_head (
      self, sheet, 0, _ ("Sensitivity"),
      _ ("Values as Accord worked them out when this was exported: they do not follow changes here."));
  accord_book_text (sheet, ACCORD_BOOK_YEAR_ROW, 0, ACCORD_BOOK_STRONG,
                    accord_book_option (self, self->appraisal->option)->name);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    accord_book_text (sheet, ACCORD_BOOK_LABEL_ROW, i,
                      i < 2 ? ACCORD_BOOK_HEADING : ACCORD_BOOK_HEADING_RIGHT, headings[i]);
  for (guint i = 0; i < n; i++)
    write_swing (self, ACCORD_BOOK_FIRST_ROW + i, &g_array_index (swings, AccordSwing, i));
  if (self->appraisal->chance != NULL)
    write_chance (self, ACCORD_BOOK_FIRST_ROW + n + 1);
  accord_book_sheet_set_widths (sheet, 0, 0, 42);
  accord_book_sheet_set_widths (sheet, 1, 6, 20);
  accord_book_sheet_set_widths (sheet, 7, 7, 44);
  accord_book_sheet_set_up (sheet, ACCORD_BOOK_FIRST_ROW, 0, 0);
}
