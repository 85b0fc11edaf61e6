/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/page-origin.h"

#include "committee-error.h"
#include "read.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  AccordPageOrigin *origin;
  AccordCommitteePage *page;
  GError *error;
} Answer;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->page = accord_page_origin_read_finish (answer->origin, result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static Answer
read_origin (AccordPageOrigin *origin, const char *body, const char *date, GCancellable *cancellable)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, origin };

  accord_page_origin_read_async (origin, body, date, cancellable, on_read, &answer);
  g_main_loop_run (loop);
  answer.loop = NULL;
  return answer;
}

static void
test_text (void)
{
  g_autoptr (AccordPageOrigin) origin = accord_page_origin_new_text ("Some words that are no page at all");
  Answer answer = read_origin (origin, "Cabinet", "2017-07-12", NULL);

  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.page->body, ==, "Cabinet");
  g_assert_cmpstr (answer.page->date, ==, "2017-07-12");
  g_assert_true (answer.page->body_supplied);
  g_assert_null (accord_page_origin_get_file (origin));
  accord_committee_page_unref (answer.page);
}

/* What was loaded once is not loaded again: a file may be gone by the time a person has answered. */
static void
test_file (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("accord-page-XXXXXX.txt", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordPageOrigin) origin = accord_page_origin_new_file (file);
  g_autofree char *name = g_path_get_basename (path);
  Answer answer;

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "Words of a file", -1, NULL));
  g_assert_cmpstr (accord_page_origin_get_name (origin), ==, name);
  answer = read_origin (origin, NULL, NULL, NULL);
  g_assert_no_error (answer.error);
  g_assert_nonnull (strstr (answer.page->text, "Words of a file"));
  accord_committee_page_unref (answer.page);
  g_unlink (path);
  answer = read_origin (origin, "Board", NULL, NULL);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.page->body, ==, "Board");
  accord_committee_page_unref (answer.page);
}

static void
test_refused (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("accord-page-XXXXXX.txt", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AccordPageOrigin) origin = accord_page_origin_new_file (file);
  Answer answer;

  /* A hole, which takes no room on the disk. */
  g_assert_cmpint (ftruncate (fd, ACCORD_COMMITTEE_PAGE_LIMIT + 10), ==, 0);
  g_close (fd, NULL);
  answer = read_origin (origin, NULL, NULL, NULL);
  g_assert_error (answer.error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
  g_clear_error (&answer.error);
  g_unlink (path);
  answer = read_origin (origin, NULL, NULL, NULL);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
}

static void
test_cancelled (void)
{
  g_autoptr (AccordPageOrigin) origin = accord_page_origin_new_text ("Words");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  g_cancellable_cancel (cancellable);
  answer = read_origin (origin, NULL, NULL, cancellable);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-origin/text", test_text);
  g_test_add_func ("/page-origin/file", test_file);
  g_test_add_func ("/page-origin/refused", test_refused);
  g_test_add_func ("/page-origin/cancelled", test_cancelled);
  return g_test_run ();
}
