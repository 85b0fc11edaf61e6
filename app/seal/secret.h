/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordSecret:
 *
 * Text or bytes that nobody else may see: in memory that is not swapped, between pages that may not be
 * touched, and wiped when it is let go of with accord_secret_free().
 */
typedef char AccordSecret;

/* Makes the library of ciphers ready; every way into this folder calls it. */
void accord_seal_ready (void);
AccordSecret *accord_secret_new (gsize n_bytes);
AccordSecret *accord_secret_dup (const char *text, gssize length);
/* Wipes what it holds before it is freed. Takes only what this folder calls secret, or %NULL. */
void accord_secret_free (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSecret, accord_secret_free)

G_END_DECLS
