/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-due.h"

#include "date-form.h"

#include <string.h>

#define MONTH                                                                                                \
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|"   \
  "jun|jul|"                                                                                                 \
  "aug|sept|sep|oct|nov|dec"

#define WEEKDAY "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

static gboolean
is_day (AccordWordingPart *part, guint token)
{
  const AccordWordToken *at = accord_wording_part_token (part, token);
  gsize length = at->end - at->start;

  return at->kind == 'w' && g_ascii_isdigit (part->text[at->start]) && length <= 4
         && (length <= 2 || g_ascii_isalpha (part->text[at->end - 1]));
}

/* “22.09.15” and “22/09/2015”, all of which is one word. */
static gboolean
is_figures (AccordWordingPart *part, guint token)
{
  const AccordWordToken *at = accord_wording_part_token (part, token);
  guint n = 0;

  if (at->kind != 'w' || !g_ascii_isdigit (part->text[at->start]))
    return FALSE;
  for (gsize i = at->start; i < at->end; i++)
    n += part->text[i] == '.' || part->text[i] == '/';
  return n == 2;
}

static char *
scan_iso (AccordWordingPart *part, AccordWordRange range)
{
  g_autofree char *words = accord_wording_part_dup (part, range);
  char iso[ACCORD_DATE_ISO_SIZE];

  if (words == NULL || !accord_date_scan (words, strlen (words), ACCORD_DATE_FORM_ANY, iso))
    return NULL;
  return g_strdup (iso);
}

/**
 * accord_wording_dup_date:
 * @part: a part
 * @range: where to look
 * @found: (out): where a day stands, with its weekday and its year where it has them
 *
 * Finds the first day that is named: “Tuesday, 22nd November 2016”, “24th November”, “22.09.15”.
 *
 * Returns: (transfer full) (nullable): it as an ISO date, or %NULL where no year is named; @found is empty
 * where there is no day at all
 */
char *
accord_wording_dup_date (AccordWordingPart *part, AccordWordRange range, AccordWordRange *found)
{
  for (guint at = range.first; at < range.after; at++)
    {
      AccordWordRange day = { at, range.after };

      if (is_figures (part, at))
        {
          *found = (AccordWordRange){ at, at + 1 };
          return scan_iso (part, *found);
        }
      if (!is_day (part, at)
          || !accord_wording_part_match (part, (AccordWordRange){ at + 1, range.after }, "of? " MONTH,
                                         &day.after))
        continue;
      found->first = day.first;
      found->after = day.after;
      if (at > range.first + 1
          && accord_wording_part_match (part, (AccordWordRange){ at - 2, at }, WEEKDAY " ,", NULL))
        found->first -= 2;
      else if (at > range.first
               && accord_wording_part_match (part, (AccordWordRange){ at - 1, at }, WEEKDAY, NULL))
        found->first -= 1;
      if (day.after < range.after && accord_wording_part_token (part, day.after)->kind == ',')
        day.after++;
      if (day.after < range.after)
        {
          const AccordWordToken *year = accord_wording_part_token (part, day.after);

          if (year->end - year->start == 4 && g_ascii_isdigit (part->text[year->start]))
            {
              char *iso = scan_iso (part, (AccordWordRange){ at, day.after + 1 });

              found->after = day.after + 1;
              return iso;
            }
        }
      return NULL;
    }
  *found = (AccordWordRange){ 0, 0 };
  return NULL;
}

/**
 * accord_wording_find_due:
 * @part: a part
 * @range: what is to be done
 * @iso: (out) (nullable): the day by which, where one is named with its year
 * @words: (out) (nullable): by when, as stated
 *
 * Finds by when something is to be done: “by 22 November 2016”, “COB 22.09.15”, “in September”, “to the next
 * meeting”.
 */
void
accord_wording_find_due (AccordWordingPart *part, AccordWordRange range, char **iso, char **words)
{
  static const char *const vague[] = {
    "by|before|until the? beginning|start|middle|end of? the? " MONTH
    "|year|month|week|summer|spring|autumn|winter *1",
    "ahead|before|prior of|to? *3 in " MONTH,
    "by|in|before|during|from early|mid|late? -? " MONTH "|spring|summer|autumn|winter",
    "by|before|to|for|at|until the next|following *4 meeting",
    "by next|following *1 meeting|week|month",
    "asap",
    "as soon as possible",
  };
  AccordWordRange found;

  *words = NULL;
  *iso = accord_wording_dup_date (part, range, &found);
  if (found.after > found.first
      && (found.first == range.first
          || accord_wording_part_match (part, (AccordWordRange){ found.first - 1, found.first },
                                        "by|cob|cop|before|on|until|:|due|(|-|close|deadline|than", NULL)))
    {
      if (found.first > range.first
          && accord_wording_part_match (part, (AccordWordRange){ found.first - 1, found.first }, "cob|cop",
                                        NULL))
        found.first--;
      *words = accord_wording_part_dup (part, found);
      return;
    }
  g_clear_pointer (iso, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (vague); i++)
    if (accord_wording_part_find (part, range, vague[i], &found))
      {
        const AccordWordToken *year =
            found.after < range.after ? accord_wording_part_token (part, found.after) : NULL;

        if (year != NULL && year->end - year->start == 4 && g_ascii_isdigit (part->text[year->start]))
          found.after++;
        *words = accord_wording_part_dup (part, found);
        return;
      }
}
