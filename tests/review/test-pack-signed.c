/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-maker.h"

#include "pack-error.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* mimetype, manifest, signature, case and two documents. */
#define N_FILES 6

static void
refuse_zip (Packing *self, GBytes *zip, int code)
{
  g_autoptr (GFile) file = packing_save (self, "hostile.accordpack", zip);

  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, code);
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

/* What is written into a manifest in place of something else. */
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

/* Signed, and still not believed. */
static void
test_manifests (Packing *self, gconstpointer data)
{
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

/* A part of another size is refused before a byte of it is kept, and called by the name that people know. */
static void
test_other_size (Packing *self, gconstpointer data)
{
  MadeFile files[N_FILES] = { { NULL } };
  const guint n = made_from (self, NULL, NULL, files);
  const AccordPackPart *part = self->manifest->parts->pdata[1];
  g_autofree char *told = g_strdup_printf ("“%s” is not the one that was signed", part->name);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_bytes_unref (files[4].bytes);
  files[4].bytes = packing_noise (60000, 78);
  zip = zip_make (files, n, NULL);
  file = packing_save (self, "other-size.accordpack", zip);
  pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);
  g_assert_null (pack);
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, told));
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

  PACK_TEST ("/pack/signed/manifests", test_manifests);
  PACK_TEST ("/pack/signed/unknown", test_unknown);
  PACK_TEST ("/pack/signed/cases", test_cases);
  PACK_TEST ("/pack/signed/bomb", test_bomb);
  PACK_TEST ("/pack/signed/hidden-bomb", test_hidden_bomb);
  PACK_TEST ("/pack/signed/other-size", test_other_size);
  PACK_TEST ("/pack/signed/swapped", test_swapped);
  PACK_TEST ("/pack/signed/too-many", test_too_many);
  PACK_TEST ("/pack/signed/no-file", test_no_file);

  return packing_run ();
}
