/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "caveat-steps.h"
#include "cba-numbers.h"
#include "cba-words.h"
#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* What it stands on: assumptions, typed lines with their sources, caveats and remarks. */

static void
add_pair (BoardPaper *self, const char *name, const char *value, GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup (name));
  g_ptr_array_add (cells, g_strdup (value));
  board_paper_add_row (self, FALSE, cells);
}

/* The rates of a schedule, as far as years are counted: "3.5% from year 1, 3% from year 31". */
static char *
dup_rates (const BoardPaper *self, const AccordSchedule *schedule)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < schedule->bands->len; i++)
    {
      const AccordBand *band = &g_array_index (schedule->bands, AccordBand, i);
      g_autofree char *rate = accord_rate_format (accord_decimal_to_double (band->rate));

      if (i > 0 && band->first >= self->cba->horizon)
        break;
      /* Translators: a rate, and the year from which it is used. */
      g_string_append_printf (words, _ ("%s%s from year %u"), i > 0 ? ", " : "", rate, band->first);
    }
  if (schedule->source != NULL)
    g_string_append_printf (words, "\n%s", schedule->source);
  return g_string_free (words, FALSE);
}

static void
add_schedules (BoardPaper *self, GPtrArray *cells)
{
  for (guint i = 0; i < self->cba->schedules->len; i++)
    {
      const AccordSchedule *schedule = self->cba->schedules->pdata[i];
      g_autofree char *rates = dup_rates (self, schedule);
      g_autofree char *name =
          schedule->edition != NULL
              /* Translators: the name of a schedule of discount rates, and its edition. */
              ? g_strdup_printf (_ ("Discount rates: %s (%s)"), schedule->name, schedule->edition)
              : g_strdup_printf (_ ("Discount rates: %s"), schedule->name);

      add_pair (self, name, rates, cells);
    }
}

static void
add_table_source (BoardPaper *self, const char *what, const char *name, const char *edition,
                  const char *source, GPtrArray *cells)
{
  GString *words = g_string_new (name);

  if (edition != NULL)
    g_string_append_printf (words, " (%s)", edition);
  if (source != NULL)
    g_string_append_printf (words, "\n%s", source);
  add_pair (self, what, words->str, cells);
  g_string_free (words, TRUE);
}

