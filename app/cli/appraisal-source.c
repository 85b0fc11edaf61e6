/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-source.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "appraisal-schedule.h"
#include "cba-words.h"
#include "check.h"
#include "complain.h"
#include "fold.h"
#include "open-file.h"
#include "text-table.h"

void
accord_appraisal_source_free (AccordAppraisalSource *self)
{
  if (self == NULL)
    return;
  accord_appraisal_file_free (self->file);
  accord_appraisal_json_free (self->json);
  accord_cba_free (self->cba);
  g_free (self->scenario);
  g_free (self);
}

/**
 * accord_cli_count:
 * @text: what was written
 * @option: the name of the option it was written for
 * @least: the least it may be
 * @most: the most it may be
 * @value: (out): the number
 * @error: return location for a usage error
 *
 * Returns: whether it is a whole number between the two
 */
gboolean
accord_cli_count (const char *text, const char *option, guint64 least, guint64 most, guint64 *value,
                  GError **error)
{
  if (g_ascii_string_to_unsigned (text, 10, least, most, value, NULL))
    return TRUE;
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
               _ ("--%s needs a whole number from %" PRIu64 " to %" PRIu64 "."), option, least, most);
  return FALSE;
}

/* Words of the command line mean a name however it is written. */
static gboolean
is_called (const char *word, const char *name)
{
  g_autofree char *one = accord_text_fold (word), *other = accord_text_fold (name != NULL ? name : "");

  return g_str_equal (one, other);
}

static gboolean
is_option (const AccordAppraisalSource *self, guint index, const char *word)
{
  const AccordCbaOption *option = self->cba->options->pdata[index];

  if (g_strcmp0 (option->uid, word) == 0 || is_called (word, option->name))
    return TRUE;
  return self->file != NULL
         && g_strcmp0 (accord_record_get_text (self->file->options->pdata[index], "letter"), word) == 0;
}

static guint
find_shown_option (const AccordCba *cba)
{
  guint comparator = accord_cba_find_comparator (cba);

  for (guint i = 0; i < cba->options->len; i++)
    if (((const AccordCbaOption *) cba->options->pdata[i])->preferred)
      return i;
  return comparator == 0 && cba->options->len > 1 ? 1 : 0;
}

static gboolean
choose_option (AccordAppraisalSource *self, const char *word, GError **error)
{
  g_autofree char *shown = NULL;

  if (self->cba->options->len == 0)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           _ ("The appraisal has no options yet, so that nothing can be worked out."));
      return FALSE;
    }
  self->option = find_shown_option (self->cba);
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < self->cba->options->len; i++)
    if (is_option (self, i, word))
      {
        self->option = i;
        return TRUE;
      }
  shown = accord_terminal_line (word);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED, _ ("The appraisal has no option “%s”."),
               shown);
  return FALSE;
}

static gboolean
find_kept_scenario (const AccordAppraisalSource *self, const char *word, const GArray **changes,
                    const char **name, GError **error)
{
  for (guint i = 0; i < self->file->scenarios->len; i++)
    {
      const AccordAppraisalScenario *scenario = self->file->scenarios->pdata[i];
      const char *called = accord_record_get_text (scenario->record, "name");

      if (!is_called (word, called))
        continue;
      if (scenario->problem != NULL)
        {
          g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                       _ ("The scenario “%s” cannot be tried: %s"), called, scenario->problem);
          return FALSE;
        }
      *changes = scenario->changes;
      *name = called;
    }
  return TRUE;
}

static gboolean
apply_scenario (AccordAppraisalSource *self, const char *word, GError **error)
{
  const GArray *changes = NULL;
  const char *name = NULL;
  g_autofree char *shown = NULL;
  AccordCba *changed;

  if (word == NULL)
    return TRUE;
  if (self->file != NULL && !find_kept_scenario (self, word, &changes, &name, error))
    return FALSE;
  for (guint i = 0; self->json != NULL && i < self->json->scenarios->len; i++)
    {
      const AccordJsonScenario *scenario = self->json->scenarios->pdata[i];

      if (!is_called (word, scenario->name))
        continue;
      changes = scenario->changes;
      name = scenario->name;
    }
  if (changes == NULL)
    {
      shown = accord_terminal_line (word);
      g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                   _ ("The appraisal has no scenario “%s”."), shown);
      return FALSE;
    }
  changed =
      accord_cba_apply (self->cba, (const AccordScenarioChange *) (gpointer) changes->data, changes->len);
  if (changed == NULL)
    {
      g_set_error_literal (
          error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
          _ ("The scenario changes a number that the appraisal does not have, or to what it cannot be."));
      return FALSE;
    }
  accord_cba_free (self->cba);
  self->cba = changed;
  self->scenario = g_strdup (name);
  return TRUE;
}

/* What is asked of the analysis, once it has been read. */
static gboolean
settle (AccordAppraisalSource *self, AccordReader *reader, const AccordOptions *options, GError **error)
{
  guint64 draws, seed;

  if (options->schedule != NULL)
    {
      AccordSchedule *schedule = accord_cli_find_schedule (reader, self->cba, options->schedule, error);

      if (schedule == NULL)
        return FALSE;
      if (self->cba != NULL)
        accord_cli_use_schedule (self->cba, schedule);
      else
        {
          accord_schedule_free (self->json->schedule);
          self->json->schedule = schedule;
        }
    }
  if (options->draws != NULL)
    {
      if (!accord_cli_count (options->draws, "draws", 1, ACCORD_CBA_MOST_DRAWS, &draws, error))
        return FALSE;
      self->n_draws = (guint) draws;
    }
  if (options->seed != NULL)
    {
      if (!accord_cli_count (options->seed, "seed", 0, G_MAXINT64, &seed, error))
        return FALSE;
      self->seed = seed;
    }
  if (self->cba == NULL)
    return TRUE;
  return choose_option (self, options->option, error) && apply_scenario (self, options->scenario, error);
}

