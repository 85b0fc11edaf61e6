/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REFERENCE_SEARCH (accord_reference_search_get_type ())
G_DECLARE_FINAL_TYPE (AccordReferenceSearch, accord_reference_search, ACCORD, REFERENCE_SEARCH, GtkWidget)

GtkWidget *accord_reference_search_new (AccordWorkspace *workspace, const AccordKind *kind);

GtkWidget *accord_reference_search_get_entry (AccordReferenceSearch *self);
const char *accord_reference_search_get_text (AccordReferenceSearch *self);
void accord_reference_search_set_text (AccordReferenceSearch *self, const char *text);

G_END_DECLS
