/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/passage-layout.h"

#include <math.h>
#include <string.h>

#define GAP 8.0
#define FIRST 40.0

static AccordPassagePlace *
random_places (GRand *rand, guint n, guint n_lost)
{
  AccordPassagePlace *places = g_new0 (AccordPassagePlace, n + 1);
  double y = 0;

  for (guint i = 0; i < n; i++)
    {
      y += g_rand_double_range (rand, 0, 60);
      places[i].top = i < n - n_lost ? y : -1;
      places[i].bottom = y + g_rand_double_range (rand, 10, 200);
      places[i].height = g_rand_double_range (rand, 30, 300);
    }
  return places;
}

static double
cost (const AccordPassagePlace *places, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += pow (places[i].y + places[i].height / 2 - (places[i].top + places[i].bottom) / 2, 2);
  return sum;
}

static void
assert_apart (const AccordPassagePlace *places, guint n, double end)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (places[i].y, >=, FIRST);
      g_assert_cmpfloat (places[i].y + places[i].height, <=, end + 1e-6);
      if (i > 0)
        g_assert_cmpfloat (places[i].y, >=, places[i - 1].y + places[i - 1].height + GAP - 1e-6);
    }
}

static void
test_apart (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint round = 0; round < 200; round++)
    {
      guint n = g_rand_int_range (rand, 0, 60);
      g_autofree AccordPassagePlace *places =
          random_places (rand, n, n > 0 ? g_rand_int_range (rand, 0, n) : 0);
      g_autofree AccordPassagePlace *again = NULL;
      double end = accord_passage_layout (places, n, FIRST, GAP, 90);

      assert_apart (places, n, end);
      again = g_memdup2 (places, (n + 1) * sizeof *places);
      g_assert_cmpfloat (accord_passage_layout (again, n, FIRST, GAP, 90), ==, end);
      g_assert_cmpmem (again, n * sizeof *places, places, n * sizeof *places);
    }
}

/* No single card, and no run of them, can be moved to a better place. */
static void
test_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 100; round++)
    {
      guint n = g_rand_int_range (rand, 1, 12);
      g_autofree AccordPassagePlace *places = random_places (rand, n, 0);
      double best;

      accord_passage_layout (places, n, FIRST, GAP, 90);
      best = cost (places, n);
      for (guint from = 0; from < n; from++)
        for (guint until = from + 1; until <= n; until++)
          for (int step = -1; step <= 1; step += 2)
            {
              g_autofree AccordPassagePlace *other = g_memdup2 (places, (n + 1) * sizeof *places);
              gboolean allowed = TRUE;

              for (guint i = from; i < until; i++)
                other[i].y += step;
              for (guint i = 0; i < n; i++)
                allowed = allowed && other[i].y >= FIRST
                          && (i == 0 || other[i].y >= other[i - 1].y + other[i - 1].height + GAP);
              if (allowed)
                g_assert_cmpfloat (cost (other, n), >=, best - 1e-6);
            }
    }
}

/* Where there is room each card is beside its passage; where there is none the bands are steep. */
static void
test_steep (void)
{
  AccordPassagePlace loose[] = { { 100, 140, 40 }, { 300, 340, 60 } };
  g_autofree AccordPassagePlace *crowd = g_new0 (AccordPassagePlace, 200);
  guint n_steep = 0;

  accord_passage_layout (loose, 2, 0, GAP, 90);
  g_assert_cmpfloat (loose[0].y, ==, 100);
  g_assert_cmpfloat (loose[1].y, ==, 290);
  g_assert_false (loose[0].steep || loose[1].steep);
  for (guint i = 0; i < 200; i++)
    crowd[i] = (AccordPassagePlace){ 10 + i, 20 + i, 60 };
  accord_passage_layout (crowd, 200, 0, GAP, 90);
  for (guint i = 0; i < 200; i++)
    n_steep += crowd[i].steep;
  g_assert_cmpuint (n_steep, >, 150);
}

static char *
dup_words (const char *text, const AccordParagraph *paragraph)
{
  return g_strndup (text + paragraph->words, paragraph->end - paragraph->words);
}

static void
test_paragraphs (void)
{
  static const char text[] =
      "RESOLVED – That:-\n\n(1)          the cases be endorsed\n·           quality of care  \n…\n"
      "   1. first\nc) third\nI) no list\n(see note) nor this\n.";
  static const struct
  {
    const char *words;
    AccordParagraphForm form;
    guint level;
  } expected[] = {
    { "RESOLVED – That:-", ACCORD_PARAGRAPH_PLAIN, 0 },
    { "the cases be endorsed", ACCORD_PARAGRAPH_LISTED, 0 },
    { "quality of care", ACCORD_PARAGRAPH_LISTED, 1 },
    { "…", ACCORD_PARAGRAPH_LEFT_OUT, 0 },
    { "first", ACCORD_PARAGRAPH_LISTED, 0 },
    { "third", ACCORD_PARAGRAPH_LISTED, 0 },
    { "I) no list", ACCORD_PARAGRAPH_PLAIN, 0 },
    { "(see note) nor this", ACCORD_PARAGRAPH_PLAIN, 0 },
    { ".", ACCORD_PARAGRAPH_PLAIN, 0 },
  };
  g_autoptr (GArray) paragraphs = accord_paragraphs (text, 0, strlen (text));

  g_assert_cmpuint (paragraphs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const AccordParagraph *paragraph = &g_array_index (paragraphs, AccordParagraph, i);
      g_autofree char *words = dup_words (text, paragraph);

      g_assert_cmpstr (words, ==, expected[i].words);
      g_assert_cmpint (paragraph->form, ==, expected[i].form);
      g_assert_cmpuint (paragraph->level, ==, expected[i].level);
    }
}

/* Whatever the text, its paragraphs hold every character that is not white, in order. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "a", "(", ")", "1", ".", " ", "\n", "·", "…", "é", "資", "\t", "iv" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) paragraphs = NULL;
      gsize at = 0;

      for (guint i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      paragraphs = accord_paragraphs (text->str, 0, text->len);
      for (guint i = 0; i < paragraphs->len; i++)
        {
          const AccordParagraph *paragraph = &g_array_index (paragraphs, AccordParagraph, i);

          for (; at < paragraph->start; at++)
            g_assert_true (g_ascii_isspace (text->str[at]));
          g_assert_cmpuint (paragraph->start, <=, paragraph->words);
          g_assert_cmpuint (paragraph->words, <=, paragraph->end);
          g_assert_true (
              g_utf8_validate (text->str + paragraph->words, paragraph->end - paragraph->words, NULL));
          at = paragraph->end;
        }
      for (; at < text->len; at++)
        g_assert_true (g_ascii_isspace (text->str[at]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meeting/layout/apart", test_apart);
  g_test_add_func ("/meeting/layout/nearest", test_nearest);
  g_test_add_func ("/meeting/layout/steep", test_steep);
  g_test_add_func ("/meeting/layout/paragraphs", test_paragraphs);
  g_test_add_func ("/meeting/layout/any-text", test_any_text);
  return g_test_run ();
}
