/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AccordOperator:
 * @ACCORD_OPERATOR_EQUAL: the field is the value (text without regard to case)
 * @ACCORD_OPERATOR_NOT_EQUAL: the field is something else, or not known
 * @ACCORD_OPERATOR_AT_LEAST: at or above the value (dates, money, numbers)
 * @ACCORD_OPERATOR_AT_MOST: at or below the value
 * @ACCORD_OPERATOR_CONTAINS: text that contains the value, or a list of references that holds it
 * @ACCORD_OPERATOR_UNKNOWN: the field is empty; the value is ignored
 * @ACCORD_OPERATOR_KNOWN: the field is not empty; the value is ignored
 * @ACCORD_OPERATOR_IN_EFFECT: what holds of the record is the value, whether the field says so or what the
 * record refers to does (see #AccordField, @through); for fields without that, as @ACCORD_OPERATOR_EQUAL
 */
typedef enum
{
  ACCORD_OPERATOR_EQUAL,
  ACCORD_OPERATOR_NOT_EQUAL,
  ACCORD_OPERATOR_AT_LEAST,
  ACCORD_OPERATOR_AT_MOST,
  ACCORD_OPERATOR_CONTAINS,
  ACCORD_OPERATOR_UNKNOWN,
  ACCORD_OPERATOR_KNOWN,
  ACCORD_OPERATOR_IN_EFFECT,
} AccordOperator;

/**
 * AccordFilter:
 * @field: index of the field in the kind's table
 * @op: the comparison
 * @text: the value for text, dates and choices, or %NULL
 * @number: the value for integers and references
 * @alternative: whether it need not hold where the filter before it does
 *
 * What is asked of one field. A run of alternatives asks for any of several values, of one field or of more:
 * the first of them has @alternative unset, as a filter has that stands alone.
 */
typedef struct
{
  guint field;
  AccordOperator op;
  char *text;
  gint64 number;
  gboolean alternative;
} AccordFilter;

/**
 * AccordQuery:
 *
 * Which records of one kind, in which order: a kind, a search text, filters that must all hold, a field to
 * sort by, and how many at most. Reference-counted; do not change one after handing it to a list.
 */
typedef struct _AccordQuery AccordQuery;

#define ACCORD_TYPE_QUERY (accord_query_get_type ())

GType accord_query_get_type (void);
AccordQuery *accord_query_new (const AccordKind *kind);
AccordQuery *accord_query_copy (AccordQuery *self);
AccordQuery *accord_query_ref (AccordQuery *self);
void accord_query_unref (AccordQuery *self);

void accord_query_set_search (AccordQuery *self, const char *text);
void accord_query_set_sort (AccordQuery *self, int field, gboolean descending);
void accord_query_set_limit (AccordQuery *self, gint64 limit);
void accord_query_set_deleted (AccordQuery *self, gboolean deleted);
void accord_query_add_number (AccordQuery *self, guint field, AccordOperator op, gint64 number);
void accord_query_add_text (AccordQuery *self, guint field, AccordOperator op, const char *text);
gboolean accord_query_add_words (AccordQuery *self, const char *field, AccordOperator op, const char *value,
                                 GError **error);
void accord_query_join_last (AccordQuery *self);
void accord_query_add_filter (AccordQuery *self, const AccordFilter *filter);
void accord_query_clear_filters (AccordQuery *self);

const AccordKind *accord_query_get_kind (AccordQuery *self);
const char *accord_query_get_search (AccordQuery *self);
int accord_query_get_sort (AccordQuery *self);
gboolean accord_query_get_descending (AccordQuery *self);
gint64 accord_query_get_limit (AccordQuery *self);
gboolean accord_query_get_deleted (AccordQuery *self);
guint accord_query_get_n_filters (AccordQuery *self);
const AccordFilter *accord_query_get_filter (AccordQuery *self, guint index);
gboolean accord_query_equal (AccordQuery *a, AccordQuery *b);

char *accord_search_expression (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordQuery, accord_query_unref)

G_END_DECLS
