/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/**
 * AccordBiasType:
 * @code: how files name it, such as "non-standard-buildings"
 * @name: how people name it
 * @capital_upper: upper bound on capital costs, 0.51 for 51 %
 * @capital_lower: lower bound
 * @duration_upper: upper bound on how long works take, or %ACCORD_DECIMAL_UNKNOWN where it does not apply
 * @duration_lower: lower bound, likewise
 * @operating: whether the bounds are of operating instead of capital costs (outsourcing)
 *
 * One kind of works in an optimism-bias table.
 */
typedef struct
{
  char *code;
  char *name;
  AccordDecimal capital_upper;
  AccordDecimal capital_lower;
  AccordDecimal duration_upper;
  AccordDecimal duration_lower;
  gboolean operating;
} AccordBiasType;

/**
 * AccordBiasTable:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 * @types: (element-type AccordBiasType): its kinds of works
 */
typedef struct
{
  char *name;
  char *edition;
  char *source;
  GPtrArray *types;
} AccordBiasTable;

/**
 * AccordBiasWork:
 * @code: a kind of works of the table
 * @share: of the capital costs; the shares of a worksheet add to 1
 */
typedef struct
{
  char *code;
  AccordDecimal share;
} AccordBiasWork;

/**
 * AccordMitigation:
 * @name: what contributes to the bias: "Poor project intelligence", "Land availability"
 * @share: its part of the bias, 0 to 1; the parts of a worksheet add to 1 at most
 * @mitigated: how much of that part is mitigated, 0 to 1
 * @cost: what the mitigation costs, in pence; it is added to the works
 * @evidence: (nullable): what the reviewer is to look at
 */
typedef struct
{
  char *name;
  AccordDecimal share;
  AccordDecimal mitigated;
  gint64 cost;
  char *evidence;
} AccordMitigation;

/**
 * AccordBiasSheet:
 * @works: (element-type AccordBiasWork): what is built or bought
 * @mitigations: (element-type AccordMitigation): what was done against the bias
 * @evidenced: whether there is evidence that lets it fall under the lower bound
 *
 * The mitigation worksheet of one cost line.
 */
typedef struct
{
  GPtrArray *works;
  GPtrArray *mitigations;
  gboolean evidenced;
} AccordBiasSheet;

/**
 * AccordBiasOutcome:
 * @upper: the weighted upper bound on the costs
 * @lower: the weighted lower bound
 * @mitigated: how much of the bias is mitigated, 0 to 1
 * @rate: what is added to the costs: @upper × (1 − @mitigated), not below @lower without evidence
 * @held: whether @lower held it up
 * @duration: what is added to how long the works take, by the same rule; only with @has_duration
 * @has_duration: whether any kind of works has such a bound
 * @cost: of the mitigation, in pence
 *
 * What a worksheet comes to. (HM Treasury, Supplementary Green Book Guidance: Optimism Bias.)
 */
typedef struct
{
  double upper;
  double lower;
  double mitigated;
  double rate;
  gboolean held;
  double duration;
  gboolean has_duration;
  gint64 cost;
} AccordBiasOutcome;

AccordBiasTable *accord_bias_table_new (const char *name, const char *edition, const char *source);
void accord_bias_table_free (AccordBiasTable *self);
AccordBiasTable *accord_bias_table_copy (const AccordBiasTable *self);
void accord_bias_table_add (AccordBiasTable *self, const AccordBiasType *type);
const AccordBiasType *accord_bias_table_find (const AccordBiasTable *self, const char *code);

AccordBiasSheet *accord_bias_sheet_new (void);
void accord_bias_sheet_free (AccordBiasSheet *self);
AccordBiasSheet *accord_bias_sheet_copy (const AccordBiasSheet *self);
void accord_bias_sheet_add_work (AccordBiasSheet *self, const char *code, AccordDecimal share);
void accord_bias_sheet_add_mitigation (AccordBiasSheet *self, const AccordMitigation *mitigation);
gboolean accord_bias_sheet_work_out (const AccordBiasSheet *self, const AccordBiasTable *table,
                                     AccordBiasOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBiasTable, accord_bias_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBiasSheet, accord_bias_sheet_free)

G_END_DECLS
