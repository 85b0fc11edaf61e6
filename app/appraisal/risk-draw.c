/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-draw.h"

#include "exact-math.h"
#include "risk-sort.h"
#include "risk-work.h"

#define BLOCK ACCORD_SEQUENCE_BLOCK

/* A thread's own room for one block of draws. */
typedef struct
{
  double parts[BLOCK];
  double normals[BLOCK];
  double multiples[BLOCK];
  double shared[][BLOCK];
} Scratch;

static void
fill_normals (const AccordSequence *sequence, guint dimension, guint block, double *parts, double *normals)
{
  accord_sequence_fill (sequence, dimension, block, parts);
  accord_exact_normal_quantiles (parts, normals, BLOCK);
}

/* What a line is multiplied by in each draw of a block; of a group member by a normal number that it has
 * partly in common with the others (a Gaussian copula). */
static void
fill_multiples (const AccordDraws *self, const AccordRiskLine *line, guint block, Scratch *scratch)
{
  double *normals = scratch->normals;

  if (line->group == ACCORD_CBA_NONE)
    {
      accord_sequence_fill (self->sequence, line->dimension, block, scratch->parts);
      accord_curve_fill (&line->curve, scratch->parts, scratch->multiples, BLOCK);
      return;
    }
  if (line->dimension != ACCORD_RISK_NO_DIMENSION)
    fill_normals (self->sequence, line->dimension, block, scratch->parts, normals);
  else
    for (guint i = 0; i < BLOCK; i++)
      normals[i] = 0.0;
  for (guint i = 0; i < BLOCK; i++)
    normals[i] = line->with * scratch->shared[line->group][i] + line->alone * normals[i];
  accord_curve_fill_normal (&line->curve, self->table, normals, scratch->multiples, BLOCK);
}

static void
add_line (const AccordDraws *self, const AccordRiskLine *line, guint block, const double *restrict multiples)
{
  const AccordRiskTerm *terms = &g_array_index (self->model->terms, AccordRiskTerm, line->first_term);

  for (guint k = 0; k < line->n_terms; k++)
    {
      const guint figure = terms[k].figure - self->first;
      const double worth = terms[k].worth;

      if (terms[k].figure >= self->first && figure < self->n)
        {
          double *restrict values = self->values[figure] + (gsize) block * BLOCK;

          for (guint i = 0; i < BLOCK; i++)
            values[i] += (multiples[i] - 1.0) * worth;
        }
    }
}

/* The first phase: what takes time to be made ready is, each piece by itself; the last piece is the table. */
static void
prepare (gpointer data, guint piece, gpointer scratch)
{
  AccordDraws *self = data;
  const AccordRiskModel *model = self->model;

  if (piece < model->lines->len)
    accord_curve_prepare (&g_array_index (model->lines, AccordRiskLine, piece).curve);
  else if (model->groups->len > 0 && self->table == NULL)
    self->table = accord_normal_table_new ();
}

static void
draw_block (gpointer data, guint block, gpointer scratch)
{
  const AccordDraws *self = data;
  const AccordRiskModel *model = self->model;
  Scratch *room = scratch;

  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; self->values[i] != NULL && k < BLOCK; k++)
      self->values[i][(gsize) block * BLOCK + k] = model->base[self->first + i];
  for (guint i = 0; i < model->groups->len; i++)
    fill_normals (self->sequence, g_array_index (model->groups, AccordRiskGroup, i).dimension, block,
                  room->parts, room->shared[i]);
  for (guint i = 0; i < model->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (model->lines, AccordRiskLine, i);

      fill_multiples (self, line, block, room);
      add_line (self, line, block, room->multiples);
    }
}

/* The last phase: the contributions first, which take longest, and then the figures. */
static void
finish (gpointer data, guint piece, gpointer scratch)
{
  AccordDraws *self = data;
  double variance;

  if (piece > 0 && self->values[piece - 1] != NULL)
    accord_sort_doubles (self->values[piece - 1], scratch, self->n_draws);
  else if (piece == 0 && self->contributions == NULL)
    self->contributions = accord_risk_model_contribute (self->model, &variance);
}

/* Room for whole blocks, for the figures that any line changes. */
static void
make_room (AccordDraws *self)
{
  const gsize n_blocks = (self->n_draws + BLOCK - 1) / BLOCK;

  self->values = g_new0 (double *, self->n + 1);
  for (guint i = 0; i < self->model->terms->len; i++)
    {
      const guint figure = g_array_index (self->model->terms, AccordRiskTerm, i).figure;

      if (figure >= self->first && figure - self->first < self->n
          && self->values[figure - self->first] == NULL)
        self->values[figure - self->first] = g_new (double, n_blocks *BLOCK);
    }
}

/**
 * accord_draws_fill:
 * @self: what to draw; its values are filled, and freed with accord_draws_clear()
 * @n_threads: how many threads may work at it
 * @stop: (nullable): asked now and then, by the thread that called, whether to give up
 * @stop_data: for @stop
 *
 * Draws and sorts.
 *
 * Returns: whether it was not stopped
 */
gboolean
accord_draws_fill (AccordDraws *self, guint n_threads, AccordStopFunc stop, gpointer stop_data)
{
  const AccordPhase phases[] = {
    { prepare, self->model->lines->len + 1 },
    { draw_block, (self->n_draws + BLOCK - 1) / BLOCK },
    { finish, self->n + 1 },
  };
  const gsize for_block = sizeof (Scratch) + sizeof (double[BLOCK]) * self->model->groups->len;

  make_room (self);
  return accord_work_share_out (phases, G_N_ELEMENTS (phases), self,
                                MAX (for_block, sizeof (double) * self->n_draws), n_threads, stop, stop_data);
}

/**
 * accord_draws_forget:
 * @self: draws
 *
 * Frees the values alone, so that other figures can be drawn.
 */
void
accord_draws_forget (AccordDraws *self)
{
  for (guint i = 0; self->values != NULL && i < self->n; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->values, g_free);
}

void
accord_draws_clear (AccordDraws *self)
{
  accord_draws_forget (self);
  g_clear_pointer (&self->contributions, g_array_unref);
  g_clear_pointer (&self->table, accord_normal_table_free);
}
