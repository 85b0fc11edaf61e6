/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-draw.h"

#include "exact-math.h"
#include "risk-sort.h"

#define BLOCK ACCORD_SEQUENCE_BLOCK

/* What the threads share: pieces of work are handed out by number, and where each is written depends on its
 * number alone. */
typedef struct _Work Work;

struct _Work
{
  AccordDraws *draws;
  void (*do_piece) (Work *self, guint piece, gpointer scratch);
  gsize scratch_size;
  guint n_pieces;
  gint next;
  gint stopped;
};

/* A thread's own room for one block of draws. */
typedef struct
{
  double parts[BLOCK];
  double normals[BLOCK];
  double multiples[BLOCK];
  double shared[][BLOCK];
} Scratch;

static gboolean
do_next (Work *self, gpointer scratch)
{
  const guint piece = (guint) g_atomic_int_add (&self->next, 1);

  if (piece >= self->n_pieces || g_atomic_int_get (&self->stopped))
    return FALSE;
  self->do_piece (self, piece, scratch);
  return TRUE;
}

static gpointer
work (gpointer data)
{
  Work *self = data;
  g_autofree gpointer scratch = g_malloc (self->scratch_size);

  while (do_next (self, scratch))
    ;
  return NULL;
}

/* The thread that asked works too, and asks whether to stop. Where no thread can be had, the others do its
 * work. */
static gboolean
share_out (Work *self, guint n_threads, AccordStopFunc stop, gpointer stop_data)
{
  g_autofree gpointer scratch = g_malloc (self->scratch_size);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  n_threads = CLAMP (n_threads, 1, MAX (self->n_pieces, 1));
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_try_new ("chance", work, self, NULL);
  while (do_next (self, scratch))
    if (stop != NULL && stop (stop_data))
      g_atomic_int_set (&self->stopped, 1);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
  return !g_atomic_int_get (&self->stopped);
}

static void
fill_normals (const AccordSequence *sequence, guint dimension, guint block, double *normals)
{
  accord_sequence_fill (sequence, dimension, block, normals);
  for (guint i = 0; i < BLOCK; i++)
    normals[i] = accord_exact_normal_quantile (normals[i]);
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
    fill_normals (self->sequence, line->dimension, block, normals);
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

static void
draw_block (Work *self, guint block, gpointer scratch)
{
  const AccordDraws *draws = self->draws;
  const AccordRiskModel *model = draws->model;
  Scratch *room = scratch;

  for (guint i = 0; i < draws->n; i++)
    for (guint k = 0; draws->values[i] != NULL && k < BLOCK; k++)
      draws->values[i][(gsize) block * BLOCK + k] = model->base[draws->first + i];
  for (guint i = 0; i < model->groups->len; i++)
    fill_normals (draws->sequence, g_array_index (model->groups, AccordRiskGroup, i).dimension, block,
                  room->shared[i]);
  for (guint i = 0; i < model->lines->len; i++)
    {
      const AccordRiskLine *line = &g_array_index (model->lines, AccordRiskLine, i);

      fill_multiples (draws, line, block, room);
      add_line (draws, line, block, room->multiples);
    }
}

static void
sort_figure (Work *self, guint figure, gpointer scratch)
{
  const AccordDraws *draws = self->draws;

  if (draws->values[figure] != NULL)
    accord_sort_doubles (draws->values[figure], scratch, draws->n_draws);
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
  Work drawing = { .draws = self, .do_piece = draw_block };
  Work sorting = { .draws = self, .do_piece = sort_figure };

  make_room (self);
  drawing.n_pieces = (self->n_draws + BLOCK - 1) / BLOCK;
  drawing.scratch_size = sizeof (Scratch) + sizeof (double[BLOCK]) * self->model->groups->len;
  sorting.n_pieces = self->n;
  sorting.scratch_size = sizeof (double) * self->n_draws;
  return share_out (&drawing, n_threads, stop, stop_data) && share_out (&sorting, n_threads, stop, stop_data);
}

void
accord_draws_clear (AccordDraws *self)
{
  for (guint i = 0; self->values != NULL && i < self->n; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->values, g_free);
}
