/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/results-card.h"

#include "appraisal/figure-table.h"
#include "appraisal/figure-words.h"
#include "appraisal/grid-view.h"
#include "appraisal/grid-frame.h"
#include "case/pair.h"
#include "cba-words.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 480

enum
{
  PARTNERS,
  BENEFITS,
  COSTS,
  OPTIONS,
  N_TABLES
};

/* What an appraisal comes to beyond its key figures: who pays and who gains, of what kind benefits and costs
 * are, and the options beside each other. The tables are drawn, since they change with every letter. */
struct _AccordResultsCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *cards[N_TABLES];
  AccordFigureTable *tables[N_TABLES];
  AccordAppraisalWork *work;
};

G_DEFINE_FINAL_TYPE (AccordResultsCard, accord_results_card, GTK_TYPE_WIDGET)

enum
{
  EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_pounds (AccordFigureTable *table, double pence, const AccordFigureRef *figure)
{
  accord_figure_table_add_cell (table, accord_figure_words_dup_pounds (pence), figure);
}

static AccordFigureRef
ref_of (const AccordCbaResult *result, AccordFigure figure)
{
  return (AccordFigureRef){
    .figure = figure, .option = result->option, .organisation = ACCORD_CBA_NONE, .line = ACCORD_CBA_NONE
  };
}

/* --- Who pays, who gains. */

static void
add_deepest (AccordFigureTable *table, const AccordCba *cba, const AccordCbaPosition *position,
             const AccordFigureRef *figure)
{
  g_autofree char *sum = NULL, *year = NULL;

  if (accord_cba_pence (position->deepest_net) >= 0)
    {
      accord_figure_table_add_cell (table, g_strdup (_ ("never under water")), figure);
      return;
    }
  sum = accord_figure_words_dup_pounds (position->deepest_net);
  year = accord_cba_year_dup_label (cba, position->deepest);
  /* Translators: a sum, and the year in which it is so. */
  accord_figure_table_add_cell (table, g_strdup_printf (_ ("%s in %s"), sum, year), figure);
}

static void
add_partner (AccordFigureTable *table, const AccordCba *cba, const AccordCbaResult *result,
             const AccordCbaPosition *position)
{
  gboolean known = position->organisation != ACCORD_CBA_NONE;
  const AccordCbaOrganisation *organisation =
      known ? cba->organisations->pdata[position->organisation] : NULL;
  AccordFigureRef figure = ref_of (result, ACCORD_FIGURE_POSITION_COST);

  figure.organisation = position->organisation;
  accord_figure_table_add_row (table, known ? organisation->uid : "",
                               known ? organisation->name : _ ("Nobody was named"));
  add_pounds (table, position->present_cost, known ? &figure : NULL);
  figure.figure = ACCORD_FIGURE_POSITION_BENEFIT;
  add_pounds (table, position->present_benefit, known ? &figure : NULL);
  add_pounds (table, position->present_cashable, NULL);
  figure.figure = ACCORD_FIGURE_POSITION_NET;
  add_pounds (table, position->present_net, known ? &figure : NULL);
  add_pounds (table, position->present_cash_net, NULL);
  figure.figure = ACCORD_FIGURE_POSITION_DEEPEST;
  add_deepest (table, cba, position, known ? &figure : NULL);
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (cba, position->payback), NULL);
}

static void
show_partners (AccordResultsCard *self, const AccordCba *cba, const AccordCbaResult *result)
{
  AccordFigureTable *table = self->tables[PARTNERS];
  const AccordCbaSums *sums = &result->net;
  AccordFigureRef figure = ref_of (result, ACCORD_FIGURE_PVC);

  for (guint i = 0; i < sums->positions->len; i++)
    add_partner (table, cba, result, &g_array_index (sums->positions, AccordCbaPosition, i));
  accord_figure_table_add_row (table, "total", _ ("All"));
  add_pounds (table, sums->pvc, &figure);
  figure.figure = ACCORD_FIGURE_PVB;
  add_pounds (table, sums->pvb, &figure);
  figure.figure = ACCORD_FIGURE_CASHABLE;
  add_pounds (table, sums->present_cashable, &figure);
  figure.figure = ACCORD_FIGURE_NPSV;
  add_pounds (table, sums->npsv, &figure);
  figure.figure = ACCORD_FIGURE_BUDGET_IMPACT;
  add_pounds (table, sums->budget_impact, &figure);
  accord_figure_table_add_cell (table, NULL, NULL);
  accord_figure_table_add_cell (table, NULL, NULL);
}

/* --- Of what kind. */

