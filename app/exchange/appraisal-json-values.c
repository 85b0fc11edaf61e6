/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json-private.h"

#include "appraisal-lines.h"
#include "exchange-error.h"
#include "financial-year.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Farther than any year that is counted, so that one beyond the horizon is told as such. */
#define MOST_YEARS 10000
/* Characters of a name that are said with what is wrong. */
#define MOST_NAME 80

const char *const accord_json_cost_kinds[] = { "capital", "revenue", "in-kind", NULL };
const char *const accord_json_timings[] = { "recurrent", "one-off", NULL };
const char *const accord_json_classes[] = { "fiscal", "economic", "social", NULL };
const char *const accord_json_spreads[] = { "none", "triangular", "pert", "normal", "uniform", NULL };
const char *const accord_json_comparators[] = { "none", "do-nothing", "do-minimum", NULL };
const char *const accord_json_methods[] = { "sobol", "latin-hypercube", "random", NULL };

/* What the nearest line, option or scenario around a value is called, for who knows it by its name; not
 * longer than fits in a sentence. */
static char *
dup_name (const AccordJsonNode *node)
{
  const AccordJsonNode *member = NULL;

  for (; node != NULL && member == NULL; node = node->parent)
    {
      if (node->type != ACCORD_JSON_OBJECT || node->parent == NULL || node->parent->type != ACCORD_JSON_ARRAY)
        continue;
      member = node->first;
      while (member != NULL && !g_str_equal (member->key, "name"))
        member = member->next;
    }
  if (member == NULL || member->type != ACCORD_JSON_STRING || *member->text == '\0')
    return NULL;
  return g_utf8_substring (member->text, 0, MIN (g_utf8_strlen (member->text, -1), MOST_NAME));
}

/**
 * accord_json_fail:
 * @node: what is wrong
 * @error: return location for the error
 * @what: a sentence
 *
 * Sets %ACCORD_EXCHANGE_ERROR_LAYOUT with the place in the file, the name of the line that it is in, where it
 * has one, and the sentence.
 *
 * Returns: %FALSE
 */
gboolean
accord_json_fail (const AccordJsonNode *node, GError **error, const char *what)
{
  g_autofree char *path = accord_json_node_dup_path (node);
  g_autofree char *name = dup_name (node);

  if (*path == '\0')
    g_set_error_literal (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT, what);
  else if (name != NULL)
    /* Translators: a place in a file, such as costs[2].grade; the name of the line; what is wrong there. */
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT, _ ("%s (“%s”): %s"), path, name,
                 what);
  else
    /* Translators: a place in a file, such as costs[2].grade, and what is wrong there. */
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT, _ ("%s: %s"), path, what);
  return FALSE;
}

/**
 * accord_json_fail_missing:
 * @node: an object
 * @key: the name of what it has to have
 * @error: return location for the error
 *
 * Returns: %FALSE
 */
gboolean
accord_json_fail_missing (const AccordJsonNode *node, const char *key, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("“%s” is missing."), key);

  return accord_json_fail (node, error, what);
}

/**
 * accord_json_take_array:
 * @object: an object
 * @key: the name of a member
 * @array: (out) (nullable): the member, or %NULL where there is none
 * @error: return location for an error
 *
 * Returns: whether it is an array, or not there
 */
gboolean
accord_json_take_array (AccordJsonNode *object, const char *key, AccordJsonNode **array, GError **error)
{
  *array = accord_json_node_find (object, key);
  return *array == NULL || (*array)->type == ACCORD_JSON_ARRAY
         || accord_json_fail (*array, error, _ ("This must be an array, in square brackets."));
}

/**
 * accord_json_check_object:
 * @node: a value
 * @error: return location for an error
 *
 * Returns: whether it is an object
 */
gboolean
accord_json_check_object (const AccordJsonNode *node, GError **error)
{
  return node->type == ACCORD_JSON_OBJECT
         || accord_json_fail (node, error, _ ("This must be an object, in curly brackets."));
}

/**
 * accord_json_take_text:
 * @object: an object
 * @key: the name of a member
 * @text: (inout) (transfer none): the words; left alone where there are none
 * @error: return location for an error
 *
 * Returns: whether it is a text, or not there
 */
