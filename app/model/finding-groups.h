/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"

G_BEGIN_DECLS

/**
 * AccordFindingGroup:
 * @year: the financial year, by its starting year, or %ACCORD_UNKNOWN
 * @first_of_year: whether it is the first group of its year, where the evaluation is of several
 * @title: what stands over the group
 * @findings: (element-type AccordRecord): what was found
 *
 * What an evaluation found of one sort.
 */
typedef struct
{
  gint64 year;
  gboolean first_of_year;
  const char *title;
  GPtrArray *findings;
} AccordFindingGroup;

GPtrArray *accord_finding_groups (GPtrArray *findings);
char *accord_finding_dup_title (GPtrArray *groups);
GPtrArray *accord_finding_measures (GPtrArray *benefits, gint64 year);

G_END_DECLS
