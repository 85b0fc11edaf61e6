/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-parts.h"

G_BEGIN_DECLS

const char *accord_plan_outcome (const char *words, const char **condition, char **about);
gboolean accord_plan_speaks_of_cases (const char *words);
gboolean accord_plan_condition_leads (const char *condition);
GPtrArray *accord_plan_split_condition (const char *condition);
char *accord_plan_trim_clause (const char *words);

G_END_DECLS
