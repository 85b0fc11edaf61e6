/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-card-private.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "room/comment-said.h"
#include "room/room-go.h"
#include "room/room-parts.h"
#include "room/what-if-table.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define QUOTE_LINES 3

G_DEFINE_FINAL_TYPE (AccordCommentCard, accord_comment_card, GTK_TYPE_WIDGET)

enum
{
  GIVEN_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_place (AccordCommentCard *self)
{
  accord_room_show_place (GTK_WIDGET (self), accord_comment_card_get_id (self));
}

static void
on_reply (AccordCommentCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "room.reply", "x", accord_comment_card_get_id (self));
}

static void
on_tried (AccordCommentCard *self)
{
  accord_room_try (GTK_WIDGET (self), accord_comment_card_get_id (self), NULL);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCommentCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_save_finish (ACCORD_WORKSPACE (source), result, &error);

  if (error != NULL && self->box != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

static void
on_state (GSimpleAction *action, GVariant *value, AccordCommentCard *self)
{
  g_autoptr (AccordRecord) changed = NULL;

  if (accord_comment_card_get_id (self) == 0)
    return;
  changed = accord_record_copy (self->comment);
  accord_record_set_text (changed, "state", g_variant_get_string (value, NULL));
  accord_workspace_save_async (self->workspace, changed, NULL, on_saved, g_object_ref (self));
}

/* --- What is shown. */

static void
show_state (AccordCommentCard *self)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (self->comment), "state");
  const char *kept = accord_record_get_text (self->comment, "state");
  /* Who reads only wants to know whether there is an answer, also where nobody has marked it. */
  const char *state = self->fixed && self->answered && g_strcmp0 (kept, "open") == 0 ? "answered" : kept;
  const char *label = accord_field_choice_label (field, state);
  static const AccordStatus closed = { "accord-status-accepted-symbolic", "unknown" };
  const AccordStatus *status = accord_status_find (field, state);
  /* Translators: a comment is open, answered or closed. */
  g_autofree char *name = g_strdup_printf (_ ("State: %s"), label != NULL ? _ (label) : _ ("not known"));

  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), status != NULL ? status : &closed,
                           label != NULL ? _ (label) : _ ("not known"));
  accord_room_name_choice (self->state, name);
  if (state != NULL)
    g_simple_action_set_state (self->choose, g_variant_new_string (state));
}

static void
show_sort (AccordCommentCard *self)
{
  accord_page_empty_box (self->sort);
  gtk_box_append (GTK_BOX (self->sort), accord_room_sort_new (self->comment));
}

static void
show_tried (AccordCommentCard *self, const AccordCba *cba)
{
  const char *json = accord_record_get_text (self->comment, "what-if");
  GtkWidget *again;

  if (g_strcmp0 (json, self->what_if) == 0)
    return;
  g_free (self->what_if);
  self->what_if = g_strdup (json);
  accord_page_empty_box (self->tried);
  gtk_widget_set_visible (self->tried, json != NULL);
  if (json == NULL)
    return;
  if (!accord_what_if_fill (self->tried, json, cba))
    return;
  again = accord_page_button (_ ("_Try it again"));
  gtk_widget_set_halign (again, GTK_ALIGN_START);
  gtk_widget_set_visible (again, cba != NULL && !self->fixed);
  g_signal_connect_object (again, "clicked", G_CALLBACK (on_tried), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->tried), again);
}

static void
show_head (AccordCommentCard *self, const char *place)
{
  const char *quote = accord_record_get_text (self->comment, "quote");
  g_autofree char *quoted = quote != NULL ? g_strdup_printf ("“%s”", quote) : NULL;
  /* Translators: what a comment is on. */
  g_autofree char *name = g_strdup_printf (_ ("Go to %s"), place);

  gtk_label_set_label (GTK_LABEL (self->place_label), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (self->place, place);
  gtk_label_set_label (GTK_LABEL (self->quote), quoted != NULL ? quoted : "");
  gtk_widget_set_tooltip_text (self->quote, quote);
  gtk_widget_set_visible (self->quote, quote != NULL);
}

static void
accord_comment_card_dispose (GObject *object)
{
  AccordCommentCard *self = ACCORD_COMMENT_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->comment);
  g_clear_object (&self->choose);
  g_clear_pointer (&self->what_if, g_free);
  g_clear_pointer (&self->voice, g_free);

  G_OBJECT_CLASS (accord_comment_card_parent_class)->dispose (object);
}

