/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-result.h"

#include <glib/gi18n-lib.h>

#include "cba-numbers.h"
#include "cba-words.h"
#include "money.h"
#include "text-table.h"

static void
write_heading (AccordOutput *output, const char *text)
{
  accord_output_printf (output, "\n");
  accord_output_heading (output, text);
  accord_output_printf (output, "\n");
}

static char *
dup_pence (double pence)
{
  return accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_FULL);
}

static void
add_ledger (AccordTable *table, double pence)
{
  g_autofree char *text = accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_LEDGER);

  accord_table_add_cell (table, text);
}

static char *
dup_year (const AccordAppraisalAnswer *self, guint year)
{
  return self->source->cba != NULL ? accord_cba_year_dup_label (self->source->cba, year)
                                   : g_strdup_printf (_ ("year %u"), year);
}

static void
add_figure (AccordTable *table, AccordFigure figure, const char *value)
{
  accord_table_add_cell (table, accord_figure_get_label (figure));
  accord_table_add_cell (table, value);
}

static void
add_pence_figure (AccordTable *table, AccordFigure figure, double pence)
{
  g_autofree char *text = dup_pence (pence);

  add_figure (table, figure, text);
}

static void
add_ratio_figure (AccordTable *table, AccordFigure figure, AccordCbaValue value, const char *more)
{
  g_autofree char *number = accord_number_format_places (value.value, 2);
  g_autofree char *text = NULL;

  if (value.defined != ACCORD_DEFINED)
    text = g_strdup (accord_undefined_get_words (value.defined));
  else
    text = more != NULL ? g_strdup_printf ("%s (%s)", number, more) : g_strdup (number);
  add_figure (table, figure, text);
}

static void
add_year_figure (const AccordAppraisalAnswer *self, AccordTable *table, AccordFigure figure,
                 AccordCbaValue value)
{
  g_autofree char *text = value.defined == ACCORD_DEFINED
                              ? dup_year (self, (guint) value.value)
                              : g_strdup (accord_undefined_get_words (value.defined));

  add_figure (table, figure, text);
}

static void
add_budget (AccordTable *table, double impact)
{
  g_autofree char *pence = dup_pence (ABS (impact));
  /* Translators: a sum of money. */
  g_autofree char *text = g_strdup_printf (impact < 0 ? _ ("%s net cost") : _ ("%s net saving"), pence);

  add_figure (table, ACCORD_FIGURE_BUDGET_IMPACT, text);
}

static void
write_figures (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  const AccordCbaSums *sums = &self->shown->net;
  g_autofree char *band = g_utf8_strdown (accord_money_band_get_label (sums->band), -1);
  /* Translators: a value-for-money band, such as medium. */
  g_autofree char *value = g_strdup_printf (_ ("%s value for money"), band);
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("Figure"), FALSE);
  accord_table_add_column (table, _ ("Value"), FALSE);
  add_pence_figure (table, ACCORD_FIGURE_PVC, sums->pvc);
  add_pence_figure (table, ACCORD_FIGURE_PVB, sums->pvb);
  add_pence_figure (table, ACCORD_FIGURE_NPSV, sums->npsv);
  add_ratio_figure (table, ACCORD_FIGURE_BCR, sums->bcr, value);
  add_pence_figure (table, ACCORD_FIGURE_EAC, sums->eac);
  add_year_figure (self, table, ACCORD_FIGURE_PAYBACK, sums->payback);
  add_year_figure (self, table, ACCORD_FIGURE_DISCOUNTED_PAYBACK, sums->discounted_payback);
  if (self->source->cba != NULL)
    {
      add_ratio_figure (table, ACCORD_FIGURE_ROI, sums->roi, NULL);
      add_budget (table, sums->budget_impact);
    }
  accord_table_finish (table);
}

