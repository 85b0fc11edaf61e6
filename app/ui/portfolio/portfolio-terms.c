/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-terms.h"

#include "decisions/filter-choice.h"
#include "financial-year.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "portfolio/money-entry.h"

#include <glib/gi18n-lib.h>

/* More years than anybody limits one by one. */
#define MOST_YEARS 10
#define YEAR_COLUMNS 5
#define N_FIELDS 3

/* How much money there is: a fund or a sum, and limits of single years. */
struct _AccordPortfolioTerms
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *save;
  GtkWidget *saved;
  GtkWidget *fund;
  GtkWidget *limit;
  GtkWidget *years;
  GtkWidget *years_box;
  GtkWidget *said;
  GtkWidget *notice;
  GPtrArray *year_entries;
  GPtrArray *saved_records;

  AccordWorkspace *workspace;
  AccordPortfolioQuestion *question;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (AccordPortfolioTerms, accord_portfolio_terms, GTK_TYPE_WIDGET)

enum
{
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ask (AccordPortfolioTerms *self, gboolean anew)
{
  if (!self->quiet)
    g_signal_emit (self, signals[ASKED], 0, anew);
}

static void
show_notice (AccordPortfolioTerms *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->notice), words != NULL ? words : "");
  gtk_widget_set_visible (self->notice, words != NULL);
}

static void
on_limit (GtkWidget *entry, gint64 pence, AccordPortfolioTerms *self)
{
  self->question->limit = pence;
  ask (self, FALSE);
}

static gint64
limit_of (AccordPortfolioTerms *self, int year)
{
  for (guint i = 0; i < self->question->year_limits->len; i++)
    if (g_array_index (self->question->year_limits, AccordYearAmount, i).year == year)
      return g_array_index (self->question->year_limits, AccordYearAmount, i).amount;
  return ACCORD_UNKNOWN;
}

static void
on_year (GtkWidget *entry, gint64 pence, AccordPortfolioTerms *self)
{
  int year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "accord-year"));

  accord_portfolio_question_set_year (self->question, year, pence);
  ask (self, FALSE);
}

static void
on_fund (AccordPortfolioTerms *self)
{
  const char *key = accord_filter_choice_get_key (ACCORD_FILTER_CHOICE (self->fund));
  gint64 fund = key != NULL ? g_ascii_strtoll (key, NULL, 10) : ACCORD_UNKNOWN;

  if (self->quiet || fund == self->question->fund)
    return;
  self->question->fund = fund;
  ask (self, TRUE);
}

static void
on_saved (AccordPortfolioTerms *self)
{
  const char *key = accord_filter_choice_get_key (ACCORD_FILTER_CHOICE (self->saved));
  gint64 id = key != NULL ? g_ascii_strtoll (key, NULL, 10) : ACCORD_UNKNOWN;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; !self->quiet && key != NULL && i < self->saved_records->len; i++)
    if (accord_record_get_id (self->saved_records->pdata[i]) == id)
      {
        AccordPortfolioQuestion *question =
            accord_portfolio_question_from_record (self->saved_records->pdata[i], &error);

        show_notice (self, question == NULL ? error->message : NULL);
        if (question == NULL)
          return;
        accord_portfolio_question_free (self->question);
        self->question = question;
        ask (self, TRUE);
      }
}

static void
on_save (AccordPortfolioTerms *self)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "portfolio");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_fill_in (preset);
  accord_portfolio_question_fill_record (self->question, preset);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accord_portfolio_terms_dispose (GObject *object)
{
  AccordPortfolioTerms *self = ACCORD_PORTFOLIO_TERMS (object);

  g_clear_pointer (&self->year_entries, g_ptr_array_unref);
  g_clear_pointer (&self->saved_records, g_ptr_array_unref);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->question, accord_portfolio_question_free);

  G_OBJECT_CLASS (accord_portfolio_terms_parent_class)->dispose (object);
}

static void
accord_portfolio_terms_class_init (AccordPortfolioTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_portfolio_terms_dispose;

  /**
   * AccordPortfolioTerms::asked:
   * @anew: whether it is about another fund, which has to be read first
   *
   * Something else is asked.
   */
  signals[ASKED] = g_signal_new ("asked", ACCORD_TYPE_PORTFOLIO_TERMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_field (const char *label, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *words = accord_page_label (label, "caption-line");

  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), control);
  return box;
}

