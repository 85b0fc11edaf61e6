/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "call-in.h"

G_BEGIN_DECLS

/**
 * AccordNoticeState:
 * @ACCORD_NOTICE_NOT_KNOWN: something that it depends on is not on record; the sentence says what
 * @ACCORD_NOTICE_NOT_NEEDED: it is no key decision, or of a time or place without that rule
 * @ACCORD_NOTICE_ENOUGH: notice was given early enough
 * @ACCORD_NOTICE_SHORT: it was given too late
 */
typedef enum
{
  ACCORD_NOTICE_NOT_KNOWN,
  ACCORD_NOTICE_NOT_NEEDED,
  ACCORD_NOTICE_ENOUGH,
  ACCORD_NOTICE_SHORT,
} AccordNoticeState;

/**
 * AccordNotice:
 * @state: how it stands
 * @clear_days: how many clear days were between notice and decision, or -1 where that is not known
 * @missing_days: how many are missing, or 0
 * @earliest: the first day on which it may be decided after that notice; empty where none is on record
 * @headline: how it stands, in a few words
 * @sentence: why, in a sentence
 *
 * Whether notice of a key decision was given early enough.
 */
typedef struct
{
  AccordNoticeState state;
  gint clear_days;
  gint missing_days;
  char earliest[ACCORD_DATE_ISO_SIZE];
  char *headline;
  char *sentence;
} AccordNotice;

AccordNotice *accord_notice_judge (const AccordCallInFacts *facts);
void accord_notice_free (AccordNotice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordNotice, accord_notice_free)

G_END_DECLS
