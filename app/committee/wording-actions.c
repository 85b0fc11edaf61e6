/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-actions.h"

#include <glib/gi18n-lib.h>

#include "wording-due.h"
#include "wording-marker.h"
#include "wording-people.h"

/* Fewer words than this, none of them “to”, name somebody and no task. */
#define FEWEST_WORDS 6
/* How far into the words the “to” stands behind who is to do it. */
#define OWNER_WORDS 16

#define DONE "cleared|completed|complete|closed|done|actioned"

#define VERB                                                                                                 \
  "bring|provide|send|write|arrange|circulate|report|contact|produce|share|follow|liaise|meet|discuss|"      \
  "consider|"                                                                                                \
  "review|prepare|attend|speak|update|check|confirm|email|add|include|ask|work|take|be|look|investigate|"    \
  "raise|"                                                                                                   \
  "present|develop|draft|complete|feed|amend|invite|ensure|explore|organise|progress|submit|set|issue|"      \
  "forward|"                                                                                                 \
  "chase|link|identify|return|monitor|obtain|request|undertake|seek|publish|collate|distribute|lead"

#define THING                                                                                                \
  "report|reports|update|updates|paper|papers|minutes|item|items|presentation|strategy|plan|agenda|meeting|" \
  "draft|"                                                                                                   \
  "appendix|letter|steps|need|action|details|information|due|subject|relation|regard|access|addition|"       \
  "response"

/* “Authorises the Director to update the plan” is what is decided; nobody of that name is to update it. */
#define DECIDES                                                                                              \
  "agrees|agree|authorises|authorise|approves|approve|notes|note|requests|request|delegates|delegate|"       \
  "recommends|recommend|instructs|instruct|asks|ask|invites|invite|endorses|endorse|directs|direct|"         \
  "appoints|appoint|requires|require|enables|enable|allows|allow|permits|permit|mandates|nominates"

/* What becomes of actions as their paragraphs go by. */
typedef struct
{
  AccordWordingPart *part;
  GPtrArray *actions;
  guint n_before; /* actions of this part are behind it */
} Reading;

static AccordWordRange
from (AccordWordRange range, guint first)
{
  return (AccordWordRange){ first, range.after };
}

/* Whoever stands before “to …”: “the Executive were asked to pass” is for the Executive, a report that is “to
   be circulated” for nobody. */
static char *
dup_owner (AccordWordingPart *part, AccordWordRange range)
{
  AccordWordRange to, verb, who = { range.first, MIN (range.after, range.first + OWNER_WORDS) };

  if (!accord_wording_part_find (part, who, "to", &to)
      || !accord_words_is_capital (part->text, accord_wording_part_token (part, range.first))
      || accord_wording_part_match (part, from (range, to.after), "be", NULL))
    return NULL;
  who.after = to.first;
  if (accord_wording_part_find (part, who,
                                "was|were|is|are|has|have *1 asked|requested|invited|agreed|tasked $", &verb))
    who.after = verb.first;
  if (who.after <= who.first
      || accord_wording_part_match (part, (AccordWordRange){ who.after - 1, who.after }, THING, NULL))
    return NULL;
  return accord_wording_dup_who (part, who);
}

static const char *
state_of (AccordWordingPart *part, AccordWordRange range)
{
  if (accord_wording_part_find (part, range, "not|yet|partially|partly|to|once|when|until *2 " DONE, NULL))
    return "open";
  if (accord_wording_part_match (part, range, DONE, NULL)
      || accord_wording_part_find (part, range, "- " DONE " .? $", NULL)
      || accord_wording_part_find (part, range, "has|have|is|are|was|were|now been? now? " DONE, NULL))
    return "done";
  if (accord_wording_part_match (part, range, "cancelled|withdrawn|superseded", NULL)
      || accord_wording_part_find (part, range, "- cancelled|withdrawn .? $", NULL)
      || accord_wording_part_find (part, range, "has|have|was|were been? cancelled|withdrawn", NULL)
      || accord_wording_part_find (part, range, "no longer required|needed", NULL))
    return "cancelled";
  return "open";
}

