/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/body-picture.h"

#include <glib/gi18n-lib.h>

/* A ring of boards is refused when it is typed, but may come in otherwise. */
#define DEEPEST 8

/* How many boards stand above one. */
static int
height_of (AccordBoard *board, AccordRecord *body, int depth)
{
  int height = 0;

  for (guint i = 0; depth < DEEPEST && i < board->lines->len; i++)
    {
      const AccordBoardLine *line = board->lines->pdata[i];

      if (line->from == body)
        height = MAX (height, 1 + height_of (board, line->to, depth + 1));
    }
  return height;
}

static void
add_node (AccordAnswerPicture *picture, AccordBoard *board, AccordRecord *body)
{
  AccordAnswerPart *part = accord_answer_picture_add_node (picture, -1, height_of (board, body, 0), 0, body);

  part->title = accord_record_dup_title (body);
  part->caption = g_strdup (accord_record_get_reference_title (body, "organisation"));
  part->label = accord_alliance_dup_body_name (body);
  part->ring = body == board->body ? ACCORD_ANSWER_RING_VIEW : ACCORD_ANSWER_RING_PLAIN;
}

static void
add_line (AccordAnswerPicture *picture, const AccordBoardLine *line)
{
  AccordAllianceLine words = { line->scrutiny ? ACCORD_ALLIANCE_SCRUTINISED : ACCORD_ALLIANCE_ACCOUNTABLE,
                               line->from, line->to, NULL };
  int from = accord_answer_picture_find_node (picture, line->from, -1);
  int to = accord_answer_picture_find_node (picture, line->to, -1);
  AccordAnswerPart *part;

  if (from < 0 || to < 0 || from == to)
    return;
  part = accord_answer_picture_add_line (picture, FALSE, from, to, words.type, line->to);
  part->title = accord_alliance_line_dup_words (&words);
  part->label = accord_alliance_line_dup_sentence (&words);
  part->style = line->scrutiny ? ACCORD_ANSWER_LINE_DASHED : ACCORD_ANSWER_LINE_FULL;
}

static char *
dup_summary (AccordBoard *board)
{
  g_autofree char *name = accord_alliance_dup_body_name (board->body);
  guint n_above = 0;

  for (guint i = 0; i < board->lines->len; i++)
    n_above += ((AccordBoardLine *) board->lines->pdata[i])->from == board->body;
  /* Translators: a board, to how many it answers, and how many answer to it. */
  return g_strdup_printf (_ ("%s answers to %d; %d answer to it."), name, (int) n_above,
                          (int) board->below->len);
}

/**
 * accord_answer_picture_of_board:
 * @board: a board and what is around it
 *
 * Returns: (transfer full): those above it, it, and those that answer to it
 */
AccordAnswerPicture *
accord_answer_picture_of_board (AccordBoard *board)
{
  g_autofree char *summary = dup_summary (board);
  AccordAnswerPicture *picture = accord_answer_picture_new (summary);

  for (guint i = 0; i < board->above->len; i++)
    add_node (picture, board, board->above->pdata[i]);
  add_node (picture, board, board->body);
  for (guint i = 0; i < board->below->len; i++)
    add_node (picture, board, board->below->pdata[i]);
  for (guint i = 0; i < board->lines->len; i++)
    add_line (picture, board->lines->pdata[i]);
  return picture;
}
