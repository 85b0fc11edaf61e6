/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-body.h"

#include "wording-entries.h"
#include "wording-list.h"
#include "wording-marker.h"

/* What a board did, one line each beneath its name; and what that makes of the line. */
static const struct
{
  const char *verb;
  AccordStatementType type;
} verbs[] = {
  { "noted|received|considered|welcomed", ACCORD_STATEMENT_NOTED },
  { "approved|agreed|endorsed|supported|accepted|confirmed|ratified|delegated|requested|authorised|adopted",
    ACCORD_STATEMENT_AGREEMENT },
  { "resolved", ACCORD_STATEMENT_RESOLUTION },
};

/* “The Strategic Commissioning Board:” alone in its line. */
static gboolean
is_name (AccordWordingPart *part, guint line)
{
  return line < part->lines->len && accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN
         && accord_wording_part_match (part, accord_wording_part_range (part, line),
                                       "the? *4 " ACCORD_WORDING_BODY " :|- -? $", NULL);
}

/* Whether a line says what was done: a capital begins it, but for the entries of a list. */
static gboolean
tells (AccordWordingPart *part, guint line, AccordStatementType *type)
{
  AccordWordRange range;

  if (line >= part->lines->len)
    return FALSE;
  range = accord_wording_part_range (part, line);
  if (range.after <= range.first + 1
      || (accord_wording_part_line (part, line)->marker == ACCORD_LINE_PLAIN
          && !accord_words_is_capital (part->text, accord_wording_part_token (part, range.first))))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (accord_wording_part_match (part, range, verbs[i].verb, NULL))
      {
        *type = verbs[i].type;
        return TRUE;
      }
  return FALSE;
}

/**
 * accord_wording_body_leads:
 * @part: a part
 * @line: a paragraph of it
 *
 * Returns: whether it is the name of a board and no more, and what the board did follows in lines without
 * numbers
 */
gboolean
accord_wording_body_leads (AccordWordingPart *part, guint line)
{
  AccordStatementType type;

  return is_name (part, line) && tells (part, line + 1, &type)
         && (accord_wording_part_line (part, line + 1)->marker == ACCORD_LINE_PLAIN
             || accord_wording_part_line (part, line + 1)->marker == ACCORD_LINE_BULLET);
}

/* A line, and the list beneath it where it leads one. */
static guint
take_line (AccordWordingTree *self, guint line, AccordStatementType type)
{
  AccordWordingPart *part = self->part;
  const AccordLine *at = accord_wording_part_line (part, line);
  AccordStatement *last;
  guint n = self->statements->len;

  self->type = type;
  self->depth = 0;
  part->used[line] = TRUE;
  accord_wording_entries_add (self, at->marker, at->mark, accord_wording_part_range (part, line));
  last = self->statements->len > n ? self->statements->pdata[self->statements->len - 1] : NULL;
  if (last != NULL && accord_wording_is_open (last->text) && line + 1 < part->lines->len
      && g_str_has_suffix (last->text, ":")
      && accord_wording_part_line (part, line + 1)->marker != ACCORD_LINE_PLAIN
      && accord_wording_part_line (part, line + 1)->marker != at->marker)
    {
      guint next = accord_wording_list_take_entries (part, line + 1, type, last->parts);

      if (last->parts->len > 0)
        accord_wording_tree_stretch (
            self, ((AccordStatement *) last->parts->pdata[last->parts->len - 1])->span.end);
      return next;
    }
  return line + 1;
}

/**
 * accord_wording_body_take:
 * @part: a part
 * @line: a paragraph of it
 * @statements: (element-type AccordStatement): where to add what the board did
 *
 * Takes the lines beneath a board's name that each begin with what it did: “Noted …”, “Approved …”.
 *
 * Returns: the first paragraph that is not part of it; @line where there is none
 */
guint
accord_wording_body_take (AccordWordingPart *part, guint line, GPtrArray *statements)
{
  g_autofree char *lead = NULL;
  AccordWordingTree self = { part, ACCORD_STATEMENT_AGREEMENT, NULL, statements,
                             accord_wording_part_is_glued (part) };
  AccordStatementType type;

  if (!is_name (part, line) || !tells (part, line + 1, &type))
    return line;
  lead = accord_wording_part_dup (part, accord_wording_part_range (part, line));
  self.lead = lead;
  part->used[line++] = TRUE;
  while (tells (part, line, &type)
         && !accord_wording_marker_is_stop (part, accord_wording_part_range (part, line)))
    line = take_line (&self, line, type);
  return line;
}
