/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-words.h"
#include "date.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* So many first years stand each by itself where there are too many; then they go together by fives and tens.
 */
#define ALL_YEARS 20
#define FIRST_YEARS 10
#define LONG 100

char *
board_paper_dup_short (double pence)
{
  return accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_SHORT);
}

char *
board_paper_dup_pounds (double pence)
{
  return accord_money_format (accord_cba_pence (pence), ACCORD_MONEY_POUNDS);
}

/* A ratio, or a year, or why there is none. */
char *
board_paper_dup_value (const BoardPaper *self, AccordCbaValue value, gboolean year)
{
  return accord_cba_value_dup_display (self->cba, value, year ? ACCORD_UNIT_YEAR : ACCORD_UNIT_RATIO);
}

char *
board_paper_dup_span (const BoardPaper *self, guint first, guint last)
{
  g_autofree char *from = accord_cba_year_dup_label (self->cba, first);
  g_autofree char *until = accord_cba_year_dup_label (self->cba, last);

  /* Translators: the first and the last of several years. */
  return first == last ? g_steal_pointer (&from) : g_strdup_printf (_ ("%s to %s"), from, until);
}

const char *
board_paper_get_organisation (const BoardPaper *self, guint organisation)
{
  if (organisation >= self->cba->organisations->len)
    return _ ("No organisation named");
  return ((const AccordCbaOrganisation *) self->cba->organisations->pdata[organisation])->name;
}

/* Those who pay or gain something. */
GPtrArray *
board_paper_list_positions (const BoardPaper *self)
{
  GPtrArray *positions = g_ptr_array_new ();

  for (guint i = 0; i < self->sums->positions->len; i++)
    {
      AccordCbaPosition *position = &g_array_index (self->sums->positions, AccordCbaPosition, i);
      gboolean takes_part = FALSE;

      for (guint year = 0; year < self->cba->horizon && !takes_part; year++)
        takes_part = position->years.cost[year] != 0 || position->years.benefit[year] != 0;
      if (takes_part)
        g_ptr_array_add (positions, position);
    }
  return positions;
}

/* How many years from @year on stand in one row of a table by year. */
guint
board_paper_step (const BoardPaper *self, guint year)
{
  const guint n = self->cba->horizon;
  guint step = 1;

  if (n > ALL_YEARS && year >= FIRST_YEARS)
    step = n > LONG && year >= LONG / 2 ? 25 : n > ALL_YEARS * 2 && year >= FIRST_YEARS * 3 ? 10 : 5;
  return MIN (step, n - year);
}

/* Adds a row of words, which are freed. */
void
board_paper_add_row (BoardPaper *self, gboolean total, GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  if (total)
    accord_report_add_total (self->report, (const char *const *) cells->pdata);
  else
    accord_report_add_row (self->report, (const char *const *) cells->pdata);
  g_ptr_array_set_size (cells, 0);
}

static const char *
choice_label (AccordRecord *record, const char *name)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (record), name);
  const char *label = accord_field_choice_label (field, accord_record_get_text (record, name));

  return label != NULL ? _ (label) : NULL;
}

static void
append (GString *words, const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", more);
}

/* What the paper is of: the case's stage and programme, and the day of its figures. */
static char *
dup_subtitle (const AccordAppraisalExport *appraisal)
{
  GString *words = g_string_new (NULL);
  AccordRecord *record = appraisal->case_file != NULL ? appraisal->case_file->record : NULL;
  g_autofree char *day = accord_date_format (appraisal->today);
  /* Translators: a day. */
  g_autofree char *figures = g_strdup_printf (_ ("Figures of %s"), day);

  if (record != NULL)
    {
      append (words, choice_label (record, "stage"));
      append (words, choice_label (record, "status"));
      append (words, accord_record_get_reference_title (record, "programme"));
      append (words, accord_record_get_reference_title (record, "organisation"));
    }
  append (words, figures);
  return g_string_free (words, FALSE);
}

/* The editions that the figures stand on, so that they can be found again. */
static char *
dup_basis (const AccordCba *cba)
{
  GString *words = g_string_new (NULL);
  const AccordSchedule *schedule = cba->schedules->pdata[0];
  g_autofree char *last = accord_cba_year_dup_label (cba, cba->horizon - 1);
  g_autofree char *first = accord_cba_year_dup_label (cba, 0);
  g_autofree char *years = g_strdup_printf (
      /* Translators: how many years, the first and the last. */
      ngettext ("%u year, %s", "%u years, %s to %s", cba->horizon), cba->horizon, first, last);
  g_autofree char *rates =
      schedule->edition != NULL
          /* Translators: the name of a schedule of discount rates, and its edition. */
          ? g_strdup_printf (_ ("discount rates: %s (%s)"), schedule->name, schedule->edition)
          : g_strdup_printf (_ ("discount rates: %s"), schedule->name);

  append (words, years);
  append (words, rates);
  if (cba->grades != NULL && cba->grades->edition != NULL)
    {
      /* Translators: an edition. */
      g_autofree char *grades = g_strdup_printf (_ ("confidence grades: %s"), cba->grades->edition);

      append (words, grades);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_title (const AccordAppraisalExport *appraisal)
{
  if (appraisal->case_file != NULL)
    return accord_record_dup_title (appraisal->case_file->record);
  return g_strdup (appraisal->cba->title != NULL ? appraisal->cba->title : _ ("Appraisal"));
}

static void
set_foot (AccordReport *report, const AccordAppraisalExport *appraisal)
{
  g_autofree char *title = dup_title (appraisal);
  g_autofree char *day = accord_date_format (appraisal->today);
  /* Translators: the name of a business case, and a day. */
  g_autofree char *foot = g_strdup_printf (_ ("%s · appraisal · %s"), title, day);

  accord_report_set_foot (report, foot);
}

/**
 * accord_board_paper_new:
 * @appraisal: an appraisal, worked out
 *
 * Returns: (transfer full): the same as a paper for a board
 */
AccordReport *
accord_board_paper_new (AccordAppraisalExport *appraisal)
{
  g_autofree char *title = dup_title (appraisal);
  g_autofree char *subtitle = dup_subtitle (appraisal);
  g_autofree char *basis = dup_basis (appraisal->cba);
  BoardPaper paper = { accord_report_new (title, subtitle), appraisal, appraisal->cba };

  g_return_val_if_fail (appraisal->option < appraisal->results->len, paper.report);

  paper.result = appraisal->results->pdata[appraisal->option];
  paper.sums = &paper.result->net;
  paper.option = appraisal->cba->options->pdata[appraisal->option];
  set_foot (paper.report, appraisal);
  accord_report_add_note (paper.report, basis);
  board_paper_add_summary (&paper);
  board_paper_add_options (&paper);
  board_paper_add_years (&paper);
  board_paper_add_positions (&paper);
  board_paper_add_parts (&paper);
  board_paper_add_sensitivity (&paper);
  board_paper_add_chance (&paper);
  board_paper_add_caveats (&paper);
  board_paper_add_assumptions (&paper);
  board_paper_add_costs (&paper);
  board_paper_add_outcomes (&paper);
  board_paper_add_trace (&paper);
  return paper.report;
}
