/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/burn-down-private.h"

#include "charts/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
get_left (const AccordBurnDown *self)
{
  return g_array_index (self->actual, AccordBurnPoint, self->actual->len - 1).left;
}

GArray *
accord_burn_down_get_line (const AccordBurnDown *self, guint line)
{
  GArray *const lines[ACCORD_BURN_N_LINES] = { self->actual, self->planned, self->ahead };

  return lines[line];
}

const char *
accord_burn_down_get_name (guint line)
{
  const char *const names[ACCORD_BURN_N_LINES] = { _ ("left"), _ ("as allocated"),
                                                   _ ("at the present rate") };

  return names[line];
}

/* Will it last: until the fund ends, or until when, or why nobody can say. */
static char *
dup_outlook (const AccordBurnDown *self, const AccordFundForecast *forecast)
{
  g_autofree char *last = self->last != ACCORD_NO_MONTH ? accord_month_format (self->last) : NULL;
  g_autofree char *end = accord_axis_dup_money (fabs (self->end));

  if (self->used_up != ACCORD_NO_MONTH)
    {
      g_autofree char *month = accord_month_format (self->used_up);

      if (last == NULL)
        /* Translators: %s is a month. */
        return g_strdup_printf (_ ("At the rate of this year it is used up in %s."), month);
      /* Translators: a month, and the month in which the fund ends. */
      return g_strdup_printf (_ ("At the rate of this year it is used up in %s; the fund ends in %s."), month,
                              last);
    }
  if (self->has_end && self->end < 0)
    /* Translators: a sum, and the month in which the fund ends. */
    return g_strdup_printf (_ ("At the rate of this year %s is missing when the fund ends in %s."), end,
                            last);
  if (self->has_end)
    /* Translators: a sum, and the month in which the fund ends. */
    return g_strdup_printf (_ ("At the rate of this year %s is left when the fund ends in %s."), end, last);
  if (forecast->end_reason == ACCORD_FORECAST_KNOWN)
    return g_strdup ("");
  return accord_fund_forecast_dup_end_rule (forecast);
}

/**
 * accord_burn_down_dup_summary:
 * @self: what a chart shows
 * @forecast: the years of the fund, and where they lead
 *
 * Returns: (transfer full): the same in sentences
 */
char *
accord_burn_down_dup_summary (const AccordBurnDown *self, const AccordFundForecast *forecast)
{
  double left = get_left (self);
  g_autofree char *sum = accord_axis_dup_money (fabs (left));
  g_autofree char *award = accord_axis_dup_money (self->award);
  g_autofree char *outlook = dup_outlook (self, forecast);
  g_autofree char *undated = accord_axis_dup_money ((double) self->undated);
  g_autofree char *course = NULL;

  /* Translators: a sum, and the whole of the fund. */
  course = g_strdup_printf (
      left < 0 ? _ ("%s more than the %s of the fund was paid.") : _ ("%s of %s is left."), sum, award);
  if (self->undated == 0)
    return g_strchomp (g_strjoin (" ", course, outlook, NULL));
  /* Translators: two sentences, and a sum. */
  return g_strdup_printf (_ ("%s %s %s was paid without a date and is taken off at the beginning."), course,
                          outlook, undated);
}

/**
 * accord_burn_down_dup_mark:
 * @self: what a chart shows
 * @line: which line
 * @index: which of its points
 *
 * Returns: (transfer full): what it is
 */
char *
accord_burn_down_dup_mark (const AccordBurnDown *self, guint line, guint index)
{
  const AccordBurnPoint *point =
      &g_array_index (accord_burn_down_get_line (self, line), AccordBurnPoint, index);
  g_autofree char *month = accord_month_format (point->month);
  g_autofree char *sum = accord_chart_dup_pounds (point->left);

  if (line == ACCORD_BURN_ACTUAL)
    /* Translators: the end of a month, and a sum. */
    return g_strdup_printf (_ ("End of %s: %s left"), month, sum);
  /* Translators: the end of a month, a sum, and “as allocated” or “at the present rate”. */
  return g_strdup_printf (_ ("End of %s: %s left, %s"), month, sum, accord_burn_down_get_name (line));
}

static char *
dup_left (GArray *points, int month)
{
  double left;

  return accord_burn_down_find (points, month, &left) ? accord_chart_dup_pounds (left) : g_strdup ("–");
}

/**
 * accord_burn_down_dup_rows:
 * @self: what a chart shows
 *
 * Returns: (transfer full) (element-type GStrv): a row for each month in which any line has a point
 */
GPtrArray *
accord_burn_down_dup_rows (const AccordBurnDown *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (int month = self->from; month <= self->until; month++)
    {
      double left;

      if (accord_burn_down_find (self->actual, month, &left)
          || accord_burn_down_find (self->planned, month, &left)
          || accord_burn_down_find (self->ahead, month, &left))
        accord_chart_add_row (rows, accord_month_format (month), dup_left (self->actual, month),
                              dup_left (self->planned, month), dup_left (self->ahead, month), NULL);
    }
  return rows;
}

/*
 * accord_burn_down_get_flags:
 * @self: what a chart shows
 * @months: (out) (array): where each flag points to
 * @words: (out) (array) (transfer full): what it says
 *
 * Returns: how many, the most important first
 */
guint
accord_burn_down_get_flags (const AccordBurnDown *self, int *months, char **words)
{
  double left = get_left (self);
  g_autofree char *sum = accord_axis_dup_money (fabs (left));
  guint n = 0;

  months[n] = g_array_index (self->actual, AccordBurnPoint, self->actual->len - 1).month;
  /* Translators: %s is a sum. */
  words[n++] = g_strdup_printf (left < 0 ? _ ("%s too much") : _ ("%s left"), sum);
  if (self->used_up != ACCORD_NO_MONTH)
    {
      g_autofree char *month = accord_month_format (self->used_up);

      months[n] = self->used_up;
      /* Translators: %s is a month. */
      words[n++] = g_strdup_printf (_ ("used up %s"), month);
    }
  if (self->last != ACCORD_NO_MONTH && self->last >= self->from && self->last <= self->until)
    {
      g_autofree char *month = accord_month_format (self->last);

      months[n] = self->last;
      /* Translators: %s is the month in which a fund ends. */
      words[n++] = g_strdup_printf (_ ("fund ends %s"), month);
    }
  return n;
}
