/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static char *temporary;

/* The folder of temporary files is read from the environment once. */
void
packing_init (int *argc, char ***argv)
{
  g_autofree char *template = g_strdup ("/tmp/accord-packs-XXXXXX");

  g_assert_nonnull (g_mkdtemp (template));
  temporary = g_steal_pointer (&template);
  g_setenv ("TMPDIR", temporary, TRUE);
  g_test_init (argc, argv, NULL);
  g_assert_cmpstr (g_get_tmp_dir (), ==, temporary);
}

int
packing_run (void)
{
  const int code = g_test_run ();

  packing_assert_clean ();
  g_assert_cmpint (g_rmdir (temporary), ==, 0);
  g_free (temporary);
  return code;
}

const char *
packing_get_temporary (void)
{
  return temporary;
}

void
packing_assert_clean (void)
{
  g_autoptr (GDir) dir = g_dir_open (temporary, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "accord-pack-"));
}

/* The same bytes each time, which do not pack. */
GBytes *
packing_noise (gsize size, guint32 seed)
{
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) ((seed = seed * 1664525 + 1013904223) >> 24);
  return g_bytes_new_take (bytes, size);
}

static AccordPackPart *
add_part (Packing *self, const char *path, GBytes *bytes)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  AccordPackPart *part = accord_pack_part_new (path, (gint64) g_bytes_get_size (bytes), digest);

  g_ptr_array_add (self->manifest->parts, part);
  g_ptr_array_add (self->parts, g_bytes_ref (bytes));
  return part;
}

void
packing_add_part (Packing *self, const char *path, GBytes *bytes)
{
  add_part (self, path, bytes);
}

void
packing_add (Packing *self, const char *name, const char *media_type, gsize size)
{
  g_autoptr (GBytes) bytes = packing_noise (size, self->parts->len);
  g_autofree char *path = g_strdup_printf ("documents/%u", self->parts->len);
  AccordPackPart *part = add_part (self, path, bytes);

  part->name = g_strdup (name);
  part->media_type = g_strdup (media_type);
  part->document = g_strdup_printf ("01DOCUMENT%016u", self->parts->len);
}

void
packing_shrink (Packing *self)
{
  static const char text[] =
      "{ \"name\": \"Neighbourhood Model\", \"sections\": [ { \"code\": \"strategic\" } ] }\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_ptr_array_set_size (self->manifest->parts, 0);
  g_ptr_array_set_size (self->parts, 0);
  packing_add_part (self, ACCORD_PACK_CASE, bytes);
  packing_add (self, "Appendix A.pdf", "application/pdf", 300);
  packing_add (self, "Notes.txt", "text/plain", 200);
}

static void
add_case (Packing *self)
{
  g_autoptr (GString) text = g_string_new ("{\n  \"name\": \"Neighbourhood Model\",\n  \"sections\": [\n");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "    { \"code\": \"section-%u\", \"text\": \"What is proposed.\" },\n", i);
  g_string_append (text, "    {}\n  ]\n}\n");
  bytes = g_bytes_new (text->str, text->len);
  packing_add_part (self, ACCORD_PACK_CASE, bytes);
}

static void
fill_manifest (Packing *self)
{
  AccordPackManifest *manifest = self->manifest;

  manifest->uid = g_strdup ("01JD3M0V1M5W9T6Y2B8QZ4N7PA");
  manifest->case_uid = g_strdup ("01JD3M0V1M5W9T6Y2B8QZ4N7PB");
  manifest->case_name = g_strdup ("Neighbourhood Model");
  manifest->stage = g_strdup ("obc");
  manifest->version_uid = g_strdup ("01JD3M0V1M5W9T6Y2B8QZ4N7PC");
  manifest->version_name = g_strdup ("Outline Business Case, version 2");
  manifest->version_number = 2;
  manifest->made = g_strdup ("2019-03-12T14:05:00Z");
  manifest->due = g_strdup ("2019-04-30");
  manifest->from = accord_pack_party_new ("01JD3M0V1M5W9T6Y2B8QZ4N7PD", "The Commissioner");
  manifest->from->key = accord_public_key_dup_text (accord_key_pair_get_public (self->pair));
  g_ptr_array_add (manifest->to, accord_pack_party_new ("01JD3M0V1M5W9T6Y2B8QZ4N7PE", "The Federation"));
}

