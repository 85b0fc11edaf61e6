/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

#include <string.h>

static const char *const codes[ACCORD_N_FIGURES] = {
  [ACCORD_FIGURE_PVC] = "pvc",
  [ACCORD_FIGURE_PVB] = "pvb",
  [ACCORD_FIGURE_NPSV] = "npsv",
  [ACCORD_FIGURE_BCR] = "bcr",
  [ACCORD_FIGURE_NPC] = "npc",
  [ACCORD_FIGURE_EAC] = "eac",
  [ACCORD_FIGURE_PAYBACK] = "payback",
  [ACCORD_FIGURE_DISCOUNTED_PAYBACK] = "discounted-payback",
  [ACCORD_FIGURE_CASHABLE] = "cashable",
  [ACCORD_FIGURE_ROI] = "roi",
  [ACCORD_FIGURE_BUDGET_IMPACT] = "budget-impact",
  [ACCORD_FIGURE_CLASS] = "class",
  [ACCORD_FIGURE_KIND] = "kind",
  [ACCORD_FIGURE_YEAR_COST] = "year-cost",
  [ACCORD_FIGURE_YEAR_BENEFIT] = "year-benefit",
  [ACCORD_FIGURE_YEAR_CUMULATIVE] = "year-cumulative",
  [ACCORD_FIGURE_POSITION_COST] = "organisation-cost",
  [ACCORD_FIGURE_POSITION_BENEFIT] = "organisation-benefit",
  [ACCORD_FIGURE_POSITION_NET] = "organisation-net",
  [ACCORD_FIGURE_POSITION_DEEPEST] = "organisation-deepest",
  [ACCORD_FIGURE_LINE] = "line",
  [ACCORD_FIGURE_LINE_YEAR] = "line-year",
};

/**
 * accord_figure_get_code:
 * @figure: a figure
 *
 * Returns: what files and command lines call it
 */
const char *
accord_figure_get_code (AccordFigure figure)
{
  g_return_val_if_fail (figure < ACCORD_N_FIGURES, NULL);
  return codes[figure];
}

/**
 * accord_figure_from_code:
 * @code: what files and command lines call a figure
 * @figure: (out): the figure
 *
 * Returns: whether there is such a figure
 */
gboolean
accord_figure_from_code (const char *code, AccordFigure *figure)
{
  for (guint i = 0; i < ACCORD_N_FIGURES; i++)
    if (strcmp (codes[i], code) == 0)
      {
        *figure = (AccordFigure) i;
        return TRUE;
      }
  return FALSE;
}

static void
context_unref (AccordTraceContext *self)
{
  if (--self->references > 0)
    return;
  accord_cba_result_free (self->option);
  accord_cba_result_free (self->comparator);
  accord_cba_run_free (self->run);
  g_free (self);
}

/* A value that nobody asked for more about, as they are made for the children. */
AccordTrace *
accord_trace_node (AccordTraceWhat what, AccordTraceRule rule, AccordTraceUnit unit, double value)
{
  AccordTrace *self = g_new0 (AccordTrace, 1);

  self->what = what;
  self->rule = rule;
  self->unit = unit;
  self->value = value;
  self->year = ACCORD_NO_YEAR;
  return self;
}

/* Says how the children are made: as @from is, but for what the caller then changes. */
AccordTraceRecipe *
accord_trace_follow (AccordTrace *self, const AccordTraceRecipe *from, AccordTraceFill fill)
{
  AccordTraceRecipe *recipe = g_memdup2 (from, sizeof *from);

  recipe->fill = fill;
  recipe->context->references++;
  self->recipe = recipe;
  return recipe;
}

AccordTrace *
accord_trace_add (AccordTrace *self, AccordTrace *child)
{
  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_trace_free);
  g_ptr_array_add (self->children, child);
  return child;
}

AccordTrace *
accord_trace_typed (AccordTrace *parent, AccordTraceWhat what, AccordTraceUnit unit, double value,
                    const char *name, const char *source)
{
  AccordTrace *self = accord_trace_node (what, ACCORD_RULE_TYPED, unit, value);

  self->name = g_strdup (name);
  self->source = g_strdup (source);
  return accord_trace_add (parent, self);
}

/**
 * accord_trace_free:
 * @self: (nullable) (transfer full): a trace
 */
