/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/organisations-dialog.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "list/list-words.h"
#include "ods-import.h"
#include "ods-live.h"
#include "thread.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#define WIDTH 640
#define HEIGHT 600

/* More sentences than these are not read by anybody; how many more there are is said. */
#define MOST_SENTENCES 100

/* A code is typed letter by letter. */
#define PAUSE_MS 300

/**
 * AccordOrganisationsDialog:
 *
 * What a file of the ODS register would change, before it does: how many organisations are new or say
 * otherwise, which rows cannot be read, what is left alone and why. Then it is taken in, as one change.
 */
struct _AccordOrganisationsDialog
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  GFile *place;
  char *name;
  AccordOdsFile *file;
  GCancellable *cancellable;
  guint pause;
  gboolean busy;
  gboolean again;

  GtkWidget *save;
  GtkWidget *summary;
  GtkWidget *known;
  GtkWidget *commissioner;
  GtkWidget *commissioner_box;
  GtkWidget *progress;
  GtkWidget *rows;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (AccordOrganisationsDialog, accord_organisations_dialog, ADW_TYPE_WINDOW)

static void look (AccordOrganisationsDialog *self);

static void
add_sentence (AccordOrganisationsDialog *self, const char *sentence, gboolean bad)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = accord_words_new (0);

  gtk_widget_add_css_class (words, "register-row");
  accord_words_append (words, accord_page_label (sentence, bad ? "field-error" : "second-line"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
add_sentences (AccordOrganisationsDialog *self, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len && i < MOST_SENTENCES; i++)
    add_sentence (self, sentences->pdata[i], FALSE);
  if (sentences->len > MOST_SENTENCES)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("And %u more.", "And %u more.", sentences->len - MOST_SENTENCES),
                           sentences->len - MOST_SENTENCES);

      add_sentence (self, more, FALSE);
    }
}

static void
show_sentences (AccordOrganisationsDialog *self, const AccordOdsResult *result)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
  for (guint i = 0; i < self->file->rejected->len && i < MOST_SENTENCES; i++)
    {
      const AccordRejection *rejection = self->file->rejected->pdata[i];
      g_autofree char *words =
          g_strdup_printf (_ ("Line %" PRIu64 ": %s"), rejection->line, rejection->reason);

      add_sentence (self, words, TRUE);
    }
  add_sentences (self, result->kept);
  add_sentences (self, result->unlinked);
  for (guint i = 0; i < result->alike->len && i < MOST_SENTENCES; i++)
    {
      const AccordOdsAlike *alike = result->alike->pdata[i];
      g_autofree char *words = g_strdup_printf (
          _ ("%s (%s) has the name of an organisation without a code, and is not taken for it."), alike->name,
          alike->code);

      add_sentence (self, words, FALSE);
    }
  gtk_widget_set_visible (self->rows, gtk_widget_get_first_child (self->rows) != NULL);
}

static void
show_result (AccordOrganisationsDialog *self, const AccordOdsResult *result)
{
  g_autofree char *added = accord_list_dup_number (result->added);
  g_autofree char *updated = accord_list_dup_number (result->updated);
  g_autofree char *same = accord_list_dup_number (result->same);
  /* Translators: all three are numbers of organisations. */
  g_autofree char *words =
      g_strdup_printf (_ ("%s new, %s say otherwise, %s are as they were."), added, updated, same);

  gtk_label_set_label (GTK_LABEL (self->summary), words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 result->added + result->updated + result->linked > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_set_visible (self->commissioner_box, self->file->form == ACCORD_ODS_PRACTICES);
  show_sentences (self, result);
}

static void
show_problem (AccordOrganisationsDialog *self, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (self->summary), _ ("Nothing was taken in."));
  gtk_label_set_label (GTK_LABEL (self->problem), words);
  gtk_widget_set_visible (self->problem, TRUE);
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
import (AccordOrganisationsDialog *self, gboolean dry_run, AccordProgressFunc progress,
        GAsyncReadyCallback callback)
{
  g_autofree char *code = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->commissioner)), -1);
  const AccordOdsOptions options = { .name = self->name,
                                     .address = self->place == NULL ? self->name : NULL,
                                     .known_only =
                                         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->known)),
                                     .commissioner = *g_strstrip (code) != '\0' ? code : NULL,
                                     .dry_run = dry_run };

  self->busy = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  gtk_widget_set_visible (self->problem, FALSE);
  accord_ods_import_async (self->workspace, self->file, &options, progress, self, self->cancellable, callback,
                           g_object_ref (self));
}

