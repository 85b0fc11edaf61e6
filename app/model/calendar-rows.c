/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar-rows.h"

#include "bank-holidays.h"
#include "call-in-facts.h"
#include "time-of-day.h"
#include "vague-date.h"

#include <string.h>

/* Each gives id, uid, modified, title, place, body, the date, that as stated, hour, venue and how it stands.
 */

#define BODY_NAME "CASE WHEN o.\"name\" IS NULL THEN b.\"name\" ELSE b.\"name\" || ', ' || o.\"name\" END"
#define BODY_TABLES(of)                                                                                      \
  " LEFT JOIN \"body\" b ON b.id = " of " AND b.deleted IS NULL"                                             \
  " LEFT JOIN \"organisation\" o ON o.id = b.\"organisation\" AND o.deleted IS NULL"

static const char meetings_sql[] =
    "SELECT m.id, m.uid, m.modified, m.\"name\", " BODY_NAME ", b.id, m.\"date\", NULL, m.\"time\","
    " m.\"venue\", m.\"status\" FROM \"meeting\" m" BODY_TABLES (
        "m.\"body\"") " WHERE m.deleted IS NULL AND m.\"date\" IS NOT NULL";

/* One that is on record itself stands for itself. */
static const char next_meetings_sql[] =
    "SELECT m.id, m.uid, m.modified, COALESCE (b.\"name\", m.\"name\"), " BODY_NAME ", b.id,"
    " m.\"next_meeting\", m.\"next_meeting_words\", NULL, NULL, NULL FROM \"meeting\" m" BODY_TABLES (
        "m.\"body\"") " WHERE m.deleted IS NULL"
                      " AND (m.\"next_meeting\" IS NOT NULL OR m.\"next_meeting_words\" IS NOT NULL)"
                      " AND NOT EXISTS (SELECT 1 FROM \"meeting\" n WHERE n.deleted IS NULL AND n.id <> m.id"
                      " AND n.\"date\" = m.\"next_meeting\" AND n.\"body\" IS m.\"body\")";

static const char decisions_sql[] =
    "SELECT d.id, d.uid, d.modified, d.\"title\", COALESCE (" BODY_NAME ", d.\"maker\"), b.id, d.\"due\","
    " d.\"due_words\", NULL, NULL, NULL FROM \"decision\" d"
    " LEFT JOIN \"meeting\" m ON m.id = d.\"meeting\"" BODY_TABLES (
        "COALESCE (d.\"body\", m.\"body\")") " WHERE d.deleted IS NULL AND d.\"date\" IS NULL AND "
                                             "d.\"made_on\" IS NULL"
                                             " AND (d.\"due\" IS NOT NULL OR d.\"due_words\" IS NOT NULL)";

static const char cases_sql[] =
    "SELECT c.id, c.uid, c.modified, c.\"name\", p.\"name\", NULL, c.\"decision_due\","
    " c.\"decision_due_words\", NULL, NULL, CASE WHEN c.\"status\" IN ('approved', 'not-endorsed') THEN "
    "'done'"
    " WHEN c.\"status\" = 'withdrawn' THEN 'cancelled' END FROM \"case\" c"
    " LEFT JOIN \"programme\" p ON p.id = c.\"programme\" WHERE c.deleted IS NULL"
    " AND (c.\"decision_due\" IS NOT NULL OR c.\"decision_due_words\" IS NOT NULL)";

static const char effective_sql[] =
    "SELECT d.id, d.uid, d.modified, d.\"title\", COALESCE (" BODY_NAME ", d.\"maker\"), b.id,"
    " d.\"effective\", NULL, NULL, NULL, NULL FROM \"decision\" d"
    " LEFT JOIN \"meeting\" m ON m.id = d.\"meeting\"" BODY_TABLES (
        "COALESCE (d.\"body\", m.\"body\")") " WHERE d.deleted IS NULL AND d.\"effective\" IS NOT NULL";

static const char caveats_sql[] =
    "SELECT c.id, c.uid, c.modified, c.\"text\", COALESCE (" BODY_NAME ", c.\"owner\"), b.id, c.\"due\","
    " c.\"due_words\", NULL, NULL, CASE c.\"state\" WHEN 'open' THEN NULL ELSE 'done' END"
    " FROM \"caveat\" c" BODY_TABLES (
        "c.\"raised_by\"") " WHERE c.deleted IS NULL"
                           " AND (c.\"due\" IS NOT NULL OR c.\"due_words\" IS NOT NULL)";

