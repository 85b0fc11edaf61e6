/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview-passed.h"

#include "date.h"
#include "overview-parts.h"

#include <string.h>

/* Where a kind keeps its day, its day as stated, and how it stands. */
typedef struct
{
  const char *kind;
  const char *date;
  const char *words;
  const char *state;
} Place;

static const Place places[] = {
  { "milestone", "date", "date-words", "status" },
  { "case", "decision-due", "decision-due-words", "status" },
  { "transfer", "date", "date-words", "status" },
  { "endorsement", "date", "date-words", "outcome" },
};

static const Place *
find_place (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].kind, kind) == 0)
      return &places[i];
  return NULL;
}

/**
 * accord_overview_count_passed:
 * @self: an overview
 * @kind: `milestone`, `case`, `transfer` or `endorsement`
 *
 * Returns: how many records of @kind were to have happened by now and are not said to have
 */
gint64
accord_overview_count_passed (const AccordOverview *self, const char *kind)
{
  gint64 n = 0;

  for (guint i = 0; i < self->passed->len; i++)
    {
      const AccordOverviewThing *thing = self->passed->pdata[i];

      /* Cases that are decided together are one date. */
      if (strcmp (thing->kind, kind) == 0)
        n += strcmp (kind, "case") == 0 ? g_ascii_strtoll (thing->number, NULL, 10) : 1;
    }
  return n;
}

static void
leave_out_settled (AccordQuery *query, const AccordKind *kind, const Place *place)
{
  static const char *const settled[] = {
    "done", "complete", "missed", "approved", "not-endorsed", "withdrawn"
  };
  guint state = (guint) accord_kind_find_field (kind, place->state);

  if (strcmp (kind->name, "endorsement") == 0)
    accord_query_add_text (query, state, ACCORD_OPERATOR_EQUAL, "to-come");
  for (guint i = 0; strcmp (kind->name, "endorsement") != 0 && i < G_N_ELEMENTS (settled); i++)
    if (accord_field_choice_label (&kind->fields[state], settled[i]) != NULL)
      accord_query_add_text (query, state, ACCORD_OPERATOR_NOT_EQUAL, settled[i]);
}

/* Whether @words stand beside a day that is still to come: the day then counts. */
static gboolean
is_ahead (const AccordOverview *self, const char *kind, const char *words, const char *today)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      const AccordOverviewThing *thing = self->dates->pdata[i];

      if (strcmp (thing->kind, kind) == 0 && thing->date != NULL && strcmp (thing->date, today) >= 0
          && g_strcmp0 (thing->words, words) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_yesterday (const char *today)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  int day;

  if (accord_date_to_day_number (today, &day) && accord_date_from_day_number (day - 1, iso))
    return g_strdup (iso);
  return g_strdup (today);
}

/* A day before today, or one of the words that say so. */
static gboolean
ask_for_days (const AccordOverview *self, AccordQuery *query, const Place *place, const char *today)
{
  const AccordKind *kind = accord_query_get_kind (query);
  guint words = (guint) accord_kind_find_field (kind, place->words);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *yesterday = dup_yesterday (today);
  gboolean ahead = FALSE;

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, place->date), ACCORD_OPERATOR_AT_MOST,
                         yesterday);
  for (guint i = 0; i < self->passed->len; i++)
    {
      const AccordOverviewThing *thing = self->passed->pdata[i];

      if (strcmp (thing->kind, place->kind) != 0 || thing->date != NULL
          || !g_hash_table_add (seen, thing->words))
        continue;
      accord_query_add_text (query, words, ACCORD_OPERATOR_EQUAL, thing->words);
      accord_query_join_last (query);
      ahead |= is_ahead (self, place->kind, thing->words, today);
    }
  return ahead;
}

/**
 * accord_overview_passed_rows:
 * @self: an overview
 * @schema: the kinds
 * @kind: `milestone`, `case`, `transfer` or `endorsement`
 * @today: the day of the overview
 *
 * Returns: (transfer full): exactly the records that accord_overview_count_passed() counts
 */
AccordQuery *
accord_overview_passed_rows (const AccordOverview *self, AccordSchema *schema, const char *kind,
                             const char *today)
{
  const AccordKind *found = accord_schema_find_kind (schema, kind);
  const Place *place = find_place (kind);
  AccordQuery *query;
  guint date;

  g_return_val_if_fail (place != NULL, NULL);

  query = accord_query_new (found);
  date = (guint) accord_kind_find_field (found, place->date);
  accord_query_set_sort (query, (int) date, FALSE);
  leave_out_settled (query, found, place);
  if (ask_for_days (self, query, place, today))
    {
      g_autofree char *yesterday = dup_yesterday (today);

      accord_query_add_text (query, date, ACCORD_OPERATOR_UNKNOWN, NULL);
      accord_query_add_text (query, date, ACCORD_OPERATOR_AT_MOST, yesterday);
      accord_query_join_last (query);
    }
  return query;
}
