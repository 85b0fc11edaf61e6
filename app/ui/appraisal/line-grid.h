/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/appraisal-work.h"
#include "appraisal/grid-model.h"
#include "trace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_LINE_GRID (accord_line_grid_get_type ())
G_DECLARE_FINAL_TYPE (AccordLineGrid, accord_line_grid, ACCORD, LINE_GRID, GObject)

AccordLineGrid *accord_line_grid_new (AccordAppraisalWork *work, gboolean outcomes);
gboolean accord_line_grid_get_figure (AccordLineGrid *self, guint row, guint column, AccordFigureRef *figure);
guint accord_line_grid_find_column (AccordLineGrid *self, AccordCbaField field, int year);
gboolean accord_line_grid_is_gains (AccordLineGrid *self, guint column);

G_END_DECLS
