/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/figure-words.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FIGURE_STRIP (accord_figure_strip_get_type ())
G_DECLARE_FINAL_TYPE (AccordFigureStrip, accord_figure_strip, ACCORD, FIGURE_STRIP, GtkWidget)

GtkWidget *accord_figure_strip_new (void);
void accord_figure_strip_show (AccordFigureStrip *self, const AccordCba *cba, const AccordCbaResult *result);

G_END_DECLS
