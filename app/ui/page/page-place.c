/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/page-place.h"

#include "calendar/calendar-page.h"
#include "decisions/accountability-page.h"
#include "decisions/matrix-page.h"
#include "journal/journal-page.h"
#include "overview/overview-page.h"
#include "portfolio/portfolio-page.h"
#include "room/room-page.h"

/* The places that are no list, each from its own folder. */
static const struct
{
  const char *place;
  GtkWidget *(*make) (AccordWorkspace *workspace);
} pages[] = {
  { "overview", accord_overview_page_new }, { "accountability", accord_accountability_page_new },
  { "matrix", accord_matrix_page_new },     { "calendar", accord_calendar_page_new },
  { "journal", accord_journal_page_new },   { "choose", accord_portfolio_page_new },
  { "room", accord_room_page_new },
};

/**
 * accord_page_place_new:
 * @place: the word of a place that is no list
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
accord_page_place_new (const char *place, AccordWorkspace *workspace)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].place, place) == 0)
      return pages[i].make (workspace);

  g_return_val_if_reached (NULL);
}
