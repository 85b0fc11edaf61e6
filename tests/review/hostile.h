/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zip-maker.h"

G_BEGIN_DECLS

/* mimetype, manifest, signature, case and two documents. */
#define HOSTILE_N_FILES 6

/**
 * HostileChange:
 * @files: an honest pack, with room for two more
 * @end: what stands after its files, and between
 *
 * Makes it one that nobody should read.
 */
typedef void (*HostileChange) (MadeFile *files, MadeEnd *end);

/* An honest pack that is changed is refused with the code. */
void hostile_refuse (Packing *self, HostileChange change, int code);
GBytes *hostile_words (const char *text);

G_END_DECLS
