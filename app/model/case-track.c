/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-track.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const stages[] = { "strategic-outline", "outline", "full" };

#define N_STAGES 3
#define FULL 2

static guint
stage_of (const AccordCaseFile *file)
{
  const char *stage = accord_record_get_text (file->record, "stage");

  for (guint i = 0; i < N_STAGES; i++)
    if (g_strcmp0 (stage, stages[i]) == 0)
      return i;
  return 0;
}

static const char *
stage_name (guint stage)
{
  const char *const names[] = { _ ("Strategic outline"), _ ("Outline case"), _ ("Final case") };

  return names[stage];
}

static AccordCaseStep *
step_new (const char *name, AccordStepState state, char *detail)
{
  AccordCaseStep *self = g_new0 (AccordCaseStep, 1);

  self->name = g_strdup (name);
  self->state = state;
  self->detail = detail;
  return self;
}

static void
take_record (AccordCaseStep *self, AccordRecord *record)
{
  if (record == NULL)
    return;
  self->kind = accord_record_get_kind (record)->name;
  self->id = accord_record_get_id (record);
}

static gboolean
has_outcome (AccordRecord *endorsement, const char *const *outcomes)
{
  const char *outcome = accord_record_get_text (endorsement, "outcome");

  return outcome != NULL && g_strv_contains (outcomes, outcome);
}

static gboolean
is_from_review (AccordRecord *endorsement)
{
  return accord_record_get_int (endorsement, "review") != ACCORD_UNKNOWN;
}

/* The latest that has a date, else the last: they come in that order, save for those without a date. What a
 * partner answered to the version that was sent is only told where @reviews says so, and where nobody else
 * decided. */
static AccordRecord *
find_endorsement (const AccordCaseFile *file, const char *const *outcomes, gboolean reviews)
{
  AccordRecord *found = NULL;

  for (guint i = 0; i < file->endorsements->len; i++)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i];
      gboolean from_review = is_from_review (endorsement);

      if (!has_outcome (endorsement, outcomes) || (from_review && !reviews))
        continue;
      if (found == NULL || (!from_review && is_from_review (found))
          || (from_review == is_from_review (found) && accord_record_get_text (endorsement, "date") != NULL))
        found = endorsement;
    }
  return found;
}

/* "Cabinet, 12 Jul 2017" */
static char *
dup_body_and_date (AccordRecord *endorsement)
{
  g_autofree char *who = accord_endorsement_dup_who (endorsement, NULL);
  g_autofree char *date = accord_endorsement_dup_date (endorsement);

  /* Translators: who decided, and when. */
  return date != NULL ? g_strdup_printf (_ ("%s, %s"), who, date) : g_steal_pointer (&who);
}

static char *
dup_status (const AccordCaseFile *file)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (file->record), "status");
  const char *label = accord_field_choice_label (field, accord_record_get_text (file->record, "status"));

  return g_strdup (label != NULL ? _ (label) : _ ("not known"));
}

static char *
dup_due (const AccordCaseFile *file)
{
  const char *due = accord_record_get_text (file->record, "decision-due");

  return due != NULL ? accord_date_format (due)
                     : g_strdup (accord_record_get_text (file->record, "decision-due-words"));
}

static AccordStepState
current_state (const char *status)
{
  static const char *const done[] = { "endorsed", "endorsed-with-caveats", "approved", NULL };
  static const char *const stopped[] = { "withdrawn", "not-endorsed", NULL };

  if (status != NULL && g_strv_contains (done, status))
    return ACCORD_STEP_DONE;
  if (status != NULL && g_strv_contains (stopped, status))
    return ACCORD_STEP_STOPPED;
  return ACCORD_STEP_NOW;
}

/* The stage that the record names. */
static AccordCaseStep *
make_current (const AccordCaseFile *file, guint stage)
{
  static const char *const given[] = { "endorsed", "endorsed-with-caveats", NULL };
  static const char *const refused[] = { "not-endorsed", "deferred", NULL };
  const char *status = accord_record_get_text (file->record, "status");
  AccordStepState state = current_state (status);
  AccordRecord *endorsement = NULL;
  AccordCaseStep *self;

  if (state == ACCORD_STEP_DONE)
    endorsement = find_endorsement (file, given, TRUE);
  else if (g_strcmp0 (status, "not-endorsed") == 0 || g_strcmp0 (status, "deferred") == 0)
    endorsement = find_endorsement (file, refused, TRUE);
  self = step_new (stage_name (stage), state,
                   endorsement != NULL ? dup_body_and_date (endorsement) : dup_status (file));
  take_record (self, endorsement);
  return self;
}

