/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-attach.h"

#include "attach.h"
#include "compat.h"
#include "form/page-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A choice of files, and what they will belong to. */
typedef struct
{
  AccordWorkspace *workspace;
  AccordRecord *preset;
  GtkWindow *window;
} Asking;

static void
asking_free (Asking *self)
{
  if (self->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_object_unref (self->workspace);
  g_object_unref (self->preset);
  g_free (self);
}

static Asking *
asking_new (GtkWindow *window, AccordWorkspace *workspace, AccordRecord *preset)
{
  Asking *self = g_new0 (Asking, 1);

  self->workspace = g_object_ref (workspace);
  self->preset = g_object_ref (preset);
  self->window = window;
  if (window != NULL)
    g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &self->window);
  return self;
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  if (!accord_attach_finish (ACCORD_WORKSPACE (source), result, &error) && self->window != NULL)
    {
      dialog = adw_message_dialog_new (self->window, _ ("The document was not attached"), error->message);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
      accord_page_name_buttons (dialog);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  asking_free (self);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *self = user_data;
  g_autoptr (GListModel) files = accord_choose_files_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      accord_attach_async (self->workspace, file, self->preset, NULL, NULL, NULL, on_attached,
                           asking_new (self->window, self->workspace, self->preset));
    }
  asking_free (self);
}

/**
 * accord_document_is_attached:
 * @kind: a kind
 *
 * Returns: whether its records are made by attaching files and not by filling in a form
 */
gboolean
accord_document_is_attached (const AccordKind *kind)
{
  return strcmp (kind->name, "document") == 0;
}

/**
 * accord_document_ask_and_attach:
 * @from: a widget in a window
 * @workspace: where documents are kept
 * @preset: a new document with what it belongs to
 *
 * Asks for files and takes them in.
 */
void
accord_document_ask_and_attach (GtkWidget *from, AccordWorkspace *workspace, AccordRecord *preset)
{
  const AccordFileRequest request = {
    ACCORD_FILE_OPEN_SEVERAL, _ ("Attach documents"), _ ("_Attach"), NULL, NULL, NULL
  };
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  accord_choose_files_async (window, &request, NULL, on_chosen, asking_new (window, workspace, preset));
}
