/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"

#include <string.h>

#include "vague-date.h"

/* The day an edition is of: the one it was published on, or the first that its name may mean ("April 2026").
 */
static gboolean
find_day (AccordRecord *edition, char day[ACCORD_DATE_ISO_SIZE])
{
  const char *published = accord_record_get_text (edition, "published");
  char until[ACCORD_DATE_ISO_SIZE];

  if (published != NULL)
    return g_strlcpy (day, published, ACCORD_DATE_ISO_SIZE) < ACCORD_DATE_ISO_SIZE;
  return accord_vague_date_parse (accord_record_get_text (edition, "edition"), day, until);
}

/* "v1.4" as 1 and 4: the first number of the name that a v or a full stop makes one of a version. */
static gboolean
find_version (AccordRecord *edition, guint64 *major, guint64 *minor)
{
  const char *text = accord_record_get_text (edition, "edition");
  char *end;

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    {
      const gboolean marked = at > text && (at[-1] == 'v' || at[-1] == 'V');

      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isalnum (at[-1]) && !marked))
        continue;
      *major = g_ascii_strtoull (at, &end, 10);
      if (!marked && (*end != '.' || !g_ascii_isdigit (end[1])))
        continue;
      *minor = *end == '.' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;
      return TRUE;
    }
  return FALSE;
}

static int
compare_numbers (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

/**
 * accord_edition_compare:
 * @a: an edition
 * @b: another of the same table
 *
 * Compares editions by the day they are of, else by their version, else by which came to the workspace first.
 *
 * Returns: below 0 where @a is the older one, above 0 where it is the newer one
 */
int
accord_edition_compare (AccordRecord *a, AccordRecord *b)
{
  char day_a[ACCORD_DATE_ISO_SIZE], day_b[ACCORD_DATE_ISO_SIZE];
  guint64 major_a, minor_a, major_b, minor_b;
  int order = 0;

  if (find_day (a, day_a) && find_day (b, day_b))
    order = strcmp (day_a, day_b);
  if (order == 0 && find_version (a, &major_a, &minor_a) && find_version (b, &major_b, &minor_b))
    order = major_a != major_b ? compare_numbers (major_a, major_b) : compare_numbers (minor_a, minor_b);
  if (order == 0)
    order = compare_numbers ((guint64) accord_record_get_id (a), (guint64) accord_record_get_id (b));
  return order;
}
