/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

struct _TestDrip
{
  GInputStream parent_instance;

  const char *data;
  gsize len;
  gsize at;
  gsize most;
};

G_DEFINE_FINAL_TYPE (TestDrip, test_drip, G_TYPE_INPUT_STREAM)

static gssize
test_drip_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  TestDrip *self = TEST_DRIP (stream);
  gsize chance = g_test_rand_int_range (1, self->most + 1);
  gsize n = MIN (MIN (count, self->len - self->at), chance);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  memcpy (buffer, self->data + self->at, n);
  self->at += n;
  return n;
}

static void
test_drip_class_init (TestDripClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_drip_read;
}

static void
test_drip_init (TestDrip *self)
{
}

/* The bytes stay the caller's; at most @most are given at a time. */
GInputStream *
test_drip_new (const char *data, gsize len, gsize most)
{
  TestDrip *self = g_object_new (TEST_TYPE_DRIP, NULL);

  self->data = data;
  self->len = len;
  self->most = most;
  return G_INPUT_STREAM (self);
}

/* A file of ours beside the tests. */
GFile *
test_fixture (const char *name)
{
  return g_file_new_build_filename (g_test_get_dir (G_TEST_DIST), "exchange", "fixtures", name, NULL);
}

/* A file of the real material, or NULL where it is not there. */
GFile *
test_shared (const char *path)
{
  const char *place = g_getenv ("ACCORD_SHARED");
  g_autoptr (GFile) file = NULL;

  if (place != NULL)
    file = g_file_new_build_filename (place, path, NULL);
  else
    file = g_file_new_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "shared", path, NULL);
  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

/* A file in a folder of its own with these bytes. */
GFile *
test_file_new (const char *data, gsize len)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("accord-exchange-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, "payments.csv", NULL);
  g_file_set_contents_full (path, data, len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
test_file_free (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
  g_object_unref (file);
}
