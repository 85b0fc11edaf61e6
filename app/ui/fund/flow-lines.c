/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-lines.h"

#include "fund-entries.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GREY 5
#define PENCE 100
/* In a column of millions with one decimal, anything smaller looks like nought. */
#define LEAST_IN_MILLIONS (G_GINT64_CONSTANT (50000) * PENCE)
#define MILLION (G_GINT64_CONSTANT (1000000) * PENCE)
#define THOUSAND (G_GINT64_CONSTANT (1000) * PENCE)

void
accord_flow_line_free (AccordFlowLine *self)
{
  g_free (self->label);
  g_free (self->detail);
  g_free (self->sentence);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_free (self);
}

static char *
dup_money (gint64 pence)
{
  return accord_money_format (pence, pence % PENCE == 0 ? ACCORD_MONEY_POUNDS : ACCORD_MONEY_FULL);
}

/**
 * accord_flow_dup_percent:
 * @share: in hundredths of one per cent
 *
 * Returns: (transfer full): a share as people say it: whole per cents, but never nought or a hundred of what
 * is neither
 */
char *
accord_flow_dup_percent (gint64 share)
{
  gint64 whole = (ABS (share) + 50) / 100;

  if (share > 0 && whole == 0)
    return g_strdup (_ ("under 1%"));
  if (share < 10000 && whole == 100)
    return g_strdup (_ ("over 99%"));
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%%", share < 0 ? "−" : "", whole);
}

static gint64
find_whole (const AccordFundFlow *flow)
{
  gint64 flows = flow->by_payments ? flow->paid : flow->allocated;

  return flow->award != ACCORD_UNKNOWN && flow->beyond == 0 ? flow->award : flows;
}

static void
append_paid (GString *sentence, const AccordFlowLine *line)
{
  g_autofree char *paid = NULL, *share = NULL, *over = NULL;

  if (line->paid == ACCORD_UNKNOWN)
    {
      g_string_append (sentence, _ ("; nothing paid"));
      return;
    }
  paid = dup_money (line->paid);
  g_string_append_printf (sentence, line->allocated != ACCORD_UNKNOWN ? _ ("; %s paid") : _ ("%s paid"),
                          paid);
  if (line->allocated == ACCORD_UNKNOWN || line->allocated <= 0)
    return;
  share = accord_flow_dup_percent (accord_fund_share (line->paid, line->allocated));
  if (line->paid <= line->allocated)
    {
      /* Translators: follows what was paid: %s is a percentage. */
      g_string_append_printf (sentence, _ (" (%s of it)"), share);
      return;
    }
  over = dup_money (line->paid - line->allocated);
  /* Translators: follows what was paid. */
  g_string_append_printf (sentence, _ (", %s more than allocated"), over);
}

static char *
dup_sentence (const AccordFlowLine *line)
{
  GString *sentence = g_string_new (line->label);
  g_autofree char *allocated = NULL, *share = NULL;

  if (line->detail != NULL)
    g_string_append_printf (sentence, line->type == ACCORD_FLOW_REST ? ": %s" : ", %s", line->detail);
  if (line->type != ACCORD_FLOW_REST)
    g_string_append (sentence, ": ");
  if (line->allocated != ACCORD_UNKNOWN)
    {
      allocated = dup_money (line->allocated);
      g_string_append_printf (sentence, _ ("%s allocated"), allocated);
    }
  if (line->type != ACCORD_FLOW_REST)
    append_paid (sentence, line);
  if (line->share != ACCORD_UNKNOWN)
    {
      share = accord_flow_dup_percent (line->share);
      /* Translators: %s is a percentage. */
      g_string_append_printf (sentence, _ ("; %s of the whole"), share);
    }
  return g_string_free (sentence, FALSE);
}

