/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-paper-private.h"

#include "cba-words.h"
#include "charts/cumulative.h"
#include "charts/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What it comes to, in figures and in words. */

static char *
dup_comparator (const BoardPaper *self)
{
  if (self->result->comparator == ACCORD_CBA_NONE)
    return NULL;
  return g_strdup (((const AccordCbaOption *) self->cba->options->pdata[self->result->comparator])->name);
}

/* A ratio may have words in its place that are too long to stand large. */
static void
add_key_figures (BoardPaper *self)
{
  const AccordCbaSums *sums = self->sums;
  const gboolean defined = sums->bcr.defined == ACCORD_DEFINED;
  const gboolean pays = sums->payback.defined == ACCORD_DEFINED;
  g_autofree char *npsv = board_paper_dup_short (sums->npsv);
  g_autofree char *ratio = defined ? board_paper_dup_value (self, sums->bcr, FALSE) : g_strdup ("–");
  g_autofree char *band =
      /* Translators: a value-for-money band: low, medium, high. */
      defined ? g_strdup_printf (_ ("value for money: %s"), accord_money_band_get_label (sums->band))
              : g_strdup (accord_undefined_get_words (sums->bcr.defined));
  g_autofree char *payback = pays ? board_paper_dup_value (self, sums->payback, TRUE) : g_strdup ("–");
  g_autofree char *year = board_paper_dup_value (self, sums->discounted_payback, TRUE);
  g_autofree char *discounted = !pays ? g_strdup (accord_undefined_get_words (sums->payback.defined))
                                      : g_strdup_printf (_ ("discounted: %s"), year);
  g_autofree char *budget = board_paper_dup_short (sums->budget_impact);
  const char *const cells[] = { accord_figure_get_label (ACCORD_FIGURE_NPSV),
                                npsv,
                                _ ("benefits less costs, present value"),
                                accord_figure_get_label (ACCORD_FIGURE_BCR),
                                ratio,
                                band,
                                accord_figure_get_label (ACCORD_FIGURE_PAYBACK),
                                payback,
                                discounted,
                                accord_figure_get_label (ACCORD_FIGURE_BUDGET_IMPACT),
                                budget,
                                accord_cba_pence (sums->budget_impact) < 0 ? _ ("a net cost in cash")
                                                                           : _ ("a net saving in cash"),
                                NULL };

  accord_report_add_figures (self->report, cells);
}

static char *
dup_worth (const BoardPaper *self)
{
  const AccordCbaSums *sums = self->sums;
  g_autofree char *costs = board_paper_dup_short (sums->pvc);
  g_autofree char *benefits = board_paper_dup_short (sums->pvb);
  g_autofree char *net = board_paper_dup_short (ABS (sums->npsv));
  g_autofree char *years = board_paper_dup_span (self, 0, self->cba->horizon - 1);
  /* Translators: how many years, and from which to which. */
  g_autofree char *span = g_strdup_printf (ngettext ("%u year (%s)", "%u years (%s)", self->cba->horizon),
                                           self->cba->horizon, years);

  if (accord_cba_pence (sums->npsv) < 0)
    /* Translators: an option, its costs and benefits, a span of years, and by how much they differ. */
    return g_strdup_printf (
        _ ("“%s” costs %s and brings benefits of %s over %s, as present values: it is worth %s "
           "less than it costs."),
        self->option->name, costs, benefits, span, net);
  /* Translators: an option, its costs and benefits, a span of years, and by how much they differ. */
  return g_strdup_printf (
      _ ("“%s” costs %s and brings benefits of %s over %s, as present values: it is worth %s more "
         "than it costs."),
      self->option->name, costs, benefits, span, net);
}

