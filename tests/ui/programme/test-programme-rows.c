/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-figures.h"
#include "finding-groups.h"
#include "programme/programme-charts.h"
#include "programme/programme-figures.h"
#include "programme/programme-rows.h"
#include "chart/multiples.h"
#include "kinds.h"

#include <string.h>

#define TODAY "2026-11-22"

static AccordSchema *schema;

/* @...: names of fields and their values as people write them, then NULL. */
static AccordRecord *
make (const char *kind_name, ...)
{
  const AccordKind *kind = accord_schema_find_kind (schema, kind_name);
  AccordRecord *record = accord_record_new (kind);
  const char *field;
  va_list args;

  va_start (args, kind_name);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      accord_record_parse_field (record, accord_kind_find_field (kind, field), va_arg (args, const char *),
                                 &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

static AccordProgrammeProgress *
new_progress (void)
{
  AccordProgrammeProgress *progress = g_new0 (AccordProgrammeProgress, 1);

  progress->programme = make ("programme", "name", "Together", NULL);
  progress->today = g_strdup (TODAY);
  progress->milestones = g_ptr_array_new_with_free_func (g_object_unref);
  progress->workstreams = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_workstream_progress_free);
  progress->transfers = g_ptr_array_new_with_free_func (g_object_unref);
  progress->actions = g_ptr_array_new_with_free_func (g_object_unref);
  progress->engagements = g_ptr_array_new_with_free_func (g_object_unref);
  progress->findings = g_ptr_array_new_with_free_func (g_object_unref);
  progress->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_risk_standing_free);
  progress->benefits = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_benefit_standing_free);
  return progress;
}

static void
add_risk (AccordProgrammeProgress *progress, const char *name, const char *net, const char *target)
{
  g_autoptr (AccordRecord) risk =
      make ("risk", "name", name, "net", net, "target", target, "status", "open", NULL);

  g_ptr_array_add (progress->risks, accord_risk_standing_new (risk));
}

static void
add_benefit (AccordProgrammeProgress *progress, const char *measure, const char *target, const char *actuals)
{
  g_autoptr (AccordRecord) benefit =
      make ("benefit", "measure", measure, "baseline", target[0] != '\0' ? "0" : "", "target", target, NULL);

  accord_record_set_text (benefit, "actuals", actuals);
  g_ptr_array_add (progress->benefits, accord_benefit_standing_new (benefit, TODAY));
}

static const AccordRow *
row_at (GPtrArray *rows, guint index)
{
  g_assert_cmpuint (index, <, rows->len);
  return rows->pdata[index];
}

static void
test_milestone_rows (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  g_autoptr (GPtrArray) rows = NULL;

  g_ptr_array_add (progress->milestones, make ("milestone", "name", "Done", "status", "done", NULL));
  g_ptr_array_add (progress->milestones,
                   make ("milestone", "name", "Late", "status", "planned", "date", "2026-11-21", NULL));
  g_ptr_array_add (progress->milestones,
                   make ("milestone", "name", "Missed", "status", "missed", "date", "2026-11-21", NULL));
  g_ptr_array_add (progress->milestones, make ("milestone", "name", "Some day", "status", "planned", NULL));
  rows = accord_programme_milestone_rows (progress->milestones, TODAY);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (row_at (rows, 0)->words, ==, "Overdue");
  g_assert_cmpstr (row_at (rows, 0)->second, ==, "21 Nov 2026, yesterday");
  g_assert_cmpstr (row_at (rows, 1)->words, ==, "Missed");
  g_assert_cmpstr (row_at (rows, 2)->words, ==, "Planned");
  g_assert_cmpstr (row_at (rows, 2)->second, ==, "no date given");
}

