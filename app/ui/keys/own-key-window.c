/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/own-key-window.h"

#include "compat.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "key-store.h"
#include "keys/key-view.h"
#include "keys/own-key-dialog.h"
#include "keys/own-key.h"
#include "seal-error.h"
#include "thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 620
#define HEIGHT 760

/* A person's own key: what partners need of it, in every way in which it can be handed over. */
struct _AccordOwnKeyWindow
{
  AccordSheetWindow parent_instance;

  GtkWidget *note;
  GtkWidget *copy_note;
  char *copy;
  AccordPublicKey *key;
  AccordOwnKeyNeed need;
};

G_DEFINE_FINAL_TYPE (AccordOwnKeyWindow, accord_own_key_window, ACCORD_TYPE_SHEET_WINDOW)

static void
say (AccordOwnKeyWindow *self, GtkWidget *note, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (note), words);
  gtk_widget_set_visible (note, *words != '\0');
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
on_copy (AccordOwnKeyWindow *self)
{
  g_autofree char *text = accord_public_key_dup_text (self->key);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, self->note, _ ("The line is in the clipboard: paste it into a message to your partner."));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordOwnKeyWindow) self = data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = g_strdup_printf (_ ("Saved as “%s”. It holds nothing secret."), shown);
  g_autoptr (GError) error = NULL;

  say (self, self->note,
       g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) ? words : error->message);
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (source);
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  text = accord_public_key_dup_text (self->key);
  line = g_strconcat (text, "\n", NULL);
  bytes = g_bytes_new (line, strlen (line));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       on_written, g_object_ref (self));
}

static void
on_export (AccordOwnKeyWindow *self)
{
  g_autofree char *name = g_strdup_printf ("%s.accordkey", accord_public_key_get_holder (self->key));
  AccordFileRequest request = { ACCORD_FILE_SAVE,  _ ("Save your public key"), _ ("_Save"), name,
                                _ ("Public keys"), "*.accordkey;*.txt" };

  g_strdelimit (name, "/\\", '-');
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_named, NULL);
}

static GtkWidget *
make_line (AccordOwnKeyWindow *self)
{
  GtkWidget *head, *card = accord_page_card (&head, _ ("To hand over")), *body = accord_words_new (9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *copy = accord_page_button (_ ("_Copy the line")),
            *save = accord_page_button (_ ("_Save to a file…"));
  g_autofree char *text = accord_public_key_dup_text (self->key);
  GtkWidget *line = accord_page_label (text, "key-line");

  gtk_label_set_selectable (GTK_LABEL (line), TRUE);
  gtk_widget_add_css_class (body, "card-body");
  accord_words_append (body,
                       accord_page_label (_ ("Send this line, or a file of it, to a partner once. It is no "
                                             "secret: with it they see that a file is yours and can seal "
                                             "one to you."),
                                          "second-line"));
  accord_words_append (body, line);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (on_export), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (buttons), save);
  accord_words_append (body, buttons);
  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_hide (self->note);
  accord_words_append (body, self->note);
  gtk_box_append (GTK_BOX (card), body);
  return card;
}

/* --- Moving to another computer. */

static void
on_copied (AccordOwnKeyWindow *self)
{
  g_autofree char *shown = g_filename_display_basename (self->copy);
  g_autofree char *words =
      g_strdup_printf (_ ("The copy is in “%s”. Take it on the other computer under Your Key."), shown);

  say (self, self->copy_note, words);
}

static void
present_dialog (AccordOwnKeyWindow *self, GtkWidget *dialog, GCallback on_done)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "done", on_done, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_pair_to_copy (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) pair = accord_own_key_need_finish (result, &error);

  if (pair != NULL)
    present_dialog (self, accord_own_key_dialog_new_copy (pair, self->copy), G_CALLBACK (on_copied));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, self->copy_note, error->message);
}

