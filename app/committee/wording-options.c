/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-options.h"

#include <string.h>

static gboolean
is_heading (AccordWordingPart *part, AccordWordRange range)
{
  static const char *const patterns[] = {
    "the? options|alternatives|option|alternative /|and|or? options|alternatives? considered *3 :|-? $",
    "other|alternative options|option *4 :|-? $",
    "alternatives considered? *3 :|-? $",
    "details of *3 alternative|other options *4 :|-? $",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, range, patterns[i], NULL))
      return TRUE;
  return FALSE;
}

/* “Option 2 – …”, “Option A: …” */
static gboolean
is_named (AccordWordingPart *part, AccordWordRange range, guint *after)
{
  const AccordWordToken *letter;

  if (!accord_wording_part_match (part, range, "option", NULL) || range.after - range.first < 4)
    return FALSE;
  letter = accord_wording_part_token (part, range.first + 1);
  *after = range.first + 3;
  return letter->kind == 'w' && letter->end - letter->start <= 2
         && accord_wording_part_match (part, (AccordWordRange){ range.first + 2, range.after }, ":|-|.|)",
                                       NULL);
}

static gboolean
says_preferred (AccordWordingPart *part, AccordWordRange range)
{
  return accord_wording_part_find (part, range, "the|our|this preferred option|one", NULL)
         || accord_wording_part_find (part, range, "( the? preferred|recommended option? )", NULL)
         || accord_wording_part_find (part, range, "preferred|recommended option .? $", NULL);
}

static char *
dup_letter (AccordWordingPart *part, AccordSpan mark)
{
  g_autofree char *words = accord_lines_dup_words (part->text, mark);
  g_autofree char *letter = g_strdup (words != NULL ? words : "");
  char *start = letter;

  g_strdelimit (letter, "().:", ' ');
  start = g_strstrip (letter);
  return *start != '\0' ? g_strdup (start) : NULL;
}

static void
add_option (AccordWordingPart *part, guint line, AccordWordRange range, char *letter, GPtrArray *options)
{
  const AccordLine *at = accord_wording_part_line (part, line);
  AccordSpan span = { at->marker != ACCORD_LINE_PLAIN ? at->mark.start : at->words.start, at->words.end };
  AccordPageOption *option;

  if (at->marker == ACCORD_LINE_BULLET)
    span.start = at->words.start;
  option = accord_page_option_new (span);
  option->letter = letter;
  option->text = accord_wording_part_dup (part, range);
  option->preferred =
      says_preferred (part, range)
      && !accord_wording_part_find (part, range, "not|no|neither|nor *3 preferred|recommended", NULL);
  g_ptr_array_add (options, option);
  part->used[line] = TRUE;
}

static gboolean
take_option (AccordWordingPart *part, guint line, gboolean under_heading, GPtrArray *options)
{
  const AccordLine *at = accord_wording_part_line (part, line);
  AccordWordRange range = accord_wording_part_range (part, line);
  guint after;

  if (part->used[line] || range.after == range.first)
    return FALSE;
  if (is_named (part, range, &after))
    {
      AccordSpan letter =
          accord_words_span (part->tokens, (AccordWordRange){ range.first + 1, range.first + 2 });

      add_option (part, line, (AccordWordRange){ after, range.after }, dup_letter (part, letter), options);
      return TRUE;
    }
  if (!under_heading || at->marker == ACCORD_LINE_PLAIN)
    return FALSE;
  add_option (part, line, range, at->marker == ACCORD_LINE_BULLET ? NULL : dup_letter (part, at->mark),
              options);
  return TRUE;
}

static gboolean
is_letter (AccordWordingPart *part, guint token, const char *letter)
{
  const AccordWordToken *at = accord_wording_part_token (part, token);

  return letter != NULL && strlen (letter) == at->end - at->start
         && g_ascii_strncasecmp (letter, part->text + at->start, strlen (letter)) == 0;
}

static void
prefer (AccordWordingPart *part, guint token, GPtrArray *options, guint first)
{
  for (guint i = first; i < options->len; i++)
    {
      AccordPageOption *option = options->pdata[i];

      option->preferred |= is_letter (part, token, option->letter);
    }
}

/* “Option 2 was the preferred option.” and “The preferred option was Option 2.” */
static void
find_preferred (AccordWordingPart *part, guint line, GPtrArray *options, guint first)
{
  AccordWordRange range = accord_wording_part_range (part, line), found;

  if (accord_wording_part_find (part, range,
                                "option *2 is|was|being|as the preferred|recommended *1 option|.|,", &found))
    prefer (part, found.first + 1, options, first);
  else if (accord_wording_part_find (part, range, "preferred|recommended option is|was|being :|-|(? option",
                                     &found)
           && found.after < range.after)
    prefer (part, found.after, options, first);
}

/**
 * accord_wording_read_options:
 * @part: a part
 * @under_heading: whether all of it stands under a heading that says “options considered”
 * @options: (element-type AccordPageOption): where to add the options
 *
 * Finds the options that were considered. One is preferred only where the words say so; prose in the place of
 * a list makes none.
 */
void
accord_wording_read_options (AccordWordingPart *part, gboolean under_heading, GPtrArray *options)
{
  guint first = options->len;
  gboolean open = under_heading;

  for (guint line = 0; line < part->lines->len; line++)
    {
      if (is_heading (part, accord_wording_part_range (part, line)))
        open = TRUE;
      else if (!take_option (part, line, open, options))
        open = FALSE;
    }
  for (guint line = 0; line < part->lines->len && options->len > first; line++)
    find_preferred (part, line, options, first);
}
