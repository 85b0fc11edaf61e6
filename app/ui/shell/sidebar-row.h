/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "shell/pin-list.h"
#include "shell/places.h"

G_BEGIN_DECLS

/**
 * AccordSidebarRow:
 * @group: the group it stands in
 * @place: (nullable): the place it leads to; of a pin the place that shows it; %NULL where it folds a group
 * @key: (nullable): what its pin is told by, or %NULL where it is none
 * @record: the pinned record, or 0
 * @query: (nullable): the saved search
 * @count: (nullable): where the number of records is shown
 *
 * What a row of the sidebar is made of.
 */
typedef struct
{
  AccordPlaceGroup group;
  const AccordPlace *place;
  char *key;
  gint64 record;
  AccordQuery *query;
  GtkLabel *count;
  GtkImage *arrow;
} AccordSidebarRow;

GtkWidget *accord_sidebar_row_new_place (const AccordPlace *place, AccordSchema *schema);
GtkWidget *accord_sidebar_row_new_pin (const AccordPin *pin, AccordSchema *schema);
GtkWidget *accord_sidebar_row_new_more (AccordPlaceGroup group);

AccordSidebarRow *accord_sidebar_row_get (GtkListBoxRow *row);
const char *accord_sidebar_row_get_heading (GtkListBoxRow *row);
gboolean accord_sidebar_row_leads_to (GtkListBoxRow *row, const AccordPlace *place, gint64 record,
                                      AccordQuery *query);
void accord_sidebar_row_set_count (GtkListBoxRow *row, const char *label, gint64 total, gint64 waiting);
void accord_sidebar_row_set_open (GtkListBoxRow *row, gboolean open);

G_END_DECLS
