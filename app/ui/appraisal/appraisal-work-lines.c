/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/appraisal-work-private.h"

#include "appraisal-lines.h"

#include <glib/gi18n-lib.h>

/* The lines of an appraisal that is worked on, and what they come to. */

/* --- Working it out. */

/* Every option, so that they can stand beside each other; one that is wrong leaves all without figures. */
void
accord_appraisal_work_out (AccordAppraisalWork *self)
{
  const AccordCba *cba = accord_appraisal_work_get_cba (self);
  g_autoptr (AccordCbaRun) run = NULL;

  g_ptr_array_set_size (self->results, 0);
  g_clear_pointer (&self->faults, g_array_unref);
  if (cba == NULL)
    return;
  run = accord_cba_run_new (cba, &self->faults);
  for (guint i = 0; run != NULL && i < cba->options->len; i++)
    g_ptr_array_add (self->results, accord_cba_run_evaluate (run, i));
}

static guint
find_organisation (AccordAppraisalWork *self, AccordCba *cba, gint64 id)
{
  const AccordWorkOrganisation *known = accord_appraisal_work_find_organisation (self, id);
  guint index;

  if (known == NULL)
    return ACCORD_CBA_NONE;
  index = accord_cba_find_organisation (cba, known->uid);
  if (index != ACCORD_CBA_NONE)
    return index;
  if (cba == self->file->cba)
    g_array_append_val (self->file->organisations, id);
  return accord_cba_add_organisation (cba, known->uid, known->name);
}

/* A line that is not kept yet has no identifier of its own: its key stands for it. */
static void
name_line (AccordRecord *line, char **uid)
{
  if (*uid != NULL)
    return;
  *uid = g_strdup (accord_line_handle_get_key (accord_line_get_handle (line)));
}

static void
fill_gains (AccordAppraisalWork *self, AccordCba *cba, AccordCbaOutcome *outcome, GPtrArray *gains)
{
  g_array_set_size (outcome->gains, 0);
  for (guint i = 0; gains != NULL && i < gains->len; i++)
    {
      gint64 id = accord_record_get_int (gains->pdata[i], "organisation");
      AccordDecimal share;

      if (accord_decimal_parse (accord_record_get_text (gains->pdata[i], "share"), &share))
        accord_cba_outcome_add_gain (outcome, find_organisation (self, cba, id), share);
    }
}

/* Puts a line into an analysis, as one more where there is none yet. */
void
accord_appraisal_work_fill (AccordAppraisalWork *self, AccordCba *cba, gboolean outcomes, guint row,
                            AccordRecord *line, GPtrArray *gains)
{
  AccordCbaOption *option = cba->options->pdata[self->option];
  g_autoptr (GError) problem = NULL;

  if (outcomes)
    {
      AccordCbaOutcome *outcome = row < option->outcomes->len
                                      ? option->outcomes->pdata[row]
                                      : accord_cba_option_add_outcome (option, NULL, NULL);

      if (!accord_outcome_fill_line (line, cba, outcome, &problem))
        g_message ("%s", problem->message);
      name_line (line, &outcome->uid);
      fill_gains (self, cba, outcome, gains);
    }
  else
    {
      AccordCbaCost *cost = row < option->costs->len ? option->costs->pdata[row]
                                                     : accord_cba_option_add_cost (option, NULL, NULL);

      if (!accord_cost_fill_line (line, cba, cost, &problem))
        g_message ("%s", problem->message);
      name_line (line, &cost->uid);
      cost->organisation = find_organisation (self, cba, accord_record_get_int (line, "organisation"));
    }
}

/* --- What there is. */

guint
accord_appraisal_work_get_option (AccordAppraisalWork *self)
{
  return self->option;
}

/**
 * accord_appraisal_work_set_option:
 * @self: work
 * @option: index of an option
 *
 * Looks at another option.
 */
void
accord_appraisal_work_set_option (AccordAppraisalWork *self, guint option)
{
  g_return_if_fail (self->file != NULL && option < self->file->options->len);

  if (option == self->option)
    return;
  self->option = option;
  g_free (self->option_uid);
  self->option_uid = g_strdup (accord_record_get_uid (self->file->options->pdata[option]));
  if (self->previewed != NULL)
    {
      g_clear_pointer (&self->previewed, accord_cba_free);
      accord_appraisal_work_out (self);
    }
  accord_appraisal_work_lines_changed (self);
  accord_appraisal_work_emit_figures (self);
}

