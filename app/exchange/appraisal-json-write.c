/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-writing.h"

#include "appraisal-lines.h"

/* Tables of two editions may have one name. */
static GPtrArray *
name_tables (const GPtrArray *tables)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *own = *(char *const *) tables->pdata[i];
      char *name = g_strdup (own != NULL ? own : "");

      for (guint n = 2; !g_hash_table_add (met, name); n++)
        {
          g_free (name);
          name = g_strdup_printf ("%s (%u)", own != NULL ? own : "", n);
        }
      g_ptr_array_add (names, name);
    }
  return names;
}

static void
write_bands (AccordJsonText *json, const AccordSchedule *schedule)
{
  accord_json_text_open (json, "bands", '[');
  for (guint i = 0; i < schedule->bands->len; i++)
    {
      const AccordBand *band = &g_array_index (schedule->bands, AccordBand, i);

      accord_json_text_open (json, NULL, '{');
      accord_json_text_whole (json, "from", band->first);
      accord_json_text_decimal (json, "rate", band->rate);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
}

static void
write_schedules (AccordJsonWriting *self)
{
  AccordJsonText *json = &self->json;

  if (self->schedules->len == 0)
    return;
  accord_json_text_string (json, "schedule", self->schedules->pdata[0]);
  accord_json_text_open (json, "schedules", '[');
  for (guint i = 0; i < self->schedules->len; i++)
    {
      const AccordSchedule *schedule = self->cba->schedules->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "name", self->schedules->pdata[i]);
      accord_json_text_string (json, "edition", schedule->edition);
      accord_json_text_string (json, "source", schedule->source);
      write_bands (json, schedule);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
}

static void
write_series (AccordJsonWriting *self)
{
  AccordJsonText *json = &self->json;

  if (self->series->len == 0)
    return;
  accord_json_text_open (json, "series", '[');
  for (guint i = 0; i < self->series->len; i++)
    {
      const AccordPriceSeries *series = self->cba->series->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "name", self->series->pdata[i]);
      accord_json_text_string (json, "edition", series->edition);
      accord_json_text_string (json, "source", series->source);
      accord_json_text_string (json, "years",
                               series->years == ACCORD_PRICES_FINANCIAL ? "financial" : "calendar");
      accord_json_text_open (json, "indices", '{');
      for (guint y = 0; y < series->indices->len; y++)
        {
          const AccordPriceIndex *index = &g_array_index (series->indices, AccordPriceIndex, y);
          g_autofree char *year = accord_price_year_format (series->years, index->year);

          accord_json_text_decimal (json, year, index->index);
        }
      accord_json_text_close (json, '}');
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
}

static void
write_grades (AccordJsonText *json, const AccordGradeTable *grades)
{
  if (grades == NULL)
    return;
  accord_json_text_open (json, "grades", '{');
  accord_json_text_string (json, "name", grades->name);
  accord_json_text_string (json, "edition", grades->edition);
  accord_json_text_string (json, "source", grades->source);
  accord_json_text_open (json, "corrections", '[');
  for (guint i = 0; i < grades->corrections->len; i++)
    accord_json_text_decimal (json, NULL, g_array_index (grades->corrections, AccordDecimal, i));
  accord_json_text_close (json, ']');
  accord_json_text_close (json, '}');
}

static void
write_bias (AccordJsonText *json, const AccordBiasTable *bias)
{
  if (bias == NULL)
    return;
  accord_json_text_open (json, "bias", '{');
  accord_json_text_string (json, "name", bias->name);
  accord_json_text_string (json, "edition", bias->edition);
  accord_json_text_string (json, "source", bias->source);
  accord_json_text_open (json, "types", '[');
  for (guint i = 0; i < bias->types->len; i++)
    {
      const AccordBiasType *type = bias->types->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "code", type->code);
      accord_json_text_string (json, "name", type->name);
      accord_json_text_decimal (json, "upper", type->capital_upper);
      accord_json_text_decimal (json, "lower", type->capital_lower);
      accord_json_text_decimal (json, "duration_upper", type->duration_upper);
      accord_json_text_decimal (json, "duration_lower", type->duration_lower);
      accord_json_text_boolean (json, "operating", type->operating);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
  accord_json_text_close (json, '}');
}

static void
write_people (AccordJsonWriting *self)
{
  AccordJsonText *json = &self->json;

  if (self->cba->groups->len > 0)
    {
      accord_json_text_open (json, "groups", '{');
      for (guint i = 0; i < self->cba->groups->len; i++)
        {
          const AccordCbaGroup *group = self->cba->groups->pdata[i];

          accord_json_text_decimal (json, group->name, group->correlation);
        }
      accord_json_text_close (json, '}');
    }
  accord_json_text_open (json, "organisations", '[');
  for (guint i = 0; i < self->cba->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = self->cba->organisations->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "name", organisation->name);
      if (g_strcmp0 (organisation->uid, organisation->name) != 0)
        accord_json_text_string (json, "uid", organisation->uid);
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
}

static void
write_change (AccordJsonText *json, const AccordCba *cba, const AccordScenarioChange *change)
{
  const AccordCbaInput *input = &change->input;
  const gboolean rate = input->field == ACCORD_CBA_FIELD_RATE;
  const char *line = "*";
  AccordDecimal value;

  if (input->line != ACCORD_CBA_NONE)
    {
      const AccordCbaOption *option = cba->options->pdata[input->option];

      if (input->is_outcome)
        {
          const AccordCbaOutcome *outcome = option->outcomes->pdata[input->line];

          line = outcome->uid != NULL ? outcome->uid : outcome->name;
        }
      else
        {
          const AccordCbaCost *cost = option->costs->pdata[input->line];

          line = cost->uid != NULL ? cost->uid : cost->name;
        }
    }
  if (!accord_decimal_from_double (change->value, &value))
    return;
  accord_json_text_open (json, NULL, '{');
  accord_json_text_string (json, "line", line);
  accord_json_text_string (json, "field", accord_json_field_name (input->field));
  accord_json_text_decimal (json, change->relative ? "multiply" : rate ? "add" : "set", value);
  accord_json_text_close (json, '}');
}

static void
write_scenarios (AccordJsonText *json, const AccordAppraisalJson *file)
{
  if (file->scenarios->len == 0)
    return;
  accord_json_text_open (json, "scenarios", '[');
  for (guint i = 0; i < file->scenarios->len; i++)
    {
      const AccordJsonScenario *scenario = file->scenarios->pdata[i];

      accord_json_text_open (json, NULL, '{');
      accord_json_text_string (json, "name", scenario->name);
      accord_json_text_open (json, "changes", '[');
      for (guint j = 0; j < scenario->changes->len; j++)
        write_change (json, file->cba, &g_array_index (scenario->changes, AccordScenarioChange, j));
      accord_json_text_close (json, ']');
      accord_json_text_close (json, '}');
    }
  accord_json_text_close (json, ']');
}

static void
write_whole (AccordJsonText *json, const AccordCba *cba)
{
  accord_json_text_string (json, "title", cba->title);
  if (cba->base_year != ACCORD_NO_YEAR)
    accord_json_text_whole (json, "base_year", cba->base_year);
  if (cba->price_year != ACCORD_NO_YEAR)
    accord_json_text_whole (json, "price_year", cba->price_year);
  accord_json_text_whole (json, "horizon", cba->horizon);
}

static void
write_flows (AccordJsonText *json, const AccordAppraisalJson *self)
{
  accord_json_text_open (json, "flows_pence", '[');
  for (guint i = 0; i < self->flows->len; i++)
    accord_json_text_whole (json, NULL, g_array_index (self->flows, gint64, i));
  accord_json_text_close (json, ']');
  accord_json_text_open (json, "schedule", '{');
  accord_json_text_string (json, "name", self->schedule->name);
  write_bands (json, self->schedule);
  accord_json_text_close (json, '}');
}

static void
write_cba (AccordJsonWriting *self, const AccordAppraisalJson *file)
{
  write_whole (&self->json, self->cba);
  write_schedules (self);
  write_series (self);
  write_grades (&self->json, self->cba->grades);
  write_bias (&self->json, self->cba->bias);
  write_people (self);
  accord_json_text_open (&self->json, "options", '[');
  for (guint i = 0; i < self->cba->options->len; i++)
    accord_json_write_option (self, self->cba->options->pdata[i]);
  accord_json_text_close (&self->json, ']');
  write_scenarios (&self->json, file);
}

/**
 * accord_appraisal_json_write:
 * @self: what the file is to say
 *
 * Read again, the file gives the same figures, bit for bit.
 *
 * Returns: (transfer full): the file
 */
char *
accord_appraisal_json_write (const AccordAppraisalJson *self)
{
  AccordJsonWriting writing = { { g_string_new (NULL), 0, TRUE }, self->cba, NULL, NULL };
  AccordJsonText *json = &writing.json;

  accord_json_text_open (json, NULL, '{');
  if (self->cba == NULL)
    write_flows (json, self);
  else
    {
      writing.schedules = name_tables (self->cba->schedules);
      writing.series = name_tables (self->cba->series);
      write_cba (&writing, self);
    }
  accord_json_text_whole (json, "draws", self->n_draws);
  accord_json_text_whole (json, "seed", (gint64) self->seed);
  accord_json_text_string (json, "method", accord_json_methods[self->method]);
  accord_json_text_close (json, '}');
  g_string_append_c (json->text, '\n');
  g_clear_pointer (&writing.schedules, g_ptr_array_unref);
  g_clear_pointer (&writing.series, g_ptr_array_unref);
  return g_string_free (json->text, FALSE);
}
