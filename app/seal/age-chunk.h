/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "age-key.h"

G_BEGIN_DECLS

/**
 * AccordAgeChunks:
 * @keys: of the file
 * @nonce: which chunk is next: eleven bytes of a number, and one that says whether it is the last
 *
 * How far the content of a file was sealed or opened.
 */
typedef struct
{
  AccordAgeKeys *keys;
  guint8 nonce[12];
} AccordAgeChunks;

gboolean accord_age_chunks_at_start (const AccordAgeChunks *self);
/* @sealed has room for @n_bytes and a tag. */
void accord_age_chunk_seal (AccordAgeChunks *self, const guint8 *bytes, gsize n_bytes, gboolean last,
                            guint8 *sealed);
/* @n_sealed is with the tag. Gives nothing out where the tag is wrong. */
gboolean accord_age_chunk_open (AccordAgeChunks *self, const guint8 *sealed, gsize n_sealed, gboolean last,
                                guint8 *bytes);

G_END_DECLS