static void
show_benefits (AccordResultsCard *self, const AccordCbaResult *result)
{
  static const char *const classes[] = { N_ ("Fiscal"), N_ ("Economic"), N_ ("Social") };
  static const char *const timings[] = { N_ ("of them recurrent"), N_ ("of them one-off") };
  AccordFigureTable *table = self->tables[BENEFITS];
  const AccordCbaSums *sums = &result->net;
  AccordFigureRef figure = ref_of (result, ACCORD_FIGURE_CLASS);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      figure.part = i;
      accord_figure_table_add_row (table, classes[i], _ (classes[i]));
      add_pounds (table, sums->by_class[i], &figure);
      add_pounds (table, sums->cashable_by_class[i], NULL);
      add_pounds (table, sums->by_class[i] - sums->cashable_by_class[i], NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (timings); i++)
    {
      accord_figure_table_add_row (table, timings[i], _ (timings[i]));
      add_pounds (table, sums->benefits_by_timing[i], NULL);
      add_pounds (table, sums->cashable_by_timing[i], NULL);
      add_pounds (table, sums->benefits_by_timing[i] - sums->cashable_by_timing[i], NULL);
    }
  accord_figure_table_add_row (table, "total", _ ("All benefits"));
  figure = ref_of (result, ACCORD_FIGURE_PVB);
  add_pounds (table, sums->pvb, &figure);
  figure.figure = ACCORD_FIGURE_CASHABLE;
  add_pounds (table, sums->present_cashable, &figure);
  add_pounds (table, sums->pvb - sums->present_cashable, NULL);
}

static void
show_costs (AccordResultsCard *self, const AccordCbaResult *result)
{
  static const char *const kinds[] = { N_ ("Capital"), N_ ("Revenue"), N_ ("In kind") };
  static const char *const timings[] = { N_ ("of them recurrent"), N_ ("of them one-off") };
  AccordFigureTable *table = self->tables[COSTS];
  const AccordCbaSums *sums = &result->net;
  AccordFigureRef figure = ref_of (result, ACCORD_FIGURE_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      figure.part = i;
      accord_figure_table_add_row (table, kinds[i], _ (kinds[i]));
      add_pounds (table, sums->by_kind[i], &figure);
    }
  for (guint i = 0; i < G_N_ELEMENTS (timings); i++)
    {
      accord_figure_table_add_row (table, timings[i], _ (timings[i]));
      add_pounds (table, sums->costs_by_timing[i], NULL);
    }
  figure = ref_of (result, ACCORD_FIGURE_EAC);
  accord_figure_table_add_row (table, "eac", _ ("Equivalent annual cost"));
  add_pounds (table, sums->eac, &figure);
  figure.figure = ACCORD_FIGURE_PVC;
  accord_figure_table_add_row (table, "total", _ ("All costs"));
  add_pounds (table, sums->pvc, &figure);
}

/* --- Beside each other. */

static void
add_option (AccordFigureTable *table, const AccordCba *cba, const AccordCbaResult *result)
{
  const AccordCbaOption *option = cba->options->pdata[result->option];
  const AccordCbaSums *sums = &result->net;
  AccordFigureRef figure = ref_of (result, ACCORD_FIGURE_PVC);
  gboolean comparator = option->comparator != ACCORD_COMPARATOR_NONE;

  accord_figure_table_add_row (table, option->uid, option->name);
  add_pounds (table, sums->pvc, &figure);
  figure.figure = ACCORD_FIGURE_PVB;
  add_pounds (table, sums->pvb, &figure);
  figure.figure = ACCORD_FIGURE_NPSV;
  add_pounds (table, sums->npsv, &figure);
  figure.figure = ACCORD_FIGURE_BCR;
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (NULL, sums->bcr), &figure);
  accord_figure_table_add_cell (table,
                                comparator ? g_strdup (_ ("measured against"))
                                           : g_strdup (accord_money_band_get_label (sums->band)),
                                NULL);
  figure.figure = ACCORD_FIGURE_DISCOUNTED_PAYBACK;
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (cba, sums->discounted_payback),
                                &figure);
  figure.figure = ACCORD_FIGURE_ROI;
  accord_figure_table_add_cell (table, accord_figure_words_dup_short (NULL, sums->roi), &figure);
  figure.figure = ACCORD_FIGURE_BUDGET_IMPACT;
  add_pounds (table, sums->budget_impact, &figure);
}

static void
show_options (AccordResultsCard *self, const AccordCba *cba)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaResult *result = accord_appraisal_work_get_result (self->work, i);

      if (result != NULL)
        add_option (self->tables[OPTIONS], cba, result);
    }
}

