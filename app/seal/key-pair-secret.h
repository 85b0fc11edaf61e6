/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-bytes.h"
#include "key-pair.h"

G_BEGIN_DECLS

/* What only the neighbours in this folder ask of a key pair. */
void accord_key_pair_sign (AccordKeyPair *self, const guint8 *bytes, gsize n_bytes,
                           guint8 signature[ACCORD_SIGNATURE_SIZE]);
const AccordSigningKey *accord_key_pair_get_signing (AccordKeyPair *self);
gboolean accord_identity_read (const char *text, gsize length, guint8 bytes[ACCORD_SEALING_SIZE]);

G_END_DECLS
