/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "age-armor.h"
#include "age-chunk.h"
#include "age-lock.h"
#include "seal-error.h"

#define SEALED_SIZE (ACCORD_AGE_CHUNK_SIZE + ACCORD_AGE_TAG_SIZE)
#define BUFFER_SIZE (4 * SEALED_SIZE)
#define FIRST_LOOK 256

#define ACCORD_TYPE_AGE_OPENED (accord_age_opened_get_type ())

G_DECLARE_FINAL_TYPE (AccordAgeOpened, accord_age_opened, ACCORD, AGE_OPENED, GInputStream)

/* Gives out what was sealed, a chunk at a time. */
struct _AccordAgeOpened
{
  GInputStream parent_instance;
  GInputStream *base;
  AccordAgeChunks chunks;
  guint8 *sealed;
  guint8 *plain; /* a chunk of which only a part was asked for; wiped when it is done with */
  gsize n_plain;
  gsize at;
  gboolean last_read;
  GError *failed;
};

G_DEFINE_TYPE (AccordAgeOpened, accord_age_opened, G_TYPE_INPUT_STREAM)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, ACCORD_SEAL_ERROR, ACCORD_SEAL_ERROR_DAMAGED, message);
  return FALSE;
}

static gboolean
refuse_short (GError **error)
{
  return refuse (error, _ ("The sealed file ends too soon: a part of it is missing."));
}

/* What comes next in the sealed file, up to a whole chunk with its tag. */
static gboolean
fill (AccordAgeOpened *self, gsize *n_sealed, GCancellable *cancellable, GError **error)
{
  if (!g_input_stream_read_all (self->base, self->sealed, SEALED_SIZE, n_sealed, cancellable, error))
    return FALSE;
  if (*n_sealed < ACCORD_AGE_TAG_SIZE)
    return refuse_short (error);
  if (*n_sealed == ACCORD_AGE_TAG_SIZE && !accord_age_chunks_at_start (&self->chunks))
    return refuse (error, _ ("The sealed file ends in an empty piece, as no program should write it."));
  return TRUE;
}

/* Opens the next chunk into @plain, which has room for one. A chunk that is short can only be the last; one
 * that is whole may be, which its tag tells. */
static gboolean
open_chunk (AccordAgeOpened *self, guint8 *plain, gsize *n_plain, GCancellable *cancellable, GError **error)
{
  gsize n_sealed;

  if (!fill (self, &n_sealed, cancellable, error))
    return FALSE;
  if (n_sealed == SEALED_SIZE && accord_age_chunk_open (&self->chunks, self->sealed, n_sealed, FALSE, plain))
    self->last_read = FALSE;
  else if (accord_age_chunk_open (&self->chunks, self->sealed, n_sealed, TRUE, plain))
    self->last_read = TRUE;
  else
    return refuse (error, n_sealed == SEALED_SIZE
                              ? _ ("The sealed file was changed after it was sealed.")
                              : _ ("The sealed file was changed after it was sealed, or a part of it is "
                                   "missing."));
  *n_plain = n_sealed - ACCORD_AGE_TAG_SIZE;
  return TRUE;
}

/* After the last chunk there must be nothing more. */
static gboolean
at_end (AccordAgeOpened *self, GCancellable *cancellable, GError **error)
{
  guint8 byte;
  gssize n = g_input_stream_read (self->base, &byte, 1, cancellable, error);

  if (n > 0)
    return refuse (error, _ ("Something was added to the end of the sealed file."));
  return n == 0;
}

/* What went wrong once goes wrong from then on: a part of a chunk may have been read. */
static gssize
fail (AccordAgeOpened *self, GError **error, GError *why)
{
  if (self->failed == NULL)
    self->failed = g_error_copy (why);
  g_propagate_error (error, why);
  return -1;
}

static gsize
give_rest (AccordAgeOpened *self, guint8 *buffer, gsize count)
{
  gsize n = MIN (count, self->n_plain - self->at);

  memcpy (buffer, self->plain + self->at, n);
  self->at += n;
  if (self->at == self->n_plain)
    {
      sodium_memzero (self->plain, self->n_plain);
      self->at = self->n_plain = 0;
    }
  return n;
}

static gssize
accord_age_opened_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
                        GError **error)
{
  AccordAgeOpened *self = ACCORD_AGE_OPENED (stream);
  GError *why = NULL;
  gsize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->n_plain > 0)
    return give_rest (self, buffer, count);
  if (self->failed != NULL)
    return fail (self, error, g_error_copy (self->failed));
  if (self->last_read)
    return at_end (self, cancellable, &why) ? 0 : fail (self, error, why);
  if (count >= ACCORD_AGE_CHUNK_SIZE)
    return open_chunk (self, buffer, &n, cancellable, &why) ? (gssize) n : fail (self, error, why);
  if (!open_chunk (self, self->plain, &self->n_plain, cancellable, &why))
    return fail (self, error, why);
  return give_rest (self, buffer, count);
}

