/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "order.h"
#include "query.h"
#include "reader.h"

G_BEGIN_DECLS

/*
 * What a list asks on the reading threads.
 */

/**
 * AccordOrderProgressFunc:
 * @order: the order, of which more is published than before
 * @rows: (nullable) (element-type AccordRecord) (transfer none): the records of its first rows, once, where
 * they were read on the way
 * @user_data: the data given with the function
 */
typedef void (*AccordOrderProgressFunc) (AccordOrder *order, GPtrArray *rows, gpointer user_data);

AccordOrder *accord_order_read (AccordReader *reader, AccordQuery *query, AccordOrder **base,
                                AccordOrderProgressFunc progress, gpointer user_data, GError **error);
AccordOrder *accord_order_place (AccordReader *reader, AccordQuery *query, AccordOrder *order,
                                 const gint64 *touched, gsize n_touched, GArray **runs, GError **error);
AccordOrder *accord_order_read_first (AccordReader *reader, AccordQuery *query, guint limit, GError **error);
AccordQuery *accord_order_base_query (AccordQuery *query);

GPtrArray *accord_rows_read_first (AccordReader *reader, AccordQuery *query, guint limit, GError **error);
GPtrArray *accord_rows_read_page (AccordReader *reader, const AccordKind *kind, const gint64 *ids,
                                  gsize n_ids, GError **error);
gint64 accord_rows_read_moment (AccordReader *reader);

G_END_DECLS
