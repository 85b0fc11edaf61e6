/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SCHEMA (accord_schema_get_type ())
G_DECLARE_FINAL_TYPE (AccordSchema, accord_schema, ACCORD, SCHEMA, GObject)

typedef struct _AccordWriter AccordWriter;

/**
 * AccordSettleFunc:
 * @writer: the change, with all that was asked of it written
 * @error: return location for an error
 *
 * Writes what follows from a change before it is kept: fields that are worked out from other records. It is
 * part of the same change, and asked again when that is undone or done again.
 *
 * Returns: %FALSE to keep nothing of the change
 */
typedef gboolean (*AccordSettleFunc) (AccordWriter *writer, GError **error);

AccordSchema *accord_schema_new (const GType *types, guint n_types, const char *migrations);

guint accord_schema_get_n_kinds (AccordSchema *self);
const AccordKind *accord_schema_get_kind (AccordSchema *self, guint index);
const AccordKind *accord_schema_find_kind (AccordSchema *self, const char *name);
const AccordKind *accord_schema_require_kind (AccordSchema *self, const char *name, GError **error);
const char *accord_schema_get_migrations (AccordSchema *self);
void accord_schema_set_settle (AccordSchema *self, AccordSettleFunc settle);
AccordSettleFunc accord_schema_get_settle (AccordSchema *self);
char *accord_schema_dup_title_sql (AccordSchema *self, const AccordKind *kind, const char *alias);
gboolean accord_schema_refers_to (AccordSchema *self, const AccordKind *from, const char *target);

G_END_DECLS
