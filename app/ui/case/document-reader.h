/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_DOCUMENT_READER (accord_document_reader_get_type ())
G_DECLARE_FINAL_TYPE (AccordDocumentReader, accord_document_reader, ACCORD, DOCUMENT_READER, GtkWidget)

gboolean accord_document_can_be_read (AccordRecord *document);
GtkWidget *accord_document_reader_new (AccordWorkspace *workspace);
void accord_document_reader_show (AccordDocumentReader *self, AccordRecord *document);

G_END_DECLS
