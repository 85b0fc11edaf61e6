/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/family-card.h"

#include "form/page-parts.h"
#include "fund/money-table.h"
#include "money.h"

#include <glib/gi18n-lib.h>

/* The fund that a fund is a share of, and the funds that are shares of it. */
struct _AccordFamilyCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *table;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (AccordFamilyCard, accord_family_card, GTK_TYPE_WIDGET)

static void
accord_family_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_FAMILY_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_family_card_parent_class)->dispose (object);
}

static void
accord_family_card_class_init (AccordFamilyCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_family_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_family_card_init (AccordFamilyCard *self)
{
  const char *const headings[] = { _ ("Fund"), _ ("Amount"), _ ("Allocated"), _ ("Paid"), NULL };
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Part of a larger fund"));
  self->title = gtk_widget_get_first_child (head);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->table = accord_money_table_new (_ ("Larger fund and shares"), headings);
  gtk_widget_add_css_class (self->table, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->table);
  self->note = accord_page_label (NULL, "card-body");
  gtk_widget_add_css_class (self->note, "second-line");
  gtk_box_append (GTK_BOX (self->card), self->note);
}

/**
 * accord_family_card_new:
 *
 * Returns: (transfer floating): a card that is hidden while a fund stands alone
 */
GtkWidget *
accord_family_card_new (void)
{
  return g_object_new (ACCORD_TYPE_FAMILY_CARD, "visible", FALSE, NULL);
}

static char *
dup_sum (gint64 pence, gint64 n)
{
  return n > 0 && pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_FULL)
                                          : g_strdup (n > 0 ? _ ("not known") : "–");
}

static void
add_fund (AccordFamilyCard *self, const char *style_class, const AccordFundSummary *fund)
{
  g_autofree char *award = dup_sum (fund->award, 1);
  g_autofree char *allocated = dup_sum (fund->allocated, fund->n_allocations);
  g_autofree char *paid = dup_sum (fund->paid, fund->n_payments);
  const char *const figures[] = { award, allocated, paid, NULL };

  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), style_class, fund->name, figures, "fund",
                              fund->fund, NULL);
}

static void
add_total (AccordFamilyCard *self, const AccordFundFamily *family)
{
  g_autofree char *award = dup_sum (family->award, family->shares->len - family->n_unknown);
  g_autofree char *allocated = dup_sum (family->allocated, 1);
  g_autofree char *paid = dup_sum (family->paid, 1);
  const char *const figures[] = { award, allocated, paid, NULL };

  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), "total", _ ("Shares together"), figures, NULL,
                              0, NULL);
}

static void
show_note (AccordFamilyCard *self, const AccordFundFamily *family)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (family->shares->len > 0)
    g_string_append (
        note, _ ("What is allocated or paid from this fund itself is not in these sums, so that nothing "
                 "is counted twice."));
  if (family->n_unknown > 0)
    g_string_append_printf (note,
                            ngettext (" The amount of %d share is not known and left out.",
                                      " The amounts of %d shares are not known and left out.",
                                      (gulong) family->n_unknown),
                            (int) family->n_unknown);
  gtk_label_set_label (GTK_LABEL (self->note), note->str);
  gtk_widget_set_visible (self->note, note->len > 0);
}

/**
 * accord_family_card_show:
 * @self: a card
 * @family: the funds that a fund belongs with
 *
 * Shows them, if there are any.
 */
void
accord_family_card_show (AccordFamilyCard *self, const AccordFundFamily *family)
{
  g_return_if_fail (ACCORD_IS_FAMILY_CARD (self));

  accord_money_table_clear (ACCORD_MONEY_TABLE (self->table));
  if (family->larger != NULL)
    add_fund (self, family->shares->len > 0 ? "head" : NULL, family->larger);
  for (guint i = 0; i < family->shares->len; i++)
    add_fund (self, family->larger != NULL ? "end" : NULL, family->shares->pdata[i]);
  if (family->shares->len > 0)
    add_total (self, family);
  gtk_label_set_label (GTK_LABEL (self->title), family->shares->len == 0 ? _ ("Part of a larger fund")
                                                : family->larger == NULL ? _ ("Shares of this fund")
                                                                         : _ ("Larger fund and shares"));
  show_note (self, family);
  gtk_widget_set_visible (GTK_WIDGET (self), family->larger != NULL || family->shares->len > 0);
}
