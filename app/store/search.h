/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordSearchHit:
 * @kind: the kind of record found
 * @id: its identifier
 * @title: what it is called
 * @excerpt: the words around the match, the matched ones between U+2068 and U+2069, or %NULL
 */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
  char *title;
  char *excerpt;
} AccordSearchHit;

/**
 * AccordSearchGroup:
 * @kind: the kind
 * @total: how many of it match
 * @hits: (element-type AccordSearchHit): the best of them, best first
 * @query: which gives them all
 * @year: the year that one of the words was taken for, or %NULL where all were looked for
 */
typedef struct
{
  const AccordKind *kind;
  gint64 total;
  GPtrArray *hits;
  AccordQuery *query;
  char *year;
} AccordSearchGroup;

void accord_search_hit_free (AccordSearchHit *self);
void accord_search_group_free (AccordSearchGroup *self);
GPtrArray *accord_reader_search (AccordReader *reader, const char *text, guint per_kind, GError **error);

G_END_DECLS
