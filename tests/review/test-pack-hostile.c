/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-maker.h"

#include "pack-error.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

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

static void
refuse_manifest (Packing *self, const char *json, AccordKeyPair *signer, int code)
{
  MadeFile files[N_FILES] = { { NULL } };
  const guint n = made_from (self, json, signer, files);
  g_autoptr (GBytes) zip = zip_make (files, n, NULL);

  refuse_zip (self, zip, code);
  made_clear (files, n);
}

/* Signed, and still not believed. */
static void
test_manifests (Packing *self, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    int code;
  } edits[] = {
    { "\"format\" : 1", "\"format\" : 2", ACCORD_PACK_ERROR_NEWER },
    { "\"format\" : 1", "\"format\" : 4000000000", ACCORD_PACK_ERROR_NEWER },
    { "\"format\" : 1", "\"format\" : 0", ACCORD_PACK_ERROR_FORMAT },
    { "\"format\" : 1", "\"format\" : -1", ACCORD_PACK_ERROR_FORMAT },
    { "\"format\" : 1", "\"format\" : \"1\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"format\" : 1", "\"format\" : 1.5", ACCORD_PACK_ERROR_FORMAT },
    { "\"format\" : 1", "\"format\" : 1, \"format\" : 1", ACCORD_PACK_ERROR_FORMAT },
    { "\"request\"", "\"advert\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"request\"", "\"response\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"request\"", "[]", ACCORD_PACK_ERROR_FORMAT },
    { "\"01JD3M0V1M5W9T6Y2B8QZ4N7PA\"", "\"../../x\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"01JD3M0V1M5W9T6Y2B8QZ4N7PA\"", "null", ACCORD_PACK_ERROR_FORMAT },
    { "\"01JD3M0V1M5W9T6Y2B8QZ4N7PB\"", "17", ACCORD_PACK_ERROR_FORMAT },
    { "2019-04-30", "2019-02-30", ACCORD_PACK_ERROR_FORMAT },
    { "2019-03-12T14:05:00Z", "yesterday", ACCORD_PACK_ERROR_FORMAT },
    { "2019-03-12T14:05:00Z", "2019-03-12T14:05:00+01", ACCORD_PACK_ERROR_FORMAT },
    { "\"documents/2\"", "\"/documents/2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/../2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents//2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/.2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents\\\\2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/2/\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/2.\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"d\\u00f6cuments/2\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/2\\u0000\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"documents/2\"", "\"documents/1\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"Documents/1\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"Manifest.json\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"mimetype\"", ACCORD_PACK_ERROR_UNSAFE },
    { "\"documents/2\"", "\"documents/8\"", ACCORD_PACK_ERROR_DAMAGED },
    { "\"case.json\"", "\"documents/9\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"size\" : 70000", "\"size\" : -1", ACCORD_PACK_ERROR_FORMAT },
    { "\"size\" : 70000", "\"size\" : 70001", ACCORD_PACK_ERROR_DAMAGED },
    { "\"size\" : 70000", "\"size\" : 69999", ACCORD_PACK_ERROR_DAMAGED },
    { "\"size\" : 70000", "\"size\" : 1000000000", ACCORD_PACK_ERROR_TOO_LARGE },
    { "\"size\" : 70000", "\"size\" : 9223372036854775807", ACCORD_PACK_ERROR_TOO_LARGE },
    { "\"size\" : 70000", "\"size\" : 7e4.", ACCORD_PACK_ERROR_FORMAT },
    { "\"sha256\" : \"", "\"sha256\" : \"00", ACCORD_PACK_ERROR_FORMAT },
    { "\"key\"", "\"kee\"", ACCORD_PACK_ERROR_SIGNATURE },
    { "accord-key-1", "accord-key-2", ACCORD_PACK_ERROR_SIGNATURE },
    { "\"to\" : [", "\"to\" : [ 1,", ACCORD_PACK_ERROR_FORMAT },
    { "\"from\"", "\"form\"", ACCORD_PACK_ERROR_FORMAT },
    { "\"parts\"", "\"party\"", ACCORD_PACK_ERROR_FORMAT },
  };
  g_autofree char *json = accord_pack_manifest_dup_json (self->manifest);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_auto (GStrv) halves = g_strsplit (json, edits[i].from, 2);
      g_autofree char *edited = NULL;

      g_assert_nonnull (halves[1]);
      edited = g_strconcat (halves[0], edits[i].to, halves[1], NULL);
      g_test_message ("%s → %s", edits[i].from, edits[i].to);
      refuse_manifest (self, edited, NULL, edits[i].code);
    }
  refuse_manifest (self, "", NULL, ACCORD_PACK_ERROR_FORMAT);
  refuse_manifest (self, "[]", NULL, ACCORD_PACK_ERROR_FORMAT);
  refuse_manifest (self, json, self->other, ACCORD_PACK_ERROR_SIGNATURE);
}

