/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-file.h"

#include "appraisal-build.h"

static AccordAppraisalFile *
file_new (AccordRecord *business_case)
{
  AccordAppraisalFile *self = g_new0 (AccordAppraisalFile, 1);

  self->business_case = g_object_ref (business_case);
  self->options = g_ptr_array_new_with_free_func (g_object_unref);
  self->costs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->gains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->editions = g_ptr_array_new_with_free_func (g_object_unref);
  self->scenarios = g_ptr_array_new ();
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->organisations = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->schedules = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
accord_appraisal_file_free (AccordAppraisalFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->appraisal);
  g_clear_object (&self->business_case);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->costs);
  g_ptr_array_unref (self->outcomes);
  g_ptr_array_unref (self->gains);
  g_ptr_array_unref (self->editions);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->remarks);
  g_array_unref (self->organisations);
  g_array_unref (self->schedules);
  accord_cba_free (self->cba);
  g_free (self);
}

static gboolean
fill (AccordReader *reader, GPtrArray *files, gboolean all, GError **error)
{
  g_autoptr (AccordAppraisalGather) gather = accord_appraisal_gather (reader, files, all, error);
  g_autoptr (AccordAppraisalTables) tables = NULL;

  if (gather == NULL)
    return FALSE;
  tables = accord_appraisal_tables_new (gather);
  for (guint i = 0; i < files->len; i++)
    accord_appraisal_build (gather, tables, files->pdata[i]);
  return TRUE;
}

/**
 * accord_appraisal_file_read:
 * @reader: a reader
 * @business_case: a business case
 * @error: return location for an error
 *
 * What cannot be understood of the records is no error: it is in @problems.
 *
 * Returns: (transfer full): its appraisal as it stands; %NULL on failure
 */
AccordAppraisalFile *
accord_appraisal_file_read (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, business_case, error);
  g_autoptr (AccordAppraisalFile) self = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (record == NULL)
    return NULL;
  self = file_new (record);
  g_ptr_array_add (files, self);
  return fill (reader, files, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_appraisal_file_new_from:
 * @business_case: a case
 * @records: (element-type utf8 GPtrArray): records by the name of their kind, as
 * accord_appraisal_gather_given() takes them
 * @error: return location for an error
 *
 * The appraisal of a case that is in no workspace, or as it once was.
 *
 * Returns: (transfer full): its appraisal; %NULL where something that it stands on is not among @records
 */
AccordAppraisalFile *
accord_appraisal_file_new_from (AccordRecord *business_case, GHashTable *records, GError **error)
{
  g_autoptr (AccordAppraisalFile) self = file_new (business_case);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (AccordAppraisalGather) gather = NULL;
  g_autoptr (AccordAppraisalTables) tables = NULL;

  g_ptr_array_add (files, self);
  gather = accord_appraisal_gather_given (records, files, error);
  if (gather == NULL)
    return NULL;
  tables = accord_appraisal_tables_new (gather);
  accord_appraisal_build (gather, tables, self);
  return g_steal_pointer (&self);
}

/**
 * accord_appraisal_files_read:
 * @reader: a reader
 * @error: return location for an error
 *
 * Reads the appraisals of all cases at once, in a number of queries that does not grow with them.
 *
 * Returns: (transfer full) (element-type AccordAppraisalFile): every business case in the order in which they
 * were made, those without an appraisal too; %NULL on failure
 */
GPtrArray *
accord_appraisal_files_read (AccordReader *reader, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_appraisal_file_free);
  g_autoptr (GPtrArray) cases = NULL;

  accord_query_set_sort (query, -1, FALSE);
  cases = accord_reader_list (reader, query, error);
  if (cases == NULL)
    return NULL;
  for (guint i = 0; i < cases->len; i++)
    g_ptr_array_add (files, file_new (cases->pdata[i]));
  return fill (reader, files, TRUE, error) ? g_steal_pointer (&files) : NULL;
}

/**
 * accord_appraisal_file_get_shown_option:
 * @self: an appraisal
 *
 * Returns: the option that is shown first: the preferred one, else the first that is not the comparator, else
 * the first; %ACCORD_CBA_NONE where the case has no options
 */
guint
accord_appraisal_file_get_shown_option (const AccordAppraisalFile *self)
{
  guint shown = self->options->len > 0 ? 0 : ACCORD_CBA_NONE;
  gboolean found = FALSE;

  for (guint i = 0; i < self->options->len; i++)
    {
      if (accord_record_get_boolean (self->options->pdata[i], "preferred"))
        return i;
      if (!found && accord_record_get_text (self->options->pdata[i], "comparator") == NULL)
        {
          shown = i;
          found = TRUE;
        }
    }
  return shown;
}

static guint
find_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return i;
  return ACCORD_CBA_NONE;
}

/**
 * accord_appraisal_file_find_organisation:
 * @self: an appraisal
 * @organisation: an organisation, or %ACCORD_UNKNOWN
 *
 * Returns: its index among the organisations of the analysis, or %ACCORD_CBA_NONE
 */
guint
accord_appraisal_file_find_organisation (const AccordAppraisalFile *self, gint64 organisation)
{
  return find_id (self->organisations, organisation);
}

/**
 * accord_appraisal_file_find_schedule:
 * @self: an appraisal
 * @edition: an edition, or %ACCORD_UNKNOWN
 *
 * Returns: the index of its discount schedule in the analysis, or %ACCORD_CBA_NONE
 */
guint
accord_appraisal_file_find_schedule (const AccordAppraisalFile *self, gint64 edition)
{
  return find_id (self->schedules, edition);
}
