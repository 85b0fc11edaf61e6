/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordSealError:
 * @ACCORD_SEAL_ERROR_FORMAT: bytes that are no key, signature or sealed file, or a damaged one
 * @ACCORD_SEAL_ERROR_SIGNATURE: a signature by another key, or of other bytes
 * @ACCORD_SEAL_ERROR_NO_KEY: none of the keys at hand opens it, or there is no key yet
 * @ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE: it wants a passphrase, and none was given
 * @ACCORD_SEAL_ERROR_PASSPHRASE: the passphrase is not the right one
 * @ACCORD_SEAL_ERROR_DAMAGED: sealed bytes that were changed, or end too soon
 * @ACCORD_SEAL_ERROR_NEWER: a newer form than this program reads
 * @ACCORD_SEAL_ERROR_EXISTS: a key is there already and is not overwritten
 * @ACCORD_SEAL_ERROR_STORE: the place where keys are kept cannot be used
 *
 * What can go wrong with keys, signatures and sealed files. Each message is one sentence for people that says
 * what and where; none of them holds a secret.
 */
typedef enum
{
  ACCORD_SEAL_ERROR_FORMAT,
  ACCORD_SEAL_ERROR_SIGNATURE,
  ACCORD_SEAL_ERROR_NO_KEY,
  ACCORD_SEAL_ERROR_NEEDS_PASSPHRASE,
  ACCORD_SEAL_ERROR_PASSPHRASE,
  ACCORD_SEAL_ERROR_DAMAGED,
  ACCORD_SEAL_ERROR_NEWER,
  ACCORD_SEAL_ERROR_EXISTS,
  ACCORD_SEAL_ERROR_STORE,
} AccordSealError;

#define ACCORD_SEAL_ERROR (accord_seal_error_quark ())

GQuark accord_seal_error_quark (void);

G_END_DECLS
