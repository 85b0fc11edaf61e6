/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-list.h"

#include "form/drop-down-rows.h"
#include "form/page-parts.h"
#include "room/comment-card.h"
#include "room/earlier-rounds.h"
#include "room/room-go.h"
#include "room/room-parts.h"

#include <glib/gi18n-lib.h>

/* So many at a time: nobody reads more at a glance, and a widget for each of thousands would be felt. */
#define AT_ONCE 60

/* All comments of a review, in the order of the places that they are on. */
struct _AccordCommentList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *add;
  GtkWidget *sort;
  GtkWidget *state;
  GtkWidget *filters;
  GtkWidget *scrolled;
  GtkWidget *cards;
  GtkWidget *more;
  GtkWidget *empty;
  GtkWidget *earlier;

  AccordWorkspace *workspace;
  AccordComments *comments;
  const AccordCba *cba;
  GHashTable *by_id; /* number of a comment → card; drafts without a number are in no table */
  gint64 selected;
  guint n_shown;
  guint later;
};

G_DEFINE_FINAL_TYPE (AccordCommentList, accord_comment_list, GTK_TYPE_WIDGET)

/* --- Which are shown. */

static gboolean
fits (AccordRecord *comment, const char *field, GtkWidget *choice)
{
  const AccordField *described = accord_kind_get_field (accord_record_get_kind (comment), field);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
         || g_strcmp0 (described->choices[selected - 1].value, accord_record_get_text (comment, field)) == 0;
}

static gboolean
is_wanted (AccordCommentList *self, const AccordCommentThread *thread)
{
  return accord_record_get_id (thread->record) == self->selected
         || (fits (thread->record, "sort", self->sort) && fits (thread->record, "state", self->state));
}

/* --- The cards. */

static AccordCommentCard *
find_card (AccordCommentList *self, gint64 id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (accord_comment_card_get_id (ACCORD_COMMENT_CARD (child)) == id)
      return ACCORD_COMMENT_CARD (child);
  return NULL;
}

static void
index_cards (AccordCommentList *self)
{
  g_hash_table_remove_all (self->by_id);
  for (GtkWidget *child = gtk_widget_get_first_child (self->cards); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gint64 id = accord_comment_card_get_id (ACCORD_COMMENT_CARD (child));

      if (id > 0)
        g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), child);
    }
}

static void
on_given_up (AccordCommentCard *card, AccordCommentList *self)
{
  /* One that was kept goes when its deletion is read. */
  if (accord_comment_card_get_id (card) == 0)
    gtk_box_remove (GTK_BOX (self->cards), GTK_WIDGET (card));
}

static GtkWidget *
add_card (AccordCommentList *self, GtkWidget *card, GtkWidget *after)
{
  g_signal_connect_object (card, "given-up", G_CALLBACK (on_given_up), self, 0);
  gtk_box_insert_child_after (GTK_BOX (self->cards), card, after);
  return card;
}

static void
remove_others (AccordCommentList *self, GHashTable *kept)
{
  GtkWidget *child = gtk_widget_get_first_child (self->cards);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!g_hash_table_contains (kept, child) && !accord_comment_card_is_draft (ACCORD_COMMENT_CARD (child)))
        gtk_box_remove (GTK_BOX (self->cards), child);
      child = next;
    }
}

static GtkWidget *
find_before (GtkWidget *card, GtkWidget *after)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (card);

  while (before != NULL && before != after && accord_comment_card_is_draft (ACCORD_COMMENT_CARD (before)))
    before = gtk_widget_get_prev_sibling (before);
  return before;
}

/* A card in which somebody writes stays where it is, whatever comes before it now, and others do not go past
 * it: it would leave one's sight. */
static void
place_card (AccordCommentList *self, GtkWidget *card, GtkWidget *after)
{
  if (find_before (card, after) != after && !accord_comment_card_is_draft (ACCORD_COMMENT_CARD (card)))
    gtk_box_reorder_child_after (GTK_BOX (self->cards), card, after);
}

