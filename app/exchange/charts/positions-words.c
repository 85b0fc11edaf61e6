/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/positions-private.h"

#include "charts/axis.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
get_net (const AccordParty *party)
{
  return party->benefit - party->cost;
}

/**
 * accord_party_dup_outcome:
 * @self: someone who pays or gains
 *
 * Returns: (transfer full): what it comes to for them
 */
char *
accord_party_dup_outcome (const AccordParty *self)
{
  double net = get_net (self);
  g_autofree char *sum = accord_axis_dup_money (fabs (net));

  if (accord_axis_pence (net) == 0)
    return g_strdup (_ ("neither pays nor gains"));
  /* Translators: %s is a sum of money. */
  return g_strdup_printf (net > 0 ? _ ("gains %s") : _ ("pays %s"), sum);
}

/**
 * accord_party_dup_deepest:
 * @self: someone who pays or gains
 * @base_year: the financial year that is year 0
 *
 * Returns: (transfer full): when they are deepest under water
 */
char *
accord_party_dup_deepest (const AccordParty *self, int base_year)
{
  g_autofree char *sum = NULL, *year = NULL;

  if (self->deepest_net >= 0)
    return g_strdup (_ ("never below nought"));
  sum = accord_axis_dup_money (self->deepest_net);
  year = accord_axis_dup_year (base_year, self->deepest);
  /* Translators: a sum below nought, and a financial year. */
  return g_strdup_printf (_ ("deepest at %s in %s"), sum, year);
}

static const AccordParty *
find_greatest (const AccordPositions *self, double sign)
{
  const AccordParty *greatest = NULL;

  for (guint i = 0; i < self->all->len; i++)
    {
      const AccordParty *party = self->all->pdata[i];

      if (sign * get_net (party) > 0
          && (greatest == NULL || sign * get_net (party) > sign * get_net (greatest)))
        greatest = party;
    }
  return greatest;
}

static const AccordParty *
find_deepest (const AccordPositions *self)
{
  const AccordParty *deepest = NULL;

  for (guint i = 0; i < self->all->len; i++)
    {
      const AccordParty *party = self->all->pdata[i];

      if (party->deepest_net < (deepest != NULL ? deepest->deepest_net : 0))
        deepest = party;
    }
  return deepest;
}

static void
add_sentence (GString *sentences, char *sentence)
{
  g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
dup_greatest (const AccordParty *party)
{
  g_autofree char *name = accord_chart_dup_brief (party->name);
  g_autofree char *sum = accord_axis_dup_money (fabs (get_net (party)));

  /* Translators: the name of an organisation, and a sum of money. */
  return g_strdup_printf (get_net (party) > 0 ? _ ("%s gains most: %s, discounted.")
                                              : _ ("%s pays most: %s, discounted."),
                          name, sum);
}

static char *
dup_deepest (const AccordParty *party, int base_year)
{
  g_autofree char *name = accord_chart_dup_brief (party->name);
  g_autofree char *sum = accord_axis_dup_money (party->deepest_net);
  g_autofree char *year = accord_axis_dup_year (base_year, party->deepest);

  /* Translators: the name of an organisation, a sum below nought, and a financial year. */
  return g_strdup_printf (_ ("%s is deepest under water, at %s in %s."), name, sum, year);
}

/**
 * accord_positions_dup_summary:
 * @self: what a chart shows
 *
 * Returns: (transfer full): the same in sentences
 */
char *
accord_positions_dup_summary (const AccordPositions *self)
{
  GString *sentences = g_string_new (NULL);
  const AccordParty *gains = find_greatest (self, 1), *pays = find_greatest (self, -1);
  const AccordParty *deepest = find_deepest (self);
  guint n = 0;

  for (guint i = 0; i < self->all->len; i++)
    n += get_net (self->all->pdata[i]) > 0;
  add_sentence (sentences, g_strdup_printf (ngettext ("%u of %u organisation gains.",
                                                      "%u of %u organisations gain.", self->all->len),
                                            n, self->all->len));
  if (gains != NULL)
    add_sentence (sentences, dup_greatest (gains));
  if (pays != NULL)
    add_sentence (sentences, dup_greatest (pays));
  if (deepest != NULL)
    add_sentence (sentences, dup_deepest (deepest, self->base_year));
  return g_string_free (sentences, FALSE);
}

/**
 * accord_positions_dup_mark:
 * @self: what a chart shows
 * @party: which of those that are drawn
 * @year: a year
 *
 * Returns: (transfer full): what it is for them in that year
 */
char *
accord_positions_dup_mark (const AccordPositions *self, guint party, guint year)
{
  const AccordParty *one = self->drawn->pdata[party];
  g_autofree char *name = accord_axis_dup_year (self->base_year, year);
  g_autofree char *net = accord_chart_dup_pounds (one->net[year]);
  g_autofree char *cumulative = accord_chart_dup_pounds (one->cumulative[year]);

  /* Translators: an organisation, a year, its net in that year, its net up to then. */
  return g_strdup_printf (_ ("%s, %s: %s in the year, %s up to then%s"), one->name, name, net, cumulative,
                          one->deepest_net < 0 && year == one->deepest ? _ (" – deepest") : "");
}

static char *
dup_from (const AccordPositions *self, const AccordParty *party)
{
  if (party->payback.defined == ACCORD_DEFINED)
    return accord_axis_dup_year (self->base_year, (guint) party->payback.value);
  return g_strdup (party->payback.defined == ACCORD_UNDEFINED_NOTHING_PAID ? _ ("always") : _ ("never"));
}

/**
 * accord_positions_dup_rows:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (element-type GStrv): a row for everyone
 */
GPtrArray *
accord_positions_dup_rows (const AccordPositions *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->all->len; i++)
    {
      const AccordParty *party = self->all->pdata[i];
      gboolean under = party->deepest_net < 0;

      accord_chart_add_row (rows, g_strdup (party->name), accord_chart_dup_pounds (party->cost),
                            accord_chart_dup_pounds (party->benefit),
                            accord_chart_dup_pounds (get_net (party)),
                            under ? accord_chart_dup_pounds (party->deepest_net) : g_strdup ("–"),
                            under ? accord_axis_dup_year (self->base_year, party->deepest) : g_strdup ("–"),
                            dup_from (self, party), NULL);
    }
  return rows;
}
