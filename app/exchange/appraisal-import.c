/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-import.h"

#include "appraisal-file.h"
#include "cba-words.h"
#include "model-error.h"
#include "scenario-changes.h"

#include <glib/gi18n-lib.h>

/* An import under way. */
typedef struct
{
  const AccordAppraisalJson *file;
  gint64 business_case;
  gboolean replace;
  AccordAppraisalImport *result;
} Importing;

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM, what);
  return FALSE;
}

/* What has faults would be kept with figures that nobody can work out. */
static gboolean
is_sound (const AccordAppraisalJson *file, GError **error)
{
  g_autoptr (GArray) faults = NULL;
  g_autofree char *words = NULL;

  if (file->cba == NULL)
    return fail (error, _ ("A bare series has no lines that a case could keep."));
  faults = accord_cba_check (file->cba);
  if (faults == NULL || faults->len == 0)
    return TRUE;
  words = accord_cba_fault_dup_words (file->cba, &g_array_index (faults, AccordCbaFault, 0));
  return fail (error, words);
}

static guint
find_option (const AccordCba *cba, const char *name)
{
  for (guint i = 0; i < cba->options->len; i++)
    if (g_strcmp0 (((const AccordCbaOption *) g_ptr_array_index (cba->options, i))->name, name) == 0)
      return i;
  return ACCORD_CBA_NONE;
}

/* The changes of a scenario as its record keeps them: by the uids that the lines have now. */
static char *
dup_changes (const AccordCba *was, const AccordCba *is, const GArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      AccordScenarioChange change = g_array_index (changes, AccordScenarioChange, i);
      g_autofree char *line = NULL;

      if (change.input.option < was->options->len)
        change.input.option = find_option (
            is, ((const AccordCbaOption *) g_ptr_array_index (was->options, change.input.option))->name);
      line = accord_scenario_change_format (is, &change);
      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static gboolean
add_scenario (AccordWriter *writer, Importing *self, const AccordAppraisalFile *kept,
              const AccordJsonScenario *scenario, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  g_autoptr (AccordRecord) record = accord_record_new (accord_schema_find_kind (schema, "scenario"));
  g_autofree char *changes = dup_changes (self->file->cba, kept->cba, scenario->changes);

  accord_record_fill_in (record);
  accord_record_set_text (record, "name", scenario->name);
  accord_record_set_int (record, "appraisal", self->result->kept.appraisal);
  accord_record_set_text (record, "changes", changes);
  self->result->n_scenarios++;
  return accord_writer_insert (writer, record, error);
}

static gboolean
set_draws (AccordWriter *writer, Importing *self, const AccordAppraisalFile *kept, GError **error)
{
  static const char *const methods[] = { "sobol", "latin-hypercube", "random" };

  accord_record_set_text (kept->appraisal, "method", methods[self->file->method]);
  accord_record_set_int (kept->appraisal, "draws", self->file->n_draws);
  if (self->file->seed <= G_MAXINT64)
    accord_record_set_int (kept->appraisal, "seed", (gint64) self->file->seed);
  return accord_writer_update (writer, kept->appraisal, error);
}

static gboolean
keep (AccordWriter *writer, gpointer data, GError **error)
{
  Importing *self = data;
  g_autoptr (AccordAppraisalFile) kept = NULL;

  if (!accord_appraisal_keep (writer, self->business_case, self->file->cba, self->replace,
                              &self->result->kept, error))
    return FALSE;
  kept = accord_appraisal_file_read (accord_writer_get_reader (writer), self->business_case, error);
  if (kept == NULL || !set_draws (writer, self, kept, error))
    return FALSE;
  for (guint i = 0; i < self->file->scenarios->len; i++)
    if (!add_scenario (writer, self, kept, self->file->scenarios->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * accord_appraisal_import:
 * @workspace: the workspace
 * @file: an appraisal from a file
 * @business_case: identifier of the case that it is of
 * @replace: whether an appraisal that the case has already gives way
 * @result: (out caller-allocates): what became of it
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Makes a file's appraisal that of a case, with its scenarios, in one change. What has faults is refused with
 * the first of them.
 *
 * Returns: whether it was kept
 */
gboolean
accord_appraisal_import (AccordWorkspace *workspace, const AccordAppraisalJson *file, gint64 business_case,
                         gboolean replace, AccordAppraisalImport *result, GCancellable *cancellable,
                         GError **error)
{
  Importing importing = { file, business_case, replace, result };
  g_autoptr (AccordChange) change = NULL;

  *result = (AccordAppraisalImport){ 0 };
  if (!is_sound (file, error))
    return FALSE;
  change =
      accord_workspace_write (workspace, _ ("Import an appraisal"), keep, &importing, cancellable, error);
  if (change == NULL)
    return FALSE;
  result->change = accord_change_get_id (change);
  return TRUE;
}