static void
accord_comment_card_class_init (AccordCommentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_comment_card_dispose;

  /**
   * AccordCommentCard::given-up:
   *
   * A comment that was begun here has no words, and is none.
   */
  signals[GIVEN_UP] = g_signal_new ("given-up", ACCORD_TYPE_COMMENT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "commentcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_head (AccordCommentCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GMenu) states = g_menu_new ();

  g_menu_append (states, _ ("Open"), "thread.state::open");
  g_menu_append (states, _ ("Answered"), "thread.state::answered");
  g_menu_append (states, _ ("Closed"), "thread.state::closed");
  self->place = gtk_button_new ();
  self->place_label = accord_page_label (NULL, NULL);
  gtk_label_set_lines (GTK_LABEL (self->place_label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->place_label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (self->place), self->place_label);
  gtk_widget_add_css_class (self->place, "flat");
  gtk_widget_add_css_class (self->place, "comment-place");
  gtk_widget_set_hexpand (self->place, TRUE);
  g_signal_connect_object (self->place, "clicked", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  self->pill = accord_status_pill_new ();
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (self->pill));
  self->state = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->state), self->pill);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->state), G_MENU_MODEL (states));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->state), FALSE);
  gtk_widget_add_css_class (self->state, "comment-state");
  gtk_widget_set_valign (self->place, GTK_ALIGN_START);
  gtk_widget_set_valign (self->state, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->state);
  return box;
}

static void
on_said_closed (GtkWidget *said, gboolean empty, AccordCommentCard *self)
{
  if (empty)
    g_signal_emit (self, signals[GIVEN_UP], 0);
  gtk_widget_show (self->sort);
}

static void
fill_box (AccordCommentCard *self)
{
  gboolean writable = !accord_workspace_get_read_only (self->workspace);

  gtk_box_append (GTK_BOX (self->box), make_head (self));
  self->sort = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->sort);
  self->quote = accord_page_label (NULL, "comment-quote");
  gtk_label_set_lines (GTK_LABEL (self->quote), QUOTE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->quote), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), self->quote);
  self->said = accord_comment_said_new (self->workspace, self->comment);
  g_signal_connect_object (self->said, "closed", G_CALLBACK (on_said_closed), self, 0);
  gtk_box_append (GTK_BOX (self->box), self->said);
  self->tried = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->tried, "comment-tried");
  gtk_widget_hide (self->tried);
  gtk_box_append (GTK_BOX (self->box), self->tried);
  self->replies = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->replies);
  self->reply = accord_page_button (_ ("_Reply"));
  gtk_widget_add_css_class (self->reply, "flat");
  gtk_widget_add_css_class (self->reply, "comment-reply");
  gtk_widget_set_visible (self->reply, writable);
  gtk_widget_set_sensitive (self->state, writable);
  g_signal_connect_object (self->reply, "clicked", G_CALLBACK (on_reply), self, G_CONNECT_SWAPPED);
  accord_comment_card_place_reply (self);
}

static void
accord_comment_card_init (AccordCommentCard *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->choose = g_simple_action_new_stateful ("state", G_VARIANT_TYPE_STRING, g_variant_new_string ("open"));
  g_signal_connect_object (self->choose, "change-state", G_CALLBACK (on_state), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->choose));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "thread", G_ACTION_GROUP (group));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * accord_comment_card_new:
 * @workspace: where comments are kept
 *
 * Returns: (transfer floating): a card without a comment
 */