gboolean
accord_json_take_text (AccordJsonNode *object, const char *key, const char **text, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);

  if (node != NULL && node->type != ACCORD_JSON_STRING)
    return accord_json_fail (node, error, _ ("This must be a text, in quotation marks."));
  if (node != NULL)
    *text = node->text;
  return TRUE;
}

/**
 * accord_json_take_boolean:
 * @object: an object
 * @key: the name of a member
 * @value: (inout): whether it is so; left alone where that is not said
 * @error: return location for an error
 *
 * Returns: whether it is true or false, or not there
 */
gboolean
accord_json_take_boolean (AccordJsonNode *object, const char *key, gboolean *value, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);

  if (node == NULL)
    return TRUE;
  *value = node->type == ACCORD_JSON_TRUE;
  return *value || node->type == ACCORD_JSON_FALSE
         || accord_json_fail (node, error, _ ("This must be true or false."));
}

/**
 * accord_json_node_get_decimal:
 * @self: a value
 * @value: (out): the number
 *
 * Digits beyond the ninth place round it.
 *
 * Returns: whether it is a number that a decimal holds
 */
gboolean
accord_json_node_get_decimal (const AccordJsonNode *self, AccordDecimal *value)
{
  g_autofree char *plain = accord_json_node_dup_plain (self);

  return plain != NULL && accord_decimal_parse (plain, value);
}

/**
 * accord_json_read_decimal:
 * @node: a value
 * @value: (out): the number
 * @error: return location for an error
 *
 * Returns: whether it is a number that can be counted with
 */
gboolean
accord_json_read_decimal (const AccordJsonNode *node, AccordDecimal *value, GError **error)
{
  if (node->type != ACCORD_JSON_NUMBER)
    return accord_json_fail (node, error, _ ("This must be a number."));
  return accord_json_node_get_decimal (node, value)
         || accord_json_fail (node, error, _ ("This number is larger than can be counted with."));
}

/**
 * accord_json_take_decimal:
 * @object: an object
 * @key: the name of a member
 * @value: (inout): the number; left alone where there is none
 * @error: return location for an error
 *
 * Returns: whether it is a number that can be counted with, or not there
 */
gboolean
accord_json_take_decimal (AccordJsonNode *object, const char *key, AccordDecimal *value, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);

  return node == NULL || accord_json_read_decimal (node, value, error);
}

/**
 * accord_json_take_whole:
 * @object: an object
 * @key: the name of a member
 * @least: the least it may be
 * @most: the most it may be
 * @value: (inout): the number; left alone where there is none
 * @error: return location for an error
 *
 * Returns: whether it is a whole number between the two, or not there
 */
gboolean
accord_json_take_whole (AccordJsonNode *object, const char *key, gint64 least, gint64 most, gint64 *value,
                        GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);
  g_autofree char *what = NULL;

  if (node == NULL || (accord_json_node_get_whole (node, value) && *value >= least && *value <= most))
    return TRUE;
  what = g_strdup_printf (_ ("This must be a whole number from %" PRId64 " to %" PRId64 "."), least, most);
  return accord_json_fail (node, error, what);
}

/**
 * accord_json_read_pence:
 * @node: a value
 * @value: (out): pence
 * @error: return location for an error
 *
 * Returns: whether it is a whole number of pence that can be counted with
 */
gboolean
accord_json_read_pence (const AccordJsonNode *node, gint64 *value, GError **error)
{
  AccordDecimal decimal;

  if (accord_json_node_get_whole (node, value))
    return (*value >= -ACCORD_CBA_LARGEST && *value <= ACCORD_CBA_LARGEST)
           || accord_json_fail (node, error, _ ("This is more than can be counted in pennies."));
  if (node->type != ACCORD_JSON_NUMBER)
    return accord_json_fail (node, error, _ ("This must be a number of pence."));
  return accord_json_fail (node, error,
                           accord_json_node_get_decimal (node, &decimal)
                               ? _ ("This must be a whole number of pence.")
                               : _ ("This is more than can be counted in pennies."));
}

