/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-result.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "cba-numbers.h"
#include "money.h"
#include "text-table.h"

static const char *const methods[] = { "sobol", "latin-hypercube", "random" };

static void
json_partners (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const AccordChance *chance = self->chance;

  accord_json_key (json, "by_organisation");
  accord_json_begin_array (json);
  for (guint i = 0; i < chance->n_partners; i++)
    {
      const AccordCbaPosition *position = &g_array_index (self->shown->net.positions, AccordCbaPosition, i);

      accord_json_begin_object (json);
      accord_json_member_string (json, "organisation",
                                 accord_appraisal_answer_get_position_name (self, position));
      accord_json_member_number (json, "chance_positive", chance->partner_positive[i]);
      accord_json_member_int (json, "p10_pence", accord_cba_pence (chance->partner_p10[i]));
      accord_json_member_int (json, "p50_pence", accord_cba_pence (chance->partner_p50[i]));
      accord_json_member_int (json, "p90_pence", accord_cba_pence (chance->partner_p90[i]));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
json_contributions (const AccordAppraisalAnswer *self, AccordJson *json)
{
  accord_json_key (json, "contributions");
  accord_json_begin_array (json);
  for (guint i = 0; i < self->chance->contributions->len; i++)
    {
      const AccordContribution *one = &g_array_index (self->chance->contributions, AccordContribution, i);
      const AccordCbaOption *option = self->source->cba->options->pdata[one->option];

      accord_json_begin_object (json);
      accord_json_member_string (json, "option", option->name);
      accord_json_member_string (
          json, "line",
          accord_appraisal_answer_get_line_name (self, one->option, one->is_outcome, one->line));
      accord_json_member_number (json, "share", one->share);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

/**
 * accord_appraisal_json_chance:
 * @self: an answer with draws
 * @json: a writer inside an object
 */
void
accord_appraisal_json_chance (const AccordAppraisalAnswer *self, AccordJson *json)
{
  const AccordChance *chance = self->chance;

  accord_json_key (json, "chance");
  accord_json_begin_object (json);
  accord_json_member_int (json, "draws", chance->n_draws);
  accord_json_member_int (json, "seed", (gint64) chance->seed);
  accord_json_member_string (json, "method", methods[self->source->method]);
  accord_json_member_int (json, "p10_pence", accord_cba_pence (chance->p10));
  accord_json_member_int (json, "p50_pence", accord_cba_pence (chance->p50));
  accord_json_member_int (json, "p90_pence", accord_cba_pence (chance->p90));
  accord_json_member_int (json, "mean_pence", accord_cba_pence (chance->mean));
  accord_json_member_int (json, "deviation_pence", accord_cba_pence (chance->deviation));
  accord_json_member_number (json, "chance_positive", chance->positive);
  json_partners (self, json);
  json_contributions (self, json);
  accord_json_end_object (json);
}

static void
add_pounds (AccordTable *table, double pence)
{
  g_autofree char *text = accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_POUNDS);

  accord_table_add_cell (table, text);
}

static void
add_share (AccordTable *table, double share)
{
  g_autofree char *number = accord_number_format_places (share * 100, 1);
  g_autofree char *text = g_strconcat (number, "%", NULL);

  accord_table_add_cell (table, text);
}

static void
text_row (AccordTable *table, const char *name, double positive, double p10, double p50, double p90)
{
  accord_table_add_cell (table, name);
  add_share (table, positive);
  add_pounds (table, p10);
  add_pounds (table, p50);
  add_pounds (table, p90);
}

static void
text_contributions (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_table_add_column (table, _ ("What it hangs on"), FALSE);
  accord_table_add_column (table, _ ("Part of the variance"), TRUE);
  for (guint i = 0; i < self->chance->contributions->len; i++)
    {
      const AccordContribution *one = &g_array_index (self->chance->contributions, AccordContribution, i);

      accord_table_add_cell (
          table, accord_appraisal_answer_get_line_name (self, one->option, one->is_outcome, one->line));
      add_share (table, one->share);
    }
  accord_table_finish (table);
}

/**
 * accord_appraisal_text_chance:
 * @self: an answer with draws
 * @output: where it goes
 */
void
accord_appraisal_text_chance (const AccordAppraisalAnswer *self, AccordOutput *output)
{
  const AccordChance *chance = self->chance;
  g_autoptr (AccordTable) table = accord_table_new (output);

  accord_output_printf (output, "\n");
  accord_output_heading (output, _ ("By chance"));
  accord_output_printf (output, "\n");
  accord_output_printf (
      output, ngettext ("%u draw with seed %" PRIu64, "%u draws with seed %" PRIu64, chance->n_draws),
      chance->n_draws, chance->seed);
  accord_output_printf (output, "\n");
  accord_table_add_column (table, "", FALSE);
  accord_table_add_column (table, _ ("Above nought"), TRUE);
  accord_table_add_column (table, "P10", TRUE);
  accord_table_add_column (table, "P50", TRUE);
  accord_table_add_column (table, "P90", TRUE);
  text_row (table, _ ("Net present social value"), chance->positive, chance->p10, chance->p50, chance->p90);
  for (guint i = 0; i < chance->n_partners; i++)
    {
      const char *name = accord_appraisal_answer_get_position_name (
          self, &g_array_index (self->shown->net.positions, AccordCbaPosition, i));

      text_row (table, name != NULL ? name : _ ("Nobody named"), chance->partner_positive[i],
                chance->partner_p10[i], chance->partner_p50[i], chance->partner_p90[i]);
    }
  accord_table_finish (table);
  if (chance->contributions->len == 0)
    accord_output_printf (output, "%s\n", _ ("No line of it is uncertain, so that every draw is the same."));
  else
    text_contributions (self, output);
}
