/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

/* A result, what it borrows from, and its own years, if they are not the run's. */
typedef struct
{
  AccordCbaResult result;
  AccordCbaRun *run;
  double values[];
} Block;

/* What an option alone comes to is worked out by whoever asks first; of several at once all but one throw
 * theirs away, which is the same. */
static AccordRunSums *
own_of (const AccordCbaRun *self, guint option)
{
  AccordRunSums **own = &self->options[option].own;
  AccordRunSums *found = g_atomic_pointer_get (own);

  if (found != NULL)
    return found;
  found = accord_run_add_up (self, option);
  if (g_atomic_pointer_compare_and_exchange (own, NULL, found))
    return found;
  accord_run_sums_free (found);
  return g_atomic_pointer_get (own);
}

static guint
comparator_of (const AccordCbaRun *self, guint option)
{
  return self->comparator == option ? ACCORD_CBA_NONE : self->comparator;
}

/**
 * accord_cba_run_evaluate:
 * @self: a run
 * @option: index of an option of its CBA
 *
 * Returns: (transfer full) (nullable): what the option comes to; %NULL where there is no such option
 */
AccordCbaResult *
accord_cba_run_evaluate (const AccordCbaRun *self, guint option)
{
  gsize n_values = 0;
  AccordRunSums *own;
  Block *block;

  if (option >= self->n_options)
    return NULL;
  own = own_of (self, option);
  if (comparator_of (self, option) != ACCORD_CBA_NONE)
    n_values = accord_run_count_values (self);
  block = g_malloc (sizeof *block + sizeof (double) * n_values);
  block->run = accord_cba_run_ref (self);
  block->result.option = option;
  block->result.comparator = comparator_of (self, option);
  block->result.horizon = self->horizon;
  block->result.factors = self->factors;
  block->result.lines = g_array_ref (own->lines);
  block->result.own = own->sums;
  g_array_ref (own->sums.positions);
  if (n_values == 0)
    {
      block->result.net = own->sums;
      g_array_ref (own->sums.positions);
    }
  else
    {
      accord_sums_subtract (self, own, own_of (self, self->comparator), &block->result.net, block->values);
    }
  return &block->result;
}

/**
 * accord_cba_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
accord_cba_result_free (AccordCbaResult *self)
{
  Block *block = (Block *) self;

  if (self == NULL)
    return;
  g_array_unref (self->own.positions);
  g_array_unref (self->net.positions);
  g_array_unref (self->lines);
  accord_cba_run_free (block->run);
  g_free (block);
}

/**
 * accord_cba_evaluate:
 * @cba: a CBA
 * @option: index of an option of it
 * @faults: (out) (optional) (nullable) (transfer full) (element-type AccordCbaFault): what is wrong with it
 *
 * Returns: (transfer full) (nullable): what the option comes to, or %NULL: with @faults, or without them
 * where there is no such option
 */
AccordCbaResult *
accord_cba_evaluate (const AccordCba *cba, guint option, GArray **faults)
{
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (cba, faults);

  return run != NULL ? accord_cba_run_evaluate (run, option) : NULL;
}

static void
find_present (const AccordRunOption *option, double *pvc, double *pvb)
{
  *pvc = *pvb = 0;
  for (guint i = 0; i < option->n_costs; i++)
    *pvc += option->lines[option->order[i]].present;
  for (guint i = option->n_costs; i < option->n_lines; i++)
    *pvb += option->lines[option->order[i]].present;
}

/**
 * accord_cba_run_npsv:
 * @self: a run
 * @option: index of an option of its CBA
 * @npsv: (out): what accord_cba_run_evaluate() gives for its net, bit for bit, and much sooner
 *
 * Returns: %TRUE and @npsv, or %FALSE where there is no such option
 */
gboolean
accord_cba_run_npsv (const AccordCbaRun *self, guint option, double *npsv)
{
  double pvc, pvb, less_pvc = 0, less_pvb = 0;

  if (option >= self->n_options)
    return FALSE;
  find_present (&self->options[option], &pvc, &pvb);
  if (comparator_of (self, option) != ACCORD_CBA_NONE)
    find_present (&self->options[self->comparator], &less_pvc, &less_pvb);
  *npsv = (pvb - less_pvb) - (pvc - less_pvc);
  return TRUE;
}
