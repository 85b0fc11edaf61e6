/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordDocumentDone:
 * @error: (nullable): why it could not be done, or %NULL
 * @data: the data given with it
 *
 * Told when a document was opened or saved, or could not be.
 */
typedef void (*AccordDocumentDone) (const GError *error, gpointer data);

void accord_document_open (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *document,
                           AccordDocumentDone done, gpointer data);
void accord_document_save_copy (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *document,
                                AccordDocumentDone done, gpointer data);

G_END_DECLS
