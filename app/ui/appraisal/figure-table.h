/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-model.h"
#include "trace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_FIGURE_TABLE (accord_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (AccordFigureTable, accord_figure_table, ACCORD, FIGURE_TABLE, GObject)

AccordFigureTable *accord_figure_table_new (const char *const *titles, guint n_titles, guint words,
                                            guint first_chars);
void accord_figure_table_begin (AccordFigureTable *self);
void accord_figure_table_add_row (AccordFigureTable *self, const char *key, const char *name);
void accord_figure_table_add_cell (AccordFigureTable *self, char *text, const AccordFigureRef *figure);
void accord_figure_table_end (AccordFigureTable *self, gboolean last_is_total);
gboolean accord_figure_table_get_figure (AccordFigureTable *self, guint row, guint column,
                                         AccordFigureRef *figure);

G_END_DECLS
