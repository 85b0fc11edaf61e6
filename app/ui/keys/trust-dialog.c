/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/trust-dialog.h"

#include "compat.h"
#include "form/page-parts.h"
#include "form/side-by-side.h"
#include "form/words.h"
#include "keys/key-view.h"
#include "keys/key-words.h"
#include "person.h"
#include "today.h"
#include "trust.h"

#include <glib/gi18n-lib.h>

#define WIDTH 680
#define HEIGHT 420
#define LARGEST 4096
#define LEAST_COLUMN 240

/* Says that a key is an organisation's: once, by a person who has compared its words. Another key than the
 * one that is trusted is held beside it and wants the organisation's name typed. */
struct _AccordTrustDialog
{
  AccordSheetWindow parent_instance;

  GtkWidget *entry;
  GtkWidget *wrong;
  GtkWidget *shown;
  GtkWidget *compared;
  GtkWidget *typed;

  AccordWorkspace *workspace;
  gint64 organisation;
  char *name;
  AccordPublicKey *known;
  AccordPublicKey *key;
};

G_DEFINE_FINAL_TYPE (AccordTrustDialog, accord_trust_dialog, ACCORD_TYPE_SHEET_WINDOW)

enum
{
  TRUSTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is known of the organisation, read on a thread. */
typedef struct
{
  gint64 organisation;
  char *name;
  AccordPublicKey *known;
} Facts;

typedef struct
{
  gint64 organisation;
  AccordPublicKey *key;
  gboolean replace;
} Pin;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_free (facts->name);
  g_clear_pointer (&facts->known, accord_public_key_unref);
  g_free (facts);
}

static void
pin_free (gpointer data)
{
  Pin *pin = data;

  accord_public_key_unref (pin->key);
  g_free (pin);
}

static gpointer
read_facts (AccordReader *reader, gpointer data, GError **error)
{
  const gint64 *organisation = data;
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "organisation");
  Facts *facts = g_new0 (Facts, 1);
  GError *local = NULL;

  facts->organisation = *organisation;
  facts->name = accord_reader_dup_title (reader, kind, *organisation, &local);
  if (local == NULL)
    facts->known = accord_trust_get_key (reader, *organisation, &local);
  if (local == NULL)
    return facts;
  facts_free (facts);
  g_propagate_error (error, local);
  return NULL;
}

static gboolean
pin_key (AccordWriter *writer, gpointer data, GError **error)
{
  const Pin *pin = data;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *who = accord_person_dup ();

  return accord_trust_pin (writer, pin->organisation, pin->key, today, who, pin->replace, error);
}

static gboolean
is_changed (AccordTrustDialog *self)
{
  return self->known != NULL && self->key != NULL && !accord_public_key_equal (self->known, self->key);
}

static gboolean
is_confirmed (AccordTrustDialog *self)
{
  if (self->typed != NULL)
    return accord_key_name_is_typed (self->name, gtk_editable_get_text (GTK_EDITABLE (self->typed)));
  return self->compared != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compared));
}

static void
update (AccordTrustDialog *self)
{
  GtkWidget *accept = accord_sheet_window_get_accept (ACCORD_SHEET_WINDOW (self));
  const gboolean changed = is_changed (self);

  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self),
                                  changed ? _ ("_Replace the key") : _ ("_Trust this key"),
                                  self->key != NULL && is_confirmed (self));
  if (changed)
    gtk_widget_add_css_class (accept, "destructive-action");
  else
    gtk_widget_remove_css_class (accept, "destructive-action");
}

static void
add (GtkWidget *box, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (box), widget);
}

static void
show_changed (AccordTrustDialog *self)
{
  g_autofree char *words = g_strdup_printf (
      _ ("This is not the key that is trusted for %s. Somebody may be passing themselves off as them. Ask "
         "them "
         "by telephone, at a number that you knew before, to read out the words of their key."),
      self->name);
  g_autofree char *label = g_strdup_printf (_ ("If they said the new words, type “%s” here"), self->name);
  GtkWidget *warning = accord_page_label (words, "notice"), *field = accord_words_new (3);
  GtkWidget *both = accord_side_by_side_new (LEAST_COLUMN, 12);

  gtk_widget_add_css_class (warning, "error");
  gtk_widget_add_css_class (warning, "inset");
  add (self->shown, warning);
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (both),
                              accord_key_view_new (self->known, _ ("The key that is trusted"), "known"));
  accord_side_by_side_append (ACCORD_SIDE_BY_SIDE (both),
                              accord_key_view_new (self->key, _ ("The other key"), "strange"));
  add (self->shown, both);
  self->typed = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->typed), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->typed, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  accord_words_append (field, accord_page_label (label, "caption-line"));
  accord_words_append (field, self->typed);
  add (self->shown, field);
}

static void
show_new (AccordTrustDialog *self)
{
  g_autofree char *label = g_strdup_printf (
      _ ("I have compared these words with %s, by telephone or in person, and theirs are the same"),
      self->name);

  add (self->shown, accord_key_view_new (self->key, _ ("The key"), NULL));
  self->compared = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->compared), accord_page_label (label, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compared), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->compared, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add (self->shown, self->compared);
}

static void
show_key (AccordTrustDialog *self)
{
  self->typed = self->compared = NULL;
  accord_page_empty_box (self->shown);
  if (self->key == NULL || self->name == NULL)
    ;
  else if (is_changed (self))
    show_changed (self);
  else if (self->known != NULL)
    add (self->shown, accord_page_label (_ ("This is the key that is trusted for them already."), NULL));
  else
    show_new (self);
  update (self);
}

