/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordAgeLock:
 * @ACCORD_AGE_OPEN: not sealed at all
 * @ACCORD_AGE_KEYS: sealed to keys
 * @ACCORD_AGE_PASSPHRASE: sealed with a passphrase
 *
 * How a file is sealed, by its header.
 */
typedef enum
{
  ACCORD_AGE_OPEN,
  ACCORD_AGE_KEYS,
  ACCORD_AGE_PASSPHRASE,
} AccordAgeLock;

/* What the first bytes of a file say (a few hundred are enough; armoured or not). */
AccordAgeLock accord_age_look (const guint8 *bytes, gsize n_bytes);

/* A stream that seals what is written to it in the age v1 format and passes it on to @base. Either recipients
 * ("age1…", %NULL-terminated) or a passphrase, never both. Closing it finishes the file and closes @base; a
 * stream that is let go of unclosed leaves a file that nobody takes for whole. */
GOutputStream *accord_age_seal (GOutputStream *base, const char *const *recipients, const char *passphrase,
                                GCancellable *cancellable, GError **error);
/* The same the other way: reads the header of @base at once and gives a stream of what was sealed. Every
 * chunk is held against its tag before a byte of it is given out; an end that comes too soon is an error. */
GInputStream *accord_age_open (GInputStream *base, const char *const *identities, const char *passphrase,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
