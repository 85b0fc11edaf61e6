/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_COLUMNS (accord_columns_get_type ())
G_DECLARE_FINAL_TYPE (AccordColumns, accord_columns, ACCORD, COLUMNS, GObject)

AccordColumns *accord_columns_new (GtkColumnView *view, const AccordKind *kind);

const guint *accord_columns_get_fields (AccordColumns *self, guint *n_fields);
gboolean accord_columns_get_shown (AccordColumns *self, guint field);
void accord_columns_set_shown (AccordColumns *self, guint field, gboolean shown);
void accord_columns_leave_out (AccordColumns *self, guint field);
gboolean accord_columns_can_show (AccordColumns *self, guint field);
gboolean accord_columns_can_sort (AccordColumns *self, guint field);
void accord_columns_set_compact (AccordColumns *self, gboolean compact);
void accord_columns_set_sort (AccordColumns *self, int field, gboolean descending);
void accord_columns_set_header_menu (AccordColumns *self, GMenuModel *menu);
void accord_columns_update_widths (AccordColumns *self);
gboolean accord_columns_is_usual (AccordColumns *self);
GVariant *accord_columns_dup_layout (AccordColumns *self);
void accord_columns_apply_layout (AccordColumns *self, GVariant *layout);

G_END_DECLS
