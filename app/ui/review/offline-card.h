/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "review/offline-file.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_OFFLINE_CARD (accord_offline_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordOfflineCard, accord_offline_card, ACCORD, OFFLINE_CARD, GtkWidget)

GtkWidget *accord_offline_card_new (AccordWorkspace *workspace);
void accord_offline_card_show (AccordOfflineCard *self, const AccordOfflineFile *file, const char *today);

G_END_DECLS
