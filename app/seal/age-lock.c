/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age-lock.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "base64.h"
#include "key-pair-secret.h"
#include "seal-error.h"

#define X25519 "X25519"
#define X25519_INFO "age-encryption.org/v1/X25519"
#define SCRYPT "scrypt"
#define SCRYPT_LABEL "age-encryption.org/v1/scrypt"
#define N_SALT 16
#define TEXT_SIZE 64

typedef enum
{
  OPENED,
  OF_ANOTHER,
  WRONG,
} Outcome;

static gboolean
refuse (GError **error, AccordSealError code, const char *message)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, code, message);
  return FALSE;
}

static gboolean
refuse_header (GError **error)
{
  return refuse (
      error, ACCORD_SEAL_ERROR_FORMAT,
      _ ("The beginning of the sealed file makes no sense: it was changed, or another program made "
         "it wrongly."));
}

/* A key is used for one file key only, so the nonce may be nought. */
static void
wrap (const guint8 key[ACCORD_AGE_KEY_SIZE], const AccordAgeKeys *keys, guint8 body[ACCORD_AGE_BODY_SIZE])
{
  static const guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];

  crypto_aead_chacha20poly1305_ietf_encrypt (body, NULL, keys->file, sizeof keys->file, NULL, 0, NULL, nonce,
                                             key);
}

static gboolean
unwrap (const guint8 key[ACCORD_AGE_KEY_SIZE], const GByteArray *body, AccordAgeKeys *keys)
{
  static const guint8 nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES];

  return crypto_aead_chacha20poly1305_ietf_decrypt (keys->file, NULL, NULL, body->data, body->len, NULL, 0,
                                                    nonce, key)
         == 0;
}

/* The key between one-time key and recipient; fails for a point with which every secret is nought. */
static gboolean
agree (const guint8 secret[ACCORD_SEALING_SIZE], const guint8 other[ACCORD_SEALING_SIZE],
       const guint8 share[ACCORD_SEALING_SIZE], const guint8 recipient[ACCORD_SEALING_SIZE],
       guint8 key[ACCORD_AGE_KEY_SIZE])
{
  guint8 salt[2 * ACCORD_SEALING_SIZE];
  guint8 shared[crypto_scalarmult_BYTES];
  gboolean good = crypto_scalarmult (shared, secret, other) == 0;

  memcpy (salt, share, ACCORD_SEALING_SIZE);
  memcpy (salt + ACCORD_SEALING_SIZE, recipient, ACCORD_SEALING_SIZE);
  if (good)
    accord_age_derive (shared, sizeof shared, salt, sizeof salt, X25519_INFO, key);
  sodium_memzero (shared, sizeof shared);
  return good;
}

/**
 * accord_age_lock_to_key:
 * @header: a header that is being made
 * @keys: of the file
 * @recipient: "age1…"
 * @error: return location for an #AccordSealError
 *
 * Adds the lock that the holder of a key opens.
 *
 * Returns: whether it could: not if @recipient is no key
 */
gboolean
accord_age_lock_to_key (AccordAgeHeader *header, const AccordAgeKeys *keys, const char *recipient,
                        GError **error)
{
  guint8 public[ACCORD_SEALING_SIZE];
  guint8 secret[ACCORD_SEALING_SIZE];
  guint8 share[ACCORD_SEALING_SIZE];
  guint8 key[ACCORD_AGE_KEY_SIZE];
  guint8 body[ACCORD_AGE_BODY_SIZE];
  char text[TEXT_SIZE];
  gboolean good;

  if (!accord_sealing_key_read (recipient, strlen (recipient), public))
    {
      g_set_error (
          error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
          _ ("“%.80s” is no key that a file can be sealed to: it was cut short or mistyped, or is of "
             "another sort."),
          recipient);
      return FALSE;
    }
  randombytes_buf (secret, sizeof secret);
  crypto_scalarmult_base (share, secret);
  good = agree (secret, public, share, public, key);
  sodium_memzero (secret, sizeof secret);
  if (!good)
    return refuse_header (error);
  wrap (key, keys, body);
  sodium_memzero (key, sizeof key);
  accord_base64_write (share, sizeof share, ACCORD_BASE64_PLAIN, text);
  accord_age_header_add (header, (const char *const[]){ X25519, text, NULL }, body);
  return TRUE;
}

