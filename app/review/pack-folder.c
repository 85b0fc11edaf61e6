/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "accord-pack-"

/* Only what lies there, and never by way of a link. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

static gboolean
is_own_folder (const char *path)
{
  GStatBuf about;

  return g_lstat (path, &about) == 0 && S_ISDIR (about.st_mode) && about.st_uid == geteuid ();
}

/* The lock goes with the process that held it. One that is not there yet belongs to somebody who just
 * begins. */
static gboolean
is_left (const char *path)
{
  g_autofree char *lock = g_build_filename (path, "lock", NULL);
  const int fd = is_own_folder (path) ? g_open (lock, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0) : -1;
  gboolean left;

  if (fd < 0)
    return FALSE;
  left = flock (fd, LOCK_EX | LOCK_NB) == 0;
  close (fd);
  return left;
}

static void
remove_left (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

      if (g_str_has_prefix (name, PREFIX) && is_left (path))
        remove_folder (path);
    }
}

/* It has its name only when it is held, so that nobody finds it free. */
static int
hold (const char *path)
{
  g_autofree char *making = g_build_filename (path, "making", NULL);
  g_autofree char *lock = g_build_filename (path, "lock", NULL);
  const int fd = g_open (making, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    g_rename (making, lock);
  return fd;
}

/**
 * accord_pack_folder_new:
 * @error: return location for an error
 *
 * Makes a folder that nobody else may look into, and takes away those that were left.
 *
 * Returns: (transfer full): the folder
 */
AccordPackFolder *
accord_pack_folder_new (GError **error)
{
  g_autofree char *path = NULL;
  AccordPackFolder *self;

  remove_left ();
  path = g_dir_make_tmp (PREFIX "XXXXXX", error);
  if (path == NULL)
    return NULL;
  self = g_new0 (AccordPackFolder, 1);
  self->lock = hold (path);
  self->path = g_steal_pointer (&path);
  return self;
}

/**
 * accord_pack_folder_free:
 * @self: (transfer full): a folder
 *
 * Removes it with all that is in it.
 */
void
accord_pack_folder_free (AccordPackFolder *self)
{
  remove_folder (self->path);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}