static void
add_line (GPtrArray *lines, const AccordFundFlow *flow, AccordFlowLine line)
{
  gint64 weight = accord_fund_flow_weigh (flow, line.allocated != ACCORD_UNKNOWN ? line.allocated : 0,
                                          line.paid != ACCORD_UNKNOWN ? line.paid : 0);

  line.weight = line.type == ACCORD_FLOW_HEAD ? 0 : weight;
  line.share = accord_fund_share (weight, find_whole (flow));
  if (line.rows != NULL)
    accord_query_ref (line.rows);
  line.sentence = dup_sentence (&line);
  g_ptr_array_add (lines, g_memdup2 (&line, sizeof line));
}

static gint64
if_any (gint64 sum, gint64 n)
{
  return n > 0 ? sum : ACCORD_UNKNOWN;
}

static void
add_group (GPtrArray *lines, const AccordFundFlow *flow, guint index)
{
  const AccordFundGroup *group = flow->groups->pdata[index];
  const AccordFundEnd *only = group->ends->pdata[0];
  gboolean alone = group->ends->len == 1;

  add_line (lines, flow,
            (AccordFlowLine){
                .type = alone ? ACCORD_FLOW_WHOLE : ACCORD_FLOW_HEAD,
                .label = g_strdup (group->label),
                .detail = alone && g_strcmp0 (only->label, group->label) != 0 ? g_strdup (only->label) : NULL,
                .allocated = if_any (group->allocated, group->n_allocations),
                .paid = if_any (group->paid, group->n_payments),
                .group = index,
                .colour = alone ? only->colour : group->colour,
                .rows = group->rows });
  for (guint i = 0; !alone && i < group->ends->len; i++)
    {
      const AccordFundEnd *end = group->ends->pdata[i];

      add_line (lines, flow,
                (AccordFlowLine){ .type = ACCORD_FLOW_END,
                                  .label = g_strdup (end->label),
                                  .allocated = if_any (end->allocated, end->n_allocations),
                                  .paid = if_any (end->paid, end->n_payments),
                                  .group = index,
                                  .colour = end->colour,
                                  .rows = end->rows });
    }
}

/* Neither allocated nor paid, the rest is a figure of neither column: its sum stands beside its name. */
static void
add_rest (GPtrArray *lines, const AccordFundFlow *flow)
{
  AccordFlowLine *line = g_new0 (AccordFlowLine, 1);

  line->type = ACCORD_FLOW_REST;
  line->label = g_strdup (flow->by_payments ? _ ("Not yet paid") : _ ("Not yet allocated"));
  line->detail = dup_money (flow->rest);
  line->allocated = line->paid = ACCORD_UNKNOWN;
  line->weight = flow->rest;
  line->share = accord_fund_share (flow->rest, flow->award);
  line->group = flow->groups->len;
  line->colour = GREY;
  line->sentence = dup_sentence (line);
  g_ptr_array_add (lines, line);
}

/**
 * accord_flow_lines:
 * @flow: how a fund divides
 *
 * Returns: (transfer full) (element-type AccordFlowLine): the rows that show it, group by group, what is not
 * allocated last; the weights together are all that flows, and the rest
 */
GPtrArray *
accord_flow_lines (const AccordFundFlow *flow)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_flow_line_free);

  for (guint i = 0; i < flow->groups->len; i++)
    add_group (lines, flow, i);
  if (flow->rest > 0 && flow->groups->len > 0)
    add_rest (lines, flow);
  return lines;
}

/**
 * accord_flow_dup_summary:
 * @flow: how a fund divides
 * @name: what the fund is called
 *
 * Returns: (transfer full): what the drawing shows, in one sentence
 */
