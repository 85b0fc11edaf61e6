/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordCaseFile:
 * @record: the business case
 * @caveats: (element-type AccordRecord): the caveats on it, in the order of their numbers
 * @endorsements: (element-type AccordRecord): what bodies said of it: those with a date first, in its order,
 *   those that are still to come last
 * @reviews: (element-type AccordRecord): the reviews of it that partners were asked for
 * @standing: (element-type AccordRecord): of everybody who was asked what counts: the latest of @endorsements
 *   that they gave, else the one that is still to come or the review that they were asked for
 * @awaited: (element-type AccordRecord): of @reviews those that are still to come
 * @options: (element-type AccordRecord): its options, in the order of their letters
 * @engagements: (element-type AccordRecord): how people were heard about it: its own engagements or, where it
 *   has none, those of its programme
 * @milestones: (element-type AccordRecord): its milestones, the earliest first, those without a date last
 * @organisations: (element-type utf8): for each endorsement, the organisation whose body or who itself
 *   gave it, or %NULL
 * @sentences: (element-type utf8): for each endorsement, the very words of the resolution it rests on, or
 * %NULL
 * @alongside: (element-type AccordRecord): the other cases that every one of the caveats is on as well
 * @n_cases: how many cases its programme has, this one with them; 1 without a programme
 *
 * A business case with all that belongs to it, of one moment.
 */
typedef struct
{
  AccordRecord *record;
  GPtrArray *caveats;
  GPtrArray *endorsements;
  GPtrArray *reviews;
  GPtrArray *standing;
  GPtrArray *awaited;
  GPtrArray *options;
  GPtrArray *engagements;
  GPtrArray *milestones;
  GPtrArray *organisations;
  GPtrArray *sentences;
  GPtrArray *alongside;
  gint64 n_cases;
} AccordCaseFile;

/**
 * AccordCaveatTally:
 * @n_open: open and not overdue
 * @n_answered: answered, not yet accepted
 * @n_accepted: accepted
 * @n_overdue: open although the day they were due on is past
 *
 * How caveats stand. The four together are all of them.
 */
typedef struct
{
  guint n_open;
  guint n_answered;
  guint n_accepted;
  guint n_overdue;
} AccordCaveatTally;

/**
 * AccordEndorsementTally:
 * @n_endorsed: bodies that endorsed it, with caveats or without
 * @n_to_come: bodies whose view is still to come, or was put off
 * @n_refused: bodies that did not endorse it
 * @n_comments: bodies that commented and were asked for no more
 *
 * What was said of a case. A comment is no endorsement, and the lack of one neither.
 */
typedef struct
{
  guint n_endorsed;
  guint n_to_come;
  guint n_refused;
  guint n_comments;
} AccordEndorsementTally;

AccordCaseFile *accord_case_file_read (AccordReader *reader, gint64 id, GError **error);
void accord_case_file_free (AccordCaseFile *self);

gboolean accord_caveat_is_overdue (AccordRecord *caveat, const char *today);
AccordCaveatTally accord_caveat_tally (GPtrArray *caveats, const char *today);
AccordEndorsementTally accord_endorsement_tally (GPtrArray *standing);
/* Of one of @endorsements, or of @reviews. */
char *accord_case_file_dup_who (const AccordCaseFile *self, AccordRecord *view);
gboolean accord_case_file_is_earlier (const AccordCaseFile *self, AccordRecord *endorsement);
char *accord_caveat_dup_group (AccordRecord *caveat);
char *accord_caveat_dup_change_label (AccordRecord *caveat, const char *state);
char *accord_sentence_case (const char *words);
char *accord_endorsement_dup_who (AccordRecord *endorsement, const char *organisation);
char *accord_endorsement_dup_date (AccordRecord *endorsement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCaseFile, accord_case_file_free)

G_END_DECLS
