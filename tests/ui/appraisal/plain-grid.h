/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal/grid-model.h"

G_BEGIN_DECLS

/**
 * PlainGrid:
 *
 * A table of words, choices and whole numbers, for tests: a name, a kind (Capital or Revenue), figures, and
 * their sum.
 */
#define PLAIN_TYPE_GRID (plain_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlainGrid, plain_grid, PLAIN, GRID, GObject)

PlainGrid *plain_grid_new (guint n_rows, guint n_figures);
char *plain_grid_dup_all (PlainGrid *self);
void plain_grid_insert (PlainGrid *self, guint row);
guint plain_grid_get_n_changes (PlainGrid *self);
const char *plain_grid_get_preview (PlainGrid *self);
void plain_grid_set_may_change (PlainGrid *self, gboolean may);

G_END_DECLS
