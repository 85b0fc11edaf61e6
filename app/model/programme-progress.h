/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "benefit-standing.h"
#include "risk-standing.h"

G_BEGIN_DECLS

/**
 * AccordMilestoneCount:
 * @all: how many milestones there are
 * @done: how many of them are done
 * @under_way: how many are under way
 * @overdue: how many are not done though their day has gone by
 * @undated: how many are neither done nor have a day
 * @next: (nullable): the first day from today on which one that is not done is due, in ISO form
 * @next_name: (nullable): what is to happen on it
 *
 * Milestones counted, as of a day.
 */
typedef struct
{
  guint all;
  guint done;
  guint under_way;
  guint overdue;
  guint undated;
  char *next;
  char *next_name;
} AccordMilestoneCount;

/**
 * AccordWorkstreamProgress:
 * @record: the workstream or priority area
 * @milestones: (element-type AccordRecord): its milestones, by day
 * @count: the same counted
 * @allocated: what was allocated to it, in pence, or %ACCORD_UNKNOWN where no allocation names a sum
 * @n_findings: how many findings of an evaluation speak of it
 *
 * How a part of a programme stands.
 */
typedef struct
{
  AccordRecord *record;
  GPtrArray *milestones;
  AccordMilestoneCount count;
  gint64 allocated;
  guint n_findings;
} AccordWorkstreamProgress;

/**
 * AccordProgrammeProgress:
 * @programme: the programme
 * @today: the day as of which it is told, in ISO form
 * @milestones: (element-type AccordRecord): all of its milestones, by day, those without one last
 * @n_elsewhere: how many of @milestones name a workstream of it, but not the programme itself
 * @count: the same counted
 * @workstreams: (element-type AccordWorkstreamProgress): its parts, in its own order
 * @transfers: (element-type AccordRecord): service transfers overseen by the organisation that leads it
 * @actions: (element-type AccordRecord): its actions, open ones first, by day
 * @n_actions_open: how many of them are open
 * @n_actions_overdue: how many of those should be done by now
 * @engagements: (element-type AccordRecord): events, by day
 * @findings: (element-type AccordRecord): findings of its evaluation
 * @risks: (element-type AccordRiskStanding): its risks, the worst first
 * @benefits: (element-type AccordBenefitStanding): its benefits
 *
 * What is known of a programme, all of one moment.
 */
typedef struct
{
  AccordRecord *programme;
  char *today;
  GPtrArray *milestones;
  guint n_elsewhere;
  AccordMilestoneCount count;
  GPtrArray *workstreams;
  GPtrArray *transfers;
  GPtrArray *actions;
  guint n_actions_open;
  guint n_actions_overdue;
  GPtrArray *engagements;
  GPtrArray *findings;
  GPtrArray *risks;
  GPtrArray *benefits;
} AccordProgrammeProgress;

const char *accord_milestone_get_day (AccordRecord *milestone);
gboolean accord_milestone_is_overdue (AccordRecord *milestone, const char *today);

AccordWorkstreamProgress *accord_workstream_progress_read (AccordReader *reader, gint64 workstream,
                                                           const char *today, GError **error);
void accord_workstream_progress_free (AccordWorkstreamProgress *self);

AccordProgrammeProgress *accord_programme_progress_read (AccordReader *reader, gint64 programme,
                                                         const char *today, GError **error);
void accord_programme_progress_free (AccordProgrammeProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordWorkstreamProgress, accord_workstream_progress_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordProgrammeProgress, accord_programme_progress_free)

G_END_DECLS
