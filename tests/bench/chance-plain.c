/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chance-plain.h"

#include "exact-math.h"

#define THREADS 2
#define MOST_LINES 64

typedef struct
{
  BenchPlainChance *chance;
  guint from;
  guint to;
} Part;

/**
 * bench_plain_chance_new:
 * @cba: a CBA
 * @option: index of an option of it
 * @n_draws: how many draws there will be
 *
 * Returns: (transfer full): what draws need; all tables are made already
 */
BenchPlainChance *
bench_plain_chance_new (const AccordCba *cba, guint option, guint n_draws)
{
  BenchPlainChance *self = g_new0 (BenchPlainChance, 1);

  self->model = accord_risk_model_new (cba, option);
  g_assert (self->model->lines->len <= MOST_LINES && self->model->n_figures <= BENCH_CHANCE_FIGURES);
  accord_risk_model_prepare (self->model);
  self->columns = g_new (AccordSobolColumns, self->model->n_dimensions);
  accord_sobol_fill (self->columns, self->model->n_dimensions);
  self->table = accord_normal_table_new ();
  self->n_draws = n_draws;
  self->worths = g_malloc0 (sizeof *self->worths * self->model->lines->len);
  for (guint i = 0; i < self->model->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (self->model->lines, AccordRiskLine, i);

      for (guint k = 0; k < line->n_terms; k++)
        {
          const AccordRiskTerm *term =
              &g_array_index (self->model->terms, AccordRiskTerm, line->first_term + k);

          self->worths[i][term->figure] += term->worth;
        }
    }
  for (guint i = 0; i < self->model->n_figures; i++)
    self->values[i] = g_new (double, n_draws);
  return self;
}

void
bench_plain_chance_free (BenchPlainChance *self)
{
  for (guint i = 0; i < BENCH_CHANCE_FIGURES; i++)
    g_free (self->values[i]);
  accord_risk_model_free (self->model);
  accord_normal_table_free (self->table);
  g_free (self->columns);
  g_free (self->worths);
  g_free (self);
}

static double
next_number (const BenchPlainChance *self, guint32 *state, guint dimension)
{
  return (state[dimension] + 0.5) * 0x1p-32;
}

static double
draw_line (const BenchPlainChance *self, const AccordRiskLine *line, guint32 *state, const double *shared)
{
  double z;

  if (line->group == ACCORD_CBA_NONE)
    return accord_curve_at (&line->curve, next_number (self, state, line->dimension));
  z = line->with * shared[line->group];
  if (line->dimension != ACCORD_RISK_NO_DIMENSION)
    z += line->alone * accord_exact_normal_quantile (next_number (self, state, line->dimension));
  if (line->curve.shape == ACCORD_SPREAD_NORMAL)
    return line->curve.mean + line->curve.span * z;
  return accord_curve_at (&line->curve, accord_normal_table_below (self->table, z));
}

/* Changes the state by the columns of some binary digits. */
static void
change (const BenchPlainChance *self, guint32 *state, guint digits)
{
  for (guint i = 0; i < self->model->n_dimensions; i++)
    for (guint k = 0; digits >> k != 0; k++)
      if (digits >> k & 1)
        state[i] ^= self->columns[i].columns[k];
}

static void
draw_once (const BenchPlainChance *self, guint draw, guint32 *state)
{
  const AccordRiskModel *model = self->model;
  double shared[MOST_LINES], sums[BENCH_CHANCE_FIGURES];

  for (guint i = 0; i < model->groups->len; i++)
    shared[i] = accord_exact_normal_quantile (
        next_number (self, state, g_array_index (model->groups, AccordRiskGroup, i).dimension));
  for (guint i = 0; i < model->n_figures; i++)
    sums[i] = model->base[i];
  for (guint i = 0; i < model->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (model->lines, AccordRiskLine, i);
      const double multiple = draw_line (self, line, state, shared);

      for (guint k = 0; k < model->n_figures; k++)
        sums[k] += (multiple - 1) * self->worths[i][k];
    }
  for (guint i = 0; i < model->n_figures; i++)
    self->values[i][draw] = sums[i];
}

static gpointer
draw_part (gpointer data)
{
  const Part *part = data;
  g_autofree guint32 *state = g_new0 (guint32, part->chance->model->n_dimensions);

  change (part->chance, state, part->from);
  for (guint draw = part->from; draw < part->to; draw++)
    {
      draw_once (part->chance, draw, state);
      change (part->chance, state, draw ^ (draw + 1));
    }
  return NULL;
}

/**
 * bench_plain_chance_run:
 * @self: what draws need
 *
 * Draws, a half on each of two threads.
 */
void
bench_plain_chance_run (BenchPlainChance *self)
{
  Part parts[THREADS];
  GThread *thread;

  for (guint i = 0; i < THREADS; i++)
    parts[i] = (Part){ self, self->n_draws / THREADS * i, self->n_draws / THREADS * (i + 1) };
  thread = g_thread_new ("plain", draw_part, &parts[1]);
  draw_part (&parts[0]);
  g_thread_join (thread);
}
