/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/timeline-data.h"

#include "date.h"
#include "financial-year.h"
#include "vague-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/**
 * accord_timeline_event_new:
 * @date: (nullable): an ISO date
 * @words: (nullable): the date as stated
 * @label: what happens
 * @state: how it stands
 * @kind: (nullable): the kind of the record that it opens, a kind's own name
 * @id: that record
 *
 * Returns: (transfer full): an event
 */
AccordTimelineEvent *
accord_timeline_event_new (const char *date, const char *words, const char *label, AccordTimelineState state,
                           const char *kind, gint64 id)
{
  AccordTimelineEvent *self = g_new0 (AccordTimelineEvent, 1);

  self->date = g_strdup (date);
  self->words = g_strdup (words);
  self->label = g_strdup (label != NULL ? label : "");
  self->state = state;
  self->kind = kind;
  self->id = id;
  return self;
}

void
accord_timeline_event_free (AccordTimelineEvent *self)
{
  g_free (self->date);
  g_free (self->words);
  g_free (self->label);
  g_free (self);
}

/**
 * accord_timeline_lane_new:
 * @label: whose lane it is
 * @note: (nullable): what it is about
 *
 * Returns: (transfer full): a lane without events; add to its `events`
 */
AccordTimelineLane *
accord_timeline_lane_new (const char *label, const char *note)
{
  AccordTimelineLane *self = g_new0 (AccordTimelineLane, 1);

  self->label = g_strdup (label != NULL ? label : "");
  self->note = g_strdup (note);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_timeline_event_free);
  return self;
}

/**
 * accord_timeline_lane_set_bar:
 * @self: a lane
 * @label: what goes on
 * @from: (nullable): the ISO date on which it begins
 * @until: (nullable): the ISO date on which it ends
 * @until_words: (nullable): the end as stated
 *
 * Gives the lane a bar, which is drawn where either end has a date.
 */
void
accord_timeline_lane_set_bar (AccordTimelineLane *self, const char *label, const char *from,
                              const char *until, const char *until_words)
{
  g_return_if_fail (self != NULL);

  g_free (self->bar_label);
  g_free (self->from);
  g_free (self->until);
  g_free (self->until_words);
  self->bar_label = g_strdup (label);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  self->until_words = g_strdup (until_words);
}

void
accord_timeline_lane_free (AccordTimelineLane *self)
{
  g_free (self->label);
  g_free (self->note);
  g_free (self->from);
  g_free (self->until);
  g_free (self->bar_label);
  g_free (self->until_words);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * accord_timeline_lanes_new:
 *
 * Returns: (transfer full) (element-type AccordTimelineLane): an array for lanes
 */
GPtrArray *
accord_timeline_lanes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_timeline_lane_free);
}

/* The first and last day that a date or, without one, its words may mean. */
static gboolean
find_span (const char *date, const char *words, int *first, int *last)
{
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

  if (date != NULL && accord_date_to_day_number (date, first))
    {
      *last = *first;
      return TRUE;
    }
  return accord_vague_date_parse (words, from, until) && accord_date_to_day_number (from, first)
         && accord_date_to_day_number (until, last);
}

/**
 * accord_timeline_state_of:
 * @status: (nullable): a status as kept: of a milestone, a service transfer or an action
 * @date: (nullable): the day on which it is due
 * @words: (nullable): that day as stated
 * @today: today as an ISO date
 *
 * Returns: how such an event stands today
 */
AccordTimelineState
accord_timeline_state_of (const char *status, const char *date, const char *words, const char *today)
{
  int first, last, now;

  if (g_strcmp0 (status, "done") == 0 || g_strcmp0 (status, "complete") == 0)
    return ACCORD_TIMELINE_DONE;
  if (g_strcmp0 (status, "missed") == 0)
    return ACCORD_TIMELINE_MISSED;
  if (g_strcmp0 (status, "cancelled") == 0)
    return ACCORD_TIMELINE_CANCELLED;
  if ((date != NULL || accord_vague_date_has_end (words)) && find_span (date, words, &first, &last)
      && accord_date_to_day_number (today, &now) && last < now)
    return ACCORD_TIMELINE_OVERDUE;
  return g_strcmp0 (status, "under-way") == 0 ? ACCORD_TIMELINE_UNDER_WAY : ACCORD_TIMELINE_PLANNED;
}

