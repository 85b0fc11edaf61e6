/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "funds.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordOverviewCaveats:
 * @first: the first of the caveats
 * @endorsement: the endorsement that they are attached to, or 0
 * @raised_by: whose they are, or %NULL
 * @said_on: the ISO date of the endorsement, or %NULL
 * @programme: the programme of the cases, or %NULL
 * @due: the first ISO date by which one is to be answered, or else of a decision on the cases, or %NULL
 * @due_words: the same as stated, or %NULL
 * @n_cases: how many cases they are about
 * @n_total: how many there are
 * @n_open: how many wait for an answer
 * @n_overdue: how many of those are late
 *
 * The caveats of one body on the same cases.
 */
typedef struct
{
  gint64 first;
  gint64 endorsement;
  char *raised_by;
  char *said_on;
  char *programme;
  char *due;
  char *due_words;
  gint64 n_cases;
  gint64 n_total;
  gint64 n_open;
  gint64 n_overdue;
} AccordOverviewCaveats;

/**
 * AccordOverviewThing:
 * @kind: a kind's own name
 * @id: a record of it
 * @title: what it is called or says
 * @who: who said it, asked it, owes it, or whose it is, or %NULL
 * @where: its meeting, programme or fund, or %NULL
 * @date: an ISO date, or %NULL
 * @words: that date as stated, or %NULL
 * @state: how it stands, as kept, or %NULL
 * @number: its number, as stated, or %NULL
 * @other: another record: its meeting, programme or fund, or 0
 *
 * A record that the overview speaks of.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *title;
  char *who;
  char *where;
  char *date;
  char *words;
  char *state;
  char *number;
  gint64 other;
} AccordOverviewThing;

/**
 * AccordOverviewCases:
 * @stage: their stage, as kept
 * @status: how they stand, as kept
 * @programme: their programme, or %NULL
 * @due: the ISO date on which they are to be decided, or %NULL
 * @due_words: the same as stated, or %NULL
 * @cases: (element-type AccordOverviewThing): the cases
 * @awaited: (element-type AccordOverviewThing): the endorsements of all of them that are still to come, and
 * the reviews of partners who were sent them and have not answered
 *
 * Cases that stand alike.
 */
typedef struct
{
  char *stage;
  char *status;
  char *programme;
  char *due;
  char *due_words;
  GPtrArray *cases;
  GPtrArray *awaited;
} AccordOverviewCases;

/**
 * AccordOverviewPart:
 * @kind: a kind's own name
 * @operation: `insert`, `update`, `delete` or `restore`
 * @state: the state that they were given, as kept, or %NULL
 * @n: how many records
 * @record: one of them
 *
 * What one change did to the records of one kind.
 */
typedef struct
{
  const char *kind;
  char *operation;
  char *state;
  gint64 n;
  gint64 record;
} AccordOverviewPart;

/**
 * AccordOverviewChange:
 * @id: number of the change
 * @at: when, ISO 8601 in UTC
 * @who: who
 * @label: what it was called
 * @undone: whether it was taken back since
 * @n_records: how many records it touched
 * @parts: (element-type AccordOverviewPart): what it did, the most first
 *
 * A change set of the journal.
 */
typedef struct
{
  gint64 id;
  char *at;
  char *who;
  char *label;
  gboolean undone;
  gint64 n_records;
  GPtrArray *parts;
} AccordOverviewChange;

/**
 * AccordOverview:
 * @empty: whether there is no record of any kind
 * @caveats: (element-type AccordOverviewCaveats): all caveats, those that wait longest first
 * @n_caveats: how many there are
 * @n_caveats_open: how many wait for an answer
 * @n_caveats_overdue: how many of those are late
 * @cases: (element-type AccordOverviewCases): the cases, by programme and stage
 * @claims: (element-type AccordOverviewThing): what was said about a figure that nobody can check yet; @other
 *   is its fund
 * @n_claims_unchecked: how many claims cannot be checked, tied to a figure or not
 * @questions: (element-type AccordOverviewThing): the first questions without an answer
 * @n_questions: how many there are
 * @actions: (element-type AccordOverviewThing): the first open actions whose day has passed
 * @n_actions_overdue: how many there are
 * @n_actions_open: how many actions are open, late or not
 * @reviews: (element-type AccordOverviewThing): the first partners whose answer to a business case is late;
 *   @where is the case and @other it
 * @n_reviews_overdue: how many there are
 * @n_reviews_awaited: how many partners were asked and have not answered, late or not
 * @comments: (element-type AccordOverviewThing): the first comments of partners that wait for a reply; @where
 *   is the case and @other it
 * @n_comments: how many there are
 * @minutes: (element-type AccordOverviewThing): the first agenda items whose text is cut short
 * @n_minutes: how many there are
 * @funds: (nullable) (element-type AccordFundSummary): what became of each fund, or %NULL while that is being
 *   added up
 * @decisions: (element-type AccordOverviewThing): the latest decisions on record, those without a date last
 * @dates: (element-type AccordOverviewThing): what was to happen, has happened or will; @where is its place
 * or programme and @other that programme, or 0
 * @next: (nullable): the first of @dates that is not before today
 * @passed: (element-type AccordOverviewThing): those of @dates that have passed and are not said to have
 * happened
 * @n_dates_passed: how many of @dates have passed and are not said to have happened
 * @changes: (element-type AccordOverviewChange): the changes since, the newest first
 * @n_changes: how many there are
 * @last_change: the number of the newest change, or 0
 *
 * What needs a person on a day.
 */
typedef struct
{
  gboolean empty;
  GPtrArray *caveats;
  gint64 n_caveats;
  gint64 n_caveats_open;
  gint64 n_caveats_overdue;
  GPtrArray *cases;
  GPtrArray *claims;
  gint64 n_claims_unchecked;
  GPtrArray *questions;
  gint64 n_questions;
  GPtrArray *actions;
  gint64 n_actions_overdue;
  gint64 n_actions_open;
  GPtrArray *reviews;
  gint64 n_reviews_overdue;
  gint64 n_reviews_awaited;
  GPtrArray *comments;
  gint64 n_comments;
  GPtrArray *minutes;
  gint64 n_minutes;
  GPtrArray *funds;
  GPtrArray *decisions;
  GPtrArray *dates;
  const AccordOverviewThing *next;
  GPtrArray *passed;
  gint64 n_dates_passed;
  GPtrArray *changes;
  gint64 n_changes;
  gint64 last_change;
} AccordOverview;

AccordOverview *accord_overview_read (AccordReader *reader, const char *today, gint64 since, GError **error);
AccordOverview *accord_overview_read_without_money (AccordReader *reader, const char *today, gint64 since,
                                                    GError **error);
void accord_overview_set_funds (AccordOverview *self, GPtrArray *funds);
void accord_overview_free (AccordOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOverview, accord_overview_free)

G_END_DECLS
