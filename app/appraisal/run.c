/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include "cba-faults.h"
#include "cba-line.h"

#include <string.h>

/* Memory that is handed out piece by piece and given back at once. */
typedef struct
{
  guint8 *at;
} Arena;

static gpointer
take (Arena *arena, gsize n, gsize size)
{
  gpointer piece = arena->at;

  arena->at += (n * size + 15) & ~(gsize) 15;
  return piece;
}

static gsize
count_shares (const AccordCbaOption *option)
{
  gsize n = option->costs->len;

  for (guint i = 0; i < option->outcomes->len; i++)
    n += MAX (((const AccordCbaOutcome *) g_ptr_array_index (option->outcomes, i))->gains->len, 1);
  return n;
}

/* Lays one share among those before it, by whose it is and how much. */
static void
insert_share (AccordRunShare *shares, guint n, const AccordRunShare *added)
{
  guint place = n;

  for (; place > 0; place--)
    {
      const AccordRunShare *before = &shares[place - 1];

      if (before->rank < added->rank || (before->rank == added->rank && before->share <= added->share))
        break;
      shares[place] = *before;
    }
  shares[place] = *added;
}

typedef struct
{
  AccordCbaRun *run;
  const guint *ranks;
  Arena arena;
  double *ratios; /* of the series that was used last */
  guint series;
} Making;

static AccordRunShare *
make_shares (Making *making, const AccordCbaGain *gains, guint n)
{
  AccordRunShare *shares = take (&making->arena, n, sizeof *shares);
  const guint nobody = making->run->cba->organisations->len;

  for (guint i = 0; i < n; i++)
    {
      const guint slot = MIN (gains[i].organisation, nobody);
      const AccordRunShare share = { slot, making->ranks[slot], accord_decimal_to_double (gains[i].share) };

      insert_share (shares, i, &share);
    }
  return shares;
}

static const double *
find_ratios (Making *making, const AccordCbaCost *cost)
{
  const AccordCba *cba = making->run->cba;

  if (!cost->nominal || (making->ratios != NULL && cost->series == making->series))
    return making->ratios;
  if (making->ratios == NULL)
    making->ratios = g_new (double, cba->horizon);
  making->series = cost->series;
  for (guint year = 0; year < cba->horizon; year++)
    if (!accord_cba_find_ratio (cba, cost->series, accord_cba_get_year (cba, year), &making->ratios[year]))
      making->ratios[year] = 0; /* and no amount either: that is a fault */
  return making->ratios;
}

static AccordRunLine *
begin_line (Making *making, AccordRunOption *option, guint schedule, const AccordCbaGain *gains,
            guint n_gains)
{
  static const AccordCbaGain nobodys = { ACCORD_CBA_NONE, ACCORD_DECIMAL_ONE };
  AccordCbaRun *run = making->run;
  AccordRunLine *line = &option->lines[option->n_lines++];
  double *years = take (&making->arena, run->stride, sizeof (double));

  memset (years + run->horizon, 0, sizeof *years * (run->stride - run->horizon));
  *line = (AccordRunLine){ .years = years };
  line->factors = run->factors + (gsize) run->stride * (schedule == ACCORD_CBA_NONE ? 0 : schedule);
  line->n_shares = MAX (n_gains, 1);
  line->shares = make_shares (making, n_gains > 0 ? gains : &nobodys, line->n_shares);
  if (line->shares[line->n_shares - 1].slot == run->cba->organisations->len)
    {
      option->nameless = TRUE;
      run->n_slots = run->cba->organisations->len + 1;
    }
  return line;
}

static void
make_cost (Making *making, AccordRunOption *option, const AccordCbaCost *cost)
{
  const AccordCbaGain payer = { cost->organisation, ACCORD_DECIMAL_ONE };
  AccordRunLine *line = begin_line (making, option, cost->schedule, &payer, 1);

  line->part = cost->kind;
  line->timing = cost->timing;
  accord_cba_cost_fill (making->run->cba, cost, find_ratios (making, cost), (double *) line->years);
  accord_run_line_measure (line, making->run->stride);
}

static void
make_outcome (Making *making, AccordRunOption *option, const AccordCbaOutcome *outcome)
{
  AccordRunLine *line = begin_line (making, option, outcome->schedule,
                                    (const AccordCbaGain *) outcome->gains->data, outcome->gains->len);

  line->part = outcome->outcome_class;
  line->timing = outcome->timing;
  line->cashable = accord_decimal_to_double (outcome->cashable);
  accord_cba_outcome_fill (making->run->cba, outcome, (double *) line->years);
  accord_run_line_measure (line, making->run->stride);
}