char *
accord_flow_dup_summary (const AccordFundFlow *flow, const char *name)
{
  g_autofree char *allocated = dup_money (flow->allocated);
  g_autofree char *paid = dup_money (flow->paid);
  g_autofree char *award = flow->award != ACCORD_UNKNOWN ? dup_money (flow->award) : NULL;
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (award != NULL)
    /* Translators: the name of a fund and three sums. */
    g_string_printf (sentence, _ ("%s, %s: %s allocated and %s paid"), name, award, allocated, paid);
  else
    /* Translators: the name of a fund and two sums. */
    g_string_printf (sentence, _ ("%s: %s allocated and %s paid"), name, allocated, paid);
  for (guint i = 0; i < flow->groups->len; i++)
    {
      const AccordFundGroup *group = flow->groups->pdata[i];
      gint64 share =
          accord_fund_share (accord_fund_flow_weigh (flow, group->allocated, group->paid), find_whole (flow));
      g_autofree char *percent = share != ACCORD_UNKNOWN ? accord_flow_dup_percent (share) : NULL;

      if (percent != NULL)
        g_string_append_printf (sentence, "; %s %s", group->label, percent);
    }
  g_string_append_c (sentence, '.');
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * accord_flow_dup_warning:
 * @flow: how a fund divides
 *
 * Returns: (transfer full) (nullable): a sentence when more flows than there is, or more was paid than
 * allocated
 */
char *
accord_flow_dup_warning (const AccordFundFlow *flow)
{
  gint64 more = 0;
  g_autofree char *sum = NULL;

  if (flow->beyond > 0)
    {
      sum = dup_money (flow->beyond);
      return g_strdup_printf (flow->by_payments ? _ ("%s more is paid than the fund holds.")
                                                : _ ("%s more is allocated than the fund holds."),
                              sum);
    }
  if (flow->by_payments || !accord_money_subtract (flow->paid, flow->allocated, &more) || more <= 0)
    return NULL;
  sum = dup_money (more);
  return g_strdup_printf (_ ("%s more is paid than allocated."), sum);
}

/**
 * accord_flow_choose_unit:
 * @lines: (element-type AccordFlowLine): the rows of a column of figures
 *
 * Returns: the largest unit in which no sum but nought looks like nought
 */
AccordFlowUnit
accord_flow_choose_unit (GPtrArray *lines)
{
  gint64 least = G_MAXINT64, most = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const AccordFlowLine *line = lines->pdata[i];
      const gint64 sums[] = { line->allocated, line->paid };

      for (guint s = 0; s < G_N_ELEMENTS (sums); s++)
        if (sums[s] != ACCORD_UNKNOWN && sums[s] != 0)
          {
            least = MIN (least, ABS (sums[s]));
            most = MAX (most, ABS (sums[s]));
          }
    }
  if (most >= MILLION && least >= LEAST_IN_MILLIONS)
    return ACCORD_FLOW_MILLIONS;
  return most >= 10 * THOUSAND && least >= PENCE * 50 ? ACCORD_FLOW_THOUSANDS : ACCORD_FLOW_POUNDS;
}

/**
 * accord_flow_unit_get_symbol:
 * @unit: a unit
 *
 * Returns: how the heading of a column names it
 */
const char *
accord_flow_unit_get_symbol (AccordFlowUnit unit)
{
  static const char *const symbols[] = { N_ ("£"), N_ ("£000"), N_ ("£m") };

  return _ (symbols[unit]);
}

/**
 * accord_flow_dup_figure:
 * @pence: a sum, or %ACCORD_UNKNOWN
 * @unit: what to count in
 *
 * Returns: (transfer full): the sum in a column whose heading names the unit; a dash for none
 */
char *
accord_flow_dup_figure (gint64 pence, AccordFlowUnit unit)
{
  static const gint64 sizes[] = { PENCE, THOUSAND, MILLION };
  gint64 size = sizes[unit], tenths;

  if (pence == ACCORD_UNKNOWN)
    return g_strdup ("–");
  if (unit == ACCORD_FLOW_POUNDS || (unit == ACCORD_FLOW_THOUSANDS && ABS (pence) >= 10 * size))
    {
      gint64 whole = (ABS (pence) + size / 2) / size;
      g_autofree char *text = accord_money_format (whole * PENCE, ACCORD_MONEY_LEDGER);

      text[strlen (text) - 3] = '\0';
      return g_strconcat (pence < 0 && whole > 0 ? "−" : "", text, NULL);
    }
  tenths = (ABS (pence) + size / 20) / (size / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", pence < 0 && tenths > 0 ? "−" : "", tenths / 10,
                          (int) (tenths % 10));
}