static char *
dup_grades (const AccordGradeTable *grades)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < grades->corrections->len; i++)
    {
      g_autofree char *rate = accord_rate_format (
          accord_decimal_to_double (g_array_index (grades->corrections, AccordDecimal, i)));

      /* Translators: a grade of confidence, and what it corrects by. */
      g_string_append_printf (words, _ ("%sgrade %u: %s"), i > 0 ? ", " : "", i + 1, rate);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_price_year (const BoardPaper *self)
{
  const int year = self->cba->price_year != ACCORD_NO_YEAR ? self->cba->price_year : self->cba->base_year;
  const gboolean calendar =
      self->cba->series->len > 0 && self->cba->price_year != ACCORD_NO_YEAR
      && ((const AccordPriceSeries *) self->cba->series->pdata[0])->years == ACCORD_PRICES_CALENDAR;

  if (year == ACCORD_NO_YEAR)
    return g_strdup (_ ("not stated"));
  return calendar ? g_strdup_printf ("%d", year) : accord_financial_year_format (year);
}

/**
 * board_paper_add_assumptions:
 * @self: a paper in the making
 *
 * Adds what holds for the whole appraisal, and where each table was published.
 */
void
board_paper_add_assumptions (BoardPaper *self)
{
  const char *const headings[] = { _ ("Assumption"), _ ("As used"), NULL };
  const AccordCba *cba = self->cba;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *span = board_paper_dup_span (self, 0, cba->horizon - 1);
  g_autofree char *prices = dup_price_year (self);

  accord_report_add_heading (self->report, 1, _ ("Assumptions and sources"));
  accord_report_begin_figures_table (self->report, headings, 0);
  add_pair (self, _ ("Years counted"), span, cells);
  add_pair (self, _ ("Prices of"), prices, cells);
  add_schedules (self, cells);
  for (guint i = 0; i < cba->series->len; i++)
    {
      const AccordPriceSeries *series = cba->series->pdata[i];

      add_table_source (self, _ ("Re-based by"), series->name, series->edition, series->source, cells);
    }
  if (cba->grades != NULL)
    {
      g_autofree char *grades = dup_grades (cba->grades);

      add_table_source (self, _ ("Confidence grades"), cba->grades->name, cba->grades->edition,
                        cba->grades->source, cells);
      add_pair (self, _ ("Costs up and benefits down by"), grades, cells);
    }
  if (cba->bias != NULL)
    add_table_source (self, _ ("Optimism bias"), cba->bias->name, cba->bias->edition, cba->bias->source,
                      cells);
}

/* --- Lines. */

static char *
dup_grade (guint grade)
{
  return grade > 0 ? g_strdup_printf ("%u", grade) : g_strdup ("–");
}

static char *
dup_with_source (const char *name, const char *source)
{
  return source != NULL ? g_strdup_printf ("%s\n%s", name, source) : g_strdup (name);
}

static const char *
kind_word (AccordCostKind kind)
{
  const char *const words[] = { _ ("Capital"), _ ("Revenue"), _ ("In kind") };

  return words[kind];
}

static char *
dup_typed_total (const AccordCbaCost *cost)
{
  double sum = 0;

  for (guint i = 0; i < cost->amounts->len; i++)
    sum += (double) g_array_index (cost->amounts, gint64, i);
  return board_paper_dup_pounds (sum);
}

static char *
dup_bias (const AccordCbaCost *cost)
{
  if (cost->sheet != NULL)
    return g_strdup (_ ("worksheet"));
  return accord_rate_format (accord_decimal_to_double (cost->bias)
                             * accord_decimal_to_double (ACCORD_DECIMAL_ONE - cost->mitigated));
}

static void
add_cost (BoardPaper *self, guint index, GPtrArray *cells)
{
  const AccordCbaCost *cost = self->option->costs->pdata[index];
  const AccordCbaLineSum *sum = &g_array_index (self->result->lines, AccordCbaLineSum, index);

  g_ptr_array_add (cells, dup_with_source (cost->name, cost->source));
  g_ptr_array_add (cells, g_strdup (board_paper_get_organisation (self, cost->organisation)));
  g_ptr_array_add (cells, g_strdup (kind_word (cost->kind)));
  g_ptr_array_add (cells, dup_typed_total (cost));
  g_ptr_array_add (cells, dup_grade (cost->grade));
  g_ptr_array_add (cells, dup_bias (cost));
  g_ptr_array_add (cells, board_paper_dup_pounds (sum->total));
  g_ptr_array_add (cells, board_paper_dup_pounds (sum->present));
  board_paper_add_row (self, FALSE, cells);
}

/**
 * board_paper_add_costs:
 * @self: a paper in the making
 *
 * Adds the option's costs as they were typed, and what they come to.
 */
void
board_paper_add_costs (BoardPaper *self)
{
  const char *const headings[] = { _ ("Cost"),      _ ("Paid by"),       _ ("Kind"),
                                   _ ("As typed"),  _ ("Grade"),         _ ("Bias"),
                                   _ ("Corrected"), _ ("Present value"), NULL };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  /* Translators: an option. */
  g_autofree char *heading = g_strdup_printf (_ ("Costs of “%s”"), self->option->name);

  if (self->option->costs->len == 0)
    return;
  accord_report_add_heading (self->report, 2, heading);
  accord_report_begin_figures_table (self->report, headings, 0xf8);
  for (guint i = 0; i < self->option->costs->len; i++)
    add_cost (self, i, cells);
  accord_report_add_note (self->report,
                          _ ("Sums over all years. “Corrected” is in the prices of the appraisal, with "
                             "what the grade and the optimism bias add."));
}

static void
append_part (GString *words, const char *label, AccordDecimal value, AccordDecimal neutral)
{
  g_autofree char *rate = NULL;

  if (value == neutral)
    return;
  rate = accord_rate_format (accord_decimal_to_double (value));
  g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "", label, rate);
}

