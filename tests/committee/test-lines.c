/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

#define NBSP "\xc2\xa0"
#define DOT "\xc2\xb7"
#define SYMBOL "\xef\x82\xb7"

/* A text and its paragraphs, one a line: the marker's letter, how many blank lines before, the words. */
typedef struct
{
  const char *name;
  AccordPageStyle style;
  const char *text;
  const char *expected;
} Split;

static const Split splits[] = {
  { "blank-lines", ACCORD_STYLE_FULL, "One.\n\n" NBSP "\n\nTwo.\n\n\n", "p0 One.|p3 Two." },
  { "numbers", ACCORD_STYLE_FULL, "1. one\n2) two\n(3) three\n(4)four\n1234. year\n2.5 million",
    "n0 one|n0 two|n0 three|n0 four|p0 1234. year|p0 2.5 million" },
  { "nested-numbers", ACCORD_STYLE_FULL, "2.1" NBSP NBSP " one\n2.2.1\ttwo", "n0 one|n0 two" },
  { "number-alone", ACCORD_STYLE_FULL, "43.\n\nTitle", "n0 |p1 Title" },
  { "no-number", ACCORD_STYLE_FULL, "43a\n\nTitle", "p0 43a|p1 Title" },
  { "word-bullets", ACCORD_STYLE_FULL,
    DOT NBSP NBSP NBSP " one\n\xe2\x80\xa2 two\no" NBSP NBSP "three\n– four\n- five",
    "b0 one|b0 two|b0 three|b0 four|b0 five" },
  { "no-bullet", ACCORD_STYLE_FULL, "o dear\n-five\nor so", "p0 o dear|p0 -five|p0 or so" },
  { "symbols-in-a-line", ACCORD_STYLE_PRINTED,
    "Points were:-\n\n" SYMBOL " one;" NBSP " " SYMBOL " two; " SYMBOL "three",
    "p0 Points were:-|b1 one;|b0 two;|b0 three" },
  { "letters-with-colons", ACCORD_STYLE_FULL, "A:" NBSP NBSP " x\nB:" NBSP " y\nA: no list",
    "l0 x|l0 y|p0 A: no list" },
  { "letters", ACCORD_STYLE_FULL, "(a) x\n(b) y\nc) z\nd. w", "l0 x|l0 y|l0 z|l0 w" },
  { "romans", ACCORD_STYLE_FULL, "(i) x\n(ii) y\n(iii) z\nIV) w", "r0 x|r0 y|r0 z|r0 w" },
  { "letter-i", ACCORD_STYLE_FULL, "(g) x\n(h) y\n(i) z\n(j) w", "l0 x|l0 y|l0 z|l0 w" },
  { "roman-under-h", ACCORD_STYLE_FULL, "(h) y\n(i) z\n(ii) w", "l0 y|r0 z|r0 w" },
  { "initials", ACCORD_STYLE_FULL, "R. Member moved it.\nA." NBSP NBSP "List",
    "p0 R. Member moved it.|l0 List" },
  { "indent-bullets", ACCORD_STYLE_FULL,
    "It was on:\n\n" NBSP NBSP NBSP NBSP NBSP " One\n\n" NBSP NBSP NBSP NBSP NBSP " Two",
    "p0 It was on:|b1 One|b1 Two" },
  { "indent-once", ACCORD_STYLE_FULL, "It was on:\n\n" NBSP NBSP NBSP NBSP NBSP " One\n\n" NBSP "Two",
    "p0 It was on:|p1 One|p1 Two" },
  { "indent-throughout", ACCORD_STYLE_FULL, "    One\n    Two", "p0 One|p0 Two" },
  { "wrapped", ACCORD_STYLE_SINGLE_NEWLINE,
    "Part time staff to\nfurther the team. With a plan,\nCouncils of the\nNorth go on.\nLead officer: A",
    "p0 Part time staff to further the team. With a plan, Councils of the North go on.|p0 Lead officer: A" },
  { "wrapped-at-a-name", ACCORD_STYLE_SINGLE_NEWLINE,
    "The committee heard that the terms of reference of the Northern\nPartnership Board and its duties were "
    "set out in the paper\nthat had been circulated.\nThanks.",
    "p0 The committee heard that the terms of reference of the Northern Partnership Board and its duties "
    "were "
    "set out in the paper that had been circulated.|p0 Thanks." },
  { "not-wrapped", ACCORD_STYLE_SINGLE_NEWLINE, "Adult care\nThe report was noted.\nChildren\nNothing.",
    "p0 Adult care|p0 The report was noted.|p0 Children|p0 Nothing." },
  { "wrapped-into-a-number", ACCORD_STYLE_SINGLE_NEWLINE, "It was agreed that\n(a) one be noted and\n(b) two",
    "p0 It was agreed that|l0 one be noted and|l0 two" },
  { "broken-by-a-blank-line", ACCORD_STYLE_FULL,
    "The Board was asked to consider five areas of forty thousand people or so each across\n\nthe borough. "
    "It did.",
    "p0 The Board was asked to consider five areas of forty thousand people or so each across the borough. "
    "It did." },
  { "lower-case-list", ACCORD_STYLE_FULL, "The need for\n\nbetter health\n\nparity of esteem",
    "p0 The need for|p1 better health|p1 parity of esteem" },
  { "markup", ACCORD_STYLE_NONE, "the first of\n\nthe second", "p0 the first of|p1 the second" },
  { "bars", ACCORD_STYLE_BROKEN_TABLE, "|\n|\nTitle Minutes: None. |\n|\n| Next |",
    "p2 Title Minutes: None.|p1 Next" },
  { "nothing", ACCORD_STYLE_FULL, "", "" },
  { "white", ACCORD_STYLE_FULL, " \n" NBSP "\n\t", "" },
};

