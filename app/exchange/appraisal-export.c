/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-export.h"

#include "cba-words.h"
#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far inputs are moved to see what they do: a tenth either way. */
#define CHANGE 0.1

/* What the parts of the work are worth of all of it. */
#define SUMS 1
#define SWINGS 2
#define DRAWS 3

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY, words);
  return FALSE;
}

static AccordAppraisalExport *
export_new (AccordCba *cba, const char *today)
{
  AccordAppraisalExport *self = g_new0 (AccordAppraisalExport, 1);

  self->cba = cba;
  self->today = g_strdup (today);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_cba_result_free);
  return self;
}

/* The option that is shown where nobody named one: the preferred one, else the first that is no comparator.
 */
static guint
find_shown (const AccordCba *cba)
{
  guint shown = ACCORD_CBA_NONE;

  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      if (option->preferred)
        return i;
      if (shown == ACCORD_CBA_NONE && option->comparator == ACCORD_COMPARATOR_NONE)
        shown = i;
    }
  return shown != ACCORD_CBA_NONE ? shown : 0;
}

/**
 * accord_appraisal_export_new_for_cba:
 * @cba: an analysis with an option at least
 * @today: the day, as ISO text
 *
 * Returns: (transfer full): a copy of it that belongs to no workspace, on its way out
 */
AccordAppraisalExport *
accord_appraisal_export_new_for_cba (const AccordCba *cba, const char *today)
{
  AccordAppraisalExport *self = export_new (accord_cba_copy (cba), today);

  self->option = find_shown (cba);
  return self;
}

/**
 * accord_appraisal_export_read:
 * @reader: a reader
 * @business_case: a business case
 * @today: the day, as ISO text
 * @error: return location for an error
 *
 * Reads the appraisal of a case, and the case.
 *
 * Returns: (transfer full): them on their way out, or %NULL with a sentence on what stands in the way
 */
AccordAppraisalExport *
accord_appraisal_export_read (AccordReader *reader, gint64 business_case, const char *today, GError **error)
{
  g_autoptr (AccordAppraisalFile) file = accord_appraisal_file_read (reader, business_case, error);
  g_autoptr (AccordCaseFile) case_file = NULL;
  AccordAppraisalExport *self;

  if (file == NULL)
    return NULL;
  case_file = accord_case_file_read (reader, business_case, error);
  if (case_file == NULL)
    return NULL;
  if (file->appraisal == NULL)
    refuse (error, _ ("This business case has no appraisal yet."));
  else if (file->cba == NULL)
    refuse (error, file->problems->len > 0 ? file->problems->pdata[0]
                                           : _ ("The appraisal of this business case cannot be read."));
  else if (file->cba->options->len == 0)
    refuse (error, _ ("This business case has no options to appraise yet."));
  else
    {
      self = export_new (accord_cba_copy (file->cba), today);
      self->option = accord_appraisal_file_get_shown_option (file);
      self->method = file->method;
      self->n_draws = file->n_draws;
      self->seed = file->seed;
      self->file = g_steal_pointer (&file);
      self->case_file = g_steal_pointer (&case_file);
      return self;
    }
  return NULL;
}

void
accord_appraisal_export_free (AccordAppraisalExport *self)
{
  if (self == NULL)
    return;
  accord_cba_free (self->cba);
  g_clear_pointer (&self->file, accord_appraisal_file_free);
  g_clear_pointer (&self->case_file, accord_case_file_free);
  g_free (self->scenario);
  g_free (self->today);
  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->swings, g_array_unref);
  g_clear_pointer (&self->chance, accord_chance_free);
  g_free (self);
}

/* --- Which option, and which scenario. */

static gboolean
is_named (const char *name, const char *wanted)
{
  g_autofree char *one = g_utf8_casefold (name != NULL ? name : "", -1);
  g_autofree char *other = g_utf8_casefold (wanted, -1);

  return g_str_equal (one, other);
}

static gboolean
choose_option (AccordAppraisalExport *self, const char *wanted, GError **error)
{
  for (guint i = 0; i < self->cba->options->len; i++)
    {
      const AccordCbaOption *option = self->cba->options->pdata[i];
      const char *letter =
          self->file != NULL ? accord_record_get_text (self->file->options->pdata[i], "letter") : NULL;

      if (g_strcmp0 (option->uid, wanted) == 0 || is_named (option->name, wanted)
          || (letter != NULL && is_named (letter, wanted)))
        {
          self->option = i;
          return TRUE;
        }
    }
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY, _ ("There is no option “%s”."),
               wanted);
  return FALSE;
}

