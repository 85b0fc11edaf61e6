/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/section-parts.h"

#include <string.h>

static void
test_parts (void)
{
  g_autoptr (GPtrArray) parts = accord_section_parts (
      "Before.\n\n# Appraisal #\nCounted.\n\n```\n# no heading\n```\n## Weather\nRain.\n#hash\n",
      ACCORD_FIVE_ECONOMIC);
  const AccordSectionPart *part;

  g_assert_cmpuint (parts->len, ==, 3);
  part = parts->pdata[0];
  g_assert_null (part->title);
  g_assert_null (part->code);
  g_assert_cmpstr (part->text, ==, "Before.");
  part = parts->pdata[1];
  g_assert_cmpstr (part->title, ==, "Appraisal");
  g_assert_cmpstr (part->code, ==, "appraisal");
  g_assert_nonnull (strstr (part->text, "# no heading"));
  part = parts->pdata[2];
  g_assert_cmpstr (part->title, ==, "Weather");
  g_assert_null (part->code);
  g_assert_cmpstr (part->text, ==, "## Weather\nRain.\n#hash");
}

/* Nothing of the text is lost or told twice, whatever it is. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new ();
  static const char *const lines[] = { "# A", "##",  "words",   "",   "```",
                                       "~~~", "   ", "# Risks", "#x", "###### six" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL), joined = g_string_new (NULL);
      g_autoptr (GPtrArray) parts = NULL;
      g_auto (GStrv) before = NULL, after = NULL;
      guint n = g_rand_int_range (rand, 0, 20), at = 0;

      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, "%s\n", lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
      parts = accord_section_parts (text->str, g_rand_int_range (rand, -1, ACCORD_FIVE_N));
      for (guint j = 0; j < parts->len; j++)
        g_string_append_printf (joined, "%s\n", ((AccordSectionPart *) parts->pdata[j])->text);
      before = g_strsplit (text->str, "\n", -1);
      after = g_strsplit (joined->str, "\n", -1);
      for (guint j = 0; before[j] != NULL; j++)
        {
          if (*g_strstrip (before[j]) == '\0')
            continue;
          while (after[at] != NULL && *g_strstrip (after[at]) == '\0')
            at++;
          g_assert_cmpstr (after[at], ==, before[j]);
          at++;
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = accord_section_parts (NULL, -1), blank = accord_section_parts ("\n \n", 0);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/section-parts/parts", test_parts);
  g_test_add_func ("/section-parts/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/section-parts/empty", test_empty);

  return g_test_run ();
}
