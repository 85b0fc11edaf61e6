/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/flow-card.h"

#include "chart/drawing-menu.h"
#include "form/page-parts.h"
#include "fund/choice-bar.h"
#include "fund/flow-lines.h"
#include "fund/flow-view.h"
#include "fund/money-table.h"
#include "fund-entries.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* Where the money of a fund went, as a picture or a table, divided as a person likes. */
struct _AccordFlowCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *division;
  GtkWidget *form;
  GtkWidget *menu;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *table;
  GtkWidget *warning;

  AccordFundSummary *fund;
  GPtrArray *leaves;
};

G_DEFINE_FINAL_TYPE (AccordFlowCard, accord_flow_card, GTK_TYPE_WIDGET)

static char *
dup_money (gint64 pence)
{
  if (pence == ACCORD_UNKNOWN)
    return g_strdup ("–");
  return accord_money_format (pence, ACCORD_MONEY_FULL);
}

static char *
dup_share (gint64 part, gint64 whole)
{
  gint64 share =
      part != ACCORD_UNKNOWN && whole != ACCORD_UNKNOWN ? accord_fund_share (part, whole) : ACCORD_UNKNOWN;

  return share != ACCORD_UNKNOWN ? accord_flow_dup_percent (share) : g_strdup ("–");
}

static void
add_table_row (AccordFlowCard *self, const AccordFundFlow *flow, const AccordFlowLine *line)
{
  g_autofree char *name =
      line->detail != NULL ? g_strdup_printf ("%s, %s", line->label, line->detail) : g_strdup (line->label);
  g_autofree char *allocated = dup_money (line->allocated);
  g_autofree char *paid = dup_money (line->paid);
  g_autofree char *allocated_share = dup_share (line->allocated, flow->allocated);
  g_autofree char *paid_share = dup_share (line->paid, line->allocated);
  const char *const figures[] = { allocated, allocated_share, paid, paid_share, NULL };
  const char *style_class = line->type == ACCORD_FLOW_END ? "end" : "head";

  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), style_class, name, figures, NULL, 0,
                              line->rows);
}

static void
show_table (AccordFlowCard *self, const AccordFundFlow *flow, GPtrArray *lines)
{
  g_autofree char *allocated = dup_money (flow->allocated);
  g_autofree char *paid = dup_money (flow->paid);
  g_autofree char *share = dup_share (flow->paid, flow->allocated);
  g_autofree char *whole = dup_share (flow->allocated, flow->allocated);
  const char *const figures[] = { allocated, whole, paid, share, NULL };

  accord_money_table_clear (ACCORD_MONEY_TABLE (self->table));
  for (guint i = 0; i < lines->len; i++)
    add_table_row (self, flow, lines->pdata[i]);
  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), "total", _ ("Allocated and paid together"),
                              figures, NULL, 0, NULL);
}

static void
show_flow (AccordFlowCard *self)
{
  static const AccordFundDivision divisions[] = { ACCORD_FUND_BY_CATEGORY, ACCORD_FUND_BY_ORGANISATION,
                                                  ACCORD_FUND_BY_YEAR };
  guint chosen = accord_choice_bar_get_chosen (ACCORD_CHOICE_BAR (self->division));
  gboolean table = accord_choice_bar_get_chosen (ACCORD_CHOICE_BAR (self->form)) == 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordFundFlow) flow = accord_fund_flow_new (self->fund, self->leaves, divisions[chosen],
                                                          table ? 0 : ACCORD_FUND_FLOW_MAX, &error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_set_visible (self->stack, flow != NULL);
  if (flow == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->warning), error->message);
      gtk_widget_show (self->warning);
      return;
    }
  lines = accord_flow_lines (flow);
  warning = accord_flow_dup_warning (flow);
  gtk_label_set_label (GTK_LABEL (self->warning), warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  if (table)
    show_table (self, flow, lines);
  else
    accord_flow_view_show (ACCORD_FLOW_VIEW (self->view), flow, lines, self->fund->name, self->fund->fund);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), table ? self->table : self->view);
  /* While the table is shown the drawing is of what it showed last. */
  gtk_widget_set_visible (self->menu, !table);
}

static void
on_chosen (AccordFlowCard *self)
{
  if (self->fund != NULL)
    show_flow (self);
}

static void
forget (AccordFlowCard *self)
{
  g_clear_pointer (&self->fund, accord_fund_summary_free);
  g_clear_pointer (&self->leaves, g_ptr_array_unref);
}

static void
accord_flow_card_dispose (GObject *object)
{
  AccordFlowCard *self = ACCORD_FLOW_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  forget (self);

  G_OBJECT_CLASS (accord_flow_card_parent_class)->dispose (object);
}

static void
accord_flow_card_class_init (AccordFlowCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_flow_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_choices (AccordFlowCard *self)
{
  const char *const divisions[] = { _ ("Category"), _ ("Organisation"), _ ("Financial year"), NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->division = accord_choice_bar_new (_ ("Divide by"), divisions);
  g_signal_connect_object (self->division, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->division);
  gtk_widget_add_css_class (row, "flow-choices");
  return row;
}

static GtkWidget *
make_stack (AccordFlowCard *self)
{
  const char *const headings[] = { _ ("Where it went"), _ ("Allocated"),  _ ("Share"),
                                   _ ("Paid"),          _ ("Paid of it"), NULL };

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  self->view = accord_flow_view_new ();
  self->table = accord_money_table_new (_ ("Where the money went"), headings);
  gtk_stack_add_child (GTK_STACK (self->stack), self->view);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_widget_add_css_class (self->stack, "flow-body");
  return self->stack;
}

static void
accord_flow_card_init (AccordFlowCard *self)
{
  const char *const forms[] = { _ ("Picture"), _ ("Table"), NULL };
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Where it went"));
  self->title = gtk_widget_get_first_child (head);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->form = accord_choice_bar_new (_ ("Show as"), forms);
  g_signal_connect_object (self->form, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->form);
  gtk_box_append (GTK_BOX (self->card), make_choices (self));
  gtk_box_append (GTK_BOX (self->card), make_stack (self));
  self->menu = accord_drawing_menu_new (ACCORD_DRAWING (self->view));
  gtk_box_append (GTK_BOX (head), self->menu);
  self->warning = accord_page_label (NULL, "flow-warning");
  gtk_box_append (GTK_BOX (self->card), self->warning);
}

/**
 * accord_flow_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
accord_flow_card_new (void)
{
  return g_object_new (ACCORD_TYPE_FLOW_CARD, NULL);
}

/**
 * accord_flow_card_show:
 * @self: a card
 * @fund: what became of a fund
 * @leaves: (element-type AccordFundLeaf): its parts, of the same moment
 *
 * Shows another fund, or the same as it is now.
 */
void
accord_flow_card_show (AccordFlowCard *self, const AccordFundSummary *fund, GPtrArray *leaves)
{
  g_autofree char *sum = NULL, *title = NULL;

  g_return_if_fail (ACCORD_IS_FLOW_CARD (self));

  forget (self);
  self->fund = g_memdup2 (fund, sizeof *fund);
  self->fund->name = g_strdup (fund->name);
  self->fund->type = g_strdup (fund->type);
  self->leaves = g_ptr_array_ref (leaves);
  if (fund->award != ACCORD_UNKNOWN)
    {
      sum = accord_money_format (fund->award, ACCORD_MONEY_SHORT);
      /* Translators: %s is the amount of a fund. */
      title = g_strdup_printf (_ ("Where the %s went"), sum);
    }
  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : _ ("Where it went"));
  show_flow (self);
}
