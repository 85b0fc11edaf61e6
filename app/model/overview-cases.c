/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-parts.h"

#include <string.h>

/* @state is the stage, @who the status, @where the programme; a case that was decided or withdrawn waits for
 * nobody, and comes last. */
static const char cases_sql[] =
    "SELECT c.id, c.\"name\", c.\"status\", p.\"name\", c.\"decision_due\", c.\"decision_due_words\","
    " c.\"stage\", NULL, c.\"programme\" FROM \"case\" c LEFT JOIN \"programme\" p ON p.id = c.\"programme\""
    " WHERE c.deleted IS NULL AND ?1 IS NOT NULL"
    " ORDER BY c.\"status\" IN ('approved', 'not-endorsed', 'withdrawn'), c.\"decision_due\" IS NULL,"
    " c.\"decision_due\", c.\"programme\" IS NULL, c.\"programme\", c.\"stage\", c.id";

/* An endorsement to come, once for each case that it is about. @other is the case. */
static const char awaited_sql[] =
    "SELECT e.id, COALESCE (e.\"who\", b.\"name\"), NULL, NULL, e.\"date\", e.\"date_words\", e.\"outcome\","
    " NULL, j.value FROM \"endorsement\" e LEFT JOIN \"body\" b ON b.id = e.\"body\", json_each "
    "(e.\"cases\") j"
    " WHERE e.deleted IS NULL AND e.\"outcome\" = 'to-come' AND ?1 IS NOT NULL"
    " ORDER BY e.\"date\" IS NULL, e.\"date\", e.id";

/* Partners who were sent a case and have not answered. @other is the case. */
static const char asked_sql[] =
    "SELECT r.id, COALESCE (o.\"name\", r.\"who\"), NULL, NULL, r.\"due\", NULL, r.\"state\", NULL, "
    "r.\"case\""
    " FROM \"review\" r LEFT JOIN \"organisation\" o ON o.id = r.\"organisation\""
    " WHERE " ACCORD_OVERVIEW_IS_AWAITED " AND ?1 IS NOT NULL ORDER BY r.\"due\" IS NULL, r.\"due\", r.id";

void
accord_overview_cases_free (AccordOverviewCases *self)
{
  g_free (self->stage);
  g_free (self->status);
  g_free (self->programme);
  g_free (self->due);
  g_free (self->due_words);
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->awaited);
  g_free (self);
}

static AccordOverviewThing *
copy_thing (const AccordOverviewThing *thing)
{
  AccordOverviewThing *copy = g_memdup2 (thing, sizeof *thing);

  copy->title = g_strdup (thing->title);
  copy->who = g_strdup (thing->who);
  copy->where = g_strdup (thing->where);
  copy->date = g_strdup (thing->date);
  copy->words = g_strdup (thing->words);
  copy->state = g_strdup (thing->state);
  copy->number = g_strdup (thing->number);
  return copy;
}

static AccordOverviewThing *
find_named (GPtrArray *awaited, const AccordOverviewThing *one)
{
  for (guint i = 0; i < awaited->len; i++)
    {
      AccordOverviewThing *other = awaited->pdata[i];

      if (other->other == one->other && g_strcmp0 (other->title, one->title) == 0)
        return other;
    }
  return NULL;
}

static int
compare_days (gconstpointer one, gconstpointer other)
{
  const AccordOverviewThing *a = *(AccordOverviewThing **) one, *b = *(AccordOverviewThing **) other;

  if (a->date == NULL || b->date == NULL)
    return (a->date == NULL) - (b->date == NULL);
  return strcmp (a->date, b->date);
}

/* Whose endorsement is to come, and who was sent a case and has not answered: each once, by the day. */
static GPtrArray *
read_awaited (AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (GPtrArray) awaited = accord_overview_things (reader, "endorsement", awaited_sql, today, error);
  g_autoptr (GPtrArray) asked =
      awaited != NULL ? accord_overview_things (reader, "review", asked_sql, today, error) : NULL;

  if (asked == NULL)
    return NULL;
  for (guint i = 0; i < asked->len; i++)
    {
      const AccordOverviewThing *one = asked->pdata[i];
      AccordOverviewThing *named = find_named (awaited, one);

      if (named == NULL)
        g_ptr_array_add (awaited, copy_thing (one));
      else if (named->date == NULL && named->words == NULL)
        named->date = g_strdup (one->date);
    }
  g_ptr_array_sort (awaited, compare_days);
  return g_steal_pointer (&awaited);
}

static GPtrArray *
awaited_for (GPtrArray *awaited, gint64 id)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_thing_free);

  for (guint i = 0; i < awaited->len; i++)
    {
      const AccordOverviewThing *thing = awaited->pdata[i];

      if (thing->other == id)
        g_ptr_array_add (own, copy_thing (thing));
    }
  return own;
}

static gboolean
same_awaited (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const AccordOverviewThing *one = a->pdata[i], *other = b->pdata[i];

      if (one->id != other->id || strcmp (one->kind, other->kind) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
stand_alike (const AccordOverviewCases *group, const AccordOverviewThing *one, GPtrArray *awaited)
{
  const AccordOverviewThing *first = group->cases->pdata[0];

  return first->other == one->other && g_strcmp0 (group->stage, one->state) == 0
         && g_strcmp0 (group->status, one->who) == 0 && g_strcmp0 (group->due, one->date) == 0
         && g_strcmp0 (group->due_words, one->words) == 0 && same_awaited (group->awaited, awaited);
}

static AccordOverviewCases *
group_new (const AccordOverviewThing *one, GPtrArray *awaited)
{
  AccordOverviewCases *group = g_new0 (AccordOverviewCases, 1);

  group->stage = g_strdup (one->state);
  group->status = g_strdup (one->who);
  group->programme = g_strdup (one->where);
  group->due = g_strdup (one->date);
  group->due_words = g_strdup (one->words);
  group->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_thing_free);
  group->awaited = g_ptr_array_ref (awaited);
  return group;
}

/*
 * accord_overview_read_cases:
 * @self: an overview to fill
 * @reader: where to ask
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Finds how the cases stand and who has still to endorse them.
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_overview_read_cases (AccordOverview *self, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (GPtrArray) cases = accord_overview_things (reader, "case", cases_sql, today, error);
  g_autoptr (GPtrArray) awaited = NULL;

  if (cases == NULL)
    return FALSE;
  awaited = read_awaited (reader, today, error);
  if (awaited == NULL)
    return FALSE;
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_cases_free);
  for (guint i = 0; i < cases->len; i++)
    {
      const AccordOverviewThing *one = cases->pdata[i];
      g_autoptr (GPtrArray) own = awaited_for (awaited, one->id);
      AccordOverviewCases *group = NULL;

      for (guint j = 0; j < self->cases->len && group == NULL; j++)
        if (stand_alike (self->cases->pdata[j], one, own))
          group = self->cases->pdata[j];
      if (group == NULL)
        g_ptr_array_add (self->cases, group = group_new (one, own));
      g_ptr_array_add (group->cases, copy_thing (one));
    }
  return TRUE;
}