static void
test_action_rows (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  AccordRecord *done = make ("action", "text", "Ring", "state", "done", "owner", "PMO", NULL);
  g_autoptr (GPtrArray) rows = NULL;

  accord_record_set_text (done, "updates", "2016-09-26 rang\n2016-09-27 rang again\n");
  g_ptr_array_add (progress->actions,
                   make ("action", "text", "Write", "state", "open", "due", "2026-11-01", NULL));
  g_ptr_array_add (progress->actions, done);
  rows = accord_programme_action_rows (progress);
  g_assert_cmpstr (row_at (rows, 0)->words, ==, "Overdue");
  g_assert_cmpstr (row_at (rows, 0)->second, ==, "no owner yet · due 1 Nov 2026, 3 weeks ago");
  g_assert_cmpstr (row_at (rows, 0)->choice, ==, "state");
  g_assert_cmpstr (row_at (rows, 1)->second, ==, "PMO · 27 Sep 2016: rang again");
}

static void
test_engagement_rows (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  g_autoptr (GPtrArray) rows = NULL;

  g_ptr_array_add (progress->engagements,
                   make ("engagement", "name", "A", "type", "survey", "responses", "8000", NULL));
  g_ptr_array_add (progress->engagements,
                   make ("engagement", "name", "B", "type", "survey", "responses", "2000", NULL));
  g_ptr_array_add (progress->engagements,
                   make ("engagement", "name", "C", "type", "listening-event", "attendance", "40", NULL));
  g_ptr_array_add (progress->engagements, make ("engagement", "name", "D", "type", "publicity", NULL));
  g_ptr_array_add (progress->engagements,
                   make ("engagement", "name", "E", "type", "workshop", "attendance", "0", NULL));
  rows = accord_programme_engagement_rows (progress);
  g_assert_cmpstr (row_at (rows, 0)->figure, ==, "8,000");
  g_assert_cmpfloat (row_at (rows, 0)->share, ==, 1);
  g_assert_cmpfloat (row_at (rows, 1)->share, ==, 0.25);
  /* People are not held against answers. */
  g_assert_cmpfloat (row_at (rows, 2)->share, ==, 1);
  g_assert_cmpstr (row_at (rows, 2)->figure_note, ==, "people came");
  g_assert_null (row_at (rows, 3)->figure);
  g_assert_cmpfloat (row_at (rows, 3)->share, <, 0);
  g_assert_cmpfloat (row_at (rows, 4)->share, ==, 0);
}

static const AccordFormFigure *
find_figure (GPtrArray *figures, const char *label)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (((AccordFormFigure *) figures->pdata[i])->label, label) == 0)
      return figures->pdata[i];
  return NULL;
}

static void
test_figures (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  g_autoptr (GPtrArray) none = accord_programme_figures (progress);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  progress->count = (AccordMilestoneCount){ .all = 5, .done = 2, .under_way = 1, .overdue = 2 };
  add_risk (progress, "Above", "12", "8");
  add_risk (progress, "Not scored", "", "");
  add_benefit (progress, "Half", "10", "2026-01-01 5");
  add_benefit (progress, "Nothing", "", NULL);
  fewer = accord_programme_figures (progress);
  /* Five would leave an empty place in the grid: what is overdue then stands under what is done. */
  g_assert_cmpuint (fewer->len, ==, 4);
  g_assert_null (find_figure (fewer, "Overdue"));
  g_assert_cmpstr (find_figure (fewer, "Milestones done")->note, ==, "2 overdue");
  g_assert_true (find_figure (fewer, "Milestones done")->urgent);
  g_ptr_array_add (progress->actions, make ("action", "text", "Ring", "state", "open", NULL));
  progress->n_actions_open = 1;
  figures = accord_programme_figures (progress);
  g_assert_cmpuint (figures->len, ==, 6);
  g_assert_cmpstr (find_figure (figures, "Milestones done")->text, ==, "2 of 5");
  g_assert_cmpstr (find_figure (figures, "Overdue")->text, ==, "2");
  g_assert_cmpstr (find_figure (figures, "Risks above target")->text, ==, "1 of 1");
  g_assert_cmpstr (find_figure (figures, "Risks above target")->note, ==, "1 not scored");
  g_assert_cmpstr (find_figure (figures, "Benefits on track")->text, ==, "1 of 1");
  for (guint i = 0; i < figures->len; i++)
    {
      const AccordFormFigure *figure = figures->pdata[i];

      g_assert_true (g_str_has_suffix (figure->rule, "."));
      g_assert_nonnull (figure->rows);
    }
}

