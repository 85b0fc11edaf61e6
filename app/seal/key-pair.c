/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "key-pair-secret.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "base64.h"
#include "bech32.h"
#include "seal-error.h"

#define IDENTITY_PREFIX "age-secret-key-"
#define COMMENT "untrusted comment: "
#define MAX_TEXT (64 * 1024)

/* A secret key as minisign keeps it when it is not locked with a passphrase: no salt, no cost, no sum. */
typedef struct
{
  guint8 algorithm[2];
  guint8 lock[2];
  guint8 sum_algorithm[2];
  guint8 salt[32];
  guint8 cost[8];
  guint8 memory[8];
  guint8 id[ACCORD_KEY_ID_SIZE];
  guint8 signing[crypto_sign_SECRETKEYBYTES];
  guint8 sum[32];
} KeptKey;

G_STATIC_ASSERT (sizeof (KeptKey) == 158);

typedef struct
{
  guint8 signing[crypto_sign_SECRETKEYBYTES];
  guint8 sealing[ACCORD_SEALING_SIZE];
} Secrets;

struct _AccordKeyPair
{
  gatomicrefcount count;
  AccordPublicKey *public;
  AccordSigningKey signing;
  Secrets *secrets; /* in memory of its own, which is not written any more */
};

G_DEFINE_BOXED_TYPE (AccordKeyPair, accord_key_pair, accord_key_pair_ref, accord_key_pair_unref)

/* Makes a pair of the secrets, which it takes over whether it succeeds or not. */
static AccordKeyPair *
pair_of (Secrets *secrets, const guint8 id[ACCORD_KEY_ID_SIZE], const char *holder, GError **error)
{
  AccordKeyPair *self = g_new0 (AccordKeyPair, 1);
  guint8 sealing_bytes[ACCORD_SEALING_SIZE];
  g_autofree char *signing = NULL;
  g_autofree char *sealing = NULL;

  g_atomic_ref_count_init (&self->count);
  self->secrets = secrets;
  memcpy (self->signing.algorithm, "Ed", 2);
  memcpy (self->signing.id, id, ACCORD_KEY_ID_SIZE);
  crypto_sign_ed25519_sk_to_pk (self->signing.bytes, secrets->signing);
  crypto_scalarmult_base (sealing_bytes, secrets->sealing);
  signing = accord_signing_key_write (&self->signing);
  sealing = accord_sealing_key_write (sealing_bytes);
  self->public = accord_public_key_new (signing, sealing, holder, error);
  if (self->public == NULL)
    {
      accord_key_pair_unref (self);
      return NULL;
    }
  sodium_mprotect_readonly (secrets);
  return self;
}

static Secrets *
new_secrets (void)
{
  return (Secrets *) accord_secret_new (sizeof (Secrets));
}

/**
 * accord_key_pair_new:
 * @holder: (nullable): who will hold it
 * @error: return location for an #AccordSealError
 *
 * Makes new keys.
 *
 * Returns: (transfer full) (nullable): the key pair
 */
AccordKeyPair *
accord_key_pair_new (const char *holder, GError **error)
{
  Secrets *secrets = new_secrets ();
  guint8 id[ACCORD_KEY_ID_SIZE];
  guint8 public[crypto_sign_PUBLICKEYBYTES];

  crypto_sign_keypair (public, secrets->signing);
  randombytes_buf (secrets->sealing, sizeof secrets->sealing);
  randombytes_buf (id, sizeof id);
  return pair_of (secrets, id, holder, error);
}

/**
 * accord_identity_read:
 * @text: "AGE-SECRET-KEY-1…"
 * @length: its length in bytes
 * @bytes: (out) (array fixed-size=32): the X25519 secret key that it says; secret
 *
 * Returns: whether it is one
 */
gboolean
accord_identity_read (const char *text, gsize length, guint8 bytes[ACCORD_SEALING_SIZE])
{
  return length > 0 && text[0] == 'A' && accord_bech32_read (text, length, IDENTITY_PREFIX, bytes);
}

