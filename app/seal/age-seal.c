/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "age.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "age-chunk.h"
#include "age-lock.h"
#include "seal-error.h"

#define ACCORD_TYPE_AGE_SEALED (accord_age_sealed_get_type ())

G_DECLARE_FINAL_TYPE (AccordAgeSealed, accord_age_sealed, ACCORD, AGE_SEALED, GOutputStream)

/* Seals a chunk when it is known not to be the last, or to be. */
struct _AccordAgeSealed
{
  GOutputStream parent_instance;
  GOutputStream *base;
  AccordAgeChunks chunks;
  guint8 *plain;
  gsize n_plain;
  guint8 *sealed;
  gboolean broken; /* a write failed, or nobody wants it any more: it must not look whole */
};

G_DEFINE_TYPE (AccordAgeSealed, accord_age_sealed, G_TYPE_OUTPUT_STREAM)

static gboolean
write_chunk (AccordAgeSealed *self, const guint8 *plain, gsize n_plain, gboolean last,
             GCancellable *cancellable, GError **error)
{
  accord_age_chunk_seal (&self->chunks, plain, n_plain, last, self->sealed);
  self->broken = !g_output_stream_write_all (self->base, self->sealed, n_plain + ACCORD_AGE_TAG_SIZE, NULL,
                                             cancellable, error);
  return !self->broken;
}

static gboolean
refuse_broken (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("The sealed file could not be written to its end."));
  return FALSE;
}

/* A whole chunk is sealed when a byte comes after it, and not before: it might have been the last. One that
 * lies whole in what is written is not copied. */
static gboolean
write_whole_chunks (AccordAgeSealed *self, const guint8 **bytes, gsize *n_bytes, GCancellable *cancellable,
                    GError **error)
{
  if (self->n_plain == ACCORD_AGE_CHUNK_SIZE && *n_bytes > 0)
    {
      if (!write_chunk (self, self->plain, self->n_plain, FALSE, cancellable, error))
        return FALSE;
      self->n_plain = 0;
    }
  while (self->n_plain == 0 && *n_bytes > ACCORD_AGE_CHUNK_SIZE)
    {
      if (!write_chunk (self, *bytes, ACCORD_AGE_CHUNK_SIZE, FALSE, cancellable, error))
        return FALSE;
      *bytes += ACCORD_AGE_CHUNK_SIZE;
      *n_bytes -= ACCORD_AGE_CHUNK_SIZE;
    }
  return TRUE;
}

static gssize
accord_age_sealed_write (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable,
                         GError **error)
{
  AccordAgeSealed *self = ACCORD_AGE_SEALED (stream);
  const guint8 *bytes = buffer;
  gsize left = count;

  if (self->broken)
    {
      refuse_broken (error);
      return -1;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  while (left > 0)
    {
      gsize n;

      if (!write_whole_chunks (self, &bytes, &left, cancellable, error))
        return -1;
      n = MIN (left, ACCORD_AGE_CHUNK_SIZE - self->n_plain);
      memcpy (self->plain + self->n_plain, bytes, n);
      self->n_plain += n;
      bytes += n;
      left -= n;
    }
  return count;
}

static gboolean
accord_age_sealed_flush (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  return g_output_stream_flush (ACCORD_AGE_SEALED (stream)->base, cancellable, error);
}

/* Lets go of a file that is not whole; one that would have taken another's place does not. */
static void
abandon (AccordAgeSealed *self)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  self->broken = TRUE;
  g_cancellable_cancel (cancelled);
  if (self->base != NULL)
    g_output_stream_close (self->base, cancelled, NULL);
}

static gboolean
accord_age_sealed_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  AccordAgeSealed *self = ACCORD_AGE_SEALED (stream);

  if (self->broken)
    {
      abandon (self);
      return refuse_broken (error);
    }
  if (!write_chunk (self, self->plain, self->n_plain, TRUE, cancellable, error))
    {
      abandon (self);
      return FALSE;
    }
  return g_output_stream_close (self->base, cancellable, error);
}

