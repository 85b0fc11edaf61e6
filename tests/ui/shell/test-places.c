/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kinds.h"
#include "shell/places.h"
#include "shell/search-rows.h"
#include "status.h"

static void
test_every_kind_has_its_place (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordPlace *place = accord_place_for_kind (accord_schema_get_kind (schema, i)->name);

      g_assert_nonnull (place);
      g_assert_null (place->field);
    }

  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) places[i].id));
      g_assert_true (accord_place_find (places[i].id) == &places[i]);
      g_assert_nonnull (accord_place_get_label (&places[i], schema));
      if (places[i].kind != NULL)
        {
          g_assert_nonnull (accord_schema_find_kind (schema, places[i].kind));
          g_assert_nonnull (accord_place_get_add_label (&places[i], schema));
        }
      g_assert_true (i == 0 || places[i].group >= places[i - 1].group);
    }
  g_assert_null (accord_place_find ("nowhere"));
  g_assert_null (accord_place_find (NULL));
}

static void
test_part_of_a_kind (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  const AccordPlace *alliances = accord_place_find ("alliance");
  g_autoptr (AccordQuery) query = accord_place_new_query (alliances, schema);
  g_autoptr (AccordRecord) preset = accord_place_new_preset (alliances, schema);

  g_assert_cmpuint (accord_query_get_n_filters (query), ==, 1);
  g_assert_cmpstr (accord_query_get_filter (query, 0)->text, ==, "alliance");
  g_assert_cmpstr (accord_record_get_text (preset, "type"), ==, "alliance");
  g_assert_null (accord_place_new_waiting_query (alliances, schema));
}

static void
test_place_of_a_query (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  const AccordPlace *alliances = accord_place_find ("alliance");
  const AccordPlace *organisations = accord_place_find ("organisation");
  g_autoptr (AccordQuery) all = accord_place_new_query (organisations, schema);
  g_autoptr (AccordQuery) some = accord_place_new_query (alliances, schema);

  g_assert_true (accord_place_for_query (all, schema) == organisations);
  g_assert_true (accord_place_for_query (some, schema) == alliances);
  g_assert_false (accord_place_is_narrowed (organisations, all));
  g_assert_false (accord_place_is_narrowed (alliances, some));
  g_assert_true (accord_place_is_narrowed (organisations, some));

  accord_query_set_sort (all, 1, TRUE);
  g_assert_false (accord_place_is_narrowed (organisations, all));
  accord_query_set_search (some, "bury");
  g_assert_true (accord_place_for_query (some, schema) == alliances);
  g_assert_true (accord_place_is_narrowed (alliances, some));
}

/* What is folded away stands beneath something that is not, or nobody would find it. */
static void
test_lesser_places_follow_others (void)
{
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (places[i].lesser)
      g_assert_true (i > 0 && places[i - 1].group == places[i].group);
    else
      g_assert_true (i == 0 || !places[i - 1].lesser || places[i - 1].group != places[i].group);
}

/* The newest first where days matter, in the resolution's order where it numbers, else by name. */
static void
test_usual_order (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordQuery) payments = accord_place_new_query (accord_place_find ("payment"), schema);
  g_autoptr (AccordQuery) caveats = accord_place_new_query (accord_place_find ("caveat"), schema);
  g_autoptr (AccordQuery) funds = accord_place_new_query (accord_place_find ("fund"), schema);

  g_assert_cmpstr (accord_query_get_kind (payments)->fields[accord_query_get_sort (payments)].name, ==,
                   "date");
  g_assert_true (accord_query_get_descending (payments));
  g_assert_cmpstr (accord_query_get_kind (caveats)->fields[accord_query_get_sort (caveats)].name, ==,
                   "number");
  g_assert_false (accord_query_get_descending (caveats));
  g_assert_cmpint (accord_query_get_sort (funds), ==, accord_query_get_kind (funds)->title_field);
}

static void
test_what_waits (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordQuery) query = accord_place_new_waiting_query (accord_place_find ("caveat"), schema);
  const AccordFilter *filter = accord_query_get_filter (query, 0);

  g_assert_cmpstr (accord_query_get_kind (query)->name, ==, "caveat");
  g_assert_cmpstr (accord_query_get_kind (query)->fields[filter->field].name, ==, "state");
  g_assert_cmpstr (filter->text, ==, "open");
}

/* Each word that says how a record stands has its shape: a new one in the model is noticed here. */
static void
test_every_state_has_its_shape (void)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  guint n_states = 0;

  for (guint i = 0; i < accord_schema_get_n_kinds (schema); i++)
    {
      const AccordKind *kind = accord_schema_get_kind (schema, i);
      int index = accord_status_find_field (kind);

      for (const AccordChoice *choice = index >= 0 ? kind->fields[index].choices : NULL;
           choice != NULL && choice->value != NULL; choice++)
        {
          if (accord_status_find (&kind->fields[index], choice->value) == NULL)
            g_error ("%s: the state “%s” has no shape", kind->name, choice->value);
          n_states++;
        }
    }
  g_assert_cmpuint (n_states, >, 20);
}

static void
test_excerpts (void)
{
  g_autofree char *none = accord_search_excerpt_markup (NULL);
  g_autofree char *plain = accord_search_excerpt_markup ("Health & care\nboard");
  g_autofree char *matched = accord_search_excerpt_markup ("the \u2068Local\u2069 Care <\u2068LCO\u2069>");
  g_autofree char *cut = accord_search_excerpt_markup ("\u2068cut");
  g_autofree char *empty = accord_search_excerpt_markup ("");

  g_assert_null (none);
  g_assert_cmpstr (plain, ==, "Health &amp; care board");
  g_assert_cmpstr (matched, ==, "the <b>Local</b> Care &lt;<b>LCO</b>&gt;");
  g_assert_cmpstr (cut, ==, "cut");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/places/every-kind-has-its-place", test_every_kind_has_its_place);
  g_test_add_func ("/ui/places/part-of-a-kind", test_part_of_a_kind);
  g_test_add_func ("/ui/places/place-of-a-query", test_place_of_a_query);
  g_test_add_func ("/ui/places/lesser-places-follow-others", test_lesser_places_follow_others);
  g_test_add_func ("/ui/places/usual-order", test_usual_order);
  g_test_add_func ("/ui/places/what-waits", test_what_waits);
  g_test_add_func ("/ui/places/every-state-has-its-shape", test_every_state_has_its_shape);
  g_test_add_func ("/ui/search/excerpts", test_excerpts);

  return g_test_run ();
}
