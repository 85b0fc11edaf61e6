/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordSpan:
 * @first: the first position
 * @last: the last position; below @first for no position at all
 *
 * Positions of rows whose state changed. Both ends did; rows between may not have.
 */
typedef struct
{
  guint first;
  guint last;
} AccordSpan;

#define ACCORD_SPAN_NONE ((AccordSpan){ G_MAXUINT, 0 })

/**
 * AccordSelectedRows:
 *
 * Which rows of a changing order of identifiers are selected. The state is kept by identifier; the order is
 * given with every question, so that it may be anything by the next one. See #AccordSelection for what that
 * means.
 */
typedef struct _AccordSelectedRows AccordSelectedRows;

AccordSelectedRows *accord_selected_rows_new (void);
void accord_selected_rows_free (AccordSelectedRows *self);

void accord_selected_rows_order_changed (AccordSelectedRows *self);
gboolean accord_selected_rows_is_empty (AccordSelectedRows *self);
gboolean accord_selected_rows_contains (AccordSelectedRows *self, gint64 id);
guint accord_selected_rows_count (AccordSelectedRows *self, const gint64 *order, guint n_ids);
gint64 accord_selected_rows_get_only (AccordSelectedRows *self, const gint64 *order, guint n_ids);

GtkBitset *accord_selected_rows_get_positions (AccordSelectedRows *self, const gint64 *order, guint n_ids,
                                               guint position, guint n_rows);

void accord_selected_rows_expect (AccordSelectedRows *self, gint64 id);
void accord_selected_rows_change (AccordSelectedRows *self, const gint64 *order, guint n_ids, guint position,
                                  guint n_rows, gboolean select, gboolean alone, AccordSpan changed[2]);
AccordSpan accord_selected_rows_assign (AccordSelectedRows *self, const gint64 *order, guint n_ids,
                                        GtkBitset *selected, GtkBitset *mask);
AccordSpan accord_selected_rows_select_all (AccordSelectedRows *self, const gint64 *order, guint n_ids);
AccordSpan accord_selected_rows_clear (AccordSelectedRows *self, const gint64 *order, guint n_ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSelectedRows, accord_selected_rows_free)

G_END_DECLS
