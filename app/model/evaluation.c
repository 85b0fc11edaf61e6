/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation.h"

#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
finding_free (gpointer data)
{
  AccordEvaluationFinding *finding = data;

  g_object_unref (finding->record);
  g_clear_pointer (&finding->context, accord_passage_context_free);
  g_free (finding);
}

void
accord_evaluation_free (AccordEvaluation *self)
{
  g_clear_object (&self->programme);
  g_clear_pointer (&self->workstreams, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->benefits, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_findings (AccordReader *reader, AccordEvaluation *self, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      AccordEvaluationFinding *finding = g_new0 (AccordEvaluationFinding, 1);
      AccordRecord *record = records->pdata[i];

      finding->record = g_object_ref (record);
      g_ptr_array_add (self->findings, finding);
      finding->context = accord_passage_context_read (reader, accord_record_get_kind (record),
                                                      accord_record_get_id (record), 0, error);
      if (finding->context == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_evaluation_read:
 * @reader: a reader
 * @programme: a programme
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its evaluation, of one moment
 */
AccordEvaluation *
accord_evaluation_read (AccordReader *reader, gint64 programme, const char *today, GError **error)
{
  g_autoptr (AccordProgrammeProgress) progress =
      accord_programme_progress_read (reader, programme, today, error);
  g_autoptr (AccordEvaluation) self = NULL;

  if (progress == NULL)
    return NULL;
  self = g_new0 (AccordEvaluation, 1);
  self->programme = g_object_ref (progress->programme);
  self->workstreams = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  for (guint i = 0; i < progress->workstreams->len; i++)
    g_ptr_array_add (self->workstreams,
                     g_object_ref (((AccordWorkstreamProgress *) progress->workstreams->pdata[i])->record));
  self->groups = accord_finding_groups (progress->findings);
  self->benefits = g_ptr_array_ref (progress->benefits);
  return read_findings (reader, self, progress->findings, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * accord_evaluation_find:
 * @self: an evaluation
 * @finding: a finding of one of its groups
 *
 * Returns: (transfer none): the same with its sentence
 */
const AccordEvaluationFinding *
accord_evaluation_find (const AccordEvaluation *self, AccordRecord *finding)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (((AccordEvaluationFinding *) self->findings->pdata[i])->record == finding)
      return self->findings->pdata[i];
  g_return_val_if_reached (NULL);
}

/**
 * accord_evaluation_dup_title:
 * @self: an evaluation
 *
 * Returns: (transfer full): what it is called, with the programme's name
 */
char *
accord_evaluation_dup_title (const AccordEvaluation *self)
{
  g_autofree char *title = accord_finding_dup_title (self->groups);
  g_autofree char *name = accord_record_dup_title (self->programme);

  /* Translators: a programme, and “Evaluation” or “Evaluation of 2016/17”. */
  return g_strdup_printf (_ ("%s: %s"), name, title);
}

static char *
dup_folded (const char *words)
{
  g_autofree char *line = accord_text_collapse (words);

  return accord_text_fold (line);
}

/**
 * accord_evaluation_finding_dup_sentence:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): the words of the source, where they say more than the finding itself
 */
char *
accord_evaluation_finding_dup_sentence (const AccordEvaluationFinding *finding)
{
  g_autofree char *text = accord_record_dup_title (finding->record);
  g_autofree char *said = NULL, *found = NULL, *line = NULL;

  if (finding->context->words == NULL)
    return NULL;
  line = accord_text_collapse (finding->context->words);
  said = dup_folded (line);
  found = dup_folded (text);
  return strcmp (said, found) != 0 ? g_steal_pointer (&line) : NULL;
}

/**
 * accord_evaluation_finding_dup_place:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): where it was said, or that its words are not in the text that is kept;
 * %NULL where no source is named
 */
char *
accord_evaluation_finding_dup_place (const AccordEvaluationFinding *finding)
{
  const AccordPassageContext *context = finding->context;
  g_autofree char *place = NULL;

  if (context->title == NULL && context->source_title == NULL)
    return NULL;
  if (context->title != NULL && context->source_title != NULL
      && strcmp (context->title, context->source_title) != 0)
    /* Translators: an agenda item, and the page that it stands on. */
    place = g_strdup_printf (_ ("%s, in %s"), context->title, context->source_title);
  else
    place = g_strdup (context->title != NULL ? context->title : context->source_title);
  if (context->kept && context->match == ACCORD_PASSAGE_NOT_FOUND)
    /* Translators: %s is where something is to be read. */
    return g_strdup_printf (_ ("%s; these words are not in the text kept"), place);
  return g_steal_pointer (&place);
}
