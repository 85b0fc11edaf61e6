/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/**
 * AccordWordingSpeech:
 * @ACCORD_WORDING_SILENT: neither
 * @ACCORD_WORDING_ASKS: somebody asks
 * @ACCORD_WORDING_ANNOUNCES: it is said that a question follows, which the next paragraphs hold
 * @ACCORD_WORDING_ANSWERS: it is said to be an answer
 * @ACCORD_WORDING_STATES: somebody says something, which behind a question may be the answer
 *
 * What a sentence does.
 */
typedef enum
{
  ACCORD_WORDING_SILENT,
  ACCORD_WORDING_ASKS,
  ACCORD_WORDING_ANNOUNCES,
  ACCORD_WORDING_ANSWERS,
  ACCORD_WORDING_STATES,
} AccordWordingSpeech;

/**
 * AccordWordingSpoken:
 * @who: (nullable): who speaks, as named
 * @to: (nullable): whose question is answered, as named
 * @after: the token after the words that say so
 * @anew: whether it is an answer to a question of its own, not to the one before
 * @bare: whether it only says that somebody responded, which may be to anything
 * @whole: whether those words are the whole paragraph, so that what is said follows
 */
typedef struct
{
  char *who;
  char *to;
  guint after;
  gboolean anew;
  gboolean bare;
  gboolean whole;
} AccordWordingSpoken;

AccordWordingSpeech accord_wording_speech (AccordWordingPart *part, AccordWordRange sentence,
                                           AccordWordingSpoken *spoken);
void accord_wording_spoken_clear (AccordWordingSpoken *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordWordingSpoken, accord_wording_spoken_clear)

G_END_DECLS
