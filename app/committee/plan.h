/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordPlanDoing:
 * @ACCORD_PLAN_ADD: a record that is new
 * @ACCORD_PLAN_UPDATE: a record of an earlier reading that the page now says otherwise
 * @ACCORD_PLAN_SAME: a record that is as it was
 * @ACCORD_PLAN_GONE: a record of an earlier reading that the page no longer has; it stays
 */
typedef enum
{
  ACCORD_PLAN_ADD,
  ACCORD_PLAN_UPDATE,
  ACCORD_PLAN_SAME,
  ACCORD_PLAN_GONE,
} AccordPlanDoing;

/**
 * AccordPlanLink:
 * @field: the field of the row's record that would name the record found; %NULL where it is only mentioned
 * @kind: the kind of the record found
 * @id: that record
 * @title: what it is called
 * @words: the words of the page that name it
 * @why: how it was recognised, in a few words ("by name", "by acronym", "by amount")
 * @span: where it is named in the page's text
 * @taken: whether it is to be kept
 *
 * A record of the workspace that the page seems to speak of.
 */
typedef struct
{
  char *field;
  const char *kind;
  gint64 id;
  char *title;
  char *words;
  const char *why;
  AccordSpan span;
  gboolean taken;
} AccordPlanLink;

/**
 * AccordPlanRow:
 * @record: the record as it would be kept; a form may change it before it is
 * @doing: what would be done
 * @taken: whether it is to be done
 * @sure: whether the reader is sure of it; what it is not sure of is not taken unless a person takes it
 * @why: what a person should know, or %NULL
 * @parent: the row it belongs to, or -1; what belongs to a row that is dropped goes with it
 * @depth: how deep it stands
 * @span: where it stands in the page's text; nothing for what was not in the text
 * @group: the words that it and its siblings stand under, or %NULL
 * @links: (element-type AccordPlanLink): records that it may speak of
 *
 * A record that would be made or changed.
 */
typedef struct
{
  AccordRecord *record;
  AccordPlanDoing doing;
  gboolean taken;
  gboolean sure;
  char *why;
  int parent;
  guint depth;
  AccordSpan span;
  char *group;
  GPtrArray *links;

  /*< private >*/
  gboolean quiet;
  AccordSpan place;
} AccordPlanRow;

/**
 * AccordPlanNeeds:
 * @ACCORD_PLAN_NEEDS_NOTHING: nothing
 * @ACCORD_PLAN_NEEDS_BODY: the page does not say which body it is of
 * @ACCORD_PLAN_NEEDS_DATE: the page does not say of what day it is
 * @ACCORD_PLAN_NEEDS_KIND: the page is none of the known ones; a person must say that it is to be kept, and
 * then it is kept as a source document with nothing made of it
 *
 * What has to be asked before a plan can be kept.
 */
typedef enum
{
  ACCORD_PLAN_NEEDS_NOTHING = 0,
  ACCORD_PLAN_NEEDS_BODY = 1 << 0,
  ACCORD_PLAN_NEEDS_DATE = 1 << 1,
  ACCORD_PLAN_NEEDS_KIND = 1 << 2,
} AccordPlanNeeds;

/**
 * AccordPlanOptions:
 * @body: the body that a person named among those of the workspace, or %ACCORD_UNKNOWN
 * @file_name: (nullable): the name of the file that the page was in
 * @cases: (array length=n_cases) (nullable): the business cases that endorsements and caveats of the page are
 * of, where it does not name one of the workspace; must live as long as the plan is being made
 * @n_cases: how many
 * @programme: the programme that findings of the page are about, where it does not name one; 0 for none
 *
 * What a person said of a page besides what is in it.
 */
typedef struct
{
  gint64 body;
  const char *file_name;
  const gint64 *cases;
  gsize n_cases;
  gint64 programme;
} AccordPlanOptions;

/**
 * AccordPlanResult:
 * @added: records that are new
 * @updated: records that were changed
 * @same: records that were as they are
 * @source: the source document that stands for the page
 * @main: the meeting, or the decision, or %ACCORD_UNKNOWN
 * @main_kind: the kind of that
 * @change: number of the change in the journal; 0 if nothing was to be done
 *
 * What keeping a page did.
 */
typedef struct
{
  guint added;
  guint updated;
  guint same;
  gint64 source;
  gint64 main;
  const char *main_kind;
  gint64 change;
} AccordPlanResult;

/**
 * AccordCommitteePlan:
 * @page: the page
 * @needs: what has to be asked first
 * @rows: (element-type AccordPlanRow): parents before what belongs to them
 * @source: the source document of an earlier reading of the same page, or %ACCORD_UNKNOWN
 *
 * What would become of a page: which records, tied to what. Made without touching the workspace; a person
 * goes through it, then it is kept as one change. Use it on one thread at a time.
 */
typedef struct
{
  AccordCommitteePage *page;
  AccordPlanNeeds needs;
  GPtrArray *rows;
  gint64 source;

  /*< private >*/
  GArray *references;
  gint64 change;
  int source_row;
  int main_row;
} AccordCommitteePlan;

AccordCommitteePlan *accord_committee_plan_new (AccordReader *reader, AccordCommitteePage *page,
                                                GError **error);
AccordCommitteePlan *accord_committee_plan_new_with (AccordReader *reader, AccordCommitteePage *page,
                                                     const AccordPlanOptions *options, GError **error);
void accord_committee_plan_free (AccordCommitteePlan *self);
gboolean accord_committee_plan_take (AccordCommitteePlan *self, guint row, gboolean taken);
gboolean accord_committee_plan_write (AccordCommitteePlan *self, AccordWriter *writer,
                                      AccordPlanResult *result, GError **error);

void accord_committee_plan_make_async (AccordWorkspace *workspace, AccordCommitteePage *page,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
void accord_committee_plan_make_with_async (AccordWorkspace *workspace, AccordCommitteePage *page,
                                            const AccordPlanOptions *options, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
AccordCommitteePlan *accord_committee_plan_make_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                                        GError **error);
gboolean accord_committee_plan_keep (AccordWorkspace *workspace, AccordCommitteePlan *plan,
                                     AccordPlanResult *result, GCancellable *cancellable, GError **error);
void accord_committee_plan_keep_async (AccordWorkspace *workspace, AccordCommitteePlan *plan,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean accord_committee_plan_keep_finish (AccordWorkspace *workspace, GAsyncResult *result,
                                            AccordPlanResult *kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCommitteePlan, accord_committee_plan_free)

G_END_DECLS
