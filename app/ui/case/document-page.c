/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-page.h"

#include "case/document-reader.h"
#include "case/documents-card.h"

/* The page of a document offers what its row elsewhere does: to open it, and to save a copy; and to read a
 * PDF here. */
static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "document");
  g_autoptr (AccordRecord) document = accord_reader_get (reader, kind, id, error);
  GPtrArray *documents;

  if (document == NULL)
    return NULL;
  documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (documents, g_steal_pointer (&document));
  return documents;
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), accord_documents_card_new (workspace));
  gtk_box_append (GTK_BOX (box), accord_document_reader_new (workspace));
  return box;
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_documents_card_show_one (ACCORD_DOCUMENTS_CARD (gtk_widget_get_first_child (cards)),
                                  (GPtrArray *) data);
  accord_document_reader_show (ACCORD_DOCUMENT_READER (gtk_widget_get_last_child (cards)), record);
}

static void
free_documents (gpointer data)
{
  g_ptr_array_unref (data);
}

const AccordPageKind accord_document_page_kind = {
  .kind = "document",
  .read = read_page,
  .free = free_documents,
  .make = make_cards,
  .show = show_cards,
};
