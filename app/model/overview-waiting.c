/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-parts.h"

/* A card shows a few; what is behind it is a list. */
#define FEW "LIMIT 6"

/* Caveats of one body on the same cases, by the order in which they were raised. A caveat that is late by its
 * own day counts as overdue; where none has a day, the decision on the cases is what they are to be answered
 * for. */
static const char caveats_sql[] =
    "SELECT MIN (v.id), COALESCE (v.\"endorsement\", 0), COALESCE (b.\"name\", r.\"who\"), e.\"date\", "
    "p.\"name\","
    " COALESCE (MIN (v.\"due\"), MIN (c.\"decision_due\")),"
    " COALESCE (MIN (v.\"due_words\"), MIN (c.\"decision_due_words\")),"
    " COALESCE (json_array_length (v.\"cases\"), 0), COUNT (*),"
    " COUNT (*) FILTER (WHERE v.\"state\" = 'open'),"
    " COUNT (*) FILTER (WHERE v.\"state\" = 'open' AND v.\"due\" < ?1)"
    " FROM \"caveat\" v LEFT JOIN \"body\" b ON b.id = v.\"raised_by\""
    " LEFT JOIN \"endorsement\" e ON e.id = v.\"endorsement\""
    " LEFT JOIN \"review\" r ON r.id = v.\"review\""
    " LEFT JOIN \"case\" c ON c.id = json_extract (v.\"cases\", '$[0]')"
    " LEFT JOIN \"programme\" p ON p.id = c.\"programme\""
    " WHERE v.deleted IS NULL GROUP BY v.\"raised_by\", v.\"cases\", v.\"endorsement\","
    " CASE WHEN v.\"raised_by\" IS NULL AND v.\"endorsement\" IS NULL THEN v.\"review\" END"
    " ORDER BY 11 DESC, 10 = 0, 6 IS NULL, 6, 1";

static const char claims_sql[] =
    "SELECT c.id, c.\"text\", c.\"said_by\", f.\"name\", c.\"said_on\", c.\"said_on_words\", c.\"state\","
    " NULL, c.\"fund\" FROM \"claim\" c LEFT JOIN \"fund\" f ON f.id = c.\"fund\""
    " WHERE c.deleted IS NULL AND c.\"state\" = 'cannot-check' AND c.\"measure\" <> 'none'"
    " AND c.\"measure\" IS NOT NULL AND ?1 IS NOT NULL ORDER BY c.\"said_on\" IS NULL, c.\"said_on\", "
    "c.id " FEW;

static const char n_claims_sql[] =
    "SELECT COUNT (*) FROM \"claim\" WHERE deleted IS NULL AND \"state\" = 'cannot-check'";

static const char questions_sql[] =
    "SELECT q.id, q.\"text\", q.\"asked_by\", m.\"name\", q.\"asked_on\", NULL, NULL, NULL, q.\"meeting\""
    " FROM \"question\" q LEFT JOIN \"meeting\" m ON m.id = q.\"meeting\""
    " WHERE q.deleted IS NULL AND q.\"answer\" IS NULL AND ?1 IS NOT NULL"
    " ORDER BY q.\"asked_on\" IS NULL, q.\"asked_on\", q.id " FEW;

static const char n_questions_sql[] =
    "SELECT COUNT (*) FROM \"question\" WHERE deleted IS NULL AND \"answer\" IS NULL";

static const char actions_sql[] =
    "SELECT a.id, a.\"text\", a.\"owner\", m.\"name\", a.\"due\", a.\"due_words\", a.\"state\", NULL,"
    " a.\"meeting\" FROM \"action\" a LEFT JOIN \"meeting\" m ON m.id = a.\"meeting\""
    " WHERE a.deleted IS NULL AND a.\"state\" = 'open' AND a.\"due\" < ?1 ORDER BY a.\"due\", a.id " FEW;

static const char n_overdue_sql[] =
    "SELECT COUNT (*) FROM \"action\" WHERE deleted IS NULL AND \"state\" = 'open' AND \"due\" < ?1";

static const char n_open_sql[] =
    "SELECT COUNT (*) FROM \"action\" WHERE deleted IS NULL AND \"state\" = 'open'";

static const char minutes_sql[] =
    "SELECT i.id, i.\"title\", NULL, m.\"name\", m.\"date\", NULL, NULL, i.\"number\", i.\"meeting\""
    " FROM \"item\" i LEFT JOIN \"meeting\" m ON m.id = i.\"meeting\""
    " WHERE i.deleted IS NULL AND i.\"incomplete\" = 1 AND ?1 IS NOT NULL"
    " ORDER BY m.\"date\" IS NULL, m.\"date\" DESC, i.\"position\", i.id " FEW;

static const char n_minutes_sql[] =
    "SELECT COUNT (*) FROM \"item\" WHERE deleted IS NULL AND \"incomplete\" = 1";

static const char reviews_sql[] =
    "SELECT r.id, r.\"who\", NULL, c.\"name\", r.\"due\", NULL, r.\"state\", NULL, r.\"case\""
    " FROM \"review\" r LEFT JOIN \"case\" c ON c.id = r.\"case\" WHERE " ACCORD_OVERVIEW_IS_AWAITED
    " AND r.\"due\" < ?1 ORDER BY r.\"due\", r.id " FEW;

static const char n_late_reviews_sql[] =
    "SELECT COUNT (*) FROM \"review\" r WHERE " ACCORD_OVERVIEW_IS_AWAITED " AND r.\"due\" < ?1";

