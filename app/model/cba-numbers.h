/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "result.h"

G_BEGIN_DECLS

/* Numbers of an analysis as people write them. */

char *accord_number_format_places (double value, guint places);
char *accord_number_format (double value, guint most_places);
char *accord_rate_format (double value);

G_END_DECLS
