/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"

G_BEGIN_DECLS

/**
 * AccordStepState:
 * @ACCORD_STEP_UNKNOWN: nothing is recorded of it
 * @ACCORD_STEP_DONE: it is behind the case
 * @ACCORD_STEP_NOW: the case stands here
 * @ACCORD_STEP_AHEAD: it is still to come, and something is known of it
 * @ACCORD_STEP_STOPPED: the case went no further than this
 *
 * How a step on a case's way stands.
 */
typedef enum
{
  ACCORD_STEP_UNKNOWN,
  ACCORD_STEP_DONE,
  ACCORD_STEP_NOW,
  ACCORD_STEP_AHEAD,
  ACCORD_STEP_STOPPED,
} AccordStepState;

/**
 * AccordCaseStep:
 * @name: what the step is called
 * @detail: what is known of it: whose decision, and the date as stated
 * @state: how it stands
 * @kind: the kind of the record that tells of it, or %NULL
 * @id: that record
 *
 * A step on the way of a business case.
 */
typedef struct
{
  char *name;
  char *detail;
  AccordStepState state;
  const char *kind;
  gint64 id;
} AccordCaseStep;

GPtrArray *accord_case_track (const AccordCaseFile *file, const char *today);
void accord_case_step_free (AccordCaseStep *self);
const char *accord_step_state_get_word (AccordStepState state);
const char *accord_step_state_get_label (AccordStepState state);
char *accord_case_track_dup_sentence (const AccordCaseFile *file, GPtrArray *steps);

G_END_DECLS
