/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "attach.h"
#include "comments.h"

#include <string.h>

typedef struct
{
  gint64 business_case;
  gint64 review;
} Whose;

static gpointer
read_comments (AccordReader *reader, gpointer data, GError **error)
{
  const Whose *whose = data;

  return accord_comments_read (reader, whose->business_case, whose->review, error);
}

static AccordComments *
comments_of (Fixture *fixture, gint64 business_case, gint64 review)
{
  Whose whose = { business_case, review };
  g_autoptr (GError) error = NULL;
  AccordComments *comments = accord_workspace_read (fixture->workspace, read_comments, &whose, NULL, &error);

  g_assert_no_error (error);
  return comments;
}

static gint64
add_case (Fixture *fixture)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");

  accord_record_set_text (record, "name", "Neighbourhood Model");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  accord_record_set_text (record, "economic", "# Appraisal\nFirst words, then second words.");
  return fixture_save (fixture, record);
}

static gint64
add_review (Fixture *fixture, gint64 business_case, const char *who)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "review");

  accord_record_fill_in (record);
  accord_record_set_text (record, "who", who);
  accord_record_set_int (record, "case", business_case);
  return fixture_save (fixture, record);
}

static gint64
add_document (Fixture *fixture, gint64 business_case, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordRecord) preset = fixture_new (fixture, "document");
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (g_file_set_contents (path, name, -1, NULL));
  accord_record_set_int (preset, "case", business_case);
  id = accord_attach (fixture->workspace, file, preset, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* Fields as "name=value", parted by bars; numbers are references or counts. */
static gint64
add_comment (Fixture *fixture, gint64 business_case, gint64 review, const char *text, const char *fields)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "comment");
  g_auto (GStrv) parts = g_strsplit (fields, "|", -1);

  accord_record_fill_in (record);
  accord_record_set_text (record, "text", text);
  accord_record_set_int (record, "case", business_case);
  if (review > 0)
    accord_record_set_int (record, "review", review);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *sign = strchr (parts[i], '=');
      g_autofree char *name = sign != NULL ? g_strndup (parts[i], sign - parts[i]) : NULL;

      if (name == NULL)
        continue;
      if (g_str_equal (name, "reply-to") || g_str_equal (name, "document") || g_str_equal (name, "page")
          || g_str_equal (name, "option"))
        accord_record_set_int (record, name, g_ascii_strtoll (sign + 1, NULL, 10));
      else
        accord_record_set_text (record, name, sign + 1);
    }
  return fixture_save (fixture, record);
}

static gint64
add_on_page (Fixture *fixture, gint64 business_case, gint64 document, int page, const char *rectangles,
             const char *text)
{
  g_autofree char *fields =
      g_strdup_printf ("document=%d|page=%d|rectangles=%s", (int) document, page, rectangles);

  return add_comment (fixture, business_case, 0, text, fields);
}

static void
assert_order (const AccordComments *comments, const char *const *texts)
{
  guint i;

  for (i = 0; texts[i] != NULL; i++)
    {
      const AccordCommentThread *thread;

      g_assert_cmpuint (i, <, comments->threads->len);
      thread = comments->threads->pdata[i];
      g_assert_cmpstr (accord_record_get_text (thread->record, "text"), ==, texts[i]);
    }
  g_assert_cmpuint (i, ==, comments->threads->len);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const order[] = {
    "on the whole", "on the summary", "first words",    "second words", "on the money",       "npsv",
    "ratio",        "top of page 2",  "foot of page 2", "page 10",      "the other document", NULL,
  };
  gint64 id = add_case (fixture);
  gint64 second = add_document (fixture, id, "B.pdf"), first = add_document (fixture, id, "A.pdf");
  g_autoptr (AccordComments) comments = NULL;

  add_on_page (fixture, id, second, 1, "1 1 2 2", "the other document");
  add_on_page (fixture, id, first, 10, "1 1 2 2", "page 10");
  add_on_page (fixture, id, first, 2, "10.00 700.00 50.00 712.00", "foot of page 2");
  add_on_page (fixture, id, first, 2, "10.00 90.50 50.00 102.00; 10.00 104.00 20.00 116.00", "top of page 2");
  add_comment (fixture, id, 0, "ratio", "figure=bcr");
  add_comment (fixture, id, 0, "npsv", "figure=npsv");
  add_comment (fixture, id, 0, "on the money", "section=financial/funding");
  add_comment (fixture, id, 0, "second words", "section=economic|quote=second words");
  add_comment (fixture, id, 0, "first words", "section=economic/appraisal|quote=First words");
  add_comment (fixture, id, 0, "on the summary", "section=summary");
  add_comment (fixture, id, 0, "on the whole", "");
  comments = comments_of (fixture, id, 0);
  assert_order (comments, order);
}