static void
make_option (Making *making, AccordRunOption *made, const AccordCbaOption *option)
{
  *made = (AccordRunOption){ .n_costs = option->costs->len };
  made->lines =
      take (&making->arena, (gsize) option->costs->len + option->outcomes->len, sizeof *made->lines);
  made->order = take (&making->arena, (gsize) option->costs->len + option->outcomes->len, sizeof (guint));
  for (guint i = 0; i < option->costs->len; i++)
    make_cost (making, made, g_ptr_array_index (option->costs, i));
  for (guint i = 0; i < option->outcomes->len; i++)
    make_outcome (making, made, g_ptr_array_index (option->outcomes, i));
  accord_run_option_sort (made, making->run);
}

/* At most: every piece is rounded up to sixteen bytes. */
static gsize
measure_memory (const AccordCbaRun *self)
{
  const AccordCba *cba = self->cba;
  gsize size = sizeof (double) * self->stride * cba->schedules->len + 16;

  size += sizeof (AccordRunOption) * cba->options->len + 16;
  size += sizeof (guint) * (cba->organisations->len + 1) + 16;
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (cba->options, i);
      const gsize n = (gsize) option->costs->len + option->outcomes->len;

      size += n * (sizeof (AccordRunLine) + sizeof (guint) + sizeof (double) * self->stride) + 32;
      size += count_shares (option) * sizeof (AccordRunShare) + 32 * n;
    }
  return size;
}

static void
make_factors (AccordCbaRun *self, Arena *arena)
{
  const GPtrArray *schedules = self->cba->schedules;
  const guint stride = self->stride;

  self->factors = take (arena, (gsize) stride * schedules->len, sizeof (double));
  for (guint i = 0; i < schedules->len; i++)
    {
      double *factors = self->factors + (gsize) stride * i;

      accord_schedule_fill (g_ptr_array_index (schedules, i), factors, self->horizon);
      memset (factors + self->horizon, 0, sizeof *factors * (stride - self->horizon));
    }
  self->annuity = accord_schedule_add_up (g_ptr_array_index (schedules, 0), self->factors, self->horizon);
}

/* All its lines lie in one piece of memory; years beyond the horizon are nought. */
static AccordCbaRun *
make_run (const AccordCba *cba)
{
  AccordCbaRun *self = g_new0 (AccordCbaRun, 1);
  g_autofree guint *ranks = g_new (guint, cba->organisations->len + 1);
  Making making = { .run = self, .ranks = ranks };

  g_atomic_ref_count_init (&self->references);
  self->cba = cba;
  self->horizon = cba->horizon;
  self->stride = (cba->horizon + 3) & ~3u;
  self->n_slots = cba->organisations->len;
  self->n_options = cba->options->len;
  self->comparator = accord_cba_find_comparator (cba);
  self->memory = g_malloc (measure_memory (self));
  making.arena.at = self->memory;
  self->slots = take (&making.arena, (gsize) cba->organisations->len + 1, sizeof (guint));
  accord_run_rank (cba->organisations, self->slots, ranks);
  make_factors (self, &making.arena);
  self->options = take (&making.arena, self->n_options, sizeof *self->options);
  for (guint i = 0; i < self->n_options; i++)
    make_option (&making, &self->options[i], g_ptr_array_index (cba->options, i));
  g_free (making.ratios);
  return self;
}

/**
 * accord_cba_run_new:
 * @cba: a CBA, which must outlive the run and must not change meanwhile
 * @faults: (out) (optional) (nullable) (transfer full) (element-type AccordCbaFault): what is wrong with it
 *
 * Returns: (transfer full) (nullable): a run, or %NULL and @faults
 */
AccordCbaRun *
accord_cba_run_new (const AccordCba *cba, GArray **faults)
{
  AccordCbaRun *self = NULL;
  GArray *found = accord_cba_find_typed_faults (cba);

  if (found == NULL)
    {
      self = make_run (cba);
      found = accord_run_find_large (self);
    }
  if (found != NULL)
    g_clear_pointer (&self, accord_cba_run_free);
  if (faults != NULL)
    *faults = found;
  else
    g_clear_pointer (&found, g_array_unref);
  return self;
}

/* For those who keep something of it. */
AccordCbaRun *
accord_cba_run_ref (const AccordCbaRun *self)
{
  AccordCbaRun *shared = (AccordCbaRun *) self;

  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

/**
 * accord_cba_run_free:
 * @self: (nullable) (transfer full): a run; results that came of it stay whole
 */
void
accord_cba_run_free (AccordCbaRun *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->n_options; i++)
    accord_run_sums_free (self->options[i].own);
  g_free (self->memory);
  g_free (self);
}