static gboolean
stretch (const char *passphrase, const guint8 salt[N_SALT], guint work, guint8 key[ACCORD_AGE_KEY_SIZE],
         GError **error)
{
  guint8 labelled[sizeof SCRYPT_LABEL - 1 + N_SALT];

  memcpy (labelled, SCRYPT_LABEL, sizeof SCRYPT_LABEL - 1);
  memcpy (labelled + sizeof SCRYPT_LABEL - 1, salt, N_SALT);
  if (crypto_pwhash_scryptsalsa208sha256_ll ((const guint8 *) passphrase, strlen (passphrase), labelled,
                                             sizeof labelled, G_GUINT64_CONSTANT (1) << work, 8, 1, key,
                                             ACCORD_AGE_KEY_SIZE)
      == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               _ ("There are not the %u MiB of memory free that this passphrase takes."),
               1u << (work > 10 ? work - 10 : 0));
  return FALSE;
}

/**
 * accord_age_lock_with_passphrase:
 * @header: a header that is being made
 * @keys: of the file
 * @passphrase: what opens it
 * @error: return location for a #GIOErrorEnum
 *
 * Adds the lock that a passphrase opens; it must stay the only one. Takes a quarter of a gibibyte and about
 * a second, so that nobody tries many.
 *
 * Returns: whether there was memory enough
 */
gboolean
accord_age_lock_with_passphrase (AccordAgeHeader *header, const AccordAgeKeys *keys, const char *passphrase,
                                 GError **error)
{
  guint8 salt[N_SALT];
  guint8 key[ACCORD_AGE_KEY_SIZE];
  guint8 body[ACCORD_AGE_BODY_SIZE];
  char text[TEXT_SIZE];

  randombytes_buf (salt, sizeof salt);
  if (!stretch (passphrase, salt, ACCORD_AGE_WORK, key, error))
    return FALSE;
  wrap (key, keys, body);
  sodium_memzero (key, sizeof key);
  accord_base64_write (salt, sizeof salt, ACCORD_BASE64_PLAIN, text);
  accord_age_header_add (header, (const char *const[]){ SCRYPT, text, G_STRINGIFY (ACCORD_AGE_WORK), NULL },
                         body);
  return TRUE;
}

/* The second argument of a lock as bytes; with that, it has so many arguments and a body of the one size. */
static gboolean
read_lock (const AccordAgeStanza *stanza, guint n_arguments, guint8 *bytes, gsize n_bytes)
{
  return g_strv_length (stanza->arguments) == n_arguments && stanza->body->len == ACCORD_AGE_BODY_SIZE
         && accord_base64_read_exactly (stanza->arguments[1], strlen (stanza->arguments[1]),
                                        ACCORD_BASE64_PLAIN, bytes, n_bytes);
}

static Outcome
try_identity (const AccordAgeStanza *stanza, const guint8 secret[ACCORD_SEALING_SIZE], AccordAgeKeys *keys)
{
  guint8 share[ACCORD_SEALING_SIZE];
  guint8 recipient[ACCORD_SEALING_SIZE];
  guint8 key[ACCORD_AGE_KEY_SIZE];
  gboolean opened;

  crypto_scalarmult_base (recipient, secret);
  if (!read_lock (stanza, 2, share, sizeof share) || !agree (secret, share, share, recipient, key))
    return WRONG;
  opened = unwrap (key, stanza->body, keys);
  sodium_memzero (key, sizeof key);
  return opened ? OPENED : OF_ANOTHER;
}

