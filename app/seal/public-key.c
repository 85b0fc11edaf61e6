/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "public-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "key-bytes.h"
#include "seal-error.h"
#include "secret.h"
#include "spoken-words.h"

#define MARK "accord-key-1"
#define MARK_OF_ANY "accord-key-"
#define MAX_TEXT 300
#define MAX_HOLDER 160
#define MAX_FILE (64 * 1024)
#define N_DIGEST 16
#define N_WORDS 10

struct _AccordPublicKey
{
  gatomicrefcount count;
  char *holder;
  char *signing;
  char *sealing;
  guint8 digest[N_DIGEST];
};

G_DEFINE_BOXED_TYPE (AccordPublicKey, accord_public_key, accord_public_key_ref, accord_public_key_unref)

/* What is seen on paper and heard on a telephone: nothing that hides or turns round what stands beside it. */
static gboolean
is_seen (gunichar letter)
{
  switch (g_unichar_type (letter))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return TRUE;
    }
}

/* A name in one line: runs of blanks are one blank, what is not seen is left out, and what is too long for
 * the line ends in an ellipsis. */
static char *
tidy_name (const char *name)
{
  static const char ellipsis[] = "…";
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *tidy = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      gap = gap || g_unichar_isspace (letter);
      if (g_unichar_isspace (letter) || !is_seen (letter))
        continue;
      if (gap && tidy->len > 0)
        g_string_append_c (tidy, ' ');
      g_string_append_unichar (tidy, letter);
      gap = FALSE;
    }
  if (tidy->len > MAX_HOLDER)
    {
      const char *end = g_utf8_find_prev_char (tidy->str, tidy->str + MAX_HOLDER - strlen (ellipsis) + 1);

      g_string_truncate (tidy, end - tidy->str);
      g_string_append (tidy, ellipsis);
    }
  return g_string_free (tidy, FALSE);
}

static void
make_digest (AccordPublicKey *self, const AccordSigningKey *signing,
             const guint8 sealing[ACCORD_SEALING_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, sizeof self->digest);
  crypto_generichash_update (&state, (const guint8 *) MARK, strlen (MARK));
  crypto_generichash_update (&state, (const guint8 *) signing, sizeof *signing);
  crypto_generichash_update (&state, sealing, ACCORD_SEALING_SIZE);
  crypto_generichash_final (&state, self->digest, sizeof self->digest);
}

/**
 * accord_public_key_new:
 * @signing: the key that signatures are checked with, as `minisign -P` takes it
 * @sealing: the key that files are sealed to, as `age -r` takes it
 * @holder: (nullable): who holds it; one line, shortened to 160 bytes
 * @error: return location for an #AccordSealError
 *
 * Returns: (transfer full) (nullable): the public key; %NULL with @error set if one of the texts is none
 */
AccordPublicKey *
accord_public_key_new (const char *signing, const char *sealing, const char *holder, GError **error)
{
  AccordPublicKey *self;
  AccordSigningKey signing_bytes;
  guint8 sealing_bytes[ACCORD_SEALING_SIZE];

  g_return_val_if_fail (signing != NULL && sealing != NULL, NULL);

  accord_seal_ready ();
  if (!accord_signing_key_read (signing, strlen (signing), &signing_bytes))
    {
      g_set_error_literal (
          error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
          _ ("The part of the key that signatures are checked with (“RW…”) is no key: it was "
             "cut short or mistyped."));
      return NULL;
    }
  if (!accord_sealing_key_read (sealing, strlen (sealing), sealing_bytes))
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                           _ ("The part of the key that files are sealed to (“age1…”) is no key: it was cut "
                              "short or mistyped."));
      return NULL;
    }
  self = g_new0 (AccordPublicKey, 1);
  g_atomic_ref_count_init (&self->count);
  self->signing = g_strdup (signing);
  self->sealing = g_strdup (sealing);
  self->holder = tidy_name (holder != NULL ? holder : "");
  make_digest (self, &signing_bytes, sealing_bytes);
  return self;
}

/* The one line of a text that is neither blank nor a comment, without the blanks around it; %NULL where there
 * is none, or more than one. */
static char *
only_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  char *line = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (line != NULL)
        return NULL;
      line = lines[i];
    }
  return g_strdup (line);
}

static AccordPublicKey *
not_a_key (GError **error)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                       _ ("This is no public key of Accord: one is a line that begins with “accord-key-1”."));
  return NULL;
}

static gboolean
is_newer (const char *line)
{
  return g_str_has_prefix (line, MARK_OF_ANY) && g_ascii_strtoull (line + strlen (MARK_OF_ANY), NULL, 10) > 1;
}

