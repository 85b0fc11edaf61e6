/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "minisign.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "base64.h"
#include "key-pair-secret.h"
#include "seal-error.h"

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "
#define DEFAULT_UNTRUSTED "signature from minisign secret key"
#define MAX_UNTRUSTED 1024
#define MAX_TRUSTED 8192
#define MAX_SIGNATURE (64 * 1024)
#define N_HASH crypto_generichash_BYTES_MAX

G_STATIC_ASSERT (N_HASH == 64);

/* The second line of a signature. */
typedef struct
{
  guint8 algorithm[2];
  guint8 id[ACCORD_KEY_ID_SIZE];
  guint8 bytes[ACCORD_SIGNATURE_SIZE];
} Signed;

G_STATIC_ASSERT (sizeof (Signed) == 74);

/* A piece of a text that is not ended by a nul. */
typedef struct
{
  const char *at;
  gsize length;
} Piece;

/* What the last line of a signature is over: the signature and the trusted comment. */
static GByteArray *
joined (const guint8 signature[ACCORD_SIGNATURE_SIZE], const char *comment, gsize length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, signature, ACCORD_SIGNATURE_SIZE);
  g_byte_array_append (bytes, (const guint8 *) comment, length);
  return bytes;
}

static gboolean
is_one_line (const char *comment)
{
  for (const char *at = comment; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\t')
      return FALSE;
  return strlen (comment) < MAX_TRUSTED - sizeof TRUSTED && g_utf8_validate (comment, -1, NULL);
}

/**
 * accord_minisign_sign:
 * @pair: whose signature it is
 * @bytes: (array length=n_bytes): what is signed
 * @n_bytes: how many
 * @trusted_comment: one line, which is signed as well
 * @error: return location for an #AccordSealError
 *
 * Signs bytes as `minisign -S` does: their BLAKE2b sum, and then signature and comment.
 *
 * Returns: (transfer full) (nullable): the four lines of a .minisig file; %NULL with @error set if the
 * comment is not one line
 */
char *
accord_minisign_sign (AccordKeyPair *pair, const guint8 *bytes, gsize n_bytes, const char *trusted_comment,
                      GError **error)
{
  const AccordSigningKey *key = accord_key_pair_get_signing (pair);
  g_autoptr (GByteArray) all = NULL;
  guint8 hash[N_HASH];
  guint8 global[ACCORD_SIGNATURE_SIZE];
  char signed_text[128];
  char global_text[128];
  Signed made = { .algorithm = { 'E', 'D' } };

  g_return_val_if_fail (trusted_comment != NULL, NULL);

  if (!is_one_line (trusted_comment))
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                           _ ("What is signed along with a file must be one line of at most 8,000 bytes."));
      return NULL;
    }
  crypto_generichash (hash, sizeof hash, bytes, n_bytes, NULL, 0);
  memcpy (made.id, key->id, sizeof made.id);
  accord_key_pair_sign (pair, hash, sizeof hash, made.bytes);
  all = joined (made.bytes, trusted_comment, strlen (trusted_comment));
  accord_key_pair_sign (pair, all->data, all->len, global);
  accord_base64_write ((const guint8 *) &made, sizeof made, ACCORD_BASE64_FILLED, signed_text);
  accord_base64_write (global, sizeof global, ACCORD_BASE64_FILLED, global_text);
  return g_strconcat (UNTRUSTED DEFAULT_UNTRUSTED "\n", signed_text, "\n" TRUSTED, trusted_comment, "\n",
                      global_text, "\n", NULL);
}

/* Takes the next line off a text; as minisign does, it may end in any number of carriage returns. The last
 * one may lack its line feed. */
static gboolean
take_line (Piece *text, Piece *line)
{
  const char *feed = text->length > 0 ? memchr (text->at, '\n', text->length) : NULL;
  gsize n = feed != NULL ? (gsize) (feed - text->at) : text->length;

  if (text->length == 0)
    return FALSE;
  line->at = text->at;
  line->length = n;
  while (line->length > 0 && line->at[line->length - 1] == '\r')
    line->length--;
  n += feed != NULL;
  text->at += n;
  text->length -= n;
  return TRUE;
}

static gboolean
take_prefix (Piece *line, const char *prefix, gsize most)
{
  gsize n = strlen (prefix);

  if (line->length < n || line->length > most || memcmp (line->at, prefix, n) != 0)
    return FALSE;
  line->at += n;
  line->length -= n;
  return TRUE;
}

