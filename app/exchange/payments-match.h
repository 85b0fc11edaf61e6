/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPaymentsMatch:
 *
 * Pairs the rows of a new edition of a spend file with the payments of the old one. Real files repeat rows,
 * so that pairing is one to one: each payment is taken once.
 */
typedef struct _AccordPaymentsMatch AccordPaymentsMatch;

AccordPaymentsMatch *accord_payments_match_new (void);
void accord_payments_match_free (AccordPaymentsMatch *self);
void accord_payments_match_add (AccordPaymentsMatch *self, gint64 id, guint64 content, guint64 likeness,
                                gint64 line);
void accord_payments_match_close (AccordPaymentsMatch *self);

gint64 accord_payments_match_take_same (AccordPaymentsMatch *self, guint64 content, gint64 line);
gint64 accord_payments_match_take_like (AccordPaymentsMatch *self, guint64 likeness, gint64 line);
guint accord_payments_match_count_left (AccordPaymentsMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPaymentsMatch, accord_payments_match_free)

G_END_DECLS
