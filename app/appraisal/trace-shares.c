/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace-private.h"

static gboolean
is_by_year (const AccordTraceRecipe *line)
{
  return line->figure == ACCORD_FIGURE_YEAR_COST || line->figure == ACCORD_FIGURE_YEAR_BENEFIT;
}

static double
get_whole (const AccordTraceRecipe *line)
{
  const AccordRunLine *made = accord_trace_get_line (line);

  if (!is_by_year (line))
    return made->present;
  return made->years[line->year] * (line->present ? made->factors[line->year] : 1);
}

static void
add_whole (AccordTrace *self, const AccordTraceRecipe *line)
{
  accord_trace_add (self, is_by_year (line) ? accord_trace_line_year (line, line->is_outcome, line->line,
                                                                      line->year, line->present)
                                            : accord_trace_line (line, line->is_outcome, line->line));
}

static AccordTrace *
add_share_node (AccordTrace *self, const AccordTraceRecipe *line, guint slot, AccordTraceRule rule,
                double value)
{
  const GPtrArray *organisations = line->context->cba->organisations;
  AccordTrace *node = accord_trace_add (
      self, accord_trace_node (ACCORD_WHAT_ORGANISATION_SHARE, rule, ACCORD_UNIT_PENCE, value));

  if (slot < organisations->len)
    {
      const AccordCbaOrganisation *organisation = g_ptr_array_index (organisations, slot);

      node->uid = g_strdup (organisation->uid);
      node->name = g_strdup (organisation->name);
    }
  return node;
}

/* The line × the share. */
static void
add_product (AccordTrace *self, const AccordTraceRecipe *line, const AccordRunShare *share)
{
  AccordTrace *node =
      add_share_node (self, line, share->slot, ACCORD_RULE_PRODUCT, get_whole (line) * share->share);
  AccordTrace *typed;

  add_whole (node, line);
  typed = accord_trace_typed (node, ACCORD_WHAT_FIELD, ACCORD_UNIT_RATE, share->share, node->name, NULL);
  typed->field = ACCORD_CBA_FIELD_SHARE;
  typed->uid = g_strdup (accord_trace_get_line_uid (line));
}

/* The last of those who gain has what the others leave of the line. */
static void
add_rest (AccordTrace *self, const AccordTraceRecipe *line, const AccordRunLine *made)
{
  const guint last = made->n_shares - 1;
  double value = get_whole (line);
  AccordTrace *node = add_share_node (self, line, made->shares[last].slot, ACCORD_RULE_DIFFERENCE, value);

  add_whole (node, line);
  for (guint i = 0; i < last; i++)
    {
      add_product (node, line, &made->shares[i]);
      node->value -= get_whole (line) * made->shares[i].share;
    }
}

/* What of a line is the organisation's: of the shares that were typed, those that name it. */
void
accord_trace_add_share (AccordTrace *self, const AccordTraceRecipe *line)
{
  const AccordRunLine *made = accord_trace_get_line (line);

  for (guint i = 0; i < made->n_shares; i++)
    {
      if (made->shares[i].slot != line->slot)
        continue;
      if (made->n_shares == 1)
        add_whole (self, line);
      else if (i + 1 < made->n_shares)
        add_product (self, line, &made->shares[i]);
      else
        add_rest (self, line, made);
    }
}
