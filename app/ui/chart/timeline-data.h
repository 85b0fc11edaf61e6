/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordTimelineState:
 * @ACCORD_TIMELINE_DONE: it has happened
 * @ACCORD_TIMELINE_UNDER_WAY: it has begun
 * @ACCORD_TIMELINE_PLANNED: it is to come
 * @ACCORD_TIMELINE_OVERDUE: its day has passed and nobody has said that it happened
 * @ACCORD_TIMELINE_MISSED: it did not happen when it should have
 * @ACCORD_TIMELINE_CANCELLED: it will not happen
 *
 * How an event stands. Each has a shape of its own.
 */
typedef enum
{
  ACCORD_TIMELINE_DONE,
  ACCORD_TIMELINE_UNDER_WAY,
  ACCORD_TIMELINE_PLANNED,
  ACCORD_TIMELINE_OVERDUE,
  ACCORD_TIMELINE_MISSED,
  ACCORD_TIMELINE_CANCELLED,
  ACCORD_TIMELINE_N_STATES,
} AccordTimelineState;

/**
 * AccordTimelineEvent:
 * @date: an ISO date, or %NULL
 * @words: the date as stated ("Spring 2017"), or %NULL
 * @label: what happens
 * @state: how it stands
 * @kind: the kind of the record that it opens, or %NULL; not copied, so a kind's own name
 * @id: that record
 *
 * Something that happens on a day, or on a day that nobody knows exactly.
 */
typedef struct
{
  char *date;
  char *words;
  char *label;
  AccordTimelineState state;
  const char *kind;
  gint64 id;
} AccordTimelineEvent;

/**
 * AccordTimelineLane:
 * @label: whose lane it is
 * @note: what it is about, or %NULL
 * @from: the ISO date on which its bar begins, or %NULL
 * @until: the ISO date on which its bar ends, or %NULL
 * @bar_label: what goes on from @from to @until, or %NULL where there is no bar
 * @until_words: the end as stated ("up to 2020"), or %NULL
 * @events: (element-type AccordTimelineEvent): what happens, in any order
 * @kind: the kind of the record that the lane's name opens, or %NULL; not copied
 * @id: that record
 *
 * A row of the timeline. There is a bar where @bar_label is known and either end has a date.
 */
typedef struct
{
  char *label;
  char *note;
  char *from;
  char *until;
  char *bar_label;
  char *until_words;
  GPtrArray *events;
  const char *kind;
  gint64 id;
} AccordTimelineLane;

AccordTimelineEvent *accord_timeline_event_new (const char *date, const char *words, const char *label,
                                                AccordTimelineState state, const char *kind, gint64 id);
void accord_timeline_event_free (AccordTimelineEvent *self);
AccordTimelineLane *accord_timeline_lane_new (const char *label, const char *note);
void accord_timeline_lane_set_bar (AccordTimelineLane *self, const char *label, const char *from,
                                   const char *until, const char *until_words);
void accord_timeline_lane_free (AccordTimelineLane *self);
GPtrArray *accord_timeline_lanes_new (void);

AccordTimelineState accord_timeline_state_of (const char *status, const char *date, const char *words,
                                              const char *today);
const char *accord_timeline_state_get_label (AccordTimelineState state);
gboolean accord_timeline_event_get_span (const AccordTimelineEvent *self, int *first, int *last);
char *accord_timeline_event_dup_date (const AccordTimelineEvent *self);
gboolean accord_timeline_lane_get_bar (const AccordTimelineLane *self, int *first, int *last);
char *accord_timeline_dup_several (GPtrArray *events);
char *accord_timeline_dup_events (const AccordTimelineLane *lane, const char *heading, GPtrArray *events);
char *accord_timeline_dup_today (double from, double until, int today);
char *accord_timeline_dup_summary (GPtrArray *lanes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTimelineEvent, accord_timeline_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordTimelineLane, accord_timeline_lane_free)

G_END_DECLS
