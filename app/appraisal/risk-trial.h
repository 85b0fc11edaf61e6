/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/**
 * AccordTrial:
 * @cba: what is tried: a copy with what matters alone
 * @option: index of the option
 * @input: what is changed
 * @rest: NPSV of what was left out of @cba
 *
 * One number of a CBA, to be tried at other values.
 */
typedef struct
{
  AccordCba *cba;
  guint option;
  AccordCbaInput input;
  double rest;
} AccordTrial;

gboolean accord_trial_init (AccordTrial *self, const AccordCba *cba, guint option,
                            const AccordCbaInput *input, double npsv);
gboolean accord_trial_at (const AccordTrial *self, double value, double *npsv);
AccordCbaValue accord_trial_switch (const AccordTrial *self, double base, double npsv);
void accord_trial_clear (AccordTrial *self);

gboolean accord_trial_npsv (const AccordCba *cba, guint option, double *npsv);

G_END_DECLS
