/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "key-pair.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AccordKeyPlace:
 * @path: (nullable): a file that is sealed with @passphrase (age, scrypt); %NULL for the secret service
 * @passphrase: (nullable): of the file
 *
 * Where a person's own key pair is kept. Nothing here falls back from one place to the other by itself.
 */
typedef struct
{
  const char *path;
  const char *passphrase;
} AccordKeyPlace;

/* All of these may wait for a person (a keyring that is locked) and are for a thread of their own. */
gboolean accord_key_store_has_service (GCancellable *cancellable);
/* Fails with %ACCORD_SEAL_ERROR_NO_KEY where there is none yet. */
AccordKeyPair *accord_key_store_load (const AccordKeyPlace *place, GCancellable *cancellable, GError **error);
/* Refuses with %ACCORD_SEAL_ERROR_EXISTS to replace another key. A file is whole or not there, mode 0600. */
gboolean accord_key_store_save (const AccordKeyPlace *place, AccordKeyPair *pair, GCancellable *cancellable,
                                GError **error);
/* $XDG_DATA_HOME/accord/own.accordkey: the file for those without a secret service. */
char *accord_key_store_dup_default_path (void);

G_END_DECLS
