/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call-in.h"

#include "call-in-days.h"
#include "date.h"
#include "day-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A rule of more days than a year has is a slip of the pen. */
#define MOST_DAYS 366

#define CALENDAR_DAYS "calendar-days"

static gboolean
is_yes (const char *stated)
{
  return g_strcmp0 (stated, "yes") == 0;
}

/* In small letters, hyphens as spaces. */
static char *
dup_plain (const char *words)
{
  return words != NULL ? g_strstrip (g_strdelimit (g_utf8_strdown (words, -1), "-", ' ')) : g_strdup ("");
}

static gboolean
says_called_in (const char *status)
{
  g_autofree char *plain = dup_plain (status);

  return g_str_equal (plain, "called in") || g_str_has_prefix (plain, "called in ")
         || g_str_has_prefix (plain, "decision called in");
}

static gboolean
says_subject (const char *status)
{
  g_autofree char *plain = dup_plain (status);

  return strstr (plain, "subject to call in") != NULL && strstr (plain, "not subject to") == NULL;
}

static void
add_missing (GString *missing, char *words)
{
  g_string_append_printf (missing, "%s%s", missing->len > 0 ? "; " : "", words);
  g_free (words);
}

/* What has to be on record before the days can be counted. */
static char *
dup_missing (const AccordCallInFacts *facts)
{
  GString *missing = g_string_new (NULL);

  if (facts->published == NULL)
    add_missing (missing, g_strdup (_ ("the day it was published")));
  if (facts->council == NULL)
    add_missing (missing, g_strdup (_ ("whose decision it is")));
  else if (facts->days == ACCORD_UNKNOWN || facts->days < 1 || facts->days > MOST_DAYS)
    /* Translators: of what is not on record; the name of a council. */
    add_missing (missing, g_strdup_printf (_ ("how many days %s gives for a call-in"), facts->council));
  if (facts->council != NULL && facts->counting == NULL)
    /* Translators: of what is not on record; the name of a council. */
    add_missing (missing, g_strdup_printf (_ ("how %s counts the days of a call-in"), facts->council));
  if ((facts->nation == 'S' || facts->nation == 'N') && g_strcmp0 (facts->counting, CALENDAR_DAYS) != 0)
    add_missing (missing, g_strdup (_ ("the bank holidays outside England and Wales")));
  return g_string_free (missing, FALSE);
}

static void
say (AccordCallIn *self, AccordCallInState state, char *headline, char *sentence)
{
  self->state = state;
  self->headline = headline;
  self->sentence = sentence;
}

/* What the source itself says settles it. */
static gboolean
judge_stated (AccordCallIn *self, const AccordCallInFacts *facts)
{
  if (says_called_in (facts->status))
    say (self, ACCORD_CALL_IN_CALLED_IN, g_strdup (_ ("Called in")),
         g_strdup_printf (_ ("The source gives its status as “%s”; what came of that is not on record."),
                          facts->status));
  else if (g_strcmp0 (facts->call_in, "no") == 0 && is_yes (facts->urgent))
    say (self, ACCORD_CALL_IN_EXEMPT, g_strdup (_ ("Exempt from call-in (urgent)")),
         g_strdup (_ ("The source says that it is urgent and not subject to call-in.")));
  else if (g_strcmp0 (facts->call_in, "no") == 0)
    say (self, ACCORD_CALL_IN_NOT_SUBJECT, g_strdup (_ ("Not subject to call-in")),
         g_strdup (_ ("The source says that it is not subject to call-in.")));
  else if (!is_yes (facts->call_in) && !says_subject (facts->status))
    say (self, ACCORD_CALL_IN_NOT_KNOWN, g_strdup (_ ("Not known")),
         g_strdup (is_yes (facts->urgent)
                       ? _ ("The source calls it urgent, but does not say whether it is exempt from call-in.")
                       : _ ("The source does not say whether it is subject to call-in.")));
  else
    return FALSE;
  return TRUE;
}

static char *
dup_sentence (const AccordCallIn *self, const AccordCallInFacts *facts, const AccordHolidays *holidays,
              gint published, gint last)
{
  gboolean working = !g_str_equal (facts->counting, CALENDAR_DAYS);
  g_autofree char *rule = accord_call_in_dup_rule (facts->signatories, facts->days, facts->counting);
  g_autofree char *on = accord_date_dup_with_weekday (facts->published);
  g_autofree char *from = accord_date_dup_with_weekday (self->carried_out);
  g_autofree char *days = accord_call_in_dup_days (holidays, published, last, working);
  g_autofree char *passed = working ? accord_call_in_dup_passed_over (holidays, published, last) : NULL;
  /* Translators: the days of a weekend and bank holidays that are not counted */
  g_autofree char *aside =
      passed != NULL ? g_strdup_printf (_ (" (not counted: %s)"), passed) : g_strdup ("");
  g_autofree char *effective = NULL, *against = NULL;

  if (facts->effective != NULL && strcmp (facts->effective, self->last) <= 0)
    {
      effective = accord_date_dup_with_weekday (facts->effective);
      against = g_strdup_printf (_ (" The source has it take effect on %s, before those days are over."),
                                 effective);
    }
  /* Translators: the day of publication; a council; its rule, such as “5 clear working days”; the days; those
   * that do not count; the first day after them; a remark. */
  return g_strdup_printf (_ ("Published on %s; by the rule of %s (%s) the days for a call-in are %s%s, and "
                             "it may be carried out from %s.%s"),
                          on, facts->council, rule, days, aside, from, against != NULL ? against : "");
}

