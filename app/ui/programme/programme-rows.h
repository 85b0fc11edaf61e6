/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "programme-progress.h"
#include "programme/row-card.h"

G_BEGIN_DECLS

GPtrArray *accord_programme_milestone_rows (GPtrArray *milestones, const char *today);
GPtrArray *accord_programme_workstream_rows (const AccordProgrammeProgress *progress);
GPtrArray *accord_programme_transfer_rows (const AccordProgrammeProgress *progress);
GPtrArray *accord_programme_action_rows (const AccordProgrammeProgress *progress);
GPtrArray *accord_programme_engagement_rows (const AccordProgrammeProgress *progress);
GPtrArray *accord_programme_unscored_rows (const AccordProgrammeProgress *progress);
GPtrArray *accord_programme_unmeasured_rows (const AccordProgrammeProgress *progress);
const char *accord_milestone_count_dup_state (const AccordMilestoneCount *count, char **words);
char *accord_programme_dup_count (const AccordMilestoneCount *count);

G_END_DECLS
