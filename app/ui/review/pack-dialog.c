/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/pack-dialog-private.h"

#include "form/page-parts.h"
#include "keys/own-key.h"
#include "keys/trust-dialog.h"
#include "pack-error.h"
#include "person.h"
#include "reading.h"
#include "seal-error.h"
#include "thread.h"
#include "today.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 720

/* What a pack is, before anything of it is anywhere: opened with what it wants, looked at, and then begun,
 * brought in, or put away. */
G_DEFINE_FINAL_TYPE (AccordPackDialog, accord_pack_dialog, ACCORD_TYPE_SHEET_WINDOW)

enum
{
  READING,
  BRING,
  OPEN_WORKSPACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A reading that is being opened. */
typedef struct
{
  AccordPack *pack;
  AccordSchema *schema;
  char *review;
  gboolean trust;
  AccordTask *work;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  accord_pack_unref (beginning->pack);
  g_object_unref (beginning->schema);
  g_object_unref (beginning->work);
  g_free (beginning->review);
  g_free (beginning);
}

static char *
dup_file_name (AccordPackDialog *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_filename_display_name (name);
}

static AccordTask *
begin (AccordPackDialog *self, const char *title)
{
  g_autofree char *name = dup_file_name (self);

  return accord_sheet_window_begin (ACCORD_SHEET_WINDOW (self), title, name);
}

static void
refuse (AccordPackDialog *self, const GError *error)
{
  const gboolean again = g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED)
                         || g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SIGNATURE)
                         || g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  g_autofree char *words =
      again ? g_strdup_printf ("%s\n%s", error->message,
                               _ ("Nothing of it was taken in. Ask whoever sent it to send it again."))
            : g_strdup (error->message);

  accord_sheet_window_refuse (ACCORD_SHEET_WINDOW (self), _ ("This file cannot be opened"), words);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPackDialog) self = data;
  g_autoptr (GError) error = NULL;
  AccordPackOpened *opened = accord_pack_open_finish (result, &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    g_clear_pointer (&opened, accord_pack_opened_free);
  else if (opened != NULL)
    {
      g_clear_pointer (&self->opened, accord_pack_opened_free);
      self->opened = opened;
      accord_pack_dialog_show (self);
    }
  else if (self->passphrase != NULL && g_error_matches (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED))
    accord_pack_dialog_ask_passphrase (self, error->message);
  else
    refuse (self, error);
}

static void
open_with (AccordPackDialog *self, const char *passphrase)
{
  AccordPackOpening opening = { self->file, self->workspace, self->schema, self->own, passphrase };
  g_autoptr (AccordTask) work = begin (self, _ ("Opening the file"));

  accord_pack_open_async (&opening, work, on_opened, g_object_ref (self));
}

static void
on_own_key (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordPackDialog *self = ACCORD_PACK_DIALOG (source);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->own, accord_key_pair_unref);
  self->own = accord_own_key_need_finish (result, &error);
  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (self->own == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_close (GTK_WINDOW (self));
  else if (self->own == NULL && g_error_matches (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY))
    accord_sheet_window_refuse (
        ACCORD_SHEET_WINDOW (self), _ ("This file is sealed to a key that is not here"),
        _ ("There is no key of your own on this computer. Open the file where the key is that you gave the "
           "sender, or give them the key of this computer (menu, “Your key”) and ask for the file again."));
  else if (self->own == NULL)
    refuse (self, error);
  else
    open_with (self, NULL);
}

/* The own key is of use also where nothing is sealed: it tells one's own packs. */
static void
on_quiet_key (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordPackDialog *self = ACCORD_PACK_DIALOG (source);

  g_clear_pointer (&self->own, accord_key_pair_unref);
  self->own = accord_own_key_need_finish (result, NULL);
  if (accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    open_with (self, NULL);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordPackDialog) self = data;
  g_autoptr (AccordTask) work = NULL;
  g_autoptr (GError) error = NULL;
  AccordAgeLock lock;
  const gboolean looked = accord_pack_look_finish (result, &lock, &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (!looked)
    refuse (self, error);
  else if (lock == ACCORD_AGE_PASSPHRASE)
    accord_pack_dialog_ask_passphrase (self, NULL);
  else
    {
      work = begin (self, _ ("Looking for your key"));
      accord_own_key_need_async (
          GTK_WIDGET (self), lock == ACCORD_AGE_KEYS ? ACCORD_OWN_KEY_UNLOCK : ACCORD_OWN_KEY_QUIET, NULL,
          accord_task_get_cancellable (work), lock == ACCORD_AGE_KEYS ? on_own_key : on_quiet_key, NULL);
    }
}

/**
 * accord_pack_dialog_unlock:
 * @self: a dialog that asks for a passphrase
 *
 * Tries what was typed.
 */
void
accord_pack_dialog_unlock (AccordPackDialog *self)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  if (*passphrase == '\0')
    accord_pack_dialog_ask_passphrase (self, _ ("The passphrase is missing."));
  else
    open_with (self, passphrase);
}

static void
on_trusted (AccordPackDialog *self)
{
  open_with (self, NULL);
}

/**
 * accord_pack_dialog_trust:
 * @self: a dialog that shows a pack
 *
 * Lets a person say that the key that signed it is the sender's.
 */
