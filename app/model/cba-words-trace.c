/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-words.h"

#include "cba-numbers.h"
#include "financial-year.h"

#include <glib/gi18n-lib.h>

/**
 * accord_cba_class_get_label:
 * @outcome_class: a class of outcomes
 *
 * Returns: what people call it
 */
const char *
accord_cba_class_get_label (AccordOutcomeClass outcome_class)
{
  static const char *const labels[] = { N_ ("Fiscal"), N_ ("Economic"), N_ ("Social") };

  g_return_val_if_fail (outcome_class < G_N_ELEMENTS (labels), "");
  return _ (labels[outcome_class]);
}

/**
 * accord_cba_kind_get_label:
 * @kind: a kind of costs
 *
 * Returns: what people call it
 */
const char *
accord_cba_kind_get_label (AccordCostKind kind)
{
  static const char *const labels[] = { N_ ("Capital"), N_ ("Revenue"), N_ ("In kind") };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");
  return _ (labels[kind]);
}

static char *
dup_year (const AccordTrace *self, const AccordCba *cba)
{
  return self->year == ACCORD_NO_YEAR || self->year < 0 ? g_strdup ("")
                                                        : accord_cba_year_dup_label (cba, (guint) self->year);
}

/* Years of an index are of the kind of years of its series. */
static char *
dup_index_year (const AccordTrace *self, const AccordCba *cba)
{
  for (guint i = 0; i < cba->series->len; i++)
    {
      const AccordPriceSeries *series = g_ptr_array_index (cba->series, i);

      if (g_strcmp0 (series->name, self->name) == 0 && series->years == ACCORD_PRICES_CALENDAR)
        return g_strdup_printf ("%04d", self->year);
    }
  return self->year < 0 || self->year > 9998 ? g_strdup ("") : accord_financial_year_format (self->year);
}

static char *
dup_position_label (const AccordTrace *self)
{
  const char *name = self->name != NULL ? self->name : _ ("nobody named");

  switch (self->figure)
    {
    case ACCORD_FIGURE_POSITION_COST:
      /* Translators: an organisation. */
      return g_strdup_printf (_ ("What %s pays"), name);
    case ACCORD_FIGURE_POSITION_BENEFIT:
      return g_strdup_printf (_ ("What %s gains"), name);
    case ACCORD_FIGURE_POSITION_NET:
      return g_strdup_printf (_ ("Net position of %s"), name);
    default:
      return g_strdup_printf (_ ("Lowest cumulative position of %s"), name);
    }
}

static char *
dup_figure_label (const AccordTrace *self, const AccordCba *cba)
{
  const char *label = accord_figure_get_label (self->figure);
  g_autofree char *year = dup_year (self, cba);

  switch (self->figure)
    {
    case ACCORD_FIGURE_CLASS:
      /* Translators: a class of benefits: fiscal, economic or social. */
      return g_strdup_printf (_ ("%s benefits at present value"),
                              accord_cba_class_get_label ((AccordOutcomeClass) self->part));
    case ACCORD_FIGURE_KIND:
      /* Translators: a kind of costs: capital, revenue or in kind. */
      return g_strdup_printf (_ ("%s costs at present value"),
                              accord_cba_kind_get_label ((AccordCostKind) self->part));
    case ACCORD_FIGURE_YEAR_COST:
      return g_strdup_printf (_ ("Costs in %s"), year);
    case ACCORD_FIGURE_YEAR_BENEFIT:
      return g_strdup_printf (_ ("Benefits in %s"), year);
    case ACCORD_FIGURE_YEAR_CUMULATIVE:
      return g_strdup_printf (_ ("Cumulative net up to %s"), year);
    case ACCORD_FIGURE_POSITION_COST:
    case ACCORD_FIGURE_POSITION_BENEFIT:
    case ACCORD_FIGURE_POSITION_NET:
    case ACCORD_FIGURE_POSITION_DEEPEST:
      return dup_position_label (self);
    default:
      return g_strdup (label);
    }
}

