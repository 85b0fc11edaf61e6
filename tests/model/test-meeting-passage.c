/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-passage.h"

#include <string.h>

/* Words of one to four bytes a character. */
static const char *const stock[] = {
  "the",  "board", "café",  "£19m",   "naïve", "‘doing", "nothing’", "–",         "資料", "𝔸ccord", "of",
  "care", "and",   "party", "résumé", "10%",   "(i)",    "Ålesund",  "caveats:-", "it’s", "straße", "zone",
};

static char *
random_words (GRand *rand, guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            stock[g_rand_int_range (rand, 0, G_N_ELEMENTS (stock))]);
  return g_string_free (words, FALSE);
}

/* The same words as another hand would have typed them. */
static char *
distort (GRand *rand, const char *words)
{
  GString *other = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ')
        g_string_append (other, g_rand_boolean (rand) ? "\n·\t " : "\302\240 ");
      else if (c == 0x2018 || c == 0x2019)
        g_string_append_c (other, '\'');
      else if (c == 0x2013)
        g_string_append (other, "—");
      else
        g_string_append_unichar (
            other, g_rand_boolean (rand) ? g_unichar_toupper (c) == c ? c : g_unichar_tolower (c) : c);
    }
  return g_string_free (other, FALSE);
}

static void
assert_edges (const char *text, AccordPassageRange range)
{
  g_assert_cmpuint (range.start, <, range.end);
  g_assert_cmpuint (range.end, <=, strlen (text));
  g_assert_true (g_utf8_validate (text, range.start, NULL));
  g_assert_true (g_utf8_validate (text + range.start, range.end - range.start, NULL));
}

/* A passage put anywhere into any text is found there, to the byte. */
static void
test_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *before = random_words (rand, g_rand_int_range (rand, 0, 40));
      g_autofree char *after = random_words (rand, g_rand_int_range (rand, 0, 40));
      g_autofree char *inner = random_words (rand, g_rand_int_range (rand, 1, 12));
      g_autofree char *passage = g_strdup_printf ("Unique%u %s mark", round, inner);
      g_autofree char *whole = g_strdup_printf ("%s %s %s", before, passage, after);
      g_autoptr (AccordPassageText) text = accord_passage_text_new (whole);
      AccordPassageRange range = accord_passage_text_find (text, passage, 0, ACCORD_PASSAGE_PART);

      g_assert_cmpint (range.match, ==, ACCORD_PASSAGE_EXACT);
      g_assert_cmpuint (range.start, ==, strlen (before) + 1);
      g_assert_cmpuint (range.end - range.start, ==, strlen (passage));
      assert_edges (whole, range);
    }
}

static void
test_like (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *before = random_words (rand, g_rand_int_range (rand, 1, 40));
      g_autofree char *after = random_words (rand, g_rand_int_range (rand, 1, 40));
      g_autofree char *inner = random_words (rand, g_rand_int_range (rand, 1, 12));
      g_autofree char *passage = g_strdup_printf ("Unique%u %s MARK", round, inner);
      g_autofree char *other = distort (rand, passage);
      g_autofree char *whole = g_strdup_printf ("%s %s %s", before, other, after);
      g_autoptr (AccordPassageText) text = accord_passage_text_new (whole);
      AccordPassageRange range = accord_passage_text_find (text, passage, 0, ACCORD_PASSAGE_PART);
      g_autofree char *found = NULL;

      g_assert_cmpint (range.match, >=, ACCORD_PASSAGE_LIKE);
      assert_edges (whole, range);
      found = g_strndup (whole + range.start, range.end - range.start);
      g_assert_cmpstr (found, ==, other);
    }
}

/* What is cut off at either end leaves the longest run, and never words that the passage has not. */
static void
test_part (void)
{
  static const char whole[] =
      "Apart from that, the Cabinet endorsed the four outline cases in July. Nothing more.";
  g_autoptr (AccordPassageText) text = accord_passage_text_new (whole);
  AccordPassageRange range = accord_passage_text_find (
      text, "In short the Cabinet endorsed the four outline cases and went home", 0, ACCORD_PASSAGE_PART);
  g_autofree char *found = g_strndup (whole + range.start, range.end - range.start);

  g_assert_cmpint (range.match, ==, ACCORD_PASSAGE_PART);
  g_assert_cmpstr (found, ==, "the Cabinet endorsed the four outline cases");
  range = accord_passage_text_find (
      text, "In short the Cabinet endorsed the four outline cases and went home", 0, ACCORD_PASSAGE_LIKE);
  g_assert_cmpint (range.match, ==, ACCORD_PASSAGE_NOT_FOUND);
  range = accord_passage_text_find (text, "the Cabinet endorsed", 0, ACCORD_PASSAGE_PART);
  g_assert_cmpint (range.match, ==, ACCORD_PASSAGE_EXACT);
}

