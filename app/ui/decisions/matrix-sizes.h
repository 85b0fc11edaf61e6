/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decisions/matrix-field.h"

G_BEGIN_DECLS

/**
 * AccordMatrixSizes:
 * @column_width: how wide every column is
 * @side_width: how wide the names of cases are
 * @natural_width: how wide all of it would be with room to spare
 * @top_height: how high the names of bodies are
 * @tops: (element-type int): where each row begins, and where the last ends
 *
 * How large the parts of a matrix are, in pixels.
 */
typedef struct
{
  int column_width;
  int side_width;
  int natural_width;
  int top_height;
  GArray *tops;
} AccordMatrixSizes;

void accord_matrix_sizes_measure (AccordMatrixSizes *self, const AccordMatrix *matrix,
                                  AccordMatrixField *prototype, int width);
guint accord_matrix_sizes_find_row (const AccordMatrixSizes *self, double y);
int accord_matrix_sizes_get_height (const AccordMatrixSizes *self);

G_END_DECLS
