/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "matrix.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_FIELD (accord_matrix_field_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixField, accord_matrix_field, ACCORD, MATRIX_FIELD, GtkWidget)

GtkWidget *accord_matrix_field_new (void);
void accord_matrix_field_show (AccordMatrixField *self, const AccordMatrixRow *row,
                               const AccordMatrixColumn *column);
void accord_matrix_field_focus (AccordMatrixField *self, gboolean reachable);
char *accord_matrix_field_dup_shape (const AccordMatrixRow *row, const AccordMatrixColumn *column);

G_END_DECLS