/* What a later program adds is kept, wherever it is. */
static void
test_unknown (Packing *self, gconstpointer data)
{
  g_autofree char *json = accord_pack_manifest_dup_json (self->manifest), *again = NULL;
  g_autoptr (GString) more = g_string_new (json);
  g_autoptr (AccordPackManifest) manifest = NULL;
  g_autoptr (GError) error = NULL;
  MadeFile files[N_FILES] = { { NULL } };
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (AccordPack) pack = NULL;
  guint n;

  g_string_replace (more, "\"kind\"", "\"colour\" : { \"of\" : [ 1, 2.5, null ] }, \"kind\"", 1);
  g_string_replace (more, "\"name\"", "\"shape\" : \"round\", \"name\"", 0);
  g_string_replace (more, "\"path\"", "\"weight\" : 7, \"path\"", 0);
  manifest = accord_pack_manifest_parse (more->str, -1, &error);
  g_assert_no_error (error);
  again = accord_pack_manifest_dup_json (manifest);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (again, ((const char *[]){ "\"colour\"", "\"shape\"", "\"weight\"" })[i]));
  n = made_from (self, more->str, NULL, files);
  zip = zip_make (files, n, NULL);
  file = packing_save (self, "more.accordpack", zip);
  pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (json_object_has_member (accord_pack_get_manifest (pack)->unknown, "colour"));
  made_clear (files, n);
}

static void
set_case (Packing *self, GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  AccordPackPart *part = self->manifest->parts->pdata[0];

  g_free (part->digest);
  part->digest = g_steal_pointer (&digest);
  part->size = (gint64) text->len;
  g_bytes_unref (self->parts->pdata[0]);
  self->parts->pdata[0] = g_steal_pointer (&bytes);
}

/* A case that is signed and listed, and still no parser gets it. */
static void
test_cases (Packing *self, gconstpointer data)
{
  static const struct
  {
    const char *repeat;
    guint times;
    int code;
  } cases[] = {
    { "[", 1000000, ACCORD_PACK_ERROR_TOO_LARGE },
    { "{\"a\":", 1000000, ACCORD_PACK_ERROR_TOO_LARGE },
    { "", 0, ACCORD_PACK_ERROR_FORMAT },
    { "{", 1, ACCORD_PACK_ERROR_FORMAT },
    { "{\"a\":1,\"a\":2}", 1, ACCORD_PACK_ERROR_FORMAT },
    { "\xff\xfe", 1, ACCORD_PACK_ERROR_FORMAT },
    { "\"", 1, ACCORD_PACK_ERROR_FORMAT },
    { "{} {}", 1, ACCORD_PACK_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GFile) file = NULL;

      for (guint j = 0; j < cases[i].times; j++)
        g_string_append (text, cases[i].repeat);
      set_case (self, text);
      file = packing_write (self, "case.accordpack", NULL);
      packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, cases[i].code);
    }
}

/* Half a gigabyte of nothing in half a megabyte: refused at once, before a byte of it is unpacked. */
static void
test_bomb (Packing *self, gconstpointer data)
{
  g_autoptr (GBytes) nothing = g_bytes_new_take (g_malloc0 (512 << 20), 512 << 20);
  MadeFile files[N_FILES + 1] = { { NULL } };
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GFile) file = NULL;
  gint64 start;
  guint n;

  packing_add_part (self, "documents/bomb", nothing);
  n = made_from (self, NULL, NULL, files);
  files[N_FILES].method = 8;
  files[N_FILES].packed = zip_deflate (nothing);
  zip = zip_make (files, n, NULL);
  made_clear (files, n);
  file = packing_save (self, "bomb.accordpack", zip);
  start = g_get_monotonic_time ();
  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