static gboolean
choose_scenario (AccordAppraisalExport *self, const char *wanted, GError **error)
{
  const guint n = self->file != NULL ? self->file->scenarios->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const AccordAppraisalScenario *scenario = self->file->scenarios->pdata[i];
      g_autofree char *name = accord_record_dup_title (scenario->record);
      AccordCba *changed;

      if (!is_named (name, wanted) && g_strcmp0 (accord_record_get_uid (scenario->record), wanted) != 0)
        continue;
      if (scenario->problem != NULL)
        return refuse (error, scenario->problem);
      changed =
          accord_cba_apply (self->cba, (const AccordScenarioChange *) (gpointer) scenario->changes->data,
                            scenario->changes->len);
      if (changed == NULL)
        return refuse (error, _ ("The scenario changes numbers that are not in the appraisal any more."));
      accord_cba_free (self->cba);
      self->cba = changed;
      self->scenario = g_steal_pointer (&name);
      return TRUE;
    }
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_EMPTY, _ ("There is no scenario “%s”."),
               wanted);
  return FALSE;
}

/**
 * accord_appraisal_export_choose:
 * @self: an appraisal that is not worked out yet
 * @option: (nullable): the name, the letter or the uid of an option, or %NULL for the one that is shown first
 * @scenario: (nullable): the name or the uid of a scenario, or %NULL for the figures as they were typed
 * @error: return location for an error
 *
 * Says what the paper is about.
 *
 * Returns: %FALSE if there is no such option or scenario
 */
gboolean
accord_appraisal_export_choose (AccordAppraisalExport *self, const char *option, const char *scenario,
                                GError **error)
{
  g_return_val_if_fail (self->results->len == 0, FALSE);

  return (option == NULL || choose_option (self, option, error))
         && (scenario == NULL || choose_scenario (self, scenario, error));
}

/* --- What it comes to. */

static gboolean
is_uncertain (const AccordCbaOption *option)
{
  for (guint i = 0; i < option->costs->len; i++)
    if (((const AccordCbaCost *) option->costs->pdata[i])->spread.shape != ACCORD_SPREAD_NONE)
      return TRUE;
  for (guint i = 0; i < option->outcomes->len; i++)
    if (((const AccordCbaOutcome *) option->outcomes->pdata[i])->spread.shape != ACCORD_SPREAD_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
tell (AccordProgressFunc progress, gpointer progress_data, gint64 done)
{
  if (progress != NULL)
    progress (done, DRAWS, progress_data);
}

/* The first fault is told: the others are seen where the numbers are typed. */
static gboolean
fail_fault (const AccordCba *cba, GArray *faults, GError **error)
{
  g_autofree char *words = faults != NULL && faults->len > 0
                               ? accord_cba_fault_dup_words (cba, &g_array_index (faults, AccordCbaFault, 0))
                               : g_strdup (_ ("The appraisal cannot be worked out."));

  return refuse (error, words);
}

static void
draw (AccordAppraisalExport *self, GCancellable *cancellable)
{
  const AccordCbaResult *result = self->results->pdata[self->option];
  const AccordCbaOption *option = self->cba->options->pdata[self->option];
  const gboolean uncertain = is_uncertain (option)
                             || (result->comparator != ACCORD_CBA_NONE
                                 && is_uncertain (self->cba->options->pdata[result->comparator]));

  if (self->n_draws > 0 && uncertain)
    self->chance = accord_cba_draw (self->cba, self->option, self->method, self->n_draws, self->seed,
                                    g_get_num_processors (), is_cancelled, cancellable);
}

/**
 * accord_appraisal_export_work_out:
 * @self: an appraisal that is not worked out yet
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Works out what every option comes to, what the chosen one hangs on, and how sure it is.
 *
 * Returns: %FALSE with a sentence that names the line which stands in the way, or if it was cancelled
 */
gboolean
accord_appraisal_export_work_out (AccordAppraisalExport *self, AccordProgressFunc progress,
                                  gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) faults = NULL;
  g_autoptr (AccordCbaRun) run = accord_cba_run_new (self->cba, &faults);

  g_return_val_if_fail (self->results->len == 0, FALSE);

  if (run == NULL)
    return fail_fault (self->cba, faults, error);
  for (guint i = 0; i < self->cba->options->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (self->results, accord_cba_run_evaluate (run, i));
  tell (progress, progress_data, SUMS);
  if (!g_cancellable_is_cancelled (cancellable))
    self->swings = accord_cba_swings (self->cba, self->option, CHANGE);
  tell (progress, progress_data, SWINGS);
  if (!g_cancellable_is_cancelled (cancellable))
    draw (self, cancellable);
  tell (progress, progress_data, DRAWS);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
