/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_KEY_CARD (accord_key_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordKeyCard, accord_key_card, ACCORD, KEY_CARD, GtkWidget)

GtkWidget *accord_key_card_new (AccordWorkspace *workspace);
void accord_key_card_show (AccordKeyCard *self, AccordRecord *organisation);

G_END_DECLS
