/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "matrix.h"

G_BEGIN_DECLS

void accord_matrix_more_show (GtkWidget *from, const AccordMatrixRow *row, const AccordMatrixColumn *column);

G_END_DECLS