static void
on_figures (AccordResultsCard *self)
{
  const AccordCba *cba = accord_appraisal_work_get_cba (self->work);
  const AccordCbaResult *result =
      accord_appraisal_work_get_result (self->work, accord_appraisal_work_get_option (self->work));

  gboolean any = cba != NULL && result != NULL && !accord_result_is_empty (cba, result);

  for (guint i = 0; i < N_TABLES; i++)
    accord_figure_table_begin (self->tables[i]);
  if (any)
    {
      show_partners (self, cba, result);
      show_benefits (self, result);
      show_costs (self, result);
      show_options (self, cba);
    }
  for (guint i = 0; i < N_TABLES; i++)
    accord_figure_table_end (self->tables[i], any && i != OPTIONS);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  gtk_widget_set_visible (self->cards[OPTIONS], cba != NULL && cba->options->len > 1);
}

/* --- The object. */

static void
on_explain (GtkWidget *view, guint row, guint column, AccordResultsCard *self)
{
  AccordGridModel *model = accord_grid_view_get_model (ACCORD_GRID_VIEW (view));
  AccordFigureRef figure;

  if (accord_figure_table_get_figure (ACCORD_FIGURE_TABLE (model), row, column, &figure))
    g_signal_emit (self, signals[EXPLAIN], 0, &figure);
}

static void
accord_results_card_dispose (GObject *object)
{
  AccordResultsCard *self = ACCORD_RESULTS_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < N_TABLES; i++)
    g_clear_object (&self->tables[i]);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_results_card_parent_class)->dispose (object);
}

static void
accord_results_card_class_init (AccordResultsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_results_card_dispose;

  /**
   * AccordResultsCard::explain:
   * @figure: an #AccordFigureRef
   *
   * A person wants to know why a figure is what it is.
   */
  signals[EXPLAIN] = g_signal_new ("explain", ACCORD_TYPE_RESULTS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_results_card_init (AccordResultsCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_table (AccordResultsCard *self, guint index, const char *title, const char *const *titles, guint n_titles,
           guint words)
{
  GtkWidget *head, *view = accord_grid_view_new (title, "");

  self->tables[index] = accord_figure_table_new (titles, n_titles, words, 18);
  self->cards[index] = accord_page_card (&head, title);
  gtk_widget_set_overflow (self->cards[index], GTK_OVERFLOW_HIDDEN);
  accord_grid_view_set_model (ACCORD_GRID_VIEW (view), ACCORD_GRID_MODEL (self->tables[index]));
  g_signal_connect_object (view, "explain-cell", G_CALLBACK (on_explain), self, 0);
  gtk_box_append (GTK_BOX (self->cards[index]), accord_grid_frame_new (view, MOST_HEIGHT));
}

/**
 * accord_results_card_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): what it comes to
 */
GtkWidget *
accord_results_card_new (AccordAppraisalWork *work)
{
  AccordResultsCard *self = g_object_new (ACCORD_TYPE_RESULTS_CARD, NULL);
  const char *const partners[] = { _ ("Organisation"), _ ("Pays"),
                                   _ ("Gains"),        _ ("Cashable"),
                                   _ ("Net"),          _ ("Net of cash"),
                                   _ ("Deepest"),      _ ("Back above nought") };
  const char *const benefits[] = { _ ("Class"), _ ("Benefit"), _ ("Cashable"), _ ("Not cashable") };
  const char *const costs[] = { _ ("Kind"), _ ("Cost") };
  const char *const options[] = {
    _ ("Option"),          _ ("Costs"),   _ ("Benefits"),        _ ("Net present value"), _ ("Ratio"),
    _ ("Value for money"), _ ("Payback"), _ ("Cashable return"), _ ("Net budget impact")
  };

  self->work = g_object_ref (work);
  add_table (self, OPTIONS, _ ("Options beside each other, at present value"), options,
             G_N_ELEMENTS (options), 3 << 5);
  add_table (self, PARTNERS, _ ("Who pays, who gains, at present value"), partners, G_N_ELEMENTS (partners),
             3 << 6);
  add_table (self, BENEFITS, _ ("Benefits at present value"), benefits, G_N_ELEMENTS (benefits), 0);
  add_table (self, COSTS, _ ("Costs at present value"), costs, G_N_ELEMENTS (costs), 0);
  gtk_box_append (GTK_BOX (self->box), self->cards[OPTIONS]);
  gtk_box_append (GTK_BOX (self->box), self->cards[PARTNERS]);
  gtk_box_append (GTK_BOX (self->box), accord_pair_new (self->cards[BENEFITS], self->cards[COSTS]));
  g_signal_connect_object (work, "figures-changed", G_CALLBACK (on_figures), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
