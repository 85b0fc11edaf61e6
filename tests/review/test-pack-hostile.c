/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-maker.h"

#include "pack-error.h"

#include <string.h>

/* mimetype, manifest, signature, case and two documents. */
#define N_FILES 6

typedef void (*Change) (MadeFile *files, MadeEnd *end);

static void
refuse_zip (Packing *self, GBytes *zip, int code)
{
  g_autoptr (GFile) file = packing_save (self, "hostile.accordpack", zip);

  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, code);
}

static void
refuse (Packing *self, Change change, int code)
{
  MadeFile files[N_FILES + 2] = { { NULL } };
  MadeEnd end = { NULL };
  g_autoptr (GBytes) zip = NULL;
  guint n;

  g_assert_cmpuint (made_from (self, NULL, NULL, files), ==, N_FILES);
  change (files, &end);
  for (n = 0; n < G_N_ELEMENTS (files) && files[n].name != NULL;)
    n++;
  zip = zip_make (files, n, &end);
  refuse_zip (self, zip, code);
  made_clear (files, n);
  g_clear_pointer (&end.before, g_bytes_unref);
  g_clear_pointer (&end.between, g_bytes_unref);
  g_clear_pointer (&end.before_end, g_bytes_unref);
  g_clear_pointer (&end.after, g_bytes_unref);
}

/* What is honest is read, however the zip says it. */
static void
test_honest (Packing *self, gconstpointer data)
{
  for (guint how = 0; how < 5; how++)
    {
      MadeFile files[N_FILES];
      g_autoptr (GBytes) zip = NULL;
      g_autoptr (GFile) file = NULL;
      const guint n = made_from (self, NULL, NULL, files);

      for (guint i = 3; i < n; i++)
        {
          files[i].method = how >= 2 ? 8 : 0;
          files[i].packed = how >= 2 ? zip_deflate (files[i].bytes) : NULL;
          files[i].later = how == 1 || how >= 3;
          files[i].unmarked = how == 4;
          files[i].extra = g_bytes_new_static ("UT\5\0\1abcd", 9);
          files[i].made_by = 0x031e;
          files[i].attributes = 0100644u << 16;
        }
      zip = zip_make (files, n, NULL);
      file = packing_save (self, "honest.accordpack", zip);
      packing_assert_read (self, file, NULL);
      made_clear (files, n);
    }
}

