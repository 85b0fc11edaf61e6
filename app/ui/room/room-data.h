/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "case-file.h"
#include "comments.h"
#include "room/earlier-round.h"
#include "five-case-review.h"
#include "reading.h"
#include "result.h"

G_BEGIN_DECLS

/**
 * AccordRoomData:
 * @reading: how the reading stands
 * @review: the review that is being written
 * @file: the case with its caveats, endorsements and options
 * @own_caveats: (element-type AccordRecord): those of its caveats that the reviewer’s organisation raised
 * @other_caveats: (element-type AccordRecord): the other ones
 * @appraisal: its appraisal
 * @results: (element-type AccordCbaResult): what each option comes to, in the order of the analysis; %NULL
 *   for one that cannot be worked out
 * @comments: what was said of it in this review
 * @earlier: (element-type AccordEarlierRound): what was said in reviews before this one, the latest first
 * @checklist: this review's answers
 * @documents: (element-type AccordRecord): what came with the case, by name
 * @tried: what was tried last and attached to no comment, for accord_room_tried_dup_changes()
 *
 * All that the reading room shows, of one moment. Reference-counted; never changed once it is read.
 */
typedef struct
{
  AccordReading *reading;
  AccordRecord *review;
  AccordCaseFile *file;
  GPtrArray *own_caveats;
  GPtrArray *other_caveats;
  AccordAppraisalFile *appraisal;
  GPtrArray *results;
  AccordComments *comments;
  GPtrArray *earlier;
  AccordCaseReview *checklist;
  GPtrArray *documents;
  char *tried;
} AccordRoomData;

AccordRoomData *accord_room_data_read (AccordReader *reader, GError **error);
AccordRoomData *accord_room_data_ref (AccordRoomData *self);
void accord_room_data_unref (AccordRoomData *self);
guint accord_room_data_get_option (const AccordRoomData *self);
char *accord_room_data_dup_due (const AccordRoomData *self, const char *today, gboolean *past);
GPtrArray *accord_room_data_list_missing (const AccordRoomData *self);
gboolean accord_room_data_may_return (const AccordRoomData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordRoomData, accord_room_data_unref)

G_END_DECLS
