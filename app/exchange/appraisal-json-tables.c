/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-private.h"

#include "appraisal-lines.h"
#include "editions.h"
#include "kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The rates of a band, and from which year on they hold. */
static gboolean
read_band (AccordJsonNode *node, AccordSchedule *schedule, GError **error)
{
  gint64 from = 0, to = 0;
  AccordDecimal rate = ACCORD_DECIMAL_UNKNOWN;

  if (!accord_json_check_object (node, error)
      || !accord_json_take_whole (node, "from", 1, G_MAXINT, &from, error)
      || !accord_json_take_whole (node, "to", 1, G_MAXINT, &to, error)
      || !accord_json_take_decimal (node, "rate", &rate, error))
    return FALSE;
  if (from == 0)
    return accord_json_fail_missing (node, "from", error);
  if (rate == ACCORD_DECIMAL_UNKNOWN)
    return accord_json_fail_missing (node, "rate", error);
  accord_schedule_add (schedule, (guint) from, rate);
  return TRUE;
}

/* Where a band says until when it holds, the next one has to take over there. */
static gboolean
check_joints (AccordJsonNode *bands, GError **error)
{
  for (AccordJsonNode *node = bands->first; node != NULL && node->next != NULL; node = node->next)
    {
      gint64 to = 0, from = 0;

      if (!accord_json_take_whole (node, "to", 1, G_MAXINT, &to, error)
          || !accord_json_take_whole (node->next, "from", 1, G_MAXINT, &from, error))
        return FALSE;
      if (to != 0 && from != to + 1)
        return accord_json_fail (node->next, error,
                                 _ ("This band does not begin where the one before ends."));
    }
  return TRUE;
}

/* "1": 0.035, "31": 0.03 */
static gboolean
read_short_bands (AccordJsonNode *object, AccordSchedule *schedule, GError **error)
{
  for (AccordJsonNode *node = object->first; node != NULL; node = node->next)
    {
      guint64 from;
      AccordDecimal rate;

      if (!g_ascii_string_to_unsigned (node->key, 10, 1, G_MAXINT, &from, NULL))
        return accord_json_fail (node, error, _ ("Its name must be the first year of a band, 1 or later."));
      node->used = TRUE;
      if (!accord_json_read_decimal (node, &rate, error))
        return FALSE;
      accord_schedule_add (schedule, (guint) from, rate);
    }
  return TRUE;
}

static gboolean
read_bands (AccordJsonNode *node, AccordSchedule *schedule, GError **error)
{
  AccordJsonNode *bands = node->type == ACCORD_JSON_ARRAY ? node : accord_json_node_find (node, "bands");

  if (node->type != ACCORD_JSON_ARRAY && !accord_json_check_object (node, error))
    return FALSE;
  if (bands != NULL && bands->type == ACCORD_JSON_ARRAY)
    {
      for (AccordJsonNode *band = bands->first; band != NULL; band = band->next)
        if (!read_band (band, schedule, error))
          return FALSE;
      if (!check_joints (bands, error))
        return FALSE;
    }
  else if (!read_short_bands (bands != NULL ? bands : node, schedule, error))
    return FALSE;
  return accord_schedule_is_sound (schedule)
         || accord_json_fail (
             node, error,
             _ ("A schedule begins with year 1, its bands follow each other, and no rate is −100 % "
                "or less."));
}

/* A schedule that is written out: its bands alone, or an object with them. */
static gboolean
read_written (AccordJsonNode *node, const char *name, AccordSchedule **schedule, GError **error)
{
  g_autoptr (AccordSchedule) found = NULL;
  const char *edition = NULL, *source = NULL;

  if (accord_json_node_find (node, "bands") != NULL
      && (!accord_json_take_text (node, "name", &name, error)
          || !accord_json_take_text (node, "edition", &edition, error)
          || !accord_json_take_text (node, "source", &source, error)))
    return FALSE;
  found = accord_schedule_new (name, edition, source);
  if (!read_bands (node, found, error))
    return FALSE;
  *schedule = g_steal_pointer (&found);
  return TRUE;
}

