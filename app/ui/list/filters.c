/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list/filters.h"

#include "financial-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_copy (AccordQuery *query, const AccordFilter *filter)
{
  if (accord_field_is_text (&accord_query_get_kind (query)->fields[filter->field]))
    accord_query_add_text (query, filter->field, filter->op, filter->text);
  else
    accord_query_add_number (query, filter->field, filter->op, filter->number);
}

/* A range that is just one financial year is called by its name. */
static char *
dup_year (const AccordFilter *from, const AccordFilter *until)
{
  int year = accord_financial_year_of_iso (from->text);
  g_autofree char *start = accord_financial_year_start (year);
  g_autofree char *end = accord_financial_year_end (year);

  if (g_strcmp0 (from->text, start) != 0 || g_strcmp0 (until->text, end) != 0)
    return NULL;
  return accord_financial_year_format (year);
}

static char *
dup_range (const AccordKind *kind, const AccordFilter *from, const AccordFilter *until)
{
  const AccordField *field = &kind->fields[from != NULL ? from->field : until->field];
  gboolean is_date = field->type == ACCORD_FIELD_DATE || field->type == ACCORD_FIELD_YEAR;
  g_autofree char *low = from != NULL ? accord_filters_dup_value (kind, from, FALSE) : NULL;
  g_autofree char *high = until != NULL ? accord_filters_dup_value (kind, until, FALSE) : NULL;
  char *year;

  if (low != NULL && high != NULL)
    {
      if (field->type == ACCORD_FIELD_DATE && (year = dup_year (from, until)) != NULL)
        return year;
      if (strcmp (low, high) == 0)
        return g_steal_pointer (&low);
      /* Translators: a range, such as “1 Apr 2019 to 31 Mar 2020”. */
      return g_strdup_printf (_ ("%s to %s"), low, high);
    }
  if (low != NULL)
    /* Translators: %s is a date or a number. */
    return g_strdup_printf (is_date ? _ ("from %s") : _ ("at least %s"), low);
  return g_strdup_printf (is_date ? _ ("until %s") : _ ("at most %s"), high);
}

static char *
dup_one (const AccordKind *kind, const AccordFilter *filter, const char *title)
{
  const AccordFieldType type = kind->fields[filter->field].type;
  g_autofree char *value = NULL;

  if (filter->op == ACCORD_OPERATOR_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (filter->op == ACCORD_OPERATOR_KNOWN)
    return g_strdup (_ ("known"));
  if (type == ACCORD_FIELD_REFERENCE || type == ACCORD_FIELD_REFERENCES)
    value = g_strdup (title != NULL ? title : "…");
  else
    value = accord_filters_dup_value (kind, filter, FALSE);
  if (filter->op == ACCORD_OPERATOR_NOT_EQUAL)
    return g_strdup_printf (_ ("not %s"), value);
  if (filter->op == ACCORD_OPERATOR_CONTAINS && type != ACCORD_FIELD_REFERENCES)
    /* Translators: %s is a part of a text. */
    return g_strdup_printf (_ ("with “%s”"), value);
  return g_steal_pointer (&value);
}

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

  accord_query_clear_filters (copy);
  for (guint i = 0; i < accord_query_get_n_filters (query); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (query, i);

      if (i < accord_query_get_n_filters (base) || filter->field != field)
        add_copy (copy, filter);
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

/**
 * accord_filters_dup_words:
 * @query: a query
 * @base: the query that it began as
 * @field: index of a field
 * @title: (nullable): what the record is called that @field refers to
 *
 * Returns: (transfer full) (nullable): what the person's filters by @field say, such as “Date: 2019/20” or
 * “Amount: at least £1,000”; %NULL when there are none
 */
char *
accord_filters_dup_words (AccordQuery *query, AccordQuery *base, guint field, const char *title)
{
  const AccordKind *kind = accord_query_get_kind (query);
  const AccordFilter *from = accord_filters_find (query, base, field, ACCORD_OPERATOR_AT_LEAST);
  const AccordFilter *until = accord_filters_find (query, base, field, ACCORD_OPERATOR_AT_MOST);
  const AccordFilter *other = accord_filters_find (query, base, field, -1);
  g_autofree char *words = NULL;

  if (other == NULL)
    return NULL;
  words = from != NULL || until != NULL ? dup_range (kind, from, until) : dup_one (kind, other, title);
  /* Translators: a field and what is asked of it, such as “Status: Open”. */
  return g_strdup_printf (_ ("%s: %s"), _ (kind->fields[field].label), words);
}
