/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"

#include "calendar-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *label;
  const char *plural;
} whats[ACCORD_CALENDAR_N] = {
  { "meeting", N_ ("Meeting"), N_ ("Meetings") },
  { "next-meeting", N_ ("Next meeting, as announced"), N_ ("Meetings announced") },
  { "decision-due", N_ ("Decision due"), N_ ("Decisions due") },
  { "call-in-ends", N_ ("Last day for call-in"), N_ ("Call-in ends") },
  { "takes-effect", N_ ("Takes effect"), N_ ("Decisions taking effect") },
  { "caveat-due", N_ ("Caveat due"), N_ ("Caveats due") },
  { "action-due", N_ ("Action due"), N_ ("Actions due") },
  { "milestone", N_ ("Milestone"), N_ ("Milestones") },
  { "consultation-ends", N_ ("Consultation ends"), N_ ("Consultations ending") },
  { "review-due", N_ ("Partner’s answer due"), N_ ("Partners’ answers due") },
};

static const char *const standings[] = {
  [ACCORD_CALENDAR_STANDS] = NULL,
  [ACCORD_CALENDAR_PROVISIONAL] = N_ ("provisional"),
  [ACCORD_CALENDAR_CONFIRMED] = N_ ("confirmed"),
  [ACCORD_CALENDAR_NOT_BEFORE] = N_ ("not before this day"),
  [ACCORD_CALENDAR_DONE] = N_ ("done"),
  [ACCORD_CALENDAR_MOVED] = N_ ("moved to another day"),
  [ACCORD_CALENDAR_CANCELLED] = N_ ("cancelled"),
};

static void
body_free (gpointer data)
{
  AccordCalendarBody *body = data;

  g_free (body->name);
  g_free (body);
}

static gboolean
is_meeting (const AccordCalendarEntry *entry)
{
  return entry->what == ACCORD_CALENDAR_MEETING || entry->what == ACCORD_CALENDAR_NEXT_MEETING;
}

/* People have to be at a meeting; what is due that day comes after. */
static gint
compare_entries (gconstpointer first, gconstpointer second)
{
  const AccordCalendarEntry *a = *(AccordCalendarEntry *const *) first;
  const AccordCalendarEntry *b = *(AccordCalendarEntry *const *) second;
  gint by_day = strcmp (a->from, b->from);
  gint by_title;

  if (by_day != 0)
    return by_day;
  if (a->vague != b->vague)
    return a->vague - b->vague;
  if (is_meeting (a) != is_meeting (b))
    return is_meeting (b) - is_meeting (a);
  if (a->minutes != b->minutes)
    return a->minutes - b->minutes;
  if (a->what != b->what)
    return (gint) a->what - (gint) b->what;
  by_title = strcmp (a->title, b->title);
  return by_title != 0 ? by_title : (a->id > b->id) - (a->id < b->id);
}

static gint
compare_bodies (gconstpointer first, gconstpointer second)
{
  return g_utf8_collate ((*(AccordCalendarBody *const *) first)->name,
                         (*(AccordCalendarBody *const *) second)->name);
}

/* Two councils may each have a Cabinet, so that the name alone would not do. */
static const char bodies_sql[] =
    "SELECT b.id, CASE WHEN o.\"name\" IS NULL THEN b.\"name\" ELSE b.\"name\" || ', ' || o.\"name\" END"
    " FROM \"body\" b LEFT JOIN \"organisation\" o ON o.id = b.\"organisation\" AND o.deleted IS NULL"
    " WHERE b.deleted IS NULL";

static GHashTable *
named_bodies (const AccordCalendar *self)
{
  GHashTable *named = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AccordCalendarEntry *entry = self->entries->pdata[i];

      if (entry->body != 0)
        g_hash_table_add (named, &entry->body);
    }
  return named;
}