static void
add_action (Reading *self, guint line, AccordWordRange range)
{
  AccordWordingPart *part = self->part;
  AccordSpan span = { accord_wording_part_line (part, line)->words.start, 0 };
  AccordPageAction *action;

  if (range.after <= range.first)
    return;
  span.end = accord_words_span (part->tokens, range).end;
  action = accord_page_action_new (span);
  action->text = accord_wording_part_dup (part, range);
  action->owner = dup_owner (part, range);
  action->state = accord_wording_part_find (part, range, "- " DONE " .? $", NULL) ? "done" : "open";
  accord_wording_find_due (part, range, &action->due, &action->due_words);
  g_ptr_array_add (self->actions, action);
  part->used[line] = TRUE;
}

static void
add_update (Reading *self, guint index, AccordWordRange range, const char *date)
{
  AccordPageAction *action = self->actions->pdata[index];
  AccordPageUpdate *update = accord_page_update_new (accord_words_span (self->part->tokens, range));

  update->text = accord_wording_part_dup (self->part, range);
  update->date = g_strdup (date);
  g_ptr_array_add (action->updates, update);
  action->state = state_of (self->part, range);
  if (index + 1 == self->actions->len)
    action->span.end = update->span.end;
}

/* One update may be of the two actions before it, or of all that have none yet. */
static guint
first_updated (Reading *self, AccordWordRange range)
{
  guint first = self->actions->len - 1;
  gboolean all = accord_wording_part_find (self->part, range, "all *2 above|actions|three|four", NULL);

  if (all || accord_wording_part_find (self->part, range, "both *2 above|actions", NULL))
    while (first > self->n_before && (all || first + 2 > self->actions->len)
           && ((AccordPageAction *) self->actions->pdata[first - 1])->updates->len == 0)
      first--;
  return first;
}

static void
take_update (Reading *self, guint line, AccordWordRange range, const char *date)
{
  if (self->actions->len == self->n_before || range.after == range.first)
    return;
  for (guint i = first_updated (self, range); i < self->actions->len; i++)
    add_update (self, i, range, date);
  self->part->used[line] = TRUE;
}

/* “Update – …”, “Update 12 March 2017: …” */
static gboolean
is_update (AccordWordingPart *part, AccordWordRange range, guint *after, char **date)
{
  AccordWordRange found;

  *date = NULL;
  if (!accord_wording_part_match (part, range, "update|updates *6 :|-", after))
    return FALSE;
  if (*after == range.first + 2)
    return TRUE;
  *date = accord_wording_dup_date (part, (AccordWordRange){ range.first + 1, *after - 1 }, &found);
  return found.after > found.first;
}

static gboolean
is_label (AccordWordingPart *part, AccordWordRange range, guint *after)
{
  return accord_wording_part_match (part, range, "agreed? action|actions point|points? :|-", after)
         || accord_wording_part_match (part, range, "action|actions points? $", after);
}

/* “HH to bring back …”, “Councillor A to write …”, “A Member to be invited …”: somebody, and then what to do.
 */
static gboolean
is_bare (AccordWordingPart *part, AccordWordRange range)
{
  AccordWordRange to, who = { range.first, MIN (range.after, range.first + OWNER_WORDS) };
  guint n = 0;

  if (range.after <= range.first || accord_wording_part_match (part, range, DECIDES, NULL)
      || !accord_wording_part_find (part, who, "to " VERB, &to)
      || part->text[accord_wording_part_token (part, to.first)->start] != 't'
      || accord_wording_part_match (part, from (range, to.first), "to follow .? $", NULL))
    return FALSE;
  who.after = to.first;
  for (guint at = who.first; at < who.after; at++)
    {
      const AccordWordToken *token = accord_wording_part_token (part, at);

      if (token->kind == 'w' && !accord_words_is_capital (part->text, token)
          && !accord_wording_part_match (part, (AccordWordRange){ at, at + 1 }, "and|of|for|the|de|van",
                                         NULL))
        return FALSE;
      if ((token->kind != 'w' && token->kind != '-' && token->kind != '/' && token->kind != '.'
           && token->kind != ',')
          || accord_wording_part_match (part, (AccordWordRange){ at, at + 1 }, THING, NULL))
        return FALSE;
      n += token->kind == 'w' ? 1 : 0;
    }
  if (n == 1)
    return accord_words_is_upper (part->text, accord_wording_part_token (part, who.first))
           && accord_wording_part_token (part, who.first)->end
                      - accord_wording_part_token (part, who.first)->start
                  <= 3
           && accord_wording_part_token (part, who.first)->end
                      - accord_wording_part_token (part, who.first)->start
                  >= 2;
  if (accord_wording_part_match (part, who, ACCORD_WORDING_TITLE, NULL))
    return TRUE;
  return n >= 2 && n <= 4 && !accord_wording_part_match (part, who, "the|a|an|to", NULL)
         && (accord_wording_part_match (part, from (range, to.first), "to be invited|asked|contacted", NULL)
             || !accord_wording_part_match (part, from (range, to.first), "to be", NULL));
}

