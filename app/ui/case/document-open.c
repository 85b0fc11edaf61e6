/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-open.h"

#include "attach.h"
#include "case/document-cache.h"
#include "compat.h"

#include <glib/gi18n-lib.h>

/* A document on its way to the screen or to a folder. */
typedef struct
{
  AccordWorkspace *workspace;
  GtkWindow *window;
  GFile *file;
  char *digest;
  AccordDocumentDone done;
  gpointer data;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_object (&self->workspace);
  if (self->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_clear_object (&self->file);
  g_free (self->digest);
  g_free (self);
}

static Opening *
opening_new (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *document, AccordDocumentDone done,
             gpointer data)
{
  Opening *self = g_new0 (Opening, 1);
  GtkRoot *root = gtk_widget_get_root (from);

  self->workspace = g_object_ref (workspace);
  self->digest = g_strdup (accord_record_get_text (document, "digest"));
  self->done = done;
  self->data = data;
  if (GTK_IS_WINDOW (root))
    {
      self->window = GTK_WINDOW (root);
      g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->window);
    }
  return self;
}

static void
finish (Opening *self, const GError *error)
{
  self->done (error, self->data);
  opening_free (self);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) said = NULL;

  if (!gtk_show_uri_full_finish (self->window, result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    said = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The desktop has no program for this file: %s."),
                        error->message);
  finish (self, said);
}

static void
on_extracted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!accord_extract_finish (ACCORD_WORKSPACE (source), result, &error) || self->window == NULL)
    {
      finish (self, error);
      return;
    }
  uri = g_file_get_uri (self->file);
  gtk_show_uri_full (self->window, uri, GDK_CURRENT_TIME, NULL, on_shown, self);
}

/**
 * accord_document_open:
 * @from: a widget in a window
 * @workspace: where the document is kept
 * @document: a document
 * @done: told what became of it
 * @data: for @done
 *
 * Opens a copy of a document with the desktop's program for it. The copy cannot be written, and is gone when
 * Accord ends.
 */
void
accord_document_open (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *document,
                      AccordDocumentDone done, gpointer data)
{
  Opening *self = opening_new (from, workspace, document, done, data);
  g_autoptr (GError) error = NULL;

  self->file = accord_document_cache_place (accord_record_get_text (document, "file-name"), &error);
  if (self->file == NULL)
    finish (self, error);
  else
    accord_extract_async (workspace, self->digest, self->file, ACCORD_EXTRACT_READ_ONLY, NULL, on_extracted,
                          self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  accord_extract_finish (ACCORD_WORKSPACE (source), result, &error);
  finish (user_data, error);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *self = user_data;
  g_autoptr (GError) error = NULL;

  self->file = accord_choose_file_finish (result, &error);
  if (self->file == NULL)
    {
      finish (self, NULL);
      return;
    }
  /* The person was asked whether to replace it. */
  accord_extract_async (self->workspace, self->digest, self->file, ACCORD_EXTRACT_REPLACE, NULL, on_saved,
                        self);
}

/**
 * accord_document_save_copy:
 * @from: a widget in a window
 * @workspace: where the document is kept
 * @document: a document
 * @done: told what became of it
 * @data: for @done
 *
 * Asks where to, and writes the document there, byte for byte.
 */
void
accord_document_save_copy (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *document,
                           AccordDocumentDone done, gpointer data)
{
  Opening *self = opening_new (from, workspace, document, done, data);
  g_autofree char *name = accord_attach_safe_name (accord_record_get_text (document, "file-name"));
  const AccordFileRequest request = { ACCORD_FILE_SAVE, _ ("Save a copy"), _ ("_Save"), name, NULL, NULL };

  accord_choose_files_async (self->window, &request, NULL, on_chosen, self);
}
