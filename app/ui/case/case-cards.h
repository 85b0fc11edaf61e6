/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "benefits-register.h"
#include "case-file.h"
#include "comments.h"
#include "claim-lines.h"
#include "five-case-review.h"
#include "review/offline-file.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordCaseData:
 * @file: the case with all that belongs to it
 * @appraisal: what it costs and what comes of it
 * @claims: what was said about it
 * @documents: (element-type AccordRecord): the files attached to it
 * @versions: (element-type AccordCaseVersion): what it was at the points that people speak of
 * @review: how complete its five cases are
 * @benefits: its benefits register
 * @offline: how it was sent to be read, and what came back
 * @comments: what partners and others said of it
 * @answered_in: (element-type gint64 utf8): by caveat, the first version that carried its answer
 *
 * What the cards of a business case show, all of one moment.
 */
typedef struct
{
  AccordCaseFile *file;
  AccordAppraisalFile *appraisal;
  GPtrArray *claims;
  GPtrArray *documents;
  GPtrArray *versions;
  AccordCaseReview *review;
  AccordBenefitsRegister *benefits;
  AccordOfflineFile *offline;
  AccordComments *comments;
  GHashTable *answered_in;
} AccordCaseData;

void accord_case_data_free (AccordCaseData *self);

#define ACCORD_TYPE_CASE_CARDS (accord_case_cards_get_type ())
G_DECLARE_FINAL_TYPE (AccordCaseCards, accord_case_cards, ACCORD, CASE_CARDS, GtkWidget)

GtkWidget *accord_case_cards_new (AccordWorkspace *workspace);
void accord_case_cards_show (AccordCaseCards *self, const AccordCaseData *data, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordCaseData, accord_case_data_free)

G_END_DECLS