/**
 * accord_public_key_parse:
 * @text: the line that a person passes on, or a file of it
 * @length: its length in bytes, or -1 if it ends with a nul
 * @error: return location for an #AccordSealError: %ACCORD_SEAL_ERROR_FORMAT or %ACCORD_SEAL_ERROR_NEWER
 *
 * Reads what accord_public_key_dup_text() writes. Blank lines and lines that begin with “#” may stand around
 * it.
 *
 * Returns: (transfer full) (nullable): the public key; %NULL with @error set if it is none
 */
AccordPublicKey *
accord_public_key_parse (const char *text, gssize length, GError **error)
{
  gsize n;
  g_autofree char *line = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *tidy = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  n = length < 0 ? strlen (text) : (gsize) length;
  if (n > MAX_FILE || memchr (text, '\0', n) != NULL || !g_utf8_validate (text, n, NULL))
    return not_a_key (error);
  copy = g_strndup (text, n);
  line = only_line (copy);
  if (line == NULL || strlen (line) > MAX_TEXT)
    return not_a_key (error);
  if (is_newer (line))
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_NEWER,
                           _ ("This public key was made by a newer version of Accord than this one."));
      return NULL;
    }
  words = g_strsplit (line, " ", 4);
  if (g_strv_length (words) < 3 || !g_str_equal (words[0], MARK))
    return not_a_key (error);
  tidy = tidy_name (words[3] != NULL ? words[3] : "");
  if (g_strcmp0 (words[3] != NULL ? words[3] : "", tidy) != 0)
    {
      g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_FORMAT,
                           _ ("The name in this public key is too long, or has signs in it that cannot be "
                              "seen."));
      return NULL;
    }
  return accord_public_key_new (words[1], words[2], words[3], error);
}

/**
 * accord_public_key_ref:
 * @self: a public key
 *
 * Returns: (transfer full): the same
 */
AccordPublicKey *
accord_public_key_ref (AccordPublicKey *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

/**
 * accord_public_key_unref:
 * @self: (transfer full): a public key
 *
 * Lets go of it.
 */
void
accord_public_key_unref (AccordPublicKey *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_free (self->holder);
  g_free (self->signing);
  g_free (self->sealing);
  g_free (self);
}

/**
 * accord_public_key_get_holder:
 * @self: a public key
 *
 * Returns: who is said to hold it; "" if that was not said
 */
const char *
accord_public_key_get_holder (AccordPublicKey *self)
{
  return self->holder;
}

/**
 * accord_public_key_get_signing:
 * @self: a public key
 *
 * Returns: the key that signatures are checked with, as `minisign -P` takes it
 */
const char *
accord_public_key_get_signing (AccordPublicKey *self)
{
  return self->signing;
}

/**
 * accord_public_key_get_sealing:
 * @self: a public key
 *
 * Returns: the key that files are sealed to, as `age -r` takes it
 */
const char *
accord_public_key_get_sealing (AccordPublicKey *self)
{
  return self->sealing;
}

/**
 * accord_public_key_dup_text:
 * @self: a public key
 *
 * Returns: (transfer full): the line that a person passes on, at most 300 bytes and without a line feed
 */
char *
accord_public_key_dup_text (AccordPublicKey *self)
{
  return g_strconcat (MARK " ", self->signing, " ", self->sealing, self->holder[0] != '\0' ? " " : "",
                      self->holder, NULL);
}

/**
 * accord_public_key_can_seal:
 * @text: what may be a key, as `age -r` takes it
 *
 * Returns: whether it is a whole X25519 key, “age1…”
 */
gboolean
accord_public_key_can_seal (const char *text)
{
  guint8 bytes[ACCORD_SEALING_SIZE];

  g_return_val_if_fail (text != NULL, FALSE);

  return accord_sealing_key_read (text, strlen (text), bytes);
}

/**
 * accord_public_key_dup_fingerprint:
 * @self: a public key
 *
 * Returns: (transfer full): 128 bits of BLAKE2b over both keys, in hexadecimal in groups of four
 */
char *
accord_public_key_dup_fingerprint (AccordPublicKey *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_DIGEST; i++)
    g_string_append_printf (text, i > 0 && i % 2 == 0 ? " %02x" : "%02x", self->digest[i]);
  return g_string_free (text, FALSE);
}

/**
 * accord_public_key_dup_words:
 * @self: a public key
 *
 * Returns: (transfer full): the first eighty bits of the fingerprint as ten words, with a blank between them
 */
char *
accord_public_key_dup_words (AccordPublicKey *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, accord_spoken_word (self->digest[i]));
    }
  return g_string_free (text, FALSE);
}

/**
 * accord_public_key_equal:
 * @a: a public key
 * @b: a public key
 *
 * Returns: whether both keys are the same, whatever the holders are called
 */
gboolean
accord_public_key_equal (AccordPublicKey *a, AccordPublicKey *b)
{
  return g_str_equal (a->signing, b->signing) && g_str_equal (a->sealing, b->sealing);
}