static void
accord_age_sealed_dispose (GObject *object)
{
  AccordAgeSealed *self = ACCORD_AGE_SEALED (object);

  if (!g_output_stream_is_closed (G_OUTPUT_STREAM (self)))
    abandon (self);
  G_OBJECT_CLASS (accord_age_sealed_parent_class)->dispose (object);
}

static void
accord_age_sealed_finalize (GObject *object)
{
  AccordAgeSealed *self = ACCORD_AGE_SEALED (object);

  sodium_memzero (self->plain, ACCORD_AGE_CHUNK_SIZE);
  g_free (self->plain);
  g_free (self->sealed);
  g_clear_pointer (&self->chunks.keys, accord_age_keys_free);
  g_clear_object (&self->base);
  G_OBJECT_CLASS (accord_age_sealed_parent_class)->finalize (object);
}

static void
accord_age_sealed_class_init (AccordAgeSealedClass *class)
{
  G_OBJECT_CLASS (class)->dispose = accord_age_sealed_dispose;
  G_OBJECT_CLASS (class)->finalize = accord_age_sealed_finalize;
  G_OUTPUT_STREAM_CLASS (class)->write_fn = accord_age_sealed_write;
  G_OUTPUT_STREAM_CLASS (class)->flush = accord_age_sealed_flush;
  G_OUTPUT_STREAM_CLASS (class)->close_fn = accord_age_sealed_close;
}

static void
accord_age_sealed_init (AccordAgeSealed *self)
{
  self->plain = g_malloc0 (ACCORD_AGE_CHUNK_SIZE);
  self->sealed = g_malloc (ACCORD_AGE_CHUNK_SIZE + ACCORD_AGE_TAG_SIZE);
}

static gboolean
lock (AccordAgeHeader *header, const AccordAgeKeys *keys, const char *const *recipients,
      const char *passphrase, GError **error)
{
  if (passphrase != NULL)
    return accord_age_lock_with_passphrase (header, keys, passphrase, error);
  for (guint i = 0; recipients[i] != NULL; i++)
    if (!accord_age_lock_to_key (header, keys, recipients[i], error))
      return FALSE;
  return TRUE;
}

/**
 * accord_age_seal:
 * @base: where the sealed file goes
 * @recipients: (array zero-terminated=1) (nullable): "age1…" texts, at least one
 * @passphrase: (nullable): or a passphrase; never both
 * @cancellable: (nullable): to stop it
 * @error: return location for an #AccordSealError or a #GIOErrorEnum
 *
 * Writes the header of a sealed file and gives a stream that seals what is written to it, in chunks of
 * 64 KiB. Closing it writes the end and closes @base; without that, and after a write that failed, the file
 * has no end and nobody takes it for whole.
 *
 * Returns: (transfer full) (nullable): the stream
 */
GOutputStream *
accord_age_seal (GOutputStream *base, const char *const *recipients, const char *passphrase,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (AccordAgeKeys) keys = accord_age_keys_new ();
  g_autoptr (AccordAgeHeader) header = accord_age_header_new ();
  g_autofree char *text = NULL;
  guint8 nonce[ACCORD_AGE_NONCE_SIZE];
  AccordAgeSealed *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (base), NULL);
  g_return_val_if_fail ((passphrase != NULL) != (recipients != NULL && recipients[0] != NULL), NULL);

  randombytes_buf (keys->file, sizeof keys->file);
  if (!lock (header, keys, recipients, passphrase, error))
    return NULL;
  text = accord_age_header_finish (header, keys);
  randombytes_buf (nonce, sizeof nonce);
  if (!g_output_stream_write_all (base, text, strlen (text), NULL, cancellable, error)
      || !g_output_stream_write_all (base, nonce, sizeof nonce, NULL, cancellable, error))
    return NULL;
  accord_age_derive_payload (keys, nonce);
  self = g_object_new (ACCORD_TYPE_AGE_SEALED, NULL);
  self->base = g_object_ref (base);
  self->chunks.keys = g_steal_pointer (&keys);
  return G_OUTPUT_STREAM (self);
}
