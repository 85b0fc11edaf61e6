/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../form/form-fixture.h"

#include "form/detail-page.h"
#include "query.h"

typedef struct
{
  FormFixture *fixture;
  const char *text;
  gint64 comment;
  AccordRecord *reply;
} Wanted;

static gpointer
read_replies (AccordReader *reader, gpointer data, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "comment");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "reply-to"), ACCORD_OPERATOR_EQUAL,
                           *(gint64 *) data);
  return accord_reader_list (reader, query, error);
}

static gboolean
has_reply (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) replies =
      accord_workspace_read (wanted->fixture->workspace, read_replies, &wanted->comment, NULL, &error);

  g_assert_no_error (error);
  if (replies->len == 0)
    return FALSE;
  g_set_object (&wanted->reply, replies->pdata[0]);
  return g_strcmp0 (accord_record_get_text (wanted->reply, "text"), wanted->text) == 0;
}

static guint
count_shown (GtkWidget *within, const char *tooltip)
{
  guint n = gtk_widget_get_mapped (within) && g_strcmp0 (gtk_widget_get_tooltip_text (within), tooltip) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_shown (child, tooltip);
  return n;
}

static gint64
add_comment (FormFixture *self)
{
  gint64 business_case = form_fixture_add (self, "case", "Neighbourhood teams");
  gint64 partner = form_fixture_add (self, "organisation", "Acute trust");
  g_autoptr (AccordRecord) review = accord_record_new (form_fixture_kind (self, "review"));
  g_autoptr (AccordRecord) comment = accord_record_new (form_fixture_kind (self, "comment"));
  gint64 id;

  form_fixture_set (self, "case", business_case, "owner", "Director of Integration");
  accord_record_fill_in (review);
  accord_record_set_int (review, "case", business_case);
  accord_record_set_int (review, "organisation", partner);
  accord_record_set_text (review, "who", "Acute trust");
  id = form_fixture_save (self, review);
  accord_record_fill_in (comment);
  accord_record_set_text (comment, "text", "The year is 2016/17.");
  accord_record_set_text (comment, "sort", "correction");
  accord_record_set_text (comment, "author", "Chief Finance Officer");
  accord_record_set_text (comment, "section", "strategic");
  accord_record_set_int (comment, "case", business_case);
  accord_record_set_int (comment, "review", id);
  return form_fixture_save (self, comment);
}

/* The page says who said it, and of what; what is answered there is kept under the name of the case's owner.
 */
static void
test_answer (FormFixture *self, gconstpointer data)
{
  gint64 comment = add_comment (self);
  GtkWidget *page = accord_detail_page_new (self->workspace), *view;
  Wanted wanted = { self, "It is mended.", comment, NULL };

  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "comment"), comment);
  form_fixture_await (page, "Acute trust, on Neighbourhood teams");
  form_fixture_await (page, "Strategic case");
  form_fixture_await (page, "nobody has replied yet");
  g_assert_cmpuint (count_shown (page, "Delete"), ==, 0);

  g_assert_true (gtk_widget_activate_action (ui_find_mapped (page, g_type_from_name ("AccordCommentCard")),
                                             "room.reply", "x", comment));
  view = ui_find_mapped (page, GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), wanted.text, -1);
  g_assert_true (ui_wait_until (has_reply, &wanted));
  g_assert_cmpstr (accord_record_get_text (wanted.reply, "author"), ==, "Director of Integration");
  form_fixture_await (page, "1 reply");
  g_signal_emit_by_name (ui_find_mapped (page, g_type_from_name ("AccordCommentEditor")), "done");

  /* Our own words may be changed, those of the partner not. */
  g_assert_cmpuint (count_shown (page, "Delete"), ==, 1);
  g_clear_object (&wanted.reply);
}

/* A partner's reply is theirs too; what it is a reply to is on its own page. */
static void
test_reply_of_theirs (FormFixture *self, gconstpointer data)
{
  gint64 comment = add_comment (self), id;
  g_autoptr (AccordRecord) parent = form_fixture_get (self, "comment", comment);
  g_autoptr (AccordRecord) reply = accord_record_new (form_fixture_kind (self, "comment"));
  GtkWidget *page = accord_detail_page_new (self->workspace);

  accord_record_fill_in (reply);
  accord_record_set_text (reply, "text", "Thank you.");
  accord_record_set_text (reply, "author", "Chief Finance Officer");
  accord_record_set_int (reply, "reply-to", comment);
  accord_record_set_int (reply, "case", accord_record_get_int (parent, "case"));
  accord_record_set_int (reply, "review", accord_record_get_int (parent, "review"));
  id = form_fixture_save (self, reply);
  form_fixture_present (self, page);
  accord_detail_page_show (ACCORD_DETAIL_PAGE (page), form_fixture_kind (self, "comment"), id);
  form_fixture_await (page, "The year is 2016/17.");
  form_fixture_await (page, "Thank you.");
  g_assert_cmpuint (count_shown (page, "Delete"), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);

  form_fixture_add_test ("/ui/room/comment-page/answer", test_answer);
  form_fixture_add_test ("/ui/room/comment-page/reply-of-theirs", test_reply_of_theirs);

  return g_test_run ();
}
