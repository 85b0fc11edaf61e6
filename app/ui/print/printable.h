/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/printout.h"

G_BEGIN_DECLS

GtkWidget *accord_printable_find (GtkWidget *page);
void accord_printable_take_async (GtkWidget *widget, const char *title, GAsyncReadyCallback callback,
                                  gpointer user_data);
AccordPrintout *accord_printable_take_finish (GAsyncResult *result, GError **error);

G_END_DECLS
