/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

gboolean accord_edition_cell_is_blank (const char *text);
gboolean accord_edition_cell_read_number (const char *text, AccordDecimal *number, gboolean *percent);
gboolean accord_edition_cell_read_year (const char *text, AccordPriceYears *years, int *year);
gboolean accord_edition_cell_read_span (const char *text, guint *first, guint *last);
char *accord_edition_heading_dup_words (const char *text);
gboolean accord_edition_heading_has (const char *words, const char *word);
gboolean accord_edition_heading_has_any (const char *words, const char *const *any);

G_END_DECLS