GtkWidget *
accord_comment_card_new (AccordWorkspace *workspace)
{
  AccordCommentCard *self = g_object_new (ACCORD_TYPE_COMMENT_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->comment =
      accord_record_new (accord_schema_find_kind (accord_workspace_get_schema (workspace), "comment"));
  fill_box (self);
  return GTK_WIDGET (self);
}

/**
 * accord_comment_card_new_draft:
 * @workspace: where comments are kept
 * @comment: a comment without words yet
 * @place: what it is on
 *
 * Returns: (transfer floating): a card in which it is written
 */
GtkWidget *
accord_comment_card_new_draft (AccordWorkspace *workspace, AccordRecord *comment, const char *place)
{
  AccordCommentCard *self = g_object_new (ACCORD_TYPE_COMMENT_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  self->comment = g_object_ref (comment);
  fill_box (self);
  show_head (self, place);
  show_state (self);
  show_tried (self, NULL);
  gtk_widget_hide (self->sort);
  gtk_widget_hide (self->reply);
  return GTK_WIDGET (self);
}

/**
 * accord_comment_card_show:
 * @self: a card
 * @thread: a comment with its replies
 * @cba: (nullable): the case's analysis
 *
 * Shows them. What a person is typing stays.
 */
void
accord_comment_card_show (AccordCommentCard *self, const AccordCommentThread *thread, const AccordCba *cba)
{
  g_return_if_fail (ACCORD_IS_COMMENT_CARD (self));

  g_set_object (&self->comment, thread->record);
  self->answered = thread->answered;
  show_head (self, thread->place);
  show_state (self);
  show_sort (self);
  show_tried (self, cba);
  accord_comment_said_set_fixed (ACCORD_COMMENT_SAID (self->said),
                                 !accord_comment_card_is_ours (self, thread->record));
  accord_comment_said_show (ACCORD_COMMENT_SAID (self->said), thread->record);
  gtk_widget_set_visible (self->sort, !accord_comment_said_is_editing (ACCORD_COMMENT_SAID (self->said)));
  gtk_widget_set_visible (self->reply, !self->fixed && !accord_workspace_get_read_only (self->workspace));
  accord_comment_card_show_replies (self, thread);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, thread->place, -1);
}

/**
 * accord_comment_card_set_voice:
 * @self: a card
 * @voice: who writes here
 *
 * Lets nobody change but what @voice is the author of: the words of partners are theirs. Said before anything
 * is shown; a card that is not told lets everything be changed.
 */
void
accord_comment_card_set_voice (AccordCommentCard *self, const char *voice)
{
  g_return_if_fail (ACCORD_IS_COMMENT_CARD (self));

  if (self->voice == voice)
    return;
  g_free (self->voice);
  self->voice = g_strdup (voice);
}

/**
 * accord_comment_card_set_fixed:
 * @self: a card
 *
 * Has it only read: there is nothing to change, to reply to or to try again. Said before anything is shown.
 */
void
accord_comment_card_set_fixed (AccordCommentCard *self)
{
  g_return_if_fail (ACCORD_IS_COMMENT_CARD (self));

  self->fixed = TRUE;
  gtk_widget_set_sensitive (self->state, FALSE);
}

/**
 * accord_comment_card_get_id:
 * @self: a card
 *
 * Returns: the comment's number; 0 until it is kept
 */
gint64
accord_comment_card_get_id (AccordCommentCard *self)
{
  return accord_comment_said_get_id (ACCORD_COMMENT_SAID (self->said));
}

/**
 * accord_comment_card_is_draft:
 * @self: a card
 *
 * Returns: whether a person is writing in it
 */
gboolean
accord_comment_card_is_draft (AccordCommentCard *self)
{
  if (accord_comment_said_is_editing (ACCORD_COMMENT_SAID (self->said)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (self->replies); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (accord_comment_said_is_editing (ACCORD_COMMENT_SAID (child)))
      return TRUE;
  return FALSE;
}

void
accord_comment_card_set_selected (AccordCommentCard *self, gboolean selected)
{
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
}

/**
 * accord_comment_card_edit:
 * @self: a card
 *
 * Gives the person the pen.
 */
void
accord_comment_card_edit (AccordCommentCard *self)
{
  g_return_if_fail (ACCORD_IS_COMMENT_CARD (self));

  gtk_widget_hide (self->sort);
  accord_comment_said_edit (ACCORD_COMMENT_SAID (self->said));
}
