/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-editor.h"

#include "form/page-parts.h"
#include "room/room-parts.h"

#include <glib/gi18n-lib.h>

#define N_SORTS 4
#define LEAST_HEIGHT 76

/* A comment or a reply while it is being written. It is kept as it is typed; “Done” only puts the pen down.
 */
struct _AccordCommentEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *sorts[N_SORTS];
  GtkWidget *view;
  GtkWidget *note;
  GtkWidget *done;

  AccordAutosave *autosave;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordCommentEditor, accord_comment_editor, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_text (AccordRecord *comment)
{
  const char *text = accord_record_get_text (comment, "text");
  g_autofree char *bare = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return bare != NULL && *bare != '\0';
}

static char *
dup_typed (AccordCommentEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_typed (AccordCommentEditor *self)
{
  g_autofree char *text = NULL;

  if (self->settling)
    return;
  text = dup_typed (self);
  accord_autosave_put_text (self->autosave, "text", text);
  gtk_label_set_label (GTK_LABEL (self->note),
                       has_text (accord_autosave_get_record (self->autosave)) ? _ ("Writing…") : "");
  gtk_widget_remove_css_class (self->note, "error");
}

static void
on_sort (GtkToggleButton *button, AccordCommentEditor *self)
{
  const AccordField *field =
      accord_kind_get_field (accord_record_get_kind (accord_autosave_get_record (self->autosave)), "sort");

  if (self->settling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_SORTS; i++)
    if (self->sorts[i] == GTK_WIDGET (button))
      accord_autosave_put_text (self->autosave, "sort", field->choices[i].value);
  accord_autosave_flush (self->autosave);
}

static void
on_kept (AccordCommentEditor *self)
{
  if (!accord_autosave_get_waiting (self->autosave))
    gtk_label_set_label (GTK_LABEL (self->note), _ ("Kept"));
}

static void
on_refused (AccordAutosave *autosave, const char *message, AccordCommentEditor *self)
{
  gtk_label_set_label (GTK_LABEL (self->note), message);
  gtk_widget_add_css_class (self->note, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                  -1);
}

static void
on_done (AccordCommentEditor *self)
{
  accord_autosave_flush (self->autosave);
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_done (ACCORD_COMMENT_EDITOR (widget));
  return TRUE;
}

static void
accord_comment_editor_unmap (GtkWidget *widget)
{
  accord_autosave_flush (ACCORD_COMMENT_EDITOR (widget)->autosave);
  GTK_WIDGET_CLASS (accord_comment_editor_parent_class)->unmap (widget);
}

static void
accord_comment_editor_dispose (GObject *object)
{
  AccordCommentEditor *self = ACCORD_COMMENT_EDITOR (object);

  if (self->autosave != NULL)
    accord_autosave_flush (self->autosave);
  g_clear_object (&self->autosave);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_comment_editor_parent_class)->dispose (object);
}

static void
accord_comment_editor_class_init (AccordCommentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_comment_editor_dispose;
  widget_class->unmap = accord_comment_editor_unmap;

  /**
   * AccordCommentEditor::done:
   *
   * The person has done with it, for now.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_COMMENT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_key, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "commenteditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
accord_comment_editor_init (AccordCommentEditor *self)
{
}

/* They wrap where there is little room. */
static GtkWidget *
make_sorts (AccordCommentEditor *self)
{
  const AccordField *field =
      accord_kind_get_field (accord_record_get_kind (accord_autosave_get_record (self->autosave)), "sort");
  const char *sort = accord_record_get_text (accord_autosave_get_record (self->autosave), "sort");
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), N_SORTS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 6);
  gtk_widget_add_css_class (box, "states");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  for (guint i = 0; i < N_SORTS; i++)
    {
      self->sorts[i] = accord_room_sort_button_new (field->choices[i].value, _ (field->choices[i].label));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->sorts[i]), GTK_TOGGLE_BUTTON (self->sorts[0]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sorts[i]),
                                    g_strcmp0 (sort, field->choices[i].value) == 0);
      g_signal_connect_object (self->sorts[i], "toggled", G_CALLBACK (on_sort), self, 0);
      gtk_flow_box_append (GTK_FLOW_BOX (box), self->sorts[i]);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->sorts[i]), FALSE);
    }
  return box;
}