static char *
dup_return (const BoardPaper *self)
{
  const AccordCbaSums *sums = self->sums;
  g_autofree char *ratio = board_paper_dup_value (self, sums->bcr, FALSE);
  g_autofree char *year = board_paper_dup_value (self, sums->payback, TRUE);
  g_autofree char *later = board_paper_dup_value (self, sums->discounted_payback, TRUE);
  GString *words = g_string_new (NULL);

  if (sums->bcr.defined == ACCORD_DEFINED)
    g_string_append_printf (words, _ ("Every pound brings back £%s, which is value for money rated %s. "),
                            ratio, accord_money_band_get_label (sums->band));
  else
    /* Translators: why there is no benefit–cost ratio. */
    g_string_append_printf (words, _ ("The benefit–cost ratio is %s. "), ratio);
  if (sums->payback.defined != ACCORD_DEFINED)
    /* Translators: why there is no payback. */
    g_string_append_printf (words, _ ("Payback: %s."), year);
  else if (strcmp (year, later) == 0)
    g_string_append_printf (words, _ ("It pays back in %s, also when discounted."), year);
  else if (sums->discounted_payback.defined == ACCORD_DEFINED)
    g_string_append_printf (words, _ ("It pays back in %s, and when discounted in %s."), year, later);
  else
    g_string_append_printf (words, _ ("It pays back in %s; when discounted: %s."), year, later);
  return g_string_free (words, FALSE);
}

static char *
dup_cash (const BoardPaper *self)
{
  const AccordCbaSums *sums = self->sums;
  g_autofree char *cash = board_paper_dup_short (sums->present_cashable);
  g_autofree char *impact = board_paper_dup_short (ABS (sums->budget_impact));

  if (accord_cba_pence (sums->budget_impact) < 0)
    return g_strdup_printf (
        _ ("Of the benefits %s can be taken out as cash: for budgets it is a net cost of %s."), cash, impact);
  return g_strdup_printf (
      _ ("Of the benefits %s can be taken out as cash: for budgets it is a net saving of %s."), cash, impact);
}

