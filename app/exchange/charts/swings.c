/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/swings.h"

#include "cba-numbers.h"
#include "cba-words.h"
#include "charts/tornado.h"
#include "money.h"

#include <glib/gi18n-lib.h>

static const char *
find_line (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option =
      input->option < cba->options->len ? cba->options->pdata[input->option] : NULL;
  const GPtrArray *lines = option == NULL ? NULL : input->is_outcome ? option->outcomes : option->costs;

  if (lines == NULL || input->line >= lines->len)
    return NULL;
  return input->is_outcome ? ((const AccordCbaOutcome *) lines->pdata[input->line])->name
                           : ((const AccordCbaCost *) lines->pdata[input->line])->name;
}

/**
 * accord_input_dup_name:
 * @cba: an analysis
 * @input: a typed number of it
 *
 * Returns: (transfer full): what the number is, and of which line
 */
char *
accord_input_dup_name (const AccordCba *cba, const AccordCbaInput *input)
{
  const char *line = find_line (cba, input);
  const char *field = accord_cba_field_get_label (input->field);

  /* Translators: which number of a line, then the name of the line. */
  return line != NULL ? g_strdup_printf (_ ("%s: %s"), field, line) : g_strdup (field);
}

/**
 * accord_input_dup_value:
 * @input: a typed number
 * @value: what it is, or is tried at
 *
 * Returns: (transfer full): the value as people read it
 */
char *
accord_input_dup_value (const AccordCbaInput *input, double value)
{
  g_autofree char *rate = NULL;

  switch (input->field)
    {
    case ACCORD_CBA_FIELD_UNIT_VALUE:
      return accord_money_format (accord_cba_pence (value), ACCORD_MONEY_FULL);
    case ACCORD_CBA_FIELD_NEED:
    case ACCORD_CBA_FIELD_LAG:
    case ACCORD_CBA_FIELD_LASTS:
    case ACCORD_CBA_FIELD_GRADE:
    case ACCORD_CBA_FIELD_HORIZON:
      return accord_number_format (value, 2);
    case ACCORD_CBA_FIELD_RATE:
      rate = accord_number_format (value * 100, 2);
      /* Translators: so many points are added to a rate of per cent. */
      return g_strdup_printf (_ ("%s points"), rate);
    default:
      rate = accord_number_format (value * 100, 2);
      return g_strdup_printf ("%s%%", rate);
    }
}

static void
bar_clear (gpointer data)
{
  AccordTornadoBar *bar = data;

  g_free ((char *) bar->name);
  g_free ((char *) bar->low);
  g_free ((char *) bar->high);
  g_free ((char *) bar->switching);
}

/**
 * accord_swings_chart_new:
 * @cba: the analysis, for the names of its lines; it is not kept
 * @npsv: the net present social value as appraised, in pence
 * @swings: (element-type AccordSwing): inputs that were changed, each alone, as accord_cba_swings() makes
 * them
 *
 * Makes accord_tornado_chart_new() of them.
 *
 * Returns: (transfer full): the chart
 */
AccordChart *
accord_swings_chart_new (const AccordCba *cba, double npsv, const GArray *swings)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (AccordTornadoBar));

  g_array_set_clear_func (bars, bar_clear);
  for (guint i = 0; i < swings->len; i++)
    {
      const AccordSwing *swing = &g_array_index (swings, AccordSwing, i);
      gboolean switches = swing->switching.defined == ACCORD_DEFINED;
      const AccordTornadoBar bar = {
        .name = accord_input_dup_name (cba, &swing->input),
        .low = accord_input_dup_value (&swing->input, swing->low),
        .high = accord_input_dup_value (&swing->input, swing->high),
        .switching = switches ? accord_input_dup_value (&swing->input, swing->switching.value) : NULL,
        .npsv_low = swing->npsv_low,
        .npsv_high = swing->npsv_high,
      };

      g_array_append_val (bars, bar);
    }
  return accord_tornado_chart_new (npsv, (const AccordTornadoBar *) (gpointer) bars->data, bars->len);
}
