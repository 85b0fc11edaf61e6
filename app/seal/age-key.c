/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age-key.h"

#include "secret.h"

#include <sodium.h>
#include <string.h>

/**
 * accord_age_keys_new:
 *
 * Returns: (transfer full): the keys of a file, all nought yet
 */
AccordAgeKeys *
accord_age_keys_new (void)
{
  return (AccordAgeKeys *) accord_secret_new (sizeof (AccordAgeKeys));
}

/**
 * accord_age_keys_free:
 * @self: (nullable) (transfer full): the keys of a file
 *
 * Wipes them.
 */
void
accord_age_keys_free (AccordAgeKeys *self)
{
  accord_secret_free ((char *) self);
}

static void
hmac (const guint8 *key, gsize n_key, const guint8 *bytes, gsize n_bytes, guint8 out[32])
{
  crypto_auth_hmacsha256_state state;

  crypto_auth_hmacsha256_init (&state, key, n_key);
  crypto_auth_hmacsha256_update (&state, bytes, n_bytes);
  crypto_auth_hmacsha256_final (&state, out);
  sodium_memzero (&state, sizeof state);
}

/**
 * accord_age_derive:
 * @secret: (array length=n_secret): what the key is made of
 * @n_secret: how many bytes
 * @salt: (array length=n_salt): what makes it differ
 * @n_salt: how many bytes
 * @info: what it is for
 * @key: (out) (array fixed-size=32): the key
 *
 * Derives a key with HKDF-SHA-256 (RFC 5869): extract, and the first block of expand.
 */
void
accord_age_derive (const guint8 *secret, gsize n_secret, const guint8 *salt, gsize n_salt, const char *info,
                   guint8 key[ACCORD_AGE_KEY_SIZE])
{
  static const guint8 first = 1;
  crypto_auth_hmacsha256_state state;
  guint8 extracted[32];

  hmac (salt, n_salt, secret, n_secret, extracted);
  crypto_auth_hmacsha256_init (&state, extracted, sizeof extracted);
  crypto_auth_hmacsha256_update (&state, (const guint8 *) info, strlen (info));
  crypto_auth_hmacsha256_update (&state, &first, 1);
  crypto_auth_hmacsha256_final (&state, key);
  sodium_memzero (&state, sizeof state);
  sodium_memzero (extracted, sizeof extracted);
}

/**
 * accord_age_mac:
 * @keys: of the file
 * @header: the header up to and with “---”
 * @length: its length in bytes
 * @mac: (out) (array fixed-size=32): what vouches for it
 *
 * Works out what stands at the end of a header.
 */
void
accord_age_mac (const AccordAgeKeys *keys, const char *header, gsize length, guint8 mac[ACCORD_AGE_KEY_SIZE])
{
  guint8 key[ACCORD_AGE_KEY_SIZE];

  accord_age_derive (keys->file, sizeof keys->file, (const guint8 *) "", 0, "header", key);
  hmac (key, sizeof key, (const guint8 *) header, length, mac);
  sodium_memzero (key, sizeof key);
}

/**
 * accord_age_derive_payload:
 * @keys: of the file
 * @nonce: (array fixed-size=16): what stands before the content
 *
 * Makes the key that the content is sealed with.
 */
void
accord_age_derive_payload (AccordAgeKeys *keys, const guint8 nonce[ACCORD_AGE_NONCE_SIZE])
{
  accord_age_derive (keys->file, sizeof keys->file, nonce, ACCORD_AGE_NONCE_SIZE, "payload", keys->payload);
}
