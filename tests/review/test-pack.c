/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

#include "pack-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
dup_identity (AccordKeyPair *pair)
{
  return accord_key_pair_dup_identity (pair);
}

static void
test_plain (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = packing_write (self, "plain.accordpack", NULL);
  AccordAgeLock lock;

  g_assert_true (accord_pack_look (file, &lock, NULL, NULL));
  g_assert_cmpint (lock, ==, ACCORD_AGE_OPEN);
  packing_assert_read (self, file, NULL);
}

/* As many documents as a pack may have, of all sizes around those that anything is read by. */
static void
test_many (Packing *self, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 262143, 262144, 262145, 1000003 };
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      packing_add (self, "Stored.pdf", "application/pdf", sizes[i]);
      packing_add (self, "Deflated.csv", "text/csv", sizes[i]);
    }
  while (self->parts->len < ACCORD_PACK_MAX_PARTS)
    packing_add (self, "Small.png", "image/png", self->parts->len);
  file = packing_write (self, "many.accordpack", NULL);
  packing_assert_read (self, file, NULL);
}

/* Blank scans are no bomb. */
static void
test_blank (Packing *self, gconstpointer data)
{
  g_autoptr (GBytes) blank = g_bytes_new_take (g_malloc0 (20000000), 20000000);
  g_autoptr (GBytes) small = g_bytes_new_take (g_malloc0 (1000000), 1000000);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  packing_add_part (self, "documents/blank-1", blank);
  packing_add_part (self, "documents/blank-2", blank);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *path = g_strdup_printf ("documents/small-%u", i);

      packing_add_part (self, path, small);
    }
  file = packing_write (self, "blank.accordpack", NULL);
  packing_assert_read (self, file, NULL);
  bytes = packing_load (file);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 20000000);
}

static void
test_sealed_to_keys (Packing *self, gconstpointer data)
{
  const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (self->other)),
                               accord_public_key_get_sealing (accord_key_pair_get_public (self->pair)),
                               NULL };
  const AccordPackSeal seal = { .recipients = recipients };
  g_autoptr (GFile) file = packing_write (self, "sealed.accordpack", &seal);
  AccordKeyPair *pairs[] = { self->pair, self->other };
  g_autoptr (AccordKeyPair) stranger = accord_key_pair_new ("Nobody", NULL);
  char *identity = dup_identity (stranger);
  const char *identities[] = { identity, NULL };
  const AccordPackKeys keys = { .identities = identities };
  AccordAgeLock lock;

  g_assert_true (accord_pack_look (file, &lock, NULL, NULL));
  g_assert_cmpint (lock, ==, ACCORD_AGE_KEYS);
  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED);
  packing_assert_refused (file, &keys, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED);
  accord_secret_free (identity);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      identities[0] = identity = dup_identity (pairs[i]);
      packing_assert_read (self, file, &keys);
      accord_secret_free (identity);
    }
}

static void
test_sealed_with_passphrase (Packing *self, gconstpointer data)
{
  const AccordPackSeal seal = { .passphrase = "correct horse battery staple" };
  const AccordPackKeys right = { .passphrase = "correct horse battery staple" };
  const AccordPackKeys wrong = { .passphrase = "correct horse battery stable" };
  g_autoptr (GFile) file = packing_write (self, "sealed.accordpack", &seal);
  AccordAgeLock lock;

  g_assert_true (accord_pack_look (file, &lock, NULL, NULL));
  g_assert_cmpint (lock, ==, ACCORD_AGE_PASSPHRASE);
  packing_assert_read (self, file, &right);
  packing_assert_refused (file, &wrong, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED);
  packing_assert_refused (file, NULL, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SEALED);
}

