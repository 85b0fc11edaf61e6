/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "public-key.h"
#include "secret.h"

G_BEGIN_DECLS

/**
 * AccordKeyPair:
 *
 * The keys with which somebody signs what they send and opens what was sealed to them. The secret halves are
 * in memory that is not swapped and is wiped when it is let go of. Immutable and reference-counted.
 */
typedef struct _AccordKeyPair AccordKeyPair;

#define ACCORD_TYPE_KEY_PAIR (accord_key_pair_get_type ())

GType accord_key_pair_get_type (void);

AccordKeyPair *accord_key_pair_new (const char *holder, GError **error);
/* Text as accord_key_pair_dup_text() writes it. */
AccordKeyPair *accord_key_pair_parse (const char *text, gssize length, GError **error);
AccordKeyPair *accord_key_pair_ref (AccordKeyPair *self);
void accord_key_pair_unref (AccordKeyPair *self);
AccordPublicKey *accord_key_pair_get_public (AccordKeyPair *self);
/* Secret: give it to accord_secret_free(). Comments, a minisign secret key, an AGE-SECRET-KEY-1 line. */
char *accord_key_pair_dup_text (AccordKeyPair *self);
/* Secret, likewise: the AGE-SECRET-KEY-1 line alone, as accord_age_open() takes it. */
char *accord_key_pair_dup_identity (AccordKeyPair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordKeyPair, accord_key_pair_unref)

G_END_DECLS
