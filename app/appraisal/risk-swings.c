/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-trial.h"
#include "risk-work.h"

#include <math.h>

#define RATE_CHANGE 0.01

/* How far a number is tried to either side of what was typed. */
static double
get_reach (const AccordCbaInput *input, double base, double change)
{
  switch ((int) input->field)
    {
    case ACCORD_CBA_FIELD_RATE:
      return RATE_CHANGE;
    case ACCORD_CBA_FIELD_HORIZON:
    case ACCORD_CBA_FIELD_LAG:
    case ACCORD_CBA_FIELD_LASTS:
      return 1;
    case ACCORD_CBA_FIELD_GRADE:
      return base > 0 ? 1 : 0;
    default:
      return fabs (base) * change;
    }
}

/* Tries the number at a value. Where it cannot be that, it stays as it is. */
static void
try_at (const AccordTrial *trial, const AccordSwing *swing, double typed, double *value, double *npsv)
{
  double least, greatest;

  accord_cba_input_range (&swing->input, &least, &greatest);
  if (swing->input.field == ACCORD_CBA_FIELD_GRADE)
    least = 1;
  *value = CLAMP (*value, least, greatest);
  if (!accord_trial_at (trial, *value, npsv))
    {
      *value = swing->base;
      *npsv = typed;
    }
}

static int
compare_swings (gconstpointer a, gconstpointer b)
{
  const AccordSwing *one = a, *other = b;
  const double width = fabs (one->npsv_high - one->npsv_low);
  const double other_width = fabs (other->npsv_high - other->npsv_low);
  const guint keys[] = { one->input.option, one->input.is_outcome, one->input.line, one->input.field };
  const guint other_keys[] = { other->input.option, other->input.is_outcome, other->input.line,
                               other->input.field };

  if (width != other_width)
    return width > other_width ? -1 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] != other_keys[i])
      return keys[i] < other_keys[i] ? -1 : 1;
  return 0;
}

/* Returns: whether it changes anything */
static gboolean
try_both (AccordSwing *swing, const AccordTrial *trial, double npsv, double reach)
{
  swing->low = swing->base - reach;
  swing->high = swing->base + reach;
  try_at (trial, swing, npsv, &swing->low, &swing->npsv_low);
  try_at (trial, swing, npsv, &swing->high, &swing->npsv_high);
  if (accord_cba_pence (swing->npsv_low) == accord_cba_pence (npsv)
      && accord_cba_pence (swing->npsv_high) == accord_cba_pence (npsv))
    return FALSE;
  swing->switching = accord_trial_switch (trial, swing->base, npsv);
  return TRUE;
}

/* What is shared by those who try: each number has its own place. */
typedef struct
{
  const AccordCba *cba;
  guint option;
  double npsv;
  double change;
  AccordSwing *swings;
  gboolean *matters;
} Trying;

static void
try_input (gpointer data, guint piece, gpointer scratch)
{
  Trying *self = data;
  AccordSwing *swing = &self->swings[piece];
  AccordTrial trial = { NULL };
  double reach;

  if (!accord_cba_input_get (self->cba, &swing->input, &swing->base))
    return;
  reach = get_reach (&swing->input, swing->base, self->change);
  if (reach > 0 && accord_trial_init (&trial, self->cba, self->option, &swing->input, self->npsv))
    self->matters[piece] = try_both (swing, &trial, self->npsv, reach);
  accord_trial_clear (&trial);
}

/**
 * accord_cba_swings:
 * @cba: a CBA
 * @option: index of an option of it
 * @change: how far numbers are changed, as a part of each: 0.2 for a fifth
 *
 * Changes each of accord_cba_inputs() alone, to either side of what was typed: money, people and parts by
 * @change of their value, years, horizon and grades by one, the rates of discounting by one point; never out
 * of the number's range. Numbers that change nothing are left out. All processors work at it.
 *
 * Returns: (transfer full) (nullable) (element-type AccordSwing): the swings, widest first; %NULL where the
 * CBA is not sound or has no such option
 */
GArray *
accord_cba_swings (const AccordCba *cba, guint option, double change)
{
  g_autoptr (GArray) inputs = NULL;
  g_autofree AccordSwing *tried = NULL;
  g_autofree gboolean *matters = NULL;
  Trying trying = { .cba = cba, .option = option, .change = change };
  AccordPhase phase = { try_input, 0 };
  GArray *swings;

  g_return_val_if_fail (change > 0, NULL);
  if (!accord_trial_npsv (cba, option, &trying.npsv))
    return NULL;
  inputs = accord_cba_inputs (cba, option);
  trying.swings = tried = g_new0 (AccordSwing, inputs->len + 1);
  trying.matters = matters = g_new0 (gboolean, inputs->len + 1);
  for (guint i = 0; i < inputs->len; i++)
    tried[i].input = g_array_index (inputs, AccordCbaInput, i);
  phase.n_pieces = inputs->len;
  accord_work_share_out (&phase, 1, &trying, 0, g_get_num_processors (), NULL, NULL);
  swings = g_array_new (FALSE, FALSE, sizeof (AccordSwing));
  for (guint i = 0; i < inputs->len; i++)
    if (matters[i])
      g_array_append_val (swings, tried[i]);
  g_array_sort (swings, compare_swings);
  return swings;
}
