/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordFoundSet:
 *
 * A set of identifiers that is made once and then asked a million times: a bit for each where they lie close
 * together, as they do in a table that grew row by row, and a sorted array where they do not.
 */
typedef struct _AccordFoundSet AccordFoundSet;

AccordFoundSet *accord_found_set_new (const gint64 *ids, gsize n_ids);
void accord_found_set_free (AccordFoundSet *self);
gboolean accord_found_set_contains (AccordFoundSet *self, gint64 id);
guint accord_found_set_pick (AccordFoundSet *self, const gint64 *order, guint n_order, guint *at,
                             gint64 *picked, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordFoundSet, accord_found_set_free)

G_END_DECLS
