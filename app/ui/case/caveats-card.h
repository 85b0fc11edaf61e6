/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_CAVEATS_CARD (accord_caveats_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordCaveatsCard, accord_caveats_card, ACCORD, CAVEATS_CARD, GtkWidget)

GtkWidget *accord_caveats_card_new (AccordWorkspace *workspace);
void accord_caveats_card_show (AccordCaveatsCard *self, const AccordCaseFile *file, GHashTable *versions,
                               const char *today);
gboolean accord_caveats_card_save (AccordCaveatsCard *self);
gboolean accord_caveats_card_cancel (AccordCaveatsCard *self);
gboolean accord_caveats_card_get_dirty (AccordCaveatsCard *self);

G_END_DECLS
