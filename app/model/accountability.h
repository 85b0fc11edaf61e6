/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordAnswerableDecision:
 * @kind: `resolution` or `decision`
 * @id: that record
 * @text: what was decided
 * @date: the ISO date, or %NULL where it is not known
 * @meeting: the meeting, or %NULL
 *
 * Something that a board or committee decided.
 */
typedef struct
{
  const char *kind;
  gint64 id;
  char *text;
  char *date;
  char *meeting;
} AccordAnswerableDecision;

/**
 * AccordAnswerable:
 * @body: a board or committee
 * @depth: how many boards stand above it, one accountable to the next
 * @accountable_to: (nullable): the board that it is accountable to
 * @scrutinised_by: (element-type AccordRecord): those that scrutinise it
 * @scrutinises: (element-type AccordRecord): those that it scrutinises
 * @below: (element-type AccordRecord): those that are accountable to it
 * @n_resolved: how many resolutions and agreements of it are on record
 * @n_noted: how often it noted something
 * @n_decisions: how many decisions published by themselves are on record
 * @latest: (element-type AccordAnswerableDecision): the latest of what it decided, the newest first; what a
 *   meeting was only asked to do is not among it
 *
 * Whom a board answers to, and what it decided.
 */
typedef struct
{
  AccordRecord *body;
  guint depth;
  AccordRecord *accountable_to;
  GPtrArray *scrutinised_by;
  GPtrArray *scrutinises;
  GPtrArray *below;
  guint n_resolved;
  guint n_noted;
  guint n_decisions;
  GPtrArray *latest;
} AccordAnswerable;

void accord_answerable_decision_free (AccordAnswerableDecision *self);
void accord_answerable_free (AccordAnswerable *self);
GPtrArray *accord_accountability_read (AccordReader *reader, guint n_latest, GError **error);
char *accord_answerable_dup_count (const AccordAnswerable *self);

G_END_DECLS
