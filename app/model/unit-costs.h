/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordUnitCostChange:
 * @used: (nullable): the line of the older edition; %NULL for one that is new
 * @newer: (nullable): the line of the newer edition; %NULL for one that is gone
 *
 * A line that two editions of unit costs do not have alike.
 */
typedef struct
{
  AccordRecord *used;
  AccordRecord *newer;
} AccordUnitCostChange;

GPtrArray *accord_unit_costs_list (AccordReader *reader, gint64 edition, GError **error);
GPtrArray *accord_unit_costs_compare (GPtrArray *used, GPtrArray *newer);
gboolean accord_unit_cost_is_alike (AccordRecord *a, AccordRecord *b);
char *accord_unit_cost_dup_value (AccordRecord *line);
char *accord_unit_cost_change_dup_sentence (const AccordUnitCostChange *self);

/**
 * AccordUnitCostOffer:
 * @outcome: an outcome line whose value was taken from a unit cost
 * @used: that unit cost
 * @newer: the same one in a newer edition
 *
 * A newer value of what an outcome line is worth. It is never applied unasked.
 */
typedef struct
{
  AccordRecord *outcome;
  AccordRecord *used;
  AccordRecord *newer;
} AccordUnitCostOffer;

GPtrArray *accord_unit_cost_offers (AccordReader *reader, AccordRecord *appraisal, GError **error);
char *accord_unit_cost_offer_dup_sentence (const AccordUnitCostOffer *self);

char *accord_unit_cost_dup_basis (AccordRecord *unit_cost, AccordRecord *edition);
gboolean accord_outcome_take_unit_cost (AccordRecord *outcome, AccordRecord *unit_cost, AccordRecord *edition,
                                        GError **error);
gboolean accord_unit_cost_rebase (AccordRecord *unit_cost, const AccordPriceSeries *series, int year,
                                  gint64 *pence, GError **error);

AccordPriceSeries *accord_unit_cost_find_series (AccordReader *reader, AccordRecord *unit_cost,
                                                 GError **error);

G_END_DECLS
