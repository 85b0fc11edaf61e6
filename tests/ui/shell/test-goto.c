/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/commands.h"
#include "shell/goto-rank.h"
#include "shell/recent.h"

#include <string.h>

static void
test_matches (void)
{
  static const struct
  {
    const char *words;
    const char *text;
    AccordMatch match;
  } cases[] = {
    { "persona", "Persona", ACCORD_MATCH_EXACT },
    { " PERSONA ", "Persona", ACCORD_MATCH_EXACT },
    { "cafe", "Café", ACCORD_MATCH_EXACT },
    { "burys share", "Bury’s share", ACCORD_MATCH_EXACT },
    { "pay", "Payments", ACCORD_MATCH_START },
    { "import payments", "Import payments…", ACCORD_MATCH_EXACT },
    { "pay", "Import payments…", ACCORD_MATCH_WORDS },
    { "2019 persona", "Persona Care, 1 Apr 2019", ACCORD_MATCH_WORDS },
    { "scrutiny joint", "Joint Health Scrutiny Committee", ACCORD_MATCH_WORDS },
    { "ments", "Payments", ACCORD_MATCH_ANYWHERE },
    { "pay ments", "Payments", ACCORD_MATCH_ANYWHERE },
    { "pay x", "Payments", ACCORD_MATCH_NONE },
    { "payments made", "Payments", ACCORD_MATCH_NONE },
    { "", "Payments", ACCORD_MATCH_NONE },
    { " – ", "Payments", ACCORD_MATCH_NONE },
    { "a", "", ACCORD_MATCH_NONE },
    { "\xff", "Payments", ACCORD_MATCH_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (accord_match_words (cases[i].words, cases[i].text) != cases[i].match)
      g_error ("“%s” in “%s”", cases[i].words, cases[i].text);
}

/* The more of a name is typed, the better it answers, but for the words of it that are not reached yet. */
static void
test_typing_on (void)
{
  const char *name = "Add a caveat";
  AccordMatch last = ACCORD_MATCH_START;

  for (gsize n = 1; n <= strlen (name); n++)
    {
      g_autofree char *typed = g_strndup (name, n);
      AccordMatch match = accord_match_words (typed, name);

      g_assert_cmpint (match, >=, last);
      last = match;
    }
  g_assert_cmpint (last, ==, ACCORD_MATCH_EXACT);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  return accord_rank_compare (a, b);
}

/* Whatever order things come in, they end in the same one, and no better match is below a worse one. */
static void
test_order (void)
{
  AccordRank ranks[200], again[200];

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    ranks[i] = (AccordRank){ g_test_rand_int_range (ACCORD_MATCH_TEXT, ACCORD_MATCH_EXACT + 1),
                             g_test_rand_bit () ? ACCORD_NEVER_SEEN : (guint) g_test_rand_int_range (0, 9),
                             (guint) g_test_rand_int_range (0, 4), i };
  memcpy (again, ranks, sizeof ranks);
  for (guint i = G_N_ELEMENTS (again); i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i);
      AccordRank kept = again[i - 1];

      again[i - 1] = again[j];
      again[j] = kept;
    }

  g_qsort_with_data (ranks, G_N_ELEMENTS (ranks), sizeof *ranks, compare, NULL);
  g_qsort_with_data (again, G_N_ELEMENTS (again), sizeof *again, compare, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    g_assert_cmpuint (ranks[i].order, ==, again[i].order);
  for (guint i = 1; i < G_N_ELEMENTS (ranks); i++)
    {
      g_assert_cmpint (ranks[i].match, <=, ranks[i - 1].match);
      if (ranks[i].match == ranks[i - 1].match)
        g_assert_cmpuint (ranks[i].seen, >=, ranks[i - 1].seen);
    }
}

static void
assert_recent (AccordRecent *recent, const char *expected)
{
  g_auto (GStrv) words = accord_recent_dup_words (recent);
  g_autofree char *line = g_strjoinv (" ", words);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_recent (void)
{
  g_autoptr (AccordRecent) recent = accord_recent_new ();

  accord_recent_add (recent, "overview", 0, FALSE);
  accord_recent_add (recent, "fund", 1, FALSE);
  accord_recent_add (recent, "fund", 2, TRUE);
  accord_recent_add (recent, "fund", 3, TRUE);
  assert_recent (recent, "fund/3 overview");
  accord_recent_add (recent, "overview", 0, FALSE);
  accord_recent_add (recent, "fund", 0, FALSE);
  assert_recent (recent, "fund overview fund/3");
  g_assert_cmpuint (accord_recent_find (recent, "fund", 3), ==, 2);
  g_assert_cmpuint (accord_recent_find (recent, "case", 3), ==, 3);
}

static void
test_recent_is_kept (void)
{
  g_autoptr (AccordRecent) recent = accord_recent_new ();
  static const char *const kept[] = { "fund/3", "",        "case",     "fund/3", "fund/x",
                                      "/",      "post/-1", "overview", NULL };

  accord_recent_add (recent, "overview", 0, FALSE);
  accord_recent_take_words (recent, kept);
  assert_recent (recent, "overview fund/3 case");

  for (gint64 i = 1; i < 1000; i++)
    accord_recent_add (recent, "payment", i, FALSE);
  g_assert_cmpuint (accord_recent_get_n (recent), ==, 40);
  accord_recent_take_words (recent, kept);
  g_assert_cmpuint (accord_recent_get_n (recent), ==, 40);
}

/* A key does one thing. */
static void
test_keys_are_told_apart (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) actions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_commands;
  const AccordCommand *commands = accord_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      if (commands[i].keys != NULL)
        g_assert_true (g_hash_table_add (keys, (gpointer) commands[i].keys));
      if (commands[i].action != NULL)
        g_assert_true (g_hash_table_add (actions, (gpointer) commands[i].action));
      g_assert_true (i == 0 || commands[i].group >= commands[i - 1].group);
    }
  g_assert_cmpstr (accord_commands_get_keys ("win.search-all"), ==, "<ctrl>k");
  g_assert_null (accord_commands_get_keys ("win.unheard-of"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/goto/matches", test_matches);
  g_test_add_func ("/ui/goto/typing-on", test_typing_on);
  g_test_add_func ("/ui/goto/order", test_order);
  g_test_add_func ("/ui/goto/recent", test_recent);
  g_test_add_func ("/ui/goto/recent-is-kept", test_recent_is_kept);
  g_test_add_func ("/ui/goto/keys-are-told-apart", test_keys_are_told_apart);

  return g_test_run ();
}
