/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-private.h"

#include <glib/gi18n-lib.h>

#define MOST_LINE_YEARS 10000
#define MOST_GRADE 1000

/* An organisation by its uid or its name; one that is new is added. */
static guint
find_organisation (AccordCba *cba, const char *name)
{
  guint found = accord_cba_find_organisation (cba, name);

  for (guint i = 0; i < cba->organisations->len && found == ACCORD_CBA_NONE; i++)
    if (g_strcmp0 (((const AccordCbaOrganisation *) cba->organisations->pdata[i])->name, name) == 0)
      found = i;
  return found != ACCORD_CBA_NONE ? found : accord_cba_add_organisation (cba, name, name);
}

static gboolean
take_organisation (AccordJsonNode *object, AccordCba *cba, guint *organisation, GError **error)
{
  const char *name = NULL;

  if (!accord_json_take_text (object, "organisation", &name, error))
    return FALSE;
  if (name != NULL)
    *organisation = find_organisation (cba, name);
  return TRUE;
}

static gboolean
take_names (AccordJsonNode *node, char **uid, char **name, char **source, GError **error)
{
  g_autofree char *path = accord_json_node_dup_path (node);
  const char *own_uid = NULL, *own_name = path, *own_source = NULL;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "uid", &own_uid, error)
      || !accord_json_take_text (node, "name", &own_name, error)
      || !accord_json_take_text (node, "source", &own_source, error))
    return FALSE;
  *uid = g_strdup (own_uid);
  *name = g_strdup (own_name);
  *source = g_strdup (own_source);
  return TRUE;
}

static gboolean
take_group (AccordJsonNode *node, const AccordCba *cba, guint *group, GError **error)
{
  const char *name = NULL;
  g_autofree char *what = NULL;

  if (!accord_json_take_text (node, "group", &name, error))
    return FALSE;
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < cba->groups->len; i++)
    if (g_str_equal (((const AccordCbaGroup *) cba->groups->pdata[i])->name, name))
      {
        *group = i;
        return TRUE;
      }
  what = g_strdup_printf (_ ("The file has no group “%.80s”."), name);
  return accord_json_fail (node, error, what);
}

static gboolean
take_spread (AccordJsonNode *object, const AccordCba *cba, AccordSpread *spread, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "spread");
  guint shape = ACCORD_SPREAD_NONE;

  if (node == NULL)
    return TRUE;
  if (!accord_json_check_object (node, error)
      || !accord_json_take_word (node, "shape", accord_json_spreads, &shape, error)
      || !accord_json_take_decimal (node, "low", &spread->low, error)
      || !accord_json_take_decimal (node, "likely", &spread->likely, error)
      || !accord_json_take_decimal (node, "high", &spread->high, error)
      || !take_group (node, cba, &spread->group, error)
      || !accord_json_take_boolean (node, "against", &spread->against, error))
    return FALSE;
  spread->shape = (AccordSpreadShape) shape;
  return TRUE;
}

static gboolean
take_series (AccordJsonNode *object, const AccordCba *cba, guint *series, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "series");
  const char *name = NULL;
  g_autofree char *what = NULL;

  if (node == NULL)
    return TRUE;
  if (!accord_json_take_text (object, "series", &name, error))
    return FALSE;
  for (guint i = 0; i < cba->series->len; i++)
    if (g_strcmp0 (((const AccordPriceSeries *) cba->series->pdata[i])->name, name) == 0)
      {
        *series = i;
        return TRUE;
      }
  what = g_strdup_printf (_ ("The file has no price series “%.80s”."), name);
  return accord_json_fail (node, error, what);
}

/* A series by calendar years says nothing of financial ones, so that the appraisal has to say where it
 * stands. */
static gboolean
take_prices (AccordJsonNode *object, const AccordCba *cba, gboolean nominal, int *price_year, guint *series,
             GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "price_year");
  const AccordPriceSeries *used;
  g_autofree char *what = NULL;

  if (!take_series (object, cba, series, error))
    return FALSE;
  if (*series == ACCORD_CBA_NONE && (nominal || node != NULL) && cba->series->len > 0)
    *series = 0;
  used = *series != ACCORD_CBA_NONE ? cba->series->pdata[*series] : NULL;
  if (node != NULL && !accord_json_read_price_year (node, used, price_year, error))
    return FALSE;
  if (used == NULL || used->years != ACCORD_PRICES_CALENDAR || cba->price_year != ACCORD_NO_YEAR
      || (!nominal && *price_year == ACCORD_NO_YEAR))
    return TRUE;
  what =
      g_strdup_printf (_ ("“%s” goes by calendar years: the appraisal's own “price_year” has to say of which "
                          "its prices are."),
                       used->name);
  return accord_json_fail (node != NULL ? node : object, error, what);
}

