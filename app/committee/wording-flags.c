/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-flags.h"

#include <string.h>

typedef struct
{
  const char *pattern;
  gsize field;
  AccordStated stated;
  gboolean minutes; /* only what minutes tell, not what an agenda says of business in general */
} Flag;

#define FIELD(name) G_STRUCT_OFFSET (AccordWordingFlags, name)

/* The first that holds counts, so what denies stands before what says. */
static const Flag flags_of_sentences[] = {
  { "is key decision ? :? no", FIELD (key), ACCORD_STATED_NO, FALSE },
  { "is key decision ? :? yes", FIELD (key), ACCORD_STATED_YES, FALSE },
  { "( non -? key *2 )", FIELD (key), ACCORD_STATED_NO, FALSE },
  { "( key decision", FIELD (key), ACCORD_STATED_YES, FALSE },
  { "key decision :|-|? no", FIELD (key), ACCORD_STATED_NO, FALSE },
  { "key decision :|-|? yes", FIELD (key), ACCORD_STATED_YES, FALSE },
  { "this *2 is|was not a? key decision", FIELD (key), ACCORD_STATED_NO, FALSE },
  { "this *2 is|was a key decision", FIELD (key), ACCORD_STATED_YES, FALSE },
  { "is subject to call - in ? :? no", FIELD (call_in), ACCORD_STATED_NO, FALSE },
  { "is subject to call in ? :? no", FIELD (call_in), ACCORD_STATED_NO, FALSE },
  { "is subject to call -? in ? :? yes", FIELD (call_in), ACCORD_STATED_YES, FALSE },
  { "this|the *3 decision|item is|was not subject to call -? in", FIELD (call_in), ACCORD_STATED_NO, FALSE },
  { "this|the *3 decision|item is|was exempt|exempted from call -? in", FIELD (call_in), ACCORD_STATED_NO,
    FALSE },
  { "this|the *3 decision|item is|was subject to call -? in", FIELD (call_in), ACCORD_STATED_YES, FALSE },
  { "this decision will|was|is *2 taken|made under *4 urgency|urgent", FIELD (urgent), ACCORD_STATED_YES,
    FALSE },
  { "the chair|chairman|chairperson|mayor|leader|convener *2 agreed *9 matter|item of urgency|urgent",
    FIELD (urgent), ACCORD_STATED_YES, TRUE },
  { "the chair|chairman|chairperson|mayor|leader *2 introduced *2 item|matter of urgent business",
    FIELD (urgent), ACCORD_STATED_YES, TRUE },
  { "this *2 report|item is|was *1 exempt", FIELD (exempt), ACCORD_STATED_YES, FALSE },
  { "this *2 report|item is|was *1 not for publication", FIELD (exempt), ACCORD_STATED_YES, FALSE },
  { "this *2 report|item contains exempt|confidential information", FIELD (exempt), ACCORD_STATED_YES,
    FALSE },
  { "not for publication $", FIELD (exempt), ACCORD_STATED_YES, FALSE },
};

static void
read_sentence (AccordWordingPart *part, AccordWordRange sentence, gboolean minutes, AccordWordingFlags *flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags_of_sentences); i++)
    {
      const Flag *flag = &flags_of_sentences[i];
      AccordStated *stated = G_STRUCT_MEMBER_P (flags, flag->field);

      if (*stated == ACCORD_NOT_STATED && (minutes || !flag->minutes)
          && accord_wording_part_match (part, sentence, flag->pattern, NULL))
        *stated = flag->stated;
    }
}

/* “The Chair agreed to accept an item of business, …, a matter of urgency”: more words than a pattern spans.
 */
static void
read_urgency (AccordWordingPart *part, AccordWordRange sentence, AccordWordingFlags *flags)
{
  if (flags->urgent == ACCORD_NOT_STATED
      && accord_wording_part_match (
          part, sentence, "the chair|chairman|chairperson|mayor|leader|convener *2 agreed to|that", NULL)
      && accord_wording_part_find (part, sentence, "matter of urgency", NULL))
    flags->urgent = ACCORD_STATED_YES;
}

