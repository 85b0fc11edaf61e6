/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include "json-canonical.h"
#include "json-exact.h"
#include "json-tree.h"
#include "pack-error.h"

#define MOST_VALUES 100000

/* What is read is text that json-glib reads as well, and comes out again as it was read. */
static void
write_again (const JsonNode *node)
{
  g_autoptr (GString) spelt = g_string_new (NULL), again = g_string_new (NULL);
  g_autoptr (JsonNode) other = NULL, second = NULL;

  accord_json_canonical_append (spelt, (JsonNode *) node);
  second = accord_json_exact_read (spelt->str, spelt->len, MOST_VALUES, NULL);
  other = json_from_string (spelt->str, NULL);
  g_assert_true (second != NULL && other != NULL);
  accord_json_canonical_append (again, second);
  g_assert_cmpstr (spelt->str, ==, again->str);
  g_string_truncate (again, 0);
  accord_json_canonical_append (again, other);
  g_assert_cmpstr (spelt->str, ==, again->str);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (GError) error = NULL, reason = NULL;
  g_autoptr (AccordJsonTree) tree = accord_json_tree_read (text, size, MOST_VALUES, &reason);
  g_autoptr (JsonNode) node = accord_json_exact_read (text, size, MOST_VALUES, &error);

  g_assert_true ((tree == NULL) == (reason != NULL) && (node == NULL) == (error != NULL));
  if (tree == NULL)
    {
      g_assert_true (node == NULL && error->domain == ACCORD_PACK_ERROR);
      g_assert_cmpstr (reason->message, ==, error->message);
      g_assert_true (g_utf8_validate (reason->message, -1, NULL));
    }
  if (node != NULL)
    write_again (node);
  return 0;
}
