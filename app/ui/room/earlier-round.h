/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comments.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * AccordEarlierRound:
 * @review: a review of the case that the same organisation wrote before
 * @comments: what was said in it, with the replies
 *
 * What came along of a round before this one.
 */
typedef struct
{
  AccordRecord *review;
  AccordComments *comments;
} AccordEarlierRound;

GPtrArray *accord_earlier_rounds_read (AccordReader *reader, AccordRecord *review, GError **error);
char *accord_earlier_round_dup_title (const AccordEarlierRound *self);
const AccordCommentThread *accord_earlier_rounds_find (GPtrArray *rounds, gint64 comment);

G_END_DECLS
