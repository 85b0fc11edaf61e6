/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-depth.h"
#include "json-string.h"
#include "json-tree.h"

#include <string.h>

static void
test_string (void)
{
  static const struct
  {
    const char *text;
    const char *json;
  } cases[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "a/b “é” 😀\x7f", "\"a/b “é” 😀\x7f\"" },
    { "\"\\\n\t\r\x01\x1f", "\"\\\"\\\\\\n\\u0009\\u000d\\u0001\\u001f\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (AccordJsonTree) tree = NULL;

      accord_json_append_string (json, cases[i].text);
      g_assert_cmpstr (json->str, ==, cases[i].json);
      tree = accord_json_tree_read (json->str, json->len, 1, NULL);
      g_assert_nonnull (tree);
      g_assert_cmpstr (accord_json_tree_get_root (tree)->text, ==, cases[i].text);
    }
}

/* Brackets within texts are none, and what is no JSON is not understood but gone through to its end. */
static void
test_depth (void)
{
  static const struct
  {
    const char *text;
    guint line;
  } cases[] = {
    { "", 0 },
    { "[{}]", 0 },
    { "[[],[],{}]", 0 },
    { "[\n{\"a\":\n[]}]", 3 },
    { "[[\"[[[[\"]]", 0 },
    { "[[\"\\\"[\"]]", 0 },
    { "[[\"\\\\\",\n[]]]", 2 },
    { "]]]][[", 0 },
    { "[[[", 1 },
    { "[[\"", 0 },
    { "[[\"\\", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (accord_json_find_too_deep (cases[i].text, strlen (cases[i].text), 2), ==,
                      cases[i].line);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/string", test_string);
  g_test_add_func ("/json-text/depth", test_depth);
  return g_test_run ();
}
