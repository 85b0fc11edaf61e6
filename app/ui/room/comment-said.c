/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-said.h"

#include "date.h"
#include "form/page-parts.h"
#include "room/comment-editor.h"
#include "room/room-go.h"

#include <glib/gi18n-lib.h>

/* What somebody said: words to read, or the pen. */
struct _AccordCommentSaid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *text;
  GtkWidget *foot;
  GtkWidget *meta;
  GtkWidget *tools;
  GtkWidget *editor;

  AccordWorkspace *workspace;
  AccordRecord *comment;
  gboolean fixed;
};

G_DEFINE_FINAL_TYPE (AccordCommentSaid, accord_comment_said, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_meta (AccordRecord *comment)
{
  const char *author = accord_record_get_text (comment, "author");
  const char *written = accord_record_get_text (comment, "written");
  g_autofree char *date = written != NULL ? accord_date_format (written) : NULL;

  if (author != NULL && date != NULL)
    return g_strdup_printf ("%s · %s", author, date);
  return g_strdup (author != NULL ? author : date != NULL ? date : "");
}

static void
show_words (AccordCommentSaid *self)
{
  const char *text = accord_record_get_text (self->comment, "text");
  g_autofree char *meta = dup_meta (self->comment);

  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_label_set_label (GTK_LABEL (self->meta), meta);
  gtk_widget_set_visible (self->meta, *meta != '\0');
}

static void
show_state (AccordCommentSaid *self)
{
  gtk_widget_set_visible (self->box, self->editor == NULL);
  gtk_widget_set_visible (self->foot, !accord_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (self->tools, !self->fixed);
}

/* What was emptied is taken away; what was never kept goes by itself. */
static void
on_done (AccordCommentSaid *self)
{
  AccordAutosave *autosave = accord_comment_editor_get_autosave (ACCORD_COMMENT_EDITOR (self->editor));
  gboolean empty = accord_comment_editor_is_empty (ACCORD_COMMENT_EDITOR (self->editor));
  gint64 id = accord_autosave_get_id (autosave);

  g_set_object (&self->comment, accord_autosave_get_record (autosave));
  if (empty)
    accord_autosave_let_go (autosave);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  show_words (self);
  show_state (self);
  if (empty && id > 0)
    accord_room_delete (GTK_WIDGET (self), id);
  g_signal_emit (self, signals[CLOSED], 0, empty);
}

static void
on_delete (AccordCommentSaid *self)
{
  accord_room_delete (GTK_WIDGET (self), accord_comment_said_get_id (self));
}

static void
accord_comment_said_dispose (GObject *object)
{
  AccordCommentSaid *self = ACCORD_COMMENT_SAID (object);

  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->comment);

  G_OBJECT_CLASS (accord_comment_said_parent_class)->dispose (object);
}

static void
accord_comment_said_class_init (AccordCommentSaidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_comment_said_dispose;

  /**
   * AccordCommentSaid::closed:
   * @empty: whether there is nothing to read
   *
   * The person has put the pen down.
   */
  signals[CLOSED] = g_signal_new ("closed", ACCORD_TYPE_COMMENT_SAID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "commentsaid");
}

static GtkWidget *
make_tool (AccordCommentSaid *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = accord_page_icon_button (icon, name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
accord_comment_said_init (AccordCommentSaid *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->text = accord_page_label (NULL, NULL);
  gtk_label_set_selectable (GTK_LABEL (self->text), TRUE);
  gtk_widget_set_focusable (self->text, FALSE);
  self->meta = accord_page_label (NULL, "second-line");
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (self->tools, TRUE);
  gtk_widget_set_halign (self->tools, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->tools), make_tool (self, "document-edit-symbolic", _ ("Edit"),
                                                    G_CALLBACK (accord_comment_said_edit)));
  gtk_box_append (GTK_BOX (self->tools),
                  make_tool (self, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (on_delete)));
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->foot), self->tools);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->meta);
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_comment_said_new:
 * @workspace: where it is kept
 * @comment: a comment or a reply, perhaps a new one
 *
 * Returns: (transfer floating): what it says
 */
GtkWidget *
accord_comment_said_new (AccordWorkspace *workspace, AccordRecord *comment)
{
  AccordCommentSaid *self = g_object_new (ACCORD_TYPE_COMMENT_SAID, NULL);

  self->workspace = g_object_ref (workspace);
  self->comment = g_object_ref (comment);
  show_words (self);
  show_state (self);
  return GTK_WIDGET (self);
}

/**
 * accord_comment_said_show:
 * @self: what was said
 * @comment: the same as it was read last
 *
 * Shows it. What a person is typing stays.
 */
void
accord_comment_said_show (AccordCommentSaid *self, AccordRecord *comment)
{
  g_return_if_fail (ACCORD_IS_COMMENT_SAID (self));

  g_set_object (&self->comment, comment);
  if (self->editor != NULL)
    accord_comment_editor_follow (ACCORD_COMMENT_EDITOR (self->editor), comment);
  else
    show_words (self);
}

/**
 * accord_comment_said_set_fixed:
 * @self: what was said
 * @fixed: whether it is only read here
 *
 * Lets it be changed here, as at the beginning, or not.
 */
void
accord_comment_said_set_fixed (AccordCommentSaid *self, gboolean fixed)
{
  g_return_if_fail (ACCORD_IS_COMMENT_SAID (self));

  self->fixed = fixed;
  show_state (self);
}

/**
 * accord_comment_said_get_id:
 * @self: what was said
 *
 * Returns: the record's number; 0 until it is kept
 */
gint64
accord_comment_said_get_id (AccordCommentSaid *self)
{
  if (self->editor != NULL)
    return accord_autosave_get_id (accord_comment_editor_get_autosave (ACCORD_COMMENT_EDITOR (self->editor)));
  return MAX (accord_record_get_id (self->comment), 0);
}

/**
 * accord_comment_said_take_button:
 * @self: what was said
 * @button: a button, perhaps taken from elsewhere
 *
 * Puts @button at the beginning of the line below what was said, before the pen.
 */
void
accord_comment_said_take_button (AccordCommentSaid *self, GtkWidget *button)
{
  GtkWidget *from = gtk_widget_get_parent (button);

  if (from == self->foot)
    return;
  g_object_ref (button);
  if (from != NULL)
    gtk_box_remove (GTK_BOX (from), button);
  gtk_box_prepend (GTK_BOX (self->foot), button);
  g_object_unref (button);
}

gboolean
accord_comment_said_is_editing (AccordCommentSaid *self)
{
  return self->editor != NULL;
}

/**
 * accord_comment_said_edit:
 * @self: what was said
 *
 * Gives the person the pen.
 */
void
accord_comment_said_edit (AccordCommentSaid *self)
{
  g_return_if_fail (ACCORD_IS_COMMENT_SAID (self));

  if (self->editor == NULL)
    {
      self->editor = accord_comment_editor_new (
          self->workspace, self->comment,
          accord_record_get_int (self->comment, "reply-to") > 0 ? _ ("Reply") : _ ("Comment"));
      g_signal_connect_object (self->editor, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
      show_state (self);
    }
  accord_comment_editor_focus (ACCORD_COMMENT_EDITOR (self->editor));
}
