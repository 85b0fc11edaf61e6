/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list/take-list.h"
#include "review/home-model.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_HOME_LIST (accord_home_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordHomeList, accord_home_list, ACCORD, HOME_LIST, AccordTakeList)

GtkWidget *accord_home_list_new (void);
void accord_home_list_show (AccordHomeList *self, AccordHomeModel *model);
const AccordHomeItem *accord_home_list_get_chosen (AccordHomeList *self);

G_END_DECLS
