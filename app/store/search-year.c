/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-year.h"

#include "financial-year.h"

/* “2019” is the calendar's year, “2019/20” the one that accounts are made for, from April to March. */
static gboolean
take_year (AccordSearchYear *self, const char *word)
{
  char *rest;
  const gint64 calendar = g_ascii_isdigit (*word) ? g_ascii_strtoll (word, &rest, 10) : 0;
  int year;

  if (calendar < 1900 || calendar > 2099 || rest != word + 4)
    return FALSE;
  if (*rest == '\0')
    {
      self->from = g_strdup_printf ("%d-01-01", (int) calendar);
      self->until = g_strdup_printf ("%d-12-31", (int) calendar);
      self->year = g_strdup (word);
      return TRUE;
    }
  if (!accord_financial_year_parse (word, &year, NULL))
    return FALSE;
  self->from = accord_financial_year_start (year);
  self->until = accord_financial_year_end (year);
  self->year = accord_financial_year_format (year);
  return TRUE;
}

/**
 * accord_search_year_parse:
 * @text: (nullable): words as a person types them
 *
 * Returns: (transfer full) (nullable): what they ask for if one of them is a year and the others are
 *   something to look for, else %NULL
 */
AccordSearchYear *
accord_search_year_parse (const char *text)
{
  g_autoptr (AccordSearchYear) self = g_new0 (AccordSearchYear, 1);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *expression = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (self->year != NULL || !take_year (self, words[i]))
      g_string_append_printf (rest, "%s%s", rest->len > 0 && *words[i] != '\0' ? " " : "", words[i]);
  expression = accord_search_expression (rest->str);
  if (self->year == NULL || expression == NULL)
    return NULL;
  self->words = g_strdup (rest->str);
  return g_steal_pointer (&self);
}

/**
 * accord_search_year_free:
 * @self: what was asked for
 */
void
accord_search_year_free (AccordSearchYear *self)
{
  g_free (self->words);
  g_free (self->year);
  g_free (self->from);
  g_free (self->until);
  g_free (self);
}

/**
 * accord_search_year_dup_query:
 * @self: what is asked for
 * @kind: a kind
 *
 * Returns: (transfer full) (nullable): the records of @kind that hold the words and are of that year by the
 *   first of their dates, the latest first; %NULL where they have none
 */
AccordQuery *
accord_search_year_dup_query (const AccordSearchYear *self, const AccordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ACCORD_FIELD_DATE)
      {
        AccordQuery *query = accord_query_new (kind);

        accord_query_set_search (query, self->words);
        accord_query_add_text (query, i, ACCORD_OPERATOR_AT_LEAST, self->from);
        accord_query_add_text (query, i, ACCORD_OPERATOR_AT_MOST, self->until);
        accord_query_set_sort (query, (int) i, TRUE);
        return query;
      }
  return NULL;
}
