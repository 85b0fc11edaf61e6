/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_SCENARIO (accord_scenario_get_type ())

/**
 * AccordScenario:
 *
 * Some numbers of an appraisal changed together, under a name.
 */
ACCORD_DECLARE_RECORD (AccordScenario, accord_scenario, SCENARIO)

G_END_DECLS
