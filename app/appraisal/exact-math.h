/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Functions that a C library may round as it likes, from + − × ÷ and square roots alone, which IEEE 754
 * rounds in one way only: the same bits on every machine. */

double accord_exact_log (double x);
double accord_exact_exp (double x);
double accord_exact_normal_density (double z);
double accord_exact_normal_below (double z);
double accord_exact_normal_quantile (double p);
void accord_exact_normal_quantiles (const double *restrict parts, double *restrict normals, guint n);

G_END_DECLS
