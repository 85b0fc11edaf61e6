/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "keys/own-key-window.h"
#include "review/home-sheet.h"
#include "review/pack-dialog.h"
#include "review/send-dialog.h"

#include <glib/gi18n-lib.h>

/* Packs that were opened together are looked at one after the other; those still to come lie on the window.
 */
#define STILL_TO_COME "accord-packs-to-come"
#define AT_HAND "accord-pack-at-hand"

static void open_next (AccordWindow *self);

static void
own_key (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (accord_own_key_window_new (GTK_WINDOW (widget))));
}

static void
on_gone (GtkWidget *dialog, AccordWindow *self)
{
  if (g_object_get_data (G_OBJECT (self), AT_HAND) != dialog)
    return;
  g_object_set_data (G_OBJECT (self), AT_HAND, NULL);
  self->reviewing = FALSE;
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    open_next (self);
}

static void
present (AccordWindow *self, GtkWidget *dialog)
{
  g_object_set_data (G_OBJECT (self), AT_HAND, dialog);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_gone), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
send_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordWindow *self = ACCORD_WINDOW (widget);

  if (self->workspace == NULL || g_object_get_data (G_OBJECT (self), AT_HAND) != NULL)
    return;
  /* What was sent is told by the dialog, and by nothing behind it. */
  self->reviewing = TRUE;
  present (self,
           accord_send_dialog_new (GTK_WINDOW (self), self->workspace, g_variant_get_int64 (parameter)));
}

static void
on_reading (AccordPackDialog *dialog, const char *path, AccordWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", path);
}

static void
on_kept (AccordHomeSheet *sheet, gboolean changed, AccordWindow *self)
{
  if (changed)
    accord_window_say_with (self, _ ("It was taken in"), _ ("Undo"), "win.undo");
  else
    accord_window_say (self, _ ("Nothing of it was new"));
}

static void
on_bring (AccordPackDialog *dialog, AccordPack *pack, AccordWindow *self)
{
  GtkWidget *sheet;

  if (self->workspace == NULL)
    return;
  /* What the sheet keeps is told by what it says of it. */
  self->reviewing = TRUE;
  sheet = accord_home_sheet_new (GTK_WINDOW (self), self->workspace, pack);
  g_signal_connect_object (sheet, "kept", G_CALLBACK (on_kept), self, 0);
  present (self, sheet);
}

static void
on_open_workspace (AccordPackDialog *dialog, GFile *file, AccordWindow *self)
{
  if (g_file_peek_path (file) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-for-pack", "s", g_file_peek_path (file));
}

/* A pack that waits, with the kinds that it is read with. */
typedef struct
{
  AccordSchema *schema;
  GFile *file;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->schema);
  g_object_unref (waiting->file);
  g_free (waiting);
}

static GPtrArray *
get_queue (AccordWindow *self)
{
  GPtrArray *queue = g_object_get_data (G_OBJECT (self), STILL_TO_COME);

  if (queue == NULL)
    {
      queue = g_ptr_array_new_with_free_func (waiting_free);
      g_object_set_data_full (G_OBJECT (self), STILL_TO_COME, queue, (GDestroyNotify) g_ptr_array_unref);
    }
  return queue;
}

static void
open_next (AccordWindow *self)
{
  GPtrArray *queue = get_queue (self);
  const Waiting *waiting;
  GtkWidget *dialog;

  if (queue->len == 0 || g_object_get_data (G_OBJECT (self), AT_HAND) != NULL)
    return;
  waiting = queue->pdata[0];
  dialog = accord_pack_dialog_new (GTK_WINDOW (self), self->workspace, waiting->schema, waiting->file);
  g_ptr_array_remove_index (queue, 0);
  g_signal_connect_object (dialog, "reading", G_CALLBACK (on_reading), self, 0);
  g_signal_connect_object (dialog, "bring", G_CALLBACK (on_bring), self, 0);
  g_signal_connect_object (dialog, "open-workspace", G_CALLBACK (on_open_workspace), self, 0);
  present (self, dialog);
}

/**
 * accord_window_open_pack:
 * @self: a window, with a workspace or without
 * @schema: the kinds there are
 * @file: a file that may be a review pack
 *
 * Opens a pack and says what it is, after those that are being looked at already. Nothing of it is kept
 * anywhere before a person says so.
 */
void
accord_window_open_pack (AccordWindow *self, AccordSchema *schema, GFile *file)
{
  Waiting *waiting;

  g_return_if_fail (ACCORD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  waiting = g_new0 (Waiting, 1);
  waiting->schema = g_object_ref (schema);
  waiting->file = g_object_ref (file);
  g_ptr_array_add (get_queue (self), waiting);
  open_next (self);
}

/**
 * accord_window_install_packs:
 * @widget_class: the window's class
 *
 * Installs what a window does with keys and packs.
 */
void
accord_window_install_packs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.own-key", NULL, own_key);
  gtk_widget_class_install_action (widget_class, "win.send-case", "x", send_case);
}