static void
looked_cb (GObject *source, GAsyncResult *written, gpointer data)
{
  g_autoptr (AccordOrganisationsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsResult) result = accord_ods_import_finish (ACCORD_WORKSPACE (source), written, &error);

  self->busy = FALSE;
  if (self->workspace == NULL)
    return;
  if (self->again)
    look (self);
  else if (result != NULL)
    show_result (self, result);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

/* The file belongs to the thread that looks at it until it is done. */
static void
look (AccordOrganisationsDialog *self)
{
  self->again = self->busy;
  if (!self->busy)
    import (self, TRUE, NULL, looked_cb);
}

static void
taken_cb (GObject *source, GAsyncResult *written, gpointer data)
{
  g_autoptr (AccordOrganisationsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordOdsResult) result = accord_ods_import_finish (ACCORD_WORKSPACE (source), written, &error);

  self->busy = FALSE;
  if (self->workspace == NULL)
    return;
  gtk_widget_set_visible (self->progress, FALSE);
  if (result != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordOrganisationsDialog *self = ACCORD_ORGANISATIONS_DIALOG (widget);

  if (self->busy || self->file == NULL)
    return;
  gtk_widget_set_visible (self->progress, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->progress));
  gtk_label_set_label (GTK_LABEL (self->summary), _ ("Taking the organisations in…"));
  import (self, FALSE, NULL, taken_cb);
}

static gboolean
pause_cb (gpointer data)
{
  AccordOrganisationsDialog *self = data;

  self->pause = 0;
  if (self->file != NULL)
    look (self);
  return G_SOURCE_REMOVE;
}

static void
on_options (AccordOrganisationsDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
}

/* --- Reading the file */

typedef struct
{
  AccordWorkspace *workspace;
  GFile *place;
  char *name;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->workspace);
  g_clear_object (&self->place);
  g_free (self->name);
  g_free (self);
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;
  GError *error = NULL;
  AccordOdsFile *file = NULL;

  if (self->place != NULL)
    {
      g_autoptr (GBytes) raw = g_file_load_bytes (self->place, cancellable, NULL, &error);

      if (raw != NULL)
        file = accord_ods_read (raw, self->name, cancellable, &error);
    }
  else
    {
      g_autoptr (AccordFetcher) fetcher = accord_fetcher_new ();

      file = accord_ods_fetch_known (self->workspace, fetcher, self->name, NULL, NULL, cancellable, &error);
    }
  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) accord_ods_file_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordOrganisationsDialog *self = ACCORD_ORGANISATIONS_DIALOG (source);
  g_autoptr (GError) error = NULL;
  AccordOdsFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->workspace == NULL)
    {
      accord_ods_file_free (file);
      return;
    }
  self->file = file;
  gtk_widget_set_visible (self->progress, FALSE);
  if (file != NULL)
    look (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
begin_reading (AccordOrganisationsDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->workspace = g_object_ref (self->workspace);
  reading->place = self->place != NULL ? g_object_ref (self->place) : NULL;
  reading->name = g_strdup (self->name);
  g_task_set_task_data (task, reading, reading_free);
  accord_thread_run (task, read_file);
}

/* --- The window */

static GtkWidget *
make_header (AccordOrganisationsDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->save = accord_page_button (_ ("_Import"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "dialog.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
make_options (AccordOrganisationsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label =
      gtk_label_new_with_mnemonic (_ ("New practices only of the commissioner with the _code"));

  self->known = gtk_check_button_new_with_mnemonic (_ ("Only bring up to date what is here _already"));
  g_signal_connect_swapped (self->known, "toggled", G_CALLBACK (on_options), self);
  self->commissioner = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->commissioner), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->commissioner), 10);
  gtk_entry_set_max_length (GTK_ENTRY (self->commissioner), 10);
  g_signal_connect_swapped (self->commissioner, "changed", G_CALLBACK (on_options), self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->commissioner);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->commissioner_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->commissioner_box), label);
  gtk_box_append (GTK_BOX (self->commissioner_box), self->commissioner);
  gtk_widget_set_visible (self->commissioner_box, FALSE);
  gtk_box_append (GTK_BOX (box), self->known);
  gtk_box_append (GTK_BOX (box), self->commissioner_box);
  return box;
}

static GtkWidget *
make_content (AccordOrganisationsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->summary = accord_page_label (_ ("Looking at the file…"), "section-title");
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->progress = gtk_spinner_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Importing"), -1);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (head), self->summary);
  gtk_box_append (GTK_BOX (head), self->progress);
  self->problem = accord_page_label (NULL, "field-error");
  gtk_widget_set_visible (self->problem, FALSE);
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What to know"), -1);
  gtk_widget_add_css_class (box, "edit-fields");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), make_options (self));
  gtk_box_append (GTK_BOX (box), self->rows);
  return box;
}

static void
accord_organisations_dialog_dispose (GObject *object)
{
  AccordOrganisationsDialog *self = ACCORD_ORGANISATIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (accord_organisations_dialog_parent_class)->dispose (object);
}

static void
accord_organisations_dialog_finalize (GObject *object)
{
  AccordOrganisationsDialog *self = ACCORD_ORGANISATIONS_DIALOG (object);

  accord_ods_file_free (self->file);
  g_object_unref (self->cancellable);
  g_clear_object (&self->place);
  g_free (self->name);
  G_OBJECT_CLASS (accord_organisations_dialog_parent_class)->finalize (object);
}

static void
accord_organisations_dialog_class_init (AccordOrganisationsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_organisations_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_organisations_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_organisations_dialog_init (AccordOrganisationsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_content (self));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * accord_organisations_dialog_new:
 * @workspace: a workspace that can be written to
 * @file: (nullable): a file of the ODS register; %NULL to ask the register itself about the organisations
 * that are here
 *
 * Returns: (transfer floating): a window that shows what it would change, and takes it in; the caller
 * says whose it is and presents it
 */
GtkWidget *
accord_organisations_dialog_new (AccordWorkspace *workspace, GFile *file)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  AccordOrganisationsDialog *self =
      g_object_new (ACCORD_TYPE_ORGANISATIONS_DIALOG, "title", _ ("NHS organisations"), NULL);

  self->workspace = g_object_ref (workspace);
  self->place = file != NULL ? g_object_ref (file) : NULL;
  self->name = file != NULL ? g_filename_display_name (base) : g_strdup (ACCORD_ODS_SERVICE);
  gtk_widget_set_visible (self->known, file != NULL);
  gtk_spinner_start (GTK_SPINNER (self->progress));
  gtk_widget_set_visible (self->progress, TRUE);
  if (file == NULL)
    gtk_label_set_label (GTK_LABEL (self->summary),
                         _ ("Asking the register, one organisation after the other…"));
  begin_reading (self);
  return GTK_WIDGET (self);
}
