/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-versions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_VERSIONS_CARD (accord_versions_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordVersionsCard, accord_versions_card, ACCORD, VERSIONS_CARD, GtkWidget)

GtkWidget *accord_versions_card_new (void);
void accord_versions_card_show (AccordVersionsCard *self, GPtrArray *versions);
char *accord_versions_dup_markup (const char *before, const char *after);

G_END_DECLS
