/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-asked.h"

#include <string.h>

#include "wording-people.h"

#define STATED                                                                                               \
  "stated|reported|advised|confirmed|explained|said|responded|replied|answered|commented|outlined|"          \
  "indicated|informed|"                                                                                      \
  "clarified|undertook|agreed|emphasised|acknowledged|thanked|provided|highlighted|referred|assured|added|"  \
  "addressed|"                                                                                               \
  "noted|suggested|apologised|accepted|described|gave|read|made|drew|welcomed|expressed|encouraged|praised|" \
  "recognised|reiterated|offered|promised"

/* How far into a sentence its verb stands. */
#define SUBJECT_WORDS 30

/**
 * accord_wording_spoken_clear:
 * @self: what a sentence says of who speaks
 */
void
accord_wording_spoken_clear (AccordWordingSpoken *self)
{
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->to, g_free);
}

static AccordWordRange
from (AccordWordRange range, guint first)
{
  return (AccordWordRange){ MIN (first, range.after), range.after };
}

/* The first verb of a sentence that stands near enough to its beginning to belong to who is named there. */
static gboolean
find_verb (AccordWordingPart *part, AccordWordRange sentence, const char *verbs, AccordWordRange *verb)
{
  AccordWordRange near = { sentence.first, MIN (sentence.after, sentence.first + SUBJECT_WORDS) };

  return accord_wording_part_find (part, near, verbs, verb) && verb->first > sentence.first
         && !accord_wording_part_match (part, (AccordWordRange){ verb->first - 1, verb->first },
                                        "was|were|be|been|being|is|are|as|to|had|not|which|who", NULL);
}

/* Whose question it was: “a Member's question”, “a question from Councillor A”. */
static char *
dup_asker (AccordWordingPart *part, AccordWordRange range)
{
  AccordWordRange found;

  if (accord_wording_part_find (part, range, "question|questions|query|queries by|from|of", &found))
    {
      AccordWordRange who = from (range, found.after);

      for (guint at = who.first; at < who.after; at++)
        if (accord_wording_part_match (part, (AccordWordRange){ at, at + 1 },
                                       ",|about|regarding|on|relating|in|as|that|it", NULL))
          who.after = at;
      return accord_wording_dup_who (part, who);
    }
  if (accord_wording_part_find (part, range, "question|questions|query|queries", &found)
      && found.first > range.first)
    {
      AccordWordRange who = { range.first, found.first };
      g_autofree char *words = accord_wording_dup_who (part, who);

      if (words != NULL && (g_str_has_suffix (words, "'s") || g_str_has_suffix (words, "\xe2\x80\x99s")))
        return g_strndup (words, strlen (words) - (g_str_has_suffix (words, "'s") ? 2 : 4));
    }
  return NULL;
}

/* “In response, …”, “Responding to a Member's question …” */
static gboolean
answers (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  AccordWordRange rest, verb;
  guint after;
  gboolean of_question;

  if (!accord_wording_part_match (part, sentence, "in response|reply|responding|replying|answer", &after)
      && !accord_wording_part_match (part, sentence, "responding|replying|answering", &after))
    return FALSE;
  rest = from (sentence, after);
  of_question =
      accord_wording_part_match (part, rest, "to *9 question|questions|query|queries|questioner", NULL);
  if (accord_wording_part_match (part, rest, "to", NULL) && !of_question)
    return FALSE;
  spoken->after = sentence.first;
  spoken->anew =
      accord_wording_part_match (part, rest, "to a|another|further|supplementary|questions|other", NULL);
  if (!find_verb (part, rest, STATED, &verb))
    return !of_question;
  if (of_question)
    {
      AccordWordRange asked, who = { rest.first + 1, verb.first };

      spoken->to = dup_asker (part, who);
      if (accord_wording_part_find (part, who, "question|questions|query|queries|questioner", &asked))
        {
          who.first = asked.after;
          for (guint at = who.first; at < who.after; at++)
            if (accord_wording_part_token (part, at)->kind == ',')
              who.first = at + 1;
        }
      spoken->who = accord_wording_dup_who (part, who);
    }
  else
    spoken->who = accord_wording_dup_who (part, (AccordWordRange){ rest.first, verb.first });
  return TRUE;
}

