/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar/calendar-words.h"

#include "day-words.h"

#include <glib/gi18n-lib.h>

/* The shape says what sort it is; the colour only helps the eye along. */
static const struct
{
  const char *icon;
  const char *style;
} looks[ACCORD_CALENDAR_N] = {
  { "accord-meeting-symbolic", "meeting" },
  { "accord-meeting-symbolic", "meeting" },
  { "accord-decision-symbolic", "decision" },
  { "accord-warning-symbolic", "decision" },
  { "accord-status-accepted-symbolic", "decision" },
  { "accord-caveat-symbolic", "owed" },
  { "accord-action-symbolic", "owed" },
  { "accord-milestone-symbolic", "milestone" },
  { "accord-engagement-symbolic", "consultation" },
  { "accord-review-symbolic", "decision" },
};

/**
 * accord_calendar_icon:
 * @entry: an entry
 *
 * Returns: (transfer none): the picture of its sort
 */
const char *
accord_calendar_icon (const AccordCalendarEntry *entry)
{
  return looks[entry->what].icon;
}

/**
 * accord_calendar_style:
 * @entry: an entry
 *
 * Returns: (transfer none): the style class that colours its picture
 */
const char *
accord_calendar_style (const AccordCalendarEntry *entry)
{
  return looks[entry->what].style;
}

/**
 * accord_calendar_is_struck:
 * @entry: an entry
 *
 * Returns: whether it is not to be, so that its title is struck out
 */
gboolean
accord_calendar_is_struck (const AccordCalendarEntry *entry)
{
  return entry->standing == ACCORD_CALENDAR_CANCELLED;
}

/**
 * accord_calendar_dup_hour:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): its time of day as 18:00 or, where that cannot be read, as stated
 */
char *
accord_calendar_dup_hour (const AccordCalendarEntry *entry)
{
  if (entry->minutes >= 0)
    return g_strdup_printf ("%02d:%02d", entry->minutes / 60, entry->minutes % 60);
  return g_strdup (entry->hour);
}

/**
 * accord_calendar_dup_short:
 * @entry: an entry
 *
 * Returns: (transfer full): the entry in the little room that a day of a month has
 */
char *
accord_calendar_dup_short (const AccordCalendarEntry *entry)
{
  if (entry->minutes < 0)
    return g_strdup (entry->title);
  return g_strdup_printf ("%02d:%02d %s", entry->minutes / 60, entry->minutes % 60, entry->title);
}

static void
add_part (GString *words, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/**
 * accord_calendar_dup_second:
 * @entry: an entry
 *
 * Returns: (transfer full): what stands under its title: its sort, hour, place, and how it stands
 */
char *
accord_calendar_dup_second (const AccordCalendarEntry *entry)
{
  GString *words = g_string_new (accord_calendar_what_get_label (entry->what));
  g_autofree char *hour = accord_calendar_dup_hour (entry);

  add_part (words, hour);
  add_part (words, entry->place);
  add_part (words, entry->venue);
  /* The source's own “not before …” says it better. */
  if (entry->standing != ACCORD_CALENDAR_NOT_BEFORE || entry->vague)
    add_part (words, accord_calendar_standing_get_label (entry->standing));
  if (!entry->vague)
    add_part (words, entry->words);
  return g_string_free (words, FALSE);
}

/**
 * accord_calendar_dup_name:
 * @entry: an entry
 *
 * Returns: (transfer full): the entry as it is read out, with its day
 */
char *
accord_calendar_dup_name (const AccordCalendarEntry *entry)
{
  g_autofree char *day = entry->vague ? g_strdup (entry->words) : accord_date_dup_in_full (entry->from);
  g_autofree char *second = accord_calendar_dup_second (entry);
  g_auto (GStrv) parts = g_strsplit (second, " · ", -1);
  g_autofree char *rest = g_strjoinv (", ", parts);

  return g_strdup_printf ("%s, %s, %s", entry->title, rest, day);
}

/**
 * accord_calendar_dup_day_name:
 * @iso: a day
 * @n_entries: how many entries it has
 * @holiday: (nullable): the bank holiday that it is
 * @today: whether it is today
 *
 * Returns: (transfer full): the day as it is read out
 */
char *
accord_calendar_dup_day_name (const char *iso, guint n_entries, const char *holiday, gboolean today)
{
  g_autofree char *day = accord_date_dup_in_full (iso);
  g_autofree char *count =
      n_entries == 0 ? g_strdup (_ ("no entries"))
                     : g_strdup_printf (g_dngettext (NULL, "%u entry", "%u entries", n_entries), n_entries);

  return g_strdup_printf ("%s%s%s%s%s, %s", day, today ? ", " : "", today ? _ ("today") : "",
                          holiday != NULL ? ", " : "", holiday != NULL ? holiday : "", count);
}

static const char *
name_of_body (GPtrArray *bodies, gint64 id)
{
  for (guint i = 0; i < bodies->len; i++)
    if (((AccordCalendarBody *) bodies->pdata[i])->id == id)
      return ((AccordCalendarBody *) bodies->pdata[i])->name;
  return NULL;
}

/**
 * accord_calendar_dup_filter:
 * @filter: which entries are shown
 * @bodies: (element-type AccordCalendarBody): the boards and committees there are
 *
 * Returns: (transfer full) (nullable): the same as a sentence; %NULL where all are shown
 */
char *
accord_calendar_dup_filter (const AccordCalendarFilter *filter, GPtrArray *bodies)
{
  GString *words = g_string_new (NULL);
  const char *body = filter->body != 0 ? name_of_body (bodies, filter->body) : NULL;

  if ((filter->whats & ACCORD_CALENDAR_ALL) != ACCORD_CALENDAR_ALL)
    for (guint what = 0; what < ACCORD_CALENDAR_N; what++)
      if (filter->whats & (1u << what))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                                accord_calendar_what_get_plural (what));
  if (words->len == 0 && (filter->whats & ACCORD_CALENDAR_ALL) == 0)
    g_string_append (words, _ ("Nothing"));
  add_part (words, body);
  return g_string_free (words, words->len == 0);
}
