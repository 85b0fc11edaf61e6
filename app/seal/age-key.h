/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ACCORD_AGE_FILE_KEY_SIZE 16
#define ACCORD_AGE_KEY_SIZE 32
#define ACCORD_AGE_TAG_SIZE 16
#define ACCORD_AGE_NONCE_SIZE 16
#define ACCORD_AGE_CHUNK_SIZE (64 * 1024)

/**
 * AccordAgeKeys:
 * @file: what one file is sealed with
 * @payload: what its content is sealed with
 *
 * The secrets of one age file; made and let go of with the functions below, in memory that is wiped.
 */
typedef struct
{
  guint8 file[ACCORD_AGE_FILE_KEY_SIZE];
  guint8 payload[ACCORD_AGE_KEY_SIZE];
} AccordAgeKeys;

AccordAgeKeys *accord_age_keys_new (void);
void accord_age_keys_free (AccordAgeKeys *self);
/* HKDF-SHA-256 of RFC 5869, for one key of 32 bytes. */
void accord_age_derive (const guint8 *secret, gsize n_secret, const guint8 *salt, gsize n_salt,
                        const char *info, guint8 key[ACCORD_AGE_KEY_SIZE]);
void accord_age_mac (const AccordAgeKeys *keys, const char *header, gsize length,
                     guint8 mac[ACCORD_AGE_KEY_SIZE]);
void accord_age_derive_payload (AccordAgeKeys *keys, const guint8 nonce[ACCORD_AGE_NONCE_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAgeKeys, accord_age_keys_free)

G_END_DECLS
