/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/return-window.h"

#include "attach.h"
#include "compat.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "keys/own-key.h"
#include "respond.h"
#include "thread.h"
#include "today.h"

#include <glib/gi18n-lib.h>

#define WIDTH 520

/* The way of an answer out of the reading file: what goes, whose key signs, where the file is put, and what
 * to do with it. */
struct _AccordReturnWindow
{
  AdwWindow parent_instance;

  GtkWidget *stack;
  GtkWidget *before;
  GtkWidget *working;
  GtkWidget *after;
  GtkWidget *seal;
  GtkWidget *fault;
  GtkWidget *save;
  GtkWidget *where;
  GtkWidget *what_next;

  AccordWorkspace *workspace;
  AccordRoomData *data;
  AccordKeyPair *signer;
  GFile *file;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AccordReturnWindow, accord_return_window, ADW_TYPE_WINDOW)

static void
tell_fault (AccordReturnWindow *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->fault), message != NULL ? message : "");
  gtk_widget_set_visible (self->fault, message != NULL);
  if (message != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      message, -1);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->before);
    }
}

/* --- The pack, on another thread. */

typedef struct
{
  AccordWorkspace *workspace;
  AccordKeyPair *signer;
  GFile *file;
  gboolean seal;
  gint64 review;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->workspace);
  accord_key_pair_unref (self->signer);
  g_object_unref (self->file);
  g_free (self);
}

/* What was decided, as it stands on the review, becomes the endorsement that it is. */
static gboolean
decide (AccordWriter *writer, gpointer data, GError **error)
{
  const Job *job = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "review");
  g_autoptr (AccordRecord) review = accord_reader_get (reader, kind, job->review, error);
  AccordDecision decision = { 0 };

  if (review == NULL)
    return FALSE;
  decision.outcome = accord_record_get_text (review, "outcome");
  decision.who = accord_record_get_text (review, "who");
  decision.decided = accord_record_get_text (review, "decided");
  decision.words = accord_record_get_text (review, "words");
  decision.reviewer = accord_record_get_text (review, "reviewer");
  return accord_review_decide (writer, job->review, &decision, error);
}

static void
respond (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autofree char *today = accord_today_dup ();
  /* The file chooser asked whether to replace a file that is there. */
  const AccordRespond how = {
    .signer = job->signer,
    .seal_to_asker = job->seal,
    .file = job->file,
    .replace = TRUE,
    .today = today,
  };
  GError *error = NULL;
  g_autoptr (AccordChange) decided =
      accord_workspace_write (job->workspace, _ ("Record the decision"), decide, data, cancellable, &error);
  g_autoptr (AccordChange) change =
      error == NULL ? accord_review_respond (job->workspace, &how, NULL, NULL, cancellable, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
show_done (AccordReturnWindow *self)
{
  g_autofree char *path = g_file_get_parse_name (self->file);
  const char *asker = self->data->reading->asked_by;
  g_autofree char *next =
      asker != NULL
          /* Translators: the organisation that asked for the review. */
          ? g_strdup_printf (
              _ ("Send this file to %s, by mail or on a stick. They open it with Accord and see "
                 "what you said before anything is taken over. You can go on writing, and "
                 "return the review again: the newest counts."),
              asker)
          : g_strdup (_ ("Send this file to whoever asked, by mail or on a stick. You can go on writing, and "
                         "return the review again: the newest counts."));

  gtk_label_set_label (GTK_LABEL (self->where), path);
  gtk_label_set_label (GTK_LABEL (self->what_next), next);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->after);
  gtk_widget_child_focus (self->after, GTK_DIR_TAB_FORWARD);
}

static void
on_responded (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordReturnWindow *self = ACCORD_RETURN_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->workspace != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_fault (self, error->message);
      return;
    }
  if (self->workspace != NULL)
    show_done (self);
}

static void
start (AccordReturnWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_responded, NULL);
  Job *job = g_new0 (Job, 1);

  job->workspace = g_object_ref (self->workspace);
  job->signer = accord_key_pair_ref (self->signer);
  job->file = g_object_ref (self->file);
  job->review = self->data->reading->review;
  job->seal = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->seal));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->working);
  g_task_set_task_data (task, job, job_free);
  accord_thread_run (task, respond);
}

/* --- Where to, and with whose key. */

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordReturnWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = accord_choose_file_finish (result, &error);

  if (self->workspace == NULL)
    return;
  if (file == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_fault (self, error->message);
      return;
    }
  g_set_object (&self->file, file);
  start (self);
}

static void
choose_file (AccordReturnWindow *self)
{
  const char *who = self->data->reading->organisation;
  g_autofree char *whole =
      g_strdup_printf (_ ("%s – review by %s"), self->data->reading->case_name,
                       who != NULL ? who : accord_record_get_text (self->data->review, "who"));
  g_autofree char *safe = accord_attach_safe_name (whole);
  g_autofree char *name = g_strconcat (safe, ".accordpack", NULL);
  const AccordFileRequest request = {
    ACCORD_FILE_SAVE, _ ("Return the review"), _ ("_Save"), name, _ ("Review packs"), "*.accordpack",
  };

  accord_choose_files_async (GTK_WINDOW (self), &request, self->cancellable, on_chosen, g_object_ref (self));
}