static void
show_cards (AccordCommentList *self)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GtkWidget *after = NULL;
  guint n = 0, left = 0;

  index_cards (self);
  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->comments->threads->pdata[i];
      gint64 id = accord_record_get_id (thread->record);
      GtkWidget *card = g_hash_table_lookup (self->by_id, &id);

      if (card == NULL && (!is_wanted (self, thread) || n >= self->n_shown))
        {
          left += is_wanted (self, thread);
          continue;
        }
      if (!is_wanted (self, thread) && !accord_comment_card_is_draft (ACCORD_COMMENT_CARD (card)))
        continue;
      if (card == NULL)
        card = add_card (self, accord_comment_card_new (self->workspace), after);
      else
        place_card (self, card, after);
      accord_comment_card_show (ACCORD_COMMENT_CARD (card), thread, self->cba);
      accord_comment_card_set_selected (ACCORD_COMMENT_CARD (card), id == self->selected);
      g_hash_table_add (kept, card);
      after = card;
      n++;
    }
  remove_others (self, kept);
  gtk_widget_set_visible (self->more, left > 0);
  if (left > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("Show %u more", "Show %u more", left), left);

      gtk_button_set_label (GTK_BUTTON (self->more), words);
    }
}

static void
show_count (AccordCommentList *self)
{
  g_autofree char *count = accord_comments_dup_count (self->comments);
  gboolean some = self->comments->threads->len > 0;

  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, some);
  gtk_widget_set_visible (self->filters, some);
}

static void
show_empty (AccordCommentList *self)
{
  gboolean none = gtk_widget_get_first_child (self->cards) == NULL;

  gtk_label_set_label (GTK_LABEL (self->empty), self->comments->threads->len > 0
                                                    ? _ ("No comment is of this sort and state.")
                                                    : _ ("Nothing has been said in this review yet. Use the "
                                                         "comment button beside a section or a figure, or "
                                                         "select words in the text or on a page."));
  gtk_widget_set_visible (self->empty, none);
}

static void
refresh (AccordCommentList *self)
{
  if (self->comments == NULL)
    return;
  show_cards (self);
  show_count (self);
  show_empty (self);
}

static void
on_filter (AccordCommentList *self)
{
  self->n_shown = AT_ONCE;
  refresh (self);
}

static void
on_more (AccordCommentList *self)
{
  self->n_shown += AT_ONCE;
  refresh (self);
}

static void
on_add (GtkWidget *button)
{
  accord_room_comment_on (button, NULL, NULL, NULL);
}

static void
accord_comment_list_dispose (GObject *object)
{
  AccordCommentList *self = ACCORD_COMMENT_LIST (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);

  G_OBJECT_CLASS (accord_comment_list_parent_class)->dispose (object);
}

static void
accord_comment_list_class_init (AccordCommentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_comment_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "commentlist");
}

static void
accord_comment_list_init (AccordCommentList *self)
{
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->n_shown = AT_ONCE;
}

static void
on_chosen (GtkWidget *choice, GParamSpec *pspec, const char *what)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice));
  /* Translators: what a list is narrowed by, then to what. */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), what, item != NULL ? gtk_string_object_get_string (item) : "");

  accord_room_name_choice (choice, name);
}

static GtkWidget *
make_choice (AccordCommentList *self, const char *field, const char *all)
{
  const AccordField *described = accord_kind_get_field (
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "comment"), field);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GtkWidget *choice;

  g_ptr_array_add (words, (gpointer) all);
  for (guint i = 0; described->choices[i].value != NULL; i++)
    g_ptr_array_add (words, (gpointer) _ (described->choices[i].label));
  g_ptr_array_add (words, NULL);
  choice = gtk_drop_down_new_from_strings ((const char *const *) words->pdata);
  accord_drop_down_name_rows (choice);
  g_signal_connect (choice, "notify::selected-item", G_CALLBACK (on_chosen), (gpointer) _ (described->label));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
  on_chosen (choice, NULL, _ (described->label));
  return choice;
}

static GtkWidget *
make_head (AccordCommentList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Comments"));

  gtk_widget_add_css_class (title, "section-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->add = accord_page_icon_button ("list-add-symbolic", _ ("Comment on the case as a whole"));
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (self->workspace));
  g_signal_connect (self->add, "clicked", G_CALLBACK (on_add), NULL);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), self->add);
  gtk_box_append (GTK_BOX (head), line);
  self->count = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (head), self->count);
  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->sort = make_choice (self, "sort", _ ("All sorts"));
  self->state = make_choice (self, "state", _ ("All states"));
  gtk_widget_set_hexpand (self->sort, TRUE);
  gtk_widget_set_hexpand (self->state, TRUE);
  gtk_box_append (GTK_BOX (self->filters), self->sort);
  gtk_box_append (GTK_BOX (self->filters), self->state);
  gtk_box_append (GTK_BOX (head), self->filters);
  gtk_widget_add_css_class (head, "pane-head");
  return head;
}

