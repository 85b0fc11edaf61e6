/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "public-key.h"

G_BEGIN_DECLS

/* How long the parts of keys and signatures are, in bytes. */
#define ACCORD_KEY_ID_SIZE 8
#define ACCORD_SIGNING_SIZE 32
#define ACCORD_SEALING_SIZE 32
#define ACCORD_SIGNATURE_SIZE 64

/**
 * AccordSigningKey:
 * @algorithm: "Ed"
 * @id: which key it is, as minisign calls it
 * @bytes: the Ed25519 key
 *
 * A public key as minisign keeps it.
 */
typedef struct
{
  guint8 algorithm[2];
  guint8 id[ACCORD_KEY_ID_SIZE];
  guint8 bytes[ACCORD_SIGNING_SIZE];
} AccordSigningKey;

gboolean accord_signing_key_read (const char *text, gsize length, AccordSigningKey *key);
char *accord_signing_key_write (const AccordSigningKey *key);
gboolean accord_sealing_key_read (const char *text, gsize length, guint8 bytes[ACCORD_SEALING_SIZE]);
char *accord_sealing_key_write (const guint8 bytes[ACCORD_SEALING_SIZE]);

G_END_DECLS
