/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-keep-private.h"

#include "appraisal-lines.h"
#include "model-error.h"

#include <glib/gi18n-lib.h>

static AccordReader *
reader_of (AccordKeeping *self)
{
  return accord_writer_get_reader (self->writer);
}

static GPtrArray *
list_where (AccordKeeping *self, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (reader_of (self), query, error);
}

static gboolean
delete_all (AccordKeeping *self, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!accord_writer_delete (self->writer, accord_record_get_kind (records->pdata[i]),
                               accord_record_get_id (records->pdata[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_where (AccordKeeping *self, const char *kind, const char *field, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = list_where (self, kind, field, id, error);

  return records != NULL && delete_all (self, records, error);
}

static gboolean
clear_option (AccordKeeping *self, gint64 option, GError **error)
{
  g_autoptr (GPtrArray) outcomes = list_where (self, "outcome", "option", option, error);

  if (outcomes == NULL)
    return FALSE;
  for (guint i = 0; i < outcomes->len; i++)
    if (!delete_where (self, "gain", "outcome", accord_record_get_id (outcomes->pdata[i]), error))
      return FALSE;
  return delete_all (self, outcomes, error) && delete_where (self, "cost", "option", option, error);
}

/* What the case has of an appraisal already goes, if it may; its options stay, for more than figures hangs on
 * them. */
static gboolean
clear (AccordKeeping *self, gint64 business_case, gboolean replace, GPtrArray *options, GError **error)
{
  g_autoptr (GPtrArray) there = list_where (self, "appraisal", "case", business_case, error);

  if (there == NULL)
    return FALSE;
  if (there->len > 0 && !replace)
    {
      g_autofree char *title = accord_record_dup_title (there->pdata[0]);

      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                   _ ("“%s” has an appraisal already; nothing was changed."), title);
      return FALSE;
    }
  for (guint i = 0; i < there->len; i++)
    if (!delete_where (self, "scenario", "appraisal", accord_record_get_id (there->pdata[i]), error))
      return FALSE;
  for (guint i = 0; i < options->len; i++)
    if (!clear_option (self, accord_record_get_id (options->pdata[i]), error))
      return FALSE;
  return delete_all (self, there, error);
}

/* The organisation of that name or short name; 0 where there is none. Which of several is meant nobody can
 * say. */
static gboolean
find_organisation (AccordKeeping *self, const char *name, gint64 *id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, "organisation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  accord_query_add_text (query, kind->title_field, ACCORD_OPERATOR_EQUAL, name);
  found = accord_reader_list (reader_of (self), query, error);
  if (found == NULL)
    return FALSE;
  if (found->len > 1)
    {
      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                   _ ("Several organisations here are called “%s”; nothing was changed."), name);
      return FALSE;
    }
  *id = found->len == 1 ? accord_record_get_id (found->pdata[0])
                        : accord_reader_resolve (reader_of (self), kind, name, NULL);
  return TRUE;
}

static gint64
add_organisation (AccordKeeping *self, const char *name, GError **error)
{
  g_autoptr (AccordRecord) record = accord_keeping_new_record (self, "organisation");

  accord_record_set_text (record, "name", name);
  self->kept->n_organisations++;
  return accord_writer_insert (self->writer, record, error) ? accord_record_get_id (record) : 0;
}

static gboolean
find_organisations (AccordKeeping *self, GError **error)
{
  for (guint i = 0; i < self->cba->organisations->len; i++)
    {
      const AccordCbaOrganisation *one = g_ptr_array_index (self->cba->organisations, i);
      gint64 id;

      if (!find_organisation (self, one->name, &id, error))
        return FALSE;
      if (id == 0)
        id = add_organisation (self, one->name, error);
      if (id == 0)
        return FALSE;
      g_array_append_val (self->organisations, id);
    }
  return TRUE;
}

static char *
dup_groups (const AccordCba *cba)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cba->groups->len; i++)
    {
      const AccordCbaGroup *group = g_ptr_array_index (cba->groups, i);
      g_autofree char *correlation = accord_decimal_format (group->correlation);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", correlation, group->name);
    }
  return g_string_free (text, FALSE);
}

