/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordLocation:
 * @place: the place's word
 * @record: the record shown beside its list, or 0
 *
 * Where a person is.
 */
typedef struct
{
  char *place;
  gint64 record;
} AccordLocation;

#define ACCORD_TYPE_NAVIGATION (accord_navigation_get_type ())
G_DECLARE_FINAL_TYPE (AccordNavigation, accord_navigation, ACCORD, NAVIGATION, GObject)

AccordNavigation *accord_navigation_new (void);

const AccordLocation *accord_navigation_get_current (AccordNavigation *self);
gboolean accord_navigation_get_can_go_back (AccordNavigation *self);
gboolean accord_navigation_get_can_go_forward (AccordNavigation *self);

void accord_navigation_go (AccordNavigation *self, const char *place, gint64 record);
void accord_navigation_pass (AccordNavigation *self, const char *place);
void accord_navigation_select (AccordNavigation *self, gint64 record);
void accord_navigation_back (AccordNavigation *self);
void accord_navigation_forward (AccordNavigation *self);
void accord_navigation_forget (AccordNavigation *self, const char *place, gint64 record);

G_END_DECLS
