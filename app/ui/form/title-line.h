/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_TITLE_LINE (accord_title_line_get_type ())
G_DECLARE_FINAL_TYPE (AccordTitleLine, accord_title_line, ACCORD, TITLE_LINE, GtkWidget)

GtkWidget *accord_title_line_new (GtkWidget *name, GtkWidget *state);

G_END_DECLS