static const char n_reviews_sql[] = "SELECT COUNT (*) FROM \"review\" r WHERE " ACCORD_OVERVIEW_IS_AWAITED;

/* What partners said that has neither a reply of somebody else nor been closed; what is still being written
 * in a review that has not come back is theirs. What became a caveat is answered as one. */
#define IS_UNANSWERED                                                                                        \
  "c.deleted IS NULL AND c.\"state\" = 'open' AND c.\"reply_to\" IS NULL"                                    \
  " AND EXISTS (SELECT 1 FROM \"review\" r WHERE r.id = c.\"review\" AND r.deleted IS NULL"                  \
  " AND r.\"state\" = 'returned')"                                                                           \
  " AND NOT EXISTS (SELECT 1 FROM \"comment\" o LEFT JOIN \"comment\" d ON d.id = o.\"reply_to\""            \
  " WHERE o.deleted IS NULL AND o.\"review\" IS NOT c.\"review\""                                            \
  " AND (o.\"reply_to\" = c.id OR d.\"reply_to\" = c.id))"                                                   \
  " AND NOT EXISTS (SELECT 1 FROM \"caveat\" v WHERE v.id = c.\"caveat\" AND v.deleted IS NULL)"             \
  " AND EXISTS (SELECT 1 FROM \"case\" k WHERE k.id = c.\"case\" AND k.deleted IS NULL)"

static const char comments_sql[] =
    "SELECT c.id, c.\"text\", r.\"who\", k.\"name\", c.\"written\", NULL, c.\"state\", NULL, c.\"case\""
    " FROM \"comment\" c LEFT JOIN \"review\" r ON r.id = c.\"review\""
    " LEFT JOIN \"case\" k ON k.id = c.\"case\" WHERE ?1 IS NOT NULL AND " IS_UNANSWERED
    " ORDER BY c.\"written\" IS NULL, c.\"written\", c.id " FEW;

static const char n_comments_sql[] = "SELECT COUNT (*) FROM \"comment\" c WHERE " IS_UNANSWERED;

void
accord_overview_caveats_free (AccordOverviewCaveats *self)
{
  g_free (self->raised_by);
  g_free (self->said_on);
  g_free (self->programme);
  g_free (self->due);
  g_free (self->due_words);
  g_free (self);
}

static AccordOverviewCaveats *
read_group (AccordRows *rows)
{
  AccordOverviewCaveats *group = g_new0 (AccordOverviewCaveats, 1);

  group->first = accord_rows_int (rows, 0);
  group->endorsement = accord_rows_int (rows, 1);
  group->raised_by = g_strdup (accord_rows_text (rows, 2));
  group->said_on = g_strdup (accord_rows_text (rows, 3));
  group->programme = g_strdup (accord_rows_text (rows, 4));
  group->due = g_strdup (accord_rows_text (rows, 5));
  group->due_words = g_strdup (accord_rows_text (rows, 6));
  group->n_cases = accord_rows_int (rows, 7);
  group->n_total = accord_rows_int (rows, 8);
  group->n_open = accord_rows_int (rows, 9);
  group->n_overdue = accord_rows_int (rows, 10);
  return group;
}

static gboolean
read_caveats (AccordOverview *self, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, caveats_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  self->caveats = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_caveats_free);
  accord_rows_bind_text (rows, 1, today);
  while (accord_rows_next (rows, &failure))
    {
      AccordOverviewCaveats *group = read_group (rows);

      self->n_caveats += group->n_total;
      self->n_caveats_open += group->n_open;
      self->n_caveats_overdue += group->n_overdue;
      g_ptr_array_add (self->caveats, group);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * accord_overview_read_waiting:
 * @self: an overview to fill
 * @reader: where to ask
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Finds what waits for somebody to answer, do or complete it.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_overview_read_waiting (AccordOverview *self, AccordReader *reader, const char *today, GError **error)
{
  return read_caveats (self, reader, today, error)
         && (self->claims = accord_overview_things (reader, "claim", claims_sql, today, error)) != NULL
         && accord_overview_read_number (reader, n_claims_sql, NULL, &self->n_claims_unchecked, error)
         && (self->questions = accord_overview_things (reader, "question", questions_sql, today, error))
                != NULL
         && accord_overview_read_number (reader, n_questions_sql, NULL, &self->n_questions, error)
         && (self->actions = accord_overview_things (reader, "action", actions_sql, today, error)) != NULL
         && accord_overview_read_number (reader, n_overdue_sql, today, &self->n_actions_overdue, error)
         && accord_overview_read_number (reader, n_open_sql, NULL, &self->n_actions_open, error)
         && (self->reviews = accord_overview_things (reader, "review", reviews_sql, today, error)) != NULL
         && accord_overview_read_number (reader, n_late_reviews_sql, today, &self->n_reviews_overdue, error)
         && accord_overview_read_number (reader, n_reviews_sql, NULL, &self->n_reviews_awaited, error)
         && (self->comments = accord_overview_things (reader, "comment", comments_sql, today, error)) != NULL
         && accord_overview_read_number (reader, n_comments_sql, NULL, &self->n_comments, error)
         && (self->minutes = accord_overview_things (reader, "item", minutes_sql, today, error)) != NULL
         && accord_overview_read_number (reader, n_minutes_sql, NULL, &self->n_minutes, error);
}
