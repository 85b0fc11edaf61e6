/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack.h"
#include "trust.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordReading:
 * @business_case: the case's number in the reading file
 * @review: the number of the review that is being written
 * @organisation: (nullable): what the reviewer's organisation is called
 * @asked_by: who asked
 * @person: (nullable): the post of who asked
 * @signed_by: who signed
 * @words: the words of the key that signed
 * @trust: what is known here of that key
 * @pack: uid of the request's pack
 * @case_name: what the case is called
 * @version_name: what the version is called
 * @due: (nullable): the day an answer is wanted by
 * @n_answered: how many questions of the checklist have an answer of this review
 * @n_questions: of how many
 * @n_comments: how many comments, replies left out
 * @outcome: (nullable): the decision so far
 * @returned: (nullable): when it was last returned
 *
 * How a reading stands. A reading file is a workspace of its own that holds one case as it was sent, and the
 * one review of it; a reviewer needs no other. All that is typed is kept at once, as in any workspace.
 */
typedef struct
{
  gint64 business_case;
  gint64 review;
  char *organisation;
  char *asked_by;
  char *person;
  char *signed_by;
  char *words;
  AccordTrust trust;
  char *pack;
  char *case_name;
  char *version_name;
  char *due;
  guint n_answered;
  guint n_questions;
  guint n_comments;
  char *outcome;
  char *returned;
} AccordReading;

/* $XDG_DATA_HOME/accord/reviews */
char *accord_reading_dup_folder (void);
/* Where the reading file of a pack and a review is: "FOLDER/PACK-REVIEW.accord"; %NULL where
 * they have identifiers of another form than ours. */
char *accord_reading_dup_path (const char *folder, AccordPack *pack, const char *review);
/* Opens the reading file of a request, making it first where there is none yet. @review: uid of the review,
 * which says as whom; %NULL where the pack asks for one only. For a thread other than the main one. */
AccordWorkspace *accord_reading_open (AccordPack *pack, const char *review, AccordSchema *schema,
                                      const char *folder, AccordProgressFunc progress, gpointer progress_data,
                                      GCancellable *cancellable, GError **error);
/* %NULL without @error for a workspace that is no reading file. */
AccordReading *accord_reading_read (AccordReader *reader, GError **error);
void accord_reading_free (AccordReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReading, accord_reading_free)

G_END_DECLS
