/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordPublicKey:
 *
 * What others may know of a key pair: the Ed25519 key that its signatures are checked with (as minisign
 * writes it), the X25519 key that files are sealed to (as age writes it), and the name of who holds it.
 * Immutable and reference-counted; may be passed between threads.
 */
typedef struct _AccordPublicKey AccordPublicKey;

#define ACCORD_TYPE_PUBLIC_KEY (accord_public_key_get_type ())

GType accord_public_key_get_type (void);

/* From the two texts that other programs know it by, and a name, which is shortened to 160 bytes. */
AccordPublicKey *accord_public_key_new (const char *signing, const char *sealing, const char *holder,
                                        GError **error);
/* From the one line that a person passes on; a file of it may have blank lines and lines that begin with #.
 */
AccordPublicKey *accord_public_key_parse (const char *text, gssize length, GError **error);
AccordPublicKey *accord_public_key_ref (AccordPublicKey *self);
void accord_public_key_unref (AccordPublicKey *self);
const char *accord_public_key_get_holder (AccordPublicKey *self);
const char *accord_public_key_get_signing (AccordPublicKey *self);
const char *accord_public_key_get_sealing (AccordPublicKey *self);
/* Whether text is a key alone, “age1…”, that files can be sealed to. */
gboolean accord_public_key_can_seal (const char *text);
/* "accord-key-1 RW… age1… Bury GP Federation": one line, short enough for a QR code (at most 300 bytes). */
char *accord_public_key_dup_text (AccordPublicKey *self);
/* Of both keys, so that neither can be changed unseen: hexadecimal in groups of four. */
char *accord_public_key_dup_fingerprint (AccordPublicKey *self);
/* The first eighty bits of it as ten English words, to be read out over a telephone. */
char *accord_public_key_dup_words (AccordPublicKey *self);
/* Whether both keys are the same, whatever the holders are called. */
gboolean accord_public_key_equal (AccordPublicKey *a, AccordPublicKey *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPublicKey, accord_public_key_unref)

G_END_DECLS
