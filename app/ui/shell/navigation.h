/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

G_BEGIN_DECLS

/**
 * AccordLocation:
 * @place: the place's word
 * @record: the record shown beside its list, or 0
 * @query: (nullable): what the list is narrowed to, or %NULL where it is whole
 * @row: the row that was selected when the place was left, or 0
 * @scroll: how far the list was scrolled when the place was left, in pixels
 *
 * Where a person is, and how it was left.
 */
typedef struct
{
  char *place;
  gint64 record;
  AccordQuery *query;
  gint64 row;
  double scroll;
} AccordLocation;

/**
 * AccordWay:
 * @ACCORD_WAY_HERE: in this window
 * @ACCORD_WAY_PASSING: in this window, perhaps on the way to something else
 * @ACCORD_WAY_WINDOW: in a window of its own
 *
 * How a person wants to see something.
 */
typedef enum
{
  ACCORD_WAY_HERE,
  ACCORD_WAY_PASSING,
  ACCORD_WAY_WINDOW,
} AccordWay;

#define ACCORD_TYPE_NAVIGATION (accord_navigation_get_type ())
G_DECLARE_FINAL_TYPE (AccordNavigation, accord_navigation, ACCORD, NAVIGATION, GObject)

AccordNavigation *accord_navigation_new (void);

const AccordLocation *accord_navigation_get_current (AccordNavigation *self);
gboolean accord_navigation_get_can_go_back (AccordNavigation *self);
gboolean accord_navigation_get_can_go_forward (AccordNavigation *self);
gboolean accord_navigation_get_passed (AccordNavigation *self);

void accord_navigation_go (AccordNavigation *self, const char *place, gint64 record);
void accord_navigation_go_query (AccordNavigation *self, const char *place, AccordQuery *query,
                                 gint64 record);
void accord_navigation_note (AccordNavigation *self, AccordQuery *query, gint64 row, double scroll);
void accord_navigation_pass (AccordNavigation *self, const char *place);
void accord_navigation_pass_query (AccordNavigation *self, const char *place, AccordQuery *query,
                                   gint64 record);
void accord_navigation_select (AccordNavigation *self, gint64 record);
void accord_navigation_back (AccordNavigation *self);
void accord_navigation_forward (AccordNavigation *self);
void accord_navigation_forget (AccordNavigation *self, const char *place, gint64 record);

G_END_DECLS
