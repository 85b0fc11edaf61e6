/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "query.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MONEY_TABLE (accord_money_table_get_type ())
G_DECLARE_FINAL_TYPE (AccordMoneyTable, accord_money_table, ACCORD, MONEY_TABLE, GtkWidget)

GtkWidget *accord_money_table_new (const char *label, const char *const *headings);
void accord_money_table_clear (AccordMoneyTable *self);
void accord_money_table_add_row (AccordMoneyTable *self, const char *style_class, const char *name,
                                 const char *const *figures, const char *kind, gint64 id, AccordQuery *rows);

G_END_DECLS
