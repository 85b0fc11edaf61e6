/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "pack-writer.h"
#include "pack.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two hundred megabytes of what does not pack, as PDFs of pictures are. */
#define N_FILES 10
#define FILE_SIZE (20 * 1000 * 1000)

/* How many times as long as zip, age and minisign. */
#define LIMIT 1.3

typedef struct
{
  char *folder;
  AccordKeyPair *pair;
  char *identity;
  AccordPackManifest *manifest;
} Pack;

static char *
path_of (const Pack *pack, const char *name)
{
  return g_build_filename (pack->folder, name, NULL);
}

static void
make_file (Pack *pack, const char *name, const char *path, const char *type, gsize size)
{
  g_autofree guint32 *bytes = g_malloc (size + 4);
  g_autofree char *where = path_of (pack, name), *digest = NULL;
  g_autoptr (GError) error = NULL;
  AccordPackPart *part;
  guint32 state = (guint32) pack->manifest->parts->len + 1;

  for (gsize i = 0; i <= size / 4; i++)
    {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      bytes[i] = state;
    }
  if (g_str_equal (name, "case.json"))
    {
      memset (bytes, ' ', size);
      memcpy (bytes, "{}", 2);
    }
  else
    memcpy (bytes, "%PDF-1.7\n", 9);
  if (!g_file_set_contents (where, (const char *) bytes, (gssize) size, &error))
    g_error ("%s", error->message);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
  part = accord_pack_part_new (path, (gint64) size, digest);
  part->name = g_strdup (name);
  part->media_type = g_strdup (type);
  g_ptr_array_add (pack->manifest->parts, part);
}

static void
fill_manifest (AccordPackManifest *manifest, AccordKeyPair *pair)
{
  manifest->uid = g_strdup ("BENCHPACK");
  manifest->case_uid = g_strdup ("BENCHCASE");
  manifest->case_name = g_strdup ("A case");
  manifest->version_uid = g_strdup ("BENCHVERSION");
  manifest->made = g_strdup ("2019-03-12T14:05:00Z");
  manifest->from = accord_pack_party_new (NULL, "Commissioner");
  manifest->from->key = accord_public_key_dup_text (accord_key_pair_get_public (pair));
}

/* The same programs that the pack is checked against. */
static void
run (const Pack *pack, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list rest;
  int status;

  va_start (rest, pack);
  for (const char *word = va_arg (rest, const char *); word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (argv, NULL);
  if (!g_spawn_sync (pack->folder, (char **) argv->pdata, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, NULL, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", (const char *) argv->pdata[0], error->message);
}

static gboolean
write_part (const AccordPackPart *part, GOutputStream *stream, gpointer data, GCancellable *cancellable,
            GError **error)
{
  g_autofree char *path = path_of (data, part->name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) bytes = g_file_read (file, cancellable, error);
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  gssize n = bytes != NULL ? 1 : -1;

  while (n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (bytes), buffer, 1 << 20, cancellable, error);
      if (n > 0 && !g_output_stream_write_all (stream, buffer, (gsize) n, NULL, cancellable, error))
        return FALSE;
    }
  return n == 0;
}

static double
make_ours (Pack *pack)
{
  g_autofree char *path = path_of (pack, "ours.accordpack");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (pack->pair)),
                               NULL };
  const AccordPackSeal seal = { .recipients = recipients };
  g_autoptr (GError) error = NULL;
  const double start = bench_now ();

  if (!accord_pack_write (file, pack->manifest, write_part, pack, pack->pair, &seal, TRUE, NULL, NULL, NULL,
                          &error))
    g_error ("%s", error->message);
  return bench_now () - start;
}

static double
open_ours (Pack *pack)
{
  g_autofree char *path = path_of (pack, "ours.accordpack");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *identities[] = { pack->identity, NULL };
  const AccordPackKeys keys = { .identities = identities };
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) read = NULL;
  const double start = bench_now ();
  double end;

  read = accord_pack_read (file, &keys, NULL, NULL, NULL, &error);
  if (read == NULL)
    g_error ("%s", error->message);
  end = bench_now ();
  return end - start;
}

