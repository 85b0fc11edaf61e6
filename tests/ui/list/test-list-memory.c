/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

static int
field_of (AccordQuery *query, const char *name)
{
  return accord_kind_find_field (accord_query_get_kind (query), name);
}

static void
ask (ListFixture *self)
{
  g_autoptr (AccordQuery) query = accord_query_copy (accord_list_view_get_query (self->view));

  accord_query_set_sort (query, field_of (query, "amount"), TRUE);
  accord_query_add_text (query, field_of (query, "category"), ACCORD_OPERATOR_EQUAL, "service");
  accord_query_add_text (query, field_of (query, "category"), ACCORD_OPERATOR_UNKNOWN, NULL);
  accord_query_join_last (query);
  accord_query_add_text (query, field_of (query, "date"), ACCORD_OPERATOR_AT_LEAST, "2019-04-01");
  accord_query_set_search (query, "payee");
  accord_list_view_set_query (self->view, query);
}

/* The order and the choices are there again the next time; what belongs to the day is not. */
static void
test_query (void)
{
  ListFixture self = { NULL };
  AccordQuery *query;

  list_fixture_set_up (&self, "payment", 60);
  ask (&self);
  list_fixture_settle (&self);
  list_fixture_hide (&self);
  list_fixture_show (&self, "payment");
  list_fixture_settle (&self);
  query = accord_list_view_get_query (self.view);
  g_assert_cmpint (accord_query_get_sort (query), ==, field_of (query, "amount"));
  g_assert_true (accord_query_get_descending (query));
  g_assert_null (accord_query_get_search (query));
  g_assert_cmpuint (accord_query_get_n_filters (query), ==, 2);
  g_assert_true (accord_query_get_filter (query, 1)->alternative);
  list_fixture_assert_order (&self);

  /* And gone for good once it was reset. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self.view), "rows.reset", NULL));
  list_fixture_settle (&self);
  list_fixture_hide (&self);
  list_fixture_show (&self, "payment");
  list_fixture_settle (&self);
  query = accord_list_view_get_query (self.view);
  g_assert_cmpuint (accord_query_get_n_filters (query), ==, 0);
  g_assert_cmpint (accord_query_get_sort (query), ==, accord_query_get_kind (query)->title_field);
  list_fixture_tear_down (&self);
}

/* What is kept for one list is not for another, nor taken from what cannot be read. */
static void
test_unreadable (void)
{
  ListFixture self = { NULL };
  g_autoptr (GSettings) settings = g_settings_new (ACCORD_APPLICATION_ID);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", "payment", "{\"kind\":\"nonsense\"}");
  g_variant_builder_add (&builder, "{ss}", "fund", "not even JSON");
  g_settings_set_value (settings, "list-queries", g_variant_builder_end (&builder));
  list_fixture_set_up (&self, "payment", 10);
  g_assert_cmpuint (accord_query_get_n_filters (accord_list_view_get_query (self.view)), ==, 0);
  list_fixture_hide (&self);
  list_fixture_show (&self, "fund");
  list_fixture_settle (&self);
  g_assert_cmpuint (accord_record_list_get_total (accord_list_view_get_list (self.view)), ==, 1);
  g_settings_reset (settings, "list-queries");
  list_fixture_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/list-memory/query", test_query);
  g_test_add_func ("/ui/list-memory/unreadable", test_unreadable);

  return g_test_run ();
}
