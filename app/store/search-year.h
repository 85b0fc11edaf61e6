/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

G_BEGIN_DECLS

/**
 * AccordSearchYear:
 * @words: the rest of what was typed
 * @year: the year as it was typed, such as “2019” or “2019/20”
 * @from: its first day
 * @until: its last day
 *
 * What somebody means who types “persona 2019”.
 */
typedef struct
{
  char *words;
  char *year;
  char *from;
  char *until;
} AccordSearchYear;

AccordSearchYear *accord_search_year_parse (const char *text);
void accord_search_year_free (AccordSearchYear *self);
AccordQuery *accord_search_year_dup_query (const AccordSearchYear *self, const AccordKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSearchYear, accord_search_year_free)

G_END_DECLS
