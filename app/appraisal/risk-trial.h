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
                            const AccordCbaInput *input);
gboolean accord_trial_at (const AccordTrial *self, double value, double *npsv);
void accord_trial_clear (AccordTrial *self);

AccordCba *accord_trial_copy_options (const AccordCba *cba, guint option);
gboolean accord_trial_npsv (const AccordCba *cba, guint option, double *npsv);

G_END_DECLS