static void
write_options (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  g_autoptr (AccordTable) table = NULL;

  if (self->source->cba == NULL || self->results->len < 2)
    return;
  write_heading (output, _ ("Options"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Option"), FALSE);
  accord_table_add_column (table, _ ("Costs (£)"), TRUE);
  accord_table_add_column (table, _ ("Benefits (£)"), TRUE);
  accord_table_add_column (table, _ ("Net (£)"), TRUE);
  accord_table_add_column (table, _ ("BCR"), TRUE);
  for (guint i = 0; i < self->results->len; i++)
    {
      const AccordCbaOption *option = self->source->cba->options->pdata[i];
      const AccordCbaSums *sums = &((const AccordCbaResult *) self->results->pdata[i])->net;
      g_autofree char *name = NULL;
      g_autofree char *bcr = accord_number_format_places (sums->bcr.value, 2);

      if (option->comparator != ACCORD_COMPARATOR_NONE)
        name = g_strdup_printf (_ ("%s (what the others are measured against)"), option->name);
      else if (option->preferred)
        name = g_strdup_printf (_ ("%s (preferred)"), option->name);
      accord_table_add_cell (table, name != NULL ? name : option->name);
      add_ledger (table, sums->pvc);
      add_ledger (table, sums->pvb);
      add_ledger (table, sums->npsv);
      accord_table_add_cell (table, sums->bcr.defined == ACCORD_DEFINED ? bcr : "–");
    }
  accord_table_finish (table);
}

static void
write_years (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  const AccordCbaYears *years = &self->shown->net.years;
  g_autoptr (AccordTable) table = accord_table_new (output);

  write_heading (output, _ ("By year"));
  accord_table_add_column (table, _ ("Year"), FALSE);
  accord_table_add_column (table, _ ("Costs (£)"), TRUE);
  accord_table_add_column (table, _ ("Benefits (£)"), TRUE);
  accord_table_add_column (table, _ ("Cumulative (£)"), TRUE);
  accord_table_add_column (table, _ ("Factor"), TRUE);
  accord_table_add_column (table, _ ("Cumulative, discounted (£)"), TRUE);
  for (guint year = 0; year < self->shown->horizon; year++)
    {
      g_autofree char *label = dup_year (self, year);
      g_autofree char *factor = accord_number_format_places (self->shown->factors[year], 4);

      accord_table_add_cell (table, label);
      add_ledger (table, years->cost[year]);
      add_ledger (table, years->benefit[year]);
      add_ledger (table, years->cumulative[year]);
      accord_table_add_cell (table, factor);
      add_ledger (table, years->present_cumulative[year]);
    }
  accord_table_finish (table);
}

static void
write_positions (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  const GArray *positions = self->shown->net.positions;
  g_autoptr (AccordTable) table = NULL;

  if (self->source->cba == NULL)
    return;
  write_heading (output, _ ("Who pays, who gains"));
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Organisation"), FALSE);
  accord_table_add_column (table, _ ("Pays (£)"), TRUE);
  accord_table_add_column (table, _ ("Gains (£)"), TRUE);
  accord_table_add_column (table, _ ("Net (£)"), TRUE);
  accord_table_add_column (table, _ ("Deepest under water"), FALSE);
  for (guint i = 0; i < positions->len; i++)
    {
      const AccordCbaPosition *position = &g_array_index (positions, AccordCbaPosition, i);
      const char *name = accord_appraisal_answer_get_position_name (self, position);
      g_autofree char *year = dup_year (self, position->deepest);
      g_autofree char *pence = dup_pence (position->deepest_net);
      /* Translators: a sum of money and a year. */
      g_autofree char *deepest = g_strdup_printf (_ ("%s in %s"), pence, year);

      accord_table_add_cell (table, name != NULL ? name : _ ("Nobody named"));
      add_ledger (table, position->present_cost);
      add_ledger (table, position->present_benefit);
      add_ledger (table, position->present_net);
      accord_table_add_cell (table, accord_cba_pence (position->deepest_net) < 0 ? deepest : _ ("never"));
    }
  accord_table_finish (table);
}

static void
write_head (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  const AccordCba *cba = self->source->cba;
  const AccordSchedule *schedule = cba == NULL ? self->source->json->schedule : cba->schedules->pdata[0];
  g_autoptr (GString) head = g_string_new (NULL);
  g_autofree char *line = NULL;

  if (cba != NULL)
    {
      const AccordCbaOption *option = cba->options->pdata[self->shown->option];

      g_string_append (head, cba->title);
      if (g_strcmp0 (option->name, cba->title) != 0)
        g_string_append_printf (head, " – %s", option->name);
      if (self->shown->comparator != ACCORD_CBA_NONE)
        /* Translators: the option that this one is measured against. */
        g_string_append_printf (
            head, _ (", against %s"),
            ((const AccordCbaOption *) cba->options->pdata[self->shown->comparator])->name);
      if (self->source->scenario != NULL)
        g_string_append_printf (head, _ (", scenario “%s”"), self->source->scenario);
      line = accord_terminal_line (head->str);
      accord_output_printf (output, "%s\n", line);
    }
  accord_output_printf (output,
                        ngettext ("%u year, discounted by the schedule “%s”\n",
                                  "%u years, discounted by the schedule “%s”\n", self->shown->horizon),
                        self->shown->horizon, schedule->name);
  accord_output_printf (output, "\n");
}

/**
 * accord_appraisal_answer_write_text:
 * @self: an answer
 * @output: where it goes
 */
void
accord_appraisal_answer_write_text (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  write_head (self, output);
  write_figures (self, output);
  write_options (self, output);
  write_years (self, output);
  write_positions (self, output);
  if (self->chance != NULL)
    accord_appraisal_text_chance (self, output);
  if (self->source->file == NULL || self->source->file->remarks->len == 0)
    return;
  write_heading (output, _ ("To be looked at"));
  for (guint i = 0; i < self->source->file->remarks->len; i++)
    {
      g_autofree char *line = accord_terminal_line (self->source->file->remarks->pdata[i]);

      accord_output_printf (output, "%s\n", line);
    }
}