static void
assert_place (const AccordComments *comments, gint64 id, const char *words)
{
  const AccordCommentThread *thread = accord_comments_find (comments, id);

  g_assert_nonnull (thread);
  g_assert_cmpstr (thread->place, ==, words);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), council, option, net, alone, gone, page, strange;
  gint64 document = add_document (fixture, id, "Outline business case.pdf");
  g_autoptr (AccordRecord) record = fixture_new (fixture, "option"), organisation = NULL;
  g_autoptr (AccordComments) comments = NULL;
  g_autofree char *of = NULL, *fields = NULL;

  accord_record_set_text (record, "name", "Neighbourhood teams");
  accord_record_set_int (record, "case", id);
  option = fixture_save (fixture, record);
  council = fixture_add_named (fixture, "organisation", "Tameside Council");
  organisation = fixture_get (fixture, "organisation", council);
  of = g_strdup_printf ("figure=npsv|option=%d", (int) option);
  fields = g_strdup_printf ("figure=net:%s", accord_record_get_uid (organisation));
  alone = add_comment (fixture, id, 0, "a", of);
  net = add_comment (fixture, id, 0, "b", fields);
  gone = add_comment (fixture, id, 0, "c", "figure=net:nobody");
  strange = add_comment (fixture, id, 0, "d", "section=weather");
  page = add_on_page (fixture, id, document, 3, "1 1 2 2", "e");
  comments = comments_of (fixture, id, 0);
  assert_place (comments, alone, "NPSV of Neighbourhood teams");
  assert_place (comments, net, "Net position of Tameside Council");
  assert_place (comments, gone, "Net position of an organisation that is not here");
  assert_place (comments, strange, "Section “weather”");
  assert_place (comments, page, "Outline business case, page 3");
  g_free (of);
  of = accord_comment_dup_section_words ("economic/appraisal");
  g_assert_cmpstr (of, ==, "Economic case: Appraisal");
}

