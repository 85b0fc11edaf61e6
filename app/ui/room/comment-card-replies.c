/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-card-private.h"

#include "room/comment-said.h"

static AccordCommentSaid *
find_reply (AccordCommentCard *self, gint64 id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->replies); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (accord_comment_said_get_id (ACCORD_COMMENT_SAID (child)) == id)
      return ACCORD_COMMENT_SAID (child);
  return NULL;
}

static gboolean
has_reply (const AccordCommentThread *thread, gint64 id)
{
  for (guint i = 0; i < thread->replies->len; i++)
    if (accord_record_get_id (thread->replies->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

/**
 * accord_comment_card_place_reply:
 * @self: a card
 *
 * Puts the button where one replies: under what was said last.
 */
void
accord_comment_card_place_reply (AccordCommentCard *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->replies);

  accord_comment_said_take_button (ACCORD_COMMENT_SAID (last != NULL ? last : self->said), self->reply);
}

static void
remove_reply (AccordCommentCard *self, GtkWidget *said)
{
  accord_comment_said_take_button (ACCORD_COMMENT_SAID (self->said), self->reply);
  gtk_box_remove (GTK_BOX (self->replies), said);
}

static void
on_reply_closed (GtkWidget *said, gboolean empty, AccordCommentCard *self)
{
  if (empty && accord_comment_said_get_id (ACCORD_COMMENT_SAID (said)) == 0)
    {
      remove_reply (self, said);
      accord_comment_card_place_reply (self);
    }
}

/**
 * accord_comment_card_is_ours:
 * @self: a card
 * @comment: a comment or a reply
 *
 * Returns: whether it may be changed here: what somebody else said is theirs
 */
gboolean
accord_comment_card_is_ours (AccordCommentCard *self, AccordRecord *comment)
{
  if (self->fixed)
    return FALSE;
  return self->voice == NULL || accord_record_get_id (comment) <= 0
         || g_strcmp0 (self->voice, accord_record_get_text (comment, "author")) == 0;
}

static AccordCommentSaid *
add_reply (AccordCommentCard *self, AccordRecord *record)
{
  GtkWidget *said = accord_comment_said_new (self->workspace, record);

  gtk_widget_add_css_class (said, "reply");
  accord_comment_said_set_fixed (ACCORD_COMMENT_SAID (said), !accord_comment_card_is_ours (self, record));
  g_signal_connect_object (said, "closed", G_CALLBACK (on_reply_closed), self, 0);
  gtk_box_append (GTK_BOX (self->replies), said);
  return ACCORD_COMMENT_SAID (said);
}

/**
 * accord_comment_card_show_replies:
 * @self: a card
 * @thread: a comment with its replies
 *
 * Shows the replies as they are now. What a person is typing stays.
 */
void
accord_comment_card_show_replies (AccordCommentCard *self, const AccordCommentThread *thread)
{
  GtkWidget *child = gtk_widget_get_first_child (self->replies);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!accord_comment_said_is_editing (ACCORD_COMMENT_SAID (child))
          && !has_reply (thread, accord_comment_said_get_id (ACCORD_COMMENT_SAID (child))))
        remove_reply (self, child);
      child = next;
    }
  for (guint i = 0; i < thread->replies->len; i++)
    {
      AccordRecord *record = thread->replies->pdata[i];
      AccordCommentSaid *said = find_reply (self, accord_record_get_id (record));

      if (said != NULL)
        accord_comment_said_show (said, record);
      else
        add_reply (self, record);
    }
  accord_comment_card_place_reply (self);
}

/**
 * accord_comment_card_reply:
 * @self: a card
 * @author: (nullable): who replies
 * @today: today as an ISO date
 *
 * Begins a reply.
 */
void
accord_comment_card_reply (AccordCommentCard *self, const char *author, const char *today)
{
  g_autoptr (AccordRecord) reply = accord_record_new (accord_record_get_kind (self->comment));
  AccordCommentSaid *said;

  accord_record_fill_in (reply);
  accord_record_set_int (reply, "case", accord_record_get_int (self->comment, "case"));
  accord_record_set_int (reply, "review", accord_record_get_int (self->comment, "review"));
  accord_record_set_int (reply, "reply-to", accord_comment_card_get_id (self));
  accord_record_set_text (reply, "author", author);
  accord_record_set_text (reply, "written", today);
  said = add_reply (self, reply);
  accord_comment_card_place_reply (self);
  accord_comment_said_edit (said);
}
