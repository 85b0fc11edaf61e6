/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-reader.h"

#include "attach.h"
#include "case/document-cache.h"
#include "form/page-parts.h"
#include "pdf/pdf-panel.h"

#include <glib/gi18n-lib.h>

#define LEAST_HEIGHT 420
/* What of the window is left to the page around the pages. */
#define LEFT_OVER 150
#define ABOVE 12

/* A card that shows the pages of a document, once a person wants to read it. */
struct _AccordDocumentReader
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *button;
  GtkWidget *notice;
  GtkWidget *panel;

  AccordWorkspace *workspace;
  char *digest;
  char *file_name;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordDocumentReader, accord_document_reader, GTK_TYPE_WIDGET)

/**
 * accord_document_can_be_read:
 * @document: a document
 *
 * Returns: whether it is said to be a PDF, so that its pages can be shown
 */
gboolean
accord_document_can_be_read (AccordRecord *document)
{
  const char *type = accord_record_get_text (document, "media-type");
  const char *name = accord_record_get_text (document, "file-name");
  g_autofree char *low = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return g_strcmp0 (type, "application/pdf") == 0 || (low != NULL && g_str_has_suffix (low, ".pdf"));
}

static void
say (AccordDocumentReader *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->notice), message != NULL ? message : "");
  gtk_widget_set_visible (self->notice, message != NULL);
}

static void
set_button (AccordDocumentReader *self, gboolean open)
{
  const char *label = open ? _ ("Close the pages") : _ ("Read here");

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
close_pages (AccordDocumentReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->panel != NULL)
    gtk_box_remove (GTK_BOX (self->card), self->panel);
  self->panel = NULL;
  set_button (self, FALSE);
  say (self, NULL);
}

/* The page is scrolled so that as much of the pages as can be is in sight. */
static gboolean
bring_up (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double x, y;

  if (scrolled == NULL || !gtk_widget_translate_coordinates (widget, scrolled, 0, 0, &x, &y))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - ABOVE);
  return G_SOURCE_REMOVE;
}

static void
on_opened (AccordDocumentReader *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_up, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (accord_pdf_panel_get_view (ACCORD_PDF_PANEL (self->panel))));
}

static void
show_pages (AccordDocumentReader *self, GFile *file)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int room = root != NULL ? gtk_widget_get_height (root) - LEFT_OVER : 0;

  self->panel = accord_pdf_panel_new ();
  gtk_widget_set_size_request (self->panel, -1, MAX (room, LEAST_HEIGHT));
  gtk_widget_set_overflow (self->panel, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->panel, "in-card");
  gtk_box_append (GTK_BOX (self->card), self->panel);
  g_signal_connect_object (self->panel, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  accord_pdf_panel_open (ACCORD_PDF_PANEL (self->panel), file);
  set_button (self, TRUE);
}

static void
on_extracted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDocumentReader) self = g_object_ref (g_task_get_source_object (user_data));
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean there = accord_extract_finish (ACCORD_WORKSPACE (source), result, &error);

  /* Another document may be shown by now. */
  if (self->card == NULL || g_task_get_cancellable (task) != self->cancellable)
    return;
  if (there)
    show_pages (self, g_task_get_task_data (task));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message);
}

static void
on_pressed (AccordDocumentReader *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  GTask *task;

  if (self->panel != NULL)
    {
      close_pages (self);
      return;
    }
  close_pages (self);
  file = accord_document_cache_place (self->file_name, &error);
  if (file == NULL)
    {
      say (self, error->message);
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  accord_extract_async (self->workspace, self->digest, file, ACCORD_EXTRACT_READ_ONLY, self->cancellable,
                        on_extracted, task);
}

static void
accord_document_reader_dispose (GObject *object)
{
  AccordDocumentReader *self = ACCORD_DOCUMENT_READER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->panel = NULL;
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_document_reader_parent_class)->dispose (object);
}

static void
accord_document_reader_finalize (GObject *object)
{
  AccordDocumentReader *self = ACCORD_DOCUMENT_READER (object);

  g_free (self->digest);
  g_free (self->file_name);

  G_OBJECT_CLASS (accord_document_reader_parent_class)->finalize (object);
}

static void
accord_document_reader_class_init (AccordDocumentReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_document_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_document_reader_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_document_reader_init (AccordDocumentReader *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Pages"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->button = accord_page_button (_ ("Read here"));
  gtk_box_append (GTK_BOX (head), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  self->notice = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (self->notice, "error");
  gtk_widget_hide (self->notice);
  gtk_box_append (GTK_BOX (self->card), self->notice);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_document_reader_new:
 * @workspace: where documents are kept
 *
 * Returns: (transfer floating): a card that is not seen until it has a PDF
 */
GtkWidget *
accord_document_reader_new (AccordWorkspace *workspace)
{
  AccordDocumentReader *self = g_object_new (ACCORD_TYPE_DOCUMENT_READER, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_document_reader_show:
 * @self: a card
 * @document: (nullable): a document
 *
 * Offers to read a document, if it is a PDF. Pages of the same file that are open stay so.
 */
void
accord_document_reader_show (AccordDocumentReader *self, AccordRecord *document)
{
  gboolean can = document != NULL && accord_document_can_be_read (document);
  const char *digest = can ? accord_record_get_text (document, "digest") : NULL;

  g_return_if_fail (ACCORD_IS_DOCUMENT_READER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), digest != NULL);
  if (digest == NULL || g_strcmp0 (digest, self->digest) != 0)
    close_pages (self);
  g_free (self->digest);
  self->digest = g_strdup (digest);
  g_free (self->file_name);
  self->file_name = can ? g_strdup (accord_record_get_text (document, "file-name")) : NULL;
}