static void
say_wrong (AccordTrustDialog *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->wrong), words != NULL ? words : "");
  gtk_widget_set_visible (self->wrong, words != NULL);
  if (self->entry != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words != NULL ? words : "", -1);
}

static void
take_text (AccordTrustDialog *self, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->key, accord_public_key_unref);
  self->key = accord_public_key_parse (text, length, &error);
  say_wrong (self, error != NULL ? error->message : NULL);
  show_key (self);
}

static void
on_typed (AccordTrustDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*text != '\0')
    {
      take_text (self, text, -1);
      return;
    }
  g_clear_pointer (&self->key, accord_public_key_unref);
  say_wrong (self, NULL);
  show_key (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordTrustDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (error != NULL)
    say_wrong (self, error->message);
  else if (length > LARGEST)
    say_wrong (self, _ ("This file is too large to be a key."));
  else
    take_text (self, text != NULL ? text : "", (gssize) length);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordTrustDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream == NULL)
    say_wrong (self, error->message);
  else
    g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), LARGEST + 1, G_PRIORITY_DEFAULT, NULL,
                                     on_loaded, g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);

  if (file != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, on_read, g_object_ref (source));
}

static void
on_file (AccordTrustDialog *self)
{
  AccordFileRequest request = { ACCORD_FILE_OPEN,  _ ("Read a public key"),  _ ("_Open"), NULL,
                                _ ("Public keys"), "*.accordkey;*.pub;*.txt" };

  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_chosen, NULL);
}

static void
on_pinned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordTrustDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (change == NULL)
    {
      accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), error->message);
      return;
    }
  g_signal_emit (self, signals[TRUSTED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accord_trust_dialog_accept (AccordSheetWindow *sheet)
{
  AccordTrustDialog *self = ACCORD_TRUST_DIALOG (sheet);
  g_autofree char *label = g_strdup_printf (_ ("Trusted a key of %s"), self->name);
  g_autoptr (AccordTask) work = accord_sheet_window_begin (sheet, _ ("Keeping the key"), NULL);
  Pin *pin = g_new0 (Pin, 1);

  pin->organisation = self->organisation;
  pin->key = accord_public_key_ref (self->key);
  pin->replace = is_changed (self);
  accord_workspace_write_async (self->workspace, label, pin_key, pin, pin_free,
                                accord_task_get_cancellable (work), on_pinned, g_object_ref (self));
}

static void
accord_trust_dialog_finalize (GObject *object)
{
  AccordTrustDialog *self = ACCORD_TRUST_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->known, accord_public_key_unref);
  g_clear_pointer (&self->key, accord_public_key_unref);
  g_free (self->name);

  G_OBJECT_CLASS (accord_trust_dialog_parent_class)->finalize (object);
}

static void
accord_trust_dialog_class_init (AccordTrustDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_trust_dialog_finalize;
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_trust_dialog_accept;

  /**
   * AccordTrustDialog::trusted:
   *
   * The key is the organisation's from now on; the dialog closes.
   */
  signals[TRUSTED] = g_signal_new ("trusted", ACCORD_TYPE_TRUST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_trust_dialog_init (AccordTrustDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static void
on_facts (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordTrustDialog) self = data;
  g_autoptr (GError) error = NULL;
  Facts *facts = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autofree char *title = NULL;

  if (facts == NULL)
    {
      accord_sheet_window_refuse (ACCORD_SHEET_WINDOW (self), _ ("The organisation cannot be read"),
                                  error->message);
      return;
    }
  self->name = g_steal_pointer (&facts->name);
  self->known = g_steal_pointer (&facts->known);
  facts_free (facts);
  title = g_strdup_printf (_ ("Trust a key of %s"), self->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_key (self);
}

static GtkWidget *
make_ways (AccordTrustDialog *self)
{
  GtkWidget *field = accord_words_new (3), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *open = accord_page_button (_ ("From a _file…"));

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "accord-key-1 …");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Their key"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "clicked", G_CALLBACK (on_file), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), open);
  accord_words_append (field, accord_page_label (_ ("Their key"), "caption-line"));
  accord_words_append (field, line);
  accord_words_append (
      field,
      accord_page_label (_ ("The line that they sent, or a file of it. They find it under “Your key”."),
                         "second-line"));
  return field;
}

/**
 * accord_trust_dialog_new:
 * @parent: (nullable): the window that asks
 * @workspace: where organisations are kept
 * @organisation: one of them
 * @key: (nullable): its key, where it is known which is meant; else it is asked for
 *
 * Returns: (transfer none): a dialog in which a person says that a key is an organisation's; GTK owns it
 */
GtkWidget *
accord_trust_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, gint64 organisation,
                         AccordPublicKey *key)
{
  AccordTrustDialog *self =
      g_object_new (ACCORD_TYPE_TRUST_DIALOG, "transient-for", parent, "title", _ ("Trust a key"), NULL);
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  self->workspace = g_object_ref (workspace);
  self->organisation = organisation;
  self->key = key != NULL ? accord_public_key_ref (key) : NULL;
  gtk_widget_add_css_class (column, "text-editor");
  if (key == NULL)
    gtk_box_append (GTK_BOX (column), make_ways (self));
  self->wrong = accord_page_label (NULL, "field-error");
  gtk_widget_hide (self->wrong);
  gtk_box_append (GTK_BOX (column), self->wrong);
  self->shown = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (column), self->shown);
  update (self);
  accord_workspace_read_async (workspace, read_facts, g_memdup2 (&organisation, sizeof organisation), g_free,
                               facts_free, NULL, on_facts, g_object_ref (self));
  return GTK_WIDGET (self);
}
