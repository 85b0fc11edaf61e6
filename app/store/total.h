/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordTotal:
 * @count: how many records
 * @sum: what is known of their sums, in pence
 * @unknown: how many of them have no sum
 *
 * What a field of money comes to over some records.
 */
typedef struct
{
  gint64 count;
  gint64 sum;
  gint64 unknown;
} AccordTotal;

gboolean accord_field_is_ledger (const AccordField *field);
int accord_kind_find_ledger (const AccordKind *kind);
gboolean accord_reader_total (AccordReader *self, AccordQuery *query, int field, AccordTotal *total,
                              GError **error);
gboolean accord_reader_total_ids (AccordReader *self, const AccordKind *kind, int field, const gint64 *ids,
                                  gsize n_ids, AccordTotal *total, GError **error);
char *accord_total_dup_words (const AccordTotal *self, int field, const char *counted);

G_END_DECLS
