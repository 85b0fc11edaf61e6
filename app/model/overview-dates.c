/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-parts.h"

#include "vague-date.h"

#include <string.h>

#define MOST_DECISIONS "LIMIT 6"

/* A milestone belongs to its programme, or that of its workstream or case, or else to its board's or its own
 * organisation. */
static const char milestones_sql[] =
    "SELECT m.id, m.\"name\", NULL, COALESCE (p.\"name\", o.\"name\"),"
    " COALESCE (CASE WHEN m.\"status\" = 'done' THEN m.\"done_on\" END, m.\"date\"), m.\"date_words\","
    " m.\"status\", NULL, p.id FROM \"milestone\" m"
    " LEFT JOIN \"workstream\" w ON w.id = m.\"workstream\" LEFT JOIN \"case\" c ON c.id = m.\"case\""
    " LEFT JOIN \"programme\" p ON p.id = COALESCE (m.\"programme\", w.\"programme\", c.\"programme\")"
    " LEFT JOIN \"body\" b ON b.id = m.\"body\""
    " LEFT JOIN \"organisation\" o ON o.id = COALESCE (b.\"organisation\", m.\"organisation\")"
    " WHERE m.deleted IS NULL AND ?1 IS NOT NULL ORDER BY m.\"date\" IS NULL, m.\"date\", m.id";

/* Cases of one programme that are decided on the same day are one event. */
static const char due_sql[] =
    "SELECT MIN (c.id), group_concat (c.\"name\", ', '), NULL, p.\"name\","
    " c.\"decision_due\", c.\"decision_due_words\", 'planned', COUNT (*), p.id FROM \"case\" c"
    " LEFT JOIN \"programme\" p ON p.id = c.\"programme\" WHERE c.deleted IS NULL AND ?1 IS NOT NULL"
    " AND (c.\"decision_due\" IS NOT NULL OR c.\"decision_due_words\" IS NOT NULL)"
    " AND c.\"status\" NOT IN ('approved', 'not-endorsed', 'withdrawn')"
    " GROUP BY c.\"programme\", c.\"decision_due\", c.\"decision_due_words\" ORDER BY 1";

static const char endorsements_sql[] =
    "SELECT e.id, COALESCE (e.\"who\", b.\"name\"), NULL, p.\"name\", e.\"date\", e.\"date_words\","
    " e.\"outcome\", json_array_length (e.\"cases\"), p.id FROM \"endorsement\" e"
    " LEFT JOIN \"body\" b ON b.id = e.\"body\""
    " LEFT JOIN \"case\" c ON c.id = json_extract (e.\"cases\", '$[0]')"
    " LEFT JOIN \"programme\" p ON p.id = c.\"programme\" WHERE e.deleted IS NULL AND ?1 IS NOT NULL"
    " AND e.\"date\" IS NOT NULL ORDER BY e.\"date\", e.id";

/* Partners whose answers on one case are due on the same day are one event. */
static const char answers_sql[] =
    "SELECT MIN (r.id), c.\"name\", group_concat (COALESCE (o.\"name\", r.\"who\"), ', '), p.\"name\","
    " r.\"due\", NULL, 'planned', COUNT (*), p.id FROM \"review\" r JOIN \"case\" c ON c.id = r.\"case\""
    " LEFT JOIN \"organisation\" o ON o.id = r.\"organisation\""
    " LEFT JOIN \"programme\" p ON p.id = c.\"programme\" WHERE " ACCORD_OVERVIEW_IS_AWAITED
    " AND ?1 IS NOT NULL AND r.\"due\" IS NOT NULL GROUP BY r.\"case\", r.\"due\" ORDER BY r.\"due\", 1";

static const char transfers_sql[] =
    "SELECT t.id, t.\"service\", NULL, o.\"name\", t.\"date\", t.\"date_words\", t.\"status\", NULL, 0"
    " FROM \"transfer\" t LEFT JOIN \"organisation\" o"
    " ON o.id = COALESCE (t.\"to_organisation\", t.\"from_organisation\")"
    " WHERE t.deleted IS NULL AND ?1 IS NOT NULL"
    " AND (t.\"date\" IS NOT NULL OR t.\"date_words\" IS NOT NULL) ORDER BY t.\"date\", t.id";

/* Meetings to come, and those that resolved something, unless that is an endorsement, which stands for
 * itself. */
