/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/years-card.h"

#include "chart/drawing-menu.h"
#include "financial-year.h"
#include "form/page-parts.h"
#include "fund/money-table.h"
#include "fund/years-view.h"
#include "money.h"
#include "payment.h"

#include <glib/gi18n-lib.h>

#define BIG_TEXT 1.5

/* Allocated, paid and forecast by financial year, drawn and in figures. */
struct _AccordYearsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *view;
  GtkWidget *table;
  GtkWidget *rule;
};

G_DEFINE_FINAL_TYPE (AccordYearsCard, accord_years_card, GTK_TYPE_WIDGET)

static void
accord_years_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_YEARS_CARD (object)->card, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_years_card_parent_class)->dispose (object);
}

static void
accord_years_card_class_init (AccordYearsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_years_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_years_card_init (AccordYearsCard *self)
{
  const char *const headings[] = { _ ("Financial year"), _ ("Allocated"), _ ("Paid"),
                                   _ ("Variance"),       _ ("Forecast"),  NULL };
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Year by year"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->view = accord_years_view_new ();
  gtk_widget_add_css_class (self->view, "years-picture");
  gtk_box_append (GTK_BOX (head), accord_drawing_menu_new (ACCORD_DRAWING (self->view)));
  gtk_box_append (GTK_BOX (self->card), self->view);
  self->table = accord_money_table_new (_ ("Allocated, paid and forecast by financial year"), headings);
  gtk_widget_add_css_class (self->table, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->table);
  self->rule = accord_page_label (NULL, "card-body");
  gtk_widget_add_css_class (self->rule, "second-line");
  gtk_box_append (GTK_BOX (self->card), self->rule);
}

/**
 * accord_years_card_new:
 *
 * Returns: (transfer floating): a card that shows no years yet
 */
GtkWidget *
accord_years_card_new (void)
{
  return g_object_new (ACCORD_TYPE_YEARS_CARD, NULL);
}

/* In big letters the columns would not fit beside each other. */
static char *
dup_sum (AccordYearsCard *self, gint64 pence, gboolean known)
{
  AccordMoneyStyle style = accord_drawing_get_scale (ACCORD_DRAWING (self->view)) < BIG_TEXT
                               ? ACCORD_MONEY_POUNDS
                               : ACCORD_MONEY_SHORT;

  return known && pence != ACCORD_UNKNOWN ? accord_money_format (pence, style) : g_strdup ("–");
}

static void
add_year (AccordYearsCard *self, const AccordFundYear *year, gint64 fund)
{
  g_autofree char *name = year->year != ACCORD_UNKNOWN ? accord_financial_year_format ((int) year->year)
                                                       : g_strdup (_ ("Year not known"));
  g_autofree char *allocated = dup_sum (self, year->allocated, year->n_allocations > 0);
  g_autofree char *paid = dup_sum (self, year->paid, year->n_payments > 0);
  g_autofree char *variance = dup_sum (self, year->variance, year->n_allocations > 0);
  g_autofree char *forecast = dup_sum (self, year->forecast, TRUE);
  const char *const figures[] = { allocated, paid, variance, forecast, NULL };
  g_autoptr (AccordQuery) rows = accord_years_view_make_rows (year, fund);

  accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), NULL, name, figures, NULL, 0, rows);
}

static void
add_total (AccordYearsCard *self, const AccordFundForecast *forecast)
{
  gint64 allocated = 0, paid = 0, n_allocations = 0, n_payments = 0, variance;
  g_autofree char *allocated_words = NULL, *paid_words = NULL, *variance_words = NULL, *end = NULL;

  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];

      n_allocations += year->n_allocations;
      n_payments += year->n_payments;
      if (!accord_money_add (allocated, year->allocated, &allocated)
          || !accord_money_add (paid, year->paid, &paid))
        return;
    }
  if (!accord_money_subtract (allocated, paid, &variance))
    return;
  allocated_words = dup_sum (self, allocated, n_allocations > 0);
  paid_words = dup_sum (self, paid, n_payments > 0);
  variance_words = dup_sum (self, variance, n_allocations > 0);
  end = dup_sum (self, forecast->end, TRUE);
  {
    const char *const figures[] = { allocated_words, paid_words, variance_words, end, NULL };

    accord_money_table_add_row (ACCORD_MONEY_TABLE (self->table), "total", _ ("All years"), figures, NULL, 0,
                                NULL);
  }
}

/* Whether there is a year whose forecast is no forecast any more. */
static gboolean
has_ended (const AccordFundForecast *forecast)
{
  for (guint i = 0; i < forecast->years->len; i++)
    {
      const AccordFundYear *year = forecast->years->pdata[i];

      if (year->year < forecast->this_year && year->forecast != ACCORD_UNKNOWN)
        return TRUE;
    }
  return FALSE;
}

static void
show_rule (AccordYearsCard *self, const AccordFundForecast *forecast)
{
  g_autofree char *year = accord_fund_forecast_dup_year_rule (forecast);
  g_autofree char *end = accord_fund_forecast_dup_end_rule (forecast);
  gboolean both = forecast->year_reason == ACCORD_FORECAST_KNOWN;
  g_autofree char *rules = both ? g_strdup_printf (_ ("%s All years: %s"), year, end) : g_strdup (year);
  const char *ended = has_ended (forecast) ? _ ("A year that has ended comes to what was paid in it.") : NULL;
  g_autofree char *text = g_strjoin (" ", _ ("Variance is what was allocated less what was paid."),
                                     ended != NULL ? ended : rules, ended != NULL ? rules : NULL, NULL);

  gtk_label_set_label (GTK_LABEL (self->rule), text);
}

/**
 * accord_years_card_show:
 * @self: a card
 * @forecast: the years of a fund
 * @fund: the fund
 *
 * Shows other years.
 */
void
accord_years_card_show (AccordYearsCard *self, const AccordFundForecast *forecast, gint64 fund)
{
  g_return_if_fail (ACCORD_IS_YEARS_CARD (self));

  accord_years_view_show (ACCORD_YEARS_VIEW (self->view), forecast, fund);
  accord_money_table_clear (ACCORD_MONEY_TABLE (self->table));
  for (guint i = 0; i < forecast->years->len; i++)
    add_year (self, forecast->years->pdata[i], fund);
  if (forecast->years->len > 1)
    add_total (self, forecast);
  show_rule (self, forecast);
}
