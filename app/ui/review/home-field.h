/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "review/home-model.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_FIELD (accord_home_field_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeField, accord_home_field, ACCORD, HOME_FIELD, GtkWidget)

GtkWidget *accord_home_field_new (AccordWorkspace *workspace, AccordHomeModel *model,
                                  const AccordHomeItem *item, AccordMergeField *field);

G_END_DECLS
