/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today.h"

/**
 * accord_today_dup:
 *
 * What decides by it takes the day as an argument; only what is at the very top asks here.
 *
 * Returns: (transfer full): today where the person is, as an ISO date
 */
char *
accord_today_dup (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
