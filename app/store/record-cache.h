/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordRecordCache:
 *
 * The records that a list read last, by identifier; the one unused for longest goes when there are too many.
 */
typedef struct _AccordRecordCache AccordRecordCache;

AccordRecordCache *accord_record_cache_new (guint most);
void accord_record_cache_free (AccordRecordCache *self);
AccordRecord *accord_record_cache_find (AccordRecordCache *self, gint64 id);
void accord_record_cache_add (AccordRecordCache *self, AccordRecord *record);
void accord_record_cache_remove (AccordRecordCache *self, gint64 id);
void accord_record_cache_clear (AccordRecordCache *self);
guint accord_record_cache_get_size (AccordRecordCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRecordCache, accord_record_cache_free)

G_END_DECLS
