/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "shell/goto-find.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SEARCH_FIELD (accord_search_field_get_type ())
G_DECLARE_FINAL_TYPE (AccordSearchField, accord_search_field, ACCORD, SEARCH_FIELD, GtkWidget)

void accord_search_field_set_context (AccordSearchField *self, const AccordGotoContext *context);
void accord_search_field_start (AccordSearchField *self);

G_END_DECLS
