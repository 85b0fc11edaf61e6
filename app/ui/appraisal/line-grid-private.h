/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/line-columns.h"
#include "appraisal/line-grid.h"

G_BEGIN_DECLS

/* The costs or the outcomes of the option that is looked at, as a table: columns of their own, for costs the
 * years, and what they come to at present value. */
struct _AccordLineGrid
{
  GObject parent_instance;

  AccordAppraisalWork *work;
  gboolean outcomes;
  GPtrArray *titles;
};

const AccordLineColumn *accord_line_grid_get_column (AccordLineGrid *self, guint column, int *year);
AccordRecord *accord_line_grid_get_line (AccordLineGrid *self, guint row);

gboolean accord_line_grid_check (AccordGridModel *model, guint row, guint column, const char *text,
                                 char **why);
void accord_line_grid_set (AccordGridModel *model, GPtrArray *entries, AccordGridDeed deed);
void accord_line_grid_preview (AccordGridModel *model, guint row, guint column, const char *text);
void accord_line_grid_remove_rows (AccordGridModel *model, guint first, guint n);

G_END_DECLS
