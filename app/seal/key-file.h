/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-store.h"

G_BEGIN_DECLS

AccordKeyPair *accord_key_file_load (const char *path, const char *passphrase, GCancellable *cancellable,
                                     GError **error);
gboolean accord_key_file_save (const char *path, const char *passphrase, AccordKeyPair *pair,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
