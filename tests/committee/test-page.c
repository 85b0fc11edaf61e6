/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "committee-error.h"
#include "read.h"

/* What is no committee page is read without anything being made of it, and all of it is shown as unread. */
static void
test_nothing_made (void)
{
  g_autoptr (GBytes) raw = g_bytes_new_static ("Cakes were sold on Tuesday.\n", 28);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = accord_committee_read (raw, NULL, NULL, &error);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (page->type, ==, ACCORD_PAGE_OTHER);
  g_assert_cmpuint (page->items->len, ==, 0);
  g_assert_null (page->body);
  g_assert_null (page->date);
  g_assert_cmpuint (page->unread->len, >, 0);
  json = accord_committee_page_to_json (page);
  root = json_from_string (json, &error);
  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
}

static void
test_too_large (void)
{
  g_autofree char *much = g_malloc0 (ACCORD_COMMITTEE_PAGE_LIMIT + 1);
  g_autoptr (GBytes) raw = g_bytes_new_static (much, ACCORD_COMMITTEE_PAGE_LIMIT + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_committee_read (raw, NULL, NULL, &error));
  g_assert_error (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committee/page/nothing-made", test_nothing_made);
  g_test_add_func ("/committee/page/too-large", test_too_large);
  return g_test_run ();
}
