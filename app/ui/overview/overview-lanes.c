/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-model.h"

#include "chart/timeline-data.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LANES 8

static AccordTimelineLane *
find_lane (GPtrArray *lanes, const AccordOverviewThing *thing)
{
  const char *name = thing->where != NULL ? thing->where : _ ("Elsewhere");
  AccordTimelineLane *lane;

  for (guint i = 0; i < lanes->len; i++)
    {
      lane = lanes->pdata[i];
      if (lane->id == thing->other && strcmp (lane->label, name) == 0)
        return lane;
    }
  lane = accord_timeline_lane_new (name, NULL);
  lane->kind = thing->other != 0 ? "programme" : NULL;
  lane->id = thing->other;
  g_ptr_array_add (lanes, lane);
  return lane;
}

/*
 * accord_overview_dup_label:
 * @thing: one of the dates
 * @schema: the kinds
 *
 * Returns: (transfer full): what happens on that day
 */
char *
accord_overview_dup_label (const AccordOverviewThing *thing, AccordSchema *schema)
{
  int n = thing->number != NULL ? atoi (thing->number) : 0;

  if (strcmp (thing->kind, "case") == 0)
    return n > 1 ? g_strdup_printf (ngettext ("Decision on %d case", "Decision on %d cases", n), n)
                 : g_strdup_printf (_ ("Decision on %s"), thing->title);
  if (strcmp (thing->kind, "endorsement") == 0)
    {
      const char *outcome = accord_overview_choice (schema, "endorsement", "outcome", thing->state);

      /* Translators: who, what they said, and of how many cases. */
      return n > 1 ? g_strdup_printf (ngettext ("%s: %s, %d case", "%s: %s, %d cases", n), thing->title,
                                      outcome, n)
                   : g_strdup_printf ("%s: %s", thing->title, outcome);
    }
  if (strcmp (thing->kind, "review") == 0)
    /* Translators: of partners who were sent a business case; %s is its name. */
    return g_strdup_printf (ngettext ("Answer due on %s", "Answers due on %s", n), thing->title);
  if (strcmp (thing->kind, "transfer") == 0)
    return g_strdup_printf (_ ("Transfer of %s"), thing->title);
  return g_strdup (thing->title);
}

static AccordTimelineState
state_of (const AccordOverviewThing *thing, const char *today)
{
  const char *state = thing->state;

  if (strcmp (thing->kind, "endorsement") == 0)
    state = g_strcmp0 (state, "to-come") == 0 ? "planned" : "done";
  return accord_timeline_state_of (state, thing->date, thing->words, today);
}

/* The first day of a lane, or the end of time. */
static int
first_day (const AccordTimelineLane *lane)
{
  int day = G_MAXINT;

  for (guint i = 0; i < lane->events->len; i++)
    {
      int first, last;

      if (accord_timeline_event_get_span (lane->events->pdata[i], &first, &last))
        day = MIN (day, first);
    }
  return day;
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const AccordTimelineLane *one = *(AccordTimelineLane *const *) a;
  const AccordTimelineLane *other = *(AccordTimelineLane *const *) b;
  int day = first_day (one), other_day = first_day (other);

  return day != other_day ? (day < other_day ? -1 : 1) : strcmp (one->label, other->label);
}

/* What has no lane: those after the last that there is room for. */
static char *
fold (GPtrArray *lanes)
{
  GString *names = g_string_new (NULL);
  guint n = lanes->len - MIN (lanes->len, MOST_LANES);

  for (guint i = MOST_LANES; i < lanes->len; i++)
    g_string_append_printf (names, "%s%s", i > MOST_LANES ? ", " : "",
                            ((AccordTimelineLane *) lanes->pdata[i])->label);
  if (n > 0)
    {
      g_autofree char *list = g_string_free (names, FALSE);

      g_ptr_array_set_size (lanes, MOST_LANES);
      /* Translators: %s is a list of names. */
      return g_strdup_printf (_ ("Not shown: %s."), list);
    }
  g_string_free (names, TRUE);
  return NULL;
}

/*
 * accord_overview_lanes:
 * @overview: what was found
 * @schema: the kinds
 * @today: today as an ISO date
 * @note: (out) (transfer full) (nullable): what is left out
 *
 * Returns: (transfer full) (element-type AccordTimelineLane): what was decided and what is due, by programme
 * or organisation, what begins first at the top and what has no dates at the end
 */
GPtrArray *
accord_overview_lanes (const AccordOverview *overview, AccordSchema *schema, const char *today, char **note)
{
  GPtrArray *lanes = accord_timeline_lanes_new ();

  for (guint i = 0; i < overview->dates->len; i++)
    {
      const AccordOverviewThing *thing = overview->dates->pdata[i];
      g_autofree char *label = accord_overview_dup_label (thing, schema);

      g_ptr_array_add (find_lane (lanes, thing)->events,
                       accord_timeline_event_new (thing->date, thing->words, label, state_of (thing, today),
                                                  thing->kind, thing->id));
    }
  g_ptr_array_sort (lanes, compare_lanes);
  *note = fold (lanes);
  return lanes;
}