/* “Officer contact: …” without what is left of an address that a capture has dropped. */
static char *
dup_contact (AccordWordingPart *part, AccordWordRange range)
{
  guint end = range.after;

  for (;;)
    {
      AccordWordRange last = { range.after - MIN (1, range.after - range.first), range.after };

      if (last.first == last.after
          || !accord_wording_part_match (part, last, ",|:|;|-|email|or|tel|and", NULL)
          || (range.after == end && accord_wording_part_match (part, last, "and|or", NULL)))
        break;
      range.after--;
    }
  return accord_wording_part_dup (part, range);
}

static void
read_contact (AccordWordingPart *part, AccordWordRange range, AccordWordingFlags *flags)
{
  static const char *const patterns[] = { "officer contact *1 :", "contact officer *1 :",
                                          "contact|lead officer :", "report author :", "officer :" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns) && flags->contact == NULL; i++)
    {
      guint after;

      if (accord_wording_part_match (part, range, patterns[i], &after))
        flags->contact = dup_contact (part, (AccordWordRange){ after, range.after });
    }
}

/**
 * accord_wording_read_flags:
 * @part: a part
 * @minutes: whether it tells what happened, not what an agenda says
 * @flags: what has been found so far
 *
 * Finds what a text says of itself in words: exempt, key, urgent, subject to call-in, and whom to ask.
 */
void
accord_wording_read_flags (AccordWordingPart *part, gboolean minutes, AccordWordingFlags *flags)
{
  for (guint line = 0; line < part->lines->len; line++)
    {
      AccordWordRange range = accord_wording_part_range (part, line);

      read_contact (part, range, flags);
      while (range.first < range.after)
        {
          AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

          read_sentence (part, sentence, minutes, flags);
          if (minutes)
            read_urgency (part, sentence, flags);
          range.first = sentence.after;
        }
    }
}

/* Whether a title, in small letters, says so in brackets or behind a dash at its end. */
static gboolean
title_says (const char *title, const char *words)
{
  g_autofree char *bracket = NULL;
  g_autofree char *dash = NULL;
  g_autofree char *en_dash = NULL;

  if (strstr (title, words) == NULL)
    return FALSE;
  bracket = g_strdup_printf ("(%s)", words);
  dash = g_strdup_printf (" - %s", words);
  en_dash = g_strdup_printf (" \xe2\x80\x93 %s", words);
  return strstr (title, bracket) != NULL || g_str_has_suffix (title, dash)
         || g_str_has_suffix (title, en_dash);
}

/**
 * accord_wording_read_title_flags:
 * @title: (nullable): the title of an item
 * @flags: what has been found so far
 *
 * Finds what a title says in brackets or behind a dash: “(Key Decision)”, “– EXEMPT”.
 */
void
accord_wording_read_title_flags (const char *title, AccordWordingFlags *flags)
{
  static const struct
  {
    const char *words;
    gsize field;
  } words[] = { { "key decision", FIELD (key) },       { "exempt", FIELD (exempt) },
                { "exempt report", FIELD (exempt) },   { "exempt item", FIELD (exempt) },
                { "part 2", FIELD (exempt) },          { "part ii", FIELD (exempt) },
                { "urgent item", FIELD (urgent) },     { "urgent", FIELD (urgent) },
                { "urgent decision", FIELD (urgent) }, { "not for publication", FIELD (exempt) } };
  g_autofree char *low = title != NULL ? g_utf8_strdown (title, -1) : NULL;

  for (guint i = 0; low != NULL && i < G_N_ELEMENTS (words); i++)
    if (title_says (low, words[i].words))
      *(AccordStated *) G_STRUCT_MEMBER_P (flags, words[i].field) = ACCORD_STATED_YES;
}
