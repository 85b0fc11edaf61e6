/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mutate.h"
#include "pack-fixture.h"

#include "pack-error.h"

#include <string.h>

/* What is tried, of both sorts together. */
#define N_MUTATED 10000

/* What may be told of a file that somebody spoilt. */
static void
assert_told (const GError *error, const char *name)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == ACCORD_PACK_ERROR);
  g_assert_cmpint (error->code, <=, ACCORD_PACK_ERROR_SEALED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, name));
}

/* It may be all of the other one, which says another uid and nothing else that is other. */
static void
assert_one_of_both (Packing *self, AccordPack *pack)
{
  const char kept = self->manifest->uid[0];

  self->manifest->uid[0] = accord_pack_get_manifest (pack)->uid[0];
  g_assert_true (self->manifest->uid[0] == kept || self->manifest->uid[0] == (kept ^ 1));
  packing_assert_same (self, pack);
  self->manifest->uid[0] = kept;
}

/* Refused, or the same to the byte; nothing left behind; the file as it was. */
static gboolean
try_one (Packing *self, GBytes *bytes, const AccordPackKeys *keys)
{
  g_autoptr (GFile) file = packing_save (self, "mutated.accordpack", bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPack) pack = accord_pack_read (file, keys, NULL, NULL, NULL, &error);
  g_autoptr (GBytes) after = packing_load (file);
  const gboolean read = pack != NULL;

  g_assert_true (g_bytes_equal (after, bytes));
  if (read)
    assert_one_of_both (self, pack);
  else
    assert_told (error, "mutated.accordpack");
  g_clear_pointer (&pack, accord_pack_unref);
  packing_assert_clean ();
  return read;
}

static void
test_mutated (Packing *self, gconstpointer data)
{
  const gboolean sealed = data != NULL;
  const char *recipients[] = { accord_public_key_get_sealing (accord_key_pair_get_public (self->pair)),
                               NULL };
  const AccordPackSeal seal = { .recipients = sealed ? recipients : NULL };
  char *identity = accord_key_pair_dup_identity (self->pair);
  const char *identities[] = { identity, NULL };
  const AccordPackKeys keys = { .identities = identities };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190312);
  g_autoptr (GFile) one = NULL, other = NULL;
  g_autoptr (GBytes) one_bytes = NULL, other_bytes = NULL;
  guint n_read = 0;

  packing_shrink (self);
  one = packing_write (self, "one.accordpack", &seal);
  self->manifest->uid[0] ^= 1;
  other = packing_write (self, "other.accordpack", &seal);
  self->manifest->uid[0] ^= 1;
  one_bytes = packing_load (one);
  other_bytes = packing_load (other);
  for (guint i = 0; i < N_MUTATED / 2; i++)
    {
      g_autoptr (GBytes) bytes = mutate_bytes (rand, one_bytes, other_bytes);

      n_read += try_one (self, bytes, &keys);
    }
  g_test_message ("%u of %u were refused", N_MUTATED / 2 - n_read, N_MUTATED / 2);
  accord_secret_free (identity);
}

int
main (int argc, char **argv)
{
  packing_init (&argc, &argv);

  g_test_add ("/pack/mutated/plain", Packing, NULL, packing_set_up, test_mutated, packing_tear_down);
  g_test_add ("/pack/mutated/sealed", Packing, "sealed", packing_set_up, test_mutated, packing_tear_down);

  return packing_run ();
}