static double
make_theirs (Pack *pack)
{
  const char *recipient = accord_public_key_get_sealing (accord_key_pair_get_public (pack->pair));
  const double start = bench_now ();

  run (pack, "rm", "-f", "theirs.zip", "theirs.age", NULL);
  run (pack, "minisign", "-S", "-s", "minisign.key", "-m", "manifest.json", NULL);
  run (pack, "zip", "-q", "-X", "-r", "theirs.zip", ".", "-i", "manifest.*", "case.json", "*.pdf", NULL);
  run (pack, "age", "-r", recipient, "-o", "theirs.age", "theirs.zip", NULL);
  return bench_now () - start;
}

static double
open_theirs (Pack *pack)
{
  const double start = bench_now ();
  double end;

  run (pack, "age", "-d", "-i", "identity.txt", "-o", "opened.zip", "theirs.age", NULL);
  run (pack, "unzip", "-q", "-o", "opened.zip", "-d", "opened", NULL);
  run (pack, "minisign", "-V", "-p", "minisign.pub", "-m", "opened/manifest.json", NULL);
  end = bench_now ();
  run (pack, "rm", "-rf", "opened", "opened.zip", NULL);
  return end - start;
}

static void
set_up (Pack *pack)
{
  g_autofree char *json = NULL, *manifest = path_of (pack, "manifest.json"),
                  *identity = path_of (pack, "identity.txt");
  g_autoptr (GError) error = NULL;

  if (g_mkdir (pack->folder, 0700) != 0)
    g_error ("No folder can be made for the files");
  pack->pair = accord_key_pair_new ("Commissioner", &error);
  if (pack->pair == NULL)
    g_error ("%s", error->message);
  pack->identity = accord_key_pair_dup_identity (pack->pair);
  pack->manifest = accord_pack_manifest_new (ACCORD_PACK_REQUEST);
  fill_manifest (pack->manifest, pack->pair);
  make_file (pack, "case.json", ACCORD_PACK_CASE, "application/json", 500 * 1000);
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i), *path = g_strdup_printf ("documents/%u", i);

      make_file (pack, name, path, "application/pdf", FILE_SIZE);
    }
  json = accord_pack_manifest_dup_json (pack->manifest);
  if (!g_file_set_contents (manifest, json, -1, &error)
      || !g_file_set_contents (identity, pack->identity, -1, &error))
    g_error ("%s", error->message);
  run (pack, "minisign", "-G", "-W", "-p", "minisign.pub", "-s", "minisign.key", NULL);
}

static gboolean
has_programs (void)
{
  static const char *const programs[] = { "zip", "unzip", "age", "minisign" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_find_program_in_path (programs[i]);

      if (path == NULL)
        {
          g_print ("pack: not measured, for there is no %s\n", programs[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * bench_measure_pack:
 * @self: the bench
 *
 * Makes and opens a pack of two hundred megabytes, signed and sealed, against zip, minisign and age doing the
 * same by command line, in turn.
 */
void
bench_measure_pack (Bench *self)
{
  Pack pack = { NULL };
  BenchSeries made = { 0 }, opened = { 0 }, their_made = { 0 }, their_opened = { 0 };

  if (!has_programs ())
    return;
  pack.folder = bench_file (self, "pack");
  set_up (&pack);
  for (guint i = 0; i < self->import_runs; i++)
    {
      bench_series_add (&made, make_ours (&pack));
      bench_series_add (&their_made, make_theirs (&pack));
      bench_series_add (&opened, open_ours (&pack));
      bench_series_add (&their_opened, open_theirs (&pack));
    }
  bench_report_add_ratio (self->report, "pack made", &made, &their_made, LIMIT, "200 MB; zip, minisign, age");
  bench_report_add_ratio (self->report, "pack opened", &opened, &their_opened, LIMIT,
                          "200 MB; age, unzip, minisign");
  run (&pack, "rm", "-rf", pack.folder, NULL);
  accord_pack_manifest_free (pack.manifest);
  accord_secret_free (pack.identity);
  accord_key_pair_unref (pack.pair);
  g_free (pack.folder);
}