/* How it is counted: "1,200 in need · engagement 60% · impact 20% · deadweight 25%". */
static char *
dup_count (const AccordCbaOutcome *outcome)
{
  GString *words = g_string_new (NULL);
  g_autofree char *need = accord_number_format (accord_decimal_to_double (outcome->need), 2);
  g_autofree char *unit = accord_money_format (outcome->unit_value, ACCORD_MONEY_FULL);

  /* Translators: how many people or cases. */
  g_string_append_printf (words, _ ("%s in need"), need);
  append_part (words, _ ("engagement"), outcome->engagement, ACCORD_DECIMAL_ONE);
  append_part (words, _ ("impact"), outcome->impact, ACCORD_DECIMAL_ONE);
  append_part (words, _ ("deadweight"), outcome->deadweight, 0);
  append_part (words, _ ("attribution"), outcome->attribution, ACCORD_DECIMAL_ONE);
  append_part (words, _ ("displacement"), outcome->displacement, 0);
  append_part (words, _ ("leakage"), outcome->leakage, 0);
  append_part (words, _ ("drop-off a year"), outcome->drop_off, 0);
  if (outcome->lag_years > 0)
    g_string_append_printf (
        words, ngettext (" · begins after %u year", " · begins after %u years", outcome->lag_years),
        outcome->lag_years);
  if (outcome->lasts > 0)
    g_string_append_printf (words, ngettext (" · lasts %u year", " · lasts %u years", outcome->lasts),
                            outcome->lasts);
  /* Translators: what one case is worth. */
  g_string_append_printf (words, _ (" · each worth %s"), unit);
  return g_string_free (words, FALSE);
}

static const char *
class_word (AccordOutcomeClass outcome_class)
{
  const char *const words[] = { _ ("Fiscal"), _ ("Economic"), _ ("Social") };

  return words[outcome_class];
}

static char *
dup_gainers (const BoardPaper *self, const AccordCbaOutcome *outcome)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < outcome->gains->len; i++)
    {
      const AccordCbaGain *gain = &g_array_index (outcome->gains, AccordCbaGain, i);
      g_autofree char *share = accord_rate_format (accord_decimal_to_double (gain->share));

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "",
                              board_paper_get_organisation (self, gain->organisation), share);
    }
  return words->len > 0 ? g_string_free (words, FALSE)
                        : (g_string_free (words, TRUE), g_strdup (_ ("No organisation named")));
}

static void
add_outcome (BoardPaper *self, guint index, GPtrArray *cells)
{
  const AccordCbaOutcome *outcome = self->option->outcomes->pdata[index];
  const AccordCbaLineSum *sum =
      &g_array_index (self->result->lines, AccordCbaLineSum, self->option->costs->len + index);
  g_autofree char *counted = dup_count (outcome);
  g_autofree char *named = dup_with_source (outcome->name, outcome->source);

  g_ptr_array_add (cells, g_steal_pointer (&named));
  g_ptr_array_add (cells, g_steal_pointer (&counted));
  g_ptr_array_add (cells, dup_gainers (self, outcome));
  g_ptr_array_add (cells, g_strdup (class_word (outcome->outcome_class)));
  g_ptr_array_add (cells, dup_grade (outcome->grade));
  g_ptr_array_add (cells, accord_rate_format (accord_decimal_to_double (outcome->cashable)));
  g_ptr_array_add (cells, board_paper_dup_pounds (sum->present));
  board_paper_add_row (self, FALSE, cells);
}

/**
 * board_paper_add_outcomes:
 * @self: a paper in the making
 *
 * Adds the option's outcomes: how each is counted, who gains, and what it comes to.
 */
