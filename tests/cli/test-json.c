/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <json-glib/json-glib.h>

#include "json-record.h"

typedef struct
{
  int fds[2];
  AccordOutput *output;
  AccordJson json;
} Writer;

static void
set_up (Writer *writer, gconstpointer data)
{
  g_assert_cmpint (pipe (writer->fds), ==, 0);
  writer->output = accord_output_new (writer->fds[1]);
  accord_json_init (&writer->json, writer->output);
}

static void
tear_down (Writer *writer, gconstpointer data)
{
  accord_output_free (writer->output);
  close (writer->fds[0]);
}

/* What was written; nothing more can be. */
static char *
finish (Writer *writer)
{
  GString *text = g_string_new (NULL);
  char piece[4096];
  gssize n;

  g_assert_true (accord_output_flush (writer->output, NULL));
  close (writer->fds[1]);
  while ((n = read (writer->fds[0], piece, sizeof piece)) > 0)
    g_string_append_len (text, piece, n);
  return g_string_free (text, FALSE);
}

static void
test_empty (Writer *writer, gconstpointer data)
{
  g_autofree char *text = NULL;

  accord_json_begin_array (&writer->json);
  accord_json_end_array (&writer->json);
  text = finish (writer);
  g_assert_cmpstr (text, ==, "[]\n");
}

static void
test_rows (Writer *writer, gconstpointer data)
{
  g_autofree char *text = NULL;

  accord_json_begin_array (&writer->json);
  for (int i = 0; i < 2; i++)
    {
      accord_json_begin_object (&writer->json);
      accord_json_member_int (&writer->json, "id", i);
      accord_json_key (&writer->json, "list");
      accord_json_begin_array (&writer->json);
      accord_json_int (&writer->json, -1);
      accord_json_null (&writer->json);
      accord_json_end_array (&writer->json);
      accord_json_member_boolean (&writer->json, "yes", TRUE);
      accord_json_member_string (&writer->json, "none", NULL);
      accord_json_end_object (&writer->json);
    }
  accord_json_end_array (&writer->json);
  text = finish (writer);
  g_assert_cmpstr (text, ==,
                   "[\n{\"id\":0,\"list\":[-1,null],\"yes\":true,\"none\":null},\n"
                   "{\"id\":1,\"list\":[-1,null],\"yes\":true,\"none\":null}\n]\n");
}

/* Whatever text is written, another JSON reader gives the same text back. */
static void
test_any_text (Writer *writer, gconstpointer data)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *written = NULL;

  accord_json_begin_array (&writer->json);
  for (guint i = 0; i < 200; i++)
    {
      GString *text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append_unichar (text, g_test_rand_bit () ? g_test_rand_int_range (1, 0x80)
                                                          : g_test_rand_int_range (0x80, 0xd800));
      accord_json_string (&writer->json, text->str);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  accord_json_end_array (&writer->json);
  written = finish (writer);
  root = json_from_string (written, NULL);
  g_assert_nonnull (root);
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (json_array_get_string_element (json_node_get_array (root), i), ==,
                     g_ptr_array_index (texts, i));
}

static void
test_broken_text (Writer *writer, gconstpointer data)
{
  g_autofree char *text = NULL;

  accord_json_begin_array (&writer->json);
  accord_json_string (&writer->json, "a\xff"
                                     "b");
  accord_json_end_array (&writer->json);
  text = finish (writer);
  g_assert_cmpstr (text, ==,
                   "[\n\"a\xef\xbf\xbd"
                   "b\"\n]\n");
}

static void
test_decimals (Writer *writer, gconstpointer data)
{
  static const char *const kept[] = { "12.50", "-.5", "007", "5.", "0", "-0.10", "000", "00.5" };
  g_autofree char *text = NULL;

  accord_json_begin_array (&writer->json);
  accord_json_begin_array (&writer->json);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    accord_json_decimal (&writer->json, kept[i]);
  accord_json_end_array (&writer->json);
  accord_json_end_array (&writer->json);
  text = finish (writer);
  g_assert_cmpstr (text, ==, "[\n[12.50,-0.5,7,5,0,-0.10,0,0.5]\n]\n");
}

static void
test_gone_reader (Writer *writer, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  close (writer->fds[0]);
  accord_output_write (writer->output, "x", 1);
  g_assert_false (accord_output_flush (writer->output, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  g_assert_false (accord_output_check (writer->output, NULL));
  close (writer->fds[1]);
  writer->fds[0] = -1;
}

#define TEST(path, func) g_test_add (path, Writer, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN);
  g_test_init (&argc, &argv, NULL);
  TEST ("/cli/json/empty", test_empty);
  TEST ("/cli/json/rows", test_rows);
  TEST ("/cli/json/any-text", test_any_text);
  TEST ("/cli/json/broken-text", test_broken_text);
  TEST ("/cli/json/decimals", test_decimals);
  TEST ("/cli/json/gone-reader", test_gone_reader);
  return g_test_run ();
}
