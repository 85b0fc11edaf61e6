/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-form.h"
#include "reader.h"
#include "working-days.h"

G_BEGIN_DECLS

/**
 * AccordCallInFacts:
 * @call_in: `yes`, `no` or %NULL as the source states whether it is subject to call-in
 * @urgent: likewise for urgency
 * @key: likewise for a key decision
 * @status: what the source says has become of it, or %NULL
 * @words: all that the source says in which an exception may be named, or %NULL
 * @notice: the ISO date of the notice, or %NULL
 * @date: the ISO date on which it was decided, or %NULL
 * @due: the ISO date on which it is to be decided, or %NULL
 * @published: the ISO date of its publication, or %NULL
 * @effective: the ISO date that the source has it take effect, or %NULL
 * @organisation: whose decision it is, or 0
 * @council: what that is called, or %NULL
 * @nation: `E`, `W`, `S` or `N` by the council's code, or 0 where it has none
 * @days: how many days a call-in may take by the council's own rule, or %ACCORD_UNKNOWN
 * @counting: how they are counted, as kept, or %NULL
 * @signatories: how many may call in, or %ACCORD_UNKNOWN
 *
 * What is on record of a decision and of the rules that its council goes by.
 */
typedef struct
{
  char *call_in;
  char *urgent;
  char *key;
  char *status;
  char *words;
  char *notice;
  char *date;
  char *due;
  char *published;
  char *effective;
  gint64 organisation;
  char *council;
  char nation;
  gint64 days;
  char *counting;
  gint64 signatories;
} AccordCallInFacts;

/**
 * AccordCallInState:
 * @ACCORD_CALL_IN_NOT_KNOWN: something that it depends on is not on record; the sentence says what
 * @ACCORD_CALL_IN_NOT_SUBJECT: the source says that it is not subject to call-in
 * @ACCORD_CALL_IN_EXEMPT: likewise, and that it is urgent
 * @ACCORD_CALL_IN_CALLED_IN: the source says that it was called in
 * @ACCORD_CALL_IN_TO_OPEN: it can be called in from a day to come
 * @ACCORD_CALL_IN_OPEN: it can be called in today
 * @ACCORD_CALL_IN_CLOSED: the last day has gone by
 */
typedef enum
{
  ACCORD_CALL_IN_NOT_KNOWN,
  ACCORD_CALL_IN_NOT_SUBJECT,
  ACCORD_CALL_IN_EXEMPT,
  ACCORD_CALL_IN_CALLED_IN,
  ACCORD_CALL_IN_TO_OPEN,
  ACCORD_CALL_IN_OPEN,
  ACCORD_CALL_IN_CLOSED,
} AccordCallInState;

/**
 * AccordCallIn:
 * @state: how it stands
 * @opens: the first day on which it can be called in; empty where there is none or it is not known
 * @last: the last such day, or empty
 * @carried_out: the first day on which it may be carried out, or empty
 * @organisation: whose rule it is, or 0
 * @signatories: how many may call in, or %ACCORD_UNKNOWN
 * @headline: how it stands, in a few words
 * @sentence: why, in a sentence
 *
 * The days on which a decision can be called in, by the rule of its own council.
 */
typedef struct
{
  AccordCallInState state;
  char opens[ACCORD_DATE_ISO_SIZE];
  char last[ACCORD_DATE_ISO_SIZE];
  char carried_out[ACCORD_DATE_ISO_SIZE];
  gint64 organisation;
  gint64 signatories;
  char *headline;
  char *sentence;
} AccordCallIn;

void accord_call_in_facts_free (AccordCallInFacts *self);
AccordCallInFacts *accord_call_in_facts_read (AccordReader *reader, const char *kind, gint64 id,
                                              GError **error);

AccordCallIn *accord_call_in_judge (const AccordCallInFacts *facts, const AccordHolidays *holidays,
                                    const char *today);
void accord_call_in_free (AccordCallIn *self);
char *accord_call_in_dup_rule (gint64 signatories, gint64 days, const char *counting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCallInFacts, accord_call_in_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCallIn, accord_call_in_free)

G_END_DECLS
