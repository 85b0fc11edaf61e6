/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shared.h"

/* Where a file or folder of the documents would be. */
char *
shared_path (const char *path)
{
  const char *place = g_getenv ("ACCORD_SHARED");
  const char *source = g_getenv ("G_TEST_SRCDIR");

  return place != NULL ? g_build_filename (place, path, NULL)
                       : g_build_filename (source != NULL ? source : ".", "..", "..", "shared", path, NULL);
}

/* A real file, which is no part of the project: (transfer full) (nullable), %NULL after skipping the test
 * where it is not there. */
GBytes *
shared_load (const char *path)
{
  g_autofree char *file = shared_path (path);
  char *data;
  gsize size;

  if (!g_file_get_contents (file, &data, &size, NULL))
    {
      g_autofree char *message = g_strdup_printf ("../shared/%s is not here", path);

      g_test_skip (message);
      return NULL;
    }
  return g_bytes_new_take (data, size);
}
