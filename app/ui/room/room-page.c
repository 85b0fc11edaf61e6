/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-page.h"

#include "go.h"
#include "page/place-view.h"
#include "room/comment-list.h"
#include "room/return-window.h"
#include "room/room-case.h"
#include "room/room-documents.h"
#include "room/room-go.h"
#include "room/room-head.h"
#include "room/room-panes.h"
#include "room/room-write.h"
#include "room/what-if-window.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* The reading room: a case as it was sent, its documents, and what the reviewer says of both. */
struct _AccordRoomPage
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *head;
  GtkWidget *panes;
  GtkWidget *reading;
  GtkWidget *documents;
  GtkWidget *comments;
  GtkWidget *what_if;

  AccordWorkspace *workspace;
  AccordRoomData *data;
  gint64 tried; /* the comment whose assumptions are being tried, or 0 */
  guint option; /* the option that they are tried on */
  char *about;  /* the uid of the comment or the option that they are tried for */
  char *kept;   /* what was tried last; %NULL while only the file knows it */
};

G_DEFINE_FINAL_TYPE (AccordRoomPage, accord_room_page, GTK_TYPE_WIDGET)

/* --- What is shown. */

static gpointer
read_room (AccordReader *reader, gpointer data, GError **error)
{
  AccordRoomData *room = accord_room_data_read (reader, error);

  if (room == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("This workspace holds no case that was sent for review."));
  return room;
}

static gboolean
show_room (GtkWidget *page, gpointer answer)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (page);
  g_autoptr (AccordRoomData) before = self->data;
  g_autofree char *today = accord_today_dup ();
  gint64 selected = accord_comment_list_get_selected (ACCORD_COMMENT_LIST (self->comments));

  self->data = answer;
  accord_room_head_show (ACCORD_ROOM_HEAD (self->head), self->data, today);
  accord_room_case_show (ACCORD_ROOM_CASE (self->reading), self->data, today);
  accord_room_panes_set_documents (ACCORD_ROOM_PANES (self->panes), self->data->documents->len > 0);
  accord_room_documents_show (ACCORD_ROOM_DOCUMENTS (self->documents), self->data, selected);
  accord_comment_list_show (ACCORD_COMMENT_LIST (self->comments), self->data->comments, self->data->earlier,
                            self->data->appraisal->cba);
  gtk_widget_action_set_enabled (page, "room.return", !accord_workspace_get_read_only (self->workspace));
  return TRUE;
}

static const char *const kinds[] = { "case",    "option",   "appraisal", "cost",         "outcome",
                                     "gain",    "scenario", "caveat",    "endorsement",  "answer",
                                     "comment", "review",   "document",  "organisation", NULL };

static const AccordPlaceKind place = {
  .kinds = kinds,
  .daily = TRUE,
  .read = read_room,
  .free = (GDestroyNotify) accord_room_data_unref,
  .show = show_room,
  .icon_name = "accord-review-symbolic",
  .error = N_ ("The review cannot be read"),
};

/* --- Comments. */

static void
comment_on (AccordRoomPage *self, GVariant *fields)
{
  g_autofree char *today = accord_today_dup ();
  g_autoptr (AccordRecord) comment = NULL;
  g_autofree char *words = NULL;

  if (self->data == NULL || accord_workspace_get_read_only (self->workspace))
    return;
  comment = accord_room_comment_new (self->workspace, self->data, fields, today);
  words = accord_room_comment_dup_place (self->data, comment);
  accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_COMMENTS);
  accord_comment_list_begin (ACCORD_COMMENT_LIST (self->comments), comment, words);
}

static void
on_comment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comment_on (ACCORD_ROOM_PAGE (widget), parameter);
}

static void
on_show_comment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  gint64 comment = g_variant_get_int64 (parameter);

  accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_COMMENTS);
  accord_comment_list_select (ACCORD_COMMENT_LIST (self->comments), comment);
  if (self->data != NULL)
    accord_room_documents_show (ACCORD_ROOM_DOCUMENTS (self->documents), self->data, comment);
}

static void
on_show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  gint64 comment = g_variant_get_int64 (parameter);
  const AccordCommentThread *thread =
      self->data != NULL ? accord_comments_find (self->data->comments, comment) : NULL;

  if (self->data != NULL && thread == NULL)
    thread = accord_earlier_rounds_find (self->data->earlier, comment);
  if (thread == NULL)
    return;
  if (thread->on == ACCORD_COMMENT_ON_DOCUMENT)
    {
      accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_DOCUMENTS);
      if (!accord_room_documents_show_place (ACCORD_ROOM_DOCUMENTS (self->documents), thread->record))
        accord_say (widget, _ ("The document that it is on is not here."));
      return;
    }
  accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_CASE);
  if (!accord_room_case_show_place (ACCORD_ROOM_CASE (self->reading), thread->record))
    accord_say (widget, _ ("What it is on is not in this version of the case."));
}

