/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-documents.h"

#include "attach.h"
#include "case/document-cache.h"
#include "case/document-open.h"
#include "case/document-words.h"
#include "form/drop-down-rows.h"
#include "form/page-parts.h"
#include "go.h"
#include "pdf/pdf-panel.h"
#include "room/room-go.h"
#include "room/room-marks.h"
#include "room/room-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The documents that came with the case, one at a time: a PDF to be read and marked here, anything else to be
 * opened with its own program. */
struct _AccordRoomDocuments
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *comment;
  GtkWidget *stack;
  GtkWidget *panel;
  GtkWidget *other;
  GtkWidget *empty;

  AccordWorkspace *workspace;
  AccordRoomData *data;
  gint64 document; /* the one that is shown */
  gint64 selected; /* the comment that is marked */
  GCancellable *fetching;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordRoomDocuments, accord_room_documents, GTK_TYPE_WIDGET)

static AccordRecord *
find_document (AccordRoomDocuments *self, gint64 id)
{
  for (guint i = 0; self->data != NULL && i < self->data->documents->len; i++)
    if (accord_record_get_id (self->data->documents->pdata[i]) == id)
      return self->data->documents->pdata[i];
  return NULL;
}

static gboolean
is_pdf (AccordRecord *document)
{
  const char *type = accord_record_get_text (document, "media-type");
  const char *name = accord_record_get_text (document, "file-name");
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return g_strcmp0 (type, "application/pdf") == 0 || (folded != NULL && g_str_has_suffix (folded, ".pdf"));
}

static AccordPdfView *
view_of (AccordRoomDocuments *self)
{
  return accord_pdf_panel_get_view (ACCORD_PDF_PANEL (self->panel));
}

/* --- Marks. */

static void
show_marks (AccordRoomDocuments *self)
{
  g_autoptr (GPtrArray) marks = accord_room_marks_new (self->data, self->document, self->selected);

  accord_pdf_view_set_marks (view_of (self), marks);
}

static void
on_mark (GtkWidget *view, const char *id, AccordRoomDocuments *self)
{
  accord_room_show_comment (GTK_WIDGET (self), g_ascii_strtoll (id, NULL, 10));
}

static void
begin_comment (AccordRoomDocuments *self, const AccordPdfPlace *place)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "document", g_variant_new_int64 (self->document));
  if (place != NULL)
    {
      g_autofree char *rectangles = accord_pdf_rectangles_to_text (place->rectangles);

      g_variant_builder_add (&builder, "{sv}", "page", g_variant_new_int64 ((gint64) place->page + 1));
      if (place->rectangles != NULL && place->rectangles->len > 0)
        g_variant_builder_add (&builder, "{sv}", "rectangles", g_variant_new_string (rectangles));
      if (place->quote != NULL && *place->quote != '\0')
        g_variant_builder_add (&builder, "{sv}", "quote", g_variant_new_string (place->quote));
    }
  accord_room_comment (GTK_WIDGET (self), g_variant_builder_end (&builder));
}

static void
on_requested (GtkWidget *view, const AccordPdfPlace *place, AccordRoomDocuments *self)
{
  begin_comment (self, place);
}

/* On the words that are selected, else on the page that is being read; on a document that is read elsewhere
 * as a whole. */
static void
on_comment (AccordRoomDocuments *self)
{
  AccordRecord *document = find_document (self, self->document);
  g_autoptr (AccordPdfPlace) place = NULL;

  if (document == NULL)
    return;
  if (is_pdf (document))
    {
      place = accord_pdf_view_dup_selection (view_of (self));
      if (place == NULL)
        place = accord_pdf_place_new (accord_pdf_view_get_page (view_of (self)));
    }
  begin_comment (self, place);
}

static gboolean
comment_here (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_comment (ACCORD_ROOM_DOCUMENTS (widget));
  return TRUE;
}

static gboolean
accord_room_documents_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (view_of (ACCORD_ROOM_DOCUMENTS (widget))));
}

/* --- The document itself. */

