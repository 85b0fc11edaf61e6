/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview.h"
#include "query.h"

G_BEGIN_DECLS

gint64 accord_overview_count_passed (const AccordOverview *self, const char *kind);
AccordQuery *accord_overview_passed_rows (const AccordOverview *self, AccordSchema *schema, const char *kind,
                                          const char *today);

G_END_DECLS
