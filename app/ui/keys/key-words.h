/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "public-key.h"

G_BEGIN_DECLS

char *accord_key_dup_shown_words (AccordPublicKey *key);
char *accord_key_dup_since (const char *trusted, const char *by);
gboolean accord_key_name_is_typed (const char *name, const char *typed);
void accord_passphrase_free (char *passphrase);

G_END_DECLS
