/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/own-key-dialog.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "key-store.h"
#include "keys/key-words.h"
#include "seal-error.h"
#include "thread.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 520
#define HEIGHT 540
#define LOCKED_HEIGHT 240
#define SHORTEST 8

/* Makes a person's own key, or asks for the passphrase of the one there is. */
struct _AccordOwnKeyDialog
{
  AccordSheetWindow parent_instance;

  GtkWidget *holder;
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkWidget *secret;
  GtkWidget *in_file;
  GtkWidget *wrong;

  gboolean locked;
  gboolean has_service;
};

G_DEFINE_FINAL_TYPE (AccordOwnKeyDialog, accord_own_key_dialog, ACCORD_TYPE_SHEET_WINDOW)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  gboolean make;
  gboolean in_service;
  char *holder;
  char *passphrase;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->holder);
  accord_passphrase_free (job->passphrase);
  g_free (job);
}

static const char *
text_of (GtkWidget *entry)
{
  return entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : NULL;
}

static void
say_wrong (AccordOwnKeyDialog *self, const char *words, GtkWidget *entry)
{
  gtk_label_set_label (GTK_LABEL (self->wrong), words != NULL ? words : "");
  gtk_widget_set_visible (self->wrong, words != NULL);
  if (entry == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_grab_focus (entry);
}

/* Whether the key is, or will be, in a file. */
static gboolean
is_in_file (AccordOwnKeyDialog *self)
{
  return self->locked || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->in_file));
}

static void
on_in_file (AccordOwnKeyDialog *self)
{
  gtk_widget_set_visible (self->secret, is_in_file (self));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autofree char *path = accord_key_store_dup_default_path ();
  const AccordKeyPlace place = { job->in_service ? NULL : path, job->passphrase };
  g_autoptr (AccordKeyPair) pair = NULL;
  GError *error = NULL;

  pair = job->make ? accord_key_pair_new (job->holder, &error)
                   : accord_key_store_load (&place, cancellable, &error);
  if (pair != NULL && job->make && !accord_key_store_save (&place, pair, cancellable, &error))
    g_clear_pointer (&pair, accord_key_pair_unref);
  if (pair != NULL)
    g_task_return_pointer (task, g_steal_pointer (&pair), (GDestroyNotify) accord_key_pair_unref);
  else
    g_task_return_error (task, error);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOwnKeyDialog *self = ACCORD_OWN_KEY_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) pair = g_task_propagate_pointer (G_TASK (result), &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (pair == NULL)
    {
      say_wrong (self, error->message, self->locked ? self->passphrase : NULL);
      /* Where the password store does not take it, a file does. */
      if (!self->locked && !is_in_file (self))
        gtk_check_button_set_active (GTK_CHECK_BUTTON (self->in_file), TRUE);
      return;
    }
  g_signal_emit (self, signals[DONE], 0, pair);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What stands against it, and where. */
static const char *
find_fault (AccordOwnKeyDialog *self, GtkWidget **entry)
{
  g_autofree char *holder = self->holder != NULL ? g_strstrip (g_strdup (text_of (self->holder))) : NULL;

  *entry = self->holder;
  if (holder != NULL && *holder == '\0')
    return _ ("Say who holds the key: an organisation, or a post of it.");
  if (!is_in_file (self))
    return NULL;
  *entry = self->passphrase;
  if (*text_of (self->passphrase) == '\0')
    return _ ("The passphrase is missing.");
  if (self->again == NULL)
    return NULL;
  if (g_utf8_strlen (text_of (self->passphrase), -1) < SHORTEST)
    return _ ("A passphrase of eight letters or more keeps the key safe; several words are best.");
  *entry = self->again;
  return g_strcmp0 (text_of (self->passphrase), text_of (self->again)) == 0
             ? NULL
             : _ ("The two passphrases are not the same.");
}

static void
accord_own_key_dialog_accept (AccordSheetWindow *sheet)
{
  AccordOwnKeyDialog *self = ACCORD_OWN_KEY_DIALOG (sheet);
  g_autoptr (AccordTask) work = NULL;
  g_autoptr (GTask) task = NULL;
  GtkWidget *entry;
  const char *fault = find_fault (self, &entry);
  Job *job;

  say_wrong (self, fault, fault != NULL ? entry : NULL);
  if (fault != NULL)
    return;
  job = g_new0 (Job, 1);
  job->make = !self->locked;
  job->in_service = !is_in_file (self);
  job->holder = self->holder != NULL ? g_strstrip (g_strdup (text_of (self->holder))) : NULL;
  job->passphrase = g_strdup (text_of (self->passphrase));
  work =
      accord_sheet_window_begin (sheet, self->locked ? _ ("Opening your key") : _ ("Making your key"), NULL);
  task = g_task_new (self, accord_task_get_cancellable (work), on_run, NULL);
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, run);
}

