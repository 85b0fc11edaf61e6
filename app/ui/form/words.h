/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ACCORD_TYPE_WORDS (accord_words_get_type ())
G_DECLARE_FINAL_TYPE (AccordWords, accord_words, ACCORD, WORDS, GtkWidget)

GtkWidget *accord_words_new (int spacing);
void accord_words_append (GtkWidget *self, GtkWidget *line);

G_END_DECLS
