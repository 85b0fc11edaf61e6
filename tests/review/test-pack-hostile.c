/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile.h"

#include "pack-error.h"

/* What is honest is read, however the zip says it. */
static void
test_honest (Packing *self, gconstpointer data)
{
  for (guint how = 0; how < 5; how++)
    {
      MadeFile files[HOSTILE_N_FILES];
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
  files[6] = (MadeFile){ .name = "documents/", .bytes = hostile_words ("") };
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
  static const HostileChange changes[] = {
    name_up,      name_up_within,   name_absolute, name_backslash,      name_drive,
    name_nul,     name_folder,      is_symlink,    is_device,           is_folder,
    twice,        is_encrypted,     extra_zip64,   extra_central_zip64, end_zip64,
    name_central, extra_other_name,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      hostile_refuse (self, changes[i], ACCORD_PACK_ERROR_UNSAFE);
    }
}

static void
no_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  memmove (files, files + 1, (HOSTILE_N_FILES - 1) * sizeof *files);
  files[HOSTILE_N_FILES - 1] = (MadeFile){ NULL };
}

static void
other_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  files[0].bytes = hostile_words ("application/x-accord-pac2");
}

static void
longer_mark (MadeFile *files, MadeEnd *end)
{
  g_bytes_unref (files[0].bytes);
  files[0].bytes = hostile_words (ACCORD_PACK_MIME_TYPE "er");
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
  end->before = hostile_words ("#!/bin/sh\nexit\n");
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
  static const HostileChange changes[] = {
    no_mark,        other_mark,  longer_mark,           deflated_mark, mark_with_extra,
    garbage_before, no_manifest, no_signature,          other_order,   other_method,
    later_version,  patched,     is_strongly_encrypted,
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%u", i);
      hostile_refuse (self, changes[i], ACCORD_PACK_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/hostile/honest", test_honest);
  PACK_TEST ("/pack/hostile/unsafe", test_unsafe);
  PACK_TEST ("/pack/hostile/no-pack", test_no_pack);

  return packing_run ();
}
