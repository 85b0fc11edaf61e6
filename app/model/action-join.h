/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordActionJoin:
 * @keep: the action that stays
 * @drop: the same action as a further meeting's minutes have it
 *
 * Two records of one action, to be made one.
 */
typedef struct
{
  gint64 keep;
  gint64 drop;
} AccordActionJoin;

GPtrArray *accord_action_find_same (AccordReader *reader, gint64 action, GError **error);
gboolean accord_action_join_write (AccordWriter *writer, gpointer data, GError **error);

G_END_DECLS
