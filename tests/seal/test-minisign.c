/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "minisign.h"
#include "seal-error.h"

#include <string.h>

static const char *
signing_of (AccordKeyPair *pair)
{
  return accord_public_key_get_signing (accord_key_pair_get_public (pair));
}

static char *
sign (AccordKeyPair *pair, const char *text, const char *comment)
{
  g_autoptr (GError) error = NULL;
  char *signature = accord_minisign_sign (pair, (const guint8 *) text, strlen (text), comment, &error);

  g_assert_no_error (error);
  return signature;
}

static gboolean
verify (const char *signature, const char *text, const char *signing, char **comment, GError **error)
{
  return accord_minisign_verify (signature, strlen (signature), (const guint8 *) text, strlen (text), signing,
                                 comment, error);
}

static void
test_round_trip (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autofree char *signature = sign (pair, "what was decided", "timestamp:1\tfile:manifest.json");
  g_autofree char *comment = NULL;
  g_autofree char *empty = sign (pair, "", "");
  g_autoptr (GError) error = NULL;

  g_assert_true (verify (signature, "what was decided", signing_of (pair), &comment, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (comment, ==, "timestamp:1 file:manifest.json");
  g_assert_true (verify (empty, "", signing_of (pair), NULL, &error));
}

static void
test_refused (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autoptr (AccordKeyPair) other = seal_new_pair ("Somebody");
  g_autofree char *signature = sign (pair, "text", "comment");
  g_autofree char *comment = g_strdup (signature);
  g_autoptr (GError) error = NULL;

  g_assert_false (verify (signature, "texts", signing_of (pair), NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_SIGNATURE);
  g_clear_error (&error);
  g_assert_false (verify (signature, "text", signing_of (other), NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_SIGNATURE);
  g_clear_error (&error);
  strstr (comment, "trusted comment: comment\n")[strlen ("trusted comment: ")] = 'C';
  g_assert_false (verify (comment, "text", signing_of (pair), NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_SIGNATURE);
  g_clear_error (&error);
  g_assert_false (verify (signature, "text", "RW", NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT);
  g_assert_null (accord_minisign_sign (pair, (const guint8 *) "", 0, "two\nlines", NULL));
}

/* Only the untrusted comment may be changed, and nothing may be missing but the last line feed. */
static void
test_any_letter (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autofree char *signature = sign (pair, "text", "trusted");
  gsize length = strlen (signature);
  gsize first = strchr (signature, '\n') - signature;

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *changed = g_strdup (signature);
      gboolean good;

      changed[i] ^= 1;
      good = verify (changed, "text", signing_of (pair), NULL, NULL);
      g_assert_true (!good || (i >= strlen ("untrusted comment: ") && i < first) || i == length - 1);
      good = accord_minisign_verify (signature, i, (const guint8 *) "text", 4, signing_of (pair), NULL, NULL);
      g_assert_true (good == (i == length - 1));
    }
}

/* A comment may hold anything; it is shown without what could steer a terminal. */
static void
test_untidy_comment (Seal *seal, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *comment = NULL;
  g_autoptr (GBytes) public = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!seal_needs ("minisign"))
    return;
  seal_write (seal, "file", "text", 4);
  seal_run (seal, TRUE, "minisign", "-G", "-W", "-p", "public", "-s", "secret", NULL);
  seal_run (seal, TRUE, "minisign", "-S", "-s", "secret", "-m", "file", "-t", "a\x1b[2Jb\xff", NULL);
  public = seal_read (seal, "public");
  signature = seal_read (seal, "file.minisig");
  text = g_strndup (g_bytes_get_data (public, NULL), g_bytes_get_size (public));
  lines = g_strsplit (text, "\n", -1);
  accord_minisign_verify (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature),
                          (const guint8 *) "text", 4, lines[1], &comment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (comment, ==, "a [2Jb\xef\xbf\xbd");
}

/* The program signs, in both forms, and we check. */
static void
test_program_signs (Seal *seal, gconstpointer data)
{
  g_autoptr (GBytes) noise = seal_noise (100000);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) public = NULL;
  g_auto (GStrv) lines = NULL;
  static const char *const forms[] = { "-H", "-l" };

  if (!seal_needs ("minisign"))
    return;
  seal_write (seal, "file", g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
  seal_run (seal, TRUE, "minisign", "-G", "-W", "-p", "public", "-s", "secret", NULL);
  public = seal_read (seal, "public");
  text = g_strndup (g_bytes_get_data (public, NULL), g_bytes_get_size (public));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) signature = NULL;
      g_autofree char *comment = NULL;
      g_autoptr (GError) error = NULL;

      seal_run (seal, TRUE, "minisign", "-S", forms[i], "-s", "secret", "-m", "file", "-t", "said", NULL);
      signature = seal_read (seal, "file.minisig");
      accord_minisign_verify (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature),
                              g_bytes_get_data (noise, NULL), g_bytes_get_size (noise), lines[1], &comment,
                              &error);
      g_assert_no_error (error);
      g_assert_cmpstr (comment, ==, "said");
    }
}

/* We sign, and the program checks; what was changed it refuses. */
static void
test_program_checks (Seal *seal, gconstpointer data)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autofree char *signature = sign (pair, "text", "trusted: as far as that goes");

  if (!seal_needs ("minisign"))
    return;
  seal_write (seal, "file", "text", 4);
  seal_write (seal, "file.minisig", signature, -1);
  seal_run (seal, TRUE, "minisign", "-V", "-P", signing_of (pair), "-m", "file", NULL);
  seal_write (seal, "file", "Text", 4);
  seal_run (seal, FALSE, "minisign", "-V", "-P", signing_of (pair), "-m", "file", NULL);
}

/* The lines of our key are a secret key of minisign's. */
static void
test_program_takes_key (Seal *seal, gconstpointer data)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Somebody");
  g_autoptr (AccordSecret) text = accord_key_pair_dup_text (pair);
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GError) error = NULL;

  if (!seal_needs ("minisign"))
    return;
  seal_write (seal, "secret", strstr (text, "untrusted comment: "), -1);
  seal_write (seal, "file", "text", 4);
  seal_run (seal, TRUE, "minisign", "-S", "-s", "secret", "-m", "file", NULL);
  signature = seal_read (seal, "file.minisig");
  accord_minisign_verify (g_bytes_get_data (signature, NULL), g_bytes_get_size (signature),
                          (const guint8 *) "text", 4, signing_of (pair), NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/minisign/round-trip", test_round_trip);
  g_test_add_func ("/seal/minisign/refused", test_refused);
  g_test_add_func ("/seal/minisign/any-letter", test_any_letter);
  g_test_add ("/seal/minisign/untidy-comment", Seal, NULL, seal_set_up, test_untidy_comment, seal_tear_down);
  g_test_add ("/seal/minisign/program-signs", Seal, NULL, seal_set_up, test_program_signs, seal_tear_down);
  g_test_add ("/seal/minisign/program-checks", Seal, NULL, seal_set_up, test_program_checks, seal_tear_down);
  g_test_add ("/seal/minisign/program-takes-key", Seal, NULL, seal_set_up, test_program_takes_key,
              seal_tear_down);

  return g_test_run ();
}
