/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command.h"
#include "key-store.h"

G_BEGIN_DECLS

/**
 * AccordOwnKey:
 * @place: where the person's own key is kept
 *
 * Where a command finds the key of who runs it: the file that --key-file or $ACCORD_KEY_FILE names, sealed
 * with what is in the file that $ACCORD_PASSPHRASE_FILE names; else the usual file where there is one; else
 * the secret service.
 */
typedef struct
{
  AccordKeyPlace place;
  char *path;
  AccordSecret *passphrase;
} AccordOwnKey;

/* @passphrase_file: (nullable): a file whose first line is the passphrase of the key, before all else. */
AccordOwnKey *accord_own_key_find (AccordRun *run, const char *passphrase_file, GError **error);
void accord_own_key_free (AccordOwnKey *self);
/* The key of who runs the command, for commands whose --passphrase-file is not about it. */
AccordKeyPair *accord_own_key_load (AccordRun *run, GError **error);
/* The same for commands that sign: made on first need. */
AccordKeyPair *accord_own_key_need (AccordRun *run, const char *holder, GError **error);
AccordKeyPair *accord_own_key_load_from (AccordOwnKey *self, AccordRun *run, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOwnKey, accord_own_key_free)

G_END_DECLS
