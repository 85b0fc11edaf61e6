/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_DOCUMENTS_CARD (accord_documents_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordDocumentsCard, accord_documents_card, ACCORD, DOCUMENTS_CARD, GtkWidget)

GtkWidget *accord_documents_card_new (AccordWorkspace *workspace);
void accord_documents_card_set_subject (AccordDocumentsCard *self, const char *kind, gint64 id);
void accord_documents_card_show (AccordDocumentsCard *self, GPtrArray *documents);
void accord_documents_card_show_one (AccordDocumentsCard *self, GPtrArray *documents);
void accord_documents_card_attach (AccordDocumentsCard *self, GPtrArray *files);

GPtrArray *accord_documents_read (AccordReader *reader, const char *kind, gint64 id, GError **error);

G_END_DECLS
