/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "review/home-model.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_DETAIL (accord_home_detail_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeDetail, accord_home_detail, ACCORD, HOME_DETAIL, GtkWidget)

GtkWidget *accord_home_detail_new (AccordWorkspace *workspace);
void accord_home_detail_show (AccordHomeDetail *self, AccordHomeModel *model, const AccordHomeItem *item);

G_END_DECLS
