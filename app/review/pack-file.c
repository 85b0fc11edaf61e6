/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE, renameat2() */
#include "pack-file.h"

#include "pack-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _AccordPackFile
{
  char *path;
  char *name;
  char *folder;
  char *beside;
  gboolean named;
  gboolean replace;
  int fd;
  GOutputStream *stream;
};

static gboolean
fail (const AccordPackFile *self, int code, GError **error)
{
  if (code == EEXIST)
    g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_EXISTS,
                 _ ("“%s” is there already, and is left as it is."), self->name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("“%s” was not written, for there is no room for it."), self->name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” was not written: %s."), self->name,
                 g_strerror (code));
  return FALSE;
}

/* A folder, a device or a pipe is no file to be replaced, whoever is allowed to. */
static int
find_obstacle (const AccordPackFile *self)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return 0;
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    return EISDIR;
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    return ENOTSUP;
  return self->replace ? 0 : EEXIST;
}

/* Without a name, if the file system can do that: then nothing stays of it, however the program ends. */
static int
open_beside (AccordPackFile *self)
{
  int fd = g_open (self->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;
  fd = g_mkstemp_full (self->beside, O_RDWR | O_CLOEXEC, 0600);
  self->named = fd >= 0;
  return fd;
}

/**
 * accord_pack_file_new:
 * @file: the file that is to be
 * @replace: whether one that is there is replaced
 * @error: return location for %ACCORD_PACK_ERROR_EXISTS or a #GIOErrorEnum
 *
 * Makes an empty file beside @file's place.
 *
 * Returns: (transfer full): the file in the making, or %NULL
 */
AccordPackFile *
accord_pack_file_new (GFile *file, gboolean replace, GError **error)
{
  g_autoptr (AccordPackFile) self = g_new0 (AccordPackFile, 1);
  g_autofree char *base = NULL;
  int obstacle;

  self->path = g_file_get_path (file);
  self->name = g_file_get_parse_name (file);
  self->replace = replace;
  self->fd = -1;
  obstacle = self->path == NULL ? ENOTSUP : find_obstacle (self);
  if (obstacle != 0)
    return fail (self, obstacle, error), NULL;
  self->folder = g_path_get_dirname (self->path);
  base = g_path_get_basename (self->path);
  self->beside = g_strdup_printf ("%s/.%.200s.XXXXXX", self->folder, base);
  self->fd = open_beside (self);
  if (self->fd < 0)
    return fail (self, errno, error), NULL;
  self->stream = g_unix_output_stream_new (self->fd, FALSE);
  return g_steal_pointer (&self);
}

/**
 * accord_pack_file_free:
 * @self: (transfer full): a file in the making; if it is not finished, nothing of it stays
 */
void
accord_pack_file_free (AccordPackFile *self)
{
  if (self->named)
    g_unlink (self->beside);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_object (&self->stream);
  g_free (self->path);
  g_free (self->name);
  g_free (self->folder);
  g_free (self->beside);
  g_free (self);
}

/**
 * accord_pack_file_get_stream:
 * @self: a file in the making
 *
 * Returns: (transfer none): a stream that writes it; closing that leaves the file open
 */
GOutputStream *
accord_pack_file_get_stream (AccordPackFile *self)
{
  return self->stream;
}

/* As open() would have made it, or as the file was that it replaces. */
static void
set_mode (AccordPackFile *self)
{
  GStatBuf present;
  mode_t mask;

  if (g_stat (self->path, &present) == 0)
    {
      fchmod (self->fd, present.st_mode & 0777);
      return;
    }
  mask = umask (0);
  umask (mask);
  fchmod (self->fd, 0666 & ~mask);
}

/* Gives a file without a name one beside its place, from which it can be moved over what is there. */
static int
give_name (AccordPackFile *self)
{
  char of[32];
  int fd;

  if (self->named)
    return 0;
  g_snprintf (of, sizeof of, "/proc/self/fd/%d", self->fd);
  if (!self->replace)
    return linkat (AT_FDCWD, of, AT_FDCWD, self->path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
  fd = g_mkstemp_full (self->beside, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;
  close (fd);
  g_unlink (self->beside);
  if (linkat (AT_FDCWD, of, AT_FDCWD, self->beside, AT_SYMLINK_FOLLOW) != 0)
    return errno;
  self->named = TRUE;
  return 0;
}

/* Somebody may have put a file there meanwhile. A file system that cannot tell in one step is asked first. */
static int
move (AccordPackFile *self)
{
  const int code = give_name (self);

  if (code != 0 || !self->named)
    return code;
  if (!self->replace)
    {
      if (renameat2 (AT_FDCWD, self->beside, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
        return 0;
      if (errno != EINVAL && errno != ENOSYS)
        return errno;
      if (g_file_test (self->path, G_FILE_TEST_EXISTS))
        return EEXIST;
    }
  return g_rename (self->beside, self->path) == 0 ? 0 : errno;
}

static void
sync_folder (AccordPackFile *self)
{
  int fd = g_open (self->folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  /* The file is whole without it; not every file system knows how. */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/**
 * accord_pack_file_finish:
 * @self: a file that is written
 * @error: return location for %ACCORD_PACK_ERROR_EXISTS or a #GIOErrorEnum
 *
 * Puts the file in its place when its bytes are on the disk.
 *
 * Returns: %FALSE, and what was there untouched, if it cannot
 */
gboolean
accord_pack_file_finish (AccordPackFile *self, GError **error)
{
  int code;

  set_mode (self);
  code = fsync (self->fd) == 0 ? move (self) : errno;
  if (code != 0)
    return fail (self, code, error);
  self->named = FALSE;
  sync_folder (self);
  return TRUE;
}