static GtkWidget *
make_view (AccordCommentEditor *self, const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (accord_autosave_flush), self->autosave,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_add_css_class (scrolled, "entry-frame");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 4 * LEAST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  return scrolled;
}

static GtkWidget *
make_foot (AccordCommentEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->note = accord_page_label (NULL, "second-line");
  gtk_widget_set_hexpand (self->note, TRUE);
  self->done = accord_page_button (_ ("_Done"));
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->done);
  return box;
}

static void
load (AccordCommentEditor *self)
{
  AccordRecord *record = accord_autosave_get_record (self->autosave);
  const char *text = accord_record_get_text (record, "text");

  self->settling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text != NULL ? text : "",
                            -1);
  for (guint i = 0; i < N_SORTS && self->sorts[i] != NULL; i++)
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (self->sorts[i]),
        g_strcmp0 (accord_record_get_text (record, "sort"),
                   accord_kind_get_field (accord_record_get_kind (record), "sort")->choices[i].value)
            == 0);
  self->settling = FALSE;
}

/**
 * accord_comment_editor_new:
 * @workspace: where it is kept
 * @comment: the comment, or a new one; a reply is of no sort of its own
 * @name: what is being written, for a screen reader
 *
 * Returns: (transfer floating): an editor that keeps what is typed
 */
GtkWidget *
accord_comment_editor_new (AccordWorkspace *workspace, AccordRecord *comment, const char *name)
{
  AccordCommentEditor *self = g_object_new (ACCORD_TYPE_COMMENT_EDITOR, NULL);

  self->autosave = accord_autosave_new (workspace, comment, _ ("Write a comment"), has_text);
  g_signal_connect_object (self->autosave, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autosave, "refused", G_CALLBACK (on_refused), self, 0);
  self->settling = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  if (accord_record_get_int (comment, "reply-to") <= 0)
    gtk_box_append (GTK_BOX (self->box), make_sorts (self));
  gtk_box_append (GTK_BOX (self->box), make_view (self, name));
  gtk_box_append (GTK_BOX (self->box), make_foot (self));
  load (self);
  return GTK_WIDGET (self);
}

/**
 * accord_comment_editor_get_autosave:
 * @self: an editor
 *
 * Returns: (transfer none): what keeps its comment
 */
AccordAutosave *
accord_comment_editor_get_autosave (AccordCommentEditor *self)
{
  g_return_val_if_fail (ACCORD_IS_COMMENT_EDITOR (self), NULL);

  return self->autosave;
}

/**
 * accord_comment_editor_follow:
 * @self: an editor
 * @comment: its comment as it was read last
 *
 * Shows what an undo or another window made of the comment, unless something typed waits to be kept.
 */
void
accord_comment_editor_follow (AccordCommentEditor *self, AccordRecord *comment)
{
  g_return_if_fail (ACCORD_IS_COMMENT_EDITOR (self));

  if (accord_autosave_follow (self->autosave, comment))
    {
      g_autofree char *typed = dup_typed (self);

      if (g_strcmp0 (typed, accord_record_get_text (comment, "text")) != 0)
        load (self);
    }
}

/**
 * accord_comment_editor_is_empty:
 * @self: an editor
 *
 * Returns: whether nothing is written in it
 */
gboolean
accord_comment_editor_is_empty (AccordCommentEditor *self)
{
  return !has_text (accord_autosave_get_record (self->autosave));
}

void
accord_comment_editor_focus (AccordCommentEditor *self)
{
  gtk_widget_grab_focus (self->view);
}