/* A key's two halves belong together, so that a letter that was changed is found. */
static gboolean
signing_key_is_whole (const guint8 *secret)
{
  AccordSecret *made = accord_secret_new (crypto_sign_SECRETKEYBYTES);
  guint8 public[crypto_sign_PUBLICKEYBYTES];
  gboolean whole;

  crypto_sign_seed_keypair (public, (guint8 *) made, secret);
  whole = sodium_memcmp (made, secret, crypto_sign_SECRETKEYBYTES) == 0;
  accord_secret_free (made);
  return whole;
}

static gboolean
read_kept_key (const char *line, gsize length, Secrets *secrets, guint8 id[ACCORD_KEY_ID_SIZE])
{
  g_autoptr (AccordSecret) bytes = accord_secret_new (sizeof (KeptKey));
  const KeptKey *kept = (const KeptKey *) bytes;

  if (!accord_base64_read_exactly (line, length, ACCORD_BASE64_FILLED, (guint8 *) bytes, sizeof (KeptKey))
      || memcmp (kept->algorithm, "Ed", 2) != 0 || memcmp (kept->lock, "\0\0", 2) != 0
      || memcmp (kept->sum_algorithm, "B2", 2) != 0 || !signing_key_is_whole (kept->signing))
    return FALSE;
  memcpy (secrets->signing, kept->signing, sizeof secrets->signing);
  memcpy (id, kept->id, ACCORD_KEY_ID_SIZE);
  return TRUE;
}

/* What a key file says, line by line; nothing of it is copied anywhere else. */
typedef struct
{
  Secrets *secrets;
  guint8 id[ACCORD_KEY_ID_SIZE];
  AccordPublicKey *said;
  guint n_signing;
  guint n_sealing;
  gboolean wrong;
} Reading;

static gboolean
begins (const char *line, gsize length, const char *prefix)
{
  return length >= strlen (prefix) && memcmp (line, prefix, strlen (prefix)) == 0;
}

static void
read_line (Reading *reading, const char *line, gsize length)
{
  if (length == 0 || begins (line, length, COMMENT))
    return;
  if (begins (line, length, "# accord-key-") && reading->said == NULL)
    reading->said = accord_public_key_parse (line + 2, length - 2, NULL);
  else if (line[0] == '#')
    return;
  else if (begins (line, length, "AGE-SECRET-KEY-1") && reading->n_sealing++ == 0)
    reading->wrong |= !accord_identity_read (line, length, reading->secrets->sealing);
  else if (reading->n_signing++ == 0)
    reading->wrong |= !read_kept_key (line, length, reading->secrets, reading->id);
}

static void
read_lines (Reading *reading, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      const char *feed = memchr (at, '\n', end - at);
      const char *stop = feed != NULL ? feed : end;
      gsize n = stop - at;

      while (n > 0 && g_ascii_isspace (at[n - 1]))
        n--;
      read_line (reading, at, n);
      at = stop + (feed != NULL);
    }
}

/**
 * accord_key_pair_parse:
 * @text: a key as accord_key_pair_dup_text() writes it
 * @length: its length in bytes, or -1 if it ends with a nul
 * @error: return location for an #AccordSealError
 *
 * Reads a key pair: one secret key of minisign that is not locked, one AGE-SECRET-KEY-1 line, and comments.
 *
 * Returns: (transfer full) (nullable): the key pair; %NULL with @error set if it is none
 */
AccordKeyPair *
accord_key_pair_parse (const char *text, gssize length, GError **error)
{
  Reading reading = { 0 };
  g_autoptr (AccordPublicKey) said = NULL;
  g_autoptr (AccordKeyPair) pair = NULL;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  n = length < 0 ? strlen (text) : (gsize) length;
  reading.secrets = new_secrets ();
  if (n <= MAX_TEXT)
    read_lines (&reading, text, n);
  said = reading.said;
  if (!reading.wrong && reading.n_signing == 1 && reading.n_sealing == 1)
    pair = pair_of (g_steal_pointer (&reading.secrets), reading.id,
                    said != NULL ? accord_public_key_get_holder (said) : NULL, NULL);
  accord_secret_free ((char *) reading.secrets);
  if (pair == NULL || (said != NULL && !accord_public_key_equal (said, pair->public)))
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                           _ ("This is no key of Accord, or one that was changed or cut short."));
      return NULL;
    }
  return g_steal_pointer (&pair);
}