/**
 * accord_appraisal_work_get_lines:
 * @self: work
 * @outcomes: whether the outcomes; else the costs
 *
 * Returns: (transfer none) (nullable) (element-type AccordRecord): the lines of the option that is looked at
 */
GPtrArray *
accord_appraisal_work_get_lines (AccordAppraisalWork *self, gboolean outcomes)
{
  GPtrArray *options = self->file == NULL ? NULL : outcomes ? self->file->outcomes : self->file->costs;

  return options != NULL && self->option < options->len ? options->pdata[self->option] : NULL;
}

/**
 * accord_appraisal_work_get_gains:
 * @self: work
 * @row: an outcome
 *
 * Returns: (transfer none) (nullable) (element-type AccordRecord): who gains of it
 */
GPtrArray *
accord_appraisal_work_get_gains (AccordAppraisalWork *self, guint row)
{
  GPtrArray *lines = self->file != NULL && self->option < self->file->gains->len
                         ? self->file->gains->pdata[self->option]
                         : NULL;

  return lines != NULL && row < lines->len ? lines->pdata[row] : NULL;
}

/**
 * accord_appraisal_work_get_cba:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the analysis as it is typed at this moment
 */
const AccordCba *
accord_appraisal_work_get_cba (AccordAppraisalWork *self)
{
  if (self->previewed != NULL)
    return self->previewed;
  return self->file != NULL ? self->file->cba : NULL;
}

/**
 * accord_appraisal_work_get_result:
 * @self: work
 * @option: index of an option
 *
 * Returns: (transfer none) (nullable): what it comes to, or %NULL while something is wrong
 */
const AccordCbaResult *
accord_appraisal_work_get_result (AccordAppraisalWork *self, guint option)
{
  return option < self->results->len ? self->results->pdata[option] : NULL;
}

const GArray *
accord_appraisal_work_get_faults (AccordAppraisalWork *self)
{
  return self->faults;
}

const GPtrArray *
accord_appraisal_work_get_organisations (AccordAppraisalWork *self)
{
  return self->organisations;
}

const AccordWorkOrganisation *
accord_appraisal_work_find_organisation (AccordAppraisalWork *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/* --- Changing them. */

static gint64
next_position (GPtrArray *lines)
{
  gint64 last = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 position = accord_record_get_int (lines->pdata[i], "position");

      if (position != ACCORD_UNKNOWN)
        last = MAX (last, position);
    }
  return last + 1;
}

/**
 * accord_appraisal_work_new_line:
 * @self: work
 * @outcomes: whether an outcome; else a cost
 * @row: which row it is to be
 *
 * Returns: (transfer full): a line of the option that is looked at, with a name to be changed
 */
AccordRecord *
accord_appraisal_work_new_line (AccordAppraisalWork *self, gboolean outcomes, guint row)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  AccordRecord *line = accord_record_new (accord_schema_find_kind (schema, outcomes ? "outcome" : "cost"));
  GPtrArray *lines = accord_appraisal_work_get_lines (self, outcomes);
  g_autofree char *key = g_strdup_printf ("new-%u", self->next_key++);
  g_autofree char *name = g_strdup_printf (outcomes ? _ ("Outcome %u") : _ ("Cost %u"), row + 1);
  g_autoptr (AccordLineHandle) handle = accord_line_handle_new (key, 0);

  accord_record_fill_in (line);
  accord_record_set_text (line, "name", name);
  accord_record_set_int (line, "option", accord_record_get_id (self->file->options->pdata[self->option]));
  accord_record_set_int (line, "position", next_position (lines));
  accord_line_set_handle (line, handle);
  return line;
}

/**
 * accord_appraisal_work_preview:
 * @self: work
 * @outcomes: whether an outcome; else a cost
 * @row: which line
 * @line: (nullable): as it is being typed, or %NULL for as it was
 * @gains: (nullable) (element-type AccordRecord): who gains of an outcome
 *
 * Works out what comes of what is being typed, which is not entered yet.
 */
