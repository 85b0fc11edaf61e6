/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

#define ACCORD_COMMENT_N_SORTS 4
#define ACCORD_COMMENT_N_STATES 3

/**
 * AccordCommentOn:
 * @ACCORD_COMMENT_ON_CASE: the whole case
 * @ACCORD_COMMENT_ON_SECTION: a part of its text
 * @ACCORD_COMMENT_ON_FIGURE: a figure of its appraisal
 * @ACCORD_COMMENT_ON_DOCUMENT: a document, or a place in it
 *
 * What a comment is on, in the order in which comments are told.
 */
typedef enum
{
  ACCORD_COMMENT_ON_CASE,
  ACCORD_COMMENT_ON_SECTION,
  ACCORD_COMMENT_ON_FIGURE,
  ACCORD_COMMENT_ON_DOCUMENT,
} AccordCommentOn;

/**
 * AccordCommentThread:
 * @record: the comment
 * @replies: (element-type AccordRecord): what was said to it, and to that, in the order in which it was
 * written
 * @on: what it is on
 * @place: the same in words: "Economic case: Appraisal", "NPSV of Neighbourhood teams", "Outline business
 *   case, page 3"
 * @who: (nullable): whose review it is of
 * @answered: whether somebody else replied, or the caveat that it became has its answer; it may be open all
 *   the same
 * @quote_gone: whether it quotes words of the case's text that are not there any more
 *
 * A comment with its replies.
 */
typedef struct
{
  AccordRecord *record;
  GPtrArray *replies;
  AccordCommentOn on;
  char *place;
  char *who;
  gboolean answered;
  gboolean quote_gone;
} AccordCommentThread;

/**
 * AccordComments:
 * @threads: (element-type AccordCommentThread): in the order of the places that they are on: the case as a
 *   whole, its sections, its figures, its documents by page from top to bottom; of one place by when they
 * were written
 * @n_by_sort: how many questions, corrections, risks and caveats, in the order of the field's choices;
 * replies left out
 * @n_by_state: how many are open, answered and closed
 *
 * What was said of a case. Reference-counted; never changed once it is read.
 */
typedef struct
{
  GPtrArray *threads;
  guint n_by_sort[ACCORD_COMMENT_N_SORTS];
  guint n_by_state[ACCORD_COMMENT_N_STATES];
} AccordComments;

AccordComments *accord_comments_read (AccordReader *reader, gint64 business_case, gint64 review,
                                      GError **error);
AccordComments *accord_comments_read_of_review (AccordReader *reader, AccordRecord *review, GError **error);
AccordComments *accord_comments_ref (AccordComments *self);
void accord_comments_unref (AccordComments *self);
const AccordCommentThread *accord_comments_find (const AccordComments *self, gint64 comment);

/* Who said it and when, as far as that is known; of a reply also the partner whose words it is. */
char *accord_comment_dup_said (AccordRecord *comment);
AccordCommentOn accord_comment_get_on (AccordRecord *comment);
char *accord_comment_dup_place (AccordReader *reader, AccordRecord *comment);
char *accord_comment_dup_section_words (const char *section);
char *accord_comment_dup_figure_words (const char *figure, const char *option, const char *organisation);
const char *accord_comment_figure_get_organisation (const char *figure);
char *accord_comments_dup_count (const AccordComments *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordComments, accord_comments_unref)

G_END_DECLS
