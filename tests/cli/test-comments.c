/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

static JsonObject *
ask (Cli *cli, const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (Answer) answer = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  va_list more;

  g_ptr_array_add (words, (gpointer) first);
  va_start (more, first);
  for (const char *word = va_arg (more, const char *); word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, (gpointer) "--json");
  g_ptr_array_add (words, NULL);
  answer = cli_runv (cli, (const char *const *) words->pdata);
  g_assert_cmpint (answer->code, ==, 0);
  json_parser_load_from_data (parser, answer->out, -1, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
test_comments (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonObject) all = NULL;
  g_autoptr (Answer) words = NULL, none = NULL;
  JsonArray *comments;
  JsonObject *first, *reply;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Enablers", "stage=outline", "status=draft", NULL);
  cli_do (cli, "add", "review", "who=The trust", "case=Enablers", NULL);
  cli_do (cli, "add", "comment", "text=What is counted?", "case=Enablers", "review=The trust",
          "section=economic/appraisal", "quote=net present", "author=Chief Finance Officer",
          "written=2026-02-01", NULL);
  cli_do (cli, "add", "comment", "text=Benefits of ten years.", "case=Enablers", "reply-to=1", NULL);
  cli_do (cli, "add", "comment", "text=Well argued", "case=Enablers", "sort=risk", "state=closed", NULL);

  all = ask (cli, "comments", "Enablers", NULL);
  g_assert_cmpint (json_object_get_int_member (all, "questions"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (all, "closed"), ==, 1);
  comments = json_object_get_array_member (all, "comments");
  g_assert_cmpuint (json_array_get_length (comments), ==, 2);
  first = json_array_get_object_element (comments, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "place"), ==, "The whole case");
  first = json_array_get_object_element (comments, 1);
  g_assert_cmpstr (json_object_get_string_member (first, "place"), ==, "Economic case: Appraisal");
  g_assert_cmpstr (json_object_get_string_member (first, "who"), ==, "The trust");
  reply = json_array_get_object_element (json_object_get_array_member (first, "replies"), 0);
  g_assert_cmpstr (json_object_get_string_member (reply, "text"), ==, "Benefits of ten years.");

  words = cli_run (cli, "comments", "Enablers", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "Enablers: 1 question · 1 risk"));
  g_assert_nonnull (strstr (words->out, "“net present”"));
  g_assert_nonnull (strstr (words->out, "Chief Finance Officer, 1 Feb 2026"));
  none = cli_run (cli, "comments", "Nothing", NULL);
  g_assert_cmpint (none->code, !=, 0);
}

/* Codes are read as words, and that a comment is on one place only is not told as so much that is not known.
 */
static void
test_show (Cli *cli, gconstpointer data)
{
  g_autoptr (Answer) words = NULL;

  cli_init (cli);
  cli_do (cli, "add", "case", "name=Enablers", "stage=outline", "status=draft", NULL);
  cli_do (cli, "add", "comment", "text=What is counted?", "case=Enablers", "section=economic/appraisal",
          NULL);
  words = cli_run (cli, "show", "comment", "1", NULL);
  g_assert_cmpint (words->code, ==, 0);
  g_assert_nonnull (strstr (words->out, "Economic case: Appraisal"));
  g_assert_nonnull (strstr (words->out, "Written on"));
  for (guint i = 0; i < 4; i++)
    g_assert_null (strstr (words->out, (const char *[]){ "Page", "Figure", "Reply to", "Document" }[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  CLI_TEST ("/comments/list", test_comments);
  CLI_TEST ("/comments/show", test_show);

  return g_test_run ();
}
