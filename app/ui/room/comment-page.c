/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/comment-page.h"

#include "comments-export.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "go.h"
#include "room/comment-card.h"
#include "room/room-write.h"
#include "today.h"

#include <glib/gi18n-lib.h>

/* What a partner said of a case, in the commissioner's own workspace: with all that was said to it since, and
 * a pen to answer. */
typedef struct
{
  AccordComments *comments;
  gint64 comment;
  char *voice; /* who answers from here: the case's owner, else its organisation */
} Talk;

#define ACCORD_TYPE_COMMENT_PAGE (accord_comment_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommentPage, accord_comment_page, ACCORD, COMMENT_PAGE, GtkWidget)

struct _AccordCommentPage
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *who;
  GtkWidget *body;
  GtkWidget *talk;

  AccordWorkspace *workspace;
  AccordComments *comments;
  char *voice;
  gint64 root;
};

G_DEFINE_FINAL_TYPE (AccordCommentPage, accord_comment_page, GTK_TYPE_WIDGET)

/* --- What is read. */

static void
talk_free (gpointer data)
{
  Talk *self = data;

  g_clear_pointer (&self->comments, accord_comments_unref);
  g_free (self->voice);
  g_free (self);
}

static char *
dup_voice (AccordReader *reader, gint64 business_case)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, business_case, NULL);
  const char *owner = record != NULL ? accord_record_get_text (record, "owner") : NULL;

  if (record == NULL || owner != NULL)
    return g_strdup (owner);
  return g_strdup (accord_record_get_reference_title (record, "organisation"));
}

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "comment");
  g_autoptr (AccordRecord) comment = accord_reader_get (reader, kind, id, error);
  AccordComments *comments;
  Talk *self;

  if (comment == NULL)
    return NULL;
  comments = accord_comments_read (reader, accord_record_get_int (comment, "case"), 0, error);
  if (comments == NULL)
    return NULL;
  self = g_new0 (Talk, 1);
  self->comments = comments;
  self->comment = id;
  self->voice = dup_voice (reader, accord_record_get_int (comment, "case"));
  return self;
}

/* --- What is done with it. */

static const AccordCommentThread *
find_thread (AccordCommentPage *self, gint64 comment)
{
  return self->comments != NULL ? accord_comments_find (self->comments, comment) : NULL;
}

static void
on_reply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCommentPage *self = ACCORD_COMMENT_PAGE (widget);
  g_autofree char *today = accord_today_dup ();

  if (self->talk != NULL)
    accord_comment_card_reply (ACCORD_COMMENT_CARD (self->talk), self->voice, today);
}

static void
on_show_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AccordCommentThread *thread =
      find_thread (ACCORD_COMMENT_PAGE (widget), g_variant_get_int64 (parameter));
  const char *kind;

  if (thread == NULL)
    return;
  kind = thread->on == ACCORD_COMMENT_ON_DOCUMENT ? "document" : "case";
  accord_go_to_record (widget, kind, accord_record_get_int (thread->record, kind));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordCommentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordChange) change = accord_workspace_write_finish (ACCORD_WORKSPACE (source), result, &error);

  if (error != NULL && self->card != NULL)
    accord_say_problem (GTK_WIDGET (self), error);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordCommentPage *self = ACCORD_COMMENT_PAGE (widget);
  gint64 comment = g_variant_get_int64 (parameter);

  accord_workspace_write_async (self->workspace, _ ("Delete a comment"), accord_room_delete_write,
                                accord_room_list_deleted (find_thread (self, comment), comment),
                                (GDestroyNotify) g_array_unref, NULL, on_written, g_object_ref (self));
}

/* --- The page. */

