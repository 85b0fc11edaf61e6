/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordBoardLine:
 * @from: who answers
 * @to: to whom
 * @scrutiny: whether it is scrutinised, and not accountable
 *
 * A line between two boards. The records belong to the board that was read.
 */
typedef struct
{
  AccordRecord *from;
  AccordRecord *to;
  gboolean scrutiny;
} AccordBoardLine;

/**
 * AccordBoard:
 * @body: the board or committee in view
 * @above: (element-type AccordRecord): those that it answers to, and those that they answer to
 * @below: (element-type AccordRecord): those that answer to it
 * @lines: (element-type AccordBoardLine): who answers to whom among all of these
 * @meetings: (element-type AccordRecord): its meetings, the newest first
 * @decisions: (element-type AccordRecord): what it resolved, agreed, recommended or noted there
 * @posts: (element-type AccordRecord): seats on it, such as its chair
 *
 * A board or committee and what is on record around it.
 */
typedef struct
{
  AccordRecord *body;
  GPtrArray *above;
  GPtrArray *below;
  GPtrArray *lines;
  GPtrArray *meetings;
  GPtrArray *decisions;
  GPtrArray *posts;
} AccordBoard;

AccordBoard *accord_board_read (AccordReader *reader, gint64 body, GError **error);
AccordBoard *accord_board_ref (AccordBoard *self);
void accord_board_unref (AccordBoard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBoard, accord_board_unref)

G_END_DECLS