/**
 * accord_json_take_pence:
 * @object: an object
 * @key: the name of a member
 * @value: (inout): pence; left alone where there are none
 * @error: return location for an error
 *
 * Returns: whether it is a whole number of pence that can be counted with, or not there
 */
gboolean
accord_json_take_pence (AccordJsonNode *object, const char *key, gint64 *value, GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);

  return node == NULL || accord_json_read_pence (node, value, error);
}

/**
 * accord_json_take_word:
 * @object: an object
 * @key: the name of a member
 * @words: (array zero-terminated=1): what it may be
 * @index: (inout): which of them it is; left alone where it is not there
 * @error: return location for an error
 *
 * Returns: whether it is one of them, or not there
 */
gboolean
accord_json_take_word (AccordJsonNode *object, const char *key, const char *const *words, guint *index,
                       GError **error)
{
  const AccordJsonNode *node = accord_json_node_find (object, key);
  g_autofree char *plain = NULL, *list = NULL, *what = NULL;

  if (node == NULL)
    return TRUE;
  /* "in kind" and "in_kind" are the same word. */
  plain =
      node->type == ACCORD_JSON_STRING ? g_strdelimit (g_ascii_strdown (node->text, -1), " _", '-') : NULL;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (plain, words[i]) == 0)
      {
        *index = i;
        return TRUE;
      }
  list = g_strjoinv ("”, “", (char **) words);
  /* Translators: several words that may stand in a file, parted by ”, “. */
  what = g_strdup_printf (_ ("This must be one of “%s”."), list);
  return accord_json_fail (node, error, what);
}

/**
 * accord_json_read_year:
 * @member: a member whose name is a year
 * @cba: the analysis
 * @year: (out): the year, counted from 0
 * @error: return location for an error
 *
 * A year is a number counted from 0 or, where the analysis knows which year that is, a financial year.
 *
 * Returns: whether it is a year
 */
gboolean
accord_json_read_year (const AccordJsonNode *member, const AccordCba *cba, guint *year, GError **error)
{
  guint64 counted;
  int named;

  if (g_ascii_string_to_unsigned (member->key, 10, 0, MOST_YEARS - 1, &counted, NULL) && counted < 1000)
    {
      *year = (guint) counted;
      return TRUE;
    }
  if (cba->base_year != ACCORD_NO_YEAR && accord_financial_year_parse (member->key, &named, NULL))
    {
      *year = (guint) (named - cba->base_year);
      return (named >= cba->base_year && *year < MOST_YEARS)
             || accord_json_fail (member, error, _ ("This year is before year 0."));
    }
  return accord_json_fail (member, error,
                           _ ("Its name must be a year: 0, 1, 2 … or, where there is a base year, 2017/18."));
}

/**
 * accord_json_read_price_year:
 * @node: a value
 * @series: (nullable): the price series it is of
 * @year: (out): the year, of the kind of years of @series
 * @error: return location for an error
 *
 * A number is a year by which @series knows its indices; a text says itself of which kind it is.
 *
 * Returns: whether it is a year of the kind that @series has
 */
gboolean
accord_json_read_price_year (const AccordJsonNode *node, const AccordPriceSeries *series, int *year,
                             GError **error)
{
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *what = NULL;
  gint64 number;

  if (accord_json_node_get_whole (node, &number) && number >= 1000 && number <= 9998)
    {
      *year = (int) number;
      return TRUE;
    }
  if (node->type != ACCORD_JSON_STRING)
    return accord_json_fail (node, error, _ ("This must be a year, such as \"2013/14\" or 2013."));
  if (!accord_price_year_parse (node->text, &years, year, &problem))
    return accord_json_fail (node, error, problem->message);
  if (series == NULL || series->years == years || *year == ACCORD_NO_YEAR)
    return TRUE;
  what = g_strdup_printf (years == ACCORD_PRICES_CALENDAR
                              ? _ ("%s is a calendar year, but “%s” goes by financial years.")
                              : _ ("%s is a financial year, but “%s” goes by calendar years."),
                          node->text, series->name);
  return accord_json_fail (node, error, what);
}
