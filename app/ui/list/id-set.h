/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordIdSet:
 *
 * A set of record identifiers: a bit for each, in pages made when they are first needed, so that a million
 * identifiers cost 125 KB and are set or asked in the time it takes to read them.
 */
typedef struct _AccordIdSet AccordIdSet;

AccordIdSet *accord_id_set_new (void);
void accord_id_set_free (AccordIdSet *self);

guint accord_id_set_get_size (AccordIdSet *self);
gboolean accord_id_set_contains (AccordIdSet *self, gint64 id);
gboolean accord_id_set_add (AccordIdSet *self, gint64 id);
gboolean accord_id_set_remove (AccordIdSet *self, gint64 id);
void accord_id_set_clear (AccordIdSet *self);

void accord_id_set_add_all (AccordIdSet *self, const gint64 *ids, guint n_ids);
guint accord_id_set_count_in (AccordIdSet *self, const gint64 *ids, guint n_ids, gint64 *last);
gboolean accord_id_set_find_span (AccordIdSet *self, const gint64 *ids, guint n_ids, gboolean within,
                                  guint skip, guint n_skip, guint *first, guint *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordIdSet, accord_id_set_free)

G_END_DECLS
