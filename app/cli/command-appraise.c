/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "appraisal-result.h"
#include "safe-file.h"

static void
result_free (gpointer data)
{
  accord_cba_result_free (data);
}

/* A series that cannot be worked out is one whose sums are too large. */
static AccordExit
work_out_flows (AccordAppraisalAnswer *answer, GError **error)
{
  const AccordAppraisalJson *json = answer->source->json;
  AccordCbaResult *result = accord_cba_evaluate_flows ((const gint64 *) (gpointer) json->flows->data,
                                                       json->flows->len, json->schedule);

  if (result == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           _ ("The series comes to more than can be counted in pennies."));
      return ACCORD_EXIT_REJECTED;
    }
  g_ptr_array_add (answer->results, result);
  answer->shown = result;
  return ACCORD_EXIT_DONE;
}

static AccordExit
work_out (AccordAppraisalAnswer *answer, GError **error)
{
  const AccordAppraisalSource *source = answer->source;
  g_autoptr (AccordCbaRun) run = NULL;

  if (source->cba == NULL)
    return work_out_flows (answer, error);
  if (accord_appraisal_source_complain (source))
    return ACCORD_EXIT_REJECTED;
  run = accord_cba_run_new (source->cba, NULL);
  for (guint i = 0; i < source->cba->options->len; i++)
    g_ptr_array_add (answer->results, accord_cba_run_evaluate (run, i));
  answer->shown = answer->results->pdata[source->option];
  return ACCORD_EXIT_DONE;
}

static gboolean
draw (AccordRun *run, AccordAppraisalAnswer *answer, GError **error)
{
  const AccordAppraisalSource *source = answer->source;

  if (run->options->draws == NULL)
    return TRUE;
  if (source->cba == NULL)
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
                           _ ("Of a bare series nothing is uncertain, so that there is nothing to draw."));
      return FALSE;
    }
  answer->chance = accord_cba_draw (source->cba, source->option, source->method, source->n_draws,
                                    source->seed, g_get_num_processors (), NULL, NULL);
  return TRUE;
}

static gboolean
write_file (AccordRun *run, const AccordAppraisalSource *source, GError **error)
{
  g_autofree char *text = accord_appraisal_source_dup_json (source);
  g_autoptr (GFile) place = g_file_new_for_path (run->options->output);
  g_autoptr (AccordSafeFile) file = accord_safe_file_new (place, error);
  g_autoptr (GOutputStream) stream = file != NULL ? accord_safe_file_open (file, error) : NULL;

  return stream != NULL
         && g_output_stream_write_all (stream, text, strlen (text), NULL, run->cancellable, error)
         && g_output_stream_close (stream, run->cancellable, error) && accord_safe_file_finish (file, error);
}

/**
 * accord_command_appraise:
 * @run: the run
 * @error: return location for an error
 *
 * Works out an appraisal, of a case or of a file of its own.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_appraise (AccordRun *run, GError **error)
{
  g_autoptr (AccordAppraisalSource) source = accord_appraisal_source_open (run, error);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (result_free);
  AccordAppraisalAnswer answer = { source, results, NULL, NULL };
  AccordExit exit;

  if (source == NULL)
    return ACCORD_EXIT_REJECTED;
  exit = work_out (&answer, error);
  if (exit != ACCORD_EXIT_DONE || !draw (run, &answer, error))
    return exit;
  if (run->options->output != NULL && !write_file (run, source, error))
    exit = ACCORD_EXIT_BROKEN;
  else if (run->options->json)
    accord_appraisal_answer_write_json (&answer, run->output);
  else
    accord_appraisal_answer_write_text (&answer, run->output);
  g_clear_pointer (&answer.chance, accord_chance_free);
  return exit;
}
