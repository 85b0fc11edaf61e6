/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notice.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations
 * 2012: regulations 9 (notice), 10 (general exception) and 11 (special urgency), in force from that day. */
#define RULE_FROM "2012-09-10"
#define NOTICE_CLEAR_DAYS 28
#define EXCEPTION_CLEAR_DAYS 5

static AccordNotice *
answer (AccordNotice *self, AccordNoticeState state, char *headline, char *sentence)
{
  self->state = state;
  self->headline = headline;
  self->sentence = sentence;
  return self;
}

static AccordNotice *
not_known (AccordNotice *self, const char *sentence)
{
  return answer (self, ACCORD_NOTICE_NOT_KNOWN, g_strdup (_ ("Not known")), g_strdup (sentence));
}

static AccordNotice *
not_needed (AccordNotice *self, const char *sentence)
{
  return answer (self, ACCORD_NOTICE_NOT_NEEDED, g_strdup (_ ("No notice needed")), g_strdup (sentence));
}

static gboolean
mentions (const AccordCallInFacts *facts, const char *words)
{
  g_autofree char *text = facts->words != NULL ? g_utf8_strdown (facts->words, -1) : NULL;

  return text != NULL && strstr (text, words) != NULL;
}

/* By which way round the rule it may have been taken all the same; only what the source names is said to be
 * so. */
static const char *
exception_words (const AccordCallInFacts *facts, gint clear_days)
{
  if (mentions (facts, "special urgency"))
    return _ ("The source speaks of special urgency.");
  if (mentions (facts, "general exception"))
    return _ ("The source speaks of the general exception.");
  if (clear_days >= EXCEPTION_CLEAR_DAYS)
    return _ ("The general exception would allow it, with 5 clear days; the source does not name it.");
  return _ ("Only special urgency would allow it, for there are not even 5 clear days; the source does not "
            "name it.");
}

static AccordNotice *
judge_days (AccordNotice *self, const AccordCallInFacts *facts, gint noticed, gint decided)
{
  const char *iso = facts->date != NULL ? facts->date : facts->due;
  g_autofree char *from = accord_date_format (facts->notice);
  g_autofree char *to = accord_date_format (iso);
  guint n;

  self->clear_days = accord_clear_days (noticed, decided);
  self->missing_days = MAX (NOTICE_CLEAR_DAYS - self->clear_days, 0);
  n = (guint) self->clear_days;
  if (self->missing_days == 0)
    /* Translators: a number, and two days. */
    return answer (
        self, ACCORD_NOTICE_ENOUGH, g_strdup_printf (_ ("%u clear days’ notice"), n),
        g_strdup_printf (
            _ ("Between the notice of %s and the decision of %s lie %u clear days; 28 are needed."), from, to,
            n));
  return answer (
      self, ACCORD_NOTICE_SHORT,
      g_strdup_printf (ngettext ("%d day short", "%d days short", (guint) self->missing_days),
                       self->missing_days),
      /* Translators: two days, a number, another number, and a sentence on exceptions. */
      g_strdup_printf (
          ngettext ("Between the notice of %s and the decision of %s lies %u clear day, %d short of 28. %s",
                    "Between the notice of %s and the decision of %s lie %u clear days, %d short of 28. %s",
                    n),
          from, to, n, self->missing_days, exception_words (facts, self->clear_days)));
}

/**
 * accord_notice_judge:
 * @facts: what is on record of a decision
 *
 * Finds whether 28 clear days lay between the notice of a key decision and the day on which it was taken or,
 * until it is, is due.
 *
 * Returns: (transfer full): the answer, and why
 */
AccordNotice *
accord_notice_judge (const AccordCallInFacts *facts)
{
  AccordNotice *self = g_new0 (AccordNotice, 1);
  const char *date;
  gint noticed, decided;

  g_return_val_if_fail (facts != NULL, NULL);

  self->clear_days = -1;
  date = facts->date != NULL ? facts->date : facts->due;
  if (g_strcmp0 (facts->key, "no") == 0)
    return not_needed (self, _ ("The source says that it is no key decision."));
  if (facts->nation != 0 && facts->nation != 'E')
    return not_needed (self, _ ("The rule of 28 clear days is one of councils in England."));
  if (facts->key == NULL)
    return not_known (self, _ ("The source does not say whether it is a key decision."));
  if (date != NULL && strcmp (date, RULE_FROM) < 0)
    return not_needed (self, _ ("It is of a time before 10 Sep 2012, when the rule of 28 clear days began."));
  if (facts->notice == NULL || !accord_date_to_day_number (facts->notice, &noticed))
    return not_known (self,
                      _ ("It is a key decision, and the day on which notice was given is not on record."));
  accord_date_from_day_number (noticed + NOTICE_CLEAR_DAYS + 1, self->earliest);
  if (date == NULL || !accord_date_to_day_number (date, &decided))
    {
      g_autofree char *earliest = accord_date_format (self->earliest);
      g_autofree char *words = g_strdup_printf (
          _ ("The day of the decision is not on record; after that notice it may be taken from %s."),
          earliest);

      return not_known (self, words);
    }
  return judge_days (self, facts, noticed, decided);
}

/**
 * accord_notice_free:
 * @self: an answer
 */
void
accord_notice_free (AccordNotice *self)
{
  g_free (self->headline);
  g_free (self->sentence);
  g_free (self);
}
