/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/fund-figures.h"

#include "allocation.h"
#include "date.h"
#include "financial-year.h"
#include "fund-rows.h"
#include "fund/flow-lines.h"
#include "list/list-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>

static char *
dup_money (gint64 pence)
{
  return accord_money_format (pence, pence % 100 == 0 ? ACCORD_MONEY_POUNDS : ACCORD_MONEY_FULL);
}

/**
 * accord_fund_query:
 * @kind: `allocation` or `payment`
 * @fund: identifier of a fund
 *
 * Returns: (transfer full): those of the fund, the latest first
 */
AccordQuery *
accord_fund_query (const char *kind, gint64 fund)
{
  const AccordKind *allocations = accord_kind_for_type (ACCORD_TYPE_ALLOCATION);
  AccordQuery *query;

  if (g_str_equal (kind, "payment"))
    return accord_fund_payments (fund);
  query = accord_query_new (allocations);
  accord_query_add_number (query, accord_kind_find_field (allocations, "fund"), ACCORD_OPERATOR_EQUAL, fund);
  accord_query_set_sort (query, accord_kind_find_field (allocations, "year"), TRUE);
  return query;
}

/**
 * accord_fund_has_money:
 * @data: what is known of a fund
 *
 * Returns: whether any allocation or payment is on record
 */
gboolean
accord_fund_has_money (const AccordFundData *data)
{
  return data->summary->n_allocations + data->summary->n_payments > 0;
}

static char *
dup_announced (AccordRecord *fund)
{
  const char *announced = accord_record_get_text (fund, "announced");

  return announced != NULL && accord_date_is_iso (announced) ? accord_date_format (announced) : NULL;
}

static char *
dup_award_note (AccordRecord *fund, gboolean alone)
{
  const char *words = accord_record_get_text (fund, "amount-words");
  g_autofree char *date = dup_announced (fund);

  if (date != NULL && !alone)
    return g_strdup_printf (_ ("announced %s"), date);
  return words != NULL ? g_strdup_printf (_ ("“%s”"), words) : NULL;
}

/* What else is known of a fund of which nothing is allocated or paid. */
static void
add_dates (GPtrArray *figures, AccordRecord *fund, const char *today)
{
  g_autofree char *date = dup_announced (fund);
  gint64 first = accord_record_get_int (fund, "first-year"), last = accord_record_get_int (fund, "last-year");

  if (date != NULL)
    {
      g_autofree char *note = accord_form_dup_relative (accord_record_get_text (fund, "announced"), today);

      g_ptr_array_add (figures, accord_form_figure_new (_ ("Announced"), date, note));
    }
  if (first != ACCORD_UNKNOWN && last != ACCORD_UNKNOWN)
    {
      g_autofree char *from = accord_financial_year_format ((int) first);
      g_autofree char *until = accord_financial_year_format ((int) last);
      g_autofree char *note = g_strdup_printf (_ ("to %s"), until);

      g_ptr_array_add (figures, accord_form_figure_new (_ ("Financial years"), from, note));
    }
}

static AccordFormFigure *
award_figure (AccordRecord *fund, gboolean alone)
{
  g_autofree char *note = dup_award_note (fund, alone);
  AccordFormFigure *figure =
      accord_form_figure_new_money (_ ("Fund"), accord_record_get_int (fund, "amount"), note);
  const char *words = accord_record_get_text (fund, "amount-words");
  g_autofree char *rule =
      words != NULL
          ? g_strdup_printf (_ ("The amount of the fund as it is recorded; the source says “%s”."), words)
          : g_strdup (_ ("The amount of the fund as it is recorded."));

  accord_form_figure_explain (figure, rule, NULL);
  return figure;
}

/* "21 allocations, 1 without an amount" */
static char *
dup_count (gint64 n, gint64 n_unknown, const char *word)
{
  g_autofree char *number = accord_list_dup_number ((guint64) n);

  if (n == 0)
    return g_strdup (_ ("none recorded"));
  /* Translators: a number and what is counted. */
  return n_unknown == 0 ? g_strdup_printf (_ ("%s %s"), number, word)
                        : g_strdup_printf (_ ("%s %s, %d without an amount"), number, word, (int) n_unknown);
}

