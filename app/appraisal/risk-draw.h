/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "risk-model.h"

G_BEGIN_DECLS

/**
 * AccordDraws:
 * @model: what is drawn
 * @sequence: the numbers
 * @n_draws: how many
 * @first: the first figure that is drawn
 * @n: how many figures are drawn
 * @values: (array length=n): of each figure its draws, ascending in the end; %NULL for a figure that no line
 * changes
 * @contributions: (nullable) (element-type AccordContribution): of the lines
 * @table: (nullable): of the normal distribution, where lines move together
 *
 * Draws of some figures of a model.
 */
typedef struct
{
  AccordRiskModel *model;
  const AccordSequence *sequence;
  guint n_draws;
  guint first;
  guint n;
  double **values;
  GArray *contributions;
  AccordNormalTable *table;
} AccordDraws;

gboolean accord_draws_fill (AccordDraws *self, guint n_threads, AccordStopFunc stop, gpointer stop_data);
void accord_draws_forget (AccordDraws *self);
void accord_draws_clear (AccordDraws *self);

G_END_DECLS
