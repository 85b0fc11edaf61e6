/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bech32.h"
#include "fixture.h"
#include "seal-error.h"
#include "spoken-words.h"

#include <string.h>

#define SIGNING "RWRiSgt9yEVOD5L6SHFcwP3FxL/tF5PaM3vvq3/SMQkSGOf167InljaG"
#define SEALING "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"

static AccordPublicKey *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  AccordPublicKey *key = accord_public_key_parse (text, -1, &error);

  g_assert_no_error (error);
  return key;
}

static void
assert_refused (const char *text, gssize length, AccordSealError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_public_key_parse (text, length, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_text (void)
{
  g_autoptr (AccordPublicKey) key = parse ("accord-key-1 " SIGNING " " SEALING " Bury GP Federation");
  g_autofree char *text = accord_public_key_dup_text (key);
  g_autofree char *file = g_strdup_printf ("\n# of the federation\r\n%s\r\n\n", text);
  g_autoptr (AccordPublicKey) again = parse (file);
  g_autoptr (AccordPublicKey) nameless = parse ("accord-key-1 " SIGNING " " SEALING);
  g_autofree char *short_text = accord_public_key_dup_text (nameless);

  g_assert_cmpstr (accord_public_key_get_holder (key), ==, "Bury GP Federation");
  g_assert_cmpstr (accord_public_key_get_signing (key), ==, SIGNING);
  g_assert_cmpstr (accord_public_key_get_sealing (key), ==, SEALING);
  g_assert_cmpstr (text, ==, "accord-key-1 " SIGNING " " SEALING " Bury GP Federation");
  g_assert_true (accord_public_key_equal (key, again));
  g_assert_cmpstr (accord_public_key_get_holder (again), ==, "Bury GP Federation");
  g_assert_cmpstr (accord_public_key_get_holder (nameless), ==, "");
  g_assert_cmpstr (short_text, ==, "accord-key-1 " SIGNING " " SEALING);
}

static void
test_refused (void)
{
  g_autofree char *long_name = g_strnfill (200, 'n');
  g_autofree char *too_long = g_strconcat ("accord-key-1 " SIGNING " " SEALING " ", long_name, NULL);
  g_autofree char *huge = g_strnfill (200000, '\n');
  static const char nul[] = "accord-key-1 " SIGNING " " SEALING " a\0b";

  assert_refused ("", -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1", -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1 " SIGNING, -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1 " SEALING " " SIGNING, -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-2 anything", -1, ACCORD_SEAL_ERROR_NEWER);
  assert_refused ("accord-key-10 " SIGNING " " SEALING, -1, ACCORD_SEAL_ERROR_NEWER);
  assert_refused ("accord-key-1  " SIGNING " " SEALING, -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1 " SIGNING " " SEALING " a\naccord-key-1 " SIGNING " " SEALING " b", -1,
                  ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1 " SIGNING " " SEALING " a\tb", -1, ACCORD_SEAL_ERROR_FORMAT);
  /* a name that turns the rest of the line round, and one that is not text */
  assert_refused ("accord-key-1 " SIGNING " " SEALING " a\xe2\x80\xae"
                  "b",
                  -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused ("accord-key-1 " SIGNING " " SEALING " \xff", -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused (nul, sizeof nul - 1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused (too_long, -1, ACCORD_SEAL_ERROR_FORMAT);
  assert_refused (huge, -1, ACCORD_SEAL_ERROR_FORMAT);
}

/* Whichever letter of the two keys is changed, the key is refused or is another key; never taken for it. */
static void
test_any_letter (void)
{
  const char *text = "accord-key-1 " SIGNING " " SEALING;
  g_autoptr (AccordPublicKey) key = parse (text);
  g_autofree char *fingerprint = accord_public_key_dup_fingerprint (key);
  guint n_refused = 0;

  for (gsize i = strlen ("accord-key-1 "); i < strlen (text); i++)
    for (char letter = ' '; letter < 127; letter++)
      {
        g_autofree char *changed = g_strdup (text);
        g_autofree char *other = NULL;
        g_autoptr (AccordPublicKey) parsed = NULL;

        if (changed[i] == letter)
          continue;
        changed[i] = letter;
        parsed = accord_public_key_parse (changed, -1, NULL);
        n_refused += parsed == NULL;
        if (parsed == NULL)
          continue;
        other = accord_public_key_dup_fingerprint (parsed);
        g_assert_false (accord_public_key_equal (key, parsed));
        g_assert_cmpstr (other, !=, fingerprint);
        g_assert_cmpuint (i, <, strlen ("accord-key-1 " SIGNING));
      }
  g_assert_cmpuint (n_refused, >, 9000);
}

static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (300, 'n');
  g_autofree char *long_umlauts = NULL;
  GString *umlauts = g_string_new ("x");
  g_autoptr (AccordPublicKey) shortened = NULL;
  g_autoptr (AccordPublicKey) whole = NULL;
  g_autoptr (AccordPublicKey) tidy = NULL;
  g_autoptr (AccordPublicKey) again = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (umlauts, "ü");
  long_umlauts = g_string_free (umlauts, FALSE);
  shortened = accord_public_key_new (SIGNING, SEALING, long_name, NULL);
  whole = accord_public_key_new (SIGNING, SEALING, long_umlauts, NULL);
  tidy = accord_public_key_new (SIGNING, SEALING, "  a \n\n b\xe2\x80\xae\x01 c\xff ", NULL);
  text = accord_public_key_dup_text (whole);
  g_assert_cmpuint (strlen (accord_public_key_get_holder (shortened)), ==, 160);
  g_assert_true (g_str_has_suffix (accord_public_key_get_holder (shortened), "n…"));
  g_assert_true (g_utf8_validate (accord_public_key_get_holder (whole), -1, NULL));
  g_assert_cmpuint (strlen (text), <=, 300);
  again = parse (text);
  g_assert_cmpstr (accord_public_key_get_holder (again), ==, accord_public_key_get_holder (whole));
  g_assert_cmpstr (accord_public_key_get_holder (tidy), ==, "a b c\xef\xbf\xbd");
}

static guint
distance (const char *a, const char *b)
{
  guint row[64];
  gsize n = strlen (b);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint corner = row[0]++;

      for (guint j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, corner + (a[i - 1] != b[j - 1]));
          corner = above;
        }
    }
  return row[n];
}

static void
test_words (void)
{
  for (guint i = 0; i < 256; i++)
    {
      const char *word = accord_spoken_word (i);

      g_assert_cmpuint (strlen (word), >=, 3);
      g_assert_cmpuint (strlen (word), <=, 9);
      g_assert_cmpuint (strspn (word, "abcdefghijklmnopqrstuvwxyz"), ==, strlen (word));
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (distance (word, accord_spoken_word (j)), >=, 2);
    }
}

/* The words say what the fingerprint says, and both differ between any two keys. */
static void
test_fingerprint (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
      g_autofree char *print = accord_public_key_dup_fingerprint (accord_key_pair_get_public (pair));
      char *text = accord_public_key_dup_words (accord_key_pair_get_public (pair));
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      g_auto (GStrv) groups = g_strsplit (print, " ", -1);

      g_assert_cmpuint (g_strv_length (words), ==, 10);
      g_assert_cmpuint (g_strv_length (groups), ==, 8);
      for (guint j = 0; j < 10; j++)
        {
          guint group = g_ascii_strtoull (groups[j / 2], NULL, 16);

          g_assert_cmpstr (words[j], ==, accord_spoken_word (j % 2 == 0 ? group >> 8 : group & 255));
        }
      g_assert_true (g_hash_table_add (seen, text));
    }
}

/* What the form of a pack says of fingerprints and words is enough to work them out: these were, by another
 * program, from its text alone. */
static void
test_written_down (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "accordpack.md", NULL);
  g_autofree char *text = NULL, *list = NULL;
  g_autofree char *line = g_strdup_printf ("accord-key-1 %s %s Somebody", SIGNING, SEALING);
  g_autoptr (AccordPublicKey) key = parse (line);
  g_autofree char *print = accord_public_key_dup_fingerprint (key);
  g_auto (GStrv) words = NULL;
  const char *begin, *end;

  g_assert_cmpstr (print, ==, "b836 9563 2341 97bf c0c0 9855 a776 377c");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  begin = strstr (text, "```\nacorn ");
  g_assert_nonnull (begin);
  end = strstr (begin += strlen ("```\n"), "\n```");
  g_assert_nonnull (end);
  list = g_strdelimit (g_strndup (begin, end - begin), "\n", ' ');
  words = g_strsplit (list, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 256);
  for (guint i = 0; i < 256; i++)
    g_assert_cmpstr (words[i], ==, accord_spoken_word (i));
}

static void
test_pair (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Bury GP Federation");
  g_autoptr (AccordSecret) text = accord_key_pair_dup_text (pair);
  g_autoptr (AccordSecret) again_text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordKeyPair) again = accord_key_pair_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_true (
      accord_public_key_equal (accord_key_pair_get_public (pair), accord_key_pair_get_public (again)));
  g_assert_cmpstr (accord_public_key_get_holder (accord_key_pair_get_public (again)), ==,
                   "Bury GP Federation");
  again_text = accord_key_pair_dup_text (again);
  g_assert_cmpstr (text, ==, again_text);
}