/**
 * accord_key_pair_ref:
 * @self: a key pair
 *
 * Returns: (transfer full): the same
 */
AccordKeyPair *
accord_key_pair_ref (AccordKeyPair *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * accord_key_pair_unref:
 * @self: (transfer full): a key pair
 *
 * Lets go of it; the secrets are wiped with the last.
 */
void
accord_key_pair_unref (AccordKeyPair *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  accord_secret_free ((char *) self->secrets);
  g_clear_pointer (&self->public, accord_public_key_unref);
  g_free (self);
}

/**
 * accord_key_pair_get_public:
 * @self: a key pair
 *
 * Returns: (transfer none): what others may know of it
 */
AccordPublicKey *
accord_key_pair_get_public (AccordKeyPair *self)
{
  return self->public;
}

/**
 * accord_key_pair_dup_identity:
 * @self: a key pair
 *
 * Returns: (transfer full): "AGE-SECRET-KEY-1…"; secret, for accord_secret_free()
 */
char *
accord_key_pair_dup_identity (AccordKeyPair *self)
{
  AccordSecret *text = accord_bech32_write (IDENTITY_PREFIX, self->secrets->sealing);

  for (char *at = text; *at != '\0'; at++)
    *at = g_ascii_toupper (*at);
  return text;
}

/* The key as minisign keeps it, in base64. */
static AccordSecret *
kept_text (AccordKeyPair *self)
{
  gsize n_text = accord_base64_length (sizeof (KeptKey), ACCORD_BASE64_FILLED);
  g_autoptr (AccordSecret) bytes = accord_secret_new (sizeof (KeptKey));
  AccordSecret *text = accord_secret_new (n_text);
  KeptKey *kept = (KeptKey *) bytes;

  memcpy (kept->algorithm, "Ed", 2);
  memcpy (kept->sum_algorithm, "B2", 2);
  memcpy (kept->id, self->signing.id, sizeof kept->id);
  memcpy (kept->signing, self->secrets->signing, sizeof kept->signing);
  accord_base64_write ((const guint8 *) bytes, sizeof (KeptKey), ACCORD_BASE64_FILLED, text);
  return text;
}

/**
 * accord_key_pair_dup_text:
 * @self: a key pair
 *
 * Writes the key pair, for a place that keeps it safe: comments, the two lines that minisign takes as a
 * secret key without a passphrase, and the line that age takes as an identity.
 *
 * Returns: (transfer full): the text; secret, for accord_secret_free()
 */
char *
accord_key_pair_dup_text (AccordKeyPair *self)
{
  static const char form[] = "# A secret key of Accord: whoever has it signs as its holder.\n"
                             "# %s\n" COMMENT "minisign secret key\n%s\n%s\n";
  g_autofree char *public = accord_public_key_dup_text (self->public);
  g_autoptr (AccordSecret) kept = kept_text (self);
  g_autoptr (AccordSecret) identity = accord_key_pair_dup_identity (self);
  gsize size = sizeof form + strlen (public) + strlen (kept) + strlen (identity);
  AccordSecret *text = accord_secret_new (size);

  g_snprintf (text, size, form, public, kept, identity);
  return text;
}

/**
 * accord_key_pair_sign:
 * @self: a key pair
 * @bytes: (array length=n_bytes): what is signed
 * @n_bytes: how many
 * @signature: (out) (array fixed-size=64): the Ed25519 signature
 *
 * Signs bytes.
 */
void
accord_key_pair_sign (AccordKeyPair *self, const guint8 *bytes, gsize n_bytes,
                      guint8 signature[ACCORD_SIGNATURE_SIZE])
{
  crypto_sign_detached (signature, NULL, bytes, n_bytes, self->secrets->signing);
}

/**
 * accord_key_pair_get_signing:
 * @self: a key pair
 *
 * Returns: (transfer none): the key that its signatures are checked with
 */
const AccordSigningKey *
accord_key_pair_get_signing (AccordKeyPair *self)
{
  return &self->signing;
}
