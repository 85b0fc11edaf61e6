/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview.h"
#include "query.h"
#include "status.h"

G_BEGIN_DECLS

/**
 * AccordOverviewRow:
 * @lead: what stands before it, such as a date, or %NULL
 * @title: what it is about
 * @detail: a second line, or %NULL
 * @status: how to show @words as a pill, or %NULL for plain words
 * @words: what stands at its end, or %NULL
 * @share: how much of a bar is full, from 0 to 1, or below 0 for no bar
 * @kind: the kind of the record that it opens, or %NULL
 * @id: that record
 * @rows: the list that it opens where it opens no record, or %NULL
 * @action: the action of the window that it stands for where it opens neither, or %NULL
 *
 * A row of one of the cards.
 */
typedef struct
{
  char *lead;
  char *title;
  char *detail;
  const AccordStatus *status;
  char *words;
  double share;
  const char *kind;
  gint64 id;
  AccordQuery *rows;
  const char *action;
} AccordOverviewRow;

/**
 * AccordOverviewPicture:
 * @figures: (element-type AccordFormFigure): the key figures
 * @needs: (element-type AccordOverviewRow): what needs an answer
 * @cases: (element-type AccordOverviewRow): how the cases stand, and who has still to endorse them
 * @money: (element-type AccordOverviewRow): the funds
 * @money_note: what is not known of them, or %NULL
 * @no_payments: whether payments would tell what is left
 * @decisions: (element-type AccordOverviewRow): decisions on record
 * @changes: (element-type AccordOverviewRow): what has changed
 * @changes_note: what else there is to say of that, or %NULL
 * @lanes: (element-type AccordTimelineLane): what was decided and what is due
 * @lanes_note: what has no lane, or %NULL
 *
 * What the overview shows.
 */
typedef struct
{
  GPtrArray *figures;
  GPtrArray *needs;
  GPtrArray *cases;
  GPtrArray *money;
  char *money_note;
  gboolean no_payments;
  GPtrArray *decisions;
  GPtrArray *changes;
  char *changes_note;
  GPtrArray *lanes;
  char *lanes_note;
} AccordOverviewPicture;

AccordOverviewPicture *accord_overview_picture_new (const AccordOverview *overview, AccordSchema *schema,
                                                    const char *today);
void accord_overview_picture_free (AccordOverviewPicture *self);

/* The parts of accord_overview_picture_new(). */

AccordOverviewRow *accord_overview_row_add (GPtrArray *rows, const char *lead, const char *title,
                                            const char *detail);
void accord_overview_row_set_pill (AccordOverviewRow *self, const char *style_class, char *words);
AccordQuery *accord_overview_new_query (AccordSchema *schema, const char *kind, const char *field,
                                        const char *value);
void accord_overview_add_due (AccordQuery *query, const char *field, const char *today);
const char *accord_overview_choice (AccordSchema *schema, const char *kind, const char *field,
                                    const char *value);
char *accord_overview_dup_label (const AccordOverviewThing *thing, AccordSchema *schema);
char *accord_overview_dup_when (const char *date, const char *words);
char *accord_overview_dup_names (GPtrArray *things, guint most);

GPtrArray *accord_overview_figures (const AccordOverview *overview, AccordSchema *schema, const char *today);
GPtrArray *accord_overview_needs (const AccordOverview *overview, AccordSchema *schema, const char *today);
GPtrArray *accord_overview_cases (const AccordOverview *overview, AccordSchema *schema);
GPtrArray *accord_overview_money (const AccordOverview *overview, char **note);
GPtrArray *accord_overview_decisions (const AccordOverview *overview);
GPtrArray *accord_overview_changes (const AccordOverview *overview, AccordSchema *schema, const char *today,
                                    char **note);
GPtrArray *accord_overview_lanes (const AccordOverview *overview, AccordSchema *schema, const char *today,
                                  char **note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOverviewPicture, accord_overview_picture_free)

G_END_DECLS
