/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordPert:
 *
 * A PERT distribution between 0 and 1: beta with α = 1 + 4 peak and β = 5 − 4 peak. Made once for a line,
 * then asked by several threads at once.
 */
typedef struct _AccordPert AccordPert;

AccordPert *accord_pert_new (double peak);
void accord_pert_free (AccordPert *self);
double accord_pert_below (const AccordPert *self, double x);
double accord_pert_quantile (const AccordPert *self, double p);
double accord_pert_solve (const AccordPert *self, double p);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPert, accord_pert_free)

G_END_DECLS
