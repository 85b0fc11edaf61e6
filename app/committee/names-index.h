/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-parts.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordIndexedName:
 * @kind: the kind of a record
 * @id: the record
 * @title: what it is called
 * @organisation: for a body, whose it is; else %ACCORD_UNKNOWN
 * @why: how this name of it is one, translated ("by name", "by short name", "by amount")
 *
 * One of the names by which a record of the workspace goes.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *title;
  gint64 organisation;
  const char *why;
} AccordIndexedName;

/**
 * AccordNameHit:
 * @span: where the words stand
 * @name: (transfer none): what they name
 * @alone: whether they name no other record of that kind
 *
 * Words of a text that name a record.
 */
typedef struct
{
  AccordSpan span;
  const AccordIndexedName *name;
  gboolean alone;
} AccordNameHit;

/**
 * AccordNamesIndex:
 *
 * The names of organisations and alliances, bodies, funds, cases and programmes, to be found in texts in one
 * pass each. Immutable.
 */
typedef struct _AccordNamesIndex AccordNamesIndex;

AccordNamesIndex *accord_names_index_new (AccordReader *reader, GError **error);
void accord_names_index_free (AccordNamesIndex *self);
GArray *accord_names_index_find (AccordNamesIndex *self, const char *text);
GPtrArray *accord_names_index_find_amount (AccordNamesIndex *self, gint64 pence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordNamesIndex, accord_names_index_free)

G_END_DECLS
