/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-reading.h"

G_BEGIN_DECLS

/**
 * AccordTextField:
 * @ACCORD_TEXT_FIELD_NONE: no label
 * @ACCORD_TEXT_FIELD_MAKER: who decides
 * @ACCORD_TEXT_FIELD_STATUS: the decision's status
 * @ACCORD_TEXT_FIELD_KEY: whether it is a key decision
 * @ACCORD_TEXT_FIELD_TYPE: of what type it is: key or not
 * @ACCORD_TEXT_FIELD_CALL_IN: whether it is subject to call-in
 * @ACCORD_TEXT_FIELD_PURPOSE: what it is for; it goes on below
 * @ACCORD_TEXT_FIELD_REASON: why it was taken; it goes on below
 * @ACCORD_TEXT_FIELD_TEXT: the decision; it goes on below
 * @ACCORD_TEXT_FIELD_ALTERNATIVES: alternatives considered; it goes on below
 * @ACCORD_TEXT_FIELD_PUBLISHED: when it was published
 * @ACCORD_TEXT_FIELD_DATE: when it was taken
 * @ACCORD_TEXT_FIELD_MADE: the meeting where it was made
 * @ACCORD_TEXT_FIELD_EFFECTIVE: from when it is effective
 * @ACCORD_TEXT_FIELD_DUE: when it is due
 * @ACCORD_TEXT_FIELD_NOTICE: when notice of it was given
 * @ACCORD_TEXT_FIELD_OFFICER: the officer
 * @ACCORD_TEXT_FIELD_CONTACT: whom to ask
 * @ACCORD_TEXT_FIELD_RESTRICTION: whether it is open or exempt
 * @ACCORD_TEXT_FIELD_URGENT: that it is urgent
 * @ACCORD_TEXT_FIELD_DOCUMENTS: its papers
 * @ACCORD_TEXT_FIELD_BESIDE: something that a decision does not keep; what stands below belongs to it
 *
 * What a label on a page of decisions leads.
 */
typedef enum
{
  ACCORD_TEXT_FIELD_NONE,
  ACCORD_TEXT_FIELD_MAKER,
  ACCORD_TEXT_FIELD_STATUS,
  ACCORD_TEXT_FIELD_KEY,
  ACCORD_TEXT_FIELD_TYPE,
  ACCORD_TEXT_FIELD_CALL_IN,
  ACCORD_TEXT_FIELD_PURPOSE,
  ACCORD_TEXT_FIELD_REASON,
  ACCORD_TEXT_FIELD_TEXT,
  ACCORD_TEXT_FIELD_ALTERNATIVES,
  ACCORD_TEXT_FIELD_PUBLISHED,
  ACCORD_TEXT_FIELD_DATE,
  ACCORD_TEXT_FIELD_MADE,
  ACCORD_TEXT_FIELD_EFFECTIVE,
  ACCORD_TEXT_FIELD_DUE,
  ACCORD_TEXT_FIELD_NOTICE,
  ACCORD_TEXT_FIELD_OFFICER,
  ACCORD_TEXT_FIELD_CONTACT,
  ACCORD_TEXT_FIELD_RESTRICTION,
  ACCORD_TEXT_FIELD_URGENT,
  ACCORD_TEXT_FIELD_DOCUMENTS,
  ACCORD_TEXT_FIELD_BESIDE,
} AccordTextField;

AccordTextField accord_text_field_find (const AccordTextReading *reading, guint line, AccordSpan *value);
gboolean accord_text_field_goes_on (AccordTextField field);
void accord_text_field_set (AccordTextReading *reading, AccordPageDecision *decision, AccordTextField field,
                            AccordSpan value);

G_END_DECLS