/* A grade is a number; "3" is that number too. One that no table can have is told as such. */
static gboolean
take_grade (AccordJsonNode *object, guint *grade, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, "grade");
  g_autofree char *what = NULL;
  guint64 number;
  gint64 whole;

  if (node == NULL)
    return TRUE;
  if (node->type == ACCORD_JSON_STRING
      && g_ascii_string_to_unsigned (node->text, 10, 0, MOST_GRADE, &number, NULL))
    *grade = (guint) number;
  else if (accord_json_node_get_whole (node, &whole) && whole >= 0 && whole <= MOST_GRADE)
    *grade = (guint) whole;
  else
    {
      if (node->type == ACCORD_JSON_STRING || node->type == ACCORD_JSON_NUMBER)
        what = g_strdup_printf (
            _ ("There is no confidence grade “%.80s”: it is a number, from 1, the surest."), node->text);
      return accord_json_fail (
          node, error, what != NULL ? what : _ ("A confidence grade is a number, from 1, the surest."));
    }
  return TRUE;
}

static gboolean
take_count (AccordJsonNode *object, const char *key, gint64 most, guint *value, GError **error)
{
  gint64 whole = *value;

  if (!accord_json_take_whole (object, key, 0, most, &whole, error))
    return FALSE;
  *value = (guint) whole;
  return TRUE;
}

static gboolean
read_amounts (AccordJsonNode *node, AccordCba *cba, AccordCbaCost *cost, GError **error)
{
  AccordJsonNode *amounts = accord_json_node_find (node, "amounts_pence");

  if (amounts == NULL)
    return accord_json_fail_missing (node, "amounts_pence", error);
  if (amounts->type != ACCORD_JSON_ARRAY && amounts->type != ACCORD_JSON_OBJECT)
    return accord_json_fail (amounts, error, _ ("This must be pence by year: an object or an array."));
  for (AccordJsonNode *one = amounts->first; one != NULL; one = one->next)
    {
      guint year = one->index;
      gint64 pence;

      one->used = TRUE;
      if (amounts->type == ACCORD_JSON_OBJECT && !accord_json_read_year (one, cba, &year, error))
        return FALSE;
      if (!accord_json_read_pence (one, &pence, error))
        return FALSE;
      if (year >= MOST_LINE_YEARS)
        return accord_json_fail (one, error, _ ("This is farther off than any year that is counted."));
      if (amounts->type == ACCORD_JSON_OBJECT && accord_cba_cost_get_amount (cost, year) != 0)
        return accord_json_fail (one, error, _ ("This year stands here twice."));
      if (pence != 0)
        accord_cba_cost_set_amount (cost, year, pence);
    }
  return TRUE;
}

static gboolean
read_sheet_works (AccordJsonNode *node, AccordBiasSheet *sheet, GError **error)
{
  const char *code = NULL;
  AccordDecimal share = ACCORD_DECIMAL_ONE;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "code", &code, error)
      || !accord_json_take_decimal (node, "share", &share, error))
    return FALSE;
  if (code == NULL)
    return accord_json_fail_missing (node, "code", error);
  accord_bias_sheet_add_work (sheet, code, share);
  return TRUE;
}

static gboolean
read_mitigation (AccordJsonNode *node, AccordBiasSheet *sheet, GError **error)
{
  AccordMitigation mitigation = { .share = ACCORD_DECIMAL_ONE };
  const char *name = "", *evidence = NULL;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_decimal (node, "share", &mitigation.share, error)
      || !accord_json_take_decimal (node, "mitigated", &mitigation.mitigated, error)
      || !accord_json_take_pence (node, "cost_pence", &mitigation.cost, error)
      || !accord_json_take_text (node, "evidence", &evidence, error))
    return FALSE;
  mitigation.name = (char *) name;
  mitigation.evidence = (char *) evidence;
  accord_bias_sheet_add_mitigation (sheet, &mitigation);
  return TRUE;
}

