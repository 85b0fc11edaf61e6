/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/page-data.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RELATED_CARD (accord_related_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordRelatedCard, accord_related_card, ACCORD, RELATED_CARD, GtkWidget)

GtkWidget *accord_related_card_new (AccordWorkspace *workspace, const AccordKind *target,
                                    const AccordKind *kind, guint field);
void accord_related_card_show (AccordRelatedCard *self, const AccordRelatedGroup *group, const char *today);
char *accord_related_dup_title (const AccordKind *target, const AccordKind *kind, guint field);

G_END_DECLS