void
packing_set_up (Packing *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = g_strdup ("/tmp/accord-packing-XXXXXX");

  self->folder = g_strdup (g_mkdtemp (template));
  g_assert_nonnull (self->folder);
  self->pair = accord_key_pair_new ("The Commissioner", &error);
  g_assert_no_error (error);
  self->other = accord_key_pair_new ("The Federation", &error);
  g_assert_no_error (error);
  self->manifest = accord_pack_manifest_new (ACCORD_PACK_REQUEST);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  fill_manifest (self);
  add_case (self);
  packing_add (self, "Appendix A.pdf", "application/pdf", 70000);
  packing_add (self, "Notes.txt", "text/plain", 3000);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
packing_tear_down (Packing *self, gconstpointer data)
{
  packing_assert_clean ();
  remove_tree (self->folder);
  g_free (self->folder);
  accord_key_pair_unref (self->pair);
  accord_key_pair_unref (self->other);
  accord_pack_manifest_free (self->manifest);
  g_ptr_array_unref (self->parts);
}

GFile *
packing_file (Packing *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

/* In pieces that fit nothing. */
gboolean
packing_write_part (const AccordPackPart *part, GOutputStream *stream, gpointer data,
                    GCancellable *cancellable, GError **error)
{
  Packing *self = data;

  for (guint i = 0; i < self->manifest->parts->len; i++)
    if (g_str_equal (((AccordPackPart *) self->manifest->parts->pdata[i])->path, part->path))
      {
        gsize size;
        const guint8 *bytes = g_bytes_get_data (self->parts->pdata[i], &size);

        for (gsize at = 0; at < size; at += 30011)
          if (!g_output_stream_write_all (stream, bytes + at, MIN (30011, size - at), NULL, cancellable,
                                          error))
            return FALSE;
        return TRUE;
      }
  g_assert_not_reached ();
}

GFile *
packing_write (Packing *self, const char *name, const AccordPackSeal *seal)
{
  g_autoptr (GFile) file = packing_file (self, name);
  g_autoptr (GError) error = NULL;

  accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, seal, TRUE, NULL, NULL, NULL,
                     &error);
  g_assert_no_error (error);
  return g_steal_pointer (&file);
}

GBytes *
packing_load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

GFile *
packing_save (Packing *self, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
  return g_file_new_for_path (path);
}

void
packing_assert_same (Packing *self, AccordPack *pack)
{
  g_autofree char *wanted = accord_pack_manifest_dup_json (self->manifest);
  g_autofree char *found = accord_pack_manifest_dup_json (accord_pack_get_manifest (pack));

  g_assert_cmpstr (found, ==, wanted);
  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autoptr (GFile) part = accord_pack_get_part (pack, i);
      g_autoptr (GBytes) bytes = packing_load (part);

      g_assert_true (g_bytes_equal (bytes, self->parts->pdata[i]));
    }
  g_assert_true (g_bytes_equal (accord_pack_get_case (pack), self->parts->pdata[0]));
  g_assert_true (
      accord_public_key_equal (accord_pack_get_signer (pack), accord_key_pair_get_public (self->pair)));
}

void
packing_assert_read (Packing *self, GFile *file, const AccordPackKeys *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = accord_pack_read (file, keys, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  packing_assert_same (self, pack);
  g_clear_pointer (&pack, accord_pack_unref);
  packing_assert_clean ();
}

void
packing_assert_refused (GFile *file, const AccordPackKeys *keys, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = accord_pack_read (file, keys, NULL, NULL, NULL, &error);
  g_autofree char *name = g_file_get_basename (file);

  g_assert_null (pack);
  if (error != NULL)
    g_test_message ("%s", error->message);
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  packing_assert_clean ();
}

char *
packing_spawn (Packing *self, ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  va_list rest;

  va_start (rest, self);
  for (const char *word = va_arg (rest, const char *); word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_test_message ("%s: %s", (const char *) argv->pdata[0], out);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}
