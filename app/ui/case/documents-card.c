/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/documents-card.h"

#include "attach.h"
#include "case/document-open.h"
#include "case/document-words.h"
#include "compat.h"
#include "form/page-parts.h"
#include "go.h"
#include "shell/task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The files that belong to a record. They are opened, saved elsewhere, and taken in here. */
struct _AccordDocumentsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *add;
  GtkWidget *rows;
  GtkWidget *empty;
  GtkWidget *notice;
  GtkWidget *working;
  GtkWidget *what;
  GtkWidget *bar;

  AccordWorkspace *workspace;
  char *kind;
  gint64 id;
  GPtrArray *documents;
  GQueue waiting;
  AccordTask *task;
};

G_DEFINE_FINAL_TYPE (AccordDocumentsCard, accord_documents_card, GTK_TYPE_WIDGET)

enum
{
  IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file that is to be taken in, and for which record: a person may have gone on to another meanwhile. */
typedef struct
{
  GFile *file;
  AccordRecord *preset;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_object_unref (self->file);
  g_object_unref (self->preset);
  g_free (self);
}

static void
say (AccordDocumentsCard *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->notice), message != NULL ? message : "");
  gtk_widget_set_visible (self->notice, message != NULL);
}

static void
on_done (const GError *error, gpointer data)
{
  g_autoptr (AccordDocumentsCard) self = data;

  if (self->card != NULL)
    say (self, error != NULL ? error->message : NULL);
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDocumentsCard) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = accord_attach_finish (ACCORD_WORKSPACE (source), result, &error);

  accord_task_finish (self->task);
  g_clear_object (&self->task);
  if (self->card == NULL)
    return;
  gtk_widget_hide (self->working);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_queue_clear_full (&self->waiting, waiting_free);
  else if (!done)
    say (self, error->message);
  g_signal_emit (self, signals[IDLE], 0);
}

static void
on_fraction (AccordTask *task, GParamSpec *pspec, AccordDocumentsCard *self)
{
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), accord_task_get_fraction (task));
  gtk_widget_show (self->working);
}

static void
attach_next (AccordDocumentsCard *self)
{
  Waiting *next = self->task == NULL ? g_queue_pop_head (&self->waiting) : NULL;
  g_autofree char *name = NULL, *title = NULL;

  if (next == NULL)
    return;
  name = g_file_get_parse_name (next->file);
  /* Translators: %s is a file's name. */
  title = g_strdup_printf (_ ("Attaching %s"), strrchr (name, '/') != NULL ? strrchr (name, '/') + 1 : name);
  self->task = accord_task_new (title);
  g_signal_connect_object (self->task, "notify::fraction", G_CALLBACK (on_fraction), self, 0);
  gtk_label_set_label (GTK_LABEL (self->what), title);
  accord_attach_async (self->workspace, next->file, next->preset, accord_task_report, self->task,
                       accord_task_get_cancellable (self->task), on_attached, g_object_ref (self));
  waiting_free (next);
}

static void
on_cancel (AccordDocumentsCard *self)
{
  if (self->task != NULL)
    accord_task_cancel (self->task);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AccordDocumentsCard) self = user_data;
  g_autoptr (GListModel) chosen = accord_choose_files_finish (result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (self->card != NULL)
    accord_documents_card_attach (self, files);
}

static void
on_add (AccordDocumentsCard *self)
{
  const AccordFileRequest request = {
    ACCORD_FILE_OPEN_SEVERAL, _ ("Attach documents"), _ ("_Attach"), NULL, NULL, NULL
  };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  accord_choose_files_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, NULL, on_chosen,
                             g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, AccordDocumentsCard *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (accord_workspace_get_read_only (self->workspace) || self->kind == NULL)
    return FALSE;
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  accord_documents_card_attach (self, files);
  return TRUE;
}

static AccordRecord *
document_of (AccordDocumentsCard *self, GtkWidget *button)
{
  return self->documents->pdata[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "accord-index"))];
}

