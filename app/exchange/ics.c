/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ics.h"

#include "calendar.h"
#include "date.h"
#include "safe-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 5545, 3.1: a line has at most so many octets, without its end. */
#define LINE_OCTETS 75

/* Summer time by the rule that has held in the United Kingdom since 1996. */
static const char *const time_zone[] = {
  "BEGIN:VTIMEZONE",
  "TZID:Europe/London",
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "DTSTART:19960331T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
};

/* Writes a line, folded where it is too long, but never within a character. */
static void
add_line (GString *out, const char *line)
{
  gsize room = LINE_OCTETS;

  while (*line != '\0')
    {
      gsize length = (gsize) (g_utf8_next_char (line) - line);

      if (length > room)
        {
          g_string_append (out, "\r\n ");
          room = LINE_OCTETS - 1;
        }
      g_string_append_len (out, line, (gssize) length);
      line += length;
      room -= length;
    }
  g_string_append (out, "\r\n");
}

G_GNUC_PRINTF (2, 3)
static void
add (GString *out, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_line (out, line);
}

/* RFC 5545, 3.3.11; characters that control a terminal have no place in a text. */
static char *
dup_escaped (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (out, "\\n");
    else if (strchr ("\\;,", *at) != NULL)
      g_string_append_printf (out, "\\%c", *at);
    else if (*at == '\t' || !g_ascii_iscntrl (*at))
      g_string_append_c (out, *at);
  return g_string_free (out, FALSE);
}

static void
add_text (GString *out, const char *property, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = dup_escaped (text);
  add (out, "%s:%s", property, escaped);
}

/* 2017-07-12 as 20170712 */
static char *
dup_date (const char *iso)
{
  return g_strdup_printf ("%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

/* When the record was changed is the moment of this state of the event, and the later it is the higher the
 * number of the revision: seconds of this century. */
static void
add_moment (GString *out, const char *modified)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) century = g_date_time_new_utc (2001, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) moment = modified != NULL ? g_date_time_new_from_iso8601 (modified, utc) : NULL;
  g_autofree char *stamp = g_date_time_format (moment != NULL ? moment : century, "%Y%m%dT%H%M%SZ");
  gint64 revision = moment != NULL ? g_date_time_to_unix (moment) - g_date_time_to_unix (century) : 0;

  add (out, "DTSTAMP:%s", stamp);
  add (out, "LAST-MODIFIED:%s", stamp);
  add (out, "SEQUENCE:%" G_GINT64_FORMAT, CLAMP (revision, 0, G_MAXINT32));
}

static void
add_start (GString *out, const AccordCalendarEntry *entry)
{
  g_autofree char *date = dup_date (entry->from);
  char next[ACCORD_DATE_ISO_SIZE];
  gint day = 0;

  if (entry->minutes >= 0)
    {
      add (out, "DTSTART;TZID=Europe/London:%sT%02d%02d00", date, entry->minutes / 60, entry->minutes % 60);
      return;
    }
  add (out, "DTSTART;VALUE=DATE:%s", date);
  accord_date_to_day_number (entry->from, &day);
  if (accord_date_from_day_number (day + 1, next))
    {
      g_autofree char *end = dup_date (next);

      add (out, "DTEND;VALUE=DATE:%s", end);
    }
}

static const char *
status_of (const AccordCalendarEntry *entry)
{
  switch (entry->standing)
    {
    case ACCORD_CALENDAR_CANCELLED:
      return "CANCELLED";
    case ACCORD_CALENDAR_CONFIRMED:
      return "CONFIRMED";
    case ACCORD_CALENDAR_PROVISIONAL:
    case ACCORD_CALENDAR_NOT_BEFORE:
      return "TENTATIVE";
    case ACCORD_CALENDAR_STANDS:
    case ACCORD_CALENDAR_DONE:
    case ACCORD_CALENDAR_MOVED:
    default:
      return entry->what == ACCORD_CALENDAR_NEXT_MEETING ? "TENTATIVE" : NULL;
    }
}

