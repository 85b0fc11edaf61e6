/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "uncertainty.h"

#include "risk-draw.h"

#include <math.h>

/* At most so many numbers are kept at once beside NPSV; positions are drawn in as many goes as that takes. */
#define MOST_KEPT (1u << 24)

/* How far the part of a whole number of draws may be off for being a double. */
#define ROUNDING 1e-9

/* The least draw that the part of the draws, or more, lies at or below. */
static double
quantile (const double *values, guint n, double part)
{
  const double place = ceil (part * n - ROUNDING);

  return values[place < 1 ? 0 : place > n ? n - 1 : (guint) place - 1];
}

/* The part of ascending draws that come to a penny at least. */
static double
positive_part (const double *values, guint n)
{
  guint low = 0, high = n;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (accord_cba_pence (values[middle]) > 0)
        high = middle;
      else
        low = middle + 1;
    }
  return (double) (n - low) / n;
}

/* Sums of what differs from the middle draw, in the order of size, so that nothing large hides what is small.
 */
static void
fill_moments (AccordChance *self)
{
  const double middle = quantile (self->npsv, self->n_draws, 0.5);
  double sum = 0, squares = 0;

  for (guint i = 0; i < self->n_draws; i++)
    sum += self->npsv[i] - middle;
  self->mean = middle + sum / self->n_draws;
  for (guint i = 0; i < self->n_draws; i++)
    squares += (self->npsv[i] - self->mean) * (self->npsv[i] - self->mean);
  self->deviation = self->n_draws > 1 ? sqrt (squares / (self->n_draws - 1)) : 0.0;
}

static void
take_npsv (AccordChance *self, AccordDraws *draws)
{
  self->npsv = g_steal_pointer (&draws->values[0]);
  if (self->npsv == NULL)
    {
      self->npsv = g_new (double, self->n_draws);
      for (guint i = 0; i < self->n_draws; i++)
        self->npsv[i] = draws->model->base[0];
    }
  self->p10 = quantile (self->npsv, self->n_draws, 0.1);
  self->p50 = quantile (self->npsv, self->n_draws, 0.5);
  self->p90 = quantile (self->npsv, self->n_draws, 0.9);
  self->positive = positive_part (self->npsv, self->n_draws);
  fill_moments (self);
}

static void
take_partner (AccordChance *self, guint partner, const double *values, const double *base)
{
  const guint n = values != NULL ? self->n_draws : 1;

  if (values == NULL)
    values = base;
  self->partner_positive[partner] = positive_part (values, n);
  self->partner_p10[partner] = quantile (values, n, 0.1);
  self->partner_p50[partner] = quantile (values, n, 0.5);
  self->partner_p90[partner] = quantile (values, n, 0.9);
}

static void
take (AccordChance *self, AccordDraws *draws)
{
  for (guint i = 0; i < draws->n; i++)
    if (draws->first + i == 0)
      take_npsv (self, draws);
    else
      take_partner (self, draws->first + i - 1, draws->values[i], &draws->model->base[draws->first + i]);
}

static AccordChance *
chance_new (const AccordRiskModel *model, guint n_draws, guint64 seed)
{
  AccordChance *self = g_new0 (AccordChance, 1);

  self->n_draws = n_draws;
  self->seed = seed;
  self->n_partners = model->n_figures - 1;
  self->partner_positive = g_new0 (double, model->n_figures);
  self->partner_p10 = g_new0 (double, model->n_figures);
  self->partner_p50 = g_new0 (double, model->n_figures);
  self->partner_p90 = g_new0 (double, model->n_figures);
  return self;
}

static gboolean
draw (AccordChance *self, AccordDraws *draws, guint n_threads, AccordStopFunc stop, gpointer stop_data)
{
  const guint at_once = 1 + MOST_KEPT / self->n_draws;
  gboolean done = TRUE;

  for (; done && draws->first < draws->model->n_figures; draws->first += draws->n)
    {
      draws->n = MIN (at_once, draws->model->n_figures - draws->first);
      done = accord_draws_fill (draws, n_threads, stop, stop_data);
      if (done)
        take (self, draws);
      accord_draws_forget (draws);
    }
  self->contributions = g_steal_pointer (&draws->contributions);
  return done;
}

/**
 * accord_cba_draw:
 * @cba: a CBA
 * @option: index of an option of it
 * @method: how the draws are spread
 * @n_draws: how many, 1 to %ACCORD_CBA_MOST_DRAWS
 * @seed: of the draws
 * @n_threads: how many threads may work at it; 0 for as many as the machine has processors
 * @stop: (nullable): asked now and then, by the thread that called, whether to give up
 * @stop_data: for @stop
 *
 * Multiplies every line that has a spread, those of the comparator as well, by numbers drawn from it, all
 * lines at once, and tells what became of NPSV and of the net of each position. What a mitigation costs is
 * not multiplied. A line's number is the same for all years. Lines of a group are drawn together by a
 * Gaussian copula: the normal numbers behind any two have the group's correlation.
 *
 * Each line has a dimension of the sequence of its own, and each group one, in the order of how much they
 * matter; from the 257th on the draws of a Sobol sequence are independent ones.
 *
 * Returns: (transfer full) (nullable): what came of the draws; %NULL where it was stopped, and where the CBA
 * is not sound or has no such option
 */
AccordChance *
accord_cba_draw (const AccordCba *cba, guint option, AccordDrawMethod method, guint n_draws, guint64 seed,
                 guint n_threads, AccordStopFunc stop, gpointer stop_data)
{
  g_autoptr (AccordRiskModel) model = NULL;
  g_autoptr (AccordSequence) sequence = NULL;
  AccordDraws draws = { 0 };
  AccordChance *self;

  g_return_val_if_fail (cba != NULL, NULL);
  g_return_val_if_fail (n_draws >= 1 && n_draws <= ACCORD_CBA_MOST_DRAWS, NULL);
  model = accord_risk_model_new (cba, option);
  if (model == NULL)
    return NULL;
  sequence = accord_sequence_new (method, seed, n_draws, model->n_dimensions);
  draws = (AccordDraws){ .model = model, .sequence = sequence, .n_draws = n_draws };
  self = chance_new (model, n_draws, seed);
  if (!draw (self, &draws, n_threads > 0 ? n_threads : g_get_num_processors (), stop, stop_data))
    g_clear_pointer (&self, accord_chance_free);
  accord_draws_clear (&draws);
  return self;
}

/**
 * accord_chance_quantile:
 * @self: what came of draws
 * @part: of them, 0 to 1
 *
 * Returns: the least NPSV, in pence, that @part of the draws lie at or below
 */
double
accord_chance_quantile (const AccordChance *self, double part)
{
  return quantile (self->npsv, self->n_draws, part);
}

/**
 * accord_chance_free:
 * @self: (nullable) (transfer full): what came of draws
 */
void
accord_chance_free (AccordChance *self)
{
  if (self == NULL)
    return;
  g_free (self->npsv);
  g_free (self->partner_positive);
  g_free (self->partner_p10);
  g_free (self->partner_p50);
  g_free (self->partner_p90);
  g_clear_pointer (&self->contributions, g_array_unref);
  g_free (self);
}
