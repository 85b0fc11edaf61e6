/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/* Deeper lists than this are not told apart. */
#define ACCORD_WORDING_DEPTH 6

/**
 * AccordWordingLevel:
 * @marker: what the entries of a list begin with
 * @dress: how: the sign before or behind a number, the bullet itself
 * @value: the last number
 * @separated: whether one of them ends with a semicolon or a comma, so that a full stop ends the list
 * @statement: (unowned): the last entry
 *
 * A list that is being read.
 */
typedef struct
{
  AccordLineMarker marker;
  gunichar dress;
  guint value;
  gboolean separated;
  AccordStatement *statement;
} AccordWordingLevel;

/**
 * AccordWordingTree:
 * @part: (unowned): what is read
 * @type: what its entries are
 * @lead: (nullable): the words they stand under
 * @statements: (unowned) (element-type AccordStatement): where the entries go
 * @sentence: whether only the sentence belongs to an entry, not the rest of its paragraph
 * @levels: the lists that are open, one in the other
 * @depth: how many
 *
 * Entries of a list, and of the lists in it, as they are found one after the other.
 */
typedef struct
{
  AccordWordingPart *part;
  AccordStatementType type;
  const char *lead;
  GPtrArray *statements;
  gboolean sentence;
  AccordWordingLevel levels[ACCORD_WORDING_DEPTH];
  guint depth;
} AccordWordingTree;

AccordStatement *accord_wording_tree_last (AccordWordingTree *self);
gboolean accord_wording_tree_accepts (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark);
void accord_wording_tree_add (AccordWordingTree *self, AccordLineMarker marker, AccordSpan mark,
                              AccordSpan words);
void accord_wording_tree_extend (AccordWordingTree *self, AccordSpan words);
void accord_wording_tree_stretch (AccordWordingTree *self, gsize end);
gboolean accord_wording_is_open (const char *words);

G_END_DECLS