void
accord_trace_free (AccordTrace *self)
{
  AccordTraceRecipe *recipe;

  if (self == NULL)
    return;
  recipe = self->recipe;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  if (recipe != NULL)
    context_unref (recipe->context);
  g_free (recipe);
  g_free (self->uid);
  g_free (self->name);
  g_free (self->source);
  g_free (self);
}

/**
 * accord_trace_get_children:
 * @self: a value
 *
 * Returns: (transfer none) (nullable) (element-type AccordTrace): what it was made from; %NULL for what
 * somebody typed
 */
GPtrArray *
accord_trace_get_children (AccordTrace *self)
{
  const AccordTraceRecipe *recipe = self->recipe;

  if (self->children == NULL && recipe != NULL)
    recipe->fill (self, recipe);
  return self->children;
}

static gboolean
is_sound_reference (const AccordCba *cba, const AccordFigureRef *figure)
{
  const AccordCbaOption *option;
  guint n_lines;

  if (figure->option >= cba->options->len || figure->figure >= ACCORD_N_FIGURES)
    return FALSE;
  option = g_ptr_array_index (cba->options, figure->option);
  n_lines = figure->is_outcome ? option->outcomes->len : option->costs->len;
  switch (figure->figure)
    {
    case ACCORD_FIGURE_CLASS:
    case ACCORD_FIGURE_KIND:
      return figure->part < 3;
    case ACCORD_FIGURE_YEAR_COST:
    case ACCORD_FIGURE_YEAR_BENEFIT:
    case ACCORD_FIGURE_YEAR_CUMULATIVE:
      return figure->year < cba->horizon;
    case ACCORD_FIGURE_POSITION_COST:
    case ACCORD_FIGURE_POSITION_BENEFIT:
    case ACCORD_FIGURE_POSITION_NET:
    case ACCORD_FIGURE_POSITION_DEEPEST:
      return figure->organisation < cba->organisations->len || figure->organisation == ACCORD_CBA_NONE;
    case ACCORD_FIGURE_LINE:
      return figure->line < n_lines;
    case ACCORD_FIGURE_LINE_YEAR:
      return figure->line < n_lines && figure->year < cba->horizon;
    default:
      return TRUE;
    }
}

/* Those that are of an organisation, or of what nobody was named for: that is behind them all. */
static guint
find_slot (const AccordCba *cba, const AccordFigureRef *figure)
{
  if (figure->figure < ACCORD_FIGURE_POSITION_COST || figure->figure > ACCORD_FIGURE_POSITION_DEEPEST)
    return ACCORD_CBA_NONE;
  return MIN (figure->organisation, cba->organisations->len);
}

/**
 * accord_trace_new:
 * @cba: a CBA, which must outlive the trace and must not change meanwhile
 * @figure: which of its figures
 *
 * Returns: (transfer full) (nullable): the figure and why it is so; %NULL where the CBA is not sound or has
 * no such figure
 */
AccordTrace *
accord_trace_new (const AccordCba *cba, const AccordFigureRef *figure)
{
  AccordTraceContext *context;
  AccordTraceRecipe recipe = { 0 };
  AccordTrace *self;

  if (!is_sound_reference (cba, figure))
    return NULL;
  context = g_new0 (AccordTraceContext, 1);
  context->references = 1;
  context->cba = cba;
  context->run = accord_cba_run_new (cba, NULL);
  if (context->run == NULL)
    {
      context_unref (context);
      return NULL;
    }
  context->option = accord_cba_run_evaluate (context->run, figure->option);
  if (!figure->own && context->option->comparator != ACCORD_CBA_NONE)
    context->comparator = accord_cba_run_evaluate (context->run, context->option->comparator);
  recipe = (AccordTraceRecipe){ .context = context,
                                .figure = figure->figure,
                                .option = figure->option,
                                .is_outcome = figure->is_outcome,
                                .line = figure->line,
                                .year = figure->year,
                                .slot = find_slot (cba, figure),
                                .part = figure->part };
  if (figure->figure == ACCORD_FIGURE_LINE)
    self = accord_trace_line (&recipe, figure->is_outcome, figure->line);
  else if (figure->figure == ACCORD_FIGURE_LINE_YEAR)
    self = accord_trace_line_year (&recipe, figure->is_outcome, figure->line, figure->year, FALSE);
  else
    self = accord_trace_figure (&recipe, figure->figure);
  context_unref (context);
  return self;
}