static void
on_copy_named (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (source);
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);

  if (file == NULL)
    return;
  g_free (self->copy);
  self->copy = g_file_get_path (file);
  if (self->copy == NULL)
    say (self, self->copy_note, _ ("The copy can only be written into a folder of this computer."));
  else
    accord_own_key_need_async (GTK_WIDGET (self), ACCORD_OWN_KEY_UNLOCK, NULL, NULL, on_pair_to_copy, NULL);
}

static void
on_copy_key (AccordOwnKeyWindow *self)
{
  /* Translators: the name of a file; %s holds the key. It is not the public key, which has that name alone.
   */
  g_autofree char *name =
      g_strdup_printf (_ ("%s, secret key.accordkey"), accord_public_key_get_holder (self->key));
  AccordFileRequest request = { ACCORD_FILE_SAVE,     _ ("Copy your key"), _ ("_Choose"), name,
                                _ ("Copies of keys"), "*.accordkey" };

  g_strdelimit (name, "/\\", '-');
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_copy_named, NULL);
}

static GtkWidget *
make_move (AccordOwnKeyWindow *self)
{
  GtkWidget *head, *card = accord_page_card (&head, _ ("On another computer")), *body = accord_words_new (9);
  GtkWidget *copy = accord_page_button (_ ("Copy the _key…"));

  gtk_widget_add_css_class (body, "card-body");
  accord_words_append (body, accord_page_label (_ ("To sign as yourself there too, and to open what was "
                                                   "sealed to you, take this key along in a file that "
                                                   "only a passphrase opens."),
                                                "second-line"));
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy_key), self, G_CONNECT_SWAPPED);
  accord_words_append (body, copy);
  self->copy_note = accord_page_label (NULL, "second-line");
  gtk_widget_hide (self->copy_note);
  accord_words_append (body, self->copy_note);
  gtk_box_append (GTK_BOX (card), body);
  return card;
}

static void
show_key (AccordOwnKeyWindow *self, AccordPublicKey *key)
{
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));
  GtkWidget *head, *card = accord_page_card (&head, _ ("How others know it")), *body = accord_words_new (9);

  g_clear_pointer (&self->key, accord_public_key_unref);
  self->key = accord_public_key_ref (key);
  accord_page_empty_box (column);
  gtk_widget_add_css_class (body, "card-body");
  accord_words_append (body, accord_key_view_new (key, _ ("Who holds it"), NULL));
  accord_words_append (body,
                       accord_page_label (_ ("A partner who has your key calls and has you read these words "
                                             "out: if theirs are the same, the key is yours."),
                                          "second-line"));
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (column), card);
  gtk_box_append (GTK_BOX (column), make_line (self));
  gtk_box_append (GTK_BOX (column), make_move (self));
  accord_sheet_window_done (ACCORD_SHEET_WINDOW (self));
}

static void
on_taken (AccordOwnKeyWindow *self, AccordKeyPair *pair)
{
  accord_own_key_keep (GTK_WIDGET (self), pair);
  show_key (self, accord_key_pair_get_public (pair));
}

static void
find_service (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, accord_key_store_has_service (cancellable));
}

static void
on_service_found (GObject *source, GAsyncResult *result, gpointer data)
{
  const char *path = g_task_get_task_data (G_TASK (result));
  gboolean has_service = g_task_propagate_boolean (G_TASK (result), NULL);

  if (gtk_widget_get_mapped (GTK_WIDGET (source)))
    present_dialog (ACCORD_OWN_KEY_WINDOW (source), accord_own_key_dialog_new_take (path, has_service),
                    G_CALLBACK (on_taken));
}

static void
on_take_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (source);
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    return;
  task = g_task_new (self, NULL, on_service_found, NULL);
  g_task_set_task_data (task, path, g_free);
  accord_thread_run (task, find_service);
}

static void
on_take (AccordOwnKeyWindow *self)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN,     _ ("Take your key from a copy"),
                                _ ("_Open"),          NULL,
                                _ ("Copies of keys"), "*.accordkey" };

  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_take_chosen, NULL);
}

