/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/fund-page.h"

#include "fund/fund-cards.h"
#include "fund/fund-figures.h"
#include "today.h"

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  g_autofree char *today = accord_today_dup ();

  return accord_fund_data_read (reader, id, today, error);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return accord_fund_figures (record, data, today);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_fund_cards_show (ACCORD_FUND_CARDS (cards), record, data, today);
}

static const char *const depends[] = {
  "payment", "allocation", "organisation", "workstream", "source", NULL
};
static const char *const groups[] = { "allocation/fund", "claim/fund", "fund/part-of", "payment/fund", NULL };

const AccordPageKind accord_fund_page_kind = {
  .kind = "fund",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = (GDestroyNotify) accord_fund_data_free,
  .dup_figures = dup_figures,
  .make = accord_fund_cards_new,
  .show = show_cards,
};
