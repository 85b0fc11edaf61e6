/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "seal-error.h"

#include <string.h>

#define PASSPHRASE "correct horse battery"

static const gsize sizes[] = { 0, 1, 15, 16, 65519, 65535, 65536, 65537, 131071, 131072, 131073, 300000 };

static const char *
sealing_of (AccordKeyPair *pair)
{
  return accord_public_key_get_sealing (accord_key_pair_get_public (pair));
}

static GBytes *
lock_to (GBytes *plain, AccordKeyPair *pair)
{
  return seal_lock (plain, (const char *const[]){ sealing_of (pair), NULL }, NULL);
}

static void
assert_opens (GBytes *sealed, AccordKeyPair *pair, GBytes *plain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opened = seal_unlock_with (sealed, pair, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (opened), ==, g_bytes_get_size (plain));
  g_assert_true (g_bytes_equal (opened, plain));
}

static void
assert_fails (GBytes *sealed, const char *const *identities, const char *passphrase, AccordSealError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opened = seal_unlock (sealed, identities, passphrase, NULL, &error);

  g_assert_null (opened);
  g_assert_error (error, ACCORD_SEAL_ERROR, code);
}

static void
test_round_trip (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plain = seal_noise (sizes[i]);
      g_autoptr (GBytes) sealed = lock_to (plain, pair);
      gsize n;
      const guint8 *bytes = g_bytes_get_data (sealed, &n);

      g_assert_cmpint (accord_age_look (bytes, MIN (n, 200)), ==, ACCORD_AGE_KEYS);
      assert_opens (sealed, pair, plain);
    }
}

static void
test_several (void)
{
  g_autoptr (AccordKeyPair) one = seal_new_pair (NULL);
  g_autoptr (AccordKeyPair) two = seal_new_pair (NULL);
  g_autoptr (AccordKeyPair) three = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (1000);
  g_autoptr (GBytes) sealed =
      seal_lock (plain, (const char *const[]){ sealing_of (one), sealing_of (two), NULL }, NULL);
  g_autoptr (AccordSecret) mine = accord_key_pair_dup_identity (two);
  g_autoptr (AccordSecret) others = accord_key_pair_dup_identity (three);
  g_autoptr (GBytes) opened =
      seal_unlock (sealed, (const char *const[]){ others, mine, NULL }, NULL, NULL, NULL);

  assert_opens (sealed, one, plain);
  assert_opens (sealed, two, plain);
  g_assert_true (g_bytes_equal (opened, plain));
  assert_fails (sealed, (const char *const[]){ others, NULL }, NULL, ACCORD_SEAL_ERROR_NO_KEY);
  assert_fails (sealed, NULL, NULL, ACCORD_SEAL_ERROR_NO_KEY);
  assert_fails (sealed, (const char *const[]){ "AGE-SECRET-KEY-1", NULL }, NULL, ACCORD_SEAL_ERROR_FORMAT);
}

static void
test_passphrase (void)
{
  g_autoptr (GBytes) plain = seal_noise (1000);
  g_autoptr (GBytes) sealed = seal_lock (plain, NULL, PASSPHRASE);
  g_autoptr (GBytes) opened = seal_unlock (sealed, NULL, PASSPHRASE, NULL, NULL);
  gsize n;
  const guint8 *bytes = g_bytes_get_data (sealed, &n);

  g_assert_cmpint (accord_age_look (bytes, n), ==, ACCORD_AGE_PASSPHRASE);
  g_assert_true (g_bytes_equal (opened, plain));
  assert_fails (sealed, NULL, "correct horse", ACCORD_SEAL_ERROR_PASSPHRASE);
  assert_fails (sealed, NULL, NULL, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE);
}

static void
test_bad_recipient (void)
{
  static const char *const keys[] = { "", "age1", "age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jz",
                                      "AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ",
                                      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_null (accord_age_seal (memory, (const char *const[]){ keys[i], NULL }, NULL, NULL, &error));
      g_assert_error (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT);
    }
}

static GBytes *
changed_at (GBytes *bytes, gsize at)
{
  gsize n;
  guint8 *copy =
      g_bytes_unref_to_data (g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), &n);

  copy[at] ^= 1 << g_test_rand_int_range (0, 8);
  return g_bytes_new_take (copy, n);
}

/* Whatever is given out before an error is what was sealed, in whole chunks; and there is an error. */
static void
assert_only_truth (GBytes *sealed, AccordKeyPair *pair, GBytes *plain)
{
  g_autoptr (AccordSecret) identity = accord_key_pair_dup_identity (pair);
  g_autoptr (GByteArray) given = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opened =
      seal_unlock (sealed, (const char *const[]){ identity, NULL }, NULL, given, &error);

  g_assert_null (opened);
  g_assert_true (error->domain == ACCORD_SEAL_ERROR);
  g_assert_cmpuint (given->len, <=, g_bytes_get_size (plain));
  g_assert_true (given->len == 0 || memcmp (given->data, g_bytes_get_data (plain, NULL), given->len) == 0);
}

static void
test_changed (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (2 * 65536 + 77);
  g_autoptr (GBytes) sealed = lock_to (plain, pair);
  gsize size = g_bytes_get_size (sealed);

  for (gsize i = 0; i < 400; i++)
    {
      gsize at = i < 250 ? i : (gsize) g_test_rand_int_range (250, size);
      g_autoptr (GBytes) changed = changed_at (sealed, at);

      assert_only_truth (changed, pair, plain);
    }
}