static const char actions_sql[] =
    "SELECT a.id, a.uid, a.modified, a.\"text\", COALESCE (a.\"owner\", " BODY_NAME "), b.id, a.\"due\","
    " a.\"due_words\", NULL, NULL, a.\"state\" FROM \"action\" a"
    " LEFT JOIN \"meeting\" m ON m.id = a.\"meeting\"" BODY_TABLES (
        "m.\"body\"") " WHERE a.deleted IS NULL AND (a.\"due\" IS NOT NULL OR a.\"due_words\" IS NOT NULL)";

static const char milestones_sql[] =
    "SELECT m.id, m.uid, m.modified, m.\"name\", COALESCE (p.\"name\", " BODY_NAME ", h.\"name\"), b.id,"
    " CASE WHEN m.\"status\" = 'done' AND m.\"done_on\" IS NOT NULL THEN m.\"done_on\" ELSE m.\"date\" END,"
    " CASE WHEN m.\"status\" = 'done' AND m.\"done_on\" IS NOT NULL THEN NULL ELSE m.\"date_words\" END,"
    " NULL, NULL, m.\"status\" FROM \"milestone\" m LEFT JOIN \"workstream\" w ON w.id = m.\"workstream\""
    " LEFT JOIN \"case\" c ON c.id = m.\"case\" LEFT JOIN \"programme\" p"
    " ON p.id = COALESCE (m.\"programme\", w.\"programme\", c.\"programme\")" BODY_TABLES (
        "m.\"body\"") " LEFT JOIN \"organisation\" h ON h.id = m.\"organisation\" WHERE m.deleted IS NULL"
                      " AND (m.\"date\" IS NOT NULL OR m.\"done_on\" IS NOT NULL OR m.\"date_words\" IS NOT "
                      "NULL)";

static const char reviews_sql[] =
    "SELECT r.id, r.uid, r.modified, c.\"name\" || ': ' || r.\"who\", " BODY_NAME
    ", b.id, r.\"due\", NULL, NULL,"
    " NULL, CASE WHEN r.\"state\" = 'returned' THEN 'done' WHEN r.\"state\" = 'withdrawn'"
    " OR EXISTS (SELECT 1 FROM \"review\" n WHERE n.\"case\" = r.\"case\" AND n.deleted IS NULL"
    " AND n.\"organisation\" = r.\"organisation\" AND n.\"state\" <> 'withdrawn' AND n.id > r.id)"
    " THEN 'cancelled' END"
    " FROM \"review\" r JOIN \"case\" c ON c.id = r.\"case\" AND c.deleted IS NULL" BODY_TABLES (
        "r.\"body\"") " WHERE r.deleted IS NULL AND r.\"due\" IS NOT NULL";

static const char consultations_sql[] =
    "SELECT e.id, e.uid, e.modified, e.\"name\", COALESCE (p.\"name\", o.\"name\"), NULL, e.\"until\","
    " e.\"until_words\", NULL, NULL, NULL FROM \"engagement\" e"
    " LEFT JOIN \"programme\" p ON p.id = e.\"programme\""
    " LEFT JOIN \"organisation\" o ON o.id = e.\"organisation\" WHERE e.deleted IS NULL"
    " AND e.\"type\" = 'consultation' AND (e.\"until\" IS NOT NULL OR e.\"until_words\" IS NOT NULL)";

static const char call_ins_sql[] =
    "SELECT d.id, d.uid, MAX (d.modified, COALESCE (o.modified, '')), d.\"title\","
    " COALESCE (CASE WHEN b.\"name\" IS NULL THEN o.\"name\" ELSE " BODY_NAME " END, d.\"maker\"), b.id,"
    " NULL, NULL, NULL, NULL, NULL, " ACCORD_CALL_IN_COLUMNS " FROM " ACCORD_CALL_IN_TABLES
    " WHERE d.deleted IS NULL AND d.\"published\" IS NOT NULL";

#define N_COLUMNS 11

static const struct
{
  AccordCalendarWhat what;
  const char *kind;
  const char *sql;
} questions[] = {
  { ACCORD_CALENDAR_MEETING, "meeting", meetings_sql },
  { ACCORD_CALENDAR_NEXT_MEETING, "meeting", next_meetings_sql },
  { ACCORD_CALENDAR_DECISION, "decision", decisions_sql },
  { ACCORD_CALENDAR_DECISION, "case", cases_sql },
  { ACCORD_CALENDAR_EFFECTIVE, "decision", effective_sql },
  { ACCORD_CALENDAR_CAVEAT, "caveat", caveats_sql },
  { ACCORD_CALENDAR_ACTION, "action", actions_sql },
  { ACCORD_CALENDAR_MILESTONE, "milestone", milestones_sql },
  { ACCORD_CALENDAR_CONSULTATION, "engagement", consultations_sql },
  { ACCORD_CALENDAR_REVIEW, "review", reviews_sql },
};

/*
 * accord_calendar_entry_free:
 * @self: an entry
 */
