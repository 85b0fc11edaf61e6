/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "seal-error.h"

#include <string.h>

/* A test vector in the form of the public age test kit: lines that say what is to become of it, a blank line,
 * and the file. */
typedef struct
{
  char *name;
  char *expect;
  char *payload;
  GPtrArray *identities;
  GPtrArray *passphrases;
  gboolean unknown; /* it asks for what this program does not have, which its first lines say */
  GBytes *file;
} Vector;

static void
vector_free (Vector *self)
{
  g_free (self->name);
  g_free (self->expect);
  g_free (self->payload);
  g_ptr_array_unref (self->identities);
  g_ptr_array_unref (self->passphrases);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vector, vector_free)

static GBytes *
inflate (GBytes *packed)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (packed);
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (inflater));
  g_autoptr (GOutputStream) all = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (all, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (all));
}

static void
take_line (Vector *self, const char *key, const char *value, gboolean *compressed)
{
  if (g_str_equal (key, "expect"))
    self->expect = g_strdup (value);
  else if (g_str_equal (key, "payload"))
    self->payload = g_strdup (value);
  else if (g_str_equal (key, "identity"))
    g_ptr_array_add (self->identities, g_strdup (value));
  else if (g_str_equal (key, "passphrase"))
    g_ptr_array_add (self->passphrases, g_strdup (value));
  else if (g_str_equal (key, "compressed"))
    *compressed = g_str_equal (value, "zlib");
  else if (!g_str_equal (key, "file key") && !g_str_equal (key, "armored") && !g_str_equal (key, "comment"))
    self->unknown = TRUE;
  if (g_str_equal (key, "identity") && !g_str_has_prefix (value, "AGE-SECRET-KEY-1"))
    self->unknown = TRUE;
}

static Vector *
vector_read (const char *name, GBytes *bytes)
{
  Vector *self = g_new0 (Vector, 1);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *at = text;
  gboolean compressed = FALSE;

  self->name = g_strdup (name);
  self->identities = g_ptr_array_new_with_free_func (g_free);
  self->passphrases = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      const char *feed = memchr (at, '\n', text + length - at);
      g_autofree char *line = NULL;
      char *colon;

      g_assert_nonnull (feed);
      line = g_strndup (at, feed - at);
      at = feed + 1;
      if (*line == '\0')
        break;
      colon = strstr (line, ": ");
      g_assert_nonnull (colon);
      *colon = '\0';
      take_line (self, line, colon + 2, &compressed);
    }
  g_ptr_array_add (self->identities, NULL);
  self->file = g_bytes_new_from_bytes (bytes, at - text, length - (at - text));
  if (compressed)
    {
      g_autoptr (GBytes) packed = self->file;

      self->file = inflate (packed);
    }
  return self;
}

/* Which of the kit's words for a failure an error of ours means; several where the kit draws a line that we
 * do not. */
static gboolean
means (const GError *error, gboolean while_opening, const char *expect)
{
  switch ((AccordSealError) error->code)
    {
    case ACCORD_SEAL_ERROR_NO_KEY:
    case ACCORD_SEAL_ERROR_PASSPHRASE:
    case ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE:
      return g_str_equal (expect, "no match");
    case ACCORD_SEAL_ERROR_FORMAT:
    case ACCORD_SEAL_ERROR_NEWER:
      return g_str_equal (expect, "header failure") || g_str_equal (expect, "armor failure");
    case ACCORD_SEAL_ERROR_DAMAGED:
      if (while_opening)
        return g_str_equal (expect, "HMAC failure") || g_str_equal (expect, "header failure");
      return g_str_equal (expect, "payload failure");
    case ACCORD_SEAL_ERROR_SIGNATURE:
    case ACCORD_SEAL_ERROR_EXISTS:
    case ACCORD_SEAL_ERROR_STORE:
    default:
      return FALSE;
    }
}

static GInputStream *
open_vector (Vector *vector, GError **error)
{
  const char *const *identities = (const char *const *) vector->identities->pdata;
  GInputStream *stream = NULL;

  for (guint i = 0; stream == NULL && i < MAX (vector->passphrases->len, 1); i++)
    {
      g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (vector->file);

      g_clear_error (error);
      stream =
          accord_age_open (memory, vector->identities->len > 1 ? identities : NULL,
                           i < vector->passphrases->len ? vector->passphrases->pdata[i] : NULL, NULL, error);
    }
  return stream;
}

/* Reads to the end in pieces of one size, and says what came. */
static char *
digest_of (GInputStream *stream, gsize size, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (size);
  gssize n;

  while ((n = g_input_stream_read (stream, piece, size, NULL, error)) > 0)
    g_checksum_update (checksum, piece, n);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
check_vector (Vector *vector, gsize size)
{
  GError *error = NULL;
  g_autoptr (GInputStream) stream = open_vector (vector, &error);
  gboolean while_opening = stream == NULL;
  g_autofree char *digest = stream != NULL ? digest_of (stream, size, &error) : NULL;

  if (error == NULL && !g_str_equal (vector->expect, "success"))
    g_error ("%s was opened; expected: %s", vector->name, vector->expect);
  if (error != NULL && (error->domain != ACCORD_SEAL_ERROR || !means (error, while_opening, vector->expect)))
    g_error ("%s: %s; expected: %s", vector->name, error->message, vector->expect);
  if (digest != NULL && vector->payload != NULL && !g_str_equal (digest, vector->payload))
    g_error ("%s: other bytes were given out than it says", vector->name);
  g_clear_error (&error);
}

static void
check_folder (const char *path, guint *n_checked, guint *n_left)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Vector) vector = NULL;
      char *text;
      gsize length;

      g_file_get_contents (file, &text, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (text, length);
      vector = vector_read (name, bytes);
      if (vector->unknown || vector->expect == NULL)
        {
          g_test_message ("%s asks for what this program does not have", name);
          ++*n_left;
          continue;
        }
      check_vector (vector, 65536);
      check_vector (vector, 1000);
      ++*n_checked;
    }
}

static void
test_public (void)
{
  const char *path = g_getenv ("ACCORD_AGE_VECTORS");
  guint n_checked = 0;
  guint n_left = 0;

  if (path == NULL)
    {
      g_test_skip ("the public test vectors are not here; $ACCORD_AGE_VECTORS may name their folder");
      return;
    }
  check_folder (path, &n_checked, &n_left);
  g_test_message ("%u vectors as expected, %u left out", n_checked, n_left);
  g_assert_cmpuint (n_checked, >, 0);
}

/* Our own, one for each rule, made by a script that works them out by itself. */
static void
test_own (Seal *seal, gconstpointer data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "seal", "make-vectors.py", NULL);
  guint n_checked = 0;
  guint n_left = 0;

  if (!seal_needs ("python3"))
    return;
  seal_run (seal, TRUE, "python3", script, seal->folder, NULL);
  check_folder (seal->folder, &n_checked, &n_left);
  g_test_message ("%u vectors as expected", n_checked);
  g_assert_cmpuint (n_checked, >=, 150);
  g_assert_cmpuint (n_left, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/seal/age-vectors/own", Seal, NULL, seal_set_up, test_own, seal_tear_down);
  g_test_add_func ("/seal/age-vectors/public", test_public);

  return g_test_run ();
}