static AccordCaseStep *
make_past (const AccordCaseFile *file, guint stage)
{
  return step_new (stage_name (stage), ACCORD_STEP_UNKNOWN, g_strdup (_ ("not in the register")));
}

/* A stage that is still to come; the decision that the register waits for is that on the final case. */
static AccordCaseStep *
make_future (const AccordCaseFile *file, guint stage)
{
  static const char *const to_come[] = { "to-come", "deferred", NULL };
  AccordRecord *awaited = stage == FULL ? find_endorsement (file, to_come, FALSE) : NULL;
  g_autofree char *due = stage == FULL ? dup_due (file) : NULL;
  AccordCaseStep *self;

  if (due == NULL && awaited == NULL)
    return step_new (stage_name (stage), ACCORD_STEP_UNKNOWN, g_strdup (_ ("no date yet")));
  self =
      step_new (stage_name (stage), ACCORD_STEP_AHEAD, awaited != NULL ? dup_body_and_date (awaited) : NULL);
  if (self->detail == NULL)
    self->detail = g_steal_pointer (&due);
  take_record (self, awaited);
  return self;
}

static gboolean
is_listening (AccordRecord *engagement)
{
  return g_strcmp0 (accord_record_get_text (engagement, "type"), "listening-event") == 0;
}

static gboolean
is_hearing (AccordRecord *engagement)
{
  return g_strcmp0 (accord_record_get_text (engagement, "type"), "publicity") != 0;
}

/* What is dated counts first, then what has words for its time only if those speak of what was. */
static AccordStepState
engagement_state (AccordRecord *engagement, gboolean decided, const char *today)
{
  const char *from = accord_record_get_text (engagement, "from");
  const char *until = accord_record_get_text (engagement, "until");

  if (until != NULL && accord_date_is_past (until, today))
    return ACCORD_STEP_DONE;
  if (from != NULL && strcmp (from, today) > 0)
    return ACCORD_STEP_AHEAD;
  if (from == NULL && accord_record_get_text (engagement, "from-words") != NULL)
    return ACCORD_STEP_AHEAD;
  return decided ? ACCORD_STEP_DONE : ACCORD_STEP_NOW;
}

static char *
dup_engagement_detail (AccordRecord *engagement, AccordStepState state)
{
  const char *until = accord_record_get_text (engagement, "until");
  const char *from = accord_record_get_text (engagement, "from");
  const char *words = accord_record_get_text (engagement, "from-words");
  g_autofree char *date = NULL;

  if (until != NULL)
    {
      date = accord_date_format (until);
      return g_strdup_printf (_ ("until %s"), date);
    }
  if (from != NULL)
    {
      date = accord_date_format (from);
      return g_strdup_printf (_ ("from %s"), date);
    }
  if (words != NULL)
    return g_strdup (words);
  return g_strdup (state == ACCORD_STEP_NOW ? _ ("no end recorded") : _ ("no dates recorded"));
}

/* Of several, the one that is under way tells most, and of those the listening events. */
static AccordRecord *
find_engagement (const AccordCaseFile *file, gboolean decided, const char *today, AccordStepState *state)
{
  static const int weights[] = { [ACCORD_STEP_NOW] = 3, [ACCORD_STEP_DONE] = 2, [ACCORD_STEP_AHEAD] = 1 };
  AccordRecord *found = NULL;

  for (guint i = 0; i < file->engagements->len; i++)
    {
      AccordRecord *engagement = file->engagements->pdata[i];
      AccordStepState one = engagement_state (engagement, decided, today);

      if (is_hearing (engagement)
          && (found == NULL || weights[one] > weights[*state]
              || (one == *state && is_listening (engagement) && !is_listening (found))))
        {
          found = engagement;
          *state = one;
        }
    }
  return found;
}

static AccordCaseStep *
make_engagement (const AccordCaseFile *file, gboolean decided, const char *today)
{
  AccordStepState state = ACCORD_STEP_UNKNOWN;
  AccordRecord *engagement = find_engagement (file, decided, today, &state);
  AccordCaseStep *self;

  if (engagement == NULL)
    return NULL;
  self = step_new (is_listening (engagement) ? _ ("Listening events") : _ ("Engagement"), state,
                   dup_engagement_detail (engagement, state));
  take_record (self, engagement);
  return self;
}

