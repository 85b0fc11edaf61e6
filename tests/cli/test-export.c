/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#include <glib/gstdio.h>

/* (transfer full) (element-type GPtrArray): the rows of a CSV text, read as RFC 4180 has it. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  for (const char *at = text; *at != '\0'; at++)
    {
      if (quoted && *at == '"' && at[1] == '"')
        g_string_append_c (field, *++at);
      else if (*at == '"')
        quoted = !quoted;
      else if (quoted || (*at != ',' && *at != '\n' && *at != '\r'))
        g_string_append_c (field, *at);
      else if (*at != '\r')
        {
          g_ptr_array_add (row, g_strdup (field->str));
          g_string_truncate (field, 0);
          if (*at == ',')
            continue;
          g_ptr_array_add (rows, row);
          row = g_ptr_array_new_with_free_func (g_free);
        }
    }
  g_assert_false (quoted);
  g_assert_cmpuint (row->len, ==, 0);
  g_ptr_array_unref (row);
  return rows;
}

/* (transfer full) (nullable): what a cell of the file must say; %NULL where JSON does not know it. */
static char *
expected_cell (JsonObject *record, JsonObject *field)
{
  const char *type = json_object_get_string_member (field, "type");
  const char *key = json_object_get_string_member (field, "key");
  JsonNode *node = json_object_get_member (record, key);
  g_autofree char *title = g_strconcat (key, "_title", NULL);
  gint64 number;

  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (g_str_equal (type, "boolean"))
    return g_strdup (json_node_get_boolean (node) ? "Yes" : "No");
  if (g_str_equal (type, "reference"))
    return g_strdup (json_object_get_string_member (record, title));
  if (g_str_equal (type, "choice") || g_str_equal (type, "references") || g_str_equal (type, "percent")
      || g_str_equal (type, "decimal"))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  number = json_node_get_int (node);
  if (g_str_equal (type, "money"))
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", number < 0 ? "-" : "", ABS (number) / 100,
                            (int) (ABS (number) % 100));
  if (g_str_equal (type, "year"))
    return g_strdup_printf ("%d/%02d", (int) number, (int) ((number + 1) % 100));
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* Words that a spreadsheet would run are guarded by an apostrophe. */
static const char *
without_guard (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t\r", cell[1]) != NULL ? cell + 1 : cell;
}

static void
compare (Cli *cli, JsonObject *kind, const char *path)
{
  const char *name = json_object_get_string_member (kind, "kind");
  JsonArray *fields = json_object_get_array_member (kind, "fields");
  g_autoptr (JsonArray) records = cli_ask (cli, "list", name, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = parse_csv (text);
  g_assert_cmpuint (rows->len, ==, json_array_get_length (records) + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (row->len, ==, json_array_get_length (fields));
      for (guint j = 0; j < row->len; j++)
        {
          JsonObject *field = json_array_get_object_element (fields, j);
          g_autofree char *expected =
              i == 0 ? g_strdup (json_object_get_string_member (field, "label"))
                     : expected_cell (json_array_get_object_element (records, i - 1), field);

          if (expected == NULL)
            g_assert_cmpstr (g_ptr_array_index (row, j), !=, NULL);
          else
            g_assert_cmpstr (without_guard (g_ptr_array_index (row, j)), ==, expected);
        }
    }
}

/* What is exported of the sample says what `list` says, for every kind. */
static void
test_csv (Cli *cli, gconstpointer data)
{
  g_autoptr (JsonArray) kinds = cli_ask (cli, "kinds", NULL);

  cli_do (cli, "init", "--sample", NULL);
  cli_do (cli, "add", "fund", "name== 1 + 1 \"quoted\", and so on", "type=grant", "amount=£1,234.56",
          "first-year=2019/20", NULL);
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    {
      JsonObject *kind = json_array_get_object_element (kinds, i);
      g_autofree char *path = cli_path (cli, "out.csv");
      g_autoptr (JsonObject) told =
          cli_ask_one (cli, "export", json_object_get_string_member (kind, "kind"), path, NULL);

      g_assert_cmpstr (json_object_get_string_member (told, "path"), ==, path);
      compare (cli, kind, path);
    }
}

static const char *
first_cell (GPtrArray *rows, guint row)
{
  GPtrArray *cells = g_ptr_array_index (rows, row);

  return g_ptr_array_index (cells, 0);
}

static void
test_choice_of_rows (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "out.csv");
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  cli_init (cli);
  cli_do (cli, "add", "fund", "name=A", "type=grant", "amount=1", NULL);
  cli_do (cli, "add", "fund", "name=B", "type=grant", "amount=3", NULL);
  cli_do (cli, "add", "fund", "name=C", "type=budget", "amount=2", NULL);
  cli_do (cli, "export", "fund", "out.csv", "--where=type=grant", "--sort=-amount", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  rows = parse_csv (text);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (first_cell (rows, 1), ==, "B");
  g_assert_cmpstr (first_cell (rows, 2), ==, "A");
}

/* A workbook is a zip container; what is in it is for the tests of the writer. */
static void
test_workbook (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_path (cli, "out.xlsx");
  g_autofree char *bytes = NULL;
  gsize length;

  cli_do (cli, "init", "--sample", NULL);
  cli_do (cli, "export", "organisation", "out.xlsx", NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (bytes, 4, "PK\3\4", 4);
}

static void
test_refused (Cli *cli, gconstpointer data)
{
  cli_init (cli);
  cli_expect (cli, 2, "", "export", "fund", "out.odt", NULL);
  cli_expect (cli, 2, "", "export", "fund", "test.accord", NULL);
  cli_expect (cli, 2, "zebra", "export", "zebra", "out.csv", NULL);
  cli_expect (cli, 3, "", "export", "fund", "nowhere/out.csv", NULL);
  assert_sound (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CLI_TEST ("/cli/export/csv", test_csv);
  CLI_TEST ("/cli/export/choice-of-rows", test_choice_of_rows);
  CLI_TEST ("/cli/export/workbook", test_workbook);
  CLI_TEST ("/cli/export/refused", test_refused);
  return g_test_run ();
}