static void
on_reply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  g_autofree char *today = accord_today_dup ();

  if (self->data != NULL)
    accord_comment_list_reply (ACCORD_COMMENT_LIST (self->comments), g_variant_get_int64 (parameter),
                               accord_record_get_text (self->data->review, "reviewer"), today);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordRoomPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (error != NULL && self->view != NULL)
    accord_say_problem (GTK_WIDGET (self), error);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  gint64 comment = g_variant_get_int64 (parameter);
  const AccordCommentThread *thread =
      self->data != NULL ? accord_comments_find (self->data->comments, comment) : NULL;

  accord_workspace_write_async (self->workspace, _ ("Delete a comment"), accord_room_delete_write,
                                accord_room_list_deleted (thread, comment), (GDestroyNotify) g_array_unref,
                                NULL, on_written, g_object_ref (self));
}

/* --- Answers to caveats. */

static AccordRecord *
find_own_caveat (AccordRoomPage *self, gint64 id)
{
  for (guint i = 0; self->data != NULL && i < self->data->own_caveats->len; i++)
    if (accord_record_get_id (self->data->own_caveats->pdata[i]) == id)
      return self->data->own_caveats->pdata[i];
  return NULL;
}

static void
on_settle_caveat (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  g_autofree char *today = accord_today_dup (), *label = NULL;
  AccordRecord *caveat;
  const char *state;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &state);
  caveat = find_own_caveat (self, id);
  if (caveat == NULL || accord_workspace_get_read_only (self->workspace))
    return;
  label = accord_caveat_dup_change_label (caveat, state);
  accord_workspace_write_async (self->workspace, label, accord_room_settle_write,
                                accord_room_settle_new (self->data, id, state, today),
                                accord_room_settle_free, NULL, on_written, g_object_ref (self));
}

/* --- Other assumptions. */

static void
on_tried (GtkWidget *window, const char *changes, AccordRoomPage *self)
{
  g_free (self->kept);
  self->kept = accord_room_tried_dup (self->about, changes);
  if (!accord_workspace_get_read_only (self->workspace))
    accord_workspace_write_async (self->workspace, _ ("Keep what was tried"), accord_room_tried_write,
                                  g_strdup (self->kept), g_free, NULL, on_written, g_object_ref (self));
}

static void
on_attached (GtkWidget *window, const char *json, AccordRoomPage *self)
{
  guint option = self->option;
  GVariantBuilder builder;

  on_tried (window, NULL, self);
  if (self->tried > 0)
    {
      accord_workspace_write_async (self->workspace, _ ("Attach other assumptions"), accord_room_attach_write,
                                    accord_room_attach_new (self->tried, json), accord_room_attach_free, NULL,
                                    on_written, g_object_ref (self));
      return;
    }
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "figure", g_variant_new_string ("npsv"));
  g_variant_builder_add (&builder, "{sv}", "what-if", g_variant_new_string (json));
  if (option < self->data->appraisal->options->len)
    g_variant_builder_add (
        &builder, "{sv}", "option",
        g_variant_new_int64 (accord_record_get_id (self->data->appraisal->options->pdata[option])));
  accord_room_comment (GTK_WIDGET (self), g_variant_builder_end (&builder));
}

/* That of the comment, else the one that is looked at. */
static guint
find_option (AccordRoomPage *self, const AccordCommentThread *thread)
{
  gint64 wanted = thread != NULL ? accord_record_get_int (thread->record, "option") : 0;
  GPtrArray *options = self->data->appraisal->options;

  for (guint i = 0; wanted > 0 && i < options->len && i < self->data->results->len; i++)
    if (accord_record_get_id (options->pdata[i]) == wanted && self->data->results->pdata[i] != NULL)
      return i;
  return accord_room_case_get_option (ACCORD_ROOM_CASE (self->reading));
}

static char *
dup_about (AccordRoomPage *self, const AccordCommentThread *thread)
{
  GPtrArray *options = self->data->appraisal->options;
  AccordRecord *record = thread != NULL                ? thread->record
                         : self->option < options->len ? options->pdata[self->option]
                                                       : NULL;

  return g_strdup (record != NULL ? accord_record_get_uid (record) : "");
}

