/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query.h"

G_BEGIN_DECLS

/**
 * AccordFilterShape:
 * @ACCORD_FILTER_SHAPE_NONE: it cannot be filtered by
 * @ACCORD_FILTER_SHAPE_CHOICE: one of a few words
 * @ACCORD_FILTER_SHAPE_RANGE: from here to there
 * @ACCORD_FILTER_SHAPE_WORDS: words in it
 * @ACCORD_FILTER_SHAPE_RECORD: another record
 *
 * How a field is asked about.
 */
typedef enum
{
  ACCORD_FILTER_SHAPE_NONE,
  ACCORD_FILTER_SHAPE_CHOICE,
  ACCORD_FILTER_SHAPE_RANGE,
  ACCORD_FILTER_SHAPE_WORDS,
  ACCORD_FILTER_SHAPE_RECORD,
} AccordFilterShape;

AccordFilterShape accord_filters_get_shape (const AccordField *field);

const AccordFilter *accord_filters_find (AccordQuery *query, AccordQuery *base, guint field, int op);
AccordQuery *accord_filters_without (AccordQuery *query, AccordQuery *base, guint field);
char *accord_filters_dup_value (const AccordKind *kind, const AccordFilter *filter, gboolean plain);

G_END_DECLS
