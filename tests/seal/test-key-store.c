/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "key-store.h"
#include "seal-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>

#define PASSPHRASE "correct horse battery"

static AccordKeyPair *
load (const AccordKeyPlace *place)
{
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = accord_key_store_load (place, NULL, &error);

  g_assert_no_error (error);
  return pair;
}

static void
assert_not_loaded (const AccordKeyPlace *place, AccordSealError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (accord_key_store_load (place, NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, code);
  g_assert_null (strstr (error->message, PASSPHRASE));
}

static void
assert_same (AccordKeyPair *a, AccordKeyPair *b)
{
  g_assert_true (accord_public_key_equal (accord_key_pair_get_public (a), accord_key_pair_get_public (b)));
}

static void
test_file (Seal *seal, gconstpointer data)
{
  g_autofree char *path = g_build_filename (seal->folder, "key", NULL);
  const AccordKeyPlace place = { path, PASSPHRASE };
  const AccordKeyPlace wrong = { path, "something else" };
  const AccordKeyPlace none = { path, NULL };
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Bury GP Federation");
  g_autoptr (AccordKeyPair) other = seal_new_pair ("Somebody");
  g_autoptr (AccordKeyPair) kept = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  assert_not_loaded (&place, ACCORD_SEAL_ERROR_NO_KEY);
  g_assert_false (accord_key_store_save (&none, pair, NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  kept = load (&place);
  assert_same (kept, pair);
  g_assert_cmpstr (accord_public_key_get_holder (accord_key_pair_get_public (kept)), ==,
                   "Bury GP Federation");
  assert_not_loaded (&wrong, ACCORD_SEAL_ERROR_PASSPHRASE);
  assert_not_loaded (&none, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE);

  /* The same key again is no harm; another one is. */
  g_assert_true (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_false (accord_key_store_save (&place, other, NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_EXISTS);
  g_clear_pointer (&kept, accord_key_pair_unref);
  kept = load (&place);
  assert_same (kept, pair);
}

static void
test_damaged_file (Seal *seal, gconstpointer data)
{
  g_autofree char *path = g_build_filename (seal->folder, "key", NULL);
  const AccordKeyPlace place = { path, PASSPHRASE };
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (accord_key_store_save (&place, pair, NULL, NULL));
  bytes = seal_read (seal, "key");
  seal_write (seal, "key", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
  assert_not_loaded (&place, ACCORD_SEAL_ERROR_DAMAGED);
  seal_write (seal, "key", "no key at all", -1);
  assert_not_loaded (&place, ACCORD_SEAL_ERROR_FORMAT);
}

/* On a full disk nothing is left behind, and what cannot be written is said. */
static void
test_full (Seal *seal, gconstpointer data)
{
  g_autofree char *folder = seal_path (seal, "disk");
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *path = g_build_filename (folder, "key", NULL);
  const AccordKeyPlace place = { path, PASSPHRASE };
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  if (mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_test_skip ("no file system can be mounted here");
      return;
    }
  for (gsize n = 1 << 16; n > 0; n /= 2)
    {
      g_autofree char *name = g_strdup_printf ("%s-%" G_GSIZE_FORMAT, filler, n);

      g_file_set_contents_full (name, zeros, n, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    }
  g_assert_false (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (umount (folder), ==, 0);
}

/* --- The secret service, in a session of its own. */

static gboolean
start_keyring (GTestDBus *bus, Seal *seal, gboolean unlock)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) keyring = NULL;

  g_subprocess_launcher_setenv (launcher, "HOME", seal->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", seal->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", seal->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", g_test_dbus_get_bus_address (bus),
                                TRUE);
  keyring = g_subprocess_launcher_spawn (launcher, NULL, "gnome-keyring-daemon",
                                         unlock ? "--unlock" : "--daemonize", "--components=secrets", NULL);
  return keyring != NULL
         && g_subprocess_communicate_utf8 (keyring, unlock ? "login" : NULL, NULL, NULL, NULL, NULL)
         && g_subprocess_get_successful (keyring);
}

/* The keyring goes into the background before it has its name on the bus. */
static gboolean
is_there_soon (void)
{
  for (guint i = 0; i < 200; i++)
    {
      if (accord_key_store_has_service (NULL))
        return TRUE;
      g_usleep (G_USEC_PER_SEC / 10);
    }
  return FALSE;
}

static void
check_service (void)
{
  const AccordKeyPlace place = { NULL, NULL };
  g_autoptr (AccordKeyPair) pair = seal_new_pair ("Bury GP Federation");
  g_autoptr (AccordKeyPair) other = seal_new_pair (NULL);
  g_autoptr (AccordKeyPair) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (is_there_soon ());
  assert_not_loaded (&place, ACCORD_SEAL_ERROR_NO_KEY);
  g_assert_true (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_no_error (error);
  kept = load (&place);
  assert_same (kept, pair);
  g_assert_cmpstr (accord_public_key_get_holder (accord_key_pair_get_public (kept)), ==,
                   "Bury GP Federation");
  g_assert_true (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_false (accord_key_store_save (&place, other, NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_EXISTS);
}

/* Whose question nobody answers: a sentence, and not that somebody has stopped us. */
static void
check_locked (void)
{
  const AccordKeyPlace place = { NULL, NULL };
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (is_there_soon ());
  g_assert_false (accord_key_store_save (&place, pair, NULL, &error));
  g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE);
}

static void
test_service (Seal *seal, gconstpointer locked)
{
  g_autoptr (GTestDBus) bus = NULL;

  if (!seal_needs ("gnome-keyring-daemon") || !seal_needs ("dbus-daemon"))
    return;
  if (g_test_subprocess ())
    {
      if (locked != NULL)
        check_locked ();
      else
        check_service ();
      return;
    }
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  if (start_keyring (bus, seal, locked == NULL))
    {
      g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
  else
    g_test_skip ("the keyring does not start here");
  g_test_dbus_down (bus);
}

/* Where nobody keeps secrets, that is what is said; and nobody writes a file instead. */
static void
test_no_service (Seal *seal, gconstpointer data)
{
  const AccordKeyPlace place = { NULL, NULL };

  if (g_test_subprocess ())
    {
      g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (accord_key_store_has_service (NULL));
      assert_not_loaded (&place, ACCORD_SEAL_ERROR_STORE);
      g_assert_false (accord_key_store_save (&place, pair, NULL, &error));
      g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_STORE);
      return;
    }
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/seal/key-store/file", Seal, NULL, seal_set_up, test_file, seal_tear_down);
  g_test_add ("/seal/key-store/damaged-file", Seal, NULL, seal_set_up, test_damaged_file, seal_tear_down);
  g_test_add ("/seal/key-store/full", Seal, NULL, seal_set_up, test_full, seal_tear_down);
  g_test_add ("/seal/key-store/service", Seal, NULL, seal_set_up, test_service, seal_tear_down);
  g_test_add ("/seal/key-store/locked-service", Seal, "locked", seal_set_up, test_service, seal_tear_down);
  g_test_add ("/seal/key-store/no-service", Seal, NULL, seal_set_up, test_no_service, seal_tear_down);

  return g_test_run ();
}
