/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "condition.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "assignment.h"
#include "exit.h"
#include "lookup.h"
#include "pins.h"
#include "text-table.h"

typedef struct
{
  const char *sign;
  AccordOperator op;
} Sign;

/* The longer ones first: ">=" is not ">" and "=". */
static const Sign signs[] = {
  { ">=", ACCORD_OPERATOR_AT_LEAST }, { "<=", ACCORD_OPERATOR_AT_MOST }, { "!=", ACCORD_OPERATOR_NOT_EQUAL },
  { "=", ACCORD_OPERATOR_EQUAL },     { "~", ACCORD_OPERATOR_CONTAINS },
};

static gboolean
usage (GError **error, const char *message)
{
  g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE, message);
  return FALSE;
}

static const Sign *
find_sign (const char *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (at, signs[i].sign))
      return &signs[i];
  return NULL;
}

static const Sign *
split (const char *condition, char **name, const char **value, GError **error)
{
  const char *at = condition + strcspn (condition, "=<>!~");
  const Sign *sign = find_sign (at);
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (sign != NULL && at > condition)
    {
      *name = g_strstrip (g_strndup (condition, at - condition));
      *value = at + strlen (sign->sign);
      return sign;
    }
  shown = accord_terminal_line (condition);
  message = g_strdup_printf (_ ("“%s” is not a condition such as amount>=1000 or name~Council."), shown);
  usage (error, message);
  return NULL;
}

static gboolean
sign_fits (const AccordField *field, const Sign *sign, GError **error)
{
  gboolean ordered = field->type == ACCORD_FIELD_DATE || field->type == ACCORD_FIELD_MONEY
                     || field->type == ACCORD_FIELD_COUNT || field->type == ACCORD_FIELD_YEAR
                     || field->type == ACCORD_FIELD_PERCENT || field->type == ACCORD_FIELD_DECIMAL;
  gboolean worded = field->type == ACCORD_FIELD_TEXT || field->type == ACCORD_FIELD_LONG_TEXT
                    || field->type == ACCORD_FIELD_CODE || field->type == ACCORD_FIELD_REFERENCES;
  g_autofree char *message = NULL;

  if ((sign->op == ACCORD_OPERATOR_AT_LEAST || sign->op == ACCORD_OPERATOR_AT_MOST) && !ordered)
    message = g_strdup_printf (_ ("“%s” is neither a date nor a number, so “%s” asks nothing of it."),
                               field->name, sign->sign);
  else if (sign->op == ACCORD_OPERATOR_CONTAINS && !worded)
    message = g_strdup_printf (_ ("“%s” is not text, so “~” asks nothing of it."), field->name);
  return message == NULL || usage (error, message);
}

