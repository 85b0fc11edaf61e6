/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-page.h"

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  return g_new0 (gint64, 1);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
}

const AccordPageKind accord_organisation_page_kind = {
  .kind = "organisation",
  .read = read_page,
  .free = g_free,
  .make = make_cards,
  .show = show_cards,
};
