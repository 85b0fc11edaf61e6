/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"

#include <glib/gi18n-lib.h>

#include "json-read.h"
#include "model-error.h"

G_GNUC_PRINTF (3, 4)
static gboolean
fail (AccordRecord *edition, GError **error, const char *format, ...)
{
  g_autofree char *title = accord_record_dup_title (edition), *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
               _ ("The edition “%s” cannot be used: %s"), title, what);
  return FALSE;
}

/* The rows of an edition's content: its member @rows, which has to be there. */
static JsonArray *
open_rows (AccordRecord *edition, const char *sort, const char *rows, JsonParser **parser, GError **error)
{
  const char *content = accord_record_get_text (edition, "content");
  g_autoptr (GError) cause = NULL;
  JsonArray *array = NULL;

  if (g_strcmp0 (accord_record_get_text (edition, "sort"), sort) != 0)
    return fail (edition, error, _ ("it is a table of another kind.")), NULL;
  if (content == NULL)
    return fail (edition, error, _ ("it has no figures.")), NULL;
  *parser = accord_json_read (content, -1, &cause);
  if (*parser == NULL)
    return fail (edition, error, "%s", cause->message), NULL;
  array = accord_json_get_array (json_node_get_object (json_parser_get_root (*parser)), rows);
  if (array == NULL || json_array_get_length (array) == 0)
    return fail (edition, error, _ ("it has no figures.")), NULL;
  return array;
}

static const char *
get_source (AccordRecord *edition)
{
  return accord_record_get_text (edition, "publisher");
}

/* What files and appraisals call the edition. */
static const char *
get_name (AccordRecord *edition)
{
  const char *code = accord_record_get_text (edition, "code");

  return code != NULL ? code : accord_record_get_text (edition, "name");
}

static gboolean
add_band (AccordSchedule *schedule, JsonObject *row, guint number, AccordRecord *edition, GError **error)
{
  gint64 first;
  AccordDecimal rate;

  if (!accord_json_get_whole (row, "from", &first) || first < 1 || first > G_MAXINT
      || (number == 1 && first != 1))
    return fail (edition, error, _ ("band %u does not say from which year it holds."), number);
  if (number > 1 && first <= g_array_index (schedule->bands, AccordBand, number - 2).first)
    return fail (edition, error, _ ("band %u begins no later than the one before."), number);
  if (!accord_json_get_decimal (row, "rate", &rate) || rate <= -ACCORD_DECIMAL_ONE)
    return fail (edition, error, _ ("band %u has no rate."), number);
  accord_schedule_add (schedule, (guint) first, rate);
  return TRUE;
}

/**
 * accord_edition_get_schedule:
 * @edition: an edition of sort `schedule`
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its discount rates; %NULL with what is wrong with them
 */
AccordSchedule *
accord_edition_get_schedule (AccordRecord *edition, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (AccordSchedule) schedule = NULL;
  JsonArray *rows = open_rows (edition, "schedule", "bands", &parser, error);

  if (rows == NULL)
    return NULL;
  schedule = accord_schedule_new (get_name (edition), accord_record_get_text (edition, "edition"),
                                  get_source (edition));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!add_band (schedule, accord_json_get_row (rows, i), i + 1, edition, error))
      return NULL;
  return g_steal_pointer (&schedule);
}

static gboolean
add_index (AccordPriceSeries *series, JsonObject *row, guint number, AccordRecord *edition, GError **error)
{
  gint64 year;
  AccordDecimal index, there;

  if (!accord_json_get_whole (row, "year", &year) || year < 1 || year > 9999)
    return fail (edition, error, _ ("index %u does not say of which year it is."), number);
  if (accord_price_series_lookup (series, (int) year, &there))
    return fail (edition, error, _ ("it has the year %d twice."), (int) year);
  if (!accord_json_get_decimal (row, "index", &index) || index <= 0)
    return fail (edition, error, _ ("the index of the year %d is not above nought."), (int) year);
  accord_price_series_add (series, (int) year, index);
  return TRUE;
}

/**
 * accord_edition_get_series:
 * @edition: an edition of sort `deflator`
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its price indices; %NULL with what is wrong with them
 */