static const char meetings_sql[] =
    "SELECT m.id, m.\"name\", NULL, COALESCE (o.\"name\", b.\"name\"), m.\"date\", NULL,"
    " CASE WHEN m.\"date\" < ?1 THEN 'done' ELSE 'planned' END, NULL, 0 FROM \"meeting\" m"
    " LEFT JOIN \"body\" b ON b.id = m.\"body\" LEFT JOIN \"organisation\" o ON o.id = b.\"organisation\""
    " WHERE m.deleted IS NULL AND m.\"date\" IS NOT NULL AND (m.\"date\" >= ?1"
    " OR EXISTS (SELECT 1 FROM \"resolution\" r WHERE r.\"meeting\" = m.id AND r.deleted IS NULL"
    " AND r.\"type\" <> 'noted')) AND NOT EXISTS (SELECT 1 FROM \"endorsement\" e"
    " WHERE e.\"meeting\" = m.id AND e.deleted IS NULL AND e.\"date\" IS NOT NULL) ORDER BY m.\"date\", m.id";

/* What boards resolved, recommended or agreed: by the day of the meeting, what has none last. */
static const char decisions_sql[] =
    "SELECT r.id, r.\"text\", b.\"name\", m.\"name\", m.\"date\", NULL, r.\"type\", r.\"number\","
    " r.\"meeting\" FROM \"resolution\" r LEFT JOIN \"meeting\" m ON m.id = r.\"meeting\""
    " LEFT JOIN \"body\" b ON b.id = m.\"body\" WHERE r.deleted IS NULL AND r.\"type\" <> 'noted'"
    " AND ?1 IS NOT NULL ORDER BY m.\"date\" IS NULL, m.\"date\" DESC,"
    " r.\"type\" = 'resolution' DESC, r.\"type\" = 'agreement' DESC, r.\"number\", r.id " MOST_DECISIONS;

static gboolean
add (AccordOverview *self, AccordReader *reader, const char *kind, const char *sql, const char *today,
     GError **error)
{
  GPtrArray *things = accord_overview_things (reader, kind, sql, today, error);

  if (things == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->dates, things);
  return TRUE;
}

/* Whether somebody has said that it happened, or that it will not. */
static gboolean
is_settled (const AccordOverviewThing *thing)
{
  static const char *const settled[] = { "done", "complete", "missed", NULL };

  if (strcmp (thing->kind, "endorsement") == 0)
    return g_strcmp0 (thing->state, "to-come") != 0;
  return thing->state != NULL && g_strv_contains (settled, thing->state);
}

static void
judge (AccordOverview *self, const char *today)
{
  const char *first = NULL;

  for (guint i = 0; i < self->dates->len; i++)
    {
      const AccordOverviewThing *thing = self->dates->pdata[i];
      char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];
      const char *last = thing->date;

      if (is_settled (thing))
        continue;
      if (last == NULL && accord_vague_date_has_end (thing->words)
          && accord_vague_date_parse (thing->words, from, until))
        last = until;
      /* Whose answer is late is said by name. */
      if (last != NULL && strcmp (last, today) < 0 && strcmp (thing->kind, "review") != 0)
        g_ptr_array_add (self->passed, self->dates->pdata[i]);
      if (thing->date == NULL || strcmp (thing->date, today) < 0
          || (first != NULL && strcmp (first, thing->date) <= 0))
        continue;
      first = thing->date;
      self->next = thing;
    }
  self->n_dates_passed = self->passed->len;
}

/*
 * accord_overview_read_dates:
 * @self: an overview to fill
 * @reader: where to ask
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Finds what was decided and what is due, and when.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_overview_read_dates (AccordOverview *self, AccordReader *reader, const char *today, GError **error)
{
  self->passed = g_ptr_array_new ();
  self->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_thing_free);
  if (!add (self, reader, "milestone", milestones_sql, today, error)
      || !add (self, reader, "case", due_sql, today, error)
      || !add (self, reader, "endorsement", endorsements_sql, today, error)
      || !add (self, reader, "review", answers_sql, today, error)
      || !add (self, reader, "transfer", transfers_sql, today, error)
      || !add (self, reader, "meeting", meetings_sql, today, error))
    return FALSE;
  judge (self, today);
  self->decisions = accord_overview_things (reader, "resolution", decisions_sql, today, error);
  return self->decisions != NULL;
}
