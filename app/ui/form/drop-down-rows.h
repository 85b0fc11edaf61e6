/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void accord_drop_down_name_rows (GtkWidget *drop_down);

G_END_DECLS
