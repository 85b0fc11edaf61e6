/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inputs.h"

/* Of an outcome that is there. */
static gboolean
comes_every_year (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaOption *option = g_ptr_array_index (cba->options, input->option);
  const AccordCbaOutcome *outcome = g_ptr_array_index (option->outcomes, input->line);

  return outcome->timing == ACCORD_TIMING_RECURRENT;
}

/* Whether trying it at another value can change anything. */
static gboolean
matters (const AccordCba *cba, const AccordCbaInput *input)
{
  const AccordCbaInput bias = { input->option, input->is_outcome, input->line, ACCORD_CBA_FIELD_BIAS };
  double value, added;

  if (!accord_cba_input_get (cba, input, &value))
    return FALSE;
  if (input->field == ACCORD_CBA_FIELD_MITIGATED)
    return accord_cba_input_get (cba, &bias, &added) && added > 0;
  if (input->field == ACCORD_CBA_FIELD_LASTS)
    return value > 0 && comes_every_year (cba, input);
  if (input->field == ACCORD_CBA_FIELD_DROP_OFF)
    return comes_every_year (cba, input);
  return TRUE;
}

static void
list_line (GArray *list, const AccordCba *cba, guint option, gboolean is_outcome, guint line)
{
  for (int field = ACCORD_CBA_FIELD_NONE + 1; field < ACCORD_CBA_N_FIELDS; field++)
    {
      const AccordCbaInput input = { option, is_outcome, line, (AccordCbaField) field };

      if (matters (cba, &input))
        g_array_append_val (list, input);
    }
}

static void
list_option (GArray *list, const AccordCba *cba, guint index)
{
  const AccordCbaOption *option;

  if (index >= cba->options->len)
    return;
  option = g_ptr_array_index (cba->options, index);
  for (guint line = 0; line < option->costs->len; line++)
    list_line (list, cba, index, FALSE, line);
  for (guint line = 0; line < option->outcomes->len; line++)
    list_line (list, cba, index, TRUE, line);
}

/**
 * accord_cba_inputs:
 * @cba: a CBA
 * @option: index of an option of it
 *
 * Returns: (transfer full) (element-type AccordCbaInput): what the option's figures hang on: the numbers of
 * its lines, of its comparator's lines, and of the whole CBA
 */
GArray *
accord_cba_inputs (const AccordCba *cba, guint option)
{
  static const AccordCbaField whole[] = { ACCORD_CBA_FIELD_RATE, ACCORD_CBA_FIELD_HORIZON };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (AccordCbaInput));
  const guint comparator = accord_cba_find_comparator (cba);

  list_option (list, cba, option);
  if (comparator != option)
    list_option (list, cba, comparator);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      const AccordCbaInput input = { ACCORD_CBA_NONE, FALSE, ACCORD_CBA_NONE, whole[i] };

      if (matters (cba, &input))
        g_array_append_val (list, input);
    }
  return list;
}