static void
on_open (GtkWidget *button, AccordDocumentsCard *self)
{
  say (self, NULL);
  accord_document_open (GTK_WIDGET (self), self->workspace, document_of (self, button), on_done,
                        g_object_ref (self));
}

static void
on_save (GtkWidget *button, AccordDocumentsCard *self)
{
  say (self, NULL);
  accord_document_save_copy (GTK_WIDGET (self), self->workspace, document_of (self, button), on_done,
                             g_object_ref (self));
}

static void
on_details (GtkWidget *button, AccordDocumentsCard *self)
{
  accord_go_to_record (GTK_WIDGET (self), "document", accord_record_get_id (document_of (self, button)));
}

static void
accord_documents_card_dispose (GObject *object)
{
  AccordDocumentsCard *self = ACCORD_DOCUMENTS_CARD (object);

  on_cancel (self);
  g_queue_clear_full (&self->waiting, waiting_free);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_documents_card_parent_class)->dispose (object);
}

static void
accord_documents_card_finalize (GObject *object)
{
  AccordDocumentsCard *self = ACCORD_DOCUMENTS_CARD (object);

  g_free (self->kind);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (accord_documents_card_parent_class)->finalize (object);
}

static void
accord_documents_card_class_init (AccordDocumentsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_documents_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_documents_card_finalize;

  /**
   * AccordDocumentsCard::idle:
   *
   * A file was taken in, or was not; the next may come.
   */
  signals[IDLE] = g_signal_new ("idle", ACCORD_TYPE_DOCUMENTS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_working (AccordDocumentsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = accord_page_button (_ ("_Cancel"));

  self->what = accord_page_label (NULL, "second-line");
  gtk_label_set_ellipsize (GTK_LABEL (self->what), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_wrap (GTK_LABEL (self->what), FALSE);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress"),
                                  -1);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (on_cancel), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->what);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_widget_add_css_class (box, "card-note");
  gtk_widget_hide (box);
  return box;
}

static void
accord_documents_card_init (AccordDocumentsCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *head;

  g_queue_init (&self->waiting);
  self->card = accord_page_card (&head, _ ("Documents"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->add = accord_page_icon_button ("list-add-symbolic", _ ("Attach documents"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add);
  self->notice = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (self->notice, "error");
  gtk_widget_hide (self->notice);
  gtk_box_append (GTK_BOX (self->card), self->notice);
  self->working = make_working (self);
  gtk_box_append (GTK_BOX (self->card), self->working);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->empty = accord_page_label (
      _ ("No documents are attached. Drop files here: they are kept in the workspace, each once."),
      "second-line");
  gtk_widget_add_css_class (self->empty, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->empty);
  g_signal_connect (self, "idle", G_CALLBACK (attach_next), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * accord_documents_card_new:
 * @workspace: where documents are kept
 *
 * Returns: (transfer floating): a card without documents
 */
GtkWidget *
accord_documents_card_new (AccordWorkspace *workspace)
{
  AccordDocumentsCard *self = g_object_new (ACCORD_TYPE_DOCUMENTS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/**
 * accord_documents_card_set_subject:
 * @self: a card
 * @kind: the name of a kind that a document has a reference to, by its name
 * @id: a record of it
 *
 * Says which record files that are taken in belong to.
 */
void
accord_documents_card_set_subject (AccordDocumentsCard *self, const char *kind, gint64 id)
{
  g_return_if_fail (ACCORD_IS_DOCUMENTS_CARD (self));

  if (id != self->id || g_strcmp0 (kind, self->kind) != 0)
    say (self, NULL);
  g_free (self->kind);
  self->kind = g_strdup (kind);
  self->id = id;
}

static GtkWidget *
make_button (AccordDocumentsCard *self, guint index, const char *icon_name, const char *label,
             GCallback pressed)
{
  GtkWidget *button = accord_page_icon_button (icon_name, label);

  g_object_set_data (G_OBJECT (button), "accord-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", pressed, self, 0);
  return button;
}

static GtkWidget *
make_line (AccordDocumentsCard *self, guint index, const char *title, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = g_strdup_printf (_ ("Open %s, %s"), title, words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-line");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "accord-document-symbolic", "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), accord_page_label (title, "first-line"));
  gtk_box_append (GTK_BOX (text), accord_page_label (words, "second-line"));
  gtk_box_append (GTK_BOX (content), text);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "accord-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_open), self, 0);
  return button;
}

static GtkWidget *
make_row (AccordDocumentsCard *self, guint index)
{
  AccordRecord *document = self->documents->pdata[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *title = accord_record_dup_title (document);
  g_autofree char *words = accord_document_dup_words (document);
  g_autofree char *save = g_strdup_printf (_ ("Save a copy of %s"), title);
  g_autofree char *details = g_strdup_printf (_ ("Details of %s"), title);

  gtk_widget_add_css_class (box, "document");
  gtk_box_append (GTK_BOX (box), make_line (self, index, title, words));
  gtk_box_append (GTK_BOX (box),
                  make_button (self, index, "document-save-symbolic", save, G_CALLBACK (on_save)));
  gtk_box_append (GTK_BOX (box),
                  make_button (self, index, "go-next-symbolic", details, G_CALLBACK (on_details)));
  return box;
}

/**
 * accord_documents_card_show:
 * @self: a card
 * @documents: (element-type AccordRecord): the documents of its record
 *
 * Shows documents.
 */
void
accord_documents_card_show (AccordDocumentsCard *self, GPtrArray *documents)
{
  gboolean same;

  g_return_if_fail (ACCORD_IS_DOCUMENTS_CARD (self));

  same = self->documents != NULL && self->documents->len == documents->len;
  for (guint i = 0; same && i < documents->len; i++)
    same = accord_record_get_id (documents->pdata[i]) == accord_record_get_id (self->documents->pdata[i])
           && g_strcmp0 (accord_record_get_modified (documents->pdata[i]),
                         accord_record_get_modified (self->documents->pdata[i]))
                  == 0;
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (self->empty, documents->len == 0);
  g_ptr_array_ref (documents);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = documents;
  if (same)
    return;
  accord_page_empty_box (self->rows);
  for (guint i = 0; i < documents->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, i));
}

/**
 * accord_documents_card_show_one:
 * @self: a card
 * @documents: (element-type AccordRecord): one document
 *
 * Shows a document on its own page, where nothing is attached to it.
 */
void
accord_documents_card_show_one (AccordDocumentsCard *self, GPtrArray *documents)
{
  accord_documents_card_show (self, documents);
  gtk_widget_hide (self->add);
}

/**
 * accord_documents_card_attach:
 * @self: a card
 * @files: (element-type GFile): files
 *
 * Takes files in, one after the other, for the record of the card.
 */
void
accord_documents_card_attach (AccordDocumentsCard *self, GPtrArray *files)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "document");

  g_return_if_fail (ACCORD_IS_DOCUMENTS_CARD (self));

  say (self, NULL);
  for (guint i = 0; i < files->len; i++)
    {
      Waiting *waiting = g_new0 (Waiting, 1);

      waiting->file = g_object_ref (files->pdata[i]);
      waiting->preset = accord_record_new (kind);
      if (self->kind != NULL)
        accord_record_set_int (waiting->preset, self->kind, self->id);
      g_queue_push_tail (&self->waiting, waiting);
    }
  attach_next (self);
}

/**
 * accord_documents_read:
 * @reader: a reader
 * @kind: the name of a kind that a document has a reference to, by its name
 * @id: a record of it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): the documents of the record, by name; %NULL on
 * failure
 */
GPtrArray *
accord_documents_read (AccordReader *reader, const char *kind, gint64 id, GError **error)
{
  const AccordKind *document = accord_schema_find_kind (accord_reader_get_schema (reader), "document");
  g_autoptr (AccordQuery) query = accord_query_new (document);

  accord_query_add_number (query, accord_kind_find_field (document, kind), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (reader, query, error);
}