static gboolean
accord_age_opened_close (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  return g_input_stream_close (ACCORD_AGE_OPENED (stream)->base, cancellable, error);
}

static void
accord_age_opened_finalize (GObject *object)
{
  AccordAgeOpened *self = ACCORD_AGE_OPENED (object);

  sodium_memzero (self->plain, ACCORD_AGE_CHUNK_SIZE);
  g_free (self->plain);
  g_free (self->sealed);
  g_clear_pointer (&self->chunks.keys, accord_age_keys_free);
  g_clear_object (&self->base);
  g_clear_error (&self->failed);
  G_OBJECT_CLASS (accord_age_opened_parent_class)->finalize (object);
}

static void
accord_age_opened_class_init (AccordAgeOpenedClass *class)
{
  G_OBJECT_CLASS (class)->finalize = accord_age_opened_finalize;
  G_INPUT_STREAM_CLASS (class)->read_fn = accord_age_opened_read;
  G_INPUT_STREAM_CLASS (class)->close_fn = accord_age_opened_close;
}

static void
accord_age_opened_init (AccordAgeOpened *self)
{
  self->sealed = g_malloc (SEALED_SIZE);
  self->plain = g_malloc0 (ACCORD_AGE_CHUNK_SIZE);
}

/* Armour begins with a dash, or with blanks before it; a plain file with a letter. */
static gboolean
is_armored (GBufferedInputStream *base)
{
  gsize n;
  const guint8 *bytes = g_buffered_input_stream_peek_buffer (base, &n);

  return n > 0 && (bytes[0] == '-' || g_ascii_isspace (bytes[0]));
}

/* The file without its armour, if it has one. Reads the first bytes of it. */
static GBufferedInputStream *
bare (GInputStream *base, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) outer = g_buffered_input_stream_new_sized (base, BUFFER_SIZE);
  g_autoptr (GInputStream) inner = NULL;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (outer), FIRST_LOOK, cancellable, error) < 0)
    return NULL;
  if (!is_armored (G_BUFFERED_INPUT_STREAM (outer)))
    return G_BUFFERED_INPUT_STREAM (g_steal_pointer (&outer));
  inner = accord_age_armor_new (G_BUFFERED_INPUT_STREAM (outer));
  return G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new_sized (inner, BUFFER_SIZE));
}

static gboolean
read_nonce (GInputStream *base, AccordAgeKeys *keys, GCancellable *cancellable, GError **error)
{
  guint8 nonce[ACCORD_AGE_NONCE_SIZE];
  gsize n;

  if (!g_input_stream_read_all (base, nonce, sizeof nonce, &n, cancellable, error))
    return FALSE;
  if (n < sizeof nonce)
    return refuse_short (error);
  accord_age_derive_payload (keys, nonce);
  return TRUE;
}

/**
 * accord_age_open:
 * @base: a file that is sealed in the age v1 format, in ASCII armour or not
 * @identities: (array zero-terminated=1) (nullable): "AGE-SECRET-KEY-1…" texts
 * @passphrase: (nullable): a passphrase
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Reads the header of a sealed file, finds the key, and holds the header against it. The stream opens a chunk
 * of 64 KiB at a time and gives nothing out that was not held against its tag; what is missing at the end or
 * was added there is an error (%ACCORD_SEAL_ERROR_DAMAGED). Closing it closes @base.
 *
 * Returns: (transfer full) (nullable): a stream of what was sealed
 */
GInputStream *
accord_age_open (GInputStream *base, const char *const *identities, const char *passphrase,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (GBufferedInputStream) buffered = NULL;
  g_autoptr (AccordAgeHeader) header = NULL;
  g_autoptr (AccordAgeKeys) keys = accord_age_keys_new ();
  AccordAgeOpened *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (base), NULL);

  buffered = bare (base, cancellable, error);
  if (buffered == NULL)
    return NULL;
  header = accord_age_header_read (buffered, cancellable, error);
  if (header == NULL || !accord_age_unlock (header, identities, passphrase, keys, error))
    return NULL;
  if (!accord_age_header_is_right (header, keys))
    {
      refuse (error, _ ("The beginning of the sealed file was changed after it was sealed."));
      return NULL;
    }
  if (!read_nonce (G_INPUT_STREAM (buffered), keys, cancellable, error))
    return NULL;
  self = g_object_new (ACCORD_TYPE_AGE_OPENED, NULL);
  self->base = G_INPUT_STREAM (g_steal_pointer (&buffered));
  self->chunks.keys = g_steal_pointer (&keys);
  return G_INPUT_STREAM (self);
}
