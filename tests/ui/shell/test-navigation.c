/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"
#include "shell/navigation.h"

static void
assert_at (AccordNavigation *navigation, const char *place, gint64 record)
{
  const AccordLocation *current = accord_navigation_get_current (navigation);

  g_assert_nonnull (current);
  g_assert_cmpstr (current->place, ==, place);
  g_assert_cmpint (current->record, ==, record);
}

static void
count (AccordNavigation *navigation, gpointer data)
{
  *(guint *) data += 1;
}

static void
test_back_and_forward (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();

  g_assert_null (accord_navigation_get_current (navigation));
  accord_navigation_back (navigation);
  accord_navigation_forward (navigation);

  accord_navigation_go (navigation, "fund", 0);
  accord_navigation_go (navigation, "payment", 0);
  accord_navigation_go (navigation, "case", 7);
  accord_navigation_back (navigation);
  assert_at (navigation, "payment", 0);
  g_assert_true (accord_navigation_get_can_go_forward (navigation));

  accord_navigation_forward (navigation);
  assert_at (navigation, "case", 7);
  accord_navigation_back (navigation);
  accord_navigation_go (navigation, "caveat", 0);
  g_assert_false (accord_navigation_get_can_go_forward (navigation));
  accord_navigation_back (navigation);
  assert_at (navigation, "payment", 0);
}

static void
test_rows_passed_leave_no_trace (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();

  accord_navigation_go (navigation, "fund", 0);
  for (gint64 record = 1; record <= 50; record++)
    accord_navigation_select (navigation, record);
  assert_at (navigation, "fund", 50);

  accord_navigation_go (navigation, "organisation", 3);
  accord_navigation_select (navigation, 4);
  assert_at (navigation, "organisation", 4);

  accord_navigation_back (navigation);
  assert_at (navigation, "organisation", 3);
  accord_navigation_back (navigation);
  assert_at (navigation, "fund", 50);
  accord_navigation_back (navigation);
  assert_at (navigation, "fund", 0);
  g_assert_false (accord_navigation_get_can_go_back (navigation));
}

static void
test_places_passed_leave_no_trace (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();

  accord_navigation_go (navigation, "fund", 0);
  accord_navigation_pass (navigation, "allocation");
  accord_navigation_pass (navigation, "payment");
  accord_navigation_pass (navigation, "claim");
  assert_at (navigation, "claim", 0);
  accord_navigation_select (navigation, 8);
  accord_navigation_pass (navigation, "programme");
  assert_at (navigation, "programme", 0);

  accord_navigation_back (navigation);
  assert_at (navigation, "claim", 8);
  accord_navigation_back (navigation);
  assert_at (navigation, "claim", 0);
  accord_navigation_back (navigation);
  assert_at (navigation, "fund", 0);
  g_assert_false (accord_navigation_get_can_go_back (navigation));

  accord_navigation_pass (navigation, "allocation");
  accord_navigation_pass (navigation, "fund");
  assert_at (navigation, "fund", 0);
  g_assert_false (accord_navigation_get_can_go_back (navigation));
  g_assert_false (accord_navigation_get_can_go_forward (navigation));
}

