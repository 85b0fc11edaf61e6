/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_TMPFILE */
#include "pack-fixture.h"

#include "pack-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

/* A disk of four megabytes. */
static gboolean
mount_small (const char *path)
{
  if (mount ("tmpfs", path, "tmpfs", 0, "size=4m") == 0)
    return TRUE;
  g_test_skip ("No small file system can be mounted here");
  return FALSE;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_full_writing (Packing *self, gconstpointer data)
{
  const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (self->pair)),
                               NULL };
  const AccordPackSeal seal = { .recipients = data != NULL ? recipients : NULL };
  g_autofree char *disk = g_build_filename (self->folder, "disk", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (disk, "pack.accordpack", NULL);
  g_autoptr (GError) error = NULL;

  packing_add (self, "Large.pdf", "application/pdf", 6000000);
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (!mount_small (disk))
    return;
  g_assert_false (accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, &seal, FALSE,
                                     NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "pack.accordpack"));
  g_assert_cmpuint (count_files (disk), ==, 0);
  g_assert_cmpint (umount (disk), ==, 0);
}

/* Where it is unpacked, there is no room for it. */
static void
test_full_reading (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  packing_add (self, "Large.pdf", "application/pdf", 6000000);
  file = packing_write (self, "pack.accordpack", NULL);
  if (!mount_small (packing_get_temporary ()))
    return;
  g_assert_null (accord_pack_read (file, NULL, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, packing_get_temporary ()));
  g_assert_cmpuint (count_files (packing_get_temporary ()), ==, 0);
  g_assert_cmpint (umount (packing_get_temporary ()), ==, 0);
  packing_assert_read (self, file, NULL);
}

/* Where nothing can be written at all. */
static void
test_no_folder (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "none", "pack.accordpack", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, NULL, FALSE,
                                     NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
write_until_killed (Packing *self, GFile *file)
{
  accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, NULL, TRUE, NULL, NULL, NULL,
                     NULL);
  _exit (0);
}

static gboolean
can_do_without_name (const char *folder)
{
  const int fd = g_open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  return fd >= 0 && close (fd) == 0;
}

/* Ended at any moment, there is the old pack or the new one under the name, and both are whole. */
static void
test_killed (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  const char first = self->manifest->uid[0];
  guint n_new = 0, n_killed = 0;

  packing_add (self, "Large.pdf", "application/pdf", 3000000);
  file = packing_write (self, "pack.accordpack", NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AccordPack) pack = NULL;
      pid_t child;
      int status;

      self->manifest->uid[0] = 'A' + (char) (i % 26);
      child = fork ();
      if (child == 0)
        write_until_killed (self, file);
      g_usleep (i * 700);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      n_killed += WIFSIGNALED (status);
      pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      n_new += accord_pack_get_manifest (pack)->uid[0] == self->manifest->uid[0];
    }
  /* Where files can do without a name, it has one only for the moment in which it takes another's place. */
  if (can_do_without_name (self->folder))
    g_assert_cmpuint (count_files (self->folder), <, 10);
  g_test_message ("%u of 60 were killed, %u packs are new", n_killed, n_new);
  g_assert_cmpuint (n_killed, >, 0);
  self->manifest->uid[0] = first;
}

static void
stay (gint64 done, gint64 total, gpointer data)
{
  kill (getpid (), SIGKILL);
}

static guint
count_temporary (void)
{
  g_autoptr (GDir) dir = g_dir_open (packing_get_temporary (), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "accord-pack-");
  return n;
}

/* What a program that was killed had unpacked is gone with the next pack that is read; what another program
 * still reads stays. */
static void
test_killed_reading (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = packing_write (self, "pack.accordpack", NULL);
  g_autoptr (AccordPack) held = accord_pack_read (file, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (AccordPack) other = NULL;

  for (guint i = 0; i < 3; i++)
    {
      const pid_t child = fork ();
      int status;

      if (child == 0)
        {
          accord_pack_read (file, NULL, stay, NULL, NULL, NULL);
          _exit (0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status));
      g_assert_cmpuint (count_temporary (), ==, 2);
    }
  other = accord_pack_read (file, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (count_temporary (), ==, 2);
  packing_assert_same (self, held);
  packing_assert_same (self, other);
  g_clear_pointer (&held, accord_pack_unref);
  g_clear_pointer (&other, accord_pack_unref);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  g_test_add ("/pack/disk/full-writing", Packing, NULL, packing_set_up, test_full_writing, packing_tear_down);
  g_test_add ("/pack/disk/full-sealing", Packing, "sealed", packing_set_up, test_full_writing,
              packing_tear_down);
  PACK_TEST ("/pack/disk/full-reading", test_full_reading);
  PACK_TEST ("/pack/disk/no-folder", test_no_folder);
  PACK_TEST ("/pack/disk/killed", test_killed);
  PACK_TEST ("/pack/disk/killed-reading", test_killed_reading);

  return packing_run ();
}