static gboolean
is_reached (AccordRecord *milestone)
{
  return g_strcmp0 (accord_record_get_text (milestone, "status"), "done") == 0;
}

/* The first milestone of the case that is not reached tells how far its delivery is. */
static AccordCaseStep *
make_delivery (const AccordCaseFile *file, gboolean approved)
{
  AccordRecord *next = NULL;
  AccordCaseStep *self;
  guint n_reached = 0;

  for (guint i = 0; i < file->milestones->len; i++)
    {
      n_reached += is_reached (file->milestones->pdata[i]);
      if (next == NULL && !is_reached (file->milestones->pdata[i]))
        next = file->milestones->pdata[i];
    }
  if (file->milestones->len == 0)
    return step_new (_ ("Delivery"), approved ? ACCORD_STEP_NOW : ACCORD_STEP_UNKNOWN,
                     g_strdup (_ ("no milestones yet")));
  self = step_new (_ ("Delivery"),
                   next == NULL ? ACCORD_STEP_DONE
                                : (approved || n_reached > 0 ? ACCORD_STEP_NOW : ACCORD_STEP_AHEAD),
                   g_strdup_printf (_ ("%u of %u milestones reached"), n_reached, file->milestones->len));
  take_record (self, next);
  return self;
}

void
accord_case_step_free (AccordCaseStep *self)
{
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

/**
 * accord_case_track:
 * @file: a business case
 * @today: today as an ISO date
 *
 * The way of a case: its three stages, how people were heard between the outline and the final case, and what
 * is delivered after it. Says only what the register holds; what it does not hold is said to be missing.
 *
 * Returns: (transfer full) (element-type AccordCaseStep): the steps, in their order
 */
GPtrArray *
accord_case_track (const AccordCaseFile *file, const char *today)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_case_step_free);
  guint current = stage_of (file);
  AccordStepState state = current_state (accord_record_get_text (file->record, "status"));
  gboolean stopped = state == ACCORD_STEP_STOPPED;

  g_return_val_if_fail (file != NULL, steps);

  for (guint stage = 0; stage < N_STAGES; stage++)
    {
      AccordCaseStep *hearing = NULL;

      if (stage == FULL)
        hearing = make_engagement (file, current == FULL && state == ACCORD_STEP_DONE, today);
      if (hearing != NULL)
        g_ptr_array_add (steps, hearing);
      if (stage < current)
        g_ptr_array_add (steps, make_past (file, stage));
      else if (stage == current)
        g_ptr_array_add (steps, make_current (file, stage));
      else if (stopped)
        g_ptr_array_add (steps, step_new (stage_name (stage), ACCORD_STEP_UNKNOWN, dup_status (file)));
      else
        g_ptr_array_add (steps, make_future (file, stage));
    }
  g_ptr_array_add (steps, make_delivery (file, current == FULL && state == ACCORD_STEP_DONE));
  return steps;
}

/**
 * accord_step_state_get_word:
 * @state: how a step stands
 *
 * Returns: (transfer none): a word for programs
 */
const char *
accord_step_state_get_word (AccordStepState state)
{
  static const char *const words[] = { "not-known", "done", "now", "ahead", "stopped" };

  return words[state];
}

/**
 * accord_step_state_get_label:
 * @state: how a step stands
 *
 * Returns: (transfer none): a word for people
 */
const char *
accord_step_state_get_label (AccordStepState state)
{
  const char *const labels[] = { _ ("not known"), _ ("done"), _ ("now"), _ ("still to come"), _ ("ended") };

  return labels[state];
}

/**
 * accord_case_track_dup_sentence:
 * @file: a business case
 * @steps: (element-type AccordCaseStep): its way
 *
 * Returns: (transfer full): the way in one sentence, for a reader who does not see it drawn
 */
char *
accord_case_track_dup_sentence (const AccordCaseFile *file, GPtrArray *steps)
{
  g_autofree char *name = accord_record_dup_title (file->record);
  GString *sentence = g_string_new (NULL);

  /* Translators: %s is the name of a business case; its steps follow. */
  g_string_append_printf (sentence, _ ("The way of %s: "), name);
  for (guint i = 0; i < steps->len; i++)
    {
      const AccordCaseStep *step = steps->pdata[i];

      g_string_append_printf (sentence, "%s%s, %s (%s)", i > 0 ? "; " : "", step->name,
                              accord_step_state_get_label (step->state), step->detail);
    }
  g_string_append_c (sentence, '.');
  return g_string_free (sentence, FALSE);
}
