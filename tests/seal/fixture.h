/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "age.h"
#include "key-pair.h"

G_BEGIN_DECLS

/* A folder of its own for each test. */
typedef struct
{
  char *folder;
} Seal;

void seal_set_up (Seal *seal, gconstpointer data);
void seal_tear_down (Seal *seal, gconstpointer data);

char *seal_path (Seal *seal, const char *name);
void seal_write (Seal *seal, const char *name, const void *bytes, gssize length);
GBytes *seal_read (Seal *seal, const char *name);

/* Whether a program is there; if not, the test says so and is skipped. */
gboolean seal_needs (const char *program);
/* Runs a program in the folder; %NULL ends its arguments. What it says is only shown when @expected fails. */
void seal_run (Seal *seal, gboolean expected, const char *program, ...) G_GNUC_NULL_TERMINATED;
/* The same on a terminal, on which @answer is typed as often as it asks for a passphrase. */
gboolean seal_run_on_terminal (Seal *seal, const char *answer, const char *program,
                               ...) G_GNUC_NULL_TERMINATED;

/* Bytes that look like chance and are the same each time. */
GBytes *seal_noise (gsize size);
AccordKeyPair *seal_new_pair (const char *holder);

GBytes *seal_lock (GBytes *plain, const char *const *recipients, const char *passphrase);
/* (nullable): %NULL with @error set. @read: what was given out before. */
GBytes *seal_unlock (GBytes *sealed, const char *const *identities, const char *passphrase, GByteArray *given,
                     GError **error);
GBytes *seal_unlock_with (GBytes *sealed, AccordKeyPair *pair, GError **error);

G_END_DECLS
