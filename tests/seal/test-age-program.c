/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <string.h>

#define PASSPHRASE "correct horse battery"

static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };

static gboolean
needs_both (void)
{
  return seal_needs ("age") && seal_needs ("age-keygen");
}

static void
write_bytes (Seal *seal, const char *name, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  seal_write (seal, name, size > 0 ? data : "", size);
}

static void
assert_holds (Seal *seal, const char *name, GBytes *plain)
{
  g_autoptr (GBytes) bytes = seal_read (seal, name);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, g_bytes_get_size (plain));
  g_assert_true (g_bytes_equal (bytes, plain));
}

/* The program's own key: the text that the identity file holds, and the recipient in its comment. */
static void
make_identity (Seal *seal, char **identity, char **recipient)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  seal_run (seal, TRUE, "age-keygen", "-o", "identity", NULL);
  bytes = seal_read (seal, "identity");
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  *identity = g_strdup (lines[2]);
  *recipient = g_strdup (strstr (lines[1], "age1"));
}

static void
test_program_seals (Seal *seal, gconstpointer armor)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  const char *recipient = accord_public_key_get_sealing (accord_key_pair_get_public (pair));

  if (!needs_both ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plain = seal_noise (sizes[i]);
      g_autoptr (GBytes) sealed = NULL;
      g_autoptr (GBytes) opened = NULL;
      g_autoptr (GError) error = NULL;

      write_bytes (seal, "plain", plain);
      seal_run (seal, TRUE, "age", "-r", recipient, "-o", "sealed", armor != NULL ? "--armor" : "--", "plain",
                NULL);
      sealed = seal_read (seal, "sealed");
      opened = seal_unlock_with (sealed, pair, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (plain, opened));
    }
}

static void
test_program_opens (Seal *seal, gconstpointer data)
{
  g_autofree char *identity = NULL;
  g_autofree char *recipient = NULL;
  g_autoptr (AccordKeyPair) other = seal_new_pair (NULL);

  if (!needs_both ())
    return;
  make_identity (seal, &identity, &recipient);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (other)),
                                   recipient, NULL };
      g_autoptr (GBytes) plain = seal_noise (sizes[i]);
      g_autoptr (GBytes) sealed = seal_lock (plain, recipients, NULL);

      write_bytes (seal, "sealed", sealed);
      /* of nothing it makes no file */
      seal_write (seal, "opened", "", 0);
      seal_run (seal, TRUE, "age", "-d", "-i", "identity", "-o", "opened", "sealed", NULL);
      assert_holds (seal, "opened", plain);
    }
}

/* The identity line of our own key is one for the program, and says the recipient that ours does. */
static void
test_program_takes_key (Seal *seal, gconstpointer data)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (AccordSecret) identity = accord_key_pair_dup_identity (pair);
  const char *recipient = accord_public_key_get_sealing (accord_key_pair_get_public (pair));
  g_autoptr (GBytes) plain = seal_noise (1000);
  g_autoptr (GBytes) said = NULL;
  g_autofree char *line = g_strconcat (recipient, "\n", NULL);

  if (!needs_both ())
    return;
  seal_write (seal, "identity", identity, -1);
  seal_run (seal, TRUE, "age-keygen", "-y", "-o", "recipient", "identity", NULL);
  said = seal_read (seal, "recipient");
  g_assert_cmpmem (g_bytes_get_data (said, NULL), g_bytes_get_size (said), line, strlen (line));
  write_bytes (seal, "plain", plain);
  seal_run (seal, TRUE, "age", "-r", recipient, "-o", "sealed", "plain", NULL);
  seal_run (seal, TRUE, "age", "-d", "-i", "identity", "-o", "opened", "sealed", NULL);
  assert_holds (seal, "opened", plain);
}

static void
test_program_seals_with_passphrase (Seal *seal, gconstpointer data)
{
  g_autoptr (GBytes) plain = seal_noise (100000);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GError) error = NULL;

  if (!needs_both ())
    return;
  write_bytes (seal, "plain", plain);
  g_assert_true (seal_run_on_terminal (seal, PASSPHRASE, "age", "-p", "-o", "sealed", "plain", NULL));
  sealed = seal_read (seal, "sealed");
  opened = seal_unlock (sealed, NULL, PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (plain, opened));
}

static void
test_program_opens_with_passphrase (Seal *seal, gconstpointer data)
{
  g_autoptr (GBytes) plain = seal_noise (100000);
  g_autoptr (GBytes) sealed = NULL;

  if (!needs_both ())
    return;
  sealed = seal_lock (plain, NULL, PASSPHRASE);
  write_bytes (seal, "sealed", sealed);
  g_assert_true (seal_run_on_terminal (seal, PASSPHRASE, "age", "-d", "-o", "opened", "sealed", NULL));
  assert_holds (seal, "opened", plain);
  g_assert_false (seal_run_on_terminal (seal, "another", "age", "-d", "-o", "other", "sealed", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/seal/age-program/seals", Seal, NULL, seal_set_up, test_program_seals, seal_tear_down);
  g_test_add ("/seal/age-program/seals-in-armor", Seal, "armor", seal_set_up, test_program_seals,
              seal_tear_down);
  g_test_add ("/seal/age-program/opens", Seal, NULL, seal_set_up, test_program_opens, seal_tear_down);
  g_test_add ("/seal/age-program/takes-key", Seal, NULL, seal_set_up, test_program_takes_key, seal_tear_down);
  g_test_add ("/seal/age-program/seals-with-passphrase", Seal, NULL, seal_set_up,
              test_program_seals_with_passphrase, seal_tear_down);
  g_test_add ("/seal/age-program/opens-with-passphrase", Seal, NULL, seal_set_up,
              test_program_opens_with_passphrase, seal_tear_down);

  return g_test_run ();
}