/* “Answer:”, “Response from the Leader:” */
static gboolean
is_answer_label (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  guint after;

  if (!accord_wording_part_match (part, sentence, "the? answer|response|reply|responses *9 :|-", &after)
      || after - sentence.first > 12
      || accord_wording_part_find (part, (AccordWordRange){ sentence.first, after }, "to|was|were", NULL))
    return FALSE;
  if (accord_wording_part_match (part, sentence, "answer|response|reply by|from|of", NULL))
    spoken->who = accord_wording_dup_who (part, (AccordWordRange){ sentence.first + 2, after - 1 });
  spoken->after = after;
  return TRUE;
}

/* “… the following response:-” */
static gboolean
leads_on (AccordWordingPart *part, AccordWordRange sentence)
{
  guint at = sentence.after;

  while (at > sentence.first && accord_wording_part_token (part, at - 1)->kind == '-')
    at--;
  return at > sentence.first && accord_wording_part_token (part, at - 1)->kind == ':';
}

/* “Councillor A replied that …”, “The Mayor gave the following response:” */
static gboolean
replies (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  AccordWordRange verb;

  if (!find_verb (part, sentence, "responded|replied|answered|gave|provided", &verb))
    return FALSE;
  if (accord_wording_part_match (part, from (sentence, verb.first), "gave|provided", NULL)
      && !accord_wording_part_match (part, from (sentence, verb.after), "*3 response|reply|answer", NULL))
    return FALSE;
  spoken->who = accord_wording_dup_subject (part, (AccordWordRange){ sentence.first, verb.first });
  spoken->after = leads_on (part, sentence) ? sentence.after : sentence.first;
  spoken->bare = !leads_on (part, sentence)
                 && !accord_wording_part_find (part, sentence, "question|questions|query|queries", NULL);
  return spoken->who != NULL;
}

/* “Question 1 from A:”, “The following question was received from A”, “A asked the following question:” */
static gboolean
announces (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  static const char *const patterns[] = {
    "supplementary? question|questions *6 by|from",
    "a|the|one following? question *2 was|had *1 received|submitted|asked|put by|from",
    "there was one|a *2 question *2 by|from",
    "the following question|questions *2 submitted|received|asked|put by|from",
  };
  AccordWordRange near = { sentence.first, MIN (sentence.after, sentence.first + SUBJECT_WORDS) };
  AccordWordRange verb;
  guint after;

  if (find_verb (part, sentence, "asked|put|submitted|posed|gave|given *3 the following question|questions",
                 &verb)
      || accord_wording_part_find (part, near, "had given *1 notice of the following question|questions",
                                   &verb))
    {
      spoken->who = accord_wording_dup_subject (part, (AccordWordRange){ sentence.first, verb.first });
      spoken->after = sentence.after;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, sentence, patterns[i], &after))
      {
        AccordWordRange who = from (sentence, after);

        for (guint at = who.first; at < who.after; at++)
          if (accord_wording_part_match (part, (AccordWordRange){ at, at + 1 },
                                         ":|-|via|to|who|by|.|,|regarding|about|on", NULL))
            who.after = at;
        spoken->who = accord_wording_dup_who (part, who);
        spoken->after = who.after;
        return !accord_wording_part_match (part, from (sentence, who.after), "who|, who", NULL);
      }
  if (accord_wording_part_match (part, sentence, "supplementary? question *2 :", &after)
      && after - sentence.first <= 5)
    {
      spoken->after = after;
      return TRUE;
    }
  return FALSE;
}

/* “Question 19-21 – …”, “With regard to question 4, …”: what stands before who asks. */
static guint
skip_reference (AccordWordingPart *part, AccordWordRange sentence)
{
  guint after;

  for (guint at = sentence.first + 1; at + 1 < sentence.after && at < sentence.first + 8; at++)
    if (accord_wording_part_token (part, at)->kind == '-'
        && accord_wording_part_token (part, at)->start > accord_wording_part_token (part, at - 1)->end
        && accord_words_is_capital (part->text, accord_wording_part_token (part, at + 1))
        && accord_wording_part_match (part, sentence, "question|q", NULL))
      return at + 1;
  if (accord_wording_part_match (part, sentence, "in|with respect|regard|relation of|to *3 question *2 ,",
                                 &after))
    return after;
  return sentence.first;
}