static GtkWidget *
make_take (AccordOwnKeyWindow *self)
{
  GtkWidget *take = accord_page_button (_ ("_Take it from a copy…"));

  gtk_widget_set_halign (take, GTK_ALIGN_CENTER);
  g_signal_connect_object (take, "clicked", G_CALLBACK (on_take), self, G_CONNECT_SWAPPED);
  return take;
}

static GtkWidget *
make_nothing (AccordOwnKeyWindow *self, const GError *error, gboolean locked)
{
  GtkWidget *page = adw_status_page_new ();
  AdwStatusPage *status = ADW_STATUS_PAGE (page);

  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  adw_status_page_set_icon_name (status, "dialog-password-symbolic");
  if (locked)
    {
      adw_status_page_set_title (status, _ ("Your key is locked"));
      adw_status_page_set_description (status, _ ("It is in a file that is sealed with a passphrase."));
    }
  else if (g_error_matches (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY))
    {
      adw_status_page_set_title (status, _ ("There is no key of your own yet"));
      adw_status_page_set_description (
          status,
          _ ("With it you sign what you send, so that partners see that it is yours, and they can seal "
             "files that only you can open. If you have one on another computer, take a copy of "
             "that."));
      adw_status_page_set_child (status, make_take (self));
    }
  else
    {
      adw_status_page_set_title (status, _ ("Your key cannot be read"));
      adw_status_page_set_description (status, error->message);
    }
  return page;
}

static void
show_nothing (AccordOwnKeyWindow *self, const GError *error)
{
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));
  const gboolean locked = g_error_matches (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE);

  accord_page_empty_box (column);
  gtk_box_append (GTK_BOX (column), make_nothing (self, error, locked));
  self->need = locked ? ACCORD_OWN_KEY_UNLOCK : ACCORD_OWN_KEY_MAKE;
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), locked ? _ ("_Open it…") : _ ("_Make one…"),
                                  TRUE);
  gtk_widget_grab_focus (accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (self)));
}

static void
on_key (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) pair = accord_own_key_need_finish (result, &error);

  if (pair != NULL)
    show_key (self, accord_key_pair_get_public (pair));
  else if (self->need == ACCORD_OWN_KEY_QUIET)
    show_nothing (self, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), error->message);
}

static void
accord_own_key_window_accept (AccordSheetWindow *sheet)
{
  accord_own_key_need_async (GTK_WIDGET (sheet), ACCORD_OWN_KEY_WINDOW (sheet)->need, NULL, NULL, on_key,
                             NULL);
}

static void
accord_own_key_window_finalize (GObject *object)
{
  AccordOwnKeyWindow *self = ACCORD_OWN_KEY_WINDOW (object);

  g_clear_pointer (&self->key, accord_public_key_unref);
  g_free (self->copy);

  G_OBJECT_CLASS (accord_own_key_window_parent_class)->finalize (object);
}

static void
accord_own_key_window_class_init (AccordOwnKeyWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_own_key_window_finalize;
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_own_key_window_accept;
}

static void
accord_own_key_window_init (AccordOwnKeyWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Your key"));
}

/**
 * accord_own_key_window_new:
 * @parent: the window that asks
 *
 * Returns: (transfer none): a window that shows a person's own key, and makes it where there is none; GTK
 * owns it
 */
GtkWidget *
accord_own_key_window_new (GtkWindow *parent)
{
  AccordOwnKeyWindow *self = g_object_new (ACCORD_TYPE_OWN_KEY_WINDOW, "transient-for", parent, NULL);

  accord_sheet_window_set_close (ACCORD_SHEET_WINDOW (self), _ ("_Close"));
  accord_own_key_need_async (GTK_WIDGET (self), ACCORD_OWN_KEY_QUIET, NULL, NULL, on_key, NULL);
  return GTK_WIDGET (self);
}
