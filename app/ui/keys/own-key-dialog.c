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
#define COPY_HEIGHT 360
#define TAKE_HEIGHT 320
#define SHORTEST 8

/* What it is for; see what has it for each. */
typedef enum
{
  MAKE,
  UNLOCK,
  COPY,
  TAKE,
} Purpose;

/* Makes a person's own key, asks for the passphrase of the one there is, or brings it to another computer. */
struct _AccordOwnKeyDialog
{
  AccordSheetWindow parent_instance;

  GtkWidget *holder;
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkWidget *secret;
  GtkWidget *in_file;
  GtkWidget *wrong;

  Purpose purpose;
  gboolean has_service;
  AccordKeyPair *pair;
  char *path;
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
  Purpose purpose;
  gboolean in_service;
  char *holder;
  char *passphrase;
  AccordKeyPair *pair;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->holder);
  accord_passphrase_free (job->passphrase);
  g_clear_pointer (&job->pair, accord_key_pair_unref);
  g_free (job->path);
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
  return self->purpose == UNLOCK || self->purpose == COPY
         || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->in_file));
}

static void
on_in_file (AccordOwnKeyDialog *self)
{
  gtk_widget_set_visible (self->secret, is_in_file (self));
}

/* Where a person's own key is kept on this computer. */
static gboolean
keep (const Job *job, gboolean in_service, AccordKeyPair *pair, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = accord_key_store_dup_default_path ();
  const AccordKeyPlace place = { in_service ? NULL : path, job->passphrase };

  return accord_key_store_save (&place, pair, cancellable, error);
}

static AccordKeyPair *
make (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordKeyPair) pair = accord_key_pair_new (job->holder, error);

  if (pair == NULL || !keep (job, job->in_service, pair, cancellable, error))
    return NULL;
  return g_steal_pointer (&pair);
}

static AccordKeyPair *
take (const Job *job, GCancellable *cancellable, GError **error)
{
  const AccordKeyPlace copy = { job->path, job->passphrase };
  g_autoptr (AccordKeyPair) pair = accord_key_store_load (&copy, cancellable, error);

  if (pair == NULL || !keep (job, job->in_service, pair, cancellable, error))
    return NULL;
  return g_steal_pointer (&pair);
}

static AccordKeyPair *
do_job (const Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = accord_key_store_dup_default_path ();
  const AccordKeyPlace own = { path, job->passphrase }, copy = { job->path, job->passphrase };

  switch (job->purpose)
    {
    case MAKE:
      return make (job, cancellable, error);
    case TAKE:
      return take (job, cancellable, error);
    case COPY:
      return accord_key_store_save (&copy, job->pair, cancellable, error) ? accord_key_pair_ref (job->pair)
                                                                          : NULL;
    case UNLOCK:
    default:
      return accord_key_store_load (&own, cancellable, error);
    }
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  AccordKeyPair *pair = do_job (data, cancellable, &error);

  if (pair != NULL)
    g_task_return_pointer (task, pair, (GDestroyNotify) accord_key_pair_unref);
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
      const gboolean asked = self->purpose == UNLOCK || self->purpose == TAKE;

      say_wrong (self, error->message, asked ? self->passphrase : NULL);
      /* Where the password store does not take it, a file does. */
      if (self->purpose == MAKE && !is_in_file (self))
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
  if (self->purpose == MAKE && !is_in_file (self))
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
  const char *const doing[] = { _ ("Making your key"), _ ("Opening your key"), _ ("Writing the copy"),
                                _ ("Taking the key") };
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
  job->purpose = self->purpose;
  job->in_service = !is_in_file (self);
  job->holder = self->holder != NULL ? g_strstrip (g_strdup (text_of (self->holder))) : NULL;
  job->passphrase = g_strdup (text_of (self->passphrase));
  job->pair = self->pair != NULL ? accord_key_pair_ref (self->pair) : NULL;
  job->path = g_strdup (self->path);
  work = accord_sheet_window_begin (sheet, doing[self->purpose], NULL);
  task = g_task_new (self, accord_task_get_cancellable (work), on_run, NULL);
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, run);
}

static void
accord_own_key_dialog_finalize (GObject *object)
{
  AccordOwnKeyDialog *self = ACCORD_OWN_KEY_DIALOG (object);

  g_clear_pointer (&self->pair, accord_key_pair_unref);
  g_free (self->path);

  G_OBJECT_CLASS (accord_own_key_dialog_parent_class)->finalize (object);
}

