/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions-content.h"

#include <json-glib/json-glib.h>

/* Written by hand, for the library's numbers are binary: a rate of 0.035 is to read 0.035 in the file. */
static void
add_decimal (GString *text, const char *member, AccordDecimal value)
{
  g_autofree char *number = accord_decimal_format (value);

  g_string_append_printf (text, "\"%s\":%s", member, number);
}

static void
add_text (GString *text, const char *member, const char *value)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), value != NULL ? value : "");
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append_printf (text, "\"%s\":%s", member, quoted);
}

static void
add_comma (GString *text, guint index)
{
  if (index > 0)
    g_string_append_c (text, ',');
}

/**
 * accord_schedule_dup_content:
 * @self: discount rates
 *
 * Returns: (transfer full): the content of an edition of sort `schedule`
 */
char *
accord_schedule_dup_content (const AccordSchedule *self)
{
  GString *text = g_string_new ("{\"bands\":[");

  for (guint i = 0; i < self->bands->len; i++)
    {
      const AccordBand *band = &g_array_index (self->bands, AccordBand, i);

      add_comma (text, i);
      g_string_append_printf (text, "{\"from\":%u,", band->first);
      add_decimal (text, "rate", band->rate);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/**
 * accord_price_series_dup_content:
 * @self: price indices
 *
 * Returns: (transfer full): the content of an edition of sort `deflator`
 */
char *
accord_price_series_dup_content (const AccordPriceSeries *self)
{
  GString *text =
      g_string_new (self->years == ACCORD_PRICES_CALENDAR ? "{\"years\":\"calendar\",\"indices\":["
                                                          : "{\"years\":\"financial\",\"indices\":[");

  for (guint i = 0; i < self->indices->len; i++)
    {
      const AccordPriceIndex *index = &g_array_index (self->indices, AccordPriceIndex, i);

      add_comma (text, i);
      g_string_append_printf (text, "{\"year\":%d,", index->year);
      add_decimal (text, "index", index->index);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
add_bounds (GString *text, const char *member, AccordDecimal upper, AccordDecimal lower)
{
  if (upper == ACCORD_DECIMAL_UNKNOWN)
    {
      g_string_append_printf (text, ",\"%s\":null", member);
      return;
    }
  g_string_append_printf (text, ",\"%s\":{", member);
  add_decimal (text, "upper", upper);
  g_string_append_c (text, ',');
  add_decimal (text, "lower", lower);
  g_string_append_c (text, '}');
}

/**
 * accord_bias_table_dup_content:
 * @self: bounds of optimism bias
 *
 * Returns: (transfer full): the content of an edition of sort `bias`
 */
char *
accord_bias_table_dup_content (const AccordBiasTable *self)
{
  GString *text = g_string_new ("{\"types\":[");

  for (guint i = 0; i < self->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (self->types, i);

      add_comma (text, i);
      g_string_append_c (text, '{');
      add_text (text, "code", type->code);
      g_string_append_c (text, ',');
      add_text (text, "name", type->name);
      add_bounds (text, "costs", type->capital_upper, type->capital_lower);
      add_bounds (text, "duration", type->duration_upper, type->duration_lower);
      g_string_append (text, type->operating ? ",\"operating\":true}" : "}");
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/**
 * accord_grade_table_dup_content:
 * @self: what grades correct by
 *
 * Returns: (transfer full): the content of an edition of sort `grades`
 */
char *
accord_grade_table_dup_content (const AccordGradeTable *self)
{
  GString *text = g_string_new ("{\"grades\":[");

  for (guint i = 0; i < self->corrections->len; i++)
    {
      add_comma (text, i);
      g_string_append_printf (text, "{\"grade\":%u,", i + 1);
      add_decimal (text, "correction", g_array_index (self->corrections, AccordDecimal, i));
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}