typedef struct
{
  AccordRoomDocuments *self;
  GFile *file;
} Fetching;

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Fetching *fetching = data;
  g_autoptr (AccordRoomDocuments) self = fetching->self;
  g_autoptr (GFile) file = fetching->file;
  g_autoptr (GError) error = NULL;

  if (!accord_extract_finish (ACCORD_WORKSPACE (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->box != NULL)
        accord_say_problem (GTK_WIDGET (self), error);
      return;
    }
  if (self->box != NULL)
    accord_pdf_panel_open (ACCORD_PDF_PANEL (self->panel), file);
}

static void
fetch (AccordRoomDocuments *self, AccordRecord *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      accord_document_cache_place (accord_record_get_text (document, "file-name"), &error);
  Fetching *fetching;

  if (file == NULL)
    {
      accord_say_problem (GTK_WIDGET (self), error);
      return;
    }
  self->fetching = g_cancellable_new ();
  fetching = g_new0 (Fetching, 1);
  fetching->self = g_object_ref (self);
  fetching->file = g_object_ref (file);
  accord_extract_async (self->workspace, accord_record_get_text (document, "digest"), file,
                        ACCORD_EXTRACT_READ_ONLY, self->fetching, on_fetched, fetching);
}

static void
show_other (AccordRoomDocuments *self, AccordRecord *document)
{
  g_autofree char *title = accord_record_dup_title (document);
  g_autofree char *words = accord_document_dup_words (document);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->other), escaped_title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->other), escaped);
}

static void
show_document (AccordRoomDocuments *self, gint64 id)
{
  AccordRecord *document = find_document (self, id);

  if (id == self->document || document == NULL)
    return;
  self->document = id;
  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  accord_pdf_panel_close (ACCORD_PDF_PANEL (self->panel));
  if (is_pdf (document))
    fetch (self, document);
  else
    show_other (self, document);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), is_pdf (document) ? self->panel : self->other);
  show_marks (self);
}

static void
on_choice (AccordRoomDocuments *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (!self->settling && self->data != NULL && selected < self->data->documents->len)
    show_document (self, accord_record_get_id (self->data->documents->pdata[selected]));
}

static void
on_done (const GError *error, gpointer data)
{
  g_autoptr (AccordRoomDocuments) self = data;

  if (error != NULL && self->box != NULL)
    accord_say_problem (GTK_WIDGET (self), error);
}

static void
on_open (AccordRoomDocuments *self)
{
  AccordRecord *document = find_document (self, self->document);

  if (document != NULL)
    accord_document_open (GTK_WIDGET (self), self->workspace, document, on_done, g_object_ref (self));
}

static void
on_save (AccordRoomDocuments *self)
{
  AccordRecord *document = find_document (self, self->document);

  if (document != NULL)
    accord_document_save_copy (GTK_WIDGET (self), self->workspace, document, on_done, g_object_ref (self));
}

static void
accord_room_documents_dispose (GObject *object)
{
  AccordRoomDocuments *self = ACCORD_ROOM_DOCUMENTS (object);

  g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->data, accord_room_data_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_room_documents_parent_class)->dispose (object);
}

static void
accord_room_documents_class_init (AccordRoomDocumentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_room_documents_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = accord_room_documents_grab_focus;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_m, GDK_CONTROL_MASK, comment_here, NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_documents_init (AccordRoomDocuments *self)
{
}

static GtkWidget *
make_other (AccordRoomDocuments *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open = accord_page_button (_ ("_Open"));
  GtkWidget *save = accord_page_button (_ ("_Save a copy…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accord-document-symbolic");
  g_signal_connect_object (open, "clicked", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), save);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  return page;
}

static void
name_choice (AccordRoomDocuments *self)
{
  AccordRecord *document = find_document (self, self->document);
  g_autofree char *title = document != NULL ? accord_record_dup_title (document) : g_strdup ("");
  /* Translators: the name of a document. */
  g_autofree char *name = g_strdup_printf (_ ("Document: %s"), title);

  accord_room_name_choice (self->choice, name);
  gtk_widget_set_tooltip_text (self->choice, title);
}

static GtkWidget *
make_head (AccordRoomDocuments *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->choice =
      gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  accord_drop_down_name_rows (self->choice);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->choice), TRUE);
  gtk_widget_set_hexpand (self->choice, TRUE);
  gtk_widget_add_css_class (self->choice, "room-choice");
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_choice), self, G_CONNECT_SWAPPED);
  self->comment = accord_room_comment_button_new (_ ("Comment on this page"));
  gtk_widget_set_valign (self->comment, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->comment, "clicked", G_CALLBACK (on_comment), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->choice);
  gtk_box_append (GTK_BOX (head), self->comment);
  gtk_widget_add_css_class (head, "pane-head");
  return head;
}