static void
accord_own_key_dialog_class_init (AccordOwnKeyDialogClass *klass)
{
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_own_key_dialog_accept;

  /**
   * AccordOwnKeyDialog::done:
   * @pair: the key
   *
   * The key is there; the dialog closes.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_OWN_KEY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, ACCORD_TYPE_KEY_PAIR);
}

static void
accord_own_key_dialog_init (AccordOwnKeyDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static void
add_entry (AccordOwnKeyDialog *self, GtkWidget *column, GtkWidget *entry, const char *label, const char *hint)
{
  GtkWidget *field = accord_words_new (3);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "", -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (accord_own_key_dialog_accept), self,
                           G_CONNECT_SWAPPED);
  accord_words_append (field, accord_page_label (label, "caption-line"));
  accord_words_append (field, entry);
  if (hint != NULL)
    accord_words_append (field, accord_page_label (hint, "second-line"));
  gtk_box_append (GTK_BOX (column), field);
}

static GtkWidget *
make_secret (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_visibility (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  return entry;
}

static void
build_make (AccordOwnKeyDialog *self, GtkWidget *column, const char *holder)
{
  const char *file = _ ("Keep it in a file instead, which a passphrase opens");

  gtk_box_append (
      GTK_BOX (column),
      accord_page_label (_ ("With your key you sign what you send, so that a partner sees that it is "
                            "yours, and open what was sealed to you. It is made once."),
                         NULL));
  self->holder = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->holder), holder != NULL ? holder : "");
  add_entry (self, column, self->holder, _ ("Who holds it"),
             _ ("What partners will see beside your signature: your organisation, or your post in it"));
  self->in_file = gtk_check_button_new_with_label (file);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->in_file), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->in_file), GTK_ACCESSIBLE_PROPERTY_LABEL, file, -1);
  gtk_box_append (GTK_BOX (column),
                  accord_page_label (self->has_service
                                         ? _ ("The secret half is kept in this computer’s password "
                                              "store.")
                                         : _ ("This computer has no password store, so the secret "
                                              "half is kept in a file."),
                                     "second-line"));
  gtk_box_append (GTK_BOX (column), self->in_file);
  gtk_widget_set_visible (self->in_file, self->has_service);
  self->secret = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->passphrase = make_secret ();
  self->again = make_secret ();
  add_entry (self, self->secret, self->passphrase, _ ("Passphrase"),
             _ ("Only this opens the file. If it is forgotten, the key is lost."));
  add_entry (self, self->secret, self->again, _ ("The same passphrase again"), NULL);
  gtk_box_append (GTK_BOX (column), self->secret);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->in_file), !self->has_service);
  g_signal_connect_object (self->in_file, "toggled", G_CALLBACK (on_in_file), self, G_CONNECT_SWAPPED);
  on_in_file (self);
}

/**
 * accord_own_key_dialog_new:
 * @locked: whether there is a key, in a file, so that only its passphrase is asked for
 * @has_service: whether this computer keeps secrets, so that a new key goes there
 * @holder: (nullable): what a new key is proposed to be called
 *
 * Returns: (transfer none): a dialog that gets a person's own key; GTK owns it
 */
GtkWidget *
accord_own_key_dialog_new (gboolean locked, gboolean has_service, const char *holder)
{
  AccordOwnKeyDialog *self = g_object_new (ACCORD_TYPE_OWN_KEY_DIALOG, NULL);
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  self->locked = locked;
  self->has_service = has_service;
  gtk_widget_add_css_class (column, "text-editor");
  if (locked)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Open your key"));
      gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, LOCKED_HEIGHT);
      self->passphrase = make_secret ();
      add_entry (self, column, self->passphrase, _ ("Passphrase of your key"),
                 _ ("The one that was chosen when the key was made"));
    }
  else
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Make your key"));
      build_make (self, column, holder);
    }
  self->wrong = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->wrong);
  gtk_box_append (GTK_BOX (column), self->wrong);
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), locked ? _ ("_Open") : _ ("_Make the key"),
                                  TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), locked ? self->passphrase : self->holder);
  return GTK_WIDGET (self);
}