static char *
dup_bias_label (const AccordTrace *self)
{
  const char *name = self->name != NULL ? self->name : "";
  const gboolean typed = self->rule == ACCORD_RULE_TYPED;

  switch (self->what)
    {
    case ACCORD_WHAT_BIAS_RATE:
      return g_strdup (self->rule == ACCORD_RULE_UPLIFT ? _ ("With optimism bias")
                                                        : _ ("Optimism bias after mitigation"));
    case ACCORD_WHAT_BIAS_UPPER:
      return g_strdup (_ ("Upper bound of optimism bias"));
    case ACCORD_WHAT_BIAS_LOWER:
      return g_strdup (_ ("Lower bound of optimism bias"));
    case ACCORD_WHAT_BIAS_WORK:
      return g_strdup_printf (typed ? _ ("Bound for “%s”") : _ ("Part of “%s”"), name);
    case ACCORD_WHAT_BIAS_SHARE:
      return g_strdup_printf (_ ("Share of “%s”"), name);
    case ACCORD_WHAT_MITIGATION_COST:
      return typed ? g_strdup_printf (_ ("Cost of mitigating “%s”"), name)
                   : g_strdup (_ ("Cost of mitigation"));
    case ACCORD_WHAT_MITIGATION:
    default:
      if (self->rule == ACCORD_RULE_COMPLEMENT)
        return g_strdup (_ ("What is not mitigated"));
      if (self->rule == ACCORD_RULE_SUM)
        return g_strdup (_ ("What is mitigated"));
      return g_strdup_printf (typed ? _ ("How much of “%s” is mitigated") : _ ("Mitigated of “%s”"), name);
    }
}

static char *
dup_table_label (const AccordTrace *self, const AccordCba *cba)
{
  g_autofree char *year = NULL;

  switch (self->what)
    {
    case ACCORD_WHAT_FACTOR:
      year = dup_year (self, cba);
      /* Translators: a year and a discount schedule. */
      return g_strdup_printf (_ ("Discount factor of %s (%s)"), year, self->name);
    case ACCORD_WHAT_BAND_RATE:
      return g_strdup_printf (_ ("Rate from year %d (%s)"), self->year, self->name);
    case ACCORD_WHAT_BAND_YEARS:
      return g_strdup (_ ("Years at this rate"));
    case ACCORD_WHAT_PRICE_RATIO:
      year = dup_index_year (self, cba);
      /* Translators: a year of prices and a price series. */
      return g_strdup_printf (_ ("Re-based from prices of %s (%s)"), year, self->name);
    case ACCORD_WHAT_PRICE_INDEX:
      year = dup_index_year (self, cba);
      return g_strdup_printf (_ ("Index of %s (%s)"), year, self->name);
    case ACCORD_WHAT_GRADE_CORRECTION:
    default:
      return g_strdup_printf (self->rule == ACCORD_RULE_TYPED ? _ ("Correction for grade %d")
                                                              : _ ("After the correction for grade %d"),
                              self->year);
    }
}

/* Which figure the row of one option is of; who it goes to says the row above. */
static char *
dup_side_label (const AccordTrace *self, const AccordCba *cba)
{
  switch (self->figure)
    {
    case ACCORD_FIGURE_POSITION_COST:
      return g_strdup (_ ("Costs"));
    case ACCORD_FIGURE_POSITION_BENEFIT:
      return g_strdup (_ ("Benefits"));
    default:
      return dup_figure_label (self, cba);
    }
}

