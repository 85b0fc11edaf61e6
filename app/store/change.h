/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordChange:
 *
 * One commit, as it was told to everyone: its number and label, and which records of which kinds it touched.
 * Immutable and reference-counted; may be passed between threads.
 */
typedef struct _AccordChange AccordChange;

#define ACCORD_TYPE_CHANGE (accord_change_get_type ())

GType accord_change_get_type (void);
AccordChange *accord_change_ref (AccordChange *self);
void accord_change_unref (AccordChange *self);

gint64 accord_change_get_id (AccordChange *self);
const char *accord_change_get_label (AccordChange *self);
gboolean accord_change_is_local (AccordChange *self);
gboolean accord_change_touches_kind (AccordChange *self, const AccordKind *kind);
gboolean accord_change_touches (AccordChange *self, const AccordKind *kind, gint64 id);
gboolean accord_change_is_wide (AccordChange *self, const AccordKind *kind);
const gint64 *accord_change_get_ids (AccordChange *self, const AccordKind *kind, gsize *n_ids);
gsize accord_change_count (AccordChange *self, const AccordKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordChange, accord_change_unref)

G_END_DECLS
