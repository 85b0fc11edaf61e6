/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/**
 * AccordOfflineReview:
 * @record: the review
 * @n_comments: what was said in it, replies left out
 * @n_open: how much of that is still open
 *
 * Somebody who was asked.
 */
typedef struct
{
  AccordRecord *record;
  guint n_comments;
  guint n_open;
} AccordOfflineReview;

/**
 * AccordOfflineVersion:
 * @record: (nullable): the version; %NULL for reviews of no version
 * @reviews: (element-type AccordOfflineReview): who was asked about it, by name
 *
 * A version of a case, and what became of it.
 */
typedef struct
{
  AccordRecord *record;
  GPtrArray *reviews;
} AccordOfflineVersion;

/**
 * AccordOfflineFile:
 * @business_case: the case
 * @versions: (element-type AccordOfflineVersion): its versions, the newest first; reviews of none of them
 * last
 *
 * How a case travels. Never changed once it is read.
 */
typedef struct
{
  gint64 business_case;
  GPtrArray *versions;
} AccordOfflineFile;

AccordOfflineFile *accord_offline_file_read (AccordReader *reader, gint64 business_case, GError **error);
void accord_offline_file_free (AccordOfflineFile *self);
const char *accord_offline_review_state (const AccordOfflineReview *self, const char *today,
                                         const char **style_class, const char **icon_name);
char *accord_offline_review_dup_line (const AccordOfflineReview *self, const char *today);
char *accord_offline_version_dup_line (const AccordOfflineVersion *self, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOfflineFile, accord_offline_file_free)

G_END_DECLS
