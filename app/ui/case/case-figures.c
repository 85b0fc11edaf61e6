/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/case-figures.h"

#include "appraisal/figure-words.h"
#include "date.h"
#include "form/form-figures.h"

#include <glib/gi18n-lib.h>

/* The records of @kind that are about the case. */
static AccordQuery *
make_rows (GPtrArray *records, AccordRecord *record)
{
  const AccordKind *kind;
  AccordQuery *query;

  if (records->len == 0)
    return NULL;
  kind = accord_record_get_kind (records->pdata[0]);
  query = accord_query_new (kind);
  accord_query_add_number (query, accord_kind_find_field (kind, "cases"), ACCORD_OPERATOR_CONTAINS,
                           accord_record_get_id (record));
  return query;
}

static AccordFormFigure *
make_caveats (AccordRecord *record, const AccordCaseFile *file, const char *today)
{
  AccordCaveatTally tally = accord_caveat_tally (file->caveats, today);
  guint n_answered = tally.n_answered + tally.n_accepted;
  g_autoptr (AccordQuery) rows = make_rows (file->caveats, record);
  g_autofree char *text = NULL, *note = NULL;
  AccordFormFigure *figure;

  if (file->caveats->len == 0)
    return accord_form_figure_new (_ ("Caveats answered"), _ ("none"), _ ("no caveat is recorded"));
  text = g_strdup_printf (_ ("%u of %u"), n_answered, file->caveats->len);
  if (tally.n_overdue > 0)
    note = g_strdup_printf (_ ("%u overdue"), tally.n_overdue);
  else if (n_answered == file->caveats->len)
    note = g_strdup_printf (_ ("%u accepted"), tally.n_accepted);
  else
    note = g_strdup (_ ("before the final case"));
  figure = accord_form_figure_new (_ ("Caveats answered"), text, note);
  figure->urgent = tally.n_overdue > 0;
  accord_form_figure_explain (
      figure, _ ("Caveats on this case that are answered or accepted, of all caveats on it."), rows);
  return figure;
}

static AccordFormFigure *
make_due (AccordRecord *record, const AccordCaseFile *file, const char *today)
{
  const char *stage = accord_record_get_text (record, "stage");
  const char *label = g_strcmp0 (stage, "full") == 0 ? _ ("Decision") : _ ("Final case");
  const char *due = accord_record_get_text (record, "decision-due");
  const char *words = accord_record_get_text (record, "decision-due-words");
  g_autofree char *date = due != NULL ? accord_date_format (due) : NULL;
  g_autofree char *capital = words != NULL ? accord_sentence_case (words) : NULL;
  g_autofree char *relative = due != NULL ? accord_form_dup_relative (due, today) : NULL;
  AccordFormFigure *figure = accord_form_figure_new (label, date != NULL ? date : capital,
                                                     relative != NULL ? relative
                                                     : words != NULL  ? _ ("as stated")
                                                                      : _ ("no date is recorded"));

  accord_form_figure_explain (
      figure,
      _ ("When the decision is due, as the case itself has it: the date, or the words of the source."), NULL);
  return figure;
}

/* Who was sent the case to be reviewed, and is silent so far. */
static char *
dup_waiting (const AccordCaseFile *file)
{
  const guint n = file->awaited->len;

  return n > 0 ? g_strdup_printf (ngettext ("%u asked has not answered", "%u asked have not answered", n), n)
               : NULL;
}

static AccordFormFigure *
make_endorsed (AccordRecord *record, const AccordCaseFile *file)
{
  AccordEndorsementTally tally = accord_endorsement_tally (file->standing);
  guint n_asked = tally.n_endorsed + tally.n_to_come + tally.n_refused;
  g_autoptr (AccordQuery) rows = make_rows (file->endorsements, record);
  g_autofree char *waiting = dup_waiting (file);
  g_autofree char *text = NULL, *note = NULL;
  AccordFormFigure *figure;

  if (n_asked == 0)
    return accord_form_figure_new (_ ("Endorsed"), _ ("nobody yet"),
                                   waiting != NULL ? waiting : _ ("no view is recorded"));
  text = g_strdup_printf (_ ("%u of %u"), tally.n_endorsed, n_asked);
  if (tally.n_refused > 0)
    note = g_strdup_printf (_ ("%u did not endorse"), tally.n_refused);
  else if (tally.n_to_come > 0)
    note = g_strdup_printf (_ ("%u still to come"), tally.n_to_come);
  else if (waiting != NULL)
    note = g_steal_pointer (&waiting);
  else
    note = g_strdup (_ ("by all who were asked"));
  figure = accord_form_figure_new (_ ("Endorsed"), text, note);
  accord_form_figure_explain (
      figure,
      _ ("Those who endorsed this case, with caveats or without, of all whose view is recorded or still to "
         "come. Of a partner who answered more than once the latest answer counts; comments are left out."),
      rows);
  return figure;
}

static AccordFormFigure *
make_value (const AccordAppraisalFile *appraisal)
{
  guint option = appraisal != NULL ? accord_appraisal_file_get_shown_option (appraisal) : ACCORD_CBA_NONE;
  g_autoptr (AccordCbaResult) result = NULL;
  AccordFormFigure *figure;

  if (appraisal != NULL && appraisal->cba != NULL && option != ACCORD_CBA_NONE)
    result = accord_cba_evaluate (appraisal->cba, option, NULL);
  if (result != NULL)
    {
      figure = accord_key_figure_new (0, appraisal->cba, result);
      accord_form_figure_explain (
          figure, _ ("What the appraisal makes of the case’s costs and benefits, which says why."), NULL);
      return figure;
    }
  figure = accord_form_figure_new (_ ("Net present value"), NULL,
                                   appraisal != NULL && appraisal->appraisal != NULL
                                       ? _ ("the appraisal cannot be worked out yet")
                                       : _ ("no appraisal yet"));
  accord_form_figure_explain (
      figure, _ ("What the appraisal makes of the case’s costs and benefits. None is recorded."), NULL);
  return figure;
}

/**
 * accord_case_figures:
 * @record: a business case
 * @file: (nullable): what belongs to it, once it has been read
 * @appraisal: (nullable): what it costs and what comes of it
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): what its page begins with
 */
GPtrArray *
accord_case_figures (AccordRecord *record, const AccordCaseFile *file, const AccordAppraisalFile *appraisal,
                     const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);

  if (file == NULL)
    return figures;
  g_ptr_array_add (figures, make_caveats (record, file, today));
  g_ptr_array_add (figures, make_endorsed (record, file));
  g_ptr_array_add (figures, make_due (record, file, today));
  g_ptr_array_add (figures, make_value (appraisal));
  return figures;
}
