/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-charts.h"

#include "chart/multiples.h"
#include "chart/picture-table.h"
#include "chart/risk-chart.h"
#include "date.h"

#include <glib/gi18n-lib.h>

#define N_RISK_COLUMNS 6
#define N_BENEFIT_COLUMNS 5
#define N_VALUE_COLUMNS 2

static int
score (gint64 value)
{
  return value != ACCORD_UNKNOWN ? (int) value : 0;
}

static AccordRiskMark *
make_mark (const AccordRiskStanding *risk)
{
  AccordRiskMark *mark = g_new0 (AccordRiskMark, 1);
  g_autofree char *words = accord_risk_standing_dup_words (risk, FALSE);
  g_autofree char *all = accord_risk_standing_dup_words (risk, TRUE);

  mark->id = risk->risk;
  mark->name = g_strdup (risk->name);
  mark->words = risk->owner != NULL ? g_strdup_printf ("%s · %s", words, risk->owner) : g_strdup (words);
  mark->label = g_strdup_printf ("%s: %s", risk->name, all);
  mark->gross = score (risk->gross);
  mark->net = score (risk->net);
  mark->target = score (risk->target);
  mark->previous = score (risk->previous);
  mark->urgent = risk->above_target;
  return mark;
}

/**
 * accord_programme_risk_marks:
 * @risks: (element-type AccordRiskStanding): risks, the worst first
 * @most: how many to draw at most
 *
 * Returns: (transfer full) (element-type AccordRiskMark): the open ones that were scored
 */
GPtrArray *
accord_programme_risk_marks (GPtrArray *risks, guint most)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_risk_mark_free);

  for (guint i = 0; i < risks->len && marks->len < most; i++)
    {
      const AccordRiskStanding *risk = risks->pdata[i];

      if (risk->scored && !risk->closed)
        g_ptr_array_add (marks, make_mark (risk));
    }
  return marks;
}

static char *
dup_distance (const AccordRiskStanding *risk)
{
  if (risk->net == ACCORD_UNKNOWN || risk->target == ACCORD_UNKNOWN)
    return g_strdup (_ ("no target to hold it against"));
  if (risk->net > risk->target)
    return g_strdup_printf (_ ("%d above its target"), (int) (risk->net - risk->target));
  if (risk->net < risk->target)
    return g_strdup_printf (_ ("%d below its target"), (int) (risk->target - risk->net));
  return g_strdup (_ ("at its target"));
}

/**
 * accord_programme_risk_mark_alone:
 * @risk: a risk
 *
 * Returns: (transfer full): the same for its own page, which has said its name
 */
AccordRiskMark *
accord_programme_risk_mark_alone (const AccordRiskStanding *risk)
{
  AccordRiskMark *mark = make_mark (risk);

  g_free (mark->name);
  g_free (mark->words);
  mark->name = accord_risk_standing_dup_words (risk, FALSE);
  mark->words = dup_distance (risk);
  return mark;
}

/**
 * accord_programme_risk_dup_summary:
 * @risks: (element-type AccordRiskStanding): risks, the worst first
 *
 * Returns: (transfer full): a sentence that says what a drawing of them shows
 */
char *
accord_programme_risk_dup_summary (GPtrArray *risks)
{
  const AccordRiskStanding *worst = NULL;
  guint n = 0, above = 0;

  for (guint i = 0; i < risks->len; i++)
    {
      const AccordRiskStanding *risk = risks->pdata[i];

      if (risk->closed || !risk->scored)
        continue;
      if (n++ == 0)
        worst = risk;
      above += risk->above_target;
    }
  if (worst == NULL)
    return g_strdup (_ ("No open risk is scored."));
  if (worst->net == ACCORD_UNKNOWN)
    return g_strdup_printf (ngettext ("%u scored risk.", "%u scored risks.", n), n);
  return g_strdup_printf (ngettext ("%u scored risk, %u above its target; the highest is “%s” at %d.",
                                    "%u scored risks, %u above their target; the highest is “%s” at %d.", n),
                          n, above, worst->name, (int) worst->net);
}