static void
on_key (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordReturnWindow) self = data;
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = accord_own_key_need_finish (result, &error);

  if (self->workspace == NULL || pair == NULL)
    {
      g_clear_pointer (&pair, accord_key_pair_unref);
      if (self->workspace != NULL && error != NULL
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell_fault (self, error->message);
      return;
    }
  g_clear_pointer (&self->signer, accord_key_pair_unref);
  self->signer = pair;
  choose_file (self);
}

static void
on_save (AccordReturnWindow *self)
{
  tell_fault (self, NULL);
  accord_own_key_need_async (GTK_WIDGET (self), ACCORD_OWN_KEY_MAKE, self->data->reading->organisation,
                             self->cancellable, on_key, g_object_ref (self));
}

static void
on_copy (AccordReturnWindow *self)
{
  g_autofree char *path = g_file_get_parse_name (self->file);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), path);
}

static void
accord_return_window_dispose (GObject *object)
{
  AccordReturnWindow *self = ACCORD_RETURN_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_pointer (&self->data, accord_room_data_unref);
  g_clear_pointer (&self->signer, accord_key_pair_unref);

  G_OBJECT_CLASS (accord_return_window_parent_class)->dispose (object);
}

static void
accord_return_window_class_init (AccordReturnWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_return_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_return_window_init (AccordReturnWindow *self)
{
  self->cancellable = g_cancellable_new ();
}

/* --- What is shown. */

static char *
dup_summary (AccordRoomData *data)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (data->review), "outcome");
  const char *label = accord_field_choice_label (field, accord_record_get_text (data->review, "outcome"));
  g_autofree char *comments = accord_comments_dup_count (data->comments);

  /* Translators: the decision, then how many comments, then how many questions of the checklist. */
  return g_strdup_printf (_ ("%s · %s · checklist %u of %u"),
                          label != NULL ? _ (label) : _ ("No decision yet"), comments,
                          data->checklist->n_answered, data->checklist->n_questions);
}

static GtkWidget *
make_before (AccordReturnWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *words = accord_words_new (3), *words_of_seal;
  g_autoptr (GPtrArray) missing = accord_room_data_list_missing (self->data);
  g_autofree char *summary = dup_summary (self->data);
  const char *asker = self->data->reading->asked_by;
  g_autofree char *seal = asker != NULL ? g_strdup_printf (_ ("Seal it, so that only %s can open it"), asker)
                                        : g_strdup (_ ("Seal it, so that only who asked can open it"));

  gtk_widget_add_css_class (box, "window-body");
  gtk_box_append (GTK_BOX (box), accord_page_label (self->data->reading->case_name, "section-title"));
  gtk_box_append (GTK_BOX (box), accord_page_label (summary, NULL));
  for (guint i = 0; i < missing->len; i++)
    accord_words_append (words, accord_page_label (missing->pdata[i], "second-line"));
  gtk_widget_set_visible (words, missing->len > 0);
  gtk_box_append (GTK_BOX (box), words);
  self->seal = gtk_check_button_new ();
  /* A long name goes on over several lines: it must not push the buttons out of the screen. */
  words_of_seal = accord_page_label (seal, NULL);
  gtk_label_set_lines (GTK_LABEL (words_of_seal), 3);
  gtk_label_set_ellipsize (GTK_LABEL (words_of_seal), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->seal, seal);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->seal), words_of_seal);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->seal), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seal), GTK_ACCESSIBLE_PROPERTY_LABEL, seal, -1);
  gtk_box_append (GTK_BOX (box), self->seal);
  gtk_box_append (GTK_BOX (box),
                  accord_page_label (_ ("The answer is one file, signed with your own key. If you have none "
                                        "yet, one is made."),
                                     "second-line"));
  self->fault = accord_page_label (NULL, "error");
  gtk_widget_hide (self->fault);
  gtk_box_append (GTK_BOX (box), self->fault);
  self->save = accord_page_button (_ ("_Save the answer…"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  gtk_widget_set_sensitive (self->save, accord_room_data_may_return (self->data));
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->save);
  return box;
}

static GtkWidget *
make_working (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), accord_page_label (_ ("Writing the answer…"), NULL));
  return box;
}

static GtkWidget *
make_after (AccordReturnWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = accord_page_button (_ ("_Copy where it is"));
  GtkWidget *close = accord_page_button (_ ("_Done"));

  gtk_widget_add_css_class (box, "window-body");
  gtk_box_append (GTK_BOX (box), accord_page_label (_ ("The review is ready to be sent"), "section-title"));
  self->where = accord_page_label (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (self->where), TRUE);
  gtk_widget_set_focusable (self->where, FALSE);
  self->what_next = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (box), self->where);
  gtk_box_append (GTK_BOX (box), self->what_next);
  gtk_widget_add_css_class (close, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "window.close");
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (buttons), close);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/**
 * accord_return_window_new:
 * @workspace: a reading file
 * @data: the reading
 *
 * Returns: (transfer full): a window that makes the answer
 */
GtkWidget *
accord_return_window_new (AccordWorkspace *workspace, AccordRoomData *data)
{
  AccordReturnWindow *self = g_object_new (ACCORD_TYPE_RETURN_WINDOW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = g_object_ref (workspace);
  self->data = accord_room_data_ref (data);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Return the review"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->stack = gtk_stack_new ();
  self->before = make_before (self);
  self->working = make_working ();
  self->after = make_after (self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->before);
  gtk_stack_add_child (GTK_STACK (self->stack), self->working);
  gtk_stack_add_child (GTK_STACK (self->stack), self->after);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}
