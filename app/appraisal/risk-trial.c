/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-trial.h"

static void
empty_option (AccordCbaOption *option)
{
  g_ptr_array_set_size (option->costs, 0);
  g_ptr_array_set_size (option->outcomes, 0);
}

/**
 * accord_trial_copy_options:
 * @cba: a CBA
 * @option: index of an option of it
 *
 * Returns: (transfer full): a copy in which other options than that and the comparator have no lines, so that
 * it is soon copied again and worked out
 */
AccordCba *
accord_trial_copy_options (const AccordCba *cba, guint option)
{
  AccordCba *copy = accord_cba_copy (cba);
  const guint comparator = accord_cba_find_comparator (cba);

  for (guint i = 0; i < copy->options->len; i++)
    if (i != option && i != comparator)
      empty_option (g_ptr_array_index (copy->options, i));
  return copy;
}

/**
 * accord_trial_npsv:
 * @cba: a CBA
 * @option: index of an option of it
 * @npsv: (out): its NPSV against the comparator, in pence
 *
 * Returns: %TRUE and @npsv, or %FALSE where the CBA is not sound or has no such option
 */
gboolean
accord_trial_npsv (const AccordCba *cba, guint option, double *npsv)
{
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, NULL);

  return run != NULL && accord_cba_run_npsv (run, option, npsv);
}

/* Leaves one line in an array, or none. */
static void
keep_line (GPtrArray *lines, guint line)
{
  if (line >= lines->len)
    {
      g_ptr_array_set_size (lines, 0);
      return;
    }
  if (line + 1 < lines->len)
    g_ptr_array_remove_range (lines, line + 1, lines->len - line - 1);
  if (line > 0)
    g_ptr_array_remove_range (lines, 0, line);
}

/* NPSV is a sum of lines: where one line's number is changed, the others need not be worked out again. */
static void
keep_only (AccordTrial *self)
{
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      AccordCbaOption *option = g_ptr_array_index (self->cba->options, i);
      const gboolean here = i == self->input.option;

      keep_line (option->costs, here && !self->input.is_outcome ? self->input.line : ACCORD_CBA_NONE);
      keep_line (option->outcomes, here && self->input.is_outcome ? self->input.line : ACCORD_CBA_NONE);
    }
  self->input.line = 0;
}

/**
 * accord_trial_init:
 * @self: (out): a trial; free what it has with accord_trial_clear()
 * @cba: a CBA
 * @option: index of an option of it
 * @input: one of its typed numbers
 *
 * Returns: %TRUE, or %FALSE where the CBA is not sound or has no such option or number
 */
gboolean
accord_trial_init (AccordTrial *self, const AccordCba *cba, guint option, const AccordCbaInput *input)
{
  double whole, part, typed;

  *self = (AccordTrial){ .option = option, .input = *input };
  if (!accord_cba_input_get (cba, input, &typed) || !accord_trial_npsv (cba, option, &whole))
    return FALSE;
  self->cba = accord_trial_copy_options (cba, option);
  if (input->option == ACCORD_CBA_NONE)
    return TRUE;
  keep_only (self);
  if (!accord_trial_npsv (self->cba, option, &part))
    return FALSE;
  self->rest = whole - part;
  return TRUE;
}

/**
 * accord_trial_at:
 * @self: a trial
 * @value: what to try
 * @npsv: (out): NPSV then, in pence
 *
 * Returns: %TRUE and @npsv, or %FALSE where the number cannot be that
 */
gboolean
accord_trial_at (const AccordTrial *self, double value, double *npsv)
{
  g_autoptr (AccordCba) copy = accord_cba_copy (self->cba);

  if (!accord_cba_input_set (copy, &self->input, value) || !accord_trial_npsv (copy, self->option, npsv))
    return FALSE;
  *npsv += self->rest;
  return TRUE;
}

void
accord_trial_clear (AccordTrial *self)
{
  g_clear_pointer (&self->cba, accord_cba_free);
}
