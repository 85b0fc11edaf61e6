/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "meeting-passage.h"
#include "plan-known.h"
#include "plan.h"

G_BEGIN_DECLS

/*
 * AccordPlanReference: a field of a row's record that will name the record of another row, which has no
 * identifier yet.
 */
typedef struct
{
  guint row;
  guint field;
  guint target;
} AccordPlanReference;

/*
 * AccordPlanning: a plan on its way. @source is the document of an earlier reading, and @chosen_body the body
 * that the page is of because a person said so, now or then; both ACCORD_UNKNOWN where there is none.
 */
typedef struct
{
  AccordReader *reader;
  AccordSchema *schema;
  AccordCommitteeKnown *known;
  AccordCommitteePage *page;
  const AccordPlanOptions *options;
  AccordCommitteePlan *plan;
  char *digest;
  char *site;
  gint64 source;
  gint64 chosen_body;
  GHashTable *readings;
  GArray *hits;
  AccordPassageText *words;
  int body_row;
} AccordPlanning;

/*
 * AccordDraft: a record as the page has it, before it is known whether the workspace has it. Of the fields
 * only those in @said were on the page.
 */
typedef struct
{
  AccordRecord *record;
  const AccordKind *kind;
  guint64 said;
  AccordSpan span;
  AccordSpan place;
  int parent;
  guint depth;
  gint64 existing;
  gboolean sure;
  gboolean unfinished;
  const char *why;
  char *group;
  gpointer about;
  guint n_references;
  AccordPlanReference references[6];
} AccordDraft;

typedef struct _AccordPlanChildren AccordPlanChildren;

AccordDraft *accord_draft_new (AccordPlanning *planning, const char *kind, AccordSpan span, int parent);
void accord_draft_free (AccordDraft *self);
GPtrArray *accord_drafts_new (void);
void accord_draft_say (AccordDraft *self, const char *field, const char *text);
void accord_draft_say_span (AccordDraft *self, AccordPlanning *planning, const char *field, AccordSpan span);
void accord_draft_say_int (AccordDraft *self, const char *field, gint64 value);
void accord_draft_say_boolean (AccordDraft *self, const char *field, gboolean value);
void accord_draft_say_stated (AccordDraft *self, const char *field, AccordStated stated);
void accord_draft_refer (AccordDraft *self, AccordPlanning *planning, const char *field, int row);
int accord_planning_add (AccordPlanning *self, AccordDraft *draft, GError **error);
AccordPlanRow *accord_planning_row (AccordPlanning *self, int row);
const char *accord_planning_row_text (AccordPlanning *self, int row, const char *field);
AccordPlanRow *accord_plan_row_new (AccordRecord *record, AccordPlanDoing doing);
char *accord_planning_dup_passage (AccordPlanning *self, AccordSpan span);
AccordSpan accord_planning_find_words (AccordPlanning *self, AccordSpan within, const char *words);

gboolean accord_planning_merge (AccordPlanning *self, AccordDraft *draft, AccordRecord *ours,
                                AccordRecord **merged, AccordRecord **doubtful, const char **why,
                                guint *n_changed, GError **error);
gboolean accord_plan_same_value (AccordRecord *a, AccordRecord *b, guint field);

void accord_drafts_match (GPtrArray *drafts, GPtrArray *existing, GHashTable *used);
AccordPlanChildren *accord_plan_children_load (AccordPlanning *self, const char *parent, gint64 id,
                                               GError **error);
void accord_plan_children_free (AccordPlanChildren *self);
void accord_plan_children_match (AccordPlanChildren *self, GPtrArray *drafts, const char *kind, gint64 item);
void accord_plan_children_add_gone (AccordPlanChildren *self, AccordPlanning *planning, int parent);
void accord_planning_add_gone (AccordPlanning *self, AccordRecord *record, int parent);

void accord_planning_adopt_source (AccordPlanning *self);
gboolean accord_planning_add_source (AccordPlanning *self, GError **error);
gboolean accord_planning_add_meeting (AccordPlanning *self, GError **error);
gboolean accord_planning_add_items (AccordPlanning *self, int meeting, GPtrArray *items, GError **error);
gboolean accord_planning_add_documents (AccordPlanning *self, GPtrArray *documents, const char *field,
                                        int parent, GPtrArray *drafts);
gboolean accord_planning_add_committees (AccordPlanning *self, GError **error);
gboolean accord_planning_add_meetings (AccordPlanning *self, GError **error);
gboolean accord_planning_add_decisions (AccordPlanning *self, GError **error);
gboolean accord_planning_add_issue (AccordPlanning *self, GError **error);
gint64 accord_planning_find_body (AccordPlanning *self, const char *name);
int accord_planning_add_body (AccordPlanning *self, const char *name, AccordPlanNeeds *needs, GError **error);
int accord_planning_add_meeting_of (AccordPlanning *self, const char *body, const char *date, gboolean whole,
                                    GError **error);
void accord_planning_add_statements (AccordPlanning *self, GPtrArray *statements, const char *parent_field,
                                     int parent, int meeting, GPtrArray *drafts);

void accord_planning_find_names (AccordPlanning *self);
void accord_planning_choose (AccordPlanning *self);
void accord_planning_link_rows (AccordPlanning *self);
GPtrArray *accord_planning_named (AccordPlanning *self, const char *kind, AccordSpan within);
void accord_planning_link (AccordPlanning *self, int row, const char *field, const AccordNameHit *hit);
gboolean accord_planning_add_endorsement (AccordPlanning *self, AccordPlanChildren *children, int resolution,
                                          const AccordStatement *statement, const AccordPageItem *item,
                                          int meeting, GError **error);
gboolean accord_planning_add_findings (AccordPlanning *self, AccordPlanChildren *children, int row,
                                       const AccordPageItem *item, GError **error);
GPtrArray *accord_plan_children_get (AccordPlanChildren *self);
GHashTable *accord_plan_children_used (AccordPlanChildren *self);

gboolean accord_plan_is_up_to_date (AccordCommitteePlan *self, AccordReader *reader, GError **error);
AccordCommitteePlan *accord_committee_plan_new_known (AccordReader *reader, AccordCommitteeKnown *known,
                                                      AccordCommitteePage *page,
                                                      const AccordPlanOptions *options, GError **error);
gboolean accord_committee_plan_write_known (AccordCommitteePlan *self, AccordWriter *writer,
                                            AccordCommitteeKnown *known, AccordPlanResult *result,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordDraft, accord_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordPlanChildren, accord_plan_children_free)

G_END_DECLS
