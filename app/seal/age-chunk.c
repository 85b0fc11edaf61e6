/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age-chunk.h"

#include <sodium.h>

#define LAST 11

G_STATIC_ASSERT (ACCORD_AGE_TAG_SIZE == crypto_aead_chacha20poly1305_ietf_ABYTES);

/**
 * accord_age_chunks_at_start:
 * @self: where it stands
 *
 * Returns: whether no chunk was sealed or opened yet
 */
gboolean
accord_age_chunks_at_start (const AccordAgeChunks *self)
{
  return sodium_is_zero (self->nonce, LAST);
}

static void
go_on (AccordAgeChunks *self)
{
  for (guint i = LAST; i-- > 0;)
    if (++self->nonce[i] != 0)
      return;
}

/**
 * accord_age_chunk_seal:
 * @self: where it stands; it goes on by one
 * @bytes: (array length=n_bytes): the chunk
 * @n_bytes: how many, at most %ACCORD_AGE_CHUNK_SIZE
 * @last: whether it is the last
 * @sealed: (out caller-allocates): room for @n_bytes and a tag
 *
 * Seals a chunk.
 */
void
accord_age_chunk_seal (AccordAgeChunks *self, const guint8 *bytes, gsize n_bytes, gboolean last,
                       guint8 *sealed)
{
  self->nonce[LAST] = last;
  crypto_aead_chacha20poly1305_ietf_encrypt (sealed, NULL, bytes, n_bytes, NULL, 0, NULL, self->nonce,
                                             self->keys->payload);
  go_on (self);
}

/**
 * accord_age_chunk_open:
 * @self: where it stands; it goes on by one where the chunk is right
 * @sealed: (array length=n_sealed): the chunk with its tag
 * @n_sealed: how many bytes
 * @last: whether it is taken for the last
 * @bytes: (out caller-allocates): room for what was sealed
 *
 * Opens a chunk.
 *
 * Returns: whether the tag is right; if not, nothing was given out
 */
gboolean
accord_age_chunk_open (AccordAgeChunks *self, const guint8 *sealed, gsize n_sealed, gboolean last,
                       guint8 *bytes)
{
  self->nonce[LAST] = last;
  if (crypto_aead_chacha20poly1305_ietf_decrypt (bytes, NULL, NULL, sealed, n_sealed, NULL, 0, self->nonce,
                                                 self->keys->payload)
      != 0)
    return FALSE;
  go_on (self);
  return TRUE;
}