static void
test_says_when_it_changes (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();
  guint changes = 0;

  g_signal_connect (navigation, "changed", G_CALLBACK (count), &changes);
  accord_navigation_go (navigation, "fund", 0);
  accord_navigation_go (navigation, "fund", 0);
  g_assert_cmpuint (changes, ==, 1);
  accord_navigation_select (navigation, 0);
  accord_navigation_back (navigation);
  g_assert_cmpuint (changes, ==, 1);
  accord_navigation_select (navigation, 9);
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_forgets_what_is_gone (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();

  accord_navigation_go (navigation, "fund", 0);
  accord_navigation_go (navigation, "fund", 5);
  accord_navigation_go (navigation, "case", 5);
  accord_navigation_go (navigation, "fund", 5);
  accord_navigation_forget (navigation, "fund", 5);

  assert_at (navigation, "fund", 0);
  accord_navigation_back (navigation);
  assert_at (navigation, "case", 5);
  accord_navigation_back (navigation);
  assert_at (navigation, "fund", 0);
  g_assert_false (accord_navigation_get_can_go_back (navigation));
}

static void
test_does_not_grow_for_ever (void)
{
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();
  guint steps = 0;

  for (gint64 record = 0; record < 1000; record++)
    accord_navigation_go (navigation, "payment", record);
  assert_at (navigation, "payment", 999);

  while (accord_navigation_get_can_go_back (navigation))
    {
      accord_navigation_back (navigation);
      steps++;
    }
  g_assert_cmpuint (steps, ==, 199);
  assert_at (navigation, "payment", 800);
}

static AccordQuery *
new_search (AccordSchema *schema, const char *words)
{
  AccordQuery *query = accord_query_new (accord_schema_find_kind (schema, "payment"));

  accord_query_set_search (query, words);

  return query;
}

static void
assert_search (AccordNavigation *navigation, const char *words)
{
  AccordQuery *query = accord_navigation_get_current (navigation)->query;

  g_assert_cmpstr (query != NULL ? accord_query_get_search (query) : NULL, ==, words);
}

static void
test_searches_are_locations (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordQuery) persona = new_search (schema, "persona");
  g_autoptr (AccordQuery) same = new_search (schema, "persona");
  g_autoptr (AccordQuery) bury = new_search (schema, "bury");
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();
  guint changes = 0;

  accord_navigation_go (navigation, "payment", 0);
  accord_navigation_go_query (navigation, "payment", persona, 0);
  g_signal_connect (navigation, "changed", G_CALLBACK (count), &changes);
  accord_navigation_go_query (navigation, "payment", same, 0);
  g_assert_cmpuint (changes, ==, 0);
  accord_navigation_select (navigation, 5);
  assert_search (navigation, "persona");
  accord_navigation_go (navigation, "payment", 0);
  assert_search (navigation, NULL);

  /* What a person asks for besides is how the place was left. */
  accord_navigation_note (navigation, bury, 7, 1200);
  accord_navigation_go (navigation, "fund", 0);
  accord_navigation_back (navigation);
  assert_search (navigation, "bury");
  g_assert_cmpint (accord_navigation_get_current (navigation)->row, ==, 7);
  g_assert_cmpfloat (accord_navigation_get_current (navigation)->scroll, ==, 1200);

  accord_navigation_back (navigation);
  assert_search (navigation, "persona");
  assert_at (navigation, "payment", 5);
  accord_navigation_back (navigation);
  assert_search (navigation, "persona");
  accord_navigation_back (navigation);
  assert_search (navigation, NULL);
  g_assert_false (accord_navigation_get_can_go_back (navigation));
}

static void
test_pins_passed_leave_no_trace (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordQuery) persona = new_search (schema, "persona");
  g_autoptr (AccordNavigation) navigation = accord_navigation_new ();

  accord_navigation_go (navigation, "overview", 0);
  g_assert_false (accord_navigation_get_passed (navigation));
  accord_navigation_pass_query (navigation, "fund", NULL, 3);
  g_assert_false (accord_navigation_get_passed (navigation));
  accord_navigation_pass_query (navigation, "payment", persona, 0);
  g_assert_true (accord_navigation_get_passed (navigation));
  accord_navigation_pass (navigation, "case");
  accord_navigation_back (navigation);
  assert_at (navigation, "overview", 0);
  g_assert_false (accord_navigation_get_can_go_back (navigation));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/navigation/back-and-forward", test_back_and_forward);
  g_test_add_func ("/ui/navigation/rows-passed-leave-no-trace", test_rows_passed_leave_no_trace);
  g_test_add_func ("/ui/navigation/places-passed-leave-no-trace", test_places_passed_leave_no_trace);
  g_test_add_func ("/ui/navigation/says-when-it-changes", test_says_when_it_changes);
  g_test_add_func ("/ui/navigation/forgets-what-is-gone", test_forgets_what_is_gone);
  g_test_add_func ("/ui/navigation/does-not-grow-for-ever", test_does_not_grow_for_ever);

  g_test_add_func ("/ui/navigation/searches-are-locations", test_searches_are_locations);
  g_test_add_func ("/ui/navigation/pins-passed-leave-no-trace", test_pins_passed_leave_no_trace);

  return g_test_run ();
}
