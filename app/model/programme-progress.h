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
 * @overdue_in_words: how many of the overdue have their day only in words, such as “Spring 2017”
 * @undated: how many are not done and have no day that anybody could tell
 * @next: (nullable): the first milestone from today that is not done and has a day
 *
 * Milestones counted, as of a day.
 */
typedef struct
{
  guint all;
  guint done;
  guint under_way;
  guint overdue;
  guint overdue_in_words;
  guint undated;
  AccordRecord *next;
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
 * @transfers: (element-type AccordRecord): service transfers that the organisation which leads it oversees,
 *   makes or receives, by day
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

gboolean accord_milestone_get_last_day (AccordRecord *milestone, int *day);
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
