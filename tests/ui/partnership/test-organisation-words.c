/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-words.h"

#include "kinds.h"

static AccordSchema *schema;

static AccordRecord *
make_organisation (const char *name)
{
  AccordRecord *record = accord_record_new (accord_schema_find_kind (schema, "organisation"));

  accord_record_set_text (record, "name", name);
  return record;
}

static void
assert_size (AccordRecord *organisation, const char *expected)
{
  g_autofree char *size = accord_organisation_dup_size (organisation);

  g_assert_cmpstr (size, ==, expected);
}

/* The number is the record's, how exact it is the source's. */
static void
test_size (void)
{
  g_autoptr (AccordRecord) record = make_organisation ("One");

  assert_size (record, NULL);
  accord_record_set_int (record, "population", 187500);
  assert_size (record, "187,500 people");
  accord_record_set_text (record, "population-words", "approximately 187,500 people");
  assert_size (record, "about 187,500 people");
  accord_record_set_int (record, "coverage", 9700);
  assert_size (record, "97% of 187,500 people");
  accord_record_set_text (record, "staff-words", "a few hands");
  assert_size (record, "97% of 187,500 people");
  accord_record_set_int (record, "staff", 17500);
  assert_size (record, "17,500 staff");
  accord_record_set_text (record, "staff-words", "over 17,500 staff");
  assert_size (record, "over 17,500 staff");
  accord_record_set_int (record, "practices", 25);
  assert_size (record, "25 practices");
  accord_record_set_int (record, "practices-of", 26);
  assert_size (record, "25 of 26 practices");
}

/* The paragraph with the number in it, not the first one. */
static void
test_quote (void)
{
  g_autoptr (AccordRecord) record = make_organisation ("One");
  g_autofree char *none = accord_organisation_dup_quote (record);
  g_autofree char *first = NULL, *stated = NULL;

  g_assert_null (none);
  accord_record_set_text (record, "passage", "It was launched.\n\nIt has a team of 1,600 staff.");
  first = accord_organisation_dup_quote (record);
  g_assert_cmpstr (first, ==, "“It was launched.”");
  accord_record_set_int (record, "staff", 1600);
  stated = accord_organisation_dup_quote (record);
  g_assert_cmpstr (stated, ==, "“It has a team of 1,600 staff.”");
}

static void
assert_short (const char *name, const char *short_name, const char *expected)
{
  g_autoptr (AccordRecord) record = make_organisation (name);
  g_autofree char *shown = NULL;

  accord_record_set_text (record, "short-name", short_name);
  shown = accord_alliance_dup_short_name (record);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_short_name (void)
{
  assert_short ("Pennine Care NHS Foundation Trust", "Pennine Care", "Pennine Care");
  assert_short ("Northern Care Alliance NHS Group", "NCA", "Northern Care Alliance");
  assert_short ("Salford Royal NHS Trust", NULL, "Salford Royal");
  assert_short ("BARDOC Ltd", "BARDOC", "BARDOC");
  assert_short (" Ltd", NULL, " Ltd");
  assert_short ("Bury Council", NULL, "Bury Council");
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  schema = accord_model_schema_new ();
  g_test_add_func ("/partnership/organisation-words/size", test_size);
  g_test_add_func ("/partnership/organisation-words/quote", test_quote);
  g_test_add_func ("/partnership/organisation-words/short-name", test_short_name);
  failed = g_test_run ();
  g_object_unref (schema);
  return failed;
}
