/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include "past.h"

G_BEGIN_DECLS

char *accord_journal_dup_day (const char *at);
char *accord_journal_dup_day_words (const char *day, const char *today);
char *accord_journal_dup_hour (const char *at);
char *accord_journal_dup_summary (const AccordPastChange *change);

G_END_DECLS