/* One whose manifest says little: no more than that is unpacked. */
static void
test_hidden_bomb (Packing *self, gconstpointer data)
{
  g_autoptr (GBytes) nothing = g_bytes_new_take (g_malloc0 (256 << 20), 256 << 20);
  MadeFile files[N_FILES] = { { NULL } };
  const guint n = made_from (self, NULL, NULL, files);
  g_autoptr (GBytes) zip = NULL;
  const struct rlimit small = { 1 << 20, RLIM_INFINITY };
  struct rlimit before;
  g_autoptr (GFile) file = NULL;

  files[4].method = 8;
  files[4].packed = zip_deflate (nothing);
  zip = zip_make (files, n, NULL);
  file = packing_save (self, "bomb.accordpack", zip);
  /* No file of it may become larger than this, or a signal ends the test. */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  made_clear (files, n);
}

/* Two good packs by the same hand: a part of the one in the other is noticed, and so is its manifest. */
static void
test_swapped (Packing *self, gconstpointer data)
{
  MadeFile files[N_FILES] = { { NULL } }, others[N_FILES] = { { NULL } };
  const guint n = made_from (self, NULL, NULL, files);
  Packing other = { NULL };

  packing_set_up (&other, NULL);
  accord_key_pair_unref (other.pair);
  other.pair = accord_key_pair_ref (self->pair);
  g_free (other.manifest->from->key);
  other.manifest->from->key = g_strdup (self->manifest->from->key);
  g_bytes_unref (other.parts->pdata[1]);
  other.parts->pdata[1] = packing_noise (70000, 77);
  g_free (((AccordPackPart *) other.manifest->parts->pdata[1])->digest);
  ((AccordPackPart *) other.manifest->parts->pdata[1])->digest =
      g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, other.parts->pdata[1]);
  made_from (&other, NULL, NULL, others);
  for (guint i = 1; i < 5; i++)
    {
      const MadeFile mine = files[i];
      g_autoptr (GBytes) zip = NULL;

      if (g_bytes_equal (mine.bytes, others[i].bytes))
        continue;
      files[i] = others[i];
      zip = zip_make (files, n, NULL);
      refuse_zip (self, zip, i == 4 ? ACCORD_PACK_ERROR_DAMAGED : ACCORD_PACK_ERROR_SIGNATURE);
      files[i] = mine;
    }
  made_clear (files, n);
  made_clear (others, n);
  packing_tear_down (&other, NULL);
}

static void
test_too_many (Packing *self, gconstpointer data)
{
  g_autofree MadeFile *files = NULL;
  g_autoptr (GBytes) zip = NULL;
  guint n;

  while (self->parts->len <= ACCORD_PACK_MAX_PARTS)
    packing_add (self, "Small.png", "image/png", 1);
  files = g_new0 (MadeFile, self->parts->len + 3);
  n = made_from (self, NULL, NULL, files);
  zip = zip_make (files, n, NULL);
  refuse_zip (self, zip, ACCORD_PACK_ERROR_TOO_LARGE);
  made_clear (files, n);
}

/* Whatever a file is called, it is not looked for anywhere; and what is no file is not waited for. */
static void
test_no_file (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) pipe = packing_file (self, "pipe.accordpack");
  g_autoptr (GFile) gone = packing_file (self, "gone.accordpack");
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GFile) empty = packing_save (self, "empty.accordpack", none);

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  packing_assert_refused (folder, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  packing_assert_refused (pipe, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  packing_assert_refused (gone, NULL, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  packing_assert_refused (empty, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/hostile/honest", test_honest);
  PACK_TEST ("/pack/hostile/unsafe", test_unsafe);
  PACK_TEST ("/pack/hostile/damaged", test_damaged);
  PACK_TEST ("/pack/hostile/no-pack", test_no_pack);
  PACK_TEST ("/pack/hostile/manifests", test_manifests);
  PACK_TEST ("/pack/hostile/unknown", test_unknown);
  PACK_TEST ("/pack/hostile/cases", test_cases);
  PACK_TEST ("/pack/hostile/bomb", test_bomb);
  PACK_TEST ("/pack/hostile/hidden-bomb", test_hidden_bomb);
  PACK_TEST ("/pack/hostile/swapped", test_swapped);
  PACK_TEST ("/pack/hostile/too-many", test_too_many);
  PACK_TEST ("/pack/hostile/no-file", test_no_file);

  return packing_run ();
}
