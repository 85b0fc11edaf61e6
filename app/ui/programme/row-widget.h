/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme/row-card.h"

G_BEGIN_DECLS

char *accord_row_dup_state (const AccordRow *row);
GtkWidget *accord_row_make_widget (const AccordRow *row, const AccordKind *kind, gboolean editable,
                                   GtkSizeGroup *figures, GtkSizeGroup *ends);
gint64 accord_row_widget_get_id (GtkWidget *widget);

G_END_DECLS