static void
test_drawn (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (GPtrArray) unscored = NULL;
  g_autoptr (GPtrArray) unmeasured = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree char *summary = NULL;

  add_risk (progress, "Above", "12", "8");
  add_risk (progress, "Below", "2", "8");
  add_risk (progress, "Not scored", "", "");
  add_benefit (progress, "Half", "10", "2026-01-01 5\n2025-01-01 2");
  add_benefit (progress, "Nothing", "", NULL);
  marks = accord_programme_risk_marks (progress->risks, 10);
  unscored = accord_programme_unscored_rows (progress);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_true (((AccordRiskMark *) marks->pdata[0])->urgent);
  g_assert_false (((AccordRiskMark *) marks->pdata[1])->urgent);
  g_assert_cmpuint (unscored->len, ==, 1);
  summary = accord_programme_risk_dup_summary (progress->risks);
  g_assert_cmpstr (summary, ==, "2 scored risks, 1 above their target; the highest is “Above” at 12.");
  panels = accord_programme_benefit_panels (progress->benefits, 10);
  unmeasured = accord_programme_unmeasured_rows (progress);
  g_assert_cmpuint (panels->len, ==, 1);
  g_assert_cmpuint (((AccordMultiple *) panels->pdata[0])->values->len, ==, 2);
  g_assert_cmpuint (unmeasured->len, ==, 1);
  cells = accord_programme_benefit_cells (progress->benefits);
  g_assert_cmpuint (cells->len, ==, 2);
  g_assert_cmpstr (((char **) cells->pdata[0])[2], ==, "5, 1 Jan 2026");
  g_assert_cmpstr (((char **) cells->pdata[1])[2], ==, "–");
}

static void
test_findings (void)
{
  g_autoptr (AccordProgrammeProgress) progress = new_progress ();
  g_autoptr (GPtrArray) none = accord_finding_groups (progress->findings);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *title = NULL;
  static const char *const expected[] = { "Strengths", "Comments", "What was achieved" };
  static const char *const types[][2] = {
    { "comment", "2016/17" }, { "outcome", "" }, { "strength", "2016/17" }, { "strength", "2016/17" }
  };

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_add (progress->findings,
                     make ("finding", "text", "Found", "type", types[i][0], "year", types[i][1], NULL));
  groups = accord_finding_groups (progress->findings);
  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < groups->len; i++)
    {
      const AccordFindingGroup *group = groups->pdata[i];

      g_assert_cmpstr (group->title, ==, expected[i]);
      g_assert_cmpint (group->first_of_year, ==, i != 1);
    }
  g_assert_cmpuint (((AccordFindingGroup *) groups->pdata[0])->findings->len, ==, 2);
  title = accord_finding_dup_title (groups);
  g_assert_cmpstr (title, ==, "Evaluation");
  g_ptr_array_remove_index (groups, 2);
  ((AccordFindingGroup *) groups->pdata[0])->first_of_year = FALSE;
  g_free (title);
  title = accord_finding_dup_title (groups);
  g_assert_cmpstr (title, ==, "Evaluation of 2016/17");
  add_benefit (progress, "Admissions", "10", "2017-03-31 7\n2017-04-01 8");
  {
    g_autoptr (GPtrArray) measures = accord_finding_measures (progress->benefits, 2016);
    g_autoptr (GPtrArray) unknown = accord_finding_measures (progress->benefits, ACCORD_UNKNOWN);

    g_assert_cmpuint (measures->len, ==, 1);
    g_assert_cmpstr (measures->pdata[0], ==, "Admissions: 7, target 10");
    g_assert_cmpuint (unknown->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  schema = accord_model_schema_new ();

  g_test_add_func ("/programme-rows/milestones", test_milestone_rows);
  g_test_add_func ("/programme-rows/actions", test_action_rows);
  g_test_add_func ("/programme-rows/engagements", test_engagement_rows);
  g_test_add_func ("/programme-rows/figures", test_figures);
  g_test_add_func ("/programme-rows/drawn", test_drawn);
  g_test_add_func ("/programme-rows/findings", test_findings);
  result = g_test_run ();
  g_object_unref (schema);
  return result;
}