static AccordFormFigure *
allocated_figure (const AccordFundSummary *summary)
{
  g_autofree char *note = dup_count (summary->n_allocations, summary->n_allocations_unknown,
                                     ngettext ("allocation", "allocations", (gulong) summary->n_allocations));
  AccordFormFigure *figure = accord_form_figure_new_money (
      _ ("Allocated"), summary->n_allocations > 0 ? summary->allocated : ACCORD_UNKNOWN, note);
  g_autoptr (AccordQuery) rows = accord_fund_query ("allocation", summary->fund);

  accord_form_figure_explain (figure, _ ("The amounts of all allocations of this fund, added up."), rows);
  return figure;
}

static AccordFormFigure *
paid_figure (const AccordFundSummary *summary)
{
  g_autofree char *note = dup_count (summary->n_payments, summary->n_payments_unknown,
                                     ngettext ("payment", "payments", (gulong) summary->n_payments));
  AccordFormFigure *figure = accord_form_figure_new_money (
      _ ("Paid"), summary->n_payments > 0 ? summary->paid : ACCORD_UNKNOWN, note);
  g_autoptr (AccordQuery) rows = accord_fund_query ("payment", summary->fund);

  accord_form_figure_explain (
      figure,
      _ ("The payments of this fund and of its allocations, added up. Money that came "
         "back is taken off."),
      rows);
  return figure;
}

static char *
dup_left_note (const AccordFundSummary *summary)
{
  g_autofree char *sum = NULL;

  if (summary->left == ACCORD_UNKNOWN)
    return g_strdup (_ ("needs the amount of the fund"));
  if (summary->left < 0)
    return g_strdup (_ ("more is paid than the fund holds"));
  if (summary->n_allocations == 0)
    return g_strdup (_ ("none of it allocated"));
  if (summary->uncommitted == 0)
    return g_strdup (_ ("all of the fund is allocated"));
  sum = accord_money_format (ABS (summary->uncommitted), ACCORD_MONEY_SHORT);
  return summary->uncommitted > 0 ? g_strdup_printf (_ ("%s not yet allocated"), sum)
                                  : g_strdup_printf (_ ("%s allocated beyond it"), sum);
}

static AccordFormFigure *
left_figure (const AccordFundSummary *summary)
{
  g_autofree char *note = dup_left_note (summary);
  AccordFormFigure *figure = accord_form_figure_new_money (_ ("Left"), summary->left, note);
  g_autoptr (AccordQuery) rows = accord_fund_query ("payment", summary->fund);
  g_autofree char *rule = NULL;

  figure->urgent = summary->left != ACCORD_UNKNOWN && (summary->left < 0 || summary->uncommitted < 0);
  if (summary->left == ACCORD_UNKNOWN)
    rule = g_strdup (_ ("The amount of the fund less all payments. The amount is not recorded."));
  else
    {
      g_autofree char *award = dup_money (summary->award), *paid = dup_money (summary->paid);
      g_autofree char *left = dup_money (summary->left);

      /* Translators: three sums. */
      rule = g_strdup_printf (_ ("The amount of the fund less all payments: %s less %s is %s."), award, paid,
                              left);
    }
  accord_form_figure_explain (figure, rule, rows);
  return figure;
}

static AccordFormFigure *
structures_figure (const AccordFundData *data)
{
  g_autofree char *share = NULL, *sum = NULL, *paid = NULL, *note = NULL, *rule = NULL;
  g_autoptr (AccordQuery) whole = accord_fund_query ("payment", data->summary->fund);
  g_autoptr (AccordQuery) rows =
      accord_fund_payments_of_category (data->summary->fund, "organisational-structure");
  AccordFormFigure *figure;

  if (data->structures_share == ACCORD_UNKNOWN)
    {
      figure = accord_form_figure_new (_ ("On organisational structures"), NULL, _ ("of all that is paid"));
      accord_form_figure_explain (
          figure, data->structures_reason != NULL ? data->structures_reason : _ ("Not known."), whole);
      return figure;
    }
  share = accord_flow_dup_percent (data->structures_share);
  sum = accord_money_format (data->structures, ACCORD_MONEY_SHORT);
  paid = accord_money_format (data->summary->paid, ACCORD_MONEY_SHORT);
  /* Translators: two sums: the part and the whole. */
  note = g_strdup_printf (_ ("%s of %s paid"), sum, paid);
  figure = accord_form_figure_new (_ ("On organisational structures"), share, note);
  {
    g_autofree char *exact = dup_money (data->structures), *all = dup_money (data->summary->paid);

    rule = g_strdup_printf (_ ("The payments whose allocation or, without one, whose own category is "
                               "organisational structure, out of all payments: %s of %s. Payments without a "
                               "category count in the whole only."),
                            exact, all);
  }
  accord_form_figure_explain (figure, rule, data->structures != 0 ? rows : whole);
  return figure;
}

