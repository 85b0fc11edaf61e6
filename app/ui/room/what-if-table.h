/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "what-if.h"

G_BEGIN_DECLS

GtkWidget *accord_what_if_table_new (const AccordWhatIf *what_if, const AccordCba *cba);
GtkWidget *accord_what_if_words_new (const AccordWhatIf *what_if, const AccordCba *cba);

gboolean accord_what_if_fill (GtkWidget *box, const char *json, const AccordCba *cba);

G_END_DECLS
