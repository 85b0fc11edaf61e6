/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SCHEMA (accord_schema_get_type ())
G_DECLARE_FINAL_TYPE (AccordSchema, accord_schema, ACCORD, SCHEMA, GObject)

AccordSchema *accord_schema_new (const GType *types, guint n_types, const char *migrations);

guint accord_schema_get_n_kinds (AccordSchema *self);
const AccordKind *accord_schema_get_kind (AccordSchema *self, guint index);
const AccordKind *accord_schema_find_kind (AccordSchema *self, const char *name);
const AccordKind *accord_schema_require_kind (AccordSchema *self, const char *name, GError **error);
const char *accord_schema_get_migrations (AccordSchema *self);
char *accord_schema_dup_title_sql (AccordSchema *self, const AccordKind *kind, const char *alias);
gboolean accord_schema_refers_to (AccordSchema *self, const AccordKind *from, const char *target);

G_END_DECLS