static gboolean
add_appraisal (AccordKeeping *self, gint64 business_case, GError **error)
{
  const AccordCba *cba = self->cba;
  g_autoptr (AccordRecord) record = accord_keeping_new_record (self, "appraisal");
  g_autofree char *groups = dup_groups (cba), *price_year = NULL;

  if (!accord_keeping_find_editions (self, record, error))
    return FALSE;
  accord_record_set_int (record, "case", business_case);
  accord_record_set_int (record, "base-year", cba->base_year);
  accord_record_set_int (record, "horizon", cba->horizon);
  accord_record_set_text (record, "groups", groups);
  if (cba->price_year != ACCORD_NO_YEAR)
    {
      const AccordPriceSeries *series = cba->series->len > 0 ? g_ptr_array_index (cba->series, 0) : NULL;

      price_year = accord_price_year_format (series != NULL ? series->years : ACCORD_PRICES_FINANCIAL,
                                             cba->price_year);
      accord_record_set_text (record, "price-year", price_year);
    }
  if (!accord_writer_insert (self->writer, record, error))
    return FALSE;
  self->kept->appraisal = accord_record_get_id (record);
  return TRUE;
}

static AccordRecord *
find_option (GPtrArray *options, const char *name)
{
  for (guint i = 0; i < options->len; i++)
    if (g_strcmp0 (accord_record_get_text (options->pdata[i], "name"), name) == 0)
      return options->pdata[i];
  return NULL;
}

/* The case's option of that name, or a new one: as the analysis has it. */
static gint64
keep_option (AccordKeeping *self, const AccordCbaOption *option, gint64 business_case, GPtrArray *options,
             GError **error)
{
  static const char *const comparators[] = { NULL, "do-nothing", "do-minimum" };
  AccordRecord *there = find_option (options, option->name);
  g_autoptr (AccordRecord) record =
      there != NULL ? g_object_ref (there) : accord_keeping_new_record (self, "option");

  accord_record_set_text (record, "name", option->name);
  accord_record_set_int (record, "case", business_case);
  accord_record_set_text (record, "comparator", comparators[option->comparator]);
  accord_record_set_boolean (record, "preferred", option->preferred);
  if (there == NULL)
    self->kept->n_options++;
  if (!(there != NULL ? accord_writer_update (self->writer, record, error)
                      : accord_writer_insert (self->writer, record, error)))
    return 0;
  return accord_record_get_id (record);
}

static gboolean
add_lines (AccordKeeping *self, const AccordCbaOption *option, gint64 id, GError **error)
{
  for (guint i = 0; i < option->costs->len; i++)
    if (!accord_keeping_add_cost (self, g_ptr_array_index (option->costs, i), id, i + 1, error))
      return FALSE;
  for (guint i = 0; i < option->outcomes->len; i++)
    if (!accord_keeping_add_outcome (self, g_ptr_array_index (option->outcomes, i), id, i + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_options (AccordKeeping *self, gint64 business_case, GPtrArray *options, GError **error)
{
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (self->cba->options, i);
      gint64 id = keep_option (self, option, business_case, options, error);

      if (id == 0 || !add_lines (self, option, id, error))
        return FALSE;
    }
  return TRUE;
}

/* What records have no room for is refused before anything is touched. */
static gboolean
can_be_kept (const AccordCba *cba, GError **error)
{
  const char *what = NULL;

  if (cba->base_year == ACCORD_NO_YEAR)
    what = _ ("It does not say which financial year is year 0.");
  else if (cba->series->len > 1)
    what = _ ("It goes by several price series, and an appraisal of a case goes by one.");
  if (what != NULL)
    g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM, what);
  return what == NULL;
}

/**
 * accord_appraisal_keep:
 * @writer: the change it is part of
 * @business_case: identifier of the case
 * @cba: what is to be kept; sound, see accord_cba_check()
 * @replace: whether an appraisal that the case has already gives way
 * @kept: (out caller-allocates): what it came to
 * @error: return location for %ACCORD_MODEL_ERROR_FORM or the store's own error
 *
 * Makes records of an analysis: the appraisal of a case, its options (those of the same name are used),
 * lines, shares, and the editions it stands on (those with the same figures are used). Organisations are
 * found by name; those that nobody knows yet are made. Read back, it comes to the same figures.
 *
 * Returns: whether it was kept
 */
gboolean
accord_appraisal_keep (AccordWriter *writer, gint64 business_case, const AccordCba *cba, gboolean replace,
                       AccordAppraisalKept *kept, GError **error)
{
  AccordKeeping self = { .writer = writer, .cba = cba, .kept = kept };
  g_autoptr (GPtrArray) options = NULL, editions = NULL;
  g_autoptr (GArray) organisations = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) schedules = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done;

  *kept = (AccordAppraisalKept){ 0 };
  if (!can_be_kept (cba, error))
    return FALSE;
  self.schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  self.organisations = organisations;
  self.schedules = schedules;
  options = list_where (&self, "option", "case", business_case, error);
  done = options != NULL && clear (&self, business_case, replace, options, error)
         && find_organisations (&self, error) && add_appraisal (&self, business_case, error)
         && add_options (&self, business_case, options, error);
  editions = self.editions;
  return done;
}
