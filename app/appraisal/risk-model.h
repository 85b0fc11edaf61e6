/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "risk-curve.h"

G_BEGIN_DECLS

/**
 * ACCORD_RISK_NO_DIMENSION:
 *
 * No dimension of the sequence.
 */
#define ACCORD_RISK_NO_DIMENSION G_MAXUINT

/**
 * AccordRiskTerm:
 * @figure: 0 for NPSV, 1 and on for the net of each position
 * @worth: what the line adds to it, in pence, for every 1 that it is multiplied by
 */
typedef struct
{
  guint figure;
  double worth;
} AccordRiskTerm;

/**
 * AccordRiskLine:
 * @option: index of its option
 * @is_outcome: whether it is an outcome
 * @line: index in its option
 * @spread: how sure it is
 * @curve: the same, as a distribution
 * @dimension: its own dimension, or %ACCORD_RISK_NO_DIMENSION where it moves with its group in all
 * @group: which of the groups it moves with, or %ACCORD_CBA_NONE where it moves alone
 * @with: of a line in a group, the weight of what the group shares: √ρ, or −√ρ
 * @alone: and the weight of its own: √(1 − ρ)
 * @worth: what it adds to NPSV; below nought for costs
 * @first_term: its terms
 * @n_terms: how many
 * @rank: where it comes among lines whose worth is as uncertain
 *
 * A line that is not certain.
 */
typedef struct
{
  guint option;
  gboolean is_outcome;
  guint line;
  const AccordSpread *spread;
  AccordCurve curve;
  guint dimension;
  guint group;
  double with;
  double alone;
  double worth;
  guint first_term;
  guint n_terms;
  guint rank;
} AccordRiskLine;

/**
 * AccordRiskGroup:
 * @dimension: of what its lines share
 * @correlation: of any two of its lines
 */
typedef struct
{
  guint dimension;
  double correlation;
} AccordRiskGroup;

/**
 * AccordRiskModel:
 * @n_figures: NPSV, and the net of each position
 * @base: (array length=n_figures): each with every line as it was typed
 * @lines: (element-type AccordRiskLine): by how uncertain their worth is, the most uncertain first
 * @terms: (element-type AccordRiskTerm): of the lines
 * @groups: (element-type AccordRiskGroup): with two lines at least
 * @n_dimensions: how many dimensions they need
 *
 * NPSV and the net of each position as sums of lines: each is its base and, for every line, what the line is
 * multiplied by, less one, times the line's worth. Nothing of it depends on the order of lines.
 */
typedef struct
{
  guint n_figures;
  double *base;
  GArray *lines;
  GArray *terms;
  GArray *groups;
  guint n_dimensions;
} AccordRiskModel;

AccordRiskModel *accord_risk_model_new (const AccordCba *cba, guint option);
void accord_risk_model_prepare (AccordRiskModel *self);
void accord_risk_model_free (AccordRiskModel *self);
GArray *accord_risk_model_contribute (const AccordRiskModel *self, double *variance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRiskModel, accord_risk_model_free)

G_END_DECLS
