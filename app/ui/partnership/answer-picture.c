/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/answer-picture.h"

static void
part_free (gpointer data)
{
  AccordAnswerPart *self = data;

  g_free (self->title);
  g_free (self->caption);
  g_free (self->label);
  g_free (self);
}

/**
 * accord_answer_picture_new:
 * @summary: what it shows, in one sentence
 *
 * Returns: (transfer full): a picture with nothing in it
 */
AccordAnswerPicture *
accord_answer_picture_new (const char *summary)
{
  AccordAnswerPicture *self = g_new0 (AccordAnswerPicture, 1);

  self->layout = accord_answer_layout_new ();
  self->nodes = g_ptr_array_new_with_free_func (part_free);
  self->frames = g_ptr_array_new_with_free_func (part_free);
  self->lines = g_ptr_array_new_with_free_func (part_free);
  self->summary = g_strdup (summary);
  return self;
}

void
accord_answer_picture_free (AccordAnswerPicture *self)
{
  accord_answer_layout_free (self->layout);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->frames);
  g_ptr_array_unref (self->lines);
  g_free (self->summary);
  g_free (self->both);
  g_free (self);
}

static AccordAnswerPart *
add_part (GPtrArray *parts, AccordRecord *record)
{
  AccordAnswerPart *part = g_new0 (AccordAnswerPart, 1);

  part->kind = accord_record_get_kind (record)->name;
  part->id = accord_record_get_id (record);
  g_ptr_array_add (parts, part);
  return part;
}

/**
 * accord_answer_picture_add_node:
 * @self: a picture
 * @frame: the frame that it stands in, or -1
 * @tier: its tier where it stands in none
 * @level: its level there
 * @record: what it opens
 *
 * Returns: (transfer none): a new node, of which the words are to be filled in
 */
AccordAnswerPart *
accord_answer_picture_add_node (AccordAnswerPicture *self, int frame, int tier, int level,
                                AccordRecord *record)
{
  accord_answer_layout_add_node (self->layout, frame, tier, level);
  return add_part (self->nodes, record);
}

AccordAnswerPart *
accord_answer_picture_add_frame (AccordAnswerPicture *self, int tier, AccordRecord *record)
{
  accord_answer_layout_add_frame (self->layout, tier);
  return add_part (self->frames, record);
}

/**
 * accord_answer_picture_add_line:
 * @self: a picture
 * @frames: whether it joins frames and not nodes
 * @from: index of where it begins
 * @to: index of where it ends
 * @style: lines of one style may be drawn as one that forks
 * @opens: what it opens
 *
 * Returns: (transfer none): a new line, of which the words are to be filled in
 */
AccordAnswerPart *
accord_answer_picture_add_line (AccordAnswerPicture *self, gboolean frames, guint from, guint to, int style,
                                AccordRecord *opens)
{
  accord_answer_layout_add_edge (self->layout, frames, from, to, style);
  return add_part (self->lines, opens);
}

static gboolean
is_of (const AccordAnswerPart *part, AccordRecord *record)
{
  return part->id == accord_record_get_id (record) && part->kind == accord_record_get_kind (record)->name;
}

/**
 * accord_answer_picture_find_node:
 * @self: a picture
 * @record: a record
 * @frame: a frame, or -1 for any
 *
 * Returns: index of the node of @record, or -1
 */
int
accord_answer_picture_find_node (AccordAnswerPicture *self, AccordRecord *record, int frame)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (is_of (self->nodes->pdata[i], record)
        && (frame < 0 || g_array_index (self->layout->nodes, AccordAnswerNode, i).frame == frame))
      return (int) i;
  return -1;
}

int
accord_answer_picture_find_frame (AccordAnswerPicture *self, AccordRecord *record)
{
  for (guint i = 0; i < self->frames->len; i++)
    if (is_of (self->frames->pdata[i], record))
      return (int) i;
  return -1;
}

/**
 * accord_answer_picture_is_worth_drawing:
 * @self: a picture
 *
 * Returns: whether it says more than a name
 */
gboolean
accord_answer_picture_is_worth_drawing (AccordAnswerPicture *self)
{
  return self->nodes->len > 1 || self->lines->len > 0;
}
