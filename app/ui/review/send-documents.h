/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_SEND_DOCUMENTS (accord_send_documents_get_type ())
G_DECLARE_FINAL_TYPE (AccordSendDocuments, accord_send_documents, ACCORD, SEND_DOCUMENTS, GtkWidget)

GtkWidget *accord_send_documents_new (GPtrArray *documents);
GArray *accord_send_documents_dup_chosen (AccordSendDocuments *self);

G_END_DECLS