/**
 * accord_timeline_state_get_label:
 * @state: a state
 *
 * Returns: (transfer none): the word for it, for legend and screen reader
 */
const char *
accord_timeline_state_get_label (AccordTimelineState state)
{
  static const char *const labels[] = {
    N_ ("done"), N_ ("under way"), N_ ("planned"), N_ ("day has passed"), N_ ("missed"), N_ ("cancelled"),
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (labels), "");
  return _ (labels[state]);
}

/**
 * accord_timeline_event_get_span:
 * @self: an event
 * @first: (out): the first day on which it may happen
 * @last: (out): the last; the same where the day is known
 *
 * Returns: %FALSE where nobody can say
 */
gboolean
accord_timeline_event_get_span (const AccordTimelineEvent *self, int *first, int *last)
{
  return find_span (self->date, self->words, first, last);
}

/* "in Spring 2017" begins a label, so it begins like one. */
static char *
dup_capitalised (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

/**
 * accord_timeline_event_dup_date:
 * @self: an event
 *
 * Returns: (transfer full) (nullable): its date for people: the day, or else the words as stated
 */
char *
accord_timeline_event_dup_date (const AccordTimelineEvent *self)
{
  if (self->date != NULL && accord_date_is_iso (self->date))
    return accord_date_format (self->date);
  return self->words != NULL && *self->words != '\0' && g_utf8_validate (self->words, -1, NULL)
             ? dup_capitalised (self->words)
             : NULL;
}

/**
 * accord_timeline_lane_get_bar:
 * @self: a lane
 * @first: (out): the day on which its bar begins, or %G_MININT where nobody knows
 * @last: (out): the day on which it ends, or %G_MAXINT where nobody knows
 *
 * Returns: whether the lane has a bar
 */
gboolean
accord_timeline_lane_get_bar (const AccordTimelineLane *self, int *first, int *last)
{
  int other;

  *first = G_MININT;
  *last = G_MAXINT;
  if (self->bar_label == NULL)
    return FALSE;
  if (!find_span (self->from, NULL, first, &other))
    *first = G_MININT;
  if (!find_span (self->until, self->until_words, &other, last))
    *last = G_MAXINT;
  return (*first != G_MININT || *last != G_MAXINT) && *first <= *last;
}

/* "in autumn 2016", "in 2019/20": the shortest that holds all days from @first to @last. */
static char *
dup_when (const char *first, const char *last)
{
  static const char *const seasons[] = { N_ ("spring"), N_ ("summer"), N_ ("autumn") };
  g_autofree char *year = g_strndup (first, 4);
  g_autofree char *day = accord_date_format (first);
  int month = atoi (first + 5), last_month = atoi (last + 5);
  gboolean same_year = strncmp (first, last, 4) == 0;

  if (strcmp (first, last) == 0)
    return g_strdup_printf (_ ("on %s"), day);
  if (same_year && month == last_month)
    return g_strdup_printf (_ ("in %s"), strchr (day, ' ') + 1);
  if (same_year && month >= 3 && last_month <= 11 && (month - 3) / 3 == (last_month - 3) / 3)
    /* Translators: a season and a year. */
    return g_strdup_printf (_ ("in %s %s"), _ (seasons[(month - 3) / 3]), year);
  if (same_year)
    return g_strdup_printf (_ ("in %s"), year);
  if (accord_financial_year_of_iso (first) == accord_financial_year_of_iso (last))
    {
      g_autofree char *financial = accord_financial_year_format (accord_financial_year_of_iso (first));

      return g_strdup_printf (_ ("in %s"), financial);
    }
  /* Translators: two years. */
  return g_strdup_printf (_ ("from %s to %.4s"), year, last);
}

/* The words that all of them state their day in, or %NULL. */
static const char *
find_words (GPtrArray *events)
{
  const AccordTimelineEvent *first = events->pdata[0];

  for (guint i = 0; i < events->len; i++)
    {
      const AccordTimelineEvent *event = events->pdata[i];

      if (event->date != NULL || g_strcmp0 (event->words, first->words) != 0)
        return NULL;
    }
  return first->words;
}

/**
 * accord_timeline_dup_several:
 * @events: (element-type AccordTimelineEvent): two or more events whose days can be told
 *
 * Returns: (transfer full): how many they are and when: "3 in autumn 2016"
 */
char *
accord_timeline_dup_several (GPtrArray *events)
{
  int from = G_MAXINT, until = G_MININT;
  char first[ACCORD_DATE_ISO_SIZE] = "", last[ACCORD_DATE_ISO_SIZE] = "";
  const char *words = find_words (events);
  g_autofree char *when = NULL;

  if (words != NULL)
    /* Translators: how many events, and when: “2, late 2017”. */
    return g_strdup_printf (_ ("%u, %s"), events->len, words);
  for (guint i = 0; i < events->len; i++)
    {
      int one, other;

      if (!accord_timeline_event_get_span (events->pdata[i], &one, &other))
        continue;
      from = MIN (from, one);
      until = MAX (until, other);
    }
  if (from > until || !accord_date_from_day_number (from, first)
      || !accord_date_from_day_number (until, last))
    return g_strdup_printf ("%u", events->len);
  when = dup_when (first, last);
  /* Translators: how many events, and when: “3 in autumn 2016”. */
  return g_strdup_printf (_ ("%u %s"), events->len, when);
}

static void
append_event (GString *words, const AccordTimelineEvent *event)
{
  g_autofree char *date = accord_timeline_event_dup_date (event);

  if (words->len > 0)
    g_string_append (words, "; ");
  if (date != NULL)
    g_string_append_printf (words, "%s: ", date);
  g_string_append_printf (words, "%s (%s)", event->label, accord_timeline_state_get_label (event->state));
}

/**
 * accord_timeline_dup_events:
 * @lane: a lane
 * @heading: (nullable): what stands before them
 * @events: (element-type AccordTimelineEvent): events of the lane
 *
 * Returns: (transfer full): all that is known of them, for tooltip and screen reader
 */
char *
accord_timeline_dup_events (const AccordTimelineLane *lane, const char *heading, GPtrArray *events)
{
  GString *words = g_string_new (heading);

  for (guint i = 0; i < MIN (events->len, 12); i++)
    append_event (words, events->pdata[i]);
  if (events->len > 12)
    g_string_append (words, "; …");
  if (*lane->label != '\0')
    g_string_append_printf (words, ". %s", lane->label);
  return g_string_free (words, FALSE);
}

static char *
dup_distance (double days)
{
  int years = (int) round (days / 365.25), months = (int) round (days / 30.44);

  if (days > 548)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", years), years);
  if (days > 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", months), months);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) ceil (days)),
                          (int) ceil (days));
}

/**
 * accord_timeline_dup_today:
 * @from: the first day in view
 * @until: the last
 * @today: today's day number, or %G_MININT
 *
 * Returns: (transfer full) (nullable): where today is, in a sentence; %NULL where nobody knows it
 */
char *
accord_timeline_dup_today (double from, double until, int today)
{
  char iso[ACCORD_DATE_ISO_SIZE];
  g_autofree char *date = NULL, *distance = NULL;

  if (today == G_MININT || !accord_date_from_day_number (today, iso))
    return NULL;
  date = accord_date_format (iso);
  if (today >= from && today <= until)
    /* Translators: a date. */
    return g_strdup_printf (_ ("Today, %s, is in view."), date);
  distance = dup_distance (today < from ? from - today : today - until);
  /* Translators: a date and a length of time: “3 months”. */
  return g_strdup_printf (today < from ? _ ("Today, %s, is %s before the first day in view.")
                                       : _ ("Today, %s, is %s after the last day in view."),
                          date, distance);
}

/**
 * accord_timeline_dup_summary:
 * @lanes: (element-type AccordTimelineLane): lanes
 *
 * Returns: (transfer full): one sentence that says what the timeline shows
 */
char *
accord_timeline_dup_summary (GPtrArray *lanes)
{
  guint n_events = 0, n_dated = 0;
  g_autofree char *rows = NULL, *events = NULL;

  for (guint i = 0; i < lanes->len; i++)
    {
      const AccordTimelineLane *lane = lanes->pdata[i];
      int first, last;

      n_events += lane->events->len;
      for (guint j = 0; j < lane->events->len; j++)
        n_dated += accord_timeline_event_get_span (lane->events->pdata[j], &first, &last);
    }
  rows = g_strdup_printf (ngettext ("%u row", "%u rows", lanes->len), lanes->len);
  events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  /* Translators: “Timeline of 5 rows with 12 events, 3 of them without a date”. */
  return g_strdup_printf (_ ("Timeline of %s with %s, %u of them without a date"), rows, events,
                          n_events - n_dated);
}
