/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "key-bytes.h"

#include <sodium.h>
#include <string.h>

#include "base64.h"
#include "bech32.h"

G_STATIC_ASSERT (sizeof (AccordSigningKey) == 42);
G_STATIC_ASSERT (ACCORD_SIGNING_SIZE == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (ACCORD_SEALING_SIZE == crypto_scalarmult_BYTES);
G_STATIC_ASSERT (ACCORD_SIGNATURE_SIZE == crypto_sign_BYTES);

/**
 * accord_signing_key_read:
 * @text: a line of base64, as `minisign -P` takes it
 * @length: its length in bytes
 * @key: (out caller-allocates): what it says
 *
 * Returns: whether it is a key that signatures can be checked with
 */
gboolean
accord_signing_key_read (const char *text, gsize length, AccordSigningKey *key)
{
  return accord_base64_read_exactly (text, length, ACCORD_BASE64_FILLED, (guint8 *) key, sizeof *key)
         && memcmp (key->algorithm, "Ed", 2) == 0 && crypto_core_ed25519_is_valid_point (key->bytes) == 1;
}

/**
 * accord_signing_key_write:
 * @key: a key
 *
 * Returns: (transfer full): its line of base64
 */
char *
accord_signing_key_write (const AccordSigningKey *key)
{
  char *text = g_malloc (accord_base64_length (sizeof *key, ACCORD_BASE64_FILLED) + 1);

  accord_base64_write ((const guint8 *) key, sizeof *key, ACCORD_BASE64_FILLED, text);
  return text;
}

/**
 * accord_sealing_key_read:
 * @text: "age1…"
 * @length: its length in bytes
 * @bytes: (out) (array fixed-size=32): the X25519 key that it says
 *
 * Returns: whether it is a key that something can be sealed to: one with which every secret would come out as
 * nought is none
 */
gboolean
accord_sealing_key_read (const char *text, gsize length, guint8 bytes[ACCORD_SEALING_SIZE])
{
  static const guint8 any[crypto_scalarmult_SCALARBYTES] = { 64 };
  guint8 shared[crypto_scalarmult_BYTES];

  accord_seal_ready ();
  return length > 0 && g_ascii_islower (text[0]) && accord_bech32_read (text, length, "age", bytes)
         && crypto_scalarmult (shared, any, bytes) == 0;
}

/**
 * accord_sealing_key_write:
 * @bytes: (array fixed-size=32): an X25519 key
 *
 * Returns: (transfer full): "age1…"
 */
char *
accord_sealing_key_write (const guint8 bytes[ACCORD_SEALING_SIZE])
{
  g_autoptr (AccordSecret) text = accord_bech32_write ("age", bytes);

  return g_strdup (text);
}
