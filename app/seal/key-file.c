/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "key-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "age.h"
#include "seal-error.h"

#define MAX_KEY (64 * 1024)

/* Says which file it is about, but leaves alone what the system says, which names it already. */
static void
name_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (error != NULL && *error != NULL && (*error)->domain == ACCORD_SEAL_ERROR)
    g_prefix_error (error, _ ("The key file “%s” cannot be used: "), name);
}

static AccordKeyPair *
read_pair (GInputStream *stream, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordSecret) text = accord_secret_new (MAX_KEY);
  g_autoptr (GInputStream) opened = NULL;
  gsize length;

  if (passphrase == NULL)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE,
                           _ ("It is sealed with a passphrase."));
      return NULL;
    }
  opened = accord_age_open (stream, NULL, passphrase, cancellable, error);
  if (opened == NULL || !g_input_stream_read_all (opened, text, MAX_KEY, &length, cancellable, error))
    return NULL;
  return accord_key_pair_parse (text, length, error);
}

/**
 * accord_key_file_load:
 * @path: (type filename): the file
 * @passphrase: (nullable): what it is sealed with
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Reads a key from a file.
 *
 * Returns: (transfer full) (nullable): the key pair; %ACCORD_SEAL_ERROR_NO_KEY where there is no file
 */
AccordKeyPair *
accord_key_file_load (const char *path, const char *passphrase, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);
  AccordKeyPair *pair = NULL;

  if (stream != NULL)
    pair = read_pair (G_INPUT_STREAM (stream), passphrase, cancellable, &local);
  else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_clear_error (&local);
      g_set_error_literal (&local, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NO_KEY, _ ("It is not there yet."));
    }
  name_file (path, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return pair;
}

static gboolean
fail_with_errno (const char *path, GError **error)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” cannot be written: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* The key, sealed, in a file that nobody else can read and that is on the disk. */
static gboolean
write_pair (int fd, const char *path, const char *passphrase, AccordKeyPair *pair, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (AccordSecret) text = accord_key_pair_dup_text (pair);
  g_autoptr (GOutputStream) file = g_unix_output_stream_new (fd, FALSE);
  g_autoptr (GOutputStream) sealed = accord_age_seal (file, NULL, passphrase, cancellable, error);

  if (sealed == NULL || !g_output_stream_write_all (sealed, text, strlen (text), NULL, cancellable, error)
      || !g_output_stream_close (sealed, cancellable, error))
    return FALSE;
  return fsync (fd) == 0 || fail_with_errno (path, error);
}

/* Gives the file its name, unless something is called so already; where the file system cannot do that in
 * one step, it is looked first. */
static gboolean
settle (const char *made, const char *path, GError **error)
{
  if (link (made, path) == 0)
    {
      g_unlink (made);
      return TRUE;
    }
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (made, path) == 0)
    return TRUE;
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS))
    return fail_with_errno (path, error);
  g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_EXISTS,
                       _ ("There is a file of that name already, and it is not overwritten."));
  return FALSE;
}

/**
 * accord_key_file_save:
 * @path: (type filename): the file; its folder is made where it is missing
 * @passphrase: what it is sealed with
 * @pair: the key
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Writes a key into a new file, which is whole or not there.
 *
 * Returns: whether it is there
 */
gboolean
accord_key_file_save (const char *path, const char *passphrase, AccordKeyPair *pair,
                      GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = g_strconcat (path, ".XXXXXX", NULL);
  gboolean done;
  int fd;

  if (passphrase == NULL || *passphrase == '\0')
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE,
                           _ ("A file for a key needs a passphrase."));
      name_file (path, error);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_with_errno (folder, error);
  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail_with_errno (path, error);
  done = write_pair (fd, path, passphrase, pair, cancellable, error);
  close (fd);
  done = done && settle (made, path, error);
  if (!done)
    g_unlink (made);
  name_file (path, error);
  return done;
}