static gboolean
asks (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  static const char *const verbs =
      "asked|enquired|inquired|queried|questioned|sought|raised|requested|wanted|sought|attended";
  static const char *const objects[] = {
    "asked|enquired|inquired|queried|questioned *9 if|why|what|how|whether|when|who|where|which|about|for",
    "asked|enquired|queried|questioned about|the|for",
    "sought|requested *2 assurance|assurances|clarification|confirmation|reassurance",
    "raised a|the question|query",
    "wanted to know",
    "attended to ask a question",
  };
  AccordWordRange verb;
  guint after, start = skip_reference (part, sentence);

  if (accord_wording_part_match (
          part, sentence,
          "the first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|last|next|other "
          "question|questioner *2 asked|asserted|enquired|queried|sought|referred|concerned|related|was",
          &after)
      || accord_wording_part_match (part, sentence,
                                    "the questioner *1 asked|enquired|queried|sought|wanted|stated", &after))
    {
      spoken->after = sentence.first;
      return TRUE;
    }
  spoken->after = start;
  if (!find_verb (part, from (sentence, start), verbs, &verb))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    if (accord_wording_part_match (part, from (sentence, verb.first), objects[i], NULL))
      {
        AccordWordRange who = { start, verb.first }, other;

        /* “Councillor A referred to the strategy and asked whether …” */
        if (find_verb (part, who, STATED, &other))
          who.after = other.first;
        spoken->who = accord_wording_dup_subject (part, who);
        return spoken->who != NULL
               || accord_wording_part_match (part, from (sentence, start),
                                             "he|she|they *1 asked|enquired|queried", NULL);
      }
  return FALSE;
}

static gboolean
asks_at_last (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  AccordWordRange from_whom;

  /* “A question was received from Councillor A who asked if …” */
  if (!accord_wording_part_match (part, sentence,
                                  "a|the|one *1 question was|had *1 received|submitted|asked|put by|from",
                                  &from_whom.first))
    return FALSE;
  from_whom.after = sentence.after;
  for (guint at = from_whom.first; at < sentence.after; at++)
    if (accord_wording_part_match (part, (AccordWordRange){ at, sentence.after }, "who|,|:|asking", NULL))
      {
        from_whom.after = at;
        spoken->who = accord_wording_dup_who (part, from_whom);
        spoken->after = sentence.first;
        return accord_wording_part_match (part, from (sentence, at), ",? who|asking *2", NULL);
      }
  return FALSE;
}

static gboolean
states (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  AccordWordRange verb;

  if (!find_verb (part, sentence, STATED, &verb)
      && !(accord_wording_part_find (
          part, (AccordWordRange){ sentence.first, MIN (sentence.after, sentence.first + SUBJECT_WORDS) },
          "was unable to answer", &verb)))
    return FALSE;
  spoken->who = accord_wording_dup_subject (part, (AccordWordRange){ sentence.first, verb.first });
  spoken->after = sentence.first;
  return spoken->who != NULL;
}

/**
 * accord_wording_speech:
 * @part: a part
 * @sentence: a sentence of it
 * @spoken: (out): who speaks, and from where on
 *
 * Tells whether somebody asks in a sentence, or answers.
 *
 * Returns: what it does
 */
AccordWordingSpeech
accord_wording_speech (AccordWordingPart *part, AccordWordRange sentence, AccordWordingSpoken *spoken)
{
  typedef gboolean (*Ask) (AccordWordingPart * part, AccordWordRange sentence, AccordWordingSpoken * spoken);
  static const struct
  {
    Ask ask;
    AccordWordingSpeech speech;
  } kinds[] = { { answers, ACCORD_WORDING_ANSWERS },   { is_answer_label, ACCORD_WORDING_ANSWERS },
                { asks_at_last, ACCORD_WORDING_ASKS }, { announces, ACCORD_WORDING_ANNOUNCES },
                { asks, ACCORD_WORDING_ASKS },         { replies, ACCORD_WORDING_ANSWERS },
                { states, ACCORD_WORDING_STATES } };

  *spoken = (AccordWordingSpoken){ 0 };
  if (sentence.after <= sentence.first)
    return ACCORD_WORDING_SILENT;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      accord_wording_spoken_clear (spoken);
      if (kinds[i].ask (part, sentence, spoken))
        {
          spoken->whole = spoken->after >= sentence.after;
          return kinds[i].speech;
        }
    }
  return ACCORD_WORDING_SILENT;
}
