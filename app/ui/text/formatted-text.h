/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_FORMATTED_TEXT (accord_formatted_text_get_type ())
G_DECLARE_FINAL_TYPE (AccordFormattedText, accord_formatted_text, ACCORD, FORMATTED_TEXT, GtkWidget)

GtkWidget *accord_formatted_text_new (const char *text);
void accord_formatted_text_set_text (AccordFormattedText *self, const char *text);

G_END_DECLS
