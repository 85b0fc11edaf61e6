/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "case-versions.h"
#include "text-diff.h"

#include <string.h>

static gpointer
read_versions (AccordReader *reader, gpointer data, GError **error)
{
  return accord_case_versions_read (reader, *(gint64 *) data, error);
}

static GPtrArray *
versions_of (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = accord_workspace_read (fixture->workspace, read_versions, &id, NULL, &error);

  g_assert_no_error (error);
  return versions;
}

static void
set_field (Fixture *fixture, gint64 id, const char *field, const char *value)
{
  g_autoptr (AccordRecord) record = fixture_get (fixture, "case", id);
  g_autoptr (AccordRecord) copy = accord_record_copy (record);

  accord_record_set_text (copy, field, value);
  fixture_save (fixture, copy);
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "Outline Business Case: Draft",
    "Endorsed subject to caveats by Cabinet, 12 Jul 2017",
    "Full Business Case: Draft",
    "As it is now",
  };
  g_autoptr (AccordRecord) record = fixture_new (fixture, "case");
  g_autoptr (AccordRecord) endorsement = fixture_new (fixture, "endorsement");
  g_autoptr (GPtrArray) versions = NULL;
  const AccordCaseVersion *endorsed;
  gint64 id;

  accord_record_set_text (record, "name", "Neighbourhood Model");
  accord_record_set_text (record, "stage", "outline");
  accord_record_set_text (record, "status", "draft");
  id = fixture_save (fixture, record);
  set_field (fixture, id, "strategic", "Care nearer home");
  accord_record_set_text (endorsement, "who", "Cabinet");
  accord_record_set_ids (endorsement, "cases", &id, 1);
  accord_record_set_text (endorsement, "outcome", "endorsed-with-caveats");
  accord_record_set_text (endorsement, "date", "2017-07-12");
  fixture_save (fixture, endorsement);
  set_field (fixture, id, "strategic", "Care much nearer home");
  set_field (fixture, id, "stage", "full");
  set_field (fixture, id, "owner", "The Director");

  versions = versions_of (fixture, id);
  g_assert_cmpuint (versions->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((AccordCaseVersion *) versions->pdata[i])->name, ==, names[i]);
  /* What Cabinet endorsed is what the case said then, whatever it says since. */
  endorsed = versions->pdata[1];
  g_assert_cmpstr (accord_record_get_text (endorsed->record, "strategic"), ==, "Care nearer home");
  g_assert_cmpuint (endorsed->changed->len, ==, 1);
  g_assert_cmpuint (((AccordCaseVersion *) versions->pdata[2])->changed->len, ==, 2);
  g_assert_cmpuint (((AccordCaseVersion *) versions->pdata[3])->changed->len, ==, 1);
}

static char *
dup_diff (const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = accord_text_diff (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const AccordDiffPart *part = parts->pdata[i];

      if (part->kind == ' ')
        g_string_append (text, part->text);
      else
        g_string_append_printf (text, "[%c%s]", part->kind, part->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_diff (const char *before, const char *after, const char *expected)
{
  g_autofree char *diff = dup_diff (before, after);

  g_assert_cmpstr (diff, ==, expected);
}

static void
test_diff (void)
{
  assert_diff ("", "", "");
  assert_diff ("same words", "same words", "same words");
  assert_diff ("Care nearer home", "Care much nearer home", "Care [+much ]nearer home");
  assert_diff ("one two three", "one three", "one [-two ]three");
  assert_diff ("one two", "one 2", "one [-two][+2]");
  assert_diff ("one two three", "1 2 three", "[-one two][+1 2] three");
  assert_diff ("one two\nthree", "1 two\n3", "[-one][+1] two\n[-three][+3]");
  assert_diff (NULL, "new", "[+new]");
  assert_diff ("old", NULL, "[-old]");
}

/* Whatever the texts are, one side read alone is the one text and the other side the other. */
static void
test_diff_whole (void)
{
  static const char *const words[] = { "a", "b", " ", "\n", "é" };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
      g_autoptr (GString) left = g_string_new (NULL), right = g_string_new (NULL);
      g_autoptr (GPtrArray) parts = NULL;

      for (gint i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (before, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      for (gint i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (after, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      parts = accord_text_diff (before->str, after->str);
      for (guint i = 0; i < parts->len; i++)
        {
          const AccordDiffPart *part = parts->pdata[i];

          if (part->kind != '+')
            g_string_append (left, part->text);
          if (part->kind != '-')
            g_string_append (right, part->text);
        }
      g_assert_cmpstr (left->str, ==, before->str);
      g_assert_cmpstr (right->str, ==, after->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/case-versions/versions", test_versions);
  g_test_add_func ("/case-versions/diff", test_diff);
  g_test_add_func ("/case-versions/diff/whole", test_diff_whole);

  return g_test_run ();
}
