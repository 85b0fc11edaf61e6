/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "working-days.h"

G_BEGIN_DECLS

AccordHolidays *accord_bank_holidays_parse (const char *edition, GError **error);
const AccordHolidays *accord_bank_holidays_get (void);

G_END_DECLS
