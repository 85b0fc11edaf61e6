/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-dialog.h"

#include "compat.h"
#include "date.h"
#include "form/page-parts.h"
#include "form/reference-search.h"
#include "form/words.h"
#include "keys/own-key.h"
#include "review/send-documents.h"
#include "review/send-done.h"
#include "review/send-facts.h"
#include "review/send-job.h"
#include "review/send-parties.h"

#include <glib/gi18n-lib.h>

#define WIDTH 720
#define HEIGHT 780

/* Sends a case for review: to whom, until when, with what, and who may open it. */
struct _AccordSendDialog
{
  AccordSheetWindow parent_instance;

  GtkWidget *parties;
  GtkWidget *from;
  GtkWidget *person;
  GtkWidget *due;
  GtkWidget *note;
  GtkWidget *documents;
  GtkWidget *comments;
  GtkWidget *protection;

  AccordWorkspace *workspace;
  gint64 business_case;
  gint64 from_id;
  char *name;
  char *names;
  AccordProtection chosen;
  AccordSendJob *job;
  AccordKeyPair *signer;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (AccordSendDialog, accord_send_dialog, ACCORD_TYPE_SHEET_WINDOW)

static void
say_wrong (AccordSendDialog *self, const char *words, GtkWidget *where)
{
  if (where != NULL)
    gtk_widget_grab_focus (where);
  accord_sheet_window_say (ACCORD_SHEET_WINDOW (self), words);
}

static void
show_done (AccordSendDialog *self)
{
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));

  accord_page_empty_box (column);
  gtk_box_append (GTK_BOX (column),
                  accord_send_done_new (self->file, self->names, accord_key_pair_get_public (self->signer),
                                        self->chosen));
  accord_sheet_window_done (ACCORD_SHEET_WINDOW (self));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordSendDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean sent = accord_send_job_run_finish (result, &error);

  if (!accord_sheet_window_end (ACCORD_SHEET_WINDOW (self)))
    return;
  if (sent)
    show_done (self);
  else
    say_wrong (self, error->message, NULL);
}

static void
on_key (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordSendDialog *self = ACCORD_SEND_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (AccordTask) work = NULL;

  g_clear_pointer (&self->signer, accord_key_pair_unref);
  self->signer = accord_own_key_need_finish (result, &error);
  if (self->signer == NULL)
    {
      say_wrong (self, error->message, NULL);
      return;
    }
  work = accord_sheet_window_begin (ACCORD_SHEET_WINDOW (self), _ ("Making the file"), shown);
  accord_send_job_run_async (g_steal_pointer (&self->job), self->workspace, self->signer, self->file, work,
                             on_sent, g_object_ref (self));
}

static void
on_named (GObject *source, GAsyncResult *result, gpointer data)
{
  AccordSendDialog *self = ACCORD_SEND_DIALOG (source);
  g_autoptr (GFile) file = accord_choose_file_finish (result, NULL);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *whole = NULL;

  if (file == NULL)
    return;
  g_clear_object (&self->file);
  if (g_str_has_suffix (name, ".accordpack"))
    self->file = g_object_ref (file);
  else
    {
      whole = g_strconcat (name, ".accordpack", NULL);
      self->file = g_file_get_child (folder, whole);
    }
  accord_own_key_need_async (GTK_WIDGET (self), ACCORD_OWN_KEY_MAKE,
                             accord_reference_search_get_text (ACCORD_REFERENCE_SEARCH (self->from)), NULL,
                             on_key, NULL);
}

