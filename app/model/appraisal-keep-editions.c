/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-keep-private.h"

#include "editions-content.h"
#include "editions.h"

#include <glib/gi18n-lib.h>

/* The figures of an edition as one text; %NULL where they cannot be read. */
static char *
dup_figures (AccordRecord *edition)
{
  const char *sort = accord_record_get_text (edition, "sort");
  g_autoptr (AccordSchedule) schedule = NULL;
  g_autoptr (AccordPriceSeries) series = NULL;
  g_autoptr (AccordBiasTable) bias = NULL;
  g_autoptr (AccordGradeTable) grades = NULL;

  if (g_strcmp0 (sort, "schedule") == 0)
    return (schedule = accord_edition_get_schedule (edition, NULL)) != NULL
               ? accord_schedule_dup_content (schedule)
               : NULL;
  if (g_strcmp0 (sort, "deflator") == 0)
    return (series = accord_edition_get_series (edition, NULL)) != NULL
               ? accord_price_series_dup_content (series)
               : NULL;
  if (g_strcmp0 (sort, "bias") == 0)
    return (bias = accord_edition_get_bias (edition, NULL)) != NULL ? accord_bias_table_dup_content (bias)
                                                                    : NULL;
  return (grades = accord_edition_get_grades (edition, NULL)) != NULL
             ? accord_grade_table_dup_content (grades)
             : NULL;
}

static AccordRecord *
find_same (GPtrArray *editions, const char *sort, const char *content)
{
  for (guint i = 0; i < editions->len; i++)
    {
      AccordRecord *edition = g_ptr_array_index (editions, i);
      g_autofree char *figures = NULL;

      if (g_strcmp0 (accord_record_get_text (edition, "sort"), sort) != 0)
        continue;
      figures = dup_figures (edition);
      if (g_strcmp0 (figures, content) == 0)
        return edition;
    }
  return NULL;
}

/* An edition with these very figures: of the workspace, of those that Accord comes with, or a new one. */
static gint64
keep_edition (AccordKeeping *self, const char *sort, const char *name, const char *edition,
              const char *publisher, const char *content, GError **error)
{
  AccordRecord *same = find_same (self->editions, sort, content);
  g_autoptr (GPtrArray) shipped = NULL;
  g_autoptr (AccordRecord) record = NULL;

  if (same != NULL)
    return accord_record_get_id (same);
  shipped = accord_editions_shipped (self->schema);
  same = find_same (shipped, sort, content);
  if (same != NULL)
    record = g_object_ref (same);
  else
    {
      record = accord_keeping_new_record (self, "edition");
      accord_record_set_text (record, "sort", sort);
      accord_record_set_text (record, "name", name != NULL && *name != '\0' ? name : _ ("Without a name"));
      accord_record_set_text (record, "code", name);
      accord_record_set_text (record, "edition", edition);
      accord_record_set_text (record, "publisher", publisher);
      accord_record_set_text (record, "content", content);
    }
  if (!accord_writer_insert (self->writer, record, error))
    return 0;
  self->kept->n_editions++;
  g_ptr_array_add (self->editions, g_object_ref (record));
  return accord_record_get_id (record);
}

static gboolean
keep_schedules (AccordKeeping *self, AccordRecord *appraisal, GError **error)
{
  for (guint i = 0; i < self->cba->schedules->len; i++)
    {
      const AccordSchedule *schedule = g_ptr_array_index (self->cba->schedules, i);
      g_autofree char *content = accord_schedule_dup_content (schedule);
      gint64 id = keep_edition (self, "schedule", schedule->name, schedule->edition, schedule->source,
                                content, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (self->schedules, id);
      if (i == 0)
        accord_record_set_int (appraisal, "schedule", id);
    }
  return TRUE;
}

static gboolean
keep_series (AccordKeeping *self, AccordRecord *appraisal, GError **error)
{
  const AccordPriceSeries *series;
  g_autofree char *content = NULL;
  gint64 id;

  if (self->cba->series->len == 0)
    return TRUE;
  series = g_ptr_array_index (self->cba->series, 0);
  content = accord_price_series_dup_content (series);
  id = keep_edition (self, "deflator", series->name, series->edition, series->source, content, error);
  accord_record_set_int (appraisal, "deflator", id);
  return id != 0;
}

static gboolean
keep_tables (AccordKeeping *self, AccordRecord *appraisal, GError **error)
{
  const AccordGradeTable *grades = self->cba->grades;
  const AccordBiasTable *bias = self->cba->bias;
  gint64 id;

  if (grades != NULL)
    {
      g_autofree char *content = accord_grade_table_dup_content (grades);

      id = keep_edition (self, "grades", grades->name, grades->edition, grades->source, content, error);
      if (id == 0)
        return FALSE;
      accord_record_set_int (appraisal, "grades", id);
    }
  if (bias != NULL)
    {
      g_autofree char *content = accord_bias_table_dup_content (bias);

      id = keep_edition (self, "bias", bias->name, bias->edition, bias->source, content, error);
      if (id == 0)
        return FALSE;
      accord_record_set_int (appraisal, "bias", id);
    }
  return TRUE;
}

/* Finds or makes the editions that the analysis stands on, and names them in @appraisal. */
gboolean
accord_keeping_find_editions (AccordKeeping *self, AccordRecord *appraisal, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (accord_schema_find_kind (self->schema, "edition"));

  self->editions = accord_reader_list (accord_writer_get_reader (self->writer), query, error);
  return self->editions != NULL && keep_schedules (self, appraisal, error)
         && keep_series (self, appraisal, error) && keep_tables (self, appraisal, error);
}
