/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_MONEY_ENTRY (accord_money_entry_get_type ())
G_DECLARE_FINAL_TYPE (AccordMoneyEntry, accord_money_entry, ACCORD, MONEY_ENTRY, GtkWidget)

GtkWidget *accord_money_entry_new (const char *label);
void accord_money_entry_show (AccordMoneyEntry *self, gint64 pence);
void accord_money_entry_set_hint (AccordMoneyEntry *self, const char *hint);

G_END_DECLS