static GtkWidget *
make_flow (guint n_columns)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), n_columns);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 18);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 9);
  return flow;
}

static void
add_to_flow (GtkWidget *flow, GtkWidget *field)
{
  gtk_flow_box_append (GTK_FLOW_BOX (flow), field);
  /* The boxes around the fields are no stops of their own. */
  gtk_widget_set_focusable (gtk_widget_get_parent (field), FALSE);
}

static void
accord_portfolio_terms_init (AccordPortfolioTerms *self)
{
  GtkWidget *head, *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *flow = make_flow (N_FIELDS);

  self->question = accord_portfolio_question_new ();
  self->year_entries = g_ptr_array_new ();
  self->card = accord_page_card (&head, _ ("The money"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->save = accord_page_button (_ ("_Save this portfolio…"));
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->save);
  self->fund = accord_filter_choice_new (_ ("Fund"), _ ("No fund"));
  self->saved = accord_filter_choice_new (_ ("Saved portfolio"), _ ("None"));
  g_signal_connect_object (self->fund, "chosen", G_CALLBACK (on_fund), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "chosen", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  self->limit = accord_money_entry_new (_ ("Limit in pounds; without one, what is left of the fund"));
  g_signal_connect_object (self->limit, "entered", G_CALLBACK (on_limit), self, 0);
  add_to_flow (flow, make_field (_ ("Fund"), self->fund));
  add_to_flow (flow, make_field (_ ("Limit £"), self->limit));
  add_to_flow (flow, make_field (_ ("Saved portfolio"), self->saved));
  gtk_widget_add_css_class (body, "card-body");
  gtk_box_append (GTK_BOX (body), flow);
  self->said = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (body), self->said);
  self->notice = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (self->notice, "error");
  gtk_widget_hide (self->notice);
  gtk_box_append (GTK_BOX (body), self->notice);
  self->years = gtk_expander_new (_ ("Limits by year"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->years), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Limits by year"), -1);
  self->years_box = make_flow (YEAR_COLUMNS);
  gtk_widget_set_margin_top (self->years_box, 9);
  gtk_expander_set_child (GTK_EXPANDER (self->years), self->years_box);
  /* The keyboard would not get past what is folded away. */
  g_object_bind_property (self->years, "expanded", self->years_box, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (body), self->years);
  gtk_box_append (GTK_BOX (self->card), body);
}

/**
 * accord_portfolio_terms_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without a fund or a limit
 */
GtkWidget *
accord_portfolio_terms_new (AccordWorkspace *workspace)
{
  AccordPortfolioTerms *self = g_object_new (ACCORD_TYPE_PORTFOLIO_TERMS, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_widget_set_visible (self->save, !accord_workspace_get_read_only (workspace));
  return GTK_WIDGET (self);
}

static void
offer (GtkWidget *choice, GPtrArray *records, gint64 chosen)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      g_ptr_array_add (keys, g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_get_id (records->pdata[i])));
      g_ptr_array_add (words, accord_record_dup_title (records->pdata[i]));
    }
  accord_filter_choice_offer (ACCORD_FILTER_CHOICE (choice), keys, words);
  gtk_widget_set_visible (choice, TRUE);
  gtk_widget_set_visible (gtk_widget_get_parent (gtk_widget_get_parent (choice)), records->len > 0);
  if (chosen == ACCORD_UNKNOWN)
    return;
  key = g_strdup_printf ("%" G_GINT64_FORMAT, chosen);
  accord_filter_choice_choose (ACCORD_FILTER_CHOICE (choice), key);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_year (GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return;
  g_array_append_val (years, year);
}

/* The years in which any case asks for money, and those that have a limit already. */
static GArray *
list_years (const AccordPortfolioChoice *choice)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < choice->n_ready; i++)
    {
      const AccordPortfolioCase *one = choice->cases->pdata[i];

      for (guint j = 0; j < one->years->len; j++)
        add_year (years, g_array_index (one->years, AccordYearAmount, j).year);
    }
  g_array_sort (years, compare_ints);
  if (years->len > MOST_YEARS)
    g_array_set_size (years, MOST_YEARS);
  for (guint i = 0; i < choice->question->year_limits->len; i++)
    add_year (years, g_array_index (choice->question->year_limits, AccordYearAmount, i).year);
  g_array_sort (years, compare_ints);
  return years;
}

