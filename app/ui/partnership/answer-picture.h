/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alliance.h"
#include "partnership/answer-layout.h"

G_BEGIN_DECLS

/**
 * AccordAnswerRing:
 * @ACCORD_ANSWER_RING_PLAIN: as any other
 * @ACCORD_ANSWER_RING_VIEW: what the page is about
 * @ACCORD_ANSWER_RING_BOTH: who stands on both sides
 *
 * The outline of a node or frame.
 */
typedef enum
{
  ACCORD_ANSWER_RING_PLAIN,
  ACCORD_ANSWER_RING_VIEW,
  ACCORD_ANSWER_RING_BOTH,
} AccordAnswerRing;

/**
 * AccordAnswerLineStyle:
 * @ACCORD_ANSWER_LINE_FULL: an arrow
 * @ACCORD_ANSWER_LINE_DASHED: a dashed arrow
 * @ACCORD_ANSWER_LINE_MOVES: an arrow for what moves
 * @ACCORD_ANSWER_LINE_SHARED: no arrow: what both have
 *
 * How a line is drawn.
 */
typedef enum
{
  ACCORD_ANSWER_LINE_FULL,
  ACCORD_ANSWER_LINE_DASHED,
  ACCORD_ANSWER_LINE_MOVES,
  ACCORD_ANSWER_LINE_SHARED,
} AccordAnswerLineStyle;

/**
 * AccordAnswerPart:
 * @title: what a node or frame is called; the words on a line
 * @caption: what stands under or beside the title, or %NULL
 * @label: the same in a sentence, to be read aloud
 * @kind: the kind of the record that it opens
 * @id: that record
 * @ring: its outline
 * @style: for a line, how it is drawn
 *
 * What a node, a frame or a line of a picture says.
 */
typedef struct
{
  char *title;
  char *caption;
  char *label;
  const char *kind;
  gint64 id;
  AccordAnswerRing ring;
  AccordAnswerLineStyle style;
} AccordAnswerPart;

/**
 * AccordAnswerPicture:
 * @layout: where everything goes
 * @nodes: (element-type AccordAnswerPart): for each node of @layout, what it says
 * @frames: (element-type AccordAnswerPart): for each frame
 * @lines: (element-type AccordAnswerPart): for each line
 * @summary: all of it in one sentence
 * @both: (nullable): who stands on both sides, in a sentence
 *
 * A picture of who answers to whom, or of what became of what.
 */
typedef struct
{
  AccordAnswerLayout *layout;
  GPtrArray *nodes;
  GPtrArray *frames;
  GPtrArray *lines;
  char *summary;
  char *both;
} AccordAnswerPicture;

AccordAnswerPicture *accord_answer_picture_new (const char *summary);
void accord_answer_picture_free (AccordAnswerPicture *self);
AccordAnswerPart *accord_answer_picture_add_node (AccordAnswerPicture *self, int frame, int tier, int level,
                                                  AccordRecord *record);
AccordAnswerPart *accord_answer_picture_add_frame (AccordAnswerPicture *self, int tier, AccordRecord *record);
AccordAnswerPart *accord_answer_picture_add_line (AccordAnswerPicture *self, gboolean frames, guint from,
                                                  guint to, int style, AccordRecord *opens);
int accord_answer_picture_find_node (AccordAnswerPicture *self, AccordRecord *record, int frame);
int accord_answer_picture_find_frame (AccordAnswerPicture *self, AccordRecord *record);
gboolean accord_answer_picture_is_worth_drawing (AccordAnswerPicture *self);

AccordAnswerPicture *accord_answer_picture_of_alliance (AccordAlliance *alliance);
AccordAnswerPicture *accord_answer_picture_of_succession (AccordAllianceFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAnswerPicture, accord_answer_picture_free)

G_END_DECLS