static void
on_try (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const AccordCommentThread *thread;
  g_autofree char *changes = NULL;
  gint64 comment;

  g_variant_get (parameter, "(x&s)", &comment, NULL);
  if (self->data == NULL)
    return;
  thread = comment > 0 ? accord_comments_find (self->data->comments, comment) : NULL;
  self->option = find_option (self, thread);
  if (self->option == ACCORD_CBA_NONE)
    return;
  g_free (self->about);
  self->about = dup_about (self, thread);
  changes = accord_room_tried_dup_changes (self->kept != NULL ? self->kept : self->data->tried, self->about);
  if (changes == NULL && thread != NULL)
    changes = accord_room_dup_changes (thread->record);
  self->tried = comment;
  if (self->what_if != NULL)
    gtk_window_destroy (GTK_WINDOW (self->what_if));
  g_set_weak_pointer (&self->what_if,
                      accord_what_if_window_new (self->data, self->option, changes, comment > 0));
  g_signal_connect_object (self->what_if, "attached", G_CALLBACK (on_attached), self, 0);
  g_signal_connect_object (self->what_if, "tried", G_CALLBACK (on_tried), self, 0);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self->what_if), GTK_WINDOW (root));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->what_if), TRUE);
  gtk_window_present (GTK_WINDOW (self->what_if));
}

/* --- The rest. */

static void
on_checklist (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);

  accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_CASE);
  accord_room_case_show_checklist (ACCORD_ROOM_CASE (self->reading));
}

static void
on_comments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);

  accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_COMMENTS);
  gtk_widget_child_focus (self->comments, GTK_DIR_TAB_FORWARD);
}

/* Also from the sidebar, as long as the room is what is seen. */
static gboolean
step_pane (GtkWidget *widget, GVariant *arguments, gpointer by)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  accord_room_panes_step (ACCORD_ROOM_PANES (ACCORD_ROOM_PAGE (widget)->panes), GPOINTER_TO_INT (by));
  return TRUE;
}

/* What is within it hears the key first and knows what is meant more exactly. */
static gboolean
comment_on_case (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  accord_room_comment_on (widget, NULL, NULL, NULL);
  return TRUE;
}

/* What was typed is kept before anything is made of it. */
static void
on_return (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window;

  if (self->data == NULL)
    return;
  accord_room_case_flush (ACCORD_ROOM_CASE (self->reading));
  if (accord_record_get_text (self->data->review, "outcome") == NULL)
    {
      accord_room_panes_show (ACCORD_ROOM_PANES (self->panes), ACCORD_ROOM_PANE_CASE);
      accord_room_case_show_decision (ACCORD_ROOM_CASE (self->reading));
      accord_say (widget, _ ("Say what was decided first."));
      return;
    }
  window = accord_return_window_new (self->workspace, self->data);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

static void
accord_room_page_dispose (GObject *object)
{
  AccordRoomPage *self = ACCORD_ROOM_PAGE (object);

  g_clear_weak_pointer (&self->what_if);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->data, accord_room_data_unref);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->about, g_free);
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (accord_room_page_parent_class)->dispose (object);
}

static void
accord_room_page_class_init (AccordRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_room_page_dispose;
  gtk_widget_class_install_action (widget_class, "room.comment", "a{sv}", on_comment);
  gtk_widget_class_install_action (widget_class, "room.show-comment", "x", on_show_comment);
  gtk_widget_class_install_action (widget_class, "room.show-place", "x", on_show_place);
  gtk_widget_class_install_action (widget_class, "room.reply", "x", on_reply);
  gtk_widget_class_install_action (widget_class, "room.delete", "x", on_delete);
  gtk_widget_class_install_action (widget_class, "room.settle-caveat", "(xs)", on_settle_caveat);
  gtk_widget_class_install_action (widget_class, "room.try", "(xs)", on_try);
  gtk_widget_class_install_action (widget_class, "room.checklist", NULL, on_checklist);
  gtk_widget_class_install_action (widget_class, "room.comments", NULL, on_comments);
  gtk_widget_class_install_action (widget_class, "room.return", NULL, on_return);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, comment_on_case, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_room_page_init (AccordRoomPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const GdkModifierType modifiers[] = { 0, GDK_SHIFT_MASK };

  /* The divider between the panes has a meaning of its own for the key. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, modifiers[i]),
                          gtk_callback_action_new (step_pane, GINT_TO_POINTER (i == 0 ? 1 : -1), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * accord_room_page_new:
 * @workspace: a reading file
 *
 * Returns: (transfer floating): the reading room of it, which follows what is done in @workspace
 */
GtkWidget *
accord_room_page_new (AccordWorkspace *workspace)
{
  AccordRoomPage *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes[ACCORD_FOLD_N_PANES];

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_ROOM_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  self->head = accord_room_head_new ();
  panes[ACCORD_ROOM_PANE_CASE] = self->reading = accord_room_case_new (workspace);
  panes[ACCORD_ROOM_PANE_DOCUMENTS] = self->documents = accord_room_documents_new (workspace);
  panes[ACCORD_ROOM_PANE_COMMENTS] = self->comments = accord_comment_list_new (workspace);
  self->panes = accord_room_panes_new (panes);
  gtk_widget_set_vexpand (self->panes, TRUE);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->panes);
  self->view = accord_place_view_new (workspace, &place, GTK_WIDGET (self), box);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  accord_place_view_read (ACCORD_PLACE_VIEW (self->view));
  return GTK_WIDGET (self);
}