static void
take_sentences (Reading *self, guint line)
{
  AccordWordRange range = accord_wording_part_range (self->part, line);

  while (range.first < range.after)
    {
      AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (self->part, range) };

      if (is_bare (self->part, sentence))
        add_action (self, line, sentence);
      range.first = sentence.after;
    }
}

static void
doubt (AccordWordingPart *part, guint line, const char *why)
{
  accord_committee_page_add_unread (part->page, accord_wording_part_line (part, line)->words, why);
  part->used[line] = TRUE;
}

/* What stands behind a label: the action itself, a list of them, or only who is to act. */
static guint
take_labelled (Reading *self, guint line, guint after)
{
  AccordWordingPart *part = self->part;
  AccordWordRange range = from (accord_wording_part_range (part, line), after);

  if (range.first < range.after)
    {
      if (range.after - range.first < FEWEST_WORDS && !accord_wording_part_find (part, range, "to", NULL))
        doubt (part, line, _ ("An action is noted here, but not what is to be done."));
      else if (!accord_wording_part_match (part, range, "none|no|nil", NULL))
        add_action (self, line, range);
      return line + 1;
    }
  part->used[line] = TRUE;
  for (line++; line < part->lines->len; line++)
    {
      gboolean plain = accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN;
      guint label;
      char *date;

      range = accord_wording_part_range (part, line);
      if (part->used[line] || is_label (part, range, &label) || is_update (part, range, &label, &date)
          || (plain && !accord_wording_part_find (part, range, "to", NULL)))
        break;
      add_action (self, line, range);
      if (plain)
        return line + 1;
    }
  return line;
}

/* The line behind an action that only says how it ended: “Note issued - Cleared” */
static gboolean
is_silent_update (Reading *self, guint line)
{
  AccordWordingPart *part = self->part;

  return line > 0 && self->actions->len > self->n_before && part->used[line - 1] && !part->used[line]
         && accord_wording_part_line (part, line)->n_before <= 1
         && accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN
         && accord_wording_part_find (part, accord_wording_part_range (part, line), "- " DONE " .? $", NULL);
}

/**
 * accord_wording_read_actions:
 * @part: minutes of which resolutions have been read
 * @actions: (element-type AccordPageAction): where to add what is to be done
 *
 * Finds the actions that were agreed, with what became of those of earlier meetings.
 */
void
accord_wording_read_actions (AccordWordingPart *part, GPtrArray *actions)
{
  Reading self = { part, actions, actions->len };

  for (guint line = 0; line < part->lines->len;)
    {
      AccordWordRange range = accord_wording_part_range (part, line);
      guint next = line + 1, after;
      g_autofree char *date = NULL;

      if (part->used[line])
        ;
      else if (is_update (part, range, &after, &date))
        take_update (&self, line, from (range, after), date);
      else if (is_silent_update (&self, line))
        take_update (&self, line, range, NULL);
      else if (accord_wording_part_match (part, range, "action|actions no|nos .?", NULL)
               || accord_wording_part_find (part, range, "( action|actions :|-", NULL))
        doubt (part, line, _ ("An action is named here, but not what is to be done."));
      else if (is_label (part, range, &after))
        next = take_labelled (&self, line, after);
      else
        take_sentences (&self, line);
      line = next;
    }
}