static gboolean
take_sheet (AccordJsonNode *object, AccordCbaCost *cost, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "worksheet"), *works, *mitigations;

  if (node == NULL)
    return TRUE;
  cost->sheet = accord_bias_sheet_new ();
  if (!accord_json_check_object (node, error) || !accord_json_take_array (node, "works", &works, error)
      || !accord_json_take_array (node, "mitigations", &mitigations, error)
      || !accord_json_take_boolean (node, "evidenced", &cost->sheet->evidenced, error))
    return FALSE;
  if (works == NULL)
    return accord_json_fail_missing (node, "works", error);
  for (AccordJsonNode *one = works->first; one != NULL; one = one->next)
    if (!read_sheet_works (one, cost->sheet, error))
      return FALSE;
  for (AccordJsonNode *one = mitigations != NULL ? mitigations->first : NULL; one != NULL; one = one->next)
    if (!read_mitigation (one, cost->sheet, error))
      return FALSE;
  return TRUE;
}

/**
 * accord_json_read_cost:
 * @node: a line of costs
 * @cba: the analysis
 * @option: the option that the line is added to
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
accord_json_read_cost (AccordJsonNode *node, AccordCba *cba, AccordCbaOption *option, GError **error)
{
  static const char *const prices[] = { "real", "nominal", NULL };
  AccordCbaCost *cost = accord_cba_option_add_cost (option, NULL, NULL);
  guint kind = ACCORD_COST_REVENUE, timing = ACCORD_TIMING_RECURRENT, nominal = 0;

  if (!take_names (node, &cost->uid, &cost->name, &cost->source, error)
      || !take_organisation (node, cba, &cost->organisation, error)
      || !accord_json_take_word (node, "kind", accord_json_cost_kinds, &kind, error)
      || !accord_json_take_word (node, "timing", accord_json_timings, &timing, error)
      || !accord_json_take_word (node, "prices", prices, &nominal, error)
      || !read_amounts (node, cba, cost, error) || !take_grade (node, &cost->grade, error)
      || !accord_json_take_decimal (node, "optimism_bias", &cost->bias, error)
      || !accord_json_take_decimal (node, "mitigation", &cost->mitigated, error)
      || !take_sheet (node, cost, error)
      || !take_prices (node, cba, nominal != 0, &cost->price_year, &cost->series, error)
      || !accord_json_take_schedule (node, cba, &cost->schedule, error)
      || !take_spread (node, cba, &cost->spread, error))
    return FALSE;
  cost->kind = (AccordCostKind) kind;
  cost->timing = (AccordTiming) timing;
  cost->nominal = nominal != 0;
  return TRUE;
}

/* Cashable is a part of one; that all of it is or none may be said as true or false. */
static gboolean
take_cashable (AccordJsonNode *object, AccordDecimal *cashable, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, "cashable");

  if (node == NULL)
    return TRUE;
  if (node->type == ACCORD_JSON_TRUE || node->type == ACCORD_JSON_FALSE)
    {
      *cashable = node->type == ACCORD_JSON_TRUE ? ACCORD_DECIMAL_ONE : 0;
      return TRUE;
    }
  return accord_json_read_decimal (node, cashable, error);
}

/* By year; a year that is not named is as the one before it. */
static gboolean
take_phasing (AccordJsonNode *object, AccordCba *cba, AccordCbaOutcome *outcome, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "phasing");

  if (node == NULL)
    return TRUE;
  if (node->type != ACCORD_JSON_ARRAY && node->type != ACCORD_JSON_OBJECT)
    return accord_json_fail (node, error, _ ("This must be parts of one by year: an object or an array."));
  outcome->phasing = g_array_new (FALSE, TRUE, sizeof (AccordDecimal));
  for (AccordJsonNode *one = node->first; one != NULL; one = one->next)
    {
      guint year = one->index;
      AccordDecimal part;

      one->used = TRUE;
      if (node->type == ACCORD_JSON_OBJECT && !accord_json_read_year (one, cba, &year, error))
        return FALSE;
      if (!accord_json_read_decimal (one, &part, error))
        return FALSE;
      if (year < outcome->phasing->len || year >= MOST_LINE_YEARS)
        return accord_json_fail (one, error, _ ("The years must stand in their order, each once."));
      while (outcome->phasing->len < year)
        {
          AccordDecimal before = outcome->phasing->len > 0 ? g_array_index (outcome->phasing, AccordDecimal,
                                                                            outcome->phasing->len - 1)
                                                           : 0;

          g_array_append_val (outcome->phasing, before);
        }
      g_array_append_val (outcome->phasing, part);
    }
  return TRUE;
}

