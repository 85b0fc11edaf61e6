/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordCompareRow:
 * @kind: the record's kind
 * @uid: the record
 * @title: what it is called
 * @sort: '+' for a record that came, '-' for one that went, '~' for one that differs
 * @field: (nullable): the field that differs
 * @label: (nullable): what people call it
 * @before: (nullable): the value before, as people read it
 * @after: (nullable): the value after
 * @words: (element-type AccordDiffPart) (nullable): for text, by words
 * @delta: (nullable): for figures, the difference as people read it, with its sign
 * @npsv: (nullable): for what the appraisal rests on, what this one difference does to the NPSV, with its
 * sign
 *
 * A difference between two versions.
 */
typedef struct
{
  char *kind;
  char *uid;
  char *title;
  char sort;
  char *field;
  char *label;
  char *before;
  char *after;
  GPtrArray *words;
  char *delta;
  char *npsv;
} AccordCompareRow;

/**
 * AccordComparison:
 * @before: what the earlier version is called
 * @after: what the later one is called
 * @rows: (element-type AccordCompareRow): case text first, then figures, options and lines, then caveats,
 *   endorsements, documents
 * @figures: (element-type AccordCompareRow): the headline figures of every option: NPSV, BCR, cost, benefit,
 *   payback; and the net position of every organisation
 *
 * Two versions of a case held against each other.
 */
typedef struct
{
  char *before;
  char *after;
  GPtrArray *rows;
  GPtrArray *figures;
} AccordComparison;

/* @after 0 means the case as it stands. */
AccordComparison *accord_compare_versions (AccordReader *reader, gint64 business_case, gint64 before,
                                           gint64 after, GError **error);
void accord_comparison_free (AccordComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordComparison, accord_comparison_free)

G_END_DECLS