static guint
find_schedule (const AccordCba *cba, const char *name)
{
  for (guint i = 0; i < cba->schedules->len; i++)
    if (g_strcmp0 (((const AccordSchedule *) cba->schedules->pdata[i])->name, name) == 0)
      return i;
  return ACCORD_CBA_NONE;
}

/* The schedules that a file brings with it, which count before those that Accord knows. */
static gboolean
read_own (AccordJsonNode *root, const char *name, AccordSchedule **schedule, GError **error)
{
  AccordJsonNode *schedules = accord_json_node_find (root, "schedules");

  for (AccordJsonNode *node = schedules != NULL ? schedules->first : NULL; node != NULL; node = node->next)
    {
      const char *called = node->key;

      if (called == NULL && !accord_json_take_text (node, "name", &called, error))
        return FALSE;
      if (g_strcmp0 (called, name) != 0)
        continue;
      node->used = TRUE;
      return read_written (node, name, schedule, error);
    }
  return TRUE;
}

/**
 * accord_json_read_schedule:
 * @node: a schedule: its name, or its bands
 * @cba: (nullable): an analysis that may have one of that name already
 * @schedule: (out) (transfer full): the schedule
 * @error: return location for an error
 *
 * Returns: whether it is one
 */
gboolean
accord_json_read_schedule (AccordJsonNode *node, AccordCba *cba, AccordSchedule **schedule, GError **error)
{
  AccordJsonNode *root = node;
  g_autofree char *what = NULL;

  *schedule = NULL;
  if (node->type != ACCORD_JSON_STRING && node->type != ACCORD_JSON_ARRAY && node->type != ACCORD_JSON_OBJECT)
    return accord_json_fail (node, error, _ ("This must be the name of a discount schedule, or its rates."));
  if (node->type != ACCORD_JSON_STRING)
    return read_written (node, "own", schedule, error);
  while (root->parent != NULL)
    root = root->parent;
  if (!read_own (root, node->text, schedule, error))
    return FALSE;
  if (*schedule == NULL)
    *schedule = accord_editions_shipped_schedule (node->text, NULL);
  what = g_strdup_printf (_ ("There is no discount schedule “%.80s”."), node->text);
  return *schedule != NULL || accord_json_fail (node, error, what);
}

/**
 * accord_json_take_schedule:
 * @object: a line
 * @cba: the analysis, to which the schedule is added where it is not there yet
 * @index: (inout): the schedule; left alone where the line names none
 * @error: return location for an error
 *
 * Returns: whether it is a schedule, or not there
 */
gboolean
accord_json_take_schedule (AccordJsonNode *object, AccordCba *cba, guint *index, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (object, "schedule");
  AccordSchedule *schedule;

  if (node == NULL)
    return TRUE;
  if (node->type == ACCORD_JSON_STRING && find_schedule (cba, node->text) != ACCORD_CBA_NONE)
    {
      *index = find_schedule (cba, node->text);
      return TRUE;
    }
  if (!accord_json_read_schedule (node, cba, &schedule, error))
    return FALSE;
  g_ptr_array_add (cba->schedules, schedule);
  *index = cba->schedules->len - 1;
  return TRUE;
}

static gboolean
read_index (AccordJsonNode *node, AccordPriceSeries *series, GError **error)
{
  AccordPriceYears years = series->years;
  AccordDecimal index, there;
  int year;

  node->used = TRUE;
  if (!accord_price_year_parse (node->key, &years, &year, NULL) || year == ACCORD_NO_YEAR)
    return accord_json_fail (node, error, _ ("Its name must be a year, such as 2013/14 or 2013."));
  /* A financial year may be named by the year it begins in; a calendar year is never 2013/14. */
  if (years == ACCORD_PRICES_FINANCIAL && series->years == ACCORD_PRICES_CALENDAR)
    return accord_json_fail (node, error,
                             _ ("This is a financial year, but the series goes by calendar years."));
  if (accord_price_series_lookup (series, year, &there))
    return accord_json_fail (node, error, _ ("The series has this year twice."));
  if (!accord_json_read_decimal (node, &index, error))
    return FALSE;
  if (index <= 0)
    return accord_json_fail (node, error, _ ("An index must be above nought."));
  accord_price_series_add (series, year, index);
  return TRUE;
}

