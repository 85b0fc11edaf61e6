/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-people.h"

/* Longer than a list of members is no name. */
#define MAX_WHO 40

static const char *const adverbs =
    "each|both|also|all|similarly|then|had|has|have|further|again|subsequently|therefore|.|,|-|:|;";

/* A name in its sentence is not a sentence itself. */
static const char *const verbs =
    "was|were|is|are|that|which|be|been|will|would|should|if|whether|no|not|none|"
    "nobody|it|this|there|any|to";

static AccordWordRange
trim (AccordWordingPart *part, AccordWordRange range)
{
  while (
      range.after > range.first
      && accord_wording_part_match (part, (AccordWordRange){ range.after - 1, range.after }, adverbs, NULL))
    range.after--;
  while (range.after > range.first && accord_wording_part_match (part, range, ",|:|-|;|.", NULL))
    range.first++;
  return range;
}

/**
 * accord_wording_dup_who:
 * @part: a part
 * @range: the words in which somebody is named
 *
 * Returns: (transfer full) (nullable): who it is, as named, without an article; %NULL where the words are
 * more than a name or a post
 */
char *
accord_wording_dup_who (AccordWordingPart *part, AccordWordRange range)
{
  range = trim (part, range);
  if (accord_wording_part_match (part, range, "the", NULL))
    range.first++;
  if (range.after <= range.first || range.after - range.first > MAX_WHO
      || accord_wording_part_find (part, range, verbs, NULL)
      || accord_wording_part_match (part, range, "*1 questioner|question|response|reply|answer|he|she|they",
                                    NULL))
    return NULL;
  return accord_wording_part_dup (part, range);
}

/**
 * accord_wording_dup_subject:
 * @part: a part
 * @range: the words of a sentence up to its verb
 *
 * Finds who does something: somebody with a title, or else all of the words if they are no more than a name
 * or a post. “During consideration of item 4, Councillor A” is Councillor A.
 *
 * Returns: (transfer full) (nullable): who it is, as named
 */
char *
accord_wording_dup_subject (AccordWordingPart *part, AccordWordRange range)
{
  AccordWordRange title;

  range = trim (part, range);
  if (accord_wording_part_match (part, range, "the *4 , " ACCORD_WORDING_TITLE, NULL)
      && !accord_wording_part_match (part, range, "the *4 advised|reported|noted|stated|that", NULL))
    return accord_wording_dup_who (part, range);
  if (accord_wording_part_find (part, range, ACCORD_WORDING_TITLE, &title))
    range.first = title.first;
  else
    for (guint at = range.first; at < range.after; at++)
      if (accord_wording_part_token (part, at)->kind == ','
          && accord_wording_part_match (part, range,
                                        "in|with|following|during|at|on|after|before|prior|under|for|as|"
                                        "responding|regarding|when|while",
                                        NULL))
        {
          range.first = at + 1;
          break;
        }
  return accord_wording_dup_who (part, range);
}
