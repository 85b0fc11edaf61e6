/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dated-values.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordBenefitState:
 * @ACCORD_BENEFIT_NO_FIGURES: neither a target nor an actual value is known
 * @ACCORD_BENEFIT_NO_ACTUALS: nothing has been measured yet
 * @ACCORD_BENEFIT_NO_TARGET: there is nothing to hold the actual values against
 * @ACCORD_BENEFIT_NO_BASELINE: where it began, and so which way is good, is not known
 * @ACCORD_BENEFIT_REACHED: the latest value is the target or better
 * @ACCORD_BENEFIT_TOWARDS: it is nearer to the target than the baseline was
 * @ACCORD_BENEFIT_NO_NEARER: it is not
 * @ACCORD_BENEFIT_MISSED: the target's day has gone by, and the target was not reached
 *
 * How a benefit stands.
 */
typedef enum
{
  ACCORD_BENEFIT_NO_FIGURES,
  ACCORD_BENEFIT_NO_ACTUALS,
  ACCORD_BENEFIT_NO_TARGET,
  ACCORD_BENEFIT_NO_BASELINE,
  ACCORD_BENEFIT_REACHED,
  ACCORD_BENEFIT_TOWARDS,
  ACCORD_BENEFIT_NO_NEARER,
  ACCORD_BENEFIT_MISSED,
} AccordBenefitState;

/**
 * AccordBenefitStanding:
 * @benefit: identifier of the benefit
 * @measure: what is measured
 * @unit: (nullable): in what
 * @organisation: (nullable): who gains
 * @note: (nullable): what else is said of it
 * @baseline: (nullable): the value before, as it is kept
 * @target: (nullable): the value wanted, as it is kept
 * @target_date: (nullable): by when, in ISO form
 * @actuals: (element-type AccordDatedValue): what was measured, earliest first
 * @latest: (nullable): the last of @actuals
 * @state: how it stands on the day that was asked about
 * @progress: how far the latest value has come from baseline to target, in hundredths of one per cent, or
 *   %ACCORD_UNKNOWN; below nought when it went the other way
 *
 * A benefit held against its target.
 */
typedef struct
{
  gint64 benefit;
  char *measure;
  char *unit;
  char *organisation;
  char *note;
  char *baseline;
  char *target;
  char *target_date;
  GPtrArray *actuals;
  const AccordDatedValue *latest;
  AccordBenefitState state;
  gint64 progress;
} AccordBenefitStanding;

AccordBenefitStanding *accord_benefit_standing_new (AccordRecord *benefit, const char *today);
void accord_benefit_standing_free (AccordBenefitStanding *self);
GPtrArray *accord_benefit_standings (AccordReader *reader, gint64 programme, const char *today,
                                     GError **error);
gboolean accord_benefit_state_is_on_track (AccordBenefitState state);
gboolean accord_benefit_standing_has_figures (const AccordBenefitStanding *self);
const char *accord_benefit_state_get_words (AccordBenefitState state);
const char *accord_benefit_state_get_code (AccordBenefitState state);
const AccordDatedValue *accord_benefit_standing_in_year (const AccordBenefitStanding *self, int year);
char *accord_benefit_dup_value (const AccordBenefitStanding *self, const char *value);
char *accord_benefit_standing_dup_words (const AccordBenefitStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBenefitStanding, accord_benefit_standing_free)

G_END_DECLS
