/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ACCORD_SOBOL_DIMENSIONS:
 *
 * How many dimensions there are direction numbers for.
 */
#define ACCORD_SOBOL_DIMENSIONS 256

#define ACCORD_SOBOL_BITS 32

/**
 * AccordSobolColumns:
 * @columns: what each binary digit of a draw's number, from the last, adds (by exclusive or) to its value,
 * whose first binary digit is the highest bit
 */
typedef struct
{
  guint32 columns[ACCORD_SOBOL_BITS];
} AccordSobolColumns;

void accord_sobol_fill (AccordSobolColumns *dimensions, guint n_dimensions);
void accord_sobol_fill_trial (AccordSobolColumns *dimension, guint32 polynomial, guint trial);
guint32 accord_sobol_next_polynomial (guint32 polynomial);

G_END_DECLS
