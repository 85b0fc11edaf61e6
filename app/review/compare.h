/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordCompareRow:
 * @kind: the record's kind; "organisation" for the net position of one
 * @uid: the record
 * @title: what it is called
 * @within: (nullable): what a line of the appraisal is part of: the option's name
 * @sort: '+' for a record that came, '-' for one that went, '~' for one that differs, '=' for a figure that
 * is the same in both
 * @field: (nullable): the field that differs, or the code of the figure
 * @label: (nullable): what people call it
 * @before: (nullable): the value before, as people read it; of a cost line that went, what it came to in all
 * @after: (nullable): the value after; of a cost line that came, what it comes to in all
 * @words: (element-type AccordDiffPart) (nullable): for text, by words
 * @delta: (nullable): for figures, the difference as people read it, with its sign
 * @npsv: (nullable): for what the appraisal rests on, what this one difference does to the NPSV, with its
 *   sign; of the option that it is part of, else of the preferred one
 * @pence: what @npsv is in pence, or %ACCORD_UNKNOWN
 *
 * A difference between two versions. What one difference does is what the later version would lack without
 * it; what several do together need not be their sum.
 */
typedef struct
{
  char *kind;
  char *uid;
  char *title;
  char *within;
  char sort;
  char *field;
  char *label;
  char *before;
  char *after;
  GPtrArray *words;
  char *delta;
  char *npsv;
  gint64 pence;
} AccordCompareRow;

/**
 * AccordComparison:
 * @before: what the earlier version is called
 * @after: what the later one is called
 * @rows: (element-type AccordCompareRow): case text first, then options, appraisal and lines, then caveats,
 *   endorsements, checklist, documents, reviews, comments; those of one record together
 * @figures: (element-type AccordCompareRow): the headline figures of every option: NPSV, BCR, cost, benefit,
 *   payback; and the net position of every organisation in the preferred one
 * @remarks: (element-type utf8): sentences on what could not be compared, and why
 *
 * Two versions of a case held against each other.
 */
typedef struct
{
  char *before;
  char *after;
  GPtrArray *rows;
  GPtrArray *figures;
  GPtrArray *remarks;
} AccordComparison;

/* @after 0 means the case as it stands. */
AccordComparison *accord_compare_versions (AccordReader *reader, gint64 business_case, gint64 before,
                                           gint64 after, GError **error);
AccordComparison *accord_compare_dossiers (AccordSchema *schema, const AccordDossier *before,
                                           const AccordDossier *after);
void accord_comparison_free (AccordComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordComparison, accord_comparison_free)

G_END_DECLS
