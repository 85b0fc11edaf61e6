/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba-words.h"

#include "cba-numbers.h"

#include <glib/gi18n-lib.h>

/* More parts than these are counted, not listed. */
#define MOST_PARTS 6

/* A typed number of a line as a word or two: "60% engaged". */
static char *
dup_field (const AccordTrace *self, const char *value)
{
  g_autofree char *label = g_utf8_strdown (accord_cba_field_get_label (self->field), -1);

  switch (self->field)
    {
    case ACCORD_CBA_FIELD_NEED:
      /* Translators: a number of people or cases. */
      return g_strdup_printf (_ ("%s people"), value);
    case ACCORD_CBA_FIELD_ENGAGEMENT:
      return g_strdup_printf (_ ("%s engaged"), value);
    case ACCORD_CBA_FIELD_AMOUNT:
    case ACCORD_CBA_FIELD_UNIT_VALUE:
      return g_strdup (value);
    case ACCORD_CBA_FIELD_LAG:
      return g_strdup_printf (ngettext ("%s year of lag", "%s years of lag", self->value == 1 ? 1 : 2),
                              value);
    case ACCORD_CBA_FIELD_SHARE:
      return g_strdup_printf (_ ("%s share"), value);
    default:
      /* Translators: a percentage and what it is of. */
      return g_strdup_printf (_ ("%s %s"), value, label);
    }
}

static char *dup_operand (AccordTrace *self, const AccordCba *cba);

/* The only child, in words. */
static char *
dup_inner (AccordTrace *self, const AccordCba *cba)
{
  GPtrArray *children = accord_trace_get_children (self);

  return children != NULL && children->len > 0 ? dup_operand (children->pdata[0], cba) : g_strdup ("");
}

static char *
dup_power (AccordTrace *self, const AccordCba *cba)
{
  GPtrArray *children = accord_trace_get_children (self);
  g_autofree char *base = dup_operand (children->pdata[0], cba);
  g_autofree char *power = accord_trace_dup_value (children->pdata[1], cba);

  return g_strdup_printf ("%s^%s", base, power);
}

static char *
dup_operand (AccordTrace *self, const AccordCba *cba)
{
  g_autofree char *value = accord_trace_dup_value (self, cba);
  g_autofree char *inner = NULL, *label = NULL;

  if (self->rule == ACCORD_RULE_COMPLEMENT || self->rule == ACCORD_RULE_UPLIFT)
    {
      inner = dup_inner (self, cba);
      return g_strdup_printf (self->rule == ACCORD_RULE_UPLIFT ? "(1 + %s)" : "(1 − %s)", inner);
    }
  if (self->rule == ACCORD_RULE_POWER)
    return dup_power (self, cba);
  switch (self->what)
    {
    case ACCORD_WHAT_FIELD:
      return dup_field (self, value);
    case ACCORD_WHAT_GRADE_CORRECTION:
      return g_strdup_printf (_ ("%s for grade %d"), value, self->year);
    case ACCORD_WHAT_BIAS_RATE:
      return g_strdup_printf (_ ("%s optimism bias"), value);
    case ACCORD_WHAT_FACTOR:
      return g_strdup_printf (_ ("%s discount factor"), value);
    case ACCORD_WHAT_PRICE_RATIO:
      return g_strdup_printf (_ ("%s for prices"), value);
    default:
      label = accord_trace_dup_label (self, cba);
      /* Translators: a value and what it is. */
      return g_strdup_printf (_ ("%s (%s)"), value, label);
    }
}

static char *
join (AccordTrace *self, const AccordCba *cba, const char *sign)
{
  GPtrArray *children = accord_trace_get_children (self);
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = children != NULL ? children->len : 0;

  if (n == 0)
    return g_strdup (_ ("nothing"));
  if (n > MOST_PARTS && self->rule == ACCORD_RULE_SUM)
    return g_strdup_printf (_ ("%u parts added up"), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *operand = dup_operand (children->pdata[i], cba);

      g_string_append_printf (text, "%s%s", i > 0 ? sign : "", operand);
    }
  return g_strdup (text->str);
}

/* "3.5% a year for 30 years, 3% a year for 10 years" */
static char *
dup_bands (AccordTrace *self, const AccordCba *cba)
{
  GPtrArray *children = accord_trace_get_children (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      AccordTrace *band = children->pdata[i];
      g_autofree char *rate = accord_trace_dup_value (band, cba);
      guint years;

      if (band->what != ACCORD_WHAT_BAND_RATE)
        continue;
      years = (guint) ((const AccordTrace *) accord_trace_get_children (band)->pdata[0])->value;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%s a year for %u year", "%s a year for %u years", years), rate,
                              years);
    }
  return g_strdup (text->len > 0 ? text->str : _ ("not discounted"));
}

/* How a value was made. */
static char *
dup_how (AccordTrace *self, const AccordCba *cba)
{
  switch (self->rule)
    {
    case ACCORD_RULE_SUM:
      return join (self, cba, " + ");
    case ACCORD_RULE_DIFFERENCE:
      return join (self, cba, " − ");
    case ACCORD_RULE_PRODUCT:
      return join (self, cba, " × ");
    case ACCORD_RULE_QUOTIENT:
      return join (self, cba, " ÷ ");
    case ACCORD_RULE_FACTOR:
    case ACCORD_RULE_ANNUITY:
      return dup_bands (self, cba);
    case ACCORD_RULE_FIRST_YEAR:
      return g_strdup (_ ("the first year from which the cumulative net stays at or above nought"));
    case ACCORD_RULE_LOWEST:
      return g_strdup (_ ("the lowest that the cumulative net is, where that is below nought"));
    case ACCORD_RULE_FLOOR:
      {
        g_autofree char *parts = join (self, cba, _ (" or "));

        return g_strdup_printf (_ ("the greater of %s"), parts);
      }
    case ACCORD_RULE_TYPED:
      return self->source != NULL && *self->source != '\0'
                 /* Translators: where a number is from. */
                 ? g_strdup_printf (_ ("as stated (%s)"), self->source)
                 : g_strdup (_ ("as stated"));
    default:
      return dup_operand (self, cba);
    }
}

/**
 * accord_trace_dup_sentence:
 * @self: a value of a trace
 * @cba: the analysis it is of
 *
 * Returns: (transfer full): a sentence on how the value was made: “£165,882.60 in 2018/19: 1,200 people × 60%
 * engaged × 20% impact × (1 − 25% deadweight) × £1,807.00 × (1 − 15% for grade 4).”
 */
char *
accord_trace_dup_sentence (AccordTrace *self, const AccordCba *cba)
{
  g_autofree char *value = accord_trace_dup_value (self, cba), *label = NULL, *how = NULL, *year = NULL;

  if (self->defined != ACCORD_DEFINED)
    {
      label = accord_trace_dup_label (self, cba);
      /* Translators: a figure, and why it is no number. */
      return g_strdup_printf (_ ("%s: %s."), label, value);
    }
  how = dup_how (self, cba);
  if (self->what == ACCORD_WHAT_LINE_YEAR)
    {
      year = accord_cba_year_dup_label (cba, (guint) self->year);
      /* Translators: a sum of money, a year, and how the sum was made. */
      return g_strdup_printf (_ ("%s in %s: %s."), value, year, how);
    }
  label = accord_trace_dup_label (self, cba);
  /* Translators: what a value is, the value, and how it was made. */
  return g_strdup_printf (_ ("%s, %s: %s."), label, value, how);
}
