/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-documents.h"

#include "case/document-words.h"
#include "form/page-parts.h"
#include "form/words.h"

#include <glib/gi18n-lib.h>

/* Which documents of a case go along, and how large they are together. */
struct _AccordSendDocuments
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *total;
  GPtrArray *documents;
  GPtrArray *checks;
};

G_DEFINE_FINAL_TYPE (AccordSendDocuments, accord_send_documents, GTK_TYPE_WIDGET)

static void
update (AccordSendDocuments *self)
{
  gint64 total = 0;
  guint n = 0;
  g_autofree char *size = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    {
      const gint64 bytes = accord_record_get_int (self->documents->pdata[i], "size");

      if (!gtk_check_button_get_active (self->checks->pdata[i]))
        continue;
      n++;
      total += bytes != ACCORD_UNKNOWN ? bytes : 0;
    }
  size = g_format_size ((guint64) total);
  words = n > 0 ? g_strdup_printf (
              ngettext ("%u document goes along, %s.", "%u documents go along, %s together.", n), n, size)
                : g_strdup (self->checks->len > 0 ? _ ("No document goes along.")
                                                  : _ ("The case has no documents."));
  gtk_label_set_label (GTK_LABEL (self->total), words);
}

static void
accord_send_documents_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_SEND_DOCUMENTS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_send_documents_parent_class)->dispose (object);
}

static void
accord_send_documents_finalize (GObject *object)
{
  AccordSendDocuments *self = ACCORD_SEND_DOCUMENTS (object);

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (accord_send_documents_parent_class)->finalize (object);
}

static void
accord_send_documents_class_init (AccordSendDocumentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_send_documents_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_send_documents_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_send_documents_init (AccordSendDocuments *self)
{
  self->checks = g_ptr_array_new ();
  self->box = accord_words_new (9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_document (AccordSendDocuments *self, AccordRecord *document)
{
  GtkWidget *check = gtk_check_button_new (), *words = accord_words_new (1);
  g_autofree char *title = accord_record_dup_title (document);
  g_autofree char *line = accord_document_dup_words (document);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, line);

  accord_words_append (words, accord_page_label (title, NULL));
  accord_words_append (words, accord_page_label (line, "second-line"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  accord_words_append (self->box, check);
}

/**
 * accord_send_documents_new:
 * @documents: (element-type AccordRecord): the documents of a case
 *
 * Returns: (transfer floating): a choice among them, all chosen
 */
GtkWidget *
accord_send_documents_new (GPtrArray *documents)
{
  AccordSendDocuments *self = g_object_new (ACCORD_TYPE_SEND_DOCUMENTS, NULL);

  self->documents = g_ptr_array_ref (documents);
  for (guint i = 0; i < documents->len; i++)
    add_document (self, documents->pdata[i]);
  self->total = accord_page_label (NULL, "second-line");
  accord_words_append (self->box, self->total);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * accord_send_documents_dup_chosen:
 * @self: a choice
 *
 * Returns: (transfer full) (element-type gint64): the documents that go along
 */
GArray *
accord_send_documents_dup_chosen (AccordSendDocuments *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->checks->len; i++)
    {
      const gint64 id = accord_record_get_id (self->documents->pdata[i]);

      if (gtk_check_button_get_active (self->checks->pdata[i]))
        g_array_append_val (ids, id);
    }
  return ids;
}
