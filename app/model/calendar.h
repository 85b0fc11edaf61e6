/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordCalendarWhat:
 * @ACCORD_CALENDAR_MEETING: a meeting
 * @ACCORD_CALENDAR_NEXT_MEETING: a meeting that the minutes of the one before announce
 * @ACCORD_CALENDAR_DECISION: a decision, or one on a business case, is due
 * @ACCORD_CALENDAR_CALL_IN: the last day on which a decision can be called in
 * @ACCORD_CALENDAR_EFFECTIVE: a decision takes effect
 * @ACCORD_CALENDAR_CAVEAT: a caveat is to be answered
 * @ACCORD_CALENDAR_ACTION: an action is due
 * @ACCORD_CALENDAR_MILESTONE: a milestone
 * @ACCORD_CALENDAR_CONSULTATION: a consultation ends
 * @ACCORD_CALENDAR_REVIEW: a partner's answer to a business case is due
 * @ACCORD_CALENDAR_N: how many there are
 *
 * What a day is the day of.
 */
typedef enum
{
  ACCORD_CALENDAR_MEETING,
  ACCORD_CALENDAR_NEXT_MEETING,
  ACCORD_CALENDAR_DECISION,
  ACCORD_CALENDAR_CALL_IN,
  ACCORD_CALENDAR_EFFECTIVE,
  ACCORD_CALENDAR_CAVEAT,
  ACCORD_CALENDAR_ACTION,
  ACCORD_CALENDAR_MILESTONE,
  ACCORD_CALENDAR_CONSULTATION,
  ACCORD_CALENDAR_REVIEW,
  ACCORD_CALENDAR_N,
} AccordCalendarWhat;

#define ACCORD_CALENDAR_ALL ((1u << ACCORD_CALENDAR_N) - 1)

/**
 * AccordCalendarStanding:
 * @ACCORD_CALENDAR_STANDS: it is to come or has been
 * @ACCORD_CALENDAR_PROVISIONAL: it may still be moved
 * @ACCORD_CALENDAR_CONFIRMED: it is said to be certain
 * @ACCORD_CALENDAR_NOT_BEFORE: it may come later, but no sooner
 * @ACCORD_CALENDAR_DONE: it is settled
 * @ACCORD_CALENDAR_MOVED: it was moved to another day
 * @ACCORD_CALENDAR_CANCELLED: it is not to be
 *
 * How an entry stands.
 */
typedef enum
{
  ACCORD_CALENDAR_STANDS,
  ACCORD_CALENDAR_PROVISIONAL,
  ACCORD_CALENDAR_CONFIRMED,
  ACCORD_CALENDAR_NOT_BEFORE,
  ACCORD_CALENDAR_DONE,
  ACCORD_CALENDAR_MOVED,
  ACCORD_CALENDAR_CANCELLED,
} AccordCalendarStanding;

/**
 * AccordCalendarEntry:
 * @what: what the day is the day of
 * @standing: how it stands
 * @from: its day or, where @vague, the first day that may be meant
 * @until: the same day or, where @vague, the last day that may be meant
 * @vague: whether only a span of days is known, not the day
 * @words: the day as stated, or %NULL
 * @hour: the time of day as stated, or %NULL
 * @minutes: that time in minutes since midnight, or -1 where it is not known
 * @title: what it is called
 * @place: whose it is: a board, a programme or who owes it, or %NULL
 * @venue: where people meet, or %NULL
 * @body: the board or committee, or 0
 * @kind: the name of the kind of its record
 * @id: its record
 * @uid: the uid of that
 * @modified: when that or what the day depends on was changed last, ISO 8601 in UTC
 *
 * An entry of the calendar.
 */
typedef struct
{
  AccordCalendarWhat what;
  AccordCalendarStanding standing;
  char from[ACCORD_DATE_ISO_SIZE];
  char until[ACCORD_DATE_ISO_SIZE];
  gboolean vague;
  char *words;
  char *hour;
  gint minutes;
  char *title;
  char *place;
  char *venue;
  gint64 body;
  const char *kind;
  gint64 id;
  char *uid;
  char *modified;
} AccordCalendarEntry;

/**
 * AccordCalendarBody:
 * @id: a board or committee
 * @name: what it is called, with its organisation
 */
typedef struct
{
  gint64 id;
  char *name;
} AccordCalendarBody;

/**
 * AccordCalendar:
 * @entries: (element-type AccordCalendarEntry): by day and hour; what has no exact day comes after what has
 * @bodies: (element-type AccordCalendarBody): the boards and committees that have an entry, by name
 * @n_undated: how many were left out because what is stated of their day names no year
 *
 * The days that matter.
 */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *bodies;
  guint n_undated;
} AccordCalendar;

/**
 * AccordCalendarFilter:
 * @whats: a bit, `1 << what`, for each sort of entry that is wanted
 * @body: the board or committee whose entries are wanted, or 0 for all
 * @from: (nullable): the first day
 * @until: (nullable): the last day
 *
 * Which entries are wanted.
 */
typedef struct
{
  guint whats;
  gint64 body;
  const char *from;
  const char *until;
} AccordCalendarFilter;

AccordCalendar *accord_calendar_read (AccordReader *reader, const char *today, GError **error);
void accord_calendar_free (AccordCalendar *self);
GPtrArray *accord_calendar_filter (const AccordCalendar *self, const AccordCalendarFilter *filter);
const char *accord_calendar_find_day (GPtrArray *entries, const char *day, gboolean later);

const char *accord_calendar_what_get_label (AccordCalendarWhat what);
const char *accord_calendar_what_get_plural (AccordCalendarWhat what);
const char *accord_calendar_what_get_name (AccordCalendarWhat what);
const char *accord_calendar_standing_get_label (AccordCalendarStanding standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCalendar, accord_calendar_free)

G_END_DECLS
