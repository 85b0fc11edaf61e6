/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordListIsHeading:
 * @item: (nullable): an item of a list
 *
 * Returns: whether it is words above others, which cannot be chosen
 */
typedef gboolean (*AccordListIsHeading) (gpointer item);

gboolean accord_list_step_over (GtkSingleSelection *selection, GtkWidget *view, int by,
                                AccordListIsHeading is_heading);

G_END_DECLS