static void
accord_own_key_dialog_class_init (AccordOwnKeyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_own_key_dialog_finalize;
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

/* A new passphrase, which must be typed twice. */
static void
add_passphrases (AccordOwnKeyDialog *self, GtkWidget *column, const char *hint)
{
  self->passphrase = make_secret ();
  self->again = make_secret ();
  add_entry (self, column, self->passphrase, _ ("Passphrase"), hint);
  add_entry (self, column, self->again, _ ("The same passphrase again"), NULL);
}

/* The password store of this computer, or a file. */
static void
add_place (AccordOwnKeyDialog *self, GtkWidget *column)
{
  const char *file = _ ("Keep it in a file instead, which a passphrase opens");

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
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->in_file), !self->has_service);
}

static void
build_make (AccordOwnKeyDialog *self, GtkWidget *column, const char *holder)
{
  gtk_box_append (
      GTK_BOX (column),
      accord_page_label (_ ("With your key you sign what you send, so that a partner sees that it is "
                            "yours, and open what was sealed to you. It is made once."),
                         NULL));
  self->holder = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->holder), holder != NULL ? holder : "");
  add_entry (self, column, self->holder, _ ("Who holds it"),
             _ ("What partners will see beside your signature: your organisation, or your post in it"));
  add_place (self, column);
  self->secret = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  add_passphrases (self, self->secret, _ ("Only this opens the file. If it is forgotten, the key is lost."));
  gtk_box_append (GTK_BOX (column), self->secret);
  g_signal_connect_object (self->in_file, "toggled", G_CALLBACK (on_in_file), self, G_CONNECT_SWAPPED);
  on_in_file (self);
}

static AccordOwnKeyDialog *
new_dialog (Purpose purpose, const char *title, int height)
{
  AccordOwnKeyDialog *self = g_object_new (ACCORD_TYPE_OWN_KEY_DIALOG, NULL);

  self->purpose = purpose;
  gtk_widget_add_css_class (accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self)), "text-editor");
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, height);
  return self;
}

static GtkWidget *
end_dialog (AccordOwnKeyDialog *self, const char *accept)
{
  self->wrong = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->wrong);
  gtk_box_append (GTK_BOX (accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self))), self->wrong);
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), accept, TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), self->holder != NULL ? self->holder : self->passphrase);
  return GTK_WIDGET (self);
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
  AccordOwnKeyDialog *self = locked ? new_dialog (UNLOCK, _ ("Open your key"), LOCKED_HEIGHT)
                                    : new_dialog (MAKE, _ ("Make your key"), HEIGHT);
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  self->has_service = has_service;
  if (!locked)
    {
      build_make (self, column, holder);
      return end_dialog (self, _ ("_Make the key"));
    }
  self->passphrase = make_secret ();
  add_entry (self, column, self->passphrase, _ ("Passphrase of your key"),
             _ ("The one that was chosen when the key was made"));
  return end_dialog (self, _ ("_Open"));
}

/**
 * accord_own_key_dialog_new_copy:
 * @pair: a person's own key
 * @path: (type filename): a file that is not there yet
 *
 * Returns: (transfer none): a dialog that writes the key into a file, sealed with a passphrase that it asks
 * for; GTK owns it
 */
GtkWidget *
accord_own_key_dialog_new_copy (AccordKeyPair *pair, const char *path)
{
  AccordOwnKeyDialog *self = new_dialog (COPY, _ ("Copy your key"), COPY_HEIGHT);
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  self->pair = accord_key_pair_ref (pair);
  self->path = g_strdup (path);
  gtk_box_append (
      GTK_BOX (column),
      accord_page_label (_ ("The copy is your key itself, for another computer of yours. Whoever has "
                            "it and its passphrase signs as you do: send it to nobody, and "
                            "delete it once it was taken there."),
                         NULL));
  add_passphrases (self, column, _ ("Only this opens the copy. It is asked for on the other computer."));
  return end_dialog (self, _ ("_Write the copy"));
}

/**
 * accord_own_key_dialog_new_take:
 * @path: (type filename): a copy of a person's own key
 * @has_service: whether this computer keeps secrets, so that the key goes there
 *
 * Returns: (transfer none): a dialog that asks for the passphrase of the copy and keeps the key on this
 * computer, in the secret service or in a file with that passphrase; GTK owns it
 */
GtkWidget *
accord_own_key_dialog_new_take (const char *path, gboolean has_service)
{
  AccordOwnKeyDialog *self = new_dialog (TAKE, _ ("Take your key"), TAKE_HEIGHT);
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  self->path = g_strdup (path);
  self->has_service = has_service;
  self->passphrase = make_secret ();
  add_entry (self, column, self->passphrase, _ ("Passphrase of the copy"),
             _ ("The one that was chosen when the copy was written"));
  add_place (self, column);
  return end_dialog (self, _ ("_Take the key"));
}
