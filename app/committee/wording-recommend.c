/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-recommend.h"

#include "wording-list.h"

#define ASKED "invited|recommended|asked|requested|advised"

/* Everybody is invited to declare interests and to put questions; that is no proposal. */
static gboolean
is_invitation (AccordWordingPart *part, AccordWordRange sentence)
{
  return accord_wording_part_find (
      part, sentence,
      "declare|disclose|declaration|declarations|interest|interests|question|questions|"
      "identify|suggest|submit|speak|attend|public|apologies",
      NULL);
}

static gboolean
find_asked (AccordWordingPart *part, guint line, AccordWordRange sentence, AccordWordingMarker *marker)
{
  static const char *const patterns[] = {
    "the? *4 " ACCORD_WORDING_BODY " *2 is|are therefore|also? " ASKED " to|that|:|-|;?",
    "it is " ASKED " that|:|-",
    "that *3 " ACCORD_WORDING_BODY " is|are " ASKED " to",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, sentence, patterns[i], &marker->after))
      {
        while (marker->after < sentence.after
               && accord_wording_part_match (part, (AccordWordRange){ marker->after, sentence.after },
                                             ":|-|;|that", NULL))
          marker->after++;
        marker->type = ACCORD_STATEMENT_RECOMMENDATION;
        marker->first = sentence.first;
        marker->end = MAX (marker->after, accord_wording_part_range (part, line).after);
        marker->sentence = TRUE;
        return !is_invitation (part, sentence);
      }
  return FALSE;
}

static gboolean
find_marker (AccordWordingPart *part, guint line, AccordWordingMarker *marker)
{
  AccordWordRange range = accord_wording_part_range (part, line);

  if (accord_wording_marker_find (part, line, range.first, marker)
      && marker->type == ACCORD_STATEMENT_RECOMMENDATION)
    return TRUE;
  while (range.first < range.after)
    {
      AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

      if (find_asked (part, line, sentence, marker))
        return TRUE;
      range.first = sentence.after;
    }
  return FALSE;
}

/**
 * accord_wording_read_recommendations:
 * @part: what was proposed
 * @recommendations: (element-type AccordStatement): where to add what was asked for
 * @complete: whether the part is known to be whole
 *
 * Finds what a report asks for. Agenda text decides nothing, not even where it says RESOLVED.
 */
void
accord_wording_read_recommendations (AccordWordingPart *part, GPtrArray *recommendations, gboolean complete)
{
  for (guint line = 0; line < part->lines->len;)
    {
      AccordWordingMarker marker;
      guint next = line;

      if (find_marker (part, line, &marker))
        {
          g_autoptr (GPtrArray) found =
              g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free);

          next = accord_wording_list_take (part, line, &marker, found);
          accord_wording_list_finish (part, found, complete);
          g_ptr_array_extend_and_steal (recommendations, g_ptr_array_ref (found));
        }
      line = MAX (next, line + 1);
    }
}
