/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "age-header.h"

G_BEGIN_DECLS

/* Two to the power of these: how much work a passphrase is made to be, and how much is done at most. */
#define ACCORD_AGE_WORK 18
#define ACCORD_AGE_MOST_WORK 22

gboolean accord_age_lock_to_key (AccordAgeHeader *header, const AccordAgeKeys *keys, const char *recipient,
                                 GError **error);
gboolean accord_age_lock_with_passphrase (AccordAgeHeader *header, const AccordAgeKeys *keys,
                                          const char *passphrase, GError **error);
/* Finds the file's key with any of these; whoever has it still holds the header against it. */
gboolean accord_age_unlock (AccordAgeHeader *header, const char *const *identities, const char *passphrase,
                            AccordAgeKeys *keys, GError **error);

G_END_DECLS
