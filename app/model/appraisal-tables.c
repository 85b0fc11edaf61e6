/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-tables.h"

#include "editions.h"

#include <glib/gi18n-lib.h>

/* What one edition holds, read once. */
typedef struct
{
  AccordSchedule *schedule;
  AccordPriceSeries *series;
  AccordBiasTable *bias;
  AccordGradeTable *grades;
  char *problem;
} Content;

struct _AccordAppraisalTables
{
  const AccordAppraisalGather *gather;
  GHashTable *contents; /* gint64 to Content */
};

static void
content_free (gpointer data)
{
  Content *self = data;

  g_clear_pointer (&self->schedule, accord_schedule_free);
  g_clear_pointer (&self->series, accord_price_series_free);
  g_clear_pointer (&self->bias, accord_bias_table_free);
  g_clear_pointer (&self->grades, accord_grade_table_free);
  g_free (self->problem);
  g_free (self);
}

static Content *
content_new (AccordRecord *edition)
{
  Content *self = g_new0 (Content, 1);
  const char *sort = accord_record_get_text (edition, "sort");
  g_autoptr (GError) problem = NULL;

  if (g_strcmp0 (sort, "schedule") == 0)
    self->schedule = accord_edition_get_schedule (edition, &problem);
  else if (g_strcmp0 (sort, "deflator") == 0)
    self->series = accord_edition_get_series (edition, &problem);
  else if (g_strcmp0 (sort, "bias") == 0)
    self->bias = accord_edition_get_bias (edition, &problem);
  else if (g_strcmp0 (sort, "grades") == 0)
    self->grades = accord_edition_get_grades (edition, &problem);
  self->problem = problem != NULL ? g_strdup (problem->message) : NULL;
  return self;
}

static void
add_edition (AccordAppraisalFile *file, AccordRecord *edition)
{
  if (!g_ptr_array_find (file->editions, edition, NULL))
    g_ptr_array_add (file->editions, g_object_ref (edition));
}

/* The edition that a field of a record names, or NULL; what is wrong with it is a problem of the file. */
static const Content *
open_edition (AccordAppraisalTables *self, AccordAppraisalFile *file, AccordRecord *record, const char *field)
{
  gint64 id = accord_record_get_int (record, field);
  AccordRecord *edition = id == ACCORD_UNKNOWN ? NULL : g_hash_table_lookup (self->gather->editions, &id);
  Content *content;

  if (edition == NULL)
    return NULL;
  add_edition (file, edition);
  content = g_hash_table_lookup (self->contents, &id);
  if (content == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = id;
      content = content_new (edition);
      g_hash_table_insert (self->contents, key, content);
    }
  /* Many lines may name it; it is said once. */
  if (content->problem != NULL
      && !g_ptr_array_find_with_equal_func (file->problems, content->problem, g_str_equal, NULL))
    g_ptr_array_add (file->problems, g_strdup (content->problem));
  return content;
}

static void
add_wrong_sort (AccordAppraisalFile *file, AccordRecord *record, const char *field)
{
  g_autofree char *title = accord_record_dup_title (record);
  const char *label = accord_kind_get_field (accord_record_get_kind (record), field)->label;

  /* Translators: the name of a record, the label of a field of it, and the name of an edition there. */
  g_ptr_array_add (file->problems,
                   g_strdup_printf (_ ("“%s”, %s: “%s” is not such a table."), title, _ (label),
                                    accord_record_get_reference_title (record, field)));
}

/**
 * accord_appraisal_tables_use_schedule:
 * @self: tables
 * @file: an appraisal whose analysis is being made
 * @record: one of its records
 * @field: a reference to an edition
 *
 * Adds the schedule to the analysis where that does not have it yet.
 *
 * Returns: the index of the schedule, or %ACCORD_CBA_NONE where none is named or it is a problem of the file
 */
guint
accord_appraisal_tables_use_schedule (AccordAppraisalTables *self, AccordAppraisalFile *file,
                                      AccordRecord *record, const char *field)
{
  const Content *content = open_edition (self, file, record, field);
  gint64 id = accord_record_get_int (record, field);
  guint found;

  if (content == NULL || content->problem != NULL)
    return ACCORD_CBA_NONE;
  /* The first schedule discounts every line that names none, so that no line's may take its place. */
  if (record != file->appraisal && file->schedules->len == 0)
    return ACCORD_CBA_NONE;
  if (content->schedule == NULL)
    {
      add_wrong_sort (file, record, field);
      return ACCORD_CBA_NONE;
    }
  found = accord_appraisal_file_find_schedule (file, id);
  if (found != ACCORD_CBA_NONE)
    return found;
  g_ptr_array_add (file->cba->schedules, accord_schedule_copy (content->schedule));
  g_array_append_val (file->schedules, id);
  return file->schedules->len - 1;
}

/**
 * accord_appraisal_tables_use:
 * @self: tables
 * @file: an appraisal whose analysis is being made
 *
 * Adds the tables that the appraisal itself names.
 */
void
accord_appraisal_tables_use (AccordAppraisalTables *self, AccordAppraisalFile *file)
{
  static const char *const fields[] = { "deflator", "bias", "grades" };

  accord_appraisal_tables_use_schedule (self, file, file->appraisal, "schedule");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Content *content = open_edition (self, file, file->appraisal, fields[i]);

      if (content == NULL || content->problem != NULL)
        continue;
      if (i == 0 && content->series != NULL)
        g_ptr_array_add (file->cba->series, accord_price_series_copy (content->series));
      else if (i == 1 && content->bias != NULL)
        file->cba->bias = accord_bias_table_copy (content->bias);
      else if (i == 2 && content->grades != NULL)
        file->cba->grades = accord_grade_table_copy (content->grades);
      else
        add_wrong_sort (file, file->appraisal, fields[i]);
    }
  /* They change nothing of the figures, but belong to what the case stands on. */
  open_edition (self, file, file->appraisal, "health");
  open_edition (self, file, file->appraisal, "lower");
}

/**
 * accord_appraisal_tables_new:
 * @gather: records, which must outlive it
 *
 * Returns: (transfer full): what the editions hold, none of it read yet
 */
AccordAppraisalTables *
accord_appraisal_tables_new (const AccordAppraisalGather *gather)
{
  AccordAppraisalTables *self = g_new0 (AccordAppraisalTables, 1);

  self->gather = gather;
  self->contents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, content_free);
  return self;
}

void
accord_appraisal_tables_free (AccordAppraisalTables *self)
{
  g_hash_table_unref (self->contents);
  g_free (self);
}