/* Held against the amount of the fund, once it goes to the fund's last year. */
static char *
dup_forecast_note (const AccordFundData *data)
{
  g_autofree char *sum = NULL;
  gint64 more;

  if (data->summary->award == ACCORD_UNKNOWN
      || !accord_money_subtract (data->forecast->end, data->summary->award, &more) || more == 0)
    return NULL;
  sum = accord_money_format (ABS (more), ACCORD_MONEY_SHORT);
  return more > 0 ? g_strdup_printf (_ ("%s over the fund"), sum)
                  : g_strdup_printf (_ ("%s under the fund"), sum);
}

static char *
dup_forecast_label (gint64 year)
{
  g_autofree char *name = accord_financial_year_format ((int) year);

  /* Translators: %s is a financial year. */
  return g_strdup_printf (_ ("Forecast to end %s"), name);
}

static const char *
get_forecast_need (AccordForecastReason reason)
{
  switch (reason)
    {
    case ACCORD_FORECAST_TOO_EARLY:
      return _ ("needs three months of this year");
    case ACCORD_FORECAST_NO_LAST_YEAR:
      return _ ("needs the fund’s last year");
    default:
      return _ ("nothing paid this year");
    }
}

static AccordFormFigure *
forecast_figure (const AccordFundData *data)
{
  const AccordFundForecast *forecast = data->forecast;
  g_autofree char *note = NULL, *rule = NULL, *label = NULL;
  AccordFormFigure *figure;

  if (forecast->end != ACCORD_UNKNOWN)
    {
      note = dup_forecast_note (data);
      rule = accord_fund_forecast_dup_end_rule (forecast);
      label = forecast->end_reason == ACCORD_FORECAST_ENDED ? g_strdup (_ ("Came to"))
                                                            : dup_forecast_label (forecast->last_year);
      figure = accord_form_figure_new_money (label, forecast->end, note);
    }
  else if (forecast->year_end != ACCORD_UNKNOWN)
    {
      rule = accord_fund_forecast_dup_year_rule (forecast);
      label = dup_forecast_label (forecast->this_year);
      figure =
          accord_form_figure_new_money (label, forecast->year_end, _ ("at the rate of this year so far"));
    }
  else
    {
      rule = accord_fund_forecast_dup_year_rule (forecast);
      figure = accord_form_figure_new (_ ("Forecast"), NULL, get_forecast_need (forecast->year_reason));
    }
  accord_form_figure_explain (figure, rule, NULL);
  return figure;
}

/**
 * accord_fund_figures:
 * @fund: a fund
 * @data: (nullable): what is known of it
 *
 * Returns: (transfer full) (element-type AccordFormFigure): award, allocated, paid, left, and once something
 * is paid, the share of organisational structures and the forecast; only the award while nothing else is
 * known
 */
GPtrArray *
accord_fund_figures (AccordRecord *fund, const AccordFundData *data, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  g_ptr_array_add (figures, award_figure (fund, data != NULL && !accord_fund_has_money (data)));
  if (data == NULL)
    return figures;
  if (!accord_fund_has_money (data))
    {
      add_dates (figures, fund, today);
      return figures;
    }
  g_ptr_array_add (figures, allocated_figure (data->summary));
  g_ptr_array_add (figures, paid_figure (data->summary));
  g_ptr_array_add (figures, left_figure (data->summary));
  if (data->summary->n_payments == 0)
    return figures;
  g_ptr_array_add (figures, structures_figure (data));
  g_ptr_array_add (figures, forecast_figure (data));
  return figures;
}
