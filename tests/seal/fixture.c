/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void
seal_set_up (Seal *seal, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  seal->folder = g_dir_make_tmp ("accord-seal-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
seal_tear_down (Seal *seal, gconstpointer data)
{
  remove_tree (seal->folder);
  g_free (seal->folder);
}

/* (transfer full): where a file of this name is or would be. */
char *
seal_path (Seal *seal, const char *name)
{
  return g_build_filename (seal->folder, name, NULL);
}

void
seal_write (Seal *seal, const char *name, const void *bytes, gssize length)
{
  g_autofree char *path = seal_path (seal, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

GBytes *
seal_read (Seal *seal, const char *name)
{
  g_autofree char *path = seal_path (seal, name);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

gboolean
seal_needs (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *why = g_strdup_printf ("%s is not installed here", program);

  if (path == NULL)
    g_test_skip (why);
  return path != NULL;
}

static char **
collect (const char *program, va_list rest)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *at = program; at != NULL; at = va_arg (rest, const char *))
    g_strv_builder_add (builder, at);
  return g_strv_builder_end (builder);
}

void
seal_run (Seal *seal, gboolean expected, const char *program, ...)
{
  g_auto (GStrv) argv = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  va_list rest;

  va_start (rest, program);
  argv = collect (program, rest);
  va_end (rest);
  g_spawn_sync (seal->folder, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, NULL) != expected)
    g_error ("%s: %s%s", program, out, err);
}

/* Types the answer whenever a question stands at the end of what the program has said. */
static void
converse (int terminal, const char *answer)
{
  g_autoptr (GString) said = g_string_new (NULL);
  char piece[256];
  ssize_t n;

  while ((n = read (terminal, piece, sizeof piece)) > 0)
    {
      g_string_append_len (said, piece, n);
      if (strstr (said->str, "assphrase") == NULL || !g_str_has_suffix (said->str, ": "))
        continue;
      g_assert_cmpint (write (terminal, answer, strlen (answer)), ==, strlen (answer));
      g_assert_cmpint (write (terminal, "\n", 1), ==, 1);
      g_string_truncate (said, 0);
    }
}

gboolean
seal_run_on_terminal (Seal *seal, const char *answer, const char *program, ...)
{
  g_auto (GStrv) argv = NULL;
  int terminal;
  int status;
  pid_t child;
  va_list rest;

  va_start (rest, program);
  argv = collect (program, rest);
  va_end (rest);
  child = forkpty (&terminal, NULL, NULL, NULL);
  if (child == 0)
    {
      if (chdir (seal->folder) == 0)
        execvp (program, argv);
      _exit (127);
    }
  g_assert_cmpint (child, >, 0);
  converse (terminal, answer);
  close (terminal);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return g_spawn_check_wait_status (status, NULL);
}

GBytes *
seal_noise (gsize size)
{
  guchar *bytes = g_malloc (MAX (size, 1));
  guint32 state = 4711;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (state = state * 1664525 + 1013904223) >> 24;
  return g_bytes_new_take (bytes, size);
}

AccordKeyPair *
seal_new_pair (const char *holder)
{
  g_autoptr (GError) error = NULL;
  AccordKeyPair *pair = accord_key_pair_new (holder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pair);
  return pair;
}

GBytes *
seal_lock (GBytes *plain, const char *const *recipients, const char *passphrase)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = accord_age_seal (memory, recipients, passphrase, NULL, &error);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);

  g_assert_no_error (error);
  for (gsize at = 0; at < size;)
    {
      gsize piece = g_test_rand_int_range (1, 200000);
      gsize n = MIN (size - at, piece);

      g_assert_true (g_output_stream_write_all (stream, bytes + at, n, NULL, NULL, &error));
      g_assert_no_error (error);
      at += n;
    }
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
seal_unlock (GBytes *sealed, const char *const *identities, const char *passphrase, GByteArray *given,
             GError **error)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (sealed);
  g_autoptr (GByteArray) all = given != NULL ? g_byte_array_ref (given) : g_byte_array_new ();
  g_autoptr (GInputStream) stream = accord_age_open (memory, identities, passphrase, NULL, error);
  g_autofree guint8 *piece = g_malloc (200000);

  if (stream == NULL)
    return NULL;
  for (;;)
    {
      gssize n = g_input_stream_read (stream, piece, g_test_rand_int_range (1, 200000), NULL, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      g_byte_array_append (all, piece, n);
    }
  return g_bytes_new (all->data, all->len);
}

GBytes *
seal_unlock_with (GBytes *sealed, AccordKeyPair *pair, GError **error)
{
  g_autoptr (AccordSecret) identity = accord_key_pair_dup_identity (pair);

  return seal_unlock (sealed, (const char *const[]){ identity, NULL }, NULL, NULL, error);
}
