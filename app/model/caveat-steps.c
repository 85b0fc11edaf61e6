/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caveat-steps.h"

#include "date.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
step_free (gpointer data)
{
  AccordCaveatStep *self = data;

  g_free (self->sentence);
  g_free (self);
}

static void
add_step (GPtrArray *steps, const char *name, gboolean done, char *sentence)
{
  AccordCaveatStep *step = g_new0 (AccordCaveatStep, 1);

  step->name = name;
  step->done = done;
  step->sentence = sentence;
  g_ptr_array_add (steps, step);
}

/**
 * accord_caveat_dup_raiser:
 * @caveat: a caveat
 *
 * Returns: (transfer full) (nullable): who raised it: the board or committee, else whose review or whose
 * endorsement it came with; %NULL where that is not known
 */
char *
accord_caveat_dup_raiser (AccordRecord *caveat)
{
  static const char *const fields[] = { "raised-by", "review", "endorsement" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (accord_record_get_reference_title (caveat, fields[i]) != NULL)
      return accord_sentence_case (accord_record_get_reference_title (caveat, fields[i]));
  return NULL;
}

/* Who and when, as far as both are known. */
static char *
dup_who_and_when (const char *who, const char *on, const char *neither, const char *when, const char *by,
                  const char *both)
{
  g_autofree char *day = on != NULL ? accord_date_format (on) : NULL;
  g_autofree char *words = NULL;

  if (who == NULL && day == NULL)
    return g_strdup (neither);
  words = g_strdup (who == NULL ? when : day == NULL ? by : both);
  if (who != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (words, "{who}", -1);

      g_free (words);
      words = g_strjoinv (who, parts);
    }
  if (day != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (words, "{day}", -1);

      g_free (words);
      words = g_strjoinv (day, parts);
    }
  return g_steal_pointer (&words);
}

static char *
dup_raised (AccordRecord *caveat)
{
  g_autofree char *who = accord_caveat_dup_raiser (caveat);

  /* Translators: {who} and {day} stay as they are; they are replaced by a board and a day. */
  return dup_who_and_when (who, accord_record_get_text (caveat, "raised-on"),
                           _ ("Raised; by whom and when is not known"), _ ("Raised on {day}"),
                           _ ("Raised by {who}"), _ ("Raised by {who} on {day}"));
}

static char *
dup_answered (AccordRecord *caveat)
{
  return dup_who_and_when (accord_record_get_text (caveat, "answered-by"),
                           accord_record_get_text (caveat, "answered-on"),
                           _ ("Answered; by whom and when is not known"), _ ("Answered on {day}"),
                           _ ("Answered by {who}"), _ ("Answered by {who} on {day}"));
}

/* Whether one name holds the other: "Cabinet" and "Cabinet, Stockport Council" are the same. */
static gboolean
is_same_body (const char *one, const char *other)
{
  g_autofree char *a = accord_text_fold (one), *b = accord_text_fold (other);

  return strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* Only who raised a caveat can say that it is met; where another name stands, it was written down for them.
 */
static char *
dup_accepted (AccordRecord *caveat)
{
  const char *by = accord_record_get_text (caveat, "accepted-by");
  const char *on = accord_record_get_text (caveat, "accepted-on");
  g_autofree char *raiser = accord_caveat_dup_raiser (caveat);
  g_autofree char *accepted = NULL, *who = NULL;

  if (by == NULL || raiser == NULL || is_same_body (by, raiser))
    return dup_who_and_when (by, on, _ ("Accepted; by whom and when is not known"), _ ("Accepted on {day}"),
                             _ ("Accepted by {who}"), _ ("Accepted by {who} on {day}"));
  /* Translators: who wrote it down, and the board that they wrote it down for. */
  who = g_strdup_printf (_ ("%s on behalf of %s"), by, raiser);
  return dup_who_and_when (who, on, "", "", _ ("Accepted, recorded by {who}"),
                           _ ("Accepted, recorded by {who} on {day}"));
}

/**
 * accord_caveat_list_steps:
 * @caveat: a caveat
 *
 * Tells a caveat's way: who raised it and when, who answered it and when, and whether who raised it has
 * accepted the answer.
 *
 * Returns: (transfer full) (element-type AccordCaveatStep): the three steps, also those still to take
 */
GPtrArray *
accord_caveat_list_steps (AccordRecord *caveat)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  const char *state = accord_record_get_text (caveat, "state");
  gboolean accepted = g_strcmp0 (state, "accepted") == 0;
  gboolean answered = accepted || g_strcmp0 (state, "answered") == 0;

  add_step (steps, "raised", TRUE, dup_raised (caveat));
  add_step (steps, "answered", answered,
            answered ? dup_answered (caveat) : g_strdup (_ ("Not answered yet")));
  add_step (steps, "accepted", accepted,
            accepted ? dup_accepted (caveat) : g_strdup (_ ("Not accepted yet")));
  return steps;
}

/**
 * accord_caveat_dup_steps:
 * @caveat: a caveat
 *
 * Returns: (transfer full): the steps that were taken, and the first that was not, in one line
 */
char *
accord_caveat_dup_steps (AccordRecord *caveat)
{
  g_autoptr (GPtrArray) steps = accord_caveat_list_steps (caveat);
  GString *words = g_string_new (NULL);
  gboolean done = TRUE;

  for (guint i = 0; i < steps->len && done; i++)
    {
      const AccordCaveatStep *step = steps->pdata[i];

      done = step->done;
      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", step->sentence);
    }
  return g_string_free (words, FALSE);
}

/* How many of them wait for an answer, and how many answers for who raised them. */
static char *
dup_counts (const AccordCaveatTally *tally)
{
  guint n_open = tally->n_open + tally->n_overdue;
  g_autofree char *open =
      g_strdup_printf (ngettext ("%u caveat is not answered", "%u caveats are not answered", n_open), n_open);
  g_autofree char *late = NULL, *waiting = NULL;

  if (tally->n_overdue > 0)
    /* Translators: follows “3 caveats are not answered”. */
    late = g_strdup_printf (_ (" (%u overdue)"), tally->n_overdue);
  if (tally->n_answered > 0)
    waiting =
        g_strdup_printf (ngettext ("%u answer is not accepted by who raised the caveat",
                                   "%u answers are not accepted by who raised the caveat", tally->n_answered),
                         tally->n_answered);
  if (n_open == 0)
    return g_steal_pointer (&waiting);
  if (waiting == NULL)
    return g_strconcat (open, late, NULL);
  /* Translators: how many caveats are open, how many of these are late, and how many answers wait. */
  return g_strdup_printf (_ ("%s%s, and %s"), open, late != NULL ? late : "", waiting);
}

/**
 * accord_caveats_dup_warning:
 * @business_case: a business case
 * @caveats: (element-type AccordRecord): the caveats on it
 * @today: today as an ISO date
 *
 * A final case that goes out with caveats unanswered is what boards object to most; it is told, not refused.
 *
 * Returns: (transfer full) (nullable): what to say of caveats that are not settled where the case is a full
 * business case; %NULL where there is nothing to say
 */
char *
accord_caveats_dup_warning (AccordRecord *business_case, GPtrArray *caveats, const char *today)
{
  AccordCaveatTally tally = accord_caveat_tally (caveats, today);
  g_autofree char *counts = NULL;

  if (g_strcmp0 (accord_record_get_text (business_case, "stage"), "full") != 0
      || tally.n_accepted == caveats->len)
    return NULL;
  counts = dup_counts (&tally);
  /* Translators: how many caveats are not settled. */
  return g_strdup_printf (_ ("This is the full business case: %s."), counts);
}

/**
 * accord_case_file_dup_caveats_warning:
 * @self: a business case with all that belongs to it
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (nullable): as accord_caveats_dup_warning()
 */
char *
accord_case_file_dup_caveats_warning (const AccordCaseFile *self, const char *today)
{
  return accord_caveats_dup_warning (self->record, self->caveats, today);
}

/**
 * accord_case_dup_caveats_warning:
 * @reader: a reader
 * @business_case: a business case
 * @today: today as an ISO date
 *
 * For who is about to send the case.
 *
 * Returns: (transfer full) (nullable): as accord_caveats_dup_warning(); also %NULL where it cannot be read
 */
char *
accord_case_dup_caveats_warning (AccordReader *reader, gint64 business_case, const char *today)
{
  g_autoptr (AccordCaseFile) file = accord_case_file_read (reader, business_case, NULL);

  return file != NULL ? accord_case_file_dup_caveats_warning (file, today) : NULL;
}
