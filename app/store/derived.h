/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>
#include "schema.h"

G_BEGIN_DECLS

/*
 * Derived objects: what can be made anew from the records at any time, and therefore is not in the
 * migrations.
 */

/**
 * AccordDerivedPart:
 * @ACCORD_DERIVED_LOOKUPS: an index for each field that records are looked up by one by one
 * @ACCORD_DERIVED_INDEXES: an index for each field that big lists are sorted or filtered by
 * @ACCORD_DERIVED_SEARCH: the full-text index, and the view of live records that it stands on
 */
typedef enum
{
  ACCORD_DERIVED_LOOKUPS,
  ACCORD_DERIVED_INDEXES,
  ACCORD_DERIVED_SEARCH,
} AccordDerivedPart;

GPtrArray *accord_derived_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part);
GPtrArray *accord_derived_drop_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part);
GPtrArray *accord_derived_fill_sql (AccordSchema *schema, const AccordKind *kind, AccordDerivedPart part);
char *accord_derived_check_sql (const AccordKind *kind);
gboolean accord_derived_has_search (const AccordKind *kind);

/**
 * AccordSearchWriter:
 *
 * Keeps the full-text index of every kind right, row by row, on one writing connection. Belongs to that
 * connection's thread, and must be freed before the connection is closed.
 */
typedef struct _AccordSearchWriter AccordSearchWriter;

AccordSearchWriter *accord_search_writer_new (sqlite3 *db);
void accord_search_writer_free (AccordSearchWriter *self);
int accord_search_writer_update (AccordSearchWriter *self, AccordRecord *before, AccordRecord *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSearchWriter, accord_search_writer_free)

G_END_DECLS
