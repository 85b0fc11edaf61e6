/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-pair.h"

G_BEGIN_DECLS

/* A signature in the format of minisign (hashed, “ED”), as the text of a .minisig file. */
char *accord_minisign_sign (AccordKeyPair *pair, const guint8 *bytes, gsize n_bytes,
                            const char *trusted_comment, GError **error);
/* Checks one, hashed or not. @signing: the public key's line of base64, as `minisign -P` takes it. */
gboolean accord_minisign_verify (const char *signature, gsize length, const guint8 *bytes, gsize n_bytes,
                                 const char *signing, char **trusted_comment, GError **error);

G_END_DECLS
