/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-page.h"

#include "partnership/organisation-cards.h"
#include "partnership/organisation-words.h"

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  return accord_alliance_facts_read (reader, id, error);
}

static void
free_page (gpointer data)
{
  accord_alliance_facts_unref (data);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return accord_organisation_dup_figures ((AccordAllianceFacts *) data, record, today);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_organisation_cards_show (ACCORD_ORGANISATION_CARDS (cards), (AccordAllianceFacts *) data, record,
                                  today);
}

/* A source gives its title to the figures that are taken from it. */
static const char *const depends[] = { "source", NULL };

static const char *const groups[] = {
  "membership/alliance",        "membership/organisation",
  "body/organisation",          "post/organisations",
  "organisation/part-of",       "organisation/succeeded-by",
  "transfer/from-organisation", "transfer/to-organisation",
  "transfer/overseen-by",       NULL,
};

const AccordPageKind accord_organisation_page_kind = {
  .kind = "organisation",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = free_page,
  .dup_figures = dup_figures,
  .make = accord_organisation_cards_new,
  .show = show_cards,
};