void
board_paper_add_outcomes (BoardPaper *self)
{
  const char *const headings[] = { _ ("Outcome"),       _ ("How it is counted"),
                                   _ ("Who gains"),     _ ("Class"),
                                   _ ("Grade"),         _ ("Cash"),
                                   _ ("Present value"), NULL };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  /* Translators: an option. */
  g_autofree char *heading = g_strdup_printf (_ ("Outcomes of “%s”"), self->option->name);

  if (self->option->outcomes->len == 0)
    return;
  accord_report_add_heading (self->report, 2, heading);
  accord_report_begin_figures_table (self->report, headings, 0x70);
  for (guint i = 0; i < self->option->outcomes->len; i++)
    add_outcome (self, i, cells);
}

/* --- What is still open. */

static gboolean
is_full (const AccordCaseFile *file)
{
  return g_strcmp0 (accord_record_get_text (file->record, "stage"), "full") == 0;
}

static void
add_caveat (BoardPaper *self, AccordRecord *caveat)
{
  const char *response = accord_record_get_text (caveat, "response");
  g_autofree char *title = accord_record_dup_title (caveat);
  g_autofree char *words = accord_sentence_case (title);
  g_autofree char *steps = accord_caveat_dup_steps (caveat);
  g_autofree char *note =
      response != NULL ? g_strdup_printf ("%s\n%s.", response, steps) : g_strdup_printf ("%s.", steps);

  accord_report_add_point (self->report, words, note);
}

/* A full business case lists every caveat with its answer. */
static void
add_all_caveats (BoardPaper *self, const AccordCaseFile *file)
{
  g_autofree char *warning = accord_case_file_dup_caveats_warning (file, self->appraisal->today);

  if (file->caveats->len == 0)
    return;
  accord_report_add_heading (self->report, 1, _ ("Caveats and their answers"));
  if (warning != NULL)
    accord_report_add_text (self->report, warning);
  for (guint i = 0; i < file->caveats->len; i++)
    add_caveat (self, file->caveats->pdata[i]);
}

static void
add_open_caveats (BoardPaper *self, const AccordCaseFile *file)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < file->caveats->len; i++)
    {
      AccordRecord *caveat = file->caveats->pdata[i];
      const char *response = accord_record_get_text (caveat, "response");
      const char *raised = accord_record_get_reference_title (caveat, "raised-by");
      g_autofree char *title = accord_record_dup_title (caveat);
      g_autofree char *words = accord_sentence_case (title);
      g_autofree char *note = NULL;

      if (g_strcmp0 (accord_record_get_text (caveat, "state"), "accepted") == 0)
        continue;
      if (!begun)
        accord_report_add_heading (self->report, 1, _ ("Caveats still open"));
      begun = TRUE;
      if (raised != NULL && response != NULL)
        /* Translators: a body that raised a caveat, and what was answered. */
        note = g_strdup_printf (_ ("Raised by %s. Answered, not yet accepted: %s"), raised, response);
      else if (raised != NULL)
        note = g_strdup_printf (_ ("Raised by %s. Not answered."), raised);
      accord_report_add_point (self->report, words, note);
    }
}

/**
 * board_paper_add_caveats:
 * @self: a paper in the making
 *
 * Adds the caveats that are not accepted as answered, or all of them where it is a full business case, and
 * what the lines leave out.
 */
void
board_paper_add_caveats (BoardPaper *self)
{
  const GPtrArray *remarks = self->appraisal->file != NULL ? self->appraisal->file->remarks : NULL;

  if (self->appraisal->case_file != NULL && is_full (self->appraisal->case_file))
    add_all_caveats (self, self->appraisal->case_file);
  else if (self->appraisal->case_file != NULL)
    add_open_caveats (self, self->appraisal->case_file);
  if (remarks == NULL || remarks->len == 0)
    return;
  accord_report_add_heading (self->report, 1, _ ("What the figures leave out"));
  for (guint i = 0; i < remarks->len; i++)
    accord_report_add_point (self->report, remarks->pdata[i], NULL);
}