void
accord_calendar_entry_free (AccordCalendarEntry *self)
{
  g_free (self->words);
  g_free (self->hour);
  g_free (self->title);
  g_free (self->place);
  g_free (self->venue);
  g_free (self->uid);
  g_free (self->modified);
  g_free (self);
}

static AccordCalendarStanding
standing_of (const char *state, const char *words)
{
  static const struct
  {
    const char *state;
    AccordCalendarStanding standing;
  } rows[] = { { "provisional", ACCORD_CALENDAR_PROVISIONAL },
               { "confirmed", ACCORD_CALENDAR_CONFIRMED },
               { "moved", ACCORD_CALENDAR_MOVED },
               { "cancelled", ACCORD_CALENDAR_CANCELLED },
               { "done", ACCORD_CALENDAR_DONE } };
  g_autofree char *low = words != NULL ? g_utf8_strdown (words, -1) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (state, rows[i].state) == 0)
      return rows[i].standing;
  return low != NULL && strstr (low, "not before") != NULL ? ACCORD_CALENDAR_NOT_BEFORE
                                                           : ACCORD_CALENDAR_STANDS;
}

static AccordCalendarEntry *
read_entry (AccordRows *rows, AccordCalendarWhat what, const char *kind)
{
  AccordCalendarEntry *entry = g_new0 (AccordCalendarEntry, 1);

  entry->what = what;
  entry->kind = kind;
  entry->id = accord_rows_int (rows, 0);
  entry->uid = g_strdup (accord_rows_text (rows, 1));
  entry->modified = g_strdup (accord_rows_text (rows, 2));
  entry->title = g_strdup (accord_rows_is_null (rows, 3) ? "" : accord_rows_text (rows, 3));
  entry->place = g_strdup (accord_rows_text (rows, 4));
  entry->body = accord_rows_int (rows, 5);
  entry->words = g_strdup (accord_rows_text (rows, 7));
  entry->hour = g_strdup (accord_rows_text (rows, 8));
  entry->minutes = -1;
  accord_time_parse (entry->hour, &entry->minutes);
  entry->venue = g_strdup (accord_rows_text (rows, 9));
  entry->standing = standing_of (accord_rows_text (rows, 10), entry->words);
  return entry;
}

static void
set_day (AccordCalendarEntry *entry, const char *date)
{
  g_strlcpy (entry->from, date, sizeof entry->from);
  g_strlcpy (entry->until, date, sizeof entry->until);
}

/* A date beside words such as "week commencing" is only where the span of days that they name begins. */
static gboolean
place_entry (AccordCalendarEntry *entry, const char *date)
{
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

  entry->vague = accord_vague_date_parse (entry->words, from, until) && strcmp (from, until) != 0
                 && (date == NULL || (strcmp (from, date) <= 0 && strcmp (date, until) <= 0));
  if (entry->vague || (date == NULL && accord_vague_date_parse (entry->words, from, until)))
    {
      g_strlcpy (entry->from, from, sizeof entry->from);
      g_strlcpy (entry->until, until, sizeof entry->until);
      return TRUE;
    }
  if (date == NULL)
    return FALSE;
  set_day (entry, date);
  return TRUE;
}

static gboolean
read_question (AccordCalendar *self, AccordReader *reader, guint index, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, questions[index].sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      AccordCalendarEntry *entry = read_entry (rows, questions[index].what, questions[index].kind);

      if (place_entry (entry, accord_rows_text (rows, 6)))
        g_ptr_array_add (self->entries, entry);
      else
        {
          self->n_undated++;
          accord_calendar_entry_free (entry);
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * accord_calendar_read_rows:
 * @self: a calendar to fill
 * @reader: where to ask
 * @error: return location for an error
 *
 * Finds what has a day of its own.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_calendar_read_rows (AccordCalendar *self, AccordReader *reader, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (!read_question (self, reader, i, error))
      return FALSE;
  return TRUE;
}

/*
 * accord_calendar_read_call_ins:
 * @self: a calendar to fill
 * @reader: where to ask
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Finds the days on which decisions can be called in for the last time, where those are known.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_calendar_read_call_ins (AccordCalendar *self, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, call_ins_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (accord_rows_next (rows, &failure))
    {
      g_autoptr (AccordCallInFacts) facts = accord_call_in_facts_from_rows (rows, N_COLUMNS);
      g_autoptr (AccordCallIn) judged = accord_call_in_judge (facts, accord_bank_holidays_get (), today);
      AccordCalendarEntry *entry;

      if (*judged->last == '\0')
        continue;
      entry = read_entry (rows, ACCORD_CALENDAR_CALL_IN, "decision");
      set_day (entry, judged->last);
      g_ptr_array_add (self->entries, entry);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