static char *
describe (const char *text, GArray *lines)
{
  static const char letters[] = "pbnlr";
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const AccordLine *line = &g_array_index (lines, AccordLine, i);
      g_autofree char *words = accord_lines_dup_words (text, line->words);

      g_string_append_printf (out, "%s%c%u %s", i > 0 ? "|" : "", letters[line->marker], line->n_before,
                              words != NULL ? words : "");
    }
  return g_string_free (out, FALSE);
}

static void
test_split (gconstpointer data)
{
  const Split *split = data;
  g_autoptr (GArray) lines =
      accord_lines_split (split->text, (AccordSpan){ 0, strlen (split->text) }, split->style);
  g_autofree char *found = describe (split->text, lines);

  g_assert_cmpstr (found, ==, split->expected);
}

/* Nothing of a text is lost: whatever shows something stands in a paragraph, in order, at edges of
 * characters. */
static void
check_whole (const char *text, AccordSpan within, AccordPageStyle style)
{
  g_autoptr (GArray) lines = accord_lines_split (text, within, style);
  gsize at = within.start;

  for (guint i = 0; i < lines->len; i++)
    {
      const AccordLine *line = &g_array_index (lines, AccordLine, i);

      g_assert_cmpuint (line->span.start, >=, at);
      g_assert_cmpuint (line->span.end, <=, within.end);
      g_assert_cmpuint (line->words.start, >=,
                        line->mark.end > line->span.start ? line->mark.end : line->span.start);
      g_assert_cmpuint (line->words.end, <=, line->span.end);
      g_assert_cmpuint (line->words.start, <=, line->words.end);
      g_assert_true (g_utf8_validate (text + line->words.start, line->words.end - line->words.start, NULL));
      g_assert_true (g_utf8_validate (text + line->mark.start, line->mark.end - line->mark.start, NULL));
      for (; at < line->span.start; at = g_utf8_next_char (text + at) - text)
        g_assert_true (g_unichar_isspace (g_utf8_get_char (text + at)) || text[at] == '|');
      at = line->span.end;
    }
  for (; at < within.end; at = g_utf8_next_char (text + at) - text)
    g_assert_true (g_unichar_isspace (g_utf8_get_char (text + at)) || text[at] == '|');
}

static void
test_any_bytes (void)
{
  static const char *const pieces[] = {
    "\n",   "\n\n",         " ", NBSP, "(",    ")",   "1", "i",  "a",        ".",       ";", ",", "\xc2\xb7",
    SYMBOL, "\xe2\x80\x93", "-", "o",  "The ", "and", "|", "\t", "\xc3\xa9", "RESOLVED"
  };

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = g_test_rand_int_range (0, 60);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int style = ACCORD_STYLE_NONE; style <= ACCORD_STYLE_PRINTED; style++)
        check_whole (text->str, (AccordSpan){ 0, text->len }, style);
    }
}

/* A text ten times as long takes about ten times as long, whatever it consists of. */
static void
test_linear (void)
{
  static const char *const pieces[] = { "a\n", "\n", "(i)\n", SYMBOL, "the\n", NBSP, "x" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 1 << 20)
        g_string_append (text, pieces[i]);
      check_whole (text->str, (AccordSpan){ 0, text->len }, ACCORD_STYLE_FULL);
    }
}

static void
test_words (void)
{
  const char *text = "  one" NBSP " \n two\xe2\x80\x8b three  ";
  g_autofree char *words = accord_lines_dup_words (text, (AccordSpan){ 0, strlen (text) });

  g_assert_cmpstr (words, ==, "one two three");
  g_assert_null (accord_lines_dup_words (text, (AccordSpan){ 0, 2 }));
  g_assert_null (accord_lines_dup_words (NULL, (AccordSpan){ 0, 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/committee/lines/%s", splits[i].name);

      g_test_add_data_func (path, &splits[i], test_split);
    }
  g_test_add_func ("/committee/lines/any-bytes", test_any_bytes);
  g_test_add_func ("/committee/lines/linear", test_linear);
  g_test_add_func ("/committee/lines/words", test_words);
  return g_test_run ();
}
