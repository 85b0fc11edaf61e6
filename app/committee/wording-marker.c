/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-marker.h"

#include <string.h>

#define ADVERB                                                                                               \
  "then|also|further|therefore|accordingly|subsequently|duly|unanimously|hereby|thereupon|thereby"
/* How many words before it show of which meeting a resolution is. */
#define LOOK_BACK 30

/* The longest bracket between RESOLVED and what was. */
#define BRACKET_WORDS 40

/* How far into a sentence the clause may stand that says what was resolved. */
#define CLAUSE_WORDS 40

#define INTRODUCED "that|to|:|-|;|,|/|by|pursuant"

/* How sure a wording is. */
typedef enum
{
  ANYWHERE,  /* wherever a sentence begins */
  PARAGRAPH, /* where a paragraph begins; in run-together text where a sentence does */
} Reach;

typedef struct
{
  const char *pattern;
  const char *next; /* what must follow, or the paragraph's end; NULL for anything */
  AccordStatementType type;
  Reach reach;
} Wording;

static const Wording wordings[] = {
  { "unanimously? resolved to recommend *4", ":|-", ACCORD_STATEMENT_RECOMMENDATION, ANYWHERE },
  { "unanimously? RESOLVED unanimously|UNANIMOUSLY?", NULL, ACCORD_STATEMENT_RESOLUTION, ANYWHERE },
  { "unanimously? resolved unanimously?", INTRODUCED "|(", ACCORD_STATEMENT_RESOLUTION, ANYWHERE },
  { "it was " ADVERB "? resolved unanimously?", INTRODUCED, ACCORD_STATEMENT_RESOLUTION, ANYWHERE },
  { "the? *3 " ACCORD_WORDING_BODY " " ADVERB "? RESOLVED unanimously?", NULL, ACCORD_STATEMENT_RESOLUTION,
    ANYWHERE },
  { "the? *3 " ACCORD_WORDING_BODY " " ADVERB "? resolved unanimously? to?", "that|:|-|;|,",
    ACCORD_STATEMENT_RESOLUTION, PARAGRAPH },
  { "unanimously? AGREED unanimously?", INTRODUCED "|(", ACCORD_STATEMENT_AGREEMENT, ANYWHERE },
  { "the? *3 " ACCORD_WORDING_BODY " " ADVERB "? AGREED unanimously?", "that|to|:|-|;",
    ACCORD_STATEMENT_AGREEMENT, ANYWHERE },
  { "agreed unanimously?", "that|to|:|-|;", ACCORD_STATEMENT_AGREEMENT, PARAGRAPH },
  { "it was " ADVERB "? agreed unanimously?", INTRODUCED, ACCORD_STATEMENT_AGREEMENT, PARAGRAPH },
  { "the? *3 " ACCORD_WORDING_BODY " " ADVERB
    "? agreed unanimously? to? the? following? actions|recommendations|points?",
    ":", ACCORD_STATEMENT_AGREEMENT, PARAGRAPH },
  { "NOTED", "that|:|-|,", ACCORD_STATEMENT_NOTED, PARAGRAPH },
  { "decision|decisions taken|made?", ":|-", ACCORD_STATEMENT_RESOLUTION, PARAGRAPH },
  { "RECOMMENDED", INTRODUCED "|(", ACCORD_STATEMENT_RECOMMENDATION, ANYWHERE },
  { "recommended", "that|:|-", ACCORD_STATEMENT_RECOMMENDATION, PARAGRAPH },
  { "RECOMMENDATION|RECOMMENDATIONS|recommendation|recommendations ( s )", ":|-",
    ACCORD_STATEMENT_RECOMMENDATION, PARAGRAPH },
  { "recommendation|recommendations", ":|-", ACCORD_STATEMENT_RECOMMENDATION, PARAGRAPH },
  { "the? *3 " ACCORD_WORDING_BODY " " ADVERB "? recommended", "that|:|-", ACCORD_STATEMENT_RECOMMENDATION,
    ANYWHERE },
};

/* What ends a resolution although no blank line does. */
static const char *const stops[] = {
  "reason|reasons :|-",
  "reason|reasons $",
  "reason|reasons for the? decision|decisions|recommendation|recommendations",
  "alternative|alternatives|other|options *3 options|considered|rejected",
  "options|option / *3",
  "note|notes :|-",
  "( note|voting|councillor|councillors|cllr",
  "[",
  "voting|votes :|-",
  "call - in",
  "action|actions|update :|-",
  "supporting|additional|accompanying|background documents|papers",
  "officer|lead|contact contact|officer :",
  "contact :",
  "the meeting closed|ended|concluded|finished|rose|adjourned|commenced",
  "minutes :",
  "wards affected",
  "date of|decision",
  "councillor|councillors|cllr|cllrs *6 voted|abstained|asked|requested|left|declared|withdrew",
  "a? recorded vote",
  "in accordance with *9 recorded",
};