static void
test_same_bytes (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) one = packing_write (self, "one.accordpack", NULL);
  g_autoptr (GFile) other = packing_write (self, "other.accordpack", NULL);
  g_autoptr (GBytes) a = packing_load (one);
  g_autoptr (GBytes) b = packing_load (other);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_private (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = packing_write (self, "plain.accordpack", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = accord_pack_read (file, NULL, NULL, NULL, NULL, &error);
  g_autoptr (GFile) part = accord_pack_get_part (pack, 1);
  g_autoptr (GFile) folder = g_file_get_parent (part);
  g_autofree char *name = g_file_get_basename (part);
  GStatBuf about;

  g_assert_cmpstr (name, ==, "1");
  g_assert_cmpint (g_stat (g_file_peek_path (folder), &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (g_file_peek_path (part), &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (accord_pack_get_file_name (pack), ==, "plain.accordpack");
  accord_pack_unref (accord_pack_ref (pack));
  g_assert_true (g_file_query_exists (part, NULL));
  g_clear_pointer (&pack, accord_pack_unref);
  g_assert_false (g_file_query_exists (folder, NULL));
}

static void
assert_not_written (Packing *self, gboolean replace, AccordKeyPair *signer, GQuark domain, int code)
{
  g_autoptr (GFile) file = packing_file (self, "pack.accordpack");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_false (accord_pack_write (file, self->manifest, packing_write_part, self, signer, NULL, replace,
                                     NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "pack.accordpack"));
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

static void
test_not_over_another (Packing *self, gconstpointer data)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("mine", 4);
  g_autoptr (GFile) file = packing_save (self, "pack.accordpack", words);
  g_autoptr (GBytes) found = NULL;

  assert_not_written (self, FALSE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_EXISTS);
  found = packing_load (file);
  g_assert_true (g_bytes_equal (found, words));
}

/* A part that is not what the manifest says: longer, shorter, or other. */
static void
test_changed_part (Packing *self, gconstpointer data)
{
  AccordPackPart *part = self->manifest->parts->pdata[1];

  for (int by = -1; by <= 1; by++)
    {
      part->size += by;
      part->digest[0] ^= by == 0 ? 1 : 0;
      assert_not_written (self, TRUE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_DAMAGED);
      part->digest[0] ^= by == 0 ? 1 : 0;
      part->size -= by;
    }
}

static void
test_another_signer (Packing *self, gconstpointer data)
{
  assert_not_written (self, TRUE, self->other, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_SIGNATURE);
}

/* What could not be read is not written either. */
static void
test_unfit_manifest (Packing *self, gconstpointer data)
{
  AccordPackPart *part = self->manifest->parts->pdata[1];

  g_free (part->path);
  part->path = g_strdup ("../1");
  assert_not_written (self, TRUE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_UNSAFE);
  g_free (part->path);
  part->path = g_strdup ("CASE.json");
  assert_not_written (self, TRUE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_UNSAFE);
  g_free (part->path);
  part->path = g_strdup ("documents/1");
  g_clear_pointer (&self->manifest->case_uid, g_free);
  assert_not_written (self, TRUE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
}

static void
count (gint64 done, gint64 total, gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
stop (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_progress (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = packing_file (self, "pack.accordpack");
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = NULL;
  gint64 last = 0, total = 0;

  for (guint i = 0; i < self->parts->len; i++)
    total += (gint64) g_bytes_get_size (self->parts->pdata[i]);
  accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, NULL, FALSE, count, &last,
                     NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, total);
  last = 0;
  pack = accord_pack_read (file, NULL, count, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, total);
}

static void
test_stopped (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = packing_file (self, "pack.accordpack");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (accord_pack_write (file, self->manifest, packing_write_part, self, self->pair, NULL, FALSE,
                                     stop, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_query_exists (file, NULL));
  g_object_unref (packing_write (self, "pack.accordpack", NULL));
  g_cancellable_reset (cancellable);
  g_assert_null (accord_pack_read (file, NULL, stop, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  packing_assert_clean ();
}

/* A response says what it answers. */
static void
test_response (Packing *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  self->manifest->kind = ACCORD_PACK_RESPONSE;
  assert_not_written (self, TRUE, self->pair, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_FORMAT);
  self->manifest->answers = g_strdup ("01JD3M0V1M5W9T6Y2B8QZ4N7PF");
  file = packing_write (self, "response.accordpack", NULL);
  packing_assert_read (self, file, NULL);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  PACK_TEST ("/pack/plain", test_plain);
  PACK_TEST ("/pack/many", test_many);
  PACK_TEST ("/pack/blank", test_blank);
  PACK_TEST ("/pack/sealed/keys", test_sealed_to_keys);
  PACK_TEST ("/pack/sealed/passphrase", test_sealed_with_passphrase);
  PACK_TEST ("/pack/same-bytes", test_same_bytes);
  PACK_TEST ("/pack/private", test_private);
  PACK_TEST ("/pack/not-over-another", test_not_over_another);
  PACK_TEST ("/pack/changed-part", test_changed_part);
  PACK_TEST ("/pack/another-signer", test_another_signer);
  PACK_TEST ("/pack/unfit-manifest", test_unfit_manifest);
  PACK_TEST ("/pack/progress", test_progress);
  PACK_TEST ("/pack/stopped", test_stopped);
  PACK_TEST ("/pack/response", test_response);

  return packing_run ();
}
