/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-trial.h"

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

/* NPSV is a sum of lines: where one line's number is changed, the others need not be worked out again. */
static gboolean
is_wanted (const AccordTrial *self, guint option, gboolean is_outcome, guint line, guint comparator)
{
  if (self->input.option == ACCORD_CBA_NONE)
    return option == self->option || option == comparator;
  return option == self->input.option && is_outcome == self->input.is_outcome && line == self->input.line;
}

/* An option with the lines that matter, which it borrows. */
static AccordCbaOption *
borrow_option (const AccordTrial *self, const AccordCba *cba, guint index)
{
  const AccordCbaOption *option = g_ptr_array_index (cba->options, index);
  const guint comparator = accord_cba_find_comparator (cba);
  AccordCbaOption *part = g_memdup2 (option, sizeof *option);

  part->costs = g_ptr_array_new ();
  part->outcomes = g_ptr_array_new ();
  for (guint i = 0; i < option->costs->len; i++)
    if (is_wanted (self, index, FALSE, i, comparator))
      g_ptr_array_add (part->costs, option->costs->pdata[i]);
  for (guint i = 0; i < option->outcomes->len; i++)
    if (is_wanted (self, index, TRUE, i, comparator))
      g_ptr_array_add (part->outcomes, option->outcomes->pdata[i]);
  return part;
}

static void
give_back_option (gpointer data)
{
  AccordCbaOption *part = data;

  g_ptr_array_unref (part->costs);
  g_ptr_array_unref (part->outcomes);
  g_free (part);
}

/* A copy of what matters. */
static AccordCba *
copy_part (const AccordTrial *self, const AccordCba *cba)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (give_back_option);
  AccordCba part = *cba;

  for (guint i = 0; i < cba->options->len; i++)
    g_ptr_array_add (options, borrow_option (self, cba, i));
  part.options = options;
  return accord_cba_copy (&part);
}

/**
 * accord_trial_init:
 * @self: (out): a trial; free what it has with accord_trial_clear()
 * @cba: a sound CBA
 * @option: index of an option of it
 * @input: one of its typed numbers
 * @npsv: what accord_trial_npsv() says of the option
 *
 * Returns: %TRUE, or %FALSE where the CBA has no such number
 */
gboolean
accord_trial_init (AccordTrial *self, const AccordCba *cba, guint option, const AccordCbaInput *input,
                   double npsv)
{
  double part, typed;

  *self = (AccordTrial){ .option = option, .input = *input };
  if (!accord_cba_input_get (cba, input, &typed))
    return FALSE;
  self->cba = copy_part (self, cba);
  if (input->option == ACCORD_CBA_NONE)
    return TRUE;
  self->input.line = 0;
  if (!accord_trial_npsv (self->cba, option, &part))
    return FALSE;
  self->rest = npsv - part;
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
