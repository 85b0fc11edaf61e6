/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordMerge:
 * @kind: the kind of both
 * @keep: the record that stays
 * @drop: the record that goes
 * @n_moved: how many records named @drop and now name @keep
 *
 * Two records that stand for the same thing, to be made one.
 */
typedef struct
{
  const AccordKind *kind;
  gint64 keep;
  gint64 drop;
  guint n_moved;
} AccordMerge;

char *accord_merge_dup_label (AccordRecord *keep, AccordRecord *drop);
gboolean accord_merge_write (AccordWriter *writer, gpointer data, GError **error);

G_END_DECLS
