/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "working-days.h"

G_BEGIN_DECLS

char *accord_call_in_dup_days (const AccordHolidays *holidays, gint published, gint last, gboolean working);
char *accord_call_in_dup_passed_over (const AccordHolidays *holidays, gint published, gint last);

G_END_DECLS