static gboolean
read_gain (AccordJsonNode *node, AccordCba *cba, AccordCbaOutcome *outcome, GError **error)
{
  const char *name = node->key;
  AccordDecimal share = ACCORD_DECIMAL_UNKNOWN;

  node->used = TRUE;
  if (name != NULL)
    {
      if (!accord_json_read_decimal (node, &share, error))
        return FALSE;
    }
  else if (!accord_json_check_object (node, error)
           || !accord_json_take_text (node, "organisation", &name, error)
           || !accord_json_take_decimal (node, "share", &share, error))
    return FALSE;
  if (name == NULL)
    return accord_json_fail_missing (node, "organisation", error);
  if (share == ACCORD_DECIMAL_UNKNOWN)
    return accord_json_fail_missing (node, "share", error);
  accord_cba_outcome_add_gain (outcome, find_organisation (cba, name), share);
  return TRUE;
}

/* {"The Council": 0.3}, or a list where one has more shares than one. */
static gboolean
take_gains (AccordJsonNode *object, AccordCba *cba, AccordCbaOutcome *outcome, GError **error)
{
  AccordJsonNode *gains = accord_json_node_find (object, "gains");

  if (gains != NULL && gains->type != ACCORD_JSON_ARRAY && !accord_json_check_object (gains, error))
    return FALSE;
  for (AccordJsonNode *one = gains != NULL ? gains->first : NULL; one != NULL; one = one->next)
    if (!read_gain (one, cba, outcome, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_parts (AccordJsonNode *node, AccordCbaOutcome *outcome, GError **error)
{
  if (accord_json_node_find (node, "need") == NULL)
    return accord_json_fail_missing (node, "need", error);
  if (accord_json_node_find (node, "unit_value_pence") == NULL)
    return accord_json_fail_missing (node, "unit_value_pence", error);
  return accord_json_take_decimal (node, "need", &outcome->need, error)
         && accord_json_take_decimal (node, "engagement", &outcome->engagement, error)
         && accord_json_take_decimal (node, "impact", &outcome->impact, error)
         && accord_json_take_decimal (node, "deadweight", &outcome->deadweight, error)
         && accord_json_take_pence (node, "unit_value_pence", &outcome->unit_value, error)
         && accord_json_take_decimal (node, "attribution", &outcome->attribution, error)
         && accord_json_take_decimal (node, "displacement", &outcome->displacement, error)
         && accord_json_take_decimal (node, "leakage", &outcome->leakage, error)
         && accord_json_take_decimal (node, "drop_off", &outcome->drop_off, error)
         && take_cashable (node, &outcome->cashable, error);
}

/**
 * accord_json_read_outcome:
 * @node: a line of outcomes
 * @cba: the analysis
 * @option: the option that the line is added to
 * @error: return location for an error
 *
 * Returns: whether it could be read
 */
gboolean
accord_json_read_outcome (AccordJsonNode *node, AccordCba *cba, AccordCbaOption *option, GError **error)
{
  AccordCbaOutcome *outcome = accord_cba_option_add_outcome (option, NULL, NULL);
  guint class = ACCORD_OUTCOME_FISCAL, timing = ACCORD_TIMING_RECURRENT;

  if (!take_names (node, &outcome->uid, &outcome->name, &outcome->source, error)
      || !take_parts (node, outcome, error)
      || !take_count (node, "lag_years", MOST_LINE_YEARS, &outcome->lag_years, error)
      || !take_count (node, "lasts", MOST_LINE_YEARS, &outcome->lasts, error)
      || !take_phasing (node, cba, outcome, error) || !take_grade (node, &outcome->grade, error)
      || !accord_json_take_word (node, "class", accord_json_classes, &class, error)
      || !accord_json_take_word (node, "timing", accord_json_timings, &timing, error)
      || !take_gains (node, cba, outcome, error)
      || !take_prices (node, cba, FALSE, &outcome->price_year, &outcome->series, error)
      || !accord_json_take_schedule (node, cba, &outcome->schedule, error)
      || !take_spread (node, cba, &outcome->spread, error))
    return FALSE;
  outcome->outcome_class = (AccordOutcomeClass) class;
  outcome->timing = (AccordTiming) timing;
  return TRUE;
}
