/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FORMAT_BAR (accord_format_bar_get_type ())
G_DECLARE_FINAL_TYPE (AccordFormatBar, accord_format_bar, ACCORD, FORMAT_BAR, GtkWidget)

GtkWidget *accord_format_bar_new (GtkTextView *view, GtkWidget *editing, const char *what);

G_END_DECLS
