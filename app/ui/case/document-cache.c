/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/document-cache.h"

#include "attach.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREFIX "documents-"

/* Where this run of the program puts the copies that it opens. Made with the first of them, and gone when the
 * program ends, however it ends in good order. */
static char *folder = NULL;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static char *
dup_base (void)
{
  return g_build_filename (g_get_user_cache_dir (), "accord", NULL);
}

static gboolean
is_left_behind (const char *name)
{
  guint64 pid;

  return g_str_has_prefix (name, PREFIX)
         && g_ascii_string_to_unsigned (name + strlen (PREFIX), 10, 1, G_MAXINT, &pid, NULL)
         && kill ((pid_t) pid, 0) != 0 && errno == ESRCH;
}

/* What a run that was broken off could not take away itself. */
static void
clear_left_behind (const char *base)
{
  g_autoptr (GDir) dir = g_dir_open (base, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_left_behind (name))
      {
        g_autofree char *path = g_build_filename (base, name, NULL);

        remove_folder (path);
      }
}

static gboolean
fail (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
make_folder (GError **error)
{
  g_autofree char *base = NULL, *name = NULL;

  if (folder != NULL)
    return TRUE;
  base = dup_base ();
  if (g_mkdir_with_parents (base, 0700) != 0)
    return fail (error);
  clear_left_behind (base);
  name = g_strdup_printf (PREFIX "%d", (int) getpid ());
  folder = g_build_filename (base, name, NULL);
  remove_folder (folder);
  if (g_mkdir (folder, 0700) != 0)
    {
      g_clear_pointer (&folder, g_free);
      return fail (error);
    }
  atexit (accord_document_cache_clear);
  return TRUE;
}

/**
 * accord_document_cache_place:
 * @file_name: (nullable): what the file is called, by anybody
 * @error: return location for an error
 *
 * Returns: (transfer full): a place in a folder of this user and this run, where no file is yet; %NULL on
 *   failure
 */
GFile *
accord_document_cache_place (const char *file_name, GError **error)
{
  g_autofree char *name = accord_attach_safe_name (file_name);
  g_autofree char *own = NULL, *path = NULL;

  if (!make_folder (error))
    return NULL;
  /* Two documents may have one name. */
  own = g_build_filename (folder, "XXXXXX", NULL);
  if (g_mkdtemp (own) == NULL)
    {
      fail (error);
      return NULL;
    }
  path = g_build_filename (own, name, NULL);
  return g_file_new_for_path (path);
}

/**
 * accord_document_cache_clear:
 *
 * Takes away all copies that this run has opened. Called by itself when the program ends.
 */
void
accord_document_cache_clear (void)
{
  if (folder == NULL)
    return;
  remove_folder (folder);
  g_clear_pointer (&folder, g_free);
}
