/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordHolidays:
 *
 * The days besides Saturdays and Sundays on which nobody works, for the span of days for which they are
 * known. Days are numbers as accord_date_to_day_number() gives them.
 */
typedef struct _AccordHolidays AccordHolidays;

AccordHolidays *accord_holidays_new (gint first, gint last);
void accord_holidays_free (AccordHolidays *self);
void accord_holidays_add (AccordHolidays *self, gint day, const char *name);
gboolean accord_holidays_know (const AccordHolidays *self, gint day);
void accord_holidays_get_span (const AccordHolidays *self, gint *first, gint *last);
const char *accord_holidays_get_name (const AccordHolidays *self, gint day);

gint accord_weekday (gint day);
gboolean accord_is_weekend (gint day);
gboolean accord_is_working_day (const AccordHolidays *holidays, gint day);
gboolean accord_working_days_after (const AccordHolidays *holidays, gint day, guint n, gint *then);
gint accord_clear_days (gint first, gint second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordHolidays, accord_holidays_free)

G_END_DECLS
