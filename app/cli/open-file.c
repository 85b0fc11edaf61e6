/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "open-file.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/**
 * accord_cli_can_open:
 * @path: a path of the command line
 * @error: return location for an error
 *
 * Asks whether a file can be read, for the sake of the sentence: GIO's own does not read like one.
 *
 * Returns: whether it can
 */
gboolean
accord_cli_can_open (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int saved = errno;

  if (fd >= 0)
    return g_close (fd, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), _ ("“%s” cannot be opened: %s."), name,
               g_strerror (saved));
  return FALSE;
}

/**
 * accord_cli_load:
 * @path: a path of the command line
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
accord_cli_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);

  return accord_cli_can_open (path, error) ? g_file_load_bytes (place, cancellable, NULL, error) : NULL;
}
