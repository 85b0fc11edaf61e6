/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/version-page.h"

#include "compare/compare-view.h"

#define WIDTH 1000

/* What a case as it stands rests on. */
static const char *const depends[] = { "case",     "option", "appraisal",   "cost",   "outcome",  "gain",
                                       "scenario", "caveat", "endorsement", "answer", "document", NULL };

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordRecord) version = accord_reader_get (reader, kind, id, error);

  if (version == NULL)
    return NULL;
  return accord_compare_data_read (reader, accord_record_get_int (version, "case"), id, 0, error);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return accord_compare_view_new (workspace);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_compare_view_show (ACCORD_COMPARE_VIEW (cards), data);
}

/* A frozen version of a case is read by what has become of it since. */
const AccordPageKind accord_version_page_kind = {
  .kind = "version",
  .depends = depends,
  .width = WIDTH,
  .read = read_page,
  .free = (GDestroyNotify) accord_compare_data_free,
  .make = make_cards,
  .show = show_cards,
};