static gboolean
read_signature (const char *text, gsize length, Signed *signature, Piece *comment,
                guint8 global[ACCORD_SIGNATURE_SIZE])
{
  Piece rest = { text, length };
  Piece line;

  return length <= MAX_SIGNATURE && memchr (text, '\0', length) == NULL && take_line (&rest, &line)
         && take_prefix (&line, UNTRUSTED, MAX_UNTRUSTED) && take_line (&rest, &line)
         && accord_base64_read_exactly (line.at, line.length, ACCORD_BASE64_FILLED, (guint8 *) signature,
                                        sizeof *signature)
         && signature->algorithm[0] == 'E'
         && (signature->algorithm[1] == 'd' || signature->algorithm[1] == 'D') && take_line (&rest, comment)
         && take_prefix (comment, TRUSTED, MAX_TRUSTED) && take_line (&rest, &line)
         && accord_base64_read_exactly (line.at, line.length, ACCORD_BASE64_FILLED, global,
                                        ACCORD_SIGNATURE_SIZE);
}

/* Over the bytes themselves ("Ed"), or over their sum ("ED"). */
static gboolean
fits_bytes (const Signed *signature, const AccordSigningKey *key, const guint8 *bytes, gsize n_bytes)
{
  guint8 hash[N_HASH];

  if (signature->algorithm[1] == 'd')
    return crypto_sign_verify_detached (signature->bytes, bytes, n_bytes, key->bytes) == 0;
  crypto_generichash (hash, sizeof hash, bytes, n_bytes, NULL, 0);
  return crypto_sign_verify_detached (signature->bytes, hash, sizeof hash, key->bytes) == 0;
}

static gboolean
fits_comment (const Signed *signature, const AccordSigningKey *key, Piece comment,
              const guint8 global[ACCORD_SIGNATURE_SIZE])
{
  g_autoptr (GByteArray) all = joined (signature->bytes, comment.at, comment.length);

  return crypto_sign_verify_detached (global, all->data, all->len, key->bytes) == 0;
}

/* As text that can be shown anywhere: a signed comment may hold any bytes, and still not steer a terminal. */
static char *
shown (Piece comment)
{
  char *text = g_utf8_make_valid (comment.at, comment.length);

  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return text;
}

static gboolean
refuse (GError **error, AccordSealError code, const char *message)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, code, message);
  return FALSE;
}

/**
 * accord_minisign_verify:
 * @signature: the text of a .minisig file
 * @length: its length in bytes
 * @bytes: (array length=n_bytes): what is said to be signed
 * @n_bytes: how many
 * @signing: the public key, as `minisign -P` takes it
 * @trusted_comment: (out) (optional) (transfer full): the comment that is signed as well, made fit to be
 * shown
 * @error: return location for an #AccordSealError: %ACCORD_SEAL_ERROR_FORMAT for what is no signature or no
 * key, %ACCORD_SEAL_ERROR_SIGNATURE for one that does not fit
 *
 * Checks a signature as `minisign -V` does: whose it is, the bytes, and the comment.
 *
 * Returns: whether all of it is right
 */
gboolean
accord_minisign_verify (const char *signature, gsize length, const guint8 *bytes, gsize n_bytes,
                        const char *signing, char **trusted_comment, GError **error)
{
  AccordSigningKey key;
  Signed made;
  Piece comment;
  guint8 global[ACCORD_SIGNATURE_SIZE];

  accord_seal_ready ();
  if (!accord_signing_key_read (signing, strlen (signing), &key))
    return refuse (error, ACCORD_SEAL_ERROR_FORMAT,
                   _ ("The key that the signature is to be checked with is no public key of minisign."));
  if (!read_signature (signature, length, &made, &comment, global))
    return refuse (error, ACCORD_SEAL_ERROR_FORMAT,
                   _ ("The signature is none in the form of minisign, or was changed or cut short."));
  if (memcmp (made.id, key.id, sizeof key.id) != 0)
    return refuse (error, ACCORD_SEAL_ERROR_SIGNATURE, _ ("The signature was made with another key."));
  if (!fits_bytes (&made, &key, bytes, n_bytes))
    return refuse (error, ACCORD_SEAL_ERROR_SIGNATURE,
                   _ ("The signature is not of this: it was changed after it was signed, or somebody else "
                      "signed it."));
  if (!fits_comment (&made, &key, comment, global))
    return refuse (error, ACCORD_SEAL_ERROR_SIGNATURE,
                   _ ("The comment in the signature was changed after it was signed."));
  if (trusted_comment != NULL)
    *trusted_comment = shown (comment);
  return TRUE;
}