static void
add_words (GString *out, const AccordCalendarEntry *entry)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *standing = accord_calendar_standing_get_label (entry->standing);
  g_autofree char *description = NULL;
  g_autofree char *summary = NULL;

  if (entry->what == ACCORD_CALENDAR_MEETING)
    summary = g_strdup (entry->title);
  else
    /* Translators: what happens, as “Milestone”, and what it is called. */
    summary = g_strdup_printf (_ ("%s: %s"), accord_calendar_what_get_label (entry->what), entry->title);
  add_text (out, "SUMMARY", summary);
  if (entry->place != NULL)
    g_ptr_array_add (lines, g_strdup (entry->place));
  if (entry->words != NULL)
    /* Translators: a date or time in the words of its source. */
    g_ptr_array_add (lines, g_strdup_printf (_ ("As stated: %s"), entry->words));
  if (entry->hour != NULL && entry->minutes < 0)
    g_ptr_array_add (lines, g_strdup_printf (_ ("As stated: %s"), entry->hour));
  if (standing != NULL)
    g_ptr_array_add (lines, g_strdup (standing));
  g_ptr_array_add (lines, NULL);
  description = g_strjoinv ("\n", (char **) lines->pdata);
  add_text (out, "DESCRIPTION", description);
  add_text (out, "LOCATION", entry->venue);
  add_text (out, "CATEGORIES", accord_calendar_what_get_label (entry->what));
}

static void
add_event (GString *out, const AccordCalendarEntry *entry)
{
  add (out, "BEGIN:VEVENT");
  add (out, "UID:%s-%s@accord", entry->uid, accord_calendar_what_get_name (entry->what));
  add_moment (out, entry->modified);
  add_start (out, entry);
  add_words (out, entry);
  if (status_of (entry) != NULL)
    add (out, "STATUS:%s", status_of (entry));
  /* A day on which something is due does not keep anybody from meeting. */
  add (out, "TRANSP:%s", entry->minutes >= 0 ? "OPAQUE" : "TRANSPARENT");
  add (out, "END:VEVENT");
}

/**
 * accord_ics_dup:
 * @entries: (element-type AccordCalendarEntry): entries of a calendar
 * @name: what the calendar is called
 * @n_left_out: (out): how many entries have no exact day and so cannot be in a calendar
 *
 * Writes entries as other calendars read them (RFC 5545). An event keeps its UID from one time to the next,
 * so that what has changed replaces what was read before.
 *
 * Returns: (transfer full): the text
 */
char *
accord_ics_dup (GPtrArray *entries, const char *name, guint *n_left_out)
{
  GString *out = g_string_new (NULL);

  *n_left_out = 0;
  add (out, "BEGIN:VCALENDAR");
  add (out, "VERSION:2.0");
  add (out, "PRODID:-//Accord//Calendar//EN");
  add (out, "CALSCALE:GREGORIAN");
  add_text (out, "X-WR-CALNAME", name);
  for (guint i = 0; i < G_N_ELEMENTS (time_zone); i++)
    add_line (out, time_zone[i]);
  for (guint i = 0; i < entries->len; i++)
    if (((AccordCalendarEntry *) entries->pdata[i])->vague)
      (*n_left_out)++;
    else
      add_event (out, entries->pdata[i]);
  add (out, "END:VCALENDAR");
  return g_string_free (out, FALSE);
}

/**
 * accord_ics_write:
 * @entries: (element-type AccordCalendarEntry): entries of a calendar
 * @name: what the calendar is called
 * @file: where to write; what was there is replaced
 * @n_left_out: (out): how many entries have no exact day and so cannot be in a calendar
 * @error: return location for an error
 *
 * Does what accord_ics_dup() does, into a file that is there whole or not at all.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_ics_write (GPtrArray *entries, const char *name, GFile *file, guint *n_left_out, GError **error)
{
  g_autofree char *text = accord_ics_dup (entries, name, n_left_out);
  g_autoptr (AccordSafeFile) safe = accord_safe_file_new (file, error);
  g_autoptr (GOutputStream) stream = safe != NULL ? accord_safe_file_open (safe, error) : NULL;

  if (stream == NULL || !g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return FALSE;
  return accord_safe_file_finish (safe, error);
}
