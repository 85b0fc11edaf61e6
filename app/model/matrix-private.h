/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matrix.h"

G_BEGIN_DECLS

void accord_matrix_row_settle (AccordMatrixRow *row, const char *today);

G_END_DECLS
