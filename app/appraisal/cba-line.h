/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"

G_BEGIN_DECLS

/* How a line becomes real, corrected pence by year: what its sums, its faults and its trace have in common.
 */

void accord_cba_cost_free (gpointer data);
void accord_cba_outcome_free (gpointer data);

int accord_cba_get_year (const AccordCba *cba, guint year);
int accord_cba_get_price_year (const AccordCba *cba);
gboolean accord_cba_find_ratio (const AccordCba *cba, guint series, int from, double *ratio);
double accord_cba_get_correction (const AccordCba *cba, guint grade);

gboolean accord_cba_cost_takes_sheet (const AccordCba *cba, const AccordCbaCost *cost);
double accord_cba_cost_get_bias (const AccordCba *cba, const AccordCbaCost *cost);
guint accord_cba_cost_find_first (const AccordCbaCost *cost);
void accord_cba_cost_fill (const AccordCba *cba, const AccordCbaCost *cost, const double *ratios,
                           double *years);

double accord_cba_outcome_get_worth (const AccordCba *cba, const AccordCbaOutcome *outcome);
guint accord_cba_outcome_get_end (const AccordCba *cba, const AccordCbaOutcome *outcome);
double accord_cba_outcome_get_phasing (const AccordCbaOutcome *outcome, guint year);
void accord_cba_outcome_fill (const AccordCba *cba, const AccordCbaOutcome *outcome, double *years);

G_END_DECLS
