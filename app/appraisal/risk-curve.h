/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "risk-pert.h"
#include "risk-sequence.h"

G_BEGIN_DECLS

/**
 * ACCORD_CURVE_TERMS:
 *
 * How many terms of the Hermite series of a curve are used.
 */
#define ACCORD_CURVE_TERMS 24

/**
 * AccordNormalTable:
 *
 * The part of the standard normal distribution below a number, quickly.
 */
typedef struct _AccordNormalTable AccordNormalTable;

AccordNormalTable *accord_normal_table_new (void);
void accord_normal_table_free (AccordNormalTable *self);
double accord_normal_table_below (const AccordNormalTable *self, double z);

/**
 * AccordCurve:
 * @shape: of the distribution
 * @low: its lower end
 * @span: from its lower to its upper end; of a normal distribution its standard deviation
 * @peak: where between the ends it is most likely, 0 to 1
 * @pert: (nullable): of a PERT distribution, between 0 and 1, once it is prepared
 * @mean: its mean
 * @variance: its variance
 *
 * What a line is multiplied by. Once prepared it may be drawn, by several threads.
 */
typedef struct
{
  AccordSpreadShape shape;
  double low;
  double span;
  double peak;
  AccordPert *pert;
  double mean;
  double variance;
} AccordCurve;

/**
 * AccordHermite:
 *
 * Hermite polynomials of norm 1 at points of the normal distribution, each times what the point counts.
 */
typedef struct _AccordHermite AccordHermite;

AccordHermite *accord_hermite_new (void);
void accord_hermite_free (AccordHermite *self);

void accord_curve_init (AccordCurve *self, const AccordSpread *spread);
void accord_curve_prepare (AccordCurve *self);
void accord_curve_clear (AccordCurve *self);
double accord_curve_at (const AccordCurve *self, double p);
void accord_curve_fill (const AccordCurve *self, const double *restrict parts, double *restrict values,
                        guint n);
void accord_curve_fill_normal (const AccordCurve *self, const AccordNormalTable *table, double *normals,
                               double *values, guint n);
void accord_curve_expand (const AccordCurve *self, const AccordHermite *hermite,
                          double terms[ACCORD_CURVE_TERMS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordNormalTable, accord_normal_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHermite, accord_hermite_free)

G_END_DECLS