static GBytes *
words (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
name_up (MadeFile *files, MadeEnd *end)
{
  files[4].name = "../documents/1";
}

static void
name_up_within (MadeFile *files, MadeEnd *end)
{
  files[4].name = "documents/../../1";
}

static void
name_absolute (MadeFile *files, MadeEnd *end)
{
  files[4].name = "/etc/passwd";
}

static void
name_backslash (MadeFile *files, MadeEnd *end)
{
  files[4].name = "..\\..\\1";
}

static void
name_drive (MadeFile *files, MadeEnd *end)
{
  files[4].name = "c:1";
}

static void
name_nul (MadeFile *files, MadeEnd *end)
{
  files[4].name = "documents/1\0.txt";
  files[4].name_length = 16;
}

static void
name_folder (MadeFile *files, MadeEnd *end)
{
  files[6] = (MadeFile){ .name = "documents/", .bytes = words ("") };
}

static void
name_central (MadeFile *files, MadeEnd *end)
{
  files[4].central_name = "../ocuments";
}

static void
is_symlink (MadeFile *files, MadeEnd *end)
{
  files[4].made_by = 0x031e;
  files[4].attributes = 0120777u << 16;
}

static void
is_device (MadeFile *files, MadeEnd *end)
{
  files[4].made_by = 0x031e;
  files[4].attributes = 0020666u << 16;
}

static void
is_folder (MadeFile *files, MadeEnd *end)
{
  files[4].attributes = 0x10;
}

static void
twice (MadeFile *files, MadeEnd *end)
{
  files[6] = files[4];
  files[6].bytes = g_bytes_ref (files[4].bytes);
}

static void
is_encrypted (MadeFile *files, MadeEnd *end)
{
  files[4].flags = 1;
}

static void
is_strongly_encrypted (MadeFile *files, MadeEnd *end)
{
  files[4].method = 99;
  files[4].extra = g_bytes_new_static ("\1\x99\7\0\2\0AE\3\0\0", 11);
}

static void
extra_zip64 (MadeFile *files, MadeEnd *end)
{
  files[4].extra = g_bytes_new_static ("\1\0\20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 20);
}

static void
extra_central_zip64 (MadeFile *files, MadeEnd *end)
{
  files[4].central_extra = g_bytes_new_static ("\1\0\10\0\0\0\0\0\0\0\0\0", 12);
}

static void
extra_other_name (MadeFile *files, MadeEnd *end)
{
  files[4].extra = g_bytes_new_static ("up\6\0\1abcdx", 10);
}

static void
end_zip64 (MadeFile *files, MadeEnd *end)
{
  end->before_end = g_bytes_new_static ("PK\6\6\54\0\0\0\0\0\0\0", 12);
}

static void
test_unsafe (Packing *self, gconstpointer data)
{
  static const Change changes[] = {
    name_up,      name_up_within,   name_absolute, name_backslash,      name_drive,
    name_nul,     name_folder,      is_symlink,    is_device,           is_folder,
    twice,        is_encrypted,     extra_zip64,   extra_central_zip64, end_zip64,
    name_central, extra_other_name,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      refuse (self, changes[i], ACCORD_PACK_ERROR_UNSAFE);
    }
}

static void
other_bytes (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) old = files[4].bytes;

  files[4].bytes = packing_noise (g_bytes_get_size (old), 99);
}

static void
longer (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) old = files[4].bytes;

  files[4].bytes = packing_noise (g_bytes_get_size (old) + 1, 1);
}

static void
longer_than_said (MadeFile *files, MadeEnd *end)
{
  g_autoptr (GBytes) more = packing_noise (g_bytes_get_size (files[4].bytes) + 100000, 1);

  files[4].method = 8;
  files[4].packed = zip_deflate (more);
}

static void
longer_and_later (MadeFile *files, MadeEnd *end)
{
  longer_than_said (files, end);
  files[4].later = TRUE;
}

static void
missing (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[5].bytes);
  files[5] = (MadeFile){ NULL };
}

static void
unlisted (MadeFile *files, MadeEnd *end)
{
  files[6] = (MadeFile){ .name = "documents/77", .bytes = words ("What is this?") };
}

static void
unlisted_in_directory (MadeFile *files, MadeEnd *end)
{
  files[5].only_local = TRUE;
}

static void
only_in_directory (MadeFile *files, MadeEnd *end)
{
  files[6] = (MadeFile){ .name = "documents/7", .bytes = words ("What is this?"), .only_central = TRUE };
}

static void
overlapping (MadeFile *files, MadeEnd *end)
{
  files[5].add_offset = -70100;
}

static void
other_name (MadeFile *files, MadeEnd *end)
{
  files[5].central_name = "documents/3";
}

static void
other_flags (MadeFile *files, MadeEnd *end)
{
  files[5].central_flags = 0x800;
}

static void
other_sum (MadeFile *files, MadeEnd *end)
{
  files[5].add_crc = 1;
}

static void
other_central_sum (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_crc = 1;
}

static void
other_central_size (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_size = 1;
}

static void
other_central_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_central_packed = 1;
}

static void
other_size (MadeFile *files, MadeEnd *end)
{
  files[5].add_size = 1;
}

static void
other_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_packed = 1;
}

static void
less_packed (MadeFile *files, MadeEnd *end)
{
  files[5].add_packed = -1;
}

static void
lying_descriptor (MadeFile *files, MadeEnd *end)
{
  files[5].later = TRUE;
  files[5].add_size = 1;
}

static void
commented_file (MadeFile *files, MadeEnd *end)
{
  files[5].comment = "PK";
}

static void
commented (MadeFile *files, MadeEnd *end)
{
  end->comment = "Hello";
}