static char *
dup_score (gint64 value)
{
  return value != ACCORD_UNKNOWN ? g_strdup_printf ("%d", (int) value) : g_strdup ("–");
}

/**
 * accord_programme_risk_cells:
 * @risks: (element-type AccordRiskStanding): risks
 *
 * Returns: (transfer full) (element-type GStrv): the same as a table, scored or not, open or closed
 */
GPtrArray *
accord_programme_risk_cells (GPtrArray *risks)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < risks->len; i++)
    {
      const AccordRiskStanding *risk = risks->pdata[i];
      const char *direction = accord_risk_direction_get_words (risk->direction);
      char **cells = g_new0 (char *, N_RISK_COLUMNS + 1);

      cells[0] = risk->closed ? g_strdup_printf (_ ("%s (closed)"), risk->name) : g_strdup (risk->name);
      cells[1] = dup_score (risk->gross);
      cells[2] = dup_score (risk->previous);
      cells[3] = dup_score (risk->net);
      cells[4] = dup_score (risk->target);
      cells[5] = g_strdup (direction != NULL ? direction : "–");
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

GtkWidget *
accord_programme_risk_table_new (void)
{
  const char *const headings[N_RISK_COLUMNS] = { _ ("Risk"), _ ("Gross"),  _ ("Previous"),
                                                 _ ("Net"),  _ ("Target"), _ ("Direction") };

  return accord_plain_table_new (_ ("Risks as a table"), headings, N_RISK_COLUMNS,
                                 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4);
}

static char *
dup_level (const char *what, const char *value)
{
  g_autofree char *number = accord_decimal_dup_display (value);

  /* Translators: “target 25”: the name of a line in a small drawing and its value. */
  return g_strdup_printf (_ ("%s %s"), what, number);
}

static void
add_values (AccordMultiple *panel, const AccordBenefitStanding *benefit)
{
  for (guint i = 0; i < benefit->actuals->len; i++)
    {
      const AccordDatedValue *value = benefit->actuals->pdata[i];
      g_autofree char *text = accord_decimal_dup_display (value->text);
      g_autofree char *amount = accord_benefit_dup_value (benefit, value->text);
      g_autofree char *date = accord_date_format (value->date);
      g_autofree char *label = g_strdup_printf (_ ("%s: %s, %s"), benefit->measure, amount, date);
      int day;

      if (accord_date_to_day_number (value->date, &day))
        accord_multiple_add (panel, day, value->value, text, label);
    }
}

static void
add_levels (AccordMultiple *panel, const AccordBenefitStanding *benefit)
{
  if (benefit->baseline != NULL)
    {
      panel->baseline = g_ascii_strtod (benefit->baseline, NULL);
      panel->baseline_label = dup_level (_ ("baseline"), benefit->baseline);
    }
  if (benefit->target != NULL)
    {
      panel->target = g_ascii_strtod (benefit->target, NULL);
      panel->target_label = dup_level (_ ("target"), benefit->target);
    }
  panel->has_target_day =
      benefit->target_date != NULL && accord_date_to_day_number (benefit->target_date, &panel->target_day);
}

/* How it stands, and in what it is counted. That nothing was measured is said where the bars would be. */
static char *
dup_note (const AccordBenefitStanding *benefit)
{
  const char *state = accord_benefit_state_get_words (benefit->state);

  if (benefit->latest == NULL)
    return g_strdup (benefit->unit);
  return benefit->unit != NULL ? g_strdup_printf ("%s · %s", state, benefit->unit) : g_strdup (state);
}

static AccordMultiple *
make_panel (const AccordBenefitStanding *benefit)
{
  AccordMultiple *panel = accord_multiple_new ("benefit", benefit->benefit, benefit->measure);
  g_autofree char *words = accord_benefit_standing_dup_words (benefit);

  panel->note = dup_note (benefit);
  panel->label = g_strdup_printf ("%s. %s", benefit->measure, words);
  panel->empty = _ ("No actual values yet");
  add_levels (panel, benefit);
  add_values (panel, benefit);
  return panel;
}

/**
 * accord_programme_benefit_panels:
 * @benefits: (element-type AccordBenefitStanding): benefits
 * @most: how many to draw at most
 *
 * Returns: (transfer full) (element-type AccordMultiple): a panel for each that has a number
 */
GPtrArray *
accord_programme_benefit_panels (GPtrArray *benefits, guint most)
{
  GPtrArray *panels = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_multiple_free);

  for (guint i = 0; i < benefits->len && panels->len < most; i++)
    if (accord_benefit_standing_has_figures (benefits->pdata[i]))
      g_ptr_array_add (panels, make_panel (benefits->pdata[i]));
  return panels;
}