AccordPriceSeries *
accord_edition_get_series (AccordRecord *edition, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (AccordPriceSeries) series = NULL;
  JsonArray *rows = open_rows (edition, "deflator", "indices", &parser, error);
  const char *years;

  if (rows == NULL)
    return NULL;
  years = accord_json_get_text (json_node_get_object (json_parser_get_root (parser)), "years");
  if (g_strcmp0 (years, "financial") != 0 && g_strcmp0 (years, "calendar") != 0)
    return fail (edition, error, _ ("it does not say whether its years are financial or calendar years.")),
           NULL;
  series = accord_price_series_new (accord_record_get_text (edition, "name"),
                                    accord_record_get_text (edition, "edition"), get_source (edition),
                                    *years == 'f' ? ACCORD_PRICES_FINANCIAL : ACCORD_PRICES_CALENDAR);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!add_index (series, accord_json_get_row (rows, i), i + 1, edition, error))
      return NULL;
  return g_steal_pointer (&series);
}

/* Bounds that a table leaves out hold nothing up: no lower bound is one of nought. */
static gboolean
read_bounds (JsonObject *row, const char *member, AccordDecimal *upper, AccordDecimal *lower)
{
  JsonObject *bounds = accord_json_get_object (row, member);

  *upper = *lower = ACCORD_DECIMAL_UNKNOWN;
  if (bounds == NULL)
    return TRUE;
  if (!accord_json_get_decimal (bounds, "upper", upper) || *upper < 0)
    return FALSE;
  if (!json_object_has_member (bounds, "lower") || json_object_get_null_member (bounds, "lower"))
    *lower = 0;
  else if (!accord_json_get_decimal (bounds, "lower", lower) || *lower < 0)
    return FALSE;
  return *lower <= *upper;
}

static gboolean
add_type (AccordBiasTable *table, JsonObject *row, guint number, AccordRecord *edition, GError **error)
{
  AccordBiasType type = {
    .code = (char *) accord_json_get_text (row, "code"),
    .name = (char *) accord_json_get_text (row, "name"),
    .operating = accord_json_is_true (row, "operating"),
  };

  if (type.code == NULL || type.name == NULL)
    return fail (edition, error, _ ("kind of works %u has no code and name."), number);
  if (accord_bias_table_find (table, type.code) != NULL)
    return fail (edition, error, _ ("it has the works “%s” twice."), type.code);
  if (!read_bounds (row, "costs", &type.capital_upper, &type.capital_lower)
      || type.capital_upper == ACCORD_DECIMAL_UNKNOWN
      || !read_bounds (row, "duration", &type.duration_upper, &type.duration_lower))
    return fail (edition, error, _ ("the bounds of the works “%s” are not a higher and a lower part of one."),
                 type.name);
  accord_bias_table_add (table, &type);
  return TRUE;
}

/**
 * accord_edition_get_bias:
 * @edition: an edition of sort `bias`
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bounds of optimism bias; %NULL with what is wrong with them
 */
AccordBiasTable *
accord_edition_get_bias (AccordRecord *edition, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (AccordBiasTable) table = NULL;
  JsonArray *rows = open_rows (edition, "bias", "types", &parser, error);

  if (rows == NULL)
    return NULL;
  table = accord_bias_table_new (accord_record_get_text (edition, "name"),
                                 accord_record_get_text (edition, "edition"), get_source (edition));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!add_type (table, accord_json_get_row (rows, i), i + 1, edition, error))
      return NULL;
  return g_steal_pointer (&table);
}

/**
 * accord_edition_get_grades:
 * @edition: an edition of sort `grades`
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what its grades correct by; %NULL with what is wrong with them
 */
AccordGradeTable *
accord_edition_get_grades (AccordRecord *edition, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (AccordGradeTable) table = NULL;
  JsonArray *rows = open_rows (edition, "grades", "grades", &parser, error);

  if (rows == NULL)
    return NULL;
  table = accord_grade_table_new (accord_record_get_text (edition, "name"),
                                  accord_record_get_text (edition, "edition"), get_source (edition));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = accord_json_get_row (rows, i);
      gint64 grade;
      AccordDecimal correction;

      if (!accord_json_get_whole (row, "grade", &grade) || grade != (gint64) i + 1)
        return fail (edition, error, _ ("grade %u is not where it belongs."), i + 1), NULL;
      if (!accord_json_get_decimal (row, "correction", &correction) || correction < 0
          || correction > ACCORD_DECIMAL_ONE)
        return fail (edition, error, _ ("the correction of grade %u is not a part of one."), i + 1), NULL;
      g_array_append_val (table->corrections, correction);
    }
  return g_steal_pointer (&table);
}