/* Replies stand with what they answer, however deep; one whose comment is gone stands for itself, and so does
 * each of a ring. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), root = add_comment (fixture, id, 0, "root", "written=2026-01-05");
  g_autofree char *to_root = g_strdup_printf ("reply-to=%d|written=2026-01-07", (int) root), *to_reply = NULL,
                  *to_gone = NULL, *earlier = g_strdup_printf ("reply-to=%d|written=2026-01-06", (int) root);
  gint64 reply = add_comment (fixture, id, 0, "reply", to_root), orphan, gone;
  g_autoptr (AccordComments) comments = NULL, ring = NULL;
  g_autoptr (AccordRecord) turned = NULL;
  const AccordCommentThread *thread;

  to_reply = g_strdup_printf ("reply-to=%d|written=2026-01-08", (int) reply);
  add_comment (fixture, id, 0, "reply to the reply", to_reply);
  add_comment (fixture, id, 0, "earlier", earlier);
  comments = comments_of (fixture, id, 0);
  g_assert_cmpuint (comments->threads->len, ==, 1);
  g_assert_cmpuint (comments->n_by_sort[0], ==, 1);
  thread = accord_comments_find (comments, reply);
  g_assert_cmpuint (thread->replies->len, ==, 3);
  g_assert_cmpstr (accord_record_get_text (thread->replies->pdata[0], "text"), ==, "earlier");
  g_assert_cmpstr (accord_record_get_text (thread->replies->pdata[2], "text"), ==, "reply to the reply");

  gone = add_comment (fixture, id, 0, "gone", "");
  to_gone = g_strdup_printf ("reply-to=%d", (int) gone);
  orphan = add_comment (fixture, id, 0, "orphan", to_gone);
  turned = fixture_get (fixture, "comment", root);
  accord_record_set_int (turned, "reply-to", reply);
  fixture_save (fixture, turned);
  ring = comments_of (fixture, id, 0);
  g_assert_nonnull (accord_comments_find (ring, root));
  g_assert_nonnull (accord_comments_find (ring, reply));
  g_assert_true (accord_comments_find (ring, orphan) == accord_comments_find (ring, gone));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), mine = add_review (fixture, id, "The trust"),
         theirs = add_review (fixture, id, "The alliance");
  g_autoptr (AccordComments) all = NULL, own = NULL, none = NULL;
  g_autofree char *words = NULL, *nothing = NULL;

  add_comment (fixture, id, mine, "a", "sort=caveat");
  add_comment (fixture, id, mine, "b", "sort=question|state=closed");
  add_comment (fixture, id, mine, "c", "sort=question");
  add_comment (fixture, id, theirs, "d", "sort=risk|state=answered");
  all = comments_of (fixture, id, 0);
  own = comments_of (fixture, id, mine);
  none = comments_of (fixture, add_case (fixture), 0);
  g_assert_cmpuint (all->threads->len, ==, 4);
  g_assert_cmpuint (own->threads->len, ==, 3);
  g_assert_cmpuint (own->n_by_state[0], ==, 2);
  g_assert_cmpuint (own->n_by_state[2], ==, 1);
  g_assert_cmpstr (((AccordCommentThread *) own->threads->pdata[0])->who, ==, "The trust");
  words = accord_comments_dup_count (own);
  g_assert_cmpstr (words, ==, "2 questions · 1 caveat");
  nothing = accord_comments_dup_count (none);
  g_assert_cmpstr (nothing, ==, "no comments yet");
}

/* Words that the case has no more are told as such; a reply says whose it is: one partner's reply to another
 * is theirs, and the case's own people are named by their post. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_case (fixture), review, root;
  g_autoptr (AccordRecord) record = fixture_new (fixture, "review");
  g_autoptr (AccordComments) comments = NULL;
  g_autofree char *theirs = NULL, *ours = NULL, *by_them = NULL, *by_us = NULL, *first = NULL;
  const AccordCommentThread *thread;

  accord_record_set_text (record, "who", "GP Federation");
  accord_record_set_text (record, "state", "returned");
  accord_record_set_int (record, "case", id);
  review = fixture_save (fixture, record);
  add_comment (fixture, id, 0, "still there", "section=economic|quote=second words");
  root = add_comment (fixture, id, review, "no more", "section=economic|quote=third words|author=A post");
  theirs = g_strdup_printf ("reply-to=%d|written=2026-01-05|author=Chief Officer", (int) root);
  ours = g_strdup_printf ("reply-to=%d|written=2026-01-06|author=Programme manager", (int) root);
  add_comment (fixture, id, review, "theirs", theirs);
  add_comment (fixture, id, 0, "ours", ours);
  comments = comments_of (fixture, id, 0);
  thread = accord_comments_find (comments, root);
  g_assert_true (thread->quote_gone);
  g_assert_true (thread->answered);
  g_assert_false (
      ((AccordCommentThread *) comments->threads->pdata[thread == comments->threads->pdata[0]])->quote_gone);
  first = accord_comment_dup_said (thread->record);
  by_them = accord_comment_dup_said (thread->replies->pdata[0]);
  by_us = accord_comment_dup_said (thread->replies->pdata[1]);
  g_assert_cmpstr (first, ==, "A post");
  g_assert_cmpstr (by_them, ==, "GP Federation, Chief Officer, 5 Jan 2026");
  g_assert_cmpstr (by_us, ==, "Programme manager, 6 Jan 2026");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/comments/order", test_order);
  fixture_add_test ("/comments/places", test_places);
  fixture_add_test ("/comments/threads", test_threads);
  fixture_add_test ("/comments/said", test_said);
  fixture_add_test ("/comments/counts", test_counts);

  return g_test_run ();
}
