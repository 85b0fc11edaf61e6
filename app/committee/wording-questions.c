/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-questions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wording-asked.h"

/* A question while its paragraphs go by. */
typedef struct
{
  AccordWordingPart *part;
  GPtrArray *questions;
  gboolean about; /* the item is there for questions to be put */
  AccordSpan question;
  AccordSpan answer;
  char *asked_by;
  char *answered_by;
  gboolean collects; /* the paragraphs that follow belong to it */
  gboolean broken;   /* something else was said behind the question */
  gboolean answers;  /* what is said is the answer */
  guint n_silent;    /* paragraphs since the question */
  guint line;
} Dialogue;

static void
clear (Dialogue *self)
{
  self->question = self->answer = (AccordSpan){ 0, 0 };
  g_clear_pointer (&self->asked_by, g_free);
  g_clear_pointer (&self->answered_by, g_free);
  self->collects = self->answers = self->broken = FALSE;
}

/* A question that nobody answers is kept only where questions are the matter. */
static void
finish (Dialogue *self)
{
  gboolean asked = !accord_span_is_empty (self->question);
  gboolean answered = !accord_span_is_empty (self->answer);
  AccordPageQuestion *question;
  AccordSpan span;

  if (answered || (asked && self->about))
    {
      span.start = asked ? self->question.start : self->answer.start;
      span.end = answered ? self->answer.end : self->question.end;
      question = accord_page_question_new (span);
      question->question = accord_lines_dup_words (self->part->text, self->question);
      question->answer = accord_lines_dup_words (self->part->text, self->answer);
      question->asked_by = g_steal_pointer (&self->asked_by);
      question->answered_by = g_steal_pointer (&self->answered_by);
      g_ptr_array_add (self->questions, question);
    }
  clear (self);
}

static void
stretch (AccordSpan *span, AccordSpan by)
{
  if (accord_span_is_empty (*span))
    *span = by;
  else
    span->end = MAX (span->end, by.end);
}

static AccordSpan
span_from (Dialogue *self, guint first, guint after)
{
  return accord_words_span (self->part->tokens, (AccordWordRange){ first, after });
}

static gboolean
is_waiting (Dialogue *self)
{
  return !accord_span_is_empty (self->question) && !self->answers;
}

static void
take_question (Dialogue *self, AccordWordRange sentence, AccordWordingSpoken *spoken, gboolean announced)
{
  finish (self);
  self->asked_by = g_steal_pointer (&spoken->who);
  self->collects = announced;
  self->n_silent = 0;
  if (!spoken->whole && !announced)
    self->question = span_from (self, spoken->after, sentence.after);
}

static void
take_answer (Dialogue *self, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  if (!is_waiting (self) || spoken->anew)
    {
      finish (self);
      self->asked_by = g_steal_pointer (&spoken->to);
    }
  self->answers = TRUE;
  g_free (self->answered_by);
  self->answered_by = g_steal_pointer (&spoken->who);
  self->collects = self->about && spoken->after > sentence.first;
  if (!spoken->whole)
    self->answer = span_from (self, spoken->after, sentence.after);
}

/* Whether it is still the one who asks that speaks. */
static gboolean
speaks_on (AccordWordingPart *part, AccordWordRange sentence)
{
  return accord_wording_part_match (part, sentence, "he|she|they|it|this|the questioner|question", NULL)
         || accord_wording_part_match (part, sentence, "he|she|they|it|this", NULL);
}

/* A sentence that is neither question nor answer belongs to what was said before it in its paragraph. */
static void
go_on (Dialogue *self, AccordWordRange sentence, gboolean same_paragraph)
{
  AccordSpan span = span_from (self, sentence.first, sentence.after);
  const AccordLine *line = accord_wording_part_line (self->part, self->line);

  if (!same_paragraph && !self->collects)
    return;
  if (!same_paragraph && line->marker != ACCORD_LINE_PLAIN && line->marker != ACCORD_LINE_BULLET)
    span.start = line->mark.start;
  if (self->answers)
    stretch (&self->answer, span);
  else if (self->collects)
    stretch (&self->question, span);
  else if (!accord_span_is_empty (self->question) && !self->broken && speaks_on (self->part, sentence))
    stretch (&self->question, span);
  else
    self->broken = TRUE;
}