static gboolean
read_series (AccordJsonNode *node, const char *name, AccordCba *cba, GError **error)
{
  static const char *const kinds[] = { "financial", "calendar", NULL };
  const char *edition = NULL, *source = NULL;
  guint years = ACCORD_PRICES_FINANCIAL;
  AccordPriceSeries *series;
  AccordJsonNode *indices;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_text (node, "edition", &edition, error)
      || !accord_json_take_text (node, "source", &source, error)
      || !accord_json_take_word (node, "years", kinds, &years, error))
    return FALSE;
  indices = accord_json_node_find (node, "indices");
  if (indices == NULL)
    return accord_json_fail_missing (node, "indices", error);
  if (!accord_json_check_object (indices, error))
    return FALSE;
  series = accord_price_series_new (name, edition, source, (AccordPriceYears) years);
  g_ptr_array_add (cba->series, series);
  for (AccordJsonNode *index = indices->first; index != NULL; index = index->next)
    if (!read_index (index, series, error))
      return FALSE;
  return series->indices->len > 0 || accord_json_fail (indices, error, _ ("It has no years."));
}

static gboolean
read_all_series (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *deflator = accord_json_node_find (root, "deflator");
  AccordJsonNode *several;

  if (deflator != NULL && !read_series (deflator, "deflator", cba, error))
    return FALSE;
  if (!accord_json_take_array (root, "series", &several, error))
    return FALSE;
  for (AccordJsonNode *node = several != NULL ? several->first : NULL; node != NULL; node = node->next)
    if (!read_series (node, "series", cba, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_grades (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (root, "grades"), *corrections = node;
  const char *name = "grades", *edition = NULL, *source = NULL;

  if (node == NULL)
    return TRUE;
  if (node->type == ACCORD_JSON_OBJECT)
    {
      if (!accord_json_take_text (node, "name", &name, error)
          || !accord_json_take_text (node, "edition", &edition, error)
          || !accord_json_take_text (node, "source", &source, error)
          || !accord_json_take_array (node, "corrections", &corrections, error))
        return FALSE;
      if (corrections == NULL)
        return accord_json_fail_missing (node, "corrections", error);
    }
  else if (node->type != ACCORD_JSON_ARRAY)
    return accord_json_fail (node, error, _ ("This must be an array of corrections, from grade 1."));
  cba->grades = accord_grade_table_new (name, edition, source);
  for (AccordJsonNode *one = corrections->first; one != NULL; one = one->next)
    {
      AccordDecimal correction;

      if (!accord_json_read_decimal (one, &correction, error))
        return FALSE;
      g_array_append_val (cba->grades->corrections, correction);
    }
  return TRUE;
}

static gboolean
read_works (AccordJsonNode *node, AccordCba *cba, GError **error)
{
  AccordBiasType type = { .capital_upper = ACCORD_DECIMAL_UNKNOWN,
                          .duration_upper = ACCORD_DECIMAL_UNKNOWN,
                          .duration_lower = ACCORD_DECIMAL_UNKNOWN };
  const char *code = NULL, *name = NULL;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "code", &code, error)
      || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_decimal (node, "upper", &type.capital_upper, error)
      || !accord_json_take_decimal (node, "lower", &type.capital_lower, error)
      || !accord_json_take_decimal (node, "duration_upper", &type.duration_upper, error)
      || !accord_json_take_decimal (node, "duration_lower", &type.duration_lower, error)
      || !accord_json_take_boolean (node, "operating", &type.operating, error))
    return FALSE;
  if (code == NULL)
    return accord_json_fail_missing (node, "code", error);
  if (type.capital_upper == ACCORD_DECIMAL_UNKNOWN)
    return accord_json_fail_missing (node, "upper", error);
  if (type.capital_lower > type.capital_upper)
    return accord_json_fail (node, error, _ ("The lower bound is above the upper one."));
  type.code = (char *) code;
  type.name = (char *) (name != NULL ? name : code);
  accord_bias_table_add (cba->bias, &type);
  return TRUE;
}

static gboolean
read_bias (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (root, "bias"), *types = NULL;
  const char *name = "bias", *edition = NULL, *source = NULL;

  if (node == NULL)
    return TRUE;
  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_text (node, "edition", &edition, error)
      || !accord_json_take_text (node, "source", &source, error)
      || !accord_json_take_array (node, "types", &types, error))
    return FALSE;
  if (types == NULL)
    return accord_json_fail_missing (node, "types", error);
  cba->bias = accord_bias_table_new (name, edition, source);
  for (AccordJsonNode *one = types->first; one != NULL; one = one->next)
    if (!read_works (one, cba, error))
      return FALSE;
  return TRUE;
}

