/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "query.h"

G_BEGIN_DECLS

void accord_go_to_record (GtkWidget *from, const char *kind, gint64 id);
void accord_go_to_list (GtkWidget *from, AccordQuery *query);
void accord_go_to_comparison (GtkWidget *from, gint64 version);
void accord_say (GtkWidget *from, const char *words);
void accord_say_problem (GtkWidget *from, const GError *error);

G_END_DECLS