/* The partner that ends lowest, and the one that is deepest under water meanwhile: whether they can sign. */
static char *
dup_partners (const BoardPaper *self)
{
  g_autoptr (GPtrArray) positions = board_paper_list_positions (self);
  const AccordCbaPosition *lowest = NULL, *deepest = NULL;
  GString *words = g_string_new (NULL);
  guint n_behind = 0;

  for (guint i = 0; i < positions->len; i++)
    {
      const AccordCbaPosition *one = positions->pdata[i];

      n_behind += accord_cba_pence (one->present_net) < 0;
      lowest = lowest == NULL || one->present_net < lowest->present_net ? one : lowest;
      deepest = deepest == NULL || one->deepest_net < deepest->deepest_net ? one : deepest;
    }
  if (n_behind == 0)
    g_string_append (words, _ ("No partner ends behind. "));
  else
    {
      g_autofree char *net = board_paper_dup_short (-lowest->present_net);

      g_string_append_printf (words,
                              ngettext ("%u of %u partners ends behind: %s by %s. ",
                                        "%u of %u partners end behind, most of all %s, by %s. ", n_behind),
                              n_behind, positions->len,
                              board_paper_get_organisation (self, lowest->organisation), net);
    }
  if (deepest != NULL && accord_cba_pence (deepest->deepest_net) < 0)
    {
      g_autofree char *depth = board_paper_dup_short (-deepest->deepest_net);
      g_autofree char *year = accord_cba_year_dup_label (self->cba, deepest->deepest);

      g_string_append_printf (words, _ ("The deepest under water is %s, by %s in %s."),
                              board_paper_get_organisation (self, deepest->organisation), depth, year);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_odds (const BoardPaper *self)
{
  const AccordChance *chance = self->appraisal->chance;
  g_autofree char *part = NULL, *low = NULL, *high = NULL;

  if (chance == NULL)
    return g_strdup (_ ("No line says how uncertain it is: there is no statement of chance."));
  part = accord_chart_dup_percent (chance->positive);
  low = board_paper_dup_short (chance->p10);
  high = board_paper_dup_short (chance->p90);
  return g_strdup_printf (
      _ ("The chance that it is worth more than it costs is %s; in eight of ten draws the net "
         "present social value lies between %s and %s."),
      part, low, high);
}

static guint
count_open (const AccordCaseFile *file)
{
  guint n = 0;

  for (guint i = 0; file != NULL && i < file->caveats->len; i++)
    n += g_strcmp0 (accord_record_get_text (file->caveats->pdata[i], "state"), "accepted") != 0;
  return n;
}

static void
add_point (BoardPaper *self, char *words)
{
  accord_report_add_point (self->report, words, NULL);
  g_free (words);
}

/**
 * board_paper_add_summary:
 * @self: a paper in the making
 *
 * Adds what a board reads if it reads one thing.
 */
void
board_paper_add_summary (BoardPaper *self)
{
  const guint n_open = count_open (self->appraisal->case_file);
  g_autofree char *comparator = dup_comparator (self);

  accord_report_add_heading (self->report, 1, _ ("Summary"));
  add_key_figures (self);
  if (self->appraisal->scenario != NULL)
    add_point (self,
               g_strdup_printf (_ ("These are the figures of the scenario “%s”, not those that were typed."),
                                self->appraisal->scenario));
  add_point (self, dup_worth (self));
  add_point (self, dup_return (self));
  add_point (self, dup_cash (self));
  if (self->sums->positions->len > 0)
    add_point (self, dup_partners (self));
  add_point (self, dup_odds (self));
  if (comparator != NULL)
    add_point (self, g_strdup_printf (_ ("Everything is measured against “%s”."), comparator));
  else
    add_point (self, g_strdup (_ ("No option is named as the comparator: figures are of the option alone.")));
  if (n_open > 0)
    add_point (self, g_strdup_printf (ngettext ("%u caveat is not accepted as answered yet.",
                                                "%u caveats are not accepted as answered yet.", n_open),
                                      n_open));
}

/* --- The options. */

static void
add_option (BoardPaper *self, guint index)
{
  const AccordCbaOption *option = self->cba->options->pdata[index];
  const AccordCbaSums *sums = &((const AccordCbaResult *) self->appraisal->results->pdata[index])->net;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, option->comparator != ACCORD_COMPARATOR_NONE
                              /* Translators: an option that the others are measured against. */
                              ? g_strdup_printf (_ ("%s (comparator, alone)"), option->name)
                              : option->preferred
                                    /* Translators: an option that is preferred. */
                                    ? g_strdup_printf (_ ("%s (preferred)"), option->name)
                                    : g_strdup (option->name));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->pvc));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->pvb));
  g_ptr_array_add (cells, board_paper_dup_pounds (sums->npsv));
  g_ptr_array_add (cells, sums->bcr.defined == ACCORD_DEFINED ? board_paper_dup_value (self, sums->bcr, FALSE)
                                                              : g_strdup ("–"));
  g_ptr_array_add (cells, g_strdup (accord_money_band_get_label (sums->band)));
  g_ptr_array_add (cells, sums->payback.defined == ACCORD_DEFINED
                              ? board_paper_dup_value (self, sums->payback, TRUE)
                              : g_strdup ("–"));
  board_paper_add_row (self, FALSE, cells);
}

/**
 * board_paper_add_options:
 * @self: a paper in the making
 *
 * Adds what every option comes to, side by side.
 */
void
board_paper_add_options (BoardPaper *self)
{
  const char *const headings[] = { _ ("Option"), _ ("Costs"),           _ ("Benefits"),  _ ("Net value"),
                                   _ ("Ratio"),  _ ("Value for money"), _ ("Pays back"), NULL };

  accord_report_add_heading (self->report, 1, _ ("The options"));
  accord_report_begin_figures_table (self->report, headings, 0x1e | 0x40);
  for (guint i = 0; i < self->cba->options->len; i++)
    add_option (self, i);
  accord_report_add_note (
      self->report, _ ("Present values, rounded once, each less the comparator. A dash stands where there is "
                       "no number: nothing to pay back, never paid back, or no costs to divide by."));
}