static char *
dup_text (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
dup_note (AccordSendDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What was typed, or %NULL with what is wrong said. */
static AccordSendJob *
make_job (AccordSendDialog *self)
{
  g_autoptr (AccordSendJob) job = g_new0 (AccordSendJob, 1);
  g_autofree char *due = dup_text (self->due);
  g_autoptr (GError) error = NULL;
  GtkWidget *where = NULL;
  const char *fault;

  job->organisations = accord_send_parties_dup_chosen (ACCORD_SEND_PARTIES (self->parties));
  job->documents = accord_send_documents_dup_chosen (ACCORD_SEND_DOCUMENTS (self->documents));
  if (job->organisations->len == 0)
    {
      say_wrong (self, _ ("Nobody is asked yet: choose at least one organisation."), NULL);
      accord_send_parties_focus (ACCORD_SEND_PARTIES (self->parties));
      return NULL;
    }
  if (self->from_id == ACCORD_UNKNOWN)
    {
      say_wrong (self, _ ("Say which organisation asks."),
                 accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->from)));
      return NULL;
    }
  if (due != NULL && !accord_date_parse (due, &job->due, &error))
    {
      say_wrong (self, error->message, self->due);
      return NULL;
    }
  fault = accord_send_protection_find_fault (ACCORD_SEND_PROTECTION (self->protection), &where);
  if (fault != NULL)
    {
      say_wrong (self, fault, where);
      return NULL;
    }
  job->with_comments = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->comments));
  job->business_case = self->business_case;
  job->note = dup_note (self);
  job->from = self->from_id;
  job->person = dup_text (self->person);
  job->protection = accord_send_protection_get (ACCORD_SEND_PROTECTION (self->protection));
  if (job->protection == ACCORD_PROTECTION_PASSPHRASE)
    job->passphrase =
        g_strdup (accord_send_protection_get_passphrase (ACCORD_SEND_PROTECTION (self->protection)));
  return g_steal_pointer (&job);
}

static void
accord_send_dialog_accept (AccordSheetWindow *sheet)
{
  AccordSendDialog *self = ACCORD_SEND_DIALOG (sheet);
  g_autoptr (AccordSendJob) job = make_job (self);
  g_autofree char *name = g_strdup_printf ("%s.accordpack", self->name);
  AccordFileRequest request = { ACCORD_FILE_SAVE,   _ ("Where the file goes"),
                                _ ("_Save"),        name,
                                _ ("Review packs"), "*.accordpack" };

  if (job == NULL)
    return;
  accord_sheet_window_say (sheet, NULL);
  g_clear_pointer (&self->job, accord_send_job_free);
  self->chosen = job->protection;
  self->job = g_steal_pointer (&job);
  g_free (self->names);
  self->names = accord_send_parties_dup_names (ACCORD_SEND_PARTIES (self->parties));
  g_strdelimit (name, "/\\:", '-');
  accord_choose_files_async (GTK_WINDOW (self), &request, NULL, on_named, NULL);
}

static void
on_parties (AccordSendDialog *self)
{
  guint n;
  g_autofree char *names = accord_send_parties_dup_without_key (ACCORD_SEND_PARTIES (self->parties), &n);

  accord_send_protection_set_without_key (ACCORD_SEND_PROTECTION (self->protection), names, n);
}

static void
on_from (AccordSendDialog *self, gint64 id)
{
  self->from_id = id;
}

static void
on_from_typed (AccordSendDialog *self)
{
  self->from_id = ACCORD_UNKNOWN;
}

static void
accord_send_dialog_finalize (GObject *object)
{
  AccordSendDialog *self = ACCORD_SEND_DIALOG (object);

  g_clear_pointer (&self->job, accord_send_job_free);
  g_clear_pointer (&self->signer, accord_key_pair_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->workspace);
  g_free (self->name);
  g_free (self->names);

  G_OBJECT_CLASS (accord_send_dialog_parent_class)->finalize (object);
}

static void
accord_send_dialog_class_init (AccordSendDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_send_dialog_finalize;
  ACCORD_SHEET_WINDOW_CLASS (klass)->accept = accord_send_dialog_accept;
}

static void
accord_send_dialog_init (AccordSendDialog *self)
{
  self->from_id = ACCORD_UNKNOWN;
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Send for review"));
}

static GtkWidget *
add_card (AccordSendDialog *self, const char *title)
{
  GtkWidget *head, *card = accord_page_card (&head, title), *body = accord_words_new (12);

  gtk_widget_add_css_class (body, "card-body");
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self))), card);
  return body;
}

static void
add_field (GtkWidget *body, const char *label, GtkWidget *control, GtkWidget *entry, const char *hint)
{
  GtkWidget *field = accord_words_new (3);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "", -1);
  accord_words_append (field, accord_page_label (label, "caption-line"));
  accord_words_append (field, control);
  if (hint != NULL)
    accord_words_append (field, accord_page_label (hint, "second-line"));
  accord_words_append (body, field);
}

