/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-page.h"

#include "chart/chart-card.h"
#include "form/figures-card.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "page/place-view.h"
#include "portfolio/portfolio-chart.h"
#include "portfolio/portfolio-list.h"
#include "portfolio/portfolio-terms.h"
#include "portfolio/portfolio-work.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 1160
/* A search that is over sooner says nothing of itself. */
#define PATIENCE_MS 200

/* Which business cases are worth most within the money. */
struct _AccordPortfolioPage
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *figures;
  GtkWidget *result;
  GtkWidget *more;
  GtkWidget *remarks;
  GtkWidget *working;
  GtkWidget *terms;
  GtkWidget *list;
  GtkWidget *chart;

  AccordWorkspace *workspace;
  /* The cases as they were read, and with the best set of them as it was found last. */
  AccordPortfolioChoice *choice;
  GPtrArray *funds;
  GPtrArray *saved;
  GCancellable *enough;
  guint patience;
  guint n_searches;
};

G_DEFINE_FINAL_TYPE (AccordPortfolioPage, accord_portfolio_page, GTK_TYPE_WIDGET)

/* --- What is read. */

typedef struct
{
  AccordPortfolioChoice *choice;
  GPtrArray *funds;
  GPtrArray *saved;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->choice, accord_portfolio_choice_free);
  g_clear_pointer (&self->funds, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
list_all (AccordReader *reader, const char *kind, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), kind));

  return accord_reader_list (reader, query, error);
}

static gpointer
read_portfolio (AccordReader *reader, gpointer data, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->choice = accord_portfolio_choice_read (reader, data, error);
  answer->funds = answer->choice != NULL ? list_all (reader, "fund", error) : NULL;
  answer->saved = answer->funds != NULL ? list_all (reader, "portfolio", error) : NULL;
  if (answer->saved != NULL)
    return answer;
  answer_free (answer);
  return NULL;
}

static gpointer
dup_question (GtkWidget *page)
{
  AccordPortfolioPage *self = ACCORD_PORTFOLIO_PAGE (page);

  return accord_portfolio_question_copy (
      accord_portfolio_terms_get_question (ACCORD_PORTFOLIO_TERMS (self->terms)));
}

/* --- What is shown. */

static void
add_money (GPtrArray *figures, const char *label, const AccordPortfolioChoice *choice, gint64 pence,
           const char *note)
{
  g_ptr_array_add (figures,
                   accord_form_figure_new_money (label, choice->best != NULL ? pence : ACCORD_UNKNOWN, note));
}

static void
show_figures (AccordPortfolioPage *self)
{
  const AccordPortfolioChoice *choice = self->choice;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *in =
      choice->best != NULL ? g_strdup_printf (_ ("%u of %u"), choice->n_chosen, choice->n_ready) : NULL;
  g_autofree char *without =
      choice->cases->len > choice->n_ready
          ? g_strdup_printf (ngettext ("%u case has no figures", "%u cases have no figures",
                                       choice->cases->len - choice->n_ready),
                             choice->cases->len - choice->n_ready)
          : g_strdup (_ ("of those with an appraisal"));

  g_ptr_array_add (figures, accord_form_figure_new (_ ("In the best set"), in, without));
  add_money (figures, _ ("Worth"), choice, choice->best != NULL ? choice->best->worth : 0,
             _ ("NPSV together"));
  add_money (figures, _ ("Asks for"), choice, choice->best != NULL ? choice->best->cost : 0,
             _ ("of the money there is"));
  add_money (figures, _ ("Left"), choice, choice->best != NULL ? choice->best->left : 0,
             _ ("after the best set"));
  accord_figures_card_show (ACCORD_FIGURES_CARD (self->figures), figures, NULL);
  /* Four times “not known” would say less than the sentence that ends it. */
  gtk_widget_set_visible (self->figures, choice->best != NULL);
}