/* Said, never guessed. */
static void
test_not_found (void)
{
  static const char *const strange[] = {
    "art", "endorse", "Cabinet refused the outline cases altogether and for good", "", "   ", "·", "July 2017"
  };
  g_autoptr (AccordPassageText) text =
      accord_passage_text_new ("Apart from that, the Cabinet endorsed the four outline cases in July.");
  g_autoptr (AccordPassageText) empty = accord_passage_text_new ("");

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_assert_cmpint (accord_passage_text_find (text, strange[i], 0, ACCORD_PASSAGE_PART).match, ==,
                       ACCORD_PASSAGE_NOT_FOUND);
      g_assert_cmpint (accord_passage_text_find (empty, strange[i], 9, ACCORD_PASSAGE_PART).match, ==,
                       ACCORD_PASSAGE_NOT_FOUND);
    }
}

static void
test_from (void)
{
  static const char whole[] = "Improve quality of care. The need to focus on quality of care.";
  g_autoptr (AccordPassageText) text = accord_passage_text_new (whole);
  AccordPassageRange focus = accord_passage_text_find (text, "the need to focus on", 0, ACCORD_PASSAGE_LIKE);
  gsize second = strstr (strstr (whole, "quality") + 1, "quality") - whole;

  g_assert_cmpuint (accord_passage_text_find (text, "quality of care", 0, ACCORD_PASSAGE_LIKE).start, ==, 8);
  g_assert_cmpuint (accord_passage_text_find (text, "quality of care", focus.end, ACCORD_PASSAGE_LIKE).start,
                    ==, second);
  g_assert_cmpuint (accord_passage_text_find (text, "Improve", focus.end, ACCORD_PASSAGE_LIKE).start, ==, 0);
}

static void
test_hostile (void)
{
  g_autoptr (AccordPassageText) broken = accord_passage_text_new ("before \377\376 the passage after");
  AccordPassageRange range = accord_passage_text_find (broken, "\377 the passage", 0, ACCORD_PASSAGE_PART);
  const char *text = accord_passage_text_get (broken);
  g_autofree char *long_word = g_strnfill (5000, 'a');
  g_autoptr (AccordPassageText) longest = accord_passage_text_new (long_word);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (range.match != ACCORD_PASSAGE_NOT_FOUND)
    assert_edges (text, range);
  g_assert_cmpint (accord_passage_text_find (longest, "aaaa", 0, ACCORD_PASSAGE_PART).match, ==,
                   ACCORD_PASSAGE_NOT_FOUND);
}

static void
test_around (void)
{
  static const char whole[] =
      "First one. Second one; it costs £1.50 in all. Third “one”? Fourth one!\nFifth is a line\nSixth ends.";
  static const struct
  {
    const char *words;
    guint n;
    const char *seen;
  } cases[] = {
    { "costs", 0, "Second one; it costs £1.50 in all." },
    { "costs", 1, "First one. Second one; it costs £1.50 in all. Third “one”?" },
    { "Third “one”?", 0, "Third “one”?" },
    { "Fifth is a line", 0, "Fifth is a line" },
    { "Fifth is a line", 1, "Fourth one!\nFifth is a line\nSixth ends." },
    { "Sixth ends.", 9, whole },
    { "First", 0, "First one." },
  };
  g_autoptr (AccordPassageText) text = accord_passage_text_new (whole);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AccordPassageRange range = accord_passage_text_find (text, cases[i].words, 0, ACCORD_PASSAGE_EXACT);
      AccordPassageRange around = accord_passage_text_around (text, range, cases[i].n);
      g_autofree char *seen = g_strndup (whole + around.start, around.end - around.start);

      g_assert_cmpstr (seen, ==, cases[i].seen);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/passage/exact", test_exact);
  g_test_add_func ("/meeting/passage/like", test_like);
  g_test_add_func ("/meeting/passage/part", test_part);
  g_test_add_func ("/meeting/passage/not-found", test_not_found);
  g_test_add_func ("/meeting/passage/from", test_from);
  g_test_add_func ("/meeting/passage/hostile", test_hostile);
  g_test_add_func ("/meeting/passage/around", test_around);
  return g_test_run ();
}
