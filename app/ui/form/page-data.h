/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claim-check.h"
#include "page/page-kind.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordRelatedGroup:
 * @kind: a kind that refers to the record
 * @field: index of the field by which it does
 * @total: how many do
 * @open: how many of them are open, or 0 where that is not said of their kind
 * @records: (element-type AccordRecord): the first of them
 * @query: all of them, in the same order
 *
 * The records that refer to one record in one way.
 */
typedef struct
{
  const AccordKind *kind;
  guint field;
  gint64 total;
  gint64 open;
  GPtrArray *records;
  AccordQuery *query;
} AccordRelatedGroup;

/**
 * AccordPageData:
 * @kind: the kind of the record
 * @id: the record
 * @titles: (element-type GPtrArray): for each field that holds several references, what they are called
 * @groups: (element-type AccordRelatedGroup): who refers to the record, and in which way
 * @history: (element-type AccordHistoryLine): what became of it, newest first
 * @check: for a claim, what the figures say, or %NULL
 * @documents: (element-type AccordRecord): the files that belong to the record, or %NULL where its kind has
 *   none or @page shows them
 * @page: what the page of this kind shows beyond what every page does, or %NULL
 * @own: what @page read, or %NULL where there is no @page or the record is deleted
 *
 * What a page shows beyond the record itself, all of one moment.
 */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
  GPtrArray *titles;
  GPtrArray *groups;
  GPtrArray *history;
  AccordClaimCheck *check;
  GPtrArray *documents;
  const AccordPageKind *page;
  gpointer own;
} AccordPageData;

void accord_page_data_free (AccordPageData *self);
GPtrArray *accord_page_data_get_titles (AccordPageData *self, guint field);

AccordPageData *accord_page_data_read (AccordReader *reader, const AccordKind *kind, gint64 id,
                                       GError **error);
void accord_page_data_read_async (AccordWorkspace *workspace, const AccordKind *kind, gint64 id,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
AccordPageData *accord_page_data_read_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                              GError **error);

AccordQuery *accord_related_group_new_query (const AccordRelatedGroup *self, gint64 id, gboolean open);
char *accord_related_group_dup_key (const AccordKind *kind, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPageData, accord_page_data_free)

G_END_DECLS