static void
judge_day (AccordCallIn *self, const char *today)
{
  g_autofree char *opens = accord_date_dup_with_weekday (self->opens);
  g_autofree char *last = accord_date_dup_with_weekday (self->last);

  if (strcmp (today, self->opens) < 0)
    {
      self->state = ACCORD_CALL_IN_TO_OPEN;
      self->headline = g_strdup_printf (_ ("Opens on %s"), opens);
    }
  else if (strcmp (today, self->last) <= 0)
    {
      self->state = ACCORD_CALL_IN_OPEN;
      self->headline = g_strdup_printf (_ ("Open until %s"), last);
    }
  else
    {
      self->state = ACCORD_CALL_IN_CLOSED;
      self->headline = g_strdup_printf (_ ("Closed after %s"), last);
    }
}

/* The day of publication does not count, clear or not: the window opens on the day after it. Nor may anything
 * be carried out on a day on which the decision can still be called in. So working days and clear working
 * days end alike; only calendar days count weekends. */
static gboolean
find_last (const AccordCallInFacts *facts, const AccordHolidays *holidays, gint published, gint *last)
{
  if (!g_str_equal (facts->counting, CALENDAR_DAYS))
    return accord_working_days_after (holidays, published, (guint) facts->days, last);
  *last = published + (gint) facts->days;
  return TRUE;
}

static void
judge_days (AccordCallIn *self, const AccordCallInFacts *facts, const AccordHolidays *holidays,
            const char *today)
{
  gint published, last;

  if (accord_date_to_day_number (facts->published, &published)
      && find_last (facts, holidays, published, &last)
      && accord_date_from_day_number (published + 1, self->opens)
      && accord_date_from_day_number (last, self->last)
      && accord_date_from_day_number (last + 1, self->carried_out))
    {
      judge_day (self, today);
      self->sentence = dup_sentence (self, facts, holidays, published, last);
    }
  else
    {
      g_autofree char *on = accord_date_format (facts->published);

      *self->opens = *self->last = *self->carried_out = '\0';
      say (self, ACCORD_CALL_IN_NOT_KNOWN, g_strdup (_ ("Not known")),
           g_strdup_printf (
               _ ("It was published on %s, and the bank holidays of that time are not on record."), on));
    }
}

/**
 * accord_call_in_judge:
 * @facts: what is on record of a decision
 * @holidays: the bank holidays
 * @today: today as an ISO date
 *
 * Finds the days on which a decision can be called in by the rule of its own council, and how that stands
 * today. Where the rule or the day of publication is not on record nothing is assumed in its place.
 *
 * Returns: (transfer full): the answer, and why
 */
AccordCallIn *
accord_call_in_judge (const AccordCallInFacts *facts, const AccordHolidays *holidays, const char *today)
{
  AccordCallIn *self = g_new0 (AccordCallIn, 1);
  g_autofree char *missing = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (holidays != NULL, NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self->organisation = facts->organisation;
  self->signatories = facts->signatories;
  if (judge_stated (self, facts))
    return self;
  missing = dup_missing (facts);
  if (*missing == '\0')
    judge_days (self, facts, holidays, today);
  else
    say (self, ACCORD_CALL_IN_NOT_KNOWN, g_strdup (_ ("Not known")),
         /* Translators: what would have to be known to say when a decision can be called in */
         g_strdup_printf (_ ("It is subject to call-in; not on record: %s."), missing));
  return self;
}

/**
 * accord_call_in_free:
 * @self: an answer
 */
void
accord_call_in_free (AccordCallIn *self)
{
  g_free (self->headline);
  g_free (self->sentence);
  g_free (self);
}

static char *
dup_days (gint64 days, const char *counting)
{
  gulong n = (gulong) days;

  if (g_strcmp0 (counting, "clear-working-days") == 0)
    return g_strdup_printf (ngettext ("%lu clear working day", "%lu clear working days", n), n);
  if (g_strcmp0 (counting, "working-days") == 0)
    return g_strdup_printf (ngettext ("%lu working day", "%lu working days", n), n);
  if (g_strcmp0 (counting, CALENDAR_DAYS) == 0)
    return g_strdup_printf (ngettext ("%lu calendar day", "%lu calendar days", n), n);
  return g_strdup_printf (ngettext ("%lu day, counted in a way that is not known",
                                    "%lu days, counted in a way that is not known", n),
                          n);
}

/**
 * accord_call_in_dup_rule:
 * @signatories: how many may call in, or %ACCORD_UNKNOWN
 * @days: how many days they have, or %ACCORD_UNKNOWN
 * @counting: (nullable): how those are counted, as kept
 *
 * Returns: (transfer full) (nullable): as much of a council's rule as is known, such as `3 signatories, 5
 *   clear working days`; %NULL where nothing is
 */
char *
accord_call_in_dup_rule (gint64 signatories, gint64 days, const char *counting)
{
  g_autofree char *who = NULL;
  g_autofree char *when = days != ACCORD_UNKNOWN ? dup_days (days, counting) : NULL;

  if (signatories != ACCORD_UNKNOWN)
    who = g_strdup_printf (ngettext ("%lu signatory", "%lu signatories", (gulong) signatories),
                           (gulong) signatories);
  if (who != NULL && when != NULL)
    return g_strdup_printf ("%s, %s", who, when);
  return who != NULL ? g_steal_pointer (&who) : g_steal_pointer (&when);
}
