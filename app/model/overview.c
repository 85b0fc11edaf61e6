/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview.h"

#include "overview-parts.h"

void
accord_overview_thing_free (AccordOverviewThing *self)
{
  g_free (self->title);
  g_free (self->who);
  g_free (self->where);
  g_free (self->date);
  g_free (self->words);
  g_free (self->state);
  g_free (self->number);
  g_free (self);
}

/* What an array function returns, in an array that frees it. */
static AccordOverviewThing *
read_thing (AccordRows *rows, const char *kind)
{
  AccordOverviewThing *thing = g_new0 (AccordOverviewThing, 1);

  thing->kind = kind;
  thing->id = accord_rows_int (rows, 0);
  thing->title = g_strdup (accord_rows_is_null (rows, 1) ? "" : accord_rows_text (rows, 1));
  thing->who = g_strdup (accord_rows_text (rows, 2));
  thing->where = g_strdup (accord_rows_text (rows, 3));
  thing->date = g_strdup (accord_rows_text (rows, 4));
  thing->words = g_strdup (accord_rows_text (rows, 5));
  thing->state = g_strdup (accord_rows_text (rows, 6));
  thing->number = g_strdup (accord_rows_text (rows, 7));
  thing->other = accord_rows_int (rows, 8);
  return thing;
}

/*
 * accord_overview_things:
 * @reader: where to ask
 * @kind: a kind's name
 * @sql: gives id, title, who, where, date, words, state, number and other; ?1 is @day
 * @day: an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordOverviewThing) (nullable): the answer
 */
GPtrArray *
accord_overview_things (AccordReader *reader, const char *kind, const char *sql, const char *day,
                        GError **error)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_overview_thing_free);
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  g_autoptr (GError) failure = NULL;
  const char *name = accord_schema_find_kind (accord_reader_get_schema (reader), kind)->name;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_text (rows, 1, day);
  while (accord_rows_next (rows, &failure))
    g_ptr_array_add (things, read_thing (rows, name));
  if (failure == NULL)
    return g_steal_pointer (&things);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/*
 * accord_overview_read_number:
 * @reader: where to ask
 * @sql: gives one number; ?1 is @day
 * @day: (nullable): an ISO date
 * @number: (out): the answer
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set
 */
gboolean
accord_overview_read_number (AccordReader *reader, const char *sql, const char *day, gint64 *number,
                             GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);

  if (rows == NULL)
    return FALSE;
  if (day != NULL)
    accord_rows_bind_text (rows, 1, day);
  if (!accord_rows_next (rows, error))
    return FALSE;
  *number = accord_rows_int (rows, 0);
  return TRUE;
}

/* One record is enough to know; payments come last because they are many. */
static gboolean
read_empty (AccordOverview *self, AccordReader *reader, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (reader);

  self->empty = TRUE;
  for (guint i = 0; i < accord_schema_get_n_kinds (schema) && self->empty; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM \"%s\" WHERE deleted IS NULL)",
                                              accord_schema_get_kind (schema, i)->name);
      gint64 any;

      if (!accord_overview_read_number (reader, sql, NULL, &any, error))
        return FALSE;
      self->empty = any == 0;
    }
  return TRUE;
}

static void
free_array (GPtrArray *array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

void
accord_overview_free (AccordOverview *self)
{
  free_array (self->caveats);
  free_array (self->cases);
  free_array (self->claims);
  free_array (self->questions);
  free_array (self->actions);
  free_array (self->reviews);
  free_array (self->comments);
  free_array (self->minutes);
  free_array (self->funds);
  free_array (self->decisions);
  free_array (self->passed);
  free_array (self->dates);
  free_array (self->changes);
  g_free (self);
}

/**
 * accord_overview_read_without_money:
 * @reader: where to ask
 * @today: today as an ISO date
 * @since: the number of the newest change that the person has seen, or 0
 * @error: return location for an error
 *
 * Does what accord_overview_read() does, but does not add up the payments: with a million of them that takes
 * longer than all the rest.
 *
 * Returns: (transfer full) (nullable): an overview whose funds are not known yet
 */
AccordOverview *
accord_overview_read_without_money (AccordReader *reader, const char *today, gint64 since, GError **error)
{
  g_autoptr (AccordOverview) self = g_new0 (AccordOverview, 1);

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (!read_empty (self, reader, error) || !accord_overview_read_waiting (self, reader, today, error)
      || !accord_overview_read_cases (self, reader, today, error)
      || !accord_overview_read_dates (self, reader, today, error)
      || !accord_overview_read_changes (self, reader, since, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_overview_set_funds:
 * @self: an overview
 * @funds: (nullable) (element-type AccordFundSummary): what became of each fund, by accord_funds_summary()
 *
 * Says what became of the funds.
 */
void
accord_overview_set_funds (AccordOverview *self, GPtrArray *funds)
{
  g_return_if_fail (self != NULL);

  free_array (self->funds);
  self->funds = funds != NULL ? g_ptr_array_ref (funds) : NULL;
}

/**
 * accord_overview_read:
 * @reader: where to ask
 * @today: today as an ISO date
 * @since: the number of the newest change that the person has seen, or 0
 * @error: return location for an error
 *
 * Finds what needs a person today: what waits for an answer, who has still to endorse, what is left of the
 * money, which days are ahead and which have passed, what was decided, and what has changed.
 *
 * Returns: (transfer full) (nullable): all of it, of one moment
 */
AccordOverview *
accord_overview_read (AccordReader *reader, const char *today, gint64 since, GError **error)
{
  g_autoptr (AccordOverview) self = accord_overview_read_without_money (reader, today, since, error);

  if (self == NULL)
    return NULL;
  self->funds = accord_funds_summary (reader, error);
  return self->funds != NULL ? g_steal_pointer (&self) : NULL;
}
