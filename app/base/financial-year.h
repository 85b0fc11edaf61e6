/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int accord_financial_year_of_iso (const char *iso);
gboolean accord_financial_year_parse (const char *text, int *year, GError **error);
char *accord_financial_year_format (int year);
char *accord_financial_year_start (int year);
char *accord_financial_year_end (int year);

G_END_DECLS