/**
 * accord_programme_benefit_dup_summary:
 * @benefits: (element-type AccordBenefitStanding): benefits
 *
 * Returns: (transfer full): a sentence that says what a drawing of them shows
 */
char *
accord_programme_benefit_dup_summary (GPtrArray *benefits)
{
  guint on_track = 0;

  for (guint i = 0; i < benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = benefits->pdata[i];

      on_track += accord_benefit_state_is_on_track (benefit->state);
    }
  return g_strdup_printf (
      ngettext ("%u benefit, %u of them on track.", "%u benefits, %u of them on track.", benefits->len),
      benefits->len, on_track);
}

static char *
dup_number (const char *value)
{
  return value != NULL ? accord_decimal_dup_display (value) : g_strdup ("–");
}

/**
 * accord_programme_benefit_cells:
 * @benefits: (element-type AccordBenefitStanding): benefits
 *
 * Returns: (transfer full) (element-type GStrv): the same as a table
 */
GPtrArray *
accord_programme_benefit_cells (GPtrArray *benefits)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < benefits->len; i++)
    {
      const AccordBenefitStanding *benefit = benefits->pdata[i];
      g_autofree char *date = benefit->latest != NULL ? accord_date_format (benefit->latest->date) : NULL;
      g_autofree char *latest =
          benefit->latest != NULL ? accord_decimal_dup_display (benefit->latest->text) : NULL;
      char **cells = g_new0 (char *, N_BENEFIT_COLUMNS + 1);

      cells[0] = benefit->unit != NULL ? g_strdup_printf ("%s (%s)", benefit->measure, benefit->unit)
                                       : g_strdup (benefit->measure);
      cells[1] = dup_number (benefit->baseline);
      cells[2] = latest != NULL ? g_strdup_printf (_ ("%s, %s"), latest, date) : g_strdup ("–");
      cells[3] = dup_number (benefit->target);
      cells[4] = g_strdup (accord_benefit_state_get_words (benefit->state));
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

GtkWidget *
accord_programme_benefit_table_new (void)
{
  const char *const headings[N_BENEFIT_COLUMNS] = { _ ("Benefit"), _ ("Baseline"), _ ("Latest"), _ ("Target"),
                                                    _ ("How it stands") };

  return accord_plain_table_new (_ ("Benefits as a table"), headings, N_BENEFIT_COLUMNS,
                                 1 << 1 | 1 << 2 | 1 << 3);
}

/**
 * accord_programme_value_cells:
 * @benefit: a benefit
 *
 * Returns: (transfer full) (element-type GStrv): what was measured, as a table
 */
GPtrArray *
accord_programme_value_cells (const AccordBenefitStanding *benefit)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < benefit->actuals->len; i++)
    {
      const AccordDatedValue *value = benefit->actuals->pdata[i];
      char **cells = g_new0 (char *, N_VALUE_COLUMNS + 1);

      cells[0] = accord_date_format (value->date);
      cells[1] = accord_benefit_dup_value (benefit, value->text);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

GtkWidget *
accord_programme_value_table_new (void)
{
  const char *const headings[N_VALUE_COLUMNS] = { _ ("Day"), _ ("Value") };

  return accord_plain_table_new (_ ("What was measured, as a table"), headings, N_VALUE_COLUMNS, 1 << 1);
}
