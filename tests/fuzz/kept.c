/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <glib.h>

/* Runs every input that is kept for a target once: those that fuzzing begins with, and those that once broke
 * it. */
static void
test_kept (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *input = NULL;
  gsize size;

  g_file_get_contents (path, &input, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) input, size);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", argv[1], NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/kept/%s/%s", argv[1], name);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_kept, g_free);
    }
  return g_test_run ();
}