/**
 * accord_room_documents_new:
 * @workspace: a reading file
 *
 * Returns: (transfer floating): a pane without documents
 */
GtkWidget *
accord_room_documents_new (AccordWorkspace *workspace)
{
  AccordRoomDocuments *self = g_object_new (ACCORD_TYPE_ROOM_DOCUMENTS, NULL);
  gboolean writable = !accord_workspace_get_read_only (workspace);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  self->stack = gtk_stack_new ();
  self->panel = accord_pdf_panel_new ();
  self->other = make_other (self);
  self->empty = accord_page_label (_ ("No document came with this case."), "second-line");
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->panel);
  gtk_stack_add_child (GTK_STACK (self->stack), self->other);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_visible (self->comment, writable);
  accord_pdf_view_set_commentable (view_of (self), writable);
  g_signal_connect_object (view_of (self), "mark-activated", G_CALLBACK (on_mark), self, 0);
  g_signal_connect_object (view_of (self), "comment-requested", G_CALLBACK (on_requested), self, 0);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static gboolean
same_documents (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (accord_record_get_id (a->pdata[i]) != accord_record_get_id (b->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
show_choice (AccordRoomDocuments *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->data->documents->len; i++)
    {
      g_autofree char *title = accord_record_dup_title (self->data->documents->pdata[i]);

      gtk_string_list_append (names, title);
      if (accord_record_get_id (self->data->documents->pdata[i]) == self->document)
        selected = i;
    }
  self->settling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  self->settling = FALSE;
}

/* The first that can be read here. */
static void
show_first (AccordRoomDocuments *self)
{
  guint first = 0;

  while (first < self->data->documents->len && !is_pdf (self->data->documents->pdata[first]))
    first++;
  if (first == self->data->documents->len)
    first = 0;
  show_document (self, accord_record_get_id (self->data->documents->pdata[first]));
  self->settling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), first);
  self->settling = FALSE;
}

/**
 * accord_room_documents_show:
 * @self: the documents
 * @data: a reading
 * @selected: the comment that is marked, or 0
 *
 * Shows them, with a mark for each comment on the one in view. The page that is being read stays.
 */
void
accord_room_documents_show (AccordRoomDocuments *self, AccordRoomData *data, gint64 selected)
{
  g_autoptr (AccordRoomData) before = self->data;

  g_return_if_fail (ACCORD_IS_ROOM_DOCUMENTS (self));

  self->data = accord_room_data_ref (data);
  self->selected = selected;
  if (before == NULL || !same_documents (before->documents, data->documents))
    show_choice (self);
  if (find_document (self, self->document) == NULL && data->documents->len > 0)
    show_first (self);
  else
    show_marks (self);
  name_choice (self);
}

/**
 * accord_room_documents_show_place:
 * @self: the documents
 * @comment: a comment
 *
 * Shows the place in a document that the comment is on.
 *
 * Returns: whether it is here
 */
gboolean
accord_room_documents_show_place (AccordRoomDocuments *self, AccordRecord *comment)
{
  gint64 document = accord_record_get_int (comment, "document");
  g_autoptr (AccordPdfPlace) place = NULL;

  if (self->data == NULL || find_document (self, document) == NULL)
    return FALSE;
  for (guint i = 0; i < self->data->documents->len; i++)
    if (accord_record_get_id (self->data->documents->pdata[i]) == document)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), i);
  self->selected = accord_record_get_id (comment);
  show_marks (self);
  if (accord_record_get_int (comment, "page") > 0)
    {
      place = accord_room_place_new (comment);
      accord_pdf_view_go_to (view_of (self), place);
    }
  return TRUE;
}
