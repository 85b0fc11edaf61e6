/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-report.h"

#include "case-file.h"
#include "date.h"
#include "financial-year.h"
#include "today.h"

#include <glib/gi18n-lib.h>

static char *
dup_subtitle (const AccordEvaluation *evaluation)
{
  const char *organisation = accord_record_get_reference_title (evaluation->programme, "organisation");
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);

  return organisation != NULL ? g_strdup_printf ("%s · %s", organisation, day) : g_steal_pointer (&day);
}

/* Whether the evaluation is of several years, or of one that is known. */
static gboolean
has_years (const AccordEvaluation *evaluation)
{
  const AccordFindingGroup *first = evaluation->groups->len > 0 ? evaluation->groups->pdata[0] : NULL;

  return first != NULL && (first->first_of_year || first->year != ACCORD_UNKNOWN);
}

/* How many findings there are of each sort, in the words that stand over them. */
static void
add_summary (AccordReport *report, const AccordEvaluation *evaluation)
{
  g_autofree char *workstreams =
      g_strdup_printf (ngettext ("%u workstream", "%u workstreams", evaluation->workstreams->len),
                       evaluation->workstreams->len);
  g_autofree char *findings = g_strdup_printf (
      ngettext ("%u finding", "%u findings", evaluation->findings->len), evaluation->findings->len);
  /* Translators: so many workstreams, and so many findings. */
  g_autofree char *words = g_strdup_printf (_ ("%s, %s."), workstreams, findings);
  gboolean years = has_years (evaluation);
  const char *const headings[] = { _ ("What was found"), _ ("Findings"), years ? _ ("Financial year") : NULL,
                                   NULL };

  accord_report_add_text (report, words);
  if (evaluation->groups->len == 0)
    return;
  accord_report_begin_table (report, headings);
  for (guint i = 0; i < evaluation->groups->len; i++)
    {
      const AccordFindingGroup *group = evaluation->groups->pdata[i];
      g_autofree char *year = group->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) group->year)
                                                            : g_strdup (_ ("not given"));
      g_autofree char *n = g_strdup_printf ("%u", group->findings->len);
      const char *const cells[] = { group->title, n, years ? year : NULL, NULL };

      accord_report_add_row (report, cells);
    }
}

static guint
count_findings (const AccordEvaluation *evaluation, gint64 workstream)
{
  guint n = 0;

  for (guint i = 0; i < evaluation->findings->len; i++)
    n += accord_record_get_int (((AccordEvaluationFinding *) evaluation->findings->pdata[i])->record,
                                "workstream")
         == workstream;
  return n;
}

static void
add_workstreams (AccordReport *report, const AccordEvaluation *evaluation)
{
  if (evaluation->workstreams->len == 0)
    return;
  accord_report_add_heading (report, 1, _ ("Workstreams"));
  for (guint i = 0; i < evaluation->workstreams->len; i++)
    {
      AccordRecord *workstream = evaluation->workstreams->pdata[i];
      const char *description = accord_record_get_text (workstream, "description");
      const char *lead = accord_record_get_text (workstream, "lead");
      guint n = count_findings (evaluation, accord_record_get_id (workstream));
      g_autofree char *name = accord_record_dup_title (workstream);
      GString *note = g_string_new (description);
      g_autofree char *words = NULL;

      /* Translators: who leads a workstream. */
      if (lead != NULL)
        g_string_append_printf (note, _ ("%sLed by %s"), note->len > 0 ? "\n" : "", lead);
      if (n > 0)
        {
          g_string_append (note, note->len > 0 ? "\n" : "");
          g_string_append_printf (note, ngettext ("%u finding speaks of it", "%u findings speak of it", n),
                                  n);
        }
      words = g_string_free (note, FALSE);
      accord_report_add_point (report, name, *words != '\0' ? words : NULL);
    }
}

static char *
dup_note (const AccordEvaluationFinding *finding)
{
  const char *workstream = accord_record_get_reference_title (finding->record, "workstream");
  const char *own = accord_record_get_text (finding->record, "note");
  g_autofree char *sentence = accord_evaluation_finding_dup_sentence (finding);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *quote = NULL;

  if (workstream != NULL)
    g_ptr_array_add (lines, (gpointer) workstream);
  if (own != NULL)
    g_ptr_array_add (lines, (gpointer) own);
  if (sentence != NULL)
    /* Translators: words that are quoted. */
    g_ptr_array_add (lines, quote = g_strdup_printf (_ ("“%s”"), sentence));
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

/* A finding as it was said, and the number of the place that it was said in. */
static void
add_finding (AccordReport *report, const AccordEvaluationFinding *finding, GPtrArray *places)
{
  g_autofree char *text = accord_record_dup_title (finding->record);
  g_autofree char *point = accord_sentence_case (text);
  g_autofree char *note = dup_note (finding);
  g_autofree char *place = accord_evaluation_finding_dup_place (finding);
  g_autofree char *words = NULL;
  guint index;

  if (place == NULL)
    {
      accord_report_add_point (report, point, note);
      return;
    }
  if (!g_ptr_array_find_with_equal_func (places, place, g_str_equal, &index))
    {
      index = places->len;
      g_ptr_array_add (places, g_steal_pointer (&place));
    }
  words = g_strdup_printf ("%s [%u]", point, index + 1);
  accord_report_add_point (report, words, note);
}

static void
add_measures (AccordReport *report, const AccordEvaluation *evaluation, gint64 year)
{
  g_autoptr (GPtrArray) lines = accord_finding_measures (evaluation->benefits, year);

  if (lines->len == 0)
    return;
  accord_report_add_heading (report, 2, _ ("What was measured"));
  for (guint i = 0; i < lines->len; i++)
    accord_report_add_point (report, lines->pdata[i], NULL);
}

static void
add_findings (AccordReport *report, const AccordEvaluation *evaluation, GPtrArray *places)
{
  gint64 year = ACCORD_UNKNOWN;

  for (guint i = 0; i < evaluation->groups->len; i++)
    {
      const AccordFindingGroup *group = evaluation->groups->pdata[i];

      if (i == 0 || group->year != year)
        {
          g_autofree char *words =
              group->year != ACCORD_UNKNOWN
                  ? accord_financial_year_format ((int) group->year)
                  : g_strdup (has_years (evaluation) ? _ ("Year not given") : _ ("What was found"));

          accord_report_add_heading (report, 1, words);
          add_measures (report, evaluation, group->year);
        }
      year = group->year;
      accord_report_add_heading (report, 2, group->title);
      for (guint j = 0; j < group->findings->len; j++)
        add_finding (report, accord_evaluation_find (evaluation, group->findings->pdata[j]), places);
    }
}

static void
add_places (AccordReport *report, GPtrArray *places)
{
  if (places->len > 0)
    accord_report_add_heading (report, 1, _ ("Where this was said"));
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *words = g_strdup_printf ("[%u] %s", i + 1, (const char *) places->pdata[i]);

      accord_report_add_text (report, words);
    }
}

/**
 * accord_evaluation_report_new:
 * @evaluation: the evaluation of a programme
 *
 * Returns: (transfer full): the same for paper
 */
AccordReport *
accord_evaluation_report_new (const AccordEvaluation *evaluation)
{
  g_autofree char *title = accord_evaluation_dup_title (evaluation);
  g_autofree char *subtitle = dup_subtitle (evaluation);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  AccordReport *report = accord_report_new (title, subtitle);

  add_summary (report, evaluation);
  add_workstreams (report, evaluation);
  add_findings (report, evaluation, places);
  add_places (report, places);
  return report;
}