static GtkWidget *
make_body (AccordCommentList *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->scrolled = gtk_scrolled_window_new ();
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->more = gtk_button_new ();
  self->empty = accord_page_label (NULL, "second-line");
  gtk_widget_hide (self->more);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (body, "pane-body");
  gtk_box_append (GTK_BOX (body), self->empty);
  gtk_box_append (GTK_BOX (body), self->cards);
  gtk_box_append (GTK_BOX (body), self->more);
  self->earlier = accord_earlier_rounds_new (self->workspace);
  gtk_box_append (GTK_BOX (body), self->earlier);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), body);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  return self->scrolled;
}

/**
 * accord_comment_list_new:
 * @workspace: where comments are kept
 *
 * Returns: (transfer floating): a list without comments
 */
GtkWidget *
accord_comment_list_new (AccordWorkspace *workspace)
{
  AccordCommentList *self = g_object_new (ACCORD_TYPE_COMMENT_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), make_body (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * accord_comment_list_show:
 * @self: a list
 * @comments: what was said
 * @earlier: (element-type AccordEarlierRound): what was said in reviews before this one
 * @cba: (nullable): the case's analysis; it must last until the next is shown
 *
 * Shows it. What a person is typing stays, where it is.
 */
void
accord_comment_list_show (AccordCommentList *self, AccordComments *comments, GPtrArray *earlier,
                          const AccordCba *cba)
{
  g_return_if_fail (ACCORD_IS_COMMENT_LIST (self));

  accord_comments_ref (comments);
  g_clear_pointer (&self->comments, accord_comments_unref);
  self->comments = comments;
  self->cba = cba;
  refresh (self);
  accord_earlier_rounds_show (ACCORD_EARLIER_ROUNDS (self->earlier), earlier, cba);
}

static gboolean
on_later (gpointer data)
{
  AccordCommentList *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  AccordCommentCard *card = find_card (self, self->selected);
  double x, y;

  self->later = 0;
  if (card != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (card), gtk_widget_get_first_child (self->scrolled), 0,
                                           0, &x, &y))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - 12);
  return G_SOURCE_REMOVE;
}

/* Once it has been laid out. */
static void
scroll_later (AccordCommentList *self)
{
  if (self->later == 0)
    self->later = g_timeout_add (60, on_later, self);
}

/**
 * accord_comment_list_begin:
 * @self: a list
 * @comment: a new comment without words
 * @place: what it is on
 *
 * Gives the person the pen for it, at the top of the list; it takes its place among the others once it is
 * written.
 */
void
accord_comment_list_begin (AccordCommentList *self, AccordRecord *comment, const char *place)
{
  GtkWidget *card;

  g_return_if_fail (ACCORD_IS_COMMENT_LIST (self));

  card = add_card (self, accord_comment_card_new_draft (self->workspace, comment, place), NULL);
  gtk_widget_hide (self->empty);
  self->selected = 0;
  scroll_later (self);
  accord_comment_card_edit (ACCORD_COMMENT_CARD (card));
}

/**
 * accord_comment_list_reply:
 * @self: a list
 * @comment: a comment
 * @author: (nullable): who replies
 * @today: today as an ISO date
 *
 * Gives the person the pen for a reply to it.
 */
void
accord_comment_list_reply (AccordCommentList *self, gint64 comment, const char *author, const char *today)
{
  AccordCommentCard *card = find_card (self, comment);

  if (card != NULL)
    accord_comment_card_reply (card, author, today);
}

/**
 * accord_comment_list_select:
 * @self: a list
 * @comment: a comment
 *
 * Marks it and brings it into view, also one that is filtered away.
 */
void
accord_comment_list_select (AccordCommentList *self, gint64 comment)
{
  g_return_if_fail (ACCORD_IS_COMMENT_LIST (self));

  self->selected = comment;
  while (self->comments != NULL && self->n_shown < self->comments->threads->len
         && find_card (self, comment) == NULL)
    {
      self->n_shown += AT_ONCE;
      refresh (self);
    }
  refresh (self);
  scroll_later (self);
}

/**
 * accord_comment_list_get_selected:
 * @self: a list
 *
 * Returns: the comment that is marked, or 0
 */
gint64
accord_comment_list_get_selected (AccordCommentList *self)
{
  return self->selected;
}
