/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/fund-cards.h"

#include "chart/chart-card.h"
#include "charts/burn-down.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "fund/claims-card.h"
#include "fund/family-card.h"
#include "fund/flow-card.h"
#include "fund/fund-figures.h"
#include "fund/years-card.h"
#include "list/list-words.h"
#include "list/sub-list.h"

#include <glib/gi18n-lib.h>

/* The cards of a fund: where it went, year by year, what was said of it, and the ledger. */
struct _AccordFundCards
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nothing;
  GtkWidget *flow;
  GtkWidget *left;
  GtkWidget *years;
  GtkWidget *claims;
  GtkWidget *family;
  GtkWidget *allocations;
  GtkWidget *payments;

  AccordWorkspace *workspace;
  gint64 fund;
};

G_DEFINE_FINAL_TYPE (AccordFundCards, accord_fund_cards, GTK_TYPE_WIDGET)

static void
add_record (AccordFundCards *self, const char *kind_name)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), kind_name);
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_set_int (preset, "fund", self->fund);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_add_allocation (AccordFundCards *self)
{
  add_record (self, "allocation");
}

static void
on_add_payment (AccordFundCards *self)
{
  add_record (self, "payment");
}

static GtkWidget *
make_add (AccordFundCards *self, const char *label, GCallback callback)
{
  GtkWidget *button = accord_page_button (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !accord_workspace_get_read_only (self->workspace));
  return button;
}

static GtkWidget *
make_import (AccordFundCards *self)
{
  GtkWidget *button = accord_page_button (_ ("_Import payments…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, !accord_workspace_get_read_only (self->workspace));
  return button;
}

/* Three times "not known" would say less than one sentence with what ends it. */
static GtkWidget *
make_nothing (AccordFundCards *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = accord_page_label (_ ("No allocations or payments are recorded yet."), NULL);
  GtkWidget *more =
      accord_page_label (accord_list_get_import_words (accord_list_find_import ("payment")), "second-line");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *import = make_import (self);

  gtk_box_append (GTK_BOX (card), words);
  gtk_box_append (GTK_BOX (card), more);
  gtk_widget_set_visible (more, gtk_widget_get_visible (import));
  gtk_widget_set_visible (buttons, gtk_widget_get_visible (import));
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), import);
  gtk_box_append (GTK_BOX (buttons), make_add (self, _ ("Add a _payment"), G_CALLBACK (on_add_payment)));
  gtk_box_append (GTK_BOX (buttons),
                  make_add (self, _ ("Add an _allocation"), G_CALLBACK (on_add_allocation)));
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "fund-nothing");
  return card;
}

static void
accord_fund_cards_dispose (GObject *object)
{
  AccordFundCards *self = ACCORD_FUND_CARDS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_fund_cards_parent_class)->dispose (object);
}

static void
accord_fund_cards_class_init (AccordFundCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_fund_cards_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_fund_cards_init (AccordFundCards *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_list (AccordFundCards *self, const char *title, GtkWidget *button)
{
  GtkWidget *list = accord_sub_list_new (self->workspace, title);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (accord_sub_list_get_head (ACCORD_SUB_LIST (list))), button);
  return list;
}

/**
 * accord_fund_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards of no fund yet
 */
GtkWidget *
accord_fund_cards_new (AccordWorkspace *workspace)
{
  AccordFundCards *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_FUND_CARDS, NULL);
  self->workspace = g_object_ref (workspace);
  self->nothing = make_nothing (self);
  self->flow = accord_flow_card_new ();
  self->left = accord_chart_card_new (_ ("What is left, and will it last"));
  self->years = accord_years_card_new ();
  self->claims = accord_claims_card_new (workspace);
  self->family = accord_family_card_new ();
  self->allocations = make_list (self, _ ("Allocations"),
                                 make_add (self, _ ("Add an _allocation"), G_CALLBACK (on_add_allocation)));
  self->payments = make_list (self, _ ("Payments"), make_import (self));
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  gtk_box_append (GTK_BOX (self->box), self->flow);
  gtk_box_append (GTK_BOX (self->box), self->left);
  gtk_box_append (GTK_BOX (self->box), self->years);
  gtk_box_append (GTK_BOX (self->box), self->claims);
  gtk_box_append (GTK_BOX (self->box), self->family);
  gtk_box_append (GTK_BOX (self->box), self->allocations);
  gtk_box_append (GTK_BOX (self->box), self->payments);
  return GTK_WIDGET (self);
}

static void
show_list (GtkWidget *list, const char *kind, gint64 fund, gint64 n)
{
  g_autoptr (AccordQuery) query = accord_fund_query (kind, fund);

  gtk_widget_set_visible (list, n > 0);
  accord_sub_list_show (ACCORD_SUB_LIST (list), query);
}

/**
 * accord_fund_cards_show:
 * @self: the cards
 * @fund: a fund
 * @data: what is known of it
 * @today: today as an ISO date
 *
 * Shows another fund, or the same as it is now.
 */
void
accord_fund_cards_show (AccordFundCards *self, AccordRecord *fund, const AccordFundData *data,
                        const char *today)
{
  gboolean money = accord_fund_has_money (data);

  g_return_if_fail (ACCORD_IS_FUND_CARDS (self));

  self->fund = accord_record_get_id (fund);
  gtk_widget_set_visible (self->nothing, !money);
  gtk_widget_set_visible (self->flow, money);
  gtk_widget_set_visible (self->left, money);
  gtk_widget_set_visible (self->years, money);
  if (money)
    {
      g_autoptr (AccordChart) left =
          accord_burn_down_chart_new (data->summary, data->forecast, data->months, today);

      accord_flow_card_show (ACCORD_FLOW_CARD (self->flow), data->summary, data->leaves);
      accord_chart_card_show (ACCORD_CHART_CARD (self->left), left);
      accord_years_card_show (ACCORD_YEARS_CARD (self->years), data->forecast, self->fund);
    }
  accord_claims_card_set_subject (ACCORD_CLAIMS_CARD (self->claims), "fund", self->fund);
  accord_claims_card_show (ACCORD_CLAIMS_CARD (self->claims), data->claims);
  accord_family_card_show (ACCORD_FAMILY_CARD (self->family), data->family);
  show_list (self->allocations, "allocation", self->fund, data->summary->n_allocations);
  show_list (self->payments, "payment", self->fund, data->summary->n_payments);
}