static void
show_words (AccordPortfolioPage *self)
{
  g_autofree char *result = accord_portfolio_choice_dup_result (self->choice);
  g_autofree char *more = accord_portfolio_choice_dup_more (self->choice);
  g_autoptr (GPtrArray) remarks = accord_portfolio_choice_list_remarks (self->choice);
  g_autofree char *all = NULL;

  g_ptr_array_add (remarks, NULL);
  all = g_strjoinv ("\n", (char **) remarks->pdata);
  gtk_label_set_label (GTK_LABEL (self->result), result);
  /* Where there is no limit the card below says what to do. */
  gtk_widget_set_visible (self->result, self->choice->best != NULL || self->choice->n_ready == 0);
  gtk_label_set_label (GTK_LABEL (self->more), more != NULL ? more : "");
  gtk_widget_set_visible (self->more, more != NULL);
  gtk_label_set_label (GTK_LABEL (self->remarks), all);
  gtk_widget_set_visible (self->remarks, *all != '\0');
}

static void
show_choice (AccordPortfolioPage *self)
{
  g_autoptr (AccordChart) chart = accord_portfolio_chart_new (self->choice);

  show_figures (self);
  show_words (self);
  accord_portfolio_list_show (ACCORD_PORTFOLIO_LIST (self->list), self->choice);
  accord_chart_card_show (ACCORD_CHART_CARD (self->chart), chart);
}

/* --- The search. */

typedef struct
{
  AccordPortfolioPage *page;
  guint number;
} Search;

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Search *search = data;
  g_autoptr (AccordPortfolioPage) self = search->page;
  g_autoptr (AccordPortfolioChoice) choice = accord_portfolio_work_finish (result);

  /* One that another has taken the place of is not looked at. */
  if (self->workspace == NULL || search->number != self->n_searches)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_widget_hide (self->working);
  accord_portfolio_choice_free (self->choice);
  self->choice = g_steal_pointer (&choice);
  show_choice (self);
}

static gboolean
on_patience (gpointer data)
{
  AccordPortfolioPage *self = data;

  self->patience = 0;
  gtk_widget_show (self->working);
  return G_SOURCE_REMOVE;
}

/* What has been found so far will do. */
static void
on_enough (AccordPortfolioPage *self)
{
  g_cancellable_cancel (self->enough);
}

static void
search (AccordPortfolioPage *self)
{
  const AccordPortfolioQuestion *question =
      accord_portfolio_terms_get_question (ACCORD_PORTFOLIO_TERMS (self->terms));
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->enough);
  g_clear_object (&self->enough);
  self->enough = g_cancellable_new ();
  search->page = g_object_ref (self);
  search->number = ++self->n_searches;
  if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS, on_patience, self);
  accord_portfolio_work_async (accord_portfolio_choice_ask_again (self->choice, question), self->enough,
                               on_found, search);
}

/* --- What the person does. */

static void
on_asked (AccordPortfolioTerms *terms, gboolean anew, AccordPortfolioPage *self)
{
  g_autoptr (AccordPortfolioChoice) asked = NULL;

  if (anew)
    {
      accord_place_view_read (ACCORD_PLACE_VIEW (self->view));
      return;
    }
  if (self->choice == NULL)
    return;
  asked = accord_portfolio_choice_ask_again (self->choice, accord_portfolio_terms_get_question (terms));
  accord_portfolio_terms_show (terms, asked, self->funds, self->saved);
  search (self);
}

static void
on_placed (GtkWidget *list, gint64 business_case, int place, AccordPortfolioPage *self)
{
  accord_portfolio_terms_place (ACCORD_PORTFOLIO_TERMS (self->terms), business_case,
                                place == ACCORD_PORTFOLIO_MUST, place == ACCORD_PORTFOLIO_LEFT_OUT);
}

static gboolean
show_answer (GtkWidget *page, gpointer data)
{
  AccordPortfolioPage *self = ACCORD_PORTFOLIO_PAGE (page);
  Answer *answer = data;

  g_clear_pointer (&self->choice, accord_portfolio_choice_free);
  g_clear_pointer (&self->funds, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->choice = g_steal_pointer (&answer->choice);
  self->funds = g_steal_pointer (&answer->funds);
  self->saved = g_steal_pointer (&answer->saved);
  answer_free (answer);
  accord_portfolio_terms_show (ACCORD_PORTFOLIO_TERMS (self->terms), self->choice, self->funds, self->saved);
  show_choice (self);
  search (self);
  return self->choice->cases->len > 0;
}

static const char *const kinds[] = {
  "case",         "appraisal", "option",     "cost",    "outcome",   "gain", "edition",
  "organisation", "fund",      "allocation", "payment", "portfolio", NULL,
};

static const AccordPlaceKind place = {
  .kinds = kinds,
  .read = read_portfolio,
  .free = answer_free,
  .dup_question = dup_question,
  .free_question = (GDestroyNotify) accord_portfolio_question_free,
  .show = show_answer,
  .icon_name = "accord-portfolio-symbolic",
  .error = N_ ("The portfolio cannot be read"),
};

static void
accord_portfolio_page_dispose (GObject *object)
{
  AccordPortfolioPage *self = ACCORD_PORTFOLIO_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->enough);
  g_clear_object (&self->enough);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->choice, accord_portfolio_choice_free);
  g_clear_pointer (&self->funds, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_ptr_array_unref);

  G_OBJECT_CLASS (accord_portfolio_page_parent_class)->dispose (object);
}