/* Whichever letter of a key that is kept is changed, it is refused, or says the same. */
static void
test_pair_any_letter (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autoptr (AccordSecret) text = accord_key_pair_dup_text (pair);
  gsize length = strlen (text);
  guint n_refused = 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (AccordSecret) changed = accord_secret_dup (text, -1);
      g_autoptr (AccordSecret) cut = accord_secret_dup (text, i);
      g_autoptr (AccordKeyPair) parsed = NULL;
      g_autoptr (AccordKeyPair) whole = NULL;
      g_autoptr (GError) error = NULL;

      changed[i] ^= 1;
      parsed = accord_key_pair_parse (changed, -1, &error);
      whole = accord_key_pair_parse (cut, -1, NULL);
      g_assert_true (whole == NULL || i == length - 1);
      n_refused += parsed == NULL;
      if (parsed == NULL)
        g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT);
      else
        g_assert_cmpstr (accord_public_key_get_sealing (accord_key_pair_get_public (parsed)), ==,
                         accord_public_key_get_sealing (accord_key_pair_get_public (pair)));
    }
  g_assert_cmpuint (n_refused, >, 150);
}

/* The texts of the age specification, either way. */
static void
test_bech32 (void)
{
  static const char secret[] = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
  guint8 bytes[32];
  g_autoptr (AccordSecret) written = NULL;
  g_autofree char *capitals = NULL;
  g_autofree char *mixed = g_strdup (secret);

  g_assert_true (accord_bech32_read (secret, strlen (secret), "age-secret-key-", bytes));
  for (guint i = 0; i < sizeof bytes; i++)
    g_assert_cmpuint (bytes[i], ==, 0x42);
  written = accord_bech32_write ("age-secret-key-", bytes);
  capitals = g_ascii_strup (written, -1);
  g_assert_cmpstr (capitals, ==, secret);
  mixed[20] = g_ascii_tolower (mixed[20]);
  g_assert_false (accord_bech32_read (mixed, strlen (mixed), "age-secret-key-", bytes));
  g_assert_false (accord_bech32_read (secret, strlen (secret), "age", bytes));
  g_assert_false (accord_bech32_read (secret, strlen (secret) - 1, "age-secret-key-", bytes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/keys/text", test_text);
  g_test_add_func ("/seal/keys/refused", test_refused);
  g_test_add_func ("/seal/keys/any-letter", test_any_letter);
  g_test_add_func ("/seal/keys/names", test_names);
  g_test_add_func ("/seal/keys/words", test_words);
  g_test_add_func ("/seal/keys/fingerprint", test_fingerprint);
  g_test_add_func ("/seal/keys/written-down", test_written_down);
  g_test_add_func ("/seal/keys/pair", test_pair);
  g_test_add_func ("/seal/keys/pair-any-letter", test_pair_any_letter);
  g_test_add_func ("/seal/keys/bech32", test_bech32);

  return g_test_run ();
}
