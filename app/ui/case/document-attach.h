/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean accord_document_is_attached (const AccordKind *kind);
void accord_document_ask_and_attach (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *preset);

G_END_DECLS
