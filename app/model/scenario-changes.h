/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/* What a scenario record changes, one a line: a line's uid or *, the number, a sign, and the value. */

GArray *accord_scenario_changes_parse (const char *text, const AccordCba *cba, GError **error);
gboolean accord_scenario_changes_check (const char *text, GError **error);
char *accord_scenario_change_format (const AccordCba *cba, const AccordScenarioChange *change);

G_END_DECLS