static void
accord_comment_page_dispose (GObject *object)
{
  AccordCommentPage *self = ACCORD_COMMENT_PAGE (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_clear_pointer (&self->voice, g_free);

  G_OBJECT_CLASS (accord_comment_page_parent_class)->dispose (object);
}

static void
accord_comment_page_class_init (AccordCommentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_comment_page_dispose;
  gtk_widget_class_install_action (widget_class, "room.reply", "x", on_reply);
  gtk_widget_class_install_action (widget_class, "room.show-place", "x", on_show_place);
  gtk_widget_class_install_action (widget_class, "room.delete", "x", on_delete);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
accord_comment_page_init (AccordCommentPage *self)
{
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  AccordCommentPage *self = g_object_new (ACCORD_TYPE_COMMENT_PAGE, NULL);
  GtkWidget *head;

  self->workspace = g_object_ref (workspace);
  self->card = accord_page_card (&head, _ ("What was said"));
  self->who = accord_page_label (NULL, "second-line");
  gtk_widget_add_css_class (self->who, "card-note");
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->who);
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
show_who (AccordCommentPage *self, const AccordCommentThread *thread)
{
  const char *business_case = accord_record_get_reference_title (thread->record, "case");
  g_autofree char *words = NULL;

  if (thread->who != NULL && business_case != NULL)
    /* Translators: a partner, and the business case that they have read. */
    words = g_strdup_printf (_ ("%s, on %s"), thread->who, business_case);
  else
    words = g_strdup (thread->who != NULL ? thread->who : business_case);
  gtk_label_set_label (GTK_LABEL (self->who), words != NULL ? words : "");
}

/* A card in which somebody writes is never taken from under their pen: the same conversation keeps its card.
 */
static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  AccordCommentPage *self = ACCORD_COMMENT_PAGE (cards);
  const Talk *talk = data;
  const AccordCommentThread *thread = accord_comments_find (talk->comments, talk->comment);
  gint64 root = thread != NULL ? accord_record_get_id (thread->record) : 0;

  accord_comments_ref (talk->comments);
  g_clear_pointer (&self->comments, accord_comments_unref);
  self->comments = talk->comments;
  g_free (self->voice);
  self->voice = g_strdup (talk->voice);
  gtk_widget_set_visible (cards, thread != NULL);
  if (root != self->root)
    {
      accord_page_empty_box (self->body);
      self->talk = NULL;
    }
  self->root = root;
  if (thread == NULL)
    return;
  if (self->talk == NULL)
    {
      self->talk = accord_comment_card_new (self->workspace);
      gtk_box_append (GTK_BOX (self->body), self->talk);
    }
  accord_comment_card_set_voice (ACCORD_COMMENT_CARD (self->talk), self->voice != NULL ? self->voice : "");
  accord_comment_card_show (ACCORD_COMMENT_CARD (self->talk), thread, NULL);
  show_who (self, thread);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  const Talk *talk = data;
  const AccordCommentThread *thread =
      talk != NULL ? accord_comments_find (talk->comments, talk->comment) : NULL;
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *sort = accord_comments_export_dup_label (record, "sort");
  g_autofree char *state = accord_comments_export_dup_label (record, "state");
  g_autofree char *said = accord_comment_dup_said (record), *replies = NULL;
  guint n = thread != NULL ? thread->replies->len : 0;

  if (thread != NULL)
    replies = n > 0 ? g_strdup_printf (ngettext ("%u reply", "%u replies", n), n)
                    : g_strdup (_ ("nobody has replied yet"));
  g_ptr_array_add (figures,
                   accord_form_figure_new (
                       _ ("Said by"), thread != NULL ? accord_comments_export_get_who (thread) : NULL, said));
  g_ptr_array_add (figures, accord_form_figure_new (_ ("Sort"), sort, thread != NULL ? thread->place : NULL));
  g_ptr_array_add (figures, accord_form_figure_new (_ ("State"), state, replies));
  return figures;
}

static const char *const depends[] = {
  "comment", "review", "case", "option", "document", "organisation", NULL
};

static const char *const groups[] = { "comment/reply-to", NULL };

/* A comment and the conversation that it began. */
const AccordPageKind accord_comment_page_kind = {
  .kind = "comment",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = talk_free,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