static void
test_cut (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (2 * 65536);
  g_autoptr (GBytes) sealed = lock_to (plain, pair);
  gsize size = g_bytes_get_size (sealed);

  for (gsize i = 0; i < 500; i++)
    {
      gsize n = i < 250   ? i
                : i < 350 ? size - 1 - (i - 250)
                          : (gsize) g_test_rand_int_range (250, size - 100);
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sealed, 0, n);

      assert_only_truth (cut, pair, plain);
    }
}

/* Chunks left out, doubled, or turned round; and something added. */
static void
test_chunks_moved (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (3 * 65536 + 5);
  g_autoptr (GBytes) sealed = lock_to (plain, pair);
  static const char *const orders[] = { "023", "0", "0123x", "1023", "00123", "012", "01233", "3", "0113" };
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  const gsize chunk = 65536 + 16;
  gsize start = size - (3 * chunk + 5 + 16);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GByteArray) moved = g_byte_array_new ();
      g_autoptr (GBytes) whole = NULL;

      g_byte_array_append (moved, bytes, start);
      for (const char *at = orders[i]; *at != '\0'; at++)
        if (*at == 'x')
          g_byte_array_append (moved, (const guint8 *) "x", 1);
        else
          g_byte_array_append (moved, bytes + start + (*at - '0') * chunk, *at == '3' ? 21 : chunk);
      whole = g_byte_array_free_to_bytes (g_steal_pointer (&moved));
      assert_only_truth (whole, pair, plain);
    }
}

/* A stream that is let go of, or whose file could not be written, leaves nothing that is taken for whole. */
static void
test_abandoned (Seal *seal, gconstpointer data)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (100000);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autofree char *path = seal_path (seal, "kept");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) base = NULL;
  GOutputStream *stream;
  g_autoptr (GBytes) half = NULL;
  g_autoptr (GBytes) kept = NULL;
  const char *recipients[] = { sealing_of (pair), NULL };

  stream = accord_age_seal (memory, recipients, NULL, NULL, NULL);
  g_assert_true (
      g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), 100000, NULL, NULL, NULL));
  g_object_unref (stream);
  half = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  assert_only_truth (half, pair, plain);

  seal_write (seal, "kept", "before", 6);
  base = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  stream = accord_age_seal (base, recipients, NULL, NULL, NULL);
  g_assert_true (
      g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), 100000, NULL, NULL, NULL));
  g_object_unref (stream);
  g_clear_object (&base);
  kept = seal_read (seal, "kept");
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "before", 6);
}

static void
test_full (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (200000);
  g_autofree char *room = g_malloc (100000);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new (room, 100000, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream =
      accord_age_seal (memory, (const char *const[]){ sealing_of (pair), NULL }, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (
      g_output_stream_write_all (stream, g_bytes_get_data (plain, NULL), 200000, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (g_output_stream_close (stream, NULL, NULL));
}

static void
test_cancelled (void)
{
  g_autoptr (AccordKeyPair) pair = seal_new_pair (NULL);
  g_autoptr (GBytes) plain = seal_noise (200000);
  g_autoptr (GBytes) sealed = lock_to (plain, pair);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (sealed);
  g_autoptr (AccordSecret) identity = accord_key_pair_dup_identity (pair);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      accord_age_open (memory, (const char *const[]){ identity, NULL }, NULL, cancellable, &error);
  char piece[100];

  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (stream, piece, sizeof piece, cancellable, NULL), ==, sizeof piece);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (g_input_stream_read (stream, piece, sizeof piece, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_look (void)
{
  static const struct
  {
    const char *text;
    AccordAgeLock lock;
  } cases[] = {
    { "", ACCORD_AGE_OPEN },
    { "PK\x03\x04", ACCORD_AGE_OPEN },
    { "age-encryption.org/v1", ACCORD_AGE_OPEN },
    { "age-encryption.org/v1\n", ACCORD_AGE_KEYS },
    { "age-encryption.org/v1\n-> scrypt x", ACCORD_AGE_PASSPHRASE },
    { "age-encryption.org/v1\n-> scrypty x", ACCORD_AGE_KEYS },
    { "-----BEGIN AGE ENCRYPTED FILE-----\n", ACCORD_AGE_OPEN },
    { "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB4\n",
      ACCORD_AGE_PASSPHRASE },
    { "\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA=\r\n",
      ACCORD_AGE_KEYS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (accord_age_look ((const guint8 *) cases[i].text, strlen (cases[i].text)), ==,
                     cases[i].lock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/age/round-trip", test_round_trip);
  g_test_add_func ("/seal/age/several", test_several);
  g_test_add_func ("/seal/age/passphrase", test_passphrase);
  g_test_add_func ("/seal/age/bad-recipient", test_bad_recipient);
  g_test_add_func ("/seal/age/changed", test_changed);
  g_test_add_func ("/seal/age/cut", test_cut);
  g_test_add_func ("/seal/age/chunks-moved", test_chunks_moved);
  g_test_add ("/seal/age/abandoned", Seal, NULL, seal_set_up, test_abandoned, seal_tear_down);
  g_test_add_func ("/seal/age/full", test_full);
  g_test_add_func ("/seal/age/cancelled", test_cancelled);
  g_test_add_func ("/seal/age/look", test_look);

  return g_test_run ();
}
