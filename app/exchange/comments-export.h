/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "case-file.h"
#include "comments.h"
#include "report.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordCommentsExport:
 * @file: the business case, with its caveats
 * @comments: what was said of it
 * @reviews: (element-type AccordRecord): the reviews of it, by who and when they were asked
 * @what_ifs: (element-type gint64 utf8): by comment, what was tried with other assumptions, in words
 * @what_if_npsv: (element-type gint64 gint64): by comment, the NPSV that came of it in pence, two numbers:
 *   before and after
 * @review: (nullable): the one review that is meant, or %NULL for those of everybody
 * @today: the day, as ISO text
 *
 * What partners said of a case on its way out of the workspace: of all of them for the consolidated report,
 * of one for a letter to that partner.
 */
typedef struct
{
  AccordCaseFile *file;
  AccordComments *comments;
  GPtrArray *reviews;
  GHashTable *what_ifs;
  GHashTable *what_if_npsv;
  AccordRecord *review;
  char *today;
} AccordCommentsExport;

AccordCommentsExport *accord_comments_export_read (AccordReader *reader, gint64 business_case,
                                                   const char *today, GError **error);
AccordCommentsExport *accord_comments_export_read_review (AccordReader *reader, gint64 review,
                                                          const char *today, GError **error);
void accord_comments_export_free (AccordCommentsExport *self);

gboolean accord_comments_export_check_name (const char *name, gboolean letter, GError **error);
gboolean accord_comments_export_write (const AccordCommentsExport *self, GFile *file, GError **error);
void accord_comments_export_write_async (AccordWorkspace *workspace, const char *kind, gint64 record,
                                         GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean accord_comments_export_write_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                              GError **error);

AccordReport *accord_comments_report_new (const AccordCommentsExport *self);
AccordReport *accord_review_letter_new (const AccordCommentsExport *self);
gboolean accord_comments_book_write (const AccordCommentsExport *self, GFile *file, GError **error);

const char *accord_comments_export_get_who (const AccordCommentThread *thread);
char *accord_comments_export_dup_state (const AccordCommentThread *thread);
char *accord_comments_export_dup_replies (const AccordCommentThread *thread);
char *accord_comments_export_dup_outcome (AccordRecord *review);
const char *accord_comments_export_get_decider (AccordRecord *review);
char *accord_comments_export_dup_label (AccordRecord *record, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCommentsExport, accord_comments_export_free)

G_END_DECLS
