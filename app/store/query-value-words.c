/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "financial-year.h"
#include "money.h"
#include "query-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pounds without pence where there are none. */
static char *
dup_money (gint64 pence)
{
  return accord_money_format (pence, pence % 100 == 0 ? ACCORD_MONEY_POUNDS : ACCORD_MONEY_FULL);
}

static char *
dup_value (const AccordKind *kind, const AccordFilter *filter, GHashTable *titles)
{
  const AccordField *field = &kind->fields[filter->field];
  g_autoptr (AccordRecord) record = NULL;
  g_autofree char *shown = NULL;

  if (field->target != NULL)
    return g_strdup (accord_query_titles_find (titles, field, filter->number));
  if (field->type == ACCORD_FIELD_MONEY)
    return dup_money (filter->number);
  record = accord_record_new (kind);
  if (accord_field_is_text (field))
    accord_record_put_text (record, filter->field, filter->text, -1);
  else
    accord_record_put_int (record, filter->field, filter->number);
  shown = accord_record_dup_display (record, filter->field);
  return field->type == ACCORD_FIELD_CHOICE || field->type == ACCORD_FIELD_BOOLEAN
             ? accord_words_dup_noun (shown)
             : g_steal_pointer (&shown);
}

/* What holds by the record itself or by what it refers to. */
static char *
dup_in_effect (const AccordKind *kind, const AccordField *field, const char *value)
{
  const AccordField *through = accord_kind_get_field (kind, field->through);
  g_autofree char *noun = accord_words_dup_noun (_ (through->label));

  /* Translators: a value and what else may say so: “Transformation Fund, also by allocation”. */
  return g_strdup_printf (_ ("%s, also by %s"), value, noun);
}