static char *
dup_line_label (const AccordTrace *self, const AccordCba *cba)
{
  g_autofree char *year = dup_year (self, cba);
  g_autofree char *figure = dup_side_label (self, cba);
  const char *name = self->name != NULL ? self->name : "";

  switch (self->what)
    {
    case ACCORD_WHAT_FIELD:
      /* Translators: a field, of which the rest is meant. */
      if (self->rule == ACCORD_RULE_COMPLEMENT)
        return g_strdup_printf (_ ("1 − %s"), accord_cba_field_get_label (self->field));
      if (self->field == ACCORD_CBA_FIELD_SHARE && self->name != NULL)
        return g_strdup_printf (_ ("Share of %s"), self->name);
      if (self->field == ACCORD_CBA_FIELD_AMOUNT && *year != '\0')
        return g_strdup_printf (_ ("Amount in %s"), year);
      if (*year != '\0')
        /* Translators: a field and a year. */
        return g_strdup_printf (_ ("%s, %s"), accord_cba_field_get_label (self->field), year);
      return g_strdup (accord_cba_field_get_label (self->field));
    case ACCORD_WHAT_LINE:
      return g_strdup_printf (self->rule == ACCORD_RULE_PRODUCT ? _ ("“%s”, what of it is cash")
                                                                : _ ("“%s” at present value"),
                              name);
    case ACCORD_WHAT_LINE_YEAR:
      return g_strdup_printf (_ ("“%s” in %s"), name, year);
    case ACCORD_WHAT_LINE_YEAR_PRESENT:
      return g_strdup_printf (_ ("“%s” in %s, discounted"), name, year);
    case ACCORD_WHAT_ORGANISATION_SHARE:
      return g_strdup_printf (_ ("What goes to %s"), self->name != NULL ? name : _ ("nobody named"));
    case ACCORD_WHAT_OPTION:
      /* Translators: a figure, and the option that it is of. */
      return g_strdup_printf (_ ("%s: “%s” alone"), figure, name);
    case ACCORD_WHAT_COMPARATOR:
    default:
      /* Translators: a figure, and the option that it is of. */
      return g_strdup_printf (_ ("%s: “%s”, which it is measured against"), figure, name);
    }
}

static char *
dup_plain_label (const AccordTrace *self, const AccordCba *cba)
{
  g_autofree char *year = dup_year (self, cba);

  switch (self->what)
    {
    case ACCORD_WHAT_STILL_THERE:
      return g_strdup (_ ("Still there after drop-off"));
    case ACCORD_WHAT_YEARS_SINCE:
      return g_strdup (_ ("Years since it began"));
    case ACCORD_WHAT_ANNUITY:
      return g_strdup (_ ("Annuity factor"));
    case ACCORD_WHAT_HORIZON:
      return g_strdup (_ ("Years counted"));
    case ACCORD_WHAT_YEAR_NET:
      return g_strdup_printf (_ ("Net of %s"), year);
    case ACCORD_WHAT_YEAR_CUMULATIVE:
      return g_strdup_printf (_ ("Cumulative net up to %s"), year);
    case ACCORD_WHAT_CONSTANT:
    default:
      return g_strdup (_ ("Year"));
    }
}

/**
 * accord_trace_dup_label:
 * @self: a value of a trace
 * @cba: the analysis it is of
 *
 * Returns: (transfer full): what the value is
 */
char *
accord_trace_dup_label (const AccordTrace *self, const AccordCba *cba)
{
  switch (self->what)
    {
    case ACCORD_WHAT_FIGURE:
      return dup_figure_label (self, cba);
    case ACCORD_WHAT_FIELD:
    case ACCORD_WHAT_LINE:
    case ACCORD_WHAT_LINE_YEAR:
    case ACCORD_WHAT_LINE_YEAR_PRESENT:
    case ACCORD_WHAT_ORGANISATION_SHARE:
    case ACCORD_WHAT_OPTION:
    case ACCORD_WHAT_COMPARATOR:
      return dup_line_label (self, cba);
    case ACCORD_WHAT_FACTOR:
    case ACCORD_WHAT_BAND_RATE:
    case ACCORD_WHAT_BAND_YEARS:
    case ACCORD_WHAT_PRICE_RATIO:
    case ACCORD_WHAT_PRICE_INDEX:
    case ACCORD_WHAT_GRADE_CORRECTION:
      return dup_table_label (self, cba);
    case ACCORD_WHAT_BIAS_RATE:
    case ACCORD_WHAT_BIAS_UPPER:
    case ACCORD_WHAT_BIAS_LOWER:
    case ACCORD_WHAT_BIAS_WORK:
    case ACCORD_WHAT_BIAS_SHARE:
    case ACCORD_WHAT_MITIGATION:
    case ACCORD_WHAT_MITIGATION_COST:
      return dup_bias_label (self);
    default:
      return dup_plain_label (self, cba);
    }
}

/**
 * accord_trace_dup_value:
 * @self: a value of a trace
 * @cba: the analysis it is of
 *
 * Returns: (transfer full): the value as people read it; in words where it is no number
 */
char *
accord_trace_dup_value (const AccordTrace *self, const AccordCba *cba)
{
  return accord_cba_value_dup_display (cba, (AccordCbaValue){ self->defined, self->value }, self->unit);
}