void
accord_appraisal_work_preview (AccordAppraisalWork *self, gboolean outcomes, guint row, AccordRecord *line,
                               GPtrArray *gains)
{
  if (self->file == NULL || self->file->cba == NULL || (line == NULL && self->previewed == NULL))
    return;
  g_clear_pointer (&self->previewed, accord_cba_free);
  if (line != NULL)
    {
      self->previewed = accord_cba_copy (self->file->cba);
      accord_appraisal_work_fill (self, self->previewed, outcomes, row, line, gains);
    }
  accord_appraisal_work_out (self);
  accord_appraisal_work_emit_figures (self);
}

/**
 * accord_appraisal_work_put:
 * @self: work
 * @outcomes: whether an outcome; else a cost
 * @row: which line; the one after the last adds it
 * @line: as it is to be, with its handle
 * @gains: (nullable) (element-type AccordRecord): who gains, where that is to be said anew
 * @changes: takes what is to be written
 *
 * Changes a line.
 */
void
accord_appraisal_work_put (AccordAppraisalWork *self, gboolean outcomes, guint row, AccordRecord *line,
                           GPtrArray *gains, AccordLineChanges *changes)
{
  GPtrArray *lines = accord_appraisal_work_get_lines (self, outcomes);
  GPtrArray *all_gains = outcomes ? self->file->gains->pdata[self->option] : NULL;

  if (row < lines->len)
    {
      accord_line_changes_update (changes, lines->pdata[row], line);
      g_object_unref (lines->pdata[row]);
      lines->pdata[row] = g_object_ref (line);
    }
  else
    {
      accord_line_changes_add (changes, line);
      g_ptr_array_add (self->handles, accord_line_handle_ref (accord_line_get_handle (line)));
      g_ptr_array_add (lines, g_object_ref (line));
      if (outcomes)
        g_ptr_array_add (all_gains, g_ptr_array_new_with_free_func (g_object_unref));
    }
  if (outcomes && gains != NULL)
    {
      accord_line_changes_share (changes, line, gains);
      g_ptr_array_unref (all_gains->pdata[row]);
      all_gains->pdata[row] = g_ptr_array_ref (gains);
    }
  if (self->file->cba != NULL)
    accord_appraisal_work_fill (self, self->file->cba, outcomes, row, line,
                                outcomes ? all_gains->pdata[row] : NULL);
}

/**
 * accord_appraisal_work_remove:
 * @self: work
 * @outcomes: whether outcomes; else costs
 * @first: the first line
 * @n: how many
 * @changes: takes what is to be written
 *
 * Deletes lines.
 */
void
accord_appraisal_work_remove (AccordAppraisalWork *self, gboolean outcomes, guint first, guint n,
                              AccordLineChanges *changes)
{
  GPtrArray *lines = accord_appraisal_work_get_lines (self, outcomes);
  AccordCbaOption *option = self->file->cba != NULL ? self->file->cba->options->pdata[self->option] : NULL;

  for (guint i = first; i < first + n; i++)
    accord_line_changes_delete (changes, lines->pdata[i]);
  g_ptr_array_remove_range (lines, first, n);
  if (outcomes)
    g_ptr_array_remove_range (self->file->gains->pdata[self->option], first, n);
  if (option != NULL)
    g_ptr_array_remove_range (outcomes ? option->outcomes : option->costs, first, n);
}

/**
 * accord_appraisal_work_write:
 * @self: work
 * @label: what the change is called
 * @changes: (transfer full): what was put and removed
 *
 * Works out what comes of it and writes it, as one change.
 */
void
accord_appraisal_work_write (AccordAppraisalWork *self, const char *label, AccordLineChanges *changes)
{
  g_clear_pointer (&self->previewed, accord_cba_free);
  if (accord_line_changes_is_empty (changes))
    accord_line_changes_free (changes);
  else
    accord_appraisal_work_do (self, label, accord_line_changes_write, changes,
                              (GDestroyNotify) accord_line_changes_free);
  accord_appraisal_work_out (self);
  accord_appraisal_work_emit_figures (self);
}