static gboolean
unlock_with_identity (AccordAgeHeader *header, const char *identity, AccordAgeKeys *keys, Outcome *outcome,
                      GError **error)
{
  AccordSecret *secret = accord_secret_new (ACCORD_SEALING_SIZE);
  gboolean is_key = accord_identity_read (identity, strlen (identity), (guint8 *) secret);

  *outcome = OF_ANOTHER;
  for (guint i = 0; is_key && *outcome == OF_ANOTHER && i < header->stanzas->len; i++)
    {
      const AccordAgeStanza *stanza = header->stanzas->pdata[i];

      if (g_str_equal (stanza->arguments[0], X25519))
        *outcome = try_identity (stanza, (const guint8 *) secret, keys);
    }
  accord_secret_free (secret);
  if (!is_key)
    return refuse (error, ACCORD_SEAL_ERROR_FORMAT,
                   _ ("What the file is to be opened with is no secret key of age."));
  return *outcome != WRONG || refuse_header (error);
}

static gboolean
unlock_with_keys (AccordAgeHeader *header, const char *const *identities, AccordAgeKeys *keys, GError **error)
{
  for (guint i = 0; identities != NULL && identities[i] != NULL; i++)
    {
      Outcome outcome;

      if (!unlock_with_identity (header, identities[i], keys, &outcome, error))
        return FALSE;
      if (outcome == OPENED)
        return TRUE;
    }
  return refuse (error, ACCORD_SEAL_ERROR_NO_KEY,
                 _ ("The file is sealed to others: none of the keys here opens it."));
}

/* A number from 1 on, written in the one right way; what is larger than any that is used comes out as 64. */
static gboolean
read_work (const char *text, guint *work)
{
  if (text[0] < '1' || text[0] > '9' || strspn (text, "0123456789") != strlen (text))
    return FALSE;
  *work = strlen (text) > 2 ? 64 : (guint) g_ascii_strtoull (text, NULL, 10);
  return TRUE;
}

static gboolean
unlock_with_passphrase (const AccordAgeStanza *stanza, const char *passphrase, AccordAgeKeys *keys,
                        GError **error)
{
  guint8 salt[N_SALT];
  guint8 key[ACCORD_AGE_KEY_SIZE];
  guint work;
  gboolean opened;

  if (!read_lock (stanza, 3, salt, sizeof salt) || !read_work (stanza->arguments[2], &work))
    return refuse_header (error);
  if (work > ACCORD_AGE_MOST_WORK)
    return refuse (error, ACCORD_SEAL_ERROR_FORMAT,
                   _ ("Opening the file would take this computer too long: whoever sealed it made the "
                      "passphrase far more work than it should be."));
  if (passphrase == NULL)
    return refuse (error, ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE, _ ("The file is sealed with a passphrase."));
  if (!stretch (passphrase, salt, work, key, error))
    return FALSE;
  opened = unwrap (key, stanza->body, keys);
  sodium_memzero (key, sizeof key);
  return opened || refuse (error, ACCORD_SEAL_ERROR_PASSPHRASE, _ ("The passphrase is not the right one."));
}

/**
 * accord_age_unlock:
 * @header: a header that was read
 * @identities: (array zero-terminated=1) (nullable): "AGE-SECRET-KEY-1…" texts
 * @passphrase: (nullable): a passphrase
 * @keys: where the file's key is put
 * @error: return location for an #AccordSealError
 *
 * Looks for the file's key. A lock of an unknown kind is passed over; one of a known kind that makes no sense
 * is refused, and a passphrase's lock with others beside it is, as it would be no proof of who sealed it.
 *
 * Returns: whether the file's key was found
 */
gboolean
accord_age_unlock (AccordAgeHeader *header, const char *const *identities, const char *passphrase,
                   AccordAgeKeys *keys, GError **error)
{
  const AccordAgeStanza *locked = NULL;

  for (guint i = 0; i < header->stanzas->len; i++)
    if (g_str_equal (((AccordAgeStanza *) header->stanzas->pdata[i])->arguments[0], SCRYPT))
      locked = header->stanzas->pdata[i];
  if (locked != NULL && header->stanzas->len > 1)
    return refuse_header (error);
  if (locked != NULL)
    return unlock_with_passphrase (locked, passphrase, keys, error);
  return unlock_with_keys (header, identities, keys, error);
}