/* What is wrong with a condition is wrong with the command line, whoever noticed. */
static gboolean
as_usage (GError *cause, GError **error)
{
  usage (error, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
add_reference (AccordQuery *query, guint index, AccordOperator op, const char *words, AccordReader *reader,
               GError **error)
{
  const AccordField *field = &accord_query_get_kind (query)->fields[index];
  const AccordKind *target = accord_schema_find_kind (accord_reader_get_schema (reader), field->target);
  gint64 id = accord_reader_resolve (reader, target, words, error);

  if (id <= 0)
    {
      g_prefix_error (error, "%s: ", _ (field->label));
      return FALSE;
    }
  if (field->type == ACCORD_FIELD_REFERENCES && op == ACCORD_OPERATOR_EQUAL)
    op = ACCORD_OPERATOR_CONTAINS;
  accord_query_add_number (query, index, op, id);
  return TRUE;
}

/* Where a value is one of a few, or another record, several may be given: state=open|answered. */
static gboolean
takes_several (const AccordField *field, const Sign *sign)
{
  return sign->op == ACCORD_OPERATOR_EQUAL
         && (field->target != NULL || field->type == ACCORD_FIELD_CHOICE
             || field->type == ACCORD_FIELD_BOOLEAN);
}

static gboolean
add_value (AccordQuery *query, guint index, AccordOperator op, const char *words, AccordReader *reader,
           GError **error)
{
  const AccordField *field = &accord_query_get_kind (query)->fields[index];
  GError *cause = NULL;

  if (field->target != NULL && *words != '\0')
    return add_reference (query, index, op, words, reader, error);
  return accord_query_add_words (query, field->name, op, words, &cause) || as_usage (cause, error);
}

static gboolean
add_values (AccordQuery *query, guint index, const Sign *sign, const char *value, AccordReader *reader,
            GError **error)
{
  g_auto (GStrv) values = NULL;

  if (!takes_several (&accord_query_get_kind (query)->fields[index], sign))
    return add_value (query, index, sign->op, value, reader, error);
  values = *value != '\0' ? g_strsplit (value, "|", -1) : g_strdupv ((char *[]){ (char *) "", NULL });
  for (guint i = 0; values[i] != NULL; i++)
    {
      const guint before = accord_query_get_n_filters (query);

      if (!add_value (query, index, sign->op, g_strstrip (values[i]), reader, error))
        return FALSE;
      if (i > 0 && accord_query_get_n_filters (query) > before)
        accord_query_join_last (query);
    }
  return TRUE;
}

static gboolean
add_condition (AccordQuery *query, const char *condition, AccordReader *reader, GError **error)
{
  const AccordKind *kind = accord_query_get_kind (query);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  const char *value;
  const Sign *sign = split (condition, &name, &value, error);
  gboolean pence;
  gint64 number;
  int index;

  if (sign == NULL)
    return FALSE;
  index = accord_cli_field (kind, name, &pence, error);
  if (index < 0 || !sign_fits (&kind->fields[index], sign, error))
    return FALSE;
  words = g_strstrip (g_strdup (value));
  if (pence && *words != '\0')
    {
      if (!accord_cli_read_pence (words, &number))
        return usage (error, _ ("A condition on “_pence” takes a whole number of pence, such as 123456."));
      accord_query_add_number (query, index, sign->op, number);
      return TRUE;
    }
  return add_values (query, index, sign, words, reader, error);
}

static gboolean
set_sort (AccordQuery *query, const char *words, gboolean descending, GError **error)
{
  gboolean turned = *words == '-';
  int field = accord_cli_field (accord_query_get_kind (query), turned ? words + 1 : words, NULL, error);

  if (field < 0)
    return FALSE;
  accord_query_set_sort (query, field, turned != descending);
  return TRUE;
}

/**
 * accord_cli_limit:
 * @options: a command line
 * @limit: (inout): how many at most; unchanged without the option
 * @error: return location for a usage error
 *
 * Returns: %FALSE when the limit is not a number from 0
 */
gboolean
accord_cli_limit (const AccordOptions *options, gint64 *limit, GError **error)
{
  if (options->limit == NULL)
    return TRUE;
  if (g_ascii_string_to_signed (options->limit, 10, 0, G_MAXINT32, limit, NULL))
    return TRUE;
  return usage (error, _ ("--limit takes a whole number, such as 20."));
}

/* What the command line asks for on top of what @query asks for already. */
static gboolean
narrow (AccordQuery *query, const AccordOptions *options, AccordReader *reader, GError **error)
{
  gint64 limit = accord_query_get_limit (query);

  if (options->search != NULL)
    accord_query_set_search (query, options->search);
  if (options->deleted)
    accord_query_set_deleted (query, TRUE);
  if (!accord_cli_limit (options, &limit, error))
    return FALSE;
  accord_query_set_limit (query, limit);
  for (char **at = options->where; at != NULL && *at != NULL; at++)
    if (!add_condition (query, *at, reader, error))
      return FALSE;
  if (options->sort != NULL && !set_sort (query, options->sort, options->descending, error))
    return FALSE;
  if (options->sort == NULL && options->descending)
    accord_query_set_sort (query, accord_query_get_sort (query), TRUE);
  return TRUE;
}

/**
 * accord_cli_saved_query:
 * @options: a command line that names a saved search
 * @reader: where it was saved
 * @error: return location for an error
 *
 * Returns: (transfer full): the search with what the command line asks for besides, or %NULL
 */
AccordQuery *
accord_cli_saved_query (const AccordOptions *options, AccordReader *reader, GError **error)
{
  g_autoptr (AccordPin) pin = accord_reader_find_pin (reader, options->saved, error);
  g_autoptr (AccordQuery) query = NULL;

  if (pin == NULL)
    return NULL;
  if (pin->query == NULL)
    {
      usage (error, _ ("That is a pinned record and no saved search."));
      return NULL;
    }
  query = accord_query_copy (pin->query);
  return narrow (query, options, reader, error) ? g_steal_pointer (&query) : NULL;
}

/**
 * accord_cli_query:
 * @kind: a kind
 * @options: a command line: search, conditions, order, limit
 * @reader: where the records are that conditions on references mean
 * @error: return location for an error
 *
 * Returns: (transfer full): what the command line asks for, or %NULL
 */
AccordQuery *
accord_cli_query (const AccordKind *kind, const AccordOptions *options, AccordReader *reader, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  return narrow (query, options, reader, error) ? g_steal_pointer (&query) : NULL;
}