static char *
dup_one (const AccordKind *kind, const AccordFilter *filter, GHashTable *titles)
{
  const AccordField *field = &kind->fields[filter->field];
  g_autofree char *value = NULL;

  if (filter->op == ACCORD_OPERATOR_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (filter->op == ACCORD_OPERATOR_KNOWN)
    return g_strdup (_ ("known"));
  if (filter->op == ACCORD_OPERATOR_CONTAINS && accord_field_is_text (field))
    /* Translators: %s is a part of a text. */
    return g_strdup_printf (_ ("with “%s”"), filter->text != NULL ? filter->text : "");
  value = dup_value (kind, filter, titles);
  if (filter->op == ACCORD_OPERATOR_NOT_EQUAL)
    /* Translators: %s is a value, such as “open”. */
    return g_strdup_printf (_ ("not %s"), value);
  if (filter->op == ACCORD_OPERATOR_IN_EFFECT && field->through != NULL)
    return dup_in_effect (kind, field, value);
  return g_steal_pointer (&value);
}

/* --- Ranges */

/* A range that is whole financial years is called by their names. */
static char *
dup_years (const char *from, const char *until)
{
  int first = accord_financial_year_of_iso (from), last = accord_financial_year_of_iso (until);
  g_autofree char *start = accord_financial_year_start (first);
  g_autofree char *end = accord_financial_year_end (last);
  g_autofree char *first_name = NULL, *last_name = NULL;

  if (g_strcmp0 (from, start) != 0 || g_strcmp0 (until, end) != 0 || last < first)
    return NULL;
  first_name = accord_financial_year_format (first);
  if (first == last)
    return g_steal_pointer (&first_name);
  last_name = accord_financial_year_format (last);
  /* Translators: a range, such as “2017/18 to 2019/20”. */
  return g_strdup_printf (_ ("%s to %s"), first_name, last_name);
}

/* From just above a round sum is over it: a penny more is the least that is. */
static gboolean
is_over (const AccordFilter *from)
{
  return from->number > 0 && from->number % 100 == 1;
}

static gboolean
is_under (const AccordFilter *until)
{
  return until->number > 0 && until->number % 100 == 99;
}

static char *
dup_least (const AccordFilter *from)
{
  g_autofree char *sum = dup_money (is_over (from) ? from->number - 1 : from->number);

  /* Translators: %s is a sum. */
  return g_strdup_printf (is_over (from) ? _ ("over %s") : _ ("%s or more"), sum);
}

static char *
dup_most (const AccordFilter *until)
{
  g_autofree char *sum = dup_money (is_under (until) ? until->number + 1 : until->number);

  /* Translators: %s is a sum. */
  return g_strdup_printf (is_under (until) ? _ ("under %s") : _ ("%s or less"), sum);
}

static char *
dup_sums (const AccordFilter *from, const AccordFilter *until)
{
  g_autofree char *low = NULL, *high = NULL;

  if (until == NULL)
    return dup_least (from);
  if (from == NULL)
    return dup_most (until);
  if (from->number == until->number)
    return dup_money (from->number);
  if (is_over (from) || is_under (until))
    {
      low = dup_least (from);
      high = dup_most (until);
      /* Translators: “over £1,000 and under £5,000”. */
      return g_strdup_printf (_ ("%s and %s"), low, high);
    }
  low = dup_money (from->number);
  high = dup_money (until->number);
  /* Translators: two sums, both of them included. */
  return g_strdup_printf (_ ("between %s and %s"), low, high);
}

static char *
dup_range (const AccordKind *kind, const AccordFilter *from, const AccordFilter *until)
{
  const AccordField *field = &kind->fields[from != NULL ? from->field : until->field];
  gboolean is_time = field->type == ACCORD_FIELD_DATE || field->type == ACCORD_FIELD_YEAR;
  g_autofree char *low = NULL, *high = NULL;
  char *years;

  if (field->type == ACCORD_FIELD_MONEY)
    return dup_sums (from, until);
  if (field->type == ACCORD_FIELD_DATE && from != NULL && until != NULL
      && (years = dup_years (from->text, until->text)) != NULL)
    return years;
  low = from != NULL ? dup_value (kind, from, NULL) : NULL;
  high = until != NULL ? dup_value (kind, until, NULL) : NULL;
  if (low != NULL && high != NULL)
    return strcmp (low, high) == 0 ? g_steal_pointer (&low)
                                   /* Translators: a range, such as “1 Apr 2019 to 31 Mar 2020”. */
                                   : g_strdup_printf (_ ("%s to %s"), low, high);
  if (low != NULL)
    /* Translators: %s is a date or a number. */
    return g_strdup_printf (is_time ? _ ("from %s") : _ ("at least %s"), low);
  return g_strdup_printf (is_time ? _ ("until %s") : _ ("at most %s"), high);
}

/* --- What is asked of one field */

static void
add_words (GString *all, const char *words, const char *separator)
{
  if (all->len > 0)
    g_string_append (all, separator);
  g_string_append (all, words);
}

static gboolean
is_joined (AccordQuery *query, guint index)
{
  return index < accord_query_get_n_filters (query) && accord_query_get_filter (query, index)->alternative;
}

/* Whether a filter stands alone and is one end of a range. */
static gboolean
is_end (AccordQuery *query, guint index, AccordOperator op)
{
  const AccordFilter *filter = accord_query_get_filter (query, index);

  return filter->op == op && !filter->alternative && !is_joined (query, index + 1);
}

static const AccordFilter *
find_end (AccordQuery *query, guint from, guint field, AccordOperator op)
{
  for (guint i = from; i < accord_query_get_n_filters (query); i++)
    if (accord_query_get_filter (query, i)->field == field && is_end (query, i, op))
      return accord_query_get_filter (query, i);
  return NULL;
}

static char *
dup_alternative (AccordQuery *query, guint index, GHashTable *titles)
{
  const AccordFilter *filter = accord_query_get_filter (query, index);
  const AccordKind *kind = accord_query_get_kind (query);

  if (filter->op == ACCORD_OPERATOR_AT_LEAST)
    return dup_range (kind, filter, NULL);
  if (filter->op == ACCORD_OPERATOR_AT_MOST)
    return dup_range (kind, NULL, filter);
  return dup_one (kind, filter, titles);
}

/* The filter at @index and its alternatives: “open or answered”. */
static char *
dup_run (AccordQuery *query, guint index, GHashTable *titles)
{
  g_autoptr (GString) words = g_string_new (NULL);

  do
    {
      g_autofree char *one = dup_alternative (query, index, titles);

      /* Translators: between the last two of several values, any of which will do. */
      add_words (words, one, is_joined (query, index + 1) ? ", " : _ (" or "));
      index++;
    }
  while (is_joined (query, index));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * accord_query_dup_value_words:
 * @self: a query
 * @from: the first filter to look at
 * @field: index of a field
 * @titles: (nullable) (element-type utf8 utf8): what records are called
 *
 * Returns: (transfer full) (nullable): what is asked of @field, such as “2019/20”, “over £5,000” or “open or
 * answered”; %NULL where nothing is
 */
char *
accord_query_dup_value_words (AccordQuery *self, guint from, guint field, GHashTable *titles)
{
  const AccordKind *kind = accord_query_get_kind (self);
  const AccordFilter *low = find_end (self, from, field, ACCORD_OPERATOR_AT_LEAST);
  const AccordFilter *high = find_end (self, from, field, ACCORD_OPERATOR_AT_MOST);
  g_autoptr (GString) words = g_string_new (NULL);

  if (low != NULL || high != NULL)
    {
      g_autofree char *range = dup_range (kind, low, high);

      g_string_append (words, range);
    }
  for (guint i = from; i < accord_query_get_n_filters (self); i++)
    {
      const AccordFilter *filter = accord_query_get_filter (self, i);
      g_autofree char *run = NULL;

      if (filter->field != field || filter == low || filter == high || (filter->alternative && i > from))
        continue;
      run = dup_run (self, i, titles);
      add_words (words, run, _ (" and "));
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
