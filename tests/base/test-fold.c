/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fold.h"

#include <sqlite3.h>
#include <string.h>

/* Indexes one text and gives back the one word that the search index made of it, or nothing. */
static char *
index_word (sqlite3_stmt *insert, sqlite3_stmt *terms, sqlite3_stmt *clear, const char *text)
{
  char *word = NULL;
  guint n_words = 0;

  sqlite3_bind_text (insert, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_reset (insert);
  while (sqlite3_step (terms) == SQLITE_ROW)
    {
      if (n_words++ == 0)
        word = g_strdup ((const char *) sqlite3_column_text (terms, 0));
    }
  sqlite3_reset (terms);
  g_assert_cmpint (sqlite3_step (clear), ==, SQLITE_DONE);
  sqlite3_reset (clear);
  if (n_words != 1)
    g_clear_pointer (&word, g_free);
  return word;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

/* Letters younger than the index's edition of Unicode, and one that its table of accents forgot. */
static gboolean
is_unknown_to_index (gunichar c)
{
  return c == 0x37f || (c >= 0x528 && c <= 0x52f) || c == 0x1e0 || c == 0x1e1;
}

/* Every letter between Latin and Cyrillic: folding and the search index see the same. */
static void
test_agrees_with_index (void)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } ranges[] = { { 'A', 'z' }, { 0xc0, 0x24f }, { 0x370, 0x52f }, { 0x1e00, 0x1fff } };
  sqlite3 *db;
  sqlite3_stmt *insert, *terms, *clear;
  guint n_compared = 0;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "CREATE VIRTUAL TABLE t USING fts5(x, tokenize=\"unicode61 remove_diacritics 2\");"
                    "CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row');",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  insert = prepare (db, "INSERT INTO t(x) VALUES (?)");
  terms = prepare (db, "SELECT term FROM v");
  clear = prepare (db, "DELETE FROM t");
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i].first; c <= ranges[i].last; c++)
      {
        char text[16] = "a";
        g_autofree char *folded = NULL;
        g_autofree char *word = NULL;

        if (!g_unichar_isalpha (c) || is_unknown_to_index (c))
          continue;
        text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
        strcat (text, "z");
        folded = accord_text_fold (text);
        word = index_word (insert, terms, clear, text);
        if (word == NULL)
          continue;
        g_assert_cmpstr (folded, ==, word);
        n_compared++;
      }
  g_assert_cmpuint (n_compared, >, 700);
  sqlite3_finalize (insert);
  sqlite3_finalize (terms);
  sqlite3_finalize (clear);
  sqlite3_close (db);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = { { "Café NÉE", "cafe nee" },
                { "Cafe\xcc\x81", "cafe" },
                { "Ŵyn Ỳ", "wyn y" },
                { "St Mary’s & Co.", "st mary’s & co." },
                { "", "" },
                { "a\xff", "a\xef\xbf\xbd" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = accord_text_fold (cases[i].text);
      g_autofree char *again = accord_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_collapse (void)
{
  static const struct
  {
    const char *text;
    const char *collapsed;
  } cases[] = { { "\xef\xbb\xbf"
                  "Body name",
                  "Body name" },
                { "  a\t\r\n b\xc2\xa0\xc2\xa0"
                  "c ",
                  "a b c" },
                { "\xc2\xa0", "" },
                { "one", "one" },
                { "a\xe2\x80\x8b"
                  "b",
                  "a b" },
                { "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *collapsed = accord_text_collapse (cases[i].text);
      g_autofree char *again = accord_text_collapse (collapsed);

      g_assert_cmpstr (collapsed, ==, cases[i].collapsed);
      g_assert_cmpstr (again, ==, collapsed);
    }
}

static void
test_slug (void)
{
  static const struct
  {
    const char *text;
    const char *slug;
  } cases[] = { { "Neighbourhood Model", "neighbourhood-model" },
                { "St Mary’s", "st-marys" },
                { "Health & Care", "health-and-care" },
                { "A&E", "a-and-e" },
                { "  --2019/20: Q1!  ", "2019-20-q1" },
                { "Café", "cafe" },
                { "…", "" },
                { "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *slug = accord_text_slug (cases[i].text);
      g_autofree char *again = accord_text_slug (slug);

      g_assert_cmpstr (slug, ==, cases[i].slug);
      g_assert_cmpstr (again, ==, slug);
    }
}

/* A slug of anything holds nothing but what it may hold. */
static void
test_slug_noise (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char text[24];
      gsize len = g_test_rand_int_range (0, sizeof text - 1);
      g_autofree char *slug = NULL;

      for (gsize j = 0; j < len; j++)
        text[j] = (char) g_test_rand_int_range (1, 256);
      text[len] = '\0';
      slug = accord_text_slug (text);
      g_assert_cmpuint (strspn (slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (slug));
      g_assert_null (strstr (slug, "--"));
      g_assert_false (g_str_has_prefix (slug, "-") || g_str_has_suffix (slug, "-"));
    }
}

/* One line, in which nothing moves a cursor or turns the order of what stands after it. */
static void
test_line (void)
{
  static const char *const pairs[][2] = {
    { " two\nlines\r\n", "two lines" }, { "\033[31mred\a", "[31mred" },         { "a\u202eb\u2066c", "abc" },
    { "£1\u00a0m", "£1\u00a0m" },       { "bad \xff byte", "bad \ufffd byte" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *line = accord_text_line (pairs[i][0]);

      g_assert_cmpstr (line, ==, pairs[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/agrees-with-index", test_agrees_with_index);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/collapse", test_collapse);
  g_test_add_func ("/fold/slug", test_slug);
  g_test_add_func ("/fold/slug/noise", test_slug_noise);
  g_test_add_func ("/fold/slug/line", test_line);
  return g_test_run ();
}