/* {"Staff costs": 0.5} */
static gboolean
read_groups (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *groups = accord_json_node_find (root, "groups");

  if (groups == NULL)
    return TRUE;
  if (!accord_json_check_object (groups, error))
    return FALSE;
  for (AccordJsonNode *node = groups->first; node != NULL; node = node->next)
    {
      AccordDecimal correlation;

      node->used = TRUE;
      if (!accord_json_read_decimal (node, &correlation, error))
        return FALSE;
      accord_cba_add_group (cba, node->key, correlation);
    }
  return TRUE;
}

/**
 * accord_json_read_tables:
 * @root: the whole file
 * @cba: the analysis
 * @error: return location for an error
 *
 * Reads what lines refer to: the appraisal's own schedule, price series, grades, bounds of optimism bias and
 * groups.
 *
 * Returns: whether all of it could be read
 */
gboolean
accord_json_read_tables (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (root, "schedule");
  AccordSchedule *schedule = NULL;

  if (node != NULL && !accord_json_read_schedule (node, cba, &schedule, error))
    return FALSE;
  if (schedule == NULL)
    schedule = accord_editions_shipped_schedule ("standard", error);
  if (schedule == NULL)
    return FALSE;
  g_ptr_array_add (cba->schedules, schedule);
  return read_all_series (root, cba, error) && read_grades (root, cba, error) && read_bias (root, cba, error)
         && read_groups (root, cba, error);
}

static gboolean
uses_grades (const AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        if (((const AccordCbaCost *) option->costs->pdata[j])->grade > 0)
          return TRUE;
      for (guint j = 0; j < option->outcomes->len; j++)
        if (((const AccordCbaOutcome *) option->outcomes->pdata[j])->grade > 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
uses_sheets (const AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        if (((const AccordCbaCost *) option->costs->pdata[j])->sheet != NULL)
          return TRUE;
    }
  return FALSE;
}

/**
 * accord_json_read_shipped:
 * @cba: the analysis
 * @error: return location for an error
 *
 * Adds the tables that Accord comes with, where lines need them and the file brings none.
 *
 * Returns: whether they could be read
 */
gboolean
accord_json_read_shipped (AccordCba *cba, GError **error)
{
  const gboolean grades = cba->grades == NULL && uses_grades (cba);
  const gboolean bias = cba->bias == NULL && uses_sheets (cba);
  g_autoptr (AccordSchema) schema = NULL;
  g_autoptr (GPtrArray) editions = NULL;

  if (!grades && !bias)
    return TRUE;
  schema = accord_model_schema_new ();
  editions = accord_editions_shipped (schema);
  for (guint i = 0; i < editions->len; i++)
    {
      const char *sort = accord_record_get_text (editions->pdata[i], "sort");

      if (grades && cba->grades == NULL && g_strcmp0 (sort, "grades") == 0)
        cba->grades = accord_edition_get_grades (editions->pdata[i], error);
      else if (bias && cba->bias == NULL && g_strcmp0 (sort, "bias") == 0)
        cba->bias = accord_edition_get_bias (editions->pdata[i], error);
    }
  return (!grades || cba->grades != NULL) && (!bias || cba->bias != NULL);
}