static void
garbage_between (MadeFile *files, MadeEnd *end)
{
  end->between = words ("garbage");
}

static void
garbage_before_end (MadeFile *files, MadeEnd *end)
{
  end->before_end = words ("garbage");
}

static void
garbage_after (MadeFile *files, MadeEnd *end)
{
  end->after = words ("garbage");
}

static void
end_count (MadeFile *files, MadeEnd *end)
{
  end->add_count = 1;
}

static void
end_size (MadeFile *files, MadeEnd *end)
{
  end->add_size = 1;
}

static void
end_offset (MadeFile *files, MadeEnd *end)
{
  end->add_offset = 1;
}

static void
end_disk (MadeFile *files, MadeEnd *end)
{
  end->add_disk = 1;
}

static void
broken_extra (MadeFile *files, MadeEnd *end)
{
  files[5].extra = g_bytes_new_static ("UT\100\0\1", 5);
}

static void
not_deflate (MadeFile *files, MadeEnd *end)
{
  files[5].method = 8;
}

static void
test_damaged (Packing *self, gconstpointer data)
{
  static const Change changes[] = {
    other_bytes,
    longer,
    longer_than_said,
    longer_and_later,
    missing,
    unlisted,
    other_name,
    other_flags,
    other_sum,
    other_central_sum,
    other_central_size,
    other_central_packed,
    other_size,
    other_packed,
    less_packed,
    lying_descriptor,
    commented_file,
    commented,
    garbage_between,
    garbage_before_end,
    garbage_after,
    end_count,
    end_size,
    end_offset,
    end_disk,
    broken_extra,
    not_deflate,
    overlapping,
    only_in_directory,
    unlisted_in_directory,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      refuse (self, changes[i], ACCORD_PACK_ERROR_DAMAGED);
    }
}

static void
no_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  memmove (files, files + 1, (N_FILES - 1) * sizeof *files);
  files[N_FILES - 1] = (MadeFile){ NULL };
}

static void
other_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  files[0].bytes = words ("application/x-accord-pac2");
}

static void
longer_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  files[0].bytes = words (ACCORD_PACK_MIME_TYPE "er");
}

static void
deflated_mark (MadeFile *files, MadeEnd *end)
{
  files[0].method = 8;
  files[0].packed = zip_deflate (files[0].bytes);
}

static void
mark_with_extra (MadeFile *files, MadeEnd *end)
{
  files[0].extra = g_bytes_new_static ("UT\5\0\1abcd", 9);
}

static void
garbage_before (MadeFile *files, MadeEnd *end)
{
  end->before = words ("#!/bin/sh\nexit\n");
}

static void
no_manifest (MadeFile *files, MadeEnd *end)
{
  files[1].name = "manifest.jso";
}

static void
no_signature (MadeFile *files, MadeEnd *end)
{
  files[2].name = "manifest.json.asc";
}

static void
other_order (MadeFile *files, MadeEnd *end)
{
  const MadeFile one = files[1];

  files[1] = files[3];
  files[3] = one;
}

static void
other_method (MadeFile *files, MadeEnd *end)
{
  files[5].method = 12;
}

static void
later_version (MadeFile *files, MadeEnd *end)
{
  files[5].version = 45;
}

static void
patched (MadeFile *files, MadeEnd *end)
{
  files[5].flags = 0x20;
}

static void
test_no_pack (Packing *self, gconstpointer data)
{
  static const Change changes[] = {
    no_mark,        other_mark,  longer_mark,           deflated_mark, mark_with_extra,
    garbage_before, no_manifest, no_signature,          other_order,   other_method,
    later_version,  patched,     is_strongly_encrypted,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      refuse (self, changes[i], ACCORD_PACK_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/hostile/honest", test_honest);
  PACK_TEST ("/pack/hostile/unsafe", test_unsafe);
  PACK_TEST ("/pack/hostile/damaged", test_damaged);
  PACK_TEST ("/pack/hostile/no-pack", test_no_pack);

  return packing_run ();
}
