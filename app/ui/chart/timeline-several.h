/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordTimelineSeveral:
 *
 * The popover of a timeline that lists the events behind one mark.
 */
typedef struct _AccordTimelineSeveral AccordTimelineSeveral;

AccordTimelineSeveral *accord_timeline_several_new (GtkWidget *timeline);
void accord_timeline_several_free (AccordTimelineSeveral *self);
void accord_timeline_several_open (AccordTimelineSeveral *self, GPtrArray *events, const GdkRectangle *place);
void accord_timeline_several_close (AccordTimelineSeveral *self);
void accord_timeline_several_present (AccordTimelineSeveral *self);

G_END_DECLS