static gboolean
shows_years (AccordPortfolioTerms *self, GArray *years)
{
  if (self->year_entries->len != years->len)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (GPOINTER_TO_INT (g_object_get_data (self->year_entries->pdata[i], "accord-year"))
        != g_array_index (years, int, i))
      return FALSE;
  return TRUE;
}

static void
make_years (AccordPortfolioTerms *self, GArray *years)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->years_box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->years_box), child);
  g_ptr_array_set_size (self->year_entries, 0);
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *year = accord_financial_year_format (g_array_index (years, int, i));
      g_autofree char *label = g_strdup_printf (_ ("Limit of %s in pounds"), year);
      GtkWidget *entry = accord_money_entry_new (label);

      g_signal_connect_object (entry, "entered", G_CALLBACK (on_year), self, 0);
      g_object_set_data (G_OBJECT (entry), "accord-year", GINT_TO_POINTER (g_array_index (years, int, i)));
      g_ptr_array_add (self->year_entries, entry);
      add_to_flow (self->years_box, make_field (year, entry));
    }
}

static void
show_years (AccordPortfolioTerms *self, const AccordPortfolioChoice *choice)
{
  g_autoptr (GArray) years = list_years (choice);

  if (!shows_years (self, years))
    make_years (self, years);
  for (guint i = 0; i < self->year_entries->len; i++)
    accord_money_entry_show (self->year_entries->pdata[i], limit_of (self, g_array_index (years, int, i)));
  gtk_widget_set_visible (self->years, years->len > 0);
  if (self->question->year_limits->len > 0)
    gtk_expander_set_expanded (GTK_EXPANDER (self->years), TRUE);
}

/**
 * accord_portfolio_terms_show:
 * @self: a card
 * @choice: the cases as they were read
 * @funds: (element-type AccordRecord): the funds there are
 * @saved: (element-type AccordRecord): the saved portfolios
 *
 * Shows what is asked, and how much money there is.
 */
void
accord_portfolio_terms_show (AccordPortfolioTerms *self, const AccordPortfolioChoice *choice,
                             GPtrArray *funds, GPtrArray *saved)
{
  g_autofree char *said = NULL;

  g_return_if_fail (ACCORD_IS_PORTFOLIO_TERMS (self));

  self->quiet = TRUE;
  said = accord_portfolio_choice_dup_limit (choice);
  g_clear_pointer (&self->saved_records, g_ptr_array_unref);
  self->saved_records = g_ptr_array_ref (saved);
  offer (self->fund, funds, self->question->fund);
  offer (self->saved, saved, ACCORD_UNKNOWN);
  accord_money_entry_set_hint (ACCORD_MONEY_ENTRY (self->limit),
                               self->question->fund != ACCORD_UNKNOWN ? _ ("what is left") : NULL);
  accord_money_entry_show (ACCORD_MONEY_ENTRY (self->limit), self->question->limit);
  show_years (self, choice);
  gtk_label_set_label (GTK_LABEL (self->said), said);
  self->quiet = FALSE;
}

/**
 * accord_portfolio_terms_place:
 * @self: a card
 * @business_case: a business case
 * @required: whether it must be in
 * @excluded: whether it is left out
 *
 * Says what is asked of a case.
 */
void
accord_portfolio_terms_place (AccordPortfolioTerms *self, gint64 business_case, gboolean required,
                              gboolean excluded)
{
  g_return_if_fail (ACCORD_IS_PORTFOLIO_TERMS (self));

  accord_portfolio_question_set (self->question, business_case, required, excluded);
  ask (self, FALSE);
}

const AccordPortfolioQuestion *
accord_portfolio_terms_get_question (AccordPortfolioTerms *self)
{
  return self->question;
}
