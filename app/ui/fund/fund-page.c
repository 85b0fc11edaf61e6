/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/fund-page.h"

#include "fund/claims-card.h"

/* What the cards of a fund show, all of one moment. */
typedef struct
{
  GPtrArray *claims;
} FundData;

static void
fund_data_free (gpointer data)
{
  FundData *self = data;

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FundData, fund_data_free)

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (FundData) self = g_new0 (FundData, 1);

  self->claims = accord_claims_read (reader, "fund", id, error);
  return self->claims != NULL ? g_steal_pointer (&self) : NULL;
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *claims = accord_claims_card_new (workspace);

  gtk_box_append (GTK_BOX (cards), claims);
  return cards;
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const FundData *self = data;
  AccordClaimsCard *claims = ACCORD_CLAIMS_CARD (gtk_widget_get_first_child (cards));

  accord_claims_card_set_subject (claims, "fund", accord_record_get_id (record));
  accord_claims_card_show (claims, self->claims);
}

static const char *const depends[] = { "payment", "allocation", "organisation", "source", NULL };
static const char *const groups[] = { "claim/fund", NULL };

const AccordPageKind accord_fund_page_kind = {
  .kind = "fund",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = fund_data_free,
  .make = make_cards,
  .show = show_cards,
};