static AccordAppraisalSource *
open_file (AccordRun *run, const char *path, GError **error)
{
  g_autoptr (AccordAppraisalSource) self = g_new0 (AccordAppraisalSource, 1);
  g_autoptr (GBytes) bytes = accord_cli_load (path, run->cancellable, error);
  g_autofree char *name = g_filename_display_name (path);

  if (bytes == NULL)
    return NULL;
  self->json = accord_appraisal_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (self->json == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  for (guint i = 0; i < self->json->warnings->len; i++)
    accord_complain_of (name, self->json->warnings->pdata[i]);
  self->cba = self->json->cba != NULL ? accord_cba_copy (self->json->cba) : NULL;
  self->method = self->json->method;
  self->n_draws = self->json->n_draws;
  self->seed = self->json->seed;
  return settle (self, NULL, run->options, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
check_file (const AccordAppraisalFile *file, GError **error)
{
  g_autofree char *title = accord_record_dup_title (file->business_case);

  if (file->appraisal == NULL)
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED, _ ("“%s” has no appraisal yet."), title);
  else if (file->problems->len > 0)
    {
      for (guint i = 0; i + 1 < file->problems->len; i++)
        accord_complain (file->problems->pdata[i]);
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           file->problems->pdata[file->problems->len - 1]);
    }
  else
    return TRUE;
  return FALSE;
}

static gpointer
read_case (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  g_autoptr (AccordAppraisalSource) self = g_new0 (AccordAppraisalSource, 1);
  const AccordKind *kind = accord_schema_find_kind (run->schema, "case");
  g_autofree char *word = accord_options_text (run->arguments[0], error);
  gint64 id = word != NULL ? accord_reader_resolve (reader, kind, word, error) : 0;

  if (id <= 0)
    return NULL;
  self->file = accord_appraisal_file_read (reader, id, error);
  if (self->file == NULL || !check_file (self->file, error))
    return NULL;
  self->cba = accord_cba_copy (self->file->cba);
  self->method = self->file->method;
  self->n_draws = self->file->n_draws;
  self->seed = self->file->seed;
  return settle (self, reader, run->options, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
is_file (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);

  return g_str_has_suffix (lower, ".json")
         || (g_file_test (word, G_FILE_TEST_EXISTS) && !g_file_test (word, G_FILE_TEST_IS_DIR));
}

/**
 * accord_appraisal_source_open:
 * @run: the run, whose first argument is a file or a case
 * @error: return location for an error
 *
 * Opens what is asked about; a workspace only where a case is.
 *
 * Returns: (transfer full) (nullable): it
 */
AccordAppraisalSource *
accord_appraisal_source_open (AccordRun *run, GError **error)
{
  if (is_file (run->arguments[0]))
    return open_file (run, run->arguments[0], error);
  if (!accord_cli_open_workspace (run, error))
    return NULL;
  return accord_workspace_read (run->workspace, read_case, run, run->cancellable, error);
}

/**
 * accord_appraisal_source_complain:
 * @self: an appraisal
 *
 * Tells what is wrong with it, a sentence each.
 *
 * Returns: whether something is
 */
gboolean
accord_appraisal_source_complain (const AccordAppraisalSource *self)
{
  g_autoptr (GArray) faults = self->cba != NULL ? accord_cba_check (self->cba) : NULL;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *words =
          accord_cba_fault_dup_words (self->cba, &g_array_index (faults, AccordCbaFault, i));

      accord_complain (words);
    }
  return faults != NULL && faults->len > 0;
}

/**
 * accord_appraisal_source_dup_json:
 * @self: an appraisal
 *
 * Returns: (transfer full): the appraisal as a file, with what was asked for in it
 */
char *
accord_appraisal_source_dup_json (const AccordAppraisalSource *self)
{
  g_autoptr (AccordAppraisalJson) json = accord_appraisal_json_new ();

  json->method = self->method;
  json->n_draws = self->n_draws;
  json->seed = self->seed;
  if (self->cba == NULL)
    {
      json->flows = g_array_ref (self->json->flows);
      json->schedule = accord_schedule_copy (self->json->schedule);
    }
  else
    json->cba = accord_cba_copy (self->cba);
  for (guint i = 0; self->file != NULL && i < self->file->scenarios->len; i++)
    {
      const AccordAppraisalScenario *scenario = self->file->scenarios->pdata[i];

      if (scenario->problem == NULL)
        accord_appraisal_json_add_scenario (json, accord_record_get_text (scenario->record, "name"),
                                            scenario->changes);
    }
  for (guint i = 0; self->json != NULL && i < self->json->scenarios->len; i++)
    {
      const AccordJsonScenario *scenario = self->json->scenarios->pdata[i];

      accord_appraisal_json_add_scenario (json, scenario->name, scenario->changes);
    }
  return accord_appraisal_json_write (json);
}