/**
 * accord_wording_marker_is_stop:
 * @part: a part
 * @range: the words of a sentence or of a paragraph
 *
 * Returns: whether they are of another matter than what was decided before: reasons, votes, documents
 */
gboolean
accord_wording_marker_is_stop (AccordWordingPart *part, AccordWordRange range)
{
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (accord_wording_part_match (part, range, stops[i], NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_sign (char kind)
{
  return kind == ':' || kind == ';' || kind == ',' || kind == '-' || kind == '/' || kind == '.';
}

static guint
skip_signs (AccordWordingPart *part, guint at, guint end)
{
  while (at < end && is_sign (accord_wording_part_token (part, at)->kind))
    at++;
  return at;
}

/* “12:3” */
static gboolean
is_score (AccordWordingPart *part, guint token)
{
  const AccordWordToken *at = accord_wording_part_token (part, token);

  return g_ascii_isdigit (part->text[at->start])
         && memchr (part->text + at->start, ':', at->end - at->start) != NULL;
}

/* “(unanimously)”, “(by 8 votes to 3)”, “(12:3)”, “(on a motion from Councillor A …)”, “(to Council)” */
static guint
skip_vote (AccordWordingPart *part, guint at, guint end)
{
  AccordWordRange bracket = { at, MIN (end, at + BRACKET_WORDS) };

  if (!accord_wording_part_match (part, bracket, "(", NULL)
      || !accord_wording_part_find (part, bracket, ")", &bracket))
    return at;
  bracket.first = at;
  if (accord_wording_part_find (
          part, bracket,
          "unanimously|unanimous|votes|vote|nem|abstentions|abstention|against|motion|moved|"
          "proposed|seconded|carried|-",
          NULL)
      || accord_wording_part_match (part, bracket, "( to *3 )", NULL) || is_score (part, at + 1))
    return bracket.after;
  return at;
}

/* The signs, the vote and the “that” behind the word that says it. */
static guint
skip_introduction (AccordWordingPart *part, guint at, guint end)
{
  guint by;

  at = skip_signs (part, skip_vote (part, skip_signs (part, at, end), end), end);
  if (accord_wording_part_match (part, (AccordWordRange){ at, end }, "unanimously :|;|,|-? that", &by)
      || accord_wording_part_match (part, (AccordWordRange){ at, end }, "by *6 that", &by))
    at = by - 1;
  if (at < end && accord_words_is (part->text, accord_wording_part_token (part, at), "that"))
    at = skip_signs (part, at + 1, end);
  return at;
}

static gboolean
wording_at (AccordWordingPart *part, const Wording *wording, AccordWordRange range, gboolean paragraph,
            AccordWordingMarker *marker)
{
  guint after;

  if (wording->reach != ANYWHERE && !paragraph)
    return FALSE;
  if (!accord_wording_part_match (part, range, wording->pattern, &after))
    return FALSE;
  if (wording->next != NULL && after < range.after
      && !accord_wording_part_match (part, (AccordWordRange){ after, range.after }, wording->next, NULL))
    return FALSE;
  marker->type = wording->type;
  marker->first = range.first;
  marker->after = skip_introduction (part, after, range.after);
  marker->end = range.after;
  marker->sentence = accord_wording_part_is_glued (part);
  return TRUE;
}

static gboolean
is_of_earlier (AccordWordingPart *part, guint first, guint at)
{
  AccordWordRange told = { at > first + LOOK_BACK ? at - LOOK_BACK : first, at };

  return accord_wording_part_find (part, told, "meeting|previously|earlier|had|last|minute", NULL);
}

/* “Moved by Councillor A and seconded by Councillor B RESOLVED that”, “The Committee, having considered the
   matter, RESOLVED that” */
static gboolean
is_moved (AccordWordingPart *part, guint first, guint at)
{
  AccordWordRange before = { first, at };

  if (at - first > CLAUSE_WORDS)
    return FALSE;
  return (accord_wording_part_match (part, before, "it? was? moved|proposed", NULL)
          && accord_wording_part_find (part, before, "seconded", NULL))
         || (accord_wording_part_match (part, before, "the? *3 " ACCORD_WORDING_BODY " ,? having", NULL)
             && accord_wording_part_token (part, at - 1)->kind == ',');
}

/* “… seconded by Councillor A, it was RESOLVED that”: only in capitals, only where it is told as done, and
   not of an earlier meeting. */
static gboolean
capitals_at (AccordWordingPart *part, guint at, guint first, guint end, AccordWordingMarker *marker)
{
  AccordWordRange before = { at, at + 1 };

  if (at <= first || !accord_words_is (part->text, accord_wording_part_token (part, at), "RESOLVED"))
    return FALSE;
  before.first = at - 1;
  if ((!accord_wording_part_match (
           part, before, "was|and|unanimously|UNANIMOUSLY|therefore|hereby|" ACCORD_WORDING_BODY, NULL)
       && !is_moved (part, first, at))
      || is_of_earlier (part, first, at))
    return FALSE;
  marker->type = ACCORD_STATEMENT_RESOLUTION;
  marker->first = at;
  marker->after = skip_introduction (part, at + 1, end);
  marker->end = end;
  marker->sentence = accord_wording_part_is_glued (part);
  return TRUE;
}

static gboolean
clause_marker (AccordWordingPart *part, AccordWordRange range, gboolean paragraph,
               AccordWordingMarker *marker)
{
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (wording_at (part, &wordings[i], range, paragraph, marker))
      return TRUE;
  return FALSE;
}

/* “Following a debate, it was agreed that …” */
static gboolean
later_clause_marker (AccordWordingPart *part, AccordWordRange range, gboolean paragraph,
                     AccordWordingMarker *marker)
{
  guint end = MIN (range.after, range.first + CLAUSE_WORDS);

  if (!accord_wording_part_match (part, range, "following|after|upon|on|having|by|with", NULL))
    return FALSE;
  for (guint at = range.first + 1; at < end; at++)
    {
      if (accord_words_is_sentence (part->text, part->tokens, range.first, at))
        return FALSE;
      if (accord_wording_part_match (part, (AccordWordRange){ at, range.after }, "it was", NULL)
          || (accord_wording_part_token (part, at - 1)->kind == ','
              && accord_wording_part_match (part, (AccordWordRange){ at, range.after },
                                            "the *3 " ACCORD_WORDING_BODY, NULL)))
        return !is_of_earlier (part, range.first, at)
               && clause_marker (part, (AccordWordRange){ at, range.after }, paragraph, marker);
    }
  return FALSE;
}

static gboolean
sentence_marker (AccordWordingPart *part, AccordWordRange range, gboolean paragraph,
                 AccordWordingMarker *marker)
{
  return accord_words_is_capital (part->text, accord_wording_part_token (part, range.first))
         && (clause_marker (part, range, paragraph, marker)
             || later_clause_marker (part, range, paragraph, marker));
}

/* “7.10 AGREED:”: minutes number their paragraphs. */
static guint
skip_paragraph_number (AccordWordingPart *part, AccordWordRange range)
{
  const AccordWordToken *token = accord_wording_part_token (part, range.first);

  return range.after > range.first + 1 && g_ascii_isdigit (part->text[token->start])
                 && accord_words_is_capital (part->text, token + 1)
             ? range.first + 1
             : range.first;
}

/**
 * accord_wording_marker_find:
 * @part: a part
 * @line: a paragraph of it
 * @from: the token to begin at, where a sentence begins
 * @marker: (out): what was found
 *
 * Finds the next words in a paragraph that say that something was decided. What is quoted does not count.
 *
 * Returns: whether there are any
 */
gboolean
accord_wording_marker_find (AccordWordingPart *part, guint line, guint from, AccordWordingMarker *marker)
{
  AccordWordRange range = accord_wording_part_range (part, line);
  gboolean paragraph = from == range.first;
  guint start = from;
  int quotes = 0;

  for (guint at = from; at < range.after; at++)
    {
      char kind = accord_wording_part_token (part, at)->kind;

      if (at == from || accord_words_is_sentence (part->text, part->tokens, from, at))
        {
          start = at == range.first ? skip_paragraph_number (part, (AccordWordRange){ at, range.after }) : at;
          if (quotes <= 0
              && sentence_marker (part, (AccordWordRange){ start, range.after },
                                  (at == from && paragraph) || accord_wording_part_is_glued (part), marker))
            return TRUE;
        }
      quotes += kind == '"' ? 1 : kind == '\'' && quotes > 0 ? -1 : 0;
      if (quotes <= 0 && capitals_at (part, at, start, range.after, marker))
        return TRUE;
    }
  return FALSE;
}
