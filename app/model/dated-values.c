/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dated-values.h"

#include "date.h"

#include <string.h>

static void
dated_value_free (gpointer data)
{
  AccordDatedValue *self = data;

  g_free (self->text);
  g_free (self);
}

static gboolean
is_decimal (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  return strpbrk (digits, "0123456789") != NULL && strspn (digits, "0123456789.") == strlen (digits)
         && strchr (digits, '.') == strrchr (digits, '.');
}

static AccordDatedValue *
parse_line (const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  char *space = strpbrk (stripped, " \t");
  AccordDatedValue *value;

  if (space == NULL)
    return NULL;
  *space = '\0';
  g_strstrip (space + 1);
  if (!accord_date_is_iso (stripped) || !is_decimal (space + 1))
    return NULL;
  value = g_new0 (AccordDatedValue, 1);
  g_strlcpy (value->date, stripped, sizeof value->date);
  value->value = g_ascii_strtod (space + 1, NULL);
  value->text = g_strdup (space + 1);
  return value;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const AccordDatedValue *one = *(AccordDatedValue *const *) a;
  const AccordDatedValue *other = *(AccordDatedValue *const *) b;

  return strcmp (one->date, other->date);
}

static AccordDatedValue *
find_day (GPtrArray *values, const char *date)
{
  for (guint i = 0; i < values->len; i++)
    {
      AccordDatedValue *value = values->pdata[i];

      if (strcmp (value->date, date) == 0)
        return value;
    }
  return NULL;
}

/**
 * accord_dated_values_parse:
 * @text: (nullable): lines such as `2017-03-31 12.5`
 *
 * Reads what a field of dated values holds. A line that is none is left out; validation lets none in. Of two
 * values for a day the later line holds.
 *
 * Returns: (transfer full) (element-type AccordDatedValue): the values, earliest first
 */
GPtrArray *
accord_dated_values_parse (const char *text)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (dated_value_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      AccordDatedValue *value = parse_line (lines[i]);
      AccordDatedValue *earlier = value != NULL ? find_day (values, value->date) : NULL;

      if (earlier != NULL)
        g_ptr_array_remove (values, earlier);
      if (value != NULL)
        g_ptr_array_add (values, value);
    }
  g_ptr_array_sort (values, compare_dates);
  return values;
}

/**
 * accord_decimal_dup_display:
 * @text: a decimal number as it is kept
 *
 * Returns: (transfer full): the same for people: thousands parted, a true minus
 */
char *
accord_decimal_dup_display (const char *text)
{
  GString *shown = g_string_new (NULL);
  gsize n_whole;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '-')
    {
      g_string_append (shown, "−");
      text++;
    }
  n_whole = strspn (text, "0123456789");
  for (gsize i = 0; i < n_whole; i++)
    {
      g_string_append_c (shown, text[i]);
      if ((n_whole - i) % 3 == 1 && i + 1 < n_whole)
        g_string_append_c (shown, ',');
    }
  g_string_append (shown, text + n_whole);
  return g_string_free (shown, FALSE);
}