void
accord_pack_dialog_trust (AccordPackDialog *self)
{
  GtkWidget *dialog =
      accord_trust_dialog_new (GTK_WINDOW (self), self->workspace, self->opened->facts->organisation,
                               accord_pack_get_signer (self->opened->pack));

  g_signal_connect_object (dialog, "trusted", G_CALLBACK (on_trusted), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * accord_pack_dialog_bring:
 * @self: a dialog that shows a pack
 *
 * Goes on to what taking it into the workspace would do.
 */
void
accord_pack_dialog_bring (AccordPackDialog *self)
{
  g_signal_emit (self, signals[BRING], 0, self->opened->pack);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
pin_sender (AccordWriter *writer, gpointer data, GError **error)
{
  AccordPack *pack = data;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *who = accord_person_dup ();
  gint64 organisation = accord_trust_find_organisation (accord_writer_get_reader (writer),
                                                        accord_pack_get_manifest (pack)->from, error);

  return organisation != 0
         && accord_trust_pin (writer, organisation, accord_pack_get_signer (pack), today, who, FALSE, error);
}

/* The reading file is made here and shown by who is asked to: windows open workspaces by their path. */
static void
begin_reading (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Beginning *beginning = data;
  g_autofree char *folder = accord_reading_dup_folder ();
  g_autoptr (AccordWorkspace) reading = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  reading = accord_reading_open (beginning->pack, beginning->review, beginning->schema, folder,
                                 accord_task_report, beginning->work, cancellable, &error);
  if (reading != NULL)
    {
      path = g_strdup (accord_workspace_get_path (reading));
      if (beginning->trust)
        change = accord_workspace_write (reading, _ ("Trusted the key of who asks"), pin_sender,
                                         beginning->pack, cancellable, &error);
      accord_workspace_close (reading);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordPackDialog *self = ACCORD_PACK_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (path == NULL)
    {
      accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), error->message);
      return;
    }
  g_signal_emit (self, signals[READING], 0, path);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_review (AccordPackDialog *self)
{
  const AccordPackParty *party = accord_pack_dialog_get_chosen (self);
  g_autoptr (AccordTask) work = begin (self, _ ("Opening the review"));
  g_autoptr (GTask) task = g_task_new (self, accord_task_get_cancellable (work), on_begun, NULL);
  Beginning *beginning = g_new0 (Beginning, 1);

  beginning->pack = accord_pack_ref (self->opened->pack);
  beginning->schema = g_object_ref (self->schema);
  beginning->review = party != NULL ? g_strdup (party->review) : NULL;
  beginning->trust =
      self->compared != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compared));
  beginning->work = g_object_ref (work);
  g_task_set_task_data (task, beginning, beginning_free);
  accord_thread_run (task, begin_reading);
}

static void
accord_pack_dialog_accept (AccordSheetWindow *sheet)
{
  AccordPackDialog *self = ACCORD_PACK_DIALOG (sheet);

  if (self->opened == NULL)
    accord_pack_dialog_unlock (self);
  else if (accord_pack_get_manifest (self->opened->pack)->kind == ACCORD_PACK_REQUEST)
    start_review (self);
  else if (self->opened->facts->business_case != 0)
    accord_pack_dialog_bring (self);
  else
    {
      g_signal_emit (self, signals[OPEN_WORKSPACE], 0, self->file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
accord_pack_dialog_finalize (GObject *object)
{
  AccordPackDialog *self = ACCORD_PACK_DIALOG (object);

  g_clear_pointer (&self->opened, accord_pack_opened_free);
  g_clear_pointer (&self->own, accord_key_pair_unref);
  g_ptr_array_unref (self->choices);
  g_clear_object (&self->workspace);
  g_clear_object (&self->schema);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (accord_pack_dialog_parent_class)->finalize (object);
}

static void
accord_pack_dialog_class_init (AccordPackDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_pack_dialog_finalize;
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_pack_dialog_accept;

  /**
   * AccordPackDialog::reading:
   * @path: the reading file
   *
   * A person wants to read the case, in a window of its own.
   */
  signals[READING] = g_signal_new ("reading", ACCORD_TYPE_PACK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AccordPackDialog::bring:
   * @pack: the pack
   *
   * A person wants to see what taking it in would do.
   */
  signals[BRING] = g_signal_new ("bring", ACCORD_TYPE_PACK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ACCORD_TYPE_PACK);

  /**
   * AccordPackDialog::open-workspace:
   * @file: the pack's file
   *
   * A person wants to open the workspace that the pack belongs to, and then the pack once more.
   */
  signals[OPEN_WORKSPACE] = g_signal_new ("open-workspace", ACCORD_TYPE_PACK_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
accord_pack_dialog_init (AccordPackDialog *self)
{
  self->choices = g_ptr_array_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("What this is"));
  self->bring = accord_page_button (_ ("_Bring into this workspace…"));
  gtk_widget_hide (self->bring);
  g_signal_connect_object (self->bring, "clicked", G_CALLBACK (accord_pack_dialog_bring), self,
                           G_CONNECT_SWAPPED);
  accord_sheet_window_add_button (ACCORD_SHEET_WINDOW (self), self->bring);
}

/**
 * accord_pack_dialog_new:
 * @parent: (nullable): the window in which it was opened
 * @workspace: (nullable): the workspace of that window
 * @schema: the kinds there are
 * @file: a file that may be a pack
 *
 * Begins to open @file at once.
 *
 * Returns: (transfer none): a window that says what a pack is; GTK owns it
 */
GtkWidget *
accord_pack_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, AccordSchema *schema, GFile *file)
{
  AccordPackDialog *self;
  g_autoptr (AccordTask) work = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ACCORD_TYPE_PACK_DIALOG, "transient-for", parent, NULL);
  self->workspace = workspace != NULL ? g_object_ref (workspace) : NULL;
  self->schema = g_object_ref (schema);
  self->file = g_object_ref (file);
  work = begin (self, _ ("Looking at the file"));
  accord_pack_look_async (file, work, on_looked, g_object_ref (self));
  return GTK_WIDGET (self);
}
