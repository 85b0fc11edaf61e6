/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PAIR_VIEW (accord_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordPairView, accord_pair_view, ACCORD, PAIR_VIEW, GtkWidget)

GtkWidget *accord_pair_view_new (void);
void accord_pair_view_show (AccordPairView *self, AccordRecord *one, AccordRecord *other);
AccordRecord *accord_pair_view_get_keep (AccordPairView *self);
AccordRecord *accord_pair_view_get_drop (AccordPairView *self);

G_END_DECLS
