/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-model.h"
#include "appraisal/grid-range.h"

G_BEGIN_DECLS

GPtrArray *accord_grid_block_parse (const char *text, GError **error);
char *accord_grid_block_write (AccordGridModel *model, const AccordGridRange *range);

GPtrArray *accord_grid_block_paste (AccordGridModel *model, const AccordGridRange *range, GPtrArray *rows,
                                    guint *n_new, char **why);
GPtrArray *accord_grid_block_fill (AccordGridModel *model, const AccordGridRange *range, gboolean down,
                                   char **why);
GPtrArray *accord_grid_block_clear (AccordGridModel *model, const AccordGridRange *range, char **why);

G_END_DECLS
