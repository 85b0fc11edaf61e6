/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/* A whole appraisal in a file, without a workspace: data/appraisal.schema.json says what may stand in it. */

/**
 * AccordJsonScenario:
 * @name: what it is called
 * @changes: (element-type AccordScenarioChange): what it changes
 *
 * A named scenario of a file.
 */
typedef struct
{
  char *name;
  GArray *changes;
} AccordJsonScenario;

/**
 * AccordAppraisalJson:
 * @cba: (nullable): the analysis; %NULL for a bare series
 * @flows: (nullable) (element-type gint64): of a bare series, pence by year: above nought benefits, below it
 *   costs
 * @schedule: (nullable): what discounts a bare series
 * @scenarios: (element-type AccordJsonScenario): in the order of the file
 * @method: how draws are made
 * @n_draws: how many
 * @seed: of the draws
 * @warnings: (element-type utf8): a sentence on each name in the file that means nothing
 *
 * What a file says.
 */
typedef struct
{
  AccordCba *cba;
  GArray *flows;
  AccordSchedule *schedule;
  GPtrArray *scenarios;
  AccordDrawMethod method;
  guint n_draws;
  guint64 seed;
  GPtrArray *warnings;
} AccordAppraisalJson;

AccordAppraisalJson *accord_appraisal_json_new (void);
AccordAppraisalJson *accord_appraisal_json_read (const char *text, gsize length, GError **error);
char *accord_appraisal_json_write (const AccordAppraisalJson *self);
void accord_appraisal_json_free (AccordAppraisalJson *self);
void accord_appraisal_json_add_scenario (AccordAppraisalJson *self, const char *name, GArray *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAppraisalJson, accord_appraisal_json_free)

G_END_DECLS
