/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview.h"

G_BEGIN_DECLS

/* The parts of accord_overview_read(), each with its own questions to the file. */

/* Of a review r. Who was asked again is waited for once, by the day that was said last. */
#define ACCORD_OVERVIEW_IS_AWAITED                                                                           \
  "r.deleted IS NULL AND r.\"state\" IN ('asked', 'under-way')"                                              \
  " AND NOT EXISTS (SELECT 1 FROM \"review\" n WHERE n.\"case\" = r.\"case\" AND n.deleted IS NULL"          \
  " AND n.\"organisation\" = r.\"organisation\" AND n.\"state\" <> 'withdrawn' AND n.id > r.id)"             \
  " AND EXISTS (SELECT 1 FROM \"case\" k WHERE k.id = r.\"case\" AND k.deleted IS NULL)"

GPtrArray *accord_overview_things (AccordReader *reader, const char *kind, const char *sql, const char *day,
                                   GError **error);
gboolean accord_overview_read_number (AccordReader *reader, const char *sql, const char *day, gint64 *number,
                                      GError **error);
gboolean accord_overview_read_waiting (AccordOverview *self, AccordReader *reader, const char *today,
                                       GError **error);
gboolean accord_overview_read_cases (AccordOverview *self, AccordReader *reader, const char *today,
                                     GError **error);
gboolean accord_overview_read_dates (AccordOverview *self, AccordReader *reader, const char *today,
                                     GError **error);
gboolean accord_overview_read_changes (AccordOverview *self, AccordReader *reader, gint64 since,
                                       GError **error);
void accord_overview_change_free (AccordOverviewChange *self);
void accord_overview_cases_free (AccordOverviewCases *self);
void accord_overview_caveats_free (AccordOverviewCaveats *self);
void accord_overview_thing_free (AccordOverviewThing *self);

G_END_DECLS