static void
doubt (Dialogue *self, AccordWordRange sentence)
{
  accord_committee_page_add_unread (
      self->part->page,
      (AccordSpan){ self->question.start, span_from (self, sentence.first, sentence.after).end },
      _ ("This may be a question with its answer."));
  clear (self);
}

/* Somebody says something: the answer where questions are the matter, else nobody knows. */
static void
take_statement (Dialogue *self, AccordWordRange sentence, AccordWordingSpoken *spoken,
                gboolean same_paragraph)
{
  if (!is_waiting (self) || self->collects)
    go_on (self, sentence, same_paragraph);
  else if (self->about && self->n_silent <= 1)
    take_answer (self, sentence, spoken);
  else if (same_paragraph)
    doubt (self, sentence);
  else
    clear (self);
}

static void
take_sentence (Dialogue *self, AccordWordRange sentence, gboolean same_paragraph)
{
  g_auto (AccordWordingSpoken) spoken = { 0 };

  switch (accord_wording_speech (self->part, sentence, &spoken))
    {
    case ACCORD_WORDING_ASKS:
      take_question (self, sentence, &spoken, FALSE);
      break;
    case ACCORD_WORDING_ANNOUNCES:
      if (self->about)
        {
          take_question (self, sentence, &spoken, TRUE);
          if (spoken.after + 1 < sentence.after
              && accord_wording_part_token (self->part, spoken.after)->kind == ':')
            self->question = span_from (self, spoken.after + 1, sentence.after);
        }
      break;
    case ACCORD_WORDING_ANSWERS:
      if (spoken.bare && !self->about && !is_waiting (self))
        go_on (self, sentence, same_paragraph);
      else
        take_answer (self, sentence, &spoken);
      break;
    case ACCORD_WORDING_STATES:
      take_statement (self, sentence, &spoken, same_paragraph);
      break;
    case ACCORD_WORDING_SILENT:
    default:
      go_on (self, sentence, same_paragraph);
    }
}

/* An answer that was put into words in the same sentence has ended with its paragraph. */
static void
end_paragraph (Dialogue *self)
{
  if (!self->collects && !accord_span_is_empty (self->answer))
    finish (self);
}

static gboolean
is_about (AccordWordingPart *part, const char *title)
{
  g_autofree char *low = title != NULL ? g_utf8_strdown (title, -1) : NULL;
  AccordWordRange all = { 0, part->tokens->len };

  return (low != NULL && strstr (low, "question") != NULL)
         || accord_wording_part_find (part, all, "question|questions was|were|had *1 submitted|received",
                                      NULL)
         || accord_wording_part_find (part, all, "supplementary question|questions", NULL);
}

static gboolean
is_other (AccordWordingPart *part, AccordWordRange range)
{
  return accord_wording_part_match (part, range, "no *6 questions|question", NULL)
         || accord_wording_part_match (part, range, "there was|were no *6 questions|question", NULL)
         || accord_wording_part_match (part, range, "members of the public were invited", NULL);
}

/**
 * accord_wording_read_questions:
 * @part: minutes of which resolutions and actions have been read
 * @title: (nullable): the title of the item
 * @questions: (element-type AccordPageQuestion): where to add the questions
 *
 * Finds questions with their answers: those that were put, those that members asked, and answers of which the
 * question is lost. Outside of question time an answer counts only where it says that it is one.
 */
void
accord_wording_read_questions (AccordWordingPart *part, const char *title, GPtrArray *questions)
{
  Dialogue self = { .part = part, .questions = questions, .about = is_about (part, title) };

  for (guint line = 0; line < part->lines->len; line++)
    {
      AccordWordRange range = accord_wording_part_range (part, line);
      gboolean same_paragraph = FALSE;

      self.line = line;
      if (part->used[line])
        {
          finish (&self);
          continue;
        }
      if (is_other (part, range))
        continue;
      while (range.first < range.after)
        {
          AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

          take_sentence (&self, sentence, same_paragraph);
          same_paragraph = TRUE;
          range.first = sentence.after;
        }
      end_paragraph (&self);
      self.n_silent++;
    }
  finish (&self);
}