static gboolean
read_bodies (AccordCalendar *self, AccordReader *reader, GError **error)
{
  g_autoptr (GHashTable) named = named_bodies (self);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, bodies_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      gint64 id = accord_rows_int (rows, 0);
      AccordCalendarBody *body;

      if (!g_hash_table_contains (named, &id))
        continue;
      body = g_new0 (AccordCalendarBody, 1);
      body->id = id;
      body->name = g_strdup (accord_rows_text (rows, 1));
      g_ptr_array_add (self->bodies, body);
    }
  g_ptr_array_sort (self->bodies, compare_bodies);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * accord_calendar_read:
 * @reader: where to ask
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Finds all days that matter to boards and those who work for them. What is known by month or season only
 * keeps its span of days and its words.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
AccordCalendar *
accord_calendar_read (AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordCalendar) self = g_new0 (AccordCalendar, 1);

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_calendar_entry_free);
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  if (!accord_calendar_read_rows (self, reader, error)
      || !accord_calendar_read_call_ins (self, reader, today, error) || !read_bodies (self, reader, error))
    return NULL;
  g_ptr_array_sort (self->entries, compare_entries);
  return g_steal_pointer (&self);
}

/**
 * accord_calendar_free:
 * @self: a calendar
 */
void
accord_calendar_free (AccordCalendar *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_free (self);
}

/**
 * accord_calendar_filter:
 * @self: a calendar
 * @filter: which entries are wanted
 *
 * What is known by a span of days only belongs wherever that span reaches.
 *
 * Returns: (transfer container) (element-type AccordCalendarEntry): the entries, which remain the calendar's
 */
GPtrArray *
accord_calendar_filter (const AccordCalendar *self, const AccordCalendarFilter *filter)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AccordCalendarEntry *entry = self->entries->pdata[i];

      if ((filter->whats & (1u << entry->what)) == 0 || (filter->body != 0 && filter->body != entry->body)
          || (filter->from != NULL && strcmp (entry->until, filter->from) < 0)
          || (filter->until != NULL && strcmp (entry->from, filter->until) > 0))
        continue;
      g_ptr_array_add (found, entry);
    }
  return found;
}

/**
 * accord_calendar_find_day:
 * @entries: (element-type AccordCalendarEntry): entries by day
 * @day: an ISO date
 * @later: whether to look after it, not before
 *
 * Returns: (transfer none) (nullable): the day nearest to @day on which there is something
 */
const char *
accord_calendar_find_day (GPtrArray *entries, const char *day, gboolean later)
{
  const char *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const AccordCalendarEntry *entry = entries->pdata[i];

      if (later && strcmp (entry->from, day) > 0)
        return entry->from;
      if (!later && strcmp (entry->from, day) < 0)
        found = entry->from;
    }
  return found;
}

/**
 * accord_calendar_what_get_label:
 * @what: a sort of entry
 *
 * Returns: (transfer none): what one is called, translated
 */
const char *
accord_calendar_what_get_label (AccordCalendarWhat what)
{
  g_return_val_if_fail (what < ACCORD_CALENDAR_N, NULL);

  return _ (whats[what].label);
}

/**
 * accord_calendar_what_get_plural:
 * @what: a sort of entry
 *
 * Returns: (transfer none): what several are called, translated
 */
const char *
accord_calendar_what_get_plural (AccordCalendarWhat what)
{
  g_return_val_if_fail (what < ACCORD_CALENDAR_N, NULL);

  return _ (whats[what].plural);
}

/**
 * accord_calendar_what_get_name:
 * @what: a sort of entry
 *
 * Returns: (transfer none): the word for it that files and programs use
 */
const char *
accord_calendar_what_get_name (AccordCalendarWhat what)
{
  g_return_val_if_fail (what < ACCORD_CALENDAR_N, NULL);

  return whats[what].name;
}

/**
 * accord_calendar_standing_get_label:
 * @standing: how an entry stands
 *
 * Returns: (transfer none) (nullable): the words for it, translated; %NULL where there is nothing to say
 */
const char *
accord_calendar_standing_get_label (AccordCalendarStanding standing)
{
  g_return_val_if_fail (standing < G_N_ELEMENTS (standings), NULL);

  return standings[standing] != NULL ? _ (standings[standing]) : NULL;
}
