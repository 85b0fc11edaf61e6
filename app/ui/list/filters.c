/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filters.h"

/**
 * accord_filters_get_shape:
 * @field: a field
 *
 * Returns: how it is asked about
 */
AccordFilterShape
accord_filters_get_shape (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_CHOICE:
    case ACCORD_FIELD_BOOLEAN:
      return ACCORD_FILTER_SHAPE_CHOICE;
    case ACCORD_FIELD_DATE:
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_YEAR:
    case ACCORD_FIELD_PERCENT:
      return ACCORD_FILTER_SHAPE_RANGE;
    case ACCORD_FIELD_TEXT:
    case ACCORD_FIELD_LONG_TEXT:
    case ACCORD_FIELD_CODE:
      return ACCORD_FILTER_SHAPE_WORDS;
    case ACCORD_FIELD_REFERENCE:
    case ACCORD_FIELD_REFERENCES:
      return ACCORD_FILTER_SHAPE_RECORD;
    default:
      return ACCORD_FILTER_SHAPE_NONE;
    }
}

/**
 * accord_filters_find:
 * @query: a query
 * @base: the query that it began as
 * @field: index of a field
 * @op: an #AccordOperator, or -1 for any
 *
 * Returns: (transfer none) (nullable): the first filter by @field that the person added
 */
const AccordFilter *
accord_filters_find (AccordQuery *query, AccordQuery *base, guint field, int op)
{
  for (guint i = accord_query_get_n_filters (base); i < accord_query_get_n_filters (query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (query, i);

      if (filter->field == field && (op < 0 || filter->op == (AccordOperator) op))
        return filter;
    }
  return NULL;
}

/**
 * accord_filters_without:
 * @query: a query
 * @base: the query that it began as
 * @field: index of a field
 *
 * Returns: (transfer full): @query without the person's filters by @field
 */
AccordQuery *
accord_filters_without (AccordQuery *query, AccordQuery *base, guint field)
{
  AccordQuery *copy = accord_query_copy (query);
  gboolean wanted = TRUE;

  accord_query_clear_filters (copy);
  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (query, i);

      /* Alternatives go with the first of them, under whose field they are told. */
      if (!filter->alternative || i == accord_query_get_n_filters (base))
        wanted = i < accord_query_get_n_filters (base) || filter->field != field;
      if (wanted)
        accord_query_add_filter (copy, filter);
    }
  return copy;
}

/**
 * accord_filters_dup_value:
 * @kind: a kind
 * @filter: a filter of it
 * @plain: whether it is for an entry rather than to be read
 *
 * Returns: (transfer full): what it compares with
 */
char *
accord_filters_dup_value (const AccordKind *kind, const AccordFilter *filter, gboolean plain)
{
  g_autoptr (AccordRecord) record = NULL;

  if (filter->op == ACCORD_OPERATOR_CONTAINS && accord_field_is_text (&kind->fields[filter->field]))
    return g_strdup (filter->text);

  record = accord_record_new (kind);
  if (accord_field_is_text (&kind->fields[filter->field]))
    accord_record_put_text (record, filter->field, filter->text, -1);
  else if (kind->fields[filter->field].type == ACCORD_FIELD_REFERENCES)
    accord_record_put_ids (record, filter->field, &filter->number, 1);
  else
    accord_record_put_int (record, filter->field, filter->number);
  if (plain && kind->fields[filter->field].type != ACCORD_FIELD_DATE)
    return accord_record_dup_plain (record, filter->field);
  return accord_record_dup_display (record, filter->field);
}
