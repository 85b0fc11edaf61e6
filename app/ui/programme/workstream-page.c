/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-page.h"

#include "form/form-figures.h"
#include "programme/milestones-card.h"
#include "programme/programme-figures.h"
#include "programme/programme-lanes.h"
#include "today.h"

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  g_autofree char *today = accord_today_dup ();

  return accord_workstream_progress_read (reader, id, today, error);
}

static void
free_page (gpointer data)
{
  accord_workstream_progress_free (data);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return data != NULL ? accord_workstream_figures (data, today)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return accord_milestones_card_new (workspace, "workstream");
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const AccordWorkstreamProgress *progress = data;

  accord_milestones_card_show (ACCORD_MILESTONES_CARD (cards), accord_record_get_id (record),
                               progress->milestones, &progress->count,
                               accord_workstream_lanes (progress, today), NULL, today);
}

static const char *const depends[] = { "milestone", "allocation", "body", NULL };
static const char *const groups[] = { "milestone/workstream", NULL };

const AccordPageKind accord_workstream_page_kind = {
  .kind = "workstream",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = free_page,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
