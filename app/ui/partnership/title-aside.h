/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_TITLE_ASIDE (accord_title_aside_get_type ())
G_DECLARE_FINAL_TYPE (AccordTitleAside, accord_title_aside, ACCORD, TITLE_ASIDE, GtkWidget)

void accord_title_aside_attach (GtkWidget *head, GtkWidget *aside);

G_END_DECLS
