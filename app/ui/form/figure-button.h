/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "form/form-figures.h"

G_BEGIN_DECLS

GtkWidget *accord_figure_cell_new (GtkWidget *words, const char *name);
GtkWidget *accord_figure_button_new (GtkWidget *words, const AccordFormFigure *figure, const char *name);

G_END_DECLS
