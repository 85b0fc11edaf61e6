/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "safe-file.h"

#include "exchange-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _AccordSafeFile
{
  char *path;
  char *name;
  char *beside;
  gboolean finished;
};

static gboolean
fail (AccordSafeFile *self, int code, GError **error)
{
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE, _ ("“%s” cannot be written: %s"),
               self->name, g_strerror (code));
  return FALSE;
}

/* Whatever wrote the file, its bytes are on the disk before it takes its place. */
static gboolean
sync_file (AccordSafeFile *self, GError **error)
{
  int fd = g_open (self->beside, O_RDONLY | O_CLOEXEC, 0);
  int code = 0;

  if (fd < 0)
    return fail (self, errno, error);
  if (fsync (fd) != 0)
    code = errno;
  close (fd);
  return code == 0 || fail (self, code, error);
}

/* As open() would have made it, or as the file was that it replaces. */
static void
set_mode (AccordSafeFile *self)
{
  GStatBuf present;
  mode_t mask;

  if (g_stat (self->path, &present) == 0)
    {
      g_chmod (self->beside, present.st_mode & 0777);
      return;
    }
  mask = umask (0);
  umask (mask);
  g_chmod (self->beside, 0666 & ~mask);
}

/* A device or a pipe is no file to be replaced, whoever is allowed to. */
static gboolean
is_something_else (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * accord_safe_file_new:
 * @file: the file that is to be
 * @error: return location for a #GError
 *
 * Makes an empty file beside @file's place.
 *
 * Returns: (transfer full): the file in the making, or %NULL with %ACCORD_EXCHANGE_ERROR_WRITE
 */
AccordSafeFile *
accord_safe_file_new (GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) self = g_new0 (AccordSafeFile, 1);
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  int fd;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self->path = g_file_get_path (file);
  self->name = g_file_get_parse_name (file);
  if (self->path == NULL || g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      fail (self, self->path == NULL ? ENOTSUP : EISDIR, error);
      return NULL;
    }
  if (is_something_else (self->path))
    {
      fail (self, ENOTSUP, error);
      return NULL;
    }
  folder = g_path_get_dirname (self->path);
  base = g_path_get_basename (self->path);
  self->beside = g_strdup_printf ("%s/.%.200s.XXXXXX", folder, base);
  fd = g_mkstemp_full (self->beside, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->beside, g_free);
      fail (self, code, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&self);
}

/**
 * accord_safe_file_free:
 * @self: (nullable) (transfer full): a file in the making; if it is not finished, nothing of it stays
 */
void
accord_safe_file_free (AccordSafeFile *self)
{
  if (self == NULL)
    return;
  if (self->beside != NULL && !self->finished)
    g_unlink (self->beside);
  g_free (self->path);
  g_free (self->name);
  g_free (self->beside);
  g_free (self);
}

/**
 * accord_safe_file_get_path:
 * @self: a file in the making
 *
 * Returns: where to write it
 */
const char *
accord_safe_file_get_path (AccordSafeFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->beside;
}

/**
 * accord_safe_file_open:
 * @self: a file in the making
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a stream that writes it from the beginning
 */
GOutputStream *
accord_safe_file_open (AccordSafeFile *self, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  file = g_file_new_for_path (self->beside);
  return G_OUTPUT_STREAM (g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error));
}

/**
 * accord_safe_file_finish:
 * @self: a file that is written and closed
 * @error: return location for a #GError
 *
 * Puts the file in its place, over one that was there.
 *
 * Returns: %FALSE with %ACCORD_EXCHANGE_ERROR_WRITE, and what was there untouched, if it cannot
 */
gboolean
accord_safe_file_finish (AccordSafeFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  set_mode (self);
  if (!sync_file (self, error))
    return FALSE;
  if (g_rename (self->beside, self->path) != 0)
    return fail (self, errno, error);
  self->finished = TRUE;
  return TRUE;
}
