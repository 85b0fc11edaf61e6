/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "spend-heading.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordSpendLayout:
 *
 * How the columns of a spend file are read: where its headings stand, what they say and which of them is the
 * payee, the date, the amount and so on. Reference-counted; a layout handed to a reader must not be changed
 * any more.
 */
typedef struct _AccordSpendLayout AccordSpendLayout;

#define ACCORD_TYPE_SPEND_LAYOUT (accord_spend_layout_get_type ())

GType accord_spend_layout_get_type (void);
AccordSpendLayout *accord_spend_layout_new (guint64 header_line, const char *const *headings);
AccordSpendLayout *accord_spend_layout_copy (AccordSpendLayout *self);
AccordSpendLayout *accord_spend_layout_ref (AccordSpendLayout *self);
void accord_spend_layout_unref (AccordSpendLayout *self);

guint64 accord_spend_layout_get_header_line (AccordSpendLayout *self);
guint accord_spend_layout_get_n_headings (AccordSpendLayout *self);
guint accord_spend_layout_get_n_named (AccordSpendLayout *self);
const char *accord_spend_layout_get_heading (AccordSpendLayout *self, guint index);
const char *accord_spend_layout_get_normalised (AccordSpendLayout *self, guint index);

int accord_spend_layout_get_column (AccordSpendLayout *self, AccordSpendColumn column);
void accord_spend_layout_set_column (AccordSpendLayout *self, AccordSpendColumn column, int index);
gboolean accord_spend_layout_is_mapped (AccordSpendLayout *self, guint index);

const char *accord_spend_layout_get_fingerprint (AccordSpendLayout *self);

gboolean accord_spend_layout_check (AccordSpendLayout *self, GError **error);
char *accord_spend_layout_dup_amount_note (AccordSpendLayout *self);
char *accord_spend_layout_dup_date_note (AccordSpendLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSpendLayout, accord_spend_layout_unref)

G_END_DECLS