static void
build_words (AccordSendDialog *self, const AccordSendFacts *facts)
{
  GtkWidget *body = add_card (self, _ ("From whom, and until when")),
            *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->from = accord_reference_search_new (
      self->workspace,
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "organisation"));
  if (facts->from_name != NULL)
    accord_reference_search_set_text (ACCORD_REFERENCE_SEARCH (self->from), facts->from_name);
  self->from_id = facts->from;
  g_signal_connect_object (self->from, "changed", G_CALLBACK (on_from_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "chosen", G_CALLBACK (on_from), self, G_CONNECT_SWAPPED);
  self->person = gtk_entry_new ();
  self->due = gtk_entry_new ();
  self->note = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->note), FALSE);
  gtk_widget_set_size_request (self->note, -1, 72);
  gtk_widget_add_css_class (frame, "words");
  gtk_box_append (GTK_BOX (frame), self->note);
  add_field (body, _ ("Who asks"), self->from,
             accord_reference_search_get_entry (ACCORD_REFERENCE_SEARCH (self->from)), NULL);
  add_field (body, _ ("Post of who asks"), self->person, self->person,
             _ ("Such as Head of Joint Commissioning; may be left empty"));
  add_field (body, _ ("Answer due on"), self->due, self->due,
             _ ("A day, such as 14 Dec 2026; may be left empty"));
  add_field (body, _ ("A word to them"), frame, self->note, NULL);
}

/* What was said in confidence is passed on by nobody but a person. */
static void
build_comments (AccordSendDialog *self)
{
  GtkWidget *body = add_card (self, _ ("What was said so far"));
  GtkWidget *hint =
      accord_page_label (_ ("Endorsements and caveats always go along. Without the comments, a "
                            "partner who is asked alone still has their own, with the replies."),
                         "second-line");

  self->comments = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->comments),
                              accord_page_label (_ ("Send along what partners commented"), "first-line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comments), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Send along what partners commented"), -1);
  accord_words_append (body, self->comments);
  accord_words_append (body, hint);
}

static void
build (AccordSendDialog *self, const AccordSendFacts *facts)
{
  GtkWidget *column = accord_sheet_window_get_column (ACCORD_SHEET_WINDOW (self));
  GtkWidget *body;

  gtk_widget_add_css_class (column, "text-editor");
  gtk_box_append (GTK_BOX (column), accord_page_label (facts->name, "section-title"));
  /* A full business case with caveats that are not settled is told, not refused. */
  if (facts->warning != NULL)
    {
      GtkWidget *notice = accord_page_label (facts->warning, "notice");

      gtk_widget_add_css_class (notice, "inset");
      gtk_box_append (GTK_BOX (column), notice);
    }
  body = add_card (self, _ ("To whom"));
  self->parties = accord_send_parties_new (self->workspace);
  g_signal_connect_object (self->parties, "changed", G_CALLBACK (on_parties), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < facts->parties->len; i++)
    accord_send_parties_add (ACCORD_SEND_PARTIES (self->parties), facts->parties->pdata[i], FALSE);
  accord_words_append (body, self->parties);
  build_words (self, facts);
  body = add_card (self, _ ("Documents"));
  self->documents = accord_send_documents_new (facts->documents);
  accord_words_append (body, self->documents);
  build_comments (self);
  body = add_card (self, _ ("Who can open it"));
  self->protection = accord_send_protection_new ();
  accord_words_append (body, self->protection);
  accord_sheet_window_set_accept (ACCORD_SHEET_WINDOW (self), _ ("_Make the file…"), TRUE);
  accord_send_parties_focus (ACCORD_SEND_PARTIES (self->parties));
}

static gpointer
read_facts (AccordReader *reader, gpointer data, GError **error)
{
  return accord_send_facts_read (reader, *(const gint64 *) data, error);
}

static void
on_facts (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordSendDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordSendFacts) facts =
      accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (facts == NULL)
    {
      accord_sheet_window_refuse (ACCORD_SHEET_WINDOW (self), _ ("This case cannot be sent"), error->message);
      return;
    }
  self->name = g_strdup (facts->name);
  build (self, facts);
}

/**
 * accord_send_dialog_new:
 * @parent: (nullable): the window that asks
 * @workspace: where the case is
 * @business_case: the case
 *
 * Returns: (transfer none): a dialog that sends a case for review; GTK owns it
 */
GtkWidget *
accord_send_dialog_new (GtkWindow *parent, AccordWorkspace *workspace, gint64 business_case)
{
  AccordSendDialog *self = g_object_new (ACCORD_TYPE_SEND_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->business_case = business_case;
  accord_workspace_read_async (workspace, read_facts, g_memdup2 (&business_case, sizeof business_case),
                               g_free, (GDestroyNotify) accord_send_facts_free, NULL, on_facts,
                               g_object_ref (self));
  return GTK_WIDGET (self);
}
