/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "overview.h"

G_BEGIN_DECLS

void accord_overview_write_text (AccordOutput *output, const AccordOverview *overview, AccordSchema *schema);
void accord_overview_write_json (AccordOutput *output, const AccordOverview *overview, const char *today);

G_END_DECLS