static void
accord_portfolio_page_class_init (AccordPortfolioPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_portfolio_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_portfolio_page_init (AccordPortfolioPage *self)
{
}

static GtkWidget *
make_working (AccordPortfolioPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *words = accord_page_label (_ ("Looking for the best set…"), NULL);
  GtkWidget *enough = accord_page_button (_ ("S_top, and take the best so far"));

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_hexpand (words, TRUE);
  g_signal_connect_object (enough, "clicked", G_CALLBACK (on_enough), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), enough);
  gtk_widget_hide (box);
  return box;
}

static GtkWidget *
make_result (AccordPortfolioPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->figures = accord_figures_card_new ();
  self->result = accord_page_label (NULL, NULL);
  self->more = accord_page_label (NULL, NULL);
  self->remarks = accord_page_label (NULL, "notice");
  self->working = make_working (self);
  gtk_widget_set_margin_top (self->result, 3);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_box_append (GTK_BOX (box), self->remarks);
  gtk_box_append (GTK_BOX (box), self->working);
  return box;
}

static GtkWidget *
make_column (AccordPortfolioPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (head), accord_page_label (_ ("Portfolio"), "page-title"));
  gtk_box_append (GTK_BOX (head),
                  accord_page_label (_ ("Which business cases are worth most within the money"), "subtitle"));
  self->terms = accord_portfolio_terms_new (self->workspace);
  self->list = accord_portfolio_list_new ();
  self->chart = accord_chart_card_new (_ ("Benefit–cost ratio by case"));
  g_signal_connect_object (self->terms, "asked", G_CALLBACK (on_asked), self, 0);
  g_signal_connect_object (self->list, "placed", G_CALLBACK (on_placed), self, 0);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), make_result (self));
  gtk_box_append (GTK_BOX (column), self->terms);
  gtk_box_append (GTK_BOX (column), self->list);
  gtk_box_append (GTK_BOX (column), self->chart);
  gtk_box_append (GTK_BOX (column), accord_page_label (accord_portfolio_get_rule (), "second-line"));
  return column;
}

static void
fill_empty (AccordPortfolioPage *self)
{
  AdwStatusPage *empty = ADW_STATUS_PAGE (accord_place_view_get_empty (ACCORD_PLACE_VIEW (self->view)));
  GtkWidget *add = accord_page_button (_ ("Add a _business case"));

  adw_status_page_set_title (empty, _ ("No business case is on record yet"));
  adw_status_page_set_description (empty,
                                   _ ("Every case with an appraisal will be ranked here, and the best set "
                                      "of them chosen within the money of a fund."));
  gtk_widget_add_css_class (GTK_WIDGET (empty), "portfolio-empty");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.add::case");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (add, !accord_workspace_get_read_only (self->workspace));
  adw_status_page_set_child (empty, add);
}

/**
 * accord_portfolio_page_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a page that ranks the business cases and chooses within the money, and
 * follows what is done in @workspace
 */
GtkWidget *
accord_portfolio_page_new (AccordWorkspace *workspace)
{
  AccordPortfolioPage *self;
  GtkWidget *scrolled;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_PORTFOLIO_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  scrolled = accord_place_view_make_column (make_column (self), WIDTH);
  /* The ranked list, which could scroll by itself, would be squeezed to a row where the page scrolls. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))), GTK_SCROLL_NATURAL);
  self->view = accord_place_view_new (workspace, &place, GTK_WIDGET (self), scrolled);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  fill_empty (self);
  accord_place_view_read (ACCORD_PLACE_VIEW (self->view));
  return GTK_WIDGET (self);
}
